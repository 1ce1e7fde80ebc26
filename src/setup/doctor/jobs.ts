import type { Step } from '../workflow.ts';
import { advice, type Checkup, type GateJob, mend, orGood, placeOfJob, type SetUp } from './checkup.ts';

const WRITES_PUBLICATIONS = ['pull-requests', 'checks'];

/** What the jobs' tokens may do. */
export function checkPermissions(jobs: readonly GateJob[]): readonly Checkup[] {
  const faults = jobs.flatMap((one) => {
    const where = placeOfJob(one);
    const permissions = one.job.permissions ?? one.workflow.permissions;
    if (permissions === null)
      return [
        mend(
          'permissions',
          `${where} names no permissions: its token may do what the repository's default says`,
          'add permissions: contents: read',
        ),
      ];
    if (permissions.get('*') === 'write')
      return [mend('permissions', `${where} has a token that may write everything`, 'name single permissions')];
    return [...excess(one, where, permissions), ...lacking(one, where, permissions)];
  });
  return jobs.length === 0 ? [] : orGood(faults, 'permissions', 'no more and no less than the gate needs');
}

/** The job that runs the pull request's code must not be able to write anything that matters. */
function excess(
  { runs, decides }: GateJob,
  where: string,
  permissions: ReadonlyMap<string, string>,
): readonly Checkup[] {
  const writes = [...permissions].filter(([, level]) => level === 'write').map(([scope]) => scope);
  const allowed = decides ? WRITES_PUBLICATIONS : [];
  const more = writes.filter((scope) => !allowed.includes(scope));
  if (more.length === 0) return [];
  const code = runs ? ', and it runs the code of the pull request' : '';
  return [
    mend(
      'write token',
      `${where} may write ${more.join(', ')}${code}`,
      `take ${more.map((scope) => `${scope}: write`).join(', ')} away`,
    ),
  ];
}

function lacking(
  { decides, steps }: GateJob,
  where: string,
  permissions: ReadonlyMap<string, string>,
): readonly Checkup[] {
  const readsAll = permissions.get('*') === 'read';
  const reads = readsAll || ['read', 'write'].includes(permissions.get('contents') ?? '');
  const wanted = (input: string): boolean =>
    steps.some((step) => step.uses !== null && step.with.get(input) !== 'false');
  const missing = [
    ...(wanted('comment') && permissions.get('pull-requests') !== 'write'
      ? ['pull-requests: write for the comment']
      : []),
    ...(wanted('check') && permissions.get('checks') !== 'write' ? ['checks: write for remarks beside lines'] : []),
  ];
  return [
    ...(reads ? [] : [mend('permissions', `${where} may not read the repository`, 'add contents: read')]),
    ...(decides && missing.length > 0
      ? [
          advice(
            'permissions',
            `${where} lacks ${missing.join(', ')}`,
            'add them, or set comment: false and check: false; the step summary has the report',
          ),
        ]
      : []),
  ];
}

const CHECKOUT = /^actions\/checkout@/;

/** How the repository gets onto the runner. */
export function checkCheckouts(jobs: readonly GateJob[]): readonly Checkup[] {
  const faults = jobs.flatMap((one) => {
    const where = placeOfJob(one);
    const checkouts = one.job.steps.filter(({ uses }) => CHECKOUT.test(uses ?? ''));
    if (checkouts.length === 0)
      return [mend('checkout', `${where} checks nothing out`, 'add actions/checkout with fetch-depth: 0')];
    return checkouts.flatMap(({ with: inputs }) => [
      ...(inputs.get('persist-credentials') === 'false'
        ? []
        : [
            mend(
              'checkout',
              `${where} leaves its token on the disk, where the agent can read it`,
              'add persist-credentials: false',
            ),
          ]),
      ...(inputs.get('fetch-depth') === '0'
        ? []
        : [
            mend(
              'checkout',
              `${where} clones shallow: the merge base may be missing, and without credentials nothing more can be fetched`,
              'add fetch-depth: 0',
            ),
          ]),
    ]);
  });
  return jobs.length === 0 ? [] : orGood(faults, 'checkout', 'whole history, no token on the disk');
}

const FULL_HASH = /@[0-9a-f]{40}$/;

/** A tag can be moved to other code, which then sees what the job sees. */
export function checkActions(jobs: readonly GateJob[]): readonly Checkup[] {
  const used = jobs
    .flatMap(({ job }) => [job.uses, ...job.steps.map(({ uses }) => uses)])
    .flatMap((uses) => uses ?? []);
  const loose = [...new Set(used)].filter(
    (uses) => !/^(?:\.\/|docker:\/\/.*@sha256:)/.test(uses) && !FULL_HASH.test(uses),
  );
  const found = loose.map((uses) => {
    const fix = 'pin it by the full hash of a commit, with the version in a comment';
    return /^(?:actions|github)\//.test(uses)
      ? advice('pinned actions', `${uses} can be moved to other code`, fix)
      : mend('pinned actions', `${uses} can be moved to other code, which would see the keys`, fix);
  });
  return jobs.length === 0 ? [] : orGood(found, 'pinned actions', `${new Set(used).size} by full hashes`);
}

/** Whether the keys are handed to pawl, and to nothing else. */
export function checkKeys({ settings }: SetUp, jobs: readonly GateJob[]): readonly Checkup[] {
  if (settings === null) return [];
  const known = [...settings.providers, ...settings.judges.flatMap(({ provider }) => provider ?? [])]
    .filter(({ baseUrl }) => !/^https?:\/\/(?:localhost|127\.|\[::1\])/.test(baseUrl))
    .map(({ keyEnvironment }) => keyEnvironment);
  const replaying = jobs.filter(({ runs, steps }) => runs && !steps.some(hasOwnProvider));
  const faults = replaying.flatMap((one) => {
    const { workflow, job, steps } = one;
    const where = placeOfJob(one);
    const wide = new Map([...workflow.env, ...job.env]);
    const own = new Map(steps.flatMap(({ env }) => [...env]));
    const given = known.filter((name) => wide.has(name) || own.has(name));
    const literal = given.filter((name) => !/^\s*\$\{\{.*\}\}\s*$/.test(own.get(name) ?? wide.get(name) ?? ''));
    return [
      ...(given.length === 0
        ? [
            mend(
              'keys',
              `${where} hands pawl none of ${[...new Set(known)].join(', ')}`,
              `add it under env: of the step, from secrets`,
            ),
          ]
        : []),
      ...literal.map((name) =>
        mend('keys', `${where} has ${name} written out`, `keep it as a secret: \${{ secrets.${name} }}`),
      ),
      ...known
        .filter((name) => wide.has(name))
        .map((name) =>
          advice('keys', `${where} shows ${name} to every step`, 'move it to env: of the step that is pawl'),
        ),
    ];
  });
  return replaying.length === 0 ? [] : orGood(faults, 'keys', 'handed to the step that is pawl alone');
}

/** A server that is named in the workflow has its own ways to know who asks. */
function hasOwnProvider(step: Step): boolean {
  return ['openai-base-url', 'anthropic-base-url'].some((input) => step.with.has(input));
}
