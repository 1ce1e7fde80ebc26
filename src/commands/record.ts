import { resolve } from 'node:path';
import { writeCorpus } from '../corpus/index.ts';
import { cut, UserError } from '../errors.ts';
import { openRecording } from '../gate/index.ts';
import { type LiveTools, toolsAt } from '../replay/index.ts';
import { type ReplayOptions, replayRequest } from './options.ts';
import { ProgressLine } from './progress.ts';
import { caseOf } from './record-cases.ts';
import { keepContract, recordedNames } from './record-contract.ts';
import { readInputs } from './record-inputs.ts';
import { recordProxyCommand } from './record-proxy.ts';
import { recordTurns, unaskedTurns } from './record-turns.ts';
import { redactionLines, redactorOf } from './redaction.ts';
import type { Surroundings } from './surroundings.ts';

export interface RecordOptions extends ReplayOptions {
  readonly inputs?: string;
  readonly proxy?: string;
  readonly out: string;
  readonly toolsUrl?: string;
  readonly ref: string;
  readonly recordings: string;
  readonly conversationHeader?: string;
  readonly conversationMetadata?: string;
}

const SHOWN_PROBLEMS = 20;

const noTools: LiveTools = async (tool) => ({
  kind: 'failed',
  message: `the agent called the tool ${cut(tool, 80)}, and there is no --tools-url to ask`,
});

/** `pawl record`: over inputs, or beside a running agent. */
export async function recordCommand(options: RecordOptions, surroundings: Surroundings): Promise<number> {
  const { inputs, proxy } = options;
  if (inputs !== undefined && proxy === undefined) return recordInputs({ ...options, inputs }, surroundings);
  if (proxy !== undefined && inputs === undefined) return recordProxyCommand({ ...options, proxy }, surroundings);
  throw new UserError({
    where: 'pawl record',
    message: `expected --inputs or --proxy, received ${inputs === undefined ? 'neither' : 'both'}`,
    hint: '--inputs FILE runs the agent over inputs, --proxy PORT records an agent that runs elsewhere',
  });
}

/** Runs the agent over inputs with its real tools and writes the cases of a corpus. */
async function recordInputs(
  options: RecordOptions & { readonly inputs: string },
  surroundings: Surroundings,
): Promise<number> {
  const recordings = wholeNumber('--recordings', options.recordings);
  const inputs = await readInputs(resolve(surroundings.directory, options.inputs));
  const progress = new ProgressLine(surroundings);
  const recording = await openRecording({
    ...(await replayRequest('record', options, surroundings, progress)),
    ref: options.ref,
    cases: inputs.map(({ theCase }) => theCase),
    tools: options.toolsUrl === undefined ? noTools : toolsAt(options.toolsUrl, null),
  });
  try {
    const turns = inputs.reduce((sum, { next }) => sum + 1 + next.length, 0);
    progress.plan('recording', turns * recordings);
    const watch = { onTrial: () => progress.step(), signal: surroundings.signal };
    const ran = await recordTurns(inputs, recordings, recording.session, watch);
    progress.end();
    const contract = await keepContract(recording.session.recordedContract(), recording.mcpFile);
    const source = { recordedAt: surroundings.now.toISOString(), agentVersion: recording.agentVersion };
    const redact = redactorOf(recording.redaction, [], surroundings);
    const made = ran.map(({ input, trials }) =>
      caseOf(input.theCase, trials, recordings, source, recordedNames(contract), redact),
    );
    const cases = made.flatMap((one) => ('case' in one ? [one.case] : []));
    const problems = [
      ...made.flatMap((one) => ('problem' in one ? [one.problem] : [])),
      ...unaskedTurns(ran, recordings),
    ];
    await writeCorpus(resolve(surroundings.directory, options.out), cases);
    for (const note of recording.session.notes) surroundings.warn(note);
    for (const problem of problems.slice(0, SHOWN_PROBLEMS)) surroundings.warn(problem);
    surroundings.print(`${options.out}: ${cases.length} cases written, ${problems.length} inputs not recorded`);
    for (const line of redactionLines(redact)) surroundings.print(line);
    return problems.length === 0 ? 0 : 4;
  } finally {
    await recording.close();
  }
}

function wholeNumber(where: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new UserError({ where, message: `expected a whole number from 1 up, received ${cut(text, 40)}`, hint: null });
}
