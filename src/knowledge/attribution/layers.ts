import type { Suspect } from '../drift/suspects.ts';
import type { LedgerEntry, LedgerKind } from '../ledger/entry.ts';
import type { MixAndRate } from './decompose.ts';

/** Where the source of a shift lies. */
type Layer = 'foundation_model' | 'scaffolding' | 'tools_and_environment' | 'distribution_shift' | 'unknown';

export interface LayerFinding {
  readonly layer: Layer;
  /** Over all layers they sum to 1. */
  readonly probability: number;
  /** What points to it, in plain words. */
  readonly evidence: readonly string[];
}

const LAYER_OF: Readonly<Record<LedgerKind, Layer>> = {
  prompt: 'scaffolding',
  tool: 'tools_and_environment',
  model_pin: 'foundation_model',
  agent_version: 'scaffolding',
  model_fingerprint: 'foundation_model',
  tool_contract: 'tools_and_environment',
};

const NEGLIGIBLE = 1e-9;

/** Which layer an entry of the ledger is of. */
function layerOf(kind: LedgerKind): Layer {
  return LAYER_OF[kind];
}

/**
 * Diagnosis by layer: what the mix of tasks explains is a shift of the distribution; the rest goes to the layers of the suspects by
 * their probabilities, and to none where nothing listed fits. Most likely first.
 */
export function layersOf(
  suspects: readonly Suspect[],
  entries: readonly LedgerEntry[],
  split: MixAndRate | null,
): readonly LayerFinding[] {
  const mixShare = shareOfMix(split);
  const found = new Map<Layer, { probability: number; evidence: string[] }>();
  const add = (layer: Layer, probability: number, evidence: string | null): void => {
    const known = found.get(layer) ?? { probability: 0, evidence: [] };
    found.set(layer, {
      probability: known.probability + probability,
      evidence: evidence === null ? known.evidence : [...known.evidence, evidence],
    });
  };
  if (split !== null && mixShare > 0) add('distribution_shift', mixShare, mixEvidence(split));
  for (const { id, probability } of suspects) {
    const entry = entries.find((one) => one.id === id);
    const share = (1 - mixShare) * probability;
    if (entry === undefined) add('unknown', share, null);
    else add(layerOf(entry.kind), share, `${entry.kind.replaceAll('_', ' ')}: ${entry.what}`);
  }
  const told = suspects.reduce((sum, { probability }) => sum + probability, 0);
  add('unknown', (1 - mixShare) * (1 - told), null);
  return [...found]
    .map(([layer, finding]) => ({ layer, ...finding }))
    .filter(({ probability }) => probability > NEGLIGIBLE)
    .sort((a, b) => b.probability - a.probability || (a.layer < b.layer ? -1 : 1));
}

/** How much of a difference the mix explains, 0 to 1. */
export function shareOfMix(split: MixAndRate | null): number {
  if (split === null) return 0;
  const { kind, mix, rate } = split;
  if (kind === 'rate' || kind === 'unclear') return 0;
  if (kind === 'mix') return 1;
  return Math.abs(mix.value) / (Math.abs(mix.value) + Math.abs(rate.value));
}

function mixEvidence({ slices, fresh }: MixAndRate): string {
  const [most] = slices.toSorted((a, b) => Math.abs(b.mix) - Math.abs(a.mix));
  const moved = most === undefined ? '' : `, most by ${most.slice}`;
  return `the mix of tasks changed${moved}${fresh.length > 0 ? `; new: ${fresh.join(', ')}` : ''}`;
}
