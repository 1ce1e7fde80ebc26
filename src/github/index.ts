export type { Patience } from './client.ts';
export { type ActionContext, type Environment, readContext } from './context.ts';
export { failureResult, problemLines } from './failure.ts';
export { type ActionInputs, chooseSides, readInputs } from './inputs.ts';
export { deafness, logLines } from './log.ts';
export { type AnnotationLevel, planLocal } from './plan.ts';
export { type PublishWorld, publishResult } from './remote.ts';
export type { GateOptions, GateResult } from './result.ts';
export { secretForms, secretValues, withoutActionSecrets } from './secrets.ts';
