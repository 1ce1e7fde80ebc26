import type { LedgerCommit, LedgerEntry } from '../knowledge/index.ts';
import { terminalText } from './escape.ts';
import { count } from './format.ts';
import { momentText } from './moment.ts';

const MAX_SHOWN = 200;
const MAX_WHAT_CHARS = 300;
const MAX_NAME_CHARS = 60;

const COLUMNS = [
  ...[
    'at',
    'kind',
    'name',
    'from',
    'to',
    'what',
    'decides',
    'commit',
    'author',
    'pull_request',
    'subject',
    'trajectory',
    'id',
  ],
] as const;

/** For a terminal: an entry a paragraph, the newest last. */
export function renderLedger(entries: readonly LedgerEntry[]): string {
  const shown = entries.slice(-MAX_SHOWN);
  const left = entries.length - shown.length;
  return [
    `${count(entries.length, 'entry', 'entries')} in the ledger`,
    ...(left > 0 ? [`(${count(left, 'earlier one')} not shown, all with --json or --csv)`] : []),
    ...shown.flatMap((entry) => ['', ...entryLines(entry)]),
  ].join('\n');
}

/** One line of what names an entry, wherever it is referred to. */
export function entryTitle({ kind, what, commit }: LedgerEntry): string {
  return `${commit === null ? '' : `${commitText(commit)}: `}${kind.replaceAll('_', ' ')}, ${terminalText(what, MAX_WHAT_CHARS)}`;
}

function commitText({ sha, subject, author, pullRequest }: LedgerCommit): string {
  const number = pullRequest === null ? '' : `, #${pullRequest}`;
  return `${sha.slice(0, 10)} ${terminalText(subject, MAX_NAME_CHARS)} (${terminalText(author, MAX_NAME_CHARS)}${number})`;
}

function entryLines(entry: LedgerEntry): string[] {
  const { atUs, kind, what, decides, commit, trajectoryId } = entry;
  const by =
    commit === null
      ? `seen in traffic, first in ${terminalText(trajectoryId ?? 'an unknown run', 2 * MAX_NAME_CHARS)}`
      : commitText(commit);
  return [
    `${momentText(atUs)}  ${kind.replaceAll('_', ' ')}`,
    `  ${terminalText(what, MAX_WHAT_CHARS)}`,
    ...(decides === null ? [] : [`  decides ${terminalText(decides, MAX_WHAT_CHARS)}`]),
    `  ${by}`,
  ];
}

/** As RFC 4180 has it, with a line of names. Cells that a spreadsheet would run as formulas begin with an apostrophe. */
export function ledgerCsv(entries: readonly LedgerEntry[]): string {
  const rows = entries.map(({ id, kind, atUs, name, from, to, what, decides, commit, trajectoryId }) => [
    ...[momentText(atUs), kind, name, from, to, what, decides, commit?.sha, commit?.author],
    ...[commit?.pullRequest?.toString(), commit?.subject, trajectoryId, id],
  ]);
  return [[...COLUMNS], ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n');
}

function csvCell(value: string | null | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
  const plain = (value ?? '').replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Cf}]/gu, '');
  const text = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
