import type { Case } from '../corpus/index.ts';
import { storedTrial, storedTrialsOf } from './reservoir.ts';
import { isOfItsTime, isSample } from './sample.ts';
import { pairUp } from './schedule.ts';
import type { SessionOptions } from './session-options.ts';
import { answersOf, FollowedTrials, type Lane, type SharedPrefix } from './sharing.ts';
import type { OpenSide, SideRun } from './side.ts';
import type { GivenAnswer } from './stored.ts';
import { type Tape, type TapeRules, tapeRules, tapesOf } from './tape.ts';
import { type ToldOnBase, toolsToldIn } from './told-tools.ts';
import type { Side, Trial, TrialRequest } from './trial.ts';

/** A trial, and whether it was drawn in an earlier job. */
export interface RanTrial {
  readonly trial: Trial;
  readonly stored: boolean;
  /** A dry run that was stopped where it asked what base had not: it shows what is shared, and is no sample. */
  readonly probe: boolean;
}

export interface RunWatch {
  readonly onTrial: (ran: RanTrial) => void;
  readonly signal: AbortSignal;
}

/** Runs a session's trials, and knows those that others follow. */
export class Runner {
  readonly #options: SessionOptions;
  readonly #sides: ReadonlyMap<Side, OpenSide>;
  readonly #defects: readonly unknown[];
  readonly #rules: TapeRules;
  readonly #cases = new Map<string, { theCase: Case; tape: Tape }>();
  /** Trials of this session that others follow, by side. */
  readonly #ran: Readonly<Record<Side, FollowedTrials>> = { base: new FollowedTrials(), head: new FollowedTrials() };
  readonly #reservoirs = new Map<string, number>();
  readonly #told = new Map<string, ToldOnBase>();
  #rounds = 0;

  constructor(options: SessionOptions, sides: ReadonlyMap<Side, OpenSide>, defects: readonly unknown[]) {
    this.#options = options;
    this.#sides = sides;
    this.#defects = defects;
    this.#rules = tapeRules(options.tools, sides.get('base')?.tools ?? []);
    this.take(options.cases);
  }

  take(cases: readonly Case[]): void {
    const isAdded = ({ id }: Case): boolean => this.#options.addedCases?.has(id) === true;
    for (const one of tapesOf(cases, this.#rules, isAdded)) this.#cases.set(one.theCase.id, one);
  }

  async run(requests: readonly TrialRequest[], watch: RunWatch): Promise<readonly RanTrial[]> {
    const places = Math.max(...[...this.#sides.values()].map((side) => side.places));
    const ran: RanTrial[] = [];
    this.#rounds += 1;
    for (const [name, side] of this.#sides)
      side.expect(requests.filter((request) => request.side === name && !this.#isStored(request)).length);
    const pairs = pairUp(requests, `${this.#options.seed} ${this.#rounds}`).values();
    const runPairs = async (): Promise<void> => {
      for (const pair of pairs)
        for (const request of pair) {
          if (watch.signal.aborted || this.#defects.length > 0) return;
          const one = await this.#runOne(request);
          ran.push(one);
          watch.onTrial(one);
        }
    };
    await Promise.all(Array.from({ length: places }, runPairs));
    if (this.#defects.length > 0) throw this.#defects[0];
    await Promise.all([...this.#sides.values()].map((side) => side.telemetrySettled()));
    const settled = ran.map((one) => ({
      ...one,
      trial: this.#sides.get(one.trial.side)?.amend(one.trial) ?? one.trial,
    }));
    await Promise.all([...this.#sides.values()].map((side) => side.endRound()));
    if (this.#options.keepBaseTrials) this.#keep(settled);
    this.#options.backend.store.flush();
    return settled;
  }

  storedTrials(caseId: string): number {
    const { backend, recording, reservoirs } = this.#options;
    const theCase = this.#cases.get(caseId)?.theCase;
    const side = this.#sides.get('base');
    if (theCase === undefined || side === undefined || recording !== null) return 0;
    const known = this.#reservoirs.get(caseId);
    if (known !== undefined) return known;
    const found = storedTrialsOf(backend.store, side.agentHash, theCase).length;
    const read = Math.min(found, reservoirs?.get(caseId) ?? found);
    this.#reservoirs.set(caseId, read);
    return read;
  }

  /** Trials that ran elsewhere: those of this session that follow them can do so as if they had run here. */
  remember(trials: readonly Trial[]): void {
    for (const trial of trials) this.#ran[trial.side].add(trial);
  }

  /** What was drawn for a trial of this session: a run elsewhere that asks the same, or follows it, needs it. */
  answersGiven(trial: Trial): readonly GivenAnswer[] {
    const { caseId } = trial;
    const { store } = this.#options.backend;
    return answersOf(trial, this.#lane(trial)).flatMap((key) => {
      const answer = store.answer(key);
      return answer === null ? [] : [{ caseId, key, answer }];
    });
  }

  async #runOne(request: TrialRequest): Promise<RanTrial> {
    const found = this.#cases.get(request.caseId);
    const side = this.#sides.get(request.side);
    if (found === undefined || side === undefined)
      throw new Error(`asked for a trial of an unknown case or side: ${request.caseId} ${request.side}`);
    const stored = this.#fromReservoir(request, found.theCase, side);
    if (stored !== null) {
      this.#ran.base.add(stored);
      return { trial: stored, stored: true, probe: false };
    }
    const { trial, stoppedDry } = await this.#draw(request, found, side);
    if (!stoppedDry) this.#ran[request.side].add(trial);
    return { trial, stored: false, probe: stoppedDry };
  }

  #draw(request: TrialRequest, found: { theCase: Case; tape: Tape }, side: OpenSide): Promise<SideRun> {
    const { caseId, number, dry = false } = request;
    const toldOnBase = request.side === 'base' ? null : () => this.#toldOnBase(caseId);
    return side.run({ ...found, number, lane: this.#lane(request), prefix: this.#prefix(request), dry, toldOnBase });
  }

  /** Read out of the requests that base's trials of the case have made, as the store keeps them; null = it has none. */
  #toldOnBase(caseId: string): ToldOnBase | null {
    const known = this.#told.get(caseId);
    if (known !== undefined) return known;
    const asked = new Set(this.#ran.base.ofCase(caseId).flatMap(({ requestKeys }) => requestKeys));
    const stored = this.#options.backend.store.requests(caseId).filter(({ requestKey }) => asked.has(requestKey));
    if (stored.length === 0) return null;
    const told = new Map(stored.flatMap(({ request }) => toolsToldIn(request)).map((tool) => [tool.name, tool]));
    this.#told.set(caseId, told);
    return told;
  }

  /** Head follows base's trial of its number; a base trial that is drawn anew does so as far as head's trial did. */
  #prefix({ caseId, side, number, resampleOf }: TrialRequest): SharedPrefix | null {
    const leader = side === 'head' ? number : resampleOf;
    if (leader === undefined) return null;
    const base = this.#ran.base.get(caseId, leader);
    const head = this.#ran.head.get(caseId, leader);
    if (side === 'base' && (base === undefined || head === undefined))
      throw new Error(`base cannot be drawn anew after trial ${leader} of ${caseId}: it has not run on both sides`);
    if (base === undefined) return null;
    const prefix = { lane: this.#lane({ caseId, side: 'base', number: leader }), number: leader };
    if (side === 'head' || head === undefined) return { ...prefix, requestKeys: base.requestKeys };
    return { ...prefix, requestKeys: base.requestKeys.slice(0, head.shared) };
  }

  /** Only at the end of a round: a late request or a defect can still spoil a trial that has answered. */
  #keep(ran: readonly RanTrial[]): void {
    for (const { trial, stored } of ran) {
      const theCase = this.#cases.get(trial.caseId)?.theCase;
      const side = this.#sides.get(trial.side);
      if (stored || theCase === undefined || side === undefined || !isSample(trial) || isOfItsTime(trial)) continue;
      this.#options.backend.store.putTrial({ agentHash: side.agentHash, caseHash: theCase.contentHash, trial });
    }
  }

  #isStored(request: TrialRequest): boolean {
    return this.#lane(request).kind === 'trunk' && request.number <= this.storedTrials(request.caseId);
  }

  #fromReservoir(request: TrialRequest, theCase: Case, side: OpenSide): Trial | null {
    return this.#lane(request).kind === 'trunk'
      ? storedTrial(this.#options.backend.store, side.agentHash, theCase, request.number)
      : null;
  }

  #lane(request: Pick<TrialRequest, 'caseId' | 'side' | 'number'>): Lane {
    if (this.#options.recording !== null) return { kind: 'recording' };
    const head = this.#sides.get('head');
    if (request.side === 'head' && head !== undefined)
      return { kind: 'head', agentHash: this.#options.headLane ?? head.agentHash };
    if (head === undefined || request.number <= this.storedTrials(request.caseId)) return { kind: 'trunk' };
    return { kind: 'fresh', agentHash: head.agentHash };
  }
}
