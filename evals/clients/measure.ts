import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut } from '../../src/errors.ts';
import { findOneSide, openOneSide } from '../../src/gate/one-side.ts';
import { corpusOf } from '../../src/gate/plan.ts';
import type { ModelMode, Trial } from '../../src/replay/index.ts';
import { canonicalJson } from '../../src/trace/index.ts';
import type { Change, Client } from './list.ts';
import { type ClientProject, makeProject, STORE } from './project.ts';
import { type StandInProvider, startStandIn } from './provider/provider.ts';

export interface Figures {
  /** Model calls of both cases, drawn from the provider. */
  readonly calls: number;
  /** With the provider off: calls answered, and cases with the very same final output. */
  readonly replayed: Replayed;
  /** The same where the agent asks for a stream of what was recorded whole, and the other way round. */
  readonly otherForm: Replayed;
  readonly changes: readonly ChangeFigure[];
  readonly unchangedHead: { readonly verdict: string; readonly providerCalls: number; readonly unaffected: number };
}

export interface Replayed {
  readonly hits: number;
  readonly equalOutputs: number;
}

export interface ChangeFigure {
  readonly change: string;
  /** Cases that ended as not covered, which is what they must; and what another one ended as. */
  readonly missed: number;
  readonly instead: string | null;
}

export const CASES = 2;
/** Of each case in the gate. */
export const TRIALS = 3;

/** Records the client's agent once and replays it: without a provider, changed, and as an unchanged head of the gate. */
export async function measure(client: Client, command: string): Promise<Figures> {
  const project = makeProject(client, command);
  try {
    const provider = await startStandIn();
    const live = await recordAndDraw(project, provider).finally(() => provider.close());
    const outputs = new Map(live.map((trial) => [trial.caseId, canonicalJson(trial.trajectory.output)]));
    const replay = async (ref: string): Promise<Replayed> => {
      const trials = await run(project, ref, 'recorded', null);
      const whole = trials.filter(({ caseId, end, trajectory }) => {
        return end.kind === 'answered' && canonicalJson(trajectory.output) === outputs.get(caseId);
      });
      return { hits: sum(trials, ({ answers }) => answers.store), equalOutputs: whole.length };
    };
    const tidied = project.branchTidied();
    const changes: ChangeFigure[] = [];
    const replayed = await replay(tidied);
    const otherForm = await replay(project.branchOtherForm());
    for (const change of client.changes) changes.push(await replayChanged(project, change));
    const calls = sum(live, ({ answers }) => answers.provider);
    return { calls, replayed, otherForm, changes, unchangedHead: await gateUnchanged(project, tidied) };
  } finally {
    project.remove();
  }
}

/** `pawl record` makes the corpus; then base's own trials are drawn and kept. */
async function recordAndDraw(project: ClientProject, provider: StandInProvider): Promise<readonly Trial[]> {
  const recorded = await project.pawl(
    provider,
    ...['record', '--inputs', 'inputs.jsonl', '--out', 'corpus/cases.jsonl', '--ref', 'main'],
  );
  if (recorded.exitCode !== 0) throw new Error(`pawl record ended with ${recorded.exitCode}: ${recorded.output}`);
  project.commit('The corpus');
  const drawn = await run(project, 'main', 'live', provider, TRIALS);
  const failed = drawn.find(({ end }) => end.kind !== 'answered');
  if (failed !== undefined) throw new Error(`the agent did not answer: ${JSON.stringify(failed.end)}`);
  return drawn.filter(({ number }) => number === 1);
}

async function replayChanged(project: ClientProject, change: Change): Promise<ChangeFigure> {
  const trials = await run(project, project.branchWith(change), 'recorded', null);
  const other = trials.find(({ standing }) => standing !== 'not_covered');
  const instead = other === undefined ? null : cut(`${other.standing}: ${JSON.stringify(other.end)}`, 200);
  return { change: change.name, missed: trials.filter(({ standing }) => standing === 'not_covered').length, instead };
}

/** A head that asks the same: base's answers are shared, and nothing is drawn. */
async function gateUnchanged(project: ClientProject, head: string): Promise<Figures['unchangedHead']> {
  const provider = await startStandIn();
  try {
    const gate = ['gate', '--base', 'main', '--head', head, '--trials', String(TRIALS), '--json', 'report.json'];
    const { exitCode, output } = await project.pawl(provider, ...gate);
    if (exitCode !== 0) throw new Error(`pawl gate ended with ${exitCode}: ${output}`);
    const report = JSON.parse(readFileSync(join(project.directory, 'report.json'), 'utf8')) as {
      readonly verdict: string;
      readonly head: { readonly unaffected: number };
    };
    return { verdict: report.verdict, providerCalls: provider.draws(), unaffected: report.head.unaffected };
  } finally {
    await provider.close();
  }
}

/** The first trials of each case on one branch. */
async function run(
  project: ClientProject,
  ref: string,
  mode: ModelMode,
  provider: StandInProvider | null,
  trials = 1,
): Promise<readonly Trial[]> {
  const urls = provider === null ? [] : [`openai=${provider.openaiUrl}`, `anthropic=${provider.anthropicUrl}`];
  const request = {
    directory: project.directory,
    configPath: 'pawl.yml',
    overrides: [
      ...urls.map((value) => ({ name: 'provider_url', value, where: '--provider-url' }) as const),
      { name: 'isolation', value: 'off', where: '--isolation' } as const,
    ],
    storeDirectory: join(project.directory, STORE),
    environment: project.environment,
    otherSecrets: [],
    runName: ref,
    log: () => undefined,
    ref,
  };
  const one = await findOneSide(request);
  const { cases } = await corpusOf(one.repository, one.source, one.settings);
  const { session, close } = await openOneSide(one, request, { cases, recording: null, mode });
  try {
    const numbers = Array.from({ length: trials }, (_, index) => index + 1);
    const requests = cases.flatMap(({ id }) =>
      numbers.map((number) => ({ caseId: id, side: 'base' as const, number })),
    );
    const ran = await session.run(requests, { onTrial: () => undefined, signal: new AbortController().signal });
    return ran.map(({ trial }) => trial);
  } finally {
    await close();
  }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
