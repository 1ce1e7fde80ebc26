import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  backfillCommand,
  definitionIn
} from "./chunk-M2HBW2UO.js";
import "./chunk-SMADNU64.js";
import "./chunk-O7FZPNS5.js";
import "./chunk-MAYARKH5.js";
import "./chunk-SNGB6ABY.js";
import "./chunk-3CJ5KFQ7.js";
import "./chunk-TLT2CDKU.js";
import "./chunk-373F5UAR.js";
import "./chunk-O7G5A4VV.js";
import "./chunk-YEAXEIAR.js";
import "./chunk-X4JGYZRN.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-LPZ32WQC.js";
import "./chunk-AFQDZWKC.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  backfillCommand,
  definitionIn
};
