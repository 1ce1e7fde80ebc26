import { tool } from '@langchain/core/tools';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { ChatOpenAI } from '@langchain/openai';
import { config, parameters, runTool, serve, tools } from './desk.mjs';

/**
 * Streams as LangGraph's own manual does. `streaming: true` on ChatOpenAI would instead download a tokeniser to count
 * tokens, and wait for it for minutes where there is no network.
 */
await serve((stream) => {
  const { instructions, model, temperature } = config;
  const agent = createReactAgent({
    llm: new ChatOpenAI({ model, temperature }),
    prompt: instructions,
    tools: tools.map(({ name, description }) =>
      tool(async (args) => runTool(name, args), { name, description, schema: parameters }),
    ),
  });
  let messages = [];
  return async (question) => {
    const input = { messages: [...messages, { role: 'user', content: question }] };
    if (stream) {
      for await (const [mode, state] of await agent.stream(input, { streamMode: ['messages', 'values'] }))
        if (mode === 'values') ({ messages } = state);
    } else ({ messages } = await agent.invoke(input));
    return messages.at(-1).text;
  };
});
