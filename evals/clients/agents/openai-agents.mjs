import { Agent, run, tool } from '@openai/agents';
import { config, parameters, runTool, serve, tools } from './desk.mjs';

const agent = new Agent({
  name: 'Desk',
  instructions: config.instructions,
  model: config.model,
  modelSettings: { temperature: config.temperature },
  tools: tools.map(({ name, description }) =>
    tool({ name, description, parameters, strict: true, execute: async (args) => runTool(name, args) }),
  ),
});

await serve((stream) => {
  let history = [];
  return async (question) => {
    const result = await run(agent, [...history, { role: 'user', content: question }], { stream });
    if (stream) await result.completed;
    history = result.history;
    return result.finalOutput;
  };
});
