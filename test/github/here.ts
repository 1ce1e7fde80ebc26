import { vi } from 'vitest';
import { runAction } from '../../src/main/action.ts';
import { type ActionEnd, type ActionStart, asOnRunner } from './runner.ts';

/**
 * The same start in this process, one at a time: a third of the time. What only a process of its own shows (keys that nobody
 * can read, an end by itself, what Node says of a fault) is for `runAction`.
 */
export function runActionHere(start: Omit<ActionStart, 'main'>): Promise<ActionEnd> {
  return asOnRunner(start, async (env) => {
    const environment = process.env;
    const listeners = process.listeners('uncaughtException');
    const onError = process.stdout.listeners('error');
    const said: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    // What GitHub's libraries read for themselves
    process.env = { ...env };
    try {
      await runAction({ ...env });
      return { exitCode: Number(process.exitCode ?? 0), stdout: said.join(''), stderr: '' };
    } finally {
      process.env = environment;
      process.exitCode = undefined;
      write.mockRestore();
      for (const one of process.listeners('uncaughtException'))
        if (!listeners.includes(one)) process.off('uncaughtException', one);
      for (const one of process.stdout.listeners('error'))
        if (!onError.includes(one)) process.stdout.off('error', one as () => void);
    }
  });
}
