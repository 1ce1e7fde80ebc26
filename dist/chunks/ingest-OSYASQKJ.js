import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-27DYRHF2.js";
import "./chunk-VHEG6VIU.js";
import "./chunk-TIXGYPSG.js";
import "./chunk-VONHSESC.js";
import "./chunk-L3QXKXJF.js";
import "./chunk-GTAPF73L.js";
import "./chunk-4QVA67HX.js";
import "./chunk-KQN3XGOU.js";
import "./chunk-AS5MKMLS.js";
import "./chunk-B4KNCGMA.js";
import "./chunk-D4R7QXLZ.js";
import "./chunk-BGUBULFN.js";
import "./chunk-CCTPHJBW.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  foldAll,
  ingestCommand
};
