import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves on 127.0.0.1, on a free port. A handler that throws is a defect: it answers 500 with the message. */
export async function serve(handle: (path: string, body: string, response: ServerResponse) => void): Promise<Served> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sendJson(response, 500, { error: String(error) }));
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    handle(request.url ?? '/', await text(request), response);
  }
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
