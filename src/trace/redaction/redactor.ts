import { isJsonObject, type Json, type JsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { secretMember } from '../redact.ts';
import { cardOfNumber } from './cards.ts';
import { cutBelow } from './depth.ts';
import { MAX_DEPTH, PathSelector, type Place, placeKey } from './json-paths.ts';
import { phoneOf } from './phones.ts';
import { pseudonym } from './pseudonym.ts';
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
    json: (value) => walk.document(value, '$'),
    text: (text) => walk.text(text, '$'),
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

  constructor(redaction: Redaction, texts: TextRedactor, paths: PathSelector, report: RedactionReport) {
    this.#redaction = redaction;
    this.#texts = texts;
    this.#paths = paths;
    this.#report = report;
  }

  document(value: Json, place: string): Json {
    const whole = nestedDeeperThan(value, MAX_DEPTH) ? this.#cut(value, place) : value;
    return this.#value(whole, '', [], { place, selected: this.#paths.select(whole) });
  }

  text(text: string, place: string): string {
    const inner = this.#jsonIn(text);
    if (inner === undefined) return this.#texts.redact(text, (kind, count) => this.#report.add(kind, place, count));
    const redacted = this.document(inner, place === '$' ? place : `${place}:json`);
    return redacted === inner ? text : JSON.stringify(redacted);
  }

  #cut(value: Json, place: string): Json {
    return cutBelow(value, MAX_DEPTH, () => {
      this.#report.add('too-deep', place, 1);
      return '[redacted:too-deep]';
    });
  }

  /** JSON in a text: an object, a list, or a text in quotes, be it encoded twice. */
  #jsonIn(text: string): Json | undefined {
    return /^\s*[[{"]/.test(text) ? parseJson(text) : undefined;
  }

  /** The same value where nothing is found in it. `name` is that of the member it is the value of. */
  #value(value: Json, name: string, at: Place, document: Document): Json {
    if (document.selected.size > 0 && document.selected.has(placeKey(at))) return this.#selected(value, document.place);
    if (typeof value === 'string') return this.#string(value, name, document.place);
    if (typeof value === 'number') return this.#number(value, name, document.place);
    if (Array.isArray(value)) {
      const inner = { ...document, place: `${document.place}[*]` };
      const items = value.map((item, i) => this.#value(item, name, [...at, i], inner));
      return items.some((item, i) => item !== value[i]) ? items : value;
    }
    return isJsonObject(value) ? this.#object(value, at, document) : value;
  }

  #object(object: JsonObject, at: Place, document: Document): JsonObject {
    const entries = Object.entries(object);
    const named = nameBeside(object);
    const used = new Set<string>();
    let changed = false;
    const redacted = entries.map(([key, member]): [string, Json] => {
      const name = unused(this.#key(key, document.place), used);
      used.add(name);
      const inner = { ...document, place: placeOf(document.place, name) };
      const value = this.#value(member, key === 'value' ? (named ?? key) : key, [...at, key], inner);
      if (name !== key || value !== member) changed = true;
      return [name, value];
    });
    return changed ? Object.fromEntries(redacted) : object;
  }

  #key(key: string, place: string): string {
    return this.#texts.redact(key, (kind, count) => this.#report.add(kind, `${place}~`, count));
  }

  #string(text: string, name: string, place: string): string {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const secret = secretMember(last);
    if (secret !== null && text !== '') {
      if (!this.#texts.isMarker(text)) this.#report.add(secret.slice('[redacted:'.length, -1), place, 1);
      return this.#texts.isMarker(text) ? text : secret;
    }
    if (SPAN_ID.test(last) && SPAN_ID_FORM.test(text)) return text;
    return this.#phone(text, last, place) ?? this.text(text, place);
  }

  #number(value: number, name: string, place: string): Json {
    const card = this.#redaction.kinds.includes('card') ? cardOfNumber(value) : null;
    if (card !== null) return this.#put('card', card, place);
    return this.#phone(String(value), name, place) ?? value;
  }

  #phone(text: string, name: string, place: string): string | null {
    const phone = PHONE_MEMBER.test(name) && this.#redaction.kinds.includes('phone') ? phoneOf(text) : null;
    return phone === null ? null : this.#put('phone', phone, place);
  }

  /** What is one thing of a kind keeps its kind, so that it is the same as elsewhere. */
  #selected(value: Json, place: string): Json {
    if (value === null) return null;
    if (typeof value === 'string') {
      if (this.#texts.isMarker(value)) return value;
      const redacted = this.#texts.redact(value, () => undefined);
      if (this.#texts.isMarker(redacted)) {
        this.#report.add(PATH_KIND, place, 1);
        return redacted;
      }
    }
    return this.#put(PATH_KIND, typeof value === 'string' ? value : JSON.stringify(value), place);
  }

  #put(kind: string, normal: string, place: string): string {
    this.#report.add(kind, place, 1);
    return pseudonym(this.#redaction.key, kind, normal);
  }
}

interface Document {
  /** Of the value at hand, for the report. */
  readonly place: string;
  readonly selected: ReadonlySet<string>;
}

/** Headers and attributes also come as `{"name":"cookie","value":..}`. */
function nameBeside({ name, key }: JsonObject): string | null {
  if (typeof name === 'string') return name;
  return typeof key === 'string' ? key : null;
}

/** Two names may be two ways to write one thing; none takes the other's place. */
function unused(name: string, used: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; used.has(free); number += 1) free = `${name} (${number})`;
  return free;
}

const MAX_PLACE = 200;

function placeOf(place: string, name: string): string {
  const next = /^[A-Za-z_][\w-]*$/.test(name) ? `${place}.${name}` : `${place}[${JSON.stringify(name)}]`;
  return next.length <= MAX_PLACE ? next : place;
}
