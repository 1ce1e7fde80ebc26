const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
} from "./chunk-3233HZ4U.js";
import "./chunk-4T2TRZOO.js";
import "./chunk-IGR72EBU.js";
import "./chunk-VRTFLLVT.js";
import "./chunk-SHUHF4HG.js";
import "./chunk-OBHRYUCN.js";
import "./chunk-2CE62MJU.js";
import "./chunk-RDHGR4VB.js";
import "./chunk-BZDROIBL.js";
import "./chunk-D2OO65IP.js";
import "./chunk-4IWIEZDS.js";
import "./chunk-OLWRXEJM.js";
import "./chunk-HZ5ZJS6A.js";
import "./chunk-PFHCS465.js";
import "./chunk-TAO7OB7V.js";
import "./chunk-S4ONIF3O.js";
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
