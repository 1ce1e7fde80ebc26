import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { isJsonObject, parseJson } from '../../trace/index.ts';
import { CODECS, type Codec } from './codec.ts';
import { wrongFormat } from './faults.ts';
import { replaceFile, sizeOf } from './files.ts';
import { FORMATS } from './layout.ts';

export function defaultCodec(): Codec {
  const [codec] = CODECS;
  if (codec === undefined) throw new Error('this Node compresses nothing');
  return codec;
}

const HEAD = 'traffic.json';

export async function createHome(root: string, codec: Codec): Promise<Codec> {
  await replaceFile(join(root, HEAD), `${JSON.stringify({ format: FORMATS.store, compression: codec.name })}\n`);
  return codec;
}

/** How the store there is compressed; null = there is none. */
export function codecOf(root: string): Codec | null {
  const path = join(root, HEAD);
  if (sizeOf(path) === 0) return null;
  const head = parseJson(readFileSync(path, 'utf8'));
  const { format, compression } = isJsonObject(head) ? head : { format: null, compression: null };
  if (format !== FORMATS.store) throw wrongFormat(path, FORMATS.store, format ?? null);
  const codec = CODECS.find(({ name }) => name === compression);
  if (codec !== undefined) return codec;
  const message = `the store is compressed with ${JSON.stringify(compression ?? null)}, which this Node cannot do`;
  throw new UserError({ where: path, message, hint: 'use a newer Node' });
}
