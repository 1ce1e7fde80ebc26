import type { JsonObject, ObservedTrajectory, ProblemKind } from '../../trace/index.ts';

/** A part of a file that was not understood, and why. `place` is where in the file: `line 12`, `[3].messages[4]`. */
export interface ReadProblem {
  readonly place: string;
  readonly reason: string;
  /** Absent = nothing that anybody but a person asks about. */
  readonly kind?: ProblemKind;
}

/** A JSON object of a file with its place, or what stands there instead. */
export type FileRecord =
  | { readonly kind: 'record'; readonly value: JsonObject; readonly place: string }
  | { readonly kind: 'problem'; readonly place: string; readonly reason: string; readonly isNoJson?: true };

/** What a record of a file gave. A record that gives nothing at all is a problem, never silence. */
export interface Read {
  readonly trajectories: readonly ObservedTrajectory[];
  readonly problems: readonly ReadProblem[];
}

/**
 * One file while it is read. Its records are JSON objects: the lines of JSON Lines, the elements of a JSON list, or the
 * single object of a JSON document. What one trajectory needs of several records is kept until `end`.
 */
export interface FileReading {
  /** `place` names the record: `line 12`, `[3]`, `line 12[3]`; the empty text is the document as a whole. Never throws. */
  readonly record: (value: JsonObject, place: string) => Read;
  readonly end: () => Read;
}

/** A format of finished runs or exported traces. One file each; a further one is a line in the table. */
export interface TrajectoryReader {
  readonly name: string;
  /** What a file must look like, for whoever has to tell why theirs was not known. */
  readonly looksLike: string;
  /** Whether a record is of this format. No record may be of two: detection would have to guess. */
  readonly detects: (record: JsonObject) => boolean;
  readonly open: () => FileReading;
}

export const NOTHING: Read = { trajectories: [], problems: [] };

/** For formats in which every record stands alone. */
export function alone(record: FileReading['record']): () => FileReading {
  return () => ({ record, end: () => NOTHING });
}

/** A place inside a record: `line 3` and `messages[4]` are `line 3 messages[4]`. */
export function within(place: string, path: string): string {
  return place === '' ? path : `${place} ${path}`;
}

/** A record that could not be read. */
export function unread(place: string, reason: string, kind?: ProblemKind): Read {
  return { trajectories: [], problems: [{ place, reason, ...(kind === undefined ? {} : { kind }) }] };
}
