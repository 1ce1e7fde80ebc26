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
