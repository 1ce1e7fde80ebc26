import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { namesIn, onDisk, otherVersion } from './disk.ts';
import { stateOf } from './holder.ts';
import { type Journal, type JournalPlaces, openJournal, type Place } from './journal.ts';
import { reserveOf } from './journal-writer.ts';
import { IS_SORTED, JOURNAL_EXTENSION, JOURNAL_FORMAT, JOURNALS, PACK_EXTENSION, SECTIONS } from './layout.ts';
import { writePack } from './pack-writer.ts';

/** A journal whose lines are to be packed. */
export interface Packable {
  readonly places: JournalPlaces;
  read(place: Place): Buffer;
}

/**
 * Packs a journal and takes it away. A crash in between does no harm: packed again it gives the same packs, and whoever
 * reads it beside them reads every line twice.
 */
export function sealJournal(directory: string, name: string, journal: Packable): void {
  for (const section of SECTIONS) {
    const places = journal.places.of(section);
    if (places.size === 0) continue;
    writePack(join(directory, section, `${name}${PACK_EXTENSION}`), section, (writer) => {
      for (const key of IS_SORTED[section] ? [...places.keys()].sort() : places.keys()) {
        const place = places.get(key);
        if (place !== undefined) writer.add(key, journal.read(place));
      }
    });
  }
  removeJournal(join(directory, JOURNALS, `${name}${JOURNAL_EXTENSION}`));
}

/**
 * The journals of other runs: those whose writer is gone are packed, the others are read as they are. What cannot be read
 * is written into `problems`.
 */
export function takeOver(directory: string, problems: string[]): readonly Journal[] {
  const folder = join(directory, JOURNALS);
  const open: Journal[] = [];
  for (const name of namesIn(folder)) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    if (!name.endsWith(JOURNAL_EXTENSION)) throw otherVersion(path, JOURNAL_FORMAT, name);
    const journal = openJournal(path);
    if (journal === null) continue;
    problems.push(...journal.problems);
    if (journal.holder !== null && stateOf(journal.holder) !== 'gone') {
      open.push(journal);
      continue;
    }
    try {
      sealJournal(directory, basename(name, JOURNAL_EXTENSION), journal);
    } finally {
      journal.close();
    }
  }
  return open;
}

function removeJournal(path: string): void {
  onDisk(path, () => {
    rmSync(path, { force: true });
    rmSync(reserveOf(dirname(path), basename(path, JOURNAL_EXTENSION)), { force: true });
  });
}
