import { once } from 'node:events';
import { resolve } from 'node:path';
import { type CaseAppender, type CaseDraft, openCaseAppender } from '../corpus/index.ts';
import { cut, messageOf, UserError } from '../errors.ts';
import { findOneSide } from '../gate/index.ts';
import { Conversations, openProxy, type PlacedEnd, type RecordingProxy, type Turn } from '../replay/index.ts';
import type { Redactor } from '../trace/index.ts';
import { type ReplayOptions, replayRequest, runName } from './options.ts';
import { ProgressLine } from './progress.ts';
import { withoutSecrets } from './record-cases.ts';
import { redactionLines, redactorOf } from './redaction.ts';
import type { Surroundings } from './surroundings.ts';

export interface RecordProxyOptions extends ReplayOptions {
  /** `port` or `host:port`. */
  readonly proxy: string;
  readonly out: string;
  readonly toolsUrl?: string;
  readonly conversationHeader?: string;
  readonly conversationMetadata?: string;
}

/** For answers that are on their way when recording ends. */
const GRACE_MS = 10_000;

/**
 * `pawl record --proxy`: stands between a running agent and its provider, passes everything on, and writes each turn of the
 * agent as a case when it has ended. It runs until it is ended, and then ends whole: what is on its way is still passed on.
 */
export async function recordProxyCommand(options: RecordProxyOptions, surroundings: Surroundings): Promise<number> {
  const request = await replayRequest('proxy', options, surroundings, new ProgressLine(surroundings));
  const { settings } = await findOneSide({ ...request, ref: 'WORKTREE' });
  const redact = redactorOf(settings.redaction, [], surroundings);
  const file = await openCaseAppender(resolve(surroundings.directory, options.out));
  const recorder = new TurnRecorder(file, redact, surroundings.now);
  try {
    const conversations = new Conversations();
    const proxy = await open(options, {
      ...{ providers: settings.providers, toolsUrl: options.toolsUrl ?? null },
      naming: {
        header: options.conversationHeader?.toLowerCase() ?? null,
        metadata: options.conversationMetadata ?? null,
      },
      ignored: settings.ignoredInRequests.map(({ pattern }) => pattern),
      onCall: (call) => recorder.take(conversations.add(call)),
      onTool: (call, outcome) => conversations.tool(call, outcome),
      onUnrecorded: (reason) => recorder.unrecorded(reason),
    });
    surroundings.warn(
      `recording on ${proxy.url}: OPENAI_BASE_URL=${proxy.url}/v1 ANTHROPIC_BASE_URL=${proxy.url}; Ctrl-C ends`,
    );
    if (!surroundings.signal.aborted) await once(surroundings.signal, 'abort');
    await proxy.close(GRACE_MS);
    await recorder.written();
    for (const line of recorder.lines(options.out, conversations.open())) surroundings.print(line);
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

/** Turns as cases, one line each as soon as it has ended; what is no turn is counted. */
class TurnRecorder {
  readonly #file: CaseAppender;
  readonly #redact: Redactor;
  readonly #now: Date;
  readonly #unrecorded = new Map<string, number>();
  #writing: Promise<void> = Promise.resolve();
  #cases = 0;

  constructor(file: CaseAppender, redact: Redactor, now: Date) {
    this.#file = file;
    this.#redact = redact;
    this.#now = now;
  }

  take({ conversation, turn, end }: PlacedEnd): void {
    if (end.kind === 'lost') this.unrecorded(`a turn of the agent: ${end.reason}`);
    if (end.kind !== 'turn') return;
    const made = withoutSecrets(
      draftOf(end.turn, `${runName('proxy', this.#now)}-${conversation}`, turn, this.#now),
      this.#redact,
    );
    if ('problem' in made) this.unrecorded(made.problem);
    else {
      this.#cases += 1;
      this.#writing = this.#writing.then(() => this.#file.append(made.case));
    }
  }

  unrecorded(reason: string): void {
    this.#unrecorded.set(reason, (this.#unrecorded.get(reason) ?? 0) + 1);
  }

  /** Rejects where the disk did not take a case. */
  written(): Promise<void> {
    return this.#writing;
  }

  lines(out: string, open: number): readonly string[] {
    const reasons = [...this.#unrecorded].sort(([, a], [, b]) => b - a);
    return [
      `${out}: ${this.#cases} cases written, each a turn of the agent`,
      ...(open === 0 ? [] : [`not recorded: turns that had not ended: ${open}`]),
      ...reasons.map(([reason, count]) => `not recorded: ${count} × ${reason}`),
    ];
  }
}

/** A turn of a conversation is a case of its own, with its history as recorded; the conversation is their cluster. */
function draftOf(turn: Turn, conversation: string, number: number, now: Date): CaseDraft {
  return {
    id: `${conversation}-${number}`,
    status: 'active',
    source: { traceId: null, recordedAt: now.toISOString(), agentVersion: null, model: turn.model },
    ...{ slices: ['default'], cohorts: [], weight: 1, cluster: conversation },
    input: { messages: turn.input.messages.map(({ role, content }) => ({ role, content })) },
    recordings: [{ steps: turn.steps, output: turn.output }],
    expectations: null,
  };
}
