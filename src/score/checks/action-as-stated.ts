import { cut } from '../../errors.ts';
import { type Firing, MAX_QUOTE } from './check.ts';
import { type Answered, callsOf, type Run, stepName } from './run.ts';
import { escapeRegExp, sentencesOf, statesIntent } from './sentences.ts';
import { statedValueProblem } from './stated-values.ts';

/**
 * What the agent says it does next against what it does. Three kinds: it names a tool and calls another; it names an argument
 * with a value (`order id W1`, `amount of 10`) and calls with another value; its final answer ends by announcing an action
 * (`I will now send the mail.`) and none follows.
 *
 * A statement is a sentence of intent (`I will`, `let me`, `proceed to`) in the same answer as the calls, without condition,
 * choice, order or negation. Not flagged: a named tool that is called later in the run; names of one plain word (`search`);
 * values where the answer asks for several calls or names several; an announcement with a question, an offer or a wait for
 * the user.
 */
export function unstatedActions(run: Run): readonly Firing[] {
  const names = [...run.tools].filter((name) => /[_-]|[a-z][A-Z]/.test(name));
  const patterns = names.map((name) => ({ name, pattern: wholeWord(name) }));
  const firings = run.events.flatMap((event) => {
    if (event.kind !== 'answered' || event.text === '' || event.calls.length === 0) return [];
    const stated = sentencesOf(event.text).filter(statesIntent);
    const texts = [otherTool(run, event, stated, patterns), statedValueProblem(event.calls, stated)];
    return texts.flatMap((text) =>
      text === null ? [] : [{ steps: [event.step], text: `${stepName(event)} says ${text}` }],
    );
  });
  return [...firings, ...announcedOnly(run)];
}

interface NamePattern {
  readonly name: string;
  readonly pattern: RegExp;
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${escapeRegExp(name)}(?![\\w-])`);
}

function otherTool(
  run: Run,
  { step, calls }: Answered,
  stated: readonly string[],
  patterns: readonly NamePattern[],
): string | null {
  for (const sentence of stated) {
    const named = patterns.filter(({ pattern }) => pattern.test(sentence)).map(({ name }) => name);
    if (named.length === 0 || calls.some(({ name }) => named.includes(name))) continue;
    if (callsOf(run).some((call) => call.step > step && named.includes(call.name))) continue;
    return `"${cut(sentence, MAX_QUOTE)}" but calls ${calls.map(({ name }) => name).join(', ')}, and ${named.join(', ')} never`;
  }
  return null;
}

const ANNOUNCES =
  /\b((I['’]ll|I will|I am going to|I['’]m going to) (now|proceed|go ahead|start|begin|next)|(let me|let['’]s) (now |first |start by |go ahead and )?(check|look (at|for|into|up)|find|get|fetch|try|search|start|proceed|verify|retrieve|send|create|update|book|cancel|determine))\b|\bI['’]ll proceed\b/i;
const WAITS = /\b(let me know|please|you|your|once|after|when|if|further|else|otherwise|again|confirm\w*)\b/i;

/** The run is over, so that what its last sentence announces was never done. */
function announcedOnly({ events, output }: Run): readonly Firing[] {
  const last = events.findLast((event) => event.kind !== 'told');
  if (output === null || last?.kind !== 'answered' || last.calls.length > 0) return [];
  const sentences = sentencesOf(last.text);
  const tail = sentences.at(-1) ?? '';
  if (sentences.slice(-3).some((sentence) => sentence.includes('?'))) return [];
  if (!ANNOUNCES.test(tail) || WAITS.test(tail)) return [];
  const text = `${stepName(last)} is the final answer and ends with "${cut(tail, MAX_QUOTE)}", but nothing is done after it`;
  return [{ steps: [last.step], text }];
}
