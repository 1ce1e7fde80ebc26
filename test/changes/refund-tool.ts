import {
  type ChangedFile,
  type ChangeRules,
  findChanges,
  type ToolChange,
  type ToolEffect,
} from '../../src/changes/index.ts';
import type { JsonObject } from '../../src/trace/index.ts';

export const rules: ChangeRules = { agent: ['**'], prompts: [], tools: ['tools/**'], corpus: [], config: [], pins: [] };

export const base = {
  name: 'refund',
  description: 'Refunds an order.',
  parameters: {
    type: 'object',
    properties: {
      order_id: { type: 'string', description: 'The order.' },
      reason: { type: 'string', enum: ['late', 'broken'] },
      address: {
        type: 'object',
        properties: { zip: { type: 'string', description: 'Zip code.' }, city: { type: 'string' } },
        required: ['zip'],
      },
      lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
    },
    required: ['order_id'],
  },
} satisfies JsonObject;

type Definition = typeof base;
type Properties = Record<string, JsonObject>;

/** `base` with its properties edited in place. */
export function withProperties(edit: (properties: Properties, parameters: JsonObject) => void): JsonObject {
  const copy: Definition = structuredClone(base);
  edit(copy.parameters.properties as unknown as Properties, copy.parameters as unknown as JsonObject);
  return copy;
}

export function edited(from: unknown, to: unknown, path = 'tools/refund.json'): ChangedFile {
  const [baseText, headText] = [JSON.stringify(from), JSON.stringify(to)];
  return { path, oldPath: null, status: 'modified', baseText, headText };
}

export function toolsOf(files: readonly ChangedFile[]): readonly ToolChange[] {
  return findChanges(files, rules).changes.filter((change) => change.kind === 'tool');
}

export function effectsOf(to: JsonObject): readonly ToolEffect[] {
  return toolsOf([edited(base, to)]).flatMap(({ effects }) => effects);
}

export function rename(properties: Properties, from: string, to: string, edits: JsonObject = {}): void {
  properties[to] = { ...properties[from], ...edits };
  delete properties[from];
}
