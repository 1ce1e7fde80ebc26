import { type Call, callText, type Message, type ToolOutcome } from '../trace/index.ts';

/** A tool result in a model request that no answer of the gateway accounts for: the agent ran that tool by itself. */
export interface OwnResult {
  /** The same for the same result in a later request, which repeats it. */
  readonly key: string;
  /** Which tool result of the request it is, from 0. */
  readonly index: number;
  readonly call: Call;
  readonly outcome: Exclude<ToolOutcome, { kind: 'missing' }>;
}

/** Tells, within one trial, the results of the gateway from those of tools in the agent's own process. */
export class OwnResults {
  /** What the model asked for, by call id; some providers give the same id again and again. */
  readonly #asked = new Map<string, Call[]>();
  /** Calls served by the gateway whose results have not come by on the model's wire yet. */
  readonly #served: Call[] = [];
  readonly #isOwn = new Map<string, boolean>();

  asked(answer: Message): void {
    for (const part of answer.parts) {
      if (part.kind !== 'tool_call') continue;
      const calls = this.#asked.get(part.id) ?? [];
      calls.push({ name: part.name, arguments: part.arguments });
      this.#asked.set(part.id, calls);
    }
  }

  served(call: Call): void {
    this.#served.push(call);
  }

  /** Results of calls that this trial's model did not make (a conversation's history) are nobody's. */
  in(messages: readonly Message[]): readonly OwnResult[] {
    const own: OwnResult[] = [];
    const repeated = new Map<string, Call>();
    const counts = new Map<string, number>();
    let index = 0;
    for (const part of messages.flatMap((message) => message.parts)) {
      if (part.kind === 'tool_call') repeated.set(part.id, part);
      if (part.kind !== 'tool_result') continue;
      const call = this.#callOf(part.id, repeated.get(part.id));
      if (call !== null) {
        const text = `${part.id} ${callText(call)}`;
        const count = counts.get(text) ?? 0;
        counts.set(text, count + 1);
        const key = `${count} ${text}`;
        const outcome = { kind: part.isError ? 'error' : 'result', value: part.result } as const;
        if (this.#decide(key, call)) own.push({ key, index, call, outcome });
      }
      index += 1;
    }
    return own;
  }

  /** As the model made it; which one of several with this id, the request's own repetition of it says. */
  #callOf(id: string, repeated: Call | undefined): Call | null {
    const calls = this.#asked.get(id);
    if (calls === undefined) return null;
    const same = repeated === undefined ? undefined : calls.find((call) => callText(call) === callText(repeated));
    return same ?? calls.at(-1) ?? null;
  }

  #decide(key: string, call: Call): boolean {
    const known = this.#isOwn.get(key);
    if (known !== undefined) return known;
    const served = this.#servedAs(call);
    if (served !== -1) this.#served.splice(served, 1);
    this.#isOwn.set(key, served === -1);
    return served === -1;
  }

  /** An agent may change a call's arguments on its way to the tool, or the name of an MCP tool on its way to the model. */
  #servedAs(call: Call): number {
    const places = [
      this.#served.findIndex((served) => callText(served) === callText(call)),
      this.#served.findIndex(({ name }) => name === call.name),
      this.#served.findIndex((served) => isPrefixed(call, served)),
    ];
    return places.find((place) => place !== -1) ?? -1;
  }
}

/** `mcp__files__search` or `files_search` for the tool `search`, or `search` for `files.search`, with the same arguments. */
function isPrefixed(asked: Call, served: Call): boolean {
  const tool = served.name.slice(served.name.indexOf('.') + 1);
  const end = asked.name.length - tool.length;
  const isTool = asked.name.endsWith(tool) && (end === 0 || /[_.:/-]/.test(asked.name.charAt(end - 1)));
  if (!isTool) return false;
  return callText({ ...asked, name: tool }) === callText({ ...served, name: tool });
}
