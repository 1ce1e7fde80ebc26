const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-6625DD54.js";
import "./chunk-HMNIJCDD.js";
import "./chunk-L23VSNQE.js";
import "./chunk-CKWE3LHX.js";
import "./chunk-7BZZY76H.js";
import "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";
export {
  chosenBefore,
  plannedGateCommand
};
