import { posix } from 'node:path';
import { pathMatcher, readPin, readTools } from '../../changes/index.ts';
import { formatProblem } from '../../errors.ts';
import { FILL_IN } from '../yaml-lines.ts';
import { advice, type Checkup, good, mend, orGood, type SetUp } from './checkup.ts';

/** Whether `pawl.yml` holds, and what it names is there. */
export function checkSettings(setUp: SetUp): readonly Checkup[] {
  const { settings, settingsProblems, configPath, corpus } = setUp;
  if (settings === null)
    return settingsProblems.map((problem) =>
      mend('settings', formatProblem({ ...problem, hint: null }), problem.hint ?? 'pawl init proposes settings'),
    );
  return [
    good('settings', `${configPath} holds`),
    ...openLines(setUp),
    ...checkFiles(setUp),
    ...checkPins(setUp),
    ...(corpus === null ? [] : [checkCorpus(corpus)]),
  ];
}

function openLines({ files, configPath, workflows }: SetUp): readonly Checkup[] {
  const open = [configPath, ...workflows.map(({ file }) => file)].flatMap((path) =>
    (files.textOf(path) ?? '')
      .split('\n')
      .flatMap((line, i) => (line.includes(`# ${FILL_IN}:`) ? [`${path}:${i + 1}`] : [])),
  );
  if (open.length === 0) return [];
  return [
    mend(
      'filled in',
      `${FILL_IN} stands at ${open.join(', ')}`,
      'say what is asked for there, and take the comment away',
    ),
  ];
}

function checkFiles({ settings, files }: SetUp): readonly Checkup[] {
  if (settings === null) return [];
  const matching = (globs: readonly string[]): readonly string[] => files.paths.filter(pathMatcher(globs));
  const { prompts, tools } = settings.changes;
  const toolFiles = matching(settings.tools.files);
  const unread = toolFiles.flatMap((path) => {
    const read = readTools(files.textOf(path) ?? '', path);
    return 'problem' in read ? [mend('tools', read.problem, 'mend the file, or leave it out of tools.files')] : [];
  });
  const found = matching(prompts);
  return [
    found.length === 0
      ? mend(
          'prompts',
          `no file matches ${prompts.join(', ')}`,
          'name the files under prompts; pawl init looks for them',
        )
      : good('prompts', `${found.length} of ${prompts.join(', ')}`),
    ...(settings.tools.files.length > 0 && toolFiles.length === 0
      ? [mend('tools', `no file matches ${tools.join(', ')}`, 'name the files under tools.files, or leave the key out')]
      : orGood(
          unread,
          'tools',
          toolFiles.length === 0 ? 'none in files of their own' : counted(toolFiles.length, 'file'),
        )),
  ];
}

function checkPins({ settings, files }: SetUp): readonly Checkup[] {
  const pins = settings?.changes.pins ?? [];
  if (pins.length === 0)
    return [
      advice('model pins', 'none are named', 'name them under model_pins, so that a new model is shown as old -> new'),
    ];
  const lost = pins.filter(({ file, at }) => readPin(files.textOf(file), at) === null);
  return orGood(
    lost.map(({ name, file }) =>
      mend('model pins', `${name}: nothing stands at that place in ${file}`, 'put the pin right under model_pins'),
    ),
    'model pins',
    pins.map(({ file, at }) => readPin(files.textOf(file), at)).join(', '),
  );
}

function checkCorpus({ files, cases, problems }: NonNullable<SetUp['corpus']>): Checkup {
  const [problem] = problems;
  if (problem !== undefined)
    return mend(
      'corpus',
      `${problem}${problems.length > 1 ? `, and ${problems.length - 1} more` : ''}`,
      'mend the lines; pawl corpus check names them all',
    );
  if (cases === 0)
    return mend('corpus', `${counted(files, 'file')}, no case`, 'record one: pawl record --inputs FILE --out FILE');
  return good('corpus', `${counted(cases, 'case')} in ${counted(files, 'file')}`);
}

/** Programs that a plain command starts: the first word, and a file of the repository that it is given. */
export function programsOf(command: string): { readonly program: string; readonly script: string | null } | null {
  if (/[|&;<>()$`"'\\\n*?[\]{}~#=]/.test(command)) return null;
  const [program = '', ...rest] = command.trim().split(/\s+/);
  return { program, script: rest.find((word) => /\.(?:[cm]?[jt]s|py|rb|sh)$/.test(word)) ?? null };
}

/** Whether what starts the agent is there. */
export function checkAgent({ settings, files, machine }: SetUp): readonly Checkup[] {
  if (settings === null) return [];
  const { root, command, setup } = settings.agent;
  if (root !== '.' && !files.paths.some((path) => path.startsWith(`${root}/`)))
    return [
      mend(
        'agent',
        `agent.root ${root}: there is no such folder with files in git`,
        'name the folder that agent.command runs in',
      ),
    ];
  const parts = programsOf(command);
  if (parts === null)
    return [
      { name: 'agent', outcome: { kind: 'unknown', why: `"${command}" is more than a program and its arguments` } },
    ];
  const { program, script } = parts;
  const file = [program.includes('/') ? program : null, script]
    .flatMap((name) => name ?? [])
    .map((name) => posix.join(root, name))
    .find((path) => !files.paths.includes(path));
  if (file !== undefined && setup === null)
    return [
      mend('agent', `agent.command "${command}": ${file} is not in git`, 'write the program, or put the command right'),
    ];
  if (machine.programs.get(program) === false)
    return [
      advice(
        'agent',
        `${program} is not on this machine's PATH`,
        'install it where the gate runs; on GitHub add a step for it',
      ),
    ];
  return [good('agent', file === undefined ? command : `${command} (${file} is left to agent.setup)`)];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
