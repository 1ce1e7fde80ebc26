import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll,
  ingestCommand
} from "./chunk-MLBK6OKQ.js";
import "./chunk-GEIXXG2U.js";
import "./chunk-TGZPBEPC.js";
import "./chunk-AOQO3VCX.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-JKFSQIG7.js";
import "./chunk-LC5YT6AK.js";
import "./chunk-5BMVHYV5.js";
import "./chunk-NTHA6XON.js";
import "./chunk-OQ72NQW6.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";
export {
  foldAll,
  ingestCommand
};
