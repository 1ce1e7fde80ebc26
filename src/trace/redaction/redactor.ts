import { type Json, type JsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { listBeyond } from '../json-lists.ts';
import { cardOfNumber } from './cards.ts';
import { CleanTexts } from './clean-texts.ts';
import { cutBelow } from './depth.ts';
import { isHarmless } from './harmless.ts';
import { MAX_DEPTH, PathSelector, placeKey } from './json-paths.ts';
import { MemberNames } from './member-names.ts';
import { phoneOf } from './phones.ts';
import { ITEMS, JSON_TEXT, KEY, placeText, ROOT } from './place-name.ts';
import { type RedactionCount, RedactionReport } from './report.ts';
import { PATH_KIND, type TextRedaction, TextRedactor } from './text-redactor.ts';

export interface Redaction extends TextRedaction {
  /** JSONPath (RFC 9535), applied to every document: a value given to `json`, and JSON in a text. */
  readonly paths: readonly string[];
}

/**
 * Takes out what must not be stored: keys, tokens and cookies, e.g. `[redacted:openai-key]`, and what is personal, for
 * which a pseudonym stands: `<email:0123456789ab>`, the same everywhere under one key, so that joins and the matching of
 * calls still work. What has been redacted once is left alone the second time.
 */
export interface Redactor {
  readonly json: (value: Json) => Json;
  /** Text that is JSON is redacted as JSON and stays JSON; where nothing is found, it stays as it is to the letter. */
  readonly text: (text: string) => string;
  /** What `json` leaves of a value that one of the user's paths selects. */
  readonly selected: (value: Json) => Json;
  /** true = `json` would find nothing in the value that this JSON text is. Much faster, but false does not mean that it would. */
  readonly isClean: (json: string) => boolean;
  /** What was found so far, by kind and place. */
  readonly report: () => readonly RedactionCount[];
}

export function redactor(redaction: Redaction): Redactor {
  const report = new RedactionReport();
  const texts = new TextRedactor(redaction);
  const paths = new PathSelector(redaction.paths);
  const walk = new DocumentRedactor(redaction, texts, paths, report);
  return {
    json: (value) => walk.begin().document(value),
    text: (text) => walk.begin().text(text),
    selected: (value) => walk.begin().selected(value),
    isClean: (json) => walk.isClean(json),
    report: () => report.counts(),
  };
}

/** Walks documents. Most of them hold nothing: until something is found nothing is made on the way. */
class DocumentRedactor {
  readonly #redaction: Redaction;
  readonly #texts: TextRedactor;
  readonly #paths: PathSelector;
  readonly #report: RedactionReport;
  readonly #clean = new CleanTexts();
  readonly #names: MemberNames;
  /** Where the walk is, from the root. */
  readonly #place: string[] = [];

  constructor(redaction: Redaction, texts: TextRedactor, paths: PathSelector, report: RedactionReport) {
    this.#redaction = redaction;
    this.#texts = texts;
    this.#paths = paths;
    this.#report = report;
    this.#names = new MemberNames((name) => texts.redact(name, () => undefined) === name);
  }

  /** Back to the root, also where the last walk was broken off. */
  begin(): this {
    this.#place.length = 0;
    return this;
  }

  /** Nobody knows what the user's patterns and paths look for. */
  isClean(json: string): boolean {
    return this.#redaction.patterns.length === 0 && this.#paths.none && isHarmless(json);
  }

  document(value: Json): Json {
    if (this.#paths.none) return this.#value(value, '', 0, null);
    const whole = nestedDeeperThan(value, MAX_DEPTH) ? cutBelow(value, MAX_DEPTH, () => this.#tooDeep()) : value;
    return this.#value(whole, '', 0, { at: [], selected: this.#paths.select(whole) });
  }

  text(text: string): string {
    if (this.#clean.has(text)) return text;
    const redacted = this.#fresh(text);
    if (redacted === text) this.#clean.add(text);
    return redacted;
  }

  /** JSON in a text: an object, a list, or a text in quotes, be it encoded twice. */
  #fresh(text: string): string {
    const isJson = /^\s*[[{"]/.test(text);
    const longer = isJson ? this.#longerList(text) : null;
    if (longer !== null) return longer;
    if (this.isClean(text)) return text;
    const value = isJson ? parseJson(text) : undefined;
    if (value === undefined) return this.#texts.redact(text, this.#foundHere);
    const redacted = this.#inText(value);
    return redacted === value ? text : JSON.stringify(redacted);
  }

  /** Of a list that goes on after a clean one only what is new is looked at. JSON paths may depend on the whole. */
  #longerList(text: string): string | null {
    const list = this.#paths.none ? this.#clean.listBefore(text) : null;
    const beyond = list === null ? null : listBeyond(text, list);
    if (list === null || beyond === null) return null;
    const value = parseJson(beyond);
    if (!Array.isArray(value)) return null;
    const redacted = this.isClean(beyond) ? value : this.#inText(value);
    if (redacted === value) return text;
    return `${JSON.stringify(parseJson(list)).slice(0, -1)},${JSON.stringify(redacted).slice(1)}`;
  }

  #inText(value: Json): Json {
    const isInside = this.#place.length > 0;
    if (isInside) this.#place.push(JSON_TEXT);
    const redacted = this.document(value);
    if (isInside) this.#place.pop();
    return redacted;
  }

  readonly #foundHere = (kind: string, count: number): void => {
    this.#report.add(kind, placeText(this.#place), count);
  };

  #tooDeep(): Json {
    this.#report.add('too-deep', this.#place.at(-1) ?? ROOT, 1);
    return '[redacted:too-deep]';
  }

  /** The same value where nothing is found in it. `name` is that of the member it is the value of. */
  #value(value: Json, name: string, depth: number, selection: Selection | null): Json {
    if (selection?.selected.has(placeKey(selection.at)) === true) return this.selected(value);
    if (typeof value === 'string') return this.#string(value, name);
    if (typeof value === 'number') return this.#number(value, name);
    if (typeof value !== 'object' || value === null) return value;
    if (depth === MAX_DEPTH) return this.#tooDeep();
    return Array.isArray(value) ? this.#list(value, name, depth, selection) : this.#object(value, depth, selection);
  }

  #list(list: Json[], name: string, depth: number, selection: Selection | null): Json[] {
    let changed: Json[] | null = null;
    this.#place.push(ITEMS);
    for (const [index, item] of list.entries()) {
      selection?.at.push(index);
      const redacted = this.#value(item, name, depth + 1, selection);
      selection?.at.pop();
      if (redacted !== item) changed ??= list.slice(0, index);
      changed?.push(redacted);
    }
    this.#place.pop();
    return changed ?? list;
  }

  #object(object: JsonObject, depth: number, selection: Selection | null): JsonObject {
    const named = nameBeside(object);
    let changed: (readonly [string, Json])[] | null = null;
    let renamed = false;
    for (const key of Object.keys(object)) {
      const member = object[key] ?? null;
      const name = this.#key(key);
      this.#place.push(name);
      selection?.at.push(key);
      const value = this.#value(member, key === 'value' ? (named ?? key) : key, depth + 1, selection);
      selection?.at.pop();
      this.#place.pop();
      if (name !== key || value !== member) changed ??= entriesBefore(object, key);
      if (name !== key) renamed = true;
      changed?.push([name, value]);
    }
    if (changed === null) return object;
    return Object.fromEntries(renamed ? withoutCollisions(changed) : changed);
  }

  #key(key: string): string {
    if (this.#names.of(key).isClean) return key;
    this.#place.push(KEY);
    const redacted = this.#texts.redact(key, this.#foundHere);
    this.#place.pop();
    return redacted;
  }

  #string(text: string, name: string): string {
    const { secret, isSpanId, isPhone } = this.#names.of(name);
    if (secret !== null && text !== '') {
      if (this.#texts.isMarker(text)) return text;
      this.#foundHere(secret.slice('[redacted:'.length, -1), 1);
      return secret;
    }
    if (isSpanId && SPAN_ID_FORM.test(text)) return text;
    return (isPhone ? this.#phone(text) : null) ?? this.text(text);
  }

  #number(value: number, name: string): Json {
    const card = this.#redaction.kinds.includes('card') ? cardOfNumber(value) : null;
    if (card !== null) return this.#put('card', card);
    return (this.#names.of(name).isPhoneNumber ? this.#phone(String(value)) : null) ?? value;
  }

  #phone(text: string): string | null {
    const phone = this.#redaction.kinds.includes('phone') ? phoneOf(text) : null;
    return phone === null ? null : this.#put('phone', phone);
  }

  /** What is one thing of a kind keeps its kind, so that it is the same as elsewhere. */
  selected(value: Json): Json {
    if (value === null) return null;
    if (typeof value === 'string') {
      if (this.#texts.isMarker(value)) return value;
      const redacted = this.#texts.redact(value, () => undefined);
      if (this.#texts.isMarker(redacted)) {
        this.#foundHere(PATH_KIND, 1);
        return redacted;
      }
    }
    return this.#put(PATH_KIND, typeof value === 'string' ? value : JSON.stringify(value));
  }

  #put(kind: string, normal: string): string {
    this.#foundHere(kind, 1);
    return this.#texts.pseudonym(kind, normal);
  }
}

const SPAN_ID_FORM = /^(?:[0-9a-f]{16}|[0-9a-f]{32})$/i;

/** What the user's paths select in a document. `at` is where the walk is in it. */
interface Selection {
  readonly at: (string | number)[];
  readonly selected: ReadonlySet<string>;
}

function entriesBefore(object: JsonObject, key: string): [string, Json][] {
  const entries = Object.entries(object);
  return entries.slice(
    0,
    entries.findIndex(([name]) => name === key),
  );
}

/** Headers and attributes also come as `{"name":"cookie","value":..}`. */
function nameBeside({ name, key }: JsonObject): string | null {
  if (typeof name === 'string') return name;
  return typeof key === 'string' ? key : null;
}

/** Two names may be two ways to write one thing; none takes the other's place. */
function withoutCollisions(entries: readonly (readonly [string, Json])[]): readonly (readonly [string, Json])[] {
  const used = new Set<string>();
  return entries.map(([name, value]) => {
    let free = name;
    for (let number = 2; used.has(free); number += 1) free = `${name} (${number})`;
    used.add(free);
    return [free, value];
  });
}
