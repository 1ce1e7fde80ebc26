import { cut, UserError } from '../../errors.ts';

export function wrongFormat(path: string, expected: string, received: unknown): UserError {
  const message = `expected the format "${expected}", received ${cut(JSON.stringify(received), 60)}`;
  const hint = 'the traffic store was written by another version of pawl: give --store another folder';
  return new UserError({ where: path, message, hint });
}

export function damaged(path: string, reason: string): UserError {
  const hint = 'restore the traffic store, or remove this part of it and ingest its files again';
  return new UserError({ where: path, message: `the file is damaged: ${cut(reason, 200)}`, hint });
}
