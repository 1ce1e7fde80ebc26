import { expect, test } from 'vitest';
import { measure } from '../../evals/attribution/measure.ts';
import { truth, WORLDS } from '../../evals/attribution/worlds.ts';

const world = (name: string) => {
  const found = WORLDS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no world "${name}"`);
  return found;
};
const size = { runs: 10, seed: 'quick' };

test('where nothing is worse no factor is named, and the intervals hold zero', () => {
  expect(truth(world('nothing is worse, 2 factors'))).toEqual([0, 0, 0, 0]);
  expect(measure(world('nothing is worse, 2 factors'), size)).toMatchObject({ named: 0, innocentSeen: 0, covered: 1 });
});

test('where a factor breaks cases it is named, and the intervals hold what it does', () => {
  const broken = world('95 -> 60 in single cases by one of 2');
  expect(truth(broken)[1]).toBeCloseTo(-0.344, 2);
  const found = measure(broken, size);
  expect(found).toMatchObject({ blocked: 1, guiltyNamed: 1, innocentSeen: 0 });
  expect(found.guiltyAlone).toBeGreaterThan(0.5);
  expect(found.covered).toBeGreaterThan(0.7);
});

test('what only several factors do together is seen in the interval of both', () => {
  const joint = world('95 -> 60 by two of 3, and only together');
  expect(truth(joint).slice(0, 3)).toEqual([0, 0, 0]);
  expect(measure(joint, { ...size, runs: 5 })).toMatchObject({ guiltyNamed: 1, coveredTogether: 1 });
});
