import OpenAI from 'openai';
import { config, parameters, runTool, serve, tools } from './desk.mjs';

const client = new OpenAI();
const functions = tools.map(({ name, description }) => ({
  type: 'function',
  function: { name, description, parameters },
}));

await serve((stream) => {
  const messages = [{ role: 'system', content: config.instructions }];
  const request = () => ({ model: config.model, temperature: config.temperature, messages, tools: functions });
  const complete = () =>
    stream
      ? client.chat.completions.stream(request()).finalChatCompletion()
      : client.chat.completions.create(request());
  return async (question) => {
    messages.push({ role: 'user', content: question });
    for (;;) {
      const { message } = (await complete()).choices[0];
      messages.push(message);
      if (!message.tool_calls?.length) return message.content;
      for (const call of message.tool_calls) {
        const content = runTool(call.function.name, JSON.parse(call.function.arguments));
        messages.push({ role: 'tool', tool_call_id: call.id, content });
      }
    }
  };
});
