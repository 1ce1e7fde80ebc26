import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { type IssuePlace, openIssues, planIssue } from '../github/index.ts';
import type { Incident, IncidentEvent } from '../knowledge/index.ts';
import { incidentMarkdown, incidentTitle, terminalText } from '../report/index.ts';
import type { Surroundings } from './surroundings.ts';

const MAX_CHARS = 400;
const TIMEOUT_MS = 30_000;
const ALL_MS = 300_000;
const DEFAULT_API = 'https://api.github.com';

/** One issue an incident, written anew where it says something else. Returns which issue is whose, where that was not known. */
export async function publishIncidents(
  incidents: readonly Incident[],
  today: number,
  surroundings: Surroundings,
): Promise<readonly IncidentEvent[]> {
  const place = placeIn(surroundings.environment);
  const endMs = Date.now() + ALL_MS;
  const patience = {
    sleep: async (durationMs: number): Promise<void> => sleep(durationMs),
    timeoutMs: TIMEOUT_MS,
    leftMs: () => endMs - Date.now(),
  };
  const issues = await openIssues(place, patience);
  const added: IncidentEvent[] = [];
  for (const incident of incidents) {
    if (surroundings.signal.aborted) break;
    const title = incidentTitle(incident);
    const wish = planIssue({ ...incident, title, body: incidentMarkdown(incident) });
    const { number, why } = await issues.write(wish);
    if (why !== null) surroundings.warn(`incident ${incident.id}: ${terminalText(why, MAX_CHARS)}`);
    if (number !== null && number !== incident.issue)
      added.push({ kind: 'issue', incident: incident.id, day: today, number });
  }
  return added;
}

/** As GitHub's runner says it. @throws UserError with all that is missing. */
function placeIn(environment: Surroundings['environment']): IssuePlace {
  const [owner, repo] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  const token = environment.GITHUB_TOKEN;
  if (token !== undefined && token !== '' && owner !== undefined && repo !== undefined && owner !== '' && repo !== '')
    return { token, owner, repo, apiUrl: environment.GITHUB_API_URL ?? DEFAULT_API };
  const message = 'expected GITHUB_TOKEN (with issues: write) and GITHUB_REPOSITORY (owner/name) in the environment';
  throw new UserError({
    where: '--publish',
    message,
    hint: 'in a workflow, give the step the token as GITHUB_TOKEN',
  });
}
