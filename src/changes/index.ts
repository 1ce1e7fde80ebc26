export type {
  Change,
  ChangedFile,
  ChangeRules,
  LineChange,
  ModelPinRule,
  ToolChange,
  ToolEffect,
} from './change.ts';
export { changedPlaces, type LineRange } from './changed-places.ts';
export { readInside } from './checkout-files.ts';
export { type Factor, factorsOf } from './factors.ts';
export type { ChangeSet } from './find.ts';
export { findChanges, withChangesBy } from './find.ts';
export type { HeadSource } from './git.ts';
export {
  changedFiles,
  isLfsPointer,
  isShallow,
  type KeptElsewhere,
  keptElsewhere,
  listFilesAt,
  mergeBase,
  namesOverLinks,
  readFileAt,
  resolveCommit,
  treeHash,
} from './git.ts';
export { type CloneFacts, cloneFacts } from './git-clone.ts';
export { fetchHistory } from './git-fetch.ts';
export { repositoryRoot, sideFiles, sideText } from './git-files.ts';
export type { AgentCommit } from './git-history.ts';
export { agentHistory, hasCommits, pathHistory } from './git-history.ts';
export { commitMixture } from './git-mixture.ts';

export { pathMatcher } from './globs.ts';
export { readPin } from './model-pin.ts';
export type { ToolRenames } from './renames.ts';
export { renamesOf } from './renames.ts';
export { assertStoreIsOurs } from './store-place.ts';
export { changedTools } from './tool-changes.ts';
export { readTools } from './tool-file.ts';
