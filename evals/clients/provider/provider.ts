import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { isJsonObject, type MessageWire, readRequest } from '../../../src/trace/index.ts';
import { chat } from './chat.ts';
import { messages } from './messages.ts';
import { respond } from './model.ts';
import { responses } from './responses.ts';
import type { SpokenWire } from './said.ts';

/** A provider on loopback that speaks the three wires and never gives an answer twice. */
export interface StandInProvider {
  /** Root of OpenAI's paths. */
  readonly openaiUrl: string;
  /** Root of Anthropic's. */
  readonly anthropicUrl: string;
  /** How many answers it has given. */
  draws(): number;
  close(): Promise<void>;
}

const SPOKEN: readonly (readonly [MessageWire, SpokenWire])[] = [
  ['openai-chat', chat],
  ['openai-responses', responses],
  ['anthropic-messages', messages],
];

export async function startStandIn(): Promise<StandInProvider> {
  let draws = 0;
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const path = (incoming.url ?? '').split('?', 1)[0] ?? '';
    const [wire, spoken] = SPOKEN.find(([, { path: end }]) => path.endsWith(end)) ?? [];
    if (wire === undefined || spoken === undefined) return send(outgoing, 404, { error: { message: `no ${path}` } });
    const body: unknown = await json(incoming);
    const request = readRequest(wire, body);
    if ('problem' in request || !isJsonObject(body)) return send(outgoing, 400, { error: { message: 'no request' } });
    draws += 1;
    const said = respond(request, draws);
    if (!request.stream) return send(outgoing, 200, spoken.whole(said));
    outgoing.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).end(spoken.streamed(said));
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => send(outgoing, 500, { error: { message: String(error) } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    openaiUrl: `${root}/v1`,
    anthropicUrl: root,
    draws: () => draws,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
