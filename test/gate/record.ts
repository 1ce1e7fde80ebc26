import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type RecordOptions, recordCommand } from '../../src/commands/record.ts';
import type { Project } from './project.ts';

/** `pawl record` over these inputs, from the working tree; gives the exit code. */
export async function recordInto(
  project: Project,
  out: string,
  inputs: readonly object[],
  more: Partial<RecordOptions> & {
    readonly variables?: Readonly<Record<string, string>>;
    readonly warn?: (text: string) => void;
  } = {},
): Promise<number> {
  const { variables = {}, warn = () => undefined, ...options } = more;
  writeFileSync(join(project.directory, '.git/inputs.jsonl'), inputs.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return recordCommand(
    {
      config: 'pawl.yml',
      store: '.git/recording-store',
      inputs: '.git/inputs.jsonl',
      out,
      ref: 'WORKTREE',
      recordings: '1',
      providerUrl: [`openai=${project.provider.url}`],
      ...options,
    },
    {
      directory: project.directory,
      stdin: () => Readable.from([]),
      environment: project.environment(variables),
      print: () => undefined,
      warn,
      terminal: false,
      alone: false,
      width: 120,
      color: false,
      now: new Date('2026-11-22T00:00:00Z'),
      signal: new AbortController().signal,
    },
  );
}
