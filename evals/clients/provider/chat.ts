import { callId, pieces, type Said, type SpokenWire } from './said.ts';

/** OpenAI's chat completions. */
export const chat: SpokenWire = {
  path: '/chat/completions',
  whole: (said) => ({
    ...envelope(said, 'chat.completion'),
    choices: [{ index: 0, message: messageOf(said), logprobs: null, finish_reason: finishOf(said) }],
    usage: USAGE,
  }),
  streamed: (said) => {
    const start = envelope(said, 'chat.completion.chunk');
    const chunk = (delta: object, finish: string | null = null): object => ({
      ...start,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    });
    const chunks = [
      chunk({ role: 'assistant', content: said.text === null ? null : '', refusal: null }),
      ...pieces(said.text ?? '').map((content) => chunk({ content })),
      ...said.calls.flatMap((call, index) => [
        chunk({ tool_calls: [{ index, ...functionCall(said, index, call.tool, '') }] }),
        ...pieces(call.arguments).map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
      ]),
      chunk({}, finishOf(said)),
      { ...start, choices: [], usage: USAGE },
    ];
    return `${chunks.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')}data: [DONE]\n\n`;
  },
};

const USAGE = { prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 };

function envelope({ draw, model }: Said, object: string): object {
  return { id: `chatcmpl-${draw}`, object, created: 1_790_000_000 + draw, model, system_fingerprint: null };
}

function messageOf(said: Said): object {
  const calls = said.calls.map((call, index) => functionCall(said, index, call.tool, call.arguments));
  const message = { role: 'assistant', content: said.text, refusal: null, annotations: [] };
  return calls.length === 0 ? message : { ...message, tool_calls: calls };
}

function functionCall(said: Said, index: number, name: string, args: string): object {
  return { id: callId(said, index), type: 'function', function: { name, arguments: args } };
}

function finishOf({ calls }: Said): string {
  return calls.length === 0 ? 'stop' : 'tool_calls';
}
