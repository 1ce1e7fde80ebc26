const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
} from "./chunk-NEUJ5JA5.js";
import "./chunk-BCQOSNUB.js";
import "./chunk-JGTDOWQC.js";
import "./chunk-NN56LIXE.js";
import "./chunk-6MJ65FK5.js";
import "./chunk-PGNIY4CQ.js";
import "./chunk-CSY2L46H.js";
import "./chunk-RDHGR4VB.js";
import "./chunk-CFGYWVZV.js";
import "./chunk-GGCGUMRC.js";
import "./chunk-4IWIEZDS.js";
import "./chunk-OLWRXEJM.js";
import "./chunk-CML6SLSH.js";
import "./chunk-AMUP5EBV.js";
import "./chunk-DCOTC3NW.js";
import "./chunk-4V7EBOVO.js";
import "./chunk-CGSVB4HE.js";
import "./chunk-OFAIHQWI.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";
export {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
};
