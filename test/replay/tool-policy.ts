import { tmpdir } from 'node:os';
import type { ToolPolicy } from '../../src/replay/agent.ts';
import type { SideLaunch } from '../../src/replay/child.ts';
import { NORMALISATIONS } from '../../src/replay/normalisation.ts';

/** What `pawl.yml` says of tools where it says nothing. */
export function toolPolicy(over: Partial<ToolPolicy> = {}): ToolPolicy {
  return {
    isReadOnly: () => false,
    onMiss: () => ({ kind: 'stop' }),
    setsOf: () => [],
    normalisations: NORMALISATIONS,
    inProcess: 'substitute',
    ...over,
  };
}

/** A user's command without any isolation. */
export function inShell(command: string): SideLaunch {
  return { file: '/bin/sh', args: ['-c', command], cwd: tmpdir(), env: { PATH: process.env.PATH ?? '' } };
}
