export type {
  AgentSpec,
  InProcessPolicy,
  Isolation,
  IsolationPolicy,
  MissPolicy,
  ProviderSpec,
  ToolEffectRules,
} from './agent.ts';
export { secretsIn } from './environment.ts';
export { chooseIsolation } from './isolation.ts';
export type { ModelBackend, ModelMode } from './model-endpoint.ts';
export type { CallMap } from './renames.ts';
export { callMapOf, unmapped } from './renames.ts';
export type { RanTrial, Session, SessionOptions, SideOptions, SideTools } from './session.ts';
export { openSession } from './session.ts';
export type { SideLaunch } from './side.ts';
export { openStore } from './store.ts';
export type { LiveTools } from './tool-endpoint.ts';
export type { Side, Standing, Trial, TrialEnd, TrialRequest } from './trial.ts';
export { openUpstream } from './upstream.ts';
