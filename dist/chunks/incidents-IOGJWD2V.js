const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
} from "./chunk-GMD6KCWL.js";
import "./chunk-MAWV5DRR.js";
import "./chunk-OIUORS67.js";
import "./chunk-HRJYD5YT.js";
import "./chunk-OVSQIAKQ.js";
import "./chunk-LQZMPPWL.js";
import "./chunk-N2LV676Z.js";
import "./chunk-6P6J6X2O.js";
import "./chunk-B7NC2R2M.js";
import "./chunk-Z6SWWWAO.js";
import "./chunk-HZW7HJUT.js";
import "./chunk-QSAIIAH6.js";
import "./chunk-XY2KEHRV.js";
import "./chunk-HHR63GCW.js";
import "./chunk-TJUJAG5L.js";
import "./chunk-GNDOXUY6.js";
import "./chunk-5CKM7Y2H.js";
import "./chunk-XNWMNJ5A.js";
import "./chunk-T5FFVYYE.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-VNFFK6S3.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";
export {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
};
