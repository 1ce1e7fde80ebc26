import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { countOutcomes, differences, hasJq, importFile, READ_AS_UTC, readWithJq } from './imported.ts';
import { DATA, SOURCES } from './sources.ts';

/** All recorded runs, read by the readers and by jq: see README.md beside this file. */
interface FileFigures {
  readonly file: string;
  readonly format: string | null;
  readonly runs: number;
  readonly calls: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly repeatedIds: number;
  /** Without the note that times were read as UTC, which is true of every tau2 run. */
  readonly problems: number;
  readonly differences: readonly string[];
  readonly durationMs: number;
}

const { values } = parseArgs({ options: { json: { type: 'string' }, seed: { type: 'string', default: '1' } } });
if (!existsSync(DATA) || !hasJq()) {
  console.error(`needs the recorded runs in ${DATA}, jq and zcat`);
  process.exitCode = 1;
} else {
  const files: FileFigures[] = [];
  for (const { format, files: list, jq } of SOURCES) {
    for (const file of list()) files.push(await figuresOf(file, format, jq));
  }
  const agentDojo = files.filter(({ file }) => file.startsWith('agentdojo/runs/'));
  const goals = [
    { figure: 'AgentDojo runs', value: sum(agentDojo, ({ runs }) => runs), goal: 9438 },
    { figure: 'files read as another format', value: sum(files, ({ format }) => (format === null ? 1 : 0)), goal: 0 },
    { figure: 'runs that differ from jq', value: sum(files, (file) => file.differences.length), goal: 0 },
    { figure: 'parts that were not understood', value: sum(files, ({ problems }) => problems), goal: 0 },
    { figure: 'runs with the id of another one', value: sum(files, ({ repeatedIds }) => repeatedIds), goal: 0 },
  ];
  for (const { figure, value, goal } of goals) {
    console.log(`${value === goal ? 'met   ' : 'MISSED'} ${figure}: ${value} (goal ${goal})`);
  }
  if (values.json !== undefined) {
    writeFileSync(resolve(values.json), `${JSON.stringify({ seed: values.seed, goals, files }, null, 2)}\n`);
  }
  if (goals.some(({ value, goal }) => value !== goal)) process.exitCode = 1;
}

async function figuresOf(file: string, wanted: string, jq: string): Promise<FileFigures> {
  const startedAt = performance.now();
  const { format, runs, problems, repeatedIds } = await importFile(file);
  const durationMs = Math.round(performance.now() - startedAt);
  const figures: FileFigures = {
    file,
    format: format === wanted ? format : null,
    runs: runs.length,
    calls: sum(runs, ({ calls }) => calls.length),
    outcomes: countOutcomes(runs),
    repeatedIds,
    problems: problems.filter((problem) => problem !== READ_AS_UTC).length,
    differences: differences(runs, readWithJq(file, jq) ?? []),
    durationMs,
  };
  console.log(`${file}: ${figures.runs} runs, ${figures.calls} calls, ${durationMs} ms`, figures.outcomes);
  return figures;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
