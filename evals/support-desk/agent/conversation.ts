import type { OpenAI } from 'openai';
import type {
  ChatCompletionMessageFunctionToolCall,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { Desk } from './desk.ts';
import type { CallTool } from './tools.ts';

export interface DeskInput {
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
}

export interface DeskOutput {
  readonly reply: string;
}

const MODEL_CALLS_MAX = 8;

/** Answers the conversation's last message: asks the model, runs the tools it wants, until it replies. */
export async function converse(desk: Desk, client: OpenAI, callTool: CallTool, input: DeskInput): Promise<DeskOutput> {
  const messages: ChatCompletionMessageParam[] = [{ role: 'system', content: desk.instructions }, ...input.messages];
  for (let call = 0; call < MODEL_CALLS_MAX; call += 1) {
    const completion = await client.chat.completions.create({
      model: desk.model,
      temperature: desk.temperature,
      messages,
      tools: desk.tools,
    });
    const answer = completion.choices[0]?.message;
    if (answer === undefined) throw new Error('the model sent no choice');
    const toolCalls = (answer.tool_calls ?? []).filter((toolCall) => toolCall.type === 'function');
    if (toolCalls.length === 0) return { reply: answer.content ?? '' };
    messages.push({ role: 'assistant', content: answer.content, tool_calls: toolCalls });
    for (const toolCall of toolCalls) messages.push(await runTool(callTool, toolCall));
  }
  throw new Error(`no reply after ${MODEL_CALLS_MAX} model calls`);
}

async function runTool(
  callTool: CallTool,
  toolCall: ChatCompletionMessageFunctionToolCall,
): Promise<ChatCompletionMessageParam> {
  const outcome = await callTool(toolCall.function.name, toolCall.function.arguments);
  const content = outcome.kind === 'result' ? outcome.body : `Error: ${outcome.body}`;
  return { role: 'tool', tool_call_id: toolCall.id, content };
}
