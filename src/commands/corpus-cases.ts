import packageFile from '../../package.json' with { type: 'json' };
import {
  caseFrom,
  cohortsOf,
  type Drawn,
  type DrawnDraft,
  parseCaseLine,
  REJECTIONS,
  type Slicer,
  writeCaseLine,
} from '../corpus/index.ts';
import { isJsonObject, type Json, type ObservedTrajectory, type Redactor } from '../trace/index.ts';

/** What a case says of how it was drawn, besides what concerns it alone. */
type DrawFacts = Pick<Drawn, 'by' | 'store' | 'at' | 'seed'>;

interface DrawnHow {
  readonly slicer: Slicer;
  readonly redact: Redactor;
  readonly facts: DrawFacts;
  /** The template of cases' inputs. */
  readonly input: Json;
}

/** The case that a trajectory makes, with its provenance and without what must not be kept; or why it makes none. */
export function drawnCase(
  trajectory: ObservedTrajectory,
  traceId: string | null,
  weight: number,
  { slicer, redact, facts, input: template }: DrawnHow,
): DrawnDraft | { readonly problem: string } {
  const slices = slicer.slicesOf(trajectory);
  const cohorts = cohortsOf(trajectory);
  const draft = caseFrom(trajectory, {
    traceId,
    slices: slices.map(({ name }) => name),
    cohorts,
    weight,
    input: template,
  });
  if (typeof draft === 'string') return { problem: REJECTIONS[draft] };
  const { input, recordings } = draft;
  const clean = redact.json(JSON.parse(JSON.stringify({ input, recordings })) as Json);
  const line = JSON.parse(writeCaseLine(draft)) as Json;
  if (!isJsonObject(clean) || !isJsonObject(line)) return { problem: 'redaction left no case of it' };
  const text = JSON.stringify({ ...line, input: clean.input, recordings: clean.recordings });
  if (text.length > MAX_CHARS) return { problem: `as a case it is longer than ${MAX_CHARS} characters` };
  const parsed = parseCaseLine(text);
  if (parsed.kind === 'problem') return { problem: parsed.reason };
  const { contentHash, ...rest } = parsed.case;
  const sliceVersions = Object.fromEntries(slices.map(({ name, version }) => [name, version]));
  const drawn = { ...facts, trajectoryId: trajectory.id, pawl: packageFile.version, sliceVersions, contentHash };
  return { draft: rest, drawn };
}

/** A line of a corpus may have 32 MiB; a repository would rather have less. */
const MAX_CHARS = 4 * 1024 * 1024;
