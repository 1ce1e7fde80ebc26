import { logGamma } from '../../stats/index.ts';
import type { Cell } from './summary.ts';

/** One of two answers, `old` or not, seen in calls that are comparable with each other (a stratum). */
export interface Sighting {
  readonly answer: string;
  readonly stratum: string;
  readonly cell: Cell;
}

/** From some moment on comparable calls were answered in another way. */
export interface Switch {
  readonly from: string;
  readonly to: string;
  /** Microseconds: the stretch of nothing but the old answer, and the first moment of nothing but the new one. */
  readonly oldSinceUs: number;
  readonly lastOldUs: number;
  readonly allNewUs: number;
  /** The first sighting of the new answer after that, and the trajectory that had it. */
  readonly firstNewUs: number;
  readonly firstNewId: string;
  readonly before: number;
  readonly after: number;
  /** Strata that have both. */
  readonly strata: readonly string[];
  /** Natural logarithm of the chance that exchangeable answers fall apart like this. */
  readonly logP: number;
}

/** Trajectories that a stretch between others must have to be one. */
const MIN_SEGMENT = 4;

/** A stretch of time; `answer` null = both were seen. */
interface Segment {
  answer: string | null;
  lastUs: number;
  readonly sightings: Sighting[];
}

/**
 * Where one answer gives way to the other: both sorted by time, cut into stretches that hold one of them alone. Within a stratum
 * all orders of exchangeable answers are equally likely, so that all old ones come first with a chance of 1 in C(n, old); strata
 * are independent. Stretches in which both were seen (a roll-out, or an answer that varies) may lie between.
 */
export function switchesIn(sightings: readonly Sighting[]): readonly Switch[] {
  const segments = withoutBlips(segmentsOf(sightings));
  return segments.flatMap((segment, index) => {
    const old = segments.slice(0, index).findLast(({ answer }) => answer !== null);
    if (old === undefined || segment.answer === null || segment.answer === old.answer) return [];
    const between = segments[index - 1] === old ? [] : (segments[index - 1]?.sightings ?? []);
    return switchBetween(old, segment, between) ?? [];
  });
}

function switchBetween(old: Segment, now: Segment, between: readonly Sighting[]): Switch | null {
  const fresh = [...between, ...now.sightings].filter(({ answer }) => answer === now.answer).map(({ cell }) => cell);
  const first = fresh.reduce<Cell | null>((a, b) => (a === null || b.firstUs < a.firstUs ? b : a), null);
  if (first === null || old.answer === null || now.answer === null) return null;
  const [before, after] = [countsOf(old.sightings), countsOf(now.sightings)];
  const strata = [...before.keys()].filter((stratum) => after.has(stratum));
  return {
    from: old.answer,
    to: now.answer,
    oldSinceUs: firstUsOf(old),
    lastOldUs: old.lastUs,
    allNewUs: firstUsOf(now),
    firstNewUs: first.firstUs,
    firstNewId: first.firstId,
    before: sum(before.values()),
    after: sum(after.values()),
    strata,
    logP: -sum(strata.map((stratum) => logChoose(before.get(stratum) ?? 0, after.get(stratum) ?? 0))),
  };
}

function segmentsOf(sightings: readonly Sighting[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const sighting of sightings.toSorted((a, b) => a.cell.firstUs - b.cell.firstUs)) {
    const { answer, cell } = sighting;
    const last = segments.at(-1);
    const overlaps = last !== undefined && cell.firstUs <= last.lastUs;
    if (last === undefined || (last.answer !== answer && !overlaps)) {
      segments.push({ answer, lastUs: cell.lastUs, sightings: [sighting] });
      continue;
    }
    if (last.answer !== answer) last.answer = null;
    last.lastUs = Math.max(last.lastUs, cell.lastUs);
    last.sightings.push(sighting);
  }
  return segments;
}

/** Stretches of a few sightings between longer ones are part of what varies: a roll-out, a cached answer. */
function withoutBlips(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  for (const [index, segment] of segments.entries()) {
    const isEnd = index === 0 || index === segments.length - 1;
    const isBlip = !isEnd && sum(segment.sightings.map(({ cell }) => cell.count)) < MIN_SEGMENT;
    const answer = isBlip ? null : segment.answer;
    const last = joined.at(-1);
    if (last === undefined || last.answer !== null || answer !== null) joined.push({ ...segment, answer });
    else {
      last.lastUs = Math.max(last.lastUs, segment.lastUs);
      last.sightings.push(...segment.sightings);
    }
  }
  return joined;
}

function firstUsOf({ sightings }: Segment): number {
  return sightings.reduce((least, { cell }) => Math.min(least, cell.firstUs), Number.POSITIVE_INFINITY);
}

function countsOf(sightings: readonly Sighting[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stratum, cell } of sightings) counts.set(stratum, (counts.get(stratum) ?? 0) + cell.count);
  return counts;
}

function logChoose(a: number, b: number): number {
  return logGamma(a + b + 1) - logGamma(a + 1) - logGamma(b + 1);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
