import type { ActionMode, GateResult, StageOptions, StageResult } from '../github/index.ts';

/** What an action's job comes to: a verdict to be published, or what later jobs need. */
export type ActionDone =
  | { readonly kind: 'judged'; readonly result: GateResult }
  | { readonly kind: 'stage'; readonly stage: StageResult };

/** Each mode loads its own part of the program. @throws UserError */
export async function runForAction(
  mode: Exclude<ActionMode, 'publish'>,
  options: StageOptions,
  now: Date,
): Promise<ActionDone> {
  switch (mode) {
    case 'auto':
      return { kind: 'judged', result: await (await import('./gate-action.ts')).runGateForAction(options, now) };
    case 'gate':
      return { kind: 'judged', result: await (await import('./merge-action.ts')).mergeForAction(options, now) };
    case 'plan':
      return { kind: 'stage', stage: await (await import('./plan-action.ts')).planForAction(options, now) };
    case 'replay':
      return { kind: 'stage', stage: await (await import('./replay-action.ts')).replayForAction(options, now) };
    default:
      return mode satisfies never;
  }
}
