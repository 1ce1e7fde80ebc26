const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
} from "./chunk-XLBGATN3.js";
import "./chunk-64T45M6C.js";
import "./chunk-YCEA7NG2.js";
import "./chunk-U6LWOX3U.js";
import "./chunk-XZ34LX76.js";
import "./chunk-EFDPYGWI.js";
import "./chunk-N4SJH7MV.js";
import "./chunk-USAU2TW6.js";
import "./chunk-CV37AYA5.js";
import "./chunk-FYXAK4UT.js";
import "./chunk-4IWIEZDS.js";
import "./chunk-RCNMX6L4.js";
import "./chunk-RAJ4QJ2Y.js";
import "./chunk-F4DPZR77.js";
import "./chunk-VI72RGJW.js";
import "./chunk-HCZJOFVJ.js";
import "./chunk-4QDPPBSR.js";
import "./chunk-ZAVFIBSD.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-VNFFK6S3.js";
import "./chunk-MA7E5CPD.js";
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
