import { describe, expect, test } from 'vitest';
import { readTrace } from '../../../src/trace/index.ts';
import { TRACE_ID, timeUs } from '../dialects/telling.ts';
import { agent, briefly, chat, other, tool } from './spans.ts';

const place = (parent: string | null, startMs: number, endMs: number) => ({ parent, startMs, endMs });

describe('the order of steps', () => {
  test('is that of their start, whatever the order of arrival', () => {
    const spans = [
      chat('c2', {}, place('a', 30, 40)),
      tool('t1', { name: 'f', args: {} }, place('a', 20, 25)),
      agent('a', 'one', place(null, 0, 50)),
      chat('c1', {}, place('a', 10, 20)),
    ];
    expect(readTrace(spans, []).map(briefly)).toEqual([['chat c1', 'f {} = ?', 'chat c2']]);
  });

  test('puts a parent before its child where the clock of the child’s machine is behind', () => {
    const spans = [
      chat('c1', {}, place('t1', 5, 15)),
      tool('t1', { name: 'delegate', args: {} }, place('a', 10, 40)),
      agent('a', 'one', place(null, 0, 50)),
    ];
    const [trajectory] = readTrace(spans, []);
    expect(briefly(trajectory)).toEqual(['delegate {} = ?', 'chat c1']);
    expect(trajectory?.steps[1]?.startUs).toBe(timeUs(5));
  });

  test('settles equal starts by parentage, then by what ended first', () => {
    const spans = [
      chat('c1', {}, place('t9', 10, 20)),
      tool('t9', { name: 'delegate', args: {} }, place('a', 10, 40)),
      tool('t1', { name: 'quick', args: {} }, place('a', 10, 30)),
      agent('a', 'one', place(null, 10, 50)),
    ];
    expect(readTrace(spans, []).map(briefly)).toEqual([['quick {} = ?', 'delegate {} = ?', 'chat c1']]);
  });
});

describe('broken trees', () => {
  test('spans that are all roots make one trajectory', () => {
    const spans = [1, 2, 3].map((n) => chat(`c${n}`, {}, place(null, n * 10, n * 10 + 5)));
    const [trajectory, ...more] = readTrace(spans, []);
    expect(more).toEqual([]);
    expect(trajectory?.id).toBe(TRACE_ID);
    expect(briefly(trajectory)).toEqual(['chat c1', 'chat c2', 'chat c3']);
    expect(trajectory?.problems).toEqual([]);
  });

  test('spans that miss the same parent belong together, and the missing parents are counted', () => {
    const spans = [
      agent('a1', 'triage', place('lost', 0, 50)),
      chat('c1', {}, place('a1', 10, 20)),
      agent('a2', 'refunds', place('lost', 60, 90)),
      chat('c2', {}, place('a2', 70, 80)),
    ];
    const [trajectory, ...more] = readTrace(spans, []);
    expect(more).toEqual([]);
    expect(trajectory?.steps.map(({ agent: path }) => path)).toEqual([['triage'], ['refunds']]);
    expect(trajectory?.problems).toEqual(['the parent of a span is not in the recording (2 times)']);
  });

  test('a circle of parents is opened at its earliest span', () => {
    const spans = [
      agent('a', 'one', place('c', 0, 50)),
      tool('b', { name: 'f', args: {} }, place('a', 10, 40)),
      chat('c', {}, place('b', 20, 30)),
      chat('d', {}, place('c', 22, 25)),
    ];
    const [trajectory] = readTrace(spans, []);
    expect(trajectory?.agentName).toBe('one');
    expect(trajectory?.steps.map(({ agent: path }) => path)).toEqual([['one'], ['one']]);
    expect(trajectory?.problems).toEqual(['spans are each other’s parents, opened at the earliest']);
  });

  test('a span that is its own parent is a root', () => {
    expect(readTrace([chat('c', {}, place('c', 0, 1))], []).map(briefly)).toEqual([['chat c']]);
  });

  test('a span that ends before it starts has no duration', () => {
    const [trajectory] = readTrace([chat('c', {}, place(null, 10, 5))], []);
    expect(trajectory?.steps[0]?.durationMs).toBeNull();
    expect(trajectory?.problems).toEqual(['a span that ends before it starts, its duration left out']);
  });

  test('of a span that came half done and done, the later version counts', () => {
    const pending = tool('t', { name: 'f', args: {} }, place(null, 10, 10));
    const done = tool('t', { name: 'f', args: {}, result: 'x' }, place(null, 10, 30));
    for (const spans of [
      [pending, done],
      [done, pending],
    ]) {
      const [trajectory] = readTrace(spans, []);
      expect(briefly(trajectory)).toEqual(['f {} = "x"']);
      expect(trajectory?.problems).toEqual(['a span came in several versions, the fullest is read']);
    }
  });
});

describe('what is not understood', () => {
  test('is counted by scope and name', () => {
    const spans = [
      other('h1', place(null, 0, 50)),
      chat('c', {}, place('h1', 10, 20)),
      other('h2', place('c', 12, 18)),
    ];
    const [trajectory] = readTrace(spans, []);
    expect(briefly(trajectory)).toEqual(['chat c']);
    expect(trajectory?.problems).toEqual(['not understood: a span of http named GET / (2 times)']);
  });

  test('gives a trajectory without steps where it is all there is', () => {
    const [trajectory] = readTrace([other('h', place(null, 0, 5))], []);
    expect(trajectory).toMatchObject({ id: TRACE_ID, format: 'unknown', steps: [], output: null, startUs: timeUs(0) });
    expect(trajectory?.problems).toEqual(['not understood: a span of http named GET /']);
  });

  test('is cut to 50 lines, most frequent first', () => {
    const spans = Array.from({ length: 99 }, (_, n) => ({ ...other(`h${n}`, place(null, n, n)), name: `GET ${n}` }));
    const lines = readTrace([...spans, other('x', place(null, 1, 2)), other('y', place(null, 1, 2))], [])[0]?.problems;
    expect(lines).toHaveLength(51);
    expect(lines?.[0]).toBe('not understood: a span of http named GET / (2 times)');
    expect(lines?.at(-1)).toBe('and 50 more kinds of problem');
  });
});
