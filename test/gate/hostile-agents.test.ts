import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { AGENT, obedient, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

const settings = `${SETTINGS}gate: { looks: [1], spend: [1] }\n`;

const start = async (head: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
  const files = { 'pawl.yml': settings, ...more };
  project = await startProject({ answer: obedient, cases: someCases(2), files });
  project.branch('hostile', { 'agent.mjs': head });
};

/** Processes whose command line holds this. */
function runningWith(mark: string): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark);
      } catch {
        // Ended while we looked.
        return false;
      }
    }).length;
}

describe.skipIf(process.platform !== 'linux')('an agent on head that forks', () => {
  test('a child that outlives it leaves nothing behind, and its trials count as they are', async () => {
    const mark = `outlives-${process.pid}`;
    const fork = `import { spawn } from 'node:child_process';
      spawn('sh', ['-c', "trap '' TERM HUP; (sleep 600; echo ${mark}) & (sleep 600; echo ${mark})"], { detached: true, stdio: 'ignore' }).unref();\n`;
    await start(`${fork}${AGENT}`);
    const report = await project.gate('hostile');
    expect(report).toMatchObject({ verdict: 'pass', head: { attempted: 6, determined: 6, errored: 0 } });
    expect(runningWith(mark)).toBe(0);
  }, 240_000);
});

describe('an agent on head that', () => {
  test.each([
    [
      'one line of 100 MB',
      `const text = 'x'.repeat(1e6); for (let n = 0; n < 100; n += 1) process.stdout.write(text);`,
    ],
    ['a million lines', `const text = 'noise '.repeat(16) + '\\n'; process.stdout.write(text.repeat(1e6));`],
  ])(
    'writes %s to stdout errs its trials, and pawl does not keep it',
    async (_, flood) => {
      await start(`import { createInterface } from 'node:readline';
for await (const line of createInterface({ input: process.stdin })) {
  ${flood}
  console.log(JSON.stringify({ id: JSON.parse(line).id, output: 'done' }));
}
`);
      const before = process.memoryUsage().rss;
      const report = await project.gate('hostile');
      expect(report).toMatchObject({
        verdict: 'error',
        exitCode: 4,
        head: { attempted: 2, errored: 2 },
        base: { errored: 0 },
      });
      expect(process.memoryUsage().rss - before).toBeLessThan(400e6);
    },
    240_000,
  );

  test('opens 1,000 connections and sends nothing on them is answered on the others', async () => {
    const open = `let opened = null;
const openAll = (port) => Promise.all(Array.from({ length: 1000 }, () => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1', () => resolve(socket));
  socket.on('error', () => resolve(null));
})));\n`;
    const head = AGENT.replace(
      'const messages = [',
      "opened ??= await openAll(Number(new URL(urls.openai).port));\n  if (opened.includes(null)) throw new Error('refused');\n  const messages = [",
    );
    await start(`${open}${head}`);
    const report = await project.gate('hostile');
    expect(report).toMatchObject({ verdict: 'pass', head: { attempted: 6, determined: 6, errored: 0 } });
  }, 240_000);
});
