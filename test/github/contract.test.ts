import { describe, expect, it } from 'vitest';
import { Contract } from './fake/contract.ts';
import { commentJson } from './fake/resources.ts';

const contract = new Contract();
const COMMENTS = new URL('http://x/repos/acme/desk/issues/7/comments');
const of = (method: string, url: URL | string, body?: string) =>
  contract.request(method, new URL(url), body === undefined ? undefined : JSON.parse(body)).violations;

/** What the fake lets through is only worth something if it stops what GitHub would not take. */
describe('GitHub’s description', () => {
  it('lets through what it describes', () => {
    expect(of('GET', `${COMMENTS}?per_page=100&page=2`)).toEqual([]);
    expect(of('POST', COMMENTS, '{"body":"hello"}')).toEqual([]);
    expect(of('DELETE', 'http://x/repos/acme/desk/issues/comments/5')).toEqual([]);
  });

  it.each([
    ['an unknown query parameter', 'GET', `${COMMENTS}?per_pages=100`, undefined, 'unknown query parameter per_pages'],
    ['a query parameter of the wrong type', 'GET', `${COMMENTS}?page=two`, undefined, 'must be integer'],
    ['a path parameter of the wrong type', 'GET', 'http://x/repos/a/b/issues/x/comments', undefined, 'must be integer'],
    ['an unknown member of the body', 'POST', `${COMMENTS}`, '{"body":"x","title":"y"}', 'unknown member title'],
    ['a member of the wrong type', 'POST', `${COMMENTS}`, '{"body":5}', 'wrong type'],
    ['a missing member', 'POST', `${COMMENTS}`, '{}', "must have required property 'body'"],
    ['a body where none belongs', 'GET', `${COMMENTS}`, '{}', 'a body where none belongs'],
    ['an operation it does not list', 'PUT', `${COMMENTS}`, '{"body":"x"}', 'not an operation'],
  ])('stops %s', (_name, method, url, body, expected) => {
    expect(of(method, url, body).join()).toContain(expected);
  });

  it('holds the fake’s own answers to it', () => {
    const operation = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const comment = commentJson('http://x', 'acme/desk', { id: 1, issue: 7, author: 'a', body: 'b' });
    expect(contract.response(operation, 201, comment)).toEqual([]);
    expect(contract.response(operation, 201, { ...comment, id: 'one' })).not.toEqual([]);
    expect(contract.response(operation, 201, { ...comment, user: {} })).not.toEqual([]);
    expect(contract.response(operation, 200, comment)).not.toEqual([]);
  });
});
