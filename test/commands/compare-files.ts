import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { type CompareCommandOptions, compareCommand } from '../../src/commands/compare.ts';
import { parseReport, type Report } from '../../src/report/index.ts';

export interface Compared {
  readonly exitCode: number;
  readonly printed: string;
  /** Read back from the JSON that was written, so it met its schema. */
  readonly report: Report;
}

/** A folder with result files, and `pawl compare` in it. */
export class ResultFolder {
  readonly directory = mkdtempSync(join(tmpdir(), 'pawl-compare-'));

  write(name: string, content: string | Uint8Array): string {
    mkdirSync(join(this.directory, dirname(name)), { recursive: true });
    writeFileSync(join(this.directory, name), content);
    return name;
  }

  folder(name: string): string {
    mkdirSync(join(this.directory, name));
    return name;
  }

  async compare(base: string, head: string, options: Partial<CompareCommandOptions> = {}): Promise<Compared> {
    const printed: string[] = [];
    const exitCode = await compareCommand(
      base,
      head,
      { gateOn: 'unit', json: 'report.json', ...options },
      {
        directory: this.directory,
        stdin: () => Readable.from([]),
        environment: {},
        print: (text) => printed.push(text),
        warn: (text) => printed.push(text),
        terminal: false,
        alone: false,
        width: 120,
        color: false,
        now: new Date(0),
        signal: new AbortController().signal,
      },
    );
    const report = parseReport(readFileSync(join(this.directory, 'report.json'), 'utf8'));
    return { exitCode, printed: printed.join('\n'), report };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true });
  }
}
