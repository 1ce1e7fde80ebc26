export type {
  Case,
  CaseDraft,
  CaseSource,
  Drawn,
  RecordedStep,
  RecordedToolCall,
  Recording,
  Retirement,
} from './case.ts';
export { withContentHash } from './case.ts';
export type { Corpus, CorpusFile, CorpusProblem } from './corpus.ts';
export { type CorpusDiff, diffCorpus } from './diff.ts';
export {
  type CaseAppender,
  type CorpusSource,
  openCaseAppender,
  readCorpus,
  readCorpusLines,
  readEntries,
  writeCorpus,
  writeCorpusLines,
} from './disk.ts';
export type { ArgumentMode, Expectation, TrajectoryMode } from './expectation.ts';
export type { WrittenExpectation } from './expectation-reader.ts';
export { readExpectation } from './expectation-reader.ts';
export type { Reduction } from './janitor/clean.ts';
export { clean, reductionOf } from './janitor/clean.ts';
export type { Cleaned, DroppedStep, KeptStep, RuleName } from './janitor/cleaned.ts';
export { allSteps, cleanTrajectory, sourcesOf } from './janitor/cleaned.ts';
export { JANITOR_RULES } from './janitor/rules.ts';
export type { OtlpDetection } from './otlp/format.ts';
export { parseCaseLine } from './reader.ts';
export { TrajectoryFile } from './readers/file.ts';
export type { ReadProblem, TrajectoryReader } from './readers/reader.ts';
export { knownFormats, readerNamed } from './readers/table.ts';
export { BottomK } from './selection/bottom-k.ts';
export { caseInputFault, DEFAULT_CASE_INPUT } from './selection/case-input.ts';
export { caseFrom, caseIdOf, REJECTIONS, type Rejection, replayable } from './selection/case-of.ts';
export { type Draw, drawCases } from './selection/draw.ts';
export { type DrawnDraft, type Merged, mergeDraw } from './selection/merge.ts';
export { signatureOf } from './selection/minhash.ts';
export { PopulationBuilder, uniform } from './selection/population.ts';
export { shinglesOf } from './selection/shingles.ts';
export { fitClusters } from './slices/cluster-fit.ts';
export type { ClusterModel } from './slices/cluster-model.ts';
export { clustersHash, clustersText, parseClusters } from './slices/cluster-model.ts';
export type { Condition, SliceDefinition, TextClusters } from './slices/definition.ts';
export { DEFAULT_SLICES } from './slices/definition.ts';
export { completeSlice, sliceFaults } from './slices/reader.ts';
export type { Slicer } from './slices/slicer.ts';
export { cohortsOf, slicerOf, versionOf } from './slices/slicer.ts';
export { answerText, userText } from './slices/texts.ts';
export type { WrittenSlice } from './slices/written.ts';
export type { FoldCounts } from './traffic/fold-counts.ts';
export { NO_COUNTS, sumOfCounts } from './traffic/fold-counts.ts';
export type { TrafficBatch } from './traffic/input.ts';
export { batchOfContent, openRuns, TRAFFIC_FORMATS, TrafficInput } from './traffic/input.ts';
export type { InputProgress } from './traffic/progress.ts';
export type { AssembleTrace, DerivedTrajectory, Projection } from './traffic/projection.ts';
export type { StoredTrace, StoredTrajectory } from './traffic/reader.ts';
export { TrafficReader } from './traffic/reader.ts';
export type { TrafficRecord } from './traffic/record.ts';
export type { RewriteProgress } from './traffic/rewrite.ts';
export { columnsOfRows } from './traffic/row-columns.ts';
export type { TrafficLimits } from './traffic/store.ts';
export { TrafficStore } from './traffic/store.ts';
export type { TrafficSummary } from './traffic/summary.ts';
export { SUMMARY_COLUMNS, SummaryBuilder } from './traffic/summary.ts';
export type { Columns } from './traffic/table-reader.ts';
export { unpack } from './unpack.ts';
export type { CorpusEntry } from './upkeep/entries.ts';
export type { Present, Staleness } from './upkeep/present.ts';
export { stalenessOf } from './upkeep/staleness.ts';
export { writeCaseLine } from './writer.ts';
