import {
  canonicalJson,
  isJsonObject,
  type Json,
  parseJson,
  readRequest,
  type ToolDefinition,
  type Wire,
  type WireRequest,
} from '../trace/index.ts';
import type { ToolCheck } from './toolbox.ts';

/** What base told its model of its tools in a trial of the same case, by name. */
export type ToldOnBase = ReadonlyMap<string, ToolDefinition>;

const VALID: ToolCheck = { kind: 'valid' };

/**
 * The tools that one trial of head tells its model of. They stand in for files that no setting names: where an agent defines its tools
 * in its code, this is where a changed schema shows. A call that the changed schema does not allow is one that the agent's own tool
 * would refuse, though the recording has a result for it. Where both sides tell the same, or base is not known, the recording is
 * believed: a real tool may take what its schema does not say.
 */
export class ToldTools {
  readonly #onBase: () => ToldOnBase | null;
  readonly #checkAgainst: (tool: ToolDefinition, args: Json) => ToolCheck;
  readonly #told = new Map<string, ToolDefinition>();

  /** `onBase`: null = it is not known. */
  constructor(onBase: () => ToldOnBase | null, checkAgainst: (tool: ToolDefinition, args: Json) => ToolCheck) {
    this.#onBase = onBase;
    this.#checkAgainst = checkAgainst;
  }

  hear({ tools }: Pick<WireRequest, 'tools'>): void {
    for (const tool of tools) this.#told.set(tool.name, tool);
  }

  check(tool: string, args: Json): ToolCheck {
    const now = this.#told.get(tool);
    const before = now === undefined ? undefined : this.#onBase()?.get(tool);
    if (now === undefined || before === undefined) return VALID;
    if (canonicalJson(before.parameters) === canonicalJson(now.parameters)) return VALID;
    return this.#checkAgainst(now, args);
  }
}

/** The tools of a request as the store keeps it, which is its canonical form. */
export function toolsToldIn(canonicalRequest: string): readonly ToolDefinition[] {
  const asked = parseJson(canonicalRequest);
  if (!isJsonObject(asked) || !isJsonObject(asked.body)) return [];
  const wire = WIRES.find((one) => one === asked.wire);
  const read = wire === undefined ? null : readRequest(wire, asked.body);
  return read === null || 'problem' in read ? [] : read.tools;
}

const WIRES: readonly Wire[] = ['openai-chat', 'openai-responses', 'anthropic-messages'];
