import { afterEach, expect, test } from 'vitest';
import { AGENT, obedient, type Project, payBackTool, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

/** The agent with its tools in its code, where no setting names a file that defines them. */
const withTools = (...definitions: readonly string[]): string => {
  const list = definitions.map((one) => `{ type: 'function', function: ${one} }`).join(', ');
  return AGENT.replace(/const tools = [\s\S]*?\}\)\);\n/, `const tools = [${list}];\n`);
};
const files = {
  'agent.mjs': withTools(payBackTool('order')),
  'pawl.yml': SETTINGS.replace('  files: ["tools/*.json"]\n', ''),
  'tools/pay_back.json': null,
  'tools/look_up.json': null,
};
/** Its prompt still teaches `order`. */
const renamed = { 'agent.mjs': withTools(payBackTool('order_id')) };

test.each(['pairs', 'stored base trials'])('a parameter renamed in code alone blocks, with %s', async (base) => {
  project = await startProject({ answer: obedient, cases: someCases(8), files });
  if (base !== 'pairs') await project.fill();
  project.branch('renamed', renamed);
  const report = await project.gate('renamed');
  expect(report.verdict).toBe('block');
  expect(report.title).toMatch(/pay_back got \d+ calls with invalid arguments/);
});

test('calls that the schema never allowed are believed where it does not change', async () => {
  const lax = { 'agent.mjs': withTools(payBackTool('other')) };
  project = await startProject({ answer: obedient, cases: someCases(4), files: { ...files, ...lax } });
  project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  expect(await project.gate('prompt')).toMatchObject({ verdict: 'pass', all: { head: { passes: 4 } } });
});
