import type { Figures } from './measure.ts';
import { type Pair, ROWS, type Row } from './rows.ts';

/** A figure beside its goal. */
export interface Goal {
  readonly text: string;
  readonly met: boolean;
}

/** One point: how much more often than exact matching of the same recordings a tape may answer wrongly. */
const MORE_FALSE = 0.01;

export function goalsOf({ exact }: Pair, rows: readonly Row[]): readonly Goal[] {
  const at = (name: string): Figures => {
    const found = rows.find((row) => row.name === name)?.figures;
    if (found === undefined) throw new Error(`there is no row ${name}`);
    return found;
  };
  const [exactOne, allOne] = [at(ROWS.exactOne), at(ROWS.allOne)];
  const [exactSeveral, allSeveral] = [at(ROWS.exactSeveral), at(ROWS.allSeveral)];
  const known = (what: string, share: number, wanted: number): Goal => {
    return {
      text: `exact, one recording: ${what} ${share3(share)}, known ${share3(wanted)}`,
      met: share3(share) === share3(wanted),
    };
  };
  const above = (what: string, share: number, least: number): Goal => {
    return { text: `several, as pawl answers: ${what} ${share3(share)} > ${share3(least)}`, met: share > least };
  };
  const faithful = (what: string, own: Figures, exactly: Figures): Goal => {
    const [mine, theirs] = [falseShare(own), falseShare(exactly)];
    return {
      text: `${what}: false hits ${share3(mine)} <= ${share3(theirs)} of exact matching + ${share3(MORE_FALSE)}`,
      met: mine <= theirs + MORE_FALSE,
    };
  };
  return [
    known('calls', callShare(exactOne), exact.calls),
    known('cases', caseShare(exactOne), exact.cases),
    above('calls', callShare(allSeveral), exact.calls),
    above('cases', caseShare(allSeveral), exact.cases),
    faithful('one recording', allOne, exactOne),
    faithful('several', allSeveral, exactSeveral),
  ];
}

export function callShare({ served, calls }: Figures): number {
  return served / calls;
}

export function caseShare({ replayable, cases }: Figures): number {
  return replayable / cases;
}

/** Of the served calls. */
export function falseShare({ falseHits, served }: Figures): number {
  return falseHits / served;
}

export function share3(share: number): string {
  return share.toFixed(3);
}
