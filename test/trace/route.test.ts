import { expect, test } from 'vitest';
import { type Route, routeOf, unspokenApi } from '../../src/trace/index.ts';

const routes: readonly (readonly [string, Route])[] = [
  ['/v1/chat/completions', { kind: 'model', wire: 'openai-chat' }],
  ['/r/run/case/head/v1/chat/completions', { kind: 'model', wire: 'openai-chat' }],
  ['/openai/deployments/x/chat/completions/', { kind: 'model', wire: 'openai-chat' }],
  ['/v1/responses', { kind: 'model', wire: 'openai-responses' }],
  ['/messages', { kind: 'model', wire: 'anthropic-messages' }],
  ['/v1/messages', { kind: 'model', wire: 'anthropic-messages' }],
  ['/v1/v1/messages', { kind: 'model', wire: 'anthropic-messages' }],
  ['/v1/embeddings', { kind: 'model', wire: 'openai-embeddings' }],
  ['/v1beta/models/g:generateContent', { kind: 'unsupported', provider: 'Google Gemini' }],
  ['/v1beta/models/g:streamGenerateContent', { kind: 'unsupported', provider: 'Google Gemini' }],
  ['/model/anthropic.x-v1:0/invoke', { kind: 'unsupported', provider: 'Amazon Bedrock' }],
  ['/model/x/invoke-with-response-stream', { kind: 'unsupported', provider: 'Amazon Bedrock' }],
  ['/model/x/converse', { kind: 'unsupported', provider: 'Amazon Bedrock' }],
  ['/model/x/converse-stream', { kind: 'unsupported', provider: 'Amazon Bedrock' }],
  ['/v1/threads/thread_1/messages', { kind: 'unsupported', provider: 'OpenAI Assistants' }],
  ['/v1/messages/count_tokens', { kind: 'unsupported', provider: 'Anthropic’s token counting' }],
  ['/v1/models', { kind: 'unknown' }],
  ['/v1/responses/resp_1', { kind: 'unknown' }],
  ['/v1/mymessages', { kind: 'unknown' }],
  ['/', { kind: 'unknown' }],
];

test.each(routes)('%s', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test.each([
  ['/v1/moderations', 'moderations'],
  ['/v1/completions', 'completions'],
  ['/v1/vector_stores/vs_1/search', 'vector_stores'],
  ['/v1/audio/transcriptions', 'audio'],
  ['/v1beta/models/g:generateContent', 'Google Gemini'],
  ['/v1/chat/completions', null],
  ['/v1/messages/count_tokens', null],
  ['/api/event_logging/batch', null],
  ['/v1/traces/ingest', null],
])('a post to %s asks for what pawl does not speak: %s', (path, api) => {
  expect(unspokenApi(path)).toBe(api);
});
