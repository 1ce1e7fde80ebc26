export const NORMALISATIONS = ['absent', 'numbers', 'white_space', 'unicode', 'dates', 'sets', 'enum_case'] as const;

/**
 * Ways to write one and the same argument. `absent`: left out, null, or the schema's default. `numbers`: "1" where the
 * schema says number. `white_space`: at the ends of a text and of its
 * lines, where the tool only reads (what is written is kept to the letter). `unicode`: composed or not (NFC). `dates`:
 * where the schema says date or date-time. `sets`: the order of a list with `uniqueItems`, or that the settings name.
 * `enum_case`: `eur` for `EUR` where the schema's enum has it once. The order of keys never counts.
 */
export type Normalisation = (typeof NORMALISATIONS)[number];
