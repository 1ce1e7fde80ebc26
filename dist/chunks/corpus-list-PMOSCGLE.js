import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
} from "./chunk-FAKYM333.js";
import "./chunk-BN6YG3FW.js";
import "./chunk-FWZMJ2DV.js";
import "./chunk-5A4B25LQ.js";
import "./chunk-XNRB6CA2.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-OWVDR5ME.js";
import "./chunk-CCTPHJBW.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
};
