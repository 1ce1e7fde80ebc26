import { createHash } from 'node:crypto';

/** The part of a chat completion request that the stand-in reads; the rest of the body only decides its draws. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly { readonly function: ToolFunction }[];
  readonly stream?: boolean | null;
  readonly stream_options?: { readonly include_usage?: boolean } | null;
}

export interface ChatMessage {
  readonly role: string;
  readonly content?: string | null;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
  readonly tool_call_id?: string;
}

export interface ToolFunction {
  readonly name: string;
  readonly parameters?: {
    readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
    readonly required?: readonly string[];
  };
}

/** What the model does next. */
export type Answer =
  | { readonly kind: 'reply'; readonly text: string }
  | { readonly kind: 'call'; readonly tool: string; readonly arguments: Readonly<Record<string, string | number>> };

/** Names a request by what is asked: how the answer is to be transported does not count. */
export function hashRequest(request: ChatRequest): string {
  const { stream: _stream, stream_options: _options, ...asked } = request;
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

export function completionBody(request: ChatRequest, answer: Answer, id: string): object {
  return {
    ...envelope(request, id, 'chat.completion'),
    choices: [{ index: 0, message: messageOf(answer, id), logprobs: null, finish_reason: finishReason(answer) }],
    usage: usageOf(request, answer),
  };
}

/** The same answer as server-sent events: the role, the content or the arguments in pieces, the end, the usage. */
export function completionEvents(request: ChatRequest, answer: Answer, id: string): string {
  const start = envelope(request, id, 'chat.completion.chunk');
  const chunk = (delta: object, finish: string | null): object => ({
    ...start,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  });
  const chunks: object[] = [chunk({ role: 'assistant', content: answer.kind === 'reply' ? '' : null }, null)];
  if (answer.kind === 'reply') for (const piece of pieces(answer.text)) chunks.push(chunk({ content: piece }, null));
  else {
    const name = { index: 0, id: callId(id), type: 'function', function: { name: answer.tool, arguments: '' } };
    chunks.push(chunk({ tool_calls: [name] }, null));
    for (const piece of pieces(JSON.stringify(answer.arguments)))
      chunks.push(chunk({ tool_calls: [{ index: 0, function: { arguments: piece } }] }, null));
  }
  chunks.push(chunk({}, finishReason(answer)));
  if (request.stream_options?.include_usage === true)
    chunks.push({ ...start, choices: [], usage: usageOf(request, answer) });
  return `${chunks.map((each) => `data: ${JSON.stringify(each)}\n\n`).join('')}data: [DONE]\n\n`;
}

function envelope(request: ChatRequest, id: string, object: string): object {
  return { id: `chatcmpl-${id}`, object, created: 1_790_000_000, model: request.model, system_fingerprint: null };
}

function messageOf(answer: Answer, id: string): object {
  if (answer.kind === 'reply') return { role: 'assistant', content: answer.text, refusal: null };
  const called = { name: answer.tool, arguments: JSON.stringify(answer.arguments) };
  return {
    role: 'assistant',
    content: null,
    refusal: null,
    tool_calls: [{ id: callId(id), type: 'function', function: called }],
  };
}

function callId(id: string): string {
  return `call_${id.slice(0, 16)}`;
}

function finishReason(answer: Answer): string {
  return answer.kind === 'reply' ? 'stop' : 'tool_calls';
}

/** Four characters a token: near enough for a stand-in, and the same for both sides. */
function usageOf(request: ChatRequest, answer: Answer): object {
  const said = answer.kind === 'reply' ? answer.text : JSON.stringify(answer.arguments);
  const prompt = Math.ceil(JSON.stringify(request.messages).length / 4);
  const completion = Math.ceil(said.length / 4);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

function pieces(text: string): string[] {
  return text.match(/[\s\S]{1,24}/g) ?? [];
}
