import { pieces, type Said, type SpokenWire, typedEvents } from './said.ts';

/** Anthropic's messages. */
export const messages: SpokenWire = {
  path: '/messages',
  whole: (said) => ({
    ...envelope(said),
    content: [
      ...(said.text === null ? [] : [{ type: 'text', text: said.text }]),
      ...said.calls.map((call, index) => ({ ...toolUse(said, index), input: JSON.parse(call.arguments) as object })),
    ],
    stop_reason: stopOf(said),
    usage: { ...USAGE, output_tokens: 10 },
  }),
  streamed: (said) => {
    const text = said.text === null ? [] : [textBlock(said.text)];
    const calls = said.calls.map((call, index) => ({
      start: { ...toolUse(said, index), input: {} },
      deltas: ['', ...pieces(call.arguments)].map((piece) => ({ type: 'input_json_delta', partial_json: piece })),
    }));
    return typedEvents([
      { type: 'message_start', message: { ...envelope(said), content: [], usage: { ...USAGE, output_tokens: 1 } } },
      { type: 'ping' },
      ...[...text, ...calls].flatMap(({ start, deltas }, index) => [
        { type: 'content_block_start', index, content_block: start },
        ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
        { type: 'content_block_stop', index },
      ]),
      {
        type: 'message_delta',
        ...{ delta: { stop_reason: stopOf(said), stop_sequence: null }, usage: { output_tokens: 10 } },
      },
      { type: 'message_stop' },
    ]);
  },
};

const USAGE = {
  input_tokens: 20,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  service_tier: 'standard',
};

function envelope({ draw, model }: Said): object {
  const id = `msg_${draw}`;
  return { id, type: 'message', role: 'assistant', model, stop_reason: null, stop_sequence: null };
}

function textBlock(text: string): { start: object; deltas: readonly object[] } {
  return {
    start: { type: 'text', text: '' },
    deltas: pieces(text).map((piece) => ({ type: 'text_delta', text: piece })),
  };
}

function toolUse(said: Said, index: number): object {
  return { type: 'tool_use', id: `toolu_${said.draw}_${index}`, name: said.calls[index]?.tool };
}

function stopOf({ calls }: Said): string {
  return calls.length === 0 ? 'end_turn' : 'tool_use';
}
