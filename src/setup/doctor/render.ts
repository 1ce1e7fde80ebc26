import { terminalText } from '../../report/index.ts';
import type { Checkup } from './checkup.ts';

const MARKS = { good: 'ok    ', advice: 'look  ', mend: 'MEND  ', unknown: '?     ' } as const;
const MAX = 500;

/** Lines for a terminal: what was seen, and what to do. */
export function renderCheckups(checkups: readonly Checkup[]): string {
  const of = (kind: Checkup['outcome']['kind']): number =>
    checkups.filter(({ outcome }) => outcome.kind === kind).length;
  const width = Math.max(...checkups.map(({ name }) => name.length));
  return [
    `${of('mend')} to mend, ${of('advice')} to look at, ${of('good')} in order, ${of('unknown')} not checked`,
    ...checkups.flatMap(({ name, outcome }) => {
      const line = (text: string): string => `${MARKS[outcome.kind]}${name.padEnd(width)}  ${terminalText(text, MAX)}`;
      const below = (text: string): string =>
        `${' '.repeat(MARKS.mend.length + width)}    -> ${terminalText(text, MAX)}`;
      if (outcome.kind === 'unknown') return [line(outcome.why)];
      return outcome.kind === 'good' ? [line(outcome.seen)] : [line(outcome.seen), below(outcome.fix)];
    }),
  ].join('\n');
}
