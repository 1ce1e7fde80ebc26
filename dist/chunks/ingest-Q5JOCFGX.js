import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-SWMJ4GIX.js";
import "./chunk-ORKX25WR.js";
import "./chunk-C7IYAYUY.js";
import "./chunk-ZM4VSEHX.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-U4LD2LIF.js";
import "./chunk-52O5U5QI.js";
import "./chunk-QT6BENWT.js";
import "./chunk-QG3UVE7E.js";
import "./chunk-AVCBIA7J.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
