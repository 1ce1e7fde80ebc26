const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-G3YDL2WR.js";
import "./chunk-P6KJMNAF.js";
import "./chunk-YAGXMPMT.js";
import "./chunk-4VQQJIBB.js";
import "./chunk-AEIOOGTH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-ZPRV3REE.js";
import "./chunk-HHR63GCW.js";
import "./chunk-TJUJAG5L.js";
import "./chunk-GNDOXUY6.js";
import "./chunk-5CKM7Y2H.js";
import "./chunk-XNWMNJ5A.js";
import "./chunk-T5FFVYYE.js";
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
