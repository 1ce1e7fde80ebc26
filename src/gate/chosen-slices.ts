import { cut, UserError } from '../errors.ts';

const MAX_NAMES = 10;

/**
 * The cases of some slices; null = of all. What is left out is not judged: whoever requires a check names none.
 * @throws UserError for names that no case has.
 */
export function casesOfSlices<Planned extends { readonly theCase: { readonly slices: readonly string[] } }>(
  cases: readonly Planned[],
  slices: readonly string[] | null,
): readonly Planned[] {
  if (slices === null) return cases;
  const known = new Set(cases.flatMap(({ theCase }) => theCase.slices));
  const unknown = slices.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const names = [...known].sort();
    const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
    throw new UserError(
      unknown.map((name) => ({
        where: 'slices',
        message: `no case of base's corpus is in slice ${JSON.stringify(cut(name, 80))}`,
        hint: `the slices are ${names.slice(0, MAX_NAMES).join(', ')}${more}`,
      })),
    );
  }
  return cases.filter(({ theCase }) => theCase.slices.some((name) => slices.includes(name)));
}

/** What a reader of the report must know of it. */
export function chosenInWords(slices: readonly string[] | null, cases: number): readonly string[] {
  if (slices === null) return [];
  return [`only the ${cases} cases of ${slices.join(', ')} were replayed, as asked; the others were not judged`];
}
