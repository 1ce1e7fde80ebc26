import { resolve } from 'node:path';
import { fetchHistory } from '../changes/index.ts';
import { defaultConfigPath, type Overrides } from '../config/index.ts';
import type { GateRequest } from '../gate/index.ts';
import type { GateOptions, GateResult } from '../github/index.ts';
import { lineAnnotations, type Report, renderMarkdown, reportFiles } from '../report/index.ts';
import { dayText, defaultStore, given, runName } from './options.ts';
import { ProgressLine } from './progress.ts';

/** What the Action asks of the gate, in the gate's words; what a shallow clone lacks is fetched. */
export async function actionRequest(
  what: string,
  options: GateOptions,
  now: Date,
): Promise<GateRequest & { readonly today: string }> {
  const progress = new ProgressLine({ warn: options.log, terminal: false });
  for (const line of await fetchHistory(options.repository, options.base, options.head)) options.log(line);
  return {
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
    runName: runName(what, now),
    log: (line) => progress.note(line),
    today: dayText(now),
    watch: progress.watch(new AbortController().signal),
  };
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

/** A report, ready to be published. */
export function resultOf(report: Report): GateResult {
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
