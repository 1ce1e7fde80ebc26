import type { Message, WireRequest } from '../../../src/trace/index.ts';
import type { Said } from './said.ts';

/**
 * The stand-in model: asked about the weather somewhere, it calls all tools for each place at once; given their results, it
 * repeats them. Each text holds the number of its draw, so that an old answer is known from a new one.
 */
export function respond(request: WireRequest, draw: number): Said {
  const { model, messages } = request;
  // Others may stand beside the agent's own, and a client may put the name of its server before them.
  const tools = request.tools.filter(({ name }) => /(?:^|_)(?:weather|clock)$/.test(name));
  const results = resultsAtEnd(messages);
  const places = results.length > 0 ? [] : placesIn(messages.at(-1));
  const calls = places.flatMap((city) =>
    tools.map(({ name }) => ({ tool: name, arguments: JSON.stringify({ city }) })),
  );
  const text = calls.length > 0 ? `Looking (draw ${draw}) …` : `Answer of draw ${draw}: ${results.join(' ')}`;
  return { draw, model, text, calls };
}

/** The results after which nobody has said anything. */
function resultsAtEnd(messages: readonly Message[]): readonly string[] {
  const from = messages.findLastIndex(({ role }) => role !== 'tool') + 1;
  const parts = messages.slice(from).flatMap((message) => message.parts);
  return parts.flatMap((part) => (part.kind === 'tool_result' ? [JSON.stringify(part.result)] : []));
}

function placesIn(message: Message | undefined): readonly string[] {
  const texts = (message?.parts ?? []).flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const asked = /weather in (.+)\?/.exec(texts.join('\n'))?.[1];
  return asked === undefined ? [] : asked.split(' and ');
}
