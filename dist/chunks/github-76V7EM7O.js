import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-TVOVE7U4.js";
import "./chunk-USKDACZP.js";
import "./chunk-WD6H2GOG.js";
export {
  context,
  getOctokit
};
