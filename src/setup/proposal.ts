import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { RepositoryFiles } from './files.ts';
import { proposeConfig } from './propose-config.ts';
import { proposeWorkflow } from './propose-workflow.ts';
import { lookAt, type Sight } from './sight.ts';
import { FILL_IN } from './yaml-lines.ts';

/** One file as it would be after the proposal. */
export interface ProposedFile {
  readonly path: string;
  readonly text: string;
  /** `extended` keeps all that is there; `replaced` does not. */
  readonly kind: 'new' | 'extended' | 'replaced' | 'same';
  /** The text, or what differs from the file that is there. */
  readonly shown: string;
  /** Numbers of the lines that only a person can fill in. */
  readonly fillIns: readonly number[];
}

export interface Proposal {
  readonly sight: Sight;
  readonly files: readonly ProposedFile[];
  /** Workflows that run pawl already: none is proposed beside them. */
  readonly workflows: readonly string[];
}

const WORKFLOW = '.github/workflows/pawl.yml';
const IGNORED = '.gitignore';
const STORE = '.pawl/store/';
const RUNS_PAWL = /^\s*-?\s*(?:uses:\s*["']?[^\s"'#]*\/pawl(?:\/[^\s@"']*)?@|run:.*\bpawl gate\b)/m;

/** What `pawl init` would write, and why. Nothing is decided by what stands in a file already. */
export function propose(files: RepositoryFiles, configPath: string): Proposal {
  const sight = lookAt(files);
  const workflows = files.paths.filter(
    (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && RUNS_PAWL.test(files.textOf(path) ?? ''),
  );
  const own = workflows.length === 0 || workflows.includes(WORKFLOW);
  return {
    sight,
    workflows: own ? [] : workflows,
    files: [
      fileOf(configPath, proposeConfig(sight), files),
      ...(own ? [fileOf(WORKFLOW, proposeWorkflow(sight, files), files)] : []),
      fileOf(IGNORED, withLine(files.textOf(IGNORED) ?? '', STORE), files),
    ],
  };
}

function withLine(text: string, line: string): string {
  if (text.split(/\r?\n/).some((one) => one.trim().replace(/^\//, '').replace(/\/?$/, '/') === line)) return text;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`;
}

function fileOf(path: string, text: string, files: RepositoryFiles): ProposedFile {
  const before = files.paths.includes(path) ? files.textOf(path) : null;
  const fillIns = text.split('\n').flatMap((line, i) => (line.includes(`# ${FILL_IN}:`) ? [i + 1] : []));
  if (before === null) return { path, text, kind: 'new', shown: text, fillIns };
  if (before === text) return { path, text, kind: 'same', shown: '', fillIns: [] };
  const shown = createTwoFilesPatch(path, path, before, text, 'as it is', 'proposed', {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return { path, text, kind: text.startsWith(before) ? 'extended' : 'replaced', shown, fillIns };
}
