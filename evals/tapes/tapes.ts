import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../../src/stats/index.ts';
import { hasData } from './data.ts';
import { callShare, caseShare, falseShare, type Goal, goalsOf, otherGoals, share3 } from './goals.ts';
import { otherRows, pairs, type Row, rowsOf } from './rows.ts';

/** How much of what other agents really did a tape answers, and how often wrongly: see README.md beside this file. */
const { values } = parseArgs({ options: { json: { type: 'string' }, seed: { type: 'string', default: '1' } } });

if (!hasData)
  console.log('skipped: the recorded runs in ../shared/data/agentdojo and ../shared/data/tau-bench are absent');
else await run();

async function run(): Promise<void> {
  const results = [];
  for (const pair of pairs()) {
    const rows = await rowsOf(pair, seededRandom(values.seed));
    const goals = goalsOf(pair, rows);
    show(`${pair.base} -> ${pair.head}`, rows, goals);
    results.push({ base: pair.base, head: pair.head, goals, rows });
  }
  const others = await otherRows();
  const [exact, own] = others.rows.map(({ figures }) => figures);
  const goals = exact === undefined || own === undefined ? [] : otherGoals(exact, own);
  show(`the other ${others.pairs} pairs of these agents`, others.rows, goals);
  if (values.json !== undefined)
    writeFileSync(
      resolve(values.json),
      `${JSON.stringify({ seed: values.seed, results, others: { ...others, goals } }, null, 2)}\n`,
    );
  if ([...results, { goals }].some((one) => one.goals.some(({ met }) => !met))) process.exitCode = 1;
}

function show(title: string, rows: readonly Row[], goals: readonly Goal[]): void {
  console.log(`\n${title}`);
  console.log(`${''.padEnd(32)}calls  cases  false hits     normalised  other state  other case`);
  for (const row of rows) console.log(lineOf(row));
  for (const { text, met } of goals) console.log(`${met ? 'met   ' : 'MISSED'} ${text}`);
}

function lineOf({ name, figures }: Row): string {
  const falseHits = `${share3(falseShare(figures))} (${figures.falseHits} of ${figures.served})`;
  return [
    name.padEnd(30),
    share3(callShare(figures)),
    share3(caseShare(figures)),
    falseHits.padEnd(16),
    String(figures.normalised).padStart(5),
    String(figures.otherState).padStart(11),
    String(figures.otherCase).padStart(10),
  ].join('  ');
}
