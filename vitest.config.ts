import { defineConfig } from 'vitest/config';
import { ProcessesFirst } from './test/processes-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'evals/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['test/node-version.ts', 'test/compile-cache.ts'],
    setupFiles: ['test/property-seed.ts'],
    // No test is judged by the wall clock: these end what hangs, however busy the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 10 } },
    pool: 'forks',
    // Many tests wait for processes they start: one worker more than there are cores keeps two cores busy.
    maxWorkers: 3,
    // No test changes a global or a module's state, so files may share a process; starting one per file doubles the time.
    isolate: false,
    sequence: { sequencer: ProcessesFirst },
    // Node strips the types itself, as it does for users; nothing here mocks a module. A tenth less processor time.
    experimental: { viteModuleRunner: false, nodeLoader: false },
  },
});
