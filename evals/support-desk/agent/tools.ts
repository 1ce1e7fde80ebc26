/** What a tool said: its result, or the error that the model is to be told. Both are text as the server sent it. */
export interface ToolAnswer {
  readonly kind: 'result' | 'error';
  readonly body: string;
}

export type CallTool = (name: string, argumentsJson: string) => Promise<ToolAnswer>;

/** Tools behind HTTP: `POST <url>/<name>`, 200 = result, 422 = tool error; anything else ends the conversation. */
export function toolsAt(url: string): CallTool {
  return async (name, argumentsJson) => {
    const response = await fetch(`${url}/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: argumentsJson,
    });
    const body = await response.text();
    if (response.status === 200) return { kind: 'result', body };
    if (response.status === 422) return { kind: 'error', body };
    throw new Error(`tool ${name} answered ${response.status}: ${body.slice(0, 200)}`);
  };
}
