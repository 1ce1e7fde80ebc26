import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deafness, logLines } from '../../src/github/index.ts';
import { parseCommands } from './runner.ts';

describe('text of others in the log', () => {
  it.each([
    '::set-output name=verdict::pass',
    '  \t::error::planted',
    '\u0085\u00a0::warning file=a::planted',
    'harmless so far ##[error]planted',
    'progress 10 %\r::add-mask::e',
    'first\n##[group]second',
    '::error::::error::twice',
    '##[##[error]twice',
  ])('cannot give the runner a command: %j', (text) => {
    const shown = logLines(text);
    expect(parseCommands(text).length, 'the payload must be a command before it is broken').toBeGreaterThan(0);
    expect(parseCommands(shown.join('\n'))).toEqual([]);
  });

  it('stays readable: only what would be a command changes', () => {
    expect(logLines('a :: b\nstd::vector\n::error::x\n## [x] ##[y]')).toEqual([
      'a :: b',
      'std::vector',
      ': :error::x',
      '## [x] ## [y]',
    ]);
  });

  it('paints nothing: no control character is left but tabs', () => {
    expect(logLines('\u001b[31mred\u001b[0m\ta\u0000b\u007f\u009b2Jc\u001b]0;title\u0007d')).toEqual(['red\tabcd']);
    expect(logLines(':\u0007:error::x')).toEqual([': :error::x']);
  });

  it('never holds a command, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      ']',
      'error',
      ' ',
      '\r',
      '\n',
      '\u0085',
      '\u001b',
      'stop-commands',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(parseCommands(logLines(pieces.join('')).join('\n'))).toEqual([]);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('passes unread between stop-commands and its token', () => {
    const { begin, end } = deafness('a-random-token');
    const log = [begin, '::error::inside', '##[error]inside', '::another-token::', end, '::notice::after'].join('\n');
    expect(parseCommands(log)).toEqual([{ name: 'notice', message: 'after' }]);
  });
});
