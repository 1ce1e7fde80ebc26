export { buildReport, type ReportInput } from './build.ts';
export type { JudgedTrial } from './case-evidence.ts';
export type {
  CaseEvidence,
  ContentLevel,
  CorpusFacts,
  MeasureRow,
  Report,
  ReportCase,
  ReportChange,
  RunFacts,
  StepView,
  ToolSchemaError,
  TrialView,
} from './document.ts';
export { markdownFence, markdownText, terminalText } from './escape.ts';
export { type FirstDivergence, firstDivergence } from './first-divergence.ts';
export { parseReport, renderJson } from './json.ts';
export { type MarkdownLevel, renderMarkdown } from './markdown.ts';
export { type Note, noteText } from './notes.ts';
export { type Progress, renderProgress } from './progress.ts';
export { renderTerminal, type TerminalOptions } from './terminal.ts';
