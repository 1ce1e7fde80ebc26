import { cut, type Problem, UserError } from '../errors.ts';
import type { ContentLevel } from '../report/index.ts';
import type { ActionContext } from './context.ts';

/** The Action's inputs, read and checked; null = not given. */
export interface ActionInputs {
  readonly config: string | null;
  readonly base: string | null;
  readonly head: string | null;
  readonly store: string | null;
  readonly trials: number | null;
  readonly reportContent: ContentLevel | null;
  readonly comment: boolean;
  readonly token: string | null;
  readonly providerUrls: Readonly<Record<string, string>>;
  /** Relative to the workspace. */
  readonly workingDirectory: string | null;
}

/** `get` is @actions/core's getInput: trimmed, empty when absent. Throws a UserError with everything that is wrong. */
export function readInputs(get: (name: string) => string): ActionInputs {
  const problems: Problem[] = [];
  const text = (name: string): string | null => get(name) || null;
  const oneOf = <const T extends string>(name: string, allowed: readonly T[]): T | null => {
    const value = text(name);
    const known = allowed.find((word) => word === value);
    if (value !== null && known === undefined) problems.push(wrong(name, `one of ${allowed.join(', ')}`, value));
    return known ?? null;
  };
  const trials = text('trials');
  if (trials !== null && !/^[1-9]\d{0,3}$/.test(trials))
    problems.push(wrong('trials', 'a whole number from 1 to 9999', trials));
  const providerUrls: Record<string, string> = {};
  for (const provider of ['openai', 'anthropic']) {
    const url = text(`${provider}-base-url`);
    if (url === null) continue;
    if (!URL.canParse(url) || !/^https?:/.test(url))
      problems.push(wrong(`${provider}-base-url`, 'a http or https URL', url));
    providerUrls[provider] = url;
  }
  const inputs: ActionInputs = {
    config: text('config'),
    base: text('base'),
    head: text('head'),
    store: text('store'),
    trials: trials === null ? null : Number(trials),
    reportContent: oneOf('report-content', ['none', 'excerpt', 'full']),
    comment: oneOf('comment', ['true', 'false']) !== 'false',
    token: text('github-token'),
    providerUrls,
    workingDirectory: text('working-directory'),
  };
  if (problems.length > 0) throw new UserError(problems);
  return inputs;
}

/** What to compare: inputs win over the event. Throws a UserError when nothing names a base. */
export function chooseSides(
  inputs: ActionInputs,
  context: ActionContext,
): { readonly base: string; readonly head: string } {
  const base = inputs.base ?? context.baseSha;
  if (base === null) {
    const message = `the event ${context.event} names no base to compare with`;
    throw new UserError({ where: 'with: base', message, hint: 'Give the input base, for example base: origin/main.' });
  }
  return { base, head: inputs.head ?? context.headSha };
}

function wrong(name: string, expected: string, received: string): Problem {
  return {
    where: `with: ${name}`,
    message: `expected ${expected}; received ${cut(JSON.stringify(received), 80)}`,
    hint: null,
  };
}
