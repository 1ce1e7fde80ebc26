import { pathMatcher } from '../../changes/index.ts';
import type { JsonObject } from '../../trace/index.ts';
import { advice, type Checkup, type GateJob, mend, orGood, placeOfJob, type SetUp } from './checkup.ts';

const NEEDED_TYPES = ['opened', 'synchronize', 'reopened'];

/** Whether the gate is started whenever a required check is waited for, and only by events that are safe. */
export function checkTriggers(setUp: SetUp, jobs: readonly GateJob[]): readonly Checkup[] {
  if (jobs.length === 0)
    return [mend('workflow', 'no workflow runs pawl on pull_request or merge_group', 'add one: pawl init proposes it')];
  const workflows = [...new Set(jobs.map(({ workflow }) => workflow))];
  const has = (event: string): boolean => workflows.some(({ on }) => on.has(event));
  const found = [
    ...workflows.filter(({ on }) => on.has('pull_request_target')).map(({ file }) => unsafe(file, jobs)),
    ...(has('pull_request')
      ? []
      : [mend('pull_request', 'no gate runs on pull requests', 'add pull_request: under on:')]),
    ...workflows.flatMap(({ file, on }) =>
      ['pull_request', 'merge_group'].flatMap((event) => filterFaults(file, event, on.get(event), setUp)),
    ),
    ...(has('merge_group') ? [] : [withoutQueue(setUp)]),
  ];
  return orGood(
    found,
    'workflow',
    `${workflows.map(({ file }) => file).join(', ')} runs on every pull request and merge group`,
  );
}

function unsafe(file: string, jobs: readonly GateJob[]): Checkup {
  const takesHead = jobs.some(
    ({ workflow, job }) =>
      workflow.file === file &&
      job.steps.some(
        ({ uses, with: inputs }) => /^actions\/checkout@/.test(uses ?? '') && /head/.test(inputs.get('ref') ?? ''),
      ),
  );
  const what = takesHead
    ? 'and checks out the head: whoever opens a pull request gets its token and secrets'
    : 'which pawl refuses';
  return mend('pull_request_target', `${file} runs on pull_request_target, ${what}`, 'use on: pull_request');
}

function withoutQueue({ branch }: SetUp): Checkup {
  const seen = 'no gate runs on merge_group';
  const fix = 'add merge_group: under on:';
  return branch.kind === 'known' && branch.mergeQueue
    ? mend('merge_group', `${seen}, and ${branch.branch} has a merge queue, which waits for ever`, fix)
    : advice('merge_group', `${seen}: a merge queue would wait for ever`, fix);
}

function filterFaults(file: string, event: string, set: JsonObject | undefined, setUp: SetUp): readonly Checkup[] {
  if (set === undefined) return [];
  const keys = ['paths', 'paths-ignore', 'branches-ignore'].filter((key) => set[key] !== undefined);
  const fix = 'take the filter away: pawl decides by itself what concerns the agent, and says so with exit code 0';
  const faults = keys.map((key) =>
    mend(
      'filters',
      `${file} filters ${event} by ${key}: a required check that does not run stays pending for ever`,
      fix,
    ),
  );
  return [...faults, ...branchFaults(file, event, set, setUp), ...typeFaults(file, event, set)];
}

function branchFaults(file: string, event: string, set: JsonObject, { branch }: SetUp): readonly Checkup[] {
  const globs = [set.branches ?? []].flat().filter((one) => typeof one === 'string');
  if (set.branches === undefined) return [];
  const seen = `${file} runs on ${event} into ${globs.join(', ')} alone`;
  if (branch.kind === 'known' && !pathMatcher(globs)(branch.branch))
    return [
      mend(
        'filters',
        `${seen}, and not into ${branch.branch}: a check required there stays pending for ever`,
        'take the filter away',
      ),
    ];
  return [advice('filters', seen, 'take the filter away where other branches require the check, too')];
}

function typeFaults(file: string, event: string, set: JsonObject): readonly Checkup[] {
  if (event !== 'pull_request') return [];
  const types = [set.types ?? NEEDED_TYPES].flat();
  const missing = NEEDED_TYPES.filter((type) => !types.includes(type));
  if (missing.length === 0) return types.includes('edited') ? [] : [withoutEdits(file)];
  return [
    mend(
      'types',
      `${file} leaves out pull requests that are ${missing.join(', ')}`,
      `take types: away, or add ${missing.join(', ')}`,
    ),
  ];
}

/** By hand, or by GitHub itself where the branch that it stood on was merged. A merge queue judges it anew. */
function withoutEdits(file: string): Checkup {
  const seen = `${file} does not run when a pull request is pointed at another branch: it keeps the result of the old one`;
  return advice('types', seen, 'add types: [opened, synchronize, reopened, edited] below pull_request:');
}

/** Whether the job's own result is the verdict: a skipped job satisfies a required check. */
export function checkVerdictJobs(jobs: readonly GateJob[]): readonly Checkup[] {
  const deciding = jobs.filter(({ decides }) => decides);
  const faults = deciding.flatMap((one) => {
    const { job, steps } = one;
    const where = placeOfJob(one);
    const always = /\b(?:always|!\s*cancelled)\(\)/.test(job.condition ?? '');
    const conditions = [job.condition, ...steps.map(({ condition }) => condition)].flatMap((text) => text ?? []);
    return [
      ...conditions
        .filter((text) => !/^\s*(?:\$\{\{)?\s*(?:always\(\)|!\s*cancelled\(\))\s*(?:\}\})?\s*$/.test(text))
        .map((text) =>
          mend(
            'skipped',
            `${where} runs only if ${text}: a skipped job counts as passed`,
            'take the if: away; pawl decides inside the job',
          ),
        ),
      ...(job.needs.length > 0 && !always
        ? [
            mend(
              'skipped',
              `${where} needs ${job.needs.join(', ')}: where that fails it is skipped, which counts as passed`,
              'add if: always()',
            ),
          ]
        : []),
      ...(job.continueOnError || steps.some(({ continueOnError }) => continueOnError)
        ? [mend('exit code', `${where} has continue-on-error: a block would be green`, 'take it away')]
        : []),
      ...(job.hasTimeout
        ? []
        : [
            advice(
              'timeout',
              `${where} has no timeout-minutes: GitHub ends it after six hours`,
              'add timeout-minutes: 60',
            ),
          ]),
    ];
  });
  return deciding.length === 0
    ? []
    : orGood(faults, 'verdict', `the exit code of ${deciding.map(placeOfJob).join('; ')}`);
}
