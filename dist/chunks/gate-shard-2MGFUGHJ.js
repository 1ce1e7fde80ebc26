const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-2YFB5ONN.js";
import "./chunk-GDYURKVN.js";
import "./chunk-COKHGHMC.js";
import "./chunk-5VVMXRD2.js";
import "./chunk-ET27CX64.js";
import "./chunk-FCDQQD56.js";
import "./chunk-K2HBUHE2.js";
import "./chunk-GLTWMBUF.js";
import "./chunk-34AJDQB2.js";
import "./chunk-Q3ZGYL4R.js";
import "./chunk-PIYESBNU.js";
import "./chunk-LKFGDHYO.js";
import "./chunk-M3BPJXD2.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";
export {
  chosenBefore,
  plannedGateCommand
};
