/** A way in which a model reads a customer's message worse than the others do. It looks at the message alone. */
export interface Trait {
  readonly name: string;
  readonly applies: (message: string) => boolean;
  /** What the model says instead of helping. */
  readonly reply: string;
}

export interface Model {
  readonly name: string;
  /** Chance of a slip at one step of a conversation of load 1 (see `loadOf` in behaviour.ts). */
  readonly slipRate: number;
  readonly traits: readonly Trait[];
}

/** How often a trait shows where it applies. */
export const TRAIT_RATE = 0.995;

const COMMA_DECIMALS: Trait = {
  name: 'comma_decimals',
  applies: (message) => /\d,\d{2}\b/.test(message),
  reply: 'I am not sure which amount you mean. Could you write it with a decimal point?',
};

const DAY_FIRST_DATES: Trait = {
  name: 'day_first_dates',
  applies: (message) => /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/.test(message),
  reply: 'I am not sure which day you mean. Could you write the date as YYYY-MM-DD?',
};

const OTHER_LANGUAGES: Trait = {
  name: 'other_languages',
  applies: (message) =>
    (message.match(/\b(ich|bitte|meine|meiner|der|die|das|ist|und|wie|nicht)\b/gi)?.length ?? 0) >= 3,
  reply: 'I am sorry, I can only answer messages in English.',
};

const QUOTED_LINES: Trait = {
  name: 'quoted_lines',
  applies: (message) => /^>.*NB-\d/m.test(message) && !/^(?!>).*NB-\d/m.test(message),
  reply: 'Which order is this about? Please send me the order number.',
};

const ALL_CAPITALS: Trait = {
  name: 'all_capitals',
  applies: (message) => {
    const letters = message.replaceAll(/[^a-z]/gi, '');
    return letters.length >= 20 && letters === letters.toUpperCase();
  },
  reply: 'I understand that you are upset. Let us talk about this calmly: what happened?',
};

/** Every model that the provider serves. The newer one follows rules as well as the other, and has five traits more. */
export const MODELS: ReadonlyMap<string, Model> = new Map(
  [
    { name: 'stand-in-1', slipRate: 0.007, traits: [] },
    {
      name: 'stand-in-2',
      slipRate: 0.007,
      traits: [COMMA_DECIMALS, DAY_FIRST_DATES, OTHER_LANGUAGES, QUOTED_LINES, ALL_CAPITALS],
    },
  ].map((model) => [model.name, model]),
);
