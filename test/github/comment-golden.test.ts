import { describe, expect, it } from 'vitest';
import { resultOf } from '../../src/commands/action-request.ts';
import type { ActionContext, ActionInputs } from '../../src/github/index.ts';
import { planRemote } from '../../src/github/plan.ts';
import { buildReport, type Report } from '../../src/report/index.ts';
import { SCENARIOS } from '../report/scenarios.ts';
import { context, inputs } from './results.ts';

function reportOf(name: string): Report {
  const input = SCENARIOS[name];
  if (input === undefined) throw new Error(`there is no scenario ${name}`);
  return buildReport(input);
}

/** The comment as it would be posted, marker and link included. */
function commentOf(report: Report, change: Partial<ActionInputs> = {}, here: Partial<ActionContext> = {}): string {
  const [publication] = planRemote(resultOf(report), {
    inputs: inputs({ check: false, upload: false, ...change }),
    context: context('https://api.github.com', here),
    comments: { kind: 'read', identity: 'github-actions[bot]', comments: [] },
    folder: null,
    canUpload: false,
  });
  if (publication?.kind !== 'comment' || publication.plan.kind !== 'create') throw new Error('no comment is planned');
  return `${publication.plan.bodies[0]}\n`;
}

/** A slice's worth of names that no comment has room for. */
function huge(report: Report): Report {
  const one = report.slices.find(({ verdict }) => verdict === 'regressed');
  if (one === undefined) throw new Error('no slice of the scenario regressed');
  const slices = Array.from({ length: 900 }, (_, index) => ({ ...one, name: `refunds in country ${index + 1}` }));
  return { ...report, slices };
}

const BLOCK = reportOf('block-slice');
const QUEUE = { event: 'merge_group' as const, pullRequest: { number: 12, origin: 'own' as const } };

const COMMENTS: Readonly<Record<string, () => string>> = {
  'one of several agents': () => commentOf(BLOCK, { key: 'gate-clerk-pawl-yml' }),
  'from the merge queue': () => commentOf(reportOf('pass-unaffected'), {}, QUEUE),
  // Its tables would fill a file: the head and the tail of it are what a reader meets.
  'too long for a comment': () => withoutRows(commentOf(huge(BLOCK))),
};

function withoutRows(comment: string): string {
  return comment
    .split('\n')
    .filter((line) => !/^\| \*\*refunds in country \d\d/.test(line))
    .join('\n');
}

describe.each(Object.entries(COMMENTS))('the comment %s', (name, make) => {
  it('reads well', async () => {
    await expect(make()).toMatchFileSnapshot(`golden/${name.replaceAll(' ', '-')}.md`);
  });

  it('has its marker first, the verdict second and the link to the full report last', () => {
    const lines = make().trimEnd().split('\n');
    expect(lines[0]).toMatch(/^<!-- pawl:gate(-[a-z-]+)? head=[0-9a-f]{40} run=500 attempt=1 -->$/);
    expect(lines[1]).toMatch(/^## (✅|❌|⚠️) (PASS|BLOCK)/);
    expect(lines.at(-1)).toBe('[Full report, and this run](https://github.com/acme/desk/actions/runs/500)');
    expect(make().length).toBeLessThanOrEqual(65_536);
  });
});

it('a comment that is too long says in its last lines how much was cut and where the whole is', () => {
  const lines = commentOf(huge(BLOCK))
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
  expect(lines.at(-2)).toMatch(/^_Shortened: the report has [\d,]+ characters, a comment has room for 65,\d+\./);
});
