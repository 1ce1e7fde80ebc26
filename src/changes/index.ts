export type {
  Change,
  ChangedFile,
  ChangeRules,
  FileStatus,
  LineChange,
  ModelPinChange,
  ModelPinRule,
  PromptChange,
  ToolChange,
  ToolEffect,
  ToolFile,
} from './change.ts';
export type { ChangeSet } from './find.ts';
export { findChanges } from './find.ts';
export type { HeadSource } from './git.ts';
export { changedFiles, listFilesAt, mergeBase, readFileAt, resolveCommit, treeHash } from './git.ts';
export type { SideFile } from './git-files.ts';
export { repositoryRoot, sideFiles, sideText } from './git-files.ts';
export type { ToolRename, ToolRenames } from './renames.ts';
export { renamesOf } from './renames.ts';
export type { ReadTools } from './tool-file.ts';
export { readTools } from './tool-file.ts';
