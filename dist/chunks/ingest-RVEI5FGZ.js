const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-2UKCPIOY.js";
import "./chunk-KNEMSVCL.js";
import "./chunk-TL5NLKMX.js";
import "./chunk-XZ34LX76.js";
import "./chunk-EFDPYGWI.js";
import "./chunk-N4SJH7MV.js";
import "./chunk-USAU2TW6.js";
import "./chunk-FYXAK4UT.js";
import "./chunk-G3VFAWKC.js";
import "./chunk-RAJ4QJ2Y.js";
import "./chunk-FCDQQD56.js";
import "./chunk-F4DPZR77.js";
import "./chunk-VI72RGJW.js";
import "./chunk-HCZJOFVJ.js";
import "./chunk-4QDPPBSR.js";
import "./chunk-ZAVFIBSD.js";
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
  foldAll,
  ingestCommand
};
