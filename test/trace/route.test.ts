import { expect, test } from 'vitest';
import { type Route, routeOf } from '../../src/trace/index.ts';

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
