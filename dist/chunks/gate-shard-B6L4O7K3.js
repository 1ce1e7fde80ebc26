const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  chosenBefore,
  plannedGateCommand
} from "./chunk-OVKSY5LN.js";
import "./chunk-BUCSZCPB.js";
import "./chunk-ZTFUKSDV.js";
import "./chunk-SZLBU7HV.js";
import "./chunk-WC3IYLTH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OU6J4Q4O.js";
import "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import "./chunk-WQIMK4JL.js";
import "./chunk-DTQ5D6J7.js";
import "./chunk-G7DHVUWC.js";
import "./chunk-T6C42NEA.js";
import "./chunk-JQD6OMAW.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-2F4GCUNK.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";
export {
  chosenBefore,
  plannedGateCommand
};
