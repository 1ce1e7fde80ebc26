import { afterEach, describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/report/index.ts';
import {
  type Answer,
  obedient,
  oneLook,
  type Project,
  payBackTool,
  SETTINGS,
  someCases,
  startProject,
} from './project.ts';

let project: Project | null = null;
afterEach(async () => {
  await project?.close();
  project = null;
});

const RULES = `  rules:
    - tools: [pay_back]
      on_miss: simulate
      command: read -r line; echo '{"result":{"done":"simulated"}}'
ignore_in_requests:
  - { name: dates, pattern: '\\d{4}-\\d\\d-\\d\\d' }
corpus:`;

describe('a parameter that head adds to a tool that changes state', () => {
  const withDryRun = (schema: object): string => {
    const tool = JSON.parse(payBackTool('order'));
    tool.parameters.properties.dry_run = schema;
    return JSON.stringify(tool);
  };
  const files = (schema: object) => ({
    'tools/pay_back.json': withDryRun(schema),
    'prompts/system.md': 'Pay back. Dry run: true. Parameter: order.\n',
  });
  const dry: Answer = (request) => {
    const said = obedient(request);
    const isDry = JSON.stringify(request.body).includes('Dry run: true');
    return 'tool' in said && isDry ? { ...said, arguments: { ...said.arguments, dry_run: true } } : said;
  };

  test('is no pass where the model gives it a value: a dry run refunds nothing, whatever was recorded', async () => {
    project = await startProject({ answer: dry, cases: someCases(2) });
    project.branch('dry', files({ type: 'boolean' }));
    const report = await project.gate('dry');
    expect(report).toMatchObject({ verdict: 'inconclusive', head: { notCovered: 2, undetermined: 2 } });
    expect(renderTerminal(report, { color: false, width: 200 })).toContain(
      '2 undetermined on head: whether pay_back with dry_run does what was recorded is not known',
    );
    project.branch('said', files({ type: 'boolean', default: true }));
    expect(await project.gate('said')).toMatchObject({ verdict: 'pass', head: { assisted: 2 } });
  });
});

test('a miss is simulated, a date does not count, and the report says both', async () => {
  const files = {
    'pawl.yml': oneLook(1) + SETTINGS.replace('corpus:', RULES),
    'prompts/closing.md': 'Today is 2026-05-09. Tell the user what you did.',
  };
  const theCase = { v: 1, id: 'refund', input: { text: 'Pay back o-1' }, recordings: [{ steps: [] }] };
  project = await startProject({ answer: obedient, files, cases: [theCase] });
  project.branch('date', { 'prompts/closing.md': 'Today is 2026-05-10. Tell the user what you did.' });
  const report = await project.gate('date');
  expect(report).toMatchObject({
    base: { attempted: 3, assisted: 3 },
    head: { attempted: 3, assisted: 3, unaffected: 3 },
    run: {
      tools: { base: { byMatch: { simulated: 3 } }, head: { byMatch: { simulated: 3 } } },
      ignoredInRequests: [{ name: 'dates', pattern: '\\d{4}-\\d\\d-\\d\\d' }],
    },
  });
  const text = renderTerminal(report, { color: false, width: 200 });
  expect(text).toContain('head 3 tool calls, 3 simulated');
  expect(text).toContain(
    'what matches dates (/\\d{4}-\\d\\d-\\d\\d/) does not count when two model requests are compared',
  );
});
