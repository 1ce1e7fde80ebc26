import type { Settings } from '../../config/index.ts';
import type { Problem } from '../../errors.ts';
import type { RepositoryFiles } from '../files.ts';
import type { Job, Step, Workflow } from '../workflow.ts';

/** What one check found. `seen` says what is there, `fix` what to do. */
export interface Checkup {
  readonly name: string;
  readonly outcome:
    | { readonly kind: 'good'; readonly seen: string }
    /** Works, and could be better. */
    | { readonly kind: 'advice'; readonly seen: string; readonly fix: string }
    /** Does not work, or lets something through. */
    | { readonly kind: 'mend'; readonly seen: string; readonly fix: string }
    | { readonly kind: 'unknown'; readonly why: string };
}

/** A set-up as far as it can be seen from here. */
export interface SetUp {
  readonly files: RepositoryFiles;
  readonly configPath: string;
  readonly settings: Settings | null;
  /** Of the settings; empty where there are some. */
  readonly settingsProblems: readonly Problem[];
  /** null = the settings name none that can be read. */
  readonly corpus: SeenCorpus | null;
  readonly workflows: readonly Workflow[];
  readonly machine: Machine;
  readonly branch: BranchRules;
}

export interface SeenCorpus {
  readonly files: number;
  readonly cases: number;
  readonly problems: readonly string[];
}

export interface Machine {
  /** Without the `v`. */
  readonly node: string;
  /** null = there is none. */
  readonly git: string | null;
  readonly shallow: boolean;
  /** How the agent would be kept from the keys here; `why` there is nothing. */
  readonly isolation: { readonly kind: string } | { readonly kind: 'none'; readonly why: string };
  /** Programs of the agent's command that were looked for -> whether they are there. */
  readonly programs: ReadonlyMap<string, boolean>;
}

/** What GitHub asks for before it merges into the default branch. */
export type BranchRules =
  | {
      readonly kind: 'known';
      readonly branch: string;
      /** Names of required checks. */
      readonly required: readonly string[];
      readonly mergeQueue: boolean;
    }
  | { readonly kind: 'unknown'; readonly why: string };

/** A job that runs pawl where a pull request or the merge queue asks for it. */
export interface GateJob {
  readonly workflow: Workflow;
  readonly job: Job;
  /** The steps that are pawl. */
  readonly steps: readonly Step[];
  /** It runs the agent, and so the pull request's code. */
  readonly runs: boolean;
  /** Its exit code is the verdict. */
  readonly decides: boolean;
}

const GATE_EVENTS = ['pull_request', 'merge_group', 'pull_request_target'];

export function gateJobs({ workflows, files }: Pick<SetUp, 'workflows' | 'files'>): readonly GateJob[] {
  const isOwn = /^name:\s*pawl\s*$/m.test(files.textOf('action.yml') ?? '');
  return workflows
    .filter(({ on }) => GATE_EVENTS.some((event) => on.has(event)))
    .flatMap((workflow) =>
      workflow.jobs.flatMap((job) => {
        const steps = job.steps.filter((step) => isPawl(step, isOwn));
        return steps.length === 0 ? [] : [{ workflow, job, steps, ...partsOf(steps) }];
      }),
    );
}

function isPawl({ uses, run }: Step, isOwn: boolean): boolean {
  if (uses !== null) return /\/pawl(?:\/[^@]*)?@/.test(uses) || (isOwn && /^\.\/?$/.test(uses));
  return run !== null && /\bpawl gate\b/.test(run);
}

/** A job without a mode does all that there is to do. */
function partsOf(steps: readonly Step[]): Pick<GateJob, 'runs' | 'decides'> {
  const has = (...modes: readonly string[]): boolean =>
    steps.some((step) => modes.includes(step.with.get('mode') ?? 'auto'));
  return { runs: has('auto', 'replay'), decides: has('auto', 'gate') };
}

export function placeOfJob({ workflow, job }: Pick<GateJob, 'workflow' | 'job'>): string {
  return `${workflow.file}, job ${job.id}`;
}

export function good(name: string, seen: string): Checkup {
  return { name, outcome: { kind: 'good', seen } };
}

export function mend(name: string, seen: string, fix: string): Checkup {
  return { name, outcome: { kind: 'mend', seen, fix } };
}

export function advice(name: string, seen: string, fix: string): Checkup {
  return { name, outcome: { kind: 'advice', seen, fix } };
}

/** The faults that were found, or that there is none. */
export function orGood(found: readonly Checkup[], name: string, seen: string): readonly Checkup[] {
  return found.length > 0 ? found : [good(name, seen)];
}
