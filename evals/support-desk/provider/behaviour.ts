import type { Draw } from '../random.ts';
import { type Conversation, type DoneCall, loadOf, readConversation } from './conversation.ts';
import { type Guard, type Instructions, type RuleStep, readInstructions } from './instructions.ts';
import { type Model, TRAIT_RATE } from './models.ts';
import { keywordsOf, roleOf, slotIn, unsaidChoice } from './slots.ts';
import type { Answer, ChatRequest, ToolFunction } from './wire.ts';

/** The stand-in's habits; the README explains each. */
export const HABITS = {
  /** A detail that the customer asks for and no rule asks the model to tell is told anyway. */
  unaskedTelling: 0.6,
  /** A parameter name that the prompt teaches is used although the tool's schema has another one for it. */
  taughtName: 0.9,
  /** After a tool has refused such a call, the call is repeated under the schema's names. */
  repair: 0.1,
  /** Free text (a subject, a query) comes out in other words than usual. */
  rewording: 0.012,
  /** A matter outside the desk's is declined although no instruction limits the desk. */
  unaskedDeclining: 0.5,
} as const;

type CallStep = Extract<RuleStep, { kind: 'call' }>;

interface Situation {
  readonly conversation: Conversation;
  readonly instructions: Instructions;
  readonly tools: ReadonlyMap<string, ToolFunction>;
  readonly slip: number;
  readonly draw: Draw;
}

/** What the model answers to a request: decided by the request, the model's habits and the draws, by nothing else. */
export function respond(model: Model, request: ChatRequest, draw: Draw): Answer {
  const conversation = readConversation(request);
  const latest = conversation.said[0] ?? '';
  const trait = model.traits.find(({ applies }) => applies(latest));
  if (trait !== undefined && draw() < TRAIT_RATE) return reply(trait.reply);
  const instructions = instructionsOf(conversation.instructions);
  const tools = new Map((request.tools ?? []).map((tool) => [tool.function.name, tool.function]));
  const slip = Math.min(0.5, model.slipRate * loadOf(conversation));
  const situation: Situation = { conversation, instructions, tools, slip, draw };
  if (conversation.intent === null) return offTopic(situation);
  const failed = conversation.done.at(-1);
  if (failed !== undefined && failed.error !== null) return afterError(situation, failed, failed.error);
  return nextStep(situation);
}

const readPrompts = new Map<string, Instructions>();

/** A prompt is the same in thousands of requests: it is read once. */
function instructionsOf(prompt: string): Instructions {
  const known = readPrompts.get(prompt);
  if (known !== undefined) return known;
  const read = readInstructions(prompt);
  readPrompts.set(prompt, read);
  return read;
}

function offTopic({ instructions, slip, draw }: Situation): Answer {
  const declines = instructions.limited ? 1 - slip : HABITS.unaskedDeclining;
  if (draw() < declines)
    return reply("I'm sorry, I can't help with that here. I am glad to help with anything about the shop.");
  return reply('Sure, happy to! Let me think about it: there are many ways to look at this one.');
}

function afterError(situation: Situation, failed: DoneCall, error: string): Answer {
  const tool = situation.tools.get(failed.tool);
  const known = Object.keys(tool?.parameters?.properties ?? {});
  const misnamed = failed.argumentNames.some((name) => !known.includes(name));
  if (tool !== undefined && misnamed && situation.draw() < HABITS.repair) return call(situation, tool, []);
  return reply(`I am sorry, that did not work: ${error.slice(0, 200)} A colleague will look into it.`);
}

function nextStep(situation: Situation): Answer {
  const { conversation, instructions, tools, slip, draw } = situation;
  const rule = instructions.rules.get(conversation.intent?.name ?? '') ?? [];
  for (const step of rule) {
    if (step.kind !== 'call' || conversation.done.some(({ tool }) => tool === step.tool)) continue;
    const tool = tools.get(step.tool);
    if (tool === undefined || !holds(step.guard, conversation)) continue;
    if (draw() < slip) return mistake(situation);
    if (draw() >= step.clarity) continue;
    return call(situation, tool, step.taught);
  }
  return report(situation, rule);
}

/** A slip where a tool was due: a needless question, an answer without the act, or a search that nobody asked for. */
function mistake(situation: Situation): Answer {
  const kind = situation.draw();
  const search = situation.tools.get('search_knowledge_base');
  if (kind < 0.6) return reply('Thank you for your message. Could you tell me a little more about what you need?');
  if (kind < 0.9 || search === undefined) return reply('Thank you, I have noted this and will take care of it.');
  return call(situation, search, []);
}

function call(situation: Situation, tool: ToolFunction, taught: CallStep['taught']): Answer {
  const properties = tool.parameters?.properties ?? {};
  const usesTaughtNames = situation.draw() < HABITS.taughtName;
  const args: Record<string, string | number> = {};
  for (const [parameter, schema] of Object.entries(properties)) {
    const value = argumentFor(situation, parameter, schema.enum ?? []);
    if (value !== null) args[usesTaughtNames ? taughtNameOf(parameter, taught, properties) : parameter] = value;
    else if (tool.parameters?.required?.includes(parameter) === true)
      return reply(`I can do that for you. Could you tell me the ${parameter.replaceAll('_', ' ')}?`);
  }
  return { kind: 'call', tool: tool.name, arguments: args };
}

/** The name that the prompt teaches for what the schema calls `parameter`, where the schema does not know that name. */
function taughtNameOf(parameter: string, taught: CallStep['taught'], properties: object): string {
  if (taught.includes(parameter)) return parameter;
  return taught.find((name) => !(name in properties) && roleOf(name) === roleOf(parameter)) ?? parameter;
}

function argumentFor(situation: Situation, parameter: string, choices: readonly string[]): string | number | null {
  const { conversation, instructions, draw } = situation;
  const role = roleOf(parameter);
  if (role === 'keywords') {
    const words = keywordsOf(conversation.matter);
    return (draw() < HABITS.rewording ? words.slice(1) : words).join(' ') || null;
  }
  for (const message of conversation.said) {
    const value = slotIn(message, role, choices, instructions.defaultYear);
    if (value !== null) return value;
  }
  for (const [name, value] of conversation.done.flatMap(({ result }) => Object.entries(result)))
    if (role !== 'choice' && roleOf(name) === role && (typeof value === 'string' || typeof value === 'number'))
      return value;
  return role === 'choice' ? unsaidChoice(choices) : null;
}

/** The closing words: what was done, and the fields that a rule or the customer asks for. */
function report({ conversation, slip, draw }: Situation, rule: readonly RuleStep[]): Answer {
  const results = conversation.done.map(({ result }) => result);
  const told = new Set<string>();
  for (const step of rule)
    if (step.kind === 'tell' && holds(step.guard, conversation) && draw() < step.clarity)
      for (const field of step.fields) told.add(field);
  const parts = [pickGreeting(draw)];
  for (const result of results)
    for (const [field, value] of Object.entries(result)) {
      const says = told.has(field) ? draw() >= slip : isWanted(conversation, field) && draw() < HABITS.unaskedTelling;
      if (says)
        parts.push(field === 'answer' ? String(value) : `The ${field.replaceAll('_', ' ')} is ${String(value)}.`);
    }
  const acts = conversation.done.map(({ tool }) => tool.replaceAll('_', ' '));
  if (acts.length > 0 && parts.length === 1) parts.push(`I have taken care of it (${acts.join(', ')}).`);
  return reply(parts.join(' '));
}

function isWanted({ intent }: Conversation, field: string): boolean {
  return intent?.wants?.test(field) === true;
}

function pickGreeting(draw: Draw): string {
  return draw() < 0.7 ? 'Thank you for your message.' : 'Thanks for getting in touch.';
}

function holds(guard: Guard | null, { done }: Conversation): boolean {
  if (guard === null) return true;
  const result = done.findLast(({ result: fields }) => guard.field in fields)?.result;
  return result !== undefined && (result[guard.field] === guard.value) === guard.equal;
}

function reply(text: string): Answer {
  return { kind: 'reply', text };
}
