import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSecretName, type Json, redactJson, redactText } from '../../src/trace/index.ts';

// Put together here, so that no scanner takes this file for a leak.
const filler = 'Ab1Cd2Ef3Gh4Ij5Kl6Mn7Op8Qr9St0Uv1Wx2';
const secrets: readonly (readonly [string, string])[] = [
  ['openai-key', `sk-${filler}`],
  ['openai-key', `sk-proj-${filler}_x-y`],
  ['anthropic-key', `sk-ant-api03-${filler}`],
  ['github-token', `ghp_${filler}`],
  ['github-token', `gho_${filler}`],
  ['github-token', `github_pat_${filler}_x`],
  ['gitlab-token', `glpat-${filler}`],
  ['aws-key', `AKIA${'ABCDEFGH12345678'}`],
  ['google-key', `AIza${filler}`],
  ['slack-token', `xoxb-1234567890-${filler}`],
  ['stripe-key', `sk_live_${filler}`],
  ['jwt', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${filler}`],
];

describe('redactText', () => {
  test.each(secrets)('takes out a %s (%#)', (name, secret) => {
    expect(redactText(`key: "${secret}", next`)).toEqual({ text: `key: "[redacted:${name}]", next`, found: 1 });
  });

  test('takes out what stands behind an escape of JSON text', () => {
    expect(redactText(`{"cut": "a\\nsk-${filler}`).text).toBe('{"cut": "a\\n[redacted:openai-key]');
  });

  test('takes out headers and keeps their names', () => {
    expect(redactText('Authorization: Basic dXNlcjpwYXNz\nAccept: */*').text).toBe(
      'Authorization: [redacted:authorization]\nAccept: */*',
    );
    expect(redactText('cookie: sid=abc; theme=dark\nx: 1').text).toBe('cookie: [redacted:cookie]\nx: 1');
    expect(redactText('x-api-key: 0123456789abcdef').text).toBe('x-api-key: [redacted:api-key]');
    expect(redactText('sent Bearer abcdefgh12345678 along').text).toBe('sent Bearer [redacted:bearer-token] along');
  });

  test('takes out a private key, also one inside JSON text and one that is cut off', () => {
    const pem = `-----BEGIN RSA PRIVATE KEY-----\n${filler}\n${filler}==\n-----END RSA PRIVATE KEY-----`;
    expect(redactText(`a\n${pem}\nb`)).toEqual({ text: 'a\n[redacted:private-key]\nb', found: 1 });
    expect(JSON.parse(redactText(JSON.stringify({ pem, b: 1 })).text)).toEqual({ pem: '[redacted:private-key]', b: 1 });
    expect(JSON.parse(redactText(JSON.stringify({ pem: pem.slice(0, 60), b: 1 })).text)).toEqual({
      pem: '[redacted:private-key]',
      b: 1,
    });
  });

  test('leaves ordinary text as it is', () => {
    const ordinary = [
      'sk-estimator-checks-common-tests, task-sk-1, the bearer of this letter',
      'Authorization: required. Send an API key. Set-Cookie is a header; cookie: chocolate',
      'order 4111111111111111, call_abcdefghijklmnopqrstuvwx, sha 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
      'AKIA is a prefix; eyJ too',
    ];
    for (const text of ordinary) expect(redactText(text)).toEqual({ text, found: 0 });
  });

  test('keeps JSON text JSON text, finds every secret anywhere, and finds nothing twice', () => {
    const place = fc.string();
    fc.assert(
      fc.property(fc.constantFrom(...secrets), place, place, ([, secret], before, after) => {
        const json = JSON.stringify({ [`${before} `]: `${before} ${secret}\n${after}` });
        const { text, found } = redactText(json);
        expect(found).toBeGreaterThan(0);
        expect(text).not.toContain(secret);
        expect(() => JSON.parse(text)).not.toThrow();
        expect(redactText(text).found).toBe(0);
      }),
    );
  });
});

describe('redactJson', () => {
  test('takes out secrets in texts, keys and members whose name says so, and counts them', () => {
    const value: Json = {
      headers: { Authorization: 'opaque', 'X-Api-Key': 'short', cookie: 'x', accept: 'json' },
      list: [`see ${secrets[0]?.[1]}`, 1, null],
      [`ghp_${filler}`]: true,
      schema: { authorization: { type: 'string' } },
    };
    expect(redactJson(value)).toEqual({
      value: {
        headers: {
          Authorization: '[redacted:authorization]',
          'X-Api-Key': '[redacted:x-api-key]',
          cookie: '[redacted:cookie]',
          accept: 'json',
        },
        list: ['see [redacted:openai-key]', 1, null],
        '[redacted:github-token]': true,
        schema: { authorization: { type: 'string' } },
      },
      found: 5,
    });
  });

  test('changes nothing the second time', () => {
    const once = redactJson({ authorization: 'x', text: secrets[2]?.[1] ?? '' });
    expect(redactJson(once.value)).toEqual({ value: once.value, found: 0 });
  });
});

test('a variable that holds a secret is known by its name, whoever writes it', () => {
  const named = [
    'OPENAI_API_KEY',
    'GH_TOKEN',
    'ANTHROPIC_AUTH_TOKEN',
    'db_password',
    'INPUT_GITHUB-TOKEN',
    'APIKEY',
    'MY_PAT',
  ];
  expect(named.filter((name) => !isSecretName(name))).toEqual([]);
  expect(['PATH', 'MONKEY', 'TOKENS_PER_CALL', 'GITHUB_SHA', 'COMPAT'].filter(isSecretName)).toEqual([]);
});
