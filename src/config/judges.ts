import type { ProviderSpec } from '../replay/index.ts';
import { isJsonObject, type JsonObject, type SchemaProblem } from '../trace/index.ts';
import type { JudgeSettings } from './settings.ts';
import type { WrittenJudge } from './written.ts';

export function completeJudge(written: WrittenJudge): JudgeSettings {
  const { name, model, rubric } = written;
  return {
    ...{ name, model, rubric },
    wire: written.wire ?? 'openai-chat',
    votes: written.votes ?? 3,
    labels: new Map(Object.entries(written.labels ?? {}).map(([caseId, label]) => [caseId, label === 'pass'])),
    provider: written.base_url === undefined ? null : providerOf(written, written.base_url),
  };
}

function providerOf({ wire, key_environment }: WrittenJudge, baseUrl: string): ProviderSpec {
  return {
    name: wire === 'anthropic-messages' ? 'anthropic' : 'openai',
    wires: [wire ?? 'openai-chat'],
    baseUrl: baseUrl.replace(/\/+$/, ''),
    keyEnvironment: key_environment ?? '',
    limits: { requestsPerMinute: null, tokensPerMinute: null },
  };
}

/** A key must not go to a provider that is not named beside it. */
export function judgeFaults({ judges }: JsonObject): readonly SchemaProblem[] {
  return (Array.isArray(judges) ? judges : []).flatMap((judge, index): readonly SchemaProblem[] => {
    if (!isJsonObject(judge) || judge.key_environment === undefined || judge.base_url !== undefined) return [];
    const message = 'expected base_url beside it, received none';
    const hint = 'without base_url the judge uses the provider of its wire, with the key that stands there';
    return [{ path: ['judges', index, 'key_environment'], key: null, message, hint }];
  });
}
