import { terminalText } from '../report/index.ts';
import type { Proposal, ProposedFile } from './proposal.ts';
import type { Sight } from './sight.ts';

const WIDTH = 100;

/** What `pawl init` would write, for a terminal: every file whole, or what differs from the one that is there. */
export function renderProposal({ files, workflows }: Proposal): string {
  return [
    ...files.flatMap((file) => [heading(file), ...(file.kind === 'same' ? [] : [shownText(file), ''])]),
    ...workflows.map(
      (path) => `${terminalText(path, 200)} runs pawl already: no workflow is proposed; pawl doctor checks it`,
    ),
  ].join('\n');
}

function heading({ path, kind }: ProposedFile): string {
  const what = {
    new: 'a new file',
    extended: 'lines at the end of your file',
    replaced: 'your file is another one: this is the difference',
    same: 'as it is',
  }[kind];
  return kind === 'same' ? `${terminalText(path, 200)}: ${what}` : rule(`${terminalText(path, 200)}: ${what}`);
}

function rule(text: string): string {
  return `── ${text} ${'─'.repeat(Math.max(2, WIDTH - text.length - 4))}`;
}

/** Blanks at the beginning of a line, also of a comment, are its structure, so they stay. */
function shownText({ shown }: ProposedFile): string {
  const lines = shown.replace(/\n$/, '').split('\n');
  return lines
    .map((line) => {
      const [start = ''] = /^[ +-]*(?:# *)?/.exec(line) ?? [];
      return `${start}${terminalText(line.slice(start.length), 1000)}`;
    })
    .join('\n');
}

/** What is still to be done by a person, in order. */
export function renderNext({ sight, files }: Proposal, written: readonly ProposedFile[]): string {
  const open = files.flatMap(({ path, fillIns }) => fillIns.map((line) => `${path}:${line}`));
  const steps = [
    ...(open.length === 0 ? [] : [`fill in what only you can say, at FILL IN: ${open.join(', ')}`]),
    ...recordStep(sight),
    'try it on a change of your own: pawl gate --base origin/main --head WORKTREE',
    'check the set-up: pawl doctor',
    'merge all this, then require the job in the rules of the branch',
  ];
  const done = written.length === 0 ? [] : [`written: ${written.map(({ path }) => path).join(', ')}`];
  return [...done, 'Next', ...steps.map((step, i) => `  ${i + 1}. ${terminalText(step, 600)}`)].join('\n');
}

function recordStep({ recordings }: Sight): readonly string[] {
  const { corpus, inputs, alike, harnesses } = recordings;
  const compare = harnesses.map((path) => `${path} belongs to another harness: pawl compare reads its results`);
  if (corpus.length > 0) return compare;
  const [input] = inputs;
  const record = `record a corpus: pawl record --inputs ${input ?? 'inputs.jsonl'} --out .pawl/corpus/cases.jsonl.gz`;
  const [like] = alike;
  const form =
    input === undefined && like !== undefined ? ` (${like} may hold inputs; a line is {"id", "input", "slices"})` : '';
  return [`${record}${form}`, ...compare];
}
