import { unstatedActions } from './action-as-stated.ts';
import { unsupportedAnswers } from './answer-supported.ts';
import type { CheckName, FindFirings } from './check.ts';
import { brokenConstraints } from './constraints-kept.ts';
import { repeatedFailures } from './failure-not-repeated.ts';
import { abandonedTools } from './tool-not-abandoned.ts';
import { alteredValues } from './values-unaltered.ts';

interface Check {
  /** What has happened where it fires, behind `trials in which`. */
  readonly title: string;
  readonly find: FindFirings;
}

/** Every check as it is made without settings of its own. A further one is a file beside the others and a line here. */
export const CHECKS: Readonly<Record<CheckName, Check>> = {
  action_as_stated: { title: 'the agent did not do what it said', find: unstatedActions },
  values_unaltered: { title: 'an identifier was lost or altered', find: alteredValues },
  constraints_kept: { title: "a constraint of the user's first message was broken", find: brokenConstraints },
  failure_not_repeated: { title: 'a failing call was repeated', find: repeatedFailures },
  tool_not_abandoned: { title: 'a tool was abandoned after its first error', find: abandonedTools },
  answer_supported: { title: 'the answer stood on nothing', find: (run) => unsupportedAnswers(run, []) },
};

export const CHECK_NAMES = Object.keys(CHECKS).filter((name): name is CheckName => Object.hasOwn(CHECKS, name));
