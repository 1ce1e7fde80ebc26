import { canonicalJson, isJsonObject, type JsonObject, type MessageWire, readResponse } from '../../trace/index.ts';
import { fail, PASS, undetermined } from '../outcome.ts';
import type { Outcome } from '../score.ts';

export const VERDICT_TOOL = 'verdict';

/**
 * One vote out of a judge's answer. Only a single call of the tool with exactly its two arguments is one; a text that says
 * PASS, another value, a second call or an answer that was cut short is undetermined.
 */
export function readVote(wire: MessageWire, body: JsonObject): Outcome {
  const parts = readResponse(wire, body).message?.parts ?? [];
  const calls = parts.filter((part) => part.kind === 'tool_call');
  const [call] = calls;
  if (call === undefined || calls.length > 1 || call.name !== VERDICT_TOOL) {
    return undetermined(`the judge gave no single verdict, but ${calls.length} calls and ${canonicalJson([...parts])}`);
  }
  const { arguments: given } = call;
  const keys = isJsonObject(given) ? Object.keys(given).sort().join() : '';
  if (!isJsonObject(given) || keys !== 'reason,verdict' || typeof given.reason !== 'string') {
    return undetermined(`the judge's verdict is not {"reason", "verdict"}: ${canonicalJson(given)}`);
  }
  if (given.verdict === 'pass') return PASS;
  if (given.verdict === 'fail') return fail(given.reason);
  return undetermined(`the judge's verdict is neither pass nor fail: ${canonicalJson(given.verdict ?? null)}`);
}

/** The majority of the votes; those that could not be read count for neither, and a tie is undetermined. */
export function majorityOf(votes: readonly Outcome[]): Outcome {
  const passes = votes.filter(({ kind }) => kind === 'pass').length;
  const failed = votes.filter((vote) => vote.kind === 'fail');
  const [first] = votes;
  if (first === undefined) return undetermined('the judge has not voted');
  if (passes > failed.length) return PASS;
  if (failed.length > passes) return failed[0] ?? first;
  const open = votes.find(({ kind }) => kind === 'undetermined');
  return votes.length === 1 ? first : (open ?? undetermined(`the judge's ${votes.length} votes have no majority`));
}

/** Whether one more of so many votes in all could still change the majority. */
export function isOpen(votes: readonly Outcome[], most: number): boolean {
  const passes = votes.filter(({ kind }) => kind === 'pass').length;
  const fails = votes.filter(({ kind }) => kind === 'fail').length;
  return votes.length < most && Math.abs(passes - fails) <= most - votes.length;
}
