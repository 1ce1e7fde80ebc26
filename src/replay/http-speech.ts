import { type RequestOptions, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { cut, messageOf } from '../errors.ts';
import { isJsonObject, type Json, parseJson } from '../trace/index.ts';
import type { HttpSpec } from './agent.ts';
import type { Child } from './child.ts';
import type { ClosedNetwork } from './network.ts';
import { listensOn } from './port-owner.ts';
import type { Hear, Speech } from './speech.ts';
import { depthFault, garbage, readWorkerLine, type WorkerLine } from './worker-protocol.ts';

const MAX_BODY_BYTES = 64 * 1024 ** 2;
const PROBE_INTERVAL_MS = 50;
const PROBE_TIMEOUT_MS = 2000;
/** For a server that breaks a connection off and then answers nobody: it is about to end, and its end says more. */
const END_GRACE_MS = 5000;

/** Where an agent's server is found: on loopback, of a closed network or of pawl's own. */
export interface AgentPort {
  readonly port: number;
  /** null = pawl's own. */
  readonly network: ClosedNetwork | null;
}

/** Protocol `http`: the agent is a server on loopback; each trial is a POST of the worker's line. */
export function speakByHttp(child: Child, at: AgentPort, spec: HttpSpec, hear: Hear): Speech {
  // What a server prints is its log.
  child.stdout.resume();
  return {
    ready: waitUntilHealthy(child, at, spec),
    give: (id, line) => void post(child, at, spec, line).then((reply) => hear(readReply(id, reply), reply.text)),
  };
}

async function waitUntilHealthy(child: Child, at: AgentPort, spec: HttpSpec): Promise<string | null> {
  const { healthPath, startTimeoutMs } = spec;
  const untilMs = performance.now() + startTimeoutMs;
  for (let last = 'no answer'; ; ) {
    if (child.hasEnded()) return null;
    const asked = await ask(at, { method: 'GET', path: healthPath, body: null, timeoutMs: PROBE_TIMEOUT_MS });
    if (asked.kind === 'answer' && asked.status >= 200 && asked.status < 300) return whyNotIts(child, at);
    last = asked.kind === 'answer' ? `status ${asked.status}` : asked.why;
    if (performance.now() >= untilMs)
      return `the agent did not answer GET ${healthPath} on port ${at.port} with success within ${startTimeoutMs / 1000} s (last: ${last})`;
    await delay(PROBE_INTERVAL_MS, undefined, { ref: false });
  }
}

/** Whoever had the port before the agent must not answer its trials. null = it is the agent's, as far as can be told. */
function whyNotIts(child: Child, { port, network }: AgentPort): string | null {
  const processes = child.processes();
  if (processes === null || listensOn(port, processes, network?.pid ?? null) !== false) return null;
  return `port ${port} is answered by a process that the agent's command did not start`;
}

type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string }
  | { readonly kind: 'broken'; readonly why: string; readonly text: '' };

/** The trial's own time limit ends the process, and so the request. */
async function post(child: Child, at: AgentPort, spec: HttpSpec, line: string): Promise<Reply> {
  const reply = await ask(at, { method: 'POST', path: spec.path, body: line, timeoutMs: null });
  if (reply.kind === 'answer') return reply;
  const probe = await ask(at, { method: 'GET', path: spec.healthPath, body: null, timeoutMs: PROBE_TIMEOUT_MS });
  if (probe.kind === 'broken') await Promise.race([child.exit, delay(END_GRACE_MS, undefined, { ref: false })]);
  return reply;
}

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string | null;
  /** null = as long as it takes. */
  readonly timeoutMs: number | null;
}

async function ask({ port, network }: AgentPort, asked: Asked): Promise<Reply> {
  if (network === null) return exchange({ host: '127.0.0.1', port, agent: false }, asked);
  try {
    const socket = await network.connect(port);
    return await exchange({ host: '127.0.0.1', port, createConnection: () => socket }, asked);
  } catch (error) {
    return broken(error);
  }
}

function broken(error: unknown): Reply {
  return { kind: 'broken', why: cut(messageOf(error), 200), text: '' };
}

function exchange(to: RequestOptions, { method, path, body, timeoutMs }: Asked): Promise<Reply> {
  return new Promise((resolve) => {
    const fail = (error: unknown): void => resolve(broken(error));
    const headers =
      body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asking = request({ ...to, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
        else asking.destroy(new Error(`an answer of more than ${MAX_BODY_BYTES} bytes`));
      });
      response.on('end', () => {
        resolve({ kind: 'answer', status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
      });
      response.on('error', fail);
    });
    if (timeoutMs !== null)
      asking.setTimeout(timeoutMs, () => asking.destroy(new Error(`no answer in ${timeoutMs} ms`)));
    asking.on('error', fail).end(body ?? undefined);
  });
}

const EXPECTED = 'status 200 with JSON {"output"} or {"error"}';

/** The answer's `id` may be left out: the connection says whose it is. */
function readReply(id: string, reply: Reply): WorkerLine {
  if (reply.kind === 'broken') return { kind: 'error', id, message: `the connection to the agent broke: ${reply.why}` };
  const { status, text } = reply;
  if (status !== 200) return { kind: 'error', id, message: cut(`status ${status}: ${text}`, 2000) };
  const value: Json | undefined = parseJson(text);
  if (!isJsonObject(value)) return garbage(text, EXPECTED);
  const deep = depthFault(value, text);
  return deep ?? readWorkerLine(JSON.stringify({ ...value, id }));
}
