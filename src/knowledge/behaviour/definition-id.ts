/** What computed a result: equal versions give equal results for equal traffic. */
export interface DefinitionId {
  readonly name: string;
  readonly version: string;
}
