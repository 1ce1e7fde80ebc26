export type {
  Case,
  CaseDraft,
  RecordedStep,
  RecordedToolCall,
  Recording,
} from './case.ts';
export { withContentHash } from './case.ts';
export type { Corpus, CorpusFile, CorpusProblem } from './corpus.ts';
export { decompress } from './decompress.ts';
export { type CorpusDiff, diffCorpus } from './diff.ts';
export { type CorpusSource, readCorpus, writeCorpus } from './disk.ts';
export type { ArgumentMode, Expectation, TrajectoryMode } from './expectation.ts';
export type { WrittenExpectation } from './expectation-reader.ts';
export { readExpectation } from './expectation-reader.ts';
export { LineSplitter } from './lines.ts';
export type { OtlpDetection, OtlpFormat } from './otlp/format.ts';
export { DETECTION_BYTES, detectOtlp } from './otlp/format.ts';
export { readOtlp } from './otlp/source.ts';
export { parseCaseLine } from './reader.ts';
export { TrajectoryFile } from './readers/file.ts';
export type { Read, ReadProblem, TrajectoryReader } from './readers/reader.ts';
export { knownFormats, readerNamed } from './readers/table.ts';
export type { CompactCounts } from './traffic/compact.ts';
export type { FoldCounts } from './traffic/fold-counts.ts';
export { NO_COUNTS, sumOfCounts } from './traffic/fold-counts.ts';
export type { ForgetCounts, Forgotten } from './traffic/forget.ts';
export type { TrafficBatch } from './traffic/input.ts';
export { batchOfContent, openRuns, TRAFFIC_FORMATS, TrafficInput } from './traffic/input.ts';
export type { Redact } from './traffic/item-maker.ts';
export type { InputProgress } from './traffic/progress.ts';
export type { AssembleTrace, Projection } from './traffic/projection.ts';
export type { StoredTrace, StoredTrajectory } from './traffic/reader.ts';
export { TrafficReader } from './traffic/reader.ts';
export type { TrafficRecord } from './traffic/record.ts';
export { redactLine } from './traffic/redact-line.ts';
export type { Labels } from './traffic/rows.ts';
export type { Added, TrafficLimits, TrafficOptions } from './traffic/store.ts';
export { TrafficStore } from './traffic/store.ts';
export type { TrafficSummary } from './traffic/summary.ts';
export { SUMMARY_COLUMNS, SummaryBuilder } from './traffic/summary.ts';
export { unpack } from './unpack.ts';
export { writeCaseLine } from './writer.ts';
