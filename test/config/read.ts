import { defaultConfigPath, type Overrides, readSettings, type Settings } from '../../src/config/index.ts';
import { UserError } from '../../src/errors.ts';

export const MINIMAL = `version: 1
agent: {name: desk, command: node agent.mjs}
prompts: [prompts/*.md]
corpus: [corpus/*.jsonl]
`;

export function read(text: string, overrides: Overrides = []): Settings {
  return readSettings({ text, file: defaultConfigPath, overrides });
}

/** Everything that is wrong, as people see it. */
export function problems(text: string, overrides: Overrides = []): string {
  try {
    read(text, overrides);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return '';
}
