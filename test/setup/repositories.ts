import type { Files } from '../git-repository.ts';

const JSON_OBJECT = { type: 'object', properties: { order_id: { type: 'string' } }, required: ['order_id'] };
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Small repositories as people have them; their agents are never run. */
export const REPOSITORIES: Readonly<Record<string, Files>> = {
  'openai-client': {
    'README.md': '# Support desk\n',
    '.gitignore': 'node_modules\n',
    'agent/package.json': json({
      name: 'support-desk',
      scripts: { start: 'node server.mjs' },
      dependencies: { openai: '^6.0.0', express: '^5.0.0' },
    }),
    'agent/package-lock.json': json({ name: 'support-desk', lockfileVersion: 3 }),
    'agent/.nvmrc': '24\n',
    'agent/config.json': json({ model: 'gpt-4.1-mini', temperature: 0, fallback: { model: 'gpt-4.1-nano' } }),
    'agent/prompts/system.md': 'You are the support desk.\n',
    'agent/prompts/refunds/policy.md': 'Refund within 30 days.\n',
    'agent/tools/lookup_order.json': json({ name: 'lookup_order', description: 'One order.', parameters: JSON_OBJECT }),
    'agent/tools/issue_refund.json': json({
      type: 'function',
      function: { name: 'issue_refund', description: 'Pays back.', parameters: JSON_OBJECT },
    }),
    'agent/server.mjs': "import OpenAI from 'openai';\n",
    'evals/inputs.jsonl': `${JSON.stringify({ id: 'a', input: { messages: [] }, slices: ['refunds'] })}\n`,
    'test/prompts/not-a-prompt.md': 'A fixture.\n',
  },
  'python-anthropic': {
    'pyproject.toml':
      '[project]\nname = "claims-agent"\nrequires-python = ">=3.12"\ndependencies = [\n  "anthropic>=0.70",\n  "httpx",\n]\n',
    'uv.lock': 'version = 1\n',
    '.python-version': '3.13\n',
    'src/claims/agent.py': [
      'import anthropic',
      '',
      'MODEL = "claude-sonnet-4-5"',
      'SYSTEM_PROMPT = """You settle claims."""',
      'TOOLS = [{"name": "get_claim", "input_schema": {"type": "object"}}]',
      '',
    ].join('\n'),
    'src/claims/pawl_worker.py': 'import json, os\nTOOLS_URL = os.environ.get("PAWL_TOOLS_URL")\n',
    'tests/test_agent.py': 'MODEL = "claude-opus-4-1"\n',
    '.mcp.json': json({
      mcpServers: {
        claims: {
          command: 'uvx',
          args: ['claims-mcp', '--token', 'sk-ant-api03-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
          env: { CLAIMS_DB: 'x' },
        },
        issues: { url: 'https://mcp.example.com/mcp?key=secret', headers: { Authorization: 'Bearer abc' } },
      },
    }),
  },
  'ai-sdk-workspace': {
    'package.json': json({ name: 'acme', private: true, workspaces: ['packages/*'] }),
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
    'packages/web/package.json': json({ name: '@acme/web', dependencies: { next: '16.0.0' } }),
    'packages/chat/package.json': json({
      name: '@acme/chat',
      dependencies: { ai: '^6.0.0', '@ai-sdk/openai': '^3.0.0', zod: '^4.0.0' },
      devDependencies: { tsx: '^4.0.0' },
    }),
    'packages/chat/src/agent.ts': [
      "import { openai } from '@ai-sdk/openai';",
      "import { generateText, tool } from 'ai';",
      "const model = openai('gpt-5-mini');",
      'export const refund = tool({ description: "Pays back", inputSchema: z.object({}) });',
      'export const ask = () => generateText({ model, system: instructions });',
      'const instructions = `You are the shop.`;',
      '',
    ].join('\n'),
    'packages/chat/models.yaml': 'chat:\n  model: gpt-5-mini\n  judge: [{ model: o4-mini }]\n',
    'packages/triage/package.json': json({ name: '@acme/triage', dependencies: { '@openai/agents': '^0.4.0' } }),
    'promptfooconfig.yaml': 'prompts: []\n',
  },
  'nothing-known': {
    'main.go': 'package main\n',
    'README.md': '# A program\n',
  },
  'bedrock-requirements': {
    'bot/requirements.txt': 'boto3==1.40.0\nlanggraph>=1.0 # the graph\n-r other.txt\n',
    'bot/bot.py': 'MODEL = os.environ.get("MODEL", "anthropic.claude-sonnet-4-5-v1:0")\n',
    'bot/system_prompt.txt': 'You are a bot.\n',
    '.pawl/corpus/desk.jsonl.gz': Buffer.from([]),
    'bot/questions.jsonl': '{"question":"Where is it?"}\n',
  },
};

/** Names that mean something to YAML, to globs, to a terminal or to a runner. */
export const HOSTILE_FILES: Files = {
  'package.json': json({ name: 'x"\n  command: rm -rf /', dependencies: { openai: '1' } }),
  'prompts/a: b #c\n::error::x.md': 'x\n',
  'prompts [v2]/{a,b}.prompt': 'x\n',
  'prompt(1).md': 'x\n',
  'conf/\u202Emodel\u001B[31m.json': json({ 'a/b~c.d': { 'model"': 'gpt-4.1' }, model: 'gpt-4.1\n# x' }),
  'mödel.yaml': 'model: claude-sonnet-4-5\n"a.b": { model: gpt-4.1 }\n',
  'a.ts': 'const a = f({ model: \'gpt-4.1\', x: [1], y: `z` }); // (\\d)\nconst $m = "gpt-4.1-mini"\n',
};
