import { performance } from 'node:perf_hooks';
import { compareResults, type GateOn } from '../compare/index.ts';
import { readGateSettings } from '../config/index.ts';
import { cut, type Problem, UserError } from '../errors.ts';
import { buildExternalReport, type SourceFacts } from '../report/index.ts';
import { type Condition, type Fields, parseResults, type SelectedResults, selectResults } from '../score/index.ts';
import { readResultTexts } from './result-files.ts';
import { settingsPart } from './settings-part.ts';
import { type ReportFiles, showReport } from './show-report.ts';
import type { Surroundings } from './surroundings.ts';

/** As the command line gives them; lists of attributes are `k,k`, conditions `k=v`. */
export interface CompareCommandOptions extends ReportFiles {
  readonly format?: string;
  readonly where?: readonly string[];
  readonly baseWhere?: readonly string[];
  readonly headWhere?: readonly string[];
  readonly caseBy?: string;
  readonly trialBy?: string;
  readonly sliceBy?: string;
  readonly cluster?: string;
  readonly unit?: string;
  readonly gateOn: GateOn;
  /** Absent = `pawl.yml`, where there is one. */
  readonly config?: string;
  /** Absent = what the settings say. */
  readonly inconclusive?: 'warn' | 'block';
}

const MAX_PROBLEMS = 100;

/** `pawl compare BASE HEAD`: the gate's decision on results that other harnesses produced. Nothing is replayed. */
export async function compareCommand(
  base: string,
  head: string,
  options: CompareCommandOptions,
  surroundings: Surroundings,
): Promise<number> {
  const startedAtMs = performance.now();
  const { part: gate, file: policyFile } = await settingsPart(options.config, surroundings, readGateSettings);
  const baseSide = await readSide(base, options, 'base', surroundings);
  const headSide = await readSide(head, options, 'head', surroundings);
  const { rows, fields } = baseSide.selected;
  if (options.gateOn === 'cluster' && rows.every(({ cluster }) => cluster === null)) {
    const hint = 'name the attribute that tells tasks apart with --cluster';
    throw new UserError({ where: '--gate-on cluster', message: "base's results name no cluster", hint });
  }
  const all = [...headSide.selected.rows, ...rows];
  const report = buildExternalReport({
    decision: compareResults(rows, headSide.selected.rows, gate.policy, options.gateOn),
    base: baseSide.facts,
    head: headSide.facts,
    gateOn: options.gateOn,
    unitBy: fields.unitBy,
    clusterBy: fields.clusterBy,
    slicesOf: new Map(all.map(({ caseId, slices }) => [caseId, slices])),
    policyFile,
    onInconclusive: options.inconclusive ?? gate.onInconclusive,
    durationMs: performance.now() - startedAtMs,
  });
  return showReport(report, options, surroundings);
}

async function readSide(
  path: string,
  options: CompareCommandOptions,
  side: 'base' | 'head',
  { directory }: Surroundings,
): Promise<{ selected: SelectedResults; facts: SourceFacts }> {
  const conditions = conditionsOf([
    ['--where', options.where ?? []],
    side === 'base' ? ['--base-where', options.baseWhere ?? []] : ['--head-where', options.headWhere ?? []],
  ]);
  const parsed = parseResults(await readResultTexts(directory, path), options.format ?? null);
  const selected = selectResults(parsed, { conditions, fields: fieldsOf(options) }, path);
  const { rows, problems, leftOut, skipped } = selected;
  const facts = {
    path,
    format: parsed.format.name,
    conditions: conditions.map(({ key, value }) => `${key}=${value}`),
    results: rows.length,
    leftOut,
    skipped,
    problems: problems.slice(0, MAX_PROBLEMS),
    problemCount: problems.length,
    keptCount: problems.filter(({ kept }) => kept).length,
  };
  return { selected, facts };
}

function conditionsOf(flags: readonly (readonly [where: string, written: readonly string[]])[]): Condition[] {
  const problems: Problem[] = [];
  const conditions = flags.flatMap(([where, written]) =>
    written.flatMap((text): Condition[] => {
      const at = text.indexOf('=');
      if (at > 0) return [{ key: text.slice(0, at), value: text.slice(at + 1), where }];
      const message = `expected ATTRIBUTE=VALUE, received ${JSON.stringify(cut(text, 60))}`;
      problems.push({ where, message, hint: 'an absent value is written null' });
      return [];
    }),
  );
  if (problems.length > 0) throw new UserError(problems);
  return conditions;
}

function fieldsOf({ caseBy, trialBy, sliceBy, cluster, unit }: CompareCommandOptions): Partial<Fields> {
  return {
    ...(caseBy === undefined ? {} : { caseBy: names(caseBy) }),
    ...(trialBy === undefined ? {} : { trialBy }),
    ...(sliceBy === undefined ? {} : { sliceBy: names(sliceBy) }),
    ...(cluster === undefined ? {} : { clusterBy: names(cluster) }),
    ...(unit === undefined ? {} : { unitBy: names(unit) }),
  };
}

function names(written: string): string[] {
  return written
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
