import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { appendSummary, writeOutputs } from './outputs.ts';
import type { PublishWorld } from './remote.ts';
import { upload } from './uploads.ts';

/** What a job leaves that decides nothing. */
export interface StageResult {
  readonly outputs: Readonly<Record<string, string>>;
  /** For the log and, in a fence, for the step summary; foreign text in it is already escaped. */
  readonly text: string;
  /** What later jobs need. */
  readonly kept: readonly { readonly name: string; readonly file: string; readonly text: string }[];
}

/** @throws UserError where what later jobs need could not be kept for them. */
export async function finishStage(stage: StageResult, world: PublishWorld): Promise<void> {
  const { env, temporary, annotate, log, patience } = world;
  for (const { name, file, text } of stage.kept) {
    const folder = mkdtempSync(join(temporary, 'pawl-kept-'));
    writeFileSync(join(folder, file), text);
    const failed = await upload({ name, folder, files: [file] }, patience.leftMs());
    if (failed.length > 0) {
      const hint = 'later jobs wait for it: run the job again; on GitHub Enterprise Server use mode: auto';
      throw new UserError({ where: null, message: `${name} could not be uploaded: ${failed.join('; ')}`, hint });
    }
  }
  log(stage.text);
  // After the upload: whoever reads them can rely on it.
  const problems = writeOutputs(env, stage.outputs);
  if (problems.length > 0)
    throw new UserError({ where: null, message: problems.join('; '), hint: 'run the job again' });
  for (const problem of appendSummary(env, `\`\`\`text\n${stage.text.replaceAll('`', "'")}\n\`\`\``))
    annotate('notice', problem);
}
