const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
} from "./chunk-FF7ZO2WA.js";
import "./chunk-6GMGJ6UC.js";
import "./chunk-6ALC5XM3.js";
import "./chunk-YPN73X7R.js";
import "./chunk-KMEEV26H.js";
import "./chunk-557GVQRN.js";
import "./chunk-K3HL3KTY.js";
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
