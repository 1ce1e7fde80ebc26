import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-SSQMC7OH.js";
import "./chunk-6EO6R3HQ.js";
import "./chunk-XHX7NOPI.js";
import "./chunk-ITUXOGX4.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-SPJBVIA6.js";
import "./chunk-FGFQTBXT.js";
import "./chunk-ESM6USZ7.js";
import "./chunk-NYXK4OFP.js";
import "./chunk-3XM2MF63.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
