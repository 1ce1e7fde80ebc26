import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
} from "./chunk-77OF2OFQ.js";
import "./chunk-DKUBULUV.js";
import "./chunk-ALOKEPPZ.js";
import "./chunk-LY4IFMAD.js";
import "./chunk-NC5J64FZ.js";
import "./chunk-VONHSESC.js";
import "./chunk-L3QXKXJF.js";
import "./chunk-GTAPF73L.js";
import "./chunk-PT7CWX3C.js";
import "./chunk-3I6CSGWU.js";
import "./chunk-KQN3XGOU.js";
import "./chunk-AS5MKMLS.js";
import "./chunk-B4KNCGMA.js";
import "./chunk-D4R7QXLZ.js";
import "./chunk-BGUBULFN.js";
import "./chunk-CCTPHJBW.js";
import "./chunk-RUYBUABK.js";
import "./chunk-5IDBHXP5.js";
import "./chunk-ZRQJKNTV.js";
import "./chunk-H6IZPVF7.js";
export {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
};
