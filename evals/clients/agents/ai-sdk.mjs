import { anthropic } from '@ai-sdk/anthropic';
import { openai } from '@ai-sdk/openai';
import { generateText, isStepCount, jsonSchema, streamText, tool } from 'ai';
import { config, parameters, runTool, serve, tools } from './desk.mjs';

const PROVIDERS = { responses: openai, chat: openai.chat, anthropic };

const toolSet = Object.fromEntries(
  tools.map(({ name, description }) => [
    name,
    tool({
      description,
      inputSchema: jsonSchema(parameters),
      execute: async (args) => JSON.parse(runTool(name, args)),
    }),
  ]),
);

/** Which of its providers stands in the first argument. */
const provider = PROVIDERS[process.argv[2]];

await serve((stream) => {
  const messages = [];
  const { instructions, model, temperature } = config;
  return async (question) => {
    messages.push({ role: 'user', content: question });
    const request = {
      model: provider(model),
      instructions,
      temperature,
      messages,
      tools: toolSet,
      stopWhen: isStepCount(5),
    };
    const result = stream ? streamText(request) : await generateText(request);
    const answer = await result.text;
    messages.push(...(await result.responseMessages));
    return answer;
  };
});
