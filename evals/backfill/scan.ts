/**
 * One backfill in a process of its own, so that its time and memory are its own: `node scan.ts <store> <what> [shard]`, where
 * `what` is `all`, or `trajectories` for what that table alone tells. Prints a `Scanned` as JSON.
 */
import { backfillCommand } from '../../src/commands/backfill.ts';
import { scanBehaviour } from '../../src/commands/backfill-days.ts';
import { trafficHistory } from '../../src/commands/traffic-store.ts';
import { quietIn } from './quiet.ts';

export interface Scanned {
  readonly seconds: number;
  readonly peakMb: number;
}

const [, , store = '', what = '', shard] = process.argv;
const surroundings = quietIn(store); // which has no settings of its own
if (what === 'trajectories') {
  const history = await trafficHistory({ store }, surroundings);
  for (const { day } of history.reader.sources()) await scanBehaviour(history, day, false, surroundings.signal);
} else await backfillCommand({ store, ...(shard === undefined ? {} : { shard }) }, surroundings);
const { user, system } = process.cpuUsage();
const scanned: Scanned = { seconds: (user + system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(scanned));
