export { isLookedAt, MAX_LOOKED_AT_BYTES, type RepositoryFiles } from './files.ts';
export { type Proposal, type ProposedFile, propose } from './proposal.ts';
export { renderNext, renderProposal } from './render-proposal.ts';
