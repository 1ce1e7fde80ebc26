const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-JMOITDKM.js";
import "./chunk-FRPM26HH.js";
import "./chunk-5GH6KP3D.js";
import "./chunk-YUQLL4XJ.js";
import "./chunk-OIMIGD6Q.js";
import "./chunk-WIVY6UNM.js";
import "./chunk-FCDQQD56.js";
import "./chunk-CLCGXVMW.js";
import "./chunk-6ALC5XM3.js";
import "./chunk-YPN73X7R.js";
import "./chunk-KMEEV26H.js";
import "./chunk-557GVQRN.js";
import "./chunk-K3HL3KTY.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";
export {
  chosenBefore,
  plannedGateCommand
};
