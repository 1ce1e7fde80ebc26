import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  backfillCommand,
  definitionIn
} from "./chunk-V4T5SKSH.js";
import "./chunk-5HAHAWJW.js";
import "./chunk-6FU7B3BM.js";
import "./chunk-CJKXYSXD.js";
import "./chunk-CE7JBEF7.js";
import "./chunk-QWVB3G7E.js";
import "./chunk-RDXNJSG3.js";
import "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  backfillCommand,
  definitionIn
};
