import { UserError } from '../errors.ts';
import { dropResults } from './backfill-days.ts';
import { dropObserved } from './observed-days.ts';
import type { Surroundings } from './surroundings.ts';
import { openTraffic, readTraffic, type TrafficWriterOptions } from './traffic-store.ts';

export interface ForgetOptions extends TrafficWriterOptions {
  readonly user?: string;
}

/** `pawl forget TRACE_ID | --user ID`: takes a trace, or all of a user, out of every file of the traffic store. */
export async function forgetCommand(
  traceId: string | undefined,
  { user, ...options }: ForgetOptions,
  surroundings: Surroundings,
): Promise<number> {
  const id = traceId ?? user;
  if (id === undefined || (traceId !== undefined && user !== undefined)) {
    const message = 'expected either the id of a trace or --user with an id';
    throw new UserError({ where: 'pawl forget', message, hint: null });
  }
  if (id.trim() === '') {
    const message = `expected an id, received ${JSON.stringify(id)}`;
    throw new UserError({ where: 'pawl forget', message, hint: 'is a variable that names it empty?' });
  }
  const reader = await readTraffic(options, surroundings);
  const store = await openTraffic(options, surroundings);
  try {
    const kind = user === undefined ? 'trace' : 'user';
    const counts = await store.forget(kind, id, surroundings.signal);
    for (const notice of store.notices) surroundings.warn(notice);
    if (counts === null) {
      surroundings.warn('interrupted: nothing was forgotten; run the same command again');
      return 4;
    }
    dropObserved(reader, options, surroundings);
    dropResults(reader, options, surroundings);
    const { entries, parts } = counts;
    if (entries + parts === 0) {
      surroundings.warn(
        `nothing in this store is of this ${kind}: ids of users are compared letter by letter, case too`,
      );
    }
    const what = entries === 1 ? '1 trace or run' : `${entries} traces and runs`;
    surroundings.print(`${what} forgotten, ${parts === 1 ? '1 part' : `${parts} parts`} of the store written anew`);
    return 0;
  } finally {
    store.close();
  }
}
