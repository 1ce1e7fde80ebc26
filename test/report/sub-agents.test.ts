import { expect, test } from 'vitest';
import type { TrialTelemetry } from '../../src/replay/join-telemetry.ts';
import { buildReport, parseReport, renderJson, renderTerminal } from '../../src/report/index.ts';
import { SCENARIOS } from './scenarios.ts';

function toldBy(agent: readonly string[]): TrialTelemetry {
  const told = { joinedBy: 'id', agent, durationMs: 3, error: null, sources: ['s'] } as const;
  return { spans: 1, logs: 0, steps: [{ stepIndex: 1, ...told }], unseen: [] };
}

/** The report of a fall, with the second step of each trial made by this agent. */
function reportOf(agent: readonly string[]) {
  const scenario = SCENARIOS['block-slice'];
  if (scenario === undefined) throw new Error('there is no such scenario');
  const trials = scenario.trials.map((one) => ({ ...one, trial: { ...one.trial, telemetry: toldBy(agent) } }));
  return buildReport({ ...scenario, trials });
}

test('a step shows the sub-agent that took it, where spans tell, and the report is read back with it', () => {
  const report = reportOf(['desk', 'orders', 'look\u001B[31mup']);
  expect(parseReport(renderJson(report))).toEqual(report);
  expect(renderTerminal(report, { color: false, width: 200 })).toMatch(/orders > look\S*up: get_order /);
  expect(renderTerminal(report, { color: false, width: 200 })).not.toContain('\u001B');
});

test('the outermost agent is the same for all steps and not named', () => {
  const report = reportOf(['desk']);
  const steps = report.cases.flatMap(({ evidence }) => [
    ...(evidence?.base.steps ?? []),
    ...(evidence?.head.steps ?? []),
  ]);
  expect(steps.map((step) => ('agent' in step ? step.agent : null))).toEqual(steps.map(() => null));
  expect(renderTerminal(report, { color: false, width: 200 })).not.toContain('desk: ');
});
