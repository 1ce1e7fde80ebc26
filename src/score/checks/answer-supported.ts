import { cut } from '../../errors.ts';
import { type Firing, MAX_QUOTE } from './check.ts';
import { KnownValues } from './known-values.ts';
import { callsOf, type Run, resultText, stepName, textOf } from './run.ts';
import { sentencesOf } from './sentences.ts';
import { isIdentifier, wordsIn } from './values.ts';

/** The agent says of itself that it has acted, as the statement of a sentence. */
const CLAIMS =
  /^\W*(?:(?:ok(?:ay)?|great|done|sure|perfect|alright|yes)\b\W*)?(?:I have|I['’]ve|[^.!?,\n]{3,60}? (?:has|have) been)\s+(?:now |also |already |just |successfully )*(sent|booked|created|updated|cancell?ed|scheduled|added|removed|deleted|shared|invited|posted|paid|transferred|refunded|changed|modified|reserved|exchanged|forwarded|rescheduled)\b/i;
const OTHERWISE = /\b(not|never|if|once|already|previously|earlier|should|would|could|might)\b|n['’]t\b/i;

/**
 * The final answer stands on nothing the agent did. Three kinds: none of the tools that are configured as evidence has given
 * a result; it claims an action (`I have sent ...`, `... has been booked`) though no call that changes state has succeeded in
 * the whole run; it names an identifier that stands in no tool result, no user's words and no call.
 *
 * Not flagged: claims in a run without any tool call (it may be of an earlier conversation); claims with `already`, a condition
 * or a negation; amounts and short numbers, which agents compute; identifiers where the instructions are not known, as in
 * trials, since they may hold them.
 */
export function unsupportedAnswers(run: Run, evidence: readonly string[]): readonly Firing[] {
  const last = run.events.findLast((event) => event.kind !== 'told');
  if (run.output === null || last === undefined) return [];
  const texts = [withoutEvidence(run, evidence), claimed(run, run.output), unknownIdentifier(run, run.output)];
  return texts.flatMap((text) => (text === null ? [] : [{ steps: [last.step], text: `${stepName(last)}: ${text}` }]));
}

function withoutEvidence(run: Run, evidence: readonly string[]): string | null {
  if (evidence.length === 0) return null;
  const given = callsOf(run).some(({ name, outcome }) => evidence.includes(name) && outcome.kind === 'result');
  return given ? null : `the answer is given without a result of ${evidence.join(' or ')}`;
}

function claimed(run: Run, output: string): string | null {
  const calls = callsOf(run);
  const changed = calls.some(({ name, outcome }) => !run.isReadOnly(name) && outcome.kind !== 'error');
  if (calls.length === 0 || changed) return null;
  const claim = sentencesOf(output).find((sentence) => CLAIMS.test(sentence) && !OTHERWISE.test(sentence));
  return claim === undefined ? null : `the answer says "${cut(claim, MAX_QUOTE)}", but no call has changed anything`;
}

function unknownIdentifier(run: Run, output: string): string | null {
  if (!run.instructionsKnown) return null;
  const known = new KnownValues();
  for (const event of run.events) {
    if (event.kind === 'told') known.hear(event.text, event.step, event.role);
    if (event.kind !== 'called') continue;
    known.hear(textOf(event.arguments), event.step, null);
    known.hear(resultText(event), event.step, event.name);
  }
  const unknown = wordsIn(output).find((word) => mustBeKnown(word) && !known.has(word));
  return unknown === undefined ? null : `the answer names ${cut(unknown, MAX_QUOTE)}, which nobody has said before`;
}

/** `5-star` and `48/day` are words of a language, `W2378156` is none. */
function mustBeKnown(word: string): boolean {
  return isIdentifier(word) && /^#?[\p{L}\p{N}_]+$/u.test(word) && (word.match(/\d/g) ?? []).length >= 4;
}
