/** What a fold did. Entries are traces and finished runs. */
export interface FoldCounts {
  readonly added: number;
  /** Known ones of which there is more now. */
  readonly replaced: number;
  readonly unchanged: number;
  /** Finished runs that came more than once in the same fold: of each the fullest is kept. */
  readonly repeated: number;
  /** Of the added and replaced ones. */
  readonly trajectories: number;
  readonly withoutTrajectory: number;
  /** Their reader failed. They are kept, so that a better reader may read them. */
  readonly unreadable: number;
  /** Records, of traces that are too large to be kept whole. */
  readonly leftOut: number;
}

export type Counts = { -readonly [K in keyof FoldCounts]: number };

export const NO_COUNTS: FoldCounts = {
  added: 0,
  replaced: 0,
  unchanged: 0,
  repeated: 0,
  trajectories: 0,
  withoutTrajectory: 0,
  unreadable: 0,
  leftOut: 0,
};

export function sumOfCounts(a: FoldCounts, b: FoldCounts): FoldCounts {
  return {
    added: a.added + b.added,
    replaced: a.replaced + b.replaced,
    unchanged: a.unchanged + b.unchanged,
    repeated: a.repeated + b.repeated,
    trajectories: a.trajectories + b.trajectories,
    withoutTrajectory: a.withoutTrajectory + b.withoutTrajectory,
    unreadable: a.unreadable + b.unreadable,
    leftOut: a.leftOut + b.leftOut,
  };
}
