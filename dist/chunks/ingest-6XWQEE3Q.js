import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-OTTPVHQA.js";
import "./chunk-LREYHZ3L.js";
import "./chunk-VAT24DVB.js";
import "./chunk-KZYBHJR4.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-OK2AK6OR.js";
import "./chunk-MMGUJJOT.js";
import "./chunk-Y2KXXM2D.js";
import "./chunk-6FHPEOXE.js";
import "./chunk-7WULDW2W.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
