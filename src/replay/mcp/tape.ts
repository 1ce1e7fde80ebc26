import type { Case } from '../../corpus/index.ts';
import { type McpExchange, mcpKey, type RpcOutcome } from '../../trace/index.ts';

/** What cases recorded of MCP servers besides tool calls: resources, prompts, completions. */
export type McpTape = ReadonlyMap<string, readonly (readonly RpcOutcome[])[]>;

type Asked = Pick<McpExchange, 'server' | 'method' | 'params'>;

/** Outcomes by request, for each recording that has it, in recorded order. */
export function mcpTapeOf(cases: readonly Case[]): McpTape {
  const tape = new Map<string, RpcOutcome[][]>();
  for (const { mcp = [] } of cases.flatMap(({ recordings }) => recordings)) {
    const inRecording: ReadonlyMap<string, readonly McpExchange[]> = Map.groupBy(mcp, mcpKey);
    for (const [key, exchanges] of inRecording) {
      const outcomes = exchanges.map(({ outcome }) => outcome);
      tape.set(key, [...(tape.get(key) ?? []), outcomes]);
    }
  }
  return tape;
}

/** One trial's place on its case's tape: the n-th equal request gets the n-th outcome, then the last one again. */
export class McpReader {
  readonly #tape: McpTape;
  readonly #seen = new Map<string, number>();

  constructor(tape: McpTape) {
    this.#tape = tape;
  }

  next(asked: Asked): RpcOutcome | null {
    const key = mcpKey(asked);
    const recorded = this.#tape.get(key);
    if (recorded === undefined) return null;
    const occurrence = this.#seen.get(key) ?? 0;
    this.#seen.set(key, occurrence + 1);
    const longest = recorded.reduce((best, outcomes) => (outcomes.length > best.length ? outcomes : best));
    const source = recorded.find((outcomes) => outcomes.length > occurrence) ?? longest;
    return source[occurrence] ?? source.at(-1) ?? null;
  }
}

/** What any case recorded for this request first. */
export function firstOutcome(tape: McpTape, asked: Asked): RpcOutcome | null {
  return tape.get(mcpKey(asked))?.[0]?.[0] ?? null;
}
