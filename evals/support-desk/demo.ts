import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, problemWith } from './demo/checks.ts';
import { readGateReport } from './demo/gate-report.ts';
import { completionsAt, runPawl, type ServerProcess, startServer } from './demo/processes.ts';
import { buildRepository } from './repository.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

/**
 * The demo: builds the support desk's repository, draws base's own trials once as a job on main would, runs the gate on
 * every head branch, and checks what it said. `--json FILE` writes the results, `--seed N` changes the provider's draws.
 */
interface ScenarioResult extends Measured {
  readonly trials: number;
  readonly durationMs: number;
  readonly problem: string | null;
}

const { values } = parseArgs({ options: { json: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const startedAt = performance.now();
const root = mkdtempSync(join(tmpdir(), 'pawl-demo-'));
const provider = await startServer('provider.ts', ['--seed', values.seed]);
try {
  const results = await runDemo(join(root, 'repository'), join(root, 'store'), provider);
  printTable(results);
  if (values.json !== undefined) writeFileSync(resolve(values.json), jsonOf(results));
  if (results.some(({ problem }) => problem !== null)) process.exitCode = 1;
} finally {
  await provider.stop();
  rmSync(root, { recursive: true, force: true });
}

async function runDemo(repository: string, store: string, { url }: ServerProcess): Promise<ScenarioResult[]> {
  await buildRepository(repository);
  const common = ['--store', store, '--provider-url', `openai=${url}/v1`];
  console.log("== base's own trials, drawn once as a job on main would");
  const filled = await runPawl(repository, ['reservoir', 'fill', '--ref', 'main', ...common]);
  if (filled.exitCode !== 0) throw new Error(`pawl reservoir fill ended with ${filled.exitCode}`);
  const results: ScenarioResult[] = [];
  for (const scenario of SCENARIOS) results.push(await runScenario(scenario, repository, common, url));
  return results;
}

async function runScenario(
  { name, branch, title }: Scenario,
  repository: string,
  common: readonly string[],
  providerUrl: string,
): Promise<ScenarioResult> {
  console.log(`\n== (${name}) ${title}: ${branch}`);
  const reportFile = join(root, `${name}.json`);
  const callsBefore = await completionsAt(providerUrl);
  const run = await runPawl(repository, ['gate', '--base', 'main', '--head', branch, '--json', reportFile, ...common]);
  const providerCalls = (await completionsAt(providerUrl)) - callsBefore;
  const report = readGateReport(readFileSync(reportFile, 'utf8'));
  const measured = { name, ...report, exitCode: run.exitCode, providerCalls, output: run.output };
  return { ...measured, durationMs: run.durationMs, problem: problemWith(measured) };
}

function printTable(results: readonly ScenarioResult[]): void {
  console.log('\n== all scenarios');
  console.log('   verdict  exit  calls  trials  seconds  named');
  for (const result of results) {
    const named = [
      ...result.blockedSlices,
      ...result.brokenCases,
      ...result.improvedSlices.map((slice) => `+${slice}`),
    ];
    const numbers = [
      String(result.exitCode).padStart(4),
      String(result.providerCalls).padStart(5),
      String(result.trials).padStart(6),
      (result.durationMs / 1000).toFixed(1).padStart(7),
    ];
    console.log(`${result.name}  ${result.verdict.padEnd(7)}  ${numbers.join('  ')}  ${named.join(', ') || '-'}`);
    if (result.problem !== null) console.log(`   NOT AS IT SHOULD BE: ${result.problem}`);
  }
  const good = results.filter(({ problem }) => problem === null).length;
  console.log(
    `${good} of ${results.length} as they should be, in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
  );
}

function jsonOf(results: readonly ScenarioResult[]): string {
  const scenarios = results.map(
    ({ name, verdict, exitCode, blockedSlices, brokenCases, providerCalls, trials, durationMs }) => ({
      ...{ name, verdict, exitCode, blockedSlices, brokenCases, providerCalls, trials, durationMs },
    }),
  );
  return `${JSON.stringify({ scenarios }, null, 2)}\n`;
}
