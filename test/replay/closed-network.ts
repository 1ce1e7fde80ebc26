import { execFileSync } from 'node:child_process';

/** Why no network of its own can be made here; null = it can. */
export function whyNoNetwork(): string | null {
  if (process.getuid?.() !== 0) return 'pawl does not run as root';
  try {
    execFileSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' });
    execFileSync('nsenter', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'this machine makes no network namespace';
  }
}
