import { secretMember } from '../redact.ts';

/** What a member's name says of its value. */
interface MemberName {
  /** Nothing is found in the name itself. */
  readonly isClean: boolean;
  /** What stands in place of the value, which is a secret whatever its shape; null = it is none. */
  readonly secret: string | null;
  /** Ids of spans are long numbers by chance. */
  readonly isSpanId: boolean;
  /** Of a text, and of a number: there the whole name counts. */
  readonly isPhone: boolean;
  readonly isPhoneNumber: boolean;
}

const PHONE_MEMBER = /^(?:(?:tele|cell|mobile)?[-_ ]?phone|mobile|tel|fax)(?:[-_ ]?(?:number|no|nr))?$/i;
const SPAN_ID = /^(?:trace|span|parentSpan|parent_span)_?id$/i;

const MAX_NAMES = 10_000;
const MAX_NAME_CHARS = 200;

/** Names come again and again: each is looked at once. */
export class MemberNames {
  readonly #known = new Map<string, MemberName>();
  readonly #isClean: (name: string) => boolean;

  constructor(isClean: (name: string) => boolean) {
    this.#isClean = isClean;
  }

  of(name: string): MemberName {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const last = name.slice(name.lastIndexOf('.') + 1);
    const read = {
      isClean: this.#isClean(name),
      secret: secretMember(last),
      isSpanId: SPAN_ID.test(last),
      isPhone: PHONE_MEMBER.test(last),
      isPhoneNumber: PHONE_MEMBER.test(name),
    };
    if (this.#known.size < MAX_NAMES && name.length <= MAX_NAME_CHARS) this.#known.set(name, read);
    return read;
  }
}
