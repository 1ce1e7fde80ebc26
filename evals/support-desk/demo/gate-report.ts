import { parseReport } from '../../../src/report/index.ts';

/** What the demo reads from the gate's JSON report. */
export interface GateReport {
  readonly verdict: string;
  readonly blockedSlices: readonly string[];
  readonly improvedSlices: readonly string[];
  readonly brokenCases: readonly string[];
  readonly trials: number;
}

export function readGateReport(text: string): GateReport {
  const { verdict, reasons, slices, base, head } = parseReport(text);
  return {
    verdict,
    blockedSlices: reasons.flatMap((reason) => (reason.kind === 'slice_regressed' ? [reason.slice] : [])),
    improvedSlices: slices.filter((slice) => slice.verdict === 'improved').map(({ name }) => name),
    brokenCases: reasons.flatMap((reason) => (reason.kind === 'case_broken' ? [reason.caseId] : [])),
    trials: base.attempted + head.attempted,
  };
}
