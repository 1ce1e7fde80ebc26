import type { Case } from '../../corpus/index.ts';
import { canonicalJson, type ObservedToolOutcome, type ToolOutcome } from '../../trace/index.ts';
import { outputText } from '../output.ts';
import type { Subject } from '../subject.ts';
import { answerOf, toldIn } from './messages.ts';
import type { Run, RunEvent, Told } from './run.ts';

/**
 * A trial as a run. Its instructions are not kept; what recorded runs of the case put into their calls stands for the
 * values that the agent may have from there.
 */
export function runOfTrial({ trial, theCase, context, prefixOnly }: Subject): Run {
  let answered = false;
  const events = trial.trajectory.steps.flatMap((step, index): readonly RunEvent[] => {
    if (step.kind === 'tool_call') {
      const { name, arguments: args, outcome } = step;
      return [{ kind: 'called', step: index, agent: '', name, arguments: args, outcome: observed(outcome) }];
    }
    // Behind its first answer the agent's own answers and results come again as history: new is what a user adds to it.
    const history = answered ? step.newMessages.findLastIndex(({ role }) => role !== 'user') + 1 : 0;
    answered ||= step.response !== null;
    const told = toldIn(step.newMessages.slice(history), index);
    return [...told, ...(step.response === null ? [] : [answerOf(step.response, index)])];
  });
  const called = events.flatMap((event) => (event.kind === 'called' ? [event.name] : []));
  return {
    events: [recordedValues(theCase), ...events],
    output: prefixOnly === null ? outputText(trial.trajectory) : null,
    tools: new Set([...context.tools.map(({ name }) => name), ...called]),
    isReadOnly: context.isReadOnly,
    instructionsKnown: false,
  };
}

function recordedValues({ input, recordings }: Case): Told {
  const calls = recordings.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'tool_call' ? [canonicalJson(step.arguments)] : [])),
  );
  return { kind: 'told', step: 0, role: 'system', text: [canonicalJson(input), ...calls].join('\n') };
}

function observed(outcome: ToolOutcome): ObservedToolOutcome {
  return outcome.kind === 'missing' ? { kind: 'unknown' } : outcome;
}
