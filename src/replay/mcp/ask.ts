import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../../errors.ts';
import { type JsonObject, type McpExchange, type RpcOutcome, rpcRequest } from '../../trace/index.ts';
import type { Child } from '../child.ts';
import { StdioServer } from './stdio-server.ts';

const PROTOCOL_VERSION = '2025-11-25';
const MAX_PAGES = 100;
const MAX_WAIT_MS = 20_000;

/** The lists of a server, by the capability that announces them. */
const LISTS: readonly (readonly [capability: string, method: string])[] = [
  ['tools', 'tools/list'],
  ['prompts', 'prompts/list'],
  ['resources', 'resources/list'],
  ['resources', 'resources/templates/list'],
];

/**
 * Asks a server, just started, what it says of itself, and ends it. `initialize` are the parameters that the agent's own
 * client was recorded with: some servers list more to a client that can do more.
 * @throws Error where it does not answer.
 */
export async function askServer(server: string, child: Child, initialize: JsonObject): Promise<readonly McpExchange[]> {
  const waiting = new Map<unknown, (outcome: RpcOutcome) => void>();
  const stdio = new StdioServer(child, (message) => {
    if (message.kind === 'response') waiting.get(message.id)?.(message.outcome);
  });
  const over = new AbortController();
  const lost = Promise.race([
    stdio.ended,
    delay(MAX_WAIT_MS, `no answer within ${MAX_WAIT_MS / 1000} s`, { signal: over.signal }).catch(messageOf),
  ]).then((reason): never => {
    throw new Error(reason);
  });
  const ask = async (method: string, params: JsonObject): Promise<McpExchange> => {
    const id = waiting.size;
    const answered = new Promise<RpcOutcome>((resolve) => waiting.set(id, resolve));
    stdio.send(rpcRequest(id, method, params));
    return { server, method, params, outcome: await Promise.race([answered, lost]) };
  };
  try {
    const started = await ask('initialize', { protocolVersion: PROTOCOL_VERSION, capabilities: {}, ...initialize });
    if (started.outcome.kind === 'error') throw new Error(`initialize: ${JSON.stringify(started.outcome.value)}`);
    stdio.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    const announced = Object(started.outcome.value.capabilities);
    const methods = LISTS.filter(([capability]) => Object.hasOwn(announced, capability)).map(([, method]) => method);
    const exchanges = [started];
    for (const method of methods) exchanges.push(...(await pages(method, ask)));
    return exchanges;
  } finally {
    over.abort();
    await stdio.close();
  }
}

async function pages(
  method: string,
  ask: (method: string, params: JsonObject) => Promise<McpExchange>,
): Promise<readonly McpExchange[]> {
  const all: McpExchange[] = [];
  let params: JsonObject = {};
  while (all.length < MAX_PAGES) {
    const page = await ask(method, params);
    all.push(page);
    const cursor = page.outcome.kind === 'result' ? page.outcome.value.nextCursor : undefined;
    if (typeof cursor !== 'string') return all;
    params = { cursor };
  }
  throw new Error(`${method} has more than ${MAX_PAGES} pages`);
}
