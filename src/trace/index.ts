export { readTrace } from './assemble/read-trace.ts';
export type { Call } from './call.ts';
export { callText, withoutNulls } from './call.ts';
export type { KeyOptions } from './canonical.ts';
export { canonicalRequest, requestKey } from './canonical.ts';
export type { TableLine } from './csv.ts';
export { endsInsideCell, parseCsv } from './csv.ts';
export { dayOf } from './day.ts';
export { numberAt, textAt } from './dialects/attributes.ts';
export { evaluationOutcome } from './dialects/evaluation.ts';
export { firstDifference } from './difference.ts';
export { inspectPassed, rewardPassed, tauBaseSuccess } from './harness.ts';
export type { Json, JsonObject } from './json.ts';
export {
  canonicalJson,
  hashJson,
  isJsonObject,
  jsonFault,
  nestedDeeperThan,
  parseJson,
  parsePythonJson,
  sha256,
} from './json.ts';
export type { McpExchange, RpcId, RpcMessage, RpcOutcome, RpcRequest } from './json-rpc.ts';
export { readRpc, readRpcBody, rpcError, rpcRequest, rpcResponse } from './json-rpc.ts';
export type { CompiledSchema } from './json-schema.ts';
export { compileSchema } from './json-schema.ts';
export { jsonShape } from './json-shape.ts';
export { conversationId, idsOfAnswer, keptIds } from './kept-state.ts';
export type { McpContract } from './mcp.ts';
export {
  emptyContract,
  isContractMethod,
  isContractText,
  keepToolNames,
  mcpKey,
  mcpToolNames,
  mcpTools,
  mergeContracts,
  readContract,
  withoutMeta,
  writeContract,
} from './mcp.ts';
export { decoded as decodedJson } from './messages/decode.ts';
export type {
  AgentPath,
  ObservedModelCall,
  ObservedStep,
  ObservedToolCall,
  ObservedToolOutcome,
  ObservedTrajectory,
  Outcome,
  SourceIds,
} from './observed.ts';
export type { OtlpForm, OtlpSignal } from './otlp/decode.ts';
export { decodeOtlp, decodeOtlpText, MAX_OTLP_BYTES } from './otlp/decode.ts';
export type { OtlpContent } from './otlp/intake.ts';
export type { OtlpProblem, ProblemKind } from './otlp/problems.ts';
export { ProblemCounter } from './otlp/problems.ts';
export { signalOf } from './otlp/signal.ts';
export { settledTrace, TraceGatherer } from './otlp/traces.ts';
export { partFlagsFault } from './part-flags.ts';
export { READERS_VERSION } from './readers-version.ts';
export { isSecretName, redactJson, redactText } from './redact.ts';
export { jsonPathFault } from './redaction/json-paths.ts';
export type { RedactionPattern } from './redaction/patterns.ts';
export { compilePattern, patternFault } from './redaction/patterns.ts';
export type { PseudonymKey } from './redaction/pseudonym.ts';
export { pseudonym } from './redaction/pseudonym.ts';
export type { Redaction, Redactor } from './redaction/redactor.ts';
export { redactor } from './redaction/redactor.ts';
export type { RedactionCount } from './redaction/report.ts';
export type { RedactionKind, WithinTime } from './redaction/text-redactor.ts';
export { REDACTION_KINDS } from './redaction/text-redactor.ts';
export { redactTrajectory } from './redaction/trajectory.ts';
export type { Route } from './route.ts';
export { routeOf, unspokenApi } from './route.ts';
export type { SchemaProblem } from './schema-problems.ts';
export { nearestName, pathText, received, schemaCheck } from './schema-problems.ts';
export type { Attributes, LogRecord, Scope, Span, SpanEvent } from './span.ts';
export { momentOf } from './time.ts';
export type {
  AnswerSource,
  Message,
  MessageWire,
  ModelCall,
  Part,
  Step,
  Substitution,
  TokenUsage,
  ToolCall,
  ToolDefinition,
  ToolMatch,
  ToolOutcome,
  Trajectory,
  Wire,
} from './trajectory.ts';
export {
  assembleStream,
  hashInstructions,
  hashTools,
  readRequest,
  readResponse,
  streamOf,
  withToolResults,
} from './wire.ts';
export { readChatMessage } from './wires/openai-chat.ts';
export type { EmbeddingEncoding } from './wires/openai-embeddings.ts';
export { embeddingEncoding, embeddingsAs } from './wires/openai-embeddings.ts';
export { argumentsOf, resultOf, usageOf } from './wires/parts.ts';
export type { WireRequest } from './wires/reader.ts';
