const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-MSGPTHX6.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-GPPT27SZ.js";
export {
  context,
  getOctokit
};
