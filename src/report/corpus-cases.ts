import type { Case, CorpusEntry, Recording } from '../corpus/index.ts';
import { columns } from './columns.ts';
import { terminalText } from './escape.ts';
import { count } from './format.ts';

/** One line a case, with a line above and sums below. */
export function renderCases(entries: readonly CorpusEntry[]): string {
  const rows = entries.map(({ case: one, file, line }) => [
    terminalText(one.id, 60),
    one.status,
    String(Number(one.weight.toPrecision(4))),
    one.source.recordedAt?.slice(0, 10) ?? '-',
    one.source.drawn?.by ?? '-',
    terminalText(one.slices.join(', '), 60),
    terminalText(`${file}:${line}`, 100),
  ]);
  return [...(rows.length === 0 ? [] : columns([HEAD, ...rows], 'l')), sums(entries)].join('\n');
}

const HEAD = ['id', 'status', 'weight', 'recorded', 'drawn by', 'slices', 'place'];

function sums(entries: readonly CorpusEntry[]): string {
  const of = (status: Case['status']): number => entries.filter((entry) => entry.case.status === status).length;
  return `${count(entries.length, 'case')}: ${of('active')} active, ${of('quarantined')} quarantined, ${of('retired')} retired`;
}

const MAX_TEXT = 2000;
const MAX_STEPS = 200;

/** All that matters of one case. */
export function renderCase({ case: one, file, line }: CorpusEntry): string {
  const { id, status, retirement, slices, cohorts, weight, cluster, input, recordings, expectations } = one;
  const why = retirement === undefined ? '' : ` since ${retirement.at}: ${retirement.reason}`;
  const texts = [
    ['case', id],
    ['place', `${file}:${line}`],
    ['status', `${status}${why}`],
    ['slices', slices.map((name) => withVersion(one, name)).join(', ')],
    ...(cohorts.length === 0 ? [] : [['cohorts', cohorts.join(', ')]]),
    ['weight', String(weight)],
    ...(cluster === null ? [] : [['cluster', cluster]]),
    ...sourceTexts(one),
    ['input', JSON.stringify(input)],
    [
      'expects',
      expectations === null ? 'what pawl.yml says' : expectations.map((each) => JSON.stringify(each)).join(' and '),
    ],
  ];
  return [
    ...texts.map(([name = '', text = '']) => `${name.padEnd(9)} ${terminalText(text, MAX_TEXT)}`),
    ...recordings.flatMap(recordingLines),
  ].join('\n');
}

function withVersion({ source }: Case, name: string): string {
  const version = source.drawn?.sliceVersions[name];
  return version === undefined ? name : `${name} (definition ${version})`;
}

function sourceTexts({ source, contentHash }: Case): string[][] {
  const { traceId, recordedAt, agentVersion, model, drawn } = source;
  const known = [
    ...(recordedAt === null ? [] : [`recorded ${recordedAt}`]),
    ...(traceId === null ? [] : [`trace ${traceId}`]),
    ...(agentVersion === null ? [] : [`agent ${agentVersion}`]),
    ...(model === null ? [] : [`model ${model}`]),
  ];
  if (drawn === undefined) return known.length === 0 ? [] : [['source', known.join(', ')]];
  const { by, trajectoryId, store, at, pawl, seed } = drawn;
  const edited = drawn.contentHash === contentHash ? '' : ', edited since';
  const how = `pawl ${pawl} corpus ${by}${seed === null ? '' : ` with seed ${seed}`} at ${at}`;
  return [
    ['source', known.join(', ')],
    ['drawn', `trajectory ${trajectoryId} of ${store} by ${how}${edited}`],
  ];
}

function recordingLines({ steps, output }: Recording, index: number): string[] {
  const shown = steps.slice(0, MAX_STEPS).map((step, at) => {
    if (step.kind === 'model_call') return `${at + 1} model ${step.model}`;
    const { name, outcome } = step;
    return `${at + 1} ${name} ${JSON.stringify(step.arguments)} -> ${outcome.kind} ${JSON.stringify(outcome.value)}`;
  });
  const rest = steps.length > MAX_STEPS ? [`and ${steps.length - MAX_STEPS} more steps`] : [];
  return [
    `recording ${index + 1}`,
    ...[...shown, ...rest, `output ${JSON.stringify(output)}`].map((text) => `  ${terminalText(text, MAX_TEXT)}`),
  ];
}
