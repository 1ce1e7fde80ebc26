import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DeskProvider, DeskRepository, POST } from './desk.ts';
import { contentsOf } from './downloads.ts';
import { FakeGitHub, TOKEN } from './fake/github.ts';
import { MERGE, pullRequestPayload } from './results.ts';
import { runAction } from './runner.ts';

const MAIN = resolve(import.meta.dirname, '../../dist/main.js');

/** A piece of production text in every place that a recording or a trial has. */
const PLACES = ['INPUT', 'OUTPUT', 'KEY', 'VALUE', 'RESULT', 'ERROR', 'STDERR', 'GARBAGE', 'LINE', 'ANSWER'];

/** On base it does what is recorded; under head's prompt it goes wrong in the way that its input names. */
const AGENT = `
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
const system = readFileSync('prompt.md', 'utf8');
const wrong = system.includes('closed');
${POST}
const say = (value) => console.log(JSON.stringify(value));
for await (const line of createInterface({ input: process.stdin })) {
  const { id, input, urls } = JSON.parse(line);
  const messages = [{ role: 'system', content: system }, { role: 'user', content: input.text }];
  const { text } = await post(urls.openai + '/chat/completions', { model: 'test-1', messages });
  const answer = JSON.parse(text);
  const way = wrong ? input.way : 'right';
  const order = { plantedKEY: way === 'arguments' ? 'plantedVALUE plantedOTHER' : way === 'schema' ? 7 : 'plantedVALUE' };
  if (way === 'crash') { console.error('plantedSTDERR ' + input.text); process.exit(3); }
  if (way === 'garbage') { console.log('plantedGARBAGE ' + input.text); continue; }
  if (way === 'error') { say({ id, error: 'plantedERROR ' + input.text }); continue; }
  const { text: result } = await post(urls.tools + '/look_up', order);
  const said = answer.choices?.[0]?.message?.content;
  say({ id, output: way === 'right' ? 'plantedOUTPUT ' + result : 'plantedANSWER ' + said + result });
}
`;
const TOOL = {
  name: 'look_up',
  parameters: { type: 'object', properties: { plantedKEY: { type: 'string' } }, additionalProperties: false },
};
const corpusOf = (ways: readonly string[]) =>
  ways.map((way, index) =>
    JSON.stringify({
      v: 1,
      id: `case-${index}`,
      slices: ['all'],
      input: { text: `plantedINPUT ${index}`, way },
      recordings: [
        {
          steps: [
            {
              ...{ kind: 'tool_call', name: 'look_up', arguments: { plantedKEY: 'plantedVALUE' } },
              outcome: { kind: 'result', value: 'plantedRESULT' },
            },
          ],
          output: 'plantedOUTPUT "plantedRESULT"',
        },
      ],
      expectations: [{ kind: 'output_contains', text: 'plantedOUTPUT' }],
    }),
  );

const CONFIG = `
version: 1
agent: {name: desk, command: node agent.mjs, concurrency: 1, paths: [prompt.md, agent.mjs]}
prompts: [prompt.md]
tools: {files: [tools.json]}
corpus: [corpus.jsonl]
isolation: {allow_unisolated: true}
`;

/** Everything that a run of the Action leaves where somebody may read it, by the place where it stands. */
async function surfacesOf(ways: readonly string[], content: string): Promise<Readonly<Record<string, string>>> {
  const github = await FakeGitHub.start();
  const provider = await DeskProvider.start();
  const desk = new DeskRepository({
    'agent.mjs': AGENT,
    'pawl.yml': CONFIG,
    'tools.json': JSON.stringify([TOOL]),
    'corpus.jsonl': `${[...corpusOf(ways), JSON.stringify({ v: 1, id: 'bad', plantedLINE: 1, input: 1, recordings: [] })].join('\n')}\n`,
  });
  try {
    const head = desk.head({ 'prompt.md': 'You are a desk. We are closed.\n' });
    const own = { full_name: 'acme/desk' };
    const ended = await runAction({
      main: MAIN,
      workspace: desk.root,
      event: { name: 'pull_request', payload: pullRequestPayload(own, { base: desk.base, head }) },
      ...{ sha: MERGE, apiUrl: github.url },
      inputs: { 'github-token': TOKEN, 'openai-base-url': provider.url, 'report-content': content },
      env: { OPENAI_API_KEY: 'sk-a-key-that-must-not-be-printed' },
    });
    const uploads = await Promise.all(github.artifacts.all.map(({ zip }) => contentsOf(zip)));
    return {
      verdict: ended.outputs.verdict ?? '',
      log: ended.stdout + ended.stderr,
      summary: ended.summary,
      outputs: JSON.stringify(ended.outputs),
      comments: JSON.stringify(github.comments),
      checks: JSON.stringify(github.checks),
      uploads: JSON.stringify(uploads),
    };
  } finally {
    await github.stop();
    await provider.stop();
    desk.remove();
  }
}

/** Which plants stand where. */
function found(surfaces: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(surfaces).flatMap(([surface, text]) =>
    PLACES.filter((place) => text.includes(`planted${place}`)).map((place) => `${place} in ${surface}`),
  );
}

const BROKEN = ['arguments', 'schema', 'answer', 'arguments', 'schema', 'answer', 'arguments', 'schema'];
const ERRORED = ['crash', 'garbage', 'error', 'crash', 'garbage', 'error', 'error'];

describe.each([
  ['cases that broke', BROKEN],
  ['trials that errored', ERRORED],
])('of %s', (_name, ways) => {
  let shown: Readonly<Record<'none' | 'full', Readonly<Record<string, string>>>>;
  beforeAll(async () => {
    shown = { none: await surfacesOf(ways, 'none'), full: await surfacesOf(ways, 'full') };
  });

  it('nothing of recordings and trials is shown anywhere under report.content: none', () => {
    expect(found(shown.none)).toEqual([]);
    expect(shown.none.verdict).toBe(shown.full.verdict);
    expect(shown.none.summary).toContain('slice');
  });

  it('summary, comment and uploads show it under full, so that the test above can fail', () => {
    const places = ways === BROKEN ? ['VALUE', 'RESULT', 'ANSWER', 'KEY'] : ['ERROR', 'STDERR', 'GARBAGE', 'INPUT'];
    for (const surface of ['summary', 'comments', 'uploads'])
      for (const place of [...places, 'LINE']) expect(found(shown.full)).toContain(`${place} in ${surface}`);
  });
});
