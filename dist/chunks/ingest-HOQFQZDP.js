import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-EUORVNWE.js";
import "./chunk-EGEJTWNZ.js";
import "./chunk-MNNQACIQ.js";
import "./chunk-33BEXJDG.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-6QJJGYTC.js";
import "./chunk-I33PTHDE.js";
import "./chunk-JR2L2PTB.js";
import "./chunk-QLYRSIVI.js";
import "./chunk-O5V42NW3.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
