import type { ChangeRules } from '../../src/changes/index.ts';
import { GitRepository } from '../git-repository.ts';

export const WORKTREE = { kind: 'worktree' } as const;
export const rules: ChangeRules = {
  agent: ['src/**'],
  prompts: ['prompts/*.md'],
  tools: [],
  corpus: ['corpus/*'],
  config: ['pawl.yml'],
  pins: [{ name: 'm', file: 'model.txt', at: { kind: 'pattern', pattern: '(.+)' } }],
};

/** A repository with one commit. */
export class Repository extends GitRepository {
  readonly first = this.commit({
    'prompts/a.md': 'Be kind.\nBe brief.\n',
    'src/a.ts': 'let a = 1;\n',
    'model.txt': 'gpt-4\n',
  });
}
