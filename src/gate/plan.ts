import {
  type Change,
  type ChangedFile,
  type ChangeSet,
  changedFiles,
  changedPlaces,
  findChanges,
  type HeadSource,
  type LineRange,
  mergeBase,
  namesOverLinks,
  repositoryRoot,
  resolveCommit,
  sideFiles,
  sideText,
  withChangesBy,
} from '../changes/index.ts';
import type { AcceptedCase } from '../compare/index.ts';
import { readSettings, type Settings } from '../config/index.ts';
import { type Case, type Corpus, type CorpusDiff, diffCorpus, readCorpus } from '../corpus/index.ts';
import { UserError } from '../errors.ts';
import type { Acceptance } from '../report/index.ts';
import { hashJson } from '../trace/index.ts';
import { acceptedOf, readAcceptance } from './acceptance.ts';
import { adoptionOf, type Bootstrap } from './bootstrap.ts';
import { casesOfSlices } from './chosen-slices.ts';
import type { GateRequest, ReplayRequest } from './request.ts';

/** What is compared, by whose rules, on which cases: read, nothing run yet. */
export interface GatePlan {
  readonly repository: string;
  /** The target branch's tip decides: full hash, and what it says. */
  readonly target: string;
  readonly settings: Settings;
  /** Base or the target branch has no settings yet: nothing can be compared. null = both have. */
  readonly bootstrap: Bootstrap | null;
  readonly base: PlannedSide;
  readonly head: PlannedSide;
  readonly changes: ChangeSet;
  /** Path of a changed prompt, tool or model pin -> where head's text differs. */
  readonly places: ReadonlyMap<string, readonly LineRange[]>;
  /** Base's corpus, as its files hold it. */
  readonly corpus: Corpus;
  /** What is replayed: base's cases, and those that head adds. */
  readonly cases: readonly PlannedCase[];
  /** The slices that `cases` were cut down to; null = all. */
  readonly chosenSlices: readonly string[] | null;
  /** null = head leaves the corpus alone. */
  readonly corpusDiff: CorpusDiff | null;
  /** What head declares as intended. */
  readonly acceptance: Acceptance;
}

/** A case that head adds is reported and does not gate; a quarantined one neither. */
export interface PlannedCase {
  readonly theCase: Case;
  readonly gates: boolean;
  /** What head declares as intended of it; left out = nothing. */
  readonly accepted?: AcceptedCase;
}

export interface PlannedSide {
  readonly source: HeadSource;
  /** Full hash, or `WORKTREE`. */
  readonly name: string;
  readonly spec: Settings['agent'];
}

/** Changes that are read line by line or value by value. */
const READ_KINDS: ReadonlySet<Change['kind']> = new Set(['prompt', 'tool', 'model_pin']);

export async function planGate(request: Omit<GateRequest, 'watch'>): Promise<GatePlan> {
  const repository = await repositoryRoot(request.directory);
  const target = await resolveCommit(repository, request.base);
  const head = await headSource(repository, request.head);
  const headCommit = head.kind === 'commit' ? head.sha : await resolveCommit(repository, 'HEAD');
  const baseSha = await mergeBase(repository, target, headCommit);
  const base: HeadSource = { kind: 'commit', sha: baseSha };
  const policy = await settingsAt(repository, { kind: 'commit', sha: target }, request);
  const baseSettings = baseSha === target ? policy : await settingsAt(repository, base, request);
  const files = await changedFiles(repository, baseSha, head);
  const sameSettings = head.kind === 'commit' && !touches(files, request.configPath);
  const headSettings = sameSettings ? baseSettings : await settingsAt(repository, head, request);
  const settings = policy ?? headSettings;
  if (settings === null) throw noSettings(request.configPath, `${request.base} nor in ${request.head}`);
  const linked = await namesOverLinks(repository, [base, head]);
  const byPolicy = findChanges(files, settings.changes, linked);
  const older = policy === null || baseSettings === policy ? null : baseSettings;
  const found = older === null ? byPolicy : withChangesBy(older.changes, byPolicy, files, linked);
  const specs = { base: (baseSettings ?? settings).agent, head: (headSettings ?? settings).agent };
  const changes = startsAlike(specs) ? found : withOtherStart(found);
  const { configPath, today, mode } = request;
  const adopts = policy === null || baseSettings === null;
  const bootstrap = adopts ? await adoptionOf({ repository, target, policy, configPath, files, mode }) : null;
  const editsCorpus = !adopts && changes.changes.some((change) => change.kind === 'corpus');
  const read = (side: HeadSource, rules: Settings): Promise<Corpus> => corpusOf(repository, side, rules);
  const named = await read(adopts ? head : base, settings);
  // The target branch may have moved its corpus since.
  const rules = older !== null && named.files.length === 0 ? older : settings;
  const corpus = rules === settings ? named : await read(base, rules);
  const headCorpus = editsCorpus ? await read(head, rules) : null;
  const acceptance = await readAcceptance({
    ...{ repository, base, head, configPath, today },
    cases: [...corpus.cases, ...addedCases(corpus, headCorpus)],
    gating: corpus.cases.filter(isGating),
  });
  return {
    repository,
    target,
    settings,
    bootstrap,
    base: { source: base, name: baseSha, spec: specs.base },
    head: {
      source: head,
      name: head.kind === 'commit' ? head.sha : 'WORKTREE',
      spec: specs.head,
    },
    changes,
    places: placesOf(files, changes),
    corpus,
    cases: casesOfSlices(plannedCases(corpus, headCorpus, acceptance), request.slices),
    chosenSlices: request.slices,
    corpusDiff: headCorpus === null ? null : diffCorpus(corpus, headCorpus),
    acceptance,
  };
}

/** Start and setup commands are each side's own: whoever changes them changes the agent. */
function startsAlike({ base, head }: { base: Settings['agent']; head: Settings['agent'] }): boolean {
  const start = ({ root, setup, command, protocol, inflight, http, mcpServers }: Settings['agent']): string =>
    hashJson([root, setup, command, protocol, inflight, protocol === 'http' ? { ...http } : null, mcpServers]);
  return start(base) === start(head);
}

function touches(files: readonly ChangedFile[], path: string): boolean {
  return files.some((file) => file.path === path || file.oldPath === path);
}

function placesOf(files: readonly ChangedFile[], { changes }: ChangeSet): GatePlan['places'] {
  const read = new Set(changes.flatMap(({ kind, path }) => (READ_KINDS.has(kind) ? [path] : [])));
  return new Map(files.filter(({ path }) => read.has(path)).map((file) => [file.path, changedPlaces(file)]));
}

function withOtherStart(found: ChangeSet): ChangeSet {
  const settings = found.changes.filter((change) => change.kind === 'config');
  return { ...found, affecting: [...settings, ...found.affecting], notAffected: null };
}

export function isGating({ status }: Case): boolean {
  return status === 'active';
}

function addedCases(base: Corpus, head: Corpus | null): readonly Case[] {
  const known = new Set(base.cases.map(({ id }) => id));
  return (head?.cases ?? []).filter(({ id }) => !known.has(id));
}

/** The cases of a plan as a session takes them. */
export function sessionCases({ cases, corpus }: Pick<GatePlan, 'cases' | 'corpus'>): {
  readonly cases: readonly Case[];
  readonly addedCases: ReadonlySet<string>;
} {
  const known = new Set(corpus.cases.map(({ id }) => id));
  const all = cases.map(({ theCase }) => theCase);
  return { cases: all, addedCases: new Set(all.flatMap(({ id }) => (known.has(id) ? [] : [id]))) };
}

function plannedCases(base: Corpus, head: Corpus | null, acceptance: Acceptance): readonly PlannedCase[] {
  return [
    ...base.cases.map((theCase) => ({ theCase, gates: isGating(theCase), ...acceptedOf(theCase, acceptance) })),
    ...addedCases(base, head).map((theCase) => ({ theCase, gates: false })),
  ];
}

export async function headSource(repository: string, ref: string): Promise<HeadSource> {
  return ref === 'WORKTREE' ? { kind: 'worktree' } : { kind: 'commit', sha: await resolveCommit(repository, ref) };
}

/** The settings as a side has them; null = it has no such file. */
export async function settingsAt(
  repository: string,
  source: HeadSource,
  request: Pick<ReplayRequest, 'configPath' | 'overrides'>,
): Promise<Settings | null> {
  const text = await sideText(repository, source, request.configPath);
  return text === null ? null : readSettings({ text, file: request.configPath, overrides: request.overrides });
}

export async function corpusOf(repository: string, source: HeadSource, settings: Settings): Promise<Corpus> {
  return readCorpus(await sideFiles(repository, source, settings.corpus));
}

/** @throws UserError where there is nothing to run. */
export function requireCases(
  cases: readonly Case[],
  { configPath, ref }: { readonly configPath: string; readonly ref: string },
): void {
  if (cases.length > 0) return;
  throw new UserError({
    where: configPath,
    message: `the corpus of ${ref} has no case`,
    hint: 'record one with pawl record, and name its files under corpus',
  });
}

export function noSettings(configPath: string, where: string): UserError {
  return new UserError({
    where: configPath,
    message: `there is no such file in ${where}`,
    hint: 'pawl reads its settings from the repository: add pawl.yml, or name the file with --config',
  });
}
