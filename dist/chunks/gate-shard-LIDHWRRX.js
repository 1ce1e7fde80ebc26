import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-FMFQ66XV.js";
import "./chunk-NRASNYVW.js";
import "./chunk-GHRL7XQU.js";
import "./chunk-S42ZZY7A.js";
import "./chunk-YPBPE22X.js";
import "./chunk-TVAMBIUY.js";
import "./chunk-3I6CSGWU.js";
import "./chunk-KQN3XGOU.js";
import "./chunk-AS5MKMLS.js";
import "./chunk-B4KNCGMA.js";
import "./chunk-D4R7QXLZ.js";
import "./chunk-BGUBULFN.js";
import "./chunk-CCTPHJBW.js";
import "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";
export {
  chosenBefore,
  plannedGateCommand
};
