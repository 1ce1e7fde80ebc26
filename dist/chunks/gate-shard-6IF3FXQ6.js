import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-GNVZYGNX.js";
import "./chunk-2GS5VDTV.js";
import "./chunk-2J4ZQDLT.js";
import "./chunk-REGUN4CP.js";
import "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  chosenBefore,
  plannedGateCommand
};
