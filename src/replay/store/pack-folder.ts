import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn, onDisk, otherVersion } from './disk.ts';
import { isRunning } from './holder.ts';
import { type EntryKey, PACK_EXTENSION, PACK_FORMAT, type Section } from './layout.ts';
import { mergePacks } from './merge.ts';
import { openPack, type Pack } from './pack.ts';
import type { PackPlace } from './pack-index.ts';

const MAX_CACHED_BYTES = 4 * 1024 * 1024;

/** All packs of a section. What it holds in memory does not grow with them. */
export class PackFolder {
  readonly #folder: string;
  readonly #section: Section;
  readonly #problems: string[];
  readonly #packs: readonly Pack[];
  /** The blocks that were read last, newest at the end; null = damaged. */
  readonly #blocks = new Map<string, Buffer | null>();
  #cachedBytes = 0;

  /** What cannot be read is written into `problems`, now and later. */
  constructor(directory: string, section: Section, problems: string[]) {
    this.#folder = join(directory, section);
    this.#section = section;
    this.#problems = problems;
    this.#packs = this.#open();
  }

  /** Whether `find` finds a line: its block was read whole once. */
  has(key: EntryKey): boolean {
    return this.#packs.some((pack) =>
      pack.places(key).some((place) => pack.isKnownWhole(place) || this.#block(pack, place) !== null),
    );
  }

  /** The first line under a key. */
  find(key: EntryKey): Buffer | null {
    for (const pack of this.#packs)
      for (const place of pack.places(key)) {
        const line = this.#line(pack, place);
        if (line !== null) return line;
      }
    return null;
  }

  /** All lines whose keys begin so. */
  findAll(prefix: string): readonly Buffer[] {
    return this.#packs.flatMap((pack) => pack.places(prefix).flatMap((place) => this.#line(pack, place) ?? []));
  }

  /** Puts packs together where there are many, under a name that no other run uses. */
  merge(name: string): void {
    mergePacks(this.#packs, join(this.#folder, `${name}${PACK_EXTENSION}`), this.#section);
  }

  close(): void {
    for (const pack of this.#packs) pack.close();
  }

  #open(): Pack[] {
    const packs: Pack[] = [];
    try {
      const seen = new Set<string>();
      // Where one is gone, what it held is in one that came meanwhile.
      for (let isWhole = false; !isWhole; ) {
        const names = namesIn(this.#folder).filter((name) => !seen.has(name));
        isWhole = true;
        for (const name of names) {
          const opened = this.#openOne(name);
          if (opened === 'gone') isWhole = false;
          else seen.add(name);
          if (typeof opened === 'object' && opened !== null) packs.push(opened);
        }
      }
      return packs;
    } catch (error) {
      for (const pack of packs) pack.close();
      throw error;
    }
  }

  /** null = nothing to be read there. */
  #openOne(name: string): Pack | 'gone' | null {
    const path = join(this.#folder, name);
    if (name.startsWith('.')) {
      removeLeftOver(path, name);
      return null;
    }
    if (!name.endsWith(PACK_EXTENSION)) throw otherVersion(path, PACK_FORMAT, name);
    const opened = openPack(path, this.#section);
    switch (opened.kind) {
      case 'pack':
        return opened.pack;
      case 'gone':
        return 'gone';
      case 'damaged':
        this.#problems.push(`${path}: ${opened.why}; what it held was left out`);
        return null;
      default:
        return opened satisfies never;
    }
  }

  #line(pack: Pack, place: PackPlace): Buffer | null {
    const block = this.#block(pack, place);
    return block?.subarray(place.offset, place.offset + place.length) ?? null;
  }

  #block(pack: Pack, place: PackPlace): Buffer | null {
    const key = `${place.blockOffset} ${pack.path}`;
    const known = this.#blocks.get(key);
    if (known !== undefined) {
      this.#blocks.delete(key);
      this.#blocks.set(key, known);
      return known;
    }
    const block = pack.block(place);
    if (block === null)
      this.#problems.push(`${pack.path}: the block at byte ${place.blockOffset} is damaged and was left out`);
    this.#blocks.set(key, block);
    this.#cachedBytes += block?.length ?? 0;
    this.#shrink();
    return block;
  }

  #shrink(): void {
    for (const [key, block] of this.#blocks) {
      if (this.#cachedBytes <= MAX_CACHED_BYTES) return;
      if (block === null) continue;
      this.#blocks.delete(key);
      this.#cachedBytes -= block.length;
    }
  }
}

/** Half of a pack, whose writer did not live to finish it. */
function removeLeftOver(path: string, name: string): void {
  const pid = /\.pack\.(\d+)$/.exec(name)?.[1];
  if (pid !== undefined && !isRunning(Number(pid))) onDisk(path, () => rmSync(path, { force: true }));
}
