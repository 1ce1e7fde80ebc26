import type { Checkup, SetUp } from './checkup.ts';
import { gateJobs } from './checkup.ts';
import { checkActions, checkCheckouts, checkKeys, checkPermissions } from './jobs.ts';
import { checkAgent, checkSettings } from './settings.ts';
import { checkMachine, checkRequired, checkRunnerIsolation, checkStore } from './surroundings.ts';
import { checkTriggers, checkVerdictJobs } from './triggers.ts';

/** Every check of a set-up, in the order in which one would mend it. */
export function examine(setUp: SetUp): readonly Checkup[] {
  const jobs = gateJobs(setUp);
  return [
    ...checkSettings(setUp),
    ...checkAgent(setUp),
    ...checkTriggers(setUp, jobs),
    ...checkVerdictJobs(jobs),
    ...checkRequired(setUp, jobs),
    ...checkPermissions(jobs),
    ...checkCheckouts(jobs),
    ...checkActions(jobs),
    ...checkKeys(setUp, jobs),
    ...checkRunnerIsolation(setUp, jobs),
    ...checkStore(setUp, jobs),
    ...checkMachine(setUp),
  ];
}
