import { isJsonObject, type Json, type JsonObject } from '../trace/index.ts';
import type { RepositoryFiles } from './files.ts';
import { yamlValue } from './yaml-value.ts';

/** A workflow as far as it concerns the gate. What is written in another type than GitHub takes is left out. */
export interface Workflow {
  readonly file: string;
  /** Event -> what is set for it, {} = nothing. */
  readonly on: ReadonlyMap<string, JsonObject>;
  /** null = none are named. */
  readonly permissions: Permissions | null;
  readonly env: Variables;
  readonly jobs: readonly Job[];
}

/** Scope -> read, write or none; `*` = what is said of all scopes at once. */
type Permissions = ReadonlyMap<string, string>;
type Variables = ReadonlyMap<string, string>;

export interface Job {
  readonly id: string;
  /** As checks name it. */
  readonly name: string;
  readonly runsOn: string;
  readonly needs: readonly string[];
  readonly condition: string | null;
  readonly continueOnError: boolean;
  readonly hasTimeout: boolean;
  readonly hasMatrix: boolean;
  readonly permissions: Permissions | null;
  readonly env: Variables;
  /** A workflow that is called in the place of steps. */
  readonly uses: string | null;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly uses: string | null;
  readonly run: string | null;
  readonly with: Variables;
  readonly env: Variables;
  readonly condition: string | null;
  readonly continueOnError: boolean;
}

const FILE = /^\.github\/workflows\/[^/]+\.ya?ml$/;

export function readWorkflows({ paths, textOf }: RepositoryFiles): readonly Workflow[] {
  return paths.filter((path) => FILE.test(path)).flatMap((file) => readWorkflow(file, textOf(file) ?? '') ?? []);
}

/** null = it is no workflow. */
function readWorkflow(file: string, text: string): Workflow | null {
  const value = yamlValue(text);
  if (!isJsonObject(value) || !isJsonObject(value.jobs)) return null;
  return {
    file,
    on: eventsOf(value.on ?? null),
    permissions: permissionsOf(value.permissions),
    env: variablesOf(value.env),
    jobs: Object.entries(value.jobs).flatMap(([id, job]) => (isJsonObject(job) ? [jobOf(id, job)] : [])),
  };
}

function eventsOf(on: Json): ReadonlyMap<string, JsonObject> {
  if (isJsonObject(on)) return new Map(Object.entries(on).map(([name, set]) => [name, isJsonObject(set) ? set : {}]));
  return new Map([on].flat().flatMap((name) => (typeof name === 'string' ? [[name, {}]] : [])));
}

function permissionsOf(value: Json | undefined): Permissions | null {
  if (typeof value === 'string') return new Map([['*', value.replace(/-all$/, '')]]);
  return isJsonObject(value) ? variablesOf(value) : null;
}

function variablesOf(value: Json | undefined): Variables {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return new Map(entries.flatMap(([name, text]) => (typeof text === 'object' ? [] : [[name, String(text)]])));
}

function jobOf(id: string, job: JsonObject): Job {
  return {
    id,
    name: textOf(job.name) ?? id,
    runsOn: [job['runs-on'] ?? ''].flat().join(' '),
    needs: [job.needs ?? []].flat().filter((name) => typeof name === 'string'),
    condition: textOf(job.if),
    continueOnError: job['continue-on-error'] === true,
    hasTimeout: job['timeout-minutes'] !== undefined,
    hasMatrix: isJsonObject(job.strategy) && job.strategy.matrix !== undefined,
    permissions: permissionsOf(job.permissions),
    env: variablesOf(job.env),
    uses: textOf(job.uses),
    steps: (Array.isArray(job.steps) ? job.steps : []).flatMap((step) => (isJsonObject(step) ? [stepOf(step)] : [])),
  };
}

function stepOf(step: JsonObject): Step {
  return {
    uses: textOf(step.uses),
    run: textOf(step.run),
    with: variablesOf(step.with),
    env: variablesOf(step.env),
    condition: textOf(step.if),
    continueOnError: step['continue-on-error'] === true,
  };
}

function textOf(value: Json | undefined): string | null {
  return value === undefined || value === null || typeof value === 'object' ? null : String(value);
}
