import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-5OIDDBIZ.js";
import "./chunk-ITNMMYU2.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-ENTN6MLE.js";
import "./chunk-5ZJF47S4.js";
import "./chunk-J2H5CFTH.js";
import "./chunk-YF4N6DB6.js";
import "./chunk-BYDHNTQ5.js";
import "./chunk-FAUJ72YB.js";
import "./chunk-N73M3PSF.js";
import "./chunk-I3AMN25J.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
