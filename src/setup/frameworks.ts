export type ProviderName = 'openai' | 'anthropic';

/** A library that an agent asks models with, by the package that is depended on. */
export interface Framework {
  readonly language: 'node' | 'python';
  readonly package: string;
  readonly name: string;
  /** Whose API it speaks; null = more than one, and the models tell. */
  readonly provider: ProviderName | null;
  /** false = its requests are in a form that pawl does not speak. */
  readonly spoken: boolean;
}

type Row = readonly [package_: string, name: string, provider: ProviderName | null, spoken?: false];

const NODE: readonly Row[] = [
  ['openai', 'the OpenAI client', 'openai'],
  ['@anthropic-ai/sdk', 'the Anthropic client', 'anthropic'],
  ['ai', 'the AI SDK', null],
  ['@ai-sdk/openai', 'the AI SDK for OpenAI', 'openai'],
  ['@ai-sdk/anthropic', 'the AI SDK for Anthropic', 'anthropic'],
  ['@openai/agents', 'the OpenAI Agents SDK', 'openai'],
  ['@langchain/langgraph', 'LangGraph', null],
  ['@langchain/openai', 'LangChain for OpenAI', 'openai'],
  ['@langchain/anthropic', 'LangChain for Anthropic', 'anthropic'],
  ['@anthropic-ai/claude-agent-sdk', 'the Claude Agent SDK', 'anthropic'],
  ['@google/genai', 'the Gemini client', null, false],
  ['@aws-sdk/client-bedrock-runtime', 'the Bedrock client', null, false],
];

const PYTHON: readonly Row[] = [
  ['openai', 'the OpenAI client', 'openai'],
  ['anthropic', 'the Anthropic client', 'anthropic'],
  ['openai-agents', 'the OpenAI Agents SDK', 'openai'],
  ['langgraph', 'LangGraph', null],
  ['langchain-openai', 'LangChain for OpenAI', 'openai'],
  ['langchain-anthropic', 'LangChain for Anthropic', 'anthropic'],
  ['claude-agent-sdk', 'the Claude Agent SDK', 'anthropic'],
  ['pydantic-ai', 'Pydantic AI', null],
  ['litellm', 'LiteLLM', null],
  ['google-genai', 'the Gemini client', null, false],
  ['boto3', 'the AWS client', null, false],
];

const rowsOf = (language: Framework['language'], rows: readonly Row[]): readonly Framework[] =>
  rows.map(([package_, name, provider, spoken = true]) => ({ language, package: package_, name, provider, spoken }));

export const FRAMEWORKS: readonly Framework[] = [...rowsOf('node', NODE), ...rowsOf('python', PYTHON)];
