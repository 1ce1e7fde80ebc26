import { join } from 'node:path';
import type { Codec } from './codec.ts';
import { namesIn } from './files.ts';
import { dayOfFolder, numberOfIndex, type PartFiles, type PartName, partFiles } from './layout.ts';

/** A part of the store, with its files below it. */
export interface Part {
  readonly name: PartName;
  readonly files: PartFiles;
}

/** The parts of a store in the order of days and numbers. Other files in its folders are none of it. */
export function partsOf(root: string, codec: Codec): Part[] {
  return namesIn(join(root, 'raw')).flatMap((folder) => {
    const day = dayOfFolder(folder);
    if (day === undefined) return [];
    return namesIn(join(root, 'raw', folder)).flatMap((file) => {
      const number = numberOfIndex(file);
      return number === null ? [] : [partOf({ day, number }, codec)];
    });
  });
}

export function partOf(name: PartName, codec: Codec): Part {
  return { name, files: partFiles(name, codec.extension) };
}

/** A number that no part has. */
export function nextNumber(root: string, codec: Codec): number {
  return 1 + partsOf(root, codec).reduce((most, { name }) => Math.max(most, name.number), 0);
}
