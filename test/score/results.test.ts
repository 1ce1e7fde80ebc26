import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { parseResults } from '../../src/score/index.ts';
import { lines, select, short } from './results.ts';

describe("pawl's own results", () => {
  const row = (over: object): object => ({ v: 1, case: 'a', trial: 1, pass: true, ...over });

  const many = (count: number): string =>
    lines(...Array.from({ length: count }, (_, index) => row({ case: `more-${index}` })));

  test('say case, trial, pass, slices, cluster and unit', () => {
    const { rows, problems, format } = select(
      lines(
        row({ slices: ['refunds', 'eu'], cluster: 't1', unit: 'u1' }),
        row({ trial: 'second', pass: false, cluster: 't1', unit: 'u1' }),
      ),
    );
    expect({ format, problems }).toEqual({ format: 'pawl', problems: [] });
    expect(rows).toMatchObject([
      { caseId: 'a', trial: '1', outcome: { kind: 'pass' }, slices: ['refunds', 'eu'], cluster: 't1', unit: 'u1' },
      { caseId: 'a', trial: 'second', outcome: { kind: 'fail' }, slices: [], place: 'line 2' },
    ]);
  });

  test('a pass that is null is undetermined and no problem; one that is neither is a problem and never a pass', () => {
    const { rows, problems } = select(
      lines(row({ pass: null }), row({ trial: 2, pass: 'yes' }), row({ trial: 3, pass: 1 })),
    );
    expect(rows.map(({ outcome }) => outcome.kind)).toEqual(['undetermined', 'undetermined', 'undetermined']);
    expect(problems).toMatchObject([
      { place: 'line 2', kept: true, reason: expect.stringMatching(/pass.*yes/) },
      { place: 'line 3', kept: true, reason: expect.stringMatching(/pass/) },
    ]);
  });

  test('a line that cannot be read is counted, the others are read', () => {
    const text = [lines(row({})), '{"v":1,"case":', lines(row({ trial: 2, extra: 1 })), '[]', many(30), ''].join('\n');
    const { rows, problems } = select(text);
    expect(rows).toHaveLength(31);
    expect(problems).toMatchObject([
      { place: 'line 2', kept: false },
      { place: 'line 3', kept: false, reason: expect.stringContaining('extra') },
      { place: 'line 4', kept: false, reason: expect.stringContaining('[]') },
    ]);
  });

  test('a file of which more than a tenth cannot be read is an error', () => {
    expect(() => select(['[]', many(8)].join('\n'))).toThrow(
      /1 of 9 results could not be read, such as line 1: .*\[\]/,
    );
    expect(select(['[]', many(9)].join('\n')).rows).toHaveLength(9);
  });

  test('another version is a problem, not a guess', () => {
    const text = [lines(row({}), row({ v: 2, trial: 2 })), many(30)].join('\n');
    expect(select(text).problems).toMatchObject([{ place: 'line 2', kept: false }]);
  });

  test('the same trial twice is an error that names both lines', () => {
    expect(() => select(lines(row({}), row({ pass: false })))).toThrow(
      /the same trial more than once: case a, trial 1 \(line 1, line 2\)/,
    );
  });

  test('a case of two clusters is an error', () => {
    expect(() => select(lines(row({ cluster: 'x' }), row({ trial: 2, cluster: 'y' })))).toThrow(
      /more than one cluster/,
    );
  });
});

describe('CSV', () => {
  test('has quoted cells, several slice columns and columns to filter by', () => {
    const text = 'case,trial,pass,slice,slice_2,cluster,model\r\n"a, ""b""",1,TRUE,x,"y\nz",t,m1\r\na2,1,0,x,,t,m2\r\n';
    const { rows } = select(text);
    expect(rows).toMatchObject([
      { caseId: 'a, "b"', outcome: { kind: 'pass' }, slices: ['x', 'y\nz'], cluster: 't', place: 'line 2' },
      { caseId: 'a2', outcome: { kind: 'fail' }, slices: ['x'], place: 'line 4' },
    ]);
    expect(short(text, { where: ['model=m2'] })).toEqual(['a2 1 fail']);
  });

  test('odd passes are problems, an empty one is undetermined, torn lines are counted', () => {
    const more = Array.from({ length: 30 }, (_, index) => `b,${index},true\n`).join('');
    const text = `case,trial,pass\na,1,maybe\na,2,\na,3\n,4,true\na,5,"tr"ue\na,6,true\n${more}`;
    const { rows, problems } = select(text);
    expect(rows.slice(0, 3).map(({ trial, outcome }) => `${trial} ${outcome.kind}`)).toEqual([
      '1 undetermined',
      '2 undetermined',
      '6 pass',
    ]);
    expect(problems.map(({ place, kept }) => `${place} ${kept}`).sort()).toEqual([
      'line 2 true',
      'line 4 false',
      'line 5 false',
      'line 6 false',
    ]);
  });
});

describe('which format', () => {
  test.each([
    ['an empty file', '', /the file is empty/],
    ['other XML', '<?xml version="1.0"?><html></html>', /no known kind of results, it begins with/],
    ['a torn document', '[{"task_id":1,"trial":0,', /as JSON:/],
    ['other JSON', '{"hello":1}', /looked for:\n {4}pawl:/],
  ])('is never guessed: %s', (_, text, message) => {
    expect(() => parseResults([{ file: 'file', text }], null)).toThrow(UserError);
    expect(() => parseResults([{ file: 'file', text }], null)).toThrow(message);
  });

  test('two that fit must be told apart', () => {
    const text = JSON.stringify({ simulations: [], tasks: [], eval: {}, samples: [] });
    expect(() => parseResults([{ file: 'file', text }], null)).toThrow(/could be tau2 and inspect/);
    expect(parseResults([{ file: 'file', text }], 'inspect').format.name).toBe('inspect');
  });

  test('a format that is named must exist, and the file must be of its shape', () => {
    expect(() => parseResults([{ file: 'file', text: 'x' }], 'promptfo')).toThrow(/did you mean promptfoo/);
    expect(() => parseResults([{ file: 'file', text: '{}' }], 'promptfoo')).toThrow(/another shape/);
    expect(() => parseResults([{ file: 'file', text: 'a,b\n1,2' }], 'csv')).toThrow(/names other columns/);
  });
});

describe('what is selected', () => {
  const text = 'case,trial,pass,area,model\na,1,true,x,m\nb,1,true,y,m\n';

  test('an attribute that no result has is an error that lists those there are', () => {
    expect(() => select(text, { where: ['aera=x'], fields: { sliceBy: ['modle'] } })).toThrow(
      /"aera"[\s\S]*area, case[\s\S]*"modle"/,
    );
  });

  test('conditions that nothing meets are an error that lists the values', () => {
    expect(() => select(text, { where: ['area=z'] })).toThrow(/none of 2 results[\s\S]*area is x, y/);
  });

  test('of one attribute any value, of several each; slices of several attributes carry their names', () => {
    expect(short(text, { where: ['area=x', 'area=y', 'case=b'] })).toEqual(['b 1 pass']);
    expect(select(text, { fields: { sliceBy: ['area', 'model'] } }).rows[0]?.slices).toEqual(['area=x', 'model=m']);
    expect(select(text, { where: ['area=x'] }).leftOut).toBe(1);
  });

  test('a file without a single readable result is an error', () => {
    expect(() => select('case,trial,pass\n')).toThrow(/no result that could be read/);
  });
});
