import { mkdir, mkdtemp, open } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../errors.ts';
import {
  type GivenAnswer,
  type GivenUpload,
  MAX_UPLOAD_BYTES,
  readAnswers,
  readPlan,
  readShard,
  type ShardPlan,
} from '../gate/index.ts';
import {
  type Found,
  fetchUpload,
  type KeptUpload,
  listUploads,
  newestOnly,
  type RunFile,
  readRunFileName,
  type StageOptions,
} from '../github/index.ts';
import { openZip } from './zip.ts';

interface Kept {
  readonly file: RunFile;
  readonly upload: KeptUpload;
}

/** What the jobs of this run have kept for each other, of every file the newest attempt. Nothing of it is trusted. */
export class RunArtifacts {
  readonly #kept: readonly Kept[];
  readonly #folder: string;
  readonly #timeoutMs: number | null;

  private constructor(kept: readonly Kept[], folder: string, timeoutMs: number | null) {
    this.#kept = kept;
    this.#folder = folder;
    this.#timeoutMs = timeoutMs;
  }

  /** @throws UserError */
  static async list({
    key,
    runner,
    temporary,
    fetchTimeoutMs,
  }: Pick<StageOptions, 'key' | 'runner' | 'temporary' | 'fetchTimeoutMs'>): Promise<RunArtifacts> {
    const kept = (await listUploads(runner, fetchTimeoutMs)).flatMap((upload) => {
      const file = readRunFileName(key, upload.name);
      return file === null ? [] : [{ file, upload }];
    });
    return new RunArtifacts(newestOnly(kept), await mkdtemp(join(temporary, 'pawl-run-')), fetchTimeoutMs);
  }

  /** @throws UserError */
  async plan(round: 1 | 2): Promise<ShardPlan> {
    const kept = this.#kept.find(({ file }) => file.kind === 'plan' && file.round === round);
    if (kept === undefined) throw noPlan(round);
    const read = await this.#read(kept.upload);
    if ('problem' in read)
      throw new UserError({ where: kept.upload.name, message: read.problem, hint: 'run the job that plans again' });
    return readPlan(read.found, kept.upload.name);
  }

  /** What shards brought. */
  async shards(
    rounds: readonly (1 | 2)[],
    wanted: (shard: number) => boolean = () => true,
  ): Promise<readonly GivenUpload[]> {
    const given: GivenUpload[] = [];
    for (const { file, upload } of this.#kept) {
      if (file.kind !== 'shard' || !rounds.includes(file.round) || !wanted(file.shard)) continue;
      const read = await this.#read(upload);
      const name = `round-${file.round}-shard-${file.shard}-attempt-${file.attempt}`;
      given.push({
        name,
        read: 'found' in read ? readShard(read.found) : { kind: 'refused', problems: [read.problem] },
      });
    }
    return given;
  }

  /** What a shard need not ask again, by a job before it; none = it asks. */
  async answers(shard: number): Promise<readonly GivenAnswer[]> {
    const kept = this.#kept.find(({ file }) => file.kind === 'answers' && file.shard === shard);
    const read = kept === undefined ? null : await this.#read(kept.upload);
    return read !== null && 'found' in read ? (readAnswers(read.found) ?? []) : [];
  }

  async #read(upload: KeptUpload): Promise<Found<string>> {
    const folder = join(this.#folder, String(upload.id));
    await mkdir(folder);
    const fetched = await fetchUpload(upload, folder, { maxBytes: MAX_UPLOAD_BYTES, timeoutMs: this.#timeoutMs });
    return 'problem' in fetched ? fetched : textIn(fetched.path);
  }
}

/** The one file in a zip archive, never more of it than its limit. */
export async function textIn(path: string): Promise<Found<string>> {
  try {
    await using file = await open(path);
    const { names, read } = await openZip(file);
    const [name, ...others] = names;
    if (name === undefined || others.length > 0)
      return { problem: `expected one file in it, received ${names.length}` };
    const bytes = await read(name, MAX_UPLOAD_BYTES);
    return { found: Buffer.from(bytes ?? []).toString('utf8') };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function noPlan(round: 1 | 2): UserError {
  return new UserError({
    where: null,
    message: `no job of this run has left a plan of round ${round}`,
    hint: `a job with mode: plan${round === 2 ? ' and round: 2' : ''} must have succeeded before this one, with the same key`,
  });
}
