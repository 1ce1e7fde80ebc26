import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { parseResults, selectResults } from '../../src/score/index.ts';
import { select, short } from './results.ts';

/** One suite around these testcases. */
const suite = (cases: string, name = 'desk'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite name="${name}">${cases}</testsuite>\n</testsuites>\n`;

test('classname and name are the case, the suites the slice; failures fail, errors break down, skipped is no result', () => {
  const { format, rows, problems, skipped } = select(
    suite(`
      <testcase classname="refund" name="full" time="0.5"/>
      <testcase classname="refund" name="half"><failure message="was 3" type="AssertionError">at line 7</failure></testcase>
      <testcase classname="refund" name="late"><error>no <![CDATA[answer & no reason]]></error></testcase>
      <testcase classname="refund" name="none"><skipped/></testcase>
      <testsuite name="abroad"><testcase name="alone"><system-out><![CDATA[<failure/>]]></system-out></testcase></testsuite>`),
  );
  expect({ format, problems, skipped }).toEqual({ format: 'junit', problems: [], skipped: 1 });
  expect(
    rows.map(({ caseId, trial, outcome, errored, slices }) => ({ caseId, trial, outcome, errored, slices })),
  ).toEqual([
    { caseId: 'refund/full', trial: '1', outcome: { kind: 'pass' }, errored: false, slices: ['desk'] },
    {
      caseId: 'refund/half',
      trial: '1',
      outcome: { kind: 'fail', reason: 'failed: was 3' },
      errored: false,
      slices: ['desk'],
    },
    {
      caseId: 'refund/late',
      trial: '1',
      outcome: { kind: 'undetermined', reason: 'the test errored: no answer & no reason' },
      errored: true,
      slices: ['desk'],
    },
    { caseId: 'alone', trial: '1', outcome: { kind: 'pass' }, errored: false, slices: ['desk/abroad'] },
  ]);
  expect(rows.map(({ place }) => place)).toEqual(['line 4', 'line 5', 'line 6', 'line 8']);
});

test('entities of XML are read, in attributes and texts', () => {
  const text = suite(
    '<testcase classname="a&amp;b" name="&lt;&#x41;&gt;&quot;"><failure>&apos;&#66;&apos;</failure></testcase>',
  );
  expect(select(text).rows).toMatchObject([{ caseId: 'a&b/<A>"', outcome: { reason: "failed: 'B'" } }]);
});

test('a testcase that is there again is the next trial, in one file and over several', () => {
  const cases = (...outcomes: readonly string[]): string =>
    suite(outcomes.map((mark) => `<testcase classname="c" name="n">${mark}</testcase>`).join(''));
  expect(short(cases('', '<failure/>'))).toEqual(['c/n 1 pass', 'c/n 2 fail']);
  const files = [
    { file: 'run-1.xml', text: cases('') },
    { file: 'run-2.xml', text: cases('<failure/>') },
  ];
  const { rows } = selectResults(parseResults(files, null), { conditions: [], fields: {} }, 'runs');
  expect(rows).toMatchObject([
    { caseId: 'c/n', trial: '1', outcome: { kind: 'pass' }, place: 'run-1.xml line 3' },
    { caseId: 'c/n', trial: '2', outcome: { kind: 'fail' }, place: 'run-2.xml line 3' },
  ]);
  const one = selectResults(
    parseResults(files, null),
    { conditions: [{ key: 'run', value: 'run-2.xml', where: '--where' }], fields: {} },
    'runs',
  );
  expect(one).toMatchObject({ rows: [{ outcome: { kind: 'fail' } }], leftOut: 1 });
});

test('a test that passed only when it was tried again is judged by its first run', () => {
  const text = suite(
    '<testcase name="a"><flakyFailure message="first"/></testcase>' +
      '<testcase name="b"><failure message="first"/><rerunFailure message="again"/></testcase>' +
      '<testcase name="c"><flakyError message="down"/></testcase>',
  );
  expect(short(text)).toEqual(['a 1 fail', 'b 1 fail', 'c 1 undetermined']);
});

test('properties of a testcase can be sliced by', () => {
  const text = suite(
    '<testcase name="a"><properties><property name="intent" value="refund"/></properties></testcase><testcase name="b"/>',
  );
  const { rows } = select(text, { fields: { sliceBy: ['property.intent'] } });
  expect(rows.map(({ slices }) => slices)).toEqual([['refund'], []]);
});

test('files of two formats are not one side', () => {
  const files = [
    { file: 'a.xml', text: suite('<testcase name="a"/>') },
    { file: 'b.csv', text: 'case,trial,pass\na,1,true\n' },
  ];
  expect(() => parseResults(files, null)).toThrow('b.csv: is of format csv, a.xml of junit');
});

describe('XML that nobody vouches for', () => {
  const fault = (text: string): string => {
    try {
      select(text);
      return 'it was read';
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      return (error as UserError).message;
    }
  };

  test.each([
    [
      'an element that is not closed',
      '<testsuites>\n<testsuite name="a"><testcase name="b">\n</testsuite></testsuites>',
      3,
    ],
    ['a document that breaks off', '<testsuites>\n<testsuite name="a">', 2],
    ['an unknown entity', '<testsuite name="a">\n<testcase name="&secret;"/></testsuite>', 2],
    ['an attribute twice', '<testsuite name="a" name="b"></testsuite>', 1],
  ])('%s is an error with its place', (_, text, line) => {
    expect(fault(text)).toEqual(expect.stringMatching(new RegExp(`^results:${line}:\\d+: no well-formed XML: `)));
  });

  test('entities that a document type declares are not resolved, from within or from outside', () => {
    const doctype = '<!DOCTYPE t [<!ENTITY a "x"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    for (const entity of ['a', 'f']) {
      const text = `${doctype}<testsuite name="s"><testcase name="b">&${entity};</testcase></testsuite>`;
      expect(fault(text)).toContain('undefined entity');
    }
    expect(short(`${doctype}<testsuite name="s"><testcase name="b"/></testsuite>`)).toEqual(['b 1 pass']);
  });

  test('elements nested without end are an error', () => {
    expect(fault(`<testsuite>${'<x>'.repeat(1e5)}`)).toContain('elements nested deeper than 100');
  });

  test('long texts are cut', () => {
    const text = suite(`<testcase name="${'n'.repeat(1e5)}"><failure>${'m'.repeat(1e6)}</failure></testcase>`);
    const [row] = select(text).rows;
    expect(row?.caseId).toHaveLength(2000);
    expect(JSON.stringify(row?.outcome).length).toBeLessThan(400);
  });

  test('other XML is of no known kind, and a suite without tests holds no result', () => {
    expect(fault('<html><body/></html>')).toContain('no known kind of results');
    expect(fault('<testsuite name="a"/>')).toContain('holds no result that could be read');
    expect(fault(suite('<testcase/>'))).toContain('holds no result that could be read');
  });
});
