import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../src/trace/index.ts';

/** A request that GitHub's description knows, with its path and query parameters. */
export interface KnownRequest {
  readonly operation: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Holds requests and answers against the subset of GitHub's OpenAPI description in `openapi.json`. Stricter than the
 * description where that lets mistakes through: unknown query parameters and unknown members of a body are violations.
 */
export class Contract {
  readonly #document = read(
    withNullAlternatives(parseJson(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) ?? null),
  );
  readonly #ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor() {
    addFormats.default(this.#ajv);
    this.#ajv.addFormat('int64', true);
    this.#ajv.addSchema({ $id: 'github', components: this.#document.components });
  }

  /** The request as GitHub would understand it, and everything in it that GitHub's description does not allow. */
  request(method: string, url: URL, body: Json | undefined): { known: KnownRequest | null; violations: string[] } {
    const operation = `${method} ${url.pathname}`;
    for (const [template, methods] of Object.entries(read(this.#document.paths))) {
      const path = matchPath(template, url.pathname);
      const described = read(methods)[method.toLowerCase()];
      if (path === null || described === undefined) continue;
      const query = Object.fromEntries(url.searchParams);
      const known = { operation: `${method} ${template}`, path, query };
      return { known, violations: [...this.#parameters(read(described), known), ...this.#body(read(described), body)] };
    }
    return { known: null, violations: [`${operation}: not an operation that pawl is known to use`] };
  }

  /** GitHub answers with errors that its description leaves out; those are held against its basic error. */
  response(operation: string, status: number, body: Json | undefined): string[] {
    const [method = '', template = ''] = operation.split(' ');
    const described = read(read(read(read(this.#document.paths)[template])[method.toLowerCase()]).responses)[
      String(status)
    ];
    if (described === undefined && status < 400) return [`${operation}: ${status} is no answer to it`];
    const answer = described === undefined ? { $ref: '#/components/responses/forbidden' } : read(described);
    const content = this.#resolve(answer).content;
    if (content === undefined) return body === undefined ? [] : [`${operation}: ${status} has no body`];
    return this.#check(read(read(content)['application/json']).schema, body ?? null, `${operation} ${status}`);
  }

  #parameters(described: JsonObject, { operation, path, query }: KnownRequest): string[] {
    const listed = Array.isArray(described.parameters) ? described.parameters : [];
    const parameters = listed.map((parameter) => this.#resolve(read(parameter)));
    const given = (parameter: JsonObject): string | undefined =>
      (parameter.in === 'query' ? query : path)[String(parameter.name)];
    const wrong = parameters.flatMap((parameter) => {
      const value = given(parameter);
      if (value === undefined) return parameter.required === true ? [`${operation}: ${parameter.name} is missing`] : [];
      return this.#check(parameter.schema, { value }, `${operation} ${parameter.name}`, true);
    });
    const names = parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name);
    const unknown = Object.keys(query).filter((name) => !names.includes(name));
    return [...wrong, ...unknown.map((name) => `${operation}: unknown query parameter ${name}`)];
  }

  #body(described: JsonObject, body: Json | undefined): string[] {
    if (described.requestBody === undefined) return body === undefined ? [] : ['a body where none belongs'];
    const schema = read(read(read(read(described.requestBody).content)['application/json']).schema);
    const known = Object.keys(read(schema.properties));
    const unknown = isJsonObject(body) ? Object.keys(body).filter((name) => !known.includes(name)) : [];
    const wrong = this.#check(schema, body ?? null, String(described.operationId));
    return [...wrong, ...unknown.map((name) => `${described.operationId}: unknown member ${name}`)];
  }

  /** Path and query parameters come as text: wrapped in an object, ajv may coerce them. Bodies are never coerced. */
  #check(schema: Json | undefined, value: Json, where: string, wrapped = false): string[] {
    const whole = wrapped ? { type: 'object', properties: { value: schema } } : schema;
    const text = JSON.stringify(whole).replaceAll('"#/components/', '"github#/components/');
    const compiled = this.#compiled.get(text) ?? this.#ajv.compile(read(parseJson(text)));
    this.#compiled.set(text, compiled);
    const copy = structuredClone(value);
    const valid = compiled(copy);
    if (!wrapped && JSON.stringify(copy) !== JSON.stringify(value)) return [`${where}: a value of the wrong type`];
    return valid ? [] : [`${where}: ${this.#ajv.errorsText(compiled.errors)}`];
  }

  #resolve(value: JsonObject): JsonObject {
    if (typeof value.$ref !== 'string') return value;
    return value.$ref
      .split('/')
      .slice(1)
      .reduce((at, key) => read(at[key]), this.#document);
  }
}

/** OpenAPI allows `nullable` beside alternatives; to ajv null is then one more of them. */
function withNullAlternatives(value: Json): Json {
  if (Array.isArray(value)) return value.map(withNullAlternatives);
  if (!isJsonObject(value)) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withNullAlternatives(member)]),
  );
  if (nullable === undefined) return rest;
  for (const key of ['oneOf', 'anyOf']) {
    const alternatives = rest[key];
    if (Array.isArray(alternatives) && rest.type === undefined)
      return { ...rest, [key]: [...alternatives, { type: 'null' }] };
  }
  return { ...rest, nullable };
}

function matchPath(template: string, path: string): Record<string, string> | null {
  const names = template.split('/');
  const values = path.split('/');
  if (names.length !== values.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const value = decodeURIComponent(values[index] ?? '');
    if (name.startsWith('{')) parameters[name.slice(1, -1)] = value;
    else if (name !== value) return null;
  }
  return parameters;
}

function read(value: Json | undefined): JsonObject {
  if (!isJsonObject(value)) throw new Error(`openapi.json: expected an object, found ${JSON.stringify(value)}`);
  return value;
}
