import { cut } from '../../errors.ts';
import { parseJUnit, type TestCase } from './junit-xml.ts';
import type { Reading, XmlFormat } from './result.ts';
import { outcomeOf, undetermined } from './result.ts';

/**
 * JUnit XML, as Ant's task began it and most test runners write it (there is no standard; llg.cubic.org/docs/junit describes
 * the common part). A testcase that is there again, in the same file or another one, is the next trial of its case. An `error`
 * is a trial that broke down; a skipped test is no result at all.
 */
export const junitResults: XmlFormat = {
  name: 'junit',
  looksLike: 'XML of <testsuites> or <testsuite> with <testcase classname="..." name="...">',
  container: 'xml',
  fits: (root) => root === 'testsuites' || root === 'testsuite',
  read: (text) => {
    const xml = parseJUnit(text);
    return xml.kind === 'fault' ? xml : xml.cases.map(readCase);
  },
  fields: { caseBy: ['classname', 'name'], trialBy: 'trial', sliceBy: ['suite'], clusterBy: [], unitBy: [] },
  settled: [],
  sameCase: ['classname', 'name'],
};

function readCase({ line, suites, attributes: written, properties, marks }: TestCase): Reading {
  const place = `line ${line}`;
  const name = written.name ?? '';
  if (name === '') return { kind: 'problem', place, reason: 'a testcase without a name' };
  if (marks.some((mark) => mark.name === 'skipped')) return { kind: 'skipped', place };
  const named = suites.filter((suite) => suite !== '');
  const attributes = {
    ...Object.fromEntries(Object.entries({ ...written, ...properties }).map(([key, value]) => [key, value || null])),
    classname: written.classname || null,
    suite: named.length === 0 ? null : named.join('/'),
  };
  const failed = firstOf(marks, ['failure', 'flakyFailure']);
  const broke = firstOf(marks, ['error', 'flakyError']);
  if (broke !== null && failed === null) {
    const outcome = undetermined(`the test errored: ${broke}`);
    return { kind: 'result', result: { place, attributes, outcome, errored: true }, problem: null };
  }
  const outcome = outcomeOf(failed === null, `failed: ${failed}`, '');
  return { kind: 'result', result: { place, attributes, outcome, errored: false }, problem: null };
}

/**
 * The message of the first mark of these. A test that passed only when its runner tried again (`flakyFailure`) is judged by
 * its first run: to try again only what failed is no second sample.
 */
function firstOf(marks: TestCase['marks'], names: readonly string[]): string | null {
  const found = marks.find(({ name }) => names.includes(name));
  return found === undefined ? null : cut(found.message, 200) || 'no reason is given';
}
