const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
} from "./chunk-JWHSJNGW.js";
import "./chunk-GGCGUMRC.js";
import "./chunk-AMUP5EBV.js";
import "./chunk-DCOTC3NW.js";
import "./chunk-4V7EBOVO.js";
import "./chunk-CGSVB4HE.js";
import "./chunk-OFAIHQWI.js";
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
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
};
