import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cut, messageOf } from '../errors.ts';
import { isJsonObject, nestedDeeperThan, type OtlpContent, parseJson, routeOf } from '../trace/index.ts';
import { readBody, readOtlpPost, send } from './http-exchange.ts';
import type { LiveTrial } from './live-trial.ts';
import type { McpService } from './mcp/service.ts';
import { answerModel, errorReply, type ModelBackend } from './model-endpoint.ts';
import type { ClosedNetwork } from './network.ts';
import { answerOtlp } from './otlp-endpoint.ts';
import { answerTool } from './tool-endpoint.ts';

/** The URLs of one lane of requests: a token in the path tells whose they are, so one port serves all trials. */
export interface GatewayUrls {
  readonly openai: string;
  readonly anthropic: string;
  readonly tools: string;
  readonly mcp: string;
  readonly otlp: string;
}

export interface Lease {
  readonly urls: GatewayUrls;
  /** Requests under these URLs belong to this trial until `unbind`. */
  bind(trial: LiveTrial): void;
  unbind(): void;
  /** Ends what the agent opened with its MCP servers. */
  endSessions(): Promise<void>;
  end(): Promise<void>;
}

export interface LeaseListener {
  /** A request for a model or a tool came while no trial was bound. */
  late(what: string): void;
  /** The agent's own spans and log records came: while a trial is bound, or later, since exporters send in batches. */
  telemetry(content: OtlpContent): void;
  /** The agent needs what no recording has, and asked for it while no trial was bound. */
  gap(reason: string): void;
}

/** The loopback server that stands for provider, tools and trace collector. */
export interface Gateway {
  /** `mcp` stands for the side's MCP servers. */
  lease(listener: LeaseListener, mcp: McpService): Lease;
  /** Where agents run that are to reach nobody else; null = in pawl's own network. */
  readonly network: ClosedNetwork | null;
  close(): Promise<void>;
}

const SUPPORTED =
  "OpenAI's chat completions, responses and embeddings and Anthropic's messages are, so call the model through one of them";
const MAX_ARGUMENT_LEVELS = 200;
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;
const PROTOCOL_HEADERS = ['anthropic-version', 'anthropic-beta', 'openai-beta'];

interface Binding {
  trial: LiveTrial | null;
  readonly listener: LeaseListener;
  readonly mcp: McpService;
}

/** `network` is where agents find it besides pawl's own; it is closed with the gateway. */
export async function openGateway(
  backend: ModelBackend,
  onDefect: (error: unknown) => void,
  network: ClosedNetwork | null = null,
): Promise<Gateway> {
  const bindings = new Map<string, Binding>();
  const makeServer = (): Server =>
    createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
      serve(backend, bindings, incoming, outgoing).catch((error: unknown) => {
        onDefect(error);
        send(outgoing, errorReply(500, messageOf(error)));
      });
    });
  const server = makeServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const port = (server.address() as AddressInfo).port;
  const servers = network === null ? [server] : [server, makeServer().listen(await network.listen(port))];
  return {
    lease: (listener, mcp) => {
      const token = randomUUID();
      const binding: Binding = { trial: null, listener, mcp };
      bindings.set(token, binding);
      const root = `http://127.0.0.1:${port}/t/${token}`;
      return {
        urls: {
          openai: `${root}/v1`,
          anthropic: root,
          tools: `${root}/tools`,
          mcp: `${root}/mcp`,
          otlp: `${root}/otlp`,
        },
        bind: (trial) => {
          binding.trial = trial;
        },
        unbind: () => {
          binding.trial = null;
        },
        endSessions: () => mcp.endLease(token),
        end: () => {
          bindings.delete(token);
          return mcp.endLease(token);
        },
      };
    },
    network,
    close: async () => {
      await Promise.all(servers.map(closeServer));
      network?.close();
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(
  backend: ModelBackend,
  bindings: ReadonlyMap<string, Binding>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const [, scope, token = '', ...rest] = (incoming.url ?? '').split('?', 1)[0]?.split('/') ?? [];
  const binding = scope === 't' ? bindings.get(token) : undefined;
  if (binding === undefined) return send(outgoing, errorReply(404, 'no trial has this URL'));
  if (rest[0] === 'otlp') return serveOtlp(binding.listener, incoming, rest.slice(1).join('/'), outgoing);
  if (rest[0] === 'mcp') return serveMcp(token, binding, incoming, rest.slice(1), outgoing);
  const { trial } = binding;
  if (trial === null) {
    binding.listener.late(`${incoming.method} /${rest.join('/')}`);
    return send(outgoing, errorReply(410, 'this trial has already answered'));
  }
  const read = await readBody(incoming, MAX_REQUEST_BYTES);
  if (read.kind === 'aborted') return;
  // The trial may have ended, or given its place to the next one, while the request was still coming in.
  if (trial.isStopped() || binding.trial !== trial) return send(outgoing, errorReply(410, 'this trial has ended'));
  if (read.kind === 'too_large')
    return send(outgoing, errorReply(413, `the request is larger than ${MAX_REQUEST_BYTES} bytes`));
  const text = read.bytes.toString('utf8');
  if (rest[0] === 'tools') return serveTool(trial, incoming, rest.slice(1), text, outgoing);
  return serveModel(backend, trial, incoming, `/${rest.join('/')}`, text, outgoing);
}

/**
 * A client connects when its process starts and says goodbye when it likes, with no trial running: such requests are
 * answered, and only those that belong to a trial come late.
 */
async function serveMcp(
  lease: string,
  binding: Binding,
  incoming: IncomingMessage,
  path: readonly string[],
  outgoing: ServerResponse,
): Promise<void> {
  const { trial, mcp, listener } = binding;
  const server = decoded(path[0]);
  if (server === null || path.length !== 1) return send(outgoing, errorReply(404, 'expected /mcp/<server>'));
  const read = await readBody(incoming, MAX_REQUEST_BYTES);
  if (read.kind === 'aborted') return;
  if (read.kind === 'too_large')
    return send(outgoing, errorReply(413, `the request is larger than ${MAX_REQUEST_BYTES} bytes`));
  if (trial?.isStopped() === true || binding.trial !== trial)
    return send(outgoing, errorReply(410, 'this trial has ended'));
  const { method = '', headers } = incoming;
  const text = read.bytes.toString('utf8');
  await mcp.serve({
    server,
    method,
    headers,
    text,
    trial,
    lease,
    outgoing,
    onLate: listener.late,
    onGap: listener.gap,
  });
}

async function serveModel(
  backend: ModelBackend,
  trial: LiveTrial,
  incoming: IncomingMessage,
  path: string,
  text: string,
  outgoing: ServerResponse,
): Promise<void> {
  const route = routeOf(path);
  if (route.kind === 'unsupported') {
    const message = `${route.provider} is not supported: ${SUPPORTED}`;
    trial.warn(`the agent asked for an API that pawl does not speak, and was refused: ${message}`);
    return send(outgoing, errorReply(404, message));
  }
  if (route.kind === 'unknown') {
    // Clients look whether anybody is there (GET, HEAD); only who posts wanted something of the agent's work.
    if (incoming.method === 'POST')
      trial.warn(`the agent posted to ${areaOf(path)}, which pawl does not speak, and was refused`);
    return send(outgoing, errorReply(404, `${incoming.method} ${path} is not supported: ${SUPPORTED}`));
  }
  const body = parseJson(text);
  if (incoming.method !== 'POST' || !isJsonObject(body))
    return send(outgoing, errorReply(400, 'expected a POST with a JSON object'));
  const headers = Object.fromEntries(
    PROTOCOL_HEADERS.flatMap((name) =>
      incoming.headers[name] === undefined ? [] : [[name, String(incoming.headers[name])]],
    ),
  );
  // A client that gives up while the provider is still thinking asks again, and must find its place free.
  const onAbandoned = (release: () => void): void => {
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) release();
    });
  };
  send(outgoing, await answerModel(backend, trial, route.wire, { body, text, headers, onAbandoned }));
}

/** The beginning of a path, without the ids that follow it. */
function areaOf(path: string): string {
  return cut(path.split('/').slice(0, 3).join('/'), 80);
}

async function serveTool(
  trial: LiveTrial,
  incoming: IncomingMessage,
  path: readonly string[],
  text: string,
  outgoing: ServerResponse,
): Promise<void> {
  const args = text === '' ? {} : parseJson(text);
  const name = decoded(path[0]);
  if (incoming.method !== 'POST' || args === undefined || name === null || path.length !== 1)
    return send(outgoing, errorReply(400, 'expected POST /tools/<name> with the arguments as JSON'));
  if (nestedDeeperThan(args, MAX_ARGUMENT_LEVELS))
    return send(outgoing, errorReply(400, `expected arguments of at most ${MAX_ARGUMENT_LEVELS} levels of nesting`));
  const reply = await answerTool(trial, name, args);
  send(outgoing, {
    httpStatus: reply.httpStatus,
    contentType: 'application/json',
    body: JSON.stringify(reply.body),
  });
}

async function serveOtlp(
  listener: LeaseListener,
  incoming: IncomingMessage,
  path: string,
  outgoing: ServerResponse,
): Promise<void> {
  const post = await readOtlpPost(incoming, path, MAX_REQUEST_BYTES);
  if (post === null) return;
  send(outgoing, await answerOtlp(post, MAX_REQUEST_BYTES, (content) => listener.telemetry(content)));
}

/** A path segment as it was meant; null where it is empty or badly escaped. */
function decoded(segment: string | undefined): string | null {
  try {
    return segment === undefined || segment === '' ? null : decodeURIComponent(segment);
  } catch {
    return null;
  }
}
