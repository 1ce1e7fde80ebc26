import { isConditional, sentencesOf } from './sentences.ts';
import { nameWords } from './values.ts';

/** What a user asked for in words that can be checked. `quote` = the words. */
type Constraint = Limit | Wanted;

/** No call may break it. */
export type Limit =
  | { readonly kind: 'amount_at_most'; readonly limit: number; readonly quote: string }
  | { readonly kind: 'never'; readonly stem: string; readonly quote: string }
  /** ISO days; null = open on that end. */
  | { readonly kind: 'days'; readonly earliest: string | null; readonly latest: string | null; readonly quote: string };

/** Some call must have it, where any has something else in its place. */
export type Wanted =
  | { readonly kind: 'value'; readonly member: string; readonly value: string; readonly quote: string }
  | { readonly kind: 'day'; readonly value: string; readonly quote: string };

/** The constraints that a user's text states. Sentences with a condition or a choice are none. */
export function constraintsIn(text: string): readonly Constraint[] {
  const sentences = sentencesOf(text).filter((sentence) => !isConditional(sentence));
  const stated = sentences.flatMap((sentence) => [...amounts(sentence), ...days(sentence), ...values(sentence)]);
  return [...stated, ...sentences.flatMap((sentence) => nevers(sentence, text)), ...onlyDay(sentences, text)];
}

const AT_MOST =
  /\b(?:at most|(?:no|not) more than|(?:must|may|should) not (?:exceed|cost more than)|without exceeding|up to|(?:a )?(?:maximum|max|budget|limit|cap)(?: is| of)?)(?: of)? (?:(?:[$€£] ?)(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?) ?(?:dollars|euros|pounds|usd|eur|gbp)\b)(?![\d,.]*\d)(?! ?(?:per|a|an|each|every|\/)\b)/gi;

function amounts(sentence: string): readonly Constraint[] {
  return [...sentence.matchAll(AT_MOST)].map(([quote, signed, named]) => {
    return { kind: 'amount_at_most', limit: Number((signed ?? named ?? '').replaceAll(',', '')), quote };
  });
}

/** An order, not what somebody does not want, need or know. */
const NEVER =
  /(?<!\b(?:I|we|you|they|it|he|she|who|which|that) (?:really |actually )?)\b(?:do not|don['’]t|never|must not|without)\s+([a-z]{4,})\b/gi;

/** A verb that the same text also uses without the negation is left alone: which of the objects is meant is not known. */
function nevers(sentence: string, text: string): readonly Constraint[] {
  return [...sentence.matchAll(NEVER)].flatMap(([, verb = '']): Constraint[] => {
    if (/^(forget|hesitate|worry|mind)$/i.test(verb)) return [];
    const stem = verb.toLowerCase().replace(/(ing|e)$/, '');
    const uses = text
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.startsWith(stem)).length;
    return stem.length < 3 || uses > 1 ? [] : [{ kind: 'never', stem, quote: sentence }];
  });
}

const DAY = '(\\d{4}-\\d\\d-\\d\\d)';
const LATEST = new RegExp(`\\b(?:not? later than|not after|on or before|must be before) ${DAY}`, 'gi');
const EARLIEST = new RegExp(`\\b(?:not? earlier than|not before|on or after|must be after) ${DAY}`, 'gi');

function days(sentence: string): readonly Constraint[] {
  return [
    ...[...sentence.matchAll(LATEST)].map(
      ([quote, day = '']): Constraint => ({ kind: 'days', earliest: null, latest: day, quote }),
    ),
    ...[...sentence.matchAll(EARLIEST)].map(
      ([quote, day = '']): Constraint => ({ kind: 'days', earliest: day, latest: null, quote }),
    ),
  ];
}

const QUOTED = `(?:'([^'\\n]{2,80})'|"([^"\\n]{2,80})"|“([^”\\n]{2,80})”)`;
const SHOULD_BE = `\\b([a-z]+)(?: of [a-z ]{1,30})? (?:should|must|shall|has to|needs to) (?:be|read|say) ${QUOTED}`;
const SET_TO = `\\bset (?:the |its |their )?([a-z]+) to ${QUOTED}`;
const TITLED = `\\b(title)d ${QUOTED}`;
const NAMED = new RegExp([SHOULD_BE, SET_TO, TITLED].join('|'), 'gi');

/** A value with a gap in it (`Dinner at {name}`) is a pattern and no value. */
function values(sentence: string): readonly Constraint[] {
  return [...sentence.matchAll(NAMED)].flatMap(([quote, ...groups]): Constraint[] => {
    const [member = '', value = ''] = groups.filter((group) => group !== undefined);
    const [name] = nameWords(member);
    return name === undefined || /[{}<>[\]]|\.\.\./.test(value) ? [] : [{ kind: 'value', member: name, value, quote }];
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATE = new RegExp(`\\b${DAY}\\b|\\b(${MONTHS.join('|')})[a-z]* (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'gi');
const MAKES = /\b(create|add|book|schedule|reserve|set up|make)\b/i;
const RELATIVE = /\b(from|until|till|through|between|to [A-Z]|before|after|week|days?)\b/;

/** The only day in the whole text, where the sentence asks to make something `on` it. */
function onlyDay(sentences: readonly string[], text: string): readonly Constraint[] {
  const [only, ...others] = [...text.matchAll(DATE)];
  if (only === undefined || others.length > 0) return [];
  const [quote, iso, month = '', day = '', year = ''] = only;
  const asks = sentences.find((sentence) => sentence.includes(`on ${quote}`));
  if (asks === undefined || !MAKES.test(asks) || RELATIVE.test(asks)) return [];
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const value = iso ?? `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return [{ kind: 'day', value, quote: asks }];
}
