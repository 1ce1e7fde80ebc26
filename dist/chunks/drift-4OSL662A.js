const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  driftCommand,
  watchTraffic
} from "./chunk-MORM5JMP.js";
import "./chunk-5WEPMZZL.js";
import "./chunk-YDPCUJK5.js";
import "./chunk-XD4OA5KT.js";
import "./chunk-7NEODYIP.js";
import "./chunk-4QHWKL5A.js";
import "./chunk-OYZYBEGT.js";
import "./chunk-QQ77GFUK.js";
import "./chunk-3SPUFXRO.js";
import "./chunk-H7TJI2PU.js";
import "./chunk-EKB2STDA.js";
import "./chunk-4HY7BZ6A.js";
import "./chunk-EVO53QJF.js";
import "./chunk-F5YGALUJ.js";
import "./chunk-YX4JLN7J.js";
import "./chunk-BWQGTC75.js";
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
  driftCommand,
  watchTraffic
};
