import { expect, test } from 'vitest';
import { compare, readPairs, type Side } from './langfuse-oracle.ts';
import { NO_DATA } from './read-file.ts';

test.skipIf(NO_DATA !== false)(
  'real traces read as the messages that Langfuse makes of them; every difference is listed',
  async () => {
    const sides = readPairs();
    const observations = [...Map.groupBy(sides, ({ observation }) => observation)];
    const told = observations.filter(([, own]) => own.some(({ expected }) => expected !== null));
    const lines: string[] = [];
    const counts = { equal: 0, more: 0, differs: 0, 'oracle wrong': 0 };
    for (const [observation, own] of told) {
      const verdicts = own
        .filter(({ expected }) => expected !== null)
        .map((side) => ({ side, verdict: compare(side) }));
      const worst =
        verdicts.map(({ verdict }) => kindOf(verdict)).sort((a, b) => RANK.indexOf(b) - RANK.indexOf(a))[0] ?? 'equal';
      counts[worst] += 1;
      for (const { side, verdict } of verdicts) {
        if (verdict.kind !== 'equal') lines.push(`${observation} ${side.side}: ${verdict.kind}, ${verdict.reason}`);
      }
    }
    const more = sides.filter(({ expected, read }) => expected === null && read.length > 0);
    const report = [
      `${observations.length} observations; the oracle reads messages in ${told.length} of them.`,
      `The same: ${counts.equal}. The span holds more: ${counts.more}. The oracle is wrong: ${counts['oracle wrong']}. Different: ${counts.differs}.`,
      '',
      ...lines,
      '',
      'Where the oracle reads nothing:',
      ...more.map(silentLine),
      '',
    ].join('\n');
    await expect(report).toMatchFileSnapshot('golden/langfuse-oracle.txt');
    expect(told.length).toBeGreaterThanOrEqual(32);
    expect((counts.equal + counts.more + counts['oracle wrong']) / told.length).toBeGreaterThanOrEqual(0.98);
    expect(counts.equal / told.length).toBeGreaterThanOrEqual(0.9);
  },
);

const RANK = ['equal', 'more', 'oracle wrong', 'differs'] as const;

function kindOf(verdict: ReturnType<typeof compare>): (typeof RANK)[number] {
  if (verdict.kind !== 'differs') return verdict.kind;
  return verdict.reason.startsWith('the oracle is wrong') ? 'oracle wrong' : 'differs';
}

function silentLine({ observation, side, silence, read }: Side): string {
  const roles = read.map(({ role, parts }) => `${role} ${parts.map(({ kind }) => kind).join('+')}`);
  return `${observation} ${side}: ${silence}; read as ${roles.join(', ')}`;
}
