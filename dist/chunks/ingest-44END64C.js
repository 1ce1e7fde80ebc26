import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-ZVQKC5VT.js";
import "./chunk-RDMFOFHQ.js";
import "./chunk-2RID5UJY.js";
import "./chunk-MGSK7LTY.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-2UNW7WBZ.js";
import "./chunk-BWASAOJQ.js";
import "./chunk-5TZPBD47.js";
import "./chunk-OAZF6KCD.js";
import "./chunk-O5V42NW3.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
