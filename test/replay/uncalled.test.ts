import { expect, test } from 'vitest';
import { uncalledOf } from '../../src/replay/uncalled.ts';
import { aCase, aTrial, recorded, stopped, toolCall } from '../score/build.ts';

const theCase = aCase({
  recordings: [
    {
      steps: [recorded('get', { id: 1 }), recorded('get', { id: 1 }), recorded('put', { id: 1, note: null })],
      output: null,
    },
    { steps: [recorded('find')], output: null },
  ],
});

test('what a trial left out is told against the recording that it came nearest to', () => {
  const trial = aTrial([toolCall('get', { id: 1 }), toolCall('put', { id: 1 })], 'done');
  expect(uncalledOf(theCase, trial)).toEqual({ recording: 0, calls: [{ name: 'get', arguments: { id: 1 } }] });
  const other = aTrial([toolCall('get', { id: 2 })], 'done');
  expect(uncalledOf(theCase, other)).toEqual({ recording: 1, calls: [{ name: 'find', arguments: {} }] });
});

test('a call that the recording has under another name, or in another way, is made', () => {
  const recordedAs = { name: 'find', arguments: {} };
  expect(uncalledOf(theCase, aTrial([toolCall('search', { all: true }, { recordedAs })], 'done'))).toEqual({
    recording: 1,
    calls: [],
  });
});

test('nothing is left out by a trial that did not come to its end, nor of a case without recordings', () => {
  expect(uncalledOf(theCase, stopped([]))).toBeNull();
  expect(uncalledOf(aCase(), aTrial([], 'done'))).toBeNull();
});
