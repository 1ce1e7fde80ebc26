import { setTimeout as delay } from 'node:timers/promises';
import { vi } from 'vitest';
import type { FakeGitHub } from './fake/github.ts';

/**
 * A request that GitHub never answers is over as soon as it is there, as if its time had run out; no other one is ever too
 * late, however busy the machine is. Ends with `vi.restoreAllMocks()`.
 * @returns whether there was such a request.
 */
export function hurrySilence(github: FakeGitHub): () => boolean {
  let wasSilent = false;
  const limits: AbortController[] = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const limit = new AbortController();
    limits.push(limit);
    return limit.signal;
  });
  github.onHang = () => {
    wasSilent = true;
    const late = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    for (const limit of limits.splice(0)) limit.abort(late);
  };
  return () => wasSilent;
}

const STEP_MS = 60_000;

/**
 * By a clock that stands still until GitHub has met somebody with a fault, and then runs as fast as it can: nothing sound is
 * too late, and nobody waits for a client that tries again for a minute. The clock stays in place, since what was given up
 * goes by it, until `vi.useRealTimers()`.
 */
export async function byQuickClock<T>(github: FakeGitHub, act: () => Promise<T>): Promise<T> {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let isOver = false;
  const runClock = async (): Promise<void> => {
    while (!isOver) {
      await delay(2);
      if (github.faulted > 0) vi.advanceTimersByTime(STEP_MS);
    }
  };
  const clock = runClock();
  try {
    return await act();
  } finally {
    isOver = true;
    await clock;
  }
}
