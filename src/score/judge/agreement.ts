import { cohenKappa } from '../../stats/index.ts';

/** A judge against people, on recordings that people have labelled. */
export interface JudgeAgreement {
  /** Labelled cases whose recording the judge gave a verdict on. */
  readonly labelled: number;
  readonly agreed: number;
  /** Cohen's kappa with 95 % limits; null = one answer alone was ever given, so that chance agrees as much. */
  readonly kappa: { readonly kappa: number; readonly low: number; readonly high: number } | null;
}

interface LabelledVerdict {
  readonly label: boolean;
  readonly verdict: boolean;
}

/** null = nothing is labelled. */
export function agreementOf(verdicts: readonly LabelledVerdict[]): JudgeAgreement | null {
  if (verdicts.length === 0) return null;
  const count = (label: boolean, verdict: boolean): number =>
    verdicts.filter((one) => one.label === label && one.verdict === verdict).length;
  const counts = {
    bothYes: count(true, true),
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    bothNo: count(false, false),
  };
  return { labelled: verdicts.length, agreed: counts.bothYes + counts.bothNo, kappa: cohenKappa(counts, 0.95) };
}
