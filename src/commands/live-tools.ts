import { cut, messageOf } from '../errors.ts';
import type { LiveTools } from '../replay/index.ts';
import { isJsonObject, parseJson } from '../trace/index.ts';

export const noTools: LiveTools = async (tool) => ({
  kind: 'failed',
  message: `the agent called the tool ${cut(tool, 80)}, and there is no --tools-url to ask`,
});

/** POST <url>/<name> with the arguments: 200 = result, 422 = the tool's own error. */
export function toolsAt(url: string): LiveTools {
  return async (tool, args) => {
    const address = `${url.replace(/\/+$/, '')}/${encodeURIComponent(tool)}`;
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(args),
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
