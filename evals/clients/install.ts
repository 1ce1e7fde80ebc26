import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut, messageOf } from '../../src/errors.ts';
import type { Client } from './list.ts';

const HERE = import.meta.dirname;
const VENV = join(HERE, '.venv');
export const NODE_MODULES = join(HERE, 'node_modules');

/** What starts the agents of a language, with the versions of its packages; or why they cannot be started. */
export type Installed =
  | { readonly kind: 'there'; readonly command: string; readonly versions: ReadonlyMap<string, string> }
  | { readonly kind: 'absent'; readonly why: string };

/** Packages in the versions of their lock files, below this folder; what is there already is not installed again. */
export function install(language: Client['language']): Installed {
  return language === 'node' ? installNode() : installPython();
}

function installNode(): Installed {
  const lock = readFileSync(join(HERE, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Readonly<Record<string, { readonly version?: string }>> };
  const versions = Object.entries(packages).map(([path, { version }]): [string, string] => [
    path.replace(/^node_modules\//, ''),
    version ?? '',
  ]);
  const why = once(NODE_MODULES, lock, () => run('npm', ['ci', '--prefix', HERE, '--no-audit', '--no-fund']));
  return why === null
    ? { kind: 'there', command: process.execPath, versions: new Map(versions) }
    : absent('npm ci', why);
}

function installPython(): Installed {
  const requirements = join(HERE, 'requirements.txt');
  const lock = readFileSync(requirements, 'utf8');
  const versions = [...lock.matchAll(/^(\S+)==(\S+)$/gm)].map(([, name = '', version = '']): [string, string] => [
    name,
    version,
  ]);
  const command = join(VENV, 'bin', 'python');
  const why = once(VENV, lock, () => {
    run('python3', ['-m', 'venv', '--clear', VENV]);
    run(command, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements]);
  });
  return why === null ? { kind: 'there', command, versions: new Map(versions) } : absent('Python', why);
}

/** Installs unless the folder holds just this lock file's packages; null = they are there. */
function once(folder: string, lock: string, act: () => void): string | null {
  const mark = join(folder, '.installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return null;
  try {
    act();
    writeFileSync(mark, lock);
    return null;
  } catch (error) {
    return cut(messageOf(error), 300);
  }
}

function run(file: string, args: readonly string[]): void {
  process.stderr.write(`installing: ${file} ${args.join(' ')}\n`);
  execFileSync(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

function absent(what: string, why: string): Installed {
  return { kind: 'absent', why: `${what}: ${why}` };
}
