const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-C3DIYJPY.js";
import "./chunk-YG47ERPR.js";
import "./chunk-44DQ7MBR.js";
import "./chunk-23AZLBMC.js";
import "./chunk-RAJ4QJ2Y.js";
import "./chunk-M2IJ7JST.js";
import "./chunk-FCDQQD56.js";
import "./chunk-NDDUVTP3.js";
import "./chunk-F4DPZR77.js";
import "./chunk-VI72RGJW.js";
import "./chunk-HCZJOFVJ.js";
import "./chunk-4QDPPBSR.js";
import "./chunk-ZAVFIBSD.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
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
