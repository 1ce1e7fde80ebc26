import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { corpusAddCommand } from '../../src/commands/corpus-add.ts';
import { corpusBuildCommand } from '../../src/commands/corpus-build.ts';
import { type Case, readCorpus } from '../../src/corpus/index.ts';
import { tapeOf, tapeRules } from '../../src/replay/tape.ts';
import { TapeReader } from '../../src/replay/tape-reader.ts';
import { CHAT_AGENT, CHAT_SETTINGS, deskRun, hearing, store } from '../commands/corpus-desk.ts';
import { deskSpans, storeSpans } from '../commands/corpus-spans.ts';
import { obedient, oneLook, type Project, startProject } from './project.ts';

let project: Project | null = null;
afterEach(async () => {
  await project?.close();
  project = null;
});

const OUT = 'corpus/drawn.jsonl';
const options = { config: 'pawl.yml', store: '.git/traffic', out: OUT, size: '12', perSlice: '3', seed: '1' };
const files = { 'pawl.yml': `${CHAT_SETTINGS}${oneLook(1)}`, 'agent.mjs': CHAT_AGENT };

async function gateReads(directory: string): Promise<readonly Case[]> {
  const path = join(directory, OUT);
  const { Readable } = await import('node:stream');
  const corpus = await readCorpus([{ path, open: () => Readable.from([readFileSync(path)]) }]);
  expect(corpus.problems).toEqual([]);
  return corpus.cases;
}

/** Every recorded tool call gets its recorded answer from the case's own tape. */
function expectTapesToReplay(cases: readonly Case[]): void {
  const isReadOnly = (tool: string) => tool === 'look_up';
  const policy = { isReadOnly, onMiss: () => ({ kind: 'stop' as const }), setsOf: () => [], normalisations: [] };
  const rules = tapeRules({ ...policy, inProcess: 'substitute' }, []);
  for (const one of cases) {
    const reader = new TapeReader(tapeOf(one, rules));
    const calls = one.recordings[0]?.steps.filter((step) => step.kind === 'tool_call') ?? [];
    expect(calls.length, one.id).toBeGreaterThan(0);
    for (const call of calls) expect(reader.next(call)?.outcome, one.id).toEqual(call.outcome);
  }
}

describe('a corpus built from traffic', () => {
  test('is replayed by the gate as it is: finished runs', async () => {
    project = await startProject({ answer: obedient, cases: [], files });
    const runs = Array.from({ length: 24 }, (_, n) => deskRun({ n, age: n % 2 }));
    await store(join(project.directory, '.git/traffic'), runs);
    const { surroundings } = hearing(project.directory);
    expect(await corpusBuildCommand(options, surroundings)).toBe(0);
    const cases = await gateReads(project.directory);
    expectTapesToReplay(cases);
    project.commit({ [OUT]: project.read(OUT) });
    project.branch('kinder', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const report = await project.gate('kinder');
    expect(report.verdict).toBe('pass');
    expect(report.slices.find(({ name }) => name === 'refunds')).toMatchObject({ cases: cases.length });
    project.branch('broken', { 'prompts/system.md': 'Never pay. Parameter: amount.\n' });
    expect((await project.gate('broken')).verdict).toBe('block');
  });

  test('is replayed by the gate as it is: traces of spans', async () => {
    project = await startProject({ answer: obedient, cases: [], files });
    await storeSpans(join(project.directory, '.git/traffic'), [1, 2, 3, 4].flatMap(deskSpans));
    const { surroundings } = hearing(project.directory);
    expect(await corpusBuildCommand(options, surroundings)).toBe(0);
    const cases = await gateReads(project.directory);
    expect(cases).toHaveLength(4);
    for (const { source } of cases) expect(source.traceId).toMatch(/^[0-9a-f]{32}$/);
    expectTapesToReplay(cases);
    project.commit({ [OUT]: project.read(OUT) });
    project.branch('kinder', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const report = await project.gate('kinder');
    expect(report.slices.find(({ name }) => name === 'refunds')).toMatchObject({ cases: 4 });
    expect(report.verdict).toBe('pass');
  });

  test('may have single traces added to it', async () => {
    project = await startProject({ answer: obedient, cases: [], files });
    await storeSpans(join(project.directory, '.git/traffic'), [1, 2].flatMap(deskSpans));
    const [span] = deskSpans(2);
    const { surroundings } = hearing(project.directory);
    expect(await corpusAddCommand(span?.traceId ?? '', options, surroundings)).toBe(0);
    const [only] = await gateReads(project.directory);
    expect(only?.source.traceId).toBe(span?.traceId);
    expectTapesToReplay([only].filter((one) => one !== undefined));
  });
});
