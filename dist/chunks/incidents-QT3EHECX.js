const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
} from "./chunk-4IDBCMCB.js";
import "./chunk-TZRMTWAZ.js";
import "./chunk-DZH7FJ4S.js";
import "./chunk-VMY4UFCQ.js";
import "./chunk-SNG5DAGP.js";
import "./chunk-AVOIFBDC.js";
import "./chunk-PW5ADVOX.js";
import "./chunk-DA6SR6XV.js";
import "./chunk-OKVRQIGF.js";
import "./chunk-ZL4VYHWG.js";
import "./chunk-4IWIEZDS.js";
import "./chunk-DPZBLVOG.js";
import "./chunk-OIMIGD6Q.js";
import "./chunk-6ALC5XM3.js";
import "./chunk-RDJEG4A2.js";
import "./chunk-KMEEV26H.js";
import "./chunk-557GVQRN.js";
import "./chunk-K3HL3KTY.js";
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
