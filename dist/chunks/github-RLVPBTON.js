const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-7DN4RLPB.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-GPPT27SZ.js";
export {
  context,
  getOctokit
};
