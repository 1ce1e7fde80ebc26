import type { Case } from '../corpus/index.ts';
import type { ToolOutcome } from '../trace/index.ts';
import type { ToolPolicy } from './agent.ts';
import type { LiveTools } from './live-tools.ts';
import type { TrialRecorder } from './recorder.ts';
import type { CallMap } from './renames.ts';
import type { StandIns } from './stand-ins.ts';
import type { TapeReader } from './tape-reader.ts';
import type { ToldTools } from './told-tools.ts';
import type { Toolbox } from './toolbox.ts';

/** A trial while it runs: what the gateway needs to answer the agent's requests. */
export interface LiveTrial {
  readonly theCase: Case;
  readonly recorder: TrialRecorder;
  readonly tape: TapeReader;
  readonly toolbox: Toolbox;
  /** What the trial tells its model of its tools, where a file does not define them; null = on base. */
  readonly told: ToldTools | null;
  readonly renames: CallMap;
  readonly policy: ToolPolicy;
  readonly standIns: StandIns;
  /** null = tools are frozen, which is every trial of the gate; `record` alone asks the real ones. */
  readonly liveTools: LiveTools | null;
  /** Results of tools that the agent runs by itself, as each was settled, by its key; null = its own result stands. */
  readonly ownSettled: Map<string, Promise<ToolOutcome | null>>;
  /** This side's root on disk: replaced by `$ROOT` in the key, since prompts may hold the working directory. */
  readonly root: string;
  /** Something that the report must say, though it does not end the trial. */
  warn(text: string): void;
  /** On base's answers alone: `stopDry` ends it at its first request that has none of them. */
  readonly dry: boolean;
  /** pawl has ended the trial, though its agent may not know yet: nothing is answered, drawn or recorded any more. */
  isStopped(): boolean;
  /** Ends the trial: what the agent does from here on is not the recorded world. */
  stop(reason: string): void;
  stopDry(): void;
}
