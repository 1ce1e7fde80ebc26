const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-MOGAA6L2.js";
import "./chunk-SGEDONUY.js";
import "./chunk-TLCIUSNC.js";
import "./chunk-AZ3ZQSSA.js";
import "./chunk-GINDFWQP.js";
import "./chunk-FCDQQD56.js";
import "./chunk-VQA3DSUE.js";
import "./chunk-HVHKZRRU.js";
import "./chunk-K6PVQN4N.js";
import "./chunk-C64DPXHU.js";
import "./chunk-GKU5XO3B.js";
import "./chunk-QXKWKOCK.js";
import "./chunk-RAGWTTC6.js";
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
