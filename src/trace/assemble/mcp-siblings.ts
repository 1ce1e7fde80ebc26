import type { Json } from '../json.ts';
import { isTool, merge, runTogether, type ToolDraft } from './drafts.ts';
import type { Draft } from './nodes.ts';
import { bareName, jsonText, mayBeSame } from './same-tool.ts';

/**
 * Merges an MCP span into the tool span beside it, below the same parent: pairs of the same tool, and of the same
 * arguments where both kept them, that ran at the same time. Drafts are in order of their start.
 */
export function mergeMcpSiblings(drafts: readonly Draft[]): void {
  const tools = drafts.filter(isTool).filter(({ mergedInto }) => mergedInto === null);
  const mcp = tools.filter(({ node }) => node.dialect === 'mcp');
  if (mcp.length === 0) return;
  const others = tools.filter(({ node }) => node.dialect !== 'mcp');
  const taken = new Set<ToolDraft>();
  const byArguments = new Queues(others, taken, (draft) => siblingKey(draft, draft.step.arguments));
  const byName = new Queues(others, taken, (draft) => siblingKey(draft, null));
  for (const draft of mcp) {
    const { arguments: args } = draft.step;
    const other =
      args === null
        ? byName.take(siblingKey(draft, null), draft)
        : (byArguments.take(siblingKey(draft, args), draft) ?? byArguments.take(siblingKey(draft, null), draft));
    if (other !== null) merge(other, draft);
  }
}

function siblingKey({ node, step }: ToolDraft, args: Json): string {
  return JSON.stringify([node.span.parentSpanId, bareName(step.name), args === null ? null : jsonText(args)]);
}

class Queues {
  readonly #lists: ReadonlyMap<string, readonly ToolDraft[]>;
  readonly #taken: Set<ToolDraft>;
  readonly #passed = new Map<string, number>();

  constructor(drafts: readonly ToolDraft[], taken: Set<ToolDraft>, keyOf: (draft: ToolDraft) => string) {
    this.#lists = Map.groupBy(drafts, keyOf);
    this.#taken = taken;
  }

  /** The first under a key that ran at the time of the given one and has no partner yet. */
  take(key: string, draft: ToolDraft): ToolDraft | null {
    const list = this.#lists.get(key) ?? [];
    let index = this.#passed.get(key) ?? 0;
    // What ended before this one started did so before all later ones too, so that no tool is looked at twice.
    for (let other = list[index]; other !== undefined && this.#isPast(other, draft); other = list[index]) index += 1;
    this.#passed.set(key, index);
    const other = list[index];
    if (other === undefined || !runTogether(other, draft) || !mayBeSame(other.step, draft.step)) return null;
    this.#taken.add(other);
    return other;
  }

  #isPast(other: ToolDraft, draft: ToolDraft): boolean {
    return this.#taken.has(other) || other.node.span.endUs < draft.node.span.startUs;
  }
}
