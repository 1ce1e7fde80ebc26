import { readSettings } from '../../src/config/index.ts';
import { examine, propose, readWorkflows } from '../../src/setup/index.ts';
import { REPOSITORIES } from './repositories.ts';

const WORKFLOW = '.github/workflows/pawl.yml';
const CASE = {
  v: 1,
  id: 'a',
  input: { messages: [{ role: 'user', content: 'Hello' }] },
  recordings: [{ steps: [], output: 'Hi' }],
};

/** A repository that took what `pawl init` proposed and filled in the rest. */
export function soundRepository(): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [path, text] of Object.entries(REPOSITORIES['openai-client'] ?? {}))
    if (typeof text === 'string') texts[path] = text;
  const { files } = propose(filesOf(texts), 'pawl.yml');
  for (const { path, text } of files) {
    const filled = text.replaceAll('OWNER/pawl@COMMIT', `acme/pawl@${'a'.repeat(40)}`).replaceAll('FILL IN: ', '');
    texts[path] = filled;
  }
  texts['agent/worker.mjs'] = 'process.env.PAWL_TOOLS_URL\n';
  texts['.pawl/corpus/desk.jsonl'] = `${JSON.stringify(CASE)}\n`;
  texts['pawl.yml'] = (texts['pawl.yml'] ?? '').replace('*.jsonl.gz', '*.jsonl');
  return texts;
}

export function filesOf(texts: Readonly<Record<string, string>>) {
  return { paths: Object.keys(texts), textOf: (path: string) => texts[path] ?? null };
}

type Edit = string | RegExp;

/** The same repository with one text changed; each change must find what it is to replace. */
function changed(path: string, from: Edit | readonly Edit[], to: string | readonly string[]): Record<string, string> {
  const texts = soundRepository();
  const edits = [from].flat();
  const after = edits.reduce((text: string, edit, i) => {
    const next = text.replace(edit, [to].flat()[i] ?? '');
    if (next === text) throw new Error(`${path} has nothing like ${String(edit)}`);
    return next;
  }, texts[path] ?? '');
  return { ...texts, [path]: after };
}

export const inWorkflow = changed.bind(null, WORKFLOW);
export const inSettings = changed.bind(null, 'pawl.yml');

export type Branch = Parameters<typeof examine>[0]['branch'];

/** What the checks say of texts, on a machine where all is well. */
export function examined(texts: Readonly<Record<string, string>>, branch: Branch = REQUIRING) {
  const files = filesOf(texts);
  const text = texts['pawl.yml'] ?? '';
  return examine({
    files,
    configPath: 'pawl.yml',
    settings: readSettings({ text, file: 'pawl.yml', overrides: [] }),
    settingsProblems: [],
    corpus: { files: 1, cases: 1, problems: [] },
    workflows: readWorkflows(files),
    machine: { node: '24.21.0', git: '2.47.0', shallow: false, isolation: { kind: 'bubblewrap' }, programs: new Map() },
    branch,
  });
}

export const REQUIRING: Branch = { kind: 'known', branch: 'main', required: ['pawl'], mergeQueue: true };
