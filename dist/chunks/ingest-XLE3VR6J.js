const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-PYF5SHNI.js";
import "./chunk-MPIDFZRN.js";
import "./chunk-TL5NLKMX.js";
import "./chunk-MW2YXBU6.js";
import "./chunk-7PDCDVHA.js";
import "./chunk-CLNP6F2I.js";
import "./chunk-QPQKYFBG.js";
import "./chunk-S6UASHNN.js";
import "./chunk-G3VFAWKC.js";
import "./chunk-EPCEIO2O.js";
import "./chunk-FCDQQD56.js";
import "./chunk-YLBEKAGH.js";
import "./chunk-N2G7E7PN.js";
import "./chunk-4FYEQBVP.js";
import "./chunk-SX5J7RWD.js";
import "./chunk-36U2VBCX.js";
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
  foldAll,
  ingestCommand
};
