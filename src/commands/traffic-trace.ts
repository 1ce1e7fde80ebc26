import picomatch from 'picomatch';
import { readReadOnlyTools } from '../config/index.ts';
import { clean, JANITOR_RULES, type RuleName, reductionOf, type StoredTrace, sourcesOf } from '../corpus/index.ts';
import { cut, UserError } from '../errors.ts';
import { type CleanedRun, renderTrajectory } from '../report/index.ts';
import { readTrace } from '../trace/index.ts';
import { settingsPart } from './settings-part.ts';
import type { Surroundings } from './surroundings.ts';
import { readTraffic, type TrafficWriterOptions } from './traffic-store.ts';

interface TrafficTraceOptions extends TrafficWriterOptions {
  /** Rules of the Janitor that are switched off; `all` = it takes out nothing. */
  readonly without: readonly string[];
  readonly json?: boolean;
}

/** `pawl traffic trace ID`: what was recorded of a trace, without what moved nothing, and what each step was read from. */
export async function trafficTraceCommand(
  id: string,
  options: TrafficTraceOptions,
  surroundings: Surroundings,
): Promise<number> {
  const without = rulesOf(options.without);
  const reader = await readTraffic(options, surroundings);
  const { part: readOnly } = await settingsPart(options.config, surroundings, readReadOnlyTools);
  const isReadOnly = readOnly.length === 0 ? () => false : picomatch([...readOnly]);
  const found = (await reader.find(id, readTrace)) ?? (await reader.find(id.toLowerCase(), readTrace));
  if (found === null) {
    const hint = 'ids of traces, finished runs and trajectories are known: "pawl ingest" brings them in';
    throw new UserError({ where: cut(id, 80), message: 'the traffic store has no such trace', hint });
  }
  const runs = chosen(found, id).map((trajectory): CleanedRun => {
    const cleaned = clean(trajectory, { isReadOnly, without });
    return { traceId: found.spans.length > 0 ? found.key : null, cleaned, reduction: reductionOf(trajectory, cleaned) };
  });
  const texts = options.json === true ? [jsonText(runs)] : runs.map(renderTrajectory);
  surroundings.print(texts.length === 0 ? 'no agent is told of in this trace' : texts.join('\n\n'));
  return 0;
}

function rulesOf(names: readonly string[]): readonly RuleName[] {
  const all = JANITOR_RULES.map(({ name }) => name);
  const unknown = names.filter((name) => name !== 'all' && !all.some((known) => known === name));
  if (unknown.length === 0) return names.includes('all') ? all : all.filter((name) => names.includes(name));
  const message = `expected all or one of ${all.join(', ')}, received ${unknown.map((name) => cut(name, 40)).join(', ')}`;
  throw new UserError({ where: '--without', message, hint: null });
}

function chosen({ trajectories }: StoredTrace, id: string): StoredTrace['trajectories'] {
  const own = trajectories.filter((one) => one.id === id);
  return own.length > 0 ? own : trajectories;
}

/** Each step that stayed with the ids of the spans, or the places of the records, that it and those it stands for came from. */
function jsonText(runs: readonly CleanedRun[]): string {
  const trajectories = runs.map(({ traceId, cleaned, reduction }) => ({
    traceId,
    ...cleaned.trajectory,
    kept: cleaned.kept.map((one) => ({ ...one, sources: sourcesOf(cleaned, one.index) })),
    dropped: cleaned.dropped,
    trimmed: cleaned.trimmed,
    reduction,
  }));
  return JSON.stringify({ v: 1, trajectories }, null, 2);
}
