import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type GatewayBench, openGatewayBench } from '../replay/gateway-bench.ts';
import { codeOf } from './readme-code.ts';

let bench: GatewayBench;
let folder = '';

beforeEach(async () => {
  bench = await openGatewayBench();
  folder = await mkdtemp(join(tmpdir(), 'pawl-helper-'));
});

afterEach(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

/** Prints what the helper gives, or what it throws, for each order. */
const NODE = `import { recorded } from './recorded.mjs';
for (const order of process.argv.slice(2)) {
  const ran = recorded('pay', { order }, async (args) => ({ ran: args.order }));
  console.log(await ran.then(JSON.stringify, (error) => error.message));
}
`;

const PYTHON = `import json, sys
from recorded import recorded
for order in sys.argv[1:]:
    try:
        print(json.dumps(recorded("pay", {"order": order}, lambda args: {"ran": args["order"]}), separators=(",", ":")))
    except RuntimeError as error:
        print(error)
`;

test.for([
  { language: 'Node', command: process.execPath, code: 'js recorded.mjs', program: NODE },
  { language: 'Python', command: 'python3', code: 'python recorded.py', program: PYTHON },
])(
  'the helper for $language asks the gateway where there is one, and runs the tool where there is none',
  async ({ language, command, code, program }, { skip }) => {
    skip(spawnSync(command, ['--version']).status !== 0, `there is no ${language} on this machine`);
    await writeFile(join(folder, code.split(' ')[1] ?? ''), codeOf(code));
    const file = join(folder, language === 'Node' ? 'program.mjs' : 'program.py');
    await writeFile(file, program);
    const run = async (environment: Record<string, string>, ...orders: string[]) =>
      (await promisify(execFile)(command, [file, ...orders], { env: environment })).stdout.trim().split('\n');
    const running = bench.start();
    const { tools } = running.lease.urls;
    expect(await run({ PAWL_TOOLS_URL: tools }, 'o-1', 'o-2')).toEqual(['{"ok":true}', 'too late']);
    expect(await run({}, 'o-9')).toEqual(['{"ran":"o-9"}']);
    expect(await run({ PAWL_TOOLS_URL: tools }, 'o-9')).toEqual([expect.stringContaining('no recording of this case')]);
    expect(running.end().trajectory.steps).toHaveLength(3);
  },
);
