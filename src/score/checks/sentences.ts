const MAX_SENTENCES = 400;
const MAX_LENGTH = 20_000;

/** A text as sentences and lines. */
export function sentencesOf(text: string): readonly string[] {
  const pieces = text.slice(0, MAX_LENGTH).split(/(?<=[.!?])\s+|\n+/);
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .slice(0, MAX_SENTENCES);
}

const INTENT =
  /\b(I(['’]ll| will| am going to|['’]m going to| need to| should| must)|let me|let['’]s|(will|now|going to) (now |then )?(call|use|invoke|run)|proceed(ing)? (to|with))\b/i;

/** Words that make a sentence about something else than what is done next. */
const OTHERWISE =
  /\b(not|never|cannot|unable|avoid|without|instead|rather than|if|unless|once|when|after|before|until|later|then|would|could|might|previous(ly)?|earlier|already|either|or)\b|n['’]t\b/i;

/** The sentence says what its speaker does next, without condition, choice, order or negation. */
export function statesIntent(sentence: string): boolean {
  return INTENT.test(sentence) && !OTHERWISE.test(sentence);
}

const CONDITION = /\b(if|unless|in case|otherwise|except|when|whenever|until|would|could|should the|depending)\b/i;

export function isConditional(sentence: string): boolean {
  return CONDITION.test(sentence);
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
