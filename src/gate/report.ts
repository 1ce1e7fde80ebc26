import type { Decision, Policy } from '../compare/index.ts';
import { cut } from '../errors.ts';
import type { Trial } from '../replay/index.ts';
import { type Adoption, buildReport, type Report, type RunFacts } from '../report/index.ts';
import { costOf, type PriceTable, sumOfCosts, unpricedModels } from '../score/index.ts';
import type { Trajectory } from '../trace/index.ts';
import { chosenInWords } from './chosen-slices.ts';
import { conversationsInWords } from './conversations.ts';
import { endsInWords } from './ends.ts';
import { failingBaseInWords } from './failing-base.ts';
import { withListedTools } from './listed-tools.ts';
import { measureRows } from './measures.ts';
import { readNoiseLine } from './noise-line.ts';
import { openAnswersInWords } from './open-answers.ts';
import { ownToolsInWords } from './own-tools.ts';
import type { GatePlan } from './plan.ts';
import type { GateRequest } from './request.ts';
import type { RunRecord } from './run-record.ts';
import { unseenCallsInWords } from './telemetry.ts';
import { toolCallCounts } from './tool-calls.ts';

export interface Outcome {
  readonly plan: GatePlan;
  readonly decision: Decision;
  /** Left out = base and head were compared. */
  readonly adoption?: Adoption;
  /** null = nothing was run. */
  readonly run: RunRecord | null;
  /** By which it was decided. */
  readonly policy: Policy;
  readonly request: Pick<GateRequest, 'mode' | 'storeDirectory' | 'attempt'>;
  readonly durationMs: number;
}

export function writeReport(outcome: Outcome): Report {
  const { plan, decision, adoption, run, policy, request } = outcome;
  const { settings } = plan;
  return buildReport({
    decision,
    changes: run === null || adoption !== undefined ? plan.changes : withListedTools(plan.changes, run.tools),
    places: plan.places,
    corpus: { ...plan.corpus, diff: plan.corpusDiff },
    acceptance: plan.acceptance,
    adoption: adoption ?? null,
    trials: run?.judged ?? [],
    measures: measureRows(run?.judged ?? []),
    run: runFacts(outcome),
    policy,
    // What recordings alone did not cover was not judged: that may not read as a green check.
    onInconclusive: request.mode === 'recorded' && decision.head.notCovered > 0 ? 'block' : settings.onInconclusive,
    content: settings.reportContent,
  });
}

function runFacts({ plan, run, request, durationMs }: Outcome): RunFacts {
  const drawn = run?.drawn ?? [];
  const judges = run?.judges ?? [];
  const noise = readNoiseLine(request.storeDirectory);
  const sum = (of: (trial: (typeof drawn)[number]) => number): number =>
    drawn.reduce((total, trial) => total + of(trial), 0);
  return {
    targetSha: plan.target,
    baseSha: plan.base.name,
    headSha: plan.head.name,
    agent: plan.settings.agent.name,
    mode: request.mode,
    isolation: run?.isolation ?? { kind: 'none', why: 'nothing was run' },
    durationMs: Math.round(durationMs),
    providerCalls: sum((trial) => trial.answers.provider) + judges.reduce((total, { calls }) => total + calls, 0),
    storedAnswers: sum((trial) => trial.answers.store),
    sharedAnswers: sum((trial) => trial.answers.shared),
    inputTokens: sum(({ trajectory }) => paidTokens(trajectory, 'inputTokens')),
    outputTokens: sum(({ trajectory }) => paidTokens(trajectory, 'outputTokens')),
    costUsd: sumOfCosts([
      ...drawn.map(({ trajectory }) => costOf(trajectory, plan.settings.prices)),
      ...judges.map(({ costUsd }) => costUsd),
    ]),
    storedBaseTrials: run?.storedTrials ?? 0,
    noise: noise.line,
    judges,
    tools: toolCallCounts(run?.judged ?? []),
    ignoredInRequests: plan.settings.ignoredInRequests.map(({ name, pattern }) => ({ name, pattern: pattern.source })),
    warnings:
      run === null
        ? []
        : [
            ...run.warnings,
            ...newSampleInWords(drawn, request.attempt ?? 1),
            ...failingBaseInWords(plan.cases, run.judged),
            ...openAnswersInWords(plan.cases, plan.settings),
            ...chosenInWords(plan.chosenSlices, plan.cases.length),
            ...conversationsInWords(plan.cases.map(({ theCase }) => theCase)),
            ...ownToolsInWords(run.judged.map(({ trial }) => trial)),
            ...(noise.problem === null ? [] : [noise.problem]),
            ...unseenCallsInWords(run.judged.map(({ trial }) => trial)),
            ...endsInWords(run.judged, plan.settings.reportContent),
            ...unpricedInWords(drawn, plan.settings.prices),
          ],
  };
}

function paidTokens(trajectory: Trajectory, kind: 'inputTokens' | 'outputTokens'): number {
  return trajectory.steps.reduce(
    (total, step) =>
      step.kind === 'model_call' && step.source === 'provider' ? total + (step.usage?.[kind] ?? 0) : total,
    0,
  );
}

/** Running a job again until it is green draws no new luck; where it did, whoever reads the verdict must know. */
function newSampleInWords(drawn: readonly Trial[], attempt: number): readonly string[] {
  const sum = (of: (answers: Trial['answers']) => number): number =>
    drawn.reduce((total, { side, answers }) => total + (side === 'head' ? of(answers) : 0), 0);
  const anew = sum(({ provider }) => provider);
  if (attempt === 1 || anew === 0) return [];
  const own = anew + sum(({ store }) => store);
  return [`new sample, attempt ${attempt}: ${anew} of ${own} answers to head were drawn anew, the store has no others`];
}

/** Which models make the cost unknown. */
function unpricedInWords(drawn: readonly Trial[], prices: PriceTable): readonly string[] {
  const asked = drawn.flatMap(({ trajectory }) => trajectory.steps);
  const models = unpricedModels(
    asked.flatMap((step) => (step.kind === 'model_call' ? [step.model] : [])),
    prices,
  );
  return models.map((model) => `no price is known of model ${cut(model, 80)}: add it under prices in the settings`);
}
