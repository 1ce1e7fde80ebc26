import { advice, type Checkup, type GateJob, good, mend, orGood, placeOfJob, type SetUp } from './checkup.ts';

/** Whether the agent is kept from the keys where the gate runs. */
export function checkRunnerIsolation({ settings }: SetUp, jobs: readonly GateJob[]): readonly Checkup[] {
  if (settings === null) return [];
  const { mode, allowUnisolated } = settings.isolation;
  if (mode === 'off' || allowUnisolated)
    return [
      advice(
        'isolation',
        `${mode === 'off' ? 'isolation.mode: off' : 'isolation.allow_unisolated: true'}: the agent can read the keys`,
        'take it away',
      ),
    ];
  const faults = jobs
    .filter(({ runs }) => runs)
    .flatMap((one) => {
      const where = placeOfJob(one);
      if (/macos|windows/i.test(one.job.runsOn))
        return [
          mend(
            'isolation',
            `${where} runs on ${one.job.runsOn}: agents are isolated on Linux alone`,
            'use ubuntu-latest',
          ),
        ];
      const runs = one.job.steps.map(({ run }) => run ?? '').join('\n');
      if (!/ubuntu-/.test(one.job.runsOn) || /bubblewrap|bwrap/.test(runs)) return [];
      return [
        mend(
          'isolation',
          `${where} installs no bubblewrap: pawl refuses to hold a key there`,
          'install it, and set kernel.apparmor_restrict_unprivileged_userns=0, in a step before pawl',
        ),
      ];
    });
  return jobs.length === 0
    ? []
    : orGood(faults, 'isolation', `${mode}, with bubblewrap where GitHub's own runners are used`);
}

const CACHE = /^actions\/cache(?:\/restore)?@/;
const SAVE = /^actions\/cache\/save@/;
/** Where the Action keeps answers that nobody says where to keep. */
const DEFAULT_STORE = '.pawl/store';

/** Whether answers live on from one run to the next. */
export function checkStore({ files }: SetUp, jobs: readonly GateJob[]): readonly Checkup[] {
  const running = jobs.filter(({ runs, steps }) => runs && steps.some(({ uses }) => uses !== null));
  const faults = running.flatMap((one): readonly Checkup[] => {
    const where = placeOfJob(one);
    const store = plain(one.steps.flatMap((step) => step.with.get('store') ?? [])[0] ?? DEFAULT_STORE);
    const caches = one.job.steps.filter(({ uses }) => CACHE.test(uses ?? ''));
    if (caches.length === 0) {
      const seen = `${where} has no cache: a rerun pays again and draws new luck`;
      return [advice('store', seen, `add actions/cache with path: ${store}`)];
    }
    const paths = caches.flatMap((cache) => (cache.with.get('path') ?? '').split('\n').map(plain));
    if (!paths.includes(store))
      return [
        mend('store', `${where} keeps answers in ${store}, which no cache holds`, `add a cache with path: ${store}`),
      ];
    return [...unsaved(one), ...unchanging(one)];
  });
  const ignored = /^\/?\.pawl\/(?:store\/?)?\s*$/m.test(files.textOf('.gitignore') ?? '');
  return [
    ...(running.length === 0 ? [] : orGood(faults, 'store', 'answers live on in a cache')),
    ...(ignored
      ? []
      : [
          advice(
            'store',
            '.gitignore does not name .pawl/store/',
            'add it: answers and traffic are no part of the repository',
          ),
        ]),
  ];
}

/** A job that decides fails with each block. A shard of a matrix hands its answers on by uploads. */
function unsaved({ decides, ...one }: GateJob): readonly Checkup[] {
  const saves = one.job.steps.some(
    ({ uses, condition }) => SAVE.test(uses ?? '') && /always\(\)|failure\(\)|cancelled\(\)/.test(condition ?? ''),
  );
  if (!decides || saves) return [];
  const seen = `${placeOfJob(one)} saves no answers when it fails, as each block does: a rerun draws new luck`;
  return [
    advice('store', seen, 'use actions/cache/restore before pawl, and actions/cache/save with if: always() after'),
  ];
}

function unchanging({ job, ...one }: GateJob): readonly Checkup[] {
  const fixed = job.steps.filter(
    ({ uses, with: inputs }) =>
      /^actions\/cache(?:\/save)?@/.test(uses ?? '') &&
      !/github\.(?:run_id|sha|run_attempt)/.test(inputs.get('key') ?? ''),
  );
  const fix = `let the key end in \${{ github.run_id }}-\${{ github.run_attempt }}`;
  const seen = `${placeOfJob({ ...one, job })} caches under a key that stays the same: GitHub never writes it again`;
  return fixed.map(() => advice('store', seen, fix));
}

function plain(path: string): string {
  return path.trim().replace(/^\.\//, '').replace(/\/+$/, '');
}

/** This machine, where the gate runs by hand. */
export function checkMachine({ machine }: SetUp): readonly Checkup[] {
  const { node, git, shallow, isolation } = machine;
  return [
    Number.parseInt(node, 10) >= 24
      ? good('node', node)
      : mend('node', `${node}, and pawl needs 24`, 'install Node 24'),
    git === null ? mend('git', 'there is none on the PATH', 'install git') : good('git', git),
    ...(shallow
      ? [advice('clone', 'this clone is shallow: the merge base may be missing', 'git fetch --unshallow')]
      : []),
    'why' in isolation
      ? advice(
          'isolation here',
          `none: ${isolation.why}`,
          'install bubblewrap, or allow your own code with --allow-unisolated',
        )
      : good('isolation here', isolation.kind),
  ];
}

/** Whether GitHub waits for the job. */
export function checkRequired({ branch, workflows }: SetUp, jobs: readonly GateJob[]): readonly Checkup[] {
  const name = 'required check';
  if (branch.kind === 'unknown') return [{ name, outcome: { kind: 'unknown', why: branch.why } }];
  const deciding = jobs.filter(({ decides, job }) => decides && !job.hasMatrix);
  const names = deciding.map(({ job }) => job.name);
  const all = new Set(workflows.flatMap((one) => one.jobs.map((job) => job.name)));
  const decorations = branch.required.filter((one) => /^pawl\b/i.test(one) && !all.has(one));
  const found = decorations.map((one) =>
    mend(name, `${branch.branch} requires "${one}", which no job is called`, `require the job: ${names.join(', ')}`),
  );
  if (found.length > 0) return found;
  return names.some((one) => branch.required.includes(one))
    ? [good(name, `${branch.branch} requires ${names.filter((one) => branch.required.includes(one)).join(', ')}`)]
    : [
        mend(
          name,
          `${branch.branch} requires ${branch.required.length === 0 ? 'no check' : branch.required.join(', ')}: a block can be merged`,
          `require the job by its name in the rules of the branch: ${names.join(', ') || 'none yet'}`,
        ),
      ];
}
