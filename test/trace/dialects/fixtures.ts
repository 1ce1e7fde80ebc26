import { CLAUDE_CODE_FIXTURES } from './desk-claude-code.ts';
import { FRAMEWORK_FIXTURES } from './desk-frameworks.ts';
import { GENAI_FIXTURES } from './desk-genai.ts';
import { LOG_EVENTS_FIXTURES } from './desk-log-events.ts';
import { MCP_FIXTURES } from './desk-mcp.ts';
import { OPENINFERENCE_FIXTURES } from './desk-openinference.ts';
import { OPENLLMETRY_FIXTURES } from './desk-openllmetry.ts';
import { PLATFORM_FIXTURES } from './desk-platforms.ts';
import { VERCEL_AI_FIXTURES } from './desk-vercel-ai.ts';
import type { Fixture } from './telling.ts';

/** Every way in which the same run is told. A dialect joins with one line. */
export const FIXTURES: readonly Fixture[] = [
  ...OPENINFERENCE_FIXTURES,
  ...VERCEL_AI_FIXTURES,
  ...PLATFORM_FIXTURES,
  ...FRAMEWORK_FIXTURES,
  ...CLAUDE_CODE_FIXTURES,
  ...MCP_FIXTURES,
  ...LOG_EVENTS_FIXTURES,
  ...OPENLLMETRY_FIXTURES,
  ...GENAI_FIXTURES,
];
