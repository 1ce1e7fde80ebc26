import type { ObservedTrajectory } from '../../trace/index.ts';
import { ContractBuilder } from '../contracts/collect.ts';
import { contractChanges } from '../contracts/find-changes.ts';
import { type ContractSummary, emptyContracts, mergedContracts } from '../contracts/summary.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { FingerprintBuilder, fingerprintEntries, type ModelAnswers, mergedModels } from '../ledger/fingerprints.ts';
import { entryOfContract } from '../ledger/of-contract.ts';

/** What tools and models were seen to answer in some of the traffic: merged with others what one pass over both would have found. */
export interface Observed {
  readonly contracts: ContractSummary;
  readonly models: ModelAnswers;
}

/** Counts what tools and models answered, trajectory after trajectory. */
export class ObservedBuilder {
  readonly #contracts = new ContractBuilder();
  readonly #models = new FingerprintBuilder();

  add(trajectory: ObservedTrajectory): void {
    this.#contracts.add(trajectory);
    this.#models.add(trajectory);
  }

  build(): Observed {
    return { contracts: this.#contracts.build(), models: this.#models.build() };
  }
}

export function nothingObserved(): Observed {
  return { contracts: emptyContracts(), models: new Map() };
}

/** Both together; neither is changed. */
export function mergedObserved(a: Observed, b: Observed): Observed {
  return { contracts: mergedContracts(a.contracts, b.contracts), models: mergedModels(a.models, b.models) };
}

/** What changed in it, as the ledger lists it. What came first is known only of all of the traffic together. */
export function entriesObserved({ contracts, models }: Observed): readonly LedgerEntry[] {
  return [...fingerprintEntries(models), ...contractChanges(contracts).map(entryOfContract)];
}
