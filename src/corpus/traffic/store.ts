import { join } from 'node:path';
import type { Redactor } from '../../trace/index.ts';
import type { Held } from './buckets.ts';
import type { Codec } from './codec.ts';
import { recover } from './commit.ts';
import { COMPACT_LIMITS, type CompactCounts, type CompactLimits, compact } from './compact.ts';
import { makeFolder } from './files.ts';
import { FOLD_LIMITS, Fold, type FoldLimits } from './fold.ts';
import type { FoldCounts } from './fold-counts.ts';
import { type ForgetCounts, type Forgotten, forget } from './forget.ts';
import { codecOf, createHome, defaultCodec } from './home.ts';
import { Inbox, waitingBytes } from './inbox.ts';
import { ItemMaker } from './item-maker.ts';
import { lock } from './lock.ts';
import { type InputProgress, progressText } from './progress.ts';
import { readProgress, writeProgress } from './progress-file.ts';
import type { Projection } from './projection.ts';
import { PSEUDONYMS, pseudonymKey } from './pseudonym-key.ts';
import type { Item, TrafficRecord } from './record.ts';
import { formsOf, recordRedactor } from './redact-record.ts';
import type { RewriteProgress, RewriteTask } from './rewrite.ts';
import { wholeTrace } from './whole-trace.ts';

export interface TrafficOptions {
  readonly projection: Projection;
  /** What redacts under a key for its pseudonyms: only what it returns is ever written. */
  readonly redactorOf: (key: string) => Redactor;
  /** The user's own key; left out = the store makes one and keeps it. */
  readonly key?: string | null;
  readonly codec?: Codec;
  readonly limits?: Partial<TrafficLimits>;
}

export interface TrafficLimits extends FoldLimits, CompactLimits {
  /** Records that wait in memory: enough for a part. */
  readonly heldBytes: number;
  /** A record whose JSON is longer is not kept. */
  readonly recordChars: number;
}

const LIMITS: TrafficLimits = {
  ...FOLD_LIMITS,
  ...COMPACT_LIMITS,
  heldBytes: 16 * 1024 * 1024,
  recordChars: 16 * 1024 * 1024,
};

/** What became of a record: one that names neither trace nor session has no place, one that is too large none either. */
export type Added = 'added' | 'without_key' | 'too_large';

/** Of the traces of a part, so many may be known already before they are joined on the disk. */
const SPREAD_SHARE = 0.05;
const MAX_NOTICES = 50;
const SILENT: RewriteProgress = { planned: () => undefined, went: () => undefined };
/** A fold takes breaks; reading what came together does not. */
const MAX_READ_AT_ONCE = 10_000;

/** The folder `traffic` of a store, open for writing: one process at a time. */
export class TrafficStore {
  readonly directory: string;
  readonly redactor: Redactor;
  readonly #limits: TrafficLimits;
  readonly #unlock: () => void;
  readonly #task: RewriteTask;
  readonly #inbox: Inbox;
  readonly #items: ItemMaker;
  readonly #notices: string[] = [];
  #inputs: readonly InputProgress[];

  static async open(storeDirectory: string, options: TrafficOptions): Promise<TrafficStore> {
    const root = join(storeDirectory, 'traffic');
    makeFolder(root);
    const unlock = lock(join(root, 'lock'));
    try {
      const codec = codecOf(root) ?? (await createHome(root, options.codec ?? defaultCodec()));
      const found = await recover(root);
      const { key, isNew } = await pseudonymKey(root, options.key ?? null);
      const store = new TrafficStore(root, codec, options, { redactor: options.redactorOf(key), unlock });
      if (found !== null) store.#notice(found);
      if (isNew) store.#notice(`the key of the pseudonyms was made and lies in ${join(root, PSEUDONYMS)}`);
      return store;
    } catch (error) {
      unlock();
      throw error;
    }
  }

  private constructor(
    root: string,
    codec: Codec,
    { projection, limits }: TrafficOptions,
    { redactor, unlock }: { readonly redactor: Redactor; readonly unlock: () => void },
  ) {
    this.directory = root;
    this.redactor = redactor;
    this.#unlock = unlock;
    this.#limits = { ...LIMITS, ...limits };
    this.#task = { root, codec, projection };
    this.#items = new ItemMaker(recordRedactor(redactor), this.#limits.recordChars);
    this.#inbox = new Inbox(root, this.#limits.heldBytes);
    this.#inputs = readProgress(root);
  }

  /** Inputs that an interrupted run had begun, and how much of them the store has for good. */
  get inputs(): readonly InputProgress[] {
    return this.#inputs;
  }

  /** What an earlier run left behind, lines that could not be read, what slicing could not do; shown to the user. */
  get notices(): readonly string[] {
    return [...this.#notices, ...(this.#task.projection.notices?.() ?? [])];
  }

  /** Bytes that wait on the disk for a fold. */
  get waitingBytes(): number {
    return waitingBytes(this.directory);
  }

  /** What is added goes to the disk, where it waits for the next fold. */
  get scatters(): boolean {
    return this.#inbox.scatters;
  }

  /** The record is in the tables after the next fold. */
  add(record: TrafficRecord): Added {
    return this.addAll([record])[0] ?? 'added';
  }

  /** The same of records that came together. A trace that is whole among them is read at once. */
  addAll(records: readonly TrafficRecord[]): readonly Added[] {
    const isRead = records.length <= MAX_READ_AT_ONCE && !this.#inbox.scatters;
    const byHash = new Map<string, Item[]>();
    const added = records.map((record): Added => {
      const made = this.#items.make(record);
      if (made === 'without_key' || made === 'too_large') return made;
      if (isRead) pushTo(byHash, made.hash, { ...this.#inbox.encoded(made), record: made.record });
      else this.#inbox.add(made);
      return 'added';
    });
    for (const [hash, items] of byHash) {
      const whole = wholeTrace(hash, items, this.#task.projection, this.#limits);
      if (whole !== null) this.#inbox.hold(whole);
      else for (const { bytes, origin } of items) this.#inbox.hold({ hash, bytes, origin, file: null });
    }
    return added;
  }

  /** What was added outlives the end of this process. */
  keep(): void {
    this.#inbox.keep();
  }

  /** What was added outlives even a loss of power, and so does how far the inputs were read. */
  async checkpoint(inputs: readonly InputProgress[]): Promise<void> {
    await this.#inbox.sync();
    this.#inputs = updated(this.#inputs, inputs);
    await writeProgress(this.directory, this.#inputs);
  }

  /**
   * Called now and then by who adds much: takes what is held in memory into the tables when it is enough for a part, with how
   * far the inputs were read. null = it was not, or what is added goes to the disk. That is so from when the records of a
   * trace turn out to lie far apart: they are joined on the disk then, instead of replacing again and again what they begin.
   */
  async relieve(inputs: readonly InputProgress[], signal: AbortSignal): Promise<FoldCounts | null> {
    if (!this.#inbox.isFull) return null;
    const next = updated(this.#inputs, inputs);
    const counts = await this.#fold([], this.#inbox.takeHeld(), progressText(next), signal, () => undefined);
    if (!signal.aborted) this.#inputs = next;
    if (counts.replaced > SPREAD_SHARE * (counts.added + counts.replaced)) this.#inbox.scatter();
    return counts;
  }

  /** Takes everything that was added into the tables. Aborted, it goes on with the next fold, in whatever process. */
  async fold(signal: AbortSignal, progress: (doneBytes: number) => void = () => undefined): Promise<FoldCounts> {
    const { folders, held } = this.#inbox.take();
    const counts = await this.#fold(folders, held, null, signal, progress);
    if (!signal.aborted) this.#inputs = [];
    return counts;
  }

  /** Merges parts and drops what was replaced; `all` = as many as may be, else only small ones where there are many. */
  compact(all: boolean, signal: AbortSignal, progress: RewriteProgress = SILENT): Promise<CompactCounts> {
    return compact(this.#task, all, this.#limits, { signal, ...progress });
  }

  /**
   * By an id as it came, or as redaction left it. Folds first: what still waits would be kept otherwise. null = it was ended,
   * and nothing is gone.
   */
  async forget(
    kind: Forgotten['kind'],
    id: string,
    signal: AbortSignal,
    progress: RewriteProgress = SILENT,
  ): Promise<ForgetCounts | null> {
    await this.fold(signal);
    if (signal.aborted) return null;
    return forget(this.#task, { kind, ids: formsOf(this.redactor, id) }, { signal, ...progress });
  }

  /** What was added and not folded waits for the next fold. */
  close(): void {
    try {
      this.#inbox.keep();
    } finally {
      this.#unlock();
    }
  }

  async #fold(
    folders: readonly string[],
    held: readonly Held[],
    progress: string | null,
    signal: AbortSignal,
    onProgress: (doneBytes: number) => void,
  ): Promise<FoldCounts> {
    const fold = new Fold({
      ...this.#task,
      limits: this.#limits,
      folders,
      held,
      progressText: progress,
      problem: (text) => this.#notice(text),
      progress: onProgress,
      signal,
    });
    const counts = await fold.run();
    if (signal.aborted) for (const item of held) this.#inbox.hold(item);
    return counts;
  }

  #notice(text: string): void {
    if (this.#notices.length < MAX_NOTICES) this.#notices.push(text);
    else if (this.#notices.length === MAX_NOTICES) this.#notices.push('and more of the kind');
  }
}

function pushTo(lists: Map<string, Item[]>, hash: string, item: Item): void {
  const list = lists.get(hash);
  if (list === undefined) lists.set(hash, [item]);
  else list.push(item);
}

function updated(inputs: readonly InputProgress[], news: readonly InputProgress[]): InputProgress[] {
  const paths = new Set(news.map(({ path }) => path));
  return [...inputs.filter(({ path }) => !paths.has(path)), ...news];
}
