import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** What a change of the agent changes: instructions, a tool's description, temperature, model. */
export const config = JSON.parse(readFileSync(new URL('config.json', import.meta.url), 'utf8'));

/** The tools run in the agent's own process: it knows nothing of who stands in the provider's place. */
export const tools = [
  { name: 'weather', description: config.weatherDescription, run: ({ city }) => ({ city, sky: 'clear' }) },
  { name: 'clock', description: 'The time in a city.', run: ({ city }) => ({ city, time: '10:00' }) },
];

/** JSON Schema of what each tool takes. */
export const parameters = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
};

export function runTool(name, args) {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`there is no tool ${name}`);
  return JSON.stringify(tool.run(args));
}

/** `{questions, stream}` from standard input, each question a user's turn; the answers to standard output. */
export async function serve(openConversation) {
  const { questions, stream } = JSON.parse(await text(process.stdin));
  const ask = await openConversation(stream);
  const answers = [];
  for (const question of questions) answers.push(await ask(question));
  process.stdout.write(JSON.stringify({ answers }));
}
