/** Compiles our own schemas when the program is built: a plugin of esbuild. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import standalone from 'ajv/dist/standalone/index.js';
import { type Plugin, transform } from 'esbuild';
import { compilerOf } from '../src/trace/schema-problems.ts';

/** Those that a gate's way to its first trial leads past. Of the others, compiling costs less than their code to all commands. */
const ON_THE_WAY: readonly string[] = ['pawl', 'case', 'expectation', 'accepted'].map(
  (name) => `${name}.v1.schema.json`,
);

interface Schema {
  readonly $id: string;
}

/** `src/trace/compiled-ahead.ts` with the checks in it. */
export const COMPILED_SCHEMAS: Plugin = {
  name: 'compiled-schemas',
  setup({ onResolve, onLoad, initialOptions }) {
    const root = initialOptions.absWorkingDir ?? '.';
    onResolve({ filter: /^compiled:/ }, ({ path }) => ({
      path: path.slice('compiled:'.length),
      namespace: 'compiled',
    }));
    onLoad({ filter: /[\\/]trace[\\/]compiled-ahead\.ts$/ }, () => {
      const entries = ON_THE_WAY.map((id) => `['${id}', () => require('compiled:${id}')]`);
      return {
        contents: `export const COMPILED_AHEAD = new Map([${entries.join(', ')}]);`,
        loader: 'js',
        resolveDir: root,
      };
    });
    onLoad({ filter: /^/, namespace: 'compiled' }, async ({ path }) => ({
      contents: await codeOf(path, await schemasIn(join(root, 'schema'))),
      resolveDir: root,
    }));
  },
};

async function schemasIn(folder: string): Promise<readonly Schema[]> {
  const names = await readdir(folder);
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
}

/** A CommonJS module that is the check. Nobody reads it: without names and spaces it loads in half the time. */
async function codeOf(id: string, schemas: readonly Schema[]): Promise<string> {
  const ajv = compilerOf(schemas, true);
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new Error(`schema/ has no ${id}`);
  const { code } = await transform(standalone.default(ajv, validate), { minify: true });
  return code;
}
