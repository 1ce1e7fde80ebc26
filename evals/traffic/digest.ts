import { trafficProjection } from '../../src/commands/traffic-store.ts';
import { TrafficReader } from '../../src/corpus/index.ts';
import { COLUMNS } from '../../src/corpus/traffic/columns.ts';
import { TABLES } from '../../src/corpus/traffic/layout.ts';
import { sha256 } from '../../src/trace/index.ts';

/**
 * All that a store says, in one text that does not depend on how it came to say it: both tables and the trajectories read
 * again from the raw files.
 */
export async function digestOf(store: string): Promise<string> {
  const reader = await TrafficReader.open(store);
  const sums: string[] = [`waiting ${reader.waitingBytes}`];
  for (const table of TABLES) {
    const names = COLUMNS[table].map(({ name }) => name);
    const sum = new Sum();
    for await (const { day, rows, of } of reader.table(table, names, null)) {
      for (let row = 0; row < rows; row += 1) sum.add([day, ...names.map((name) => of[name]?.[row] ?? null)]);
    }
    sums.push(`${table} ${sum.text}`);
  }
  const sum = new Sum();
  for (const trajectory of reader.trajectories(trafficProjection.assemble, null)) sum.add(trajectory);
  return [...sums, `raw ${sum.text}`].join('\n');
}

/** Of the hashes of values, in whatever order they come. */
class Sum {
  #count = 0;
  #sum = 0n;

  add(value: unknown): void {
    this.#count += 1;
    this.#sum += BigInt(`0x${sha256(JSON.stringify(value))}`);
  }

  get text(): string {
    return `${this.#count} ${this.#sum.toString(16)}`;
  }
}
