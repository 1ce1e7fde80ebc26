import {
  isBlock,
  isCatchClause,
  isFunctionLikeDeclaration,
  isLiteralExpression,
  isParameterDeclaration,
  isTemplateHead,
  isTemplateMiddleOrTemplateTail,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import type { Finding } from './house.ts';
import type { ParsedFile } from './parse.ts';

const MAX_FILE_LINES = 300;
const MAX_FUNCTION_LINES = 60;
/** Such as in `(?i:a)`, be it of an expression or of a text that becomes one. */
const INLINE_MODIFIERS = /\(\?(?:[ims]+(?:-[ims]*)?|-[ims]+):/;

/** Sizes and banned words. The functions of tests have no size: a suite is one long call. */
export function styleFindings(files: readonly ParsedFile[]): Finding[] {
  return files.flatMap((file) => [
    ...fileSize(file),
    ...(file.path.startsWith('test/') ? [] : functionSizes(file)),
    ...bannedWords(file),
    ...(file.path.startsWith('src/') ? inlineModifiers(file) : []),
  ]);
}

function fileSize({ path, text }: ParsedFile): Finding[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines <= MAX_FILE_LINES) return [];
  const message = `${lines} lines, at most ${MAX_FILE_LINES}: split the file by what it does`;
  return [{ path, line: 1, rule: 'file-size', message }];
}

function functionSizes(file: ParsedFile): Finding[] {
  return file.nodes.filter(isFunctionLikeDeclaration).flatMap((node) => {
    const lines = file.endLineOf(node) - file.lineOf(node) + 1;
    if (lines <= MAX_FUNCTION_LINES) return [];
    const message = `a function of ${lines} lines, at most ${MAX_FUNCTION_LINES}: give its parts names`;
    return [{ path: file.path, line: file.lineOf(node), rule: 'function-size', message }];
  });
}

/** V8 13.6 misses matches of such groups, by the text for which it first compiled the expression. */
function inlineModifiers(file: ParsedFile): Finding[] {
  const message = 'modifiers inside of an expression are banned, V8 compiles them wrongly: use a flag, or [Aa]';
  return file.nodes
    .filter((node) => isLiteralExpression(node) || isTemplateMiddleOrTemplateTail(node) || isTemplateHead(node))
    .filter(({ text }) => INLINE_MODIFIERS.test(text))
    .map((node) => ({ path: file.path, line: file.lineOf(node), rule: 'expression', message }));
}

function bannedWords(file: ParsedFile): Finding[] {
  return file.nodes.flatMap((node) => {
    const message = wordFault(node);
    return message === null ? [] : [{ path: file.path, line: file.lineOf(node), rule: 'word', message }];
  });
}

function wordFault(node: Node): string | null {
  switch (node.kind) {
    case SyntaxKind.AnyKeyword:
      return 'any is banned, use unknown and narrow it';
    case SyntaxKind.EnumDeclaration:
      return 'enum is banned, use a union of strings';
    case SyntaxKind.ModuleDeclaration:
      return 'namespace is banned, use a file';
    case SyntaxKind.NonNullExpression:
      return 'non-null ! is banned, use a check that says what is wrong';
    case SyntaxKind.ExportAssignment:
    case SyntaxKind.DefaultKeyword:
      return 'default export is banned, use a named export';
    default:
      if (isCatchClause(node) && isBlock(node.block) && node.block.statements.length === 0) {
        return 'an empty catch is banned, use a value that says what failed';
      }
      return isParameterDeclaration(node) && (node.modifiers?.length ?? 0) > 0
        ? 'a parameter property is banned, use a field'
        : null;
  }
}
