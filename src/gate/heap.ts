import { setFlagsFromString } from 'node:v8';

/**
 * Leaves V8's young generation as large as reading settings and corpus has made it. Left alone it grows to 128 MB of garbage in
 * a run of some seconds, and saves no time by it. Read by V8 whenever it would grow, so that it can be set while the program runs.
 */
export function holdYoungGeneration(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
