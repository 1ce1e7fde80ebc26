export type {
  Case,
  CaseDraft,
  CaseSource,
  CaseStatus,
  RecordedModelCall,
  RecordedStep,
  RecordedToolCall,
  Recording,
} from './case.ts';
export { withContentHash } from './case.ts';
export type { Corpus, CorpusFile, CorpusProblem } from './corpus.ts';
export { type CorpusDiff, diffCorpus } from './diff.ts';
export { type CorpusSource, readCorpus, writeCorpus } from './disk.ts';
export type { ArgumentMode, Expectation, ExpectedCall, TrajectoryMode } from './expectation.ts';
export type { ReadExpectation, WrittenExpectation } from './expectation-reader.ts';
export { readExpectation } from './expectation-reader.ts';
export { type ParsedCase, parseCaseLine } from './reader.ts';
export { writeCaseLine } from './writer.ts';
