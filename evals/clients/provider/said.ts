/** What the stand-in model says, whatever wire it says it on. */
export interface Said {
  /** No two answers have the same. */
  readonly draw: number;
  readonly model: string;
  readonly text: string | null;
  readonly calls: readonly { readonly tool: string; readonly arguments: string }[];
}

/** One wire of a provider: an answer whole, and as the events of a stream. */
export interface SpokenWire {
  readonly path: string;
  whole(said: Said): object;
  streamed(said: Said): string;
}

/** Text as a stream brings it. */
export function pieces(text: string): readonly string[] {
  return text.match(/[\s\S]{1,9}/g) ?? [];
}

export function callId(said: Said, index: number): string {
  return `call_${said.draw}_${index}`;
}

export type TypedEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Server-sent events that say their type twice. */
export function typedEvents(events: readonly TypedEvent[]): string {
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}
