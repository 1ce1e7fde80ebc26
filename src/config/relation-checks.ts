import { caseInputFault, readExpectation, sliceFaults, type WrittenSlice } from '../corpus/index.ts';
import { isJsonObject, type Json, type JsonObject, received, type SchemaProblem } from '../trace/index.ts';
import { DEFAULT_LOOKS, DEFAULT_MAX_CONFIRM_TRIALS, DEFAULT_SPEND } from './complete.ts';
import { judgeFaults } from './judges.ts';
import { mcpFaults } from './mcp.ts';
import { toolRuleFaults } from './tool-checks.ts';

interface FaultyItems {
  readonly expectations: ReadonlySet<number>;
  readonly slices: ReadonlySet<number>;
}

/**
 * Faults that show only when several values are seen together. Parts of another type than expected are skipped; `faulty`
 * are the items (by index) of which the schema check has reported faults already.
 */
export function relationFaults(config: JsonObject, faulty: FaultyItems): readonly SchemaProblem[] {
  return [
    ...repeatedNames(config, 'model_pins'),
    ...repeatedNames(config, 'scorers'),
    ...repeatedNames(config, 'judges'),
    ...judgeFaults(config),
    ...repeatedNames(config, 'ignore_in_requests'),
    ...repeatedNames(config, 'redaction', 'patterns'),
    ...expectationFaults(config, faulty.expectations),
    ...slicesFaults(config, faulty.slices),
    ...caseInputFaults(config),
    ...leakedKeys(config),
    ...agentFaults(config),
    ...gateFaults(config),
    ...priceFaults(config),
    ...toolRuleFaults(config.tools ?? null),
    ...mcpFaults(config),
    ...onlyNegative(member(config.agent, 'paths'), ['agent', 'paths']),
    ...onlyNegative(config.prompts, ['prompts']),
    ...onlyNegative(member(config.tools, 'files'), ['tools', 'files']),
  ];
}

function repeatedNames(config: JsonObject, ...list: readonly string[]): readonly SchemaProblem[] {
  const [section = '', inner] = list;
  const names = items(inner === undefined ? config[section] : member(config[section], inner)).map((item) =>
    member(item, 'name'),
  );
  return names.flatMap((name, i) => {
    const first = names.indexOf(name);
    if (typeof name !== 'string' || first === i) return [];
    const other = `${list.join('.')}[${first}]`;
    return [fault([...list, i, 'name'], `expected another name than that of ${other}, received ${received(name)}`)];
  });
}

function expectationFaults(config: JsonObject, faulty: ReadonlySet<number>): readonly SchemaProblem[] {
  const known = { command: namesOf(config.scorers), judge: namesOf(config.judges) };
  return items(config.expectations).flatMap((item, i) => {
    if (faulty.has(i)) return [];
    const path = ['expectations', i];
    const read = readExpectation(item, '');
    if ('problems' in read) return read.problems.map(({ message, hint }) => ({ path, key: null, message, hint }));
    const { expectation } = read;
    if (expectation.kind !== 'command' && expectation.kind !== 'judge') return [];
    const names = known[expectation.kind];
    if (names.includes(expectation.name)) return [];
    const [what, where] = expectation.kind === 'command' ? ['scorer', 'scorers'] : ['judge', 'judges'];
    const message = `expected the name of a ${what}, received ${received(expectation.name)}`;
    const others = names.length === 0 ? 'there are none yet' : `known: ${names.join(', ')}`;
    return [{ path: [...path, 'name'], key: null, message, hint: `define it under ${where}; ${others}` }];
  });
}

function namesOf(list: Json | undefined): readonly (Json | undefined)[] {
  return items(list).map((item) => member(item, 'name'));
}

function slicesFaults(config: JsonObject, faulty: ReadonlySet<number>): readonly SchemaProblem[] {
  // The schema has accepted those that are not faulty.
  const accepted = items(config.slices).map((item, i) => (faulty.has(i) ? null : (item as unknown as WrittenSlice)));
  return sliceFaults(accepted).map((each) => ({ ...each, path: ['slices', ...each.path] }));
}

function caseInputFaults({ case_input: template }: JsonObject): readonly SchemaProblem[] {
  const message = template === undefined ? null : caseInputFault(template);
  return message === null ? [] : [fault(['case_input'], message)];
}

/** The provider's key, under whatever name the user gave it, is pawl's alone. */
function leakedKeys(config: JsonObject): readonly SchemaProblem[] {
  const providers = isJsonObject(config.providers ?? null) ? Object.values(config.providers ?? {}) : [];
  const keys = [...providers, ...items(config.judges)].map((provider) => member(provider, 'key_environment'));
  const servers = member(config.mcp, 'servers');
  const lists: [SchemaProblem['path'], Json | undefined][] = [
    [['agent', 'environment'], member(config.agent, 'environment')],
    ...Object.entries(isJsonObject(servers) ? servers : {}).map(
      ([name, server]): [SchemaProblem['path'], Json | undefined] => [
        ['mcp', 'servers', name, 'environment'],
        member(server, 'environment'),
      ],
    ),
  ];
  return lists.flatMap(([path, names]) =>
    items(names).flatMap((name, i) =>
      keys.includes(name) ? [fault([...path, i], `expected no provider key, received ${received(name)}`)] : [],
    ),
  );
}

function agentFaults(config: JsonObject): readonly SchemaProblem[] {
  const inflight = member(config.agent, 'inflight');
  if (member(config.agent, 'protocol') !== 'exec' || typeof inflight !== 'number' || inflight <= 1) return [];
  return [fault(['agent', 'inflight'], `expected 1 under protocol exec, received ${inflight}`)];
}

function gateFaults(config: JsonObject): readonly SchemaProblem[] {
  const looks = numbers(member(config.gate, 'looks') ?? [...DEFAULT_LOOKS]);
  const spend = numbers(member(config.gate, 'spend') ?? [...DEFAULT_SPEND]);
  if (looks === null || spend === null) return [];
  const most = member(config.gate, 'max_confirm_trials') ?? DEFAULT_MAX_CONFIRM_TRIALS;
  const first = looks[0] ?? 1;
  const at = (key: string): SchemaProblem['path'] => ['gate', key];
  const faults: SchemaProblem[] = [];
  if (looks.some((look, i) => look <= (looks[i - 1] ?? 0)))
    faults.push(fault(at('looks'), `expected ascending numbers, received ${received([...looks])}`));
  if (spend.length !== looks.length)
    faults.push(fault(at('spend'), `expected ${looks.length} shares, one for each look, received ${spend.length}`));
  if (Math.abs(spend.reduce((sum, share) => sum + share, 0) - 1) > 1e-9)
    faults.push(fault(at('spend'), `expected shares that add up to 1, received ${received([...spend])}`));
  if (typeof most === 'number' && first > most)
    faults.push(fault(at('looks'), `expected a first look of at most max_confirm_trials (${most}), received ${first}`));
  return faults;
}

/** null = not what the schema asks for. */
function numbers(value: Json): readonly number[] | null {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'number') ? value : null;
}

function priceFaults(config: JsonObject): readonly SchemaProblem[] {
  const models = isJsonObject(config.prices ?? null) ? Object.keys(config.prices ?? {}) : [];
  return models
    .filter((model) => model.slice(0, -1).includes('*') || model === '')
    .map((model) => fault(['prices', model], 'expected a model name or a prefix that ends in *'));
}

function onlyNegative(globs: Json | undefined, path: SchemaProblem['path']): readonly SchemaProblem[] {
  const texts = items(globs);
  const negative = texts.length > 0 && texts.every((text) => typeof text === 'string' && /^!(?!\()/.test(text));
  return negative ? [fault(path, 'expected at least one glob that does not begin with !: these match no file')] : [];
}

function fault(path: SchemaProblem['path'], message: string): SchemaProblem {
  return { path, key: null, message, hint: null };
}

function member(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
