import { DuckDBInstance } from '@duckdb/node-api';
import { processorMs } from '../traffic/figures.ts';

export interface Counted {
  readonly seconds: number;
  /** Trajectories, successes and trajectories that made a failed call again, of all groups together. */
  readonly sums: readonly number[];
}

/**
 * The same group-bys on the same Parquet files: every group by day with its rates, quantiles and distinct users, the categories
 * of trajectories, and what the steps say. Steps are joined by id; DuckDB does not know that their order is that of the trajectories.
 */
export async function countWithDuck(store: string, withSteps: boolean): Promise<Counted> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  try {
    const startMs = processorMs();
    for (const table of ['trajectories', 'steps'])
      await connection.run(
        `create view ${table} as select * from read_parquet('${store}/traffic/${table}/*/*.parquet', hive_partitioning = true)`,
      );
    const queries = [...TRAJECTORIES, ...(withSteps ? STEPS : [])];
    const sums: number[] = [];
    for (const query of queries) {
      const counts = (await connection.runAndReadAll(query)).getColumnsJson();
      const [trajectories, successes] = [counts.at(-2) ?? [], counts.at(-1) ?? []];
      sums.push(...[trajectories, successes].map((column) => column.reduce((sum: number, n) => sum + Number(n), 0)));
    }
    return { seconds: (processorMs() - startMs) / 1000, sums };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const GROUPS = `unnest(['all'] || list_transform(list_distinct(slices), s -> 'slice ' || s)
  || list_transform(list_distinct(cohorts), s -> 'cohort ' || s)) as grp`;
const quantiles = (column: string): string =>
  `approx_quantile(${column}, [0.05, 0.25, 0.5, 0.75, 0.95]), sum(${column})`;

const TRAJECTORIES = [
  `select day, grp, count_if(tool_calls > 0), count_if(tool_errors > 0), count_if(model_calls > 0), count_if(model_errors > 0),
     ${['steps', 'input_tokens', 'output_tokens', 'duration_ms', 'cost_usd'].map(quantiles).join(', ')},
     approx_count_distinct(user_id), approx_count_distinct(conversation_id), count(passed), count(*), count_if(passed)
   from (select *, ${GROUPS} from trajectories) group by day, grp`,
  `select day, grp, model, 0, count(*) from (select day, model, ${GROUPS} from trajectories) group by day, grp, model`,
  `select day, grp, tool, 0, count(*) from (select day, grp, unnest(tools) as tool from
     (select day, json_keys(tool_counts) as tools, ${GROUPS} from trajectories)) group by day, grp, tool`,
];

const FACTS = `select trajectory_id,
    coalesce(arg_min(tool, step) filter (kind = 'tool_call'), 'none') as first_tool,
    arg_max(finish_reason, step) filter (kind = 'model_call') as finish_reason,
    bool_or(lower(finish_reason) in ('content_filter', 'refusal', 'safety')) as refused,
    list(distinct tool) filter (error is not null and kind = 'tool_call') as failed,
    list(tool || ' ' || arguments_shape_fingerprint) as arguments, list(tool || ' ' || result_shape_fingerprint) as results
  from steps group by trajectory_id`;
const AGAIN = `select distinct b.trajectory_id from steps a join steps b on a.trajectory_id = b.trajectory_id and a.tool = b.tool
    and a.arguments_fingerprint = b.arguments_fingerprint and b.step > a.step where a.error is not null`;
const JOINED = `select day, ${GROUPS}, f.*, r.trajectory_id is not null as retried
  from trajectories t join facts f on f.trajectory_id = t.id left join again r on r.trajectory_id = t.id`;

const STEPS = [
  `create temp table facts as ${FACTS}`,
  `create temp table again as ${AGAIN}`,
  `create temp table joined as ${JOINED}`,
  'select day, grp, count_if(refused), count(*), count_if(retried) from joined group by day, grp',
  'select day, grp, first_tool, 0, count(*) from joined group by day, grp, first_tool',
  'select day, grp, finish_reason, 0, count(*) from joined group by day, grp, finish_reason',
  'select day, grp, tool, 0, count(*) from (select day, grp, unnest(failed) as tool from joined) group by day, grp, tool',
  'select day, grp, shape, 0, count(*) from (select day, grp, unnest(arguments) as shape from joined) group by day, grp, shape',
  'select day, grp, shape, 0, count(*) from (select day, grp, unnest(results) as shape from joined) group by day, grp, shape',
];
