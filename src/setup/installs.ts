import { posix } from 'node:path';
import type { RepositoryFiles } from './files.ts';
import type { Language, Manifest } from './manifests.ts';

/** How the libraries of an agent are installed, and how its programs are then started. */
export interface Install {
  /** The file that tells. */
  readonly because: string;
  readonly command: string;
  /** Goes before a program's path. */
  readonly run: string;
  /** What a runner lacks of it; null = nothing. */
  readonly provide: string | null;
}

type Row = readonly [file: string, command: string, run: string, provide?: string];

const NODE: readonly Row[] = [
  ['pnpm-lock.yaml', 'pnpm install --frozen-lockfile', 'node', 'corepack enable'],
  ['yarn.lock', 'yarn install --immutable', 'node', 'corepack enable'],
  ['bun.lock', 'bun install --frozen-lockfile', 'bun', 'npm install --global bun'],
  ['bun.lockb', 'bun install --frozen-lockfile', 'bun', 'npm install --global bun'],
  ['package-lock.json', 'npm ci', 'node'],
  ['npm-shrinkwrap.json', 'npm ci', 'node'],
];

const PYTHON: readonly Row[] = [
  ['uv.lock', 'uv sync --frozen', 'uv run --frozen python', 'pipx install uv'],
  ['poetry.lock', 'poetry install --no-interaction', 'poetry run python', 'pipx install poetry'],
  ['pdm.lock', 'pdm sync', 'pdm run python', 'pipx install pdm'],
  ['Pipfile.lock', 'pipenv sync', 'pipenv run python', 'pipx install pipenv'],
  [
    'requirements.txt',
    'python3 -m venv .venv && .venv/bin/pip install --requirement requirements.txt',
    '.venv/bin/python',
  ],
  ['pyproject.toml', 'python3 -m venv .venv && .venv/bin/pip install .', '.venv/bin/python'],
];

const ROWS: Readonly<Record<Language, readonly Row[]>> = { node: NODE, python: PYTHON };

/** By the lock file beside the manifest, or that of a folder above it; null = nothing tells, or nothing is to be installed. */
export function findInstall({ folder, language, dependencies }: Manifest, { paths }: RepositoryFiles): Install | null {
  const known = new Set(paths);
  for (let here = folder; ; here = posix.dirname(here)) {
    for (const [file, command, run, provide = null] of ROWS[language]) {
      const because = posix.join(here, file);
      if (!known.has(because)) continue;
      const typed = language === 'node' && run === 'node' && dependencies.has('tsx') ? 'npx tsx' : run;
      return { because, command, run: typed, provide };
    }
    if (here === '.') return null;
  }
}
