const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  backfillCommand,
  definitionIn
} from "./chunk-PMSOLGWA.js";
import "./chunk-GJKNUOUT.js";
import "./chunk-ANI6OZO6.js";
import "./chunk-CEKAYGX6.js";
import "./chunk-VYRLRRHS.js";
import "./chunk-SKP7GUI6.js";
import "./chunk-PKHOOHSR.js";
import "./chunk-RL2EILAT.js";
import "./chunk-HVHKZRRU.js";
import "./chunk-K6PVQN4N.js";
import "./chunk-C64DPXHU.js";
import "./chunk-GKU5XO3B.js";
import "./chunk-QXKWKOCK.js";
import "./chunk-RAGWTTC6.js";
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
  backfillCommand,
  definitionIn
};
