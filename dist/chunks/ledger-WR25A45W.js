import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  changesCommand,
  dayOption,
  ledgerCommand
} from "./chunk-545WFEEI.js";
import "./chunk-N45HWQLZ.js";
import "./chunk-5ZJF47S4.js";
import "./chunk-J2H5CFTH.js";
import "./chunk-YF4N6DB6.js";
import "./chunk-YNNKGYOS.js";
import "./chunk-BYDHNTQ5.js";
import "./chunk-3Z432Z7C.js";
import "./chunk-FAUJ72YB.js";
import "./chunk-N73M3PSF.js";
import "./chunk-I3AMN25J.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  changesCommand,
  dayOption,
  ledgerCommand
};
