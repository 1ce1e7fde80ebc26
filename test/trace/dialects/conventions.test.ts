import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Json, type JsonObject, parseJson, readTrace, type Span } from '../../../src/trace/index.ts';
import { CAPTURES, hasCaptures, readCapture } from './captures.ts';
import { GENAI_FIXTURES } from './desk-genai.ts';
import { span } from './telling.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/data/otel');
const SCHEMAS: Readonly<Record<string, string>> = {
  'gen_ai.input.messages': 'gen-ai-input-messages.json',
  'gen_ai.output.messages': 'gen-ai-output-messages.json',
  'gen_ai.system_instructions': 'gen-ai-system-instructions.json',
  'gen_ai.tool.definitions': 'gen-ai-tool-definitions.json',
};

describe.skipIf(!existsSync(FOLDER))('the semantic conventions (skipped where ../shared/data/otel is absent)', () => {
  describe.each(['1.37.0', '1.41.1'])('%s', (version) => {
    const folder = join(FOLDER, `semconv-v${version}/docs/gen-ai`);
    let schemas: ReadonlyMap<string, ValidateFunction> = new Map();
    beforeAll(() => {
      schemas = schemasIn(folder);
    });

    test('the message bodies that this dialect’s fixtures are made of are valid', () => {
      const own = GENAI_FIXTURES.filter(({ name }) => name.startsWith(version === '1.37.0' ? '1.37' : '1.41'));
      // 1.37's examples say `result` where its own schema says `response`.
      const spans = own.flatMap((fixture) => fixture.spans.map((each) => withoutResults(each, version)));
      expect(faults(spans, schemas)).toEqual([]);
      expect(spans.length).toBeGreaterThan(0);
    });

    test.skipIf(!hasCaptures).each(CAPTURES)('the message bodies of %s are valid', (name) => {
      const found = faults(readCapture(name).spans, schemas);
      // Its tool definitions are OpenAI's, whose names stand one level deeper.
      const wrong = found.filter(
        (fault) => name !== 'openllmetry-openai' || !fault.startsWith('gen_ai.tool.definitions'),
      );
      expect(wrong).toEqual([]);
    });

    test('every worked example reads whole', () => {
      const examples = examplesIn(join(folder, 'non-normative/examples-llm-calls.md'));
      expect(examples.length).toBeGreaterThan(5);
      for (const example of examples) {
        const attributes = { 'gen_ai.operation.name': 'chat', 'gen_ai.input.messages': example };
        const [run] = readTrace([span({ id: 'c', parent: null, name: 'chat', startMs: 0, endMs: 1, attributes })], []);
        const call = run?.steps.find(({ kind }) => kind === 'model_call');
        const parts = call?.kind === 'model_call' ? (call.input ?? []).flatMap((message) => message.parts) : [];
        expect(parts.length).toBe(example.flatMap(({ parts: written }) => written).length);
        expect(run?.problems.filter((line) => !line.startsWith('a tool result'))).toEqual([]);
      }
    });
  });
});

function schemasIn(folder: string): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false, formats: { binary: true } });
  const files = Object.entries(SCHEMAS).filter(([, file]) => existsSync(join(folder, file)));
  return new Map(
    files.map(([name, file]) => [name, ajv.compile(JSON.parse(readFileSync(join(folder, file), 'utf8')))]),
  );
}

function faults(spans: readonly Span[], schemas: ReadonlyMap<string, ValidateFunction>): string[] {
  return spans.flatMap(({ attributes }) =>
    [...schemas].flatMap(([name, validate]) => {
      const value = attributes[name];
      if (value === undefined || validate(typeof value === 'string' ? parseJson(value) : value)) return [];
      return [`${name}: ${validate.errors?.[0]?.instancePath} ${validate.errors?.[0]?.message}`];
    }),
  );
}

function withoutResults(each: Span, version: string): Span {
  const { 'gen_ai.input.messages': _, ...others } = each.attributes;
  return version === '1.37.0' ? { ...each, attributes: others } : each;
}

/** The message lists that the page shows. */
function examplesIn(path: string): { parts: Json[] }[][] {
  const blocks = [...readFileSync(path, 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) =>
    parseJson(text ?? ''),
  );
  return blocks.filter(isMessageList);
}

function isMessageList(value: Json | undefined): value is (JsonObject & { parts: Json[] })[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'parts' in item);
}
