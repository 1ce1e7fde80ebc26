import type { Wire } from './trajectory.ts';

/** What a request path asks for. `unsupported` names a model API that pawl does not speak, so that nobody must guess. */
export type Route =
  | { readonly kind: 'model'; readonly wire: Wire }
  | { readonly kind: 'unsupported'; readonly provider: string }
  | { readonly kind: 'unknown' };

const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/\/threads\/[^/]+\/messages$/, { kind: 'unsupported', provider: 'OpenAI Assistants' }],
  [/\/chat\/completions$/, { kind: 'model', wire: 'openai-chat' }],
  [/\/responses$/, { kind: 'model', wire: 'openai-responses' }],
  [/\/messages$/, { kind: 'model', wire: 'anthropic-messages' }],
  [/\/messages\/count_tokens$/, { kind: 'unsupported', provider: 'Anthropic’s token counting' }],
  [/\/embeddings$/, { kind: 'model', wire: 'openai-embeddings' }],
  [/:(?:streamGenerateContent|generateContent)$/, { kind: 'unsupported', provider: 'Google Gemini' }],
  [
    /\/model\/[^/]+\/(?:invoke(?:-with-response-stream)?|converse(?:-stream)?)$/,
    { kind: 'unsupported', provider: 'Amazon Bedrock' },
  ],
];

/** Work for models that clients post besides what pawl speaks: moderation, images, speech, files and stores to search in. */
const OTHER_WORK =
  /\/(?:moderations|completions|images|audio|files|uploads|vector_stores|batches|assistants|threads|conversations|containers|realtime|rerank|videos)(?:\/|$)/;

/**
 * What a post to this path asks for, where that decides what an agent does next and pawl does not speak it; null = it is spoken,
 * or counts and reports only. In words, without the ids that follow.
 */
export function unspokenApi(pathname: string): string | null {
  const route = routeOf(pathname);
  if (route.kind === 'unsupported') return /count_tokens/.test(pathname) ? null : route.provider;
  const [found] = (route.kind === 'unknown' ? OTHER_WORK.exec(pathname) : null) ?? [];
  return found === undefined ? null : found.replaceAll('/', '');
}

/**
 * The route of a URL's path. Only the end of the path counts: clients disagree about `/v1` (`/messages`, `/v1/messages` and
 * `/v1/v1/messages` all arrive), and the gateway's own prefix names the trial.
 */
export function routeOf(pathname: string): Route {
  const path = pathname.replace(/\/+$/, '');
  return ROUTES.find(([pattern]) => pattern.test(path))?.[1] ?? { kind: 'unknown' };
}
