import { describe, expect, test } from 'vitest';
import {
  type ClusterModel,
  clustersText,
  fitClusters,
  parseClusters,
  slicerOf,
  type TextClusters,
  versionOf,
} from '../../../src/corpus/index.ts';
import { clusterOf } from '../../../src/corpus/slices/cluster-model.ts';
import { seededRandom } from '../../../src/stats/index.ts';
import { run } from './runs.ts';

const TOPICS = {
  refund: 'refund money back broken damaged return item arrived crack',
  delivery: 'delivery parcel late courier tracking shipment address street',
  account: 'password login account locked reset email verify code',
  invoice: 'invoice tax receipt company billing statement vat number',
};
const FILLER = 'please hello could thanks order today really would'.split(' ');
const definition: TextClusters = { kind: 'text_clusters', clusters: 4, seed: '1', file: 'clusters.json' };

/** Texts of four topics in equal parts: words of the topic with words of none between. */
function texts(count: number, seed: string): { topic: string; text: string }[] {
  const random = seededRandom(seed);
  const topics = Object.entries(TOPICS);
  return Array.from({ length: count }, (_, i) => {
    const [topic, words] = topics[i % topics.length] ?? ['', ''];
    const own = words.split(' ');
    const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)];
    const text = Array.from({ length: 14 }, () => pick(random() < 0.6 ? own : FILLER)).join(' ');
    return { topic, text: `${text} o-${i}` };
  });
}

const made = (
  told: readonly { text: string }[],
  before: ClusterModel | null = null,
  more: Partial<TextClusters> = {},
) =>
  fitClusters(
    told.map(({ text }) => text),
    { ...definition, ...more },
    before,
  );
const names = ({ clusters }: ClusterModel) => clusters.map(({ name }) => name).sort();
const base = texts(400, 'base');

describe('text clusters', () => {
  test('find the topics, and are named by words of theirs', () => {
    const model = made(base);
    const byTopic = Map.groupBy(base, ({ topic }) => topic);
    for (const [topic, own] of byTopic) {
      const found = Map.groupBy(own, ({ text }) => clusterOf(text, model));
      const [[name, most] = ['', []]] = [...found].sort(([, a], [, b]) => b.length - a.length);
      expect(most.length / own.length, topic).toBeGreaterThan(0.95);
      const terms = name.replace('text: ', '').split(', ');
      expect(terms).toHaveLength(3);
      expect(
        Object.entries(TOPICS).find(([, words]) => terms.every((term) => words.split(' ').includes(term)))?.[0],
      ).toBe(topic);
    }
  });

  test('are the same for the same texts in another order, byte for byte', () => {
    expect(clustersText(made(base.toReversed()))).toBe(clustersText(made(base)));
    expect(clustersText(made(base, null, { seed: '2' }))).not.toBe(clustersText(made(base)));
  });

  test('keep their names when data is added, and when some of it is new', () => {
    const before = made(base);
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const more = [...base.slice(20), ...texts(40, seed)];
      expect(names(made(more, before)), seed).toEqual(names(before));
    }
  });

  test('give a new topic a new name and leave the others theirs', () => {
    const before = made(base);
    const opening = Array.from({ length: 100 }, (_, i) => ({ text: `opening hours shop sunday weekend closed ${i}` }));
    const after = made([...base, ...opening], before, { clusters: 5 });
    expect(names(after)).toEqual(expect.arrayContaining(names(before)));
    expect(clusterOf('Is the shop closed on sunday?', after)).toMatch(/opening|hours|shop|sunday|weekend|closed/);
  });

  test('have different names, whatever their texts', () => {
    const alike = Array.from({ length: 60 }, (_, i) => ({
      text: ['alpha beta', 'alpha gamma', 'beta gamma'][i % 3] ?? '',
    }));
    const found = names(made(alike, null, { clusters: 3 }));
    expect(new Set(found).size).toBe(found.length);
  });

  test('leave out what is like none of them', () => {
    expect(clusterOf('Wozu? 123', made(base))).toBe('text: other');
    expect(made([])).toMatchObject({ clusters: [] });
  });

  test('mean the same after they were kept in a file: same slices, same version', () => {
    const model = made(base);
    const read = parseClusters(clustersText(model));
    if ('problem' in read) throw new Error(read.problem);
    expect(read).toEqual(model);
    expect(versionOf(definition, read)).toBe(versionOf(definition, model));
    expect(versionOf({ ...definition, file: 'elsewhere.json' }, read)).toBe(versionOf(definition, model));
    expect(versionOf(definition, made(base.slice(0, 200)))).not.toBe(versionOf(definition, model));
    const slicer = slicerOf({ definitions: [definition], clusters: read, withinTime: (act) => act() });
    const [slice] = slicer.slicesOf(run({ text: 'My parcel is late, where is the courier?' }));
    expect(slice?.name).toMatch(/^text: (delivery|parcel|late|courier|tracking|shipment|address|street)/);
  });

  test.each([
    ['{', /expected a JSON object/],
    ['{"format":"pawl text clusters v9"}', /expected format "pawl text clusters v1", received "pawl text clusters v9"/],
    ['{"format":"pawl text clusters v1","definition":"a","clusters":[{"name":1}],"idf":{}}', /every cluster/],
    [
      '{"format":"pawl text clusters v1","definition":"a","clusters":[],"idf":{"a":"b"}}',
      /definition, clusters and idf/,
    ],
  ])('are not read from %s', (text, problem) => {
    expect(parseClusters(text)).toEqual({ problem: expect.stringMatching(problem) });
  });
});
