import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cut, messageOf } from '../errors.ts';
import {
  type ActionInputs,
  connect,
  type EndedRun,
  type Found,
  fetchForkUpload,
  findPullRequest,
  type GateResult,
  type PublishWorld,
  publishComment,
  uploadName,
} from '../github/index.ts';
import { markdownText, parseReport, type Report } from '../report/index.ts';
import { resultOf } from './action-request.ts';
import { openZip } from './zip.ts';

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_ENTRIES = 500;
const MAX_REPORT_BYTES = 16 * 1024 * 1024;
const MAX_WHY = 400;

/**
 * Puts the report of a fork's run on its pull request, where the run itself may not write. Its upload is a claim of code that
 * nobody has reviewed: capped, checked against the schema and rendered anew; where it goes is asked of GitHub. What cannot be
 * published is said in one notice. Nothing of the pull request is checked out or run.
 */
export async function publishForkReport(inputs: ActionInputs, run: EndedRun, world: PublishWorld): Promise<void> {
  const problem = await published(inputs, run, world);
  if (problem !== null) world.annotate('notice', `Nothing was published: ${cut(problem, MAX_WHY)}`);
}

/** null = the comment stands. */
async function published(inputs: ActionInputs, run: EndedRun, world: PublishWorld): Promise<string | null> {
  if (run.fork === null) return 'the run is of no fork, and has published for itself';
  if (inputs.token === null) return 'there is no github-token';
  const github = await connect(inputs.token, run.context, world.patience);
  const pullRequest = await findPullRequest(github, run);
  if ('problem' in pullRequest) return pullRequest.problem;
  const name = uploadName(inputs.key, run.context.run.attempt);
  const upload = await fetchForkUpload(github, run, name, { maxBytes: MAX_BYTES, patience: world.patience });
  if ('problem' in upload) return upload.problem;
  const read = await reportIn(upload.found, run, world.temporary);
  if ('problem' in read) return read.problem;
  const target = { number: pullRequest.found, origin: 'own', draft: false } as const;
  const context = { ...run.context, pullRequest: target };
  const failed = await publishComment({ inputs, context, result: asClaim(read.found, run) }, github, world);
  return failed.length === 0 ? null : failed.join('; ');
}

async function reportIn(zip: Uint8Array, run: EndedRun, temporary: string): Promise<Found<Report>> {
  const folder = await mkdtemp(join(temporary, 'pawl-fork-'));
  try {
    const path = join(folder, 'upload.zip');
    await writeFile(path, zip);
    await using file = await open(path);
    const { names, read } = await openZip(file);
    if (names.length > MAX_ENTRIES)
      return { problem: `the upload has ${names.length} files, at most ${MAX_ENTRIES} are read` };
    const bytes = await read('report.json', MAX_REPORT_BYTES);
    if (bytes === null) return { problem: 'the upload has no report.json' };
    const report = parseReport(Buffer.from(bytes).toString('utf8'));
    if (report.run.headSha !== run.context.headSha) return { problem: 'the report is about another head' };
    return { found: report };
  } catch (error) {
    return { problem: `the upload cannot be read: ${messageOf(error)}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Says below the headline whose word it is, and what GitHub itself says of the run. */
function asClaim(report: Report, { conclusion }: EndedRun): GateResult {
  const result = resultOf(report);
  const whose = `<sub>Reported by the fork's own run, whose code could have changed it: shown, not believed. GitHub says that the run ended with ${markdownText(conclusion, 40)}.</sub>`;
  const claimed = (markdown: string): string => markdown.replace('\n', () => `\n\n${whose}\n`);
  const { full, short, minimal } = result.markdown;
  return { ...result, markdown: { full: claimed(full), short: claimed(short), minimal: claimed(minimal) } };
}
