import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ObservedTrajectory, readTrace } from '../../../src/trace/index.ts';
import { DESK, type Desk, type DeskStep } from './desk.ts';
import { FIXTURES } from './fixtures.ts';
import { withLosses } from './losses.ts';

const RUNS = { numRuns: 8 };

describe.each(FIXTURES.map((fixture) => [`${fixture.dialect}: ${fixture.name}`, fixture] as const))(
  '%s',
  (_, fixture) => {
    const { spans, logs } = fixture;
    const told = readTrace(spans, logs);

    test('tells the one run, but for its losses', () => {
      const expected = { ...withLosses(DESK, fixture.losses), problems: fixture.problems ?? [] };
      expect(told.map(asDesk)).toEqual([expected]);
      expect(told.map(({ format }) => format)).toEqual([fixture.dialect]);
    });

    test('loses no step’s way back to its spans', () => {
      const known = new Set(spans.map(({ spanId }) => spanId));
      for (const step of told[0]?.steps ?? []) {
        expect(step.sources.length).toBeGreaterThan(0);
        if (logs.length === 0) expect(step.sources.filter((id) => !known.has(id))).toEqual([]);
      }
    });

    test('reads the same whatever the order of its spans', () => {
      const order = fc.shuffledSubarray([...spans], { minLength: spans.length });
      fc.assert(
        fc.property(order, (shuffled) => {
          expect(readTrace(shuffled, logs)).toEqual(told);
        }),
        RUNS,
      );
    });

    test('reads the same when spans come twice, and all log records', () => {
      const delivery = fc.tuple(fc.subarray([...spans]), fc.boolean());
      fc.assert(
        fc.property(delivery, ([again, withLogs]) => {
          const copies = structuredClone(again);
          expect(readTrace([...copies, ...spans], withLogs ? [...logs, ...structuredClone(logs)] : logs)).toEqual(told);
        }),
        RUNS,
      );
    });

    test('reads the same when it comes in two batches, the later one first', () => {
      // Log records of one moment have no other order than that of their arrival.
      const moments = [...logs.keys()].filter((at) => logs[at]?.timeUs !== logs[at - 1]?.timeUs);
      const cut = fc.tuple(fc.nat({ max: spans.length }), fc.constantFrom(0, ...moments));
      fc.assert(
        fc.property(cut, ([at, logAt]) => {
          const swapped = [...spans.slice(at), ...spans.slice(0, at)];
          expect(readTrace(swapped, [...logs.slice(logAt), ...logs.slice(0, logAt)])).toEqual(told);
        }),
        RUNS,
      );
    });
  },
);

function asDesk(trajectory: ObservedTrajectory): Desk {
  const { id: _, format: __, startUs: ___, endUs: ____, steps, ...rest } = trajectory;
  return { ...rest, steps: steps.map(asDeskStep) };
}

function asDeskStep(step: ObservedTrajectory['steps'][number]): DeskStep {
  const { startUs: _, sources: __, durationMs, ...told } = step;
  return told.kind === 'model_call' ? told : { ...told, durationMs };
}
