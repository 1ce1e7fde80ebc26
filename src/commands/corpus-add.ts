import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  caseIdOf,
  readCorpusLines,
  readEntries,
  TrafficReader,
  writeCaseLine,
  writeCorpusLines,
} from '../corpus/index.ts';
import { cut, UserError } from '../errors.ts';
import { terminalText } from '../report/index.ts';
import { type ObservedTrajectory, readTrace } from '../trace/index.ts';
import { drawnCase } from './corpus-cases.ts';
import {
  type CorpusOptions,
  type CorpusProject,
  corpusSources,
  fileSource,
  keptClusters,
  openProject,
  outFile,
} from './corpus-project.ts';
import { textClustersOf } from './corpus-traffic.ts';
import { redactionLines, redactorOf } from './redaction.ts';
import { slicerWith } from './slicer.ts';
import type { Surroundings } from './surroundings.ts';

export interface CorpusAddOptions extends CorpusOptions {
  readonly store: string;
  readonly out: string;
}

/** `pawl corpus add`: one trajectory of the traffic becomes a case. It stands for itself: its weight is 1. */
export async function corpusAddCommand(
  id: string,
  options: CorpusAddOptions,
  surroundings: Surroundings,
): Promise<number> {
  const project = await openProject(options, surroundings);
  const out = outFile(options.out, project, surroundings);
  const reader = await TrafficReader.open(resolve(surroundings.directory, options.store));
  const stored = await reader.find(id, readTrace);
  const trajectory = chosen(id, stored?.trajectories ?? []);
  const present = existsSync(out.path) ? [fileSource(out.path)] : [];
  const sources = [...(await corpusSources(project)).filter(({ path }) => path !== out.name), ...present];
  const { entries } = await readEntries(sources);
  const known = entries.find((entry) => entry.case.id === caseIdOf(trajectory.id));
  if (known !== undefined) {
    const message = `it is a case already: ${known.file}:${known.line}, ${known.case.status}`;
    throw new UserError({ where: cut(id, 100), message, hint: null });
  }
  const slicer = slicerWith(project.settings.slices, await clustersOf(project));
  const redact = redactorOf(project.settings.redaction, [], surroundings);
  const facts = { by: 'add', store: options.store, at: surroundings.now.toISOString(), seed: null } as const;
  const isTrace = stored !== null && stored.spans.length + stored.logs.length > 0;
  const made = drawnCase(trajectory, isTrace ? stored.key : null, 1, {
    ...{ slicer, redact, facts },
    input: project.settings.caseInput,
  });
  if ('problem' in made) {
    const hint =
      'a case needs all of a trace: what the agent was asked, and the arguments and result of every tool call';
    throw new UserError({ where: cut(id, 100), message: `it makes no case: ${made.problem}`, hint });
  }
  const { draft, drawn } = made;
  const lines = present.length === 0 ? [] : await readCorpusLines(fileSource(out.path));
  await writeCorpusLines(out.path, [...lines, writeCaseLine({ ...draft, source: { ...draft.source, drawn } })]);
  const status = draft.status === 'active' ? '' : `, ${draft.status}: an outcome says that this recording went wrong`;
  const slices = draft.slices.map((name) => terminalText(name, 60)).join(', ');
  surroundings.print(`${terminalText(out.name, 200)}: ${terminalText(draft.id, 80)} added (${slices})${status}`);
  for (const line of redactionLines(redact)) surroundings.print(line);
  return 0;
}

/** The trajectory of that id, or the only one of the trace. */
function chosen(id: string, trajectories: readonly ObservedTrajectory[]): ObservedTrajectory {
  const [only] = trajectories;
  const found = trajectories.length === 1 ? only : trajectories.find((one) => one.id === id);
  if (found !== undefined) return found;
  const where = cut(id, 100);
  if (only === undefined) {
    const hint = 'ids of traces, finished runs and trajectories are known; pawl ingest brings them in';
    throw new UserError({ where, message: 'the traffic store has no such trajectory', hint });
  }
  const ids = trajectories.slice(0, 20).map((one) => cut(one.id, 80));
  const hint = `add one of them: ${ids.join(', ')}`;
  throw new UserError({ where, message: `the trace has ${trajectories.length} trajectories`, hint });
}

async function clustersOf(project: CorpusProject) {
  const definition = textClustersOf(project);
  if (definition === null) return null;
  const kept = await keptClusters(project, definition);
  if (kept !== null) return kept;
  const hint = 'run pawl corpus build first: it finds the clusters';
  throw new UserError({ where: definition.file, message: 'there is no such file', hint });
}
