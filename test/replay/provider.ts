import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it reached the provider. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

export interface TestProvider {
  readonly url: string;
  readonly seen: SeenRequest[];
  close(): Promise<void>;
}

/** A loopback provider whose n-th answer (from 0) the test writes itself. */
export async function startProvider(
  answer: (request: SeenRequest, index: number, response: ServerResponse) => void | Promise<void>,
): Promise<TestProvider> {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      const request = { path: incoming.url ?? '', headers: incoming.headers, body };
      seen.push(request);
      void answer(request, seen.length - 1, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** A chat completion whose text is given. */
export function chatAnswer(text: string, id = 'chatcmpl-1'): object {
  return {
    id,
    object: 'chat.completion',
    created: 1,
    model: 'test-model',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop', logprobs: null }],
    usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
  };
}

/** A provider that never says the same thing twice. */
export interface DrawingProvider extends TestProvider {
  /** How many answers it has given. A test may set it, to tell a new answer from an old one. */
  draws: number;
  /** Requests are counted at once and answered after `release`. */
  hold(): void;
  release(): void;
}

/** Its answers are "draw 1", "draw 2" and so on, on each wire, as a chat stream where asked for one. */
export async function startDrawingProvider(): Promise<DrawingProvider> {
  let open: Promise<void> = Promise.resolve();
  let release = (): void => undefined;
  const tally = {
    draws: 0,
    hold: () => {
      open = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release(),
  };
  const provider = await startProvider(async (request, _, response) => {
    tally.draws += 1;
    await open;
    const { draws } = tally;
    const text = `draw ${draws}`;
    if (request.path.endsWith('/chat/completions')) {
      if (request.body.stream !== true) return sendJson(response, 200, chatAnswer(text, `chatcmpl-${draws}`));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(chatStream(text, `chatcmpl-${draws}`));
      return;
    }
    if (request.path.endsWith('/responses')) return sendJson(response, 200, responsesAnswer(text, `resp_${draws}`));
    if (request.path.endsWith('/v1/messages')) return sendJson(response, 200, anthropicAnswer(text, `msg_${draws}`));
    return sendJson(response, 404, {});
  });
  return Object.assign(tally, provider);
}

function chatStream(text: string, id: string): string {
  const chunk = (delta: object, finish: string | null): string =>
    `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  return `${chunk({ role: 'assistant', content: text }, null)}${chunk({}, 'stop')}data: [DONE]\n\n`;
}

function responsesAnswer(text: string, id: string): object {
  const content = [{ type: 'output_text', text, annotations: [] }];
  return {
    id,
    object: 'response',
    model: 'm',
    status: 'completed',
    output: [{ id: `${id}-0`, type: 'message', role: 'assistant', status: 'completed', content }],
  };
}

function anthropicAnswer(text: string, id: string): object {
  return {
    id,
    type: 'message',
    role: 'assistant',
    model: 'm',
    content: [{ type: 'text', text }],
    stop_reason: 'end_turn',
    usage: { input_tokens: 1, output_tokens: 1 },
  };
}
