import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Report } from '../../src/report/index.ts';
import { type Answer, obedient, oneLook, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

const systemOf = (request: Parameters<Answer>[0]): string =>
  (request.body.messages as { content: string }[])[0]?.content ?? '';
/** Whoever is told never to pay back does not, in half of the cases. */
const halfStubborn: Answer = (request) =>
  systemOf(request).includes('Never') && /"Pay back o-\d*[02468]"/.test(JSON.stringify(request.body))
    ? { text: 'no' }
    : obedient(request);

interface Asked {
  readonly side: 'base' | 'head';
  /** The order to pay back, and how far the conversation is. */
  readonly what: string;
}

/** A gate on a store of its own, and what it asked the provider in each of its rounds, in order. */
async function rounds(head: string, store: string): Promise<{ report: Report; asked: readonly Asked[][] }> {
  const begins: number[] = [];
  const first = project.provider.seen.length;
  const report = await project.gate(head, {
    storeDirectory: join(project.directory, '.git', store),
    watch: {
      signal: new AbortController().signal,
      planned: () => begins.push(project.provider.seen.length),
      ran: () => undefined,
    },
  });
  expect(begins[0]).toBe(first);
  const asked = begins.map((begin, index) =>
    project.provider.seen.slice(begin, begins[index + 1]).map((request): Asked => {
      const side = systemOf(request).includes('Never') ? 'head' : 'base';
      const messages = request.body.messages as object[];
      return { side, what: `${/Pay back o-\d+/.exec(JSON.stringify(messages))?.[0]} ${messages.length}` };
    }),
  );
  return { report, asked };
}

const judged = ({ verdict, reasons, slices, cases, head }: Report) => ({ verdict, reasons, slices, cases, head });
const turns = (asked: readonly Asked[]): number => asked.filter(({ side }, i) => side !== asked[i - 1]?.side).length;

test('every round mixes base and head in an order that head’s sha and the policy fix, and the same answers give the same verdict', {
  timeout: 120_000,
}, async () => {
  const files = { 'pawl.yml': `${SETTINGS}${oneLook(2)}` };
  project = await startProject({ answer: halfStubborn, cases: someCases(12), files });
  project.branch('worse', { 'prompts/system.md': 'Never pay back. Parameter: order.\n' });
  project.branch('other', { 'prompts/system.md': 'Never pay back! Parameter: order.\n' });
  const one = await rounds('worse', 'store-1');
  const again = await rounds('worse', 'store-2');
  expect(one.report.verdict).toBe('block');
  expect(again.asked).toEqual(one.asked);
  expect(judged(again.report)).toEqual(judged(one.report));

  const both = one.asked.filter((asked) => new Set(asked.map(({ side }) => side)).size === 2 && asked.length > 20);
  // The first look, and the guard that confirms the block.
  expect(both.length).toBeGreaterThanOrEqual(2);
  // Sorted by side there would be two turns; drawn at random, about half of the requests begin one.
  for (const asked of both) expect(turns(asked)).toBeGreaterThan(asked.length / 6);

  const orderOf = ({ asked }: typeof one): readonly string[] =>
    (asked[0] ?? []).map(({ side, what }) => `${side} ${what}`);
  expect(orderOf(one)).not.toEqual(orderOf(one).toSorted());
  expect(orderOf(await rounds('other', 'store-3'))).not.toEqual(orderOf(one));
});
