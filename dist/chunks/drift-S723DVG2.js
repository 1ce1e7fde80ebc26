const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  driftCommand,
  watchTraffic
} from "./chunk-A64H3MQC.js";
import "./chunk-2LBX4MYL.js";
import "./chunk-NTUJ6SHI.js";
import "./chunk-COLHGKYQ.js";
import "./chunk-HR2PY3HY.js";
import "./chunk-47ISFW5N.js";
import "./chunk-TZBLFOMY.js";
import "./chunk-MBACCWPR.js";
import "./chunk-P2YAFJMQ.js";
import "./chunk-H7TJI2PU.js";
import "./chunk-7BZZY76H.js";
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
  driftCommand,
  watchTraffic
};
