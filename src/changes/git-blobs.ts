import { type GitOptions, gitOutput } from './git-process.ts';

const MAX_FILE_BYTES = 1024 * 1024;
/** Texts past this sum are left unread, as large ones are: a vendored tree must not fill the memory. */
const MAX_TOTAL_BYTES = 128 * 1024 * 1024;
/** How far git itself looks for a NUL to call a file binary. */
const BINARY_PROBE_BYTES = 8_000;

/** Texts of blobs by their id; null = binary or too large. Bytes that are no UTF-8 become U+FFFD. */
export async function readTexts(git: GitOptions, oids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const unique = [...new Set(oids)];
  const texts = new Map<string, string | null>(unique.map((oid) => [oid, null]));
  const sizes = await gitOutput(['cat-file', '--batch-check=%(objectname) %(objectsize)'], withInput(git, unique));
  let total = 0;
  const wanted = sizes
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
  if (wanted.length === 0) return texts;
  const output = await gitOutput(['cat-file', '--batch'], withInput(git, wanted));
  for (const [oid, bytes] of parseBatch(output)) texts.set(oid, textOf(bytes));
  return texts;
}

function withInput(git: GitOptions, oids: readonly string[]): GitOptions {
  return { ...git, input: oids.map((oid) => `${oid}\n`).join('') };
}

/** `oid type size LF contents LF`, again and again. */
function* parseBatch(output: Buffer): Generator<readonly [oid: string, contents: Buffer]> {
  for (let at = 0; at < output.length; ) {
    const lineEnd = output.indexOf('\n', at);
    const [oid = '', , size = ''] = output.toString('utf8', at, lineEnd).split(' ');
    const start = lineEnd + 1;
    const end = start + Number(size);
    yield [oid, output.subarray(start, end)];
    at = end + 1;
  }
}

function textOf(bytes: Buffer): string | null {
  return bytes.subarray(0, BINARY_PROBE_BYTES).includes(0) ? null : bytes.toString('utf8');
}
