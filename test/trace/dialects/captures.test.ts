import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  type Json,
  type ObservedToolCall,
  type ObservedTrajectory,
  readTrace,
} from '../../../src/trace/index.ts';
import { CAPTURES, type Capture, hasCaptures, readCapture, readProtobufCapture } from './captures.ts';
import { keptTable } from './kept-table.ts';

const told = (name: Capture) => {
  const { spans, logs } = readCapture(name);
  return readTrace(spans, logs);
};

describe.skipIf(!hasCaptures)(
  'captured instrumentations (skipped where ../shared/data/otlp-captures is absent)',
  () => {
    test.each(CAPTURES)('%s tells the conversation’s tool calls with their arguments and results', (name) => {
      const calls = callsOf(told(name));
      expect(calls.length).toBeGreaterThan(0);
      for (const call of calls) expect([call.name, call.arguments]).toEqual(['get_weather', { location: 'Paris' }]);
      const results = calls.map(({ outcome }) =>
        outcome.kind === 'result' ? canonicalJson(outcome.value) : outcome.kind,
      );
      // The AI SDK runs its tool; for the others the script wrote the result into the second request.
      const result = name.startsWith('aisdk') ? '{"location":"Paris","temp":21}' : '"21C"';
      expect(new Set(results)).toEqual(new Set([result]));
    });

    test.each(CAPTURES)('%s reads the same from JSON and from protobuf', (name) => {
      const { spans, logs } = readProtobufCapture(name);
      expect(spans.length).toBeGreaterThan(0);
      expect(readTrace(spans, logs).map(withoutChance)).toEqual(told(name).map(withoutChance));
    });

    test.each(CAPTURES)('%s is understood whole', (name) => {
      const repaired = ['a Responses input that stood as JSON in one user message, read as messages'];
      const problems = told(name).flatMap((trajectory) => trajectory.problems);
      expect(problems).toEqual(name === 'openllmetry-openai' ? repaired : []);
    });

    test('what each keeps and loses stands in the documentation', async () => {
      const page = keptTable(CAPTURES.map((name) => ({ name, trajectories: told(name) })));
      await expect(page).toMatchFileSnapshot('../../../docs/instrumentations.md');
    });
  },
);

/** Each call once: without a span around them, the request that asks and the one that tells its result are two traces. */
function callsOf(trajectories: readonly ObservedTrajectory[]): ObservedToolCall[] {
  const byId = new Map<string, ObservedToolCall>();
  for (const step of trajectories.flatMap(({ steps }) => steps)) {
    if (step.kind !== 'tool_call') continue;
    const known = byId.get(step.id ?? '');
    if (known === undefined || known.outcome.kind === 'unknown') byId.set(step.id ?? '', step);
  }
  return [...byId.values()];
}

/** Two runs of the agent have other ids and times. */
function withoutChance(trajectory: ObservedTrajectory): Json {
  const text = JSON.stringify(trajectory, (name, value: Json) =>
    ['id', 'responseId', 'startUs', 'endUs', 'durationMs', 'sources'].includes(name) ? null : value,
  );
  return JSON.parse(text) as Json;
}
