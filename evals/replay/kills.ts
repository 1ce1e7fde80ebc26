import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseReport, type Report } from '../../src/report/index.ts';
import { seededRandom } from '../../src/stats/index.ts';
import { makeProject, type Project } from './project.ts';

export interface KillOptions {
  readonly seed: string;
  /** So many runs of a gate, each killed so often before it may come to its end. */
  readonly chains: number;
  readonly killsPerChain: number;
  readonly cases: number;
}

/** A gate that was killed again and again, beside one that was not. */
export interface Chain {
  readonly kills: number;
  /** Model calls that were on their way at a kill, as the journals say. */
  readonly onTheirWay: number;
  /** Calls that the provider had more than in the run that nobody killed. */
  readonly callsMore: number;
  /** Answers that it gave more. */
  readonly answersMore: number;
  /** Whether verdict, comparisons, cases and counts are those of the run that nobody killed. */
  readonly sameReport: boolean;
}

export async function killAndRerun({ seed, chains, killsPerChain, cases }: KillOptions): Promise<readonly Chain[]> {
  const random = seededRandom(seed);
  const project = makeProject({ cases, processes: 1, inflight: 4, looks: [1, 3] });
  const provider = await startProvider();
  const results: Chain[] = [];
  try {
    const whole = await measured(project, provider, async (store) => {
      await run(project, provider, store).ended;
      return 0;
    });
    for (let chain = 0; chain < chains; chain += 1) {
      let kills = 0;
      const again = await measured(project, provider, async (store) => {
        let onTheirWay = 0;
        for (let kill = 0; kill < killsPerChain; kill += 1) {
          const left = whole.calls - provider.answers;
          const at = provider.calls + 1 + Math.floor((random() * left) / 2);
          // The last one while nothing is asked any more: trials are judged, answers sealed, the report is written.
          const isLast = kill === killsPerChain - 1;
          const running = run(project, provider, store, MORTAL);
          const isThere = (): boolean => (isLast ? provider.answers >= whole.answers : provider.calls >= at);
          while (!isThere() && running.child.exitCode === null && running.child.signalCode === null) await delay(1);
          await delay(random() * (isLast ? END_MS : 2 * DELAY_MS));
          running.child.kill('SIGKILL');
          await running.ended;
          if (running.child.signalCode === 'SIGKILL') kills += 1;
          onTheirWay += lostIn(store);
        }
        await run(project, provider, store).ended;
        return onTheirWay;
      });
      results.push({
        ...{ kills, onTheirWay: again.onTheirWay },
        callsMore: again.calls - whole.calls,
        answersMore: again.answers - whole.answers,
        sameReport: again.numbers === whole.numbers,
      });
    }
  } finally {
    await provider.close();
    project.remove();
  }
  return results;
}

interface Measured {
  readonly calls: number;
  readonly answers: number;
  readonly onTheirWay: number;
  readonly numbers: string;
}

async function measured(
  project: Project,
  provider: CountingProvider,
  act: (store: string) => Promise<number>,
): Promise<Measured> {
  const store = mkdtempSync(join(tmpdir(), 'pawl-kills-'));
  try {
    provider.calls = 0;
    provider.answers = 0;
    const onTheirWay = await act(store);
    const report = parseReport(readFileSync(reportIn(project), 'utf8'));
    return { calls: provider.calls, answers: provider.answers, onTheirWay, numbers: numbersOf(report) };
  } finally {
    rmSync(store, { recursive: true, force: true });
    rmSync(reportIn(project), { force: true });
  }
}

const reportIn = (project: Project): string => join(project.directory, '.git', 'report.json');

/** All that a verdict stands on, and nothing of how long it took or what it cost. */
function numbersOf({ verdict, reasons, slices, caseCounts, cases, base, head }: Report): string {
  const verdicts = cases.map(({ caseId, verdict }) => [caseId, verdict]);
  return JSON.stringify({ verdict, reasons, slices, caseCounts, verdicts, base, head });
}

/** Calls that a killed run had begun and whose answer it has not. */
function lostIn(store: string): number {
  const folder = join(store, 'journal');
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1));
  const kinds = lines.map((line) => String((JSON.parse(line) as { kind?: unknown }).kind));
  return kinds.filter((kind) => kind === 'asking').length - kinds.filter((kind) => kind === 'answer').length;
}

/** The built program, as users start it. */
const CLI = join(import.meta.dirname, '../../dist/cli.js');

const DIE_AT_EXIT =
  "process.on('exit',()=>{process.kill(process.pid,'SIGKILL');Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0)})";

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

/** Whoever is quicker than its killer is killed at its very end. */
const MORTAL = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(DIE_AT_EXIT)}` };

function run(
  project: Project,
  provider: CountingProvider,
  store: string,
  more: Readonly<Record<string, string>> = {},
): Running {
  const args = ['gate', '--base', 'main', '--head', 'head', '--store', store, '--json', reportIn(project)];
  const child = spawn(process.execPath, [CLI, ...args, '--provider-url', `openai=${provider.url}`], {
    cwd: project.directory,
    env: { ...process.env, BENCH_DURATIONS: project.durations, ...more },
    stdio: 'ignore',
  });
  return { child, ended: new Promise((resolve) => child.once('exit', () => resolve())) };
}

const DELAY_MS = 10;
/** A run takes longer than this from its last answer to its end. */
const END_MS = 40;

interface CountingProvider {
  readonly url: string;
  calls: number;
  /** Those that it had fully written while the caller was still there. */
  answers: number;
  close(): Promise<void>;
}

/** Its answer depends on the request alone: the same sample can be told from a new one by nothing but its count. */
async function startProvider(): Promise<CountingProvider> {
  const counts = { calls: 0, answers: 0 };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    counts.calls += 1;
    await delay(DELAY_MS);
    // Nobody is there any more, so nothing is charged.
    if (!request.socket.writable) return;
    const body = Buffer.concat(chunks).toString('utf8');
    const luck = createHash('sha256').update(body).digest().readUInt8(0);
    const isKind = luck >= (body.includes('very kind') ? 140 : 20);
    const message = { role: 'assistant', content: isKind ? 'This is kind.' : 'This is not.' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: `c-${counts.calls}`,
        object: 'chat.completion',
        created: 1,
        model: 'm',
        took_ms: DELAY_MS,
        choices: [{ index: 0, message, finish_reason: 'stop' }],
      }),
    );
    counts.answers += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(counts, {
    url: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
