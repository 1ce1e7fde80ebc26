import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { secretForms, secretValues, withoutActionSecrets } from '../../src/github/index.ts';

describe('secrets', () => {
  it('are found by the names of variables, and short words are not masked', () => {
    const env = {
      OPENAI_API_KEY: 'sk-0123456789',
      MY_TOKEN: 'short',
      DEPLOY_SECRET: 'abcdefgh',
      PATH: '/usr/bin:/bin',
    };
    expect(secretValues(env, ['ghs_token0123', ''])).toEqual(['sk-0123456789', 'abcdefgh', 'ghs_token0123']);
  });

  it('are masked as they are, in JSON, in base64 and in a URL', () => {
    const secret = 'k"y/+é?>>?';
    const forms = secretForms(secret);
    expect(forms).toContain(secret);
    expect(forms).toContain('k\\"y/+é?>>?');
    expect(forms).toContain(Buffer.from(secret).toString('base64'));
    expect(forms).toContain(Buffer.from(secret).toString('base64url'));
    expect(forms).toContain('k%22y%2F%2B%C3%A9%3F%3E%3E%3F');
    expect(secretForms('plain-key')).toHaveLength(2);
  });

  it('of the Action itself do not reach the gate, and provider keys do', () => {
    const env = {
      'INPUT_GITHUB-TOKEN': 'x',
      GITHUB_TOKEN: 'x',
      GH_TOKEN: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'x',
      OPENAI_API_KEY: 'k',
      GITHUB_SHA: 's',
    };
    expect(withoutActionSecrets(env)).toEqual({ OPENAI_API_KEY: 'k', GITHUB_SHA: 's' });
  });
});
