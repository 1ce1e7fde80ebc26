import { cut, messageOf } from '../errors.ts';
import { isJsonObject, type Json, parseJson, type ToolOutcome } from '../trace/index.ts';

/** What something that stands for a tool said. `failed`: it is no answer of a tool. */
export type ToolAnswer =
  | Exclude<ToolOutcome, { kind: 'missing' }>
  | { readonly kind: 'failed'; readonly message: string };

/** Asks the user's real tools. */
export type LiveTools = (tool: string, args: Json) => Promise<ToolAnswer>;

/** POST <url>/<name> with the arguments: 200 = result, 422 = the tool's own error. `timeoutMs` null = wait for ever. */
export function toolsAt(url: string, timeoutMs: number | null): LiveTools {
  return async (tool, args) => {
    const address = `${url.replace(/\/+$/, '')}/${encodeURIComponent(tool)}`;
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(args),
        signal: timeoutMs === null ? null : AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      const value = parseJson(text) ?? text;
      if (response.status === 200) return { kind: 'result', value };
      if (response.status === 422)
        return { kind: 'error', value: isJsonObject(value) && value.error !== undefined ? value.error : value };
      return { kind: 'failed', message: `${address} answered ${response.status}: ${cut(text, 200)}` };
    } catch (error) {
      return { kind: 'failed', message: `${address}: ${messageOf(error)}` };
    }
  };
}
