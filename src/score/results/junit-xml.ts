import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { cut } from '../../errors.ts';
import type { XmlFault } from './result.ts';

/** A testcase as its file tells it; how it went is told by the elements inside. */
export interface TestCase {
  readonly line: number;
  /** Names of the suites around it, outermost first. */
  readonly suites: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** As `property.NAME`. */
  readonly properties: Readonly<Record<string, string>>;
  /** Names of the elements inside, such as `failure`, each with its message. */
  readonly marks: readonly { readonly name: string; readonly message: string }[];
}

type JUnitXml = { readonly kind: 'cases'; readonly cases: readonly TestCase[] } | XmlFault;

const MAX_DEPTH = 100;
const MAX_TEXT = 2000;

/** Elements that say how a testcase went; others (its output) are passed over. */
const MARKS = ['failure', 'error', 'skipped', 'rerunFailure', 'rerunError', 'flakyFailure', 'flakyError'];

class Fault extends Error {}

/** The name of the outermost element; undefined where the text is no XML up to there. */
export function xmlRoot(text: string): string | undefined {
  const parser = new SaxesParser();
  let root: string | undefined;
  parser.on('error', (error) => {
    throw new Fault(error.message);
  });
  parser.on('opentagstart', ({ name }) => {
    root = name;
    throw new Fault('known');
  });
  runParser(parser, text);
  return root;
}

/**
 * The testcases of a JUnit XML document. Entities other than XML's own five are not resolved, whatever a DOCTYPE declares,
 * and nothing outside of the text is read. What is not well-formed is a fault with its place; lines count from 1.
 */
export function parseJUnit(text: string): JUnitXml {
  const parser = new SaxesParser();
  const reading = new Reading();
  parser.on('error', (error) => {
    throw new Fault(error.message);
  });
  parser.on('opentag', (tag) => reading.open(tag, parser.line));
  parser.on('text', (piece) => reading.text(piece));
  parser.on('cdata', (piece) => reading.text(piece));
  parser.on('closetag', ({ name }) => reading.close(name));
  const reason = runParser(parser, text);
  if (reason === null) return { kind: 'cases', cases: reading.cases };
  // The parser's own message begins with its place.
  return { kind: 'fault', line: parser.line, column: parser.column + 1, reason: reason.replace(/^\d+:\d+: /, '') };
}

/** null = the text is well-formed. */
function runParser(parser: SaxesParser, text: string): string | null {
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    if (error instanceof Fault) return cut(error.message, 200);
    throw error;
  }
}

interface OpenCase {
  readonly line: number;
  readonly depth: number;
  readonly attributes: Record<string, string>;
  readonly properties: Record<string, string>;
  readonly marks: { name: string; message: string }[];
}

class Reading {
  readonly cases: TestCase[] = [];
  readonly #suites: string[] = [];
  #depth = 0;
  #case: OpenCase | null = null;
  /** The mark whose text is being read; it has no message of its own. */
  #mark: { name: string; message: string } | null = null;

  open({ name, attributes }: SaxesTagPlain, line: number): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Fault(`elements nested deeper than ${MAX_DEPTH}`);
    const own = this.#case;
    if (name === 'testsuite') this.#suites.push(attributes.name ?? '');
    else if (name === 'testcase' && own === null) {
      this.#case = { line, depth: this.#depth, attributes: cutValues(attributes), properties: {}, marks: [] };
    } else if (name === 'property' && own !== null && attributes.name !== undefined) {
      own.properties[`property.${attributes.name}`] = (attributes.value ?? '').slice(0, MAX_TEXT);
    } else if (own !== null && this.#depth === own.depth + 1 && MARKS.includes(name)) {
      const mark = { name, message: (attributes.message ?? '').slice(0, MAX_TEXT) };
      own.marks.push(mark);
      this.#mark = mark.message === '' ? mark : null;
    }
  }

  text(piece: string): void {
    if (this.#mark !== null && this.#mark.message.length < MAX_TEXT) {
      this.#mark.message += piece.slice(0, MAX_TEXT - this.#mark.message.length);
    }
  }

  close(name: string): void {
    const own = this.#case;
    if (name === 'testsuite') this.#suites.pop();
    if (own !== null && this.#depth <= own.depth + 1) this.#mark = null;
    if (own !== null && this.#depth === own.depth) {
      const { line, attributes, properties, marks } = own;
      this.cases.push({ line, suites: [...this.#suites], attributes, properties, marks });
      this.#case = null;
    }
    this.#depth -= 1;
  }
}

function cutValues(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value.slice(0, MAX_TEXT)]));
}
