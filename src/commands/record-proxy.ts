import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { type CaseAppender, type CaseDraft, openCaseAppender } from '../corpus/index.ts';
import { cut, messageOf, UserError } from '../errors.ts';
import { findOneSide } from '../gate/index.ts';
import {
  Conversations,
  openProxy,
  type PlacedEnd,
  type RecordingProxy,
  type SideServers,
  serversBeside,
  type Turn,
} from '../replay/index.ts';
import { emptyContract, type McpExchange, mergeContracts, type Redactor } from '../trace/index.ts';
import { type ReplayOptions, replayRequest, runName } from './options.ts';
import { ProgressLine } from './progress.ts';
import { withoutSecrets } from './record-cases.ts';
import { contractAt, keepContract, recordedNames } from './record-contract.ts';
import { redactionLines, redactorOf } from './redaction.ts';
import type { Surroundings } from './surroundings.ts';

interface RecordProxyOptions extends ReplayOptions {
  /** `port` or `host:port`. */
  readonly proxy: string;
  readonly out: string;
  readonly toolsUrl?: string;
  readonly conversationHeader?: string;
  readonly conversationMetadata?: string;
}

/** For answers that are on their way when recording ends. */
const GRACE_MS = 10_000;
const MAX_EXCHANGES = 1000;

/**
 * `pawl record --proxy`: stands between a running agent and its provider, passes everything on, and writes each turn of the
 * agent as a case when it has ended. It runs until it is ended, and then ends whole: what is on its way is still passed on.
 */
export async function recordProxyCommand(options: RecordProxyOptions, surroundings: Surroundings): Promise<number> {
  const request = await replayRequest('proxy', options, surroundings, new ProgressLine(surroundings));
  const { settings, repository } = await findOneSide({ ...request, ref: 'WORKTREE' });
  const redact = redactorOf(settings.redaction, [], surroundings);
  const conversations = new Conversations();
  const servers = serversBeside(
    settings.agent,
    { path: repository, parentEnvironment: request.environment },
    {
      called: (call, outcome) => conversations.tool({ call, outcome }),
      exchanged: (exchange) => recorder.exchanged(exchange),
      failed: (reason) => recorder.unrecorded(reason),
    },
  );
  const mcpFile = settings.mcpFile === null ? null : join(repository, settings.mcpFile);
  const contract = await openContract(servers, mcpFile);
  const file = await openCaseAppender(resolve(surroundings.directory, options.out));
  const recorder = new TurnRecorder(file, contract, redact, surroundings.now);
  try {
    const proxy = await open(options, {
      ...{ providers: settings.providers, toolsUrl: options.toolsUrl ?? null, mcp: servers.service },
      naming: {
        header: options.conversationHeader?.toLowerCase() ?? null,
        metadata: options.conversationMetadata ?? null,
      },
      ignored: settings.ignoredInRequests.map(({ pattern }) => pattern),
      onCall: (call) => recorder.take(conversations.add(call)),
      onTool: (made) => conversations.tool(made),
      onUnrecorded: (reason) => recorder.unrecorded(reason),
    });
    surroundings.warn(
      `recording on ${proxy.url}: OPENAI_BASE_URL=${proxy.url}/v1 ANTHROPIC_BASE_URL=${proxy.url} PAWL_MCP_URL=${proxy.url}/mcp; Ctrl-C ends`,
    );
    if (!surroundings.signal.aborted) await once(surroundings.signal, 'abort');
    await proxy.close(GRACE_MS);
    await recorder.written();
    await contract.keep();
    for (const note of servers.notes()) surroundings.warn(note);
    for (const line of recorder.lines(options.out, conversations)) surroundings.print(line);
    for (const line of redactionLines(redact)) surroundings.print(line);
    return 0;
  } finally {
    await file.close();
  }
}

async function open(
  { proxy }: RecordProxyOptions,
  options: Omit<Parameters<typeof openProxy>[0], 'host' | 'port'>,
): Promise<RecordingProxy> {
  const [, host = '127.0.0.1', port = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(proxy) ?? [];
  const number = Number(port);
  if (port === '' || number > 65_535)
    throw new UserError({
      where: '--proxy',
      message: `expected a port, or host:port, received ${cut(proxy, 80)}`,
      hint: null,
    });
  return openProxy({ host, port: number, ...options }).catch((error: unknown) => {
    throw new UserError({ where: '--proxy', message: messageOf(error), hint: 'name another port' });
  });
}

/** What the servers say of themselves, as the file will have it. */
interface KeptContract {
  /** A recorded tool's name. */
  nameOf(recorded: string): string;
  /** Writes it where there is more of it than last time. */
  keep(): Promise<void>;
}

async function openContract(servers: SideServers, file: string | null): Promise<KeptContract> {
  const older = file === null ? emptyContract : await contractAt(file);
  let kept = 0;
  return {
    nameOf: (recorded) => recordedNames(mergeContracts(older, servers.recorded()))(recorded),
    keep: async () => {
      const fresh = servers.recorded();
      if (fresh.exchanges.length === kept) return;
      await keepContract(fresh, file);
      kept = fresh.exchanges.length;
    },
  };
}

/** Turns as cases, one line each as soon as it has ended; what is no turn is counted. */
class TurnRecorder {
  readonly #file: CaseAppender;
  readonly #contract: KeptContract;
  readonly #redact: Redactor;
  readonly #now: Date;
  readonly #unrecorded = new Map<string, number>();
  #writing: Promise<void> = Promise.resolve();
  /** What MCP servers answered besides tool calls since the last turn ended: nothing says whose it was. */
  #exchanges: McpExchange[] = [];
  #cases = 0;

  constructor(file: CaseAppender, contract: KeptContract, redact: Redactor, now: Date) {
    this.#file = file;
    this.#contract = contract;
    this.#redact = redact;
    this.#now = now;
  }

  take({ conversation, turn, end }: PlacedEnd): void {
    if (end.kind === 'lost') this.unrecorded(`a turn of the agent: ${end.reason}`);
    if (end.kind !== 'turn') return;
    const draft = draftOf(end.turn, `${runName('proxy', this.#now)}-${conversation}`, turn, this.#now);
    const made = withoutSecrets({ ...draft, recordings: [this.#recordingOf(end.turn)] }, this.#redact);
    if ('problem' in made) this.unrecorded(made.problem);
    else {
      this.#cases += 1;
      this.#writing = this.#writing.then(() => this.#file.append(made.case)).then(() => this.#contract.keep());
    }
  }

  exchanged(exchange: McpExchange): void {
    if (this.#exchanges.length < MAX_EXCHANGES) this.#exchanges.push(exchange);
    else this.unrecorded(`an answer of the MCP server ${exchange.server} while no turn ended`);
  }

  #recordingOf({ steps, output }: Turn): CaseDraft['recordings'][number] {
    const mcp = this.#exchanges;
    this.#exchanges = [];
    const named = steps.map((step) =>
      step.kind === 'tool_call' ? { ...step, name: this.#contract.nameOf(step.name) } : step,
    );
    return { steps: named, output, ...(mcp.length === 0 ? {} : { mcp }) };
  }

  unrecorded(reason: string): void {
    this.#unrecorded.set(reason, (this.#unrecorded.get(reason) ?? 0) + 1);
  }

  /** Rejects where the disk did not take a case. */
  written(): Promise<void> {
    return this.#writing;
  }

  lines(out: string, conversations: Conversations): readonly string[] {
    const open = conversations.open();
    const unasked = conversations.unasked();
    const reasons = [...this.#unrecorded].sort(([, a], [, b]) => b - a);
    return [
      `${out}: ${this.#cases} cases written, each a turn of the agent`,
      ...(open === 0 ? [] : [`not recorded: turns that had not ended: ${open}`]),
      ...(unasked === 0 ? [] : [`not recorded: tool calls whose result no model was told: ${unasked}`]),
      ...reasons.map(([reason, count]) => `not recorded: ${count} × ${reason}`),
    ];
  }
}

/** A turn of a conversation is a case of its own, with its history as recorded; the conversation is their cluster. */
function draftOf(turn: Turn, conversation: string, number: number, now: Date): Omit<CaseDraft, 'recordings'> {
  return {
    id: `${conversation}-${number}`,
    status: 'active',
    source: { traceId: null, recordedAt: now.toISOString(), agentVersion: null, model: turn.model },
    ...{ slices: ['default'], cohorts: [], weight: 1, cluster: conversation },
    input: { messages: turn.input.messages.map(({ role, content }) => ({ role, content })) },
    expectations: null,
  };
}
