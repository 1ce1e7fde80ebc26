import { describe } from 'vitest';
import { BRANCH_EVENTS } from './branch-scenarios.ts';
import { playAll } from './scenario-runs.ts';

describe('an event of a branch', () => playAll(BRANCH_EVENTS));
