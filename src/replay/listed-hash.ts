import { hashJson, type McpContract, writeContract } from '../trace/index.ts';

/**
 * Servers outside of the repository may change under the same commit: its agent is then another one. Not the tools alone,
 * since instructions and prompts reach the model too.
 */
export function listedHash(agentHash: string, recorded: McpContract, listed: McpContract): string {
  const said = writeContract(listed);
  return said === writeContract(recorded) ? agentHash : hashJson([agentHash, said]);
}
