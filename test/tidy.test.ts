import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFinding, type House } from './tidy/house.ts';
import type { SourceText } from './tidy/parse.ts';
import { codeMapFindings, tidyFindings } from './tidy/rules.ts';

const ROOT = join(import.meta.dirname, '..');

/** The picture of `src/README.md`, as data. A change here is a change of the design. */
const HOUSE: House = {
  kernel: ['errors', 'trace', 'stats'],
  stages: ['changes', 'corpus', 'replay', 'score', 'compare', 'knowledge', 'report', 'github'],
  top: ['config', 'gate', 'setup', 'commands', 'cli', 'main'],
  callers: ['config', 'gate', 'setup', 'commands', 'main'],
  doorless: ['commands'],
  effectParts: ['gate', 'commands', 'cli', 'main'],
  effectFiles: [
    'src/changes/checkout-files.ts',
    'src/changes/git.ts',
    'src/changes/git-blobs.ts',
    'src/changes/git-clone.ts',
    'src/changes/git-fetch.ts',
    'src/changes/git-files.ts',
    'src/changes/git-history.ts',
    'src/changes/git-mixture.ts',
    'src/changes/git-process.ts',
    'src/changes/git-worktree.ts',
    'src/changes/store-place.ts',
    'src/corpus/decompress.ts',
    'src/corpus/disk.ts',
    'src/corpus/traffic/buckets.ts',
    'src/corpus/traffic/codec.ts',
    'src/corpus/traffic/commit.ts',
    'src/corpus/traffic/compact.ts',
    'src/corpus/traffic/files.ts',
    'src/corpus/traffic/fold.ts',
    'src/corpus/traffic/forget.ts',
    'src/corpus/traffic/home.ts',
    'src/corpus/traffic/inbox.ts',
    'src/corpus/traffic/index-reader.ts',
    'src/corpus/traffic/live-index.ts',
    'src/corpus/traffic/lock.ts',
    'src/corpus/traffic/part-writer.ts',
    'src/corpus/traffic/parts.ts',
    'src/corpus/traffic/progress-file.ts',
    'src/corpus/traffic/pseudonym-key.ts',
    'src/corpus/traffic/raw-reader.ts',
    'src/corpus/traffic/raw-writer.ts',
    'src/corpus/traffic/reader.ts',
    'src/corpus/traffic/rewrite.ts',
    'src/corpus/traffic/scatter.ts',
    'src/corpus/traffic/store.ts',
    'src/corpus/traffic/table-reader.ts',
    'src/corpus/traffic/table-writer.ts',
    'src/corpus/traffic/tables-writer.ts',
    'src/corpus/unpack.ts',
    'src/github/branch-rules.ts',
    'src/github/check-runs.ts',
    'src/github/client.ts',
    'src/github/comments.ts',
    'src/github/downloads.ts',
    'src/github/fork-upload.ts',
    'src/github/issues.ts',
    'src/github/outputs.ts',
    'src/github/publish.ts',
    'src/github/queued.ts',
    'src/github/remote.ts',
    'src/github/run-uploads.ts',
    'src/github/stage.ts',
    'src/github/uploads.ts',
    'src/knowledge/disk.ts',
    'src/knowledge/backfill/disk.ts',
    'src/replay/agent-pool.ts',
    'src/replay/agent-run.ts',
    'src/replay/agent-site.ts',
    'src/replay/child.ts',
    'src/replay/collector.ts',
    'src/replay/exec-pool.ts',
    'src/replay/gateway.ts',
    'src/replay/http-speech.ts',
    'src/replay/http-caller.ts',
    'src/replay/http-exchange.ts',
    'src/replay/isolation.ts',
    'src/replay/live-tools.ts',
    'src/replay/live-trial.ts',
    'src/replay/mcp/apart.ts',
    'src/replay/mcp/ask.ts',
    'src/replay/mcp/forward.ts',
    'src/replay/mcp/launcher.ts',
    'src/replay/mcp/listed.ts',
    'src/replay/mcp/recording.ts',
    'src/replay/mcp/replay.ts',
    'src/replay/mcp/service.ts',
    'src/replay/mcp/side-servers.ts',
    'src/replay/mcp/stdio-server.ts',
    'src/replay/mcp/stdio-session.ts',
    'src/replay/model-endpoint.ts',
    'src/replay/network.ts',
    'src/replay/otlp-endpoint.ts',
    'src/replay/own-tools.ts',
    'src/replay/plain-call.ts',
    'src/replay/plain-http.ts',
    'src/replay/port-owner.ts',
    'src/replay/process-tree.ts',
    'src/replay/proxy.ts',
    'src/replay/runner.ts',
    'src/replay/session.ts',
    'src/replay/session-options.ts',
    'src/replay/setup.ts',
    'src/replay/side-leases.ts',
    'src/replay/side-users.ts',
    'src/replay/side.ts',
    'src/replay/simulator.ts',
    'src/replay/stand-ins.ts',
    'src/replay/speech.ts',
    'src/replay/store.ts',
    'src/replay/store/disk.ts',
    'src/replay/store/holder.ts',
    'src/replay/store/journal.ts',
    'src/replay/store/journal-writer.ts',
    'src/replay/store/merge.ts',
    'src/replay/store/pack.ts',
    'src/replay/store/pack-folder.ts',
    'src/replay/store/pack-writer.ts',
    'src/replay/store/seal.ts',
    'src/replay/tool-endpoint.ts',
    'src/replay/toolbox.ts',
    'src/replay/upstream.ts',
    'src/replay/within-time.ts',
    'src/replay/worker.ts',
    'src/replay/worker-pool.ts',
    'src/replay/worktree.ts',
    'src/score/command.ts',
  ],
  entries: ['src/cli.ts', 'src/main.ts'],
  purePackages: [
    'ajv',
    'ajv-formats',
    'diff',
    'eventsource-parser',
    'fastest-levenshtein',
    'json-p3',
    'jstat',
    'picocolors',
    'picomatch',
    'saxes',
    'yaml',
  ],
};

function textsBelow(folder: string): SourceText[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('fixtures') && !name.includes('node_modules'))
    .map((name) => `${folder}/${name}`)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

test('the tree is tidy', () => {
  const texts = ['src', 'test', 'scripts', 'evals'].flatMap(textsBelow);
  expect(tidyFindings(HOUSE, texts).map(formatFinding)).toEqual([]);
});

test('the code map of src/README.md names every file', () => {
  const readme = { path: 'src/README.md', text: readFileSync(join(ROOT, 'src/README.md'), 'utf8') };
  const paths = textsBelow('src').map(({ path }) => path);
  expect(codeMapFindings(HOUSE, readme, paths).map(formatFinding)).toEqual([]);
});
