import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
} from "./chunk-WBIZXKIV.js";
import "./chunk-YMLWI45X.js";
import "./chunk-KB2XDURL.js";
import "./chunk-XGSVVGPE.js";
import "./chunk-WSALI5SC.js";
import "./chunk-V2XUDUQG.js";
import "./chunk-BBBJJC2T.js";
import "./chunk-BN6YG3FW.js";
import "./chunk-IYDWDEWM.js";
import "./chunk-PT7CWX3C.js";
import "./chunk-7I6ZH6Y4.js";
import "./chunk-FWZMJ2DV.js";
import "./chunk-5A4B25LQ.js";
import "./chunk-XNRB6CA2.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-OWVDR5ME.js";
import "./chunk-CCTPHJBW.js";
import "./chunk-RUYBUABK.js";
import "./chunk-5IDBHXP5.js";
import "./chunk-ZRQJKNTV.js";
import "./chunk-H6IZPVF7.js";
export {
  closeCommand,
  findIncident,
  listCommand,
  showCommand,
  updateCommand
};
