import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-YMTRFCPA.js";
import "./chunk-46HEXU5Q.js";
import "./chunk-YN2OM3UI.js";
import "./chunk-ALUOHZV2.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-62HU5VIO.js";
import "./chunk-HAEUIGJX.js";
import "./chunk-IIHCOWT7.js";
import "./chunk-XEDW4WEJ.js";
import "./chunk-7WULDW2W.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
