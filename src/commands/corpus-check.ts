import { readTools, sideText } from '../changes/index.ts';
import { type Case, type Present, readEntries, stalenessOf, versionOf } from '../corpus/index.ts';
import { readSideTools, toolPolicyOf } from '../gate/index.ts';
import { type CheckedEntry, renderCheck } from '../report/index.ts';
import { type CompiledSchema, compileSchema, type ToolDefinition } from '../trace/index.ts';
import { type CorpusOptions, type CorpusProject, corpusSources, keptClusters, openProject } from './corpus-project.ts';
import { textClustersOf } from './corpus-traffic.ts';
import type { Surroundings } from './surroundings.ts';

interface CorpusCheckOptions extends CorpusOptions {
  readonly json?: boolean;
}

/**
 * `pawl corpus check`: which cases are stale. Ends with 4 where some are, where lines could not be read, or where no tool is
 * defined in the files that the settings name: then no contract was held against anything.
 */
export async function corpusCheckCommand(options: CorpusCheckOptions, surroundings: Surroundings): Promise<number> {
  const project = await openProject(options, surroundings);
  const { entries, problems } = await readEntries(await corpusSources(project));
  const { tools, problems: toolProblems } = await presentTools(project);
  const present = presentOf(project, tools);
  const versions = await sliceVersions(project);
  const live = entries.filter((entry) => entry.case.status !== 'retired');
  const checked = live.map((entry): CheckedEntry => {
    const stale = stalenessOf(entry.case, present);
    return { entry, stale, redefined: redefinedSlices(entry.case, versions) };
  });
  const { knowsTools } = present;
  const check = { checked, retired: entries.length - live.length, problems, toolProblems, knowsTools };
  surroundings.print(options.json === true ? jsonText(check) : renderCheck(check));
  const isBlind = !knowsTools && project.settings.tools.files.length > 0;
  return problems.length === 0 && !isBlind && checked.every(({ stale }) => stale.length === 0) ? 0 : 4;
}

function jsonText({ checked, ...rest }: Parameters<typeof renderCheck>[0]): string {
  const cases = checked.map(({ entry, ...found }) => ({
    id: entry.case.id,
    file: entry.file,
    line: entry.line,
    ...found,
  }));
  return JSON.stringify({ v: 1, cases, ...rest }, null, 2);
}

/** As the repository on the disk defines them: in tool files, and in what MCP servers said of themselves. */
async function presentTools({ root, settings }: CorpusProject) {
  const { tools, problems } = await readSideTools(root, settings.tools.files);
  const { mcpFile } = settings;
  const text = mcpFile === null ? null : await sideText(root, { kind: 'worktree' }, mcpFile);
  if (mcpFile === null || text === null) return { tools, problems };
  const listed = readTools(text, mcpFile);
  return 'problem' in listed
    ? { tools, problems: [...problems, listed.problem] }
    : { tools: [...tools, ...listed.tools], problems };
}

function presentOf({ settings }: CorpusProject, tools: readonly ToolDefinition[]): Present {
  const schemas = new Map<string, CompiledSchema>(tools.map((tool) => [tool.name, compileSchema(tool.parameters)]));
  const { isReadOnly, onMiss } = toolPolicyOf(settings);
  return {
    faultsOf: (tool, args) => {
      const schema = schemas.get(tool);
      if (schema === undefined) return null;
      return schema.kind === 'usable' ? schema.problemsOf(args) : [];
    },
    knowsTools: tools.length > 0,
    isReadOnly,
    stopsOnMiss: (tool) => onMiss(tool).kind === 'stop',
    defaultExpectations: settings.defaultExpectations,
    commandScorers: settings.commandScorers.map(({ name }) => name),
    judges: settings.judges.map(({ name }) => name),
  };
}

/** Of the definitions as they are now; null = those of text clusters cannot be known. */
async function sliceVersions(project: CorpusProject): Promise<ReadonlySet<string> | null> {
  const clusters = textClustersOf(project);
  const model = clusters === null ? null : await keptClusters(project, clusters);
  if (clusters !== null && model === null) return null;
  return new Set(project.settings.slices.map((definition) => versionOf(definition, model)));
}

function redefinedSlices({ slices, source }: Case, versions: ReadonlySet<string> | null): readonly string[] {
  const before = source.drawn?.sliceVersions ?? {};
  return slices.filter((name) => {
    const version = before[name];
    return version !== undefined && versions !== null && !versions.has(version);
  });
}
