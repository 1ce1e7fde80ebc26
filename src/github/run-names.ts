/** What the jobs of a run keep for each other. */
export type RunFile =
  | { readonly kind: 'plan'; readonly round: 1 | 2; readonly attempt: number }
  /** What a shard need not ask again. */
  | { readonly kind: 'answers'; readonly shard: number; readonly attempt: number }
  | { readonly kind: 'shard'; readonly round: 1 | 2; readonly shard: number; readonly attempt: number };

const FORM =
  /^(?:plan-round-(?<planRound>[12])|answers-shard-(?<answers>\d{1,3})|round-(?<round>[12])-shard-(?<shard>\d{1,3}))-attempt-(?<attempt>\d{1,6})$/;

/** GitHub's name of such a file. Names are unique within a run: they carry the gate's key and the attempt. */
export function runFileName(key: string, file: RunFile): string {
  return `pawl-${key}-${whatOf(file)}-attempt-${file.attempt}`;
}

function whatOf(file: RunFile): string {
  switch (file.kind) {
    case 'plan':
      return `plan-round-${file.round}`;
    case 'answers':
      return `answers-shard-${file.shard}`;
    case 'shard':
      return `round-${file.round}-shard-${file.shard}`;
    default:
      return file satisfies never;
  }
}

/** null = another gate's, or something else. */
export function readRunFileName(key: string, name: string): RunFile | null {
  const prefix = `pawl-${key}-`;
  const found = name.startsWith(prefix) ? FORM.exec(name.slice(prefix.length))?.groups : undefined;
  if (found === undefined) return null;
  const { planRound, answers, round, shard } = found;
  const attempt = Number(found.attempt);
  if (planRound !== undefined) return { kind: 'plan', round: planRound === '1' ? 1 : 2, attempt };
  if (answers !== undefined) return { kind: 'answers', shard: Number(answers), attempt };
  return { kind: 'shard', round: round === '1' ? 1 : 2, shard: Number(shard), attempt };
}

/** Of what differs in the attempt alone, the newest. */
export function newestOnly<T extends { readonly file: RunFile }>(all: readonly T[]): readonly T[] {
  const newest = new Map<string, T>();
  for (const one of all) {
    const key = runFileName('', { ...one.file, attempt: 0 });
    const known = newest.get(key);
    if (known === undefined || known.file.attempt < one.file.attempt) newest.set(key, one);
  }
  return [...newest.values()];
}
