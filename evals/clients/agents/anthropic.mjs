import Anthropic from '@anthropic-ai/sdk';
import { config, parameters, runTool, serve, tools } from './desk.mjs';

const client = new Anthropic();
const offered = tools.map(({ name, description }) => ({ name, description, input_schema: parameters }));

await serve((stream) => {
  const messages = [];
  const { instructions: system, model, temperature } = config;
  const send = () => {
    const request = { model, temperature, system, max_tokens: 500, messages, tools: offered };
    return stream ? client.messages.stream(request).finalMessage() : client.messages.create(request);
  };
  return async (question) => {
    messages.push({ role: 'user', content: question });
    for (;;) {
      const { content } = await send();
      messages.push({ role: 'assistant', content });
      const calls = content.filter(({ type }) => type === 'tool_use');
      if (calls.length === 0) return content.map(({ text }) => text).join('');
      const results = calls.map(({ id, name, input }) => ({
        type: 'tool_result',
        tool_use_id: id,
        content: runTool(name, input),
      }));
      messages.push({ role: 'user', content: results });
    }
  };
});
