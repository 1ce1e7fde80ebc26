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
  const above = (which: string, what: string, share: number, least: number): Goal => {
    // The known figures have three digits: no more of a share than these can be above them.
    const text = `${which}, as pawl answers: ${what} ${share3(share)} > ${share3(least)}`;
    return { text, met: Number(share3(share)) > least };
  };
  return [
    known('calls', callShare(exactOne), exact.calls),
    known('cases', caseShare(exactOne), exact.cases),
    above('one recording', 'calls', callShare(allOne), exact.calls),
    above('one recording', 'cases', caseShare(allOne), exact.cases),
    above('several', 'calls', callShare(allSeveral), exact.calls),
    above('several', 'cases', caseShare(allSeveral), exact.cases),
    faithful('one recording', allOne, exactOne),
    faithful('several', allSeveral, exactSeveral),
  ];
}

function faithful(what: string, own: Figures, exactly: Figures): Goal {
  const [mine, theirs] = [falseShare(own), falseShare(exactly)];
  return {
    text: `${what}: false hits ${share3(mine)} <= ${share3(theirs)} of exact matching + ${share3(MORE_FALSE)}`,
    met: mine <= theirs + MORE_FALSE,
  };
}

/** Of all other pairs: one recording of each case. */
export function otherGoals(exactly: Figures, own: Figures): readonly Goal[] {
  const above = (what: string, of: (figures: Figures) => number): Goal => ({
    text: `other pairs, as pawl answers: ${what} ${share3(of(own))} > ${share3(of(exactly))}`,
    met: of(own) > of(exactly),
  });
  return [above('calls', callShare), above('cases', caseShare), faithful('other pairs', own, exactly)];
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
