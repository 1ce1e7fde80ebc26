export type {
  AgentSpec,
  InProcessPolicy,
  Isolation,
  IsolationPolicy,
  McpServerSpec,
  MissPolicy,
  ProviderSpec,
  ToolPolicy,
} from './agent.ts';
export type { SideLaunch } from './child.ts';
export { openCollector } from './collector.ts';
export { Conversations, type PlacedEnd } from './conversations.ts';
export { secretsIn } from './environment.ts';
export { chooseIsolation, releaseIsolation } from './isolation.ts';
export { withLent } from './lent-answers.ts';
export { type LiveTools, toolsAt } from './live-tools.ts';
export { type SideServers, serversBeside } from './mcp/side-servers.ts';
export type { ModelBackend, ModelMode } from './model-endpoint.ts';
export { NORMALISATIONS, type Normalisation } from './normalisation.ts';
export { openProxy, type RecordingProxy } from './proxy.ts';
export type { CallMap } from './renames.ts';
export { callMapOf, unmapped } from './renames.ts';
export { storedTrialsOf } from './reservoir.ts';
export type { RanTrial, RunWatch } from './runner.ts';
export type { Session } from './session.ts';
export { openSession } from './session.ts';
export type { SessionOptions, SideOptions, SideTools } from './session-options.ts';
export { openStore } from './store.ts';
export { type GivenAnswer, parseStoredAnswer } from './stored.ts';
export type { Side, Standing, Trial, TrialEnd, TrialRequest } from './trial.ts';
export { trialSchema } from './trial-schema.ts';
export type { Turn } from './turns.ts';
export { type Uncalled, uncalledOf } from './uncalled.ts';
export { openUpstream, type Upstream } from './upstream.ts';
export { withinTime } from './within-time.ts';
