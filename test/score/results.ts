import { type Condition, type Fields, parseResults, selectResults } from '../../src/score/index.ts';

export interface How {
  readonly where?: readonly string[];
  readonly fields?: Partial<Fields>;
  readonly format?: string;
}

export function select(text: string, { where = [], fields = {}, format }: How = {}) {
  const conditions = where.map((written): Condition => {
    const [key = '', value = ''] = written.split('=');
    return { key, value, where: '--where' };
  });
  const parsed = parseResults([{ file: 'results', text }], format ?? null);
  return { format: parsed.format.name, ...selectResults(parsed, { conditions, fields }, 'results') };
}

/** `case trial pass|fail|undetermined` */
export const short = (text: string, how: How = {}): string[] =>
  select(text, how).rows.map(({ caseId, trial, outcome }) => `${caseId} ${trial} ${outcome.kind}`);

export const lines = (...objects: readonly object[]): string => objects.map((one) => JSON.stringify(one)).join('\n');
