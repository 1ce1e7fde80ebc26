import { expect, test } from 'vitest';
import { readSettings } from '../../src/config/index.ts';
import { EvidenceBook } from '../../src/gate/evidence.ts';
import { scoreTrial } from '../../src/score/index.ts';
import { aCase, aContext, aTrial, modelCall, toolCall } from '../score/build.ts';

const SETTINGS = 'version: 1\nagent: { name: a, command: a }\nprompts: [p]\ncorpus: [c]\n';

test('of a judged trial is kept what decision and report tell of it, and not what the model was told', () => {
  const settings = readSettings({ text: SETTINGS, file: 'pawl.yml', overrides: [] });
  const plan = { settings, cases: [{ theCase: aCase(), gates: true }] };
  const book = new EvidenceBook(plan, { storedTrials: () => 0 });
  const told = modelCall('Hello', {
    newMessages: [{ role: 'user', parts: [{ kind: 'text', text: 'a long prompt' }] }],
  });
  const trial = aTrial([told, toolCall('get_order')], 'Hello');
  const score = scoreTrial(trial, aCase(), aContext());
  book.take([
    {
      ran: { trial, stored: false, probe: false },
      ...{ score, uncalled: null, judging: { calls: 0, costUsd: 0 } },
    },
  ]);
  const steps = [{ ...told, newMessages: [] }, toolCall('get_order')];
  const kept = { ...trial, trajectory: { steps, output: 'Hello' } };
  expect([book.judged[0]?.trial, book.drawn[0], book.examined[0]?.ran.trial]).toEqual([kept, kept, kept]);
});
