import {
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isStringLiteral,
  type Node,
  type SourceFile as Syntax,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

/** A file as the rules see it. `path` is relative to the repository's root. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface ParsedFile extends SourceText {
  readonly imports: readonly Import[];
  /** Every node of the syntax tree, in the order of the text. */
  readonly nodes: readonly Node[];
  /** Line of a node, counted from 1. */
  readonly lineOf: (node: Node) => number;
  readonly endLineOf: (node: Node) => number;
}

export interface Import {
  readonly line: number;
  /** As written, such as `../trace/index.ts` or `node:fs`. */
  readonly specifier: string;
  /** Gone at run time: `import type`, `export type ... from`, `import('...').T`. */
  readonly typesOnly: boolean;
  readonly kind: 'import' | 'export' | 'dynamic';
}

/** Parses with TypeScript's own parser, in memory: what the rules see is what the compiler sees. */
export function parseFiles(files: readonly SourceText[]): ParsedFile[] {
  const root = '/tree';
  const compilerOptions = { noLib: true, noResolve: true, types: [], allowImportingTsExtensions: true, noEmit: true };
  const config = JSON.stringify({ compilerOptions, files: files.map(({ path }) => path) });
  const contents = Object.fromEntries(files.map(({ path, text }) => [`${root}/${path}`, text]));
  const api = new API({
    cwd: root,
    fs: createVirtualFileSystem({ ...contents, [`${root}/tsconfig.json`]: config }),
  });
  try {
    const snapshot = api.updateSnapshot({ openProjects: [`${root}/tsconfig.json`] });
    const program = snapshot.getProjects()[0]?.program;
    return files.map((file) => {
      const syntax = program?.getSourceFile(`${root}/${file.path}`);
      if (syntax === undefined) throw new Error(`the parser did not take ${file.path}`);
      return parsedFile(file, syntax);
    });
  } finally {
    api.close();
  }
}

function parsedFile(file: SourceText, syntax: Syntax): ParsedFile {
  const lineAt = (position: number) => syntax.getLineAndCharacterOfPosition(position).line + 1;
  const lineOf = (node: Node) => lineAt(node.getStart(syntax));
  const endLineOf = (node: Node) => lineAt(node.end);
  const nodes = descendants(syntax);
  const imports = nodes.flatMap((node) => importsOf(node).map((found) => ({ ...found, line: lineOf(node) })));
  return { ...file, imports, nodes, lineOf, endLineOf };
}

function descendants(node: Node): Node[] {
  const found: Node[] = [];
  const visit = (child: Node): void => {
    found.push(child);
    child.forEachChild(visit);
  };
  node.forEachChild(visit);
  return found;
}

function importsOf(node: Node): Omit<Import, 'line'>[] {
  if (isImportDeclaration(node)) {
    const typesOnly = node.importClause?.phaseModifier === SyntaxKind.TypeKeyword;
    return [{ kind: 'import', specifier: stringOf(node.moduleSpecifier), typesOnly }];
  }
  if (isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return [{ kind: 'export', specifier: stringOf(node.moduleSpecifier), typesOnly: node.isTypeOnly }];
  }
  if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
    return [{ kind: 'dynamic', specifier: stringOf(node.arguments[0]), typesOnly: false }];
  }
  if (isImportTypeNode(node) && isLiteralTypeNode(node.argument)) {
    return [{ kind: 'import', specifier: stringOf(node.argument.literal), typesOnly: true }];
  }
  return [];
}

/** A module name that is computed cannot be checked: it becomes a name that no rule allows. */
function stringOf(node: Node | undefined): string {
  return node !== undefined && isStringLiteral(node) ? node.text : '<computed>';
}
