import { POST, SETTINGS } from './project.ts';

/** One tool, which says something else every time; it wants a secret for that. */
export const SERVER = `import { createInterface } from 'node:readline';
const tools = [{ name: 'pay_back', description: 'DESCRIPTION', inputSchema: { type: 'object', properties: { order: { type: 'string' } } } }];
const answers = {
  initialize: () => ({ protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'desk', version: '1' } }),
  'tools/list': () => ({ tools }),
  'tools/call': ({ arguments: { order } }) =>
    ({ content: [{ type: 'text', text: order + ' ' + process.env.DESK_TOKEN + ' ' + process.hrtime.bigint() }] }),
};
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id !== undefined) console.log(JSON.stringify({ jsonrpc: '2.0', id, result: answers[method](params) }));
}
`;

/** Gives the model the tools that the server lists, and calls them. */
export const AGENT = `import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
${POST}const system = readFileSync('prompts/system.md', 'utf8');
let session;
let ids = 0;
async function rpc(url, method, params) {
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...session };
  const response = await post(url + '/desk', { jsonrpc: '2.0', id: ++ids, method, params }, headers);
  const id = response.headers['mcp-session-id'];
  if (id) session = { 'mcp-session-id': id };
  const { result, error } = JSON.parse(/^data: (.*)$/m.exec(response.text)?.[1] ?? response.text);
  if (error) throw new Error(error.message);
  return result;
}
async function run({ input, urls }) {
  const client = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'a', version: '1' } };
  if (!session) await rpc(urls.mcp, 'initialize', client);
  const listed = await rpc(urls.mcp, 'tools/list', {});
  const tools = listed.tools.map(({ name, description, inputSchema }) =>
    ({ type: 'function', function: { name: 'mcp__desk__' + name, description, parameters: inputSchema } }));
  const messages = [{ role: 'system', content: system }, { role: 'user', content: input.text }];
  for (;;) {
    const { status, text } = await post(urls.openai + '/chat/completions', { model: 'm', messages, tools });
    if (status !== 200) throw new Error(text);
    const { message } = JSON.parse(text).choices[0];
    if (!message.tool_calls) return { reply: message.content };
    messages.push(message);
    for (const { id, function: call } of message.tool_calls) {
      const asked = { name: call.name.slice(11), arguments: JSON.parse(call.arguments) };
      const { content } = await rpc(urls.mcp, 'tools/call', asked);
      messages.push({ role: 'tool', tool_call_id: id, content: content[0].text });
    }
  }
}
for await (const line of createInterface({ input: process.stdin })) {
  const trial = JSON.parse(line);
  const result = await run(trial).then((output) => ({ output }), (error) => ({ error: error.message }));
  console.log(JSON.stringify({ id: trial.id, ...result }));
}
`;

/** Its server on standard input and output. */
export const settings = `${SETTINGS.replace('paths: [', 'paths: ["server.mjs", ').replace('  files: ["tools/*.json"]\n', '')}mcp:
  servers:
    desk: { command: node server.mjs, environment: [DESK_TOKEN] }
gate: { looks: [1], spend: [1] }
`;

export const serverSaying = (description: string) => SERVER.replace('DESCRIPTION', description);
