import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageOf } from '../errors.ts';
import type { OtlpContent } from '../trace/index.ts';
import { nodeCall, readOtlpPost } from './http-exchange.ts';
import { answerOtlp } from './otlp-endpoint.ts';

/** A server that receives OTLP over HTTP, as a collector does. */
interface Collector {
  /** `http://127.0.0.1:4318`: what goes into OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  /** Answers what has been asked, then ends. */
  close(): Promise<void>;
}

const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

/**
 * Listens on `host` and `port` (0 = any) and gives the content of every request to `take`, before the client is told that it
 * was received. What `take` throws the client hears as 503, after which exporters send again.
 */
export async function openCollector(
  host: string,
  port: number,
  take: (content: OtlpContent) => void,
): Promise<Collector> {
  const server = createServer((incoming, outgoing) => {
    const call = nodeCall(incoming, outgoing, MAX_REQUEST_BYTES);
    const path = call.url.split('?', 1)[0]?.replace(/^\//, '') ?? '';
    readOtlpPost(call, path)
      .then(async (post) => {
        if (post !== null) call.reply(await answerOtlp(post, MAX_REQUEST_BYTES, take));
      })
      .catch((error: unknown) => {
        call.reply({
          httpStatus: 503,
          contentType: 'application/json',
          body: JSON.stringify({ message: messageOf(error) }),
        });
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
