import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
} from "./chunk-6OYK3TCM.js";
import "./chunk-YNNKGYOS.js";
import "./chunk-BYDHNTQ5.js";
import "./chunk-3Z432Z7C.js";
import "./chunk-FAUJ72YB.js";
import "./chunk-N73M3PSF.js";
import "./chunk-I3AMN25J.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
};
