/** What lets the bundle start sooner than its sources ask for: plugins of esbuild. */
import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

/**
 * Takes modules of Node as `require` does. An `import` of one reads each of its exports, be it used or not, and some are
 * getters that load much: `node:http` then loads a whole `fetch`, 35 ms of processor time.
 */
const BUILTINS: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    const names = new Set(builtinModules.map((name) => `node:${name.replace(/^node:/, '')}`));
    onResolve({ filter: /^[a-z_:/\d]+$/ }, ({ path, kind }) => {
      const name = path.startsWith('node:') ? path : `node:${path}`;
      return kind === 'import-statement' && names.has(name) ? { path: name, namespace: 'builtin' } : undefined;
    });
    onLoad({ filter: /^/, namespace: 'builtin' }, ({ path }) => ({ contents: usedOf(path) }));
  },
};

/** What `node:http` has of `fetch`: globals as well. */
const OF_FETCH: ReadonlySet<string> = new Set(['WebSocket', 'CloseEvent', 'MessageEvent']);

/** A module with the exports of a module of Node, each of which is read only where something imports it. */
function usedOf(name: string): string {
  const isName = (key: string): boolean => /^[A-Za-z_$][\w$]*$/.test(key) && key !== 'default' && !OF_FETCH.has(key);
  const keys = Object.getOwnPropertyNames(process.getBuiltinModule(name)).filter(isName);
  return [
    `const all = /* @__PURE__ */ process.getBuiltinModule('${name}');`,
    'const exported = (key) => all[key];',
    'export default all;',
    ...keys.map((key) => `const $${key} = /* @__PURE__ */ exported('${key}');\nexport { $${key} as ${key} };`),
  ].join('\n');
}

/**
 * Of `@actions/core` what is used, and not its client for tokens, which brings an HTTP client of 800 kB. Loading its
 * modules does nothing, which its package.json does not say.
 */
const PARTS: Plugin = {
  name: 'parts',
  setup({ onResolve, resolve }) {
    const ofPackage = /^@actions\/core$/;
    const inPackage = /[\\/]node_modules[\\/]@actions[\\/]core[\\/]/;
    onResolve({ filter: /^/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === PARTS || !(ofPackage.test(path) || inPackage.test(importer))) return undefined;
      return { ...(await resolve(path, { importer, resolveDir, kind, pluginData: PARTS })), sideEffects: false };
    });
  },
};

/** Of what the artifact client brings along, 1.2 MB: by name, what stands in its place. */
const INSTEAD: Readonly<Record<string, string>> = {
  // A copy of Node's streams, for other platforms, three times.
  'readable-stream': "module.exports = process.getBuiltinModule('node:stream');",
  // We take archives as they come and unpack them ourselves.
  'unzip-stream': "exports.Extract = () => { throw new Error('archives are not unpacked here'); };",
};

const LEFT_OUT: Plugin = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(INSTEAD).join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'instead',
    }));
    onLoad({ filter: /^/, namespace: 'instead' }, ({ path }) => ({ contents: INSTEAD[path] ?? '' }));
  },
};

export const QUICK_START: readonly Plugin[] = [BUILTINS, PARTS, LEFT_OUT];
