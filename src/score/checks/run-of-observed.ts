import { canonicalJson, type Message, type ObservedModelCall, type ObservedTrajectory } from '../../trace/index.ts';
import { answerOf, toldIn } from './messages.ts';
import { type Run, type RunEvent, textOf } from './run.ts';

/** A recorded run of production as a run. A conversation that is sent again with each request is told once. */
export function runOfObserved(trajectory: ObservedTrajectory, isReadOnly: (tool: string) => boolean): Run {
  const conversations = new Map<string, Conversation>();
  const events = trajectory.steps.flatMap((step, index): readonly RunEvent[] => {
    const agent = step.agent.join('/');
    if (step.kind === 'tool_call') {
      const { name, arguments: args, outcome } = step;
      return [{ kind: 'called', step: index, agent, name, arguments: args, outcome }];
    }
    const conversation = conversations.get(agent) ?? { seen: 0, texts: new Set() };
    conversations.set(agent, conversation);
    const told = toldIn(freshMessages(step, conversation), index);
    return [...told, ...(step.output === null ? [] : [answerOf(step.output, index)])];
  });
  const names = trajectory.steps.flatMap((step) =>
    step.kind === 'tool_call' ? [step.name] : (step.tools ?? []).map(({ name }) => name),
  );
  const { output } = trajectory;
  return {
    events,
    output: output === null ? null : textOf(output),
    tools: new Set(names),
    isReadOnly,
    instructionsKnown: events.some((event) => event.kind === 'told' && event.role === 'system'),
  };
}

/** What one agent has been told: so many messages, and which. */
interface Conversation {
  seen: number;
  readonly texts: Set<string>;
}

/** The first request is new as a whole; of later ones what nobody but the agent's own steps has said before. */
function freshMessages({ input }: ObservedModelCall, conversation: Conversation): readonly Message[] {
  if (input === null) return [];
  const first = conversation.seen === 0;
  // A conversation only grows, unless a framework has cut it: then what is new is found by its text.
  const behind = input.length >= conversation.seen ? input.slice(conversation.seen) : input;
  const wanted = first ? behind : behind.filter(({ role }) => role === 'user' || role === 'system');
  const fresh = wanted.filter((message) => !conversation.texts.has(canonicalJson(message)));
  for (const message of fresh) conversation.texts.add(canonicalJson(message));
  conversation.seen = input.length;
  return fresh;
}
