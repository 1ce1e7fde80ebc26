import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-LUEP3AUX.js";
import "./chunk-RH2YMJMV.js";
import "./chunk-RILP2J3E.js";
import "./chunk-VIUSUEF7.js";
import "./chunk-EEGCHZKU.js";
import "./chunk-D27QDYZV.js";
import "./chunk-7I6ZH6Y4.js";
import "./chunk-FWZMJ2DV.js";
import "./chunk-5A4B25LQ.js";
import "./chunk-XNRB6CA2.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-OWVDR5ME.js";
import "./chunk-CCTPHJBW.js";
import "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  chosenBefore,
  plannedGateCommand
};
