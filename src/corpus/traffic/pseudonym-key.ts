import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { isJsonObject, parseJson, pseudonym } from '../../trace/index.ts';
import { damaged, wrongFormat } from './faults.ts';
import { replaceFile, sizeOf } from './files.ts';
import { FORMATS } from './layout.ts';

/** Below the store. */
export const PSEUDONYMS = 'pseudonyms.json';

const KEY_BYTES = 32;

interface StoreKey {
  readonly key: string;
  /** It has just been made, and lies in the store. */
  readonly isNew: boolean;
}

/**
 * The key of a store's pseudonyms: the user's, or where there is none, one that is made once and kept in the store. A store
 * knows one key: under two of them one person would be two.
 * @throws UserError where it is not the one that the store began with.
 */
export async function pseudonymKey(root: string, given: string | null): Promise<StoreKey> {
  const path = join(root, PSEUDONYMS);
  if (sizeOf(path) === 0) {
    const key = given ?? randomBytes(KEY_BYTES).toString('hex');
    const written = { format: FORMATS.pseudonyms, key: given === null ? key : null, check: checkOf(key) };
    await replaceFile(path, `${JSON.stringify(written)}\n`, 0o600);
    return { key, isNew: given === null };
  }
  const { key: own, check } = read(path);
  const key = given ?? own;
  if (key !== null && checkOf(key) === check) return { key, isNew: false };
  if (key === null) {
    const message = 'the pseudonyms in this traffic store were made with a key from the environment, and there is none';
    throw new UserError({ where: path, message, hint: 'set the variable that redaction.key_environment names' });
  }
  const message = 'the pseudonyms in this traffic store were made with another key than that in the environment';
  const hint = own === null ? 'set the one of before' : 'leave it away: the store has a key of its own';
  throw new UserError({ where: path, message, hint: `${hint}, or begin another store` });
}

function read(path: string): { readonly key: string | null; readonly check: string } {
  const file = parseJson(readFileSync(path, 'utf8'));
  if (!isJsonObject(file)) throw damaged(path, 'it is no JSON object');
  const { format, key, check } = file;
  if (format !== FORMATS.pseudonyms) throw wrongFormat(path, FORMATS.pseudonyms, format ?? null);
  if ((key !== null && typeof key !== 'string') || typeof check !== 'string') throw damaged(path, 'it names no key');
  return { key, check };
}

/** Tells whether a key is the same without telling the key. */
function checkOf(key: string): string {
  return pseudonym(key, 'check', FORMATS.pseudonyms);
}
