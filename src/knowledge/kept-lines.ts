import { cut, UserError } from '../errors.ts';
import { isJsonObject, type Json, parseJson } from '../trace/index.ts';

/** What is to be appended to a file of JSON Lines; `isNew` = it begins with the header that names its format. */
export function linesToAppend(format: string, isNew: boolean, values: readonly unknown[]): string {
  return [...(isNew ? [{ format }] : []), ...values].map((value) => `${JSON.stringify(value)}\n`).join('');
}

/**
 * The values of such a file. A last line that a crash cut short is left out; the header may stand in it again, since two runs may
 * have begun the file at once. @throws UserError where the file is of another
 * format or version, or `read` finds a line to be none (null).
 */
export function readLines<T>(
  text: string,
  { file, format }: { readonly file: string; readonly format: string },
  read: (value: Json | undefined) => T | null,
): readonly T[] {
  const lines = text.split('\n');
  const header = parseJson(lines[0] ?? '');
  if (!isJsonObject(header) || header.format !== format) {
    const message = `expected the header ${JSON.stringify({ format })}, received ${cut(lines[0] ?? '', 80)}`;
    throw new UserError({ where: file, message, hint: 'was it written by a later version of pawl?' });
  }
  // Behind the last line break stands nothing, or what a crash left of a line.
  return lines.slice(1, -1).flatMap((line, index) => {
    if (line === lines[0]) return [];
    const value = read(parseJson(line));
    if (value !== null) return [value];
    const where = `${file}, line ${index + 2}`;
    throw new UserError({ where, message: `expected an entry, received ${cut(line, 80)}`, hint: 'take the line out' });
  });
}
