import { afterEach, describe, expect, test, vi } from 'vitest';
import { sendJson, startProvider } from '../replay/provider.ts';
import {
  AGENT,
  type Answer,
  obedient,
  oneLook,
  type Project,
  payBackTool,
  SETTINGS,
  someCases,
  startProject,
} from './project.ts';

let project: Project;
afterEach(() => {
  vi.useRealTimers();
  return project.close();
});

/** Wants a refund that no recording has. */
const offTheTape: Answer = (request) => {
  const said = obedient(request);
  return 'tool' in said ? { tool: 'pay_back', arguments: { order: 'o-unheard-of' } } : said;
};

const TIDIED = '// tidied\n';

describe('what was not seen is no pass', () => {
  test('when base and head are cut short at the same point, since head may differ behind it', async () => {
    project = await startProject({ answer: offTheTape });
    project.branch('refactor', { 'agent.mjs': `${TIDIED}${project.read('agent.mjs')}` });
    const report = await project.gate('refactor');
    expect(report).toMatchObject({ verdict: 'inconclusive', head: { diverged: 36 } });
    expect(report.title).toMatch(/^INCONCLUSIVE, not a pass/);
  });

  test('when most trials of a slice are cut short on both sides', async () => {
    const cases = someCases(12);
    const sometimes: Answer = (request) =>
      /o-([1-8])"/.test(JSON.stringify(request.body)) ? offTheTape(request) : obedient(request);
    project = await startProject({ answer: sometimes, cases });
    project.branch('refactor', { 'agent.mjs': `${TIDIED}${project.read('agent.mjs')}` });
    const report = await project.gate('refactor');
    expect(report).toMatchObject({ verdict: 'inconclusive', head: { diverged: 24 } });
    expect(report.reasons[0]).toMatchObject({
      kind: 'slice_inconclusive',
      why: expect.stringContaining('70 % are needed'),
    });
  });

  test('when base passes nothing that head could break', async () => {
    const expectations = [{ kind: 'output_contains', text: 'never said' }];
    project = await startProject({ answer: obedient, cases: someCases(4).map((one) => ({ ...one, expectations })) });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const report = await project.gate('prompt');
    expect(report).toMatchObject({
      verdict: 'error',
      reasons: [{ kind: 'nothing_exercised', why: expect.stringContaining('base passes none') }],
    });
  });

  test('when head is started in another way, though no file of the agent differs', async () => {
    project = await startProject({ answer: obedient, cases: someCases(4) });
    project.branch('other-start', { 'pawl.yml': SETTINGS.replace('command: node agent.mjs', 'command: "false"') });
    const report = await project.gate('other-start');
    expect(report).toMatchObject({ verdict: 'error', exitCode: 4, notAffected: null });
  });

  test('when the target branch has moved agent and corpus since the branch was cut', async () => {
    project = await startProject({ answer: obedient, cases: someCases(2) });
    project.branch('older', { 'prompts/system.md': 'Always pay back. Parameter: ordr.\n' });
    project.checkout('main');
    const settings = project
      .read('pawl.yml')
      .replace(/"(prompts|tools|corpus)\//g, '"src/$1/')
      .replace('"agent.mjs"', '"src/*"');
    project.commit({ 'pawl.yml': settings.replace('  command', '  root: src\n  command') });
    expect(await project.gate('older')).toMatchObject({ verdict: 'block', reasons: [{ kind: 'case_broken' }, {}] });
  });

  test('when every case is retired', async () => {
    project = await startProject({
      answer: obedient,
      cases: someCases(2).map((one) => ({ ...one, status: 'retired' })),
    });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const why = 'every case of the corpus is retired: there is nothing to replay';
    expect(await project.gate('prompt')).toMatchObject({ verdict: 'error', reasons: [{ why }] });
  });

  test('when lines of the corpus could not be read', async () => {
    project = await startProject({ answer: obedient, files: { 'corpus/more.jsonl': 'not json\n' } });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const report = await project.gate('prompt');
    expect(report).toMatchObject({
      verdict: 'inconclusive',
      title: expect.stringMatching(/^INCONCLUSIVE, not a pass: 1 corpus line/),
    });
  });
});

test('a tool that no file defines is not checked, and not taken for one that does not exist', async () => {
  project = await startProject({
    answer: obedient,
    files: { 'pawl.yml': oneLook(1) + SETTINGS.replace('tools/*.json', 'tools/look_up.json') },
  });
  project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  expect(await project.gate('prompt')).toMatchObject({ verdict: 'pass', all: { base: { passes: 12 } } });
});

describe('an innocent change is not blocked', () => {
  test('because the provider throttles until trials run out of time', async () => {
    project = await startProject({ answer: obedient, cases: someCases(24) });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    await project.fill();
    // One trial at a time: when the throttled one asks again, the clock moves on until its time is over.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let throttled = 0;
    const throttling = await startProvider((request, _, response) => {
      if (JSON.stringify(request.body).includes('o-7"')) {
        throttled += 1;
        if (throttled === 2) vi.advanceTimersByTime(60_000);
        sendJson(response, 429, {}, { 'retry-after': '0' });
      } else
        void fetch(`${project.provider.url}/chat/completions`, { method: 'POST', body: JSON.stringify(request.body) })
          .then((answer) => answer.json())
          .then((body) => sendJson(response, 200, body));
    });
    try {
      const overrides = [{ name: 'provider_url', value: `openai=${throttling.url}`, where: '--provider-url' } as const];
      const report = await project.gate('prompt', { overrides });
      expect(report.verdict).not.toBe('block');
      expect(report.head).toMatchObject({ errored: 1, undetermined: 1 });
      expect(JSON.stringify(report.notes)).toContain('still being asked again');
    } finally {
      await throttling.close();
    }
  });

  test('because base was drawn under another environment', async () => {
    const settings = oneLook(3) + SETTINGS.replace('  timeout_s', '  environment: [TONE]\n  timeout_s');
    project = await startProject({ answer: obedient, files: { 'pawl.yml': settings } });
    project.branch('refactor', { 'agent.mjs': `${TIDIED}${project.read('agent.mjs')}` });
    await project.fill({ TONE: 'kind' });
    const report = await project.gate('refactor', { environment: project.environment({ TONE: 'rude' }) });
    expect(report).toMatchObject({ reasons: [{ kind: 'not_exercised' }], run: { storedBaseTrials: 0 } });
    const same = await project.gate('refactor', { environment: project.environment({ TONE: 'kind' }) });
    expect(same).toMatchObject({ verdict: 'pass', run: { storedBaseTrials: 36 } });
  });

  test('because the answers of base’s stored trials are gone: base is drawn again and shared', async () => {
    project = await startProject({ answer: obedient });
    project.branch('refactor', { 'agent.mjs': `${TIDIED}${project.read('agent.mjs')}` });
    await project.fill();
    project.removeStored('answers');
    const report = await project.gate('refactor');
    expect(report).toMatchObject({
      reasons: [{ kind: 'not_exercised' }],
      base: { unaffected: 36 },
      run: { storedBaseTrials: 0, providerCalls: 72 },
    });
  });
});

test('confirming trials that fail do not turn a broken case into too many errors', async () => {
  const cases = someCases(40);
  project = await startProject({ answer: obedient, cases });
  const crashes = 'if (/^Pay back o-(7|9)$/.test(input.text)) process.exit(1);\n  const messages';
  project.branch('crash', {
    'agent.mjs': project.read('agent.mjs').replace('const messages', crashes),
    'prompts/system.md': 'Always pay back. Parameter: order.\n',
  });
  const report = await project.gate('crash');
  expect(report).toMatchObject({ verdict: 'block', exitCode: 1 });
  const broken = report.reasons.flatMap((reason) => (reason.kind === 'case_broken' ? [reason.caseId] : []));
  expect(broken).toEqual(expect.arrayContaining(['case-007', 'case-009']));
});

test('the store inside the working tree is no part of the agent: a rerun of the same head draws nothing', async () => {
  project = await startProject({
    answer: obedient,
    cases: someCases(4),
    files: { 'pawl.yml': oneLook(1) + SETTINGS.replace(/ {2}paths: .*\n/, '') },
  });
  project.write({ 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  const storeDirectory = `${project.directory}/.pawl/store`;
  await project.gate('WORKTREE', { storeDirectory });
  const calls = project.provider.seen.length;
  await project.gate('WORKTREE', { storeDirectory, runName: 'again' });
  expect(project.provider.seen).toHaveLength(calls);
});

test('what head newly asks of an API that pawl does not speak is no pass, though it goes on as base does', async () => {
  const moderated = (agent: string) =>
    agent.replace(
      'const messages',
      "await post(urls.openai + '/moderations', { input: input.text });\n  const messages",
    );
  project = await startProject({ answer: obedient, cases: someCases(4) });
  project.branch('moderated', { 'agent.mjs': moderated(project.read('agent.mjs')) });
  expect(await project.gate('moderated')).toMatchObject({
    verdict: 'inconclusive',
    title: expect.stringMatching(/^INCONCLUSIVE, not a pass: head asks for moderations, which pawl does not speak/),
  });
  project.commit({ 'agent.mjs': moderated(project.read('agent.mjs')) });
  project.branch('tidied', { 'agent.mjs': `${TIDIED}${project.read('agent.mjs')}` });
  expect(await project.gate('tidied', { runName: 'again' })).toMatchObject({ verdict: 'pass' });
});

test('a model pin that names another model is no pass where head goes on asking the one that a variable names', async () => {
  const settings = SETTINGS.replace('  timeout_s', '  environment: [MODEL]\n  timeout_s');
  project = await startProject({
    answer: obedient,
    cases: someCases(2),
    files: {
      'pawl.yml': `${oneLook(1)}${settings}model_pins: [{ name: chat, file: deploy.yaml, yaml_path: model }]\n`,
      'agent.mjs': AGENT.replace("model: 'm'", 'model: process.env.MODEL'),
      'deploy.yaml': 'model: large-1\n',
    },
  });
  project.branch('cheaper', { 'deploy.yaml': 'model: small-1\n' });
  expect(await project.gate('cheaper', { environment: project.environment({ MODEL: 'large-1' }) })).toMatchObject({
    verdict: 'inconclusive',
    title: expect.stringContaining('model pin chat now says small-1, and head asked only large-1, as base did'),
  });
  const same = await project.gate('cheaper', { environment: project.environment({ MODEL: 'x/small-1-20261101' }) });
  expect(same).toMatchObject({ verdict: 'pass' });
});

test('cases that base itself fails are counted in the report: nothing of them can be broken', async () => {
  const never = [{ kind: 'output_contains', text: 'never said' }];
  const cases = someCases(4).map((one, index) => (index === 0 ? { ...one, expectations: never } : one));
  project = await startProject({ answer: obedient, cases });
  project.branch('refactor', { 'agent.mjs': `${TIDIED}${project.read('agent.mjs')}` });
  const { verdict, notes } = await project.gate('refactor');
  expect(verdict).toBe('pass');
  const text = 'base fails every trial of 1 of 4 cases: what head breaks there cannot be seen';
  expect(notes).toContainEqual({ kind: 'warning', text });
});

test('cases that would pass whatever the agent answered are counted in the report', async () => {
  const cases = someCases(4);
  const call = {
    kind: 'tool_call',
    name: 'look_up',
    arguments: { order: 'o-1' },
    outcome: { kind: 'result', value: 1 },
  };
  const asking = { ...cases[0], recordings: [{ steps: [call], output: { reply: 'done' } }] };
  const told = { ...asking, id: 'told', expectations: [{ kind: 'output_contains', text: 'done' }] };
  const limited = { ...cases[0], expectations: [{ kind: 'max_steps', limit: 50 }], id: 'limited' };
  project = await startProject({ answer: obedient, cases: [asking, told, limited, ...cases.slice(1)] });
  project.branch('refactor', { 'agent.mjs': `${TIDIED}${project.read('agent.mjs')}` });
  const { notes } = await project.gate('refactor');
  const text = '2 of 6 cases expect neither an answer nor a call: whatever the agent says passes there';
  expect(notes).toContainEqual({ kind: 'warning', text: expect.stringContaining(text) });
});

test('a tool that head removes is gone: its call gets an error, not the recorded result', async () => {
  project = await startProject({ answer: obedient, cases: someCases(12) });
  project.branch('removed', { 'tools/pay_back.json': payBackTool('order').replace('pay_back', 'give_back') });
  const report = await project.gate('removed');
  expect(report.verdict).not.toBe('pass');
});

test('a store that the repository itself brings along is refused: a pull request could bring its own base', async () => {
  project = await startProject({ answer: obedient, cases: someCases(2) });
  project.branch('forged', {
    '.pawl/store/reservoir/x.jsonl': '{"format":"pawl reservoir v1"}\n',
    'prompts/system.md': 'Hi.\n',
  });
  project.checkout('forged');
  const storeDirectory = `${project.directory}/.pawl/store`;
  await expect(project.gate('forged', { storeDirectory })).rejects.toThrow(/store/);
  expect(project.provider.seen).toHaveLength(0);
});
