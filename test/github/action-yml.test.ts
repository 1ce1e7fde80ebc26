import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planLocal, readInputs } from '../../src/github/index.ts';
import { gateResult } from './results.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

describe('action.yml', () => {
  it('declares the inputs that are read, no more and no fewer', () => {
    const asked: string[] = [];
    readInputs((name) => {
      asked.push(name);
      return '';
    });
    expect(Object.keys(action.inputs).sort()).toEqual([...new Set(asked)].sort());
  });

  it('declares the outputs that are set', () => {
    const plan = planLocal(gateResult(), null);
    const outputs = plan.flatMap((one) => (one.kind === 'outputs' ? Object.keys(one.values) : []));
    expect(Object.keys(action.outputs).sort()).toEqual([...outputs, 'affected', 'shards'].sort());
  });

  it('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main.js' });
  });
});

describe('the workflows', () => {
  const folder = join(ROOT, '.github/workflows');

  it.each(readdirSync(folder))('%s pins every action by its full sha and starts from reading rights', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const uses = [...text.matchAll(/uses: (.+)/g)].map((match) => match[1] ?? '');
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^(?:\.\/|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/);
    expect(parse(text).permissions).toEqual({ contents: 'read' });
  });
});
