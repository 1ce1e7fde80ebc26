import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readerNamed } from '../../src/corpus/index.ts';
import { isJsonObject, momentOf, type ObservedTrajectory, parseJson } from '../../src/trace/index.ts';

const FILE = join(import.meta.dirname, '../../../shared/data/agentdojo/reruns.jsonl.gz');

export const hasReruns = existsSync(FILE);

/** AgentDojo's own reruns of gpt-4o in one suite, each at the moment of the commit that brought it. */
export function reruns(suite: string): ObservedTrajectory[] {
  const file = readerNamed('agentdojo', 'reruns').open();
  return gunzipSync(readFileSync(FILE))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line, index) => {
      const record = parseJson(line);
      if (!isJsonObject(record) || record.suite_name !== suite) return [];
      const startUs = momentOf(String(record._commit_date))?.us ?? null;
      const { trajectories } = file.record(record, `line ${index + 1}`);
      return trajectories.map((trajectory) => ({ ...trajectory, startUs }));
    });
}
