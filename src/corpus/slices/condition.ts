import picomatch from 'picomatch';
import type { ObservedTrajectory, WithinTime } from '../../trace/index.ts';
import type { Condition } from './definition.ts';
import { answerText, userText } from './texts.ts';

/** Whether a trajectory meets a condition; null = a pattern took longer than anybody waits. */
type Test = (trajectory: ObservedTrajectory) => boolean | null;

/** A condition with its patterns compiled. */
export function testOf(condition: Condition, withinTime: WithinTime): Test {
  switch (condition.kind) {
    case 'any': {
      const tests = condition.of.map((one) => testOf(one, withinTime));
      return (trajectory) => combine(tests, trajectory, true);
    }
    case 'all': {
      const tests = condition.of.map((one) => testOf(one, withinTime));
      return (trajectory) => combine(tests, trajectory, false);
    }
    case 'not': {
      const test = testOf(condition.of, withinTime);
      return (trajectory) => {
        const holds = test(trajectory);
        return holds === null ? null : !holds;
      };
    }
    case 'tool_called':
      return toolTest(condition.tool, false);
    case 'tool_failed':
      return toolTest(condition.tool, true);
    case 'text_matches':
      return textTest(condition.pattern, condition.in === 'user' ? userText : answerText, withinTime);
    case 'attribute_is': {
      const { attribute, values } = condition;
      return ({ attributes }) => values.some((value) => attributes[attribute] === value);
    }
    case 'outcome_is':
      return ({ outcomes }) => {
        const passed = outcomes.find((outcome) => outcome.passed !== null)?.passed;
        return condition.outcome === (passed === undefined ? 'unknown' : passed === true ? 'passed' : 'failed');
      };
    case 'steps': {
      const { from, to } = condition;
      return ({ steps: { length } }) => length >= (from ?? 0) && (to === null || length <= to);
    }
    default:
      return condition satisfies never;
  }
}

/** `decisive` decides as soon as one test says it; else what is not known stays so. */
function combine(tests: readonly Test[], trajectory: ObservedTrajectory, decisive: boolean): boolean | null {
  let known = true;
  for (const test of tests) {
    const holds = test(trajectory);
    if (holds === decisive) return decisive;
    if (holds === null) known = false;
  }
  return known ? !decisive : null;
}

function toolTest(glob: string, failed: boolean): Test {
  const matches = picomatch(glob);
  return ({ steps }) =>
    steps.some((step) => step.kind === 'tool_call' && matches(step.name) && (!failed || step.outcome.kind === 'error'));
}

/** No pattern that the settings accept takes long for a text that is shorter. */
const GUARDED_CHARS = 1000;

function textTest(source: string, textOf: (trajectory: ObservedTrajectory) => string, withinTime: WithinTime): Test {
  const pattern = new RegExp(source, 'iu');
  return (trajectory) => {
    const text = textOf(trajectory);
    if (text.length <= GUARDED_CHARS) return pattern.test(text);
    return withinTime(() => ({ holds: pattern.test(text) }))?.holds ?? null;
  };
}
