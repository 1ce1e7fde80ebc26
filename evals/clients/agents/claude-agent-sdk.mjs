import { createSdkMcpServer, query, tool } from '@anthropic-ai/claude-agent-sdk';
import { z } from 'zod';
import { config, runTool, serve, tools } from './desk.mjs';

const desk = createSdkMcpServer({
  name: 'desk',
  tools: tools.map(({ name, description }) =>
    tool(name, description, { city: z.string() }, async (args) => ({
      content: [{ type: 'text', text: runTool(name, args) }],
    })),
  ),
});

/** The SDK always asks for a stream; `stream` says whether the agent reads the pieces or the whole messages. */
await serve((stream) => {
  let session;
  return async (question) => {
    const { instructions: systemPrompt, model, effort } = config;
    const options = {
      ...{ systemPrompt, model, effort, tools: [], mcpServers: { desk }, settingSources: [] },
      ...{ allowedTools: tools.map(({ name }) => `mcp__desk__${name}`), includePartialMessages: stream },
      ...(session === undefined ? {} : { resume: session }),
    };
    let answer = '';
    for await (const message of query({ prompt: question, options })) {
      session = message.session_id ?? session;
      if (message.type !== 'result') continue;
      if (message.subtype !== 'success' || message.is_error) throw new Error(JSON.stringify(message));
      answer = message.result;
    }
    return answer;
  };
});
