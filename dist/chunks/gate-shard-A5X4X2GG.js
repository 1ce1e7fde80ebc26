const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-JGXRDZKA.js";
import "./chunk-OHDY7CXD.js";
import "./chunk-E2RBPFTQ.js";
import "./chunk-6FSZ5R3M.js";
import "./chunk-EKB2STDA.js";
import "./chunk-XX6WNEPH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-6UPJT6VS.js";
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
  chosenBefore,
  plannedGateCommand
};
