import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-NUHVPYOH.js";
import "./chunk-ZRQJKNTV.js";
import "./chunk-H6IZPVF7.js";
export {
  context,
  getOctokit
};
