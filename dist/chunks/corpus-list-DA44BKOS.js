import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
} from "./chunk-ZEPIVH23.js";
import "./chunk-EIYEAWOB.js";
import "./chunk-3P2JEF5H.js";
import "./chunk-5TZPBD47.js";
import "./chunk-OAZF6KCD.js";
import "./chunk-O5V42NW3.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  corpusListCommand,
  corpusShowCommand,
  noSuchCase
};
