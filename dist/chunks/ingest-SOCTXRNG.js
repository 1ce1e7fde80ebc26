import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-M7CAXF4F.js";
import "./chunk-ORKX25WR.js";
import "./chunk-C7IYAYUY.js";
import "./chunk-ZM4VSEHX.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-U4LD2LIF.js";
import "./chunk-LKXZGXX6.js";
import "./chunk-DKS2M4CF.js";
import "./chunk-QG3UVE7E.js";
import "./chunk-AVCBIA7J.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
