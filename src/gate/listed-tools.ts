import { type ChangeSet, changedTools } from '../changes/index.ts';
import type { RunRecord } from './run-record.ts';

/** In the place of a path. */
const WHERE = 'tools after setup and tools/list';

/** With the changes that no file of git shows: of tools that `setup` makes, and that MCP servers list when they are asked. */
export function withListedTools(found: ChangeSet, tools: RunRecord['tools']): ChangeSet {
  const known = new Set(found.changes.flatMap((change) => (change.kind === 'tool' ? [change.tool] : [])));
  const listed = changedTools(tools.base, tools.head, WHERE);
  const more = listed.filter(({ tool }) => !known.has(tool));
  return { ...found, changes: [...found.changes, ...more], affecting: [...found.affecting, ...more] };
}
