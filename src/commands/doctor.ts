import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CloneFacts, cloneFacts, sideFiles } from '../changes/index.ts';
import { readSettings, type Settings } from '../config/index.ts';
import { readCorpus } from '../corpus/index.ts';
import { type Problem, UserError } from '../errors.ts';
import { addressOf, connect, requiredChecks } from '../github/index.ts';
import { chooseIsolation } from '../replay/index.ts';
import {
  type BranchRules,
  examine,
  type Machine,
  programsOf,
  readWorkflows,
  renderCheckups,
  type SeenCorpus,
} from '../setup/index.ts';
import { isOnPath } from './on-path.ts';
import { readRepository } from './repository-files.ts';
import type { Surroundings } from './surroundings.ts';

interface DoctorOptions {
  readonly config: string;
  readonly branch?: string;
  readonly json?: boolean;
}

/** `pawl doctor`: checks a set-up and names what to mend. Ends with 2 where something must be changed. */
export async function doctorCommand(options: DoctorOptions, surroundings: Surroundings): Promise<number> {
  const { root, files } = await readRepository(surroundings.directory);
  const { settings, problems } = settingsIn(files.textOf(options.config), options.config);
  const clone = await cloneFacts(root);
  const checkups = examine({
    files,
    configPath: options.config,
    settings,
    settingsProblems: problems,
    corpus: settings === null ? null : await seenCorpus(root, settings),
    workflows: readWorkflows(files),
    machine: await machineOf(clone, settings, surroundings),
    branch: await rulesOf(options.branch ?? clone.defaultBranch ?? 'main', clone, surroundings),
  });
  surroundings.print(
    options.json === true ? JSON.stringify({ v: 1, checks: checkups }, null, 2) : renderCheckups(checkups),
  );
  return checkups.some(({ outcome }) => outcome.kind === 'mend') ? 2 : 0;
}

interface SettingsOrNot {
  readonly settings: Settings | null;
  readonly problems: readonly Problem[];
}

function settingsIn(text: string | null, file: string): SettingsOrNot {
  if (text === null)
    return { settings: null, problems: [{ where: file, message: 'there is no such file', hint: null }] };
  try {
    return { settings: readSettings({ text, file, overrides: [] }), problems: [] };
  } catch (error) {
    if (error instanceof UserError) return { settings: null, problems: error.problems };
    throw error;
  }
}

async function seenCorpus(root: string, settings: Settings): Promise<SeenCorpus> {
  const sources = await sideFiles(root, { kind: 'worktree' }, settings.corpus);
  const { cases, problems } = await readCorpus(sources);
  const places = problems.map(({ file, line, reason }) => `${file}${line === null ? '' : `:${line}`}: ${reason}`);
  return { files: sources.length, cases: cases.length, problems: places };
}

async function machineOf(
  { gitVersion, shallow }: CloneFacts,
  settings: Settings | null,
  { environment }: Surroundings,
): Promise<Machine> {
  const program = settings === null ? undefined : programsOf(settings.agent.command)?.program;
  const policy = { mode: 'auto', allowUnisolated: true, network: 'open' } as const;
  return {
    node: process.versions.node,
    git: gitVersion,
    shallow,
    isolation: await chooseIsolation(policy, [], environment.PATH),
    programs: new Map(
      program === undefined || program.includes('/') ? [] : [[program, await isOnPath(program, environment.PATH)]],
    ),
  };
}

const REQUEST_TIMEOUT_MS = 10_000;
const ALL_REQUESTS_MS = 30_000;

async function rulesOf(branch: string, { origin }: CloneFacts, { environment }: Surroundings): Promise<BranchRules> {
  const token = environment.GITHUB_TOKEN ?? environment.GH_TOKEN ?? '';
  const address = origin === null ? null : addressOf(origin, environment.GITHUB_API_URL ?? null);
  if (address === null)
    return { kind: 'unknown', why: `there is no origin on GitHub, so what ${branch} requires is not known` };
  if (token === '')
    return {
      kind: 'unknown',
      why: `what ${branch} requires is known to GitHub alone: give a token that may read it as GITHUB_TOKEN`,
    };
  const endMs = performance.now() + ALL_REQUESTS_MS;
  const github = await connect(token, address, {
    sleep: (durationMs) => sleep(durationMs),
    timeoutMs: REQUEST_TIMEOUT_MS,
    leftMs: () => endMs - performance.now(),
  });
  const rules = await requiredChecks(github, branch);
  return 'why' in rules ? { kind: 'unknown', why: rules.why } : { kind: 'known', branch, ...rules };
}
