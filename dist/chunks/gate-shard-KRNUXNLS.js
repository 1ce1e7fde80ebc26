const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-N2FZK6KV.js";
import "./chunk-I5T5PMGN.js";
import "./chunk-ANP4NCFA.js";
import "./chunk-GSFVEQD7.js";
import "./chunk-MFMLJIOL.js";
import "./chunk-FCDQQD56.js";
import "./chunk-HXBWYP4Z.js";
import "./chunk-OKMLGT74.js";
import "./chunk-LHJYFJ3R.js";
import "./chunk-G2UXZ6MV.js";
import "./chunk-3Q424OAI.js";
import "./chunk-NKZCR7ZX.js";
import "./chunk-FJGFEMZY.js";
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
