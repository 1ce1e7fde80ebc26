import {
  compareTwoRounds,
  type Evidence,
  evidenceOf,
  firstRoundTrials,
  planSecondRound,
  type ScoredTrial,
  secondRoundTrials,
  withTrials,
} from '../../src/compare/index.ts';
import type { TrialRequest } from '../../src/replay/index.ts';
import { type Decide, Lab } from './pull-request.ts';

const MACHINES = 4;
const MAX_ASKED = 100;

/** A pull request whose cases are spread over machines: two rounds, and nothing exchanged within one. */
export const runInTwoRounds: Decide = (corpus, world, policy, random) => {
  const lab = new Lab(corpus, world, random);
  const trials: ScoredTrial[] = [];
  const machines = Array.from({ length: MACHINES }, (_, machine) =>
    evidenceOf(corpus.facts.filter((_facts, place) => place % MACHINES === machine)),
  );
  const round = (trialsOf: (evidence: Evidence) => readonly TrialRequest[]): void => {
    for (const [machine, begun] of machines.entries()) {
      let evidence = begun;
      for (let asked = 1; ; asked++) {
        const next = lab.timed(() => trialsOf(evidence));
        if (next.length === 0) break;
        if (asked === MAX_ASKED) throw new Error(`a round has no end after ${MAX_ASKED} questions`);
        const ran = lab.run(next);
        trials.push(...ran);
        evidence = lab.timed(() => withTrials(evidence, ran));
      }
      machines[machine] = evidence;
    }
  };
  const whole = (): Evidence => lab.timed(() => evidenceOf(corpus.facts, trials));
  round(firstRoundTrials);
  const all = whole();
  const second = lab.timed(() => planSecondRound(all, policy));
  round((evidence) => secondRoundTrials(evidence, second, policy));
  const both = whole();
  const decision = lab.timed(() => compareTwoRounds(both, second, policy));
  return { decision, runs: lab.runs, cpuMs: lab.cpuMs };
};
