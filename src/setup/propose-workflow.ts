import { posix } from 'node:path';
import type { RepositoryFiles } from './files.ts';
import type { ProviderName } from './frameworks.ts';
import type { Sight } from './sight.ts';
import { because, fillIn, quoted } from './yaml-lines.ts';

/** By full hash: a tag can be moved. */
const ACTIONS = {
  checkout: 'actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1',
  restore: 'actions/cache/restore@9255dc7a253b0ccc959486e2bca901246202afeb # v5.0.1',
  save: 'actions/cache/save@9255dc7a253b0ccc959486e2bca901246202afeb # v5.0.1',
  node: 'actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f # v6.1.0',
  python: 'actions/setup-python@83679a892e2d95755f2dac6acb0bfd1e9ac5d548 # v6.1.0',
} as const;

const KEYS: Readonly<Record<ProviderName, string>> = { openai: 'OPENAI_API_KEY', anthropic: 'ANTHROPIC_API_KEY' };
const RUNTIMES = {
  node: { action: ACTIONS.node, files: ['.nvmrc', '.node-version'], key: 'node-version', version: '24' },
  python: { action: ACTIONS.python, files: ['.python-version'], key: 'python-version', version: '3.13' },
} as const;

/** The text of a workflow that runs the gate on every pull request; every choice has its reason above it. */
export function proposeWorkflow(sight: Sight, files: RepositoryFiles): string {
  const step = '      ';
  const store = [
    `${step}  with:`,
    `${step}    path: .pawl/store`,
    `${step}    key: pawl-${expression('github.run_id')}-${expression('github.run_attempt')}`,
  ];
  return `${[
    ...because('', 'Proposed by pawl init. A line above a step says why it is there.'),
    'name: pawl',
    ...because('', 'never filtered by paths or branches: a required check that does not run stays pending for ever'),
    'on:',
    '  pull_request:',
    ...because('    ', 'edited: one that is pointed at another branch must not keep the result of the old one'),
    '    types: [opened, synchronize, reopened, edited]',
    '  merge_group:',
    'permissions:',
    '  contents: read',
    ...because('  ', 'the comment'),
    '  pull-requests: write',
    ...because('  ', 'remarks beside the changed lines'),
    '  checks: write',
    'concurrency:',
    `  group: pawl-${expression('github.event.pull_request.number || github.ref')}`,
    `  cancel-in-progress: ${expression("github.event_name == 'pull_request'")}`,
    'jobs:',
    ...because('  ', 'require this job, by its name, in the rules of the branch'),
    '  pawl:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 60',
    '    steps:',
    `${step}- uses: ${ACTIONS.checkout}`,
    `${step}  with:`,
    ...because(`${step}    `, 'the merge base must be there'),
    `${step}    fetch-depth: 0`,
    ...because(`${step}    `, 'no token on a disk that the agent can read'),
    `${step}    persist-credentials: false`,
    ...runtimeSteps(sight, files),
    ...because(step, 'keeps the keys from the agent; Ubuntu 24.04 stops bubblewrap unless it is told not to'),
    `${step}- run: |`,
    `${step}    sudo apt-get update && sudo apt-get install --yes bubblewrap`,
    `${step}    sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`,
    ...because(step, 'a rerun of the same commit reuses its answers'),
    `${step}- uses: ${ACTIONS.restore}`,
    ...store,
    `${step}    restore-keys: pawl-`,
    ...fillIn(step, 'the repository and the full commit of your pawl in the place of OWNER/pawl@COMMIT'),
    `${step}- uses: OWNER/pawl@COMMIT`,
    `${step}  with:`,
    `${step}    store: .pawl/store`,
    ...keyLines(sight, step),
    ...because(step, 'a gate that blocks fails its job; actions/cache by itself would then keep nothing for the rerun'),
    `${step}- uses: ${ACTIONS.save}`,
    `${step}  if: always()`,
    ...store,
  ].join('\n')}\n`;
}

function runtimeSteps({ agent, install }: Sight, { paths }: RepositoryFiles): readonly string[] {
  const step = '      ';
  if (agent === null) return fillIn(step, 'a step that installs what the agent runs on');
  const { action, files, key, version } = RUNTIMES[agent.language];
  const known = new Set(paths);
  const file = files.flatMap((name) => [posix.join(agent.folder, name), name]).find((path) => known.has(path));
  return [
    ...because(step, file === undefined ? `${agent.path}; no file says which version` : `the version in ${file}`),
    `${step}- uses: ${action}`,
    `${step}  with:`,
    file === undefined ? `${step}    ${key}: '${version}'` : `${step}    ${key}-file: ${quoted(file)}`,
    ...(install === null || install.provide === null
      ? []
      : [...because(step, install.because), `${step}- run: ${install.provide}`]),
  ];
}

function keyLines({ providers }: Sight, step: string): readonly string[] {
  if (providers.length === 0)
    return [
      ...fillIn(`${step}  `, 'the key of your provider, as a secret of the repository; nothing tells which it is'),
      `${step}  env:`,
      `${step}    ${KEYS.openai}: ${expression(`secrets.${KEYS.openai}`)}`,
    ];
  return [
    ...because(`${step}  `, "add this secret to the repository; only pawl's gateway sees the key"),
    `${step}  env:`,
    ...providers.map((name) => `${step}    ${KEYS[name]}: ${expression(`secrets.${KEYS[name]}`)}`),
  ];
}

function expression(text: string): string {
  return `\${{ ${text} }}`;
}
