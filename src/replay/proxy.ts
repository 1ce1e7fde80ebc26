import {
  createServer,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { messageOf } from '../errors.ts';
import { routeOf } from '../trace/index.ts';
import type { ProviderSpec } from './agent.ts';
import { passedOn } from './http-exchange.ts';
import type { McpService } from './mcp/service.ts';
import { errorReply } from './model-endpoint.ts';
import { type Exchange, type Naming, passedCall, passedTool } from './passed.ts';
import type { KnownCall, PassedCall } from './turns.ts';
import { PATHS } from './upstream.ts';

interface ProxyOptions {
  readonly host: string;
  /** 0 = any that is free. */
  readonly port: number;
  readonly providers: readonly ProviderSpec[];
  /** Root of the real tools, for agents that call them at `/tools/<name>`; null = there are none. */
  readonly toolsUrl: string | null;
  /** Stands before the MCP servers, at `/mcp/<name>`. */
  readonly mcp: McpService;
  readonly naming: Naming;
  readonly ignored: readonly RegExp[];
  readonly onCall: (call: PassedCall) => void;
  readonly onTool: (made: KnownCall) => void;
  /** Something passed, or was refused, that cannot be recorded. */
  readonly onUnrecorded: (reason: string) => void;
}

/** Stands between a running agent and its provider: passes everything on as it comes, and tells what passed. */
export interface RecordingProxy {
  /** `http://host:port`. */
  readonly url: string;
  /** Takes no new request, and waits so long for those on their way. */
  close(graceMs: number): Promise<void>;
}

/** Past this an answer is passed on and not recorded. */
const MAX_RECORDED_BYTES = 64 * 1024 * 1024;

export async function openProxy(options: ProxyOptions): Promise<RecordingProxy> {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const listening = new Set<ServerResponse>();
  const server = createServer((incoming, outgoing) => {
    const mcp = /^\/mcp\/([^/?]+)/.exec(incoming.url ?? '')?.[1];
    if (mcp !== undefined && incoming.method === 'GET') {
      listening.add(outgoing);
      outgoing.once('close', () => listening.delete(outgoing));
    }
    const passed =
      mcp === undefined ? pass(options, agents, incoming, outgoing) : passMcp(options, mcp, incoming, outgoing);
    passed.catch((error: unknown) => {
      options.onUnrecorded('a request or its answer broke off');
      refuse(outgoing, 502, messageOf(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host}:${port}`,
    close: async (graceMs) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Streams for what MCP servers say unasked are not ended by anybody else.
      for (const stream of listening) stream.destroy();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
      await options.mcp.endLease(LEASE);
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** All MCP sessions of a proxy end with it. */
const LEASE = 'proxy';

async function passMcp(
  { mcp }: ProxyOptions,
  name: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { method = '', headers } = incoming;
  const text = (await buffer(incoming)).toString('utf8');
  const http = { server: decodeURIComponent(name), method, headers, text, trial: null, lease: LEASE, outgoing };
  await mcp.serve({ ...http, onLate: () => undefined, onGap: () => undefined });
}

interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

async function pass(
  options: ProxyOptions,
  agents: Agents,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const [path = '/', search] = (incoming.url ?? '/').split('?', 2);
  const target = targetOf(options, path, incoming);
  const body = await buffer(incoming);
  if ('refusal' in target) {
    options.onUnrecorded(target.refusal);
    return refuse(outgoing, 404, target.refusal);
  }
  const url = new URL(search === undefined ? target.url : `${target.url}?${search}`);
  const headers = { ...passedOn(incoming.headers), 'content-length': body.length, 'accept-encoding': 'identity' };
  const answer = await ask(url, agents, { method: incoming.method ?? 'GET', headers }, body, outgoing);
  outgoing.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
  const received = await passBack(answer, outgoing);
  const exchange: Exchange = {
    requestHeaders: incoming.headers,
    request: body.toString('utf8'),
    status: answer.statusCode ?? 0,
    contentType: answer.headers['content-type'] ?? '',
    contentEncoding: answer.headers['content-encoding'] ?? 'identity',
    answer: received,
  };
  record(options, target, exchange);
  outgoing.end();
}

type Target =
  | { readonly kind: 'model'; readonly url: string; readonly wire: PassedCall['request']['wire'] }
  | { readonly kind: 'tool'; readonly url: string; readonly name: string }
  | { readonly kind: 'other'; readonly url: string }
  | { readonly refusal: string };

function targetOf({ providers, toolsUrl }: ProxyOptions, path: string, { headers }: IncomingMessage): Target {
  const tool = /^\/tools\/([^/]+)$/.exec(path)?.[1];
  if (tool !== undefined) {
    if (toolsUrl === null) return { refusal: 'a tool was called at /tools, and there is no --tools-url' };
    return { kind: 'tool', url: `${toolsUrl.replace(/\/+$/, '')}/${tool}`, name: decodeURIComponent(tool) };
  }
  const route = routeOf(path);
  if (route.kind === 'unsupported') return { refusal: `${route.provider} is not supported` };
  const isAnthropic = headers['anthropic-version'] !== undefined;
  const provider = providers.find(({ name, wires }) =>
    route.kind === 'model' ? wires.includes(route.wire) : (name === 'anthropic') === isAnthropic,
  );
  if (provider === undefined) return { refusal: 'no provider is configured for this request' };
  const root = provider.baseUrl.replace(/\/+$/, '');
  if (route.kind === 'model') return { kind: 'model', url: `${root}${PATHS[route.wire]}`, wire: route.wire };
  // OpenAI's base URL ends in /v1 already, and so do the paths of its clients.
  return { kind: 'other', url: `${root}${isAnthropic ? path : path.replace(/^\/v1(?=\/)/, '')}` };
}

function ask(
  url: URL,
  agents: Agents,
  { method, headers }: { readonly method: string; readonly headers: Readonly<Record<string, string | number>> },
  body: Buffer,
  outgoing: ServerResponse,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const agent = secure ? agents.https : agents.http;
    const asked = (secure ? httpsRequest : httpRequest)(url, { method, headers, agent }, resolve);
    // Who gives up must not keep the provider busy.
    outgoing.once('close', () => asked.destroy());
    asked.once('error', reject).end(body);
  });
}

/** Each piece as it comes; null = too large to be recorded. */
async function passBack(answer: IncomingMessage, outgoing: ServerResponse): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    outgoing.write(chunk);
    size += chunk.length;
    if (size <= MAX_RECORDED_BYTES) chunks.push(chunk);
  }
  return size <= MAX_RECORDED_BYTES ? Buffer.concat(chunks) : null;
}

function record(options: ProxyOptions, target: Exclude<Target, { refusal: string }>, exchange: Exchange): void {
  switch (target.kind) {
    case 'other':
      options.onUnrecorded('no model request: passed on');
      break;
    case 'tool': {
      const tool = passedTool(target.name, exchange);
      if ('problem' in tool) options.onUnrecorded(tool.problem);
      else options.onTool(tool);
      break;
    }
    case 'model': {
      const passed = passedCall(target.wire, exchange, options);
      if ('problem' in passed) options.onUnrecorded(passed.problem);
      else options.onCall(passed.call);
      break;
    }
    default:
      throw new Error(`unknown target ${target satisfies never}`);
  }
}

function refuse(outgoing: ServerResponse, status: number, message: string): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  const { contentType, body } = errorReply(status, message);
  outgoing.writeHead(status, { 'content-type': contentType }).end(body);
}
