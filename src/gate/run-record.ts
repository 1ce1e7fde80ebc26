import type { Isolation, Session, Side, Trial } from '../replay/index.ts';
import type { JudgedTrial, JudgeLine } from '../report/index.ts';
import type { ToolDefinition } from '../trace/index.ts';
import type { Bench } from './bench.ts';
import type { EvidenceBook } from './evidence.ts';
import type { Table } from './rounds.ts';

/** What a run leaves to be told besides its decision, be it of one machine or of many. */
export interface RunRecord {
  readonly judged: readonly JudgedTrial[];
  /** Trials of this run alone. */
  readonly drawn: readonly Trial[];
  readonly storedTrials: number;
  readonly isolation: Isolation;
  /** The tools of each side, those included that its MCP servers listed when they were asked. */
  readonly tools: Readonly<Record<Side, readonly ToolDefinition[]>>;
  readonly judges: readonly JudgeLine[];
  /** What could not be read of the store, and what else was noticed while trials ran. */
  readonly warnings: readonly string[];
}

export async function recordOf({ book, session, examiner }: Table, bench: Bench, end: AbortSignal): Promise<RunRecord> {
  const judges = await examiner.judgeLines(end);
  return { ...keptBy(book), ...seenBy(session, bench), judges };
}

/** By case, side and number: what is told of a run does not depend on which of its trials ended first. */
export function keptBy(book: EvidenceBook): Pick<RunRecord, 'judged' | 'drawn' | 'storedTrials'> {
  const places = book.evidence.places;
  const placeOf = ({ caseId }: Trial): number => places.get(caseId) ?? 0;
  const inOrder = (a: Trial, b: Trial): number =>
    placeOf(a) - placeOf(b) || a.side.localeCompare(b.side) || a.number - b.number;
  return {
    judged: book.judged.toSorted((a, b) => inOrder(a.trial, b.trial)),
    drawn: book.drawn.toSorted(inOrder),
    storedTrials: book.storedTrials,
  };
}

export function seenBy(session: Session, bench: Bench): Pick<RunRecord, 'isolation' | 'tools' | 'warnings'> {
  return {
    isolation: session.isolation,
    tools: { base: session.toolsOf('base'), head: session.toolsOf('head') },
    warnings: [...bench.backend.store.problems, ...session.notes],
  };
}
