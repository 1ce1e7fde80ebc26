export type { BranchRules, Checkup, Machine, SeenCorpus } from './doctor/checkup.ts';
export { examine } from './doctor/doctor.ts';
export { renderCheckups } from './doctor/render.ts';
export { programsOf } from './doctor/settings.ts';
export { isLookedAt, MAX_LOOKED_AT_BYTES, type RepositoryFiles } from './files.ts';
export { type ProposedFile, propose } from './proposal.ts';
export { renderNext, renderProposal } from './render-proposal.ts';
export { readWorkflows } from './workflow.ts';
