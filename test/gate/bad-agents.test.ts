import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderTerminal } from '../../src/report/index.ts';
import { sendJson, startProvider } from '../replay/provider.ts';
import { type Answer, obedient, oneLook, POST, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => {
  vi.useRealTimers();
  return project.close();
});

/** A worker whose answer to each trial is this code; `trial` is the line it got. */
const worker = (code: string): string =>
  `import { createInterface } from 'node:readline';
${POST}for await (const line of createInterface({ input: process.stdin })) {
  const trial = JSON.parse(line);
  ${code}
}
`;

const answering = "console.log(JSON.stringify({ id: trial.id, output: 'hello' }));";

/** What the report says of each way to end. */
const WORDS: Readonly<Record<string, string>> = {
  crashed: 'crashed',
  garbage: 'ready!',
  timed_out: 'no answer within 60 s',
  agent_error: 'cannot',
  endless: 'more than 200 model calls',
};

describe('an agent that fails on head is an error of the run, never a pass', () => {
  test.each([
    ['crashes at once', 'throw new Error("no");\n', 'crashed'],
    ['ends with exit code 1', worker('process.exit(1);'), 'crashed'],
    ['prints garbage', worker('console.log("ready!");'), 'garbage'],
    [
      'hangs',
      worker(
        'await post(trial.urls.openai + "/chat/completions", { model: "hangs", messages: [] }); await new Promise(() => setInterval(() => {}, 1000));',
      ),
      'timed_out',
    ],
    [
      'asks the model without end',
      worker(
        'for (;;) { const r = await post(trial.urls.openai + "/chat/completions", { model: "m", messages: [] }); if (r.status !== 200) break; }',
      ),
      'endless',
    ],
    ['answers with an error', worker('console.log(JSON.stringify({ id: trial.id, error: "cannot" }));'), 'agent_error'],
  ])('%s', async (_, source, end) => {
    // One trial at a time: while the one that hangs has the model's ear, the clock moves on until its time is over.
    const answer: Answer = (request) => {
      if (request.body.model === 'hangs') vi.advanceTimersByTime(60_000);
      return obedient(request);
    };
    project = await startProject({ answer, cases: someCases(2) });
    project.branch('bad', { 'agent.mjs': source });
    if (end === 'timed_out') vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const report = await project.gate('bad');
    expect(report).toMatchObject({
      verdict: 'error',
      exitCode: 4,
      head: { attempted: 2, errored: 2 },
      base: { errored: 0 },
    });
    expect(report.reasons).toContainEqual({ kind: 'too_many_errors', side: 'head', errored: 2, trials: 2 });
    const shown = renderTerminal(report, { color: false, width: 120 });
    expect(shown).toMatch(/^ERROR/);
    expect(shown).toContain(WORDS[end]);
  });
});

describe('nothing exercised is not a pass', () => {
  test('when the agent calls neither model nor tool on any side', async () => {
    const files = { 'agent.mjs': worker(answering) };
    project = await startProject({ answer: obedient, cases: someCases(4), files });
    project.branch('same', { 'agent.mjs': `// tidied\n${worker(answering)}` });
    const report = await project.gate('same');
    expect(report).toMatchObject({ verdict: 'error', exitCode: 4, reasons: [{ kind: 'nothing_exercised' }] });
  });

  test('and what an agent writes between two trials is told', async () => {
    // In one write: the second answer is there before the next trial is.
    const twice = worker(
      "process.stdout.write((JSON.stringify({ id: trial.id, output: 'hello' }) + '\\n').repeat(2));",
    );
    project = await startProject({ answer: obedient, cases: someCases(1), files: { 'agent.mjs': twice } });
    project.branch('same', { 'agent.mjs': `// tidied\n${twice}` });
    const report = await project.gate('same');
    expect(report.verdict).toBe('error');
    expect(JSON.stringify(report.notes)).toContain('head: the agent wrote to stdout between two trials');
  });

  test('when only head stops calling anything', async () => {
    project = await startProject({ answer: obedient, cases: someCases(4) });
    project.branch('idle', { 'agent.mjs': worker(answering) });
    const report = await project.gate('idle');
    expect(['error', 'block']).toContain(report.verdict);
    expect(report.exitCode).not.toBe(0);
  });
});

describe('a provider that fails', () => {
  test('is an error of the run on both sides, with its own words', async () => {
    project = await startProject({ answer: obedient, cases: someCases(3) });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const down = await startProvider((_, __, response) => sendJson(response, 401, { error: 'no such key' }));
    try {
      const overrides = [{ name: 'provider_url', value: `openai=${down.url}`, where: '--provider-url' } as const];
      const report = await project.gate('prompt', { overrides });
      expect(report).toMatchObject({ verdict: 'error', exitCode: 4, base: { errored: 3 }, head: { errored: 3 } });
    } finally {
      await down.close();
    }
  });

  test('in one answer of many undetermines that trial and no other', async () => {
    let failed = false;
    project = await startProject({
      answer: obedient,
      // One trial of 18 in a slice stays below the 10 points that would leave it inconclusive.
      cases: someCases(12),
      files: { 'pawl.yml': `${SETTINGS}${oneLook(3)}` },
    });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const flaky = await startProvider((request, index, response) => {
      if (!failed && index === 10) {
        failed = true;
        sendJson(response, 403, { error: 'not today' });
      } else
        void fetch(`${project.provider.url}/chat/completions`, { method: 'POST', body: JSON.stringify(request.body) })
          .then((answer) => answer.json())
          .then((body) => sendJson(response, 200, body));
    });
    try {
      const overrides = [{ name: 'provider_url', value: `openai=${flaky.url}`, where: '--provider-url' } as const];
      const report = await project.gate('prompt', { overrides });
      expect(report.base.errored + report.head.errored).toBe(1);
      expect(report.base.undetermined + report.head.undetermined).toBe(1);
      expect(report.verdict).toBe('pass');
    } finally {
      await flaky.close();
    }
  });
});
