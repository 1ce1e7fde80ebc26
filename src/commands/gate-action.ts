import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fetchHistory } from '../changes/index.ts';
import { defaultConfigPath, type Overrides } from '../config/index.ts';
import { gate } from '../gate/index.ts';
import type { GateOptions, GateResult } from '../github/index.ts';
import { lineAnnotations, type Report, renderMarkdown, reportFiles } from '../report/index.ts';
import { dayText, defaultStore, given, runName } from './options.ts';
import { ProgressLine } from './progress.ts';

/** The gate as the Action calls it: the same program, its result ready to be published. */
export async function runGateForAction(options: GateOptions, now: Date): Promise<GateResult> {
  const progress = new ProgressLine({ warn: options.log, terminal: false });
  for (const line of await fetchHistory(options.repository, options.base, options.head)) options.log(line);
  const report = await gate(
    {
      directory: options.repository,
      base: options.base,
      head: options.head,
      configPath: options.configPath ?? defaultConfigPath,
      overrides: overridesOf(options),
      storeDirectory: resolve(options.repository, options.store ?? defaultStore),
      slices: options.slices,
      mode: options.mode,
      environment: options.environment,
      otherSecrets: options.otherSecrets,
      runName: runName('gate', now),
      log: (line) => progress.note(line),
      today: dayText(now),
      watch: progress.watch(new AbortController().signal),
    },
    () => performance.now(),
  );
  return resultOf(report);
}

function overridesOf({ trials, reportContent, providerUrls }: GateOptions): Overrides {
  return given([
    ['trials', 'input trials', trials?.toString()],
    ['report_content', 'input report-content', reportContent],
    ...Object.entries(providerUrls).map(
      ([name, url]) => ['provider_url', `input ${name}-base-url`, `${name}=${url}`] as const,
    ),
  ]);
}

function resultOf(report: Report): GateResult {
  return {
    exitCode: report.exitCode,
    verdict: report.verdict,
    title: report.title,
    blockedSlices: report.reasons.flatMap((reason) => (reason.kind === 'slice_regressed' ? [reason.slice] : [])),
    brokenCases: report.reasons.flatMap((reason) => (reason.kind === 'case_broken' ? [reason.caseId] : [])),
    providerCalls: report.run.providerCalls,
    files: reportFiles(report),
    annotations: lineAnnotations(report),
    markdown: {
      full: renderMarkdown(report, 'full'),
      short: renderMarkdown(report, 'short'),
      minimal: renderMarkdown(report, 'minimal'),
    },
  };
}
