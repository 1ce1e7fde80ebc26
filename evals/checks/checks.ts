import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECK_NAMES } from '../../src/score/index.ts';
import { DATA, SOURCES } from '../readers/sources.ts';
import { readTrajectoryFile } from '../readers/trajectory-file.ts';
import { LEAST_LIFT, MOST_PASSED, Tally } from './measure.ts';

/** How often each check fires among recorded runs that passed and that failed: see README.md beside this file. */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
    /** So many firings of each check, to be read. */
    sample: { type: 'string', default: '0' },
  },
});
if (!existsSync(DATA)) {
  console.error(`needs the recorded runs in ${DATA}`);
  process.exitCode = 1;
} else await measure();

async function measure(): Promise<void> {
  const tally = new Tally();
  for (const { format, files } of SOURCES) {
    // Reruns repeat cases of the other files.
    for (const file of files().filter((name) => !name.includes('reruns'))) {
      const { trajectories } = await readTrajectoryFile(join(DATA, file));
      for (const trajectory of trajectories) tally.add(format, trajectory);
    }
  }
  const figures = tally.figures().map((one) => {
    const lifted = one.source !== 'agentdojo' || (one.lift ?? 0) >= LEAST_LIFT;
    return { ...one, met: lifted && one.passed.fired <= MOST_PASSED * one.passed.runs };
  });
  for (const { check, source, passed, failed, lift, met } of figures) {
    console.log(
      `${met ? 'met   ' : 'MISSED'} ${check.padEnd(20)} ${source.padEnd(9)}`,
      `passed ${share(passed).padEnd(20)} failed ${share(failed).padEnd(20)} lift ${lift?.toFixed(1) ?? '-'}`,
    );
  }
  console.log(
    `goals: fires in at most ${100 * MOST_PASSED} % of passed runs; lift at least ${LEAST_LIFT} on agentdojo`,
  );
  for (const check of CHECK_NAMES) {
    for (const { run, passed, firings } of tally.sample(check, Number(values.sample), values.seed)) {
      console.log(`\n${check}, ${passed ? 'passed' : 'failed'}, ${run}`);
      for (const { text } of firings) console.log(`  ${text}`);
    }
  }
  if (values.json !== undefined) {
    writeFileSync(resolve(values.json), `${JSON.stringify({ seed: values.seed, figures }, null, 2)}\n`);
  }
  if (figures.some(({ met }) => !met)) process.exitCode = 1;
}

function share({ runs, fired }: { readonly runs: number; readonly fired: number }): string {
  return `${fired}/${runs} (${((100 * fired) / runs).toFixed(2)} %)`;
}
