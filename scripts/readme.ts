/**
 * Writes the parts of README.md and docs/ that something else knows better: between `<!-- generated:NAME -->` and
 * `<!-- /generated:NAME -->` stands what the schemas, action.yml, a golden report and `--help` say. Run it in the root of the
 * repository.
 *
 *   npm run readme                   writes the pages
 *   npm run readme -- --check        writes nothing; exit 1 when a page says something else
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process, { cwd, execPath, stderr, stdout } from 'node:process';
import { parseArgs, promisify } from 'node:util';
import { parse } from 'yaml';
import { subcommandsIn } from './helps.ts';

/** Which page has which generated sections. */
export const GENERATED: Readonly<Record<string, readonly string[]>> = {
  'README.md': ['report'],
  'docs/reference.md': ['settings', 'expectations', 'slices', 'conditions', 'action', 'cli'],
};

const EXAMPLE_REPORT = 'test/report/golden/block-slice.txt';

/** The part of JSON Schema that our own schemas use. */
export interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What `--help` says of one command. */
export interface CommandHelp {
  /** `pawl reservoir fill`. */
  readonly name: string;
  readonly text: string;
  /** Long options -> whether a value follows. */
  readonly options: ReadonlyMap<string, boolean>;
  readonly subcommands: readonly string[];
}

/** The help of pawl and of every command below it. */
export async function readHelps(): Promise<readonly CommandHelp[]> {
  const { stdout: json } = await promisify(execFile)(execPath, [join(import.meta.dirname, 'helps.ts')]);
  const texts: readonly (readonly [name: string, text: string])[] = JSON.parse(json);
  return texts.map(([name, text]) => helpOf(name, text));
}

function helpOf(name: string, text: string): CommandHelp {
  const options = text.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)( <)?/gm);
  return {
    ...{ name, text, subcommands: subcommandsIn(text) },
    options: new Map([...options].map(([, option = '', value]) => [option, value !== undefined])),
  };
}

function cliReference(helps: readonly CommandHelp[]): string {
  return helps.map(({ name, text }) => `### \`${name}\`\n\n${block(text)}`).join('\n\n');
}

/** A table for the keys that hold values, and one for each key that holds keys. */
export function settingsReference(schema: Schema): string {
  return sections('', schema).join('\n\n');
}

function sections(name: string, schema: Schema): string[] {
  const members = Object.entries(schema.properties ?? {});
  const plain = members.filter(([, member]) => inner(member) === null);
  const rows = plain.map(([key, member]) => [
    code(key),
    typeText(member),
    defaultText(schema, key),
    prose(member.description ?? ''),
  ]);
  const title = name === '' ? '### Top level' : `### ${code(name)}`;
  const about = [schema.description ?? '', alternatives(schema)].filter((text) => text !== '').map(prose);
  const own =
    rows.length === 0 ? [] : [[title, ...about, table(['key', 'type', 'default', 'what it is'], rows)].join('\n\n')];
  const below = members.flatMap(([key, member]) => {
    const found = inner(member);
    if (found === null) return [];
    const description = member.description ?? '';
    return sections([name, key].filter((part) => part !== '').join('.') + found.mark, { ...found.schema, description });
  });
  return [...own, ...below];
}

/** The map of keys that a key holds: itself, one for each item of its list, or one for each name in it. */
function inner(schema: Schema): { readonly schema: Schema; readonly mark: string } | null {
  if (schema.properties !== undefined) return { schema, mark: '' };
  if (schema.items?.properties !== undefined) return { schema: schema.items, mark: '[]' };
  const { additionalProperties: each } = schema;
  return typeof each === 'object' && each.properties !== undefined ? { schema: each, mark: '.<name>' } : null;
}

function alternatives({ oneOf = [] }: Schema): string {
  const keys = oneOf.flatMap(({ required = [] }) => required);
  return keys.length === 0 ? '' : `Exactly one of ${keys.join(', ')} is given.`;
}

function typeText(schema: Schema): string {
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
  if (schema.type !== 'array') return [schema.type ?? 'any value'].flat().join(' or ');
  const { type } = schema.items ?? {};
  return typeof type === 'string' ? `list of ${type}s` : 'list';
}

function defaultText(schema: Schema, key: string): string {
  if (schema.required?.includes(key) === true) return 'required';
  const value = schema.properties?.[key]?.default;
  if (value === undefined) return 'none';
  return Array.isArray(value) && value.length > 1
    ? value.map((item) => code(JSON.stringify(item))).join(', ')
    : code(typeof value === 'string' ? value : JSON.stringify(value));
}

/** One row for each kind of the schema's union; `what` heads the column that says what it means. */
function unionReference(schema: Schema, what: string): string {
  const rows = (schema.oneOf ?? []).map(({ description = '', properties = {}, required = [] }) => {
    const { kind, ...fields } = properties;
    const names = Object.keys(fields).map((name) => code(required.includes(name) ? name : `${name}?`));
    return [code(String(kind?.const)), names.join(', '), prose(description)];
  });
  return table(['kind', 'fields', what], rows);
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

function actionReference({ inputs, outputs }: ActionFile): string {
  const given = Object.entries(inputs).map(([name, input]) => [
    code(name),
    input.default === undefined ? 'none' : code(input.default),
    prose(input.description),
  ]);
  const made = Object.entries(outputs).map(([name, output]) => [code(name), prose(output.description)]);
  return `${table(['input', 'default', 'what it is'], given)}\n\n${table(['output', 'what it is'], made)}`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A pipe would end the cell, inside of code as well. */
function cell(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

function prose(text: string): string {
  return text.replaceAll(/[\\`*<[]/g, '\\$&');
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function block(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}

/** What stands between the markers, by name. */
export async function generatedSections(root: string): Promise<ReadonlyMap<string, string>> {
  const text = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
  const schema = async (name: string): Promise<Schema> => JSON.parse(await text(`schema/${name}.v1.schema.json`));
  const [settings, expectation, slice, action, report, helps] = await Promise.all([
    schema('pawl'),
    schema('expectation'),
    schema('slice'),
    text('action.yml'),
    text(EXAMPLE_REPORT),
    readHelps(),
  ]);
  return new Map([
    ['report', block(report)],
    ['settings', settingsReference(settings)],
    ['expectations', unionReference(expectation, 'a trial passes when')],
    ['slices', unionReference(slice, 'the slices')],
    ['conditions', unionReference(slice.definitions?.condition ?? {}, 'it holds when')],
    ['action', actionReference(parse(action))],
    ['cli', cliReference(helps)],
  ]);
}

/** Fills the marked places of a page. Throws when it lacks one of `names`, has it twice, or has another one. */
export function fillSections(
  page: string,
  text: string,
  names: readonly string[],
  generated: ReadonlyMap<string, string>,
): string {
  const seen: string[] = [];
  const filled = text.replaceAll(
    /(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- \/generated:\2 -->)/g,
    (_, begin: string, name: string, end: string) => {
      seen.push(name);
      return `${begin}\n${generated.get(name) ?? ''}\n\n${end}`;
    },
  );
  const expected = [...names].sort().join(', ');
  const received = seen.sort().join(', ');
  if (received !== expected)
    throw new Error(`${page}: expected each of these sections once: ${expected}; received ${received}`);
  return filled;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const generated = await generatedSections(cwd());
  const stale: string[] = [];
  for (const [page, names] of Object.entries(GENERATED)) {
    const present = await readFile(join(cwd(), page), 'utf8');
    const fresh = fillSections(page, present, names, generated);
    if (fresh === present) continue;
    stale.push(page);
    if (!values.check) await writeFile(join(cwd(), page), fresh);
  }
  if (!values.check) stdout.write(stale.length === 0 ? 'all pages: fresh\n' : `${stale.join(', ')}: written\n`);
  if (!values.check || stale.length === 0) return 0;
  stderr.write(`${stale.join(', ')}: something else than schema/, action.yml, the example report or --help\n`);
  stderr.write('run "npm run readme" and commit the pages\n');
  return 1;
}

if (import.meta.main) process.exitCode = await main();
