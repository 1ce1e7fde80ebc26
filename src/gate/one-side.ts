import { type HeadSource, repositoryRoot } from '../changes/index.ts';
import type { Settings } from '../config/index.ts';
import type { Case } from '../corpus/index.ts';
import { type LiveTools, type ModelMode, type Session, type TrialRequest, unmapped } from '../replay/index.ts';
import { type Bench, openBench } from './bench.ts';
import { headSource, noSettings, settingsAt } from './plan.ts';
import type { ReplayRequest } from './request.ts';
import { describeSide } from './sides.ts';

/** One side alone, as recording and filling the reservoir need it. */
interface OneSide {
  readonly repository: string;
  readonly source: HeadSource;
  readonly settings: Settings;
}

export async function findOneSide(request: ReplayRequest & { readonly ref: string }): Promise<OneSide> {
  const repository = await repositoryRoot(request.directory);
  const source = await headSource(repository, request.ref);
  const settings = await settingsAt(repository, source, request);
  if (settings === null) throw noSettings(request.configPath, request.ref);
  return { repository, source, settings };
}

/** Trials 1..T of every case, T of the last look: as many of base's own as a gate can use. */
export function reservoirTrials(cases: readonly Case[], { policy }: Settings): readonly TrialRequest[] {
  const numbers = Array.from({ length: Math.max(...policy.looks) }, (_, index) => index + 1);
  return cases.flatMap(({ id }) => numbers.map((number) => ({ caseId: id, side: 'base', number })));
}

interface OpenOneSide {
  readonly session: Session;
  readonly bench: Bench;
  readonly agentHash: string;
  close(): Promise<void>;
}

export async function openOneSide(
  one: OneSide,
  request: ReplayRequest,
  run: { readonly cases: readonly Case[]; readonly recording: LiveTools | null; readonly mode: ModelMode },
): Promise<OpenOneSide> {
  const { repository, source, settings } = one;
  const bench = await openBench({ ...request, repository, settings, mode: run.mode });
  try {
    const side = await describeSide({
      repository,
      source,
      settings,
      spec: settings.agent,
      side: 'base',
      renames: unmapped,
      environment: request.environment,
    });
    const session = await bench.openSession({
      cases: run.cases,
      sides: [side],
      seed: side.agentHash,
      keepBaseTrials: run.recording === null && run.mode === 'live',
      recording: run.recording,
    });
    const close = async (): Promise<void> => {
      await session.close();
      bench.close();
    };
    return { session, bench, agentHash: side.agentHash, close };
  } catch (error) {
    bench.close();
    throw error;
  }
}
