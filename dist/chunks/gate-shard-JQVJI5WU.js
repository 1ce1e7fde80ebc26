import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-2CMXOF2J.js";
import "./chunk-ZGRRP7UD.js";
import "./chunk-QAJ64CFK.js";
import "./chunk-CO6PSJ2Z.js";
import "./chunk-5RDZVU32.js";
import "./chunk-RDZ3SP6O.js";
import "./chunk-373F5UAR.js";
import "./chunk-O7G5A4VV.js";
import "./chunk-YEAXEIAR.js";
import "./chunk-X4JGYZRN.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-LPZ32WQC.js";
import "./chunk-AFQDZWKC.js";
import "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  chosenBefore,
  plannedGateCommand
};
