import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
} from "./chunk-SEEJSGG4.js";
import "./chunk-3CJ5KFQ7.js";
import "./chunk-O7G5A4VV.js";
import "./chunk-YEAXEIAR.js";
import "./chunk-X4JGYZRN.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-LPZ32WQC.js";
import "./chunk-AFQDZWKC.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
};
