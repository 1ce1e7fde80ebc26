import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expectation, RecordedStep } from '../../src/corpus/index.ts';
import type { Step, ToolCall } from '../../src/trace/index.ts';
import { aCase, aTrial, judged, missed, recorded, refused, stopped, toolCall } from './build.ts';

const STATE: Expectation = { kind: 'state_changes' };
const caseOf = (...recordings: RecordedStep[][]) =>
  aCase({ recordings: recordings.map((steps) => ({ steps, output: '' })) });
const refund = (amount: number) => ['refund', { id: 'o1', amount }] as const;

function verdict(steps: readonly Step[], ...recordings: RecordedStep[][]): string {
  return judged(STATE, aTrial(steps, 'done'), caseOf(...recordings));
}

test('the same state changes pass, whatever was read and in whatever order', () => {
  const steps = [toolCall('close', {}), toolCall('get_order', { id: 'zzz' }), toolCall(...refund(5))];
  expect(verdict(steps, [recorded(...refund(5)), recorded('close', {})])).toBe('pass');
});

test('any one of the recordings will do', () => {
  expect(verdict([toolCall(...refund(5))], [recorded(...refund(7))], [recorded(...refund(5))])).toBe('pass');
});

test('a mixture of two recordings is none of them', () => {
  const steps = [toolCall('a', {}), toolCall('b', {})];
  expect(verdict(steps, [recorded('a', {}), recorded('c', {})], [recorded('b', {}), recorded('c', {})])).toMatch(
    /^fail/,
  );
});

test('another amount fails and names both calls', () => {
  expect(verdict([toolCall(...refund(50))], [recorded(...refund(5))])).toBe(
    'fail: state changes differ from every recording: made refund {"amount":50,"id":"o1"}; did not make refund {"amount":5,"id":"o1"}',
  );
});

test('the same call twice is not the same as once', () => {
  expect(verdict([toolCall(...refund(5)), toolCall(...refund(5))], [recorded(...refund(5))])).toMatch(
    /^fail: .*made refund/,
  );
  expect(verdict([toolCall(...refund(5))], [recorded(...refund(5)), recorded(...refund(5))])).toMatch(
    /did not make refund/,
  );
});

test('the difference shown is the one to the nearest recording', () => {
  const far = [recorded('x', {}), recorded('y', {}), recorded('z', {})];
  expect(verdict([toolCall('a', {})], far, [recorded('a', {}), recorded('b', {})])).toMatch(/: did not make b \{\}$/);
});

test('a call that the tool refused changed nothing, in the trial or in the recording', () => {
  const failed = toolCall(...refund(9), { outcome: { kind: 'error', value: 'no' } });
  expect(verdict([failed, toolCall(...refund(5))], [recorded(...refund(5))])).toBe('pass');
  expect(verdict([refused('refund', {}, 'bad'), toolCall(...refund(5))], [recorded(...refund(5))])).toBe('pass');
  expect(verdict([toolCall(...refund(5))], [recorded(...refund(5)), recorded(...refund(9), true)])).toBe('pass');
});

test('a null argument is an absent one', () => {
  expect(verdict([toolCall('close', { note: null })], [recorded('close', {})])).toBe('pass');
});

test('a rename done right is the same change', () => {
  const call = toolCall(
    'issue_refund',
    { ref: 'o1' },
    { recordedAs: { name: 'refund', arguments: { id: 'o1', amount: 5 } } },
  );
  expect(verdict([call], [recorded(...refund(5))])).toBe('pass');
});

test('a read-only tool is told by its recorded name', () => {
  const call = toolCall('fetch_order', {}, { recordedAs: { name: 'get_order', arguments: {} } });
  expect(verdict([call], [])).toBe('pass');
});

test('a change that is on no tape counts as made, also where the agent went on after it', () => {
  expect(verdict([missed(...refund(50)), toolCall(...refund(5))], [recorded(...refund(5))])).toMatch(
    /^fail: .*"amount":50/,
  );
});

test('a case without recordings decides nothing', () => {
  expect(verdict([toolCall(...refund(5))])).toMatch(/^undetermined: the case has no recording/);
});

describe('a stopped trial', () => {
  const theCase = caseOf([recorded(...refund(5)), recorded('close', {})], [recorded(...refund(7))]);
  const prefix = (...steps: Step[]): string => judged(STATE, stopped(steps), theCase);
  test('fails when no recording has the change', () => {
    expect(prefix(missed(...refund(50)))).toMatch(/^fail: .*made refund \{"amount":50/);
  });
  test('fails when the change was made more often than recorded', () => {
    expect(prefix(toolCall(...refund(7)), missed(...refund(7)))).toMatch(/^fail: .*made refund/);
  });
  test('fails when no single recording has all changes', () => {
    expect(prefix(toolCall(...refund(7)), toolCall('close', {}))).toMatch(/^fail/);
  });
  test('stays open when it read something that is not on the tape', () => {
    expect(prefix(toolCall(...refund(5)), missed('get_order', { id: 'other' }))).toBe(
      'undetermined: the trial was stopped: off the tape',
    );
  });
  test('is never a pass, even with all changes made', () => {
    expect(prefix(toolCall(...refund(7)), missed('get_order', {}))).toMatch(/^undetermined/);
  });
  test('stays open at a tool that no tape can know', () => {
    const trial = stopped([missed('new_tool', {})], { standing: 'not_covered' });
    expect(judged(STATE, trial, theCase)).toMatch(/^undetermined: what new_tool changes is not on any tape/);
  });
  test('fails at a tool that no tape can know when it had gone wrong before', () => {
    const trial = stopped([toolCall(...refund(50)), missed('new_tool', {})], { standing: 'not_covered' });
    expect(judged(STATE, trial, theCase)).toMatch(/^fail/);
  });
});

describe('a call that says more than any recorded one can', () => {
  const theCase = caseOf([recorded(...refund(5))]);
  const saying = (amount: number, outcome: ToolCall['outcome']) => {
    const recordedAs = { name: 'refund', arguments: { id: 'o1', amount, dry_run: true } };
    const unrecorded = { parameters: ['dry_run'], arguments: { id: 'o1', amount } };
    return toolCall('refund', { id: 'o1', amount, dry_run: true }, { outcome, recordedAs, unrecorded });
  };
  const missing = { kind: 'missing', reason: 'head added dry_run' } as const;
  test('leaves open whether it does the same, answered or not', () => {
    const trial = stopped([saying(5, missing)], { standing: 'not_covered' });
    expect(judged(STATE, trial, theCase)).toMatch(/^undetermined: whether refund with dry_run does what was recorded/);
    expect(verdict([saying(5, { kind: 'result', value: 'simulated' })], [recorded(...refund(5))])).toMatch(
      /^undetermined: whether refund with dry_run/,
    );
  });
  test('fails where all else of it is not what was recorded', () => {
    const trial = stopped([saying(50, missing)], { standing: 'not_covered' });
    expect(judged(STATE, trial, theCase)).toMatch(/^fail: .*made refund \{"amount":50,"id":"o1"\}/);
  });
  test('changes nothing where it was refused', () => {
    const failed = saying(5, { kind: 'error', value: 'no' });
    expect(verdict([failed, toolCall(...refund(5))], [recorded(...refund(5))])).toBe('pass');
  });
});

test('a replay of any recording passes, and each of its prefixes stays open', () => {
  const call = fc.tuple(fc.constantFrom('get_x', 'refund', 'close'), fc.record({ n: fc.nat(2) }), fc.boolean());
  fc.assert(
    fc.property(fc.array(call, { maxLength: 6 }), fc.nat(6), (calls, length) => {
      const recording = calls.map(([name, args, error]) => recorded(name, args, error));
      const steps = calls.map(([name, args, error]) =>
        toolCall(name, args, { outcome: { kind: error ? 'error' : 'result', value: null } }),
      );
      expect(verdict(steps, recording)).toBe('pass');
      expect(judged(STATE, stopped(steps.slice(0, length)), caseOf(recording))).toMatch(/^undetermined/);
    }),
  );
});
