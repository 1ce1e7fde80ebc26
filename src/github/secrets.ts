import { Buffer } from 'node:buffer';
import { isSecretName } from '../trace/index.ts';
import type { Environment } from './context.ts';

/** Anything shorter is no key, and masking it would blank out the log. */
const MIN_SECRET_CHARACTERS = 8;

/** Values that must never be printed: every environment variable named like a key or a token, and those given. */
export function secretValues(env: Environment, more: readonly string[]): string[] {
  const named = Object.entries(env).flatMap(([name, value]) => (isSecretName(name) && value ? [value] : []));
  return [...new Set([...named, ...more])].filter((value) => value.length >= MIN_SECRET_CHARACTERS);
}

/** The forms in which a secret turns up in requests, errors and traces: as it is, in JSON, base64 and a URL. */
export function secretForms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    encodeURIComponent(secret.toWellFormed()),
  ];
  return [...new Set(forms)];
}

/**
 * Names of GitHub's tokens in the environment of a job that runs the change's code: what they may do cannot be told from
 * them, so there must be none. The runtime token of uploads is in every action's environment and opens nothing else.
 */
export function tokensIn(env: Environment): string[] {
  const names = ['GITHUB_TOKEN', 'GH_TOKEN', 'INPUT_GITHUB-TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  return names.filter((name) => env[name] !== undefined && env[name] !== '');
}

/** The environment that the gate may see: Action inputs and GitHub's own tokens are not its business. */
export function withoutActionSecrets(env: Environment): Environment {
  const kept = Object.entries(env).filter(
    ([name]) => !/^INPUT_/i.test(name) && !/^(?:GITHUB|GH|ACTIONS)_.*TOKEN/.test(name),
  );
  return Object.fromEntries(kept);
}
