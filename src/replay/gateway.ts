import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cut, messageOf } from '../errors.ts';
import { isJsonObject, nestedDeeperThan, type OtlpContent, parseJson, routeOf, unspokenApi } from '../trace/index.ts';
import { type HttpCall, nodeCall, readOtlpPost } from './http-exchange.ts';
import type { LiveTrial } from './live-trial.ts';
import type { McpService } from './mcp/service.ts';
import { answerModel, errorReply, type ModelBackend } from './model-endpoint.ts';
import type { ClosedNetwork } from './network.ts';
import { answerOtlp } from './otlp-endpoint.ts';
import { type PlainServer, plainServer } from './plain-http.ts';
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
  const answer = (call: HttpCall): void => {
    serve(backend, bindings, call).catch((error: unknown) => {
      onDefect(error);
      call.reply(errorReply(500, messageOf(error)));
    });
  };
  const own = serverOf(answer);
  await new Promise<void>((resolve, reject) => {
    own.server.once('error', reject);
    own.server.listen(0, '127.0.0.1', resolve);
  });
  const port = (own.server.address() as AddressInfo).port;
  const servers = [own];
  if (network !== null) {
    const theirs = serverOf(answer);
    theirs.server.listen(await network.listen(port));
    servers.push(theirs);
  }
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

function serverOf(serveCall: (call: HttpCall) => void): PlainServer {
  const whole = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) =>
    serveCall(nodeCall(incoming, outgoing, MAX_REQUEST_BYTES)),
  );
  return plainServer({ whole, isPlain, maxBytes: MAX_REQUEST_BYTES, serve: serveCall });
}

function closeServer({ server, closeConnections }: PlainServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    closeConnections();
  });
}

/** What an MCP client asks for may be answered by a stream that stays open. */
function isPlain(method: string, url: string): boolean {
  return method === 'POST' && !/^\/t\/[^/]*\/mcp(?:[/?]|$)/.test(url);
}

async function serve(backend: ModelBackend, bindings: ReadonlyMap<string, Binding>, call: HttpCall): Promise<void> {
  const [, scope, token = '', ...rest] = call.url.split('?', 1)[0]?.split('/') ?? [];
  const binding = scope === 't' ? bindings.get(token) : undefined;
  if (binding === undefined) return call.reply(errorReply(404, 'no trial has this URL'));
  if (rest[0] === 'otlp') return serveOtlp(binding.listener, call, rest.slice(1).join('/'));
  if (rest[0] === 'mcp') return serveMcp(token, binding, call, rest.slice(1));
  const { trial } = binding;
  if (trial === null) {
    binding.listener.late(`${call.method} /${rest.join('/')}`);
    return call.reply(errorReply(410, 'this trial has already answered'));
  }
  const read = await call.body();
  if (read.kind === 'aborted') return;
  // The trial may have ended, or given its place to the next one, while the request was still coming in.
  if (trial.isStopped() || binding.trial !== trial) return call.reply(errorReply(410, 'this trial has ended'));
  if (read.kind === 'too_large') return call.reply(tooLarge);
  const text = read.bytes.toString('utf8');
  if (rest[0] === 'tools') return serveTool(trial, call, rest.slice(1), text);
  return serveModel(backend, trial, call, `/${rest.join('/')}`, text);
}

const tooLarge = errorReply(413, `the request is larger than ${MAX_REQUEST_BYTES} bytes`);

/**
 * A client connects when its process starts and says goodbye when it likes, with no trial running: such requests are
 * answered, and only those that belong to a trial come late.
 */
async function serveMcp(lease: string, binding: Binding, call: HttpCall, path: readonly string[]): Promise<void> {
  const { trial, mcp, listener } = binding;
  const server = decoded(path[0]);
  if (server === null || path.length !== 1 || call.node === null)
    return call.reply(errorReply(404, 'expected /mcp/<server>'));
  const read = await call.body();
  if (read.kind === 'aborted') return;
  if (read.kind === 'too_large') return call.reply(tooLarge);
  if (trial?.isStopped() === true || binding.trial !== trial)
    return call.reply(errorReply(410, 'this trial has ended'));
  const { incoming, outgoing } = call.node;
  await mcp.serve({
    ...{ server, method: call.method, headers: incoming.headers, text: read.bytes.toString('utf8'), trial, lease },
    ...{ outgoing, onLate: listener.late, onGap: listener.gap },
  });
}

async function serveModel(
  backend: ModelBackend,
  trial: LiveTrial,
  call: HttpCall,
  path: string,
  text: string,
): Promise<void> {
  const route = routeOf(path);
  const unspoken = call.method === 'POST' ? unspokenApi(path) : null;
  if (unspoken !== null) trial.recorder.unspoken(unspoken);
  if (route.kind === 'unsupported') {
    const message = `${route.provider} is not supported: ${SUPPORTED}`;
    trial.warn(`the agent asked for an API that pawl does not speak, and was refused: ${message}`);
    return call.reply(errorReply(404, message));
  }
  if (route.kind === 'unknown') {
    // Clients look whether anybody is there (GET, HEAD); only who posts wanted something of the agent's work.
    if (call.method === 'POST')
      trial.warn(`the agent posted to ${areaOf(path)}, which pawl does not speak, and was refused`);
    return call.reply(errorReply(404, `${call.method} ${path} is not supported: ${SUPPORTED}`));
  }
  const body = parseJson(text);
  if (call.method !== 'POST' || !isJsonObject(body))
    return call.reply(errorReply(400, 'expected a POST with a JSON object'));
  const headers: Record<string, string> = {};
  for (const name of PROTOCOL_HEADERS) {
    const value = call.header(name);
    if (value !== undefined) headers[name] = value;
  }
  // A client that gives up while the provider is still thinking asks again, and must find its place free.
  const onAbandoned = (release: () => void): void => call.onLost(release);
  const reply = await answerModel(backend, trial, route.wire, { body, text, headers, onAbandoned });
  call.reply(reply);
  // In the same turn: neither the agent's next request nor the end of its trial can come before.
  reply.afterwards?.();
}

/** The beginning of a path, without the ids that follow it. */
function areaOf(path: string): string {
  return cut(path.split('/').slice(0, 3).join('/'), 80);
}

async function serveTool(trial: LiveTrial, call: HttpCall, path: readonly string[], text: string): Promise<void> {
  const args = text === '' ? {} : parseJson(text);
  const name = decoded(path[0]);
  if (call.method !== 'POST' || args === undefined || name === null || path.length !== 1)
    return call.reply(errorReply(400, 'expected POST /tools/<name> with the arguments as JSON'));
  if (nestedDeeperThan(args, MAX_ARGUMENT_LEVELS))
    return call.reply(errorReply(400, `expected arguments of at most ${MAX_ARGUMENT_LEVELS} levels of nesting`));
  const reply = await answerTool(trial, name, args);
  call.reply({ httpStatus: reply.httpStatus, contentType: 'application/json', body: JSON.stringify(reply.body) });
}

async function serveOtlp(listener: LeaseListener, call: HttpCall, path: string): Promise<void> {
  const post = await readOtlpPost(call, path);
  if (post === null) return;
  call.reply(await answerOtlp(post, MAX_REQUEST_BYTES, (content) => listener.telemetry(content)));
}

/** A path segment as it was meant; null where it is empty or badly escaped. */
function decoded(segment: string | undefined): string | null {
  try {
    return segment === undefined || segment === '' ? null : decodeURIComponent(segment);
  } catch {
    return null;
  }
}
