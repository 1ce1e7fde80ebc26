import { describe, expect, test } from 'vitest';
import { type Attributes, readTrace } from '../../../src/trace/index.ts';
import { log, span } from './telling.ts';

const SCOPE = 'com.anthropic.claude_code.tracing';
const told = (id: string, parent: string | null, type: string, attributes: Attributes, startMs = 0) =>
  span({
    id,
    parent,
    name: `claude_code.${type}`,
    startMs,
    endMs: startMs + 5,
    scope: SCOPE,
    attributes: { 'span.type': type, ...attributes },
  });

describe('Claude Code’s spans', () => {
  const interaction = told('i', null, 'interaction', { user_prompt: '<REDACTED>', 'session.id': 's' });

  test('show nothing of what was not logged', () => {
    const spans = [
      interaction,
      told('c', 'i', 'llm_request', { model: 'm' }),
      told('t', 'i', 'tool', { tool_name: 'Bash' }, 6),
    ];
    const [run] = readTrace(spans, []);
    expect(run?.steps).toMatchObject([
      { input: null, output: null },
      { arguments: null, outcome: { kind: 'unknown' } },
    ]);
    expect(run?.problems).toEqual([]);
  });

  test('show some arguments of some tools, which is said', () => {
    const [run] = readTrace([interaction, told('t', 'i', 'tool', { tool_name: 'Bash', full_command: 'ls' })], []);
    expect(run?.steps).toMatchObject([{ name: 'Bash', arguments: { command: 'ls' } }]);
    expect(run?.problems).toEqual(['only some of a tool’s arguments were logged']);
  });

  test('tell a failed and a rejected call by the parts of the tool’s span', () => {
    const spans = [
      interaction,
      told('t1', 'i', 'tool', { tool_name: 'Read' }),
      told('e1', 't1', 'tool.execution', { success: false, error: 'Error:ENOENT' }),
      told('t2', 'i', 'tool', { tool_name: 'Write' }, 10),
      told('b2', 't2', 'tool.blocked_on_user', { decision: 'reject', source: 'user_reject' }, 10),
    ];
    expect(readTrace(spans, [])[0]?.steps).toMatchObject([
      { name: 'Read', outcome: { kind: 'error', value: 'Error:ENOENT' }, sources: ['t1', 'e1'] },
      { name: 'Write', outcome: { kind: 'error', value: 'rejected by the user' }, sources: ['t2', 'b2'] },
    ]);
  });

  test('put the steps of a subagent under its name', () => {
    const sub = { agent_id: 'a1', query_source: 'Explore' };
    const spans = [
      interaction,
      told('t', 'i', 'tool', { tool_name: 'Task' }),
      told('c', 't', 'llm_request', { model: 'm', ...sub }),
    ];
    expect(readTrace(spans, [])[0]?.steps.map(({ agent }) => agent)).toEqual([
      ['claude-code'],
      ['claude-code', 'Explore'],
    ]);
  });

  test('count cached tokens apart from the input', () => {
    const tokens = { input_tokens: 2, output_tokens: 3, cache_read_tokens: 50, cache_creation_tokens: 7 };
    const [run] = readTrace([told('c', null, 'llm_request', { model: 'm', ...tokens })], []);
    expect(run?.steps).toMatchObject([{ usage: { inputTokens: 59, outputTokens: 3, cachedInputTokens: 50 } }]);
  });
});

describe('Claude Code’s log events', () => {
  const event = (name: string, atMs: number, attributes: Attributes) => ({
    ...log({
      span: null,
      event: name,
      atMs,
      attributes: { 'session.id': 's', ...attributes },
      scope: 'com.anthropic.claude_code.events',
    }),
    traceId: null,
  });

  test('of each prompt are a run', () => {
    const prompts = ['p1', 'p2'].flatMap((id, index) => [
      event('user_prompt', index * 100, { 'prompt.id': id, prompt: `question ${id}` }),
      event('api_request', index * 100 + 50, {
        'prompt.id': id,
        request_id: `r-${id}`,
        model: 'm',
        cost_usd: 0.25,
        duration_ms: 40,
      }),
    ]);
    const runs = readTrace([], prompts);
    expect(runs.map(({ id, conversationId }) => [id, conversationId])).toEqual([
      ['claude-code/s/p1', 's'],
      ['claude-code/s/p2', 's'],
    ]);
    expect(runs[1]?.steps).toMatchObject([
      { costUsd: 0.25, durationMs: 40, input: [{ parts: [{ text: 'question p2' }] }] },
    ]);
  });

  test('tell of a body that was cut that it was', () => {
    const [run] = readTrace(
      [],
      [event('api_response_body', 5, { request_id: 'r', body: '{"content":[{"type":"te', body_truncated: 'true' })],
    );
    expect(run?.steps).toMatchObject([{ output: null }]);
    expect(run?.problems).toEqual(['a body of the Messages API that was cut, left out']);
  });

  test('tell of a request that failed, and of a tool that was not allowed', () => {
    const [run] = readTrace(
      [],
      [
        event('user_prompt', 0, { 'prompt.id': 'p' }),
        event('api_error', 5, { 'prompt.id': 'p', request_id: 'r', model: 'm', error: 'overloaded' }),
        event('tool_decision', 9, { 'prompt.id': 'p', tool_use_id: 'k', tool_name: 'Bash', decision: 'reject' }),
      ],
    );
    expect(run?.steps).toMatchObject([
      { error: 'overloaded' },
      { name: 'Bash', outcome: { kind: 'error', value: 'rejected by the user' } },
    ]);
  });
});
