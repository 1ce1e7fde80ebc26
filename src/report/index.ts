export type { Acceptance, DeclaredAcceptance } from './accepted.ts';
export { type LineAnnotation, lineAnnotations } from './annotations.ts';
export type { Attribution, BisectedCommits, SwappedFactors } from './attribution.ts';
export { renderAttribution, renderAttributionMarkdown } from './attribution.ts';
export { renderBackfill } from './backfill.ts';
export { forecastText } from './budget.ts';
export { buildReport, type ReportInput } from './build.ts';
export type { JudgedTrial } from './case-evidence.ts';
export { renderBuild } from './corpus-build.ts';
export { renderCase, renderCases } from './corpus-cases.ts';
export { type CheckedEntry, renderCheck } from './corpus-check.ts';
export type {
  Adoption,
  ContentLevel,
  JudgeLine,
  MeasureRow,
  NoiseLine,
  Report,
  RunFacts,
  SourceFacts,
  ToolCallCounts,
} from './document.ts';
export { type DriftReport, renderDrift } from './drift.ts';
export { markdownFence, markdownText, terminalText } from './escape.ts';
export { buildExternalReport } from './external.ts';
export { type ReportFile, reportFiles } from './files.ts';
export { firstDivergence } from './first-divergence.ts';
export { incidentMarkdown, incidentTitle, renderIncident, renderIncidents } from './incidents.ts';
export { type IngestReport, type InputReport, renderIngest } from './ingest.ts';
export { parseReport, renderJson } from './json.ts';
export { renderJunit } from './junit.ts';
export { ledgerCsv, renderLedger } from './ledger.ts';
export { renderMarkdown } from './markdown.ts';
export { type NoiseReport, renderNoise } from './noise.ts';
export { noteText } from './note.ts';
export { type Progress, type ProgressUnit, renderProgress } from './progress.ts';
export { renderRepro } from './repro.ts';
export { renderShardPlan } from './shard-plan.ts';
export type { StatusReport } from './status.ts';
export { renderStatus, renderStatusMarkdown } from './status-text.ts';
export { renderTerminal } from './terminal.ts';
export { renderTraffic } from './traffic.ts';
export type { CleanedRun } from './trajectory.ts';
export { renderTrajectory } from './trajectory.ts';
