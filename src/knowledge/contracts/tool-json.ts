import { schemaCheck } from '../../trace/index.ts';
import type { Content } from './content.ts';
import type { Facet } from './reading.ts';
import type { AnswerClass, CallAnswers, Days, Field, ToolSummary } from './summary.ts';

type Cells = readonly (readonly [day: number, count: number, firstUs: number, lastUs: number, firstId: string])[];
type Answers = readonly [
  answerClass: string,
  days: Cells,
  tasks: readonly (readonly [key: string, label: string, judged: number, passed: number])[],
  contents: readonly (readonly [count: number, ...fingerprints: string[]])[],
];

/** What a tool answered, as JSON. Lists in the place of maps, each in the order of its keys. */
interface ToolJson {
  readonly tool: string;
  readonly classes: readonly (readonly [name: string, facets: readonly Facet[], days: Cells])[];
  readonly calls: readonly (readonly [call: string, byClass: readonly Answers[]])[];
  /** Values with their days; null = more than an enumeration would have. */
  readonly fields: readonly (readonly [path: string, values: readonly (readonly [string, Cells])[] | null])[];
}

/** Equal summaries give equal JSON, in whatever order they were counted. */
export function toolJson(name: string, { classes, calls, fields }: ToolSummary): ToolJson {
  return {
    tool: name,
    classes: listed(classes, (key, { facets, days }) => [key, facets, cells(days)] as const),
    calls: listed(
      calls,
      (call, byClass) =>
        [
          call,
          listed(byClass, (key, answers): Answers => [key, cells(answers.days), tasks(answers), contents(answers)]),
        ] as const,
    ),
    fields: listed(
      fields,
      (path, { values }) => [path, values && listed(values, (value, days) => [value, cells(days)] as const)] as const,
    ),
  };
}

export function toolOf({ classes, calls, fields }: ToolJson): ToolSummary {
  return {
    classes: new Map(
      classes.map(([name, facets, days]): [string, AnswerClass] => [name, { facets, days: daysOf(days) }]),
    ),
    calls: new Map(calls.map(([call, byClass]) => [call, new Map(byClass.map(answersOf))])),
    fields: new Map(
      fields.map(([path, values]): [string, Field] => [
        path,
        { values: values && new Map(values.map(([value, days]) => [value, daysOf(days)])) },
      ]),
    ),
  };
}

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const listOf = (items: object): object => ({ type: 'array', items });
const tuple = (...items: readonly object[]): object => ({
  ...{ type: 'array', items, minItems: items.length, additionalItems: false },
});
const days = listOf(tuple({ type: 'integer' }, count, { type: 'number' }, { type: 'number' }, text));
const prints = tuple(count, ...new Array<object>(6).fill(text));
const answered = tuple(text, days, listOf(tuple(text, text, count, count)), listOf(prints));

const check = schemaCheck(
  {
    type: 'object',
    required: ['tool', 'classes', 'calls', 'fields'],
    additionalProperties: false,
    properties: {
      tool: text,
      classes: listOf(tuple(text, listOf(tuple(text, text)), days)),
      calls: listOf(tuple(text, listOf(answered))),
      fields: listOf(tuple(text, { anyOf: [{ type: 'null' }, listOf(tuple(text, days))] })),
    },
  },
  [],
);

export function isToolJson(value: unknown): value is ToolJson {
  return check(value).length === 0;
}

function listed<Key extends string | number, Value, Item>(
  map: ReadonlyMap<Key, Value>,
  write: (key: Key, value: Value) => Item,
): Item[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => write(key, value));
}

function cells(map: Days): Cells {
  return listed(map, (day, cell) => [day, cell.count, cell.firstUs, cell.lastUs, cell.firstId] as const);
}

function daysOf(list: Cells): Days {
  return new Map(list.map(([day, seen, firstUs, lastUs, firstId]) => [day, { count: seen, firstUs, lastUs, firstId }]));
}

function tasks({ tasks: outcomes }: CallAnswers): Answers[2] {
  return listed(outcomes, (key, { label, judged, passed }) => [key, label, judged, passed] as const);
}

function contents({ contents: said }: CallAnswers): Answers[3] {
  return listed(said, (_, { content, count: times }) => {
    const { exact, order, timestamps, numbers, ids, all } = content;
    return [times, exact, order, timestamps, numbers, ids, all] as const;
  });
}

function answersOf([answerClass, seen, outcomes, said]: Answers): [string, CallAnswers] {
  const answers: CallAnswers = {
    days: daysOf(seen),
    tasks: new Map(outcomes.map(([key, label, judged, passed]) => [key, { label, judged, passed }])),
    contents: new Map(said.map(([times, ...found]) => [found[0] ?? '', { content: contentOf(found), count: times }])),
  };
  return [answerClass, answers];
}

function contentOf([exact = '', order = '', timestamps = '', numbers = '', ids = '', all = '']: string[]): Content {
  return { exact, order, timestamps, numbers, ids, all };
}
