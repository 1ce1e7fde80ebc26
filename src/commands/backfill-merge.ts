import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { DayFolder, dayHead, mergeShards } from '../knowledge/index.ts';
import { type BackfillOptions, definitionIn } from './backfill.ts';
import { resultFolder } from './backfill-days.ts';
import type { Surroundings } from './surroundings.ts';

type BackfillMergeOptions = Pick<BackfillOptions, 'store' | 'hypothesis' | 'config'>;

/** `pawl backfill merge`: takes what shards have computed into a store. Each is a store, or the folder of results in one. */
export async function backfillMergeCommand(
  stores: readonly string[],
  options: BackfillMergeOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { definition } = await definitionIn(options, surroundings);
  const found = stores.flatMap((store) => {
    const folders = [
      resultFolder(store, definition.id, surroundings),
      new DayFolder(resolve(surroundings.directory, store), 'pawl backfill'),
    ];
    const folder = folders.find((one) => one.days().length > 0);
    if (folder === undefined) throw nothingIn(store, definition.id.name);
    return folder.days().map((day) => {
      const [path, text] = [folder.pathOf(day), folder.read(day)];
      return { ...dayHead(text, path), path, text };
    });
  });
  const { days, problems } = mergeShards(found);
  if (problems.length > 0) throw new UserError(problems.map((message) => ({ where: null, message, hint: null })));
  const target = resultFolder(options.store, definition.id, surroundings);
  const known = new Set(target.days());
  const news = days.filter(({ day, text }) => !known.has(day) || target.read(day) !== text);
  for (const { day, text } of news) target.write(day, text);
  surroundings.print(
    `${definition.id.name}: ${days.length} days from ${stores.length} shards, ${news.length} of them new or changed in ${target.directory}`,
  );
  return 0;
}

function nothingIn(store: string, name: string): UserError {
  const hint = 'a shard that had no day of its own can be left out; else run "pawl backfill --shard i/n" there';
  return new UserError({ where: store, message: `there are no results of ${name} here`, hint });
}
