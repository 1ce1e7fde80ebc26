const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-PKSDGS5L.js";
import "./chunk-6T45EADC.js";
import "./chunk-JGYA3GFJ.js";
import "./chunk-6X3HOXCM.js";
import "./chunk-HZ5ZJS6A.js";
import "./chunk-7OHXNMP5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-SP7F3HAA.js";
import "./chunk-PFHCS465.js";
import "./chunk-TAO7OB7V.js";
import "./chunk-S4ONIF3O.js";
import "./chunk-CGSVB4HE.js";
import "./chunk-OFAIHQWI.js";
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
