import { goesOn, isListText, listBeyond } from '../json-lists.ts';
import type { Message, Part, ToolDefinition } from '../trajectory.ts';

/** One item of a list of messages as it was read, with a line for what is wrong with it. */
export interface MessageEntry {
  readonly messages: readonly Message[];
  readonly finishReason: string | null;
  readonly fault: string | null;
}

export interface ToolEntry {
  readonly tools: readonly ToolDefinition[];
  readonly fault: string | null;
}

interface KnownList<Item> {
  readonly text: string;
  readonly items: readonly Item[];
}

/** Agents that work side by side each have a conversation of their own. */
const MAX_LISTS = 16;
/** Of what outlives a trace. */
const MAX_SHARED_CHARS = 256 * 1024;

/** Lists that stand as JSON text, each of which may repeat others and add to them. */
export class Lists<Item> {
  /** The last one first. */
  readonly #known: KnownList<Item>[] = [];
  readonly #maxChars: number;

  /** A longer text is not remembered. */
  constructor(maxChars = Number.POSITIVE_INFINITY) {
    this.#maxChars = maxChars;
  }

  /**
   * The items of a list. `read` reads each one by itself, whatever stands around it; null = the text is no such list. Of a
   * list that begins with all the items of a known one, such as a conversation that went on, only the rest is read, and of
   * this again what follows a known list, such as the answer that was given.
   */
  read(text: string, read: (list: string) => readonly Item[] | null): readonly Item[] | null {
    const known = this.#begun(text);
    if (known?.text === text) return known.items;
    const items = this.#longer(known, text, (rest) => this.#longer(this.#begun(rest), rest, read)) ?? read(text);
    if (items !== null && text.length <= this.#maxChars && isListText(text)) this.#remember({ text, items });
    return items;
  }

  #begun(text: string): KnownList<Item> | undefined {
    return this.#known.find((list) => goesOn(text, list.text));
  }

  #longer(
    known: KnownList<Item> | undefined,
    text: string,
    read: (list: string) => readonly Item[] | null,
  ): readonly Item[] | null {
    if (known === undefined) return read(text);
    if (known.text === text) return known.items;
    const rest = listBeyond(text, known.text);
    const items = rest === null ? null : read(rest);
    return items === null ? null : [...known.items, ...items];
  }

  #remember(list: KnownList<Item>): void {
    this.#known.unshift(list);
    if (this.#known.length > MAX_LISTS) this.#known.pop();
  }
}

/** The agents of one process have the same tools and instructions in every trace. */
const TOOLS = new Lists<ToolEntry>(MAX_SHARED_CHARS);
const INSTRUCTIONS = new Lists<Part>(MAX_SHARED_CHARS);

/**
 * The JSON texts in the spans of one trace. Each model call repeats the conversation of the call before it, and its
 * instructions and tools: what is repeated is parsed and read once, and is the same object in every call.
 */
export class TraceTexts {
  readonly messages = new Lists<MessageEntry>();
  readonly tools = TOOLS;
  readonly instructions = INSTRUCTIONS;
}
