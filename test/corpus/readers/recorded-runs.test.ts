import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  countOutcomes,
  differences,
  hasJq,
  type ImportedFile,
  importFile,
  READ_AS_UTC,
  readWithJq,
} from '../../../evals/readers/imported.ts';
import { DATA, SOURCES } from '../../../evals/readers/sources.ts';

/** A part of what `npm run evals:readers` checks; the numbers are jq's own: `zcat FILE | jq -c 'FILTER'`. */
const EXPECTED = [
  {
    file: 'agentdojo/runs/gpt-4o-2024-05-13.jsonl.gz',
    format: 'agentdojo',
    calls: 3192,
    outcomes: {
      'utility true passed': 382,
      'utility false failed': 344,
      'security true failed': 300,
      'security false passed': 329,
    },
  },
  // Calls with empty ids, and runs that broke down.
  {
    file: 'agentdojo/runs/gemini-1.5-pro-001.jsonl.gz',
    format: 'agentdojo',
    calls: 2176,
    outcomes: {
      'utility true passed': 227,
      'utility false failed': 478,
      'utility false undetermined': 21,
      'security true failed': 161,
      'security false passed': 449,
      'security true undetermined': 19,
      'status error undetermined': 21,
    },
  },
  // Ids that stand for two calls of one run.
  {
    file: 'tau-bench/historical_trajectories/gpt-4o-airline.json.gz',
    format: 'tau-bench',
    calls: 1164,
    outcomes: { 'reward 1 passed': 84, 'reward 0 failed': 116 },
  },
  // Rewards shaped by penalties and bonuses.
  {
    file: 'tau-bench/pull-request/tool-calling-grok-3_retail_user-grok-3.json.gz',
    format: 'tau-bench',
    calls: 932,
    outcomes: {
      'base_success 1 passed': 78,
      'base_success 0 failed': 37,
      'reward between undetermined': 78,
      'reward 0 undetermined': 37,
    },
  },
  {
    file: 'tau2-bench/gym_model_training/gpt-4.1_retail_default_gpt-4.1_1trials.json.gz',
    format: 'tau2',
    calls: 299,
    outcomes: { 'reward 1 passed': 34, 'reward 0 failed': 6 },
  },
];

const noData = existsSync(DATA) ? '' : ` (skipped: ${DATA} is absent)`;
const noJq = hasJq() ? '' : ' (skipped: no jq or no zcat here)';

describe.skipIf(noData !== '')(`recorded runs${noData}`, () => {
  const read = new Map<string, Promise<ImportedFile>>();
  const imported = (file: string): Promise<ImportedFile> => {
    const known = read.get(file) ?? importFile(file);
    read.set(file, known);
    return known;
  };

  test.each(EXPECTED)(
    '$file: no run is lost, outcomes and calls are counted',
    async ({ file, format, calls, outcomes }) => {
      const { runs, problems, repeatedIds, format: told } = await imported(file);
      const odd = problems.filter((problem) => problem !== READ_AS_UTC);
      expect({ told, odd, repeatedIds }).toEqual({ told: format, odd: [], repeatedIds: 0 });
      expect(countOutcomes(runs)).toEqual(outcomes);
      expect(runs.flatMap((run) => run.calls)).toHaveLength(calls);
    },
  );

  test.skipIf(noJq !== '').each(EXPECTED)(
    `$file: outcomes, arguments and results of each run are what jq reads${noJq}`,
    async ({ file, format }) => {
      const filter = SOURCES.find((source) => source.format === format)?.jq ?? '';
      const runs = readWithJq(file, filter);
      expect(differences((await imported(file)).runs, runs ?? [])).toEqual([]);
    },
  );
});
