const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  backfillCommand,
  definitionIn
} from "./chunk-ZE5DXQ25.js";
import "./chunk-BYOT2IFV.js";
import "./chunk-Q5RNOPR6.js";
import "./chunk-KMFATG4F.js";
import "./chunk-5NI5GW7L.js";
import "./chunk-TOGZJM3M.js";
import "./chunk-VRZ2AGYE.js";
import "./chunk-EBLY6C75.js";
import "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import "./chunk-WQIMK4JL.js";
import "./chunk-DTQ5D6J7.js";
import "./chunk-G7DHVUWC.js";
import "./chunk-T6C42NEA.js";
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
  backfillCommand,
  definitionIn
};
