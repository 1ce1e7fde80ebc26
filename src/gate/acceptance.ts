import { type HeadSource, sideText } from '../changes/index.ts';
import type { AcceptedCase } from '../compare/index.ts';
import { acceptedPath, defaultConfigPath, readAccepted, type WrittenAcceptance } from '../config/index.ts';
import type { Case } from '../corpus/index.ts';
import { formatProblem } from '../errors.ts';
import type { Acceptance, DeclaredAcceptance } from '../report/index.ts';
import { nearestName } from '../trace/index.ts';

/** What can be accepted: the cases that may be replayed, and those of them that gate. */
interface Acceptable {
  readonly cases: readonly Case[];
  readonly gating: readonly Case[];
}

interface AcceptanceRequest extends Acceptable {
  readonly repository: string;
  readonly base: HeadSource;
  readonly head: HeadSource;
  readonly configPath: string;
  readonly today: string | null;
}

/** What head's `.pawl/accepted.yml` declares for this agent, and what of it can count. It is reviewed with the rest of head. */
export async function readAcceptance(request: AcceptanceRequest): Promise<Acceptance> {
  const { repository, base, head, today } = request;
  if (today === null) return { entries: [], problems: [] };
  const { entries, problems } = readAccepted(await sideText(repository, head, acceptedPath));
  const earlier = entries.length === 0 ? [] : readAccepted(await sideText(repository, base, acceptedPath)).entries;
  const known = new Set(earlier.map((one) => JSON.stringify(one)));
  return {
    entries: entries
      .filter(({ config }) => (config ?? defaultConfigPath) === request.configPath)
      .map((one) => declared(one, request, today, known.has(JSON.stringify(one)))),
    problems: problems.map(formatProblem),
  };
}

function declared(
  { kind, name, reason, until }: WrittenAcceptance,
  { cases, gating }: Acceptable,
  today: string,
  earlier: boolean,
): DeclaredAcceptance {
  const declaration = { kind, name, reason, until, earlier, suggestion: null };
  const known = acceptableNames(cases)[kind];
  if (!known.has(name)) return { ...declaration, standing: 'unknown', suggestion: nearestName(name, [...known]) };
  if (until < today) return { ...declaration, standing: 'expired' };
  return { ...declaration, standing: acceptableNames(gating)[kind].has(name) ? 'counts' : 'not_gating' };
}

/** Ids of cases and names of slices. */
export function acceptableNames(cases: readonly Case[]): Readonly<Record<'case' | 'slice', ReadonlySet<string>>> {
  return { case: new Set(cases.map(({ id }) => id)), slice: new Set(cases.flatMap(({ slices }) => slices)) };
}

/** What of the declaration is about one case. */
export function acceptedOf({ id, slices }: Case, { entries }: Acceptance): { readonly accepted?: AcceptedCase } {
  const counting = entries.filter(({ standing }) => standing === 'counts');
  const named = counting.some(({ kind, name }) => kind === 'case' && name === id);
  const own = slices.filter((slice) => counting.some(({ kind, name }) => kind === 'slice' && name === slice));
  return named || own.length > 0 ? { accepted: { named, slices: own } } : {};
}
