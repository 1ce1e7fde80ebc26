import { afterEach, describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/report/index.ts';
import { type Answer, obedient, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

const REFUSED = { 'prompts/system.md': 'Never pay back. Parameter: order.\n' };
/** Each answer takes 10 tokens in and 5 out: 20 dollars a call at these prices. */
const PRICES = 'prices: { m: { input: 1000000, output: 2000000 } }\n';
const refusing: Answer = (request) =>
  JSON.stringify(request.body).includes('Never pay back') ? { text: 'no' } : obedient(request);

async function start(gate: string): Promise<string[]> {
  project = await startProject({ answer: refusing, cases: someCases(12), files: { 'pawl.yml': `${SETTINGS}${gate}` } });
  project.branch('worse', REFUSED);
  return [];
}

describe('before a run', () => {
  test('it is said what the run will take, and at most', async () => {
    const lines = await start(`${PRICES}gate: { budget_calls: 400, budget_cost_usd: 5000 }\n`);
    await project.gate('worse', { log: (line) => lines.push(line) });
    expect(lines[0]).toMatch(/^forecast: about 24 runs at first \(24 model calls, at a price that is not known\)/);
    expect(lines[0]).toMatch(/at most 500 runs, 400 model calls and \$5000\.00$/);
  });

  test('a budget in dollars is refused where a model of the recordings has no price, by its name', async () => {
    const recorded = { kind: 'model_call', model: 'house-model', requestKey: null, response: null, usage: null };
    const cases = someCases(2).map((one) => ({ ...one, recordings: [{ steps: [recorded], output: {} }] }));
    project = await startProject({
      answer: obedient,
      cases,
      files: { 'pawl.yml': `${SETTINGS}gate: { budget_cost_usd: 5 }\n` },
    });
    project.branch('worse', REFUSED);
    await expect(project.gate('worse')).rejects.toThrow(/house-model has none\n.*prices: \{ "house-model"/);
    expect(project.provider.seen).toHaveLength(0);
  });
});

describe('while a run goes on', () => {
  test.each([
    ['runs', 'gate: { budget_runs: 10 }\n', 'the budget of 10 runs does not settle it'],
    ['model calls', 'gate: { budget_calls: 15 }\n', 'the budget of 500 runs and 15 model calls does not settle it'],
    ['dollars', `${PRICES}gate: { budget_cost_usd: 300 }\n`, 'the budget of 500 runs and $300.00 does not settle it'],
  ])('the budget in %s ends it: no trial begins after that, and the gate is inconclusive', async (_, gate, words) => {
    await start(gate);
    const report = await project.gate('worse');
    expect(report).toMatchObject({ verdict: 'inconclusive', exitCode: 0 });
    expect(report.slices[0]?.reasons[0]).toContain('the budget does not reach look 1 of 5');
    expect(report.title).toContain(words);
    // A trial takes at most two calls, and one trial at a time runs.
    expect(project.provider.seen.length).toBeGreaterThanOrEqual(10);
    expect(project.provider.seen.length).toBeLessThanOrEqual(20);
  });

  test('votes of judges count while they are cast: none begins behind the limit', async () => {
    const isJudge = (body: unknown): boolean => JSON.stringify(body).includes('judge-1');
    const verdict = { tool: 'verdict', arguments: { reason: 'polite', verdict: 'pass' } };
    const judged = `expectations: [{ kind: judge, name: polite }]
judges: [{ name: polite, model: judge-1, rubric: The answer is polite. }]
gate: { budget_cost_usd: 100 }
`;
    project = await startProject({
      ...{ answer: (request) => (isJudge(request.body) ? verdict : refusing(request)), cases: someCases(12) },
      files: { 'pawl.yml': `${SETTINGS}prices: { m: { input: 1, output: 2 } }\n${judged}` },
    });
    project.branch('worse', REFUSED);
    await expect(project.gate('worse')).rejects.toThrow(/needs the price of every model, and judge-1 has none/);
    const prices = 'prices: { m: { input: 1, output: 2 }, judge-1: { input: 1000000, output: 2000000 } }\n';
    project.commit({ 'pawl.yml': `${SETTINGS}${prices}${judged}` });
    const report = await project.gate('worse');
    expect(report).toMatchObject({ verdict: 'inconclusive' });
    // Five votes take the budget, and three others may be on their way.
    const votes = project.provider.seen.filter(({ body }) => isJudge(body)).length;
    expect(votes).toBeGreaterThanOrEqual(5);
    expect(votes).toBeLessThanOrEqual(8);
  });

  test('the first answer of a model without a price ends a run with a budget in dollars, and names the model', async () => {
    await start('gate: { budget_cost_usd: 300 }\n');
    await expect(project.gate('worse')).rejects.toThrow(/needs the price of every model, and m has none/);
    expect(project.provider.seen.length).toBeLessThanOrEqual(2);
  });

  test('without such a budget the unknown price is said, with the model that lacks it', async () => {
    await start('gate: { looks: [1], spend: [1] }\n');
    const report = await project.gate('worse');
    expect(report.run.costUsd).toBeNull();
    const text = renderTerminal(report, { color: false, width: 200 });
    expect(text).toContain('no price is known of model m: add it under prices in the settings');
  });
});
