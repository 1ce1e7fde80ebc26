import { gate } from '../../src/gate/index.ts';

/** One run of the gate in a process of its own, which prints what it took. `argv`: directory, head, provider, store. */
const [, , directory = '', head = '', provider = '', storeDirectory = ''] = process.argv;
const begin = performance.now();
let firstMs: number | null = null;
let lastMs = 0;
const report = await gate(
  {
    ...{ directory, base: 'main', head, storeDirectory, configPath: 'pawl.yml', mode: 'live' },
    overrides: [{ name: 'provider_url', value: `openai=${provider}`, where: '--provider-url' }],
    environment: process.env,
    otherSecrets: [],
    runName: 'bench',
    today: '2026-11-22',
    log: () => undefined,
    watch: {
      signal: new AbortController().signal,
      planned: () => {
        firstMs ??= performance.now();
      },
      ran: () => {
        lastMs = performance.now();
      },
    },
  },
  () => performance.now(),
);
const endMs = performance.now();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    verdict: report.verdict,
    reasons: report.reasons,
    providerCalls: report.run.providerCalls,
    base: report.base,
    head: report.head,
    replayMs: lastMs - (firstMs ?? begin),
    wholeMs: endMs - begin,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    peakBytes: maxRSS * 1024,
  }),
);
