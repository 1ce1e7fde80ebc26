import { firstDifference, nestedDeeperThan, parseJson } from '../trace/index.ts';
import type { RequestIdentity } from './request-identity.ts';
import { type AnswerKey, answerKeyText, type Lane } from './sharing.ts';
import type { Store } from './store.ts';

/**
 * The key text of a stored answer to a request of the same case that means the same, though it is written in another way;
 * null = there is none. Only where nothing may be drawn. `lanes`: the trial's own, and base's.
 */
export function semanticTwin(
  store: Store,
  key: AnswerKey,
  identity: RequestIdentity,
  lanes: readonly Lane[],
): string | null {
  const semanticKey = identity.semanticKey();
  const alike = store.requests(key.caseId).filter((request) => request.semanticKey === semanticKey);
  const texts = alike.flatMap(({ requestKey }) => lanes.map((lane) => answerKeyText({ ...key, lane, requestKey })));
  return texts.find((text) => store.has(text)) ?? null;
}

const MAX_LEVELS = 500;

/** The recorded request of the case that is most like the asked one, and where the two part. */
interface NearestRequest {
  readonly requestKey: string;
  /** RFC 6901 pointer into the canonical request; what stands there in both, cut. */
  readonly path: string;
  readonly recorded: string;
  readonly asked: string;
}

/** null = no request of this case is recorded. Equal ones are told as such: then it is the answer that lacks. */
export function nearestRequest(store: Store, caseId: string, identity: RequestIdentity): NearestRequest | null {
  const asked = parseJson(identity.text);
  const [nearest] = store
    .requests(caseId)
    .map((request) => ({ request, text: request.request, common: commonLength(request.request, identity.text) }))
    .sort((a, b) => b.common - a.common || (a.text < b.text ? -1 : 1));
  // What walks both by recursion must not be given what exhausts the stack.
  if (nearest === undefined || asked === undefined || nestedDeeperThan(asked, MAX_LEVELS)) return null;
  const difference = firstDifference(parseJson(nearest.text) ?? null, asked);
  const { requestKey } = nearest.request;
  if (difference === null) return { requestKey, path: '', recorded: 'the same', asked: 'the same' };
  return { requestKey, path: difference.path, recorded: difference.a, asked: difference.b };
}

/** Characters that two texts have in common at their beginnings and ends, less what one is longer than the other. */
function commonLength(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return start + end - Math.abs(a.length - b.length);
}

/** In words for the report, which may be public: where, and nothing of what stands there. */
export function placeText(nearest: NearestRequest | null): string {
  if (nearest === null) return 'no request of this case is recorded';
  if (nearest.path === '') return 'the request is recorded, its answer for this trial is not';
  return `the nearest recorded request differs first at ${nearest.path}`;
}
