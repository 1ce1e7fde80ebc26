/**
 * Cuts the operations that pawl uses out of GitHub's OpenAPI description, with every component they refer to, so that
 * the tests can hold each request and each answer against it without installing the whole document:
 *
 *   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz
 *   node scripts/openapi-subset.ts package/generated/api.github.com.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../src/trace/index.ts';

const OPERATIONS: readonly (readonly [path: string, method: string])[] = [
  ['/repos/{owner}/{repo}/issues/{issue_number}/comments', 'get'],
  ['/repos/{owner}/{repo}/issues/{issue_number}/comments', 'post'],
  ['/repos/{owner}/{repo}/issues/comments/{comment_id}', 'patch'],
  ['/repos/{owner}/{repo}/issues/comments/{comment_id}', 'delete'],
  ['/repos/{owner}/{repo}/issues', 'get'],
  ['/repos/{owner}/{repo}/issues', 'post'],
  ['/repos/{owner}/{repo}/issues/{issue_number}', 'get'],
  ['/repos/{owner}/{repo}/issues/{issue_number}', 'patch'],
  ['/repos/{owner}/{repo}/check-runs', 'post'],
  ['/repos/{owner}/{repo}/check-runs/{check_run_id}', 'patch'],
  ['/repos/{owner}/{repo}/branches/{branch}', 'get'],
  ['/repos/{owner}/{repo}/rules/branches/{branch}', 'get'],
  ['/repos/{owner}/{repo}/pulls', 'get'],
  ['/repos/{owner}/{repo}/pulls/{pull_number}', 'get'],
  ['/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', 'get'],
  ['/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', 'get'],
  ['/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', 'get'],
  ['/user', 'get'],
];

/** Members that say nothing about validity; `description` is one only where it is prose, not a property of that name. */
const PROSE = new Set(['description', 'summary', 'externalDocs', 'tags', 'x-github', 'x-octokit', 'title']);
const EXAMPLES = new Set(['example', 'examples']);

/** A copy without prose and examples. The members of `properties` are names that users chose, never keywords. */
function strip(value: Json, namesAreFree: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => strip(item, false));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => namesAreFree || !(PROSE.has(key) || EXAMPLES.has(key)));
  const copy = Object.fromEntries(
    kept.map(([key, member]) => [key, strip(member, !namesAreFree && key === 'properties')]),
  );
  if (namesAreFree || copy.nullable !== true || copy.type !== undefined) return copy;
  // Beside no type "nullable" means nothing to a validator, and GitHub means null.
  const { nullable: _, ...rest } = copy;
  return { anyOf: [rest, { type: 'null' }] };
}

function member(value: Json | undefined, key: string): Json {
  const found = isJsonObject(value) ? value[key] : undefined;
  if (found === undefined) throw new Error(`the document has no member ${key} where one was expected`);
  return found;
}

/** Every `$ref` below a value, as `['schemas', 'issue-comment']`. */
function references(value: Json): string[][] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner.replace('#/components/', '').split('/')] : references(inner),
  );
}

function subset(document: Json): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [path, method] of OPERATIONS) {
    const operation = strip(member(member(member(document, 'paths'), path), method), false);
    paths[path] = { ...paths[path], [method]: operation };
  }
  const components: Record<string, JsonObject> = {};
  const open = references(paths);
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    const [kind = '', name = ''] = reference;
    if (components[kind]?.[name] !== undefined) continue;
    const component = strip(member(member(member(document, 'components'), kind), name), false);
    components[kind] = { ...components[kind], [name]: component };
    open.push(...references(component));
  }
  const version = member(member(document, 'info'), 'version');
  return {
    openapi: member(document, 'openapi'),
    info: { title: 'Subset of @octokit/openapi (MIT), made by scripts/openapi-subset.ts', version },
    paths,
    components: sorted(components),
  };
}

/** In the order of names, so that a refresh shows only what GitHub changed. */
function sorted(value: Record<string, JsonObject>): JsonObject {
  const byName = (object: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  return byName(Object.fromEntries(Object.entries(value).map(([kind, members]) => [kind, byName(members)])));
}

const source = argv[2];
const document = source === undefined ? undefined : parseJson(readFileSync(source, 'utf8'));
if (document === undefined) {
  stderr.write('usage: node scripts/openapi-subset.ts PATH/TO/api.github.com.json\n');
  exit(2);
}
const target = fileURLToPath(new URL('../test/github/openapi.json', import.meta.url));
const text = `${JSON.stringify(subset(document), null, 1)}\n`;
writeFileSync(target, text);
stdout.write(`${target}: ${OPERATIONS.length} operations, ${Math.ceil(text.length / 1024)} KiB\n`);
