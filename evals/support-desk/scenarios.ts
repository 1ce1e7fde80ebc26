/** A change to one file of the agent's repository; what a replacement looks for stands in the file exactly once. */
export type FileEdit =
  | { readonly kind: 'replace'; readonly path: string; readonly from: string; readonly to: string }
  | { readonly kind: 'create'; readonly path: string; readonly text: string };

/** A head branch of the demo: what somebody changed. What the gate ought to say about it stands in `checks.ts` alone. */
export interface Scenario {
  readonly name: string;
  readonly branch: string;
  readonly title: string;
  readonly edits: readonly FileEdit[];
}

const TOOL_MESSAGE = `async function runTool(
  callTool: CallTool,
  toolCall: ChatCompletionMessageFunctionToolCall,
): Promise<ChatCompletionMessageParam> {
  const outcome = await callTool(toolCall.function.name, toolCall.function.arguments);
  const content = outcome.kind === 'result' ? outcome.body : \`Error: \${outcome.body}\`;
  return { role: 'tool', tool_call_id: toolCall.id, content };
}
`;

const TOOL_MESSAGE_MODULE = `import type {
  ChatCompletionMessageFunctionToolCall,
  ChatCompletionToolMessageParam,
} from 'openai/resources/chat/completions';
import type { CallTool } from './tools.ts';

/** Runs one tool call and words its answer for the model. */
export async function toolMessage(
  callTool: CallTool,
  { id, function: called }: ChatCompletionMessageFunctionToolCall,
): Promise<ChatCompletionToolMessageParam> {
  const { kind, body } = await callTool(called.name, called.arguments);
  return { role: 'tool', tool_call_id: id, content: kind === 'error' ? \`Error: \${body}\` : body };
}
`;

const SCHEMA_RENAME: readonly FileEdit[] = [
  replace('agent/tools/issue-refund.json', '"amount": {', '"refund_amount": {'),
  replace('agent/tools/issue-refund.json', '"amount",', '"refund_amount",'),
];

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a',
    branch: 'refactor-tool-message',
    title: 'Move the tool runner into a file of its own',
    edits: [
      { kind: 'create', path: 'agent/tool-message.ts', text: TOOL_MESSAGE_MODULE },
      replace('agent/conversation.ts', `\n${TOOL_MESSAGE}`, ''),
      replace('agent/conversation.ts', 'await runTool(', 'await toolMessage('),
      replace(
        'agent/conversation.ts',
        "import type { CallTool } from './tools.ts';",
        "import { toolMessage } from './tool-message.ts';\nimport type { CallTool } from './tools.ts';",
      ),
      replace('agent/conversation.ts', '  ChatCompletionMessageFunctionToolCall,\n', ''),
    ],
  },
  {
    name: 'b',
    branch: 'softer-pickup-rule',
    title: 'Leave the pickup to the judgement of the model',
    edits: [
      replace(
        'agent/prompts/30-refunds-and-returns.md',
        '`order_id`, then call\n  `schedule_pickup`',
        '`order_id`, then, if it\n  seems useful, call `schedule_pickup`',
      ),
    ],
  },
  {
    name: 'c',
    branch: 'newer-model',
    title: 'Pin the newer model',
    edits: [replace('agent/config.json', '"stand-in-1"', '"stand-in-2"')],
  },
  {
    name: 'd',
    branch: 'rename-in-schema-only',
    title: 'Rename the amount of a refund in the schema',
    edits: SCHEMA_RENAME,
  },
  {
    name: 'e',
    branch: 'tell-delivery-date',
    title: 'Tell the delivery date to those who ask for it',
    edits: [
      replace(
        'agent/prompts/20-orders.md',
        'will arrive, call `lookup_order` with the parameter `order_id`, then tell the\n  customer the `status`.',
        'will arrive, call `lookup_order` with the parameter `order_id`, then tell the\n  customer the `status` and the `expected_delivery`.',
      ),
    ],
  },
  {
    name: 'f',
    branch: 'prompt-comment',
    title: 'Say in a comment what belongs into the file',
    edits: [
      replace(
        'agent/prompts/20-orders.md',
        '<!-- Orders and parcels. -->',
        '<!-- Orders and parcels, until they are delivered; what comes back stands under refunds and returns. -->',
      ),
    ],
  },
  {
    name: 'g',
    branch: 'rename-everywhere',
    title: 'Rename the amount of a refund in the schema and in the prompt',
    edits: [
      ...SCHEMA_RENAME,
      replace(
        'agent/prompts/30-refunds-and-returns.md',
        '`order_id`, `amount` and `reason`',
        '`order_id`, `refund_amount` and `reason`',
      ),
    ],
  },
];

/** The text of a file after an edit. Throws where the file is not what the edit was written for. */
export function applyEdit(text: string | null, edit: FileEdit): string {
  if (edit.kind === 'create') {
    if (text !== null) throw new Error(`${edit.path}: is there already`);
    return edit.text;
  }
  if (text === null || text.split(edit.from).length !== 2)
    throw new Error(`${edit.path}: expected exactly one ${JSON.stringify(edit.from)}`);
  return text.replace(edit.from, () => edit.to);
}

function replace(path: string, from: string, to: string): FileEdit {
  return { kind: 'replace', path, from, to };
}
