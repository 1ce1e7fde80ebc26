import { isBelow } from './files.ts';
import { pinName } from './model-pins.ts';
import { literal } from './prompts.ts';
import type { Sight } from './sight.ts';
import { because, fillIn, flow, quoted } from './yaml-lines.ts';

const CONTRACT = 'docs/agent.md of pawl';

/** The text of a `pawl.yml` for what was seen; every choice has its reason above it. */
export function proposeConfig(sight: Sight): string {
  return `${[
    ...because('', 'Proposed by pawl init. A line above a key says why it is so.'),
    'version: 1',
    'agent:',
    ...agentLines(sight),
    ...promptLines(sight),
    ...toolLines(sight),
    ...mcpLines(sight),
    ...pinLines(sight),
    ...corpusLines(sight),
  ].join('\n')}\n`;
}

function agentLines(sight: Sight): readonly string[] {
  const { agent, otherAgents, frameworks, install, start } = sight;
  const i = '  ';
  const name = agent?.name ?? null;
  const uses = frameworks.map((one) => one.name).join(', ');
  const unspoken = frameworks.filter(({ spoken }) => !spoken).map((one) => one.name);
  const folder = agent?.folder ?? '.';
  return [
    ...(name === null
      ? fillIn(i, 'what reports call the agent; no manifest names it')
      : because(i, `the name in ${agent?.path}`)),
    `${i}name: ${flow((name ?? 'agent').slice(0, 100))}`,
    ...(agent === null
      ? fillIn(
          i,
          'the folder that the commands below run in; no package.json, pyproject.toml or requirements.txt was found',
        )
      : because(i, `the folder of ${agent.path}${uses === '' ? '' : `, which depends on ${uses}`}`)),
    ...because(
      i,
      otherAgents.length === 0 ? null : `${otherAgents.join(', ')} too: another agent has a settings file of its own`,
    ),
    ...(unspoken.length === 0
      ? []
      : fillIn(i, `look whether the agent asks models through ${unspoken.join(', ')}: pawl does not speak that API`)),
    ...(agent !== null && uses === ''
      ? fillIn(i, `say here if this is not the agent: ${agent.path} depends on no LLM library that pawl knows`)
      : []),
    `${i}root: ${flow(folder)}`,
    ...(folder === '.'
      ? []
      : [
          ...because(i, 'a change elsewhere does not concern the gate'),
          `${i}paths: ${flow([`${literal(folder)}/**`, ...locksOutside(sight)])}`,
        ]),
    ...(install === null
      ? because(i, 'no lock file was found, so nothing is installed: add setup: <command> if something must be')
      : [...because(i, install.because), `${i}setup: ${flow(install.command)}`]),
    ...(start.program === null
      ? fillIn(i, `this program is still to be written: one JSON line in, one out (${CONTRACT})`)
      : because(i, `${start.program} speaks pawl's protocol`)),
    ...because(i, start.hint),
    `${i}command: ${flow(start.command)}`,
  ];
}

/** A lock file above the agent's folder says which libraries it runs with. */
function locksOutside({ agent, install }: Sight): readonly string[] {
  return install === null || isBelow(agent?.folder ?? '.', install.because) ? [] : [literal(install.because)];
}

function promptLines({ prompts }: Sight): readonly string[] {
  switch (prompts.kind) {
    case 'files':
      return [
        ...because('', `${prompts.count} prompt ${prompts.count === 1 ? 'file' : 'files'}, by folder or name`),
        `prompts: ${flow(prompts.globs)}`,
      ];
    case 'code':
      return [
        ...because(
          '',
          `prompts stand in code (${prompts.places.join(', ')}): every change of these files is shown as one of a prompt`,
          'in a file of its own a prompt is shown by itself',
        ),
        `prompts: ${flow(prompts.paths.map(literal))}`,
      ];
    case 'none':
      return [...fillIn('', 'where the prompts are; none was found'), 'prompts: ["prompts/**/*.md"]'];
    default:
      return prompts satisfies never;
  }
}

function toolLines({ tools }: Sight): readonly string[] {
  if (tools.globs.length === 0)
    return tools.inCode.length === 0
      ? because('', 'no tool definition was found: add tools.files if there are some')
      : because(
          '',
          `tools are defined in code (${tools.inCode.join(', ')}): their calls pass on the model's wire and get the recorded results`,
          'as JSON files under tools.files their changes would be shown parameter by parameter, and arguments be checked',
        );
  return [
    'tools:',
    ...because('  ', `${tools.names.length} tools: ${tools.names.join(', ')}`),
    `  files: ${flow(tools.globs)}`,
    ...(tools.reading.length === 0
      ? fillIn('  ', 'tools that change nothing; no name says so, and every other tool counts as changing state')
      : fillIn(
          '  ',
          'look whether these change nothing, as their names say; every other tool counts as changing state',
        )),
    `  read_only: ${flow(tools.reading)}`,
  ];
}

function mcpLines({ mcp }: Sight): readonly string[] {
  if (mcp === null) return [];
  const servers = Object.entries(mcp.servers).map(
    ([name, server]) => `#     ${name}: ${JSON.stringify(server).replaceAll(/\p{Cf}/gu, '')}`,
  );
  return [
    ...fillIn('', `if the agent asks the servers of ${mcp.file}, take the # away`),
    '# mcp:',
    '#   servers:',
    ...servers,
  ];
}

function pinLines({ pins }: Sight): readonly string[] {
  if (pins.length === 0)
    return fillIn(
      '',
      'where files name the model, so that a new one is shown as old -> new (model_pins); none was found',
    );
  return [
    ...because('', 'places that name a model'),
    'model_pins:',
    ...pins.flatMap((pin) => {
      const [[key, value] = ['', '']] = Object.entries(pin.at);
      return [
        ...(pin.isKnown
          ? because('  ', pin.model)
          : fillIn('  ', `look whether ${pin.model} is a model; its name is none that pawl knows, the place says so`)),
        `  - { name: ${quoted(pinName(pin, pins))}, file: ${quoted(pin.file)}, ${key}: ${quoted(value)} }`,
      ];
    }),
  ];
}

function corpusLines({ recordings }: Sight): readonly string[] {
  if (recordings.corpus.length > 0)
    return [...because('', 'these files hold cases'), `corpus: ${flow(recordings.corpus)}`];
  return [...because('', 'nothing is recorded yet: pawl record writes it here'), 'corpus: [".pawl/corpus/*.jsonl.gz"]'];
}
