const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  backfillCommand,
  definitionIn
} from "./chunk-VSQD7O2K.js";
import "./chunk-PJNWQVOE.js";
import "./chunk-JXLTKXSR.js";
import "./chunk-PXXWMPI3.js";
import "./chunk-D52HCRIN.js";
import "./chunk-6JHPNOJK.js";
import "./chunk-K7FUMOEL.js";
import "./chunk-KN5JLIWD.js";
import "./chunk-GLTWMBUF.js";
import "./chunk-34AJDQB2.js";
import "./chunk-Q3ZGYL4R.js";
import "./chunk-PIYESBNU.js";
import "./chunk-LKFGDHYO.js";
import "./chunk-M3BPJXD2.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
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
