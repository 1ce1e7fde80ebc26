import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  backfillCommand,
  definitionIn
} from "./chunk-HZYWFKNI.js";
import "./chunk-NC5J64FZ.js";
import "./chunk-VONHSESC.js";
import "./chunk-L3QXKXJF.js";
import "./chunk-GTAPF73L.js";
import "./chunk-KQN3XGOU.js";
import "./chunk-AS5MKMLS.js";
import "./chunk-B4KNCGMA.js";
import "./chunk-D4R7QXLZ.js";
import "./chunk-BGUBULFN.js";
import "./chunk-CCTPHJBW.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  backfillCommand,
  definitionIn
};
