import { canonicalRequest, type JsonObject, requestKey, sha256, type Wire } from '../trace/index.ts';

/** What tells one model request from another, within its trial. */
export interface RequestIdentity {
  /** Equal for requests that ask the provider the same thing. */
  readonly key: string;
  /** What the key was made of, as JSON. */
  readonly text: string;
  /** Equal for requests that mean the same, as client libraries differ in writing it (level 1). */
  semanticKey(): string;
}

interface IdentityContext {
  /** Replaced by `$ROOT`, since prompts may hold the working directory. */
  readonly root: string;
  readonly ignored: readonly RegExp[];
  /** What stands for the id of something that the provider keeps; null = unknown. */
  markerOf(id: string): string | null;
}

/** null = deeper than any client nests: walking it would exhaust the stack. */
export function identify(
  wire: Wire,
  body: JsonObject,
  headers: Readonly<Record<string, string>>,
  context: IdentityContext,
): RequestIdentity | null {
  const options = {
    headers: {
      anthropicVersion: headers['anthropic-version'] ?? null,
      anthropicBeta: headers['anthropic-beta'] ?? null,
    },
    replacements: [{ text: context.root, by: '$ROOT' }],
    ignored: context.ignored,
    previous: (id: string) => context.markerOf(id),
  };
  try {
    const { text, isPlain } = canonicalRequest(wire, body, { ...options, level: 0 });
    const key = sha256(text);
    return { key, text, semanticKey: () => (isPlain ? key : requestKey(wire, body, { ...options, level: 1 })) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
