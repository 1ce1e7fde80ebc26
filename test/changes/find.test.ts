import { describe, expect, it } from 'vitest';
import {
  type Change,
  type ChangedFile,
  type ChangeRules,
  findChanges,
  withChangesBy,
} from '../../src/changes/index.ts';

const rules: ChangeRules = {
  agent: ['**', '!docs/**'],
  prompts: ['prompts/**/*.md'],
  tools: ['tools/*.json'],
  corpus: ['.pawl/corpus/*.jsonl'],
  config: ['pawl.yml'],
  pins: [
    { name: 'main', file: 'config.json', at: { kind: 'json_pointer', pointer: '/models/0' } },
    { name: 'judge', file: 'models.yml', at: { kind: 'yaml_path', path: ['judge', 0, 'name'] } },
    { name: 'small', file: 'agent.toml', at: { kind: 'pattern', pattern: '^small = "(.+)"$' } },
  ],
};

function modified(path: string, baseText: string | null = 'a\n', headText: string | null = 'b\n'): ChangedFile {
  return { path, oldPath: null, status: 'modified', baseText, headText };
}

function kindsOf(files: readonly ChangedFile[]): readonly string[] {
  return findChanges(files, rules).changes.map((change) => change.kind);
}

describe('what says which libraries the agent runs with', () => {
  const inFolder = { ...rules, agent: ['services/desk/src/**', '!services/uv.lock'], root: 'services/desk' };
  it.each([
    ['package-lock.json', ['dependency']],
    ['services/package.json', ['dependency']],
    ['services/desk/requirements.txt', ['dependency']],
    ['services/uv.lock', []],
    ['services/other/package.json', []],
    ['services/desk/docs/package.json', []],
    ['services/desk/Makefile', []],
  ])('%s, where the agent is set up in services/desk', (path, kinds) => {
    expect(findChanges([modified(path)], inFolder).changes.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('what a path is', () => {
  it.each([
    ['pawl.yml', ['config']],
    ['.pawl/corpus/a.jsonl', ['corpus']],
    ['prompts/deep/system.md', ['prompt']],
    ['prompts/.hidden.md', ['prompt']],
    ['src/agent.mjs', ['code']],
    ['.env.example', ['code']],
    ['package-lock.json', ['dependency']],
    ['services/api/requirements-dev.txt', ['dependency']],
    ['Cargo.lock', ['dependency']],
    ['docs/page.md', []],
    ['.gitattributes', ['code']],
    ['docs/.gitattributes', ['code']],
    ['docs/package.json', []],
    ['src/two\nlines.mjs', ['code']],
    ['two\r\u2028lines', ['code']],
    ['docs/two\nlines.md', []],
  ])('%j', (path, kinds) => {
    expect(kindsOf([modified(path)])).toEqual(kinds);
  });

  it('is decided by the first rule that fits, so a prompt or a pin outside the paths still counts', () => {
    const outside: ChangeRules = { ...rules, agent: ['src/**'] };
    expect(findChanges([modified('prompts/a.md')], outside).affecting).toHaveLength(1);
    const pin = modified('config.json', '{"models":["a"]}', '{"models":["b"]}');
    expect(findChanges([pin], outside).affecting.map(({ kind }) => kind)).toEqual(['model_pin']);
  });

  it.each([
    ['prompts/a.md', 'docs/a.md', ['prompts/a.md removed as prompt']],
    ['docs/a.md', 'prompts/a.md', ['prompts/a.md added as prompt']],
    [
      'prompts/a.md',
      '.pawl/corpus/a.jsonl',
      ['.pawl/corpus/a.jsonl added as corpus', 'prompts/a.md removed as prompt'],
    ],
    ['prompts/a.md', 'prompts/b.md', ['prompts/b.md renamed as prompt']],
  ])('of a file renamed from %s to %s is what it was and what it is', (oldPath, path, expected) => {
    const file: ChangedFile = { ...modified(path), oldPath, status: 'renamed' };
    const found = findChanges([file], rules);
    const said = found.changes.map((change) =>
      'status' in change ? `${change.path} ${change.status} as ${change.kind}` : '',
    );
    expect(said).toEqual(expected);
    expect(found.notAffected).toBeNull();
  });
});

describe('a prompt', () => {
  function linesOf(
    baseText: string | null,
    headText: string | null,
    status: ChangedFile['status'] = 'modified',
  ): unknown {
    const [change] = findChanges([{ ...modified('prompts/a.md', baseText, headText), status }], rules).changes;
    return change?.kind === 'prompt' ? change.lines : change;
  }

  it('is told by line, numbered in its own file', () => {
    expect(linesOf('one\ntwo\nthree\nfour\n', 'zero\none\n2\nthree\nfour\nfive\n')).toEqual([
      { kind: 'added', line: 1, text: 'zero' },
      { kind: 'removed', line: 2, text: 'two' },
      { kind: 'added', line: 3, text: '2' },
      { kind: 'added', line: 6, text: 'five' },
    ]);
  });

  it('that is new has only added lines, one that is gone only removed ones', () => {
    expect(linesOf(null, 'a\n\nb', 'added')).toEqual([
      { kind: 'added', line: 1, text: 'a' },
      { kind: 'added', line: 2, text: '' },
      { kind: 'added', line: 3, text: 'b' },
    ]);
    expect(linesOf('a\n', null, 'removed')).toEqual([{ kind: 'removed', line: 1, text: 'a' }]);
  });

  it('that only got other line ends is a change without lines', () => {
    expect(linesOf('a\nb\n', 'a\r\nb\r\n')).toEqual([]);
  });

  it('that cannot be read on a side is a change without lines, not a deletion', () => {
    expect(linesOf('a\n', null)).toEqual([]);
  });

  it('that is another text altogether is told without an exact diff', () => {
    const text = (word: string): string => Array.from({ length: 5_000 }, (_, i) => `${word} ${i}`).join('\n');
    expect(linesOf(text('old'), text('new'))).toHaveLength(10_000);
  });
});

describe('a model pin', () => {
  const change = (path: string, from: string, to: string): readonly Change[] =>
    findChanges([modified(path, from, to)], rules).changes;
  const code = (path: string): Change => ({ kind: 'code', path, status: 'modified', oldPath: null });

  it.each([
    ['by JSON pointer', 'config.json', 'main', '{"models":["gpt-4"]}', '{"models":["gpt-5"]}'],
    ['by YAML path', 'models.yml', 'judge', 'judge:\n  - name: gpt-4\n', 'judge:\n  - name: gpt-5\n'],
    ['by pattern', 'agent.toml', 'small', '[x]\r\nsmall = "gpt-4"\r\n', '[x]\r\nsmall = "gpt-5"\r\n'],
  ])('is told as old -> new %s, and nothing else where nothing else changed', (_, path, pin, from, to) => {
    expect(change(path, from, to)).toEqual([{ kind: 'model_pin', path, pin, from: 'gpt-4', to: 'gpt-5' }]);
  });

  it('is told beside the rest of the file that changed', () => {
    expect(change('config.json', '{"models":["a"],"n":1}', '{"models":["b"],"n":2}')).toEqual([
      { kind: 'model_pin', path: 'config.json', pin: 'main', from: 'a', to: 'b' },
      code('config.json'),
    ]);
  });

  it('that is the same is no change of a pin', () => {
    expect(change('config.json', '{"models":["a"],"n":1}', '{"models":["a"],"n":2}')).toEqual([code('config.json')]);
  });

  it('stands in a file of the agent: what else of it changes counts wherever it lies, unless a glob takes it out', () => {
    const file = modified('config.json', '{"models":["a"],"n":1}', '{"models":["a"],"n":2}');
    expect(findChanges([file], { ...rules, agent: ['src/**'] }).affecting).toEqual([code('config.json')]);
    expect(findChanges([file], { ...rules, agent: ['src/**', '!*.json'] }).affecting).toEqual([]);
  });

  it('that cannot be found any more is null', () => {
    const gone = { kind: 'model_pin', path: 'config.json', pin: 'main', from: 'a', to: null };
    for (const text of ['{"models":', '{"models":{}}', '{"models":[{"deep":1}]}'])
      expect(change('config.json', '{"models":["a"]}', text)).toEqual([gone, code('config.json')]);
    expect(change('models.yml', 'judge: [{name: a}]', `judge: ${'['.repeat(20_000)}`)).toContainEqual(
      expect.objectContaining({ kind: 'model_pin', from: 'a', to: null }),
    );
  });

  it('is not sought in lines long enough to make a pattern slow', () => {
    const slow = { name: 'slow', file: 'a.txt', at: { kind: 'pattern', pattern: '(x+x+)+y' } } as const;
    const file = modified('a.txt', 'x\n', `${'x'.repeat(100_000)}\n`);
    expect(findChanges([file], { ...rules, pins: [slow] }).changes).toEqual([code('a.txt')]);
  });
});

describe('where the target branch has moved the agent since', () => {
  const moved: ChangeRules = { ...rules, agent: ['src/**'], prompts: ['src/prompts/*.md'], tools: [], pins: [] };
  const now = (...paths: string[]) => {
    const files = paths.map((path) => modified(path));
    const { changes, notAffected } = withChangesBy(rules, findChanges(files, moved), files);
    return { changes: changes.map(({ kind, path }) => `${path} ${kind}`), affected: notAffected === null };
  };

  it('what a branch changes where the agent was before is told as what it was, each file once', () => {
    expect(now('prompts/a.md')).toEqual({ changes: ['prompts/a.md prompt'], affected: true });
    expect(now('src/b.mjs', 'agent.mjs', 'prompts/a.md')).toEqual({
      changes: ['prompts/a.md prompt', 'src/b.mjs code', 'agent.mjs code'],
      affected: true,
    });
  });

  it('what neither says anything of is no change', () => {
    expect(now('docs/a.md')).toEqual({ changes: [], affected: false });
  });
});

describe('nothing that affects the agent', () => {
  it('says that no file differs', () => {
    expect(findChanges([], rules)).toEqual({
      changes: [],
      affecting: [],
      notAffected: 'No file differs between base and head.',
    });
  });

  it('says which files differ and where the agent lies', () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => modified(`docs/${name}.md`));
    expect(findChanges(files, rules).notAffected).toBe(
      '4 files differ (docs/a.md, docs/b.md, docs/c.md and 1 more), none of them a file of the agent (paths: **, !docs/**).',
    );
  });

  it('shows changes of the corpus and the settings, which do not affect it', () => {
    const found = findChanges([modified('pawl.yml'), modified('.pawl/corpus/a.jsonl')], rules);
    expect(found.changes.map(({ kind }) => kind)).toEqual(['config', 'corpus']);
    expect(found.affecting).toEqual([]);
    expect(found.notAffected).toContain('Changes of the corpus and the settings do not change the agent.');
  });
});

it('one change that affects the agent among many that do not leaves no reason to skip', () => {
  const found = findChanges([modified('docs/a.md'), modified('pawl.yml'), modified('src/a.ts')], rules);
  expect(found.affecting.map(({ kind }) => kind)).toEqual(['code']);
  expect(found.notAffected).toBeNull();
});
