import { type Json, type JsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { secretMember } from '../redact.ts';
import { cardOfNumber } from './cards.ts';
import { cutBelow } from './depth.ts';
import { MAX_DEPTH, PathSelector, type Place, placeKey } from './json-paths.ts';
import { phoneOf } from './phones.ts';
import { ITEMS, JSON_TEXT, KEY, type PlaceName, placeText, ROOT } from './place-name.ts';
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
  /** What was found so far, by kind and place. */
  readonly report: () => readonly RedactionCount[];
}

export function redactor(redaction: Redaction): Redactor {
  const report = new RedactionReport();
  const texts = new TextRedactor(redaction);
  const paths = new PathSelector(redaction.paths);
  const walk = new DocumentRedactor(redaction, texts, paths, report);
  return {
    json: (value) => walk.document(value, ROOT),
    text: (text) => walk.text(text, ROOT),
    report: () => report.counts(),
  };
}

const PHONE_MEMBER = /^(?:(?:tele|cell|mobile)?[-_ ]?phone|mobile|tel|fax)(?:[-_ ]?(?:number|no|nr))?$/i;
/** Ids of spans are long numbers by chance. */
const SPAN_ID = /^(?:trace|span|parentSpan|parent_span)_?id$/i;
const SPAN_ID_FORM = /^(?:[0-9a-f]{16}|[0-9a-f]{32})$/i;

class DocumentRedactor {
  readonly #redaction: Redaction;
  readonly #texts: TextRedactor;
  readonly #paths: PathSelector;
  readonly #report: RedactionReport;
  readonly #cleanKeys = new Set<string>();

  constructor(redaction: Redaction, texts: TextRedactor, paths: PathSelector, report: RedactionReport) {
    this.#redaction = redaction;
    this.#texts = texts;
    this.#paths = paths;
    this.#report = report;
  }

  document(value: Json, place: PlaceName): Json {
    if (this.#paths.none) return this.#value(value, '', { place, at: null, depth: 0, selected: NOTHING });
    const whole = nestedDeeperThan(value, MAX_DEPTH) ? this.#cut(value, place) : value;
    return this.#value(whole, '', { place, at: [], depth: 0, selected: this.#paths.select(whole) });
  }

  text(text: string, place: PlaceName): string {
    const inner = this.#jsonIn(text);
    if (inner === undefined) return this.#texts.redact(text, (kind, count) => this.#found(kind, place, count));
    const redacted = this.document(inner, place.above === null ? place : { above: place, name: JSON_TEXT });
    return redacted === inner ? text : JSON.stringify(redacted);
  }

  #found(kind: string, place: PlaceName, count = 1): void {
    this.#report.add(kind, placeText(place), count);
  }

  #cut(value: Json, place: PlaceName): Json {
    return cutBelow(value, MAX_DEPTH, () => this.#tooDeep(place));
  }

  #tooDeep(place: PlaceName): Json {
    this.#found('too-deep', { above: null, name: place.name });
    return '[redacted:too-deep]';
  }

  /** JSON in a text: an object, a list, or a text in quotes, be it encoded twice. */
  #jsonIn(text: string): Json | undefined {
    return /^\s*[[{"]/.test(text) ? parseJson(text) : undefined;
  }

  /** The same value where nothing is found in it. `name` is that of the member it is the value of. */
  #value(value: Json, name: string, here: Here): Json {
    if (here.at !== null && here.selected.has(placeKey(here.at))) return this.#selected(value, here.place);
    if (typeof value === 'string') return this.#string(value, name, here.place);
    if (typeof value === 'number') return this.#number(value, name, here.place);
    if (typeof value !== 'object' || value === null) return value;
    if (here.depth === MAX_DEPTH) return this.#tooDeep(here.place);
    if (!Array.isArray(value)) return this.#object(value, here);
    const place = { above: here.place, name: ITEMS };
    let changed = false;
    const items = value.map((item, i) => {
      const redacted = this.#value(item, name, below(here, place, i));
      if (redacted !== item) changed = true;
      return redacted;
    });
    return changed ? items : value;
  }

  #object(object: JsonObject, here: Here): JsonObject {
    const named = nameBeside(object);
    let changed = false;
    let renamed = false;
    const redacted = Object.entries(object).map(([key, member]): [string, Json] => {
      const name = this.#key(key, here.place);
      const inner = below(here, { above: here.place, name }, key);
      const value = this.#value(member, key === 'value' ? (named ?? key) : key, inner);
      if (name !== key) renamed = true;
      if (value !== member) changed = true;
      return [name, value];
    });
    if (!changed && !renamed) return object;
    return Object.fromEntries(renamed ? withoutCollisions(redacted) : redacted);
  }

  /** Names come again and again. */
  #key(key: string, place: PlaceName): string {
    if (this.#cleanKeys.has(key)) return key;
    const redacted = this.#texts.redact(key, (kind, count) => this.#found(kind, { above: place, name: KEY }, count));
    if (redacted === key && this.#cleanKeys.size < MAX_KEYS) this.#cleanKeys.add(key);
    return redacted;
  }

  #string(text: string, name: string, place: PlaceName): string {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const secret = secretMember(last);
    if (secret !== null && text !== '') {
      if (!this.#texts.isMarker(text)) this.#found(secret.slice('[redacted:'.length, -1), place);
      return this.#texts.isMarker(text) ? text : secret;
    }
    if (SPAN_ID.test(last) && SPAN_ID_FORM.test(text)) return text;
    return this.#phone(text, last, place) ?? this.text(text, place);
  }

  #number(value: number, name: string, place: PlaceName): Json {
    const card = this.#redaction.kinds.includes('card') ? cardOfNumber(value) : null;
    if (card !== null) return this.#put('card', card, place);
    return this.#phone(String(value), name, place) ?? value;
  }

  #phone(text: string, name: string, place: PlaceName): string | null {
    const phone = PHONE_MEMBER.test(name) && this.#redaction.kinds.includes('phone') ? phoneOf(text) : null;
    return phone === null ? null : this.#put('phone', phone, place);
  }

  /** What is one thing of a kind keeps its kind, so that it is the same as elsewhere. */
  #selected(value: Json, place: PlaceName): Json {
    if (value === null) return null;
    if (typeof value === 'string') {
      if (this.#texts.isMarker(value)) return value;
      const redacted = this.#texts.redact(value, () => undefined);
      if (this.#texts.isMarker(redacted)) {
        this.#found(PATH_KIND, place);
        return redacted;
      }
    }
    return this.#put(PATH_KIND, typeof value === 'string' ? value : JSON.stringify(value), place);
  }

  #put(kind: string, normal: string, place: PlaceName): string {
    this.#found(kind, place);
    return this.#texts.pseudonym(kind, normal);
  }
}

/** Where the walk is. */
interface Here {
  readonly place: PlaceName;
  /** null = no path is looked for. */
  readonly at: Place | null;
  readonly depth: number;
  readonly selected: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

const MAX_KEYS = 10_000;

function below({ at, depth, selected }: Here, place: PlaceName, step: string | number): Here {
  return { place, at: at === null ? null : [...at, step], depth: depth + 1, selected };
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
