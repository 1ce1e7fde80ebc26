import { Ajv } from 'ajv';
import { OpenAI } from 'openai';
import { converse } from './agent/conversation.ts';
import type { Desk } from './agent/desk.ts';
import type { CallTool, ToolAnswer } from './agent/tools.ts';
import type { DeskCase } from './inputs.ts';
import { type ChatRequest, completionBody } from './provider/wire.ts';
import type { Complete } from './provider.ts';
import type { Shop } from './shop/shop.ts';
import { callShopTool, type ToolReply } from './shop/tools.ts';

/** One run of the agent without a network: what it replied (null = it gave up) and the tools it called. */
export interface SimulatedTrial {
  readonly reply: string | null;
  readonly calls: readonly string[];
  readonly stateChanges: readonly string[];
}

/** Runs a tool, and says which call it was in the shop's own names. */
export type DeskTools = (name: string, argumentsJson: string) => { readonly call: string; readonly reply: ToolAnswer };

const READ_ONLY = new Set(['lookup_order', 'track_shipment', 'get_customer', 'search_knowledge_base']);

/** A client of the official SDK whose requests are answered in this process. */
export function clientOf(complete: Complete): OpenAI {
  return new OpenAI({
    apiKey: 'none',
    maxRetries: 0,
    fetch: async (_url, init) => {
      const request = JSON.parse(String(init?.body)) as ChatRequest;
      const completed = complete(request);
      if (completed === null) return Response.json({ error: { message: 'no such model' } }, { status: 404 });
      return Response.json(completionBody(request, completed.answer, completed.id));
    },
  });
}

/**
 * The shop's tools behind the desk's schemas. A parameter that the schema renamed is mapped back by `renames`
 * (new name -> the shop's), so that calls under either name compare as equal.
 */
export function toolsFor(desk: Desk, shop: Shop, renames: Readonly<Record<string, string>>): DeskTools {
  const ajv = new Ajv({ strict: false });
  const validators = new Map(
    desk.tools.map(({ function: tool }) => [tool.name, ajv.compile(tool.parameters ?? {})] as const),
  );
  return (name, argumentsJson) => {
    const given = JSON.parse(argumentsJson) as Record<string, unknown>;
    const validate = validators.get(name);
    if (validate?.(given) !== true)
      return {
        call: `invalid ${name}(${argumentsJson})`,
        reply: { kind: 'error', body: ajv.errorsText(validate?.errors, { dataVar: 'arguments' }) },
      };
    const args = Object.fromEntries(Object.entries(given).map(([key, value]) => [renames[key] ?? key, value]));
    return { call: `${name}(${JSON.stringify(args)})`, reply: answerOf(callShopTool(shop, name, args)) };
  };
}

function answerOf(reply: ToolReply): ToolAnswer {
  if (reply.kind === 'result') return { kind: 'result', body: JSON.stringify(reply.value) };
  if (reply.kind === 'error') return { kind: 'error', body: JSON.stringify({ error: reply.message }) };
  throw new Error('the shop has no such tool');
}

export async function simulate(
  desk: Desk,
  client: OpenAI,
  tools: DeskTools,
  input: DeskCase['input'],
): Promise<SimulatedTrial> {
  const calls: string[] = [];
  const stateChanges: string[] = [];
  const callTool: CallTool = async (name, argumentsJson) => {
    const { call, reply } = tools(name, argumentsJson);
    calls.push(call);
    if (!READ_ONLY.has(name)) stateChanges.push(call);
    return reply;
  };
  try {
    const { reply } = await converse(desk, client, callTool, input);
    return { reply, calls, stateChanges };
  } catch {
    return { reply: null, calls, stateChanges };
  }
}

export type Judgement = 'pass' | 'fail' | 'off tape';

/** Judges a trial as the gate would: by the case's expectations, or by the state changes of the case's recording. */
export function judge(deskCase: DeskCase, recording: SimulatedTrial, trial: SimulatedTrial): Judgement {
  if (deskCase.expectations === null) {
    if (!trial.stateChanges.every((call) => recording.stateChanges.includes(call))) return 'fail';
    if (!trial.calls.every((call) => recording.calls.includes(call))) return 'off tape';
    return trial.stateChanges.length === recording.stateChanges.length ? 'pass' : 'fail';
  }
  if (!trial.calls.every((call) => recording.calls.includes(call))) return 'off tape';
  return deskCase.expectations.every((expectation) => meets(expectation, trial.reply ?? '')) ? 'pass' : 'fail';
}

function meets(expectation: NonNullable<DeskCase['expectations']>[number], reply: string): boolean {
  if (expectation.kind === 'output_contains') return reply.toLowerCase().includes(expectation.text.toLowerCase());
  if (expectation.kind === 'output_matches') return new RegExp(expectation.pattern, expectation.flags).test(reply);
  throw new Error(`the inputs use no expectation ${expectation.kind}`);
}
