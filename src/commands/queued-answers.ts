import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cut, messageOf } from '../errors.ts';
import {
  answersFor,
  casesOfShard,
  MAX_UPLOAD_BYTES,
  readPlan,
  readShard,
  type ShardPlanning,
  type ShardUpload,
  shardsOf,
  writeAnswers,
} from '../gate/index.ts';
import {
  type Found,
  fetchRunUpload,
  findPullRequestRun,
  type GitHub,
  newestOnly,
  type QueuedSource,
  type RunFile,
  type RunUpload,
  readRunFileName,
  runFileName,
  type StageOptions,
  type StageResult,
  uploadsOfRun,
} from '../github/index.ts';
import { textIn } from './run-artifacts.ts';

type Options = Pick<StageOptions, 'key' | 'attempt' | 'temporary' | 'log'>;

interface Kept {
  readonly file: RunFile;
  readonly upload: RunUpload;
}

/**
 * For the merge queue: what the pull request's own run was answered, a file for each shard, so that the same agent under the
 * same policy is not paid for twice and draws no new luck. A job that holds a token and runs no code of the change fetches it;
 * the shards hold none. What cannot be used again is said and drawn anew.
 */
export async function queuedAnswers(
  source: QueuedSource,
  planning: ShardPlanning,
  options: Options,
): Promise<StageResult['kept']> {
  const { plan, agents } = planning;
  if (agents === null || plan.mode === 'recorded') return [];
  const found = await shardsOfPullRequest(source, planning, options);
  if ('problem' in found) {
    options.log(`the pull request’s answers are not used again: ${cut(found.problem, 300)}`);
    return [];
  }
  const files = shardsOf(plan).flatMap((shard) => {
    const answers = answersFor(casesOfShard(plan, shard), found.found);
    if (answers.length === 0) return [];
    const name = runFileName(options.key, { kind: 'answers', shard, attempt: options.attempt });
    return [{ name, file: 'answers.jsonl', text: writeAnswers(answers), answers: answers.length }];
  });
  const total = files.reduce((sum, { answers }) => sum + answers, 0);
  options.log(`${total} answers of pull request ${source.pullRequest}’s own run are used again`);
  return files.map(({ name, file, text }) => ({ name, file, text }));
}

/** What its shards brought of the very agent that is to run here, under the same policy. */
async function shardsOfPullRequest(
  source: QueuedSource,
  { plan, agents }: ShardPlanning,
  { key, temporary }: Options,
): Promise<Found<readonly ShardUpload[]>> {
  const folder = await mkdtemp(join(temporary, 'pawl-queued-'));
  try {
    const github = await source.connect();
    const run = await findPullRequestRun(github, source);
    if ('problem' in run) return run;
    const kept = newestOnly(
      (await uploadsOfRun(github, run.found)).flatMap((upload): Kept[] => {
        const file = readRunFileName(key, upload.name);
        return file === null ? [] : [{ file, upload }];
      }),
    );
    const read = async (upload: RunUpload): Promise<Found<string>> => textOf(github, source, upload, folder);
    const planned = kept.find(({ file }) => file.kind === 'plan' && file.round === 1);
    if (planned === undefined) return { problem: 'its run has left no plan' };
    const text = await read(planned.upload);
    if ('problem' in text) return text;
    const { policyHash, configPath, mode } = readPlan(text.found, planned.upload.name);
    if (mode !== 'live') return { problem: 'its run drew none' };
    if (policyHash !== plan.policyHash || configPath !== plan.configPath)
      return { problem: 'it was judged by another policy' };
    const shards: ShardUpload[] = [];
    for (const { file, upload } of kept) {
      const shard = file.kind === 'shard' ? await read(upload) : null;
      const given = shard !== null && 'found' in shard ? readShard(shard.found) : null;
      if (given?.kind === 'read' && given.upload.head.agents.head === agents?.head) shards.push(given.upload);
    }
    return shards.length === 0 ? { problem: 'its run has left none for this agent' } : { found: shards };
  } catch (error) {
    return { problem: messageOf(error) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The one file of an upload. Without a digest it is nobody's word. */
async function textOf(
  github: GitHub,
  { patience }: QueuedSource,
  upload: RunUpload,
  folder: string,
): Promise<Found<string>> {
  if (upload.digest === null) return { problem: `GitHub tells no digest of ${upload.name}` };
  const fetched = await fetchRunUpload(github, upload, { maxBytes: MAX_UPLOAD_BYTES, patience });
  if ('problem' in fetched) return fetched;
  const path = join(folder, String(upload.id));
  await writeFile(path, fetched.found);
  return textIn(path);
}
