import { isJsonObject, parseJson } from '../../trace/index.ts';
import { FORMATS } from './layout.ts';

/** How far an input has been read into the store. It is the same input as long as all three are the same. */
export interface InputProgress {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
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
    const { path, bytes, modifiedMs, records } = input;
    if (typeof path !== 'string' || typeof bytes !== 'number') return [];
    if (typeof modifiedMs !== 'number' || typeof records !== 'number') return [];
    return [{ path, bytes, modifiedMs, records }];
  });
}
