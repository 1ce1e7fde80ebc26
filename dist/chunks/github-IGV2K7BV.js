const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-WBGG2OKX.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-GPPT27SZ.js";
export {
  context,
  getOctokit
};
