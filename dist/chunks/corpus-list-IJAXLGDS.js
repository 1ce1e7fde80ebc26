import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
} from "./chunk-F2Z3NSB6.js";
import "./chunk-JV5ZC26Y.js";
import "./chunk-JJJ2ARR4.js";
import "./chunk-JR2L2PTB.js";
import "./chunk-QLYRSIVI.js";
import "./chunk-O5V42NW3.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
};
