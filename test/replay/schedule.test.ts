import { expect, test } from 'vitest';
import { pairUp } from '../../src/replay/schedule.ts';
import type { TrialRequest } from '../../src/replay/trial.ts';

const request = (caseId: string, side: 'base' | 'head', number: number, resampleOf?: number): TrialRequest => ({
  ...{ caseId, side, number },
  ...(resampleOf === undefined ? {} : { resampleOf }),
});

test('base runs before head of its number, and a base trial that is drawn anew after both', () => {
  const requests = [
    request('a', 'base', 37, 2),
    request('a', 'head', 2),
    request('b', 'head', 1),
    request('b', 'base', 1),
  ];
  const groups = pairUp(requests, 'seed').map((group) =>
    group.map(({ caseId, side, number }) => `${caseId} ${side} ${number}`),
  );
  expect(groups.toSorted()).toEqual([
    ['a head 2', 'a base 37'],
    ['b base 1', 'b head 1'],
  ]);
});

test('the order is random, and the same for the same seed', () => {
  const requests = Array.from({ length: 40 }, (_, i) => request(`c${i}`, i % 2 === 0 ? 'base' : 'head', 1));
  const order = (seed: string, asked: readonly TrialRequest[]) => pairUp(asked, seed).map(([first]) => first?.caseId);
  expect(order('x', requests)).toEqual(order('x', requests));
  expect(order('x', requests)).not.toEqual(order('y', requests));
  expect(order('x', requests)).not.toEqual(requests.map(({ caseId }) => caseId));
});
