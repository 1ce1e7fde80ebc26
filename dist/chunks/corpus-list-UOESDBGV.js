import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
} from "./chunk-JLHII5KI.js";
import "./chunk-LY4IFMAD.js";
import "./chunk-3I6CSGWU.js";
import "./chunk-AS5MKMLS.js";
import "./chunk-B4KNCGMA.js";
import "./chunk-D4R7QXLZ.js";
import "./chunk-BGUBULFN.js";
import "./chunk-CCTPHJBW.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
};
