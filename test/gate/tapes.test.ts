import { afterEach, expect, test } from 'vitest';
import { renderTerminal } from '../../src/report/index.ts';
import { obedient, oneLook, type Project, SETTINGS, startProject } from './project.ts';

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
