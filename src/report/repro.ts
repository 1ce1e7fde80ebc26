import picocolors from 'picocolors';
import { caseEvidence, type JudgedTrial } from './case-evidence.ts';
import { divergenceText } from './divergence-text.ts';
import { terminalText } from './escape.ts';
import { count } from './format.ts';
import type { TerminalOptions } from './terminal.ts';
import { stepLines } from './terminal-cases.ts';
import { wrap } from './wrap.ts';

const MAX_TEXT = 400;
const MAX_CELL_LINES = 12;

/** Both sides of one trial beside each other, for a person at a terminal. Ends with a line break. */
export function renderRepro(caseId: string, trials: readonly JudgedTrial[], options: TerminalOptions): string {
  const colors = picocolors.createColors(options.color);
  const text = (foreign: string): readonly string[] => wrap(terminalText(foreign, MAX_TEXT), options.width);
  const evidence = caseEvidence(trials, 'full');
  const shown =
    evidence === null
      ? ['a side has no trial']
      : [
          ...text(divergenceText(evidence.firstDivergence)).map((line) => colors.yellow(line)),
          ...stepLines(evidence, options.width, colors, MAX_CELL_LINES),
        ];
  const lines = [
    colors.bold(terminalText(caseId, MAX_TEXT)),
    ...trials.flatMap((one) => text(judgementText(one))),
    '',
    ...shown,
  ];
  return `${lines.join('\n')}\n`;
}

function judgementText({ trial, score }: JudgedTrial): string {
  const { provider, store, shared } = trial.answers;
  const why = score.outcome.kind === 'pass' ? '' : `: ${score.outcome.reason}`;
  const answers = `${count(provider, 'answer')} drawn, ${store} stored, ${shared} shared`;
  return `${trial.side} trial ${trial.number} (${trial.standing.replace('_', ' ')}; ${answers}) ${score.outcome.kind}${why}`;
}
