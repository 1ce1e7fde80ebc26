import { isJsonObject, parseJson } from '../../trace/index.ts';
import { FORMATS } from './layout.ts';

/** How far an input has been read into the store. It is the same input as long as all but `records` is the same. */
export interface InputProgress {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** The one that was named; null = the content told. */
  readonly format: string | null;
  /** Records, in the order in which the input gives them. */
  readonly records: number;
}

export function progressText(inputs: readonly InputProgress[]): string {
  return JSON.stringify({ format: FORMATS.progress, inputs });
}

/** What cannot be read means only that inputs are read again from their beginning: nothing is lost by that. */
export function parseProgress(text: string): InputProgress[] {
  const progress = parseJson(text);
  if (!isJsonObject(progress) || progress.format !== FORMATS.progress || !Array.isArray(progress.inputs)) return [];
  return progress.inputs.flatMap((input) => {
    if (!isJsonObject(input)) return [];
    const { path, bytes, modifiedMs, format, records } = input;
    if (typeof path !== 'string' || typeof bytes !== 'number') return [];
    if (typeof modifiedMs !== 'number' || typeof records !== 'number') return [];
    if (format !== null && typeof format !== 'string') return [];
    return [{ path, bytes, modifiedMs, format, records }];
  });
}
