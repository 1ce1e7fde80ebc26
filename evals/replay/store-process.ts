import { setImmediate } from 'node:timers/promises';
import { openStore } from '../../src/replay/index.ts';
import { sha256 } from '../../src/trace/index.ts';

/**
 * `argv`: `fill`, a store and a number: puts so many answers into it. `read`: reads all of them, and prints how much the memory has
 * grown over the last two fifths, in bytes (run it with --expose-gc).
 */
const [, , what = '', directory = '', count = ''] = process.argv;
const CALLS_PER_RUN = 10_000;
const total = Number(count);

function fill(): void {
  for (let begin = 0; begin < total; begin += CALLS_PER_RUN) {
    const store = openStore(directory, 'fill');
    for (let n = begin; n < Math.min(total, begin + CALLS_PER_RUN); n += 1) {
      const body = JSON.stringify({
        id: `c-${n}`,
        choices: [{ message: { role: 'assistant', content: sha256(`${n}`).repeat(8) } }],
      });
      store.putAnswer(keyOf(n), { wire: 'openai-chat', form: 'json', body, durationMs: 20 });
    }
    store.close();
  }
}

async function read(): Promise<void> {
  const store = openStore(directory, 'read');
  const startedAtMs = performance.now();
  let before = 0;
  for (let n = 0; n < total; n += 1) {
    if (n === Math.floor((total * 3) / 5)) before = await heapBytes();
    if (!store.has(keyOf(n)) || store.answer(keyOf(n)) === null) throw new Error(`answer ${n} is gone`);
  }
  console.log(
    JSON.stringify({
      grownBytes: (await heapBytes()) - before,
      usPerCall: ((performance.now() - startedAtMs) * 1000) / total,
    }),
  );
  store.close();
}

/** Buffers are given back some turns after they were collected. */
async function heapBytes(): Promise<number> {
  for (let turn = 0; turn < 5; turn += 1) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function keyOf(n: number): string {
  return `recorded call ${n}`;
}

if (what === 'fill') {
  fill();
  console.log('{}');
} else await read();
