import { registerHooks } from 'node:module';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

// It imports JSON as bundlers allow it and Node does not.
const hooks = registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    return specifier.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found;
  },
});
const { validate } = await import('@actions/languageservice');
hooks.deregister();

let count = 0;

/**
 * What GitHub's own rules say against a workflow or an `action.yml`, a line each. `ownAction` is the text of the action.yml
 * that `uses: ./` and every `uses: .../pawl@...` mean; inputs of other actions are not judged. Each text gets an address of its own,
 * because results are kept by it; for an action its last part is `action.yml`.
 */
export async function githubFaults(path: string, text: string, ownAction: string): Promise<readonly string[]> {
  const { name, description, inputs, outputs } = parse(ownAction);
  count += 1;
  const uses = text.replaceAll(/uses: \.\/$/gm, 'uses: own/pawl@main');
  const faults = await validate(TextDocument.create(`file:///${count}/${path}`, 'yaml', 1, uses), {
    actionsMetadataProvider: {
      fetchActionMetadata: async (action) =>
        action.name === 'pawl' ? { name, description, inputs, outputs } : undefined,
    },
  });
  const said = faults.map(({ range, message }) => `${path}:${range.start.line + 1}: ${JSON.stringify(message)}`);
  return said.filter((line) => !line.includes('"Unable to resolve action'));
}
