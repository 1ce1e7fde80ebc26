import { createReadStream } from 'node:fs';
import { relative, resolve } from 'node:path';
import { readInside, repositoryRoot, sideFiles, sideText } from '../changes/index.ts';
import { readSettings, type Settings } from '../config/index.ts';
import { type ClusterModel, type CorpusSource, parseClusters, type TextClusters } from '../corpus/index.ts';
import { cut, UserError } from '../errors.ts';
import type { Surroundings } from './surroundings.ts';

export interface CorpusOptions {
  readonly config: string;
}

/** The repository as it lies on the disk, with its settings. */
export interface CorpusProject {
  readonly root: string;
  readonly settings: Settings;
  readonly configPath: string;
}

export async function openProject(
  { config }: CorpusOptions,
  { directory }: Pick<Surroundings, 'directory'>,
): Promise<CorpusProject> {
  const root = await repositoryRoot(directory);
  const text = await sideText(root, { kind: 'worktree' }, config);
  if (text !== null) return { root, settings: readSettings({ text, file: config, overrides: [] }), configPath: config };
  throw new UserError({
    where: config,
    message: 'there is no such file in the repository',
    hint: 'add pawl.yml, or name the file with --config',
  });
}

/** The files that the gate would read, from the disk. */
export async function corpusSources({ root, settings }: CorpusProject): Promise<readonly CorpusSource[]> {
  return sideFiles(root, { kind: 'worktree' }, settings.corpus);
}

/** A corpus file that is to be written: its absolute path, and the same as the repository has it. */
export function outFile(given: string, { root }: CorpusProject, { directory }: Pick<Surroundings, 'directory'>) {
  const path = resolve(directory, given);
  return { path, name: relative(root, path) };
}

export function fileSource(path: string): CorpusSource {
  return { path, open: () => createReadStream(path) };
}

const MAX_CLUSTER_BYTES = 8 * 1024 * 1024;

/** The clusters that the repository keeps; null = there are none yet. */
export async function keptClusters(
  { root }: Pick<CorpusProject, 'root'>,
  { file }: TextClusters,
): Promise<ClusterModel | null> {
  const read = await readInside(root, file, MAX_CLUSTER_BYTES);
  if (read.kind === 'absent') return null;
  const parsed = read.kind === 'refused' ? { problem: read.reason } : parseClusters(read.text);
  if (!('problem' in parsed)) return parsed;
  throw new UserError({
    where: file,
    message: parsed.problem,
    hint: 'restore the file, or remove it to find clusters anew',
  });
}

export function wholeNumber(where: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && text.trim() !== '') return value;
  const message = `expected a whole number from ${least} up, received ${cut(text, 40)}`;
  throw new UserError({ where, message, hint: null });
}
