import { type ChangeSet, changedTools } from '../changes/index.ts';
import type { RunRecord } from './run-record.ts';

const WHERE = 'tools/list of MCP servers';

/** With the changes that no file shows: of tools that the MCP servers of the two sides list when they are asked. */
export function withListedTools(found: ChangeSet, tools: RunRecord['tools']): ChangeSet {
  const known = new Set(found.changes.flatMap((change) => (change.kind === 'tool' ? [change.tool] : [])));
  const listed = changedTools(tools.base, tools.head, WHERE);
  const more = listed.filter(({ tool }) => !known.has(tool));
  return { ...found, changes: [...found.changes, ...more], affecting: [...found.affecting, ...more] };
}
