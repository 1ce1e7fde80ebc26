const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-YYEMST22.js";
import "./chunk-MN4X5RCT.js";
import "./chunk-TL5NLKMX.js";
import "./chunk-XD4OA5KT.js";
import "./chunk-7NEODYIP.js";
import "./chunk-4QHWKL5A.js";
import "./chunk-OYZYBEGT.js";
import "./chunk-3SPUFXRO.js";
import "./chunk-G3VFAWKC.js";
import "./chunk-EKB2STDA.js";
import "./chunk-FCDQQD56.js";
import "./chunk-4HY7BZ6A.js";
import "./chunk-EVO53QJF.js";
import "./chunk-F5YGALUJ.js";
import "./chunk-YX4JLN7J.js";
import "./chunk-BWQGTC75.js";
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
