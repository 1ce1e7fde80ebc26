import { afterEach, expect, test } from 'vitest';
import { AGENT, obedient, oneLook, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

/**
 * The agent with an exporter: what a trial noted is sent after its answer, when the next trial has begun, or soon. It also
 * asks a clock in its own process, which no model hears of.
 */
const INSTRUMENTED = `${AGENT.replace(
  'messages.push(message);',
  `messages.push(message);
    for (const call of message.tool_calls) note('execute_tool', { 'gen_ai.tool.name': call.function.name, 'gen_ai.tool.call.id': call.id });
    note('execute_tool', { 'gen_ai.tool.name': 'read_clock', 'gen_ai.tool.call.id': 'clock_1' });`,
)
  .replace('async function run({ input, urls }) {', 'async function run({ input, urls }) {\n  await send();')
  .replace(
    'const { message } = body.choices[0];',
    `const { message } = body.choices[0];
    note('chat', { 'gen_ai.request.model': 'm', 'gen_ai.response.id': body.id });`,
  )}
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
const noted = [];
let soon;
function note(operation, attributes) {
  const now = Date.now();
  const named = Object.entries({ 'gen_ai.operation.name': operation, ...attributes });
  const span = {
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    name: operation,
    startTimeUnixNano: now + '000000',
    endTimeUnixNano: now + 5 + '000000',
    attributes: named.map(([key, stringValue]) => ({ key, value: { stringValue } })),
  };
  noted.push(span);
  clearTimeout(soon);
  soon = setTimeout(send, 200);
}
async function send() {
  if (noted.length === 0) return;
  const sent = { resourceSpans: [{ scopeSpans: [{ scope: { name: 'gen_ai' }, spans: noted.splice(0) }] }] };
  const to = [process.env.OTEL_EXPORTER_OTLP_ENDPOINT + '/v1/traces', { method: 'POST', headers: { 'content-type': 'application/json' } }];
  await new Promise((done) => request(...to, (response) => response.resume().on('end', done)).end(JSON.stringify(sent)));
}
`;

test('spans that come after the answers spoil no trial, and show what did not pass pawl', async () => {
  project = await startProject({
    answer: obedient,
    cases: someCases(4),
    files: { 'agent.mjs': INSTRUMENTED, 'pawl.yml': `${SETTINGS}${oneLook(1)}` },
  });
  project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  const report = await project.gate('prompt');
  expect(report).toMatchObject({ base: { errored: 0 }, head: { errored: 0 } });
  const unseen = report.run.warnings.filter((text) => text.includes('did not pass pawl'));
  expect(unseen).toEqual([
    expect.stringMatching(
      /^calls in the agent's own spans .* replayed: tool read_clock \(base [1-9]\d*, head [1-9]\d*\)$/,
    ),
  ]);
});
