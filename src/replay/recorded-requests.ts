import { cut } from '../errors.ts';
import { packText, unpackText } from './packed-text.ts';
import type { RequestIdentity } from './request-identity.ts';
import type { Place, StoreFiles } from './store-files.ts';
import { parseStoredRequest, type StoredRequest } from './stored.ts';

export interface RecordedRequest {
  readonly requestKey: string;
  readonly semanticKey: string;
  /** The canonical request as JSON, read from the disk; null = it is spoilt, which is among the store's problems. */
  text(): string | null;
}

/** The requests that were answered, by case, each once. */
export class RecordedRequests {
  readonly #files: StoreFiles;
  readonly #byCase = new Map<string, Map<string, RecordedRequest>>();

  constructor(files: StoreFiles) {
    this.#files = files;
    files.scan('requests', (line, place) => {
      const request = parseStoredRequest(line);
      if (request !== null) this.#keep(request, place);
      return request !== null;
    });
  }

  of(caseId: string): readonly RecordedRequest[] {
    return [...(this.#byCase.get(caseId)?.values() ?? [])];
  }

  put(caseId: string, identity: RequestIdentity): void {
    if (this.#byCase.get(caseId)?.has(identity.key) === true) return;
    const keys = { caseId, requestKey: identity.key, semanticKey: identity.semanticKey() };
    this.#keep(keys, this.#files.append('requests', { ...keys, request: packText(identity.text) }));
  }

  #keep({ caseId, requestKey, semanticKey }: Omit<StoredRequest, 'request'>, place: Place): void {
    const ofCase = this.#byCase.get(caseId) ?? new Map<string, RecordedRequest>();
    ofCase.set(requestKey, { requestKey, semanticKey, text: () => this.#textAt(place) });
    this.#byCase.set(caseId, ofCase);
  }

  #textAt(place: Place): string | null {
    const { request, requestKey } = this.#files.read(place, parseStoredRequest);
    const text = unpackText(request);
    if (text === null) this.#files.problems.push(`${place.file}: request ${cut(requestKey, 64)} cannot be unpacked`);
    return text;
  }
}
