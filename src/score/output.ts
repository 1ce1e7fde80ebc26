import { canonicalJson, type Json, parseJson, type Trajectory } from '../trace/index.ts';

/** The output as text: text as it is, anything else as canonical JSON. null = the agent gave none. */
export function outputText(trajectory: Pick<Trajectory, 'output'>): string | null {
  const { output } = trajectory;
  if (output === null) return null;
  return typeof output === 'string' ? output : canonicalJson(output);
}

/**
 * The values that an output may be judged as: itself and, where it is text that holds JSON, that JSON. Whether an
 * agent's JSON arrives as text or parsed depends on its protocol, not on its behaviour.
 */
export function outputValues(trajectory: Pick<Trajectory, 'output'>): readonly Json[] {
  const { output } = trajectory;
  if (typeof output !== 'string') return [output];
  const parsed = parseJson(output);
  return parsed === undefined ? [output] : [output, parsed];
}
