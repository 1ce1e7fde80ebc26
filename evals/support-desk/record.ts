import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runPawl, startServer } from './demo/processes.ts';
import { buildInputs } from './inputs.ts';
import { buildRepository, CORPUS } from './repository.ts';

/** Records the corpus again: pawl runs base's agent over the inputs, with the stand-in provider and the shop's tools. */
const RECORDING_SEED = '2026';
const RECORDINGS = '2';

const root = mkdtempSync(join(tmpdir(), 'pawl-record-'));
const provider = await startServer('provider.ts', ['--seed', RECORDING_SEED]);
const backend = await startServer('backend.ts', []);
try {
  const repository = join(root, 'repository');
  await buildRepository(repository);
  const inputs = join(root, 'inputs.jsonl');
  writeFileSync(
    inputs,
    buildInputs()
      .map((each) => `${JSON.stringify(each)}\n`)
      .join(''),
  );
  mkdirSync(dirname(CORPUS), { recursive: true });
  const { exitCode } = await runPawl(repository, [
    ...['record', '--ref', 'main', '--inputs', inputs, '--out', CORPUS, '--recordings', RECORDINGS],
    ...['--tools-url', backend.url, '--provider-url', `openai=${provider.url}/v1`, '--store', join(root, 'store')],
  ]);
  process.exitCode = exitCode ?? 1;
} finally {
  await provider.stop();
  await backend.stop();
  rmSync(root, { recursive: true, force: true });
}
