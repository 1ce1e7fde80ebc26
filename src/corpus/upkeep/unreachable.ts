import { callText, canonicalJson, type Json } from '../../trace/index.ts';
import type { Case } from '../case.ts';
import type { Expectation } from '../expectation.ts';
import { callsOf, type Present, recordedCalls, type Staleness } from './present.ts';

type Unreachable = Extract<Staleness, { kind: 'unreachable' }>;
type Of<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>;

/**
 * Expectations that no trial can meet, as far as that shows without running one: tools that are not there or on no tape,
 * expectations that contradict each other, scorers that nobody defines. What only a run could tell is left to it.
 */
export function unreachable(one: Case, present: Present): readonly Unreachable[] {
  const expectations = one.expectations ?? present.defaultExpectations;
  const forbidden = new Set(kindOf(expectations, 'tools_forbidden').flatMap(({ tools }) => tools));
  return expectations.flatMap((expectation): readonly Unreachable[] =>
    reasonsFor(expectation, { one, present, expectations, forbidden }).map((reason) => ({
      ...{ kind: 'unreachable', expectation: expectation.kind, reason },
    })),
  );
}

interface Around {
  readonly one: Case;
  readonly present: Present;
  readonly expectations: readonly Expectation[];
  readonly forbidden: ReadonlySet<string>;
}

function reasonsFor(expectation: Expectation, around: Around): readonly string[] {
  const { one, present, expectations, forbidden } = around;
  switch (expectation.kind) {
    case 'tools_required':
      return expectation.tools.flatMap((tool) => toolReason(tool, around) ?? []);
    case 'trajectory':
      return trajectoryReasons(expectation, around);
    case 'state_changes':
      return stateReasons(one, present, forbidden);
    case 'max_steps':
      return stepReasons(expectation.limit, around);
    case 'command':
      return present.commandScorers.includes(expectation.name) ? [] : [`no scorer is named ${expectation.name}`];
    case 'judge':
      return present.judges.includes(expectation.name) ? [] : [`no judge is named ${expectation.name}`];
    case 'output_equals':
      return outputReasons(expectation, expectations);
    case 'output_contains':
    case 'output_matches':
    case 'output_json_schema':
    case 'output_json_path':
    case 'tools_forbidden':
    case 'arguments_valid':
    case 'max_tokens':
    case 'action_as_stated':
    case 'values_unaltered':
    case 'constraints_kept':
    case 'failure_not_repeated':
    case 'tool_not_abandoned':
    case 'answer_supported':
      return [];
    default:
      return expectation satisfies never;
  }
}

/** Why a trial that calls the tool cannot pass; null = nothing is known to prevent it. */
function toolReason(tool: string, { one, present, forbidden }: Around): string | null {
  if (forbidden.has(tool)) return `${tool} is forbidden as well`;
  if (present.knowsTools && present.faultsOf(tool, {}) === null) return `no tool is named ${tool}`;
  const onTape = recordedCalls(one).some(({ name }) => name === tool);
  return onTape || !present.stopsOnMiss(tool) ? null : `no recording calls ${tool}, so a trial that does so is stopped`;
}

function trajectoryReasons(expectation: Of<'trajectory'>, around: Around): readonly string[] {
  const { one, present } = around;
  const { mode, calls, arguments: compared, argumentOverrides } = expectation;
  if (calls === null || mode === 'subset') return [];
  const recorded = new Set(recordedCalls(one).map(callText));
  return calls.flatMap((call) => {
    const reason = toolReason(call.name, around);
    if (reason !== null) return [reason];
    const exact = (argumentOverrides[call.name] ?? compared) === 'exact';
    if (!exact || recorded.has(callText(call)) || !present.stopsOnMiss(call.name)) return [];
    return [`no recording calls ${call.name} with these arguments, so a trial that does so is stopped`];
  });
}

/** The recordings are what it expects: each of them does something that is forbidden. */
function stateReasons(one: Case, present: Present, forbidden: ReadonlySet<string>): readonly string[] {
  const changing = one.recordings.map((recording) =>
    callsOf(recording).find(
      ({ name, outcome }) => forbidden.has(name) && outcome.kind === 'result' && !present.isReadOnly(name),
    ),
  );
  const [first] = changing;
  return first !== undefined && changing.every((call) => call !== undefined)
    ? [`every recording calls a forbidden tool, such as ${first.name}`]
    : [];
}

/** Each required tool is a step, and so is the answer. */
function stepReasons(limit: number, { expectations }: Around): readonly string[] {
  const tools = new Set(kindOf(expectations, 'tools_required').flatMap((required) => required.tools));
  const needed = tools.size + 1;
  return needed > limit
    ? [`${tools.size} required tools and an answer are ${needed} steps, and ${limit} are allowed`]
    : [];
}

function outputReasons({ value }: Of<'output_equals'>, expectations: readonly Expectation[]): readonly string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const other = kindOf(expectations, 'output_equals').some((one) => !isSame(one.value, value));
  const lacking = kindOf(expectations, 'output_contains').filter((one) =>
    one.ignoreCase ? !text.toLowerCase().includes(one.text.toLowerCase()) : !text.includes(one.text),
  );
  return [
    ...(other ? ['the output is to equal another value as well'] : []),
    ...lacking.map((one) => `that value does not contain ${JSON.stringify(one.text)}, which the output is to contain`),
  ];
}

function isSame(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function kindOf<Kind extends Expectation['kind']>(
  expectations: readonly Expectation[],
  kind: Kind,
): readonly Of<Kind>[] {
  return expectations.filter((one): one is Of<Kind> => one.kind === kind);
}
