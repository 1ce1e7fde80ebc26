import { join } from 'node:path';
import { type Held, scatteredLine } from './buckets.ts';
import { namesIn, sizeOf } from './files.ts';
import type { MadeItem } from './item-maker.ts';
import type { HeldItem } from './record.ts';
import { Scatter } from './scatter.ts';
import { itemsOfWhole } from './whole-trace.ts';

const INBOX = 'inbox';
const SLAB_BYTES = 256 * 1024;

/** What was scattered by one process until it folded it. Below the store. */
function generationFolder(number: number): string {
  return join(INBOX, String(number).padStart(6, '0'));
}

/** Numbers of the generations that are there, the oldest first. */
function generationsIn(root: string): number[] {
  return namesIn(join(root, INBOX)).flatMap((name) => (/^\d{6,}$/.test(name) ? [Number(name)] : []));
}

/** Bytes that are scattered and wait for a fold. */
export function waitingBytes(root: string): number {
  const folders = generationsIn(root).map((number) => join(root, generationFolder(number)));
  const files = folders.flatMap((folder) => namesIn(folder).map((name) => join(folder, name)));
  return files.reduce((sum, file) => sum + sizeOf(file), 0);
}

/** Where added records wait: in memory, or, when they are too many or must outlive the process, scattered on the disk. */
export class Inbox {
  readonly #root: string;
  readonly #heldBytes: number;
  #generation: number;
  #held: Held[] = [];
  #bytes = 0;
  #scatter: Scatter | null = null;
  readonly #encoder = new TextEncoder();
  #slab: Buffer = Buffer.alloc(0);

  constructor(root: string, heldBytes: number) {
    this.#root = root;
    this.#heldBytes = heldBytes;
    this.#generation = 1 + (generationsIn(root).at(-1) ?? 0);
  }

  add(item: MadeItem): void {
    if (this.#scatter !== null) this.#scatter.add(item.hash, scatteredLine(item));
    else this.hold(this.encoded(item));
  }

  /** A record as it waits in memory. */
  encoded({ text, origin, hash }: MadeItem): HeldItem {
    return { bytes: this.#bytesOf(text), origin, hash, file: null };
  }

  /** Takes back what was taken out. */
  hold(held: Held): void {
    this.#held.push(held);
    this.#bytes += 'stored' in held ? held.bytes : held.bytes.length;
    if (this.#bytes > 2 * this.#heldBytes) this.scatter();
  }

  /** As much is held as shall be. Who adds more has it taken, or it goes to the disk. */
  get isFull(): boolean {
    return this.#bytes > this.#heldBytes;
  }

  /** What was added outlives the end of this process. */
  keep(): void {
    if (this.#held.length > 0) this.scatter();
    this.#scatter?.flush();
  }

  /** What was added outlives even a loss of power. */
  async sync(): Promise<void> {
    this.keep();
    await this.#scatter?.sync();
  }

  /**
   * All that waits, here and from earlier processes: held in memory, or in folders below the store. What is added from now
   * on is none of it.
   */
  take(): { readonly folders: readonly string[]; readonly held: readonly Held[] } {
    if (this.#scatter !== null || generationsIn(this.#root).length > 0) this.keep();
    const held = this.takeHeld();
    this.#scatter = null;
    this.#generation += 1;
    return { folders: generationsIn(this.#root).map(generationFolder), held };
  }

  /** What is held in memory, which holds nothing then. */
  takeHeld(): Held[] {
    const held = this.#held;
    this.#held = [];
    this.#bytes = 0;
    return held;
  }

  get scatters(): boolean {
    return this.#scatter !== null;
  }

  /** From now on all of it goes to the disk, what is held too. */
  scatter(): void {
    this.#scatter ??= new Scatter(join(this.#root, generationFolder(this.#generation)), 0);
    for (const held of this.takeHeld()) {
      for (const { hash, origin, bytes } of 'stored' in held ? itemsOfWhole(held) : [held])
        this.#scatter.add(hash, scatteredLine({ hash, origin, text: bytes.toString() }));
    }
  }

  /** Cut out of one large piece of memory: a Buffer's own encoding is slow where text is not ASCII. */
  #bytesOf(text: string): Buffer {
    const most = text.length * 3;
    if (this.#slab.length < most) this.#slab = Buffer.allocUnsafe(Math.max(most, SLAB_BYTES));
    const { written } = this.#encoder.encodeInto(text, this.#slab);
    const bytes = this.#slab.subarray(0, written);
    this.#slab = this.#slab.subarray(written);
    return bytes;
  }
}
