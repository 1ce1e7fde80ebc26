import { describe, expect, test } from 'vitest';
import { formatFinding, type House } from './house.ts';
import { codeMapFindings, tidyFindings } from './rules.ts';

/** A small tree without a fault, in which each of the faults below is planted alone. */
const CLEAN: Readonly<Record<string, string>> = {
  'src/errors.ts': 'export class UserError extends Error {}',
  'src/trace/index.ts': "export type { Json } from './json.ts';\nexport { parse } from './json.ts';",
  'src/trace/json.ts': 'export type Json = unknown;\nexport function parse(text: string): Json {\n  return text;\n}',
  'src/corpus/index.ts':
    "export type { Case } from './case.ts';\nexport { caseOf } from './case.ts';\nexport { read } from './disk.ts';",
  'src/corpus/case.ts':
    "import { UserError } from '../errors.ts';\nimport { parse } from '../trace/index.ts';\n" +
    'export interface Case { readonly process: string }\n' +
    "export function caseOf(text: string): Case {\n  if (text === '') throw new UserError();\n  return { process: String(parse(text)) };\n}",
  'src/corpus/disk.ts':
    "import { readFile } from 'node:fs/promises';\nexport async function read(path: string): Promise<string> {\n  return readFile(path, 'utf8');\n}",
  'src/score/index.ts':
    "import { createHash } from 'node:crypto';\nimport picomatch from 'picomatch';\nimport schema from '../../schema/case.json' with { type: 'json' };\n" +
    "import type { Case } from '../corpus/index.ts';\n" +
    '// fetch(process.env) in a comment, \'import x from "../cli.ts"\' in a text\n' +
    "export const score = (item: Case): string => item.process + 'Date' + `await ` + createHash + picomatch + schema;",
  'src/commands/gate.ts':
    "import { caseOf, read } from '../corpus/index.ts';\nimport { score } from '../score/index.ts';\n" +
    'export const gate = async (path: string): Promise<string> => score(caseOf(await read(path)));',
  'src/cli.ts': "export const run = async () => (await import('./commands/gate.ts')).gate('x');",
  'src/main.ts': "import { gate } from './commands/gate.ts';\nawait gate(process.argv[2] ?? '');",
};

/** The picture of that tree. */
const FAKE: House = {
  kernel: ['errors', 'trace'],
  stages: ['corpus', 'score'],
  top: ['config', 'gate', 'commands', 'cli', 'main'],
  callers: ['config', 'gate', 'commands', 'main'],
  doorless: ['commands'],
  effectParts: ['gate', 'commands', 'cli', 'main'],
  effectFiles: ['src/corpus/disk.ts'],
  entries: ['src/cli.ts', 'src/main.ts'],
  purePackages: ['picomatch'],
};

function findingsIn(changes: Readonly<Record<string, string>>, house: House): string[] {
  const texts = Object.entries({ ...CLEAN, ...changes }).map(([path, text]) => ({ path, text }));
  return tidyFindings(house, texts).map(formatFinding);
}

/** The clean tree's file with a line behind it, whose number is `lines + 1`. */
const behind = (path: string, line: string) => ({ [path]: `${CLEAN[path]}\n${line}` });

test('a tidy tree has no findings', () => {
  expect(findingsIn({}, FAKE)).toEqual([]);
});

describe('planted alone, this is the only finding:', () => {
  const long = (lines: number) => Array.from({ length: lines }, (_, i) => `// ${i}`).join('\n');

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'an import from the right',
      behind('src/trace/json.ts', "export type { Case } from '../corpus/index.ts';"),
      /^src\/trace\/json\.ts:5: trace stands left of corpus: .* \[order\]$/,
    ],
    [
      'a type taken from a stage on the right',
      behind('src/corpus/case.ts', "export type S = typeof import('../score/index.ts');"),
      /^src\/corpus\/case\.ts:8: corpus stands left of score: .* \[order\]$/,
    ],
    [
      'an import of an entry',
      behind('src/commands/gate.ts', "import '../main.ts';"),
      /^src\/commands\/gate\.ts:4: commands stands left of main: .* \[order\]$/,
    ],
    [
      'a function taken from another stage',
      behind('src/score/index.ts', "export { caseOf } from '../corpus/index.ts';"),
      /^src\/score\/index\.ts:7: a stage takes types from a stage, .* \[types-only\]$/,
    ],
    [
      'a type import that stays at run time',
      behind('src/score/index.ts', "import { type Case as C } from '../corpus/index.ts';"),
      /^src\/score\/index\.ts:7: a stage takes types from a stage, .* \[types-only\]$/,
    ],
    [
      'a stage called by the argument parser',
      behind('src/cli.ts', "import { score } from './score/index.ts';"),
      /^src\/cli\.ts:2: only config, gate, commands, main call stages: .* \[callers\]$/,
    ],
    [
      'a folder entered beside its door',
      behind('src/score/index.ts', "import type { Case as C } from '../corpus/case.ts';"),
      /^src\/score\/index\.ts:7: another folder is entered through its door: .*src\/corpus\/index\.ts \[door\]$/,
    ],
    [
      'an import of a file that is not there',
      behind('src/trace/json.ts', "import './other.ts';"),
      /^src\/trace\/json\.ts:5: "\.\/other\.ts" is no file of the tree: .* \[target\]$/,
    ],
    [
      'code from outside of src',
      { ...behind('src/trace/json.ts', "import '../../scripts/build.ts';"), 'scripts/build.ts': '' },
      /^src\/trace\/json\.ts:5: src imports nothing from outside of it .* \[order\]$/,
    ],
    [
      'a folder that is not in the picture',
      { 'src/util/index.ts': 'export const a = 1;', ...behind('src/main.ts', "import './util/index.ts';") },
      /^src\/util\/index\.ts:1: "util" is no part of the tree: .* \[place\]$/,
    ],
    [
      'a module of the outer world',
      behind('src/trace/json.ts', "import { readFileSync } from 'node:fs';"),
      /^src\/trace\/json\.ts:5: "node:fs" is banned in pure files: .* \[pure\]$/,
    ],
    [
      'a package that nobody called pure',
      behind('src/trace/json.ts', "import { x } from '@actions/github/x';"),
      /^src\/trace\/json\.ts:5: "@actions\/github\/x" is banned in pure files: .* \[pure\]$/,
    ],
    [
      'a clock',
      behind('src/trace/json.ts', 'export const now = Date.now();'),
      /json\.ts:5: Date is banned .* \[pure\]$/,
    ],
    [
      'a random number',
      behind('src/trace/json.ts', 'Math.random();'),
      /json\.ts:5: Math\.random is banned .* \[pure\]$/,
    ],
    [
      'the environment',
      behind('src/trace/json.ts', "export const home = process.env['HOME'];"),
      /json\.ts:5: process is banned in pure files: pass the value as an argument \[pure\]$/,
    ],
    ['a request', behind('src/trace/json.ts', "fetch('x');"), /json\.ts:5: fetch is banned .* \[pure\]$/],
    ['a timer', behind('src/trace/json.ts', 'setTimeout(() => 1);'), /json\.ts:5: setTimeout is banned .* \[pure\]$/],
    ['a print', behind('src/trace/json.ts', "console.log('x');"), /json\.ts:5: console is banned .* \[pure\]$/],
    [
      'async',
      behind('src/trace/json.ts', 'export const f = async () => 1;'),
      /json\.ts:5: async is banned .* \[pure\]$/,
    ],
    ['await', behind('src/trace/json.ts', 'await parse;'), /json\.ts:5: await is banned .* \[pure\]$/],
    [
      'a promise',
      behind('src/trace/json.ts', 'export type P = Promise<1>;'),
      /json\.ts:5: Promise is banned .* \[pure\]$/,
    ],
    [
      'a lazy import',
      behind('src/trace/json.ts', "export const f = () => import('./json.ts');"),
      /json\.ts:5: import\(\) is banned in pure files: .* \[pure\]$/,
    ],
    [
      'an effect of the own folder',
      behind('src/corpus/case.ts', "export { read } from './disk.ts';"),
      /case\.ts:8: a value of the effect file src\/corpus\/disk\.ts is banned in pure files: .* \[pure\]$/,
    ],
    [
      'an effect file without an effect',
      { 'src/corpus/disk.ts': 'export const read = (path: string): string => path;' },
      /^src\/corpus\/disk\.ts:1: stands on the list of effect files, but touches nothing: .* \[effect-list\]$/,
    ],
    [
      'the environment read by an effect file',
      behind('src/corpus/disk.ts', 'export const home = process.env.HOME;'),
      /^src\/corpus\/disk\.ts:5: process\.env is banned outside of src\/cli\.ts, src\/main\.ts: .* \[surroundings\]$/,
    ],
    [
      'a file that nobody imports',
      { 'src/trace/lonely.ts': 'export const a = 1;' },
      /^src\/trace\/lonely\.ts:1: no entry .* imports this file, .* \[unused-file\]$/,
    ],
    ['a file of 301 lines', { 'evals/a.ts': long(301) }, /^evals\/a\.ts:1: 301 lines, at most 300: .* \[file-size\]$/],
    ['a test of 301 lines', { 'test/a.ts': long(301) }, /^test\/a\.ts:1: 301 lines, at most 300: .* \[file-size\]$/],
    [
      'a function of 61 lines',
      behind('src/trace/json.ts', `export const f = {\n  m() {\n${long(59)}\n  },\n};`),
      /^src\/trace\/json\.ts:6: a function of 61 lines, at most 60: .* \[function-size\]$/,
    ],
    ['any', { 'test/a.ts': 'let a: any;' }, /^test\/a\.ts:1: any is banned, use unknown .* \[word\]$/],
    ['an enum', { 'test/a.ts': 'enum A { b }' }, /^test\/a\.ts:1: enum is banned, use a union of strings \[word\]$/],
    ['a namespace', { 'test/a.ts': 'namespace A {}' }, /^test\/a\.ts:1: namespace is banned, use a file \[word\]$/],
    [
      'a default export',
      { 'test/a.ts': 'export default 1;' },
      /^test\/a\.ts:1: default export is banned, .* \[word\]$/,
    ],
    [
      'a function as default export',
      { 'test/a.ts': 'export default function f() {}' },
      /^test\/a\.ts:1: default export is banned, .* \[word\]$/,
    ],
    ['a non-null assertion', { 'test/a.ts': 'a!.b;' }, /^test\/a\.ts:1: non-null ! is banned, use .* \[word\]$/],
    [
      'an empty catch',
      { 'test/a.ts': 'try {\n} catch {\n  // nothing\n}' },
      /^test\/a\.ts:2: an empty catch is banned, use .* \[word\]$/,
    ],
    [
      'a modifier inside of an expression',
      behind('src/trace/json.ts', 'export const a = /b|(?i:c)/;'),
      /^src\/trace\/json\.ts:5: modifiers inside of an expression are banned, .* \[expression\]$/,
    ],
    [
      'one in a text that becomes an expression',
      behind('src/trace/json.ts', `export const a = (b: string) => new RegExp(\`\${b}|(?s-i:c)\`);`),
      /^src\/trace\/json\.ts:5: modifiers inside of an expression are banned, .* \[expression\]$/,
    ],
    [
      'a parameter property',
      { 'test/a.ts': 'class A { constructor(readonly a: string) {} }' },
      /^test\/a\.ts:1: a parameter property is banned, use a field \[word\]$/,
    ],
  ])('%s', (_, changes, finding) => {
    expect(findingsIn(changes, FAKE)).toEqual([expect.stringMatching(finding)]);
  });

  test('an entry that does not exist', () => {
    const house = { ...FAKE, entries: [...FAKE.entries, 'src/other.ts'] };
    expect(findingsIn({}, house)).toEqual(['src/other.ts:1: this entry does not exist [entry]']);
  });

  test('an effect file that does not exist', () => {
    const house = { ...FAKE, effectFiles: [...FAKE.effectFiles, 'src/corpus/net.ts'] };
    expect(findingsIn({}, house)).toEqual([expect.stringMatching(/^src\/corpus\/net\.ts:1: .*does not exist/)]);
  });

  test.each([
    ['- `trace/json.ts`: JSON', 'give src/corpus/disk.ts a line in the code map'],
    ['- `trace/json.ts`: JSON\n- `corpus/disk.ts` *: files\n- `old.ts`: x', 'src/old.ts is gone: take it off'],
    ['- `trace/json.ts`: JSON\n- `corpus/disk.ts`: files', 'src/corpus/disk.ts is an effect file: add its "*"'],
    ['- `trace/json.ts` *: JSON\n- `corpus/disk.ts` *: x', 'src/trace/json.ts is no effect file: remove its "*"'],
  ])('a code map that is not true: %s', (text, message) => {
    const findings = codeMapFindings(FAKE, { path: 'README.md', text }, ['src/trace/json.ts', 'src/corpus/disk.ts']);
    expect(findings.map((finding) => finding.message)).toEqual([message]);
  });
});

test('what fits exactly is no finding', () => {
  const groups = "export const a = [/(?:b)(?=c)(?<!d)(?<i>e)/i, 'i: (?)'];";
  expect(findingsIn(behind('src/trace/json.ts', groups), FAKE)).toEqual([]);
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `// ${i}`).join('\n');
  const sixty = `function f() {\n${lines(58)}\n}`;
  const suite = `describe('a', () => {\n${lines(298)}\n});\n`;
  const tree = { 'scripts/a.ts': `${lines(300)}\n`, 'scripts/b.ts': sixty, 'test/a.ts': suite };
  expect(findingsIn(tree, FAKE)).toEqual([]);
});
