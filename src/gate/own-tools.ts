import { cut } from '../errors.ts';
import type { Side, Trial } from '../replay/index.ts';
import type { ToolCall } from '../trace/index.ts';

/** What became of the results of tools that the agent ran in its own process, in words; empty = it ran none. */
export function ownToolsInWords(trials: readonly Trial[]): readonly string[] {
  const calls = { base: callsOf(trials, 'base'), head: callsOf(trials, 'head') };
  const inWords = (of: (call: ToolCall) => boolean, text: string): string[] => {
    const [base, head] = [calls.base.filter(of).length, calls.head.filter(of).length];
    return base + head === 0 ? [] : [`${text}: base ${base}, head ${head}`];
  };
  return [
    ...inWords(
      (call) => call.substituted !== undefined,
      "results of tools in the agent's own process that the model saw as recorded, not as the agent made them",
    ),
    ...hiddenByRecordings(calls),
    ...inWords(
      (call) => call.match === 'agent',
      "results of tools in the agent's own process taken as they came (tools.in_process: trust)",
    ),
  ];
}

type CallsBySide = Readonly<Record<Side, readonly ToolCall[]>>;

/**
 * Tools whose own results leave the recorded shape on head, and did not on base: head may have broken them, and since the
 * model saw the recorded ones no verdict can tell. A closed network makes them fail on both sides alike.
 */
function hiddenByRecordings({ base, head }: CallsBySide): readonly string[] {
  const tools = new Set(head.flatMap((call) => (call.substituted === 'other_shape' ? [call.name] : [])));
  return [...tools].flatMap((tool) => {
    const [before, now] = [shareOf(base, tool), shareOf(head, tool)];
    if (now.others * before.all <= before.others * now.all && before.all > 0) return [];
    return [
      `the tool ${cut(tool, 80)}, which the agent runs by itself, gave results of another shape than recorded in ${now.others} of ` +
        `${now.all} calls on head (base: ${before.others} of ${before.all}): the model saw the recorded ones, so nothing here ` +
        'tells whether head broke it',
    ];
  });
}

function shareOf(calls: readonly ToolCall[], tool: string): { others: number; all: number } {
  const own = calls.filter(({ name }) => name === tool);
  return { others: own.filter(({ substituted }) => substituted === 'other_shape').length, all: own.length };
}

function callsOf(trials: readonly Trial[], side: Side): readonly ToolCall[] {
  return trials
    .filter((trial) => trial.side === side)
    .flatMap(({ trajectory }) => trajectory.steps.filter((step) => step.kind === 'tool_call'));
}
