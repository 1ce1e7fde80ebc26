import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import expectationSchema from '../../schema/expectation.v1.schema.json' with { type: 'json' };
import pawlSchema from '../../schema/pawl.v1.schema.json' with { type: 'json' };
import sliceSchema from '../../schema/slice.v1.schema.json' with { type: 'json' };
import { COMPILED_SCHEMAS } from '../../scripts/compiled-schemas.ts';
import { type SchemaCheck, schemaCheck } from '../../src/trace/schema-problems.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Without the schemas that it refers to it could not be compiled when it is used. */
const ENTRY = `
import { schemaCheck } from './src/trace/schema-problems.ts';
import schema from './schema/pawl.v1.schema.json' with { type: 'json' };
export const check = schemaCheck(schema, []);
`;

let folder: string;
let built: SchemaCheck;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-schemas-'));
  await build({
    ...{ absWorkingDir: ROOT, stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' } },
    ...{ outfile: join(folder, 'check.mjs'), bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
    plugins: [COMPILED_SCHEMAS],
  });
  ({ check: built } = await import(pathToFileURL(join(folder, 'check.mjs')).href));
});
afterAll(() => rmSync(folder, { recursive: true }));

const agent = { name: 'desk', command: 'node agent.mjs', paths: ['prompt.md'] };
const settings = { version: 1, agent, prompts: ['prompt.md'], corpus: ['corpus.jsonl'] };

test.each<[string, object, number]>([
  ['settings that hold', settings, 0],
  ['nothing', {}, 4],
  ['an unknown key', { ...settings, promts: [] }, 1],
  ['a value of another type, and one out of its range', { ...settings, agent: { ...agent, name: 7 }, version: 2 }, 2],
  [
    'a faulty expectation, by its discriminator',
    { ...settings, expectations: [{ kind: 'output_contain', text: 'x' }] },
    1,
  ],
])('a schema that was compiled ahead says of %s what one compiled at its first use says', (_, value, faults) => {
  const said = schemaCheck(pawlSchema, [expectationSchema, sliceSchema])(value);
  expect(said).toHaveLength(faults);
  expect(built(value)).toEqual(said);
});
