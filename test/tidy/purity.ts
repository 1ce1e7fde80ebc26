import {
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isPropertySignatureDeclaration,
  isQualifiedName,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { type Finding, type House, isEffect } from './house.ts';
import { targetOf } from './layers.ts';
import type { Import, ParsedFile } from './parse.ts';

/** Modules of Node whose functions depend on their arguments alone. */
const PURE_MODULES = ['node:buffer', 'node:crypto', 'node:path', 'node:path/posix', 'node:util'];

const PASS_IT = 'pass the value as an argument';
const IN_EFFECT = 'do it in an effect file';
const SYNC = 'pure files are synchronous, do it in an effect file';

/** Names that reach for the world, and what to do instead. */
const BANNED_NAMES: Readonly<Record<string, string>> = {
  Date: 'pass the time as an argument (RFC 3339 text or milliseconds)',
  performance: PASS_IT,
  process: PASS_IT,
  crypto: `use createHash of node:crypto, or ${PASS_IT}`,
  randomBytes: 'use a seeded generator',
  randomInt: 'use a seeded generator',
  randomUUID: 'use a seeded generator or a hash',
  getRandomValues: 'use a seeded generator',
  setTimeout: IN_EFFECT,
  setInterval: IN_EFFECT,
  setImmediate: IN_EFFECT,
  queueMicrotask: IN_EFFECT,
  fetch: IN_EFFECT,
  WebSocket: IN_EFFECT,
  console: 'return the text',
  globalThis: PASS_IT,
  Promise: SYNC,
};

/** Everything that is not on the list of effects is a synchronous function of its arguments; the list is exact. */
export function purityFindings(house: House, files: readonly ParsedFile[]): Finding[] {
  const inSource = files.filter(({ path }) => path.startsWith('src/'));
  const known = new Set(inSource.map(({ path }) => path));
  const absent = house.effectFiles.filter((path) => !known.has(path));
  const needless = inSource.filter(
    (file) => house.effectFiles.includes(file.path) && impurities(house, file).length === 0,
  );
  const effects = inSource.filter(({ path }) => isEffect(house, path) && !house.entries.includes(path));
  return [
    ...inSource.filter(({ path }) => !isEffect(house, path)).flatMap((file) => impurities(house, file)),
    ...effects.flatMap((file) => surroundings(house, file)),
    ...[...absent, ...needless.map(({ path }) => path)].map((path) => ({
      path,
      line: 1,
      rule: 'effect-list',
      message: `stands on the list of effect files, but ${known.has(path) ? 'touches nothing' : 'does not exist'}: take it off`,
    })),
  ];
}

/** Effects act on what they are given: where it comes from is known to the entries alone. */
function surroundings(house: House, file: ParsedFile): Finding[] {
  return file.nodes.flatMap((node) => {
    if (!isPropertyAccessExpression(node) || !isIdentifier(node.expression)) return [];
    const member = `${node.expression.text}.${node.name.text}`;
    if (member !== 'process.env' && member !== 'process.argv') return [];
    const message = `${member} is banned outside of ${house.entries.join(', ')}: ${PASS_IT}`;
    return [{ path: file.path, line: file.lineOf(node), rule: 'surroundings', message }];
  });
}

/** Each fault once a file, where it stands first: ten `await`s are one thing to mend. */
function impurities(house: House, file: ParsedFile): Finding[] {
  const at = (line: number, message: string): Finding => ({ path: file.path, line, rule: 'pure', message });
  const modules = file.imports.flatMap((item) => {
    const message = importFault(house, file.path, item);
    return message === null ? [] : [at(item.line, message)];
  });
  const names = file.nodes.flatMap((node) => {
    const message = nodeFault(node);
    return message === null ? [] : [at(file.lineOf(node), message)];
  });
  const byMessage = new Map([...modules, ...names].reverse().map((finding) => [finding.message, finding]));
  return [...byMessage.values()].reverse();
}

function importFault(house: House, path: string, item: Import): string | null {
  if (item.kind === 'dynamic') return banned('import()', SYNC);
  if (item.typesOnly) return null;
  const target = targetOf(path, item.specifier);
  if (target !== null) {
    // A door shows its folder's effects to those who may call them.
    if (!isEffect(house, target) || path.endsWith('/index.ts')) return null;
    return banned(`a value of the effect file ${target}`, 'pass what it returns as an argument');
  }
  const name = packageOf(item.specifier);
  if (PURE_MODULES.includes(name) || house.purePackages.includes(name)) return null;
  return banned(`"${item.specifier}"`, `${IN_EFFECT}, or name it among the pure packages when it touches nothing`);
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function nodeFault(node: Node): string | null {
  if (node.kind === SyntaxKind.AsyncKeyword) return banned('async', SYNC);
  if (node.kind === SyntaxKind.AwaitExpression || node.kind === SyntaxKind.AwaitKeyword) return banned('await', SYNC);
  if (isPropertyAccessExpression(node) && isIdentifier(node.expression)) {
    const member = `${node.expression.text}.${node.name.text}`;
    return member === 'Math.random' ? banned(member, 'use a seeded generator') : null;
  }
  if (!isIdentifier(node) || namesMember(node)) return null;
  const instead = Object.hasOwn(BANNED_NAMES, node.text) ? BANNED_NAMES[node.text] : undefined;
  return instead === undefined ? null : banned(node.text, instead);
}

/** The identifier is the name of a member (`run.process`, `{ process: 1 }`), not the thing of that name. */
function namesMember(node: Node): boolean {
  const { parent } = node;
  if (isQualifiedName(parent)) return parent.right === node;
  if (
    isPropertyAccessExpression(parent) ||
    isPropertyAssignment(parent) ||
    isPropertySignatureDeclaration(parent) ||
    isPropertyDeclaration(parent)
  ) {
    return parent.name === node;
  }
  return false;
}

function banned(what: string, instead: string): string {
  return `${what} is banned in pure files: ${instead}`;
}
