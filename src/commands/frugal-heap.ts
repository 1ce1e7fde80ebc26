import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Of both halves of the young generation: enough that records and rows die there. V8 grows it to four times as much. */
const YOUNG_BYTES = 32 * 1024 * 1024;
/** Half of what lives may be garbage. V8 lets it become three times as much on a machine with much memory. */
const OLD_GROWTH_PERCENT = 50;

/**
 * Keeps the heap near what lives in it. V8 takes memory because the machine has it: while much passes through and little
 * stays, most of what the process holds is garbage. Limits that end the process would be wrong: one trace may need much.
 */
export class FrugalHeap {
  #growsYoung = true;

  constructor() {
    setFlagsFromString(`--heap-growing-percent=${OLD_GROWTH_PERCENT}`);
  }

  /** Called now and then: from when the young generation is large enough it grows no more. */
  check(): void {
    if (!this.#growsYoung) return;
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    if (young === undefined || young.space_size < YOUNG_BYTES) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    this.#growsYoung = false;
  }
}
