import { callId, pieces, type Said, type SpokenWire, type TypedEvent, typedEvents } from './said.ts';

/** OpenAI's responses. */
export const responses: SpokenWire = {
  path: '/responses',
  whole: (said) => responseOf(said, 'completed'),
  streamed: (said) => {
    const items = itemsOf(said).flatMap((item, index) => itemEvents(item, index));
    const events = [
      { type: 'response.created', response: responseOf(said, 'in_progress') },
      { type: 'response.in_progress', response: responseOf(said, 'in_progress') },
      ...items,
      { type: 'response.completed', response: responseOf(said, 'completed') },
    ];
    return typedEvents(events.map((event, sequence_number) => ({ ...event, sequence_number })));
  },
};

type Item =
  | { readonly type: 'message'; readonly id: string; readonly content: readonly [{ readonly text: string }] }
  | { readonly type: 'function_call'; readonly id: string; readonly arguments: string };

function responseOf(said: Said, status: 'in_progress' | 'completed'): object {
  const done = status === 'completed';
  return {
    id: `resp_${said.draw}`,
    object: 'response',
    created_at: 1_790_000_000 + said.draw,
    status,
    error: null,
    incomplete_details: null,
    instructions: null,
    max_output_tokens: null,
    model: said.model,
    output: done ? itemsOf(said) : [],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    store: true,
    temperature: 1,
    text: { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    usage: done ? USAGE : null,
    metadata: {},
  };
}

const USAGE = {
  input_tokens: 20,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 10,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 30,
};

function itemsOf(said: Said): readonly (Item & object)[] {
  const content = [{ type: 'output_text', text: said.text ?? '', annotations: [], logprobs: [] }] as const;
  const message = { id: `msg_${said.draw}`, type: 'message', status: 'completed', role: 'assistant', content } as const;
  const calls = said.calls.map(({ tool, arguments: args }, index) => ({
    ...{ id: `fc_${said.draw}_${index}`, type: 'function_call' as const, status: 'completed' },
    ...{ call_id: callId(said, index), name: tool, arguments: args },
  }));
  return said.text === null ? calls : [message, ...calls];
}

function itemEvents(item: Item, output_index: number): readonly TypedEvent[] {
  const at = { item_id: item.id, output_index };
  const added = (empty: object): TypedEvent => ({
    type: 'response.output_item.added',
    ...{ output_index, item: { ...item, status: 'in_progress', ...empty } },
  });
  const done = { type: 'response.output_item.done', output_index, item };
  if (item.type === 'function_call') {
    const { arguments: args } = item;
    return [
      added({ arguments: '' }),
      ...pieces(args).map((delta) => ({ type: 'response.function_call_arguments.delta', ...at, delta })),
      { type: 'response.function_call_arguments.done', ...at, arguments: args },
      done,
    ];
  }
  const [part] = item.content;
  const inPart = { ...at, content_index: 0 };
  return [
    added({ content: [] }),
    { type: 'response.content_part.added', ...inPart, part: { ...part, text: '' } },
    ...pieces(part.text).map((delta) => ({ type: 'response.output_text.delta', ...inPart, delta, logprobs: [] })),
    { type: 'response.output_text.done', ...inPart, text: part.text, logprobs: [] },
    { type: 'response.content_part.done', ...inPart, part },
    done,
  ];
}
