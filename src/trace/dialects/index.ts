import type { Dialect } from './dialect.ts';
import { genai } from './genai.ts';

/** All dialects, those that can be told by marks of their own first: the first that reads a span is its reader. */
export const DIALECTS: readonly Dialect[] = [genai];
