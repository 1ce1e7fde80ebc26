import type { Json } from '../json.ts';
import type { ObservedStep, ObservedToolOutcome, ObservedTrajectory, Outcome } from '../observed.ts';
import type { Message, Part, ToolDefinition } from '../trajectory.ts';
import type { Redactor } from './redactor.ts';

/**
 * An observed trajectory without what must not be stored: every text and value that was said, asked, answered or noted.
 * Times, counts and the ids of its sources stay; its own ids are redacted like any text, so that what was equal stays equal.
 */
export function redactTrajectory(redact: Redactor, trajectory: ObservedTrajectory): ObservedTrajectory {
  const walk = { ...redact, clean: new Set<Message>() };
  const text = (value: string | null): string | null => (value === null ? null : redact.text(value));
  return {
    ...trajectory,
    id: redact.text(trajectory.id),
    conversationId: text(trajectory.conversationId),
    agentName: text(trajectory.agentName),
    agentVersion: text(trajectory.agentVersion),
    userId: text(trajectory.userId),
    attributes: flat(redact, trajectory.attributes),
    steps: trajectory.steps.map((step) => stepOf(walk, step)),
    output: redact.json(trajectory.output),
    outcomes: trajectory.outcomes.map((outcome) => outcomeOf(redact, outcome)),
    problems: trajectory.problems.map(redact.text),
  };
}

/** `clean`: the messages in which nothing was found. Those that several calls were told of are the same objects. */
interface Walk extends Redactor {
  readonly clean: Set<Message>;
}

function stepOf(redact: Walk, step: ObservedStep): ObservedStep {
  const agent = step.agent.map(redact.text);
  if (step.kind === 'tool_call') {
    return { ...step, agent, arguments: redact.json(step.arguments), outcome: toolOutcomeOf(redact, step.outcome) };
  }
  return {
    ...step,
    agent,
    input: step.input?.map((message) => messageOf(redact, message)) ?? null,
    output: step.output === null ? null : messageOf(redact, step.output),
    tools: step.tools?.map((tool) => toolOf(redact, tool)) ?? null,
    parameters: members(redact, step.parameters),
    error: step.error === null ? null : redact.text(step.error),
  };
}

function toolOutcomeOf(redact: Redactor, outcome: ObservedToolOutcome): ObservedToolOutcome {
  return outcome.kind === 'unknown' ? outcome : { ...outcome, value: redact.json(outcome.value) };
}

/** The same message where nothing is found in it. */
function messageOf(redact: Walk, message: Message): Message {
  if (redact.clean.has(message)) return message;
  const parts = message.parts.map((part) => partOf(redact, part));
  if (parts.some((part, index) => part !== message.parts[index])) return { ...message, parts };
  redact.clean.add(message);
  return message;
}

function partOf(redact: Redactor, part: Part): Part {
  switch (part.kind) {
    case 'text':
    case 'reasoning': {
      const text = redact.text(part.text);
      return text === part.text ? part : { ...part, text };
    }
    case 'tool_call': {
      const given = redact.json(part.arguments);
      return given === part.arguments ? part : { ...part, arguments: given };
    }
    case 'tool_result': {
      const result = redact.json(part.result);
      return result === part.result ? part : { ...part, result };
    }
    case 'other':
      return part;
    default:
      return part satisfies never;
  }
}

function toolOf(redact: Redactor, tool: ToolDefinition): ToolDefinition {
  const description = tool.description === null ? null : redact.text(tool.description);
  return { ...tool, description, parameters: members(redact, tool.parameters) };
}

function outcomeOf(redact: Redactor, outcome: Outcome): Outcome {
  const { value, explanation } = outcome;
  return {
    ...outcome,
    value: typeof value === 'string' ? redact.text(value) : value,
    explanation: explanation === null ? null : redact.text(explanation),
  };
}

/** An object stays one, unless the user asked for the whole of it to go. */
function members(redact: Redactor, object: Readonly<Record<string, Json>>): Record<string, Json> {
  const redacted = redact.json(object);
  return typeof redacted === 'object' && redacted !== null && !Array.isArray(redacted) ? redacted : {};
}

function flat(redact: Redactor, attributes: ObservedTrajectory['attributes']): ObservedTrajectory['attributes'] {
  const entries = Object.entries(members(redact, { ...attributes }));
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'object' ? [] : [[name, value] as const])),
  );
}
