import { TokenBucket } from './token-bucket.ts';

/** What the user's plan with a provider allows; null = not said, so pawl learns it from refusals alone. */
export interface RateLimits {
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
}

export interface BreakerOptions {
  /** So many requests in a row must fail, each with all its attempts, before the provider counts as down. */
  readonly failures: number;
  readonly coolDownMs: number;
  /** So many probes that fail, one after each cool-down, end it for this run. */
  readonly probes: number;
}

type Admission =
  /** `isProbe`: it is the one request that finds out whether a provider that was down is back. */
  | { readonly kind: 'go'; readonly isProbe: boolean }
  | { readonly kind: 'wait'; readonly ms: number }
  /** `why` says since when and whether the provider will be asked again in this run. */
  | { readonly kind: 'down'; readonly why: string };

/**
 * When a provider may be asked: within its rates, and not at all while it is down. A provider
 * that is down fails requests at once, so that a run ends soon and says so instead of waiting trial by trial.
 * Circuit breaker: Nygard (2018), Release It!, chapter 5. Pure: the clock is handed in.
 */
export class Courtesy {
  readonly #options: BreakerOptions;
  readonly #requests: TokenBucket | null;
  readonly #tokens: TokenBucket | null;
  #failedInARow = 0;
  #failedProbes = 0;
  #openUntilMs: number | null = null;
  #isProbing = false;

  constructor(limits: RateLimits, options: BreakerOptions, nowMs: number) {
    this.#options = options;
    const bucketOf = (rate: number | null): TokenBucket | null => (rate === null ? null : new TokenBucket(rate, nowMs));
    this.#requests = bucketOf(limits.requestsPerMinute);
    this.#tokens = bucketOf(limits.tokensPerMinute);
  }

  /** `go` takes what it grants: an attempt of about so many tokens. */
  admit(tokens: number, nowMs: number): Admission {
    const down = this.#whyDown(nowMs);
    if (down !== null) return { kind: 'down', why: down };
    const ms = Math.max(this.#requests?.waitMs(1, nowMs) ?? 0, this.#tokens?.waitMs(tokens, nowMs) ?? 0);
    if (ms > 0) return { kind: 'wait', ms };
    const isProbe = this.#openUntilMs !== null;
    if (isProbe) this.#isProbing = true;
    this.#requests?.take(1, nowMs);
    this.#tokens?.take(tokens, nowMs);
    return { kind: 'go', isProbe };
  }

  /** The attempt took `used` tokens where `granted` were granted. */
  settle(granted: number, used: number, nowMs: number): void {
    this.#tokens?.take(used - granted, nowMs);
  }

  /** A request came to its end, with all its attempts: answered (or refused for its own sake), or failed. */
  note(answered: boolean, wasProbe: boolean, nowMs: number): void {
    if (wasProbe) this.#isProbing = false;
    if (answered) {
      this.#failedInARow = 0;
      this.#failedProbes = 0;
      this.#openUntilMs = null;
      return;
    }
    this.#failedInARow += 1;
    if (wasProbe) this.#failedProbes += 1;
    if (wasProbe || (this.#openUntilMs === null && this.#failedInARow >= this.#options.failures))
      this.#openUntilMs = nowMs + this.#options.coolDownMs;
  }

  #whyDown(nowMs: number): string | null {
    if (this.#openUntilMs === null) return null;
    const failed = `${this.#failedInARow} requests in a row failed`;
    if (this.#failedProbes >= this.#options.probes) return `${failed}; it is not asked again in this run`;
    if (this.#isProbing) return `${failed}; one request is trying whether it is back`;
    if (nowMs >= this.#openUntilMs) return null;
    return `${failed}; it is asked again in ${Math.ceil((this.#openUntilMs - nowMs) / 1000)} s`;
  }
}
