import { describe, expect, test } from 'vitest';
import { misreadCases } from '../../evals/support-desk/demo/checks.ts';
import { readInstructions } from '../../evals/support-desk/provider/instructions.ts';
import { applyEdit, SCENARIOS } from '../../evals/support-desk/scenarios.ts';
import { BASE_DESK, CASES, deskOf, passRate, simulator } from './desk-fixture.ts';

describe('what the scenarios change', () => {
  test.each(['a', 'f'])('(%s) leaves instructions, tools and model as they are, byte for byte', async (name) => {
    expect(JSON.stringify(await deskOf(name))).toBe(JSON.stringify(BASE_DESK));
  });

  test.each([
    ['b', ['pickup']],
    ['e', ['delivery_date']],
    ['g', ['refund']],
  ])('(%s) changes the rule for %s and no other', async (name, changed) => {
    const before = readInstructions(BASE_DESK.instructions).rules;
    const after = readInstructions((await deskOf(name)).instructions).rules;
    const different = [...before].filter(
      ([intent, steps]) => JSON.stringify(after.get(intent)) !== JSON.stringify(steps),
    );
    expect(different.map(([intent]) => intent)).toEqual(changed);
    expect(after.size).toBe(before.size);
  });

  test('(d) renames the parameter in the schema only, (g) in the prompt as well', async () => {
    const [renamed, both] = [await deskOf('d'), await deskOf('g')];
    expect(renamed.instructions).toBe(BASE_DESK.instructions);
    expect(both.instructions).not.toBe(BASE_DESK.instructions);
    expect(both.tools).toEqual(renamed.tools);
    const names = renamed.tools.map(({ function: tool }) => Object.keys(tool.parameters?.properties ?? {}));
    expect(names.flat().filter((name) => name.endsWith('amount'))).toEqual(['refund_amount']);
  });

  test('an edit that does not find its text, or finds it twice, is an error', () => {
    const edit = { kind: 'replace', path: 'a.md', from: 'x', to: 'y' } as const;
    expect(applyEdit('axb', edit)).toBe('ayb');
    for (const text of ['ab', 'axxb', null]) expect(() => applyEdit(text, edit)).toThrow('a.md: expected exactly one');
  });

  test('the scenarios stand in the order (a) to (g), each on a branch of its own', () => {
    expect(SCENARIOS.map(({ name }) => name).join('')).toBe('abcdefg');
    expect(new Set(SCENARIOS.map(({ branch }) => branch)).size).toBe(SCENARIOS.length);
  });
});

describe('what the changes do, in many simulated trials', () => {
  test('(b) drops the pickups from above 93 % to about 60 %', async () => {
    expect(await passRate(BASE_DESK, 'return_pickup', 6, 7)).toBeGreaterThan(0.93);
    const after = await passRate(await deskOf('b'), 'return_pickup', 6, 7);
    expect(after).toBeGreaterThan(0.5);
    expect(after).toBeLessThan(0.68);
  });

  test('(c) turns five cases of five slices from a pass into a hard failure', async () => {
    const misread = misreadCases('stand-in-1', 'stand-in-2');
    expect(misread).toHaveLength(5);
    expect(new Set(misread.map((id) => id.replace(/-\d+$/, ''))).size).toBe(5);
    const older = simulator(BASE_DESK, 8);
    const newer = simulator(await deskOf('c'), 9);
    for (const { id, input } of CASES.filter((each) => misread.includes(each.id))) {
      const acted = { older: 0, newer: 0 };
      for (let trial = 0; trial < 20; trial += 1) {
        if ((await older(input)).calls.length > 0) acted.older += 1;
        if ((await newer(input)).calls.length > 0) acted.newer += 1;
      }
      expect(acted.older, id).toBeGreaterThanOrEqual(19);
      expect(acted.newer, id).toBeLessThanOrEqual(1);
    }
  });

  test('(d) makes most refunds invalid under the schema, (g) none', async () => {
    expect(await passRate(await deskOf('d'), 'full_refund', 3, 10)).toBeLessThan(0.25);
    expect(await passRate(await deskOf('g'), 'full_refund', 3, 10)).toBeGreaterThan(0.88);
  });

  test('(e) lifts the delivery dates from about 60 % to above 95 %', async () => {
    const before = await passRate(BASE_DESK, 'delivery_date', 6, 11);
    expect(before).toBeGreaterThan(0.5);
    expect(before).toBeLessThan(0.68);
    expect(await passRate(await deskOf('e'), 'delivery_date', 6, 11)).toBeGreaterThan(0.95);
  });
});
