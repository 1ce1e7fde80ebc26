import OpenAI from 'openai';
import { config, parameters, runTool, serve, tools } from './desk.mjs';

const client = new OpenAI();
const functions = tools.map(({ name, description }) => ({
  type: 'function',
  name,
  description,
  parameters,
  strict: true,
}));

/** Continues by `previous_response_id`: the provider keeps the conversation. */
await serve((stream) => {
  let previous;
  const respond = (input) => {
    const { instructions, model, temperature } = config;
    const request = { model, temperature, instructions, input, tools: functions, previous_response_id: previous };
    return stream ? client.responses.stream(request).finalResponse() : client.responses.create(request);
  };
  return async (question) => {
    let input = [{ role: 'user', content: question }];
    for (;;) {
      const response = await respond(input);
      previous = response.id;
      const calls = response.output.filter(({ type }) => type === 'function_call');
      if (calls.length === 0) return response.output_text;
      input = calls.map(({ call_id, name, arguments: args }) => ({
        type: 'function_call_output',
        call_id,
        output: runTool(name, JSON.parse(args)),
      }));
    }
  };
});
