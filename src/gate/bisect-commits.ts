import { type Bisection, bisect, type GateVerdict, type StepResult, unattributed } from '../compare/index.ts';
import type { BisectedCommits } from '../report/index.ts';
import { type Replayed, replayPart } from './replay-mixture.ts';
import { type AttributeRequest, partAt, type Suspects, suspectCommits } from './suspects.ts';

/** Each step is the gate's own decision of one commit against base. */
export async function bisectCommits(
  suspects: Suspects,
  request: AttributeRequest,
  whole: Replayed,
  warnings: string[],
): Promise<BisectedCommits> {
  const commits = await suspectCommits(suspects);
  const verdicts = new Map<number, GateVerdict>([[commits.length - 1, whole.verdict]]);
  const results = (): Map<number, StepResult> => new Map([...verdicts].map(([at, verdict]) => [at, stepOf(verdict)]));
  let step = bisect(commits.length, results());
  while (whole.verdict === 'block' && step.next !== null) {
    const sha = commits[step.next]?.sha ?? suspects.head;
    const part = partAt(sha, suspects, request);
    verdicts.set(step.next, (await replayPart(part, suspects, request, warnings)).verdict);
    step = bisect(commits.length, results());
  }
  return {
    kind: 'bisection',
    commits: commits.map(({ sha, subject, author, paths }, index) => {
      return { sha, subject, author, paths, verdict: verdicts.get(index) ?? null };
    }),
    conclusion: bisected(whole.verdict, step, commits.length),
  };
}

function stepOf(verdict: GateVerdict): StepResult {
  if (verdict === 'block') return 'blocks';
  return verdict === 'pass' || verdict === 'not_affected' ? 'passes' : 'unknown';
}

function bisected(verdict: GateVerdict, { from, to }: Bisection, commits: number): BisectedCommits['conclusion'] {
  const none = unattributed(verdict);
  if (none !== null) return none;
  if (commits === 0) return { kind: 'inconclusive', why: 'no commit between base and head touched the agent' };
  return { kind: 'commits', from, to };
}
