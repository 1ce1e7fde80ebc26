import { gate } from '../../src/gate/index.ts';

/** One run of the gate in a process of its own, which prints what it took, from the start of the process on. `argv`: directory, head, provider, store. */
const [, , directory = '', head = '', provider = '', storeDirectory = ''] = process.argv;
let firstMs: number | null = null;
let lastMs = 0;
let firstCpuMs = 0;
let lastCpuMs = 0;
let toRun = 0;
const report = await gate(
  {
    ...{ directory, base: 'main', head, storeDirectory, configPath: 'pawl.yml', slices: null, mode: 'live' },
    overrides: [{ name: 'provider_url', value: `openai=${provider}`, where: '--provider-url' }],
    environment: process.env,
    otherSecrets: [],
    runName: 'bench',
    today: '2026-11-22',
    log: () => undefined,
    watch: {
      signal: new AbortController().signal,
      planned: (_, trials) => {
        toRun += trials;
        if (firstMs === null) firstCpuMs = cpuMs();
        firstMs ??= performance.now();
      },
      ran: () => {
        lastMs = performance.now();
        toRun -= 1;
        // Asking takes as long as a tenth of a trial.
        if (toRun === 0) lastCpuMs = cpuMs();
      },
    },
  },
  () => performance.now(),
);
const endMs = performance.now();
console.log(
  JSON.stringify({
    verdict: report.verdict,
    reasons: report.reasons,
    providerCalls: report.run.providerCalls,
    base: report.base,
    head: report.head,
    replayMs: lastMs - (firstMs ?? 0),
    wholeMs: endMs,
    replayCpuMs: lastCpuMs - firstCpuMs,
    cpuMs: cpuMs(),
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
