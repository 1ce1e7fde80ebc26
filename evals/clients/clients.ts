import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { goalsOf } from './goals.ts';
import { type Installed, install } from './install.ts';
import { CLIENTS, type Client } from './list.ts';
import { measure } from './measure.ts';

/** Records and replays an agent for every client: see README.md beside this file. */
const { values } = parseArgs({
  options: { json: { type: 'string' }, seed: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
});

const languages: Readonly<Record<Client['language'], Installed>> = {
  node: install('node'),
  python: install('python'),
};
const results = [];
for (const client of CLIENTS.filter(({ name }) => name.includes(values.only))) results.push(await resultOf(client));
if (values.json !== undefined)
  writeFileSync(resolve(values.json), `${JSON.stringify({ seed: values.seed, results }, null, 2)}\n`);
const missed = results.flatMap(({ goals }) => goals).filter(({ met }) => !met).length;
const skipped = results.filter(({ goals }) => goals.length === 0).length;
console.log(`\n${results.length - skipped} clients tried, ${skipped} skipped, ${missed} goals missed`);
if (missed > 0) process.exitCode = 1;

async function resultOf(client: Client) {
  const installed = languages[client.language];
  if (installed.kind === 'absent') {
    console.log(`\n${client.name}: skipped: ${installed.why}`);
    return { client: client.name, skipped: installed.why, goals: [] };
  }
  const versions = client.packages.map((name) => `${name} ${installed.versions.get(name) ?? 'of unknown version'}`);
  console.log(`\n${client.name} (${versions.join(', ')})`);
  const figures = await measure(client, installed.command);
  const goals = goalsOf(figures);
  for (const { text, met } of goals) console.log(`  ${met ? 'met   ' : 'MISSED'} ${text}`);
  return { client: client.name, versions, figures, goals };
}
