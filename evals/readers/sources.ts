import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the recorded data of others lies, beside the repository. */
export const DATA = join(import.meta.dirname, '../../../shared/data');

/** A kind of file: how a plain jq reads it, one line a run. */
export interface Source {
  readonly format: string;
  readonly files: () => readonly string[];
  readonly jq: string;
}

/** A tool's text that is a JSON object or list reads as such; all else stays text. */
const READ = 'def read: . as $c | try (fromjson | if type == "object" or type == "array" then . else $c end) catch $c;';

/** Of each run: outcomes, model calls, tool calls as asked for, and those that came back: [name, arguments, result, failed]. */
export const SOURCES: readonly Source[] = [
  {
    format: 'agentdojo',
    files: () => [
      ...readdirSync(join(DATA, 'agentdojo/runs')).map((name) => `agentdojo/runs/${name}`),
      'agentdojo/reruns.jsonl.gz',
    ],
    jq: `${READ} {
      outcomes: ([["utility", .utility, (if .error then null else .utility end)]]
        + (if .attack_type then [["security", .security, (if .error then null else (.security | not) end)]] else [] end)
        + (if .error then [["status", "error", null]] else [] end)),
      models: ([.messages[] | select(.role == "assistant")] | length),
      calls: [.messages[] | select(.role == "assistant") | .tool_calls // [] | .[] | [.function, .args]],
      results: [.messages[] | select(.role == "tool")
        | [.tool_call.function, .tool_call.args, (.error // (.content | read)), .error != null]]
    }`,
  },
  {
    format: 'tau-bench',
    files: () => [
      'tau-bench/historical_trajectories/gpt-4o-airline.json.gz',
      'tau-bench/pull-request/tool-calling-grok-3_retail_user-grok-3.json.gz',
      'agentrx/data/tau_retail/tau_dataset_full.json.gz',
    ],
    jq: `${READ} .[] | .info.reward_info.components.base_success as $base
      | {
      outcomes: (if $base != null then [["base_success", $base, $base == 1], ["reward", .reward, null]]
        else [["reward", .reward, .reward == 1]] end),
      models: ([.traj[] | select(.role == "assistant")] | length),
      calls: [.traj[] | select(.role == "assistant") | .tool_calls // [] | .[].function | [.name, (.arguments | fromjson)]],
      results: [.traj as $traj | range(1; $traj | length) | select($traj[.].role == "tool") | . as $at | $traj[$at]
        | [.name, ($traj[$at - 1].tool_calls[0].function.arguments | fromjson), (.content | read),
          (.content | startswith("Error: "))]]
    }`,
  },
  {
    format: 'tau2',
    files: () => {
      const folder = 'tau2-bench/gym_model_training';
      return readdirSync(join(DATA, folder)).map((name) => `${folder}/${name}`);
    },
    jq: `${READ} .simulations[]
      | (reduce (.messages[] | .tool_calls // [] | .[]) as $call ({}; .[$call.id] = $call)) as $asked
      | {
      outcomes: [["reward", .reward_info.reward, .reward_info.reward == 1]],
      models: ([.messages[1:][] | select(.role == "assistant")] | length),
      calls: [.messages[] | .tool_calls // [] | .[] | [.name, .arguments]],
      results: [.messages[] | select(.role == "tool")
        | [$asked[.id].name, $asked[.id].arguments, (.content | read), .error]]
    }`,
  },
];
