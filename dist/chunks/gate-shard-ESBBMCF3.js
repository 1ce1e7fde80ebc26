import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-RPBON67L.js";
import "./chunk-UBKDHHDQ.js";
import "./chunk-2LAELMEO.js";
import "./chunk-6OJR4GJL.js";
import "./chunk-QNTQPPIH.js";
import "./chunk-UKUVRVHB.js";
import "./chunk-LVA75RW5.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import "./chunk-N3CY55TW.js";
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
