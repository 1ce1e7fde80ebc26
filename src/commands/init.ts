import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, UserError } from '../errors.ts';
import { type ProposedFile, propose, renderNext, renderProposal } from '../setup/index.ts';
import { readRepository } from './repository-files.ts';
import type { Surroundings } from './surroundings.ts';

interface InitOptions {
  readonly config: string;
  readonly yes?: boolean;
  readonly overwrite?: boolean;
}

/** Asks whoever sits at the terminal; null = nobody does. */
type Ask = ((question: string) => Promise<string>) | null;

/** `pawl init`: shows the settings and the workflow that fit the repository, and writes what is agreed to. */
export async function initCommand(
  options: InitOptions,
  surroundings: Pick<Surroundings, 'directory' | 'print'>,
  ask: Ask,
): Promise<number> {
  const { root, files } = await readRepository(surroundings.directory);
  const proposal = propose(files, options.config);
  surroundings.print(renderProposal(proposal));
  const written: ProposedFile[] = [];
  for (const file of proposal.files) {
    if (file.kind === 'same') continue;
    if (await isAgreed(file, options, ask)) {
      await write(root, file);
      written.push(file);
    } else surroundings.print(`not written: ${file.path} (${flagsFor(file)} writes it)`);
  }
  surroundings.print(renderNext(proposal, written));
  return 0;
}

/** A file that would lose something is written only where a person says so of that file, or of all of them. */
async function isAgreed({ path, kind }: ProposedFile, options: InitOptions, ask: Ask): Promise<boolean> {
  if (options.yes === true) return kind !== 'replaced' || options.overwrite === true;
  return ask !== null && /^y(es)?$/i.test((await ask(`write ${path}? [y/N] `)).trim());
}

function flagsFor({ kind }: ProposedFile): string {
  return kind === 'replaced' ? '--yes --overwrite' : '--yes';
}

async function write(root: string, { path, text, kind }: ProposedFile): Promise<void> {
  const file = join(root, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    // A file that came there since it was looked for is not overwritten.
    await writeFile(file, text, { flag: kind === 'new' ? 'wx' : 'w' });
  } catch (error) {
    throw new UserError({ where: path, message: `could not be written: ${messageOf(error)}`, hint: null });
  }
}
