/** What an attempt met, as far as retrying depends on it. `status` null = no answer came at all. */
export interface Refusal {
  readonly status: number | null;
  readonly retryAfter: string | null;
  readonly message: string;
}

const MAX_ATTEMPTS = 4;
const MAX_WAIT_MS = 60_000;

/**
 * How long to wait before attempt `attempt + 1` (the first is 1), or null: do not try again. A server that asks for more
 * patience than we have is not pressed. A rate limit without `retry-after` wants a minute (GitHub's documentation).
 */
export function retryDelayMs(refusal: Refusal, attempt: number): number | null {
  if (attempt >= MAX_ATTEMPTS) return null;
  const limited = isRateLimit(refusal);
  if (!limited && refusal.status !== null && refusal.status < 500) return null;
  if (refusal.retryAfter !== null && /^\d{1,9}$/.test(refusal.retryAfter)) {
    const askedMs = Number(refusal.retryAfter) * 1000;
    return askedMs <= MAX_WAIT_MS ? askedMs : null;
  }
  return limited ? MAX_WAIT_MS : 1000 * 2 ** (attempt - 1);
}

function isRateLimit({ status, retryAfter, message }: Refusal): boolean {
  return status === 429 || (status === 403 && (retryAfter !== null || /rate limit/i.test(message)));
}
