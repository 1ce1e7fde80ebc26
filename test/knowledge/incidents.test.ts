import { describe, expect, test } from 'vitest';
import { hasRuns, RELEASES, release } from '../../evals/drift/releases.ts';
import type { RateDimension } from '../../src/knowledge/behaviour/dimensions.ts';
import {
  type Alarm,
  alarmOf,
  fanIn,
  type Incident,
  type IncidentEvent,
  incidentLines,
  incidentsOf,
  parseIncidents,
  recoveries,
  type Stream,
  statusEvent,
} from '../../src/knowledge/index.ts';
import { renderIncident, renderIncidents } from '../../src/report/index.ts';

const DAY = 20_400;
const alarm = (change: Partial<Alarm> = {}): Alarm => ({
  ...{ dimension: 'success', group: 'all', alarmAt: DAY, from: DAY - 2, to: DAY, before: 0.9, after: 0.6, weight: 1 },
  ...{ kind: 'rate', category: null, scale: 'share' },
  suspects: [
    { id: 'model_pin-1', what: 'model pin: a -> b', probability: 0.8 },
    { id: 'prompt-2', what: 'prompt: x', probability: 0.1 },
    { id: null, what: null, probability: 0.1 },
  ],
  layers: [
    { layer: 'foundation_model', probability: 0.9 },
    { layer: 'unknown', probability: 0.1 },
  ],
  ...change,
});
const toolError = alarm({ dimension: 'tool error', group: 'slice orders', before: 0.02, after: 0.3, weight: 0.4 });
const ofMix = alarm({
  kind: 'mix',
  suspects: [{ id: null, what: null, probability: 1 }],
  layers: [{ layer: 'distribution_shift', probability: 1 }],
});
const told = (...nights: readonly (readonly Alarm[])[]): readonly IncidentEvent[] => {
  let kept: readonly IncidentEvent[] = [];
  for (const alarms of nights) kept = kept.concat(fanIn(kept, alarms));
  return kept;
};
const only = (events: readonly IncidentEvent[]): Incident => {
  const [incident, ...rest] = incidentsOf(events);
  if (incident === undefined || rest.length > 0) throw new Error(`expected one incident, found ${1 + rest.length}`);
  return incident;
};

describe('alarms', () => {
  test('of one time are one incident, from the source to what users see; told again they change nothing', () => {
    const events = told([alarm(), toolError, alarm({ group: 'slice orders', weight: 0.4, after: 0.2 })]);
    const incident = only(events);
    expect(incident).toMatchObject({ status: 'open', kind: 'rate', level: 'critical', firstSeen: DAY - 2 });
    expect(incident.severity).toBeCloseTo(0.3);
    expect(incident.alarms.map(({ dimension, group }) => `${dimension} ${group}`)).toEqual([
      ...['tool error slice orders', 'success slice orders', 'success all'],
    ]);
    expect(incident.suspects.map(({ id }) => id)).toEqual(['model_pin-1', 'prompt-2', null]);
    expect(fanIn(events, [alarm(), { ...toolError, alarmAt: DAY + 1 }])).toEqual([]);
  });

  test('join over time while their windows meet, and are another incident where they do not', () => {
    const later = alarm({ group: 'slice refunds', alarmAt: DAY + 3, from: DAY + 2, to: DAY + 3 });
    expect(incidentsOf(told([alarm()], [later]))).toHaveLength(1);
    const far = alarm({ group: 'slice refunds', alarmAt: DAY + 20, from: DAY + 18, to: DAY + 20 });
    expect(incidentsOf(told([alarm()], [far])).map(({ openedAt }) => openedAt)).toEqual([DAY, DAY + 20]);
    // The shift stays, and alarms again until the baseline has taken it in.
    const again = alarm({ alarmAt: DAY + 8, from: DAY + 6, to: DAY + 8 });
    expect(only(told([alarm()], [again]))).toMatchObject({ status: 'open', lastAlarmAt: DAY + 8 });
  });

  test('that come back open a closed incident again, but not noise', () => {
    const back = alarm({ alarmAt: DAY + 30, from: DAY + 28, to: DAY + 30 });
    for (const [status, expected] of [
      ['resolved', 'open'],
      ['mitigated', 'open'],
      ['noise', 'noise'],
    ] as const) {
      const first = told([alarm()]);
      const closed = [...first, statusEvent(only(first), DAY + 5, status, 'rolled back')];
      expect(only([...closed, ...fanIn(closed, [back])])).toMatchObject({ status: expected, lastAlarmAt: DAY + 30 });
    }
  });

  test('of a rate that returns mitigate it', () => {
    const returned = alarm({ before: 0.62, after: 0.89, alarmAt: DAY + 25, from: DAY + 24, to: DAY + 25 });
    expect(only(told([alarm()], [returned]))).toMatchObject({ status: 'mitigated', lastAlarmAt: DAY });
  });

  test('of one rate that returns mitigate nothing while another is still away', () => {
    const returned = alarm({ before: 0.62, after: 0.89, alarmAt: DAY + 5, from: DAY + 4, to: DAY + 5 });
    const both = { ...toolError, before: 0.3, after: 0.03, alarmAt: DAY + 6, from: DAY + 5, to: DAY + 6 };
    const night = [alarm(), toolError];
    expect(only(told(night, [returned]))).toMatchObject({ status: 'open', lastAlarmAt: DAY });
    expect(only(told(night, [returned], [returned, both]))).toMatchObject({ status: 'mitigated' });
    const mix = [ofMix, { ...ofMix, dimension: 'tool use find' }];
    expect(only(told(mix, [{ ...returned, kind: 'mix' }]))).toMatchObject({ status: 'mitigated' });
  });

  test('of one category that falls because another has risen are no return of that one', () => {
    const model = { dimension: 'model', before: 0.1, after: 0.9 };
    const falls = { category: 'a', before: 0.9, after: 0.1, alarmAt: DAY + 9, from: DAY - 1, to: DAY };
    const events = told([alarm({ ...model, category: 'b' })], [alarm({ ...model, ...falls })]);
    expect(only(events)).toMatchObject({ status: 'open', lastAlarmAt: DAY + 9 });
    const back = alarm({
      ...model,
      category: 'b',
      before: 0.9,
      after: 0.1,
      alarmAt: DAY + 20,
      from: DAY + 19,
      to: DAY + 20,
    });
    expect(only(told([alarm({ ...model, category: 'b' })], [back]))).toMatchObject({ status: 'mitigated' });
  });

  test('of a rate that is known to be back are no incident of their own', () => {
    const first = told([alarm()]);
    const back = [...first, statusEvent(only(first), DAY + 9, 'mitigated', 'every rate has been back for 5 days')];
    const returned = alarm({ before: 0.7, after: 0.89, alarmAt: DAY + 12, from: DAY + 4, to: DAY + 8 });
    expect(fanIn(back, [returned])).toEqual([]);
    const much = { from: DAY + 198, to: DAY + 200, alarmAt: DAY + 200 };
    expect(fanIn(back, [{ ...returned, ...much }])).toHaveLength(1);
  });

  test('of another rate that shifted at the time of a mitigated incident open it again', () => {
    const first = told([alarm()]);
    const back = [...first, statusEvent(only(first), DAY + 2, 'mitigated', 'success of all is back where it was')];
    const late = { ...toolError, alarmAt: DAY + 4 };
    expect(only([...back, ...fanIn(back, [late])])).toMatchObject({ status: 'open', lastAlarmAt: DAY + 4 });
  });

  test('of the mix alone are an incident of kind mix; one rate among them makes it a rate', () => {
    expect(only(told([alarm({ kind: 'mix' }), alarm({ kind: 'mix', dimension: 'tool use find' })])).kind).toBe('mix');
    expect(only(told([alarm({ kind: 'mix' }), toolError])).kind).toBe('rate');
  });

  test('of the mix alone accuse no change, whatever moved with them', () => {
    const slower = alarm({ kind: 'unsplit', dimension: 'duration', scale: 'number', before: 800, after: 900 });
    const incident = only(told([ofMix, slower]));
    expect(incident).toMatchObject({ kind: 'mix', suspects: [{ id: null, what: null, probability: 1 }] });
    expect(incident.layers).toEqual([{ layer: 'distribution_shift', probability: 1 }]);
  });
});

const SUCCESS: RateDimension = { kind: 'success' };
const stream = (rate: number, trials = 40): Stream => ({
  ...{ measure: 'rate', dimension: SUCCESS, group: { kind: 'all' } },
  days: Array.from({ length: 10 }, (_, day) => ({ at: DAY + 1 + day, trials, successes: trials * rate })),
});

test('an incident whose rates are all back for five days is mitigated', () => {
  const incidents = incidentsOf(told([alarm()]));
  expect(recoveries(incidents, [stream(0.875)], DAY + 10)).toMatchObject([{ kind: 'status', status: 'mitigated' }]);
  expect(recoveries(incidents, [stream(0.8)], DAY + 10)).toEqual([]);
  expect(recoveries(incidents, [stream(0.875)], DAY + 3)).toEqual([]);
  expect(recoveries(incidentsOf(told([alarm(), toolError])), [stream(0.875)], DAY + 10)).toEqual([]);
});

test('where there are few trials a day more days than five tell that a rate is back, and none of long ago', () => {
  const incidents = incidentsOf(told([alarm()]));
  expect(recoveries(incidents, [stream(0.875, 8)], DAY + 10)).toMatchObject([{ status: 'mitigated' }]);
  expect(recoveries(incidents, [stream(0.8, 8)], DAY + 10)).toEqual([]);
  expect(recoveries(incidents, [stream(0.875, 4)], DAY + 10)).toEqual([]);
  expect(recoveries(incidents, [stream(0.875)], DAY + 30)).toEqual([]);
});

test('an incident of a slice that was renamed, or is gone, does not stay open for ever', () => {
  const open = incidentsOf(told([toolError]));
  const renamed = [stream(0.9)];
  expect(recoveries(open, renamed, DAY + 27)).toEqual([]);
  const [gone] = recoveries(open, renamed, DAY + 28);
  expect(gone).toMatchObject({ status: 'mitigated', reason: expect.stringMatching(/^what shifted has not been seen/) });
  const orders = { kind: 'slice', name: 'orders' } as const;
  const ended: Stream = {
    ...{ measure: 'rate', dimension: SUCCESS, group: orders },
    days: [
      { at: DAY + 5, trials: 40, successes: 20 },
      { at: DAY + 20, trials: 0, successes: 0 },
    ],
  };
  const ofOrders = incidentsOf(told([alarm({ group: 'slice orders' })]));
  expect(recoveries(ofOrders, [ended], DAY + 32)).toEqual([]);
  expect(recoveries(ofOrders, [ended], DAY + 33)).toMatchObject([{ status: 'mitigated' }]);
  // One that is still away keeps it open.
  const both = incidentsOf(told([alarm(), toolError]));
  const away: Stream = {
    ...{ measure: 'rate', dimension: SUCCESS, group: { kind: 'all' } },
    days: [{ at: DAY + 40, trials: 400, successes: 240 }],
  };
  expect(recoveries(both, [away], DAY + 40)).toEqual([]);
  // So does a mix that is still seen.
  expect(recoveries(incidentsOf(told([ofMix])), [stream(0.9)], DAY + 10)).toEqual([]);
  expect(recoveries(incidentsOf(told([{ ...ofMix, group: 'slice orders' }])), [], DAY + 28)).toHaveLength(1);
});

test('a number and the share of a category are back when they are; what had never been seen is not known to be', () => {
  const days = Array.from({ length: 10 }, (_, day) => DAY + 1 + day);
  const group = { kind: 'all' } as const;
  const slow = alarm({ dimension: 'duration', scale: 'number', before: 800, after: 2000 });
  const durations = (typical: number): Stream => ({
    ...{ measure: 'number', dimension: { kind: 'duration' }, group },
    days: days.map((at) => ({ at, count: 40, location: Math.log(typical), variance: 0.1 })),
  });
  expect(recoveries(incidentsOf(told([slow])), [durations(900)], DAY + 10)).toHaveLength(1);
  expect(recoveries(incidentsOf(told([slow])), [durations(1900)], DAY + 10)).toEqual([]);
  const model = (category: string | null): Alarm =>
    alarm({ dimension: 'model', category, before: 0.1, after: 0.9, alarmAt: DAY });
  const models: Stream = {
    ...{ measure: 'category', dimension: { kind: 'model' }, group },
    days: days.map((at) => ({
      at,
      counts: new Map([
        ['a', 36],
        ['b', 4],
      ]),
    })),
  };
  expect(recoveries(incidentsOf(told([model('b')])), [models], DAY + 10)).toHaveLength(1);
  expect(recoveries(incidentsOf(told([model('(new)')])), [models], DAY + 10)).toEqual([]);
  expect(renderIncident(only(told([slow])))).toContain('duration of all traffic 800 -> 2,000');
  expect(only(told([slow])).severity).toBeCloseTo(0.6);
});

test('an alarm knows how much of the traffic it is about', () => {
  const slice = { measure: 'rate', dimension: SUCCESS, group: { kind: 'slice', name: 'a' } } as const;
  const days = (trials: number) => [
    { at: DAY - 9, trials: 999, successes: 0 },
    { at: DAY, trials, successes: 0 },
  ];
  const drift = {
    ...slice,
    category: null,
    alarmAt: DAY,
    from: DAY - 1,
    to: DAY,
    before: 1,
    after: 0,
    evidence: 1,
    suspects: [],
    split: null,
    layers: [],
  };
  const streams: Stream[] = [
    { ...slice, days: days(10) },
    { ...slice, group: { kind: 'all' }, days: days(40) },
  ];
  expect(alarmOf(drift, streams, [])).toMatchObject({
    weight: 0.25,
    group: 'slice a',
    dimension: 'success',
    kind: 'rate',
  });
});

test('the file of incidents gives back what was appended, and refuses what it does not know', () => {
  const first = told([alarm()]);
  const all = [...first, statusEvent(only(first), DAY + 5, 'resolved', 'rolled back')];
  const text = incidentLines(null, first) + incidentLines(first, all.slice(1));
  expect(parseIncidents(text, 'f')).toEqual(all);
  // Two runs began it at once.
  expect(parseIncidents(incidentLines(null, first) + text, 'f')).toEqual(all);
  expect(() => parseIncidents(text.replace('incidents v1', 'incidents v9'), 'f')).toThrow(/expected the header.*v9/);
  expect(() => parseIncidents(text.replace('"resolved"', '"gone"'), 'f')).toThrow(/f, line 3.*expected an entry/);
});

test('incidents read well on a terminal', async () => {
  const first = told([alarm(), toolError]);
  const all = [...first, statusEvent(only(first), DAY + 5, 'resolved', 'rolled\u001b[31m back')];
  const mix = told([ofMix, alarm({ kind: 'unsplit', dimension: 'steps', scale: 'number', before: 4, after: 5 })]);
  const text = `${renderIncidents(incidentsOf(all))}\n\n${renderIncident(only(all))}\n\n${renderIncident(only(mix))}\n`;
  await expect(text).toMatchFileSnapshot('golden/incidents.txt');
  expect(renderIncidents([])).toBe('no incidents');
});

test.skipIf(!hasRuns)(
  'a new model pin over recorded runs alarms in the slices that moved; a new mix is a mix (skipped without ../shared/data)',
  async () => {
    const [, gemini, mix] = RELEASES;
    if (gemini === undefined || mix === undefined) throw new Error('a release is gone');
    const pinned = await release(gemini, 'quick', { daysBefore: 46, daysAfter: 10, share: 1 });
    expect(pinned).toMatchObject({ incidents: 1, kind: 'rate', alarmed: ['slack', 'travel', 'workspace'] });
    expect(pinned.alarmed).toEqual(pinned.moved);
    expect(pinned.firstSuspect).toBe('model pin: main: gemini-1.5-pro-001 -> gemini-1.5-pro-002');
    const shifted = { incidents: 1, kind: 'mix', alarmed: [], firstSuspect: 'nothing that is listed' };
    expect(await release(mix, 'quick', { daysBefore: 31, daysAfter: 8, share: 0.25 })).toMatchObject(shifted);
  },
  120_000,
);
