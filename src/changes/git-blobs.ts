import { type GitOptions, gitOutput, gitOutputWithin } from './git-process.ts';

const MAX_FILE_BYTES = 1024 * 1024;
/** Texts past this sum are left unread, as large ones are: a vendored tree must not fill the memory. */
const MAX_TOTAL_BYTES = 128 * 1024 * 1024;
/** How far git itself looks for a NUL to call a file binary. */
const BINARY_PROBE_BYTES = 8_000;

/** Most of what is asked for is less, and then read by one git; only of more are the sizes asked first. */
const MAX_AT_ONCE_BYTES = 8 * 1024 * 1024;

/** Texts of blobs by their id; null = binary or too large. Bytes that are no UTF-8 become U+FFFD. */
export async function readTexts(git: GitOptions, oids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const unique = [...new Set(oids)];
  const texts = new Map<string, string | null>(unique.map((oid) => [oid, known.get(oid) ?? null]));
  const unknown = unique.filter((oid) => !known.has(oid));
  for (const [oid, bytes] of await readBlobs(git, unknown)) {
    const text = textOf(bytes);
    texts.set(oid, text);
    if (text !== null) keep(oid, text);
  }
  return texts;
}

/** Texts by the ids of their blobs, which say what is in them: of base and head, of plans and of factors they are mostly the same. */
const known = new Map<string, string>();
const MAX_KNOWN_CHARACTERS = 4 * 1024 * 1024;
let knownCharacters = 0;

function keep(oid: string, text: string): void {
  if (known.has(oid)) return;
  known.set(oid, text);
  knownCharacters += text.length;
  for (const [oldest, { length }] of known) {
    if (knownCharacters <= MAX_KNOWN_CHARACTERS) return;
    known.delete(oldest);
    knownCharacters -= length;
  }
}

async function readBlobs(git: GitOptions, oids: readonly string[]): Promise<readonly Blob[]> {
  if (oids.length === 0) return [];
  const all = await gitOutputWithin(MAX_AT_ONCE_BYTES, ['cat-file', '--batch'], withInput(git, oids));
  if (all !== null) return [...parseBatch(all)].filter(([, bytes]) => bytes.length <= MAX_FILE_BYTES);
  const wanted = await smallOnes(git, oids);
  return wanted.length === 0 ? [] : [...parseBatch(await gitOutput(['cat-file', '--batch'], withInput(git, wanted)))];
}

/** Those that are small enough, as long as all together are. */
async function smallOnes(git: GitOptions, oids: readonly string[]): Promise<readonly string[]> {
  const sizes = await gitOutput(['cat-file', '--batch-check=%(objectname) %(objectsize)'], withInput(git, oids));
  let total = 0;
  return sizes
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [oid = '', size = ''] = line.split(' ');
      const bytes = Number(size);
      if (!(bytes <= MAX_FILE_BYTES) || total + bytes > MAX_TOTAL_BYTES) return [];
      total += bytes;
      return [oid];
    })
    .filter((oid) => oid !== '');
}

function withInput(git: GitOptions, oids: readonly string[]): GitOptions {
  return { ...git, input: oids.map((oid) => `${oid}\n`).join('') };
}

type Blob = readonly [oid: string, contents: Buffer];

/** `oid type size LF contents LF`, again and again; `oid missing LF` of one that is not there. */
function* parseBatch(output: Buffer): Generator<Blob> {
  for (let at = 0; at < output.length; ) {
    const lineEnd = output.indexOf('\n', at);
    const [oid = '', , size] = output.toString('utf8', at, lineEnd).split(' ');
    const start = lineEnd + 1;
    if (size === undefined) {
      at = start;
      continue;
    }
    const end = start + Number(size);
    yield [oid, output.subarray(start, end)];
    at = end + 1;
  }
}

function textOf(bytes: Buffer): string | null {
  return bytes.subarray(0, BINARY_PROBE_BYTES).includes(0) ? null : bytes.toString('utf8');
}
