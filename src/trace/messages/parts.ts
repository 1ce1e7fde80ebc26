import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Part } from '../trajectory.ts';
import { objectsOf, otherPart, reasoningParts, textOf, textParts } from '../wires/parts.ts';
import { callPart, isCall, isResult, resultPart } from './calls.ts';

const TEXT_TYPES = new Set(['text', 'input_text', 'output_text', 'refusal']);
const REASONING_TYPES = new Set(['thinking', 'reasoning', 'thought', 'reasoning_text', 'summary_text']);

/**
 * The content of a message in any shape: a text, a list of blocks (OpenAI, Anthropic, Gemini, GenAI parts, AI SDK,
 * OpenInference), or one block. A value of no known shape is kept as its JSON: structured answers look like that.
 */
export function contentParts(content: Json | undefined): readonly Part[] {
  if (Array.isArray(content)) return partsOfAll(content);
  if (!isJsonObject(content)) return textParts(content);
  if (Array.isArray(content.parts)) return partsOfAll(content.parts);
  return isBlock(content) ? blockParts(content) : textParts(JSON.stringify(content));
}

/** A loop: this is done for every message there is, and `flatMap` takes several times longer. */
function partsOfAll(blocks: readonly Json[]): readonly Part[] {
  const parts: Part[] = [];
  for (const block of blocks) for (const part of blockParts(block)) parts.push(part);
  return parts;
}

/** Whether an object is a block of a message's content rather than a message or a piece of somebody's data. */
export function isBlock(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  const type = typeOf(value);
  const known = type !== null && (TEXT_TYPES.has(type) || REASONING_TYPES.has(type));
  return known || isCall(value) || isResult(value);
}

function blockParts(block: Json): readonly Part[] {
  if (!isJsonObject(block)) return typeof block === 'string' ? textParts(block) : [otherPart(block)];
  // Results first: a block with the name of a call and what it returned is no second call.
  if (isResult(block)) return [resultPart(block)];
  if (isCall(block)) return [callPart(block)];
  const type = typeOf(block);
  if (block.thought === true || (type !== null && REASONING_TYPES.has(type))) return reasoningOf(block);
  if (type === null || TEXT_TYPES.has(type)) {
    const text = textOf(block.text) ?? textOf(block.content) ?? textOf(block.refusal);
    return text === null ? [otherPart(block)] : textParts(text);
  }
  return [otherPart(block)];
}

function reasoningOf(block: JsonObject): readonly Part[] {
  const { thinking, reasoning, text, content, summary } = block;
  for (const value of [thinking, reasoning, text, content]) {
    if (typeof value === 'string') return reasoningParts(value);
  }
  return [...objectsOf(summary), ...objectsOf(content)].flatMap((item) => reasoningParts(item.text));
}

function typeOf(block: JsonObject): string | null {
  return textOf(block.type)?.replaceAll('-', '_') ?? null;
}
