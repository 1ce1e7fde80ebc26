import { parseArgs } from 'node:util';
import { respond } from './provider/behaviour.ts';
import { MODELS } from './provider/models.ts';
import { type Answer, type ChatRequest, completionBody, completionEvents, hashRequest } from './provider/wire.ts';
import { drawsFrom } from './random.ts';
import { type Served, sendJson, serve } from './serving.ts';

/** A drawn answer with its id; null = no such model. */
export type Complete = (request: ChatRequest) => { readonly answer: Answer; readonly id: string } | null;

/**
 * The stand-in model. What it answers depends on the seed, on the request, and on how often it was asked this before:
 * a repeated request is a fresh draw, and other requests in flight change nothing.
 */
export function createModel(seed: number): Complete {
  const asked = new Map<string, number>();
  return (request) => {
    const model = MODELS.get(request.model);
    if (model === undefined) return null;
    const hash = hashRequest(request);
    const occurrence = asked.get(hash) ?? 0;
    asked.set(hash, occurrence + 1);
    const answer = respond(model, request, drawsFrom(`${seed}:${hash}:${occurrence}`));
    return { answer, id: `${hash.slice(0, 24)}${occurrence}` };
  };
}

/** Serves `POST /v1/chat/completions`, plain and streamed, and `/stats` with the number of completions so far. */
export async function startProvider(seed: number): Promise<Served> {
  const complete = createModel(seed);
  let completions = 0;
  return serve((path, body, response) => {
    if (path === '/stats') return sendJson(response, 200, { completions });
    if (path !== '/v1/chat/completions') return sendJson(response, 404, errorBody(`no route ${path}`, 'not_found'));
    completions += 1;
    const request = JSON.parse(body) as ChatRequest;
    const completed = complete(request);
    if (completed === null)
      return sendJson(response, 404, errorBody(`The model \`${request.model}\` does not exist.`, 'model_not_found'));
    if (request.stream !== true)
      return sendJson(response, 200, completionBody(request, completed.answer, completed.id));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(completionEvents(request, completed.answer, completed.id));
  });
}

function errorBody(message: string, code: string): object {
  return { error: { message, type: 'invalid_request_error', param: null, code } };
}

/** As a program: `--seed N`; prints one JSON line `{url}` and serves until it is ended. */
if (import.meta.main) {
  const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
  const { url } = await startProvider(Number(values.seed));
  process.stdout.write(`${JSON.stringify({ url })}\n`);
}
