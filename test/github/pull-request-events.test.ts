import { describe } from 'vitest';
import { PULL_REQUEST_EVENTS } from './event-scenarios.ts';
import { playAll } from './scenario-runs.ts';

describe('an event of a pull request', () => playAll(PULL_REQUEST_EVENTS));
