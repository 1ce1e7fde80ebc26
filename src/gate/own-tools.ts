import type { Side, Trial } from '../replay/index.ts';
import type { ToolCall } from '../trace/index.ts';

/** What became of the results of tools that the agent ran in its own process, in words; empty = it ran none. */
export function ownToolsInWords(trials: readonly Trial[]): readonly string[] {
  const inWords = (of: (call: ToolCall) => boolean, text: string): string[] => {
    const [base, head] = [count(trials, 'base', of), count(trials, 'head', of)];
    return base + head === 0 ? [] : [`${text}: base ${base}, head ${head}`];
  };
  return [
    ...inWords(
      (call) => call.substituted === true,
      "results of tools in the agent's own process that the model saw as recorded, not as the agent made them",
    ),
    ...inWords(
      (call) => call.match === 'agent',
      "results of tools in the agent's own process taken as they came (tools.in_process: trust)",
    ),
  ];
}

function count(trials: readonly Trial[], side: Side, of: (call: ToolCall) => boolean): number {
  const calls = trials
    .filter((trial) => trial.side === side)
    .flatMap(({ trajectory }) => trajectory.steps.filter((step) => step.kind === 'tool_call'));
  return calls.filter(of).length;
}
