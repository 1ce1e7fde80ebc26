import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type IssueSource, openIssues, planIssue } from '../../src/github/index.ts';
import { FakeGitHub, TOKEN } from './fake/github.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await FakeGitHub.start();
});
afterEach(() => github.stop());

const patience = { sleep: async () => undefined, timeoutMs: 60_000, leftMs: () => 20_000 };
const place = (token = TOKEN) => ({ token, owner: 'acme', repo: 'desk', apiUrl: github.url });
const source: IssueSource = {
  ...{ id: '2026-11-20-abc123', status: 'open', level: 'major', issue: null },
  ...{ title: 'success of all traffic 90.0% -> 40.0%', body: 'Since Friday.' },
};
const write = async (change: Partial<IssueSource>) =>
  (await openIssues(place(), patience)).write(planIssue({ ...source, ...change }));

describe('the issue of an incident', () => {
  test('is created once, found again without its number, and written in place only where it says something else', async () => {
    expect(await write({})).toEqual({ number: 1, why: null });
    expect(await write({})).toEqual({ number: 1, why: null });
    expect(await write({ issue: 1 })).toEqual({ number: 1, why: null });
    expect(github.issues.all).toMatchObject([{ writes: 0, labels: ['pawl-incident'] }]);
    await write({ issue: 1, body: 'Since Thursday.' });
    expect(github.issues.all).toMatchObject([{ number: 1, writes: 1, body: expect.stringMatching(/Thursday/) }]);
    expect(github.complaints).toEqual([]);
  });

  test('is closed with its incident, opened when it comes back, and never opened for one that is closed already', async () => {
    expect(await write({ id: 'other', status: 'noise' })).toEqual({ number: null, why: null });
    await write({});
    await write({ issue: 1, status: 'noise' });
    expect(github.issues.all).toMatchObject([{ state: 'closed', reason: 'not_planned' }]);
    await write({ issue: 1, status: 'open' });
    expect(github.issues.all).toMatchObject([{ state: 'open' }]);
    await write({ issue: 1, status: 'resolved' });
    expect(github.issues.all).toMatchObject([{ state: 'closed', reason: 'completed' }]);
    expect(github.complaints).toEqual([]);
  });

  test('is found again where its label was taken off, and stays away where people took it away', async () => {
    await write({});
    const [issue] = github.issues.all;
    if (issue === undefined) throw new Error('there is no issue');
    issue.labels = [];
    expect(await write({ issue: 1, body: 'Since Thursday.' })).toEqual({ number: 1, why: null });
    expect(github.issues.all).toMatchObject([{ number: 1, writes: 1 }]);
    issue.body = 'We watch this elsewhere.';
    expect(await write({ issue: 1 })).toEqual({ number: 1, why: null });
    for (const status of [404, 410]) {
      const body = { message: 'This issue was deleted', documentation_url: 'x' };
      github.fail('GET', /issues\/1$/, { status, body });
      expect(await write({ issue: 1 })).toEqual({ number: 1, why: null });
    }
    github.issues.all.pop();
    expect(await write({ issue: 1 })).toEqual({ number: 1, why: null });
    expect(github.issues.all).toEqual([]);
    github.issues.create('mallory', { title: 'mine' });
    expect(await write({ issue: 1 }), 'a number of another repository').toEqual({ number: 2, why: null });
    expect(github.complaints).toEqual([]);
  });

  test('of an app that does not say its name is found by its number', async () => {
    github.owner = { kind: 'installation', login: 'desk-app[bot]' };
    expect(await write({})).toEqual({ number: 1, why: null });
    expect(await write({ issue: 1, body: 'Since Thursday.' })).toEqual({ number: 1, why: null });
    expect(github.issues.all).toMatchObject([{ author: 'desk-app[bot]', writes: 1 }]);
  });

  test('is one again where the answer to its creation was lost', async () => {
    const { title, body } = planIssue(source);
    for (let times = 0; times < 2; times += 1)
      github.issues.create(github.owner.login, { title, body, labels: ['pawl-incident'] });
    expect(await write({ issue: 2 })).toEqual({ number: 2, why: null });
    expect(github.issues.all).toMatchObject([
      { state: 'closed', reason: 'not_planned' },
      { state: 'open', writes: 0 },
    ]);
    await write({ issue: 2 });
    expect(github.issues.all).toMatchObject([{ writes: 1 }, { writes: 0 }]);
    expect(github.complaints).toEqual([]);
  });

  test('that was moved to another repository is left alone there', async () => {
    await write({});
    const [issue] = github.issues.all;
    if (issue === undefined) throw new Error('there is no issue');
    issue.labels = [];
    const { body } = github.issues.get(1);
    github.fail('GET', /issues\/1$/, { status: 200, body: { ...Object(body), repository_url: 'x/repos/acme/other' } });
    expect(await write({ issue: 1, body: 'Since Thursday.' })).toEqual({ number: 1, why: null });
    expect(github.issues.all).toMatchObject([{ writes: 0 }]);
  });

  test('is not one of somebody else that carries its marker', async () => {
    github.issues.create('mallory', { title: 'x', body: planIssue(source).body, labels: ['pawl-incident'] });
    expect(await write({})).toEqual({ number: 2, why: null });
    expect(github.issues.all[0]).toMatchObject({ author: 'mallory', writes: 0 });
  });

  test('says why it was not written, and others are', async () => {
    const issues = await openIssues(place(), patience);
    github.fail('POST', /issues$/, {
      status: 403,
      body: { message: 'Resource not accessible', documentation_url: 'x' },
    });
    expect(await issues.write(planIssue(source))).toEqual({
      number: null,
      why: expect.stringMatching(/not written: GitHub answered 403: Resource not accessible/),
    });
    expect(await issues.write(planIssue({ ...source, id: 'other' }))).toEqual({ number: 1, why: null });
    const wrong = await (await openIssues(place('ghs_wrong'), patience)).write(planIssue(source));
    expect(wrong.why).toMatch(/GitHub answered 401/);
  });

  test('mentions nobody and stays within what GitHub takes', () => {
    const wish = planIssue({ ...source, title: `@everyone\u202e ${'x'.repeat(400)}`, body: 'y'.repeat(90_000) });
    expect(wish.title).not.toMatch(/@everyone|\u202e/);
    expect(wish.title.length).toBeLessThanOrEqual(256);
    expect(wish.body.length).toBeLessThanOrEqual(65_536);
  });
});
