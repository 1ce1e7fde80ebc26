import { cut } from '../errors.ts';
import { writeCheck } from './check-runs.ts';
import type { GitHub } from './client.ts';
import { writeComment } from './comments.ts';
import type { Environment } from './context.ts';
import { appendSummary, writeOutputs } from './outputs.ts';
import type { AnnotationLevel, Publication } from './plan.ts';
import { upload } from './uploads.ts';

export interface PublishOutcome {
  readonly published: readonly Publication['kind'][];
  readonly failed: readonly Failure[];
}

interface Failure {
  readonly what: string;
  readonly why: string;
}

/** Where publications go. `github` is null where none can be reached. */
interface Doors {
  readonly env: Environment;
  readonly github: GitHub | null;
  readonly annotate: (level: AnnotationLevel, message: string) => void;
  readonly log: (line: string) => void;
  /** What is left for all that is still to be published. */
  readonly leftMs: () => number;
}

/** Carries the plan out. What fails is returned and never thrown, since a verdict does not hang on its publication. */
export async function publish(publications: readonly Publication[], doors: Doors): Promise<PublishOutcome> {
  const published: Publication['kind'][] = [];
  const failed: Failure[] = [];
  for (const publication of publications) {
    const failures = await carryOut(publication, doors);
    if (failures.length === 0) published.push(publication.kind);
    failed.push(...failures);
  }
  return { published, failed };
}

async function carryOut(
  publication: Publication,
  { env, github, annotate, log, leftMs }: Doors,
): Promise<readonly Failure[]> {
  const failures = (what: string, reasons: readonly string[]): Failure[] => reasons.map((why) => ({ what, why }));
  switch (publication.kind) {
    case 'outputs':
      return failures('outputs', writeOutputs(env, publication.values));
    case 'summary':
      return failures('step summary', appendSummary(env, publication.texts[0]));
    case 'comment':
      if (github === null) return failures('comment', ['there is no connection to GitHub']);
      if (publication.plan.kind === 'keep') log(`the comment stays as it is: ${publication.plan.why}`);
      return failures('comment', await writeComment(github, publication.issue, publication.plan));
    case 'check':
      if (github === null) return failures('check run', ['there is no connection to GitHub']);
      return failures('check run', await writeCheck(github, publication.plan));
    case 'upload':
      return failures('upload', await upload(publication.upload, leftMs()));
    case 'withheld':
      return failures(publication.what, [publication.why]);
    case 'annotation':
      annotate(publication.level, publication.message);
      return [];
    default:
      return publication satisfies never;
  }
}

/** One notice for all that failed; null = nothing did. */
export function failureNotice({ published, failed }: PublishOutcome): string | null {
  if (failed.length === 0) return null;
  const list = failed.map(({ what, why }) => `${what} (${cut(why, 300)})`).join('; ');
  const where = published.includes('summary') ? 'The report is in the step summary.' : 'The report is in the log.';
  return `The verdict stands, but not everything could be published: ${list}. ${where}`;
}
