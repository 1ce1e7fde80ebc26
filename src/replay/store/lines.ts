import type { JsonObject } from '../../trace/index.ts';
import type { Answer } from '../answer.ts';
import {
  parseStoredAnswer,
  parseStoredRequest,
  parseStoredTrial,
  type StoredRequest,
  type StoredTrial,
} from '../stored.ts';
import { answerEntry, type EntryKey, requestEntry, type Section, trialEntry } from './layout.ts';

/** A line of a journal: something that is kept, or how far a model call has come. */
type JournalLine =
  | { readonly kind: 'entry'; readonly section: Section; readonly key: EntryKey }
  /** The provider is about to be asked for this answer. */
  | { readonly kind: 'asking'; readonly key: EntryKey }
  /** It gave none. */
  | { readonly kind: 'unanswered'; readonly key: EntryKey };

export function answerLine(keyText: string, answer: Answer): object {
  return { kind: 'answer', key: keyText, ...answer };
}

export function requestLine(request: StoredRequest): object {
  return { kind: 'request', ...request };
}

export function trialLine(trial: StoredTrial): object {
  return { kind: 'trial', ...trial };
}

/** What a line is, checked whole: what is packed is never in doubt. null = not understood. */
export function lineOf(line: JsonObject): JournalLine | null {
  switch (line.kind) {
    case 'answer':
      if (typeof line.key !== 'string' || parseStoredAnswer(line) === null) return null;
      return { kind: 'entry', section: 'answers', key: answerEntry(line.key) };
    case 'request': {
      const request = parseStoredRequest(line);
      if (request === null) return null;
      return { kind: 'entry', section: 'requests', key: requestEntry(request.caseId, request.requestKey) };
    }
    case 'trial': {
      const trial = parseStoredTrial(line);
      if (trial === null) return null;
      return { kind: 'entry', section: 'reservoir', key: trialEntry(identityOf(trial)) };
    }
    case 'asking':
    case 'unanswered':
      return typeof line.key === 'string' ? { kind: line.kind, key: line.key } : null;
    default:
      return null;
  }
}

export function identityOf({ agentHash, caseHash, trial }: StoredTrial) {
  return { agentHash, caseHash, caseId: trial.caseId, number: trial.number };
}
