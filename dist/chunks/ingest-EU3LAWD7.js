import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-DIP3VTWO.js";
import "./chunk-YLWDY5T6.js";
import "./chunk-CFYU4CCA.js";
import "./chunk-CTFI6FFP.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-WDYUZ2FY.js";
import "./chunk-LC5YT6AK.js";
import "./chunk-5BMVHYV5.js";
import "./chunk-LC4X225V.js";
import "./chunk-OQ72NQW6.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
