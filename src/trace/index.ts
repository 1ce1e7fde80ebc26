export type { KeyOptions } from './canonical.ts';
export { canonicalRequest, requestKey } from './canonical.ts';
export type { Difference } from './difference.ts';
export { firstDifference } from './difference.ts';
export type { Json, JsonObject } from './json.ts';
export { canonicalJson, hashJson, isJsonObject, parseJson, sha256 } from './json.ts';
export { redactJson, redactText } from './redact.ts';
export type { Route } from './route.ts';
export { routeOf } from './route.ts';
export type { SchemaCheck, SchemaProblem } from './schema-problems.ts';
export { pathText, received, schemaCheck } from './schema-problems.ts';
export type {
  AnswerSource,
  Message,
  ModelCall,
  Part,
  Step,
  TokenUsage,
  ToolCall,
  ToolDefinition,
  ToolMatch,
  ToolOutcome,
  Trajectory,
  Wire,
} from './trajectory.ts';
export type { AssembledStream, WireRequest, WireResponse } from './wire.ts';
export { assembleStream, hashInstructions, hashTools, readRequest, readResponse, streamOf } from './wire.ts';
