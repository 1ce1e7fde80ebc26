import { inWorkflow as flow, inSettings as pawl, soundRepository } from './doctor-set-up.ts';

/** `mend filters` and the like, a part of what was seen, and the texts in which it is to be seen. */
export type Row = readonly [kindAndName: string, seen: string, texts: () => Readonly<Record<string, string>>];

const ON = 'pull_request:';
const PERMISSIONS = /permissions:\n(?: {2}.*\n)+/;
const with_ = (file: Readonly<Record<string, string>>) => () => ({ ...soundRepository(), ...file });
const TOKENS = 'store: .pawl/store\n          mode: replay';
const HEAD_REF = `fetch-depth: 0\n          ref: \${{ github.event.pull_request.head.sha }}`;
const JOB_KEY = `env:\n      OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}\n    steps:`;

export const ROWS: readonly Row[] = [
  ['mend filled in', 'pawl.yml:', () => pawl('# look whether', '# FILL IN: look whether')],
  ['mend prompts', 'no file matches', () => pawl('agent/prompts/', 'prompts/')],
  ['mend tools', 'no file matches', () => pawl('agent/tools/', 'tools/')],
  ['mend tools', 'x.json: expected JSON', with_({ 'agent/tools/x.json': '{' })],
  ['mend model pins', 'config 1: nothing stands', () => pawl('pointer: "/model"', 'pointer: "/modle"')],
  ['mend agent', 'agent.root bot', () => pawl('root: agent', 'root: bot')],
  ['mend agent', 'agent/other.mjs is not in git', () => pawl(/ {2}setup: [\s\S]*worker/, '  command: node other')],
  ['unknown agent', 'more than a program', () => pawl('node worker.mjs', 'cd x && node worker.mjs')],
  ['advice isolation', 'can read the keys', () => pawl(/$/, 'isolation: { allow_unisolated: true }\n')],
  ['mend workflow', 'no workflow runs pawl', with_({ '.github/workflows/pawl.yml': 'on: push\njobs: {}\n' })],
  ['mend pull_request_target', 'which pawl refuses', () => flow(ON, 'pull_request_target:')],
  [
    'mend pull_request_target',
    'checks out the head',
    () => flow([ON, 'fetch-depth: 0'], ['pull_request_target:', HEAD_REF]),
  ],
  ['mend pull_request', 'no gate runs on pull requests', () => flow(/ {2}pull_request:\n.*\n.*\n/, '')],
  ['mend merge_group', 'main has a merge queue, which waits for ever', () => flow('  merge_group:\n', '')],
  ['mend filters', 'by paths', () => flow(ON, `${ON}\n    paths: ['agent/**']`)],
  ['mend filters', 'by paths-ignore', () => flow(ON, `${ON}\n    paths-ignore: [docs]`)],
  ['mend filters', 'by branches-ignore', () => flow('merge_group:', 'merge_group:\n    branches-ignore: [x]')],
  ['mend filters', 'not into main', () => flow(ON, `${ON}\n    branches: [next]`)],
  ['advice filters', 'into main alone', () => flow(ON, `${ON}\n    branches: [main]`)],
  ['mend types', 'synchronize, reopened', () => flow(/types: .*/, 'types: [opened, ready_for_review]')],
  ['advice types', 'keeps the result of the old one', () => flow(/\n.*\n {4}types: .*/, '')],
  [
    'mend skipped',
    'draft == false: a skipped job',
    () => flow('    runs-on:', '    if: x.draft == false\n    runs-on:'),
  ],
  ['mend skipped', 'needs build', () => flow('    runs-on:', '    needs: build\n    runs-on:')],
  ['mend exit code', 'continue-on-error', () => flow('    runs-on:', '    continue-on-error: true\n    runs-on:')],
  ['advice timeout', 'six hours', () => flow('    timeout-minutes: 60\n', '')],
  ['mend permissions', 'names no permissions', () => flow(PERMISSIONS, '')],
  ['mend permissions', 'may write everything', () => flow(PERMISSIONS, 'permissions: write-all\n')],
  ['mend permissions', 'may not read', () => flow('  contents: read\n', '')],
  ['advice permissions', 'lacks pull-requests: write', () => flow('  pull-requests: write\n', '')],
  ['mend write token', 'may write contents', () => flow('contents: read', 'contents: write')],
  ['mend write token', 'pull-requests, checks, and it runs the code', () => flow('store: .pawl/store', TOKENS)],
  ['mend checkout', 'shallow', () => flow('fetch-depth: 0', 'fetch-depth: 1')],
  ['mend checkout', 'token on the disk', () => flow('persist-credentials: false', 'persist-credentials: true')],
  ['advice pinned actions', 'actions/cache/save@v5', () => flow(/actions\/cache\/save@\S+/, 'actions/cache/save@v5')],
  ['mend pinned actions', 'acme/pawl@v1', () => flow(/uses: acme\/pawl@\S+/, 'uses: acme/pawl@v1')],
  ['mend keys', 'none of OPENAI_API_KEY, ANTHROPIC_API_KEY', () => flow(/ {8}env:\n.*\n/, '')],
  ['mend keys', 'OPENAI_API_KEY written out', () => flow(/OPENAI_API_KEY: .*/, 'OPENAI_API_KEY: sk-1234')],
  ['advice keys', 'to every step', () => flow('steps:', JOB_KEY)],
  ['mend isolation', 'installs no bubblewrap', () => flow(/.*install --yes bubblewrap\n/, '')],
  ['mend isolation', 'macos-latest', () => flow('ubuntu-latest', 'macos-latest')],
  ['advice store', 'has no cache', () => flow(/ {6}- uses: actions\/cache\/restore@[\s\S]*restore-keys: pawl-\n/, '')],
  ['mend store', 'which no cache holds', () => flow('store: .pawl/store', 'store: answers')],
  ['advice store', 'never writes it again', () => flow(/(save@[\s\S]*key): pawl-.*/, '$1: pawl')],
  ['advice store', 'a rerun draws new luck', () => flow(/if: always\(\)/, 'if: success()')],
  ['advice store', 'saves no answers when it fails', () => flow(/actions\/cache\/\w+(@\S+)/g, 'actions/cache$1')],
  ['advice store', 'does not name', with_({ '.gitignore': '' })],
];
