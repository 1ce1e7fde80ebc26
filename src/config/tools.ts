import { type MissPolicy, NORMALISATIONS } from '../replay/index.ts';
import { milliseconds } from './milliseconds.ts';
import type { ToolSettings } from './settings.ts';
import type { WrittenToolRule, WrittenTools } from './written.ts';

/** Of simulators and live tools: an agent waits for them within its own time. */
const TIMEOUT_S = 10;

export function completeTools(written: WrittenTools): ToolSettings {
  return {
    files: written.files ?? [],
    readOnly: written.read_only ?? [],
    onMiss: { kind: written.on_miss ?? 'stop' },
    rules: (written.rules ?? []).map((rule) => ({
      tools: rule.tools,
      onMiss: missPolicyOf(rule),
      sets: rule.sets ?? [],
    })),
    normalisations: NORMALISATIONS.filter((name) => written.normalise?.[name] ?? true),
    inProcess: written.in_process ?? 'substitute',
  };
}

/** null = the rule leaves misses alone. The checks have seen to it that each policy has what it needs. */
function missPolicyOf({ on_miss: kind, command = '', url = '', timeout_s }: WrittenToolRule): MissPolicy | null {
  const timeoutMs = milliseconds(timeout_s ?? TIMEOUT_S);
  switch (kind) {
    case undefined:
      return null;
    case 'simulate':
      return { kind, command, timeoutMs };
    case 'live':
      return { kind, url: url.replace(/\/+$/, ''), timeoutMs };
    case 'stop':
    case 'error':
    case 'nearest':
      return { kind };
    default:
      return kind satisfies never;
  }
}
