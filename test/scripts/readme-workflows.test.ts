import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { codeOf } from './readme-code.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the workflows of README.md', () => {
  test('the workflow for forks checks nothing out and may write the comment alone', () => {
    const { on, jobs } = parse(codeOf('yaml .github/workflows/pawl-fork.yml'));
    expect(on.workflow_run.workflows).toEqual([parse(codeOf('yaml .github/workflows/pawl.yml')).name]);
    expect(jobs.comment.steps).toEqual([{ uses: 'OWNER/pawl@COMMIT', with: { mode: 'publish' } }]);
    expect(jobs.comment.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
  });

  test('the workflow gives the Action only inputs that it has', () => {
    const workflow = parse(codeOf('yaml .github/workflows/pawl.yml'));
    const steps: { uses?: string; with?: object }[] = workflow.jobs.gate.steps;
    const inputs = steps.filter(({ uses }) => uses?.includes('/pawl@')).flatMap((step) => Object.keys(step.with ?? {}));
    const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
    expect(inputs).toEqual(['store']);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(inputs));
  });
});
