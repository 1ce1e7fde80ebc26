import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-OGGIHVFZ.js";
import "./chunk-WEUHGB2B.js";
import "./chunk-DX2DMP2N.js";
import "./chunk-W3K3OJA6.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-VQ3F23PA.js";
import "./chunk-CPHD4R3A.js";
import "./chunk-LW4QOZ7D.js";
import "./chunk-NTIKZPMN.js";
import "./chunk-3XM2MF63.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
