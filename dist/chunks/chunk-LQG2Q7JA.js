import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  ProblemCounter,
  REDACTION_KINDS,
  argumentsOf,
  assembleStream,
  callText,
  canonicalJson,
  canonicalText,
  compilePattern,
  compileSchema,
  conversationId,
  createParser,
  decodeOtlp,
  embeddingEncoding,
  embeddingsAs,
  emptyContract,
  firstDifference,
  hashInstructions,
  hashJson,
  hashTools,
  idsOfAnswer,
  inspectPassed,
  isContractMethod,
  isJsonObject,
  isSecretName,
  jsonFault,
  jsonPathFault,
  keptIds,
  mcpKey,
  mcpToolNames,
  mcpTools,
  momentOf,
  nestedDeeperThan,
  parseCsv,
  parseJson,
  parsePythonJson,
  pathText,
  patternFault,
  readChatMessage,
  readRequest,
  readResponse,
  readRpc,
  readRpcBody,
  readTrace,
  received,
  requestKey,
  require_ajv,
  require_json_p3_cjs,
  require_mod,
  resultOf,
  rewardPassed,
  routeOf,
  rpcError,
  rpcRequest,
  rpcResponse,
  schemaCheck,
  sha256,
  streamOf,
  tauBaseSuccess,
  usageOf,
  withToolResults,
  withoutMeta,
  withoutNulls,
  writeContract
} from "./chunk-CP5T2RVG.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-RUYBUABK.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-T5QWDGR7.js";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count5, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count5);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node2 = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node2.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count5 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count5)
            count5 = c;
        }
        return count5;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node2 = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node2.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node2 = require_Node();
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node2.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text4, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text4;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text4.length <= endStep)
        return text4;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split2 = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text4, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text4[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text4[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text4, i, indent.length);
          end = i + indent.length + endStep;
          split2 = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text4[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split2 = i;
          }
          if (i >= end) {
            if (split2) {
              folds.push(split2);
              end = split2 + endStep;
              split2 = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text4[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text4;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split2 = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text4;
      if (onFold)
        onFold();
      let res = text4.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text4.length;
        if (fold === 0)
          res = `
${indent}${text4.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text4[fold]}\\`;
          res += `
${indent}${text4.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text4, i, indent) {
      let end = i;
      let start2 = i + 1;
      let ch = text4[start2];
      while (ch === " " || ch === "	") {
        if (i < start2 + indent) {
          ch = text4[++i];
        } else {
          do {
            ch = text4[++i];
          } while (ch && ch !== "\n");
          end = i;
          start2 = i + 1;
          ch = text4[start2];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start2 = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start2 > limit)
            return true;
          start2 = i + 1;
          if (strLen - start2 <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start2 = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start2, i) + "\\ ";
          i += 1;
          start2 = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start2, i);
                const code2 = json.substr(i + 2, 4);
                switch (code2) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code2.substr(0, 2) === "00")
                      str += "\\x" + code2.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start2 = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start2, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start2 = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start2 ? str + json.slice(start2) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start2 = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start2) {
        value = value.substring(start2.length);
        start2 = start2.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start2}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start2}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items: items2 }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items2.length; ++i) {
        const item = items2[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items: items2 }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items2.length; ++i) {
        const item = items2[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items2.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum2, line) => sum2 + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start: start2, end } = flowChars;
      if (lines.length === 0) {
        return start2 + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum2, line) => sum2 + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start2;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start2}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items2, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items2) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add2 = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add2(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add2(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count5, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count5);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code2, message2) {
        super();
        this.name = name;
        this.code = code2;
        this.message = message2;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code2, message2) {
        super("YAMLParseError", pos, code2, message2);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code2, message2) {
        super("YAMLWarning", pos, code2, message2);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count5 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count5 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count5);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start2 = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start2 ?? (start2 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start2 ?? (start2 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start2 ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items2, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items2.some((pair) => isEqual(pair.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start: start2, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start2, {
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start2[start2.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start2, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start: start2, value } of bs.items) {
        const props = resolveProps.resolveProps(start2, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start2, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start: start2, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start2, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start2) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start2, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message2 = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message2);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start2 = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start2, start2, start2] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start2 + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start2, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message2 = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message2);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message2 = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message2);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message2 = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message2);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep === " ")
            sep = "\n";
          else if (!prevMoreIndented && sep === "\n")
            sep = "\n\n";
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep === "\n")
            value += "\n";
          else
            sep = "\n";
        } else {
          value += sep + content;
          sep = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start2 + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start2, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message2 = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message2);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message2 = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message2);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split2 = source.split(/\n( *)/);
      const first = split2[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split2.length; i += 2)
        lines.push([split2[i], split2[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code2, msg) => onError(offset + rel, code2, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code2 = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code2);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range: range2 } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range2;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message2 = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message2);
          }
          break;
        default: {
          const message2 = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message2);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start: start2, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start2, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start2, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code2, message2, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code2, message2));
          else
            this.errors.push(new errors.YAMLParseError(pos, code2, message2));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message2, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message2, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code2, message2) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code2, message2);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code2, message2);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context2) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context2;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context2.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context2 = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context2;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start: start2, key, sep, value }) {
      let res = "";
      for (const st of start2)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep)
        for (const st of sep)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path) => {
      const parent = visit.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0);
        let end = this.buffer.indexOf(quote2, this.pos + 1);
        if (quote2 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start2 = this.lineStarts[low - 1];
          return { line: low, col: offset - start2 + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list2, type) {
      for (let i = 0; i < list2.length; ++i)
        if (list2[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list2) {
      for (let i = 0; i < list2.length; ++i) {
        switch (list2[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message2 = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message: message2, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message2 = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message: message2 };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start2 = getFirstKeyStartProps(prev);
          let sep;
          if (scalar.end) {
            sep = scalar.end;
            sep.push(this.sourceToken);
            delete scalar.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start: start2, key: scalar, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start2 = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start2 = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start2.push(this.sourceToken);
                map.items.push({ start: start2 });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start2.push(this.sourceToken);
                map.items.push({ start: start2, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start3 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start3, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start3 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start3, key, sep }]
                  });
                } else if (start2.length > 0) {
                  it.sep = it.sep.concat(start2, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start: start2, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start: start2, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start: start2 });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start: start2, key: fc, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            start2.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start2, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start2, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start2, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start2.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append2 = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append2}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code2) => {
      return code2 === CHAR_FORWARD_SLASH || code2 === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start2 = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code2;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code2;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code2 = advance();
        let next;
        if (code2 === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code2 = advance();
          if (code2 === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code2 === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code2 = advance())) {
            if (code2 === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code2 === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code2 === CHAR_DOT && (code2 = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code2 === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code2 === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start2 + 1) {
            start2 += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code2 === CHAR_PLUS || code2 === CHAR_AT || code2 === CHAR_ASTERISK || code2 === CHAR_QUESTION_MARK || code2 === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code2 === CHAR_EXCLAMATION_MARK && index === start2) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code2 = advance())) {
                if (code2 === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code2 === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code2 === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code2 === CHAR_EXCLAMATION_MARK && index === start2) {
          negated = token.negated = true;
          start2++;
          continue;
        }
        if (opts.noparen !== true && code2 === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code2 = advance())) {
              if (code2 === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code2 === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob2 = "";
      if (start2 > 0) {
        prefix = str.slice(0, start2);
        str = str.slice(start2);
        lastIndex -= start2;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob2 = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob2 = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob2) glob2 = utils.removeBackslashes(glob2);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start: start2,
        base,
        glob: glob2,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code2)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start2;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start2 !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start2) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start2;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants2 = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants2;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote2 = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote2 = quote2 === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote2 === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote2 = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote2 = quote2 === 1 ? 0 : 1;
          continue;
        }
        if (quote2 === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants2.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants2.globChars(opts.windows);
      const EXTGLOB_CHARS = constants2.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append2 = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count5 = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count5++;
        }
        if (count5 % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append2(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append2({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append2({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append2({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range2 = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range2.unshift(arr[i].value);
              }
            }
            output = expandRange(range2, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants2.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants2 = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch3 = (glob2, options, returnState = false) => {
      if (Array.isArray(glob2)) {
        const fns = glob2.map((input) => picomatch3(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob2) && glob2.tokens && glob2.input;
      if (glob2 === "" || typeof glob2 !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch3.compileRe(glob2, options) : picomatch3.makeRe(glob2, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch3(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch3.test(input, regex, options, { glob: glob2, posix });
        const result = { glob: glob2, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch3.test = (input, regex, options, { glob: glob2, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob2;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob2;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch3.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch3.matchBase = (input, glob2, options, posix = options && options.windows) => {
      const regex = glob2 instanceof RegExp ? glob2 : picomatch3.makeRe(glob2, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch3.isMatch = (str, patterns, options) => picomatch3(patterns, options)(str);
    picomatch3.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch3.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch3.scan = (input, options) => scan(input, options);
    picomatch3.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append2 = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append2}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch3.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch3.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse(input, options);
      }
      return picomatch3.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch3.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch3.constants = constants2;
    module.exports = picomatch3;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch3(glob2, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob2, options, returnState);
    }
    Object.assign(picomatch3, pico);
    module.exports = picomatch3;
  }
});

// node_modules/xmlchars/xml/1.0/ed5.js
var require_ed5 = __commonJS({
  "node_modules/xmlchars/xml/1.0/ed5.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CHAR = "	\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports.S = " 	\r\n";
    exports.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
    exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
    exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
    exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
    exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
    exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE = 32;
    exports.S_LIST = [SPACE, NL, CR, TAB];
    function isChar(c) {
      return c >= SPACE && c <= 55295 || c === NL || c === CR || c === TAB || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isChar = isChar;
    function isS(c) {
      return c === SPACE || c === NL || c === CR || c === TAB;
    }
    exports.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports.isNameChar = isNameChar;
  }
});

// node_modules/xmlchars/xml/1.1/ed2.js
var require_ed2 = __commonJS({
  "node_modules/xmlchars/xml/1.1/ed2.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CHAR = "-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports.RESTRICTED_CHAR = "-\b\v\f-\x7F-\x84\x86-\x9F";
    exports.S = " 	\r\n";
    exports.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
    exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
    exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
    exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
    exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
    exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
    exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE = 32;
    exports.S_LIST = [SPACE, NL, CR, TAB];
    function isChar(c) {
      return c >= 1 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isChar = isChar;
    function isRestrictedChar(c) {
      return c >= 1 && c <= 8 || c === 11 || c === 12 || c >= 14 && c <= 31 || c >= 127 && c <= 132 || c >= 134 && c <= 159;
    }
    exports.isRestrictedChar = isRestrictedChar;
    function isCharAndNotRestricted(c) {
      return c === 9 || c === 10 || c === 13 || c > 31 && c < 127 || c === 133 || c > 159 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isCharAndNotRestricted = isCharAndNotRestricted;
    function isS(c) {
      return c === SPACE || c === NL || c === CR || c === TAB;
    }
    exports.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports.isNameChar = isNameChar;
  }
});

// node_modules/xmlchars/xmlns/1.0/ed3.js
var require_ed3 = __commonJS({
  "node_modules/xmlchars/xmlns/1.0/ed3.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.NC_NAME_START_CHAR = "A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
    exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
    exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
    function isNCNameStartChar(c) {
      return c >= 65 && c <= 90 || c === 95 || c >= 97 && c <= 122 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8204 && c <= 8205 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNCNameStartChar = isNCNameStartChar;
    function isNCNameChar(c) {
      return isNCNameStartChar(c) || (c === 45 || c === 46 || c >= 48 && c <= 57 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256);
    }
    exports.isNCNameChar = isNCNameChar;
  }
});

// node_modules/saxes/saxes.js
var require_saxes = __commonJS({
  "node_modules/saxes/saxes.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.SaxesParser = exports.EVENTS = void 0;
    var ed5 = require_ed5();
    var ed2 = require_ed2();
    var NSed3 = require_ed3();
    var isS = ed5.isS;
    var isChar10 = ed5.isChar;
    var isNameStartChar = ed5.isNameStartChar;
    var isNameChar = ed5.isNameChar;
    var S_LIST = ed5.S_LIST;
    var NAME_RE = ed5.NAME_RE;
    var isChar11 = ed2.isChar;
    var isNCNameStartChar = NSed3.isNCNameStartChar;
    var isNCNameChar = NSed3.isNCNameChar;
    var NC_NAME_RE = NSed3.NC_NAME_RE;
    var XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
    var XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
    var rootNS = {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
      __proto__: null,
      xml: XML_NAMESPACE,
      xmlns: XMLNS_NAMESPACE
    };
    var XML_ENTITIES = {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
      __proto__: null,
      amp: "&",
      gt: ">",
      lt: "<",
      quot: '"',
      apos: "'"
    };
    var EOC = -1;
    var NL_LIKE = -2;
    var S_BEGIN = 0;
    var S_BEGIN_WHITESPACE = 1;
    var S_DOCTYPE = 2;
    var S_DOCTYPE_QUOTE = 3;
    var S_DTD = 4;
    var S_DTD_QUOTED = 5;
    var S_DTD_OPEN_WAKA = 6;
    var S_DTD_OPEN_WAKA_BANG = 7;
    var S_DTD_COMMENT = 8;
    var S_DTD_COMMENT_ENDING = 9;
    var S_DTD_COMMENT_ENDED = 10;
    var S_DTD_PI = 11;
    var S_DTD_PI_ENDING = 12;
    var S_TEXT = 13;
    var S_ENTITY = 14;
    var S_OPEN_WAKA = 15;
    var S_OPEN_WAKA_BANG = 16;
    var S_COMMENT = 17;
    var S_COMMENT_ENDING = 18;
    var S_COMMENT_ENDED = 19;
    var S_CDATA = 20;
    var S_CDATA_ENDING = 21;
    var S_CDATA_ENDING_2 = 22;
    var S_PI_FIRST_CHAR = 23;
    var S_PI_REST = 24;
    var S_PI_BODY = 25;
    var S_PI_ENDING = 26;
    var S_XML_DECL_NAME_START = 27;
    var S_XML_DECL_NAME = 28;
    var S_XML_DECL_EQ = 29;
    var S_XML_DECL_VALUE_START = 30;
    var S_XML_DECL_VALUE = 31;
    var S_XML_DECL_SEPARATOR = 32;
    var S_XML_DECL_ENDING = 33;
    var S_OPEN_TAG = 34;
    var S_OPEN_TAG_SLASH = 35;
    var S_ATTRIB = 36;
    var S_ATTRIB_NAME = 37;
    var S_ATTRIB_NAME_SAW_WHITE = 38;
    var S_ATTRIB_VALUE = 39;
    var S_ATTRIB_VALUE_QUOTED = 40;
    var S_ATTRIB_VALUE_CLOSED = 41;
    var S_ATTRIB_VALUE_UNQUOTED = 42;
    var S_CLOSE_TAG = 43;
    var S_CLOSE_TAG_SAW_WHITE = 44;
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE = 32;
    var BANG = 33;
    var DQUOTE = 34;
    var AMP = 38;
    var SQUOTE = 39;
    var MINUS = 45;
    var FORWARD_SLASH = 47;
    var SEMICOLON = 59;
    var LESS = 60;
    var EQUAL = 61;
    var GREATER = 62;
    var QUESTION = 63;
    var OPEN_BRACKET = 91;
    var CLOSE_BRACKET = 93;
    var NEL = 133;
    var LS = 8232;
    var isQuote = (c) => c === DQUOTE || c === SQUOTE;
    var QUOTES = [DQUOTE, SQUOTE];
    var DOCTYPE_TERMINATOR = [...QUOTES, OPEN_BRACKET, GREATER];
    var DTD_TERMINATOR = [...QUOTES, LESS, CLOSE_BRACKET];
    var XML_DECL_NAME_TERMINATOR = [EQUAL, QUESTION, ...S_LIST];
    var ATTRIB_VALUE_UNQUOTED_TERMINATOR = [...S_LIST, GREATER, AMP, LESS];
    function nsPairCheck(parser, prefix, uri) {
      switch (prefix) {
        case "xml":
          if (uri !== XML_NAMESPACE) {
            parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
          }
          break;
        case "xmlns":
          if (uri !== XMLNS_NAMESPACE) {
            parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
          }
          break;
        default:
      }
      switch (uri) {
        case XMLNS_NAMESPACE:
          parser.fail(prefix === "" ? `the default namespace may not be set to ${uri}.` : `may not assign a prefix (even "xmlns") to the URI ${XMLNS_NAMESPACE}.`);
          break;
        case XML_NAMESPACE:
          switch (prefix) {
            case "xml":
              break;
            case "":
              parser.fail(`the default namespace may not be set to ${uri}.`);
              break;
            default:
              parser.fail("may not assign the xml namespace to another prefix.");
          }
          break;
        default:
      }
    }
    function nsMappingCheck(parser, mapping) {
      for (const local of Object.keys(mapping)) {
        nsPairCheck(parser, local, mapping[local]);
      }
    }
    var isNCName = (name) => NC_NAME_RE.test(name);
    var isName = (name) => NAME_RE.test(name);
    var FORBIDDEN_START = 0;
    var FORBIDDEN_BRACKET = 1;
    var FORBIDDEN_BRACKET_BRACKET = 2;
    exports.EVENTS = [
      "xmldecl",
      "text",
      "processinginstruction",
      "doctype",
      "comment",
      "opentagstart",
      "attribute",
      "opentag",
      "closetag",
      "cdata",
      "error",
      "end",
      "ready"
    ];
    var EVENT_NAME_TO_HANDLER_NAME = {
      xmldecl: "xmldeclHandler",
      text: "textHandler",
      processinginstruction: "piHandler",
      doctype: "doctypeHandler",
      comment: "commentHandler",
      opentagstart: "openTagStartHandler",
      attribute: "attributeHandler",
      opentag: "openTagHandler",
      closetag: "closeTagHandler",
      cdata: "cdataHandler",
      error: "errorHandler",
      end: "endHandler",
      ready: "readyHandler"
    };
    var SaxesParser2 = class {
      /**
       * @param opt The parser options.
       */
      constructor(opt) {
        this.opt = opt !== null && opt !== void 0 ? opt : {};
        this.fragmentOpt = !!this.opt.fragment;
        const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
        this.trackPosition = this.opt.position !== false;
        this.fileName = this.opt.fileName;
        if (xmlnsOpt) {
          this.nameStartCheck = isNCNameStartChar;
          this.nameCheck = isNCNameChar;
          this.isName = isNCName;
          this.processAttribs = this.processAttribsNS;
          this.pushAttrib = this.pushAttribNS;
          this.ns = Object.assign({ __proto__: null }, rootNS);
          const additional = this.opt.additionalNamespaces;
          if (additional != null) {
            nsMappingCheck(this, additional);
            Object.assign(this.ns, additional);
          }
        } else {
          this.nameStartCheck = isNameStartChar;
          this.nameCheck = isNameChar;
          this.isName = isName;
          this.processAttribs = this.processAttribsPlain;
          this.pushAttrib = this.pushAttribPlain;
        }
        this.stateTable = [
          /* eslint-disable @typescript-eslint/unbound-method */
          this.sBegin,
          this.sBeginWhitespace,
          this.sDoctype,
          this.sDoctypeQuote,
          this.sDTD,
          this.sDTDQuoted,
          this.sDTDOpenWaka,
          this.sDTDOpenWakaBang,
          this.sDTDComment,
          this.sDTDCommentEnding,
          this.sDTDCommentEnded,
          this.sDTDPI,
          this.sDTDPIEnding,
          this.sText,
          this.sEntity,
          this.sOpenWaka,
          this.sOpenWakaBang,
          this.sComment,
          this.sCommentEnding,
          this.sCommentEnded,
          this.sCData,
          this.sCDataEnding,
          this.sCDataEnding2,
          this.sPIFirstChar,
          this.sPIRest,
          this.sPIBody,
          this.sPIEnding,
          this.sXMLDeclNameStart,
          this.sXMLDeclName,
          this.sXMLDeclEq,
          this.sXMLDeclValueStart,
          this.sXMLDeclValue,
          this.sXMLDeclSeparator,
          this.sXMLDeclEnding,
          this.sOpenTag,
          this.sOpenTagSlash,
          this.sAttrib,
          this.sAttribName,
          this.sAttribNameSawWhite,
          this.sAttribValue,
          this.sAttribValueQuoted,
          this.sAttribValueClosed,
          this.sAttribValueUnquoted,
          this.sCloseTag,
          this.sCloseTagSawWhite
          /* eslint-enable @typescript-eslint/unbound-method */
        ];
        this._init();
      }
      /**
       * Indicates whether or not the parser is closed. If ``true``, wait for
       * the ``ready`` event to write again.
       */
      get closed() {
        return this._closed;
      }
      _init() {
        var _a;
        this.openWakaBang = "";
        this.text = "";
        this.name = "";
        this.piTarget = "";
        this.entity = "";
        this.q = null;
        this.tags = [];
        this.tag = null;
        this.topNS = null;
        this.chunk = "";
        this.chunkPosition = 0;
        this.i = 0;
        this.prevI = 0;
        this.carriedFromPrevious = void 0;
        this.forbiddenState = FORBIDDEN_START;
        this.attribList = [];
        const { fragmentOpt } = this;
        this.state = fragmentOpt ? S_TEXT : S_BEGIN;
        this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot = this.sawRoot = fragmentOpt;
        this.xmlDeclPossible = !fragmentOpt;
        this.xmlDeclExpects = ["version"];
        this.entityReturnState = void 0;
        let { defaultXMLVersion } = this.opt;
        if (defaultXMLVersion === void 0) {
          if (this.opt.forceXMLVersion === true) {
            throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
          }
          defaultXMLVersion = "1.0";
        }
        this.setXMLVersion(defaultXMLVersion);
        this.positionAtNewLine = 0;
        this.doctype = false;
        this._closed = false;
        this.xmlDecl = {
          version: void 0,
          encoding: void 0,
          standalone: void 0
        };
        this.line = 1;
        this.column = 0;
        this.ENTITIES = Object.create(XML_ENTITIES);
        (_a = this.readyHandler) === null || _a === void 0 ? void 0 : _a.call(this);
      }
      /**
       * The stream position the parser is currently looking at. This field is
       * zero-based.
       *
       * This field is not based on counting Unicode characters but is to be
       * interpreted as a plain index into a JavaScript string.
       */
      get position() {
        return this.chunkPosition + this.i;
      }
      /**
       * The column number of the next character to be read by the parser.  *
       * This field is zero-based. (The first column in a line is 0.)
       *
       * This field reports the index at which the next character would be in the
       * line if the line were represented as a JavaScript string.  Note that this
       * *can* be different to a count based on the number of *Unicode characters*
       * due to how JavaScript handles astral plane characters.
       *
       * See [[column]] for a number that corresponds to a count of Unicode
       * characters.
       */
      get columnIndex() {
        return this.position - this.positionAtNewLine;
      }
      /**
       * Set an event listener on an event. The parser supports one handler per
       * event type. If you try to set an event handler over an existing handler,
       * the old handler is silently overwritten.
       *
       * @param name The event to listen to.
       *
       * @param handler The handler to set.
       */
      on(name, handler) {
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
      }
      /**
       * Unset an event handler.
       *
       * @parma name The event to stop listening to.
       */
      off(name) {
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = void 0;
      }
      /**
       * Make an error object. The error object will have a message that contains
       * the ``fileName`` option passed at the creation of the parser. If position
       * tracking was turned on, it will also have line and column number
       * information.
       *
       * @param message The message describing the error to report.
       *
       * @returns An error object with a properly formatted message.
       */
      makeError(message2) {
        var _a;
        let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
        if (this.trackPosition) {
          if (msg.length > 0) {
            msg += ":";
          }
          msg += `${this.line}:${this.column}`;
        }
        if (msg.length > 0) {
          msg += ": ";
        }
        return new Error(msg + message2);
      }
      /**
       * Report a parsing error. This method is made public so that client code may
       * check for issues that are outside the scope of this project and can report
       * errors.
       *
       * @param message The error to report.
       *
       * @returns this
       */
      fail(message2) {
        const err = this.makeError(message2);
        const handler = this.errorHandler;
        if (handler === void 0) {
          throw err;
        } else {
          handler(err);
        }
        return this;
      }
      /**
       * Write a XML data to the parser.
       *
       * @param chunk The XML data to write.
       *
       * @returns this
       */
      // We do need object for the type here. Yes, it often causes problems
      // but not in this case.
      write(chunk) {
        if (this.closed) {
          return this.fail("cannot write after close; assign an onready handler.");
        }
        let end = false;
        if (chunk === null) {
          end = true;
          chunk = "";
        } else if (typeof chunk === "object") {
          chunk = chunk.toString();
        }
        if (this.carriedFromPrevious !== void 0) {
          chunk = `${this.carriedFromPrevious}${chunk}`;
          this.carriedFromPrevious = void 0;
        }
        let limit = chunk.length;
        const lastCode = chunk.charCodeAt(limit - 1);
        if (!end && // A trailing CR or surrogate must be carried over to the next
        // chunk.
        (lastCode === CR || lastCode >= 55296 && lastCode <= 56319)) {
          this.carriedFromPrevious = chunk[limit - 1];
          limit--;
          chunk = chunk.slice(0, limit);
        }
        const { stateTable } = this;
        this.chunk = chunk;
        this.i = 0;
        while (this.i < limit) {
          stateTable[this.state].call(this);
        }
        this.chunkPosition += limit;
        return end ? this.end() : this;
      }
      /**
       * Close the current stream. Perform final well-formedness checks and reset
       * the parser tstate.
       *
       * @returns this
       */
      close() {
        return this.write(null);
      }
      /**
       * Get a single code point out of the current chunk. This updates the current
       * position if we do position tracking.
       *
       * This is the algorithm to use for XML 1.0.
       *
       * @returns The character read.
       */
      getCode10() {
        const { chunk, i } = this;
        this.prevI = i;
        this.i = i + 1;
        if (i >= chunk.length) {
          return EOC;
        }
        const code2 = chunk.charCodeAt(i);
        this.column++;
        if (code2 < 55296) {
          if (code2 >= SPACE || code2 === TAB) {
            return code2;
          }
          switch (code2) {
            case NL:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL;
            case CR:
              if (chunk.charCodeAt(i + 1) === NL) {
                this.i = i + 2;
              }
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL_LIKE;
            default:
              this.fail("disallowed character.");
              return code2;
          }
        }
        if (code2 > 56319) {
          if (!(code2 >= 57344 && code2 <= 65533)) {
            this.fail("disallowed character.");
          }
          return code2;
        }
        const final = 65536 + (code2 - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
        this.i = i + 2;
        if (final > 1114111) {
          this.fail("disallowed character.");
        }
        return final;
      }
      /**
       * Get a single code point out of the current chunk. This updates the current
       * position if we do position tracking.
       *
       * This is the algorithm to use for XML 1.1.
       *
       * @returns {number} The character read.
       */
      getCode11() {
        const { chunk, i } = this;
        this.prevI = i;
        this.i = i + 1;
        if (i >= chunk.length) {
          return EOC;
        }
        const code2 = chunk.charCodeAt(i);
        this.column++;
        if (code2 < 55296) {
          if (code2 > 31 && code2 < 127 || code2 > 159 && code2 !== LS || code2 === TAB) {
            return code2;
          }
          switch (code2) {
            case NL:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL;
            case CR: {
              const next = chunk.charCodeAt(i + 1);
              if (next === NL || next === NEL) {
                this.i = i + 2;
              }
            }
            /* yes, fall through */
            case NEL:
            // 0x85
            case LS:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL_LIKE;
            default:
              this.fail("disallowed character.");
              return code2;
          }
        }
        if (code2 > 56319) {
          if (!(code2 >= 57344 && code2 <= 65533)) {
            this.fail("disallowed character.");
          }
          return code2;
        }
        const final = 65536 + (code2 - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
        this.i = i + 2;
        if (final > 1114111) {
          this.fail("disallowed character.");
        }
        return final;
      }
      /**
       * Like ``getCode`` but with the return value normalized so that ``NL`` is
       * returned for ``NL_LIKE``.
       */
      getCodeNorm() {
        const c = this.getCode();
        return c === NL_LIKE ? NL : c;
      }
      unget() {
        this.i = this.prevI;
        this.column--;
      }
      /**
       * Capture characters into a buffer until encountering one of a set of
       * characters.
       *
       * @param chars An array of codepoints. Encountering a character in the array
       * ends the capture. (``chars`` may safely contain ``NL``.)
       *
       * @return The character code that made the capture end, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      captureTo(chars) {
        let { i: start2 } = this;
        const { chunk } = this;
        while (true) {
          const c = this.getCode();
          const isNLLike = c === NL_LIKE;
          const final = isNLLike ? NL : c;
          if (final === EOC || chars.includes(final)) {
            this.text += chunk.slice(start2, this.prevI);
            return final;
          }
          if (isNLLike) {
            this.text += `${chunk.slice(start2, this.prevI)}
`;
            start2 = this.i;
          }
        }
      }
      /**
       * Capture characters into a buffer until encountering a character.
       *
       * @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
       * CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
       *
       * @return ``true`` if we ran into the character. Otherwise, we ran into the
       * end of the current chunk.
       */
      captureToChar(char) {
        let { i: start2 } = this;
        const { chunk } = this;
        while (true) {
          let c = this.getCode();
          switch (c) {
            case NL_LIKE:
              this.text += `${chunk.slice(start2, this.prevI)}
`;
              start2 = this.i;
              c = NL;
              break;
            case EOC:
              this.text += chunk.slice(start2);
              return false;
            default:
          }
          if (c === char) {
            this.text += chunk.slice(start2, this.prevI);
            return true;
          }
        }
      }
      /**
       * Capture characters that satisfy ``isNameChar`` into the ``name`` field of
       * this parser.
       *
       * @return The character code that made the test fail, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      captureNameChars() {
        const { chunk, i: start2 } = this;
        while (true) {
          const c = this.getCode();
          if (c === EOC) {
            this.name += chunk.slice(start2);
            return EOC;
          }
          if (!isNameChar(c)) {
            this.name += chunk.slice(start2, this.prevI);
            return c === NL_LIKE ? NL : c;
          }
        }
      }
      /**
       * Skip white spaces.
       *
       * @return The character that ended the skip, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      skipSpaces() {
        while (true) {
          const c = this.getCodeNorm();
          if (c === EOC || !isS(c)) {
            return c;
          }
        }
      }
      setXMLVersion(version) {
        this.currentXMLVersion = version;
        if (version === "1.0") {
          this.isChar = isChar10;
          this.getCode = this.getCode10;
        } else {
          this.isChar = isChar11;
          this.getCode = this.getCode11;
        }
      }
      // STATE ENGINE METHODS
      // This needs to be a state separate from S_BEGIN_WHITESPACE because we want
      // to be sure never to come back to this state later.
      sBegin() {
        if (this.chunk.charCodeAt(0) === 65279) {
          this.i++;
          this.column++;
        }
        this.state = S_BEGIN_WHITESPACE;
      }
      sBeginWhitespace() {
        const iBefore = this.i;
        const c = this.skipSpaces();
        if (this.prevI !== iBefore) {
          this.xmlDeclPossible = false;
        }
        switch (c) {
          case LESS:
            this.state = S_OPEN_WAKA;
            if (this.text.length !== 0) {
              throw new Error("no-empty text at start");
            }
            break;
          case EOC:
            break;
          default:
            this.unget();
            this.state = S_TEXT;
            this.xmlDeclPossible = false;
        }
      }
      sDoctype() {
        var _a;
        const c = this.captureTo(DOCTYPE_TERMINATOR);
        switch (c) {
          case GREATER: {
            (_a = this.doctypeHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
            this.state = S_TEXT;
            this.doctype = true;
            break;
          }
          case EOC:
            break;
          default:
            this.text += String.fromCodePoint(c);
            if (c === OPEN_BRACKET) {
              this.state = S_DTD;
            } else if (isQuote(c)) {
              this.state = S_DOCTYPE_QUOTE;
              this.q = c;
            }
        }
      }
      sDoctypeQuote() {
        const q = this.q;
        if (this.captureToChar(q)) {
          this.text += String.fromCodePoint(q);
          this.q = null;
          this.state = S_DOCTYPE;
        }
      }
      sDTD() {
        const c = this.captureTo(DTD_TERMINATOR);
        if (c === EOC) {
          return;
        }
        this.text += String.fromCodePoint(c);
        if (c === CLOSE_BRACKET) {
          this.state = S_DOCTYPE;
        } else if (c === LESS) {
          this.state = S_DTD_OPEN_WAKA;
        } else if (isQuote(c)) {
          this.state = S_DTD_QUOTED;
          this.q = c;
        }
      }
      sDTDQuoted() {
        const q = this.q;
        if (this.captureToChar(q)) {
          this.text += String.fromCodePoint(q);
          this.state = S_DTD;
          this.q = null;
        }
      }
      sDTDOpenWaka() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        switch (c) {
          case BANG:
            this.state = S_DTD_OPEN_WAKA_BANG;
            this.openWakaBang = "";
            break;
          case QUESTION:
            this.state = S_DTD_PI;
            break;
          default:
            this.state = S_DTD;
        }
      }
      sDTDOpenWakaBang() {
        const char = String.fromCodePoint(this.getCodeNorm());
        const owb = this.openWakaBang += char;
        this.text += char;
        if (owb !== "-") {
          this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
          this.openWakaBang = "";
        }
      }
      sDTDComment() {
        if (this.captureToChar(MINUS)) {
          this.text += "-";
          this.state = S_DTD_COMMENT_ENDING;
        }
      }
      sDTDCommentEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
      }
      sDTDCommentEnded() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
          this.state = S_DTD;
        } else {
          this.fail("malformed comment.");
          this.state = S_DTD_COMMENT;
        }
      }
      sDTDPI() {
        if (this.captureToChar(QUESTION)) {
          this.text += "?";
          this.state = S_DTD_PI_ENDING;
        }
      }
      sDTDPIEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
          this.state = S_DTD;
        }
      }
      sText() {
        if (this.tags.length !== 0) {
          this.handleTextInRoot();
        } else {
          this.handleTextOutsideRoot();
        }
      }
      sEntity() {
        let { i: start2 } = this;
        const { chunk } = this;
        loop:
          while (true) {
            switch (this.getCode()) {
              case NL_LIKE:
                this.entity += `${chunk.slice(start2, this.prevI)}
`;
                start2 = this.i;
                break;
              case SEMICOLON: {
                const { entityReturnState } = this;
                const entity = this.entity + chunk.slice(start2, this.prevI);
                this.state = entityReturnState;
                let parsed;
                if (entity === "") {
                  this.fail("empty entity name.");
                  parsed = "&;";
                } else {
                  parsed = this.parseEntity(entity);
                  this.entity = "";
                }
                if (entityReturnState !== S_TEXT || this.textHandler !== void 0) {
                  this.text += parsed;
                }
                break loop;
              }
              case EOC:
                this.entity += chunk.slice(start2);
                break loop;
              default:
            }
          }
      }
      sOpenWaka() {
        const c = this.getCode();
        if (isNameStartChar(c)) {
          this.state = S_OPEN_TAG;
          this.unget();
          this.xmlDeclPossible = false;
        } else {
          switch (c) {
            case FORWARD_SLASH:
              this.state = S_CLOSE_TAG;
              this.xmlDeclPossible = false;
              break;
            case BANG:
              this.state = S_OPEN_WAKA_BANG;
              this.openWakaBang = "";
              this.xmlDeclPossible = false;
              break;
            case QUESTION:
              this.state = S_PI_FIRST_CHAR;
              break;
            default:
              this.fail("disallowed character in tag name");
              this.state = S_TEXT;
              this.xmlDeclPossible = false;
          }
        }
      }
      sOpenWakaBang() {
        this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
        switch (this.openWakaBang) {
          case "[CDATA[":
            if (!this.sawRoot && !this.reportedTextBeforeRoot) {
              this.fail("text data outside of root node.");
              this.reportedTextBeforeRoot = true;
            }
            if (this.closedRoot && !this.reportedTextAfterRoot) {
              this.fail("text data outside of root node.");
              this.reportedTextAfterRoot = true;
            }
            this.state = S_CDATA;
            this.openWakaBang = "";
            break;
          case "--":
            this.state = S_COMMENT;
            this.openWakaBang = "";
            break;
          case "DOCTYPE":
            this.state = S_DOCTYPE;
            if (this.doctype || this.sawRoot) {
              this.fail("inappropriately located doctype declaration.");
            }
            this.openWakaBang = "";
            break;
          default:
            if (this.openWakaBang.length >= 7) {
              this.fail("incorrect syntax.");
            }
        }
      }
      sComment() {
        if (this.captureToChar(MINUS)) {
          this.state = S_COMMENT_ENDING;
        }
      }
      sCommentEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === MINUS) {
          this.state = S_COMMENT_ENDED;
          (_a = this.commentHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
          this.text = "";
        } else {
          this.text += `-${String.fromCodePoint(c)}`;
          this.state = S_COMMENT;
        }
      }
      sCommentEnded() {
        const c = this.getCodeNorm();
        if (c !== GREATER) {
          this.fail("malformed comment.");
          this.text += `--${String.fromCodePoint(c)}`;
          this.state = S_COMMENT;
        } else {
          this.state = S_TEXT;
        }
      }
      sCData() {
        if (this.captureToChar(CLOSE_BRACKET)) {
          this.state = S_CDATA_ENDING;
        }
      }
      sCDataEnding() {
        const c = this.getCodeNorm();
        if (c === CLOSE_BRACKET) {
          this.state = S_CDATA_ENDING_2;
        } else {
          this.text += `]${String.fromCodePoint(c)}`;
          this.state = S_CDATA;
        }
      }
      sCDataEnding2() {
        var _a;
        const c = this.getCodeNorm();
        switch (c) {
          case GREATER: {
            (_a = this.cdataHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
            this.state = S_TEXT;
            break;
          }
          case CLOSE_BRACKET:
            this.text += "]";
            break;
          default:
            this.text += `]]${String.fromCodePoint(c)}`;
            this.state = S_CDATA;
        }
      }
      // We need this separate state to check the first character fo the pi target
      // with this.nameStartCheck which allows less characters than this.nameCheck.
      sPIFirstChar() {
        const c = this.getCodeNorm();
        if (this.nameStartCheck(c)) {
          this.piTarget += String.fromCodePoint(c);
          this.state = S_PI_REST;
        } else if (c === QUESTION || isS(c)) {
          this.fail("processing instruction without a target.");
          this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
        } else {
          this.fail("disallowed character in processing instruction name.");
          this.piTarget += String.fromCodePoint(c);
          this.state = S_PI_REST;
        }
      }
      sPIRest() {
        const { chunk, i: start2 } = this;
        while (true) {
          const c = this.getCodeNorm();
          if (c === EOC) {
            this.piTarget += chunk.slice(start2);
            return;
          }
          if (!this.nameCheck(c)) {
            this.piTarget += chunk.slice(start2, this.prevI);
            const isQuestion = c === QUESTION;
            if (isQuestion || isS(c)) {
              if (this.piTarget === "xml") {
                if (!this.xmlDeclPossible) {
                  this.fail("an XML declaration must be at the start of the document.");
                }
                this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
              } else {
                this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
              }
            } else {
              this.fail("disallowed character in processing instruction name.");
              this.piTarget += String.fromCodePoint(c);
            }
            break;
          }
        }
      }
      sPIBody() {
        if (this.text.length === 0) {
          const c = this.getCodeNorm();
          if (c === QUESTION) {
            this.state = S_PI_ENDING;
          } else if (!isS(c)) {
            this.text = String.fromCodePoint(c);
          }
        } else if (this.captureToChar(QUESTION)) {
          this.state = S_PI_ENDING;
        }
      }
      sPIEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
          const { piTarget } = this;
          if (piTarget.toLowerCase() === "xml") {
            this.fail("the XML declaration must appear at the start of the document.");
          }
          (_a = this.piHandler) === null || _a === void 0 ? void 0 : _a.call(this, {
            target: piTarget,
            body: this.text
          });
          this.piTarget = this.text = "";
          this.state = S_TEXT;
        } else if (c === QUESTION) {
          this.text += "?";
        } else {
          this.text += `?${String.fromCodePoint(c)}`;
          this.state = S_PI_BODY;
        }
        this.xmlDeclPossible = false;
      }
      sXMLDeclNameStart() {
        const c = this.skipSpaces();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          return;
        }
        if (c !== EOC) {
          this.state = S_XML_DECL_NAME;
          this.name = String.fromCodePoint(c);
        }
      }
      sXMLDeclName() {
        const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.name += this.text;
          this.text = "";
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (!(isS(c) || c === EQUAL)) {
          return;
        }
        this.name += this.text;
        this.text = "";
        if (!this.xmlDeclExpects.includes(this.name)) {
          switch (this.name.length) {
            case 0:
              this.fail("did not expect any more name/value pairs.");
              break;
            case 1:
              this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
              break;
            default:
              this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
          }
        }
        this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
      }
      sXMLDeclEq() {
        const c = this.getCodeNorm();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (isS(c)) {
          return;
        }
        if (c !== EQUAL) {
          this.fail("value required.");
        }
        this.state = S_XML_DECL_VALUE_START;
      }
      sXMLDeclValueStart() {
        const c = this.getCodeNorm();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (isS(c)) {
          return;
        }
        if (!isQuote(c)) {
          this.fail("value must be quoted.");
          this.q = SPACE;
        } else {
          this.q = c;
        }
        this.state = S_XML_DECL_VALUE;
      }
      sXMLDeclValue() {
        const c = this.captureTo([this.q, QUESTION]);
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.text = "";
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (c === EOC) {
          return;
        }
        const value = this.text;
        this.text = "";
        switch (this.name) {
          case "version": {
            this.xmlDeclExpects = ["encoding", "standalone"];
            const version = value;
            this.xmlDecl.version = version;
            if (!/^1\.[0-9]+$/.test(version)) {
              this.fail("version number must match /^1\\.[0-9]+$/.");
            } else if (!this.opt.forceXMLVersion) {
              this.setXMLVersion(version);
            }
            break;
          }
          case "encoding":
            if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) {
              this.fail("encoding value must match /^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
            }
            this.xmlDeclExpects = ["standalone"];
            this.xmlDecl.encoding = value;
            break;
          case "standalone":
            if (value !== "yes" && value !== "no") {
              this.fail('standalone value must match "yes" or "no".');
            }
            this.xmlDeclExpects = [];
            this.xmlDecl.standalone = value;
            break;
          default:
        }
        this.name = "";
        this.state = S_XML_DECL_SEPARATOR;
      }
      sXMLDeclSeparator() {
        const c = this.getCodeNorm();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          return;
        }
        if (!isS(c)) {
          this.fail("whitespace required.");
          this.unget();
        }
        this.state = S_XML_DECL_NAME_START;
      }
      sXMLDeclEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
          if (this.piTarget !== "xml") {
            this.fail("processing instructions are not allowed before root.");
          } else if (this.name !== "version" && this.xmlDeclExpects.includes("version")) {
            this.fail("XML declaration must contain a version.");
          }
          (_a = this.xmldeclHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.xmlDecl);
          this.name = "";
          this.piTarget = this.text = "";
          this.state = S_TEXT;
        } else {
          this.fail("The character ? is disallowed anywhere in XML declarations.");
        }
        this.xmlDeclPossible = false;
      }
      sOpenTag() {
        var _a;
        const c = this.captureNameChars();
        if (c === EOC) {
          return;
        }
        const tag = this.tag = {
          name: this.name,
          attributes: /* @__PURE__ */ Object.create(null)
        };
        this.name = "";
        if (this.xmlnsOpt) {
          this.topNS = tag.ns = /* @__PURE__ */ Object.create(null);
        }
        (_a = this.openTagStartHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        this.sawRoot = true;
        if (!this.fragmentOpt && this.closedRoot) {
          this.fail("documents may contain only one root.");
        }
        switch (c) {
          case GREATER:
            this.openTag();
            break;
          case FORWARD_SLASH:
            this.state = S_OPEN_TAG_SLASH;
            break;
          default:
            if (!isS(c)) {
              this.fail("disallowed character in tag name.");
            }
            this.state = S_ATTRIB;
        }
      }
      sOpenTagSlash() {
        if (this.getCode() === GREATER) {
          this.openSelfClosingTag();
        } else {
          this.fail("forward-slash in opening tag not followed by >.");
          this.state = S_ATTRIB;
        }
      }
      sAttrib() {
        const c = this.skipSpaces();
        if (c === EOC) {
          return;
        }
        if (isNameStartChar(c)) {
          this.unget();
          this.state = S_ATTRIB_NAME;
        } else if (c === GREATER) {
          this.openTag();
        } else if (c === FORWARD_SLASH) {
          this.state = S_OPEN_TAG_SLASH;
        } else {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribName() {
        const c = this.captureNameChars();
        if (c === EQUAL) {
          this.state = S_ATTRIB_VALUE;
        } else if (isS(c)) {
          this.state = S_ATTRIB_NAME_SAW_WHITE;
        } else if (c === GREATER) {
          this.fail("attribute without value.");
          this.pushAttrib(this.name, this.name);
          this.name = this.text = "";
          this.openTag();
        } else if (c !== EOC) {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribNameSawWhite() {
        const c = this.skipSpaces();
        switch (c) {
          case EOC:
            return;
          case EQUAL:
            this.state = S_ATTRIB_VALUE;
            break;
          default:
            this.fail("attribute without value.");
            this.text = "";
            this.name = "";
            if (c === GREATER) {
              this.openTag();
            } else if (isNameStartChar(c)) {
              this.unget();
              this.state = S_ATTRIB_NAME;
            } else {
              this.fail("disallowed character in attribute name.");
              this.state = S_ATTRIB;
            }
        }
      }
      sAttribValue() {
        const c = this.getCodeNorm();
        if (isQuote(c)) {
          this.q = c;
          this.state = S_ATTRIB_VALUE_QUOTED;
        } else if (!isS(c)) {
          this.fail("unquoted attribute value.");
          this.state = S_ATTRIB_VALUE_UNQUOTED;
          this.unget();
        }
      }
      sAttribValueQuoted() {
        const { q, chunk } = this;
        let { i: start2 } = this;
        while (true) {
          switch (this.getCode()) {
            case q:
              this.pushAttrib(this.name, this.text + chunk.slice(start2, this.prevI));
              this.name = this.text = "";
              this.q = null;
              this.state = S_ATTRIB_VALUE_CLOSED;
              return;
            case AMP:
              this.text += chunk.slice(start2, this.prevI);
              this.state = S_ENTITY;
              this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
              return;
            case NL:
            case NL_LIKE:
            case TAB:
              this.text += `${chunk.slice(start2, this.prevI)} `;
              start2 = this.i;
              break;
            case LESS:
              this.text += chunk.slice(start2, this.prevI);
              this.fail("disallowed character.");
              return;
            case EOC:
              this.text += chunk.slice(start2);
              return;
            default:
          }
        }
      }
      sAttribValueClosed() {
        const c = this.getCodeNorm();
        if (isS(c)) {
          this.state = S_ATTRIB;
        } else if (c === GREATER) {
          this.openTag();
        } else if (c === FORWARD_SLASH) {
          this.state = S_OPEN_TAG_SLASH;
        } else if (isNameStartChar(c)) {
          this.fail("no whitespace between attributes.");
          this.unget();
          this.state = S_ATTRIB_NAME;
        } else {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribValueUnquoted() {
        const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
        switch (c) {
          case AMP:
            this.state = S_ENTITY;
            this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
            break;
          case LESS:
            this.fail("disallowed character.");
            break;
          case EOC:
            break;
          default:
            if (this.text.includes("]]>")) {
              this.fail('the string "]]>" is disallowed in char data.');
            }
            this.pushAttrib(this.name, this.text);
            this.name = this.text = "";
            if (c === GREATER) {
              this.openTag();
            } else {
              this.state = S_ATTRIB;
            }
        }
      }
      sCloseTag() {
        const c = this.captureNameChars();
        if (c === GREATER) {
          this.closeTag();
        } else if (isS(c)) {
          this.state = S_CLOSE_TAG_SAW_WHITE;
        } else if (c !== EOC) {
          this.fail("disallowed character in closing tag.");
        }
      }
      sCloseTagSawWhite() {
        switch (this.skipSpaces()) {
          case GREATER:
            this.closeTag();
            break;
          case EOC:
            break;
          default:
            this.fail("disallowed character in closing tag.");
        }
      }
      // END OF STATE ENGINE METHODS
      handleTextInRoot() {
        let { i: start2, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        scanLoop:
          while (true) {
            switch (this.getCode()) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text: text4 } = this;
                  const slice = chunk.slice(start2, this.prevI);
                  if (text4.length !== 0) {
                    handler(text4 + slice);
                    this.text = "";
                  } else if (slice.length !== 0) {
                    handler(slice);
                  }
                }
                forbiddenState = FORBIDDEN_START;
                break scanLoop;
              }
              case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_TEXT;
                if (handler !== void 0) {
                  this.text += chunk.slice(start2, this.prevI);
                }
                forbiddenState = FORBIDDEN_START;
                break scanLoop;
              case CLOSE_BRACKET:
                switch (forbiddenState) {
                  case FORBIDDEN_START:
                    forbiddenState = FORBIDDEN_BRACKET;
                    break;
                  case FORBIDDEN_BRACKET:
                    forbiddenState = FORBIDDEN_BRACKET_BRACKET;
                    break;
                  case FORBIDDEN_BRACKET_BRACKET:
                    break;
                  default:
                    throw new Error("impossible state");
                }
                break;
              case GREATER:
                if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) {
                  this.fail('the string "]]>" is disallowed in char data.');
                }
                forbiddenState = FORBIDDEN_START;
                break;
              case NL_LIKE:
                if (handler !== void 0) {
                  this.text += `${chunk.slice(start2, this.prevI)}
`;
                }
                start2 = this.i;
                forbiddenState = FORBIDDEN_START;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start2);
                }
                break scanLoop;
              default:
                forbiddenState = FORBIDDEN_START;
            }
          }
        this.forbiddenState = forbiddenState;
      }
      handleTextOutsideRoot() {
        let { i: start2 } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        outRootLoop:
          while (true) {
            const code2 = this.getCode();
            switch (code2) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text: text4 } = this;
                  const slice = chunk.slice(start2, this.prevI);
                  if (text4.length !== 0) {
                    handler(text4 + slice);
                    this.text = "";
                  } else if (slice.length !== 0) {
                    handler(slice);
                  }
                }
                break outRootLoop;
              }
              case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_TEXT;
                if (handler !== void 0) {
                  this.text += chunk.slice(start2, this.prevI);
                }
                nonSpace = true;
                break outRootLoop;
              case NL_LIKE:
                if (handler !== void 0) {
                  this.text += `${chunk.slice(start2, this.prevI)}
`;
                }
                start2 = this.i;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start2);
                }
                break outRootLoop;
              default:
                if (!isS(code2)) {
                  nonSpace = true;
                }
            }
          }
        if (!nonSpace) {
          return;
        }
        if (!this.sawRoot && !this.reportedTextBeforeRoot) {
          this.fail("text data outside of root node.");
          this.reportedTextBeforeRoot = true;
        }
        if (this.closedRoot && !this.reportedTextAfterRoot) {
          this.fail("text data outside of root node.");
          this.reportedTextAfterRoot = true;
        }
      }
      pushAttribNS(name, value) {
        var _a;
        const { prefix, local } = this.qname(name);
        const attr = { name, prefix, local, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
        if (prefix === "xmlns") {
          const trimmed = value.trim();
          if (this.currentXMLVersion === "1.0" && trimmed === "") {
            this.fail("invalid attempt to undefine prefix in XML 1.0");
          }
          this.topNS[local] = trimmed;
          nsPairCheck(this, local, trimmed);
        } else if (name === "xmlns") {
          const trimmed = value.trim();
          this.topNS[""] = trimmed;
          nsPairCheck(this, "", trimmed);
        }
      }
      pushAttribPlain(name, value) {
        var _a;
        const attr = { name, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
      }
      /**
       * End parsing. This performs final well-formedness checks and resets the
       * parser to a clean state.
       *
       * @returns this
       */
      end() {
        var _a, _b;
        if (!this.sawRoot) {
          this.fail("document must contain a root element.");
        }
        const { tags } = this;
        while (tags.length > 0) {
          const tag = tags.pop();
          this.fail(`unclosed tag: ${tag.name}`);
        }
        if (this.state !== S_BEGIN && this.state !== S_TEXT) {
          this.fail("unexpected end.");
        }
        const { text: text4 } = this;
        if (text4.length !== 0) {
          (_a = this.textHandler) === null || _a === void 0 ? void 0 : _a.call(this, text4);
          this.text = "";
        }
        this._closed = true;
        (_b = this.endHandler) === null || _b === void 0 ? void 0 : _b.call(this);
        this._init();
        return this;
      }
      /**
       * Resolve a namespace prefix.
       *
       * @param prefix The prefix to resolve.
       *
       * @returns The namespace URI or ``undefined`` if the prefix is not defined.
       */
      resolve(prefix) {
        var _a, _b;
        let uri = this.topNS[prefix];
        if (uri !== void 0) {
          return uri;
        }
        const { tags } = this;
        for (let index = tags.length - 1; index >= 0; index--) {
          uri = tags[index].ns[prefix];
          if (uri !== void 0) {
            return uri;
          }
        }
        uri = this.ns[prefix];
        if (uri !== void 0) {
          return uri;
        }
        return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
      }
      /**
       * Parse a qname into its prefix and local name parts.
       *
       * @param name The name to parse
       *
       * @returns
       */
      qname(name) {
        const colon = name.indexOf(":");
        if (colon === -1) {
          return { prefix: "", local: name };
        }
        const local = name.slice(colon + 1);
        const prefix = name.slice(0, colon);
        if (prefix === "" || local === "" || local.includes(":")) {
          this.fail(`malformed name: ${name}.`);
        }
        return { prefix, local };
      }
      processAttribsNS() {
        var _a;
        const { attribList } = this;
        const tag = this.tag;
        {
          const { prefix, local } = this.qname(tag.name);
          tag.prefix = prefix;
          tag.local = local;
          const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
          if (prefix !== "") {
            if (prefix === "xmlns") {
              this.fail('tags may not have "xmlns" as prefix.');
            }
            if (uri === "") {
              this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
              tag.uri = prefix;
            }
          }
        }
        if (attribList.length === 0) {
          return;
        }
        const { attributes } = tag;
        const seen = /* @__PURE__ */ new Set();
        for (const attr of attribList) {
          const { name, prefix, local } = attr;
          let uri;
          let eqname;
          if (prefix === "") {
            uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
            eqname = name;
          } else {
            uri = this.resolve(prefix);
            if (uri === void 0) {
              this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
              uri = prefix;
            }
            eqname = `{${uri}}${local}`;
          }
          if (seen.has(eqname)) {
            this.fail(`duplicate attribute: ${eqname}.`);
          }
          seen.add(eqname);
          attr.uri = uri;
          attributes[name] = attr;
        }
        this.attribList = [];
      }
      processAttribsPlain() {
        const { attribList } = this;
        const attributes = this.tag.attributes;
        for (const { name, value } of attribList) {
          if (attributes[name] !== void 0) {
            this.fail(`duplicate attribute: ${name}.`);
          }
          attributes[name] = value;
        }
        this.attribList = [];
      }
      /**
       * Handle a complete open tag. This parser code calls this once it has seen
       * the whole tag. This method checks for well-formeness and then emits
       * ``onopentag``.
       */
      openTag() {
        var _a;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = false;
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        tags.push(tag);
        this.state = S_TEXT;
        this.name = "";
      }
      /**
       * Handle a complete self-closing tag. This parser code calls this once it has
       * seen the whole tag. This method checks for well-formeness and then emits
       * ``onopentag`` and ``onclosetag``.
       */
      openSelfClosingTag() {
        var _a, _b, _c;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = true;
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        (_b = this.closeTagHandler) === null || _b === void 0 ? void 0 : _b.call(this, tag);
        const top = this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null;
        if (top === null) {
          this.closedRoot = true;
        }
        this.state = S_TEXT;
        this.name = "";
      }
      /**
       * Handle a complete close tag. This parser code calls this once it has seen
       * the whole tag. This method checks for well-formeness and then emits
       * ``onclosetag``.
       */
      closeTag() {
        const { tags, name } = this;
        this.state = S_TEXT;
        this.name = "";
        if (name === "") {
          this.fail("weird empty close tag.");
          this.text += "</>";
          return;
        }
        const handler = this.closeTagHandler;
        let l = tags.length;
        while (l-- > 0) {
          const tag = this.tag = tags.pop();
          this.topNS = tag.ns;
          handler === null || handler === void 0 ? void 0 : handler(tag);
          if (tag.name === name) {
            break;
          }
          this.fail("unexpected close tag.");
        }
        if (l === 0) {
          this.closedRoot = true;
        } else if (l < 0) {
          this.fail(`unmatched closing tag: ${name}.`);
          this.text += `</${name}>`;
        }
      }
      /**
       * Resolves an entity. Makes any necessary well-formedness checks.
       *
       * @param entity The entity to resolve.
       *
       * @returns The parsed entity.
       */
      parseEntity(entity) {
        if (entity[0] !== "#") {
          const defined = this.ENTITIES[entity];
          if (defined !== void 0) {
            return defined;
          }
          this.fail(this.isName(entity) ? "undefined entity." : "disallowed character in entity name.");
          return `&${entity};`;
        }
        let num = NaN;
        if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) {
          num = parseInt(entity.slice(2), 16);
        } else if (/^#[0-9]+$/.test(entity)) {
          num = parseInt(entity.slice(1), 10);
        }
        if (!this.isChar(num)) {
          this.fail("malformed character entity.");
          return `&${entity};`;
        }
        return String.fromCodePoint(num);
      }
    };
    exports.SaxesParser = SaxesParser2;
  }
});

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors();
    module.exports.createColors = createColors;
  }
});

// src/replay/environment.ts
var DUMMY_KEY = "pawl-dummy-key";
var FIXED = {
  // The agent's user may have no name in /etc/passwd; many programs then look here.
  USER: "pawl",
  LOGNAME: "pawl",
  LANG: "C.UTF-8",
  TZ: "UTC",
  OPENAI_API_KEY: DUMMY_KEY,
  ANTHROPIC_API_KEY: DUMMY_KEY,
  OPENAI_AGENTS_DISABLE_TRACING: "1",
  // Some SDKs speak gRPC by default; and spans should come while the trial still runs, not 5 s later.
  OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
  OTEL_BSP_SCHEDULE_DELAY: "200",
  OTEL_BLRP_SCHEDULE_DELAY: "200"
};
var KNOWN_SECRETS = [
  "OPENAI_API_KEY",
  "ANTHROPIC_API_KEY",
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN"
];
var RUNNER_NAME = /^(ACTIONS|INPUT)_/i;
function agentEnvironment(options) {
  const refused2 = options.allow.filter((name) => isForbidden(name, options.keyNames));
  if (refused2.length > 0) throw new UserError(refused2.map(refusal));
  const result = {};
  for (const name of ["PATH", ...options.allow]) {
    const value = options.parent[name];
    if (value !== void 0) result[name] = value;
  }
  if (options.commands !== null) result.PATH = [options.commands, result.PATH].filter(Boolean).join(":");
  const urls = options.urls === null ? {} : urlEnvironment(options.urls);
  return { ...result, ...FIXED, HOME: options.home, TMPDIR: options.tmp, ...urls };
}
function secretsIn(parent, keyNames) {
  const isSecret = (name) => keyNames.includes(name) || KNOWN_SECRETS.includes(name) || /^INPUT_/i.test(name) && isSecretName(name);
  return Object.keys(parent).filter((name) => isSecret(name) && (parent[name] ?? "") !== "");
}
function isForbidden(name, keyNames) {
  return keyNames.includes(name) || isSecretName(name) || RUNNER_NAME.test(name);
}
function refusal(name) {
  return {
    where: "agent.environment",
    message: `the agent may not see ${name}: keys, tokens, ACTIONS_* and INPUT_* stay out of it`,
    hint: "remove the name; the agent reaches its provider through the URLs and the dummy key that pawl gives it"
  };
}
function urlEnvironment(urls) {
  return {
    OPENAI_BASE_URL: urls.openai,
    ANTHROPIC_BASE_URL: urls.anthropic,
    PAWL_TOOLS_URL: urls.tools,
    PAWL_MCP_URL: urls.mcp,
    OTEL_EXPORTER_OTLP_ENDPOINT: urls.otlp
  };
}

// src/replay/live-tools.ts
function toolsAt(url, timeoutMs) {
  return async (tool, args) => {
    const address = `${url.replace(/\/+$/, "")}/${encodeURIComponent(tool)}`;
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(args),
        signal: timeoutMs === null ? null : AbortSignal.timeout(timeoutMs)
      });
      const text4 = await response.text();
      const value = parseJson(text4) ?? text4;
      if (response.status === 200) return { kind: "result", value };
      if (response.status === 422)
        return { kind: "error", value: isJsonObject(value) && value.error !== void 0 ? value.error : value };
      return { kind: "failed", message: `${address} answered ${response.status}: ${cut(text4, 200)}` };
    } catch (error) {
      return { kind: "failed", message: `${address}: ${messageOf(error)}` };
    }
  };
}

// src/replay/isolation.ts
import { execFile as execFile2 } from "node:child_process";
import { lchown, readdir, readFile, readlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify as promisify2 } from "node:util";

// src/replay/process-tree.ts
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
var MARK_VARIABLE = "PAWL_PROCESS_TREE";
var GRACE_STEPS_MS = [5, 10, 25, 60, 150, 250];
var KILL_ROUNDS = 50;
var KILLER_TIMEOUT_MS = 1e3;
var FIRST_SIDE_USER = 60580;
var SIDE_USER_PAIRS = 300;
async function killTree(tree) {
  if (!signalTree(tree, "SIGTERM")) return;
  for (const stepMs of GRACE_STEPS_MS) {
    await delay(stepMs);
    if (!signalTree(tree, 0)) return;
  }
  for (let round = 0; round < KILL_ROUNDS && signalTree(tree, "SIGKILL"); round++) await delay(10);
}
function sideUserPairs(seed) {
  return Array.from({ length: SIDE_USER_PAIRS }, (_, i) => FIRST_SIDE_USER + 2 * ((seed + i) % SIDE_USER_PAIRS));
}
function processesOf(uid) {
  return processIds().filter((pid) => {
    const status = read(`/proc/${pid}/status`) ?? "";
    return !/^State:\s+[ZX]/m.test(status) && /^Uid:(.*)$/m.exec(status)?.[1]?.split(/\s+/).includes(`${uid}`) === true;
  });
}
async function killUser(uid) {
  if (uid < FIRST_SIDE_USER || uid >= FIRST_SIDE_USER + 2 * SIDE_USER_PAIRS) return;
  const options = { uid, gid: uid, cwd: "/", env: {}, timeout: KILLER_TIMEOUT_MS, killSignal: "SIGKILL" };
  for (let round = 0; round < KILL_ROUNDS; round++) {
    await promisify(execFile)("/bin/sh", ["-c", "kill -s KILL -- -1"], options).catch(() => void 0);
    const left = processesOf(uid);
    if (left.length === 0) return;
    for (const pid of left) send(pid, "SIGKILL");
    await delay(10);
  }
}
function signalTree(tree, signal) {
  const members = membersOf(tree) ?? [-tree.rootPid];
  return members.map((pid) => send(pid, signal)).includes(true);
}
function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
function membersOf(tree) {
  const all = readProcesses();
  if (all === null) return null;
  const mark = `${MARK_VARIABLE}=${tree.mark}`;
  const isMarked = (pid) => read(`/proc/${pid}/environ`)?.split("\0").includes(mark) === true;
  let grown = all.filter(
    ({ pid, group, session }) => group === tree.rootPid || session === tree.rootPid || isMarked(pid)
  );
  const found = /* @__PURE__ */ new Set();
  while (grown.length > 0) {
    for (const one of grown) found.add(one.pid);
    grown = all.filter((one) => found.has(one.parent) && !found.has(one.pid));
  }
  return [...found];
}
function readProcesses() {
  if (process.platform !== "linux") return null;
  return processIds().flatMap((pid) => {
    const stat2 = read(`/proc/${pid}/stat`);
    const [state, parent, group, session] = stat2?.slice(stat2.lastIndexOf(")") + 2).split(" ") ?? ["Z"];
    if (state === "Z" || state === "X") return [];
    return [{ pid, parent: Number(parent), group: Number(group), session: Number(session) }];
  });
}
function processIds() {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);
}
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

// src/replay/isolation.ts
var PROBE_TIMEOUT_MS = 1e4;
var SWITCHED_OFF = { kind: "none", why: "switched off" };
var BUBBLEWRAP_ARGUMENTS = [
  ...["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/run"],
  ...["systemd/resolve", "resolvconf", "NetworkManager", "current-system"].flatMap((name) => [
    "--ro-bind-try",
    `/run/${name}`,
    `/run/${name}`
  ]),
  ...["--unshare-pid", "--unshare-ipc", "--die-with-parent", "--cap-drop", "ALL"]
];
async function chooseIsolation(policy, secrets, path) {
  const isolation = policy.mode === "off" ? SWITCHED_OFF : await bestIsolation(path === void 0 ? {} : { PATH: path });
  if (isolation.kind !== "none") return isolation;
  if (policy.mode === "required") {
    const message2 = `isolation is required, and this machine offers none: ${isolation.why}`;
    throw new UserError({ where: "isolation", message: message2, hint: "install bubblewrap (bwrap), or run pawl as root" });
  }
  if (secrets.length > 0 && !policy.allowUnisolated) {
    throw new UserError({
      where: "isolation",
      message: `the agent could read ${secrets.join(", ")} from pawl's own process: no isolation (${isolation.why})`,
      hint: "install bubblewrap (bwrap), run pawl as root, or accept it with allow_unisolated: true"
    });
  }
  return isolation;
}
async function bestIsolation(environment) {
  const uid = await freeUsers();
  const noUid = uid === null ? "every user id that pawl may take is in use" : await whyNoUid(uid, environment);
  if (uid !== null && noUid === null) return { kind: "uid", uid };
  const noBubblewrap = await whyNoBubblewrap(environment);
  if (noBubblewrap === null) return { kind: "bubblewrap" };
  return { kind: "none", why: `another uid: ${noUid}; bubblewrap: ${noBubblewrap}` };
}
async function freeUsers() {
  const accounts = await readFile("/etc/passwd", "utf8").catch(() => "");
  const named3 = new Set(accounts.split("\n").map((line) => Number(line.split(":")[2])));
  const isFree = (uid) => !named3.has(uid) && processesOf(uid).length === 0;
  return sideUserPairs(process.pid).find((uid) => isFree(uid) && isFree(uid + 1)) ?? null;
}
function userOf(isolation, side) {
  if (isolation.kind !== "uid") return null;
  return side === "base" ? isolation.uid : isolation.uid + 1;
}
async function endStrays(isolation, side) {
  const uid = userOf(isolation, side);
  if (uid !== null) await killUser(uid);
}
function wrapCommand(isolation, command, checkout, folder) {
  const cwd = join(checkout.repo, folder);
  const shell = { file: "/bin/sh", args: ["-c", command], cwd };
  switch (isolation.kind) {
    case "none":
      return shell;
    case "uid": {
      const uid = userOf(isolation, checkout.side) ?? isolation.uid;
      return { ...shell, uid, gid: uid };
    }
    case "bubblewrap": {
      const seen = seenCheckout(isolation, checkout);
      const mounts = ["--tmpfs", dirname(seen.root), "--bind", checkout.root, seen.root];
      const args = [...BUBBLEWRAP_ARGUMENTS, ...mounts, "--chdir", join(seen.repo, folder), shell.file, ...shell.args];
      return { file: "bwrap", args, cwd };
    }
    default:
      throw new Error(`unknown isolation ${isolation}`);
  }
}
function seenCheckout(isolation, checkout) {
  if (isolation.kind !== "bubblewrap") return checkout;
  const root = join(dirname(checkout.root), "agent");
  return { root, repo: join(root, "repo"), home: join(root, "home"), tmp: join(root, "tmp") };
}
async function handOver(isolation, checkout) {
  const uid = userOf(isolation, checkout.side);
  if (uid === null) return;
  await chownTree(checkout.root, uid);
  const repo = quote(checkout.repo);
  const ran = await runProbe(wrapCommand(isolation, `cd ${repo} && test -r . && test -w .`, checkout, "."), {});
  if (ran.why === null) return;
  throw new UserError({
    where: checkout.root,
    message: `uid ${uid}, which the agent is to run as, cannot work in this folder: ${ran.why}`,
    hint: "set TMPDIR to a folder that every user may pass through, such as /tmp"
  });
}
async function chownTree(folder, uid) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await chownTree(path, uid);
    else await lchown(path, uid, uid);
  }
  await lchown(folder, uid, uid);
}
async function whyNoUid(uid, environment) {
  if (process.getuid?.() !== 0) return "pawl does not run as root";
  const script2 = `
    if (: < /proc/${process.pid}/environ) 2>/dev/null; then echo 'it can still read the environment of pawl' >&2; exit 1; fi
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then echo 'it may use sudo' >&2; exit 1; fi`;
  const launch = { file: "/bin/sh", args: ["-c", script2], cwd: "/", uid, gid: uid };
  return (await runProbe(launch, environment)).why;
}
async function whyNoBubblewrap(environment) {
  if (process.platform !== "linux") return "it is for Linux only";
  const args = [...BUBBLEWRAP_ARGUMENTS, "readlink", "/proc/self/ns/pid"];
  const ran = await runProbe({ file: "bwrap", args, cwd: "/" }, environment);
  if (ran.why !== null) return ran.why;
  const ours = await readlink("/proc/self/ns/pid");
  return ran.stdout.trim() === ours ? "it has no pid namespace of its own" : null;
}
function quote(word) {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
async function runProbe(launch, env) {
  const { file, args, ...options } = launch;
  try {
    const { stdout } = await promisify2(execFile2)(file, args, { ...options, env, timeout: PROBE_TIMEOUT_MS });
    return { why: null, stdout };
  } catch (error) {
    const said2 = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    return { why: cut(said2 === "" ? messageOf(error) : said2, 300), stdout: "" };
  }
}

// src/replay/argument-shape.ts
var MAX_HOPS = 10;
function shapeOf(schema, root) {
  const { schema: plain, allowsNull } = unwrap(isJsonObject(schema) ? schema : {}, root, MAX_HOPS);
  const types = [plain.type ?? []].flat();
  const { format } = plain;
  return {
    schema: plain,
    isNumber: types.some((type) => type === "number" || type === "integer") && !types.includes("string"),
    date: format === "date" || format === "date-time" ? format : null,
    texts: [plain.enum ?? []].flat().filter((text4) => typeof text4 === "string"),
    isSet: plain.uniqueItems === true,
    allowsNull: allowsNull || types.includes("null"),
    fallback: plain.default === void 0 ? null : { value: plain.default }
  };
}
function memberShape({ schema }, name, root) {
  const { properties, additionalProperties } = schema;
  const own = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
  return shapeOf(own, root);
}
function itemShape({ schema }, root) {
  return shapeOf(schema.items, root);
}
function unwrap(schema, root, hops) {
  const { $ref, allOf, anyOf, oneOf: oneOf2, ...own } = schema;
  const branches = [allOf ?? anyOf ?? oneOf2 ?? []].flat().filter(isJsonObject);
  const others = branches.filter((branch) => branch.type !== "null");
  const nullBranch = others.length < branches.length && allOf === void 0;
  const inner = typeof $ref === "string" ? at(root, $ref) : others.length === 1 ? others[0] : void 0;
  if (!isJsonObject(inner) || hops === 0) return { schema: own, allowsNull: nullBranch };
  const below = unwrap(inner, root, hops - 1);
  return { schema: { ...below.schema, ...own }, allowsNull: nullBranch || below.allowsNull };
}
function at(root, reference) {
  if (!reference.startsWith("#/")) return void 0;
  const names = reference.slice(2).split("/");
  return names.reduce((here, token) => {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    return isJsonObject(here) && Object.hasOwn(here, name) ? here[name] : void 0;
  }, root);
}

// src/replay/normalise-date.ts
var DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$|^(\d{4})(\d\d)(\d\d)$/;
var BEYOND_MICROSECONDS = /[.,]\d{6}\d*[1-9]/;
function normaliseDate(text4) {
  const parts = (DATE.exec(text4) ?? []).slice(1).filter((part) => part !== void 0);
  const date = parts.map((part) => part.padStart(2, "0")).join("-");
  return momentOf(`${date}T00:00`) === null ? text4 : date;
}
function normaliseDateTime(text4) {
  const moment = momentOf(text4);
  if (moment === null || BEYOND_MICROSECONDS.test(text4) || !Number.isSafeInteger(moment.us)) return text4;
  return `${moment.us} us ${moment.hasOffset ? "UTC" : "local"}`;
}

// src/replay/normalise-text.ts
function normaliseText(text4, shape, on) {
  const composed = on.has("unicode") ? text4.normalize("NFC") : text4;
  const trimmed = on.has("white_space") ? withoutLooseBlanks(composed) : composed;
  if (on.has("numbers") && shape.isNumber) return numberOf(trimmed) ?? trimmed;
  if (on.has("dates") && shape.date !== null)
    return shape.date === "date" ? normaliseDate(trimmed) : normaliseDateTime(trimmed);
  return on.has("enum_case") ? spelledAsIn(shape.texts, trimmed) : trimmed;
}
function withoutLooseBlanks(text4) {
  return text4.replace(/\r\n?/g, "\n").split("\n").map((line) => line.trimEnd()).join("\n").trim();
}
function numberOf(text4) {
  const value = parseJson(text4);
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  const digits = text4.replace(/[eE].*$/, "").replace(/\D/g, "").replace(/^0+/, "");
  return digits.length <= 15 ? value : null;
}
function spelledAsIn(texts2, text4) {
  if (texts2.includes(text4)) return text4;
  const alike = texts2.filter((one) => one.toLowerCase() === text4.toLowerCase());
  return alike.length === 1 ? alike[0] ?? text4 : text4;
}

// src/replay/normalise.ts
var NORMALISATIONS = ["absent", "numbers", "white_space", "unicode", "dates", "sets", "enum_case"];
function normaliserOf({ tools, enabled, isReadOnly, setsOf }) {
  const schemas = new Map(tools.map((tool) => [tool.name, tool.parameters]));
  const textOf3 = ({ name, arguments: args }, on) => {
    const root = schemas.get(name) ?? {};
    const applied = isReadOnly(name) ? on : on.filter((one) => one !== "white_space");
    const walk2 = new Walk(root, new Set(applied), new Set(setsOf(name)));
    return writtenText({ name, arguments: walk2.value(args, shapeOf(root, root), "") });
  };
  return {
    textOf: (call) => textOf3(call, enabled),
    between: (a, b) => {
      const same = (on) => textOf3(a, on) === textOf3(b, on);
      return enabled.reduce((needed, one) => {
        const others = needed.filter((other) => other !== one);
        return same(others) ? others : needed;
      }, enabled);
    }
  };
}
function writtenText(call) {
  return `${call.name} ${canonicalJson(call.arguments)}`;
}
var Walk = class {
  #root;
  #on;
  #sets;
  constructor(root, on, sets) {
    this.#root = root;
    this.#on = on;
    this.#sets = sets;
  }
  value(value, shape, path) {
    if (typeof value === "string") return normaliseText(value, shape, this.#on);
    if (Array.isArray(value)) return this.#list(value, shape, path);
    return isJsonObject(value) ? this.#object(value, shape, path) : value;
  }
  #list(list2, shape, path) {
    const itemsShape = itemShape(shape, this.#root);
    const items2 = list2.map((item) => this.value(item, itemsShape, `${path}[]`));
    const isSet = this.#on.has("sets") && (shape.isSet || this.#sets.has(path));
    if (!isSet) return items2;
    const byText = new Map(items2.map((item) => [canonicalJson(item), item]));
    return [...byText].sort(([a], [b]) => a < b ? -1 : 1).map(([, item]) => item);
  }
  #object(object, shape, path) {
    const members = Object.entries(object).flatMap(([name, member2]) => {
      const own = memberShape(shape, name, this.#root);
      const at2 = path === "" ? name : `${path}.${name}`;
      const value = this.value(member2, own, at2);
      return this.#on.has("absent") && this.#saysNothing(value, own, at2) ? [] : [[name, value]];
    });
    return Object.fromEntries(members);
  }
  /** Null is a value of its own where the schema allows it and the default is another. */
  #saysNothing(value, { fallback, allowsNull, ...shape }, path) {
    if (value === null) return !allowsNull || fallback === null || fallback.value === null;
    if (fallback === null) return false;
    const ours = this.value(fallback.value, { ...shape, fallback, allowsNull }, path);
    return canonicalJson(value) === canonicalJson(ours);
  }
};

// src/replay/renames.ts
var unmapped = {
  toBase: (name, args) => ({ name, arguments: args, changed: false }),
  isNew: () => false,
  isRemoved: () => false
};
function callMapOf({ renames, addedTools, removedTools }) {
  const byTool = new Map(renames.map((rename2) => [rename2.headTool, rename2]));
  const added2 = new Set(addedTools);
  const removed = new Set(removedTools);
  return {
    toBase: (name, args) => {
      const rename2 = byTool.get(name);
      if (rename2 === void 0) return { name, arguments: args, changed: false };
      const value = structuredClone(args);
      const dropped = deepestFirst(rename2.addedOptional).filter((path) => drop(value, path)).length;
      const moved = deepestFirst(Object.keys(rename2.parameters)).filter(
        (from) => renameTo(value, from, rename2.parameters[from] ?? from)
      ).length;
      return { name: rename2.baseTool, arguments: value, changed: rename2.baseTool !== name || moved + dropped > 0 };
    },
    isNew: (tool) => added2.has(tool),
    isRemoved: (tool) => removed.has(tool)
  };
}
function deepestFirst(paths) {
  return paths.toSorted((a, b) => b.split(".").length - a.split(".").length);
}
function renameTo(value, from, to) {
  const { parent, name } = split(from);
  const parents = parentsOf(value, parent).filter((one) => Object.hasOwn(one, name));
  for (const one of parents) {
    const moved = one[name] ?? null;
    delete one[name];
    one[split(to).name] = moved;
  }
  return parents.length > 0;
}
function drop(value, path) {
  const { parent, name } = split(path);
  const parents = parentsOf(value, parent).filter((one) => Object.hasOwn(one, name));
  for (const one of parents) delete one[name];
  return parents.length > 0;
}
function split(path) {
  const dot = path.lastIndexOf(".");
  return { parent: path.slice(0, Math.max(0, dot)), name: path.slice(dot + 1) };
}
function parentsOf(value, path) {
  let here = [value];
  for (const segment of path === "" ? [] : path.split(".")) {
    const name = segment.replace(/(\[\])+$/, "");
    here = here.flatMap((one) => isJsonObject(one) && Object.hasOwn(one, name) ? [one[name] ?? null] : []);
    for (let depth = (segment.length - name.length) / 2; depth > 0; depth -= 1)
      here = here.flatMap((one) => Array.isArray(one) ? one : []);
  }
  return here.filter(isJsonObject);
}

// src/replay/session.ts
import { rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";

// node_modules/yocto-queue/index.js
var Node = class {
  value;
  next;
  constructor(value) {
    this.value = value;
  }
};
var Queue = class {
  #head;
  #tail;
  #size;
  constructor() {
    this.clear();
  }
  enqueue(value) {
    const node = new Node(value);
    if (this.#head) {
      this.#tail.next = node;
      this.#tail = node;
    } else {
      this.#head = node;
      this.#tail = node;
    }
    this.#size++;
  }
  dequeue() {
    const current = this.#head;
    if (!current) {
      return;
    }
    this.#head = this.#head.next;
    this.#size--;
    if (!this.#head) {
      this.#tail = void 0;
    }
    return current.value;
  }
  peek() {
    if (!this.#head) {
      return;
    }
    return this.#head.value;
  }
  clear() {
    this.#head = void 0;
    this.#tail = void 0;
    this.#size = 0;
  }
  get size() {
    return this.#size;
  }
  *[Symbol.iterator]() {
    let current = this.#head;
    while (current) {
      yield current.value;
      current = current.next;
    }
  }
  *drain() {
    while (this.#head) {
      yield this.dequeue();
    }
  }
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
  let rejectOnClear = false;
  if (typeof concurrency === "object") {
    ({ concurrency, rejectOnClear = false } = concurrency);
  }
  validateConcurrency(concurrency);
  if (typeof rejectOnClear !== "boolean") {
    throw new TypeError("Expected `rejectOnClear` to be a boolean");
  }
  const queue = new Queue();
  let activeCount = 0;
  const resumeNext = () => {
    if (activeCount < concurrency && queue.size > 0) {
      activeCount++;
      queue.dequeue().run();
    }
  };
  const next = () => {
    activeCount--;
    resumeNext();
  };
  const run = async (function_, resolve, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run.bind(void 0, function_, resolve, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
    enqueue(function_, resolve, reject, arguments_);
  });
  Object.defineProperties(generator, {
    activeCount: {
      get: () => activeCount
    },
    pendingCount: {
      get: () => queue.size
    },
    clearQueue: {
      value() {
        if (!rejectOnClear) {
          queue.clear();
          return;
        }
        const abortError = AbortSignal.abort().reason;
        while (queue.size > 0) {
          queue.dequeue().reject(abortError);
        }
      }
    },
    concurrency: {
      get: () => concurrency,
      set(newConcurrency) {
        validateConcurrency(newConcurrency);
        concurrency = newConcurrency;
        queueMicrotask(() => {
          while (activeCount < concurrency && queue.size > 0) {
            resumeNext();
          }
        });
      }
    },
    map: {
      async value(iterable, function_) {
        const promises = [];
        try {
          Array.from(iterable, (value, index) => {
            const promise = generator(function_, value, index);
            promises.push(promise);
            return promise;
          });
        } catch (error) {
          for (const promise of promises) {
            promise.catch(() => {
            });
          }
          throw error;
        }
        return Promise.all(promises);
      }
    }
  });
  return generator;
}
function validateConcurrency(concurrency) {
  if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
    throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  }
}

// src/replay/gateway.ts
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";

// src/replay/answer.ts
function readAnswer(wire2, form, text4) {
  if (form === "stream" && wire2 !== "openai-embeddings") {
    const assembled = assembleStream(wire2, text4);
    return assembled.kind === "complete" ? { kind: "whole", body: assembled.body } : { kind: "broken", reason: assembled.reason };
  }
  const body = parseJson(text4);
  return isJsonObject(body) ? { kind: "whole", body } : { kind: "broken", reason: "the body is no JSON object" };
}
function bytesFor(answer3, body, { form, encoding }) {
  const { wire: wire2 } = answer3;
  const said2 = encoding === null ? body : embeddingsAs(encoding, body);
  if (answer3.form === form && said2 === body) return answer3.body;
  return form === "stream" && wire2 !== "openai-embeddings" ? streamOf(wire2, said2) : JSON.stringify(said2);
}
function contentTypeOf(form) {
  return form === "stream" ? "text/event-stream; charset=utf-8" : "application/json";
}

// src/replay/sharing.ts
function laneName(lane) {
  return "agentHash" in lane ? `${lane.kind}:${lane.agentHash}` : lane.kind;
}
function answerKeyText(key) {
  return sha256(`${laneName(key.lane)}
${key.number}
${key.requestKey}
${key.occurrence}
${key.caseId}`);
}
function answersOf(trial2, lane) {
  const seen = /* @__PURE__ */ new Map();
  return trial2.trajectory.steps.flatMap((step) => {
    if (step.kind !== "model_call" || step.error !== null) return [];
    const { requestKey: requestKey2 } = step;
    const occurrence = seen.get(requestKey2) ?? 0;
    seen.set(requestKey2, occurrence + 1);
    return [answerKeyText({ caseId: trial2.caseId, number: trial2.number, lane, requestKey: requestKey2, occurrence })];
  });
}
function prefixOf(baseTrial, lane) {
  const requestKeys = baseTrial.trajectory.steps.flatMap(
    (step) => step.kind === "model_call" ? [step.requestKey] : []
  );
  return { lane, number: baseTrial.number, requestKeys };
}
var Claims = class {
  #open = [];
  #caseId;
  #number;
  #ownLane;
  #prefix;
  #diverged = false;
  constructor(trial2) {
    this.#caseId = trial2.caseId;
    this.#number = trial2.number;
    this.#ownLane = trial2.lane;
    this.#prefix = trial2.prefix;
  }
  /** Where answers of this trial may stand: its own, and base's that it shares. */
  lanes() {
    return this.#prefix === null ? [this.#ownLane] : [this.#ownLane, this.#prefix.lane];
  }
  /** `isStored` says whether an answer is at hand: what base was not answered cannot be shared either. */
  claim(requestKey2, isStored2) {
    const place = { requestKey: requestKey2, occurrence: this.#freeOccurrence(requestKey2) };
    const keyIn = (lane, number3) => ({ caseId: this.#caseId, number: number3, lane, ...place });
    const shared = this.#sharedKey(requestKey2, keyIn);
    const isShared = shared !== null && isStored2(shared);
    if (!isShared) this.#diverged = true;
    this.#open.push(place);
    return {
      key: isShared ? shared : keyIn(this.#ownLane, this.#number),
      shared: isShared,
      release: () => {
        const index = this.#open.indexOf(place);
        if (index !== -1) this.#open.splice(index, 1);
      }
    };
  }
  #sharedKey(requestKey2, keyIn) {
    if (this.#diverged || this.#prefix === null) return null;
    const { requestKeys, lane, number: number3 } = this.#prefix;
    return requestKeys[this.#open.length] === requestKey2 ? keyIn(lane, number3) : null;
  }
  /** The smallest number no equal request holds: parallel equal requests are separate samples. */
  #freeOccurrence(requestKey2) {
    const taken = new Set(
      this.#open.filter((place) => place.requestKey === requestKey2).map((place) => place.occurrence)
    );
    let occurrence = 0;
    while (taken.has(occurrence)) occurrence += 1;
    return occurrence;
  }
};

// src/replay/recorded-miss.ts
function semanticTwin(store, key, identity, lanes) {
  const semanticKey = identity.semanticKey();
  const alike = store.requests(key.caseId).filter((request2) => request2.semanticKey === semanticKey);
  const texts2 = alike.flatMap(({ requestKey: requestKey2 }) => lanes.map((lane) => answerKeyText({ ...key, lane, requestKey: requestKey2 })));
  return texts2.find((text4) => store.has(text4)) ?? null;
}
var MAX_LEVELS = 500;
function nearestRequest(store, caseId, identity) {
  const asked = parseJson(identity.text);
  const [nearest] = store.requests(caseId).flatMap((request2) => {
    const text4 = request2.text();
    return text4 === null ? [] : [{ request: request2, text: text4, common: commonLength(text4, identity.text) }];
  }).sort((a, b) => b.common - a.common || (a.text < b.text ? -1 : 1));
  if (nearest === void 0 || asked === void 0 || nestedDeeperThan(asked, MAX_LEVELS)) return null;
  const difference = firstDifference(parseJson(nearest.text) ?? null, asked);
  const { requestKey: requestKey2 } = nearest.request;
  if (difference === null) return { requestKey: requestKey2, path: "", recorded: "the same", asked: "the same" };
  return { requestKey: requestKey2, path: difference.path, recorded: difference.a, asked: difference.b };
}
function commonLength(a, b) {
  const shorter = Math.min(a.length, b.length);
  let start2 = 0;
  while (start2 < shorter && a[start2] === b[start2]) start2 += 1;
  let end = 0;
  while (end < shorter - start2 && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return start2 + end - Math.abs(a.length - b.length);
}
function placeText(nearest) {
  if (nearest === null) return "no request of this case is recorded";
  if (nearest.path === "") return "the request is recorded, its answer for this trial is not";
  return `the nearest recorded request differs first at ${nearest.path}`;
}

// src/replay/request-identity.ts
function identify(wire2, body, headers, context2) {
  const options = {
    headers: {
      anthropicVersion: headers["anthropic-version"] ?? null,
      anthropicBeta: headers["anthropic-beta"] ?? null
    },
    replacements: [{ text: context2.root, by: "$ROOT" }],
    redactions: context2.redactions,
    previous: (id) => context2.markerOf(id)
  };
  try {
    const text4 = canonicalText(wire2, body, { ...options, level: 0 });
    return { key: sha256(text4), text: text4, semanticKey: () => requestKey(wire2, body, { ...options, level: 1 }) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

// src/replay/model-endpoint.ts
var MAX_MODEL_CALLS = 200;
async function answerModel(backend, trial2, wire2, sent) {
  const request2 = readRequest(wire2, sent.body);
  if ("problem" in request2) return errorReply(400, `cannot read this ${wire2} request: ${request2.problem}`);
  const settled = await trial2.ownTools.settle(trial2, request2, sent.body);
  switch (settled.kind) {
    case "as_it_is":
      return answerSettled(backend, trial2, request2, sent);
    case "replaced": {
      const { body } = settled;
      return answerSettled(backend, trial2, settled.request, { ...sent, body, text: JSON.stringify(body) });
    }
    case "stopped":
      return errorReply(400, settled.reason);
    default:
      return settled;
  }
}
async function answerSettled(backend, trial2, request2, sent) {
  if (trial2.isStopped()) return errorReply(410, "this trial has ended");
  const { wire: wire2 } = request2;
  const identity = identify(wire2, sent.body, sent.headers, {
    root: trial2.root,
    redactions: backend.redactions,
    markerOf: (id) => trial2.recorder.kept(id)?.marker ?? null
  });
  if (identity === null) return errorReply(400, `cannot read this ${wire2} request: it is nested too deeply`);
  const asking = {
    trial: trial2,
    wire: wire2,
    request: request2,
    identity,
    requestKey: identity.key,
    kept: keptIds(wire2, sent.body),
    conversation: wire2 === "openai-responses" ? conversationId(sent.body) : null,
    newMessages: trial2.recorder.newMessages(request2),
    headers: sent.headers,
    text: sent.text,
    asked: {
      form: request2.stream ? "stream" : "json",
      encoding: wire2 === "openai-embeddings" ? embeddingEncoding(sent.body) : null
    },
    onAbandoned: sent.onAbandoned
  };
  warnOfKept(asking);
  return answerAsked(backend, asking);
}
function warnOfKept({ trial: trial2, kept }) {
  if (kept.length === 0) return;
  trial2.warn(CONTINUES);
  if (kept.some((id) => trial2.recorder.kept(id) === null)) trial2.warn(CONTINUES_FOREIGN);
}
var CONTINUES = "requests continue answers that the provider keeps (previous_response_id, conversation, item_reference): once it has forgotten them, a trial replays only while all of its answers are in the store. Send the whole conversation and set store: false to depend on nothing";
var CONTINUES_FOREIGN = "requests continue an answer or a conversation of the provider that their own trial did not make: its id stands in the request key, so that no other run shares their answers";
async function answerAsked(backend, asking) {
  if (asking.trial.recorder.modelCalls() >= MAX_MODEL_CALLS) {
    const reason = `the agent made more than ${MAX_MODEL_CALLS} model calls in one trial`;
    asking.trial.recorder.ranAway(reason);
    asking.trial.stop(reason);
    return errorReply(429, reason);
  }
  asking.trial.recorder.asked(asking.requestKey);
  const place = asking.trial.recorder.place();
  const claim = asking.trial.recorder.claims.claim(asking.requestKey, (key) => backend.store.has(answerKeyText(key)));
  const release = () => {
    place.drop();
    claim.release();
  };
  asking.onAbandoned(release);
  const found = await findAnswer(backend, asking, claim);
  if (found.kind === "ended") {
    release();
    return found.reply;
  }
  const { recorder } = asking.trial;
  const { occurrence } = claim.key;
  if (found.kind === "refused") {
    const forgotten = whatIsForgotten(asking, found);
    if (forgotten !== null) {
      release();
      return providerFailed(asking.trial, found.httpStatus, forgotten);
    }
    const error = `the provider refused the request with ${found.httpStatus}: ${cut(found.body, 300)}`;
    place.fill(recorder.modelCall({ ...asking, occurrence, body: null, source: "provider", error, durationMs: 0 }));
    return { httpStatus: found.httpStatus, contentType: found.contentType, body: found.body };
  }
  const { answer: answer3, body, source } = found;
  place.fill(recorder.modelCall({ ...asking, occurrence, body, source, error: null, durationMs: answer3.durationMs }));
  const { asked } = asking;
  return { httpStatus: 200, contentType: contentTypeOf(asked.form), body: bytesFor(answer3, body, asked) };
}
async function findAnswer(backend, asking, claim) {
  if (asking.trial.dry && !claim.shared) {
    asking.trial.stopDry();
    return { kind: "ended", reply: errorReply(400, "a dry run ends where it asks what base did not") };
  }
  const keyText = answerKeyText(claim.key);
  const stored = backend.store.answer(keyText);
  if (stored !== null) return foundInStore(stored, claim.shared ? "shared" : "store");
  if (backend.mode === "recorded") return findRecorded(backend, asking, claim);
  const asked = await askOnce(backend, asking, keyText);
  switch (asked.kind) {
    case "answer":
      return { kind: "found", answer: asked.answer, body: asked.body, source: "provider" };
    case "refused":
      return asked;
    case "failed":
      return { kind: "ended", reply: providerFailed(asking.trial, asked.httpStatus, asked.message) };
    default:
      return asked;
  }
}
function foundInStore(answer3, source) {
  const read3 = readAnswer(answer3.wire, answer3.form, answer3.body);
  if (read3.kind === "broken") throw new Error(`a stored answer is broken: ${read3.reason}`);
  return { kind: "found", answer: answer3, body: read3.body, source };
}
function findRecorded({ store }, { trial: trial2, identity }, claim) {
  const { recorder } = trial2;
  const twin = semanticTwin(store, claim.key, identity, recorder.claims.lanes());
  const alike = twin === null ? null : store.answer(twin);
  if (alike !== null) return foundInStore(alike, "semantic");
  const nearest = nearestRequest(store, claim.key.caseId, identity);
  const call = `model call ${claim.key.occurrence + 1} of this request`;
  const reason = `${call} is not in the store, and nothing may be drawn: ${placeText(nearest)}`;
  recorder.notCovered(reason);
  trial2.stop(reason);
  return { kind: "ended", reply: errorReply(400, `not covered: ${reason}`, nearest === null ? {} : { nearest }) };
}
function providerFailed(trial2, httpStatus, message2) {
  trial2.recorder.providerFailed({ httpStatus, message: message2 });
  trial2.stop(message2);
  return errorReply(503, `the provider failed: ${cut(message2, 300)}`);
}
function whatIsForgotten({ trial: trial2, kept }, refused2) {
  const isOld = kept.some((id) => (trial2.recorder.kept(id)?.source ?? "provider") !== "provider");
  if (!isOld || !/not[ _]found/i.test(refused2.body)) return null;
  return `it refused with ${refused2.httpStatus} to continue an answer of an earlier run: ${cut(refused2.body, 300)}`;
}
function askOnce(backend, asking, keyText) {
  const known = backend.asking.get(keyText);
  if (known !== void 0) return known;
  const asked = askProvider(backend, asking, keyText).finally(() => backend.asking.delete(keyText));
  backend.asking.set(keyText, asked);
  return asked;
}
async function askProvider(backend, asking, keyText) {
  const { wire: wire2, text: text4, headers } = asking;
  const { form } = asking.asked;
  let retrying = null;
  const onRetry = () => {
    retrying ??= asking.trial.recorder.retrying();
  };
  const asked = await backend.upstream.ask({ wire: wire2, form, body: text4, headers, onRetry });
  retrying?.settled();
  if (asked.kind === "answer") {
    backend.store.putAnswer(keyText, asked.answer);
    backend.store.putRequest(asking.trial.theCase.id, asking.identity);
  }
  return asked;
}
function errorReply(httpStatus, message2, details2 = {}) {
  const error = { type: "pawl_error", message: `pawl: ${message2}`, ...details2 };
  const body = JSON.stringify({ type: "error", error });
  return { httpStatus, contentType: "application/json", body };
}

// src/replay/otlp-endpoint.ts
import { promisify as promisify3 } from "node:util";
import { gunzip } from "node:zlib";
var SIGNALS = {
  "v1/traces": "traces",
  "v1/logs": "logs",
  "v1/metrics": "metrics"
};
var JSON_TYPE = "application/json";
var PROTOBUF_TYPE = "application/x-protobuf";
var inflate = promisify3(gunzip);
async function answerOtlp(post3, maxBytes, take) {
  const type = post3.contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const signal = Object.hasOwn(SIGNALS, post3.path) ? SIGNALS[post3.path] : void 0;
  if (signal === void 0)
    return failure(404, type, `expected ${Object.keys(SIGNALS).join(", ")}, received ${cut(post3.path, 60)}`);
  if (post3.method !== "POST") return failure(405, type, `expected POST, received ${cut(post3.method, 20)}`);
  if (type !== JSON_TYPE && type !== PROTOBUF_TYPE)
    return failure(415, type, `expected ${JSON_TYPE} or ${PROTOBUF_TYPE}, received ${cut(type, 60)}`);
  const plain = await decompressed(post3, maxBytes);
  if (plain.kind === "refused") return failure(plain.httpStatus, type, plain.message);
  const form = type === JSON_TYPE ? { encoding: "json" } : { encoding: "protobuf", signal };
  const content = decodeOtlp(plain.bytes, form, post3.path);
  take(content);
  const [problem2] = content.problems;
  const isEmpty = content.spans.length + content.logs.length + content.droppedMetrics === 0;
  if (isEmpty && problem2 !== void 0) return failure(400, type, `${problem2.reason}: ${problem2.examples.join()}`);
  return { httpStatus: 200, contentType: type, body: type === JSON_TYPE ? "{}" : "" };
}
async function decompressed({ contentEncoding, body }, maxBytes) {
  if (body === null) return refused(413, tooLarge(maxBytes));
  if (contentEncoding === "" || contentEncoding === "identity") return { kind: "plain", bytes: body };
  if (contentEncoding !== "gzip")
    return refused(415, `expected no content encoding or gzip, received ${cut(contentEncoding, 60)}`);
  try {
    return { kind: "plain", bytes: await inflate(body, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge ? refused(413, tooLarge(maxBytes)) : refused(400, `damaged gzip: ${messageOf(error)}`);
  }
}
function refused(httpStatus, message2) {
  return { kind: "refused", httpStatus, message: message2 };
}
function tooLarge(maxBytes) {
  return `the request is larger than ${maxBytes} bytes`;
}
var INVALID_ARGUMENT = 3;
function failure(httpStatus, type, message2) {
  if (type !== PROTOBUF_TYPE)
    return { httpStatus, contentType: JSON_TYPE, body: JSON.stringify({ code: INVALID_ARGUMENT, message: message2 }) };
  const text4 = Buffer.from(message2).subarray(0, 127);
  const body = Buffer.concat([Buffer.from([8, INVALID_ARGUMENT, 18, text4.length]), text4]);
  return { httpStatus, contentType: PROTOBUF_TYPE, body };
}

// src/replay/tool-endpoint.ts
async function answerTool(trial2, tool, args) {
  const outcome = await callTool(trial2, tool, args);
  if (outcome.kind === "result") return { httpStatus: 200, body: outcome.value };
  if (outcome.kind === "error") return { httpStatus: 422, body: { error: outcome.value } };
  return { httpStatus: 404, body: { error: outcome.reason } };
}
async function callTool(trial2, tool, args) {
  const place = trial2.recorder.place();
  if (trial2.liveTools === null) return settleCall(trial2, await resolveCall(trial2, tool, args), "served", place);
  const outcome = await trial2.liveTools(tool, args);
  if (outcome.kind !== "failed")
    return settleCall(trial2, { tool, args, outcome, match: "live", recordedAs: null }, "served", place);
  trial2.recorder.providerFailed({ httpStatus: null, message: outcome.message });
  trial2.stop(outcome.message);
  return { kind: "missing", reason: outcome.message };
}
async function resolveCall(trial2, tool, args) {
  const checked = trial2.toolbox.check(tool, args);
  if (checked.kind === "invalid" || trial2.renames.isRemoved(tool)) {
    const why = checked.kind === "invalid" ? checked.problems.join("; ") : "there is no such tool";
    const outcome = { kind: "error", value: `invalid arguments for ${cut(tool, 80)}: ${why}` };
    return { tool, args, outcome, match: "schema_error", recordedAs: null };
  }
  const mapped = trial2.renames.toBase(tool, args);
  const hit = trial2.tape.next(mapped);
  if (hit !== null) return { tool, args, ...foundOnTape(mapped, hit) };
  return { tool, args, recordedAs: inRecordedTerms(mapped), ...await answerMiss(trial2, tool, mapped) };
}
function foundOnTape(mapped, hit) {
  const { outcome, normalisations, otherState, recorded } = hit;
  const rewritten = normalisations.length > 0;
  const match = otherState ? "other_state" : mapped.changed ? "renamed" : rewritten ? "normalised" : "exact";
  if (!rewritten) return { outcome, match, recordedAs: inRecordedTerms(mapped) };
  return { outcome, match, recordedAs: recorded, normalisations };
}
function inRecordedTerms(mapped) {
  return mapped.changed ? { name: mapped.name, arguments: mapped.arguments } : null;
}
async function answerMiss(trial2, tool, mapped) {
  const reason = missReason(trial2, tool, mapped);
  const policy = trial2.policy.onMiss(mapped.name);
  const miss = (why) => ({ outcome: { kind: "missing", reason: why }, match: "miss" });
  switch (policy.kind) {
    case "stop":
    case "error":
      return miss(reason);
    case "nearest": {
      const outcome = trial2.tape.nearest(mapped);
      return outcome === null ? miss(reason) : { outcome, match: "nearest" };
    }
    case "simulate":
    case "live": {
      const { theCase, recorder } = trial2;
      const asked = { theCase, number: recorder.number, call: mapped, before: recorder.toolCalls() };
      const outcome = await trial2.standIns.ask(policy, asked);
      if (outcome.kind === "failed") return miss(`${reason}, and on_miss: ${policy.kind} failed: ${outcome.message}`);
      if (outcome.kind === "result" && !trial2.policy.isReadOnly(mapped.name)) trial2.tape.changed(mapped);
      return { outcome, match: policy.kind === "live" ? "live" : "simulated" };
    }
    default:
      return policy;
  }
}
function missReason(trial2, tool, mapped) {
  return trial2.renames.isNew(tool) ? `head added the tool ${cut(tool, 80)}: no recording can know what it answers` : `no recording of this case has ${cut(mapped.name, 80)} with these arguments`;
}
function settleCall(trial2, { tool, args, ...found }, origin, place) {
  const { recorder, renames, policy } = trial2;
  const { outcome } = found;
  const step = { kind: "tool_call", name: tool, arguments: args, ...found, durationMs: 0 };
  if (origin === "served") recorder.toolCall(step, place);
  else recorder.ownToolCall(origin === "kept" ? step : { ...step, substituted: true }, place);
  if (outcome.kind !== "missing") return outcome;
  if (renames.isNew(tool)) recorder.notCovered(outcome.reason);
  else recorder.diverge(tool, args, outcome.reason, place);
  if (policy.onMiss(renames.toBase(tool, args).name).kind === "error")
    return { kind: "error", value: `the tool ${tool} failed` };
  trial2.stop(outcome.reason);
  return outcome;
}

// src/replay/gateway.ts
var SUPPORTED = "OpenAI's chat completions, responses and embeddings and Anthropic's messages are, so call the model through one of them";
var MAX_ARGUMENT_LEVELS = 200;
var MAX_REQUEST_BYTES = 64 * 1024 * 1024;
var PROTOCOL_HEADERS = ["anthropic-version", "anthropic-beta", "openai-beta"];
async function openGateway(backend, onDefect) {
  const bindings = /* @__PURE__ */ new Map();
  const server = createServer({ keepAliveTimeout: 6e4 }, (incoming, outgoing) => {
    serve(backend, bindings, incoming, outgoing).catch((error) => {
      onDefect(error);
      send2(outgoing, errorReply(500, messageOf(error)));
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const port = server.address().port;
  return {
    lease: (listener, mcp) => {
      const token = randomBytes(16).toString("hex");
      const binding = { trial: null, listener, mcp };
      bindings.set(token, binding);
      const root = `http://127.0.0.1:${port}/t/${token}`;
      return {
        urls: {
          openai: `${root}/v1`,
          anthropic: root,
          tools: `${root}/tools`,
          mcp: `${root}/mcp`,
          otlp: `${root}/otlp`
        },
        bind: (trial2) => {
          binding.trial = trial2;
        },
        unbind: () => {
          binding.trial = null;
        },
        endSessions: () => mcp.endLease(token),
        end: () => {
          bindings.delete(token);
          return mcp.endLease(token);
        }
      };
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    })
  };
}
async function serve(backend, bindings, incoming, outgoing) {
  const [, scope, token = "", ...rest] = (incoming.url ?? "").split("?", 1)[0]?.split("/") ?? [];
  const binding = scope === "t" ? bindings.get(token) : void 0;
  if (binding === void 0) return send2(outgoing, errorReply(404, "no trial has this URL"));
  if (rest[0] === "otlp") return serveOtlp(binding.listener, incoming, rest.slice(1).join("/"), outgoing);
  if (rest[0] === "mcp") return serveMcp(token, binding, incoming, rest.slice(1), outgoing);
  const { trial: trial2 } = binding;
  if (trial2 === null) {
    binding.listener.late(`${incoming.method} /${rest.join("/")}`);
    return send2(outgoing, errorReply(410, "this trial has already answered"));
  }
  const read3 = await readBody(incoming);
  if (read3.kind === "aborted") return;
  if (trial2.isStopped() || binding.trial !== trial2) return send2(outgoing, errorReply(410, "this trial has ended"));
  if (read3.kind === "too_large")
    return send2(outgoing, errorReply(413, `the request is larger than ${MAX_REQUEST_BYTES} bytes`));
  const text4 = read3.bytes.toString("utf8");
  if (rest[0] === "tools") return serveTool(trial2, incoming, rest.slice(1), text4, outgoing);
  return serveModel(backend, trial2, incoming, `/${rest.join("/")}`, text4, outgoing);
}
async function serveMcp(lease, binding, incoming, path, outgoing) {
  const { trial: trial2, mcp, listener } = binding;
  const server = decoded(path[0]);
  if (server === null || path.length !== 1) return send2(outgoing, errorReply(404, "expected /mcp/<server>"));
  const read3 = await readBody(incoming);
  if (read3.kind === "aborted") return;
  if (read3.kind === "too_large")
    return send2(outgoing, errorReply(413, `the request is larger than ${MAX_REQUEST_BYTES} bytes`));
  if (trial2?.isStopped() === true || binding.trial !== trial2)
    return send2(outgoing, errorReply(410, "this trial has ended"));
  const { method = "", headers } = incoming;
  const text4 = read3.bytes.toString("utf8");
  await mcp.serve({ server, method, headers, text: text4, trial: trial2, lease, outgoing, onLate: listener.late });
}
async function serveModel(backend, trial2, incoming, path, text4, outgoing) {
  const route = routeOf(path);
  if (route.kind === "unsupported") {
    const message2 = `${route.provider} is not supported: ${SUPPORTED}`;
    trial2.warn(`the agent asked for an API that pawl does not speak, and was refused: ${message2}`);
    return send2(outgoing, errorReply(404, message2));
  }
  if (route.kind === "unknown")
    return send2(outgoing, errorReply(404, `${incoming.method} ${path} is not supported: ${SUPPORTED}`));
  const body = parseJson(text4);
  if (incoming.method !== "POST" || !isJsonObject(body))
    return send2(outgoing, errorReply(400, "expected a POST with a JSON object"));
  const headers = Object.fromEntries(
    PROTOCOL_HEADERS.flatMap(
      (name) => incoming.headers[name] === void 0 ? [] : [[name, String(incoming.headers[name])]]
    )
  );
  const onAbandoned = (release) => {
    outgoing.once("close", () => {
      if (!outgoing.writableFinished) release();
    });
  };
  send2(outgoing, await answerModel(backend, trial2, route.wire, { body, text: text4, headers, onAbandoned }));
}
async function serveTool(trial2, incoming, path, text4, outgoing) {
  const args = text4 === "" ? {} : parseJson(text4);
  const name = decoded(path[0]);
  if (incoming.method !== "POST" || args === void 0 || name === null || path.length !== 1)
    return send2(outgoing, errorReply(400, "expected POST /tools/<name> with the arguments as JSON"));
  if (nestedDeeperThan(args, MAX_ARGUMENT_LEVELS))
    return send2(outgoing, errorReply(400, `expected arguments of at most ${MAX_ARGUMENT_LEVELS} levels of nesting`));
  const reply = await answerTool(trial2, name, args);
  send2(outgoing, {
    httpStatus: reply.httpStatus,
    contentType: "application/json",
    body: JSON.stringify(reply.body)
  });
}
async function serveOtlp(listener, incoming, path, outgoing) {
  const read3 = await readBody(incoming);
  if (read3.kind === "aborted") return;
  const post3 = {
    method: incoming.method ?? "",
    path,
    contentType: incoming.headers["content-type"] ?? "",
    contentEncoding: incoming.headers["content-encoding"] ?? "",
    body: read3.kind === "bytes" ? read3.bytes : null
  };
  send2(outgoing, await answerOtlp(post3, MAX_REQUEST_BYTES, (content) => listener.telemetry(content)));
}
function decoded(segment) {
  try {
    return segment === void 0 || segment === "" ? null : decodeURIComponent(segment);
  } catch {
    return null;
  }
}
async function readBody(incoming) {
  const chunks = [];
  let size2 = 0;
  try {
    for await (const chunk of incoming) {
      size2 += chunk.length;
      if (size2 <= MAX_REQUEST_BYTES) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    return { kind: "aborted" };
  }
  return size2 > MAX_REQUEST_BYTES ? { kind: "too_large" } : { kind: "bytes", bytes: Buffer.concat(chunks) };
}
function send2(outgoing, reply) {
  if (outgoing.destroyed) return;
  const body = Buffer.from(reply.body);
  const retry = reply.httpStatus === 200 ? {} : { "x-should-retry": "false" };
  outgoing.writeHead(reply.httpStatus, { "content-type": reply.contentType, "content-length": body.length, ...retry });
  outgoing.end(body);
}

// src/stats/tails.ts
function quantileOf(p, tails, low, high) {
  requireProbability(p);
  if (p === 0) return low;
  if (p === 1) return high;
  const q = 1 - p;
  return bisect(p <= 0.5 ? (x) => tails(x).lower < p : (x) => tails(x).upper > q, low, high);
}
function bisect(isBelow2, low, high) {
  let from = Math.max(low, Number.MIN_VALUE);
  let to = Math.min(high, Number.MAX_VALUE);
  while (true) {
    const middle = to > 4 * from ? Math.sqrt(from) * Math.sqrt(to) : from + (to - from) / 2;
    if (middle <= from || middle >= to) return to;
    if (isBelow2(middle)) from = middle;
    else to = middle;
  }
}
function requireProbability(p) {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must be within 0..1, got ${p}`);
}

// src/stats/continued-fraction.ts
var TINY = 1e-300;
var PRECISION = 3e-16;
var MOST_TERMS = 1e6;
function continuedFraction(coefficient) {
  let ratio = 1;
  let inverse = 0;
  let value = 1;
  for (let term = 1; term <= MOST_TERMS; term++) {
    const c = coefficient(term);
    inverse = 1 / nonZero(1 + c * inverse);
    ratio = nonZero(1 + c / ratio);
    const factor = ratio * inverse;
    value *= factor;
    if (Math.abs(factor - 1) <= PRECISION) return 1 / value;
  }
  throw new RangeError("continued fraction: no convergence");
}
function nonZero(value) {
  return Math.abs(value) < TINY ? TINY : value;
}

// src/stats/saddle-point.ts
var SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];
var SERIES_FROM = 16;
function stirlingError(x) {
  let error = 0;
  let shifted = x;
  while (shifted < SERIES_FROM) {
    error += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted++;
  }
  const inverse = 1 / shifted;
  const series2 = SERIES.reduceRight((sum2, coefficient) => sum2 * inverse * inverse + coefficient, 0);
  return error + series2 * inverse;
}
function deviance(observed, expected, excess) {
  if (Math.abs(excess) < observed / 2) return -observed * Math.log1p(-excess / observed) - excess;
  return observed * Math.log(observed / expected) - excess;
}
function binomialTerm(a, b, x, y) {
  if (a === 0) return Math.exp(b * (x < y ? Math.log1p(-x) : Math.log(y)));
  if (b === 0) return Math.exp(a * (y < x ? Math.log1p(-y) : Math.log(x)));
  const n = a + b;
  const excess = x < y ? a - n * x : n * y - b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x, excess) - deviance(b, n * y, -excess);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a) / b);
}
function poissonTerm(x, mean2) {
  return Math.exp(-stirlingError(x) - deviance(x, mean2, x - mean2)) / Math.sqrt(2 * Math.PI * x);
}

// src/stats/beta.ts
function betaTails(x, a, b) {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`beta: x must be within 0..1, got ${x}`);
  return incompleteBeta(x, 1 - x, a, b);
}
function incompleteBeta(x, y, a, b) {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`beta: both parameters must be > 0 and finite, got ${a} and ${b}`);
  }
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const term = a * b * binomialTerm(a, b, x, y) / (a + b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, term / a * fraction(x, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, term / b * fraction(y, b, a));
  return { lower: 1 - upper, upper };
}
function betaQuantile(p, a, b) {
  return quantileOf(p, (x) => betaTails(x, a, b), 0, 1);
}
function fraction(x, a, b) {
  return continuedFraction((term) => {
    const m = term >>> 1;
    return term % 2 === 1 ? -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)) : m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
  });
}

// src/stats/pmf.ts
function hypergeometricPmf(population, successes, draws) {
  requireCounts({ population, successes, draws });
  if (successes > population || draws > population) {
    throw new RangeError(`hypergeometric: ${successes} successes and ${draws} draws of a population of ${population}`);
  }
  const min = Math.max(0, draws + successes - population);
  const max = Math.min(draws, successes);
  const mode = Math.floor((draws + 1) * (successes + 1) / (population + 2));
  const rest = population - successes - draws;
  return fromRatios(min, max, mode, (k) => (successes - k) * (draws - k) / ((k + 1) * (rest + k + 1)));
}
function fairCoinPmf(flips) {
  requireCounts({ flips });
  return fromRatios(0, flips, Math.floor(flips / 2), (k) => (flips - k) / (k + 1));
}
function fromRatios(min, max, mode, ratio) {
  const mass = new Float64Array(max - min + 1);
  const start2 = Math.min(max, Math.max(min, mode));
  mass[start2 - min] = 1;
  let total2 = 1;
  for (let k = start2, value = 1; k < max && value > 0; k++) {
    value *= ratio(k);
    mass[k + 1 - min] = value;
    total2 += value;
  }
  for (let k = start2, value = 1; k > min && value > 0; k--) {
    value /= ratio(k - 1);
    mass[k - 1 - min] = value;
    total2 += value;
  }
  return { min, mass: mass.map((value) => value / total2) };
}
function requireCounts(counts) {
  for (const [name, count5] of Object.entries(counts)) {
    if (!Number.isInteger(count5) || count5 < 0)
      throw new RangeError(`${name} must be a whole number >= 0, got ${count5}`);
  }
}

// src/stats/block-sum.ts
function blockSumPmf(totals, draws) {
  for (const total2 of totals) requireCounts({ draws, total: total2 });
  if (draws > totals.length) throw new RangeError(`block sum: ${draws} draws of ${totals.length} totals`);
  const most = totals.reduce((sum2, total2) => sum2 + total2, 0);
  const ways2 = Array.from({ length: draws + 1 }, () => new Float64Array(most + 1));
  ways2[0]?.set([1]);
  let seen = 0;
  for (const [index, total2] of totals.entries()) {
    const left = totals.length - index;
    seen += total2;
    for (let t = Math.min(draws, index + 1); t >= 0; t--) {
      const drawn = ways2[t - 1];
      const own = ways2[t];
      if (own === void 0) continue;
      const skip = Math.max(0, left - (draws - t)) / left;
      const take = (draws - t + 1) / left;
      for (let s = seen; s >= 0; s--) {
        own[s] = (own[s] ?? 0) * skip + (s < total2 ? 0 : (drawn?.[s - total2] ?? 0) * take);
      }
    }
  }
  return { min: 0, mass: ways2[draws] ?? new Float64Array() };
}

// src/stats/convolve.ts
var MASS_FLOOR = 1e-60;
var CERTAIN_ZERO = { min: 0, mass: Float64Array.of(1), lostLow: 0, lostHigh: 0 };
function convolve(a, b) {
  const [short, long] = a.mass.length <= b.mass.length ? [a.mass, b.mass] : [b.mass, a.mass];
  const mass = new Float64Array(short.length + long.length - 1);
  for (let i = 0; i < short.length; i++) {
    const factor = short[i] ?? 0;
    for (let j = 0; j < long.length; j++) mass[i + j] = (mass[i + j] ?? 0) + factor * (long[j] ?? 0);
  }
  return trim({ min: a.min + b.min, mass, lostLow: a.lostLow + b.lostLow, lostHigh: a.lostHigh + b.lostHigh });
}
function convolvePower(pmf, count5) {
  let result = CERTAIN_ZERO;
  let square = { ...pmf, lostLow: 0, lostHigh: 0 };
  for (let left = count5; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = convolve(result, square);
    if (left > 1) square = convolve(square, square);
  }
  return result;
}
function trim(pmf) {
  const { mass } = pmf;
  let from = 0;
  let to = mass.length;
  let { lostLow, lostHigh } = pmf;
  while (to - from > 1 && (mass[from] ?? 0) < MASS_FLOOR) lostLow += mass[from++] ?? 0;
  while (to - from > 1 && (mass[to - 1] ?? 0) < MASS_FLOOR) lostHigh += mass[--to] ?? 0;
  return { min: pmf.min + from, mass: mass.subarray(from, to), lostLow, lostHigh };
}

// src/stats/hypergeometric.ts
var NEGLIGIBLE = 1e-17;
function hypergeometricMass(x, population, successes, draws) {
  requireHypergeometric(x, population, successes, draws);
  if (x < draws - (population - successes) || x > Math.min(draws, successes)) return 0;
  const p = draws / population;
  const q = (population - draws) / population;
  if (p === 0 || q === 0) return 1;
  const failures2 = population - successes;
  const undrawn = successes - x;
  return binomialTerm(x, undrawn, p, q) / binomialTerm(draws, population - draws, p, q) * binomialTerm(draws - x, failures2 - draws + x, p, q);
}
function hypergeometricTails(x, population, successes, draws) {
  requireHypergeometric(x, population, successes, draws);
  if (x < successes * draws / population) {
    const lower = Math.min(1, sumDownwards(x, population, successes, draws));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, sumDownwards(draws - x - 1, population, population - successes, draws));
  return { lower: 1 - upper, upper };
}
function sumDownwards(x, population, successes, draws) {
  if (x < 0) return 0;
  const rest = population - successes - draws;
  let mass = hypergeometricMass(x, population, successes, draws);
  let sum2 = 0;
  for (let k = x; mass > sum2 * NEGLIGIBLE; k--) {
    sum2 += mass;
    mass *= k * (rest + k) / ((successes - k + 1) * (draws - k + 1));
  }
  return sum2;
}
function requireHypergeometric(x, population, successes, draws) {
  const counts = [x, population, successes, draws];
  if (!counts.every((count5) => Number.isInteger(count5) && count5 >= 0) || successes > population || draws > population) {
    throw new RangeError(
      `hypergeometric: ${x} of ${successes} successes and ${draws} draws of a population of ${population}`
    );
  }
}

// src/stats/strat.ts
function stratExact(strata) {
  const groups = /* @__PURE__ */ new Map();
  let observed = 0;
  for (const stratum of strata) {
    observed += observedOf(stratum);
    const key = nullKey(stratum);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, { pmf: nullOf(stratum), count: 1 });
    else group.count++;
  }
  let sum2 = CERTAIN_ZERO;
  for (const { pmf, count: count5 } of groups.values()) sum2 = convolve(sum2, convolvePower(pmf, count5));
  const attainable = prefixSums(sum2.mass, sum2.lostLow);
  const upwards = prefixSums(sum2.mass.toReversed(), sum2.lostHigh);
  const index = observed - sum2.min;
  const own = (sum2.mass[index] ?? 0) / 2;
  const p = index < 0 ? sum2.lostLow : attainable[index] ?? 1;
  const last = sum2.mass.length - 1;
  const pUpper = index > last ? sum2.lostHigh : upwards[last - index] ?? 1;
  return { p, pUpper, midP: p - own, midPUpper: pUpper - own, attainable, attainableUpper: upwards };
}
function fisherLower(n0, s0, n1, s1) {
  return hypergeometricTails(s1, n0 + n1, s0 + s1, n1).lower;
}
function observedOf(stratum) {
  switch (stratum.kind) {
    case "labels":
      if (stratum.s0 > stratum.n0 || stratum.s1 > stratum.n1) {
        throw new RangeError(`more successes than trials: ${JSON.stringify(stratum)}`);
      }
      return stratum.s1;
    case "swaps":
      if (stratum.wins1 > stratum.discordant) {
        throw new RangeError(`more wins than discordant pairs: ${JSON.stringify(stratum)}`);
      }
      return stratum.wins1;
    case "blocks":
      return stratum.totals1.reduce((sum2, total2) => sum2 + total2, 0);
    default:
      return stratum;
  }
}
function nullKey(stratum) {
  switch (stratum.kind) {
    case "labels":
      return `${stratum.n0} ${stratum.n1} ${stratum.s0 + stratum.s1}`;
    case "swaps":
      return `swaps ${stratum.discordant}`;
    case "blocks":
      return `blocks ${stratum.totals1.length} of ${allTotals(stratum).sort((a, b) => a - b)}`;
    default:
      return stratum;
  }
}
function nullOf(stratum) {
  switch (stratum.kind) {
    case "labels":
      return hypergeometricPmf(stratum.n0 + stratum.n1, stratum.s0 + stratum.s1, stratum.n1);
    case "swaps":
      return fairCoinPmf(stratum.discordant);
    case "blocks":
      return blockSumPmf(allTotals(stratum), stratum.totals1.length);
    default:
      return stratum;
  }
}
function allTotals({ totals0, totals1 }) {
  return [...totals0, ...totals1];
}
function prefixSums(mass, lost) {
  let sum2 = lost;
  const sums = mass.map((value) => {
    sum2 += value;
    return Math.min(1, sum2);
  });
  sums[sums.length - 1] = 1;
  return sums;
}

// src/stats/case-plan.ts
var NO_STRAY_SHARE = 0.7;
var ONE_STRAY_SHARE = 0.3;
function planConfirmation(question) {
  const { n0, s0, level } = question;
  const noStray = fewest(
    question,
    { fresh: 0, test: question.n1 },
    NO_STRAY_SHARE * level,
    ({ fresh, test }) => fisherLower(n0 + fresh, s0 + fresh, test, 0)
  );
  const oneStray = noStray === null ? null : fewest(
    question,
    noStray,
    ONE_STRAY_SHARE * level,
    ({ fresh, test }) => Math.max(
      test === 0 ? 1 : fisherLower(n0 + fresh, s0 + fresh, test, 1),
      fresh === 0 ? 0 : fisherLower(n0 + fresh, s0 + fresh - 1, test, 0)
    )
  );
  return { noStray, oneStray };
}
function fewest(question, from, bound, p) {
  let best = null;
  let bestP = bound;
  const firstTotal = from.fresh + from.test;
  for (let total2 = firstTotal; best === null && total2 <= question.maxFresh + question.maxTest; total2++) {
    const least = Math.max(from.fresh, total2 - question.maxTest);
    const most = Math.min(question.maxFresh, total2 - from.test);
    for (let fresh = least; fresh <= most; fresh++) {
      const draws = { fresh, test: total2 - fresh };
      if (draws.fresh < draws.test - question.alone) continue;
      const value = p(draws);
      if (value <= bestP) {
        best = draws;
        bestP = value;
      }
    }
  }
  return best;
}

// src/stats/gamma.ts
var PRECISION2 = 1e-17;
function gammaTails(x, shape) {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`gamma: shape must be > 0 and finite, got ${shape}`);
  if (!(x >= 0)) throw new RangeError(`gamma: x must be >= 0, got ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const term = poissonTerm(shape, x);
  if (x < shape + 1) {
    const lower = Math.min(1, term * series(x, shape));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, term * shape / (x + 1 - shape) * fraction2(x, shape));
  return { lower: 1 - upper, upper };
}
function series(x, shape) {
  let sum2 = 1;
  let term = 1;
  for (let k = 1; term > sum2 * PRECISION2; k++) {
    term *= x / (shape + k);
    sum2 += term;
  }
  return sum2;
}
function fraction2(x, shape) {
  return continuedFraction((k) => -k * (k - shape) / ((x + 2 * k - 1 - shape) * (x + 2 * k + 1 - shape)));
}

// src/stats/design-effect.ts
function designEffect(units) {
  let ofTotals = 0;
  let ofMembers = 0;
  let degrees = 0;
  let squares = 0;
  let trials = 0;
  for (const { members, arms } of units) {
    for (const runs of arms) {
      const weight = Math.max(1, runs.length);
      squares += weight * members * members;
      trials += weight * members;
      degrees += Math.max(0, runs.length - 1);
      ofTotals += squaredDeviations(runs.map((run) => run.reduce((sum2, outcome) => sum2 + outcome, 0)));
      for (let member2 = 0; member2 < members; member2++)
        ofMembers += squaredDeviations(runs.map((run) => run[member2] ?? 0));
    }
  }
  const most = trials === 0 ? 1 : squares / trials;
  const measured = ofMembers === 0 ? most : ofTotals / ofMembers;
  return Math.min(most, Math.max(1, (degrees * measured + most) / (degrees + 1)));
}
function squaredDeviations(values) {
  const mean2 = values.reduce((sum2, value) => sum2 + value, 0) / values.length;
  return values.reduce((sum2, value) => sum2 + (value - mean2) ** 2, 0);
}

// src/stats/mixture.ts
var DEAD_SHARE = 0.25;
function maybeDead(logE) {
  return logSum([Math.log(1 - DEAD_SHARE), Math.log(DEAD_SHARE) + logE]);
}
function logMean(logs) {
  return logSum(logs) - Math.log(logs.length);
}
function logSum(logs) {
  const greatest = Math.max(...logs);
  return greatest + Math.log(logs.reduce((sum2, log) => sum2 + Math.exp(log - greatest), 0));
}
function sumOf(items2, value) {
  return items2.reduce((sum2, item) => sum2 + value(item), 0);
}

// src/stats/e-process.ts
var DIFFUSE = [
  [0.95, 0.6],
  [0.95, 0.8],
  [0.8, 0.5],
  [0.6, 0.3]
];
var DEAD = [0.97, 0.04];
function pairsLogE(strata) {
  return logMixture(strata, pairsFactor);
}
function pairsFactor([rate0, rate1]) {
  const mean2 = (rate0 + rate1) / 2;
  const [success0, success1] = [Math.log(rate0 / mean2), Math.log(rate1 / mean2)];
  const [failure0, failure1] = [Math.log((1 - rate0) / (1 - mean2)), Math.log((1 - rate1) / (1 - mean2))];
  return ({ both, only0, only1, neither }) => both * (success0 + success1) + only0 * (success0 + failure1) + only1 * (failure0 + success1) + neither * (failure0 + failure1);
}
function logMixture(strata, factorOf) {
  const logE = (alternative) => sumOf(strata, factorOf(alternative));
  const dead = factorOf(DEAD);
  return logMean([logMean(DIFFUSE.map(logE)), sumOf(strata, (stratum) => maybeDead(dead(stratum)))]);
}

// src/stats/exact-limits.ts
function clopperPearson(successes, trials, confidence) {
  const tail = tailOf(successes, trials, confidence);
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : 1 - betaQuantile(tail, trials - successes, successes + 1)
  };
}
function jeffreys(successes, trials, confidence) {
  const tail = tailOf(successes, trials, confidence);
  const [a, b] = [successes + 0.5, trials - successes + 0.5];
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, a, b),
    high: successes === trials ? 1 : 1 - betaQuantile(tail, b, a)
  };
}
function tailOf(successes, trials, confidence) {
  const areCounts = Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0;
  if (!areCounts || trials < 1 || successes > trials) {
    throw new RangeError(`interval of a rate: ${successes} successes of ${trials} trials`);
  }
  requireProbability(confidence);
  return (1 - confidence) / 2;
}

// src/stats/history-log-e.ts
var REMAINING = [0.9, 0.75, 0.6];
var DEAD_RATE = 0.04;
var ALIVE = 0.5;
var MOST_RATE = 0.995;
function historyLogE(strata) {
  const history = sumOf(strata, ({ n0 }) => n0);
  if (history === 0) throw new RangeError("log e-value against a history: no stratum has one");
  const meanRate = sumOf(strata, ({ s0 }) => s0) / history;
  const rateOf = ({ n0, s0 }) => Math.min(MOST_RATE, (s0 + meanRate) / (n0 + 1));
  const diffuse = REMAINING.map((share3) => sumOf(strata, (stratum) => logRatio(stratum, rateOf(stratum), share3)));
  const alive = strata.filter((stratum) => rateOf(stratum) > ALIVE);
  const dead = sumOf(alive, (stratum) => {
    const rate = rateOf(stratum);
    return maybeDead(logRatio(stratum, rate, DEAD_RATE / rate));
  });
  return logMean([logMean(diffuse), dead]);
}
function logRatio({ n1, s1 }, rate, share3) {
  return s1 * Math.log(share3) + (n1 - s1) * Math.log((1 - share3 * rate) / (1 - rate));
}

// src/stats/holm.ts
var ROUNDING = 1 + 1e-9;
function discreteHolm(tests, unknown = 0) {
  const adjusted = tests.map(() => 1);
  const remaining = tests.map((test, index) => ({ test, index })).sort((a, b) => a.test.p - b.test.p);
  let greatest = 0;
  while (true) {
    const next = remaining[0];
    if (next === void 0) return adjusted;
    const tested = remaining.reduce((sum2, { test }) => sum2 + attainedSize(test.attainable, next.test.p), 0);
    const charge = tested + unknown * next.test.p;
    greatest = Math.max(greatest, Math.min(1, charge));
    adjusted[next.index] = greatest;
    remaining.shift();
  }
}
function attainedSize(attainable, limit) {
  const bound = limit * ROUNDING;
  let low = 0;
  let high = attainable.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((attainable[middle] ?? 1) <= bound) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : attainable[low - 1] ?? 1;
}

// src/stats/normal.ts
function normalTails(z) {
  const square = gammaTails(z * z / 2, 0.5);
  const small = square.upper / 2;
  const large = 0.5 + square.lower / 2;
  return z < 0 ? { lower: small, upper: large } : { lower: large, upper: small };
}
var HALLEY_STEPS = 3;
function normalQuantile(p) {
  requireProbability(p);
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return p === 0 ? -Infinity : Infinity;
  if (tail === 0.5) return 0;
  const r = Math.sqrt(-2 * Math.log(tail));
  let z = r - (2.515517 + r * (0.802853 + r * 0.010328)) / (1 + r * (1.432788 + r * (0.189269 + r * 1308e-6)));
  for (let step = 0; step < HALLEY_STEPS; step++) {
    const density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    const error = (normalTails(z).upper - tail) / density;
    z += error / (1 - error * z / 2);
  }
  return p < 0.5 ? -z : z;
}

// src/stats/mde.ts
function mde80(question) {
  const { rate } = question;
  const z = { level: normalQuantile(1 - question.level), power: normalQuantile(0.8) };
  if (!isSeen(rate, question, z)) return null;
  let low = 0;
  let high = rate;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (isSeen(middle, question, z)) high = middle;
    else low = middle;
  }
  return high;
}
function isSeen(drop2, { strata, trials0, trials1, rate }, z) {
  const dropped = rate - drop2;
  const pooled2 = (trials0 * rate + trials1 * dropped) / (trials0 + trials1);
  const underNull = Math.sqrt(pooled2 * (1 - pooled2) * (1 / trials0 + 1 / trials1) / strata);
  const underDrop = Math.sqrt((rate * (1 - rate) / trials0 + dropped * (1 - dropped) / trials1) / strata);
  return drop2 >= z.level * underNull + z.power * underDrop;
}

// src/stats/wilson.ts
function wilson({ rate, trials }, z) {
  const zz = z * z;
  const centre = (rate + zz / (2 * trials)) / (1 + zz / trials);
  const half = z / (1 + zz / trials) * Math.sqrt(rate * (1 - rate) / trials + zz / (4 * trials * trials));
  return { low: Math.max(0, Math.min(rate, centre - half)), high: Math.min(1, Math.max(rate, centre + half)) };
}
function fixedStrataFactor(strata) {
  const arm0 = pooled(strata.map(({ n0, s0 }) => ({ n: n0, s: s0 })));
  const arm1 = pooled(strata.map(({ n1, s1 }) => ({ n: n1, s: s1 })));
  const binomial = variance(arm0.rate, arm0.trials) + variance(arm1.rate, arm1.trials);
  if (binomial === 0) return 1;
  let within2 = 0;
  for (const { weight, n0, s0, n1, s1 } of strata) {
    const rate0 = (s0 + arm0.rate) / (n0 + 1);
    const rate1 = (s1 + arm1.rate) / (n1 + 1);
    within2 += weight * weight * (variance(rate0, n0) + variance(rate1, n1));
  }
  return Math.sqrt(Math.min(1, Math.max(0.5, within2 / binomial)));
}
function moverWilson(arm0, arm1, z, factor) {
  const limits0 = wilson(arm0, z);
  const limits1 = wilson(arm1, z);
  const difference = arm1.rate - arm0.rate;
  const down = Math.hypot(arm1.rate - limits1.low, limits0.high - arm0.rate);
  const up = Math.hypot(limits1.high - arm1.rate, arm0.rate - limits0.low);
  return { low: difference - factor * down, high: difference + factor * up };
}
function pooled(arms) {
  const trials = arms.reduce((sum2, { n }) => sum2 + n, 0);
  return { trials, rate: arms.reduce((sum2, { s }) => sum2 + s, 0) / trials };
}
function variance(rate, trials) {
  return rate * (1 - rate) / trials;
}

// src/stats/random.ts
function seededRandom(seed) {
  const digest = sha256(seed);
  const word = (index) => Number.parseInt(digest.slice(index * 8, index * 8 + 8), 16) | 0;
  let [a, b, c, counter] = [word(0), word(1), word(2), word(3)];
  return () => {
    const sum2 = (a + b | 0) + counter | 0;
    counter = counter + 1 | 0;
    a = b ^ b >>> 9;
    b = c + (c << 3) | 0;
    c = (c << 21 | c >>> 11) + sum2 | 0;
    return (sum2 >>> 0) / 2 ** 32;
  };
}
function shuffled(items2, random) {
  return items2.map((item) => ({ item, key: random() })).sort((a, b) => a.key - b.key).map(({ item }) => item);
}

// src/replay/schedule.ts
function pairUp(requests, seed) {
  const pairs = /* @__PURE__ */ new Map();
  for (const request2 of requests) {
    const key = `${request2.resampleOf ?? request2.number} ${request2.caseId}`;
    const pair = pairs.get(key) ?? [];
    pairs.set(key, pair);
    pair.push(request2);
  }
  const ordered = [...pairs.values()].map((pair) => pair.toSorted((a, b) => placeOf(a) - placeOf(b)));
  return shuffled(ordered, seededRandom(seed));
}
function placeOf({ side, resampleOf }) {
  return side === "head" ? 1 : resampleOf === void 0 ? 0 : 2;
}

// src/replay/side.ts
import { performance as performance4 } from "node:perf_hooks";
import { setTimeout as delay7 } from "node:timers/promises";

// src/replay/agent-site.ts
import { stat } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/replay/child.ts
import { spawn } from "node:child_process";
import { randomBytes as randomBytes2 } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { setTimeout as delay2, setImmediate as nextTurn } from "node:timers/promises";
var DRAIN_MS = 150;
var TAIL_LENGTH = 8192;
var MAX_STDERR_LINE = 2e3;
function startChild(launch, environment, onStderr) {
  const mark = randomBytes2(12).toString("hex");
  const { file, args, ...options } = launch;
  try {
    const env = { ...environment, [MARK_VARIABLE]: mark };
    return watch(launch, spawn(file, args, { ...options, env, detached: true, stdio: "pipe" }), mark, onStderr);
  } catch (error) {
    const exit = Promise.resolve(neverStarted(launch, error));
    return { stdin: new PassThrough(), stdout: Readable.from([]), exit, hasEnded: () => true, kill: () => exit };
  }
}
function watch(launch, child, mark, onStderr) {
  const { stdin, stdout, stderr } = child;
  const tail = readStderr(stderr, onStderr);
  stdin.on("error", () => void 0);
  const tree = child.pid === void 0 ? null : { rootPid: child.pid, mark };
  const exit = ended(child, tree).then(
    (end) => ({ ...end, stderrTail: tail() }),
    (error) => neverStarted(launch, error)
  );
  const hasEnded = () => tree === null || child.exitCode !== null || child.signalCode !== null;
  const kill = async () => {
    if (tree !== null && !hasEnded()) await killTree(tree);
    return exit;
  };
  return { stdin, stdout, exit, hasEnded, kill };
}
async function ended(child, tree) {
  const closed = new Promise((resolve) => child.once("close", () => resolve()));
  const end = await new Promise((resolve, reject) => {
    child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
    child.on("error", reject);
  });
  if (tree !== null) await killTree(tree);
  await Promise.race([closed, delay2(DRAIN_MS, void 0, { ref: false }).then(() => nextTurn())]);
  child.stdout.destroy();
  child.stderr.destroy();
  return end;
}
function neverStarted(launch, error) {
  const message2 = `could not start ${launch.file} in ${launch.cwd}: ${messageOf(error)}`;
  return { exitCode: null, signal: null, stderrTail: message2 };
}
function readStderr(stream, onLine) {
  let tail = "";
  let line = "";
  stream.setEncoding("utf8").on("data", (text4) => {
    tail = (tail + text4).slice(-TAIL_LENGTH);
    if (onLine === void 0) return;
    const lines = (line + text4).split("\n");
    line = lines.pop() ?? "";
    for (const one of lines) onLine(one.slice(0, MAX_STDERR_LINE));
    if (line.length > MAX_STDERR_LINE) {
      onLine(line.slice(0, MAX_STDERR_LINE));
      line = "";
    }
  });
  stream.once("close", () => {
    if (line !== "") onLine?.(line);
  });
  return () => tail.trim();
}

// src/replay/mcp/launcher.ts
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";
var LAUNCHER_FOLDER = "bin";
var PROGRAMS = ["../../cli.ts", "cli.js", "../cli.js"].map((path) => join2(import.meta.dirname, path));
async function writeLauncher({ root }) {
  const program = PROGRAMS.find((path) => existsSync(path));
  if (program === void 0) throw new Error(`none of these is pawl's own command line: ${PROGRAMS.join(", ")}`);
  const folder = join2(root, LAUNCHER_FOLDER);
  await mkdir(folder);
  const words = [process.execPath, program].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  await writeFile(join2(folder, "pawl"), `#!/bin/sh
exec ${words.join(" ")} "$@"
`, { mode: 493 });
}

// src/replay/agent-site.ts
function startAt(site, command, urls, onStderr, more = {}) {
  const launch = wrapCommand(site.isolation, command, site.checkout, site.spec.root);
  return startChild(launch, { ...environmentAt(site, urls), ...more }, onStderr);
}
function startServerAt(site, spec, secrets) {
  const launch = wrapCommand(site.isolation, spec.command, site.checkout, site.spec.root);
  const names = spec.environment.filter((name) => secrets === "with_secrets" || !isForbidden(name, site.keyNames));
  const own = names.flatMap((name) => {
    const value = site.parentEnvironment[name];
    return value === void 0 ? [] : [[name, value]];
  });
  return startChild(launch, { ...environmentAt(site, null), ...Object.fromEntries(own) });
}
function environmentAt(site, urls) {
  const { root, home, tmp } = seenCheckout(site.isolation, site.checkout);
  const commands = Object.keys(site.spec.mcpServers).length === 0 ? null : join3(root, LAUNCHER_FOLDER);
  const { parentEnvironment: parent, keyNames } = site;
  return agentEnvironment({ parent, allow: site.spec.environment, keyNames, urls, home, tmp, commands });
}
async function probeAgent(site) {
  await checkFolder(site);
  const word = firstWord(site.spec.command);
  if (word === null) return;
  const search = word.includes("/") ? `test -f ${word} && test -x ${word} && echo ${word}` : `command -v ${word}`;
  const look = async (isolation) => {
    const launch = wrapCommand(isolation, search, site.checkout, site.spec.root);
    return (await runProbe(launch, environmentAt(site, null))).stdout.trim();
  };
  if (await look(site.isolation) !== "") return;
  const outside = site.isolation.kind === "none" ? "" : await look({ kind: "none", why: "to compare" });
  throw new UserError(outside === "" ? notFound(site, word) : outOfReach(site, word, outside));
}
async function checkFolder(site) {
  const { root } = site.spec;
  const found = await stat(join3(site.checkout.repo, root)).catch(() => null);
  if (found?.isDirectory() === true) return;
  const message2 = `${root} is ${found === null ? "missing" : "no folder"} on the side of ${site.checkout.side}`;
  throw new UserError({ where: "agent.root", message: message2, hint: "name the folder of the agent, from the repository root" });
}
function notFound(site, word) {
  return {
    where: "agent.command",
    message: `${word} is not found on the side of ${site.checkout.side} (PATH ${site.parentEnvironment.PATH ?? "is not set"})`,
    hint: "install it before pawl runs, or let agent.setup install it into the checkout and start it from there"
  };
}
function outOfReach(site, word, outside) {
  const uid = userOf(site.isolation, site.checkout.side);
  const who = uid === null ? "the sandbox" : `uid ${uid}, which the agent runs as,`;
  return {
    where: "agent.command",
    message: `${who} cannot reach ${word}: it is ${outside} for pawl itself`,
    hint: "install it where every user may read it (such as /usr/local), not below a home folder that is closed"
  };
}
function firstWord(command) {
  const words = command.trim().split(/\s+/);
  const word = words.find((one) => one !== "exec" && !/^\w+=[\w./:-]*$/.test(one)) ?? "";
  return /^[\w./+@-]+$/.test(word) && !word.startsWith("-") ? word : null;
}

// src/replay/agent-run.ts
function ended2(end) {
  return { end, output: null };
}
function stopped(signal) {
  const reason = signal.reason;
  return ended2({ kind: "stopped", reason: typeof reason === "string" ? reason : messageOf(reason) });
}

// src/replay/worker-protocol.ts
function trialLine(trial2) {
  return `${JSON.stringify({ v: 1, id: trial2.id, input: trial2.input, urls: trial2.urls })}
`;
}
var MAX_DEPTH = 200;
var EXPECTED = 'one JSON line {"id", "output"} or {"id", "error"}';
function readWorkerLine(line) {
  const value = parseJson(line);
  if (!isJsonObject(value) || typeof value.id !== "string") return garbage(line);
  const { id, output, error } = value;
  const deep = depthFault(output ?? error ?? null, line);
  if (deep !== null) return deep;
  if (output !== void 0 && error === void 0) return { kind: "output", id, output };
  if (error !== void 0 && output === void 0) return { kind: "error", id, message: errorText(error) };
  return garbage(line);
}
function depthFault(output, text4) {
  return nestedDeeperThan(output, MAX_DEPTH) ? garbage(text4, `at most ${MAX_DEPTH} levels of nesting`) : null;
}
function garbage(received2, what = EXPECTED) {
  return { kind: "garbage", expected: what, received: cut(received2, 300) };
}
function errorText(error) {
  const message2 = isJsonObject(error) && typeof error.message === "string" ? error.message : error;
  return cut(typeof message2 === "string" ? message2 : JSON.stringify(message2), 2e3);
}
var LineSplitter = class {
  #maxBytes;
  #decoder = new TextDecoder("utf-8", { fatal: true });
  #pending = [];
  #pendingBytes = 0;
  constructor(maxBytes) {
    this.#maxBytes = maxBytes;
  }
  push(bytes) {
    const lines = [];
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      this.#hold(bytes.subarray(from, end));
      if (this.#pendingBytes > this.#maxBytes) break;
      lines.push(...this.#flush());
      from = end + 1;
    }
    if (this.#pendingBytes <= this.#maxBytes) this.#hold(bytes.subarray(from));
    if (this.#pendingBytes <= this.#maxBytes) return lines;
    const tooLong = garbage(this.#start(), `a line of at most ${this.#maxBytes} bytes`);
    this.#drop();
    return [...lines, tooLong];
  }
  #hold(bytes) {
    if (bytes.length === 0) return;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
  }
  #flush() {
    try {
      const text4 = this.#decoder.decode(Buffer.concat(this.#pending));
      return text4.trim() === "" ? [] : [text4];
    } catch {
      return [garbage(this.#start(), "a line in UTF-8")];
    } finally {
      this.#drop();
    }
  }
  #start() {
    return Buffer.concat(this.#pending.slice(0, 64)).subarray(0, 1024).toString("utf8");
  }
  #drop() {
    this.#pending = [];
    this.#pendingBytes = 0;
  }
};

// src/replay/exec-pool.ts
var MAX_OUTPUT_BYTES = 64 * 1024 ** 2;
function openExecPool(options) {
  const limit = pLimit(options.site.spec.concurrency);
  const closing = new AbortController();
  const running = /* @__PURE__ */ new Set();
  let processes = 0;
  const runNow = async (trial2) => {
    const signal = AbortSignal.any([trial2.signal, closing.signal]);
    if (signal.aborted) return stopped(signal);
    const slot = { process: ++processes, place: 0 };
    return runExec(options, { ...trial2, signal }, trial2.start(slot));
  };
  return {
    run: (trial2) => {
      const result = limit(runNow, trial2);
      running.add(result);
      return result.finally(() => running.delete(result));
    },
    restart: () => void 0,
    close: async () => {
      closing.abort("the agent pool was closed");
      await Promise.allSettled(running);
    }
  };
}
async function runExec(options, trial2, urls) {
  const child = startAt(options.site, options.site.spec.command, urls, options.onStderr);
  const output = [];
  let outputBytes = 0;
  let early = null;
  const endEarly = (result) => {
    if (early !== null || child.hasEnded()) return;
    early = result;
    void child.kill();
  };
  child.stdout.on("data", (chunk) => {
    outputBytes += chunk.length;
    if (outputBytes <= MAX_OUTPUT_BYTES) output.push(chunk);
    else endEarly(tooMuch(output));
  });
  const { timeoutMs, signal } = trial2;
  const timer = setTimeout(() => endEarly(ended2({ kind: "timed_out", afterMs: timeoutMs })), timeoutMs);
  const abort = () => endEarly(stopped(signal));
  signal.addEventListener("abort", abort, { once: true });
  child.stdin.end(`${JSON.stringify(trial2.input)}
`);
  const exit = await child.exit;
  clearTimeout(timer);
  signal.removeEventListener("abort", abort);
  return early ?? (outputBytes > MAX_OUTPUT_BYTES ? tooMuch(output) : judge(exit, output));
}
function judge(exit, output) {
  if (exit.exitCode !== 0) return ended2({ kind: "crashed", ...exit });
  const text4 = decode(Buffer.concat(output));
  if (text4 === null) return ended2(garbage(startOf(output), "output in UTF-8"));
  const json = parseJson(text4);
  const value = json === void 0 ? text4.replace(/\r?\n$/, "") : json;
  const deep = depthFault(value, text4);
  return deep === null ? { end: { kind: "answered" }, output: value } : ended2(deep);
}
function tooMuch(output) {
  return ended2(garbage(startOf(output), `at most ${MAX_OUTPUT_BYTES} bytes of output`));
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function startOf(output) {
  return (output[0] ?? Buffer.alloc(0)).subarray(0, 1024).toString("utf8");
}

// src/replay/worker.ts
import { randomInt } from "node:crypto";
import { performance as performance3 } from "node:perf_hooks";
import { setTimeout as delay4 } from "node:timers/promises";

// src/replay/http-speech.ts
import { request } from "node:http";
import { performance as performance2 } from "node:perf_hooks";
import { setTimeout as delay3 } from "node:timers/promises";
var MAX_BODY_BYTES = 64 * 1024 ** 2;
var PROBE_INTERVAL_MS = 50;
var PROBE_TIMEOUT_MS2 = 2e3;
var END_GRACE_MS = 200;
function speakByHttp(child, port, spec, hear) {
  child.stdout.resume();
  return {
    ready: waitUntilHealthy(child, port, spec),
    give: (id, line) => void post(child, port, spec.path, line).then((reply) => hear(readReply(id, reply), reply.text))
  };
}
async function waitUntilHealthy(child, port, spec) {
  const { healthPath, startTimeoutMs } = spec;
  const untilMs = performance2.now() + startTimeoutMs;
  for (let last = "no answer"; ; ) {
    if (child.hasEnded()) return null;
    const asked = await ask(port, { method: "GET", path: healthPath, body: null, timeoutMs: PROBE_TIMEOUT_MS2 });
    if (asked.kind === "answer" && asked.status >= 200 && asked.status < 300) return null;
    last = asked.kind === "answer" ? `status ${asked.status}` : asked.why;
    if (performance2.now() >= untilMs)
      return `the agent did not answer GET ${healthPath} on port ${port} with success within ${startTimeoutMs / 1e3} s (last: ${last})`;
    await delay3(PROBE_INTERVAL_MS, void 0, { ref: false });
  }
}
async function post(child, port, path, line) {
  const reply = await ask(port, { method: "POST", path, body: line, timeoutMs: null });
  if (reply.kind === "broken") await Promise.race([child.exit, delay3(END_GRACE_MS, void 0, { ref: false })]);
  return reply;
}
function ask(port, { method, path, body, timeoutMs }) {
  return new Promise((resolve) => {
    const broken = (error) => resolve({ kind: "broken", why: cut(messageOf(error), 200), text: "" });
    const headers = body === null ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asking = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      const chunks = [];
      let bytes = 0;
      response.on("data", (chunk) => {
        bytes += chunk.length;
        if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
        else asking.destroy(new Error(`an answer of more than ${MAX_BODY_BYTES} bytes`));
      });
      response.on("end", () => {
        resolve({ kind: "answer", status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") });
      });
      response.on("error", broken);
    });
    if (timeoutMs !== null)
      asking.setTimeout(timeoutMs, () => asking.destroy(new Error(`no answer in ${timeoutMs} ms`)));
    asking.on("error", broken).end(body ?? void 0);
  });
}
var EXPECTED2 = 'status 200 with JSON {"output"} or {"error"}';
function readReply(id, reply) {
  if (reply.kind === "broken") return { kind: "error", id, message: `the connection to the agent broke: ${reply.why}` };
  const { status, text: text4 } = reply;
  if (status !== 200) return { kind: "error", id, message: cut(`status ${status}: ${text4}`, 2e3) };
  const value = parseJson(text4);
  if (!isJsonObject(value)) return garbage(text4, EXPECTED2);
  const deep = depthFault(value, text4);
  return deep ?? readWorkerLine(JSON.stringify({ ...value, id }));
}

// src/replay/speech.ts
var MAX_LINE_BYTES = 16 * 1024 ** 2;
function speakByLines(child, hear) {
  const lines = new LineSplitter(MAX_LINE_BYTES);
  let isDeaf = false;
  child.stdout.on("data", (bytes) => {
    if (isDeaf) return;
    for (const line of lines.push(bytes)) {
      if (isDeaf) return;
      const said2 = typeof line === "string" ? readWorkerLine(line) : line;
      isDeaf = said2.kind === "garbage";
      hear(said2, typeof line === "string" ? line : line.received);
    }
  });
  return { ready: null, give: (_, line) => void child.stdin.write(line) };
}

// src/replay/worker.ts
var STOP_GRACE_MS = 250;
var Worker = class {
  process;
  /** Resolves when the process and all it started is gone. */
  gone;
  #options;
  #onPlace;
  #child;
  #speech;
  #hold;
  #isHeld;
  #bornMs = performance3.now();
  #flights = /* @__PURE__ */ new Map();
  #lost = /* @__PURE__ */ new Set();
  #places = /* @__PURE__ */ new Set();
  #isProven = false;
  #isRetired = false;
  /** It never took a trial, and pawl ended it for that. */
  #neverReady = false;
  /** `holdMs`: the process must live this long before it gets a trial. `onPlace` hears that a place became free. */
  constructor(options, process2, holdMs, onPlace) {
    this.process = process2;
    this.#options = options;
    this.#onPlace = onPlace;
    const { child, speech } = startSpeaking(options, process2, (said2, line) => this.#hear(said2, line));
    this.#child = child;
    this.#speech = speech;
    this.#isHeld = holdMs > 0;
    this.#hold = this.#holdFor(holdMs);
    this.gone = this.#child.exit.then((exit) => this.#over(exit));
  }
  /** Places taken. */
  get load() {
    return this.#places.size;
  }
  hasPlace() {
    return !this.#isRetired && !this.#child.hasEnded() && this.load < this.#options.site.spec.inflight;
  }
  run(trial2) {
    if (this.#flights.has(trial2.id)) return Promise.reject(new Error(`trial ${trial2.id} is already running`));
    const { promise, resolve, reject } = Promise.withResolvers();
    const onAbort = () => this.#stop(flight);
    const flight = { trial: trial2, place: this.#takePlace(), resolve, reject, onAbort, timer: null, stop: null };
    this.#flights.set(trial2.id, flight);
    trial2.signal.addEventListener("abort", onAbort, { once: true });
    if (this.#hold === null) this.#send(flight);
    else void this.#hold.then(() => this.#send(flight));
    return promise;
  }
  /** Takes no more trials and ends with the last one that it has. */
  retire() {
    this.#isRetired = true;
    if (this.#flights.size === 0) void this.#child.kill();
  }
  /** Stops all trials and ends the process. */
  async close(result) {
    void this.#giveUp([...this.#flights.values()], result);
    await this.gone;
  }
  #holdFor(holdMs) {
    const { ready } = this.#speech;
    if (holdMs === 0 && ready === null) return null;
    const held = holdMs === 0 ? Promise.resolve() : delay4(holdMs, void 0, { ref: false });
    return Promise.all([held, ready]).then(([, why]) => this.#endHold(why));
  }
  #endHold(why) {
    if (this.#child.hasEnded()) return;
    if (why === null) {
      this.#isProven = true;
      return;
    }
    this.#neverReady = true;
    const end = ended2({ kind: "crashed", exitCode: null, signal: null, stderrTail: why });
    void this.#giveUp([...this.#flights.values()], end);
  }
  #takePlace() {
    let place = 0;
    while (this.#places.has(place)) place++;
    this.#places.add(place);
    return place;
  }
  #send(flight) {
    const { id, input, timeoutMs } = flight.trial;
    if (!this.#flights.has(id) || this.#child.hasEnded()) return;
    const late = ended2({ kind: "timed_out", afterMs: timeoutMs });
    try {
      const urls = flight.trial.start({ process: this.process, place: flight.place });
      flight.timer = setTimeout(() => void this.#giveUp([flight], late), timeoutMs);
      this.#speech.give(id, trialLine({ id, input, urls }));
    } catch (error) {
      this.#remove(flight);
      flight.reject(error);
    }
  }
  #stop(flight) {
    const stop = stopped(flight.trial.signal);
    flight.stop = stop;
    if (flight.timer === null) {
      this.#remove(flight);
      flight.resolve(stop);
      return;
    }
    clearTimeout(flight.timer);
    flight.timer = setTimeout(() => void this.#giveUp([flight], stop), STOP_GRACE_MS);
  }
  #hear(said2, line) {
    if (said2.kind === "garbage") {
      this.#reject(said2);
    } else if (!this.#lost.has(said2.id)) {
      const flight = this.#flights.get(said2.id);
      if (flight === void 0) this.#reject(garbage(line, "an answer to a trial in flight"));
      else this.#answer(flight, resultOf2(said2));
    }
  }
  #reject(what) {
    if (this.#flights.size === 0 && !this.#isRetired) {
      const said2 = `expected nothing between two trials, received ${what.received}`;
      this.#options.onStderr?.(`pawl: ${said2}; the agent's process is replaced`);
    }
    void this.#giveUp([...this.#flights.values()], ended2(what));
  }
  /** The agent is done with the trial. */
  #answer(flight, result) {
    this.#isProven = true;
    this.#remove(flight);
    flight.resolve(flight.stop ?? result);
    if (this.#isRetired) this.retire();
  }
  /** The agent may not be done with these trials. Where it has no others, they end when it has ended. */
  async #giveUp(flights, result) {
    for (const flight of flights) {
      this.#lost.add(flight.trial.id);
      this.#remove(flight);
    }
    this.retire();
    if (this.#flights.size === 0) await this.gone;
    for (const flight of flights) flight.resolve(flight.stop ?? result);
  }
  #remove(flight) {
    if (flight.timer !== null) clearTimeout(flight.timer);
    flight.trial.signal.removeEventListener("abort", flight.onAbort);
    this.#flights.delete(flight.trial.id);
    setImmediate(() => {
      this.#places.delete(flight.place);
      this.#onPlace();
    });
  }
  #over(exit) {
    const isByItself = !this.#isRetired || this.#neverReady;
    this.#isRetired = true;
    const crashed = ended2({ kind: "crashed", ...exit });
    for (const flight of [...this.#flights.values()]) {
      this.#remove(flight);
      flight.resolve(flight.stop ?? crashed);
    }
    const livedMs = performance3.now() - this.#bornMs;
    return { exit, livedMs, isProven: this.#isProven, isHeld: this.#isHeld, isByItself };
  }
};
var PORTS = { from: 2e4, to: 3e4 };
var takenPorts = /* @__PURE__ */ new Set();
function takePort(taken, range2 = PORTS) {
  for (; ; ) {
    const port = randomInt(range2.from, range2.to);
    if (taken.has(port)) continue;
    taken.add(port);
    return port;
  }
}
function startSpeaking({ site, onStderr, processUrls }, process2, hear) {
  const { spec } = site;
  const urls = spec.inflight === 1 ? processUrls(process2) : null;
  if (spec.protocol !== "http") {
    const child2 = startAt(site, spec.command, urls, onStderr);
    return { child: child2, speech: speakByLines(child2, hear) };
  }
  const port = takePort(takenPorts);
  const child = startAt(site, spec.command, urls, onStderr, { PORT: String(port), HOST: "127.0.0.1" });
  void child.exit.then(() => takenPorts.delete(port));
  return { child, speech: speakByHttp(child, port, spec.http, hear) };
}
function resultOf2(said2) {
  if (said2.kind === "output") return { end: { kind: "answered" }, output: said2.output };
  return ended2({ kind: "agent_error", message: said2.message });
}

// src/replay/worker-pool.ts
var MAX_FAILED_STARTS = 3;
var MAX_HOLD_MS = 1e4;
var WorkerPool = class {
  #options;
  #workers = /* @__PURE__ */ new Set();
  #waiting = /* @__PURE__ */ new Set();
  #starts = new Starts();
  #processes = 0;
  #isClosed = false;
  constructor(options) {
    this.#options = options;
  }
  run(trial2) {
    if (this.#isClosed) return Promise.reject(new Error("the agent pool is closed"));
    if (trial2.signal.aborted) return Promise.resolve(stopped(trial2.signal));
    return new Promise((resolve) => {
      const onAbort = () => {
        this.#waiting.delete(waiting);
        resolve(stopped(trial2.signal));
      };
      const waiting = { trial: trial2, resolve, onAbort };
      trial2.signal.addEventListener("abort", onAbort, { once: true });
      this.#waiting.add(waiting);
      this.#dispatch();
    });
  }
  restart(slot) {
    for (const worker of this.#workers) if (worker.process === slot.process) worker.retire();
  }
  async close() {
    this.#isClosed = true;
    const result = ended2({ kind: "stopped", reason: "the agent pool was closed" });
    this.#drain(result);
    await Promise.all([...this.#workers].map((worker) => worker.close(result)));
  }
  #dispatch() {
    if (this.#starts.broken !== null) this.#drain(this.#starts.broken);
    for (const waiting of this.#waiting) {
      const worker = this.#place();
      if (worker === null) return;
      this.#take(waiting).resolve(worker.run(waiting.trial));
    }
  }
  #drain(result) {
    for (const waiting of this.#waiting) this.#take(waiting).resolve(result);
  }
  #take(waiting) {
    this.#waiting.delete(waiting);
    waiting.trial.signal.removeEventListener("abort", waiting.onAbort);
    return waiting;
  }
  /** An idle process, else a new one, else the one with the fewest trials. null = all places are taken. */
  #place() {
    const free = [...this.#workers].filter((worker) => worker.hasPlace()).sort((a, b) => a.load - b.load)[0] ?? null;
    if (free?.load === 0 || this.#workers.size >= this.#options.site.spec.concurrency) return free;
    return this.#startWorker();
  }
  #startWorker() {
    const worker = new Worker(this.#options, ++this.#processes, this.#starts.holdMs(), () => this.#dispatch());
    this.#workers.add(worker);
    void worker.gone.then((end) => {
      this.#workers.delete(worker);
      this.#starts.note(end);
      this.#dispatch();
    });
    return worker;
  }
};
var Starts = class {
  #failedMs = [];
  #isProven = false;
  broken = null;
  holdMs() {
    if (this.#isProven || this.#failedMs.length < MAX_FAILED_STARTS) return 0;
    return Math.min(MAX_HOLD_MS, 2 * Math.max(...this.#failedMs) + 200);
  }
  note(end) {
    if (end.isProven) this.#isProven = true;
    if (this.#isProven || !end.isByItself) return;
    if (end.isHeld) this.broken = gaveUp(end.exit, this.#failedMs.length + 1);
    else this.#failedMs.push(end.livedMs);
  }
};
function gaveUp(exit, starts) {
  const said2 = exit.stderrTail === "" ? "" : `; it last said: ${exit.stderrTail}`;
  const stderrTail = `the agent ended at its start ${starts} times in a row and is not started again${said2}`;
  return ended2({ kind: "crashed", exitCode: exit.exitCode, signal: exit.signal, stderrTail });
}

// src/replay/agent-pool.ts
function openAgentPool(options) {
  environmentAt(options.site, null);
  return options.site.spec.protocol === "exec" ? openExecPool(options) : new WorkerPool(options);
}

// src/replay/join-telemetry.ts
var MAX_ERROR_CHARS = 300;
function joinTelemetry({ steps }, { spans, logs }) {
  const told = readTrace(spans, logs).flatMap((one) => one.steps).toSorted((a, b) => (a.startUs ?? 0) - (b.startUs ?? 0));
  const ids = wireIds(steps);
  const free = new Set(told);
  const joined3 = [];
  const join7 = (by, matches3) => {
    for (const [stepIndex, step] of steps.entries()) {
      if (joined3.some((one) => one.stepIndex === stepIndex)) continue;
      const found = [...free].find((one) => one.kind === step.kind && matches3(step, stepIndex, one));
      if (found === void 0) continue;
      free.delete(found);
      joined3.push({ stepIndex, joinedBy: by, ...factsOf(found) });
    }
  };
  join7("id", (_, index, one) => ids[index] !== null && idOf(one) === ids[index]);
  join7("order", (step, _, one) => haveSameArguments(step, one));
  join7("order", (step, _, one) => nameOf(step) === toldName(one));
  const known = new Set(ids);
  const unseen = [...free].filter((one) => isCall(one) && !known.has(idOf(one)));
  return {
    spans: spans.length,
    logs: logs.length,
    steps: joined3.toSorted((a, b) => a.stepIndex - b.stepIndex),
    unseen: unseen.map((one) => ({ kind: one.kind, name: toldName(one), ...factsOf(one) }))
  };
}
function idsOnTheWire({ steps }) {
  const calls = steps.flatMap((step) => step.kind === "model_call" ? step.response?.parts ?? [] : []).flatMap((part) => part.kind === "tool_call" ? [part.id] : []);
  return /* @__PURE__ */ new Set([...calls, ...wireIds(steps).filter((id) => id !== null)]);
}
function wireIds(steps) {
  const asked = [];
  return steps.map((step) => {
    if (step.kind === "model_call") {
      for (const part of step.response?.parts ?? [])
        if (part.kind === "tool_call") asked.push({ id: part.id, text: callText(part), name: part.name });
      return step.responseId ?? null;
    }
    const same = asked.findIndex(({ text: text4 }) => text4 === callText(step));
    const index = same === -1 ? asked.findIndex(({ name }) => name === step.name) : same;
    return asked.splice(index, index === -1 ? 0 : 1)[0]?.id ?? null;
  });
}
function isCall(one) {
  return one.kind === "tool_call" || one.error === null;
}
function haveSameArguments(step, one) {
  return step.kind === "tool_call" && one.kind === "tool_call" && callText(step) === callText(one);
}
function nameOf(step) {
  return step.kind === "tool_call" ? step.name : step.model;
}
function toldName(one) {
  return one.kind === "tool_call" ? one.name : one.requestModel ?? one.responseModel;
}
function idOf(one) {
  return one.kind === "tool_call" ? one.id : one.responseId;
}
function factsOf(one) {
  const { agent, durationMs, sources } = one;
  return { agent, durationMs, error: errorOf(one), sources };
}
function errorOf(one) {
  const error = one.kind === "model_call" ? one.error : one.outcome.kind === "error" ? one.outcome.value : null;
  return error === null ? null : cut(typeof error === "string" ? error : JSON.stringify(error), MAX_ERROR_CHARS);
}

// src/replay/listed-hash.ts
function listedHash(agentHash, recorded, listed) {
  const said2 = writeContract(listed);
  return said2 === writeContract(recorded) ? agentHash : hashJson([agentHash, said2]);
}

// src/replay/mcp/ask.ts
import { setTimeout as delay5 } from "node:timers/promises";

// src/replay/mcp/stdio-server.ts
var MAX_LINE_BYTES2 = 64 * 1024 * 1024;
var StdioServer = class {
  /** Why it ended; resolves when it has. */
  ended;
  #child;
  /** `onMessage` hears each message with its JSON. What is no message is skipped: some servers print a greeting. */
  constructor(child, onMessage) {
    this.#child = child;
    const lines = new LineSplitter(MAX_LINE_BYTES2);
    child.stdout.on("data", (bytes) => {
      for (const line of lines.push(bytes)) {
        const json = typeof line === "string" ? parseJson(line) : void 0;
        const message2 = readRpc(json);
        if (message2 !== null) onMessage(message2, json);
      }
    });
    this.ended = child.exit.then(({ exitCode, signal, stderrTail }) => {
      const how = signal ?? (exitCode === null ? "not started" : `exit code ${exitCode}`);
      return `the MCP server ended (${how})${stderrTail === "" ? "" : `: ${cut(stderrTail.slice(-300), 300)}`}`;
    });
  }
  send(message2) {
    this.#child.stdin.write(`${JSON.stringify(message2)}
`);
  }
  async close() {
    await this.#child.kill();
  }
};

// src/replay/mcp/ask.ts
var PROTOCOL_VERSION = "2025-11-25";
var MAX_PAGES = 100;
var MAX_WAIT_MS = 2e4;
var LISTS = [
  ["tools", "tools/list"],
  ["prompts", "prompts/list"],
  ["resources", "resources/list"],
  ["resources", "resources/templates/list"]
];
async function askServer(server, child, initialize) {
  const waiting = /* @__PURE__ */ new Map();
  const stdio = new StdioServer(child, (message2) => {
    if (message2.kind === "response") waiting.get(message2.id)?.(message2.outcome);
  });
  const over = new AbortController();
  const lost = Promise.race([
    stdio.ended,
    delay5(MAX_WAIT_MS, `no answer within ${MAX_WAIT_MS / 1e3} s`, { signal: over.signal }).catch(messageOf)
  ]).then((reason) => {
    throw new Error(reason);
  });
  const ask2 = async (method, params) => {
    const id = waiting.size;
    const answered2 = new Promise((resolve) => waiting.set(id, resolve));
    stdio.send(rpcRequest(id, method, params));
    return { server, method, params, outcome: await Promise.race([answered2, lost]) };
  };
  try {
    const started = await ask2("initialize", { protocolVersion: PROTOCOL_VERSION, capabilities: {}, ...initialize });
    if (started.outcome.kind === "error") throw new Error(`initialize: ${JSON.stringify(started.outcome.value)}`);
    stdio.send({ jsonrpc: "2.0", method: "notifications/initialized" });
    const announced = Object(started.outcome.value.capabilities);
    const methods = LISTS.filter(([capability]) => Object.hasOwn(announced, capability)).map(([, method]) => method);
    const exchanges = [started];
    for (const method of methods) exchanges.push(...await pages(method, ask2));
    return exchanges;
  } finally {
    over.abort();
    await stdio.close();
  }
}
async function pages(method, ask2) {
  const all = [];
  let params = {};
  while (all.length < MAX_PAGES) {
    const page = await ask2(method, params);
    all.push(page);
    const cursor = page.outcome.kind === "result" ? page.outcome.value.nextCursor : void 0;
    if (typeof cursor !== "string") return all;
    params = { cursor };
  }
  throw new Error(`${method} has more than ${MAX_PAGES} pages`);
}

// src/replay/mcp/listed.ts
async function listServers(site, recorded) {
  const asked = await Promise.all(
    Object.entries(site.spec.mcpServers).map(([name, spec]) => listServer(site, recorded, name, spec))
  );
  const live = new Set(asked.flatMap(({ exchanges, name }) => exchanges === null ? [] : [name]));
  const kept = recorded.exchanges.filter(({ server, method }) => !live.has(server) || !isContractMethod(method));
  return {
    contract: { exchanges: [...kept, ...asked.flatMap(({ exchanges }) => exchanges ?? [])] },
    silent: asked.flatMap(({ name, isSilent }) => isSilent ? [name] : []),
    notes: asked.flatMap(({ notes }) => notes)
  };
}
async function listServer(site, recorded, name, spec) {
  if (spec.kind === "url" || spec.listed === "recording") return { name, exchanges: null, isSilent: false, notes: [] };
  const own = recorded.exchanges.filter(({ server }) => server === name);
  try {
    const exchanges = await askServer(name, startServerAt(site, spec, "no_secrets"), initializeOf(own));
    const drift = own.length === 0 ? null : driftText(own, exchanges);
    const notes = drift === null ? [] : [`the MCP server ${name} lists other tools than it was recorded with: ${drift}`];
    return { name, exchanges, isSilent: false, notes };
  } catch (error) {
    const why = cut(messageOf(error), 300);
    return {
      name,
      exchanges: null,
      isSilent: true,
      notes: [`the MCP server ${name} could not be asked for its lists, so the recorded ones are believed: ${why}`]
    };
  }
}
function initializeOf(exchanges) {
  return exchanges.find(({ method }) => method === "initialize")?.params ?? {};
}
function driftText(before, now) {
  const [old, fresh] = [before, now].map(
    (exchanges) => new Map(mcpTools({ exchanges }).map((tool) => [tool.name, canonicalJson(tool)]))
  );
  if (old === void 0 || fresh === void 0) return null;
  const parts = [
    ["added", [...fresh.keys()].filter((name) => !old.has(name))],
    ["removed", [...old.keys()].filter((name) => !fresh.has(name))],
    ["changed", [...fresh].filter(([name, text4]) => old.has(name) && old.get(name) !== text4).map(([name]) => name)]
  ];
  const said2 = parts.filter(([, names]) => names.length > 0);
  return said2.length === 0 ? null : said2.map(([what, names]) => `${what} ${names.map((name) => cut(name, 80)).join(", ")}`).join("; ");
}

// src/replay/mcp/recording.ts
import { randomBytes as randomBytes3 } from "node:crypto";
import { validateHeaderValue } from "node:http";

// src/replay/mcp/forward.ts
var CLIENT_HEADERS = ["content-type", "accept", "mcp-session-id", "mcp-protocol-version", "last-event-id"];
var SERVER_HEADERS = ["content-type", "mcp-session-id", "allow", "www-authenticate"];
async function forward({ method, headers, text: text4, outgoing }, to) {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const sent = CLIENT_HEADERS.flatMap((name) => headers[name] === void 0 ? [] : [[name, String(headers[name])]]);
  const response = await fetch(to.url, {
    method,
    headers: { ...Object.fromEntries(sent), ...to.headers },
    redirect: "error",
    signal: gone.signal,
    ...method === "POST" ? { body: text4 } : {}
  });
  const given = SERVER_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  if (response.headers.get("content-type")?.startsWith("text/event-stream") !== true || response.body === null) {
    const body = await response.text();
    for (const message2 of readRpcBody(parseJson(body)) ?? []) to.onMessage(message2);
    outgoing.writeHead(response.status, Object.fromEntries(given)).end(body);
    return { status: response.status, isStream: false };
  }
  outgoing.writeHead(response.status, Object.fromEntries(given)).flushHeaders();
  const parser = createParser({
    onEvent({ data }) {
      const message2 = readRpc(parseJson(data));
      if (message2 !== null) to.onMessage(message2);
    }
  });
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    outgoing.write(chunk);
  }
  outgoing.end();
  return { status: response.status, isStream: true };
}

// src/replay/mcp/outcomes.ts
function outcomeOfCall({ kind, value }) {
  return { kind: kind === "error" || value.isError === true ? "error" : "result", value };
}
function answerToCall({ kind, value }) {
  if (isJsonObject(value) && Array.isArray(value.content)) return { kind: "result", value };
  if (kind === "error" && isJsonObject(value) && isRpcError(value)) return { kind: "error", value };
  const text4 = typeof value === "string" ? value : JSON.stringify(value);
  const content = [{ type: "text", text: text4 }];
  if (kind === "error") return { kind: "result", value: { content, isError: true } };
  return { kind: "result", value: { content, ...isJsonObject(value) ? { structuredContent: value } : {} } };
}
function isRpcError({ code: code2, message: message2 }) {
  return typeof code2 === "number" && typeof message2 === "string";
}

// src/replay/mcp/service.ts
function send3(outgoing, status, body, headers = {}) {
  if (outgoing.destroyed) return;
  if (body === null) outgoing.writeHead(status, { "content-length": 0, ...headers }).end();
  else outgoing.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

// src/replay/mcp/stdio-session.ts
var SERVER_ENDED = -32e3;
var StdioSession = class {
  #server;
  #waiting = /* @__PURE__ */ new Map();
  /** The client's stream for what the server says unasked. */
  #listening = null;
  #unsaid = [];
  #ended = null;
  /** `onResponse` hears an answer before the client does. */
  constructor(child, onResponse) {
    this.#server = new StdioServer(child, (message2, json) => {
      if (message2.kind === "response") {
        onResponse(message2);
        this.#answer(message2.id, json);
      } else this.#say(json);
    });
    void this.#server.ended.then((reason) => {
      this.#ended = reason;
      for (const id of [...this.#waiting.keys()]) {
        const error = rpcError(SERVER_ENDED, reason);
        onResponse({ kind: "response", id, outcome: error });
        this.#answer(id, rpcResponse(id, error));
      }
      this.#listening?.end();
    });
  }
  /** Why the server is gone; null = it runs. */
  get ended() {
    return this.#ended;
  }
  tell(messages) {
    for (const message2 of messages) this.#server.send(message2);
  }
  /** Sends messages with requests among them; the answers go to this client as server-sent events. */
  ask(messages, requests, outgoing, sessionId) {
    outgoing.writeHead(200, { "content-type": "text/event-stream", "mcp-session-id": sessionId });
    const waiting = { outgoing, open: new Set(requests.map(({ id }) => id)) };
    for (const id of waiting.open) this.#waiting.set(id, waiting);
    outgoing.once("close", () => {
      for (const id of waiting.open) this.#waiting.delete(id);
    });
    for (const json of this.#unsaid.splice(0)) outgoing.write(eventOf(json));
    this.tell(messages);
  }
  listen(outgoing) {
    outgoing.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    this.#listening = outgoing;
    outgoing.once("close", () => {
      if (this.#listening === outgoing) this.#listening = null;
    });
    for (const json of this.#unsaid.splice(0)) outgoing.write(eventOf(json));
  }
  close() {
    return this.#server.close();
  }
  #answer(id, json) {
    const waiting = this.#waiting.get(id);
    if (waiting === void 0) return;
    this.#waiting.delete(id);
    waiting.open.delete(id);
    waiting.outgoing.write(eventOf(json));
    if (waiting.open.size === 0) waiting.outgoing.end();
  }
  /** To a client that waits for an answer, since what the server asks in between belongs to that; else to its stream. */
  #say(json) {
    const to = [...this.#waiting.values()].at(-1)?.outgoing ?? this.#listening;
    if (to === null) this.#unsaid.push(json);
    else to.write(eventOf(json));
  }
};
function eventOf(json) {
  return `event: message
data: ${JSON.stringify(json)}

`;
}

// src/replay/mcp/recording.ts
var IGNORED = /* @__PURE__ */ new Set(["ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"]);
var McpRecording = class {
  #servers;
  #sessions = /* @__PURE__ */ new Map();
  #asked = /* @__PURE__ */ new Map();
  #contract = /* @__PURE__ */ new Map();
  #unstable = /* @__PURE__ */ new Set();
  #posts = 0;
  constructor(servers) {
    this.#servers = servers;
  }
  /** What the servers said of themselves; where they said several things, the first. */
  get contract() {
    return { exchanges: [...this.#contract.values()] };
  }
  get notes() {
    return [...this.#unstable].map((what) => `${what} was not answered the same every time: the first answer is kept`);
  }
  async serve(http) {
    const spec = this.#servers.specs[http.server];
    if (spec === void 0) {
      const message2 = `pawl.yml has no MCP server ${cut(http.server, 80)}`;
      fail(http.trial, message2);
      return send3(http.outgoing, 404, { error: `pawl: ${message2}` });
    }
    const messages = http.method === "POST" ? readRpcBody(parseJson(http.text)) : [];
    if (messages === null) return send3(http.outgoing, 400, { error: "pawl: expected JSON-RPC" });
    const requests = messages.filter((message2) => message2.kind === "request");
    if (http.trial === null && requests.some(({ method }) => method === "tools/call"))
      http.onLate(`tools/call of the MCP server ${cut(http.server, 80)}`);
    if (spec.kind === "url") await this.#forward(http, spec, requests);
    else this.#bridge(http, spec, requests);
  }
  async endLease(lease) {
    const own = [...this.#sessions].filter(([, entry]) => entry.lease === lease);
    for (const [id] of own) this.#sessions.delete(id);
    await Promise.all(own.map(([, { session }]) => session.close()));
  }
  async #forward(http, spec, requests) {
    const scope = this.#scopeOf(http);
    this.#ask(scope, requests, http.trial);
    const onMessage = (message2) => {
      if (message2.kind === "response") this.#answered(http.server, scope, message2.id, message2.outcome);
    };
    try {
      const headers = Object.entries(spec.headers).map(([name, variable]) => [name, this.#secretFor(variable)]);
      const { status, isStream } = await forward(http, {
        url: spec.url,
        headers: Object.fromEntries(headers),
        onMessage
      });
      const unanswered = isStream ? [] : requests.filter(({ id }) => this.#asked.delete(askedKey(scope, id)));
      if (requests.length === 0 || status === 404) return;
      if (status >= 400) fail(http.trial, `the MCP server ${http.server} answered ${status}`);
      else if (unanswered.length > 0) fail(http.trial, `the MCP server ${http.server} gave no answer that can be read`);
    } catch (error) {
      if (http.outgoing.destroyed) return;
      const message2 = `the MCP server ${http.server} at ${spec.url}: ${messageOf(error)}`;
      fail(http.trial, message2);
      if (http.outgoing.headersSent) http.outgoing.destroy();
      else send3(http.outgoing, 502, { error: `pawl: ${message2}` });
    }
  }
  #secretFor(variable) {
    const value = this.#servers.secret(variable);
    if (value === null) throw new Error(`the environment variable ${variable} is not set`);
    if (!isHeaderValue(value.trim())) throw new Error(`the environment variable ${variable} cannot stand in a header`);
    return value.trim();
  }
  #bridge(http, spec, requests) {
    const { outgoing } = http;
    const isNew = requests.some(({ method }) => method === "initialize");
    const id = isNew ? randomBytes3(16).toString("hex") : String(http.headers["mcp-session-id"] ?? "");
    if (isNew) this.#open(id, http, spec);
    const session = this.#sessions.get(id)?.session;
    if (session === void 0 || session.ended !== null) {
      send3(outgoing, 404, { error: `pawl: ${session?.ended ?? "there is no such session"}` });
    } else if (http.method === "GET") {
      session.listen(outgoing);
    } else if (http.method === "DELETE") {
      this.#sessions.delete(id);
      void session.close();
      send3(outgoing, 200, null);
    } else this.#tell(http, id, session, requests);
  }
  #tell({ server, trial: trial2, text: text4, outgoing }, id, session, requests) {
    const body = parseJson(text4);
    const messages = (Array.isArray(body) ? body : [body]).filter(isJsonObject);
    this.#ask(`${server} ${id}`, requests, trial2);
    if (requests.length > 0) session.ask(messages, requests, outgoing, id);
    else {
      session.tell(messages);
      send3(outgoing, 202, null);
    }
  }
  #open(id, { server, lease }, spec) {
    const session = new StdioSession(this.#servers.start(spec), (message2) => {
      if (session.ended !== null)
        fail(this.#asked.get(askedKey(`${server} ${id}`, message2.id))?.trial ?? null, session.ended);
      this.#answered(server, `${server} ${id}`, message2.id, message2.outcome);
    });
    this.#sessions.set(id, { lease, session });
  }
  #ask(scope, requests, trial2) {
    for (const request2 of requests) {
      const place = isToolCall(request2) ? trial2?.recorder.place() ?? null : null;
      this.#asked.set(askedKey(scope, request2.id), { request: request2, trial: trial2, place });
    }
  }
  /** Ids of requests are unique within a session; a client without one has them for itself in each POST. */
  #scopeOf({ server, headers }) {
    const session = headers["mcp-session-id"];
    if (session !== void 0) return `${server} ${String(session)}`;
    this.#posts += 1;
    return `${server} post ${this.#posts}`;
  }
  #answered(server, scope, id, outcome) {
    const key = askedKey(scope, id);
    const asked = this.#asked.get(key);
    this.#asked.delete(key);
    if (asked === void 0 || IGNORED.has(asked.request.method)) return;
    const { request: request2, trial: trial2, place } = asked;
    const { method } = request2;
    if (isToolCall(request2)) {
      const { name, arguments: args = {} } = request2.params;
      const tool = `${server}.${String(name)}`;
      const found = { tool, args, outcome: outcomeOfCall(outcome), match: "live", recordedAs: null };
      if (trial2 !== null && place !== null) settleCall(trial2, found, "served", place);
      return;
    }
    const params = withoutMeta(request2.params);
    if (trial2 !== null && !isContractMethod(method)) trial2.recorder.mcpExchange({ server, method, params, outcome });
    else this.#keep({ server, method, params: method === "initialize" ? withoutClient(params) : params, outcome });
  }
  #keep(exchange) {
    const key = mcpKey(exchange);
    const known = this.#contract.get(key);
    if (known !== void 0) {
      if (saidIn(known) !== saidIn(exchange))
        this.#unstable.add(`${exchange.method} of the MCP server ${exchange.server}`);
    } else if (this.#isNextPage(exchange)) this.#contract.set(key, exchange);
  }
  /** Some servers make up a new cursor each time: only the pages that follow a kept one can be asked for in a replay. */
  #isNextPage({ server, method, params: { cursor } }) {
    if (cursor === void 0) return true;
    return [...this.#contract.values()].some(
      (page) => page.server === server && page.method === method && page.outcome.value.nextCursor === cursor
    );
  }
};
function isHeaderValue(text4) {
  try {
    validateHeaderValue("x", text4);
    return true;
  } catch {
    return false;
  }
}
function isToolCall({ method, params }) {
  return method === "tools/call" && params.task === void 0;
}
function saidIn({ outcome }) {
  const { nextCursor: _, ...value } = outcome.value;
  return canonicalJson([outcome.kind, value]);
}
function withoutClient({ clientInfo: _, ...params }) {
  return params;
}
function askedKey(scope, id) {
  return `${scope} ${typeof id} ${id}`;
}
function fail(trial2, message2) {
  trial2?.recorder.providerFailed({ httpStatus: null, message: message2 });
  trial2?.stop(message2);
}

// src/replay/mcp/tape.ts
function mcpTapeOf(cases) {
  const tape = /* @__PURE__ */ new Map();
  for (const { mcp = [] } of cases.flatMap(({ recordings }) => recordings)) {
    const inRecording = Map.groupBy(mcp, mcpKey);
    for (const [key, exchanges] of inRecording) {
      const outcomes = exchanges.map(({ outcome }) => outcome);
      tape.set(key, [...tape.get(key) ?? [], outcomes]);
    }
  }
  return tape;
}
var McpReader = class {
  #tape;
  #seen = /* @__PURE__ */ new Map();
  constructor(tape) {
    this.#tape = tape;
  }
  next(asked) {
    const key = mcpKey(asked);
    const recorded = this.#tape.get(key);
    if (recorded === void 0) return null;
    const occurrence = this.#seen.get(key) ?? 0;
    this.#seen.set(key, occurrence + 1);
    const longest = recorded.reduce((best, outcomes) => outcomes.length > best.length ? outcomes : best);
    const source = recorded.find((outcomes) => outcomes.length > occurrence) ?? longest;
    return source[occurrence] ?? source.at(-1) ?? null;
  }
};
function firstOutcome(tape, asked) {
  return tape.get(mcpKey(asked))?.[0]?.[0] ?? null;
}

// src/replay/mcp/replay.ts
var NOT_RECORDED = -32001;
var METHOD_NOT_FOUND = -32601;
var PARSE_ERROR = -32700;
var ACKNOWLEDGED = /* @__PURE__ */ new Set(["ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"]);
var CAPABILITIES = [
  [/^tools\//, "tools"],
  [/^prompts\//, "prompts"],
  [/^resources\//, "resources"],
  [/^completion\//, "completions"],
  [/^tasks\//, "tasks"]
];
var McpReplay = class {
  #outcomes;
  #initialized;
  #nameOf;
  #allCases;
  #readers = /* @__PURE__ */ new WeakMap();
  constructor(contract, allCases) {
    this.#outcomes = new Map(contract.exchanges.map((exchange) => [mcpKey(exchange), exchange.outcome]));
    const first = contract.exchanges.filter(({ method }) => method === "initialize").toReversed();
    this.#initialized = new Map(first.map(({ server, outcome }) => [server, outcome]));
    this.#nameOf = mcpToolNames(contract);
    this.#allCases = allCases;
  }
  async serve(http) {
    const { outgoing } = http;
    if (http.method !== "POST") return send3(outgoing, 405, null, { allow: "POST" });
    const body = parseJson(http.text);
    const messages = readRpcBody(body);
    if (messages === null) {
      const error = rpcError(PARSE_ERROR, "expected JSON-RPC, not nested deeply");
      return send3(outgoing, 400, { ...rpcResponse(0, error), id: null });
    }
    const replies = [];
    for (const message2 of messages)
      if (message2.kind === "request") replies.push(rpcResponse(message2.id, await this.#answer(http, message2)));
    if (replies.length === 0) return send3(outgoing, 202, null);
    send3(outgoing, 200, Array.isArray(body) ? replies : replies[0] ?? null);
  }
  async endLease() {
  }
  async #answer(http, request2) {
    const { method, params } = request2;
    if (ACKNOWLEDGED.has(method)) return { kind: "result", value: {} };
    if (method === "initialize") return this.#initialize(http, params);
    if (method === "tools/call" && params.task === void 0) return this.#callTool(http, params);
    return this.#recorded(http, method, params) ?? this.#missed(http, method, params);
  }
  /** A server answers in the client's protocol where it knows it; every one knew those before its own. */
  #initialize({ server, trial: trial2 }, { protocolVersion: asked }) {
    const outcome = this.#initialized.get(server);
    if (outcome === void 0) {
      const reason = `no recording knows the MCP server ${cut(server, 80)}: pawl record writes what servers say of themselves`;
      trial2?.recorder.notCovered(reason);
      trial2?.stop(reason);
      return rpcError(NOT_RECORDED, reason);
    }
    const { protocolVersion: said2 } = outcome.value;
    const isOlder = typeof asked === "string" && typeof said2 === "string" && asked < said2;
    return isOlder ? { kind: "result", value: { ...outcome.value, protocolVersion: asked } } : outcome;
  }
  async #callTool(http, { name, arguments: args = {} }) {
    const { server, trial: trial2 } = http;
    if (trial2 === null) return this.#late(http, "tools/call");
    const tool = this.#nameOf(server, typeof name === "string" ? name : "");
    const outcome = await callTool(trial2, tool, args);
    return outcome.kind === "missing" ? rpcError(NOT_RECORDED, `not in recording: ${outcome.reason}`) : answerToCall(outcome);
  }
  /** What is asked when a process starts belongs to whichever trial came first: any case's recording may know it. */
  #recorded({ server, trial: trial2 }, method, params) {
    const asked = { server, method, params };
    const contract = this.#outcomes.get(mcpKey(asked)) ?? null;
    if (contract !== null && isContractMethod(method)) return contract;
    const own = trial2 === null ? null : this.#readerOf(trial2).next(asked);
    if (own !== null) return own;
    const elsewhere = contract ?? firstOutcome(this.#allCases(), asked);
    if (elsewhere !== null) trial2?.recorder.assist();
    return elsewhere;
  }
  #missed(http, method, params) {
    const { server, trial: trial2 } = http;
    const needed = CAPABILITIES.find(([pattern]) => pattern.test(method))?.[1];
    const announced = this.#initialized.get(server)?.value.capabilities;
    if (needed === void 0 || announced !== void 0 && !Object.hasOwn(Object(announced), needed))
      return rpcError(METHOD_NOT_FOUND, `the server does not have ${cut(method, 80)}`);
    if (trial2 === null) return this.#late(http, method);
    const what = `${server} ${method}`;
    const reason = `no recording of this case has ${cut(what, 80)} with these parameters`;
    trial2.recorder.diverge(what, params, reason, trial2.recorder.place());
    if (trial2.policy.onMiss(what).kind !== "error") trial2.stop(reason);
    return rpcError(NOT_RECORDED, `not in recording: ${reason}`);
  }
  #late({ server, onLate }, method) {
    onLate(`${method} of the MCP server ${cut(server, 80)}`);
    return rpcError(NOT_RECORDED, "no trial is running under this URL");
  }
  #readerOf(trial2) {
    const reader = this.#readers.get(trial2) ?? new McpReader(mcpTapeOf([trial2.theCase]));
    this.#readers.set(trial2, reader);
    return reader;
  }
};

// src/replay/mcp/side-servers.ts
function replayServers(contract, cases) {
  let tape = null;
  const allCases = () => {
    tape ??= mcpTapeOf(cases);
    return tape;
  };
  return { service: new McpReplay(contract, allCases), recorded: () => emptyContract, notes: () => [] };
}
function recordServers(site) {
  const service = new McpRecording({
    specs: site.spec.mcpServers,
    start: (spec) => startServerAt(site, spec, "with_secrets"),
    secret: (name) => site.parentEnvironment[name] ?? null
  });
  return { service, recorded: () => service.contract, notes: () => service.notes };
}

// src/replay/own-tools.ts
var OwnTools = class {
  #policy;
  #settled = /* @__PURE__ */ new Map();
  constructor(policy) {
    this.#policy = policy;
  }
  async settle(trial2, request2, body) {
    if (trial2.liveTools === null && this.#policy === "substitute") warnOfBuiltIn(trial2, request2);
    const replaced = /* @__PURE__ */ new Map();
    for (const own of trial2.recorder.ownResults.in(request2.messages)) {
      const settled = this.#settled.get(own.key) ?? this.#settleOne(trial2, own);
      this.#settled.set(own.key, settled);
      const outcome = await settled;
      if (outcome?.kind === "missing") return { kind: "stopped", reason: outcome.reason };
      if (outcome !== null && !saysTheSame(own, outcome)) replaced.set(own.index, outcome);
    }
    if (replaced.size === 0) return { kind: "as_it_is" };
    return { kind: "replaced", ...withToolResults(request2, body, (index) => replaced.get(index) ?? null) };
  }
  /** null = the agent's own result stands: it is recorded, or the user trusts it. */
  async #settleOne(trial2, own) {
    const { name, arguments: args } = own.call;
    const place = trial2.recorder.place();
    if (trial2.liveTools !== null || this.#policy === "trust") {
      const found = { outcome: own.outcome, match: "agent", recordedAs: null };
      settleCall(trial2, { tool: name, args, ...found }, "kept", place);
      return null;
    }
    const resolved = await resolveCall(trial2, name, args);
    if (resolved.outcome.kind === "missing") {
      const reason = `${resolved.outcome.reason}; the agent ran it by itself, and tools.in_process is substitute`;
      return settleCall(trial2, { ...resolved, outcome: { kind: "missing", reason } }, "replaced", place);
    }
    return settleCall(trial2, resolved, saysTheSame(own, resolved.outcome) ? "kept" : "replaced", place);
  }
};
function warnOfBuiltIn(trial2, request2) {
  for (const part of request2.messages.flatMap((message2) => message2.parts))
    if (part.kind === "other" && part.type.endsWith("_call_output"))
      trial2.warn(
        `results of a provider's built-in tool (${cut(part.type, 60)}) reach the model as the agent made them`
      );
}
function saysTheSame(own, outcome) {
  if (own.outcome.kind === "error" && outcome.kind !== "error") return false;
  return canonicalJson(own.outcome.value) === canonicalJson(outcome.value);
}

// src/replay/own-results.ts
var OwnResults = class {
  /** What the model asked for, by call id; some providers give the same id again and again. */
  #asked = /* @__PURE__ */ new Map();
  /** Calls served by the gateway whose results have not come by on the model's wire yet. */
  #served = [];
  #isOwn = /* @__PURE__ */ new Map();
  asked(answer3) {
    for (const part of answer3.parts) {
      if (part.kind !== "tool_call") continue;
      const calls = this.#asked.get(part.id) ?? [];
      calls.push({ name: part.name, arguments: part.arguments });
      this.#asked.set(part.id, calls);
    }
  }
  served(call) {
    this.#served.push(call);
  }
  /** Results of calls that this trial's model did not make (a conversation's history) are nobody's. */
  in(messages) {
    const own = [];
    const repeated = /* @__PURE__ */ new Map();
    const counts = /* @__PURE__ */ new Map();
    let index = 0;
    for (const part of messages.flatMap((message2) => message2.parts)) {
      if (part.kind === "tool_call") repeated.set(part.id, part);
      if (part.kind !== "tool_result") continue;
      const call = this.#callOf(part.id, repeated.get(part.id));
      if (call !== null) {
        const text4 = `${part.id} ${callText(call)}`;
        const count5 = counts.get(text4) ?? 0;
        counts.set(text4, count5 + 1);
        const key = `${count5} ${text4}`;
        const outcome = { kind: part.isError ? "error" : "result", value: part.result };
        if (this.#decide(key, call)) own.push({ key, index, call, outcome });
      }
      index += 1;
    }
    return own;
  }
  /** As the model made it; which one of several with this id, the request's own repetition of it says. */
  #callOf(id, repeated) {
    const calls = this.#asked.get(id);
    if (calls === void 0) return null;
    const same = repeated === void 0 ? void 0 : calls.find((call) => callText(call) === callText(repeated));
    return same ?? calls.at(-1) ?? null;
  }
  #decide(key, call) {
    const known = this.#isOwn.get(key);
    if (known !== void 0) return known;
    const served = this.#servedAs(call);
    if (served !== -1) this.#served.splice(served, 1);
    this.#isOwn.set(key, served === -1);
    return served === -1;
  }
  /** An agent may change a call's arguments on its way to the tool, or the name of an MCP tool on its way to the model. */
  #servedAs(call) {
    const places = [
      this.#served.findIndex((served) => callText(served) === callText(call)),
      this.#served.findIndex(({ name }) => name === call.name),
      this.#served.findIndex((served) => isPrefixed(call, served))
    ];
    return places.find((place) => place !== -1) ?? -1;
  }
};
function isPrefixed(asked, served) {
  const tool = served.name.slice(served.name.indexOf(".") + 1);
  const end = asked.name.length - tool.length;
  const isTool = asked.name.endsWith(tool) && (end === 0 || /[_.:/-]/.test(asked.name.charAt(end - 1)));
  if (!isTool) return false;
  return callText({ ...asked, name: tool }) === callText({ ...served, name: tool });
}

// src/replay/recorder.ts
var ASSISTING = /* @__PURE__ */ new Set(["renamed", "other_state", "nearest", "simulated", "live", "agent"]);
var TrialRecorder = class {
  claims;
  ownResults = new OwnResults();
  number;
  #identity;
  #places = [];
  /** How what the provider keeps came about, by its id, and where the answer came from. */
  #kept = /* @__PURE__ */ new Map();
  #history = [];
  #mcp = [];
  #assisted = false;
  #divergence = null;
  #notCovered = null;
  #firstRequestKey = null;
  #providerFailure = null;
  #late = null;
  #retrying = 0;
  #sealed = false;
  #runaway = null;
  constructor(trial2) {
    this.#identity = { caseId: trial2.caseId, side: trial2.side, number: trial2.number };
    this.number = trial2.number;
    this.claims = new Claims(trial2);
  }
  /** A model request came, whatever becomes of it. */
  asked(requestKey2) {
    this.#firstRequestKey ??= requestKey2;
  }
  place() {
    const place = { step: null };
    this.#places.push(place);
    return {
      fill: (step) => {
        if (!this.#sealed) place.step = step;
      },
      drop: () => {
        const index = this.#places.indexOf(place);
        if (index !== -1) this.#places.splice(index, 1);
      },
      index: () => this.#places.indexOf(place)
    };
  }
  /** How an answer, an item or a conversation that the provider keeps came about in this trial; null = not in this trial. */
  kept(id) {
    return this.#kept.get(id) ?? null;
  }
  /** Messages that the previous model call did not have. */
  newMessages(request2) {
    const known = this.#history;
    const continues = canonicalJson(request2.messages.slice(0, known.length)) === canonicalJson(known);
    return continues ? request2.messages.slice(known.length) : request2.messages;
  }
  modelCall(call) {
    const response = call.body === null ? null : readResponse(call.request.wire, call.body);
    this.#keep(call);
    if (call.source === "semantic") this.#assisted = true;
    if (response?.message != null) this.ownResults.asked(response.message);
    if (call.request.wire !== "openai-embeddings") this.#history = call.request.messages;
    return {
      kind: "model_call",
      wire: call.request.wire,
      model: call.request.model,
      requestKey: call.requestKey,
      instructionsHash: hashInstructions(call.request),
      toolsHash: hashTools(call.request),
      newMessages: call.newMessages,
      response: response?.message ?? null,
      finishReason: response?.finishReason ?? null,
      ...response?.id == null ? {} : { responseId: response.id },
      usage: response?.usage ?? null,
      source: call.source,
      error: call.error,
      durationMs: call.durationMs
    };
  }
  /** The key of a request holds the markers of what it continues, so that each marker stands for all that went before. */
  #keep(call) {
    if (call.body === null) return;
    const marker = `${call.requestKey}#${call.occurrence}`;
    const ids = idsOfAnswer(call.request.wire, call.body);
    for (const [index, id] of ids.entries())
      this.#kept.set(id, { marker: index === 0 ? marker : `${marker}/${index}`, source: call.source });
    if (call.conversation !== null) this.#kept.set(call.conversation, { marker, source: call.source });
  }
  /** A call that came to the gateway. */
  toolCall(step, place) {
    this.ownToolCall(step, place);
    this.ownResults.served(step);
  }
  /** A call that the agent ran by itself. */
  ownToolCall(step, place) {
    place.fill(step);
    if (ASSISTING.has(step.match)) this.#assisted = true;
  }
  /** The calls that have been answered so far, in the order in which they came. */
  toolCalls() {
    return this.#places.flatMap(({ step }) => step?.kind === "tool_call" ? [step] : []);
  }
  /** What an MCP server answered besides tool calls; only while recording. */
  mcpExchange(exchange) {
    if (!this.#sealed) this.#mcp.push(exchange);
  }
  assist() {
    this.#assisted = true;
  }
  /** The first one counts: what follows it is no longer the recorded world. */
  diverge(tool, args, reason, place) {
    this.#divergence ??= { stepIndex: place.index(), tool, arguments: args, reason };
  }
  notCovered(reason) {
    this.#notCovered ??= reason;
  }
  providerFailed(failure3) {
    this.#providerFailure ??= failure3;
  }
  /** More model calls than any sane trial makes: the agent is at fault, and every further call is money. */
  ranAway(message2) {
    this.#runaway ??= message2;
  }
  modelCalls() {
    return this.#places.filter((place) => place.step?.kind === "model_call").length;
  }
  /** The trial was stopped: what is still on its way is no part of it any more. */
  seal() {
    this.#sealed = true;
  }
  /** The provider is being asked again and again; `settled` when it has answered or failed for good. */
  retrying() {
    this.#retrying += 1;
    return {
      settled: () => {
        this.#retrying -= 1;
      }
    };
  }
  lateRequest(message2) {
    this.#late ??= message2;
  }
  finish(agentEnd, output, durationMs) {
    const steps = this.#places.flatMap((place) => place.step === null ? [] : [place.step]);
    const end = this.#endOf(agentEnd);
    const models = steps.filter((step) => step.kind === "model_call");
    const drawn = (source) => models.filter((step) => step.source === source && step.error === null).length;
    const finalOutput = end.kind === "answered" ? output : null;
    return {
      ...this.#identity,
      standing: this.#standingOf(end),
      end,
      trajectory: { steps, output: finalOutput, ...this.#mcp.length === 0 ? {} : { mcp: this.#mcp } },
      divergence: this.#divergence,
      firstRequestKey: models[0]?.requestKey ?? this.#firstRequestKey,
      fingerprint: fingerprintOf(steps, finalOutput, end),
      answers: { provider: drawn("provider"), store: drawn("store") + drawn("semantic"), shared: drawn("shared") },
      durationMs
    };
  }
  /** What pawl knows about the end outranks how the agent took it. */
  #endOf(agentEnd) {
    if (this.#late !== null) return { kind: "late_request", message: this.#late };
    if (this.#providerFailure !== null) return { kind: "provider_failed", ...this.#providerFailure };
    if (this.#runaway !== null) return { kind: "agent_error", message: this.#runaway };
    if (this.#notCovered !== null) return { kind: "stopped", reason: this.#notCovered };
    if (agentEnd.kind === "timed_out" && this.#retrying > 0) {
      const message2 = `it was still being asked again when the trial's ${agentEnd.afterMs / 1e3} s were over`;
      return { kind: "provider_failed", httpStatus: null, message: message2 };
    }
    return agentEnd;
  }
  #standingOf(end) {
    if (this.#notCovered !== null) return "not_covered";
    if (this.#divergence !== null) return "diverged";
    if (end.kind !== "answered") return "errored";
    return this.#assisted ? "assisted" : "hermetic";
  }
};
function fingerprintOf(steps, output, end) {
  const walked = steps.map(
    (step) => step.kind === "model_call" ? step.requestKey : [step.name, step.arguments, step.outcome.kind, step.recordedAs !== null]
  );
  const exit = end.kind === "crashed" ? [end.kind, end.exitCode, end.signal] : [end.kind];
  return hashJson([walked, output, exit]);
}

// src/replay/setup.ts
import { setTimeout as delay6 } from "node:timers/promises";
async function runSetup(site, log) {
  const { setup, setupTimeoutMs } = site.spec;
  if (setup === null) return;
  await checkFolder(site);
  const child = startAt(site, `exec 1>&2
${setup}`, null, log);
  child.stdin.end();
  child.stdout.resume();
  const timer = new AbortController();
  const late = delay6(setupTimeoutMs, "late", { signal: timer.signal }).catch(() => "cancelled");
  const first = await Promise.race([child.exit, late]);
  timer.abort();
  const timedOut = first === "late";
  const exit = timedOut ? await child.kill() : await child.exit;
  await endStrays(site.isolation, site.checkout.side);
  if (exit.exitCode === 0 && !timedOut) return;
  const how = timedOut ? `took longer than ${setupTimeoutMs / 1e3} s and was ended` : `ended with ${exit.signal ?? `exit code ${exit.exitCode}`}`;
  throw new UserError({
    where: "agent.setup",
    message: `${cut(setup, 200)} ${how} on the side of ${site.checkout.side}; its output ends with:
${exit.stderrTail}`,
    hint: hintFor(site, exit.exitCode)
  });
}
function hintFor(site, exitCode) {
  const isMissing = exitCode === 126 || exitCode === 127;
  const uid = userOf(site.isolation, site.checkout.side);
  if (isMissing && uid !== null)
    return `it runs as uid ${uid}: programs below a closed home folder are out of its reach`;
  return `run it by hand in ${site.spec.root} of a fresh clone; it sees PATH and the variables of agent.environment only`;
}

// src/replay/nearest-call.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var MAX_COMPARED = 2e3;
function nearestCalls(asked, places) {
  const measured = places.map((place) => ({ place, distance: distanceOf(asked, place.call) }));
  const [least] = measured.map((one) => one.distance).sort(compare);
  return measured.flatMap((one) => least !== void 0 && compare(one.distance, least) === 0 ? one.place : []);
}
function distanceOf(asked, recorded) {
  const [a, b] = [asked.arguments, recorded.arguments];
  const names = /* @__PURE__ */ new Set([...namesOf(a), ...namesOf(b)]);
  const differing = [...names].filter((name) => memberText(a, name) !== memberText(b, name)).length;
  const [left, right] = [asked, recorded].map((call) => writtenText(call).slice(0, MAX_COMPARED));
  return [differing, (0, import_fastest_levenshtein.distance)(left ?? "", right ?? "")];
}
function compare(a, b) {
  return a[0] - b[0] || a[1] - b[1];
}
function namesOf(value) {
  return isJsonObject(value) ? Object.keys(value) : [];
}
function memberText(value, name) {
  return isJsonObject(value) && Object.hasOwn(value, name) ? canonicalJson(value[name]) : "";
}

// src/replay/tape-world.ts
var World = class {
  #recorded;
  #changes = /* @__PURE__ */ new Map();
  #size = 0;
  /** By recording and number of changes; as long as the world stays as it is. */
  #distances = /* @__PURE__ */ new Map();
  constructor(recorded) {
    this.#recorded = recorded;
  }
  change(text4) {
    this.#changes.set(text4, (this.#changes.get(text4) ?? 0) + 1);
    this.#size += 1;
    this.#distances.clear();
  }
  /** The recording has made all of the changes too, sooner or later. */
  isWithin(recording) {
    const { differing, ahead } = this.#distance(recording, this.#recorded[recording]?.length ?? 0);
    return differing === ahead;
  }
  distanceTo(place) {
    return this.#distance(place.recording, place.changesBefore).differing;
  }
  /** The places whose world is nearest; of two as near, the one that has not gone further than this trial. */
  nearest(places) {
    const distances = places.map((place) => ({ place, ...this.#distance(place.recording, place.changesBefore) }));
    const least = distances.reduce(
      (best, one) => best === null || isLess(one, best) ? one : best,
      null
    );
    return distances.filter((one) => least !== null && !isLess(least, one)).map(({ place }) => place);
  }
  #distance(recording, changesBefore) {
    const key = `${recording} ${changesBefore}`;
    const known = this.#distances.get(key);
    if (known !== void 0) return known;
    const distance2 = this.#measure(this.#recorded[recording]?.slice(0, changesBefore) ?? []);
    this.#distances.set(key, distance2);
    return distance2;
  }
  #measure(recorded) {
    const left = new Map(this.#changes);
    let ahead = 0;
    for (const text4 of recorded) {
      const mine = left.get(text4) ?? 0;
      if (mine === 0) ahead += 1;
      else left.set(text4, mine - 1);
    }
    const shared = recorded.length - ahead;
    return { differing: ahead + this.#size - shared, ahead };
  }
};
function isLess(a, b) {
  return a.differing < b.differing || a.differing === b.differing && a.ahead < b.ahead;
}

// src/replay/tape-reader.ts
var TapeReader = class {
  #tape;
  #world;
  /** Recordings that agree with all that this trial was told. */
  #followed;
  #asked = /* @__PURE__ */ new Map();
  /** Since the world changed last. */
  #askedHere = /* @__PURE__ */ new Map();
  constructor(tape) {
    this.#tape = tape;
    this.#world = new World(tape.changes);
    this.#followed = new Set(tape.changes.keys());
  }
  /** The recorded answer to this call, or null where the tape has none. `call` is in the recordings' terms. */
  next(call) {
    const text4 = this.#tape.rules.normaliser.textOf(call);
    const places = this.#tape.placesByCall.get(text4) ?? [];
    const readOnly = this.#tape.rules.isReadOnly(call.name);
    const fitting = readOnly ? this.#readings(text4, places) : this.#changes(text4, places);
    const chosen = majority(this.#preferred(fitting), call);
    if (chosen === null) return null;
    count(this.#asked, text4);
    count(this.#askedHere, text4);
    this.#follow(fitting, chosen, readOnly);
    if (!readOnly && chosen.call.outcome.kind === "result") this.changed(call);
    return {
      outcome: chosen.call.outcome,
      recorded: { name: chosen.call.name, arguments: chosen.call.arguments },
      normalisations: this.#tape.rules.normaliser.between(call, chosen.call),
      otherState: readOnly && this.#world.distanceTo(chosen) > 0
    };
  }
  /** The recorded answer to the call of this tool that is most like it; null = the tool is not on the tape. */
  nearest(call) {
    const places = nearestCalls(call, this.#tape.placesByTool.get(call.name) ?? []);
    return majority(this.#preferred(places), call)?.call.outcome ?? null;
  }
  /** This trial has changed the world by a call that the tape did not answer. */
  changed(call) {
    this.#world.change(this.#tape.rules.normaliser.textOf(call));
    this.#askedHere.clear();
  }
  /** For each recording that was in the nearest world: the call that is its turn there. */
  #readings(text4, places) {
    const turn = this.#askedHere.get(text4) ?? 0;
    const recordings = [...Map.groupBy(this.#world.nearest(places), (place) => place.recording).values()];
    const lasting = recordings.filter((own) => own.length > turn);
    return (lasting.length > 0 ? lasting : recordings).flatMap((own) => own[turn] ?? own.at(-1) ?? []);
  }
  /** For each recording that has made all the changes of this trial: its turn of the call. */
  #changes(text4, places) {
    const turn = this.#asked.get(text4) ?? 0;
    const told = this.#tape.tellsEffects;
    const known = told ? places.filter((place) => this.#world.isWithin(place.recording)) : places;
    return [...Map.groupBy(known, (place) => place.recording).values()].flatMap((own) => own[turn] ?? []);
  }
  #preferred(places) {
    const followed = places.filter((place) => this.#followed.has(place.recording));
    return this.#world.nearest(followed.length > 0 ? followed : places);
  }
  /** A recording without a reading may still be this trial's; one without its state change, or told otherwise, is not. */
  #follow(fitting, chosen, readOnly) {
    const agree = (place) => outcomeText(place) === outcomeText(chosen);
    const agreeing = new Set(fitting.filter(agree).map((place) => place.recording));
    const contradicting = new Set(fitting.filter((place) => !agree(place)).map((place) => place.recording));
    const left = readOnly ? this.#followed.difference(contradicting) : this.#followed.intersection(agreeing);
    if (left.size > 0) this.#followed = left;
    else if (!readOnly) this.#followed = agreeing;
  }
};
function count(counts, text4) {
  counts.set(text4, (counts.get(text4) ?? 0) + 1);
}
function outcomeText({ call }) {
  return canonicalJson(call.outcome);
}
function majority(places, call) {
  const alike = places.filter((place) => writtenText(place.call) === writtenText(call));
  const answers = [...Map.groupBy(alike.length > 0 ? alike : places, outcomeText)];
  const failed2 = ([, [place]]) => place?.call.outcome.kind === "error" ? 1 : 0;
  answers.sort((a, b) => b[1].length - a[1].length || failed2(a) - failed2(b) || (a[0] < b[0] ? -1 : 1));
  const best = answers[0]?.[1] ?? [];
  return best.toSorted((a, b) => writtenText(a.call) < writtenText(b.call) ? -1 : 1)[0] ?? null;
}

// src/replay/telemetry.ts
var MAX_TEXT_CHARS = 4e3;
var MAX_RECORDS = 5e4;
var Telemetry = class {
  #holdings = [];
  #spans = [];
  #logs = [];
  #byTrial = /* @__PURE__ */ new Map();
  held(holding) {
    this.#holdings.push(holding);
  }
  take({ spans, logs }) {
    const room = () => Math.max(0, MAX_RECORDS - this.#spans.length - this.#logs.length);
    for (const span of spans.slice(0, room())) {
      const events = span.events.map((event) => ({ ...event, attributes: withoutTexts(event.attributes) }));
      this.#spans.push({ ...span, attributes: withoutTexts(span.attributes), events });
    }
    for (const log of logs.slice(0, room()))
      this.#logs.push({ ...log, attributes: withoutTexts(log.attributes), body: shortened(log.body) });
  }
  /** The records of a trial that is over, once; null = none came. What comes later is nobody's. */
  of(trialKey2) {
    this.#sort();
    const records = this.#byTrial.get(trialKey2) ?? null;
    this.#byTrial.delete(trialKey2);
    this.#holdings = this.#holdings.filter((holding) => holding.trialKey !== trialKey2);
    return records;
  }
  /** A record is the trial's whose ids it names; else of whoever held the URLs at its time; else of its trace's trial. */
  #sort() {
    const [spans, logs] = [this.#spans, this.#logs];
    this.#spans = [];
    this.#logs = [];
    const trialOfId = new Map(this.#holdings.flatMap(({ trialKey: trialKey2, ids }) => [...ids].map((id) => [id, trialKey2])));
    const trialOfTrace = /* @__PURE__ */ new Map();
    const named3 = /* @__PURE__ */ new Map();
    for (const record of [...spans, ...logs]) {
      const trial2 = trialNamed(record.attributes, trialOfId);
      if (trial2 === void 0) continue;
      named3.set(record, trial2);
      if (record.traceId !== null) trialOfTrace.set(record.traceId, trial2);
    }
    const trialOf = (record, timeUs) => named3.get(record) ?? this.#holderAt(timeUs) ?? trialOfTrace.get(record.traceId);
    for (const span of spans) this.#records(trialOf(span, span.startUs))?.spans.push(span);
    for (const log of logs) this.#records(trialOf(log, log.timeUs))?.logs.push(log);
  }
  #holderAt(timeUs) {
    return this.#holdings.find(({ fromUs, toUs }) => fromUs <= timeUs && timeUs <= toUs)?.trialKey;
  }
  #records(trialKey2) {
    if (trialKey2 === void 0) return null;
    const records = this.#byTrial.get(trialKey2) ?? { spans: [], logs: [] };
    this.#byTrial.set(trialKey2, records);
    return records;
  }
};
function trialNamed(attributes, trialOfId) {
  for (const value of Object.values(attributes)) {
    const trial2 = typeof value === "string" ? trialOfId.get(value) : void 0;
    if (trial2 !== void 0) return trial2;
  }
  return void 0;
}
function withoutTexts(attributes) {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, shortened(value)]));
}
function shortened(value) {
  if (typeof value === "string") return value.length <= MAX_TEXT_CHARS ? value : null;
  if (Array.isArray(value)) return value.map(shortened);
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)])) : value;
}

// src/replay/within-time.ts
import { createContext, Script } from "node:vm";
var sandbox = { act: () => void 0 };
var context = createContext(sandbox);
var script = new Script("act()");
function withinTime(act, maxMs) {
  let result = null;
  sandbox.act = () => {
    result = act();
  };
  try {
    script.runInContext(context, { timeout: maxMs });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  return result;
}
function isTimeout(error) {
  return isJsonObject(error) && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

// src/replay/toolbox.ts
var COSTLY = /"(?:pattern|patternProperties|format|uniqueItems|\$ref|\$dynamicRef|\$recursiveRef)":/;
var MAX_CHECK_MS = 500;
var MAX_SLOW_CHECKS = 3;
function toolboxOf(tools) {
  const schemas = /* @__PURE__ */ new Map();
  const problems = [];
  for (const { name, parameters } of tools) {
    const schema = compileSchema(parameters);
    schemas.set(name, checkOf(schema, COSTLY.test(canonicalJson(parameters))));
    if (schema.kind === "unusable")
      problems.push(`tool ${name}: its parameters are no valid JSON Schema: ${schema.problem}`);
  }
  const check5 = (tool, args) => {
    const faults = schemas.get(tool)?.(args) ?? [];
    return faults.length === 0 ? { kind: "valid" } : { kind: "invalid", problems: faults };
  };
  return { toolbox: { check: check5 }, problems };
}
function checkOf(schema, isCostly) {
  if (schema.kind === "unusable") return () => [];
  if (!isCostly) return schema.problemsOf;
  let slowChecks = 0;
  return (args) => {
    if (slowChecks === MAX_SLOW_CHECKS) return TOO_SLOW;
    const faults = withinTime(() => schema.problemsOf(args), MAX_CHECK_MS);
    if (faults === null) slowChecks += 1;
    return faults ?? TOO_SLOW;
  };
}
var TOO_SLOW = [`could not be checked within ${MAX_CHECK_MS} ms: the tool's schema has a pattern that is too costly`];

// src/replay/worktree.ts
import { execFile as execFile3 } from "node:child_process";
import {
  chmod,
  copyFile,
  lstat,
  mkdir as mkdir2,
  mkdtemp,
  readdir as readdir2,
  readlink as readlink2,
  realpath,
  rm,
  rmdir,
  symlink
} from "node:fs/promises";
import { basename, dirname as dirname2, join as join4 } from "node:path";
import { promisify as promisify4 } from "node:util";
var PARENT_NAME = /^pawl-checkouts-(\d+)-\w+$/;
async function makeCheckoutParent(repository, tmpdir2) {
  const place = await realpath(tmpdir2);
  await removeLeftovers(repository, place);
  const parent = await mkdtemp(join4(place, `pawl-checkouts-${process.pid}-`));
  await chmod(parent, 457);
  return parent;
}
async function openCheckout(options) {
  const { repository, side, source } = options;
  const root = join4(options.parentDir, side);
  const [repo, home, tmp] = [join4(root, "repo"), join4(root, "home"), join4(root, "tmp")];
  const close = async () => {
    const found = await lstat(root).catch(() => null);
    if (found !== null) await killUser(found.uid);
    await removeTree(repository, root);
    if (source.kind === "commit") await git(repository, ["worktree", "remove", "--force", "--force", repo]);
    await rmdir(options.parentDir).catch(() => void 0);
  };
  await mkdir2(root, { mode: 448 });
  for (const folder of [home, tmp]) await mkdir2(folder);
  try {
    if (source.kind === "commit") await addWorktree(repository, repo, source.sha);
    else await copyWorkingTree(repository, repo);
  } catch (error) {
    await removeTree(repository, root);
    throw new UserError({
      where: repository.path,
      message: `cannot check out ${source.kind === "commit" ? source.sha : "the working tree"} for ${side}: ${messageOf(error)}`,
      hint: hintFor2(messageOf(error))
    });
  }
  return { side, root, repo, home, tmp, close };
}
function hintFor2(message2) {
  if (/invalid reference|not a valid object|unable to read tree|bad object/i.test(message2))
    return "is the commit here? A shallow clone needs fetch-depth: 0";
  if (/read-only file system|permission denied/i.test(message2))
    return "pawl must be able to write to the .git folder (where git lists its worktrees) and to the temporary folder";
  if (/no space left/i.test(message2)) return "make room, or set TMPDIR to a folder with more";
  return null;
}
async function addWorktree(repository, path, sha) {
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) throw new Error("expected a full commit hash");
  await git(repository, ["worktree", "add", "--detach", "--end-of-options", path, sha]);
}
async function copyWorkingTree(repository, target) {
  await mkdir2(target);
  const listed = await git(repository, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const source = await realpath(repository.path);
  const folders = /* @__PURE__ */ new Map();
  const makeFolder2 = async (folder) => {
    const real = await realpath(join4(source, folder)).catch(() => null);
    if (real !== join4(source, folder)) return false;
    await mkdir2(join4(target, folder), { recursive: true });
    return true;
  };
  const copy = async (path) => {
    const folder = dirname2(path);
    const made = folders.get(folder) ?? makeFolder2(folder);
    folders.set(folder, made);
    if (await made) await copyOne(join4(source, path), join4(target, path));
  };
  const limit = pLimit(32);
  const paths = new Set(listed.split("\0").filter((path) => path !== ""));
  await Promise.all([...paths].map((path) => limit(copy, path)));
}
async function copyOne(from, to) {
  const found = await lstat(from).catch(() => null);
  if (found === null || found.isDirectory()) return;
  if (found.isSymbolicLink()) await symlink(await readlink2(from), to);
  else if (found.isFile()) await copyFile(from, to);
}
async function removeLeftovers(repository, place) {
  const listed = await git(repository, ["worktree", "list", "--porcelain"]);
  const parents = (await readdir2(place)).filter(isLeftover);
  for (const parent of parents) {
    const path = join4(place, parent);
    const found = await lstat(path);
    if (found.isDirectory() && found.uid === process.getuid?.()) await removeTree(repository, path);
  }
  const worktrees = listed.split("\n").flatMap((line) => line.startsWith("worktree ") ? [line.slice(9)] : []);
  for (const path of worktrees.filter((one) => isLeftover(basename(dirname2(dirname2(one)))))) {
    await git(repository, ["worktree", "remove", "--force", "--force", path]);
  }
}
function isLeftover(name) {
  const pid = PARENT_NAME.exec(name)?.[1];
  if (pid === void 0) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
async function removeTree(repository, path) {
  const options = { recursive: true, force: true, maxRetries: 3 };
  try {
    await rm(path, options);
  } catch {
    await promisify4(execFile3)("chmod", ["-R", "u+rwX", "--", path], { env: environmentOf(repository) });
    await rm(path, options);
  }
}
function environmentOf({ parentEnvironment: { PATH, HOME } }) {
  return { PATH, HOME, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
}
async function git(repository, args) {
  const safe = [
    "core.hooksPath=/dev/null",
    "protocol.ext.allow=never",
    "submodule.recurse=false",
    "core.fsmonitor=false"
  ];
  const all = ["-C", repository.path, ...safe.flatMap((setting) => ["-c", setting]), ...args];
  try {
    const { stdout } = await promisify4(execFile3)("git", all, { env: environmentOf(repository), maxBuffer: 1024 ** 3 });
    return stdout;
  } catch (error) {
    const said2 = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    throw new Error(cut(said2 === "" ? messageOf(error) : said2, 500));
  }
}

// src/replay/side.ts
async function openSide(options, side, shared) {
  const { repository, isolation, keyNames } = options;
  const { parentDir } = shared;
  const checkout = await openCheckout({ repository, side: side.side, source: side.source, parentDir });
  try {
    if (Object.keys(side.spec.mcpServers).length > 0) await writeLauncher(checkout);
    await handOver(isolation, checkout);
    const { parentEnvironment } = repository;
    const site = { spec: side.spec, checkout, isolation, parentEnvironment, keyNames };
    if (side.spec.setup !== null) options.log(`setting up ${side.side}: ${side.spec.setup}`);
    await runSetup(site, options.log);
    await probeAgent(site);
    const read3 = await side.readTools(checkout.repo);
    if (options.recording !== null) return new RunningSide(options, side, site, { ...read3, silent: [] }, shared);
    const { contract, silent, notes } = await listServers(site, read3.contract);
    const listed = { ...side, agentHash: listedHash(side.agentHash, read3.contract, contract) };
    const now = { ...read3, contract, silent, problems: [...read3.problems, ...notes] };
    return new RunningSide(options, listed, site, now, shared);
  } catch (error) {
    await checkout.close();
    throw error;
  }
}
var TELEMETRY_DELAY_MS = 400;
var DRY = "a dry run ends where it asks what base did not";
var RunningSide = class {
  agentHash;
  tools;
  silentServers;
  places;
  #problems;
  #warned = /* @__PURE__ */ new Map();
  #options;
  #side;
  #site;
  #root;
  #gateway;
  #toolbox;
  #standIns;
  #pool;
  #servers;
  #leases = /* @__PURE__ */ new Map();
  #telemetryOf = /* @__PURE__ */ new Map();
  #telemetryProblems = new ProblemCounter();
  #hasTelemetry = false;
  #late = /* @__PURE__ */ new Map();
  constructor(options, side, site, read3, shared) {
    this.agentHash = side.agentHash;
    this.silentServers = read3.silent;
    this.places = side.spec.concurrency * side.spec.inflight;
    this.#options = options;
    this.#side = side;
    this.#site = site;
    this.tools = [...read3.tools, ...mcpTools(read3.contract)];
    this.#gateway = shared.gateway;
    this.#standIns = shared.standIns;
    const { toolbox, problems } = toolboxOf(this.tools);
    this.#toolbox = toolbox;
    this.#problems = [...read3.problems, ...problems];
    this.#root = seenCheckout(site.isolation, site.checkout).root;
    this.#servers = options.recording === null ? replayServers(read3.contract, options.cases) : recordServers(site);
    this.#pool = openAgentPool({ site, processUrls: (process2) => this.#leaseOf(process2).lease.urls });
  }
  get notes() {
    const warnings = [...this.#warned].map(([text4, trials]) => `${text4} (${trials.size} trials)`);
    const telemetry = this.#telemetryProblems.list().map(({ reason, count: count5 }) => `the agent's own telemetry: ${reason} (${count5})`);
    return [...this.#problems, ...this.#servers.notes(), ...warnings, ...telemetry].map(
      (note) => `${this.#side.side}: ${note}`
    );
  }
  async run(asked) {
    const identity = { caseId: asked.theCase.id, side: this.#side.side, number: asked.number };
    const recorder = new TrialRecorder({ ...identity, lane: asked.lane, prefix: asked.prefix });
    const stopper = new AbortController();
    const live = this.#liveTrial(asked, recorder, stopper);
    this.#late.delete(keyOf(identity));
    const startedAtMs = performance4.now();
    const trialKey2 = keyOf(identity);
    const held = { by: null, fromUs: 0 };
    const result = await this.#pool.run({
      id: `${asked.theCase.id}#${asked.number}`,
      input: asked.theCase.input,
      timeoutMs: this.#side.spec.trialTimeoutMs,
      start: (slot) => {
        held.by = this.#leaseFor(slot, trialKey2);
        held.fromUs = nowUs();
        held.by.lease.bind(live);
        return held.by.lease.urls;
      },
      signal: stopper.signal
    });
    held.by?.lease.unbind();
    const trial2 = recorder.finish(result.end, result.output, Math.round(performance4.now() - startedAtMs));
    const ids = idsOnTheWire(trial2.trajectory);
    held.by?.telemetry.held({ trialKey: trialKey2, fromUs: held.fromUs, toUs: nowUs(), ids });
    if (this.#side.spec.protocol === "exec" || this.#side.spec.inflight > 1) await held.by?.lease.endSessions();
    return { trial: trial2, stoppedDry: stopper.signal.aborted && stopper.signal.reason === DRY };
  }
  recordedContract() {
    return this.#servers.recorded();
  }
  launch(command) {
    return {
      ...wrapCommand(this.#site.isolation, command, this.#site.checkout, "."),
      env: environmentAt(this.#site, null)
    };
  }
  async telemetrySettled() {
    if (this.#hasTelemetry) await delay7(TELEMETRY_DELAY_MS);
  }
  amend(trial2) {
    const trialKey2 = keyOf(trial2);
    const message2 = this.#late.get(trialKey2);
    const records = this.#telemetryOf.get(trialKey2)?.of(trialKey2) ?? null;
    this.#telemetryOf.delete(trialKey2);
    return {
      ...trial2,
      ...message2 === void 0 ? {} : { standing: "errored", end: { kind: "late_request", message: message2 } },
      ...records === null ? {} : { telemetry: joinTelemetry(trial2.trajectory, records) }
    };
  }
  async close() {
    await this.#pool.close();
    await Promise.all([...this.#leases.values()].map(({ lease }) => lease.end()));
    await this.#site.checkout.close();
  }
  #liveTrial(asked, recorder, stopper) {
    return {
      theCase: asked.theCase,
      recorder,
      tape: new TapeReader(asked.tape),
      toolbox: this.#toolbox,
      renames: this.#side.renames,
      policy: this.#options.tools,
      standIns: this.#standIns,
      liveTools: this.#options.recording,
      ownTools: new OwnTools(this.#options.tools.inProcess),
      root: this.#root,
      warn: (text4) => {
        const trials = this.#warned.get(text4) ?? /* @__PURE__ */ new Set();
        this.#warned.set(text4, trials.add(keyOf({ caseId: asked.theCase.id, number: asked.number })));
      },
      dry: asked.dry,
      isStopped: () => stopper.signal.aborted,
      stop: (reason) => {
        recorder.seal();
        stopper.abort(reason);
      },
      stopDry: () => {
        recorder.seal();
        stopper.abort(DRY);
      }
    };
  }
  /** With one trial at a time the process keeps its URLs; with several each trial has its own. */
  #leaseFor(slot, trialKey2) {
    const leased = this.#side.spec.inflight > 1 ? this.#lease(slot) : this.#leaseOf(slot.process);
    leased.holder = trialKey2;
    this.#telemetryOf.set(trialKey2, leased.telemetry);
    return leased;
  }
  #leaseOf(process2) {
    const leased = this.#leases.get(process2) ?? this.#lease({ process: process2, place: 0 });
    this.#leases.set(process2, leased);
    return leased;
  }
  #lease(slot) {
    const telemetry = new Telemetry();
    const listener = {
      late: (what) => this.#heardLate(slot, leased.holder, what),
      telemetry: (content) => {
        this.#hasTelemetry = true;
        this.#telemetryProblems.addAll(content.problems);
        telemetry.take(content);
      }
    };
    const lease = this.#gateway.lease(listener, this.#servers.service);
    const leased = { lease, telemetry, holder: null };
    return leased;
  }
  #heardLate(slot, trialKey2, what) {
    if (trialKey2 !== null) this.#late.set(trialKey2, `the agent asked for ${what} after it had answered`);
    this.#pool.restart(slot);
  }
};
function keyOf(trial2) {
  return `${trial2.number} ${trial2.caseId}`;
}
function nowUs() {
  return Date.now() * 1e3;
}

// src/replay/simulator.ts
var MAX_OUTPUT_BYTES2 = 16 * 1024 ** 2;
var MAX_DETAIL = 300;
async function simulate({ env, ...launch }, line, timeoutMs) {
  const child = startChild(launch, env);
  const output = collect(child);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void child.kill();
  }, timeoutMs);
  child.stdin.end(`${line}
`);
  const exit = await child.exit;
  clearTimeout(timer);
  if (late) return failed(`no answer within ${timeoutMs / 1e3} s`);
  const text4 = output();
  if (text4 === null) return failed(`more than ${MAX_OUTPUT_BYTES2} bytes of output`);
  return exit.exitCode === 0 ? answerIn(text4) : failed(exitText(exit));
}
function collect(child) {
  const chunks = [];
  let bytes = 0;
  child.stdout.on("data", (chunk) => {
    bytes += chunk.length;
    if (bytes <= MAX_OUTPUT_BYTES2) chunks.push(chunk);
    else void child.kill();
  });
  return () => bytes > MAX_OUTPUT_BYTES2 ? null : Buffer.concat(chunks).toString("utf8");
}
function answerIn(text4) {
  const value = parseJson(text4);
  if (isJsonObject(value) && Object.keys(value).length === 1) {
    if (value.result !== void 0) return { kind: "result", value: value.result };
    if (value.error !== void 0) return { kind: "error", value: value.error };
  }
  return failed(`expected {"result": ...} or {"error": ...}, received ${cut(text4, MAX_DETAIL)}`);
}
function exitText({ exitCode, signal, stderrTail }) {
  const how = exitCode === null ? `ended by ${signal ?? "the system"}` : `exit code ${exitCode}`;
  return stderrTail === "" ? how : `${how}: ${cut(stderrTail.slice(-MAX_DETAIL), MAX_DETAIL)}`;
}
function failed(message2) {
  return { kind: "failed", message: message2 };
}

// src/replay/stand-ins.ts
var StandIns = class {
  #launch;
  #answers = /* @__PURE__ */ new Map();
  constructor(launch) {
    this.#launch = launch;
  }
  ask(policy, { theCase, number: number3, call, before }) {
    const { id, input, recordings } = theCase;
    const calls = before.map((step) => {
      const { name, arguments: args } = step.recordedAs ?? step;
      return { tool: name, arguments: args, outcome: step.outcome };
    });
    const asked = { trial: number3, tool: call.name, arguments: call.arguments, calls };
    const key = hashJson([id, policy, asked]);
    const known = this.#answers.get(key);
    if (known !== void 0) return known;
    const answer3 = policy.kind === "live" ? toolsAt(policy.url, policy.timeoutMs)(call.name, call.arguments) : simulate(
      this.#launch(policy.command),
      JSON.stringify({ v: 1, case: { id, input, recordings }, ...asked }),
      policy.timeoutMs
    );
    this.#answers.set(key, answer3);
    return answer3;
  }
};

// src/replay/tape.ts
function tapeRules(policy, tools) {
  const { isReadOnly, setsOf, normalisations } = policy;
  return { normaliser: normaliserOf({ tools, enabled: normalisations, isReadOnly, setsOf }), isReadOnly };
}
function tapeOf(theCase, rules) {
  const changes = theCase.recordings.map(() => []);
  const placesByCall = /* @__PURE__ */ new Map();
  const placesByTool = /* @__PURE__ */ new Map();
  for (const [recording, { steps }] of theCase.recordings.entries()) {
    const changed = changes[recording] ?? [];
    for (const step of steps) {
      if (step.kind !== "tool_call") continue;
      const place = { recording, call: step, changesBefore: changed.length };
      const text4 = rules.normaliser.textOf(step);
      add(placesByCall, text4, place);
      add(placesByTool, step.name, place);
      if (!rules.isReadOnly(step.name) && step.outcome.kind === "result") changed.push(text4);
    }
  }
  const tellsEffects = [...placesByTool.keys()].some(rules.isReadOnly);
  return { rules, changes, placesByCall, placesByTool, tellsEffects };
}
function add(map, key, value) {
  const known = map.get(key);
  if (known === void 0) map.set(key, [value]);
  else known.push(value);
}

// src/replay/session.ts
async function openSession(options) {
  const parent = await makeCheckoutParent(options.repository, tmpdir());
  const defects = [];
  const gateway = await openGateway(options.backend, (error) => defects.push(error));
  const sides = /* @__PURE__ */ new Map();
  const close = async () => {
    for (const side of sides.values()) await side.close();
    await gateway.close();
    await rm2(parent, { recursive: true, force: true });
  };
  const launchOnBase = (command) => {
    const base = sides.get("base");
    if (base === void 0) throw new Error("there is no base among the sides");
    return base.launch(command);
  };
  const shared = { gateway, parentDir: parent, standIns: new StandIns(launchOnBase) };
  try {
    for (const side of options.sides) sides.set(side.side, await openSide(options, side, shared));
    refuseBrokenServers(options, sides);
  } catch (error) {
    await close();
    throw error;
  }
  const runner = new Runner(options, sides, defects);
  return {
    isolation: options.isolation,
    get notes() {
      return [...sides.values()].flatMap((side) => side.notes);
    },
    storedTrials: (caseId) => runner.storedTrials(caseId),
    keeps: isSample,
    launchOnBase,
    toolsOf: (side) => sides.get(side)?.tools ?? [],
    recordedContract: () => sides.get("base")?.recordedContract() ?? emptyContract,
    run: (requests, watch2) => runner.run(requests, watch2),
    close
  };
}
function refuseBrokenServers({ sides }, open) {
  const [base, head] = [open.get("base"), open.get("head")];
  const onBase = sides.find(({ side }) => side === "base")?.spec.mcpServers ?? {};
  const answers = (name) => {
    const spec = onBase[name];
    return spec?.kind === "command" && spec.listed === "each_side" && base?.silentServers.includes(name) === false;
  };
  const broken = (head?.silentServers ?? []).filter(answers);
  if (broken.length === 0) return;
  throw new UserError(
    broken.map((name) => ({
      where: `mcp.servers.${name}`,
      message: `it answers on base, and on head it does not: ${head?.notes.find((note) => note.includes(name)) ?? ""}`,
      hint: "mend it on head, or set list: recording where it need not be asked"
    }))
  );
}
var RESERVOIR_MAX = 50;
var Runner = class {
  #options;
  #sides;
  #defects;
  #cases;
  /** Trials of this session that others follow, by side. */
  #ran = { base: /* @__PURE__ */ new Map(), head: /* @__PURE__ */ new Map() };
  #reservoirs = /* @__PURE__ */ new Map();
  constructor(options, sides, defects) {
    this.#options = options;
    this.#sides = sides;
    this.#defects = defects;
    const rules = tapeRules(options.tools, sides.get("base")?.tools ?? []);
    this.#cases = new Map(options.cases.map((theCase) => [theCase.id, { theCase, tape: tapeOf(theCase, rules) }]));
  }
  async run(requests, watch2) {
    const places = Math.max(...[...this.#sides.values()].map((side) => side.places));
    const limit = pLimit(places);
    const ran = [];
    const pairs = pairUp(requests, this.#options.seed);
    await Promise.all(
      pairs.map(
        (pair) => limit(async () => {
          for (const request2 of pair) {
            if (watch2.signal.aborted || this.#defects.length > 0) return;
            const one = await this.#runOne(request2);
            ran.push(one);
            watch2.onTrial(one);
          }
        })
      )
    );
    if (this.#defects.length > 0) throw this.#defects[0];
    await Promise.all([...this.#sides.values()].map((side) => side.telemetrySettled()));
    const settled = ran.map((one) => ({
      ...one,
      trial: this.#sides.get(one.trial.side)?.amend(one.trial) ?? one.trial
    }));
    if (this.#options.keepBaseTrials) this.#keep(settled);
    this.#options.backend.store.flush();
    return settled;
  }
  storedTrials(caseId) {
    const theCase = this.#cases.get(caseId)?.theCase;
    const side = this.#sides.get("base");
    if (theCase === void 0 || side === void 0 || this.#options.recording !== null) return 0;
    const known = this.#reservoirs.get(caseId);
    if (known !== void 0) return known;
    let last = 0;
    while (last < RESERVOIR_MAX && this.#storedTrial(last + 1, theCase, side) !== null) last += 1;
    this.#reservoirs.set(caseId, last);
    return last;
  }
  async #runOne(request2) {
    const found = this.#cases.get(request2.caseId);
    const side = this.#sides.get(request2.side);
    if (found === void 0 || side === void 0)
      throw new Error(`asked for a trial of an unknown case or side: ${request2.caseId} ${request2.side}`);
    const stored = this.#fromReservoir(request2, found.theCase, side);
    if (stored !== null) {
      this.#ran.base.set(trialKey(request2), stored);
      return { trial: stored, stored: true, probe: false };
    }
    const { trial: trial2, stoppedDry } = await this.#draw(request2, found, side);
    if (!stoppedDry) this.#ran[request2.side].set(trialKey(request2), trial2);
    return { trial: trial2, stored: false, probe: stoppedDry };
  }
  #draw(request2, found, side) {
    const { number: number3, dry = false } = request2;
    return side.run({ ...found, number: number3, lane: this.#lane(request2), prefix: this.#prefix(request2), dry });
  }
  /** Head follows base's trial of its number; a base trial that is drawn anew does so as far as head's trial did. */
  #prefix({ caseId, side, number: number3, resampleOf }) {
    const followed = side === "head" ? number3 : resampleOf;
    if (followed === void 0) return null;
    const key = trialKey({ caseId, number: followed });
    const base = this.#ran.base.get(key);
    const head = this.#ran.head.get(key);
    if (side === "base" && (base === void 0 || head === void 0))
      throw new Error(`base cannot be drawn anew after trial ${followed} of ${caseId}: it has not run on both sides`);
    if (base === void 0) return null;
    const prefix = prefixOf(base, this.#lane({ caseId, side: "base", number: followed }));
    if (side === "head" || head === void 0) return prefix;
    return { ...prefix, requestKeys: prefix.requestKeys.slice(0, head.answers.shared) };
  }
  /** Only at the end of a round: a late request or a defect can still spoil a trial that has answered. */
  #keep(ran) {
    for (const { trial: trial2, stored } of ran) {
      const theCase = this.#cases.get(trial2.caseId)?.theCase;
      const side = this.#sides.get(trial2.side);
      if (stored || theCase === void 0 || side === void 0 || !isSample(trial2) || isOfItsTime(trial2)) continue;
      this.#options.backend.store.putTrial({ agentHash: side.agentHash, caseHash: theCase.contentHash, trial: trial2 });
    }
  }
  #fromReservoir(request2, theCase, side) {
    return this.#lane(request2).kind === "trunk" ? this.#storedTrial(request2.number, theCase, side) : null;
  }
  /** A stored base trial counts when agent and case are the same, and while the answers it stands on are at hand. */
  #storedTrial(number3, theCase, side) {
    const { store } = this.#options.backend;
    const stored = store.trials(side.agentHash, theCase.contentHash);
    const trial2 = stored.find((one) => one.trial.number === number3 && one.trial.caseId === theCase.id)?.trial;
    if (trial2 === void 0 || isOfItsTime(trial2)) return null;
    return answersOf(trial2, { kind: "trunk" }).every((key) => store.has(key)) ? trial2 : null;
  }
  #lane(request2) {
    if (this.#options.recording !== null) return { kind: "recording" };
    const head = this.#sides.get("head");
    if (request2.side === "head" && head !== void 0) return { kind: "head", agentHash: head.agentHash };
    if (head === void 0 || request2.number <= this.storedTrials(request2.caseId)) return { kind: "trunk" };
    return { kind: "fresh", agentHash: head.agentHash };
  }
};
function isSample(trial2) {
  if (trial2.standing === "not_covered") return false;
  if (trial2.end.kind === "stopped") return trial2.divergence !== null;
  return trial2.end.kind !== "provider_failed" && trial2.end.kind !== "late_request";
}
function isOfItsTime({ trajectory }) {
  return trajectory.steps.some((step) => step.kind === "tool_call" && TODAYS.has(step.match));
}
var TODAYS = /* @__PURE__ */ new Set(["simulated", "live"]);
function trialKey(request2) {
  return `${request2.number} ${request2.caseId}`;
}

// src/replay/packed-text.ts
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
function packText(text4) {
  return zstdCompressSync(Buffer.from(text4)).toString("base64");
}
function unpackText(packed) {
  try {
    return zstdDecompressSync(Buffer.from(packed, "base64")).toString("utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}

// src/replay/stored.ts
var import_ajv = __toESM(require_ajv(), 1);
var text = { type: "string" };
var textOrNull = { type: ["string", "null"] };
var count2 = { type: "integer", minimum: 0 };
var duration = { type: "number", minimum: 0 };
var wire = oneOf({
  "openai-chat": true,
  "openai-responses": true,
  "anthropic-messages": true,
  "openai-embeddings": true
});
function oneOf(words) {
  return { enum: Object.keys(words) };
}
var message = {
  type: ["object", "null"],
  required: ["role", "parts"],
  properties: {
    role: oneOf({ system: true, user: true, assistant: true, tool: true }),
    parts: { type: "array", items: { type: "object", required: ["kind"] } }
  }
};
var modelCall = {
  type: "object",
  required: ["wire", "model", "requestKey", "newMessages", "response", "usage", "source", "error", "durationMs"],
  properties: {
    wire,
    model: text,
    requestKey: text,
    instructionsHash: text,
    toolsHash: text,
    newMessages: { type: "array", items: message },
    response: message,
    finishReason: textOrNull,
    source: oneOf({ provider: true, store: true, shared: true, semantic: true }),
    error: textOrNull,
    durationMs: duration
  }
};
var toolCall = {
  type: "object",
  required: ["name", "arguments", "outcome", "match", "recordedAs", "durationMs"],
  properties: {
    name: text,
    outcome: {
      type: "object",
      required: ["kind"],
      properties: { kind: oneOf({ result: true, error: true, missing: true }) }
    },
    match: oneOf({
      exact: true,
      normalised: true,
      renamed: true,
      other_state: true,
      nearest: true,
      simulated: true,
      live: true,
      schema_error: true,
      miss: true,
      agent: true
    }),
    substituted: { const: true },
    durationMs: duration
  }
};
var trial = {
  type: "object",
  required: ["caseId", "side", "number", "standing", "end", "trajectory", "divergence", "fingerprint", "answers"],
  properties: {
    caseId: text,
    side: { enum: ["base"] },
    number: { type: "integer", minimum: 1 },
    standing: oneOf({ hermetic: true, assisted: true, diverged: true, not_covered: true, errored: true }),
    end: {
      type: "object",
      required: ["kind"],
      properties: {
        kind: oneOf({
          answered: true,
          agent_error: true,
          crashed: true,
          timed_out: true,
          garbage: true,
          stopped: true,
          provider_failed: true,
          late_request: true
        })
      }
    },
    firstRequestKey: textOrNull,
    fingerprint: text,
    trajectory: {
      type: "object",
      required: ["steps", "output"],
      properties: {
        steps: {
          type: "array",
          items: {
            type: "object",
            required: ["kind"],
            oneOf: [
              { properties: { kind: { const: "model_call" } }, allOf: [modelCall] },
              { properties: { kind: { const: "tool_call" } }, allOf: [toolCall] }
            ]
          }
        }
      }
    },
    answers: {
      type: "object",
      required: ["provider", "store", "shared"],
      properties: { provider: count2, store: count2, shared: count2 }
    },
    durationMs: duration,
    telemetry: {
      type: "object",
      required: ["spans", "logs", "steps", "unseen"],
      properties: {
        steps: { type: "array", items: { type: "object", required: ["stepIndex", "agent", "durationMs", "error"] } },
        unseen: {
          type: "array",
          items: { type: "object", required: ["kind", "name", "agent", "durationMs", "error"] }
        }
      }
    }
  }
};
var ajv = new import_ajv.Ajv({ strict: false });
var isAnswerLine = ajv.compile({
  type: "object",
  required: ["key", "wire", "form", "body", "durationMs"],
  properties: {
    key: text,
    wire,
    form: oneOf({ json: true, stream: true }),
    body: text,
    durationMs: duration
  }
});
var isStoredRequest = ajv.compile({
  type: "object",
  required: ["caseId", "requestKey", "semanticKey", "request"],
  properties: { caseId: text, requestKey: text, semanticKey: text, request: text }
});
var isStoredTrial = ajv.compile({
  type: "object",
  required: ["agentHash", "caseHash", "trial"],
  properties: { agentHash: text, caseHash: text, trial }
});
function parseStoredAnswer(line) {
  if (!isAnswerLine(line)) return null;
  return { wire: line.wire, form: line.form, body: line.body, durationMs: line.durationMs };
}
function parseStoredRequest(line) {
  if (!isStoredRequest(line)) return null;
  const { caseId, requestKey: requestKey2, semanticKey, request: request2 } = line;
  return { caseId, requestKey: requestKey2, semanticKey, request: request2 };
}
function parseStoredTrial(line) {
  return isStoredTrial(line) ? { agentHash: line.agentHash, caseHash: line.caseHash, trial: line.trial } : null;
}

// src/replay/recorded-requests.ts
var RecordedRequests = class {
  #files;
  #byCase = /* @__PURE__ */ new Map();
  constructor(files) {
    this.#files = files;
    files.scan("requests", (line, place) => {
      const request2 = parseStoredRequest(line);
      if (request2 !== null) this.#keep(request2, place);
      return request2 !== null;
    });
  }
  of(caseId) {
    return [...this.#byCase.get(caseId)?.values() ?? []];
  }
  put(caseId, identity) {
    if (this.#byCase.get(caseId)?.has(identity.key) === true) return;
    const keys = { caseId, requestKey: identity.key, semanticKey: identity.semanticKey() };
    this.#keep(keys, this.#files.append("requests", { ...keys, request: packText(identity.text) }));
  }
  #keep({ caseId, requestKey: requestKey2, semanticKey }, place) {
    const ofCase = this.#byCase.get(caseId) ?? /* @__PURE__ */ new Map();
    ofCase.set(requestKey2, { requestKey: requestKey2, semanticKey, text: () => this.#textAt(place) });
    this.#byCase.set(caseId, ofCase);
  }
  #textAt(place) {
    const { request: request2, requestKey: requestKey2 } = this.#files.read(place, parseStoredRequest);
    const text4 = unpackText(request2);
    if (text4 === null) this.#files.problems.push(`${place.file}: request ${cut(requestKey2, 64)} cannot be unpacked`);
    return text4;
  }
};

// src/replay/store-files.ts
import {
  closeSync,
  existsSync as existsSync2,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync as readdirSync2,
  readFileSync as readFileSync2,
  readSync,
  rmSync,
  writeFileSync,
  writeSync
} from "node:fs";
import { join as join5 } from "node:path";
var FORMATS = {
  answers: "pawl answers v1",
  requests: "pawl requests v1",
  reservoir: "pawl reservoir v1"
};
var SECTIONS = ["answers", "requests", "reservoir"];
var StoreFiles = class {
  /** Lines that could not be read, by file. */
  problems = [];
  #directory;
  #appenders;
  #descriptors = /* @__PURE__ */ new Map();
  constructor(directory, runName) {
    prepare(directory, runName);
    this.#directory = directory;
    this.#appenders = new Map(SECTIONS.map((section2) => [section2, lazyAppender(directory, section2, runName)]));
  }
  /** Reads every line of a section; `take` says whether it understood the line. */
  scan(section2, take) {
    const folder = join5(this.#directory, section2);
    const names = onDisk(folder, () => readdirSync2(folder)).filter((name) => name.endsWith(".jsonl"));
    for (const name of names.sort()) this.#scanFile(section2, join5(folder, name), take);
  }
  #scanFile(section2, file, take) {
    const bytes = onDisk(file, () => readFileSync2(file));
    let offset = 0;
    for (let number3 = 1; offset < bytes.length; number3 += 1) {
      const end = bytes.indexOf(10, offset);
      if (end === -1) {
        this.problems.push(`${file}:${number3}: the last line is cut short and was left out`);
        return;
      }
      const line = parseJson(bytes.toString("utf8", offset, end));
      if (number3 === 1) checkFormat(file, section2, line);
      else if (!isJsonObject(line) || !take(line, { file, offset, length: end - offset }))
        this.problems.push(
          `${file}:${number3}: no line of ${FORMATS[section2]}: ${cut(bytes.toString("utf8", offset, end), 80)}`
        );
      offset = end + 1;
    }
  }
  append(section2, line) {
    const appender = this.#appenders.get(section2);
    if (appender === void 0) throw new Error(`there is no section ${section2}`);
    return appender.append(line);
  }
  /** The line at a place, as `read` understands it: what was understood when the store was opened is understood now. */
  read(place, read3) {
    const bytes = Buffer.alloc(place.length);
    onDisk(place.file, () => {
      const descriptor = this.#descriptors.get(place.file) ?? openSync(place.file, "r");
      this.#descriptors.set(place.file, descriptor);
      readSync(descriptor, bytes, 0, place.length, place.offset);
    });
    const line = parseJson(bytes.toString("utf8"));
    const value = isJsonObject(line) ? read3(line) : null;
    if (value === null) throw new Error(`the store changed under the run: ${place.file} at byte ${place.offset}`);
    return value;
  }
  /** Makes everything appended so far durable. */
  flush() {
    for (const appender of this.#appenders.values()) appender.flush();
  }
  close() {
    for (const appender of this.#appenders.values()) appender.close();
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
  }
};
function prepare(directory, runName) {
  const probe = join5(directory, `.probe-${runName}-${process.pid}`);
  onDisk(directory, () => {
    for (const section2 of SECTIONS) mkdirSync(join5(directory, section2), { recursive: true });
    if (!existsSync2(join5(directory, ".gitignore"))) writeFileSync(join5(directory, ".gitignore"), "*\n");
    writeFileSync(probe, "pawl\n");
    rmSync(probe);
  });
}
function checkFormat(file, section2, line) {
  const received2 = isJsonObject(line) ? line.format : void 0;
  if (received2 === FORMATS[section2]) return;
  throw new UserError({
    where: `${file}:1`,
    message: `expected the format "${FORMATS[section2]}", received ${cut(JSON.stringify(received2 ?? null), 60)}`,
    hint: "the store was written by another version of pawl: give --store another folder, or remove this file"
  });
}
function onDisk(path, act) {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new UserError({
      where: path,
      message: `the store cannot be used: ${messageOf(error)}`,
      hint: "is the disk full? give --store a folder that pawl may write"
    });
  }
}
function lazyAppender(directory, section2, runName) {
  const folder = join5(directory, section2);
  let open = null;
  const append2 = (value) => {
    open ??= start(folder, section2, runName);
    const { file, offset } = open;
    const length = appendLine(open, value);
    open = { ...open, offset: offset + length };
    return { file, offset, length: length - 1 };
  };
  return {
    append: (value) => onDisk(folder, () => append2(value)),
    flush: () => {
      const at2 = open;
      if (at2 !== null) onDisk(at2.file, () => fsyncSync(at2.descriptor));
    },
    close: () => {
      const at2 = open;
      open = null;
      if (at2 === null) return;
      onDisk(at2.file, () => {
        fsyncSync(at2.descriptor);
        closeSync(at2.descriptor);
      });
    }
  };
}
function start(folder, section2, runName) {
  for (let attempt = 0; ; attempt += 1) {
    const file = join5(folder, `${runName}${attempt === 0 ? "" : `-${attempt}`}.jsonl`);
    if (existsSync2(file)) continue;
    const begun = { file, descriptor: openSync(file, "wx", 384), offset: 0 };
    return { ...begun, offset: appendLine(begun, { format: FORMATS[section2] }) };
  }
}
function appendLine({ descriptor, offset }, value) {
  const bytes = Buffer.from(`${JSON.stringify(value)}
`);
  try {
    for (let written = 0; written < bytes.length; )
      written += writeSync(descriptor, bytes, written, bytes.length - written, offset + written);
  } catch (error) {
    ftruncateSync(descriptor, offset);
    throw error;
  }
  return bytes.length;
}

// src/replay/store.ts
function openStore(directory, runName) {
  const files = new StoreFiles(directory, runName);
  const answers = /* @__PURE__ */ new Map();
  files.scan("answers", (line, place) => {
    if (typeof line.key !== "string" || parseStoredAnswer(line) === null) return false;
    if (!answers.has(line.key)) answers.set(line.key, place);
    return true;
  });
  const requests = new RecordedRequests(files);
  const trials = /* @__PURE__ */ new Map();
  const keepTrial = (trial2) => {
    const key = `${trial2.agentHash} ${trial2.caseHash}`;
    const byNumber = trials.get(key) ?? /* @__PURE__ */ new Map();
    if (!byNumber.has(trial2.trial.number)) byNumber.set(trial2.trial.number, trial2);
    trials.set(key, byNumber);
  };
  files.scan("reservoir", (line) => {
    const trial2 = parseStoredTrial(line);
    if (trial2 !== null) keepTrial(trial2);
    return trial2 !== null;
  });
  return {
    directory,
    problems: files.problems,
    has: (key) => answers.has(key),
    answer: (key) => {
      const place = answers.get(key);
      return place === void 0 ? null : files.read(place, parseStoredAnswer);
    },
    putAnswer: (key, answer3) => {
      answers.set(key, files.append("answers", { key, ...answer3 }));
    },
    requests: (caseId) => requests.of(caseId),
    putRequest: (caseId, request2) => requests.put(caseId, request2),
    trials: (agentHash, caseHash) => [...trials.get(`${agentHash} ${caseHash}`)?.values() ?? []].sort((a, b) => a.trial.number - b.trial.number),
    putTrial: (trial2) => {
      files.append("reservoir", trial2);
      keepTrial(trial2);
    },
    flush: () => files.flush(),
    close: () => files.close()
  };
}

// src/replay/uncalled.ts
function uncalledOf(theCase, trial2) {
  if (trial2.end.kind !== "answered") return null;
  const made = /* @__PURE__ */ new Map();
  for (const step of trial2.trajectory.steps) {
    if (step.kind !== "tool_call") continue;
    const text4 = callText(step.recordedAs ?? step);
    made.set(text4, (made.get(text4) ?? 0) + 1);
  }
  const left = theCase.recordings.map((_, recording) => ({ recording, calls: leftOf(theCase, recording, made) }));
  return left.toSorted((a, b) => a.calls.length - b.calls.length)[0] ?? null;
}
function leftOf(theCase, recording, made) {
  const left = new Map(made);
  return (theCase.recordings[recording]?.steps ?? []).flatMap((step) => {
    if (step.kind !== "tool_call") return [];
    const text4 = callText(step);
    const times = left.get(text4) ?? 0;
    left.set(text4, times - 1);
    return times > 0 ? [] : [{ name: step.name, arguments: step.arguments }];
  });
}

// src/replay/upstream.ts
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";

// src/replay/token-bucket.ts
var TokenBucket = class {
  #perMs;
  #capacity;
  #level;
  #atMs;
  /** A tenth of a minute's worth may be taken at once: in no minute is more than 1.1 times the rate taken. */
  constructor(perMinute, nowMs) {
    this.#perMs = perMinute / 6e4;
    this.#capacity = Math.max(1, perMinute / 10);
    this.#level = this.#capacity;
    this.#atMs = nowMs;
  }
  /** How long to wait until `amount` may be taken; 0 = now. More than the capacity may be taken from a full bucket. */
  waitMs(amount, nowMs) {
    this.#refill(nowMs);
    const missing = Math.min(amount, this.#capacity) - this.#level;
    return missing <= 0 ? 0 : Math.ceil(missing / this.#perMs);
  }
  /** Takes `amount`, or gives back what is negative. The level may fall below 0: what follows waits longer. */
  take(amount, nowMs) {
    this.#refill(nowMs);
    this.#level = Math.min(this.#capacity, this.#level - amount);
  }
  #refill(nowMs) {
    const passedMs = Math.max(0, nowMs - this.#atMs);
    this.#level = Math.min(this.#capacity, this.#level + passedMs * this.#perMs);
    this.#atMs = Math.max(this.#atMs, nowMs);
  }
};

// src/replay/courtesy.ts
var Courtesy = class {
  #options;
  #requests;
  #tokens;
  #failedInARow = 0;
  #failedProbes = 0;
  #openUntilMs = null;
  #isProbing = false;
  constructor(limits2, options, nowMs) {
    this.#options = options;
    const bucketOf2 = (rate) => rate === null ? null : new TokenBucket(rate, nowMs);
    this.#requests = bucketOf2(limits2.requestsPerMinute);
    this.#tokens = bucketOf2(limits2.tokensPerMinute);
  }
  /** `go` takes what it grants: an attempt of about so many tokens. */
  admit(tokens, nowMs) {
    const down = this.#whyDown(nowMs);
    if (down !== null) return { kind: "down", why: down };
    const ms = Math.max(this.#requests?.waitMs(1, nowMs) ?? 0, this.#tokens?.waitMs(tokens, nowMs) ?? 0);
    if (ms > 0) return { kind: "wait", ms };
    const isProbe = this.#openUntilMs !== null;
    if (isProbe) this.#isProbing = true;
    this.#requests?.take(1, nowMs);
    this.#tokens?.take(tokens, nowMs);
    return { kind: "go", isProbe };
  }
  /** The attempt took `used` tokens where `granted` were granted. */
  settle(granted, used, nowMs) {
    this.#tokens?.take(used - granted, nowMs);
  }
  /** A request came to its end, with all its attempts: answered (or refused for its own sake), or failed. */
  note(answered2, wasProbe, nowMs) {
    if (wasProbe) this.#isProbing = false;
    if (answered2) {
      this.#failedInARow = 0;
      this.#failedProbes = 0;
      this.#openUntilMs = null;
      return;
    }
    this.#failedInARow += 1;
    if (wasProbe) this.#failedProbes += 1;
    if (wasProbe || this.#openUntilMs === null && this.#failedInARow >= this.#options.failures)
      this.#openUntilMs = nowMs + this.#options.coolDownMs;
  }
  #whyDown(nowMs) {
    if (this.#openUntilMs === null) return null;
    const failed2 = `${this.#failedInARow} requests in a row failed`;
    if (this.#failedProbes >= this.#options.probes) return `${failed2}; it is not asked again in this run`;
    if (this.#isProbing) return `${failed2}; one request is trying whether it is back`;
    if (nowMs >= this.#openUntilMs) return null;
    return `${failed2}; it is asked again in ${Math.ceil((this.#openUntilMs - nowMs) / 1e3)} s`;
  }
};

// src/replay/upstream.ts
var PATHS = {
  "openai-chat": "/chat/completions",
  "openai-responses": "/responses",
  "anthropic-messages": "/v1/messages",
  "openai-embeddings": "/embeddings"
};
var REFUSALS = /* @__PURE__ */ new Set([400, 404, 413, 422]);
var MAX_ANSWER_BYTES = 64 * 1024 * 1024;
function openUpstream(options) {
  const closing = new AbortController();
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const courtesies = new Map(
    options.providers.map(({ name, limits: limits2 }) => [name, new Courtesy(limits2, options.breaker, performance.now())])
  );
  return {
    ask: async (request2) => {
      const provider = options.providers.find((candidate) => candidate.wires.includes(request2.wire));
      const courtesy = courtesies.get(provider?.name ?? "openai");
      if (provider === void 0 || courtesy === void 0)
        return { kind: "failed", httpStatus: null, message: `no provider is configured for ${request2.wire}` };
      return askWithRetries(provider, request2, { ...options, courtesy, closing: closing.signal }, agents);
    },
    close: () => {
      closing.abort();
      agents.http.destroy();
      agents.https.destroy();
    }
  };
}
async function askWithRetries(provider, request2, options, agents) {
  const { courtesy, closing } = options;
  const tokens = likelyTokens(request2.body);
  let last = { kind: "failed", httpStatus: null, message: "never asked" };
  let isProbe = false;
  for (let attempt = 1; attempt <= options.attempts; attempt += 1) {
    const admission = await admitted(provider, request2, tokens, options);
    if (typeof admission !== "boolean") return attempt === 1 ? admission : last;
    isProbe ||= admission;
    const tried = await askOnce2(provider, request2, options, agents);
    last = tried.asked;
    if (last.kind === "answer")
      courtesy.settle(tokens, likelyTokens(request2.body, last.answer.body), performance.now());
    if (last.kind !== "failed" || !tried.retry || attempt === options.attempts || closing.aborted) break;
    request2.onRetry();
    await pauseFor(Math.min(options.maxWaitMs, tried.retryAfterMs ?? backoffMs(attempt)), closing);
  }
  courtesy.note(last.kind !== "failed", isProbe, performance.now());
  return last;
}
async function admitted(provider, request2, tokens, { courtesy, closing }) {
  for (; ; ) {
    if (closing.aborted) return { kind: "failed", httpStatus: null, message: "pawl was ending" };
    const admission = courtesy.admit(tokens, performance.now());
    if (admission.kind === "go") return admission.isProbe;
    if (admission.kind === "down")
      return { kind: "failed", httpStatus: null, message: `${provider.name} is down: ${admission.why}` };
    request2.onRetry();
    await pauseFor(admission.ms, closing);
  }
}
var BASE_WAIT_MS = 250;
function backoffMs(attempt) {
  return BASE_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}
async function pauseFor(ms, closing) {
  await sleep(ms, void 0, { signal: closing }).catch(() => void 0);
}
var BYTES_PER_TOKEN = 4;
function likelyTokens(...bodies) {
  return Math.ceil(bodies.reduce((sum2, body) => sum2 + body.length, 0) / BYTES_PER_TOKEN);
}
async function askOnce2(provider, request2, options, agents) {
  const startedAtMs = performance.now();
  const received2 = await post2(provider, request2, options, agents);
  if (received2.kind === "broken")
    return failure2(null, `${provider.name} at ${provider.baseUrl}: ${received2.reason}`, true);
  const { status, contentType, body } = received2;
  if (REFUSALS.has(status))
    return { asked: { kind: "refused", httpStatus: status, contentType, body }, retry: false, retryAfterMs: null };
  if (status !== 200) {
    const retry = status === 408 || status === 409 || status === 429 || status >= 500;
    return failure2(status, `${provider.name} answered ${status}: ${cut(body, 200)}`, retry, received2.retryAfterMs);
  }
  const form = contentType.startsWith("text/event-stream") ? "stream" : "json";
  const read3 = readAnswer(request2.wire, form, body);
  if (read3.kind === "broken") return failure2(status, `${provider.name} sent a broken answer: ${read3.reason}`, true);
  const answer3 = { wire: request2.wire, form, body, durationMs: Math.round(performance.now() - startedAtMs) };
  return { asked: { kind: "answer", answer: answer3, body: read3.body }, retry: false, retryAfterMs: null };
}
function failure2(httpStatus, message2, retry, retryAfterMs2 = null) {
  return { asked: { kind: "failed", httpStatus, message: message2 }, retry, retryAfterMs: retryAfterMs2 };
}
function post2(provider, request2, options, agents) {
  const url = new URL(`${provider.baseUrl.replace(/\/+$/, "")}${PATHS[request2.wire]}`);
  const secure = url.protocol === "https:";
  const body = Buffer.from(request2.body);
  const headers = {
    ...request2.headers,
    ...authorization(provider, options.keys),
    "content-type": "application/json",
    "content-length": body.length,
    accept: request2.form === "stream" ? "text/event-stream" : "application/json",
    "accept-encoding": "identity"
  };
  return new Promise((resolve) => {
    const broken = (reason) => resolve({ kind: "broken", reason });
    const outgoing = (secure ? httpsRequest : httpRequest)(
      url,
      { method: "POST", headers, agent: secure ? agents.https : agents.http, timeout: options.timeoutMs },
      (incoming) => collect2(incoming).then(resolve, (error) => broken(messageOf(error)))
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer within ${options.timeoutMs} ms`)));
    outgoing.on("error", (error) => broken(messageOf(error)));
    outgoing.end(body);
  });
}
async function collect2(incoming) {
  const chunks = [];
  let size2 = 0;
  for await (const chunk of incoming) {
    size2 += chunk.length;
    if (size2 > MAX_ANSWER_BYTES)
      return { kind: "broken", reason: `the answer is larger than ${MAX_ANSWER_BYTES} bytes` };
    chunks.push(chunk);
  }
  return {
    kind: "received",
    status: incoming.statusCode ?? 0,
    contentType: incoming.headers["content-type"] ?? "",
    body: Buffer.concat(chunks).toString("utf8"),
    retryAfterMs: retryAfterMs(incoming.headers)
  };
}
function authorization(provider, keys) {
  const key = keys[provider.name];
  if (key === void 0) return {};
  return provider.name === "anthropic" ? { "x-api-key": key } : { authorization: `Bearer ${key}` };
}
function retryAfterMs(headers) {
  const precise = Number(headers["retry-after-ms"] ?? Number.NaN);
  if (Number.isFinite(precise) && precise >= 0) return precise;
  const value = headers["retry-after"];
  if (value === void 0) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1e3;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

// src/config/mcp.ts
var DEFAULT_FILE = ".pawl/mcp.json";
function mcpFileOf(mcp) {
  const { file = DEFAULT_FILE, servers = {} } = mcp ?? {};
  return Object.keys(servers).length === 0 ? null : file;
}
function mcpServersOf(mcp) {
  const servers = Object.entries(mcp?.servers ?? {});
  return Object.fromEntries(servers.map(([name, server]) => [name, serverOf(server)]));
}
function serverOf({ command, url, environment, headers, list: list2 }) {
  if (url !== void 0) return { kind: "url", url, headers: headers ?? {} };
  return { kind: "command", command: command ?? "", environment: environment ?? [], listed: list2 ?? "each_side" };
}
function mcpFaults({ mcp }) {
  const servers = isJsonObject(mcp) && isJsonObject(mcp.servers) ? Object.entries(mcp.servers) : [];
  return servers.flatMap(([name, server]) => {
    if (!isJsonObject(server)) return [];
    const needs2 = [
      ["headers", "url"],
      ["environment", "command"],
      ["list", "command"]
    ];
    return needs2.flatMap(
      ([key, needed]) => server[key] === void 0 || server[needed] !== void 0 ? [] : [fault(["mcp", "servers", name, key], `expected beside ${needed} alone, received ${received(server[key])}`)]
    );
  });
}
function fault(path, message2) {
  return { path, key: null, message: message2, hint: null };
}

// src/config/milliseconds.ts
function milliseconds(seconds) {
  return Math.max(1, Math.round(seconds * 1e3));
}

// src/config/redaction.ts
function redactionOf({ kinds, patterns, paths, key_environment } = {}) {
  return {
    kinds: kinds ?? null,
    patterns: (patterns ?? []).map(({ name, pattern }) => ({ name, pattern: compilePattern(pattern) })),
    paths: paths ?? [],
    keyEnvironment: key_environment ?? "PAWL_REDACTION_KEY"
  };
}

// src/config/tools.ts
var TIMEOUT_S = 10;
function completeTools(written) {
  return {
    files: written.files ?? [],
    readOnly: written.read_only ?? [],
    onMiss: { kind: written.on_miss ?? "stop" },
    rules: (written.rules ?? []).map((rule) => ({
      tools: rule.tools,
      onMiss: missPolicyOf(rule),
      sets: rule.sets ?? []
    })),
    normalisations: NORMALISATIONS.filter((name) => written.normalise?.[name] ?? true),
    inProcess: written.in_process ?? "substitute"
  };
}
function missPolicyOf({ on_miss: kind, command = "", url = "", timeout_s }) {
  const timeoutMs = milliseconds(timeout_s ?? TIMEOUT_S);
  switch (kind) {
    case void 0:
      return null;
    case "simulate":
      return { kind, command, timeoutMs };
    case "live":
      return { kind, url: url.replace(/\/+$/, ""), timeoutMs };
    case "stop":
    case "error":
    case "nearest":
      return { kind };
    default:
      return kind;
  }
}

// src/config/complete.ts
var ACCEPTED_FILE = ".pawl/accepted.yml";
var DEFAULT_PATHS = ["**", "!.github/**", "!**/{README,CHANGELOG,CONTRIBUTING,CODE_OF_CONDUCT,LICENSE}{,.*}"];
var ALPHA_SLICES_SHARE = 0.8;
var DEFAULT_MAX_CONFIRM_TRIALS = 28;
var DEFAULT_LOOKS = [1, 2, 3, 5, 8];
var DEFAULT_SPEND = [0.3, 0.2, 0.2, 0.15, 0.15];
function completeSettings(written, expectations, file) {
  return {
    version: 1,
    agent: agentOf(written),
    changes: rulesOf(written, file),
    corpus: written.corpus,
    tools: completeTools(written.tools ?? {}),
    redactions: (written.redactions ?? []).map(({ name, pattern }) => ({ name, pattern: new RegExp(pattern, "g") })),
    mcpFile: mcpFileOf(written.mcp),
    providers: [openAi(written.providers?.openai), anthropic(written.providers?.anthropic)],
    defaultExpectations: expectations.length === 0 ? [{ kind: "state_changes" }] : expectations,
    commandScorers: (written.scorers ?? []).map(({ name, command, timeout_s }) => ({
      name,
      command,
      timeoutMs: milliseconds(timeout_s ?? 60)
    })),
    prices: pricesOf(written),
    ...gateSettings(written.gate ?? {}),
    redaction: redactionOf(written.redaction),
    isolation: {
      mode: written.isolation?.mode ?? "auto",
      allowUnisolated: written.isolation?.allow_unisolated ?? false
    },
    reportContent: written.report?.content ?? "excerpt"
  };
}
function agentOf({ agent, mcp }) {
  return {
    name: agent.name,
    root: agent.root ?? ".",
    setup: agent.setup ?? null,
    command: agent.command,
    protocol: agent.protocol ?? "worker",
    http: {
      path: agent.http?.path ?? "/",
      healthPath: agent.http?.health ?? "/health",
      startTimeoutMs: milliseconds(agent.http?.start_timeout_s ?? 60)
    },
    concurrency: agent.concurrency ?? 2,
    inflight: agent.inflight ?? 1,
    trialTimeoutMs: milliseconds(agent.timeout_s ?? 60),
    setupTimeoutMs: milliseconds(agent.setup_timeout_s ?? 600),
    environment: agent.environment ?? [],
    mcpServers: mcpServersOf(mcp)
  };
}
function rulesOf(written, file) {
  const mcpFile = mcpFileOf(written.mcp);
  return {
    agent: written.agent.paths ?? DEFAULT_PATHS,
    prompts: written.prompts,
    tools: [...written.tools?.files ?? [], ...mcpFile === null ? [] : [mcpFile]],
    corpus: written.corpus,
    config: [file, ACCEPTED_FILE],
    pins: (written.model_pins ?? []).map(pinOf)
  };
}
function pinOf({ name, file, pointer, yaml_path, pattern }) {
  if (pointer !== void 0) return { name, file, at: { kind: "json_pointer", pointer } };
  if (pattern !== void 0) return { name, file, at: { kind: "pattern", pattern } };
  const parts = (yaml_path ?? "").split(".");
  const path = parts.map((part) => /^\d+$/.test(part) ? Number(part) : part);
  return { name, file, at: { kind: "yaml_path", path } };
}
function openAi(provider = {}) {
  return {
    name: "openai",
    wires: ["openai-chat", "openai-responses", "openai-embeddings"],
    baseUrl: withoutSlash(provider.base_url ?? "https://api.openai.com/v1"),
    keyEnvironment: provider.key_environment ?? "OPENAI_API_KEY",
    limits: limitsOf(provider)
  };
}
function anthropic(provider = {}) {
  return {
    name: "anthropic",
    wires: ["anthropic-messages"],
    baseUrl: withoutSlash(provider.base_url ?? "https://api.anthropic.com"),
    keyEnvironment: provider.key_environment ?? "ANTHROPIC_API_KEY",
    limits: limitsOf(provider)
  };
}
function limitsOf(provider) {
  return {
    requestsPerMinute: provider.requests_per_minute ?? null,
    tokensPerMinute: provider.tokens_per_minute ?? null
  };
}
function pricesOf(written) {
  const entries = Object.entries(written.prices ?? {}).map(([model, price]) => [
    model,
    {
      inputUsdPerMillion: price.input,
      cachedInputUsdPerMillion: price.cached_input ?? price.input,
      outputUsdPerMillion: price.output
    }
  ]);
  return Object.fromEntries(entries);
}
function gateSettings(gate) {
  return { policy: policyOf(gate), onInconclusive: gate.inconclusive ?? "warn" };
}
function policyOf(gate) {
  return {
    alpha: gate.alpha ?? 0.01,
    alphaSlicesShare: ALPHA_SLICES_SHARE,
    looks: gate.looks ?? DEFAULT_LOOKS,
    spend: gate.spend ?? DEFAULT_SPEND,
    futility: gate.futility ?? 0.4,
    budgetRuns: gate.budget_runs ?? null,
    protectMin: gate.protect_min ?? 0.8,
    deltaRelevant: gate.delta_relevant ?? 0.05,
    minEffect: gate.min_effect ?? 0,
    maxConfirmTrials: gate.max_confirm_trials ?? DEFAULT_MAX_CONFIRM_TRIALS
  };
}
function withoutSlash(url) {
  return url.replace(/\/+$/, "");
}

// src/corpus/disk.ts
import { createWriteStream } from "node:fs";
import { mkdir as mkdir3, rename, rm as rm3 } from "node:fs/promises";
import { dirname as dirname3 } from "node:path";
import { PassThrough as PassThrough2, Readable as Readable2 } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, createZstdCompress, createZstdDecompress } from "node:zlib";

// schema/case.v1.schema.json
var case_v1_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "case.v1.schema.json",
  title: "pawl case, version 1",
  description: "One line of a corpus file (.jsonl, .jsonl.gz or .jsonl.zst): what the gate replays. Fields with a default may be left out. Identity is the id; everything else may be edited.",
  type: "object",
  required: ["v", "id", "input", "recordings"],
  additionalProperties: false,
  properties: {
    v: { description: "Version of the case format.", const: 1 },
    id: {
      description: "Unique in the whole corpus; stays the same when the case is edited.",
      type: "string",
      minLength: 1,
      maxLength: 200
    },
    status: {
      description: "active = replayed and gating; quarantined = replayed, reported, not gating; retired = kept in the file, not replayed.",
      enum: ["active", "quarantined", "retired"],
      default: "active"
    },
    source: {
      description: "Where the case was taken from. Provenance only: it decides nothing.",
      type: "object",
      additionalProperties: false,
      default: {},
      properties: {
        traceId: { description: "Trace id in the traffic.", type: ["string", "null"], default: null },
        recordedAt: {
          description: "Time of the recording, RFC 3339.",
          type: ["string", "null"],
          pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$",
          default: null
        },
        agentVersion: {
          description: "Version or commit of the agent that was recorded.",
          type: ["string", "null"],
          default: null
        },
        model: { description: "Model that the recorded agent asked.", type: ["string", "null"], default: null }
      }
    },
    slices: {
      description: "Task types, the family that gates. A case may be in several.",
      type: "array",
      items: { $ref: "#/definitions/name" },
      minItems: 1,
      uniqueItems: true,
      default: ["default"]
    },
    cohorts: {
      description: "User groups: reported, never gating.",
      type: "array",
      items: { $ref: "#/definitions/name" },
      uniqueItems: true,
      default: []
    },
    weight: {
      description: "How much traffic the case stands for.",
      type: "number",
      exclusiveMinimum: 0,
      default: 1
    },
    cluster: {
      description: "The conversation or task that the case was sampled with; null = it stands alone.",
      type: ["string", "null"],
      minLength: 1,
      default: null
    },
    input: { description: "What the agent is given, any JSON value." },
    recordings: {
      description: "Recorded trajectories of the case. The first one is trial 0; all of them make the tape.",
      type: "array",
      items: { $ref: "#/definitions/recording" },
      minItems: 1
    },
    expectations: {
      description: "What a trial must do to pass. null = the default: the state-changing calls of one of the recordings.",
      type: ["array", "null"],
      items: { $ref: "expectation.v1.schema.json" },
      minItems: 1,
      default: null
    }
  },
  definitions: {
    name: { type: "string", minLength: 1, maxLength: 200 },
    recording: {
      description: "One trajectory: what the agent did, in order.",
      type: "object",
      required: ["steps"],
      additionalProperties: false,
      properties: {
        steps: { type: "array", items: { $ref: "#/definitions/step" } },
        output: {
          description: "The agent's final answer, any JSON value; null = there was none.",
          default: null
        },
        mcp: {
          description: "What MCP servers answered besides tool calls (resources, prompts, completions), in order.",
          type: "array",
          items: {
            type: "object",
            required: ["server", "method", "params", "outcome"],
            additionalProperties: false,
            properties: {
              server: { description: "The server's name in pawl.yml.", type: "string" },
              method: { description: "Method of the request, such as resources/read.", type: "string" },
              params: { description: "Parameters of the request, without _meta.", type: "object" },
              outcome: {
                description: "result or error of the JSON-RPC response.",
                type: "object",
                required: ["kind", "value"],
                additionalProperties: false,
                properties: { kind: { enum: ["result", "error"] }, value: { type: "object" } }
              }
            }
          }
        }
      }
    },
    step: {
      description: "A model call or a tool call.",
      type: "object",
      required: ["kind"],
      discriminator: { propertyName: "kind" },
      oneOf: [
        {
          required: ["kind", "model"],
          additionalProperties: false,
          properties: {
            kind: { const: "model_call" },
            model: { description: "Name of the model, as the agent asked for it.", type: "string" },
            requestKey: {
              description: "SHA-256 of the canonical request; null = the request was not recorded.",
              type: ["string", "null"],
              pattern: "^[0-9a-f]{64}$",
              default: null
            },
            response: {
              description: "The model's answer; null = it was not recorded.",
              type: ["object", "null"],
              required: ["role", "parts"],
              additionalProperties: false,
              default: null,
              properties: {
                role: { enum: ["system", "user", "assistant", "tool"] },
                parts: { type: "array", items: { $ref: "#/definitions/part" } }
              }
            },
            usage: {
              description: "Tokens of the call; null = not recorded.",
              type: ["object", "null"],
              required: ["inputTokens", "outputTokens", "cachedInputTokens"],
              additionalProperties: false,
              default: null,
              properties: {
                inputTokens: { type: "integer", minimum: 0 },
                outputTokens: { type: "integer", minimum: 0 },
                cachedInputTokens: {
                  description: "The part of inputTokens that the provider read from its cache.",
                  type: "integer",
                  minimum: 0
                }
              }
            }
          }
        },
        {
          required: ["kind", "name", "arguments", "outcome"],
          additionalProperties: false,
          properties: {
            kind: { const: "tool_call" },
            name: { description: "The tool's name.", type: "string", minLength: 1 },
            arguments: { description: "The call's arguments, any JSON value." },
            outcome: {
              description: "result = the tool answered; error = the tool failed and the agent was told so.",
              type: "object",
              required: ["kind", "value"],
              additionalProperties: false,
              properties: {
                kind: { enum: ["result", "error"] },
                value: { description: "What the agent was told, any JSON value." }
              }
            }
          }
        }
      ]
    },
    part: {
      type: "object",
      required: ["kind"],
      discriminator: { propertyName: "kind" },
      oneOf: [
        {
          required: ["kind", "text"],
          additionalProperties: false,
          properties: { kind: { const: "text" }, text: { type: "string" } }
        },
        {
          required: ["kind", "text"],
          additionalProperties: false,
          properties: { kind: { const: "reasoning" }, text: { type: "string" } }
        },
        {
          required: ["kind", "id", "name", "arguments"],
          additionalProperties: false,
          properties: {
            kind: { const: "tool_call" },
            id: { description: "The provider's id of the call.", type: "string" },
            name: { type: "string" },
            arguments: { description: "Parsed arguments; text that is no JSON stays a string." }
          }
        },
        {
          required: ["kind", "id", "result", "isError"],
          additionalProperties: false,
          properties: {
            kind: { const: "tool_result" },
            id: { description: "The id of the call that this answers.", type: "string" },
            result: { description: "Any JSON value." },
            isError: { type: "boolean" }
          }
        },
        {
          required: ["kind", "type"],
          additionalProperties: false,
          properties: {
            kind: { const: "other" },
            type: {
              description: "A part of a type that pawl does not read, by the provider's name.",
              type: "string"
            }
          }
        }
      ]
    }
  }
};

// schema/expectation.v1.schema.json
var expectation_v1_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "expectation.v1.schema.json",
  title: "pawl expectation, version 1",
  description: "What a case expects of a trial. The kind names the scorer that judges it. Fields with a default may be left out.",
  type: "object",
  required: ["kind"],
  discriminator: { propertyName: "kind" },
  oneOf: [
    {
      description: "The final output, as text, contains the given text.",
      required: ["kind", "text"],
      additionalProperties: false,
      properties: {
        kind: { const: "output_contains" },
        text: { description: "The text to find.", type: "string", minLength: 1 },
        ignoreCase: { description: "Upper and lower case are the same.", type: "boolean", default: false }
      }
    },
    {
      description: "The final output equals the given value; keys of objects in any order.",
      required: ["kind", "value"],
      additionalProperties: false,
      properties: {
        kind: { const: "output_equals" },
        value: { description: "Any JSON value." }
      }
    },
    {
      description: "The final output, as text, matches a regular expression somewhere.",
      required: ["kind", "pattern"],
      additionalProperties: false,
      properties: {
        kind: { const: "output_matches" },
        pattern: { description: "ECMAScript regular expression.", type: "string", minLength: 1 },
        flags: {
          description: "i = ignore case, u = unicode.",
          enum: ["", "i", "u", "iu", "ui"],
          default: ""
        }
      }
    },
    {
      description: "The final output is valid under a JSON Schema.",
      required: ["kind", "schema"],
      additionalProperties: false,
      properties: {
        kind: { const: "output_json_schema" },
        schema: { description: "JSON Schema: draft 7, or 2020-12 where its `$schema` says so.", type: "object" }
      }
    },
    {
      description: "A JSONPath query (RFC 9535) selects something in the final output.",
      required: ["kind", "path"],
      additionalProperties: false,
      properties: {
        kind: { const: "output_json_path" },
        path: { description: "RFC 9535 JSONPath, such as $.items[*].id", type: "string", minLength: 1 },
        equals: { description: "Some selected node must equal this value. Left out: any node will do." }
      }
    },
    {
      description: "How the trial's tool calls relate to the expected ones.",
      required: ["kind"],
      additionalProperties: false,
      properties: {
        kind: { const: "trajectory" },
        mode: {
          description: "strict = the same calls in the same order; unordered = the same calls; subset = no call but the expected ones; superset = every expected call, and others are allowed.",
          enum: ["strict", "unordered", "subset", "superset"],
          default: "superset"
        },
        arguments: {
          description: "How arguments are compared where argumentOverrides does not name the tool.",
          $ref: "#/definitions/argumentMode",
          default: "exact"
        },
        argumentOverrides: {
          description: "Argument mode by tool name.",
          type: "object",
          additionalProperties: { $ref: "#/definitions/argumentMode" },
          default: {}
        },
        calls: {
          description: "The expected calls; null = the tool calls of the case's first recording.",
          type: ["array", "null"],
          default: null,
          items: {
            type: "object",
            required: ["name", "arguments"],
            additionalProperties: false,
            properties: {
              name: { description: "The tool's name.", type: "string", minLength: 1 },
              arguments: { description: "The call's arguments, any JSON value." }
            }
          }
        }
      }
    },
    {
      description: "The same state-changing tool calls as in one of the recordings, in any order.",
      required: ["kind"],
      additionalProperties: false,
      properties: { kind: { const: "state_changes" } }
    },
    {
      description: "Every named tool is called at least once.",
      required: ["kind", "tools"],
      additionalProperties: false,
      properties: {
        kind: { const: "tools_required" },
        tools: { $ref: "#/definitions/toolNames" }
      }
    },
    {
      description: "None of the named tools is called.",
      required: ["kind", "tools"],
      additionalProperties: false,
      properties: {
        kind: { const: "tools_forbidden" },
        tools: { $ref: "#/definitions/toolNames" }
      }
    },
    {
      description: "The arguments of every tool call are valid under the tool's schema.",
      required: ["kind"],
      additionalProperties: false,
      properties: { kind: { const: "arguments_valid" } }
    },
    {
      description: "At most this many steps (model calls and tool calls).",
      required: ["kind", "limit"],
      additionalProperties: false,
      properties: {
        kind: { const: "max_steps" },
        limit: { description: "Steps.", type: "integer", minimum: 1 }
      }
    },
    {
      description: "At most this many tokens, input and output of all model calls together.",
      required: ["kind", "limit"],
      additionalProperties: false,
      properties: {
        kind: { const: "max_tokens" },
        limit: { description: "Tokens.", type: "integer", minimum: 1 }
      }
    },
    {
      description: "A scorer of your own, by its name under scorers in pawl.yml.",
      required: ["kind", "name"],
      additionalProperties: false,
      properties: {
        kind: { const: "command" },
        name: { description: "The scorer's name.", type: "string", minLength: 1 }
      }
    }
  ],
  definitions: {
    argumentMode: {
      description: "exact = equal; ignore = not compared; subset = no argument but the expected ones; superset = every expected argument, and others are allowed.",
      enum: ["exact", "ignore", "subset", "superset"]
    },
    toolNames: {
      description: "Names of tools.",
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: { type: "string", minLength: 1 }
    }
  }
};

// src/corpus/case.ts
function withContentHash(draft) {
  const { input, recordings, expectations } = draft;
  return { ...draft, contentHash: hashJson({ input, recordings, expectations }) };
}

// src/corpus/expectation-reader.ts
var import_json_p3 = __toESM(require_json_p3_cjs(), 1);
var check = schemaCheck(expectation_v1_schema_default, []);
function readExpectation(value, where) {
  const faults = check(value);
  if (faults.length > 0) {
    const problems = faults.map(({ path, message: message2, hint }) => {
      const field = pathText(path);
      return { where, message: field === "" ? message2 : `${field}: ${message2}`, hint };
    });
    return { problems };
  }
  const written = value;
  const fault4 = meaningFault(written);
  return fault4 === null ? { expectation: complete(written) } : { problems: [{ where, ...fault4 }] };
}
function meaningFault(written) {
  switch (written.kind) {
    case "output_matches":
      return compiles("pattern", "an ECMAScript regular expression", () => new RegExp(written.pattern, written.flags));
    case "output_json_path":
      return compiles("path", "a JSONPath of RFC 9535", () => (0, import_json_p3.compile)(written.path));
    case "output_json_schema": {
      const schema = compileSchema(written.schema);
      return schema.kind === "usable" ? null : unusable("schema", "a JSON Schema, draft-07", schema.problem);
    }
    default:
      return null;
  }
}
function compiles(field, expected, attempt) {
  try {
    attempt();
    return null;
  } catch (error) {
    return unusable(field, expected, messageOf(error));
  }
}
function unusable(field, expected, why) {
  return { message: `${field}: expected ${expected}: ${why}`, hint: null };
}
function complete(written) {
  switch (written.kind) {
    case "output_contains":
      return { ...written, ignoreCase: written.ignoreCase ?? false };
    case "output_matches":
      return { ...written, flags: written.flags ?? "" };
    case "trajectory":
      return {
        kind: "trajectory",
        mode: written.mode ?? "superset",
        arguments: written.arguments ?? "exact",
        argumentOverrides: written.argumentOverrides ?? {},
        calls: written.calls ?? null
      };
    default:
      return written;
  }
}

// src/corpus/reader.ts
var check2 = schemaCheck(case_v1_schema_default, [expectation_v1_schema_default]);
var MAX_FAULTS = 3;
var MAX_DEPTH2 = 200;
function parseCaseLine(text4) {
  const json = parseObject(text4);
  return json.kind === "problem" ? json : parseCase(json.value);
}
function parseCase(value) {
  if (value.v !== 1) return problem(`expected case format "v": 1, received ${received(value.v)}`);
  if (nestedDeeperThan(value, MAX_DEPTH2))
    return problem(`expected at most ${MAX_DEPTH2} levels of nesting, received more`);
  const faults = check2(value);
  if (faults.length > 0) return problem(summary(faults.map(faultText)));
  return complete2(value);
}
function parseObject(text4) {
  try {
    const value = JSON.parse(text4);
    if (isJsonObject(value)) return { kind: "object", value };
    return problem(`expected a JSON object, received ${received(value)}`);
  } catch (error) {
    return problem(`expected one line of JSON: ${cut(messageOf(error), 200)}`);
  }
}
function complete2(written) {
  const read3 = written.expectations?.map((item, i) => readExpectation(item, `expectations[${i}]`)) ?? null;
  const faults = read3?.flatMap((item) => "problems" in item ? item.problems : []) ?? [];
  if (faults.length > 0) return problem(summary(faults.map(problemText)));
  const { source } = written;
  return {
    kind: "case",
    case: withContentHash({
      id: written.id,
      status: written.status ?? "active",
      source: {
        traceId: source?.traceId ?? null,
        recordedAt: source?.recordedAt ?? null,
        agentVersion: source?.agentVersion ?? null,
        model: source?.model ?? null
      },
      slices: written.slices ?? ["default"],
      cohorts: written.cohorts ?? [],
      weight: written.weight ?? 1,
      cluster: written.cluster ?? null,
      input: written.input,
      recordings: written.recordings.map(completeRecording),
      expectations: read3?.flatMap((item) => "expectation" in item ? [item.expectation] : []) ?? null
    })
  };
}
function completeRecording(written) {
  const { steps, output = null, mcp } = written;
  return { steps: steps.map(completeStep), output, ...mcp === void 0 ? {} : { mcp } };
}
function completeStep(step) {
  if (step.kind === "tool_call") return step;
  return {
    kind: "model_call",
    model: step.model,
    requestKey: step.requestKey ?? null,
    response: step.response ?? null,
    usage: step.usage ?? null
  };
}
function faultText({ path, message: message2, hint }) {
  const field = pathText(path);
  return `${field === "" ? "" : `${field}: `}${message2}${hint === null ? "" : ` (${hint})`}`;
}
function problemText({ where, message: message2, hint }) {
  return `${where}: ${message2}${hint === null ? "" : ` (${hint})`}`;
}
function summary(faults) {
  const more = faults.length - MAX_FAULTS;
  return faults.slice(0, MAX_FAULTS).join("; ") + (more > 0 ? `; and ${more} more` : "");
}
function problem(reason) {
  return { kind: "problem", reason };
}

// src/corpus/corpus.ts
var MAX_PROBLEMS_PER_FILE = 100;
var CorpusBuilder = class {
  #cases = [];
  #problems = [];
  #files = [];
  #placeOfId = /* @__PURE__ */ new Map();
  #retired = 0;
  /** Lines from here on are of this file. */
  file(path) {
    const file = { path, cases: 0, problems: 0 };
    this.#files.push(file);
    const problem2 = (line, reason) => {
      file.problems += 1;
      if (line === null || file.problems <= MAX_PROBLEMS_PER_FILE) this.#problems.push({ file: path, line, reason });
    };
    const text4 = (line, content) => {
      if (content.trim() === "") return;
      const parsed = parseCaseLine(content);
      if (parsed.kind === "problem") return problem2(line, parsed.reason);
      const { id } = parsed.case;
      const earlier = this.#placeOfId.get(id);
      if (earlier !== void 0) return problem2(line, `id ${JSON.stringify(id)} is already the case of ${earlier}`);
      this.#placeOfId.set(id, `${path}:${line}`);
      file.cases += 1;
      if (parsed.case.status === "retired") this.#retired += 1;
      else this.#cases.push(parsed.case);
    };
    return { text: text4, problem: problem2, cases: () => file.cases };
  }
  build() {
    return { cases: this.#cases, problems: this.#problems, retired: this.#retired, files: this.#files };
  }
};

// src/corpus/decompress.ts
async function decompress(source, create, take) {
  const thrown = [];
  const giveOn = (bytes) => {
    try {
      if (thrown.length === 0) take(bytes);
    } catch (error) {
      thrown.push(error);
    }
  };
  let decoder = null;
  for await (const chunk of source) {
    let rest = chunk;
    while (rest.length > 0) {
      const fresh = decoder === null;
      const current = decoder ?? create().on("data", giveOn);
      const used = await feed(current, rest);
      if (thrown.length > 0) {
        current.destroy();
        throw thrown[0];
      }
      if (fresh && used === 0) throw new Error("the compressed data makes no progress");
      rest = rest.subarray(used);
      decoder = rest.length > 0 ? null : current;
    }
  }
  if (decoder !== null) await finish(decoder);
  if (thrown.length > 0) throw thrown[0];
}
function feed(decoder, bytes) {
  const before = decoder.bytesWritten;
  return settle(decoder, (done) => decoder.write(bytes, () => done())).then(() => decoder.bytesWritten - before);
}
function finish(decoder) {
  return settle(decoder, () => decoder.end());
}
function settle(decoder, act) {
  return new Promise((resolve, reject) => {
    const done = () => {
      decoder.off("end", done).off("error", fail3);
      resolve();
    };
    const fail3 = (error) => {
      decoder.off("end", done);
      reject(error);
    };
    decoder.once("end", done).once("error", fail3);
    act(done);
  });
}

// src/corpus/lines.ts
var NEWLINE = 10;
var LineSplitter2 = class {
  #maxBytes;
  #emit;
  #decoder = new TextDecoder("utf-8", { fatal: true });
  #pieces = [];
  #bytes = 0;
  #complete = 0;
  constructor(maxBytes, emit) {
    this.#maxBytes = maxBytes;
    this.#emit = emit;
  }
  /** Lines that ended so far. */
  get completeLines() {
    return this.#complete;
  }
  push(chunk) {
    let start2 = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start2)) {
      this.#hold(chunk.subarray(start2, end));
      this.#finishLine();
      start2 = end + 1;
    }
    this.#hold(chunk.subarray(start2));
  }
  /** The input is complete: what is left is the last line. */
  end() {
    if (this.#bytes > 0) this.#finishLine();
  }
  #hold(piece) {
    this.#bytes += piece.length;
    if (this.#bytes > this.#maxBytes) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }
  #finishLine() {
    this.#complete += 1;
    const bytes = this.#bytes;
    const pieces = this.#pieces;
    this.#bytes = 0;
    this.#pieces = [];
    this.#emit(this.#read(this.#complete, bytes, pieces));
  }
  #read(number3, bytes, pieces) {
    if (bytes > this.#maxBytes) {
      const reason = `expected a line of at most ${this.#maxBytes} bytes, received ${bytes}`;
      return { kind: "unreadable", number: number3, reason };
    }
    try {
      const [only] = pieces;
      const whole = pieces.length === 1 && only !== void 0 ? only : Buffer.concat(pieces);
      return { kind: "text", number: number3, text: this.#decoder.decode(whole) };
    } catch {
      return { kind: "unreadable", number: number3, reason: "expected UTF-8, received other bytes" };
    }
  }
};

// src/corpus/writer.ts
function writeCaseLine(draft) {
  const { source } = draft;
  return JSON.stringify({
    v: 1,
    id: draft.id,
    status: draft.status === "active" ? void 0 : draft.status,
    source: Object.values(source).some((value) => value !== null) ? {
      traceId: source.traceId ?? void 0,
      recordedAt: source.recordedAt ?? void 0,
      agentVersion: source.agentVersion ?? void 0,
      model: source.model ?? void 0
    } : void 0,
    slices: draft.slices.length === 1 && draft.slices[0] === "default" ? void 0 : draft.slices,
    cohorts: draft.cohorts.length === 0 ? void 0 : draft.cohorts,
    weight: draft.weight === 1 ? void 0 : draft.weight,
    cluster: draft.cluster ?? void 0,
    input: draft.input,
    recordings: draft.recordings.map(writtenRecording),
    expectations: draft.expectations ?? void 0
  });
}
function writtenRecording({ steps, output, mcp }) {
  return {
    steps: steps.map(writtenStep),
    ...output === null ? {} : { output },
    ...mcp === void 0 ? {} : { mcp }
  };
}
function writtenStep(step) {
  if (step.kind === "tool_call") return step;
  return {
    kind: "model_call",
    model: step.model,
    ...step.requestKey === null ? {} : { requestKey: step.requestKey },
    ...step.response === null ? {} : { response: step.response },
    ...step.usage === null ? {} : { usage: step.usage }
  };
}

// src/corpus/disk.ts
var MAX_LINE_BYTES3 = 32 * 1024 * 1024;
var LIMITS = { bytes: 4 * 1024 ** 3, fruitlessLines: 1e5 };
var COMPRESSIONS = [
  { extension: ".jsonl", compress: () => new PassThrough2(), decoder: null },
  { extension: ".jsonl.gz", compress: () => createGzip(), decoder: () => createGunzip() },
  { extension: ".jsonl.zst", compress: () => createZstdCompress(), decoder: () => createZstdDecompress() }
];
async function readCorpus(sources, limits2 = LIMITS) {
  const corpus = new CorpusBuilder();
  for (const source of sources) await readFile2(source, corpus.file(source.path), limits2);
  return corpus.build();
}
async function readFile2(source, file, limits2) {
  const compression = compressionOf(source.path);
  if (compression === null) return file.problem(null, wrongExtension);
  const lines = new LineSplitter2(MAX_LINE_BYTES3, (line) => {
    if (line.kind === "text") file.text(line.number, line.text);
    else file.problem(line.number, line.reason);
    if (line.number - file.cases() > limits2.fruitlessLines)
      throw new Error(`expected at most ${limits2.fruitlessLines} lines without a case, received more`);
  });
  let bytes = 0;
  const take = (chunk) => {
    bytes += chunk.length;
    if (bytes > limits2.bytes) throw new Error(`expected at most ${limits2.bytes} bytes of lines, received more`);
    lines.push(chunk);
  };
  try {
    if (compression.decoder === null) for await (const chunk of source.open()) take(chunk);
    else await decompress(source.open(), compression.decoder, take);
    lines.end();
  } catch (error) {
    file.problem(null, `unreadable after ${lines.completeLines} complete lines: ${messageOf(error)}`);
  }
}
async function writeCorpus(path, cases) {
  const compression = compressionOf(path);
  if (compression === null) throw new UserError({ where: path, message: wrongExtension, hint: "rename the file" });
  await mkdir3(dirname3(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  try {
    await pipeline(Readable2.from(linesOf(cases)), compression.compress(), createWriteStream(partial));
    await rename(partial, path);
  } finally {
    await rm3(partial, { force: true });
  }
}
function* linesOf(cases) {
  for (const item of cases) yield `${writeCaseLine(item)}
`;
}
function compressionOf(path) {
  return COMPRESSIONS.find(({ extension }) => path.endsWith(extension)) ?? null;
}
var wrongExtension = `expected a file name that ends in ${COMPRESSIONS.map(({ extension }) => extension).join(", ")}`;

// src/corpus/diff.ts
function diffCorpus(base, head) {
  const baseById = definitionsById(base);
  const headById = definitionsById(head);
  const inBoth = [...baseById.keys()].filter((id) => headById.has(id));
  return {
    added: [...headById.keys()].filter((id) => !baseById.has(id)).sort(),
    removed: [...baseById.keys()].filter((id) => !headById.has(id)).sort(),
    edited: inBoth.filter((id) => baseById.get(id) !== headById.get(id)).sort()
  };
}
function definitionsById(corpus) {
  return new Map(corpus.cases.map((item) => [item.id, definitionOf(item)]));
}
function definitionOf({ contentHash, status, slices, weight, cluster }) {
  return hashJson({ contentHash, status, slices: [...slices].sort(), weight, cluster });
}

// src/corpus/otlp/format.ts
var DETECTION_BYTES = 64 * 1024;

// src/corpus/unpack.ts
import { Readable as Readable3 } from "node:stream";
import { createGunzip as createGunzip2, createZstdDecompress as createZstdDecompress2 } from "node:zlib";
var DECODERS = [
  { magic: [31, 139], create: () => createGunzip2() },
  { magic: [40, 181, 47, 253], create: () => createZstdDecompress2() }
];
var MAGIC_BYTES = 4;
async function unpack(source, take) {
  const chunks = source[Symbol.asyncIterator]();
  const head = await firstBytes(chunks);
  const decoder = DECODERS.find(({ magic }) => magic.every((byte, index) => head[index] === byte));
  const whole = again(head, chunks);
  if (decoder !== void 0) await decompress(Readable3.from(whole), decoder.create, take);
  else for await (const chunk of whole) take(chunk);
}
async function firstBytes(chunks) {
  let head = new Uint8Array();
  while (head.length < MAGIC_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}
async function* again(head, chunks) {
  if (head.length > 0) yield head;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}

// src/corpus/readers/reader.ts
var NOTHING = { trajectories: [], problems: [] };
function alone(record) {
  return () => ({ record, end: () => NOTHING });
}
function within(place, path) {
  return place === "" ? path : `${place} ${path}`;
}
function unread(place, reason) {
  return { trajectories: [], problems: [{ place, reason }] };
}

// src/corpus/readers/csv-rows.ts
var MAX_ROW = 64 * 1024 * 1024;

// src/corpus/readers/records.ts
var MAX_DOCUMENT = 256 * 1024 * 1024;

// src/corpus/readers/table.ts
var import_fastest_levenshtein2 = __toESM(require_mod(), 1);

// src/corpus/readers/conversation.ts
var NO_FACTS = {
  startUs: null,
  durationMs: null,
  provider: null,
  requestModel: null,
  responseModel: null,
  responseId: null,
  tools: null,
  parameters: {},
  finishReason: null,
  usage: null,
  costUsd: null,
  error: null
};
var MAX_INPUT_MESSAGES = 2e3;
var MAX_OPEN = 1e3;
function stepsOf(turns, agent) {
  const messages = [];
  const steps = [];
  const problems = [];
  const open = [];
  let calls = 0;
  for (const turn of turns) {
    if (turn.kind === "said") {
      messages.push(turn.message);
    } else if (turn.kind === "answered") {
      const asked = turn.calls.map((call, index) => {
        calls += 1;
        return { call, partId: call.id ?? `call-${calls}`, step: steps.length + 1 + index };
      });
      const output = { role: "assistant", parts: [...turn.parts, ...asked.map(callPart)] };
      const input = messages.length <= MAX_INPUT_MESSAGES ? [...messages] : null;
      steps.push({ kind: "model_call", agent, sources: [turn.source], input, output, ...turn.facts });
      for (const { call } of asked) steps.push(toolStep(call, agent, turn.source));
      for (const one of asked.toReversed()) open.push(one);
      messages.push(output);
    } else {
      const found = takeOpen(open, turn);
      messages.push({ role: "tool", parts: [resultPart(turn, found)] });
      const step = found === void 0 ? void 0 : steps[found.step];
      if (found === void 0 || step?.kind !== "tool_call") {
        problems.push(`${turn.source}: a tool result, but no call of it before`);
        continue;
      }
      steps[found.step] = answered(step, turn);
    }
  }
  if (messages.length > MAX_INPUT_MESSAGES) {
    problems.push(`model calls behind more than ${MAX_INPUT_MESSAGES} messages are kept without their input`);
  }
  return { steps, output: finalText(turns), problems };
}
function takeOpen(open, turn) {
  for (let at2 = open.length - 1; at2 >= Math.max(0, open.length - MAX_OPEN); at2--) {
    const one = open[at2];
    if (one !== void 0 && matches(one.call, turn)) return open.splice(at2, 1)[0];
  }
  return void 0;
}
function matches(call, { id, name }) {
  if (id !== null) return call.id === id;
  return name === null || call.name === name;
}
function toolStep(call, agent, source) {
  const { id, name } = call;
  const outcome = { kind: "unknown" };
  return {
    kind: "tool_call",
    agent,
    startUs: null,
    durationMs: null,
    sources: [source],
    id,
    name,
    arguments: call.arguments,
    outcome
  };
}
function answered(step, { outcome, startUs, durationMs, source }) {
  return { ...step, outcome, startUs, durationMs, sources: [...step.sources, source] };
}
function callPart({ call, partId }) {
  return { kind: "tool_call", id: partId, name: call.name, arguments: call.arguments };
}
function resultPart({ id, outcome }, found) {
  return {
    kind: "tool_result",
    id: found?.partId ?? id ?? "",
    result: outcome.value,
    isError: outcome.kind === "error"
  };
}
function finalText(turns) {
  const last = turns.findLast((turn) => turn.kind === "answered");
  if (last === void 0 || last.calls.length > 0) return null;
  const texts2 = last.parts.flatMap((part) => part.kind === "text" ? [part.text] : []);
  return texts2.length === 0 ? null : texts2.join("\n");
}

// src/corpus/readers/parts.ts
var MAX_VALUE = 1e3;
function flatAttributes(object, prefix = "") {
  const flat = {};
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === "string" && value !== "") flat[`${prefix}${key}`] = value.slice(0, MAX_VALUE);
    else if (typeof value === "number" || typeof value === "boolean") flat[`${prefix}${key}`] = value;
  }
  return flat;
}
function runId(record, ...named3) {
  const parts = named3.filter((part) => typeof part === "string" || typeof part === "number");
  return [...parts, sha256(JSON.stringify(record)).slice(0, 16)].join("/");
}
function brokeDown(explanation) {
  return { name: "status", value: "error", passed: null, source: "status", explanation };
}
function turnsOf(messages, path, read3) {
  const problems = [];
  const turns = messages.flatMap((message2, index) => {
    const source = `${path}[${index}]`;
    const turn = isJsonObject(message2) ? read3(message2, source) : null;
    if (turn === null) problems.push(`${source}: a message of no known role, ${cut(JSON.stringify(message2), 100)}`);
    return turn === null || turn === "unseen" ? [] : [turn];
  });
  return { turns, problems };
}
function textOf(value) {
  return typeof value === "string" && value !== "" ? value : null;
}
function usOf(value) {
  return typeof value === "string" ? momentOf(value)?.us ?? null : null;
}
function msBetween(startUs, endUs) {
  return startUs === null || endUs === null || endUs < startUs ? null : (endUs - startUs) / 1e3;
}

// src/corpus/readers/agentdojo.ts
var NEEDED = ["suite_name", "user_task_id", "utility"];
var agentDojo = {
  name: "agentdojo",
  looksLike: 'JSON of {"suite_name","pipeline_name","user_task_id","injection_task_id","messages","utility","security"}',
  detects: (record) => NEEDED.every((key) => key in record),
  open: alone(readRun)
};
var DEFENCES = [
  "tool_filter",
  "transformers_pi_detector",
  "spotlighting_with_delimiting",
  "repeat_user_prompt"
];
function readRun(record, place) {
  const { messages, suite_name, pipeline_name, user_task_id, injection_task_id } = record;
  const missing = NEEDED.filter((key) => !(key in record));
  if (missing.length > 0 || !Array.isArray(messages)) {
    return unread(place, `expected ${[...missing, "messages"].join(", ")}, received none`);
  }
  const model = typeof pipeline_name === "string" ? modelOf(pipeline_name) : null;
  const turns = turnsOf(messages, within(place, "messages"), (message2, source) => turnOf(message2, source, model));
  const { steps, output, problems } = stepsOf(turns.turns, []);
  const trajectory = {
    id: runId(record, pipeline_name, suite_name, user_task_id, injection_task_id),
    format: "agentdojo",
    conversationId: null,
    agentName: textOf(pipeline_name),
    agentVersion: null,
    userId: null,
    attributes: flatAttributes(record),
    startUs: null,
    endUs: null,
    steps,
    output,
    outcomes: outcomesOf(record),
    problems: [...turns.problems, ...problems]
  };
  return { trajectories: [trajectory], problems: [] };
}
function modelOf(pipeline2) {
  const defence = DEFENCES.find((name) => pipeline2.endsWith(`-${name}`));
  return defence === void 0 ? pipeline2 : pipeline2.slice(0, -defence.length - 1);
}
function turnOf(message2, source, requestModel) {
  const { role, content, tool_calls, tool_call, tool_call_id, error } = message2;
  switch (role) {
    case "system":
    case "user":
      return { kind: "said", message: { role, parts: partsOf(content) }, source };
    case "assistant": {
      const calls = Array.isArray(tool_calls) ? tool_calls.filter(isJsonObject).map(callOf) : [];
      return { kind: "answered", parts: partsOf(content), calls, facts: { ...NO_FACTS, requestModel }, source };
    }
    case "tool": {
      const name = isJsonObject(tool_call) ? textOf(tool_call.function) : null;
      const failed2 = typeof error === "string" && error !== "";
      const value = failed2 ? error : resultOf(saidIn2(content));
      const outcome = { kind: failed2 ? "error" : "result", value };
      return { kind: "returned", id: textOf(tool_call_id), name, outcome, startUs: null, durationMs: null, source };
    }
    default:
      return null;
  }
}
function callOf(call) {
  return { id: textOf(call.id), name: textOf(call.function) ?? "", arguments: call.args ?? null };
}
function partsOf(content) {
  const blocks = Array.isArray(content) ? content : [{ type: "text", content: content ?? "" }];
  return blocks.flatMap((block) => {
    const { type, content: text4 } = isJsonObject(block) ? block : {};
    if (typeof text4 !== "string") return [{ kind: "other", type: typeof type === "string" ? type : "unknown" }];
    if (text4 === "") return [];
    return [{ kind: type === "thinking" ? "reasoning" : "text", text: text4 }];
  });
}
function saidIn2(content) {
  return partsOf(content).flatMap((part) => part.kind === "text" ? [part.text] : []).join("\n");
}
function outcomesOf({ utility, security, attack_type, error }) {
  const broke = typeof error === "string" && error !== "";
  const outcome = (name, value, passed2) => typeof value === "boolean" ? [{ name, value, passed: broke ? null : passed2, source: "evaluation", explanation: null }] : [];
  const attacked = typeof attack_type === "string" && attack_type !== "none";
  return [
    ...outcome("utility", utility, utility === true),
    ...attacked ? outcome("security", security, security === false) : [],
    ...broke ? [brokeDown(cut(error, 200))] : []
  ];
}

// src/corpus/readers/chat-messages.ts
var SENT_BY = /* @__PURE__ */ new Set([
  "system",
  "developer",
  "user",
  "assistant",
  "tool",
  "function"
]);
function chatTurn(message2, source, facts, fails) {
  if (!SENT_BY.has(message2.role)) return null;
  const [read3] = readChatMessage(message2);
  const parts = read3?.parts ?? [];
  if (message2.role === "assistant") return answer(parts, source, facts);
  const [result] = parts;
  if (result?.kind !== "tool_result") return said(read3, message2, source);
  const outcome = { kind: fails(result.result) ? "error" : "result", value: result.result };
  const name = typeof message2.name === "string" ? message2.name : null;
  const id = result.id === "" ? null : result.id;
  return { kind: "returned", id, name, outcome, startUs: null, durationMs: null, source };
}
function said(read3, { role }, source) {
  const message2 = read3 ?? { role: role === "user" ? "user" : "system", parts: [] };
  return { kind: "said", message: message2, source };
}
function answer(parts, source, facts) {
  const calls = parts.flatMap(
    (part) => part.kind === "tool_call" ? [{ id: part.id === "" ? null : part.id, name: part.name, arguments: part.arguments }] : []
  );
  return { kind: "answered", parts: parts.filter(({ kind }) => kind !== "tool_call"), calls, facts, source };
}

// src/corpus/readers/openai-chat.ts
var OTHERS = ["suite_name", "user_task_id", "epoch", "simulations", "eval"];
var PARAMETERS = [
  "temperature",
  "top_p",
  "max_tokens",
  "max_completion_tokens",
  "seed",
  "stop",
  "tool_choice",
  "parallel_tool_calls",
  "response_format",
  "reasoning_effort"
];
var openAiChat = {
  name: "openai-chat",
  looksLike: 'JSON Lines of {"messages":[{"role","content","tool_calls"}],"tools"}',
  detects: (record) => Array.isArray(record.messages) && record.messages.length > 0 && record.messages.every((message2) => isJsonObject(message2) && typeof message2.role === "string") && OTHERS.every((key) => !(key in record)),
  open: alone(readConversation)
};
function readConversation(record, place) {
  const { messages, id, model, metadata, tools, functions } = record;
  if (!Array.isArray(messages)) return unread(place, "expected messages to be a list, received none");
  const request2 = readRequest("openai-chat", { model: "", ...pick({ tools, functions }) });
  const facts = {
    ...NO_FACTS,
    requestModel: textOf(model),
    tools: "problem" in request2 || (tools ?? functions) === void 0 ? null : request2.tools,
    parameters: pick(Object.fromEntries(PARAMETERS.map((name) => [name, record[name]])))
  };
  const turns = turnsOf(
    messages,
    within(place, "messages"),
    (message2, source) => chatTurn(message2, source, facts, () => false)
  );
  const { steps, output, problems } = stepsOf(turns.turns, []);
  if (steps.length === 0) return unread(place, "a conversation without any message of the assistant");
  const trajectory = {
    id: textOf(id) ?? runId(record, "openai-chat"),
    format: "openai-chat",
    conversationId: null,
    agentName: null,
    agentVersion: null,
    userId: textOf(record.user),
    attributes: { ...flatAttributes(record), ...isJsonObject(metadata) ? flatAttributes(metadata, "metadata.") : {} },
    startUs: null,
    endUs: null,
    steps,
    output,
    outcomes: [],
    problems: [...turns.problems, ...problems]
  };
  return { trajectories: [trajectory], problems: [] };
}
function pick(members) {
  return Object.fromEntries(
    Object.entries(members).filter((entry) => entry[1] !== void 0 && entry[1] !== null)
  );
}

// src/corpus/readers/pawl-case.ts
var pawlCase = {
  name: "pawl-case",
  looksLike: 'JSON Lines of {"v":1,"id","input","recordings":[{"steps"}]}',
  detects: (record) => "v" in record && "input" in record && Array.isArray(record.recordings),
  open: alone(readCase)
};
function readCase(record, place) {
  const parsed = parseCase(record);
  if (parsed.kind === "problem") return unread(place, parsed.reason);
  const { recordings } = parsed.case;
  const trajectories = recordings.map(
    (recording, index) => trajectoryOf(parsed.case, recording, index, within(place, `recordings[${index}]`))
  );
  return trajectories.length === 0 ? unread(place, "a case without recordings") : { trajectories, problems: [] };
}
function trajectoryOf({ id, contentHash, source, slices, cohorts, cluster }, { steps, output }, index, path) {
  return {
    id: `${id}/${index}/${contentHash.slice(0, 16)}`,
    format: "pawl-case",
    conversationId: cluster,
    agentName: null,
    agentVersion: source.agentVersion,
    userId: null,
    attributes: { case: id, slices: slices.join(","), ...cohorts.length === 0 ? {} : { cohorts: cohorts.join(",") } },
    startUs: usOf(source.recordedAt ?? void 0),
    endUs: null,
    steps: steps.map((step, at2) => stepOf(step, `${path}.steps[${at2}]`)),
    output,
    outcomes: [],
    problems: []
  };
}
function stepOf(step, source) {
  const base = { agent: [], startUs: null, durationMs: null, sources: [source] };
  if (step.kind === "tool_call") {
    const { name, outcome } = step;
    return { kind: "tool_call", ...base, id: null, name, arguments: step.arguments, outcome };
  }
  return {
    kind: "model_call",
    ...base,
    provider: null,
    requestModel: step.model,
    responseModel: null,
    responseId: null,
    input: null,
    output: step.response,
    tools: null,
    parameters: {},
    finishReason: null,
    usage: step.usage,
    costUsd: null,
    error: null
  };
}

// src/corpus/readers/tau-bench.ts
var tauBench = {
  name: "tau-bench",
  looksLike: 'a JSON list of {"task_id","trial","reward","info","traj"}',
  detects: (record) => ["task_id", "trial", "reward", "traj"].every((key) => key in record),
  open: alone(readTrial)
};
function readTrial(record, place) {
  const { traj, task_id, trial: trial2, info } = record;
  if (!Array.isArray(traj)) return unread(place, "expected traj to be a list of messages, received none");
  const turns = turnsOf(traj, within(place, "traj"), (message2, source) => chatTurn(message2, source, NO_FACTS, isError));
  const { steps, output, problems } = stepsOf(turns.turns, []);
  const trajectory = {
    id: runId(record, "tau-bench", task_id, trial2),
    format: "tau-bench",
    conversationId: null,
    agentName: null,
    agentVersion: null,
    userId: null,
    attributes: { ...flatAttributes(record), ...isJsonObject(info) ? flatAttributes(info, "info.") : {} },
    startUs: null,
    endUs: null,
    steps,
    output,
    outcomes: outcomesOf2(record),
    problems: [...turns.problems, ...problems]
  };
  return { trajectories: [trajectory], problems: [] };
}
function isError(result) {
  return typeof result === "string" && result.startsWith("Error: ");
}
function outcomesOf2(record) {
  const { reward, info } = record;
  const error = isJsonObject(info) ? textOf(info.error) : null;
  const success = tauBaseSuccess(record);
  const outcome = (name, value, judges) => {
    const passed2 = judges && error === null ? rewardPassed(value) : null;
    return typeof value === "number" ? [{ name, value, passed: passed2, source: "reward", explanation: null }] : [];
  };
  return [
    ...outcome("base_success", success, true),
    ...outcome("reward", reward, success === void 0),
    ...error === null ? [] : [brokeDown(cut(error, 200))]
  ];
}

// src/corpus/readers/tau2.ts
var tau2Bench = {
  name: "tau2",
  looksLike: 'a JSON object with "simulations": [{"task_id","trial","messages","reward_info"}], "tasks" and "info"',
  detects: (record) => Array.isArray(record.simulations) && Array.isArray(record.tasks),
  open: alone(readLog)
};
function readLog({ simulations, info }, place) {
  const { agent_info, environment_info } = isJsonObject(info) ? info : {};
  const { implementation, llm, llm_args } = isJsonObject(agent_info) ? agent_info : {};
  const setting = {
    domain: isJsonObject(environment_info) ? textOf(environment_info.domain_name) : null,
    agentName: textOf(implementation),
    facts: { ...NO_FACTS, requestModel: textOf(llm), parameters: isJsonObject(llm_args) ? llm_args : {} }
  };
  const trajectories = [];
  const problems = [];
  for (const [index, simulation] of (Array.isArray(simulations) ? simulations : []).entries()) {
    const at2 = within(place, `simulations[${index}]`);
    const messages = isJsonObject(simulation) ? simulation.messages : null;
    if (isJsonObject(simulation) && Array.isArray(messages)) {
      trajectories.push(readSimulation(simulation, messages, at2, setting));
    } else problems.push({ place: at2, reason: 'expected {"task_id","trial","messages","reward_info"}' });
  }
  if (trajectories.length + problems.length === 0) problems.push({ place, reason: "holds no simulation" });
  return { trajectories, problems };
}
function readSimulation(simulation, messages, place, { domain, agentName, facts }) {
  const { id, task_id, trial: trial2, start_time, end_time } = simulation;
  const [greeting] = messages;
  let beforeUs = usOf(start_time);
  const turns = turnsOf(messages, `${place}.messages`, (message2, source) => {
    const atUs = usOf(message2.timestamp);
    const time = { startUs: beforeUs, durationMs: msBetween(beforeUs, atUs) };
    beforeUs = atUs;
    return turnOf2(message2, source, { ...facts, ...time }, message2 === greeting);
  });
  const { steps, output, problems } = stepsOf(turns.turns, []);
  const userCalls = messages.flatMap(
    (message2) => isJsonObject(message2) && message2.role === "user" ? callsOf(message2) : []
  );
  const naive = typeof start_time === "string" && momentOf(start_time)?.hasOffset === false;
  return {
    id: textOf(id) ?? runId(simulation, "tau2", domain, task_id, trial2),
    format: "tau2",
    conversationId: null,
    agentName,
    agentVersion: null,
    userId: null,
    attributes: { ...flatAttributes(simulation), ...domain === null ? {} : { domain } },
    startUs: usOf(start_time),
    endUs: usOf(end_time),
    steps,
    output,
    outcomes: outcomesOf3(simulation),
    problems: [
      ...turns.problems,
      ...problems,
      ...userCalls.length === 0 ? [] : [`${userCalls.length} tool calls are the simulated user's and no steps of the agent`],
      ...naive ? ["times without an offset from UTC, read as UTC"] : []
    ]
  };
}
function turnOf2(message2, source, facts, isFirst) {
  const { role, requestor, content, error, id, usage, raw_data } = message2;
  const parts = typeof content === "string" && content !== "" ? [{ kind: "text", text: content }] : [];
  if (role === "user" || role === "system") return { kind: "said", message: { role, parts }, source };
  if (role === "tool" && requestor === "user") return "unseen";
  if (role === "tool") {
    const value = typeof content === "string" ? resultOf(content) : content ?? "";
    const outcome = { kind: error === true ? "error" : "result", value };
    const { startUs, durationMs } = facts;
    return { kind: "returned", id: textOf(id), name: null, outcome, startUs, durationMs, source };
  }
  if (role !== "assistant") return null;
  const calls = callsOf(message2);
  if (isFirst && calls.length === 0 && !isJsonObject(usage) && !isJsonObject(raw_data)) {
    return { kind: "said", message: { role, parts }, source };
  }
  return { kind: "answered", parts, calls, facts: { ...facts, ...answerFacts(message2) }, source };
}
function answerFacts({ usage, raw_data, cost }) {
  const { finish_reason } = isJsonObject(raw_data) ? raw_data : {};
  const { prompt_tokens, completion_tokens } = isJsonObject(usage) ? usage : {};
  return {
    finishReason: textOf(finish_reason),
    usage: usageOf({ input: prompt_tokens, output: completion_tokens, cached: void 0 }),
    // The harness writes 0 where it knows no price.
    costUsd: typeof cost === "number" && cost > 0 ? cost : null
  };
}
function callsOf({ tool_calls }) {
  const calls = Array.isArray(tool_calls) ? tool_calls.filter(isJsonObject) : [];
  return calls.map((call) => ({
    id: textOf(call.id),
    name: textOf(call.name) ?? "",
    arguments: argumentsOf(call.arguments)
  }));
}
function outcomesOf3({ reward_info, termination_reason }) {
  const reward = isJsonObject(reward_info) ? reward_info.reward : void 0;
  const broke = termination_reason === "infrastructure_error";
  const passed2 = broke ? null : rewardPassed(reward);
  return [
    ...typeof reward === "number" ? [{ name: "reward", value: reward, passed: passed2, source: "reward", explanation: null }] : [],
    ...broke ? [brokeDown("infrastructure error")] : []
  ];
}

// src/corpus/traffic/files.ts
var CHUNK_BYTES = 1024 * 1024;

// src/corpus/traffic/codec.ts
import * as zlib from "node:zlib";
var ZSTD_OPTIONS = {
  params: { [zlib.constants.ZSTD_c_compressionLevel]: 1, [zlib.constants.ZSTD_c_checksumFlag]: 1 }
};
var zstd = {
  name: "zstd",
  extension: ".zst",
  parquet: "ZSTD",
  pack: (bytes) => zlib.zstdCompressSync(bytes, ZSTD_OPTIONS),
  unpack: (bytes) => zlib.zstdDecompressSync(bytes)
};
var gzip = {
  name: "gzip",
  extension: ".gz",
  parquet: "GZIP",
  pack: (bytes) => zlib.gzipSync(bytes, { level: 1 }),
  unpack: (bytes) => zlib.gunzipSync(bytes)
};
var CODECS = typeof zlib.zstdCompressSync === "function" ? [zstd, gzip] : [gzip];

// src/corpus/traffic/scatter.ts
var BUFFER_BYTES = 64 * 1024;

// src/corpus/traffic/inbox.ts
var SLAB_BYTES = 256 * 1024;

// src/corpus/traffic/index-reader.ts
var CHUNK_BYTES2 = 16 * 1024;

// src/corpus/traffic/entry.ts
var ENTRY_LIMITS = { traceRecords: 5e4, traceBytes: 64 * 1024 * 1024 };

// src/corpus/traffic/stored-entry.ts
var PLACE = ',"origin":';
var NO_ORIGIN_END = Buffer.from("\n");
var MAX_PLACE_CHARS = PLACE.length + 10;
var CLOSING = Buffer.from("}");

// src/corpus/traffic/table-reader.ts
var COMPRESSORS = Object.fromEntries(CODECS.map(({ parquet, unpack: unpack2 }) => [parquet, unpack2]));

// src/corpus/traffic/store.ts
import { join as join6 } from "node:path";

// src/corpus/traffic/raw-writer.ts
var BLOCK_BYTES = 4 * 1024 * 1024;

// src/corpus/traffic/columns.ts
var column = (name, type, meaning) => ({ name, type, nullable: false, meaning });
var maybe = (name, type, meaning) => ({ name, type, nullable: true, meaning });
var TRAJECTORY_COLUMNS = [
  column("id", "id", "the trajectory; unique in the store"),
  maybe("trace_id", "id", "the trace it was read from; null for a finished run"),
  column("format", "text", "the reader that understood it, such as `genai` or `tau-bench`"),
  maybe("conversation_id", "id", "the conversation it is a turn of"),
  maybe("user_id", "text", "the user, as the recording has it after redaction"),
  maybe("agent_name", "text", "the agent"),
  maybe("agent_version", "text", "the agent's version"),
  maybe("started_at", "time", "when it began, UTC"),
  maybe("duration_ms", "double", "from its beginning to its end"),
  maybe("provider", "text", "the provider of the first model call"),
  maybe("model", "text", "the model that answered the first model call, else the one that was asked"),
  column("models", "texts", "all such models, sorted"),
  column("slices", "texts", "the task slices it is in"),
  column("cohorts", "texts", "the user groups it is in"),
  column("attributes", "json", "flat attributes of the run as a JSON object"),
  maybe("passed", "boolean", "what the first outcome that says passed or failed says"),
  maybe("outcome_name", "text", "the name of that outcome, else of the first one"),
  maybe("outcome_source", "text", "`evaluation`, `feedback`, `reward` or `status`"),
  maybe("outcome_score", "double", "its value where that is a number"),
  maybe("outcome_label", "text", "its value where that is a text"),
  column("steps", "int", "model calls and tool calls"),
  column("model_calls", "int", "model calls"),
  column("tool_calls", "int", "tool calls"),
  column("tool_counts", "json", "calls of each tool as a JSON object, sorted by name"),
  column("model_errors", "int", "model calls that failed"),
  column("tool_errors", "int", "tool calls that failed"),
  maybe("input_tokens", "long", "tokens sent, cached ones too; null where no call tells"),
  maybe("output_tokens", "long", "tokens answered"),
  maybe("cached_input_tokens", "long", "tokens sent that the provider had cached"),
  maybe("cost_usd", "double", "cost as recorded; null where no call tells"),
  maybe("model_ms", "double", "time in model calls, added up"),
  maybe("tool_ms", "double", "time in tool calls, added up"),
  maybe("prompt_fingerprint", "text", "of the system messages of the first model call that kept its input"),
  maybe("tools_fingerprint", "text", "of the tool definitions of the first model call that kept them"),
  maybe("result_shapes_fingerprint", "text", "of the shapes of every tool's results; null where no result was kept"),
  column("problems", "int", "what was not understood or was repaired on the way")
];
var STEP_COLUMNS = [
  column("trajectory_id", "id", "the trajectory's `id`"),
  column("step", "int", "the place of the step in it, from 0"),
  column("kind", "text", "`model_call` or `tool_call`"),
  maybe("agent", "text", "the agent that took it, from the outermost to the innermost, with `/` between"),
  maybe("started_at", "time", "when it began, UTC"),
  maybe("duration_ms", "double", "how long it took"),
  maybe("tool", "text", "the tool of a tool call"),
  maybe("model", "text", "the model that answered a model call, else the one that was asked"),
  maybe("arguments_fingerprint", "id", "of the arguments: equal calls of a tool have equal ones; null where not kept"),
  maybe("result_fingerprint", "id", "of the result or the error that came back"),
  maybe("result_shape_fingerprint", "text", "of the shape of the result: its members and types without values"),
  maybe("error", "text", "what went wrong, cut; null where nothing did"),
  maybe("finish_reason", "text", "why a model call ended"),
  maybe("input_tokens", "long", "tokens sent, cached ones too"),
  maybe("output_tokens", "long", "tokens answered")
];

// src/corpus/traffic/compact.ts
var COMPACT_LIMITS = { entries: 2e5, partsADay: 8 };

// src/corpus/traffic/fold.ts
var FOLD_LIMITS = {
  ...ENTRY_LIMITS,
  commitEntries: 2e5,
  bucketBytes: 16 * 1024 * 1024,
  waitingRows: 12e4,
  waitingBytes: 16 * 1024 * 1024
};

// src/corpus/traffic/store.ts
var LIMITS2 = {
  ...FOLD_LIMITS,
  ...COMPACT_LIMITS,
  heldBytes: 4 * 1024 * 1024,
  recordChars: 16 * 1024 * 1024
};
var PROGRESS = join6("inbox", "progress.json");

// schema/pawl.v1.schema.json
var pawl_v1_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "pawl.v1.schema.json",
  title: "pawl.yml, version 1",
  description: "Settings of pawl, the regression gate for LLM agents. Paths and globs are relative to the repository's root, with /. Among agent.paths, prompts and tools.files a glob that begins with ! takes files out again.",
  type: "object",
  required: ["version", "agent", "prompts", "corpus"],
  additionalProperties: false,
  properties: {
    version: { description: "Version of this file's format: 1.", const: 1 },
    agent: {
      description: "The agent and how to start it from a checkout of base or head.",
      type: "object",
      required: ["name", "command"],
      additionalProperties: false,
      properties: {
        name: {
          description: "Name of the agent in reports.",
          type: "string",
          minLength: 1,
          maxLength: 100
        },
        root: {
          description: "The agent's working directory.",
          type: "string",
          minLength: 1,
          default: "."
        },
        paths: {
          description: "Globs of the files that can change what the agent does. A change outside them does not concern the gate. The default is every file but those that only people and GitHub read: a replay too many costs little (equal requests are shared), a replay too few would be a pass without a test.",
          type: "array",
          minItems: 1,
          items: { type: "string" },
          default: ["**", "!.github/**", "!**/{README,CHANGELOG,CONTRIBUTING,CODE_OF_CONDUCT,LICENSE}{,.*}"]
        },
        setup: {
          description: "Shell command run once a side before its agent starts, without any key in its environment. Example: npm ci",
          type: "string",
          minLength: 1
        },
        command: {
          description: "Shell command that starts the agent. Example: node agent.mjs",
          type: "string",
          minLength: 1
        },
        protocol: {
          description: "worker = a long-lived process, one JSON line a trial; exec = one process a trial, input on stdin, output on stdout; http = a server that pawl starts and that takes each trial as a POST.",
          enum: ["worker", "exec", "http"],
          default: "worker"
        },
        http: {
          description: "Read under protocol http alone: where the server takes trials, and how it is known to have started. It listens on 127.0.0.1 at the port in PORT.",
          type: "object",
          additionalProperties: false,
          properties: {
            path: {
              description: "Takes each trial as a POST.",
              type: "string",
              pattern: "^/",
              default: "/"
            },
            health: {
              description: "Answers GET with success once trials may come.",
              type: "string",
              pattern: "^/",
              default: "/health"
            },
            start_timeout_s: {
              description: "Seconds the server may take until then.",
              type: "number",
              exclusiveMinimum: 0,
              maximum: 3600,
              default: 60
            }
          }
        },
        concurrency: {
          description: "Agent processes at once.",
          type: "integer",
          minimum: 1,
          maximum: 256,
          default: 2
        },
        inflight: {
          description: "Trials that one worker may hold at once. Above 1 the agent must use the URLs of each line, not those of its environment.",
          type: "integer",
          minimum: 1,
          maximum: 256,
          default: 1
        },
        timeout_s: {
          description: "Seconds a trial may take.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 86400,
          default: 60
        },
        setup_timeout_s: {
          description: "Seconds the setup command may take.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 86400,
          default: 600
        },
        environment: {
          description: "Names of environment variables that the agent may see besides PATH, HOME, LANG, TMPDIR and TZ. Never a key or a token.",
          type: "array",
          uniqueItems: true,
          items: { type: "string" },
          default: []
        }
      }
    },
    prompts: {
      description: "Globs of prompt files: their changes are shown line by line.",
      type: "array",
      minItems: 1,
      items: { type: "string" }
    },
    tools: {
      description: "The agent's tools.",
      type: "object",
      additionalProperties: false,
      properties: {
        files: {
          description: "Globs of JSON files that define tools: one tool or a list, with name, description and parameters, or in OpenAI's or Anthropic's form.",
          type: "array",
          items: { type: "string" },
          default: []
        },
        read_only: {
          description: "Globs over the names of tools that change no state. Every other tool does.",
          type: "array",
          items: { type: "string" },
          default: []
        },
        on_miss: {
          description: "What happens when a tool call is not on the tape: stop = the trial ends there; error = the agent is told that the tool failed. Rules may say otherwise for some tools.",
          enum: ["stop", "error"],
          default: "stop"
        },
        in_process: {
          description: "Results of tools that the agent runs in its own process: substitute = before a request reaches the model, each is replaced by the recorded result of that call, and one without a recording is a miss; trust = they stay as they are, and such a trial counts as assisted.",
          enum: ["substitute", "trust"],
          default: "substitute"
        },
        rules: {
          description: "What holds for some tools only. The first rule that names a tool and has on_miss decides what a miss of it is; the sets of all rules that name it count.",
          type: "array",
          default: [],
          items: {
            type: "object",
            required: ["tools"],
            additionalProperties: false,
            properties: {
              tools: {
                description: "Globs over the names of the tools, as recordings have them.",
                type: "array",
                minItems: 1,
                items: { type: "string" }
              },
              on_miss: {
                description: "stop and error as above; nearest = the recorded call of this tool that is most like it answers; simulate = command answers; live = the real tool at url answers. nearest and live are for tools that read_only names. Trials with the last three count as assisted.",
                enum: ["stop", "error", "nearest", "simulate", "live"]
              },
              command: {
                description: `Shell command for on_miss: simulate, run once a call in base's checkout without any key. Reads one JSON line {v, case, trial, tool, arguments, calls}, writes {"result": ...} or {"error": ...}.`,
                type: "string",
                minLength: 1
              },
              url: {
                description: "Root URL for on_miss: live. POST <url>/<tool> with the arguments; 200 is a result, 422 the tool's error.",
                type: "string"
              },
              timeout_s: {
                description: "Seconds that command or url may take. 10 when left out.",
                type: "number",
                exclusiveMinimum: 0,
                maximum: 86400
              },
              sets: {
                description: "Arguments that are lists in any order, by dotted path. Example: items[].tags",
                type: "array",
                items: { type: "string", minLength: 1 },
                default: []
              }
            }
          }
        },
        normalise: {
          description: "Two ways to write one call. A call that the tape has in another way is the recorded call; the report counts such calls. The order of keys never matters.",
          type: "object",
          additionalProperties: false,
          properties: {
            absent: {
              description: "An argument that is left out, null, or the default of the tool's schema. Where the schema allows null beside another default, null is a value.",
              type: "boolean",
              default: true
            },
            numbers: {
              description: "Text that is a number where the tool's schema says number or integer.",
              type: "boolean",
              default: true
            },
            white_space: {
              description: "White space at the ends of a text and of its lines, and how lines end. Only in calls of tools that read_only names.",
              type: "boolean",
              default: true
            },
            unicode: {
              description: "Composed and decomposed characters (Unicode NFC).",
              type: "boolean",
              default: true
            },
            dates: {
              description: "Dates and times where the tool's schema has format date or date-time: 2026-5-9 is 2026-05-09, and one instant is the same in every offset.",
              type: "boolean",
              default: true
            },
            sets: {
              description: "The order of a list where the tool's schema says uniqueItems or a rule names it under sets.",
              type: "boolean",
              default: true
            },
            enum_case: {
              description: "Upper and lower case where the tool's schema lists the values and just one of them fits.",
              type: "boolean",
              default: true
            }
          }
        }
      }
    },
    mcp: {
      description: "MCP servers that the agent asks. It reaches each at $PAWL_MCP_URL/<name>, or starts the command pawl mcp <name> in its place.",
      type: "object",
      additionalProperties: false,
      properties: {
        file: {
          description: "What the servers say of themselves (their lists of tools, prompts and resources). pawl record writes it; commit it.",
          type: "string",
          minLength: 1,
          default: ".pawl/mcp.json"
        },
        servers: {
          description: "The real servers, which pawl record starts or asks. A gate answers in their place.",
          type: "object",
          default: {},
          propertyNames: { pattern: "^[A-Za-z0-9_-]{1,64}$" },
          additionalProperties: {
            type: "object",
            additionalProperties: false,
            properties: {
              command: {
                description: "Shell command that starts the server in the agent's root; it speaks on standard input and output. Each side has its own.",
                type: "string",
                minLength: 1
              },
              environment: {
                description: "Names of environment variables that the command may see. Keys and tokens among them are given while recording only.",
                type: "array",
                uniqueItems: true,
                items: { type: "string" },
                default: []
              },
              list: {
                description: "each_side = a gate starts the command once on each side to ask for its lists, so that a changed server is seen; recording = it believes the file.",
                enum: ["each_side", "recording"],
                default: "each_side"
              },
              url: {
                description: "Address of the server (Streamable HTTP).",
                type: "string",
                minLength: 1
              },
              headers: {
                description: "Headers of requests to the URL: name of the header, and name of the environment variable that holds its whole value. Example: {Authorization: DESK_AUTHORIZATION}",
                type: "object",
                additionalProperties: { type: "string" },
                default: {}
              }
            },
            oneOf: [{ required: ["command"] }, { required: ["url"] }]
          }
        }
      }
    },
    model_pins: {
      description: "Where files name the models, so that a new model is shown as old -> new.",
      type: "array",
      default: [],
      items: {
        type: "object",
        required: ["name", "file"],
        additionalProperties: false,
        properties: {
          name: { description: "Name of the pin in reports.", type: "string", minLength: 1 },
          file: { description: "The file that holds the pin.", type: "string", minLength: 1 },
          pointer: {
            description: "JSON pointer (RFC 6901) to the pin in a JSON file. Example: /model",
            type: "string"
          },
          yaml_path: {
            description: "Dotted path to the pin in a YAML file; list items by number. Example: models.0.name",
            type: "string",
            minLength: 1
          },
          pattern: {
            description: 'ECMAScript regular expression, matched line by line, whose first group is the pin. Example: model = "(.+)"',
            type: "string",
            minLength: 1
          }
        },
        oneOf: [{ required: ["pointer"] }, { required: ["yaml_path"] }, { required: ["pattern"] }]
      }
    },
    corpus: {
      description: "Globs of corpus files (.jsonl, .jsonl.gz, .jsonl.zst).",
      type: "array",
      minItems: 1,
      items: { type: "string" }
    },
    providers: {
      description: "Where model calls go to.",
      type: "object",
      additionalProperties: false,
      properties: {
        openai: {
          description: "OpenAI's API or one that speaks it (chat completions, responses and embeddings).",
          type: "object",
          additionalProperties: false,
          properties: {
            base_url: {
              description: "Root to which /chat/completions, /responses and /embeddings are appended.",
              type: "string",
              default: "https://api.openai.com/v1"
            },
            key_environment: {
              description: "Name of the environment variable that holds the key. Only pawl's gateway reads it.",
              type: "string",
              default: "OPENAI_API_KEY"
            },
            requests_per_minute: {
              description: "Most requests a minute, as your plan allows. Left out = as fast as the agents ask; the provider's own refusals and retry-after are kept either way.",
              type: "number",
              exclusiveMinimum: 0
            },
            tokens_per_minute: {
              description: "Most tokens a minute, in and out, counted at about four bytes each. Left out = no limit of pawl's own.",
              type: "number",
              exclusiveMinimum: 0
            }
          }
        },
        anthropic: {
          description: "Anthropic's API or one that speaks it (messages).",
          type: "object",
          additionalProperties: false,
          properties: {
            base_url: {
              description: "Root to which /v1/messages is appended.",
              type: "string",
              default: "https://api.anthropic.com"
            },
            key_environment: {
              description: "Name of the environment variable that holds the key. Only pawl's gateway reads it.",
              type: "string",
              default: "ANTHROPIC_API_KEY"
            },
            requests_per_minute: {
              description: "Most requests a minute, as your plan allows. Left out = as fast as the agents ask; the provider's own refusals and retry-after are kept either way.",
              type: "number",
              exclusiveMinimum: 0
            },
            tokens_per_minute: {
              description: "Most tokens a minute, in and out, counted at about four bytes each. Left out = no limit of pawl's own.",
              type: "number",
              exclusiveMinimum: 0
            }
          }
        }
      }
    },
    redactions: {
      description: "Parts of model requests that do not count when two requests are compared, such as a date, an id or a temporary path in a prompt. The provider still sees them. Every report names them.",
      type: "array",
      default: [],
      items: {
        type: "object",
        required: ["name", "pattern"],
        additionalProperties: false,
        properties: {
          name: {
            description: "Name of the redaction in reports.",
            type: "string",
            minLength: 1,
            maxLength: 100
          },
          pattern: {
            description: "ECMAScript regular expression; every match in a text of a request reads [redacted]. Example: \\d{4}-\\d\\d-\\d\\d",
            type: "string",
            minLength: 1
          }
        }
      }
    },
    expectations: {
      description: "What a case without expectations of its own expects of a trial.",
      type: "array",
      minItems: 1,
      items: { $ref: "expectation.v1.schema.json" },
      default: [{ kind: "state_changes" }]
    },
    scorers: {
      description: "Scorers of your own; an expectation of kind command names one.",
      type: "array",
      default: [],
      items: {
        type: "object",
        required: ["name", "command"],
        additionalProperties: false,
        properties: {
          name: { description: "The scorer's name.", type: "string", minLength: 1 },
          command: {
            description: 'Shell command. Reads one JSON line {case, trial} a trial, writes one JSON line {"pass": true|false, "reason"} each.',
            type: "string",
            minLength: 1
          },
          timeout_s: {
            description: "Seconds the command may take.",
            type: "number",
            exclusiveMinimum: 0,
            maximum: 86400,
            default: 60
          }
        }
      }
    },
    prices: {
      description: "US dollars per million tokens, by model name or a prefix that ends in *. A model without a price has no cost in reports.",
      type: "object",
      default: {},
      additionalProperties: {
        type: "object",
        required: ["input", "output"],
        additionalProperties: false,
        properties: {
          input: { description: "USD per million input tokens.", type: "number", minimum: 0 },
          cached_input: {
            description: "USD per million cached input tokens; left out = as input.",
            type: "number",
            minimum: 0
          },
          output: { description: "USD per million output tokens.", type: "number", minimum: 0 }
        }
      }
    },
    gate: {
      description: "When the gate blocks.",
      type: "object",
      additionalProperties: false,
      properties: {
        alpha: {
          description: "Highest probability that a gate run blocks a change which made nothing worse.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 0.5,
          default: 0.01
        },
        looks: {
          description: "Trials of each case at which slices are tested, ascending; a slice goes on to the next look only while it looks worse. One number is a fixed design.",
          type: "array",
          minItems: 1,
          maxItems: 20,
          items: { type: "integer", minimum: 1, maximum: 100 },
          default: [1, 2, 3, 5, 8]
        },
        spend: {
          description: "What share of the slices' alpha each look may spend; as many as looks, adding up to 1.",
          type: "array",
          minItems: 1,
          maxItems: 20,
          items: { type: "number", exclusiveMinimum: 0, maximum: 1 },
          default: [0.3, 0.2, 0.2, 0.15, 0.15]
        },
        futility: {
          description: "A slice whose e-value (evidence of a loss) is below this is sampled no further. Lower = more power and more runs.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 1,
          default: 0.4
        },
        budget_runs: {
          description: "Most agent runs a gate run may take after the first look; what is undecided then is inconclusive. Left out = 4 times the cases and the first look's trials, at least 500.",
          type: "integer",
          minimum: 1
        },
        protect_min: {
          description: "A case counts as previously passing when at least this share of its base trials passed.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 1,
          default: 0.8
        },
        delta_relevant: {
          description: "The drop of a pass rate (0 to 1) that matters; decides between not_worse and underpowered.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 1,
          default: 0.05
        },
        min_effect: {
          description: "The drop of a slice's pass rate (0 to 1) needed to block, besides being significant.",
          type: "number",
          minimum: 0,
          maximum: 1,
          default: 0
        },
        inconclusive: {
          description: "What an inconclusive gate does: warn = exit 0 with a title that says it is no pass; block = exit 5.",
          enum: ["warn", "block"],
          default: "warn"
        },
        max_confirm_trials: {
          description: "Most trials per side that a suspicious case may get, stored ones aside.",
          type: "integer",
          minimum: 1,
          maximum: 1e3,
          default: 28
        }
      }
    },
    redaction: {
      description: "What is taken out of cases and traffic before they are written, besides keys, tokens and cookies, which always go. A pseudonym such as `<email:0123456789ab>` stands in its place, the same wherever the same thing stood.",
      type: "object",
      additionalProperties: false,
      properties: {
        kinds: {
          description: "What is personal: e-mail addresses; telephone numbers with a country or in groups; payment cards and IBANs whose check digits are right. Left out = all of them in traffic, none in `pawl record`, whose inputs you wrote.",
          type: "array",
          uniqueItems: true,
          items: { enum: ["email", "iban", "card", "phone"] }
        },
        patterns: {
          description: "Your own, each with a name that its pseudonyms bear.",
          type: "array",
          default: [],
          items: {
            type: "object",
            required: ["name", "pattern"],
            additionalProperties: false,
            properties: {
              name: { description: "Small letters and hyphens. Example: customer-number", type: "string" },
              pattern: {
                description: "ECMAScript regular expression with the flag u, whose every match goes. No group that is repeated may itself repeat something, and there are no back references: they can take forever. Example: CUST-\\d{6}",
                type: "string",
                minLength: 1
              }
            }
          }
        },
        paths: {
          description: "JSONPath (RFC 9535) of what goes whatever it is: in the case, and in JSON that stands in a text. Example: $..customer.name",
          type: "array",
          default: [],
          items: { type: "string", minLength: 1 }
        },
        key_environment: {
          description: "Environment variable with the key of the pseudonyms. Keep it secret and keep it: under another key, or where it is not set and each run takes one of its own, the same thing has other pseudonyms.",
          type: "string",
          default: "PAWL_REDACTION_KEY"
        }
      }
    },
    isolation: {
      description: "How keys are kept from the agent's processes.",
      type: "object",
      additionalProperties: false,
      properties: {
        mode: {
          description: "auto = isolate where the machine can; required = refuse where it cannot; off = do not isolate.",
          enum: ["auto", "required", "off"],
          default: "auto"
        },
        allow_unisolated: {
          description: "Run although a key is present and the agent is not isolated; the report says so.",
          type: "boolean",
          default: false
        }
      }
    },
    report: {
      description: "What reports show.",
      type: "object",
      additionalProperties: false,
      properties: {
        content: {
          description: "How much recorded text a report may show.",
          enum: ["none", "excerpt", "full"],
          default: "excerpt"
        }
      }
    }
  }
};

// src/config/document.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_CHARACTERS = 1 << 20;
var MAX_ALIASES = 100;
function readDocument(text4) {
  if (text4.length > MAX_CHARACTERS) {
    const message2 = `expected at most ${MAX_CHARACTERS} characters, received ${text4.length}`;
    return { value: null, faults: [{ line: 1, message: message2 }], broken: true, lineOf: () => 1 };
  }
  const counter = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text4, { lineCounter: counter, prettyErrors: false });
  const line = (offset) => counter.linePos(offset).line;
  const found = [...document.errors, ...document.warnings];
  const faults = found.map((fault4) => ({ line: line(fault4.pos[0]), message: fault4.message }));
  const lineOf = (path) => line(offsetOf(document.contents, path));
  const broken = found.some((fault4) => fault4.code !== "DUPLICATE_KEY");
  if (broken) return { value: null, faults, broken, lineOf };
  try {
    const value = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? null;
    return { value, faults, broken, lineOf };
  } catch (error) {
    return { value: null, faults: [...faults, { line: 1, message: messageOf(error) }], broken: true, lineOf };
  }
}
function offsetOf(root, path) {
  let node = root;
  let offset = root?.range?.[0] ?? 0;
  for (const segment of path) {
    if ((0, import_yaml.isMap)(node)) {
      const pair = node.items.find((item) => (0, import_yaml.isScalar)(item.key) && String(item.key.value) === String(segment));
      if (pair === void 0) return offset;
      if ((0, import_yaml.isScalar)(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if ((0, import_yaml.isSeq)(node)) {
      const item = node.items[Number(segment)];
      if (item === void 0) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}

// src/config/overrides.ts
var TARGETS = {
  trials: { path: ["gate", "looks"], type: "look" },
  isolation: { path: ["isolation", "mode"], type: "text" },
  allow_unisolated: { path: ["isolation", "allow_unisolated"], type: "boolean" },
  concurrency: { path: ["agent", "concurrency"], type: "number" },
  report_content: { path: ["report", "content"], type: "text" },
  provider_url: { path: ["providers"], type: "url" }
};
var PROVIDERS = ["openai", "anthropic"];
function applyOverrides(value, overrides) {
  const problems = [];
  const whereOf = /* @__PURE__ */ new Map();
  const result = structuredClone(value);
  for (const override of overrides) {
    const target = targetOf(override);
    if ("problem" in target) {
      problems.push(target.problem);
    } else if (isJsonObject(result)) {
      if (put(result, target.path, target.value)) whereOf.set(pathText(target.path), override.where);
      if (override.name === "trials" && put(result, ["gate", "spend"], [1]))
        whereOf.set(`${pathText(target.path)}[0]`, override.where);
    }
  }
  return { value: result, problems, whereOf };
}
function targetOf({ name, value, where }) {
  const { path, type } = TARGETS[name];
  switch (type) {
    case "text":
      return { path, value };
    case "number":
      return { path, value: value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value };
    case "look":
      return { path, value: [value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value] };
    case "boolean":
      return { path, value: value === "true" ? true : value === "false" ? false : value };
    case "url": {
      const [provider = "", ...rest] = value.split("=");
      if (rest.length > 0 && PROVIDERS.includes(provider))
        return { path: [...path, provider, "base_url"], value: rest.join("=") };
      const message2 = `expected NAME=URL where NAME is ${PROVIDERS.join(" or ")}, received ${JSON.stringify(cut(value, 60))}`;
      return { problem: { where, message: message2, hint: `example: ${where} openai=http://127.0.0.1:8080/v1` } };
    }
    default:
      return type;
  }
}
function put(root, path, value) {
  const [key, ...rest] = path;
  if (key === void 0) return false;
  if (rest.length === 0) {
    root[key] = value;
    return true;
  }
  const child = root[key] ?? {};
  root[key] = child;
  return isJsonObject(child) && put(child, rest, value);
}

// src/config/tool-checks.ts
var import_picomatch = __toESM(require_picomatch2(), 1);
var NEEDS = { simulate: "command", live: "url" };
function toolRuleFaults(tools) {
  if (!isJsonObject(tools) || !Array.isArray(tools.rules)) return [];
  const readOnly = texts(tools.read_only);
  return tools.rules.flatMap(
    (rule, i) => isJsonObject(rule) ? [...needFaults(rule, i), ...readOnlyFaults(rule, i, readOnly)] : []
  );
}
function needFaults(rule, i) {
  const policy = String(rule.on_miss);
  const needed = Object.hasOwn(NEEDS, policy) ? NEEDS[policy] : void 0;
  const missing = needed === void 0 || needed in rule ? [] : [fault2(i, [], `expected key "${needed}" beside on_miss: ${policy}`)];
  const idle = Object.entries(NEEDS).flatMap(
    ([kind, key]) => key in rule && key !== needed ? [fault2(i, [key], `expected on_miss: ${kind} beside it`)] : []
  );
  const untimed = "timeout_s" in rule && needed === void 0;
  return [
    ...missing,
    ...idle,
    ...untimed ? [fault2(i, ["timeout_s"], "expected on_miss: simulate or live beside it")] : []
  ];
}
function readOnlyFaults(rule, i, readOnly) {
  const { on_miss: policy } = rule;
  if (policy !== "nearest" && policy !== "live") return [];
  return texts(rule.tools).flatMap(
    (glob2, at2) => isCovered(glob2, readOnly) ? [] : [
      fault2(
        i,
        ["tools", at2],
        `expected a tool that tools.read_only names, or one of its globs, beside on_miss: ${policy}, received ${received(glob2)}`
      )
    ]
  );
}
function isCovered(glob2, readOnly) {
  if (readOnly.includes(glob2)) return true;
  const isName = !import_picomatch.default.scan(glob2).isGlob;
  try {
    return isName && readOnly.length > 0 && import_picomatch.default.isMatch(glob2, [...readOnly]);
  } catch {
    return true;
  }
}
function texts(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
function fault2(i, path, message2) {
  return { path: ["tools", "rules", i, ...path], key: null, message: message2, hint: null };
}

// src/config/relation-checks.ts
function relationFaults(config, faultyExpectations) {
  return [
    ...repeatedNames(config, "model_pins"),
    ...repeatedNames(config, "scorers"),
    ...repeatedNames(config, "redactions"),
    ...repeatedNames(config, "redaction", "patterns"),
    ...expectationFaults(config, faultyExpectations),
    ...leakedKeys(config),
    ...agentFaults(config),
    ...gateFaults(config),
    ...priceFaults(config),
    ...toolRuleFaults(config.tools ?? null),
    ...mcpFaults(config),
    ...onlyNegative(member(config.agent, "paths"), ["agent", "paths"]),
    ...onlyNegative(config.prompts, ["prompts"]),
    ...onlyNegative(member(config.tools, "files"), ["tools", "files"])
  ];
}
function repeatedNames(config, ...list2) {
  const [section2 = "", inner] = list2;
  const names = items(inner === void 0 ? config[section2] : member(config[section2], inner)).map(
    (item) => member(item, "name")
  );
  return names.flatMap((name, i) => {
    const first = names.indexOf(name);
    if (typeof name !== "string" || first === i) return [];
    const other = `${list2.join(".")}[${first}]`;
    return [fault3([...list2, i, "name"], `expected another name than that of ${other}, received ${received(name)}`)];
  });
}
function expectationFaults(config, faulty) {
  const scorers = items(config.scorers).map((item) => member(item, "name"));
  return items(config.expectations).flatMap((item, i) => {
    if (faulty.has(i)) return [];
    const path = ["expectations", i];
    const read3 = readExpectation(item, "");
    if ("problems" in read3) return read3.problems.map(({ message: message3, hint }) => ({ path, key: null, message: message3, hint }));
    const { expectation } = read3;
    if (expectation.kind !== "command" || scorers.includes(expectation.name)) return [];
    const known = scorers.length === 0 ? "there are none yet" : `known: ${scorers.join(", ")}`;
    const message2 = `expected the name of a scorer, received ${received(expectation.name)}`;
    return [{ path: [...path, "name"], key: null, message: message2, hint: `define it under scorers; ${known}` }];
  });
}
function leakedKeys(config) {
  const providers = isJsonObject(config.providers ?? null) ? Object.values(config.providers ?? {}) : [];
  const keys = providers.map((provider) => member(provider, "key_environment"));
  const servers = member(config.mcp, "servers");
  const lists = [
    [["agent", "environment"], member(config.agent, "environment")],
    ...Object.entries(isJsonObject(servers) ? servers : {}).map(
      ([name, server]) => [
        ["mcp", "servers", name, "environment"],
        member(server, "environment")
      ]
    )
  ];
  return lists.flatMap(
    ([path, names]) => items(names).flatMap(
      (name, i) => keys.includes(name) ? [fault3([...path, i], `expected no provider key, received ${received(name)}`)] : []
    )
  );
}
function agentFaults(config) {
  const inflight = member(config.agent, "inflight");
  if (member(config.agent, "protocol") !== "exec" || typeof inflight !== "number" || inflight <= 1) return [];
  return [fault3(["agent", "inflight"], `expected 1 under protocol exec, received ${inflight}`)];
}
function gateFaults(config) {
  const looks = numbers(member(config.gate, "looks") ?? [...DEFAULT_LOOKS]);
  const spend = numbers(member(config.gate, "spend") ?? [...DEFAULT_SPEND]);
  if (looks === null || spend === null) return [];
  const most = member(config.gate, "max_confirm_trials") ?? DEFAULT_MAX_CONFIRM_TRIALS;
  const first = looks[0] ?? 1;
  const at2 = (key) => ["gate", key];
  const faults = [];
  if (looks.some((look, i) => look <= (looks[i - 1] ?? 0)))
    faults.push(fault3(at2("looks"), `expected ascending numbers, received ${received([...looks])}`));
  if (spend.length !== looks.length)
    faults.push(fault3(at2("spend"), `expected ${looks.length} shares, one for each look, received ${spend.length}`));
  if (Math.abs(spend.reduce((sum2, share3) => sum2 + share3, 0) - 1) > 1e-9)
    faults.push(fault3(at2("spend"), `expected shares that add up to 1, received ${received([...spend])}`));
  if (typeof most === "number" && first > most)
    faults.push(fault3(at2("looks"), `expected a first look of at most max_confirm_trials (${most}), received ${first}`));
  return faults;
}
function numbers(value) {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number") ? value : null;
}
function priceFaults(config) {
  const models = isJsonObject(config.prices ?? null) ? Object.keys(config.prices ?? {}) : [];
  return models.filter((model) => model.slice(0, -1).includes("*") || model === "").map((model) => fault3(["prices", model], "expected a model name or a prefix that ends in *"));
}
function onlyNegative(globs, path) {
  const texts2 = items(globs);
  const negative = texts2.length > 0 && texts2.every((text4) => typeof text4 === "string" && /^!(?!\()/.test(text4));
  return negative ? [fault3(path, "expected at least one glob that does not begin with !: these match no file")] : [];
}
function fault3(path, message2) {
  return { path, key: null, message: message2, hint: null };
}
function member(value, key) {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function items(value) {
  return Array.isArray(value) ? value : [];
}

// src/config/value-checks.ts
var import_picomatch2 = __toESM(require_picomatch2(), 1);
var MAX_PATTERN = 500;
var CHECKS = [
  { at: ["agent", "root"], check: repositoryPath },
  { at: ["agent", "paths", "*"], check: pathGlob },
  { at: ["agent", "environment", "*"], check: agentVariable },
  { at: ["prompts", "*"], check: pathGlob },
  { at: ["tools", "files", "*"], check: pathGlob },
  { at: ["tools", "read_only", "*"], check: positiveGlob },
  { at: ["tools", "rules", "*", "tools", "*"], check: positiveGlob },
  { at: ["tools", "rules", "*", "sets", "*"], check: argumentPath },
  { at: ["tools", "rules", "*", "url"], check: baseUrl, shown: withoutSecrets },
  { at: ["redactions", "*", "pattern"], check: redactionPattern },
  { at: ["mcp", "file"], check: repositoryPath },
  { at: ["mcp", "servers", "*", "url"], check: serverUrl, shown: withoutSecrets },
  { at: ["mcp", "servers", "*", "headers", "*"], check: variableName },
  { at: ["mcp", "servers", "*", "environment", "*"], check: variableName },
  { at: ["model_pins", "*", "file"], check: repositoryPath },
  { at: ["model_pins", "*", "pointer"], check: jsonPointer },
  { at: ["model_pins", "*", "yaml_path"], check: yamlPath },
  { at: ["model_pins", "*", "pattern"], check: pinPattern },
  { at: ["corpus", "*"], check: corpusGlob },
  { at: ["providers", "*", "base_url"], check: baseUrl, shown: withoutSecrets },
  { at: ["providers", "*", "key_environment"], check: variableName },
  { at: ["redaction", "patterns", "*", "name"], check: patternName },
  { at: ["redaction", "patterns", "*", "pattern"], check: patternFault },
  { at: ["redaction", "paths", "*"], check: jsonPathFault },
  { at: ["redaction", "key_environment"], check: variableName }
];
function valueFaults(config) {
  return CHECKS.flatMap(
    ({ at: at2, check: check5, shown: shown4 = String }) => matches2(config, at2, []).flatMap(({ path, value }) => {
      if (typeof value !== "string") return [];
      const message2 = check5(value);
      return message2 === null ? [] : [{ path, key: null, message: `${message2}, received ${received(shown4(value))}`, hint: null }];
    })
  );
}
function matches2(value, at2, path) {
  const [segment, ...rest] = at2;
  if (segment === void 0) return [{ path, value }];
  if (Array.isArray(value)) return segment === "*" ? value.flatMap((item, i) => matches2(item, rest, [...path, i])) : [];
  if (!isJsonObject(value)) return [];
  const keys = segment === "*" ? Object.keys(value) : [segment];
  return keys.flatMap((key) => {
    const member2 = Object.hasOwn(value, key) ? value[key] : void 0;
    return member2 === void 0 ? [] : matches2(member2, rest, [...path, key]);
  });
}
function repositoryPath(text4) {
  const inside = !text4.startsWith("/") && !text4.split("/").includes("..");
  return inside ? null : "expected a path inside the repository, relative to its root";
}
function glob(text4) {
  if (text4 === "" || text4 === "!") return "expected a glob";
  try {
    import_picomatch2.default.makeRe(text4, { dot: true, strictBrackets: true });
    return null;
  } catch (error) {
    return `expected a glob: ${messageOf(error)}`;
  }
}
function pathGlob(text4) {
  const pattern = text4.replace(/^!(?!\()/, "");
  const relative = !/^\.?\//.test(pattern) && !pattern.split("/").includes("..");
  return relative ? glob(pattern) : "expected a glob relative to the repository's root, without ./ and ..";
}
function positiveGlob(text4) {
  return /^!(?!\()/.test(text4) ? "expected a glob that does not begin with !" : glob(text4);
}
function corpusGlob(text4) {
  return positiveGlob(text4) ?? pathGlob(text4);
}
function variableName(text4) {
  return /^[A-Za-z_]\w*$/.test(text4) ? null : "expected the name of an environment variable";
}
var RUNNER_NAMES = /^(GITHUB|ACTIONS|INPUT)_/i;
var OWN_NAMES = /^(PAWL_.*|OPENAI_BASE_URL|ANTHROPIC_BASE_URL|OTEL_EXPORTER_OTLP_ENDPOINT)$/i;
function agentVariable(text4) {
  if (isSecretName(text4) || RUNNER_NAMES.test(text4))
    return "expected no key, token or variable of the workflow: the agent must not see it";
  if (OWN_NAMES.test(text4)) return "expected no variable that pawl sets itself";
  return variableName(text4);
}
function jsonPointer(text4) {
  return /^(\/([^~/]|~[01])*)+$/.test(text4) ? null : "expected a JSON pointer (RFC 6901) such as /model";
}
function yamlPath(text4) {
  return text4.split(".").every((part) => part !== "") ? null : "expected a dotted path such as models.0.name";
}
function argumentPath(text4) {
  const parts = text4.split(".").map((part) => part.replace(/(\[\])+$/, ""));
  const named3 = parts.every((part) => part !== "" && !/[[\]]/.test(part));
  return named3 ? null : "expected the dotted path of a list such as items[].tags";
}
function redactionPattern(text4) {
  if (text4.length > MAX_PATTERN) return `expected at most ${MAX_PATTERN} characters`;
  try {
    return new RegExp(text4).test("") ? "expected a regular expression that matches no empty text" : null;
  } catch (error) {
    return `expected a regular expression: ${messageOf(error)}`;
  }
}
function pinPattern(text4) {
  if (text4.length > MAX_PATTERN) return `expected at most ${MAX_PATTERN} characters`;
  try {
    new RegExp(text4);
    const groups = (new RegExp(`${text4}|`).exec("")?.length ?? 1) - 1;
    return groups > 0 ? null : "expected a regular expression with a group around the pin";
  } catch (error) {
    return `expected a regular expression: ${messageOf(error)}`;
  }
}
function patternName(text4) {
  const taken = [...REDACTION_KINDS, "path"].some((kind) => kind === text4);
  if (taken) return `expected another name than ${[...REDACTION_KINDS, "path"].join(", ")}`;
  return /^[a-z][a-z-]{0,30}$/.test(text4) ? null : "expected a name of small letters and hyphens";
}
function baseUrl(text4) {
  const url = URL.parse(text4);
  if (url === null || !["http:", "https:"].includes(url.protocol)) return "expected an http or https URL";
  const bare = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  return bare ? null : "expected a URL without user, password, query and fragment";
}
function serverUrl(text4) {
  return baseUrl(text4.replace(/\?.*$/, "")) === null ? null : "expected an http or https URL without user and password";
}
function withoutSecrets(url) {
  return url.replace(/\/\/[^/]*@/, "//***@").replace(/[?#].*$/, "?***");
}

// src/config/read.ts
var defaultConfigPath = "pawl.yml";
var MAX_PATH = 100;
var check3 = schemaCheck(pawl_v1_schema_default, [expectation_v1_schema_default]);
function readSettings({ text: text4, file, overrides }) {
  const document = readDocument(text4);
  const { value, problems, whereOf } = applyOverrides(document.value, overrides);
  const inFile = document.faults.map(({ line, message: message2 }) => located(file, line, message2, null));
  for (const fault4 of document.broken ? [] : configFaults(value)) {
    const override = whereOf.get(pathText(fault4.path));
    if (override === void 0) inFile.push(inFileAt(document, file, fault4));
    else problems.push({ where: override, message: fault4.message, hint: fault4.hint });
  }
  inFile.sort((a, b) => a.line - b.line);
  const all = [...problems, ...inFile.map(({ problem: problem2 }) => problem2)];
  if (all.length > 0) throw new UserError(all);
  const written = value;
  return completeSettings(written, expectationsOf(written), file);
}
var REPLAYED = { agent: { name: "none", command: "none" }, prompts: ["none"], corpus: ["none.jsonl"] };
function readGateSettings(text4, file) {
  const document = readDocument(text4);
  const value = isJsonObject(document.value) ? { ...REPLAYED, ...document.value } : document.value;
  const faults = document.broken ? [] : configFaults(value);
  const own = faults.filter(({ path: [first] }) => first === void 0 || first === "gate" || first === "version");
  const problems = [
    ...document.faults.map(({ line, message: message2 }) => located(file, line, message2, null)),
    ...own.map((fault4) => inFileAt(document, file, fault4))
  ];
  if (problems.length > 0) throw new UserError(problems.sort((a, b) => a.line - b.line).map(({ problem: problem2 }) => problem2));
  const { gate } = value;
  return gateSettings(gate ?? {});
}
function configFaults(value) {
  if (!isJsonObject(value)) {
    const message2 = `expected a map that begins with version: 1, received ${received(value)}`;
    return [{ path: [], key: null, message: message2, hint: null }];
  }
  if (typeof value.version === "number" && value.version !== 1) {
    const message2 = `expected 1, received ${value.version}`;
    const hint = "this pawl reads version 1: write version: 1, or use a pawl that reads the other one";
    return [{ path: ["version"], key: null, message: message2, hint }];
  }
  const faults = check3(value);
  const faultyExpectations = faults.flatMap(
    ({ path: [list2, i] }) => list2 === "expectations" && typeof i === "number" ? [i] : []
  );
  return [...faults, ...valueFaults(value), ...relationFaults(value, new Set(faultyExpectations))];
}
function located(file, line, message2, hint) {
  return { line, problem: { where: `${file}:${line}`, message: message2, hint } };
}
function inFileAt(document, file, { path, key, message: message2, hint }) {
  const line = document.lineOf(key === null ? path : [...path, key]);
  const name = cut(pathText(path), MAX_PATH);
  return located(file, line, name === "" ? message2 : `${name}: ${message2}`, hint);
}
function expectationsOf(written) {
  return (written.expectations ?? []).flatMap((item) => {
    const read3 = readExpectation(item, "");
    return "expectation" in read3 ? [read3.expectation] : [];
  });
}

// src/compare/classify.ts
function isAffected({ base, head }) {
  return head.probe || base.fingerprint !== head.fingerprint;
}
function differsAtFirstRequest({ base, head }) {
  const lostKey = [base, head].some((trial2) => trial2.standing === "errored" && trial2.firstRequestKey === null);
  return !lostKey && base.firstRequestKey !== head.firstRequestKey;
}

// src/compare/groups.ts
function groupCases(cases) {
  const gating = [...cases.keys()].filter((place) => cases[place]?.gates);
  return [
    ...groupBy("slice", cases, ({ slices }) => slices),
    { kind: "all", name: "ALL", members: gating },
    ...groupBy("cohort", cases, ({ cohorts }) => cohorts)
  ];
}
function groupBy(kind, cases, names) {
  const byName = /* @__PURE__ */ new Map();
  for (const [place, facts] of cases.entries()) {
    for (const name of new Set(names(facts))) {
      const members = byName.get(name) ?? [];
      if (facts.gates) members.push(place);
      byName.set(name, members);
    }
  }
  return [...byName].map(([name, members]) => ({ kind, name, members })).sort((a, b) => a.name < b.name ? -1 : 1);
}

// src/compare/trials.ts
function evidenceOf(facts, trials = []) {
  const places = /* @__PURE__ */ new Map();
  for (const { id } of facts) {
    if (places.has(id)) throw new Error(`evidence holds case ${id} twice`);
    places.set(id, places.size);
  }
  const cases = facts.map((each) => caseTrials(each, /* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()));
  const memo = { tests: /* @__PURE__ */ new Map(), plans: /* @__PURE__ */ new Map() };
  return withTrials({ cases, places, groups: groupCases(facts), memo }, trials);
}
function withTrials(evidence, trials) {
  const { cases, places } = evidence;
  const grown = [...cases];
  for (const [caseId, added2] of Map.groupBy(trials, (trial2) => trial2.caseId)) {
    const place = places.get(caseId);
    const known = place === void 0 ? void 0 : cases[place];
    if (place === void 0 || known === void 0)
      throw new Error(`evidence holds trials of ${caseId}, but not the case`);
    const of = (side, probe) => added2.filter((trial2) => trial2.side === side && trial2.probe === probe);
    grown[place] = caseTrials(
      known.facts,
      withMore(known.base, of("base", false)),
      withMore(known.head, of("head", false)),
      withMore(known.probes, of("head", true))
    );
  }
  return { ...evidence, cases: grown };
}
function caseTrials(facts, base, head, probes = /* @__PURE__ */ new Map()) {
  return { facts, base, head, probes, memo: { data: /* @__PURE__ */ new Map(), spent: null } };
}
function withMore(known, added2) {
  if (added2.length === 0) return known;
  const grown = new Map(known);
  for (const trial2 of added2) {
    if (!Number.isInteger(trial2.number) || trial2.number < 1)
      throw new Error(`${labelOf(trial2)} is no sample: numbers start at 1`);
    if (grown.has(trial2.number)) throw new Error(`evidence holds ${labelOf(trial2)} twice`);
    grown.set(trial2.number, trial2);
  }
  return grown;
}
function labelOf({ side, number: number3, caseId }) {
  return `${side} trial ${number3} of case ${caseId}`;
}
function isDetermined(trial2) {
  return trial2.outcome.kind !== "undetermined";
}
function isPass(trial2) {
  return trial2.outcome.kind === "pass";
}

// src/compare/tally.ts
function tally(trials) {
  let passes = 0;
  let undetermined3 = 0;
  for (const trial2 of trials) {
    if (isPass(trial2)) passes++;
    else if (!isDetermined(trial2)) undetermined3++;
  }
  return { passes, trials: trials.length - undetermined3, undetermined: undetermined3 };
}
function sumTallies(tallies) {
  return tallies.reduce(
    (sum2, { passes, trials, undetermined: undetermined3 }) => ({
      passes: sum2.passes + passes,
      trials: sum2.trials + trials,
      undetermined: sum2.undetermined + undetermined3
    }),
    { passes: 0, trials: 0, undetermined: 0 }
  );
}

// src/compare/case-arms.ts
var NOTHING2 = { effect: null, stratum: null, evidence: null, firstHead: null };
function openCase(sample, isStored2) {
  const [base, head] = [tally(sample.base), tally(sample.head)];
  const firstHead = sample.head.find(isDetermined) ?? null;
  if (base.trials === 0 || head.trials === 0) return { ...NOTHING2, firstHead };
  const arms = { n0: base.trials, s0: base.passes, n1: head.trials, s1: head.passes };
  const pairs = Math.min(base.trials, head.trials);
  return {
    effect: { baseRate: base.passes / base.trials, affectedShare: 1, pairs, ...arms },
    stratum: { kind: "labels", ...arms },
    evidence: isStored2 ? { kind: "history", ...arms } : pairEvidence(sample.pairs.filter(isPairDetermined)),
    firstHead
  };
}
function prefixStored({ base, head, affected }, depth) {
  const ofBase = new Set(affected);
  const ofHead = new Set(affected.slice(0, depth));
  const heads = head.filter(({ number: number3 }) => ofHead.has(number3));
  const firstHead = heads.find(isDetermined) ?? null;
  const all = tally(base);
  const arm0 = tally(base.filter(({ number: number3 }) => ofBase.has(number3)));
  const arm1 = tally(heads);
  if (arm0.trials === 0 || arm1.trials === 0) return { ...NOTHING2, firstHead };
  const arms = { n0: arm0.trials, s0: arm0.passes, n1: arm1.trials, s1: arm1.passes };
  return {
    effect: {
      ...{ baseRate: all.passes / all.trials, affectedShare: affected.length / base.length, pairs: base.length },
      ...arms
    },
    stratum: { kind: "labels", ...arms },
    evidence: { kind: "history", ...arms },
    firstHead
  };
}
function prefixPairs(sample) {
  const affected = sample.pairs.filter(isAffected);
  const firstHead = affected.find(({ base, head }) => isDetermined(base) && isDetermined(head))?.head ?? null;
  const pairs = sample.pairs.filter(isPairDetermined);
  if (pairs.length === 0) return { ...NOTHING2, firstHead };
  const compared = affected.filter(isPairDetermined);
  return {
    effect: {
      baseRate: passesOf(pairs, "base") / pairs.length,
      affectedShare: compared.length / pairs.length,
      n0: compared.length,
      s0: passesOf(compared, "base"),
      n1: compared.length,
      s1: passesOf(compared, "head"),
      pairs: pairs.length
    },
    stratum: swaps(compared),
    evidence: pairEvidence(compared),
    firstHead
  };
}
function swaps(pairs) {
  const discordant = pairs.filter(({ base, head }) => isPass(base) !== isPass(head));
  return { kind: "swaps", discordant: discordant.length, wins1: passesOf(discordant, "head") };
}
function pairEvidence(pairs) {
  const count5 = { both: 0, only0: 0, only1: 0, neither: 0 };
  for (const { base, head } of pairs) {
    if (isPass(base)) count5[isPass(head) ? "both" : "only0"]++;
    else count5[isPass(head) ? "only1" : "neither"]++;
  }
  return { kind: "pairs", ...count5 };
}
function unaffectedCase({ pairs }) {
  const base = tally(pairs.map((pair) => pair.base));
  if (base.trials === 0) return NOTHING2;
  const baseRate = base.passes / base.trials;
  return { ...NOTHING2, effect: { baseRate, affectedShare: 0, n0: 0, s0: 0, n1: 0, s1: 0, pairs: base.trials } };
}
function passesOf(pairs, side) {
  return pairs.filter((pair) => isPass(pair[side])).length;
}
function isPairDetermined({ base, head }) {
  return isDetermined(base) && isDetermined(head);
}

// src/compare/numbers.ts
function range(first, last) {
  const numbers2 = [];
  for (let number3 = first; number3 <= last; number3++) numbers2.push(number3);
  return numbers2;
}
function numbered(side, numbers2) {
  const trials = [];
  for (const number3 of numbers2) {
    const trial2 = side.get(number3);
    if (trial2 !== void 0) trials.push(trial2);
  }
  return trials;
}
function pairAt({ base, head }, number3) {
  const first = base.get(number3);
  const second = head.get(number3);
  return first === void 0 || second === void 0 ? null : { number: number3, base: first, head: second };
}
function absent(trials, side, numbers2) {
  const requests = [];
  for (const number3 of numbers2) if (!trials[side].has(number3)) requests.push({ caseId: trials.facts.id, side, number: number3 });
  return requests;
}
function absentPair(trials, number3) {
  return ["base", "head"].flatMap((side) => absent(trials, side, [number3]));
}

// src/compare/sample-pairs.ts
var PROBES = 3;
function pairSample(trials, depth) {
  const walk2 = walkPairs(trials, depth);
  if (walk2.kind === "open") return openPairs(trials, depth);
  const { pairs } = walk2;
  const affected = pairs.filter(isAffected).map(({ number: number3 }) => number3);
  const affectedness = affected.length > 0 ? "prefix" : "not_exercised";
  if (walk2.kind === "complete") {
    const base2 = pairs.map((pair) => pair.base);
    const head = pairs.map((pair) => pair.head);
    return { affectedness, base: base2, head, pairs, affected, wanted: [] };
  }
  const seen = range(1, walk2.to);
  const base = numbered(trials.base, seen);
  const wanted = range(walk2.from, walk2.to).flatMap((number3) => absentPair(trials, number3));
  return { affectedness, base, head: numbered(trials.head, seen), pairs, affected, wanted };
}
function openPairs(trials, depth) {
  const numbers2 = range(1, depth);
  return {
    affectedness: "open",
    base: numbered(trials.base, numbers2),
    head: numbered(trials.head, numbers2),
    pairs: numbers2.flatMap((number3) => pairAt(trials, number3) ?? []),
    affected: [],
    wanted: [...absent(trials, "base", numbers2), ...absent(trials, "head", numbers2)]
  };
}
function walkPairs(trials, depth) {
  const last = PROBES * depth;
  const pairs = [];
  let affected = 0;
  for (let number3 = 1; ; number3++) {
    const pair = pairAt(trials, number3);
    if (pair === null) {
      const to = Math.min(last, number3 + batch(depth, affected, pairs.length) - 1);
      return { kind: "incomplete", pairs, from: number3, to };
    }
    if (differsAtFirstRequest(pair)) return { kind: "open" };
    pairs.push(pair);
    if (isAffected(pair)) affected++;
    if (affected >= depth || affected === 0 && number3 >= PROBES || number3 >= last) return { kind: "complete", pairs };
  }
}
function batch(depth, affected, seen) {
  if (affected > 0) return Math.ceil((depth - affected) * seen / affected);
  return seen === 0 ? Math.min(depth, PROBES) : PROBES - seen;
}

// src/compare/sample-stored.ts
function storedSample(trials, depth, reservoir) {
  const stored = range(1, reservoir);
  const base = numbered(trials.base, stored);
  const found = lookThrough(trials, stored);
  switch (found.kind) {
    case "open": {
      const heads = range(reservoir + 1, reservoir + depth);
      const wanted = [...absent(trials, "base", stored), ...absent(trials, "head", heads)];
      const head = numbered(trials.head, heads);
      return { affectedness: "open", base, head, pairs: [], affected: [], wanted };
    }
    case "shared":
    case "unknown": {
      const { affected } = found;
      const unread2 = new Set(affected.slice(depth));
      const window = stored.filter((number3) => !unread2.has(number3));
      const pairs = window.flatMap((number3) => pairAt(trials, number3) ?? []);
      const wanted = found.kind === "unknown" ? found.wanted : absent(trials, "head", affected.slice(0, depth));
      const idle = pairs.every((pair) => pair.base.idle && pair.head.idle);
      const affectedness = affected.length > 0 ? "prefix" : idle ? "not_exercised" : "none";
      return { affectedness, base, head: numbered(trials.head, window), pairs, affected, wanted };
    }
    default:
      return found;
  }
}
function lookThrough(trials, stored) {
  const affected = [];
  const unseen = [];
  for (const number3 of stored) {
    const base = trials.base.get(number3);
    const head = trials.probes.get(number3) ?? trials.head.get(number3);
    if (base === void 0 || head === void 0) unseen.push(number3);
    else {
      const pair = { number: number3, base, head };
      if (differsAtFirstRequest(pair)) return { kind: "open" };
      if (isAffected(pair)) affected.push(number3);
    }
  }
  if (unseen.length === 0) return { kind: "shared", affected };
  const next = unseen[0] === 1 ? [1] : unseen;
  const dry = next.map((number3) => ({ caseId: trials.facts.id, side: "head", number: number3, dry: true }));
  return { kind: "unknown", affected, wanted: [...absent(trials, "base", stored), ...dry] };
}

// src/compare/sample.ts
var RESERVOIR_MIN = 3;
function reservoirOf({ storedTrials }) {
  return storedTrials >= RESERVOIR_MIN ? storedTrials : 0;
}
function sampleAt(trials, depth) {
  const reservoir = reservoirOf(trials.facts);
  return reservoir === 0 ? pairSample(trials, depth) : storedSample(trials, depth, reservoir);
}
function openHeadNumber({ facts }, index) {
  return reservoirOf(facts) + index + 1;
}

// src/compare/case-data.ts
function caseData(trials, depth) {
  const { data } = trials.memo;
  const found = data.get(depth) ?? caseDataOf(trials, sampleAt(trials, depth), depth);
  data.set(depth, found);
  return found;
}
function caseDataWhole(trials) {
  const [base, head] = [[...trials.base.values()], [...trials.head.values()]];
  return caseDataOf(
    trials,
    { affectedness: "open", base, head, pairs: [], affected: [], wanted: [] },
    Number.POSITIVE_INFINITY
  );
}
function caseDataOf(trials, read3, depth) {
  const sample = withoutHidden(read3);
  const data = {
    ...{ facts: trials.facts, trials, sample, affectedness: sample.affectedness },
    base: tally(sample.base),
    head: tally(sample.head),
    errored: { base: countErrored(sample.base), head: countErrored(sample.head) }
  };
  switch (sample.affectedness) {
    case "open":
      return { ...data, ...openCase(sample, isStored(data)) };
    case "prefix":
      return { ...data, ...isStored(data) ? prefixStored(sample, depth) : prefixPairs(sample) };
    case "none":
    case "not_exercised":
      return { ...data, ...unaffectedCase(sample) };
    default:
      return sample.affectedness;
  }
}
function isStored({ facts }) {
  return reservoirOf(facts) > 0;
}
function isTested({ affectedness }) {
  return affectedness === "open" || affectedness === "prefix";
}
function withoutHidden(sample) {
  const hidden = /* @__PURE__ */ new Set();
  for (const pair of sample.pairs) {
    if (!isAffected(pair) && (pair.base.cutShort || pair.head.cutShort)) hidden.add(pair.number);
  }
  if (hidden.size === 0) return sample;
  const hide = (trial2) => hidden.has(trial2.number) ? { ...trial2, outcome: HIDDEN } : trial2;
  return {
    ...sample,
    base: sample.base.map(hide),
    head: sample.head.map(hide),
    pairs: sample.pairs.map(({ number: number3, base, head }) => ({ number: number3, base: hide(base), head: hide(head) }))
  };
}
var HIDDEN = { kind: "undetermined", reason: "both sides were cut short at the same point" };
function countErrored(trials) {
  let errored = 0;
  for (const { standing } of trials) if (standing === "errored") errored++;
  return errored;
}

// src/compare/counts.ts
function sideCounts(all, side, wanted) {
  const standings = { hermetic: 0, assisted: 0, diverged: 0, not_covered: 0, errored: 0, external: 0 };
  let attempted = 0;
  let determined = 0;
  let stored = 0;
  for (const each of all) {
    attempted += each[side].size;
    for (const trial2 of each[side].values()) {
      standings[trial2.standing]++;
      if (isDetermined(trial2)) determined++;
      if (trial2.stored) stored++;
    }
  }
  return {
    attempted,
    determined,
    undetermined: attempted - determined,
    errored: standings.errored,
    diverged: standings.diverged,
    notCovered: standings.not_covered,
    assisted: standings.assisted,
    unaffected: all.reduce((sum2, each) => sum2 + unaffectedPairs(each), 0),
    stored,
    missing: wanted.filter((request2) => request2.side === side).length
  };
}
function unaffectedPairs({ base, head }) {
  let pairs = 0;
  for (const trial2 of head.values()) {
    const partner = base.get(trial2.number);
    if (partner !== void 0 && !isAffected({ number: trial2.number, base: partner, head: trial2 })) pairs++;
  }
  return pairs;
}

// src/compare/exercised.ts
function unexercised({ sample: { pairs, wanted } }) {
  const trials = pairs.length;
  if (trials > 0 && pairs.every(({ base, head }) => base.idle && head.idle)) return { kind: "idle" };
  const determined = pairs.filter(isPairDetermined).length;
  return wanted.length === 0 && trials === PROBES && determined === trials ? { kind: "equal", trials } : { kind: "unseen", trials, determined };
}

// src/compare/decide.ts
var ERRORED_SHARE_MAX = 0.1;
function decide(findings) {
  const errors = [...missingTrials(findings), ...failures(findings.gating)];
  const blocks = [...regressedSlices(findings.comparisons), ...casesOf(findings.cases, "broken")];
  const unpaid = findings.overBudget === null ? [] : [findings.overBudget];
  const equal = errors.length > 0 ? [] : notSeen(findings);
  const open = [...notCovered(findings), ...unpaid, ...inconclusiveSlices(findings.comparisons), ...equal];
  const suspects = casesOf(findings.cases, "suspect");
  if (errors.length > 0) return { verdict: "error", reasons: [...errors, ...blocks, ...open, ...suspects] };
  if (blocks.length > 0) return { verdict: "block", reasons: [...blocks, ...open, ...suspects] };
  if (open.length > 0) return { verdict: "inconclusive", reasons: [...open, ...suspects] };
  return { verdict: "pass", reasons: [passReason(findings.gating), ...suspects] };
}
function failures(gating) {
  const why = whyNotExercised(gating);
  return [...erroredTrials(gating), ...why === null ? [] : [{ kind: "nothing_exercised", why }]];
}
function missingTrials({ missing }) {
  return missing > 0 ? [{ kind: "missing_trials", missing }] : [];
}
function notCovered({ gating, recordedOnly }) {
  if (!recordedOnly) return [];
  const all = gating.flatMap(({ trials }) => [...trials.base.values(), ...trials.head.values()]);
  const uncovered = all.filter(({ standing }) => standing === "not_covered").length;
  return uncovered === 0 ? [] : [{ kind: "not_covered", uncovered, trials: all.length }];
}
function notSeen({ gating }) {
  if (gating.some(isTested)) return [];
  const cases = notExercised(gating).filter((data) => unexercised(data).kind !== "equal").length;
  return cases === 0 ? [] : [{ kind: "not_seen", cases }];
}
function notExercised(gating) {
  return gating.filter(({ affectedness }) => affectedness === "not_exercised");
}
function erroredTrials(gating) {
  return ["base", "head"].flatMap((side) => {
    let errored = 0;
    let trials = 0;
    for (const data of gating) {
      trials += data[side].trials + data[side].undetermined;
      errored += data.errored[side];
    }
    return errored > ERRORED_SHARE_MAX * trials ? [{ kind: "too_many_errors", side, errored, trials }] : [];
  });
}
function whyNotExercised(gating) {
  if (gating.length === 0) return "no case gates";
  const heads = gating.reduce((sum2, { trials }) => sum2 + trials.head.size, 0);
  if (heads === 0) return "no trial ran on head";
  const busy = gating.some(({ trials }) => trials.head.values().some(({ idle }) => !idle));
  if (!busy) return `none of head's ${heads} trials called the model or a tool`;
  const determined = gating.reduce((sum2, { base }) => sum2 + base.trials, 0);
  const passes = gating.reduce((sum2, { base }) => sum2 + base.passes, 0);
  return determined > 0 && passes === 0 ? `base passes none of its ${determined} trials: there is nothing to break` : null;
}
function regressedSlices(comparisons) {
  return named(comparisons, "regressed").sort((a, b) => (a.adjustedP ?? 1) - (b.adjustedP ?? 1) || (a.p ?? 1) - (b.p ?? 1)).map(({ name }) => ({ kind: "slice_regressed", slice: name }));
}
function inconclusiveSlices(comparisons) {
  return named(comparisons, "inconclusive").map(({ name, reasons }) => ({
    kind: "slice_inconclusive",
    slice: name,
    why: reasons[0] ?? "undecided"
  }));
}
function named(comparisons, verdict) {
  const found = comparisons.filter((each) => each.verdict === verdict);
  const slices = found.filter(({ kind }) => kind === "slice");
  return slices.length > 0 ? slices : found.filter(({ kind }) => kind === "all");
}
function casesOf(cases, verdict) {
  return cases.filter((each) => each.verdict === verdict).map(({ caseId }) => ({ kind: verdict === "broken" ? "case_broken" : "case_suspect", caseId }));
}
function passReason(gating) {
  if (gating.some(isTested)) return { kind: "no_regression_found" };
  if (notExercised(gating).length === 0) return { kind: "all_unaffected", cases: gating.length };
  const trials = gating.reduce((sum2, { sample }) => sum2 + sample.pairs.length, 0);
  return { kind: "not_exercised", cases: gating.length, trials };
}

// src/compare/text.ts
function percent(rate) {
  return `${Math.round(rate * 1e3) / 10} %`;
}
function points(rate) {
  return `${Math.round(rate * 1e3) / 10} points`;
}
function pValue(p) {
  return p < 1e-4 ? p.toExponential(1) : p.toPrecision(2);
}
function passed({ passes, trials }) {
  return `${passes} of ${trials}`;
}
function count3(n, noun) {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
function settlingText(settling2) {
  if (settling2 === null) return "no number of trials within reason would settle it";
  const more = `about ${count3(settling2.runs, "more run")} (${priceText(settling2)})`;
  return `${more} would show a drop of ${points(settling2.drop)} with 80 % power`;
}
function confirmingText(settling2) {
  return settling2 === null ? "what that takes is not known" : `that takes ${count3(settling2.runs, "run")} (${priceText(settling2)})`;
}
function priceText({ calls, costUsd }) {
  return `${count3(calls, "model call")}${costUsd === null ? "" : `, $${costUsd.toFixed(2)}`}`;
}

// src/compare/external-cases.ts
function caseLevel(gating, policy) {
  return policy.alpha * (1 - policy.alphaSlicesShare) / Math.max(1, gating.length);
}
function canAttain({ base, head }, level) {
  return base.trials > 0 && head.trials > 0 && fisherLower(base.trials, base.trials, head.trials, 0) <= level;
}
function decideExternalCases(all, policy) {
  const level = caseLevel(
    all.filter(({ facts }) => facts.gates),
    policy
  );
  return all.map((data) => {
    const { base, head, affectedness } = data;
    const p = fisher(data);
    return { caseId: data.facts.id, affectedness, base, head, p, ...judge2(data, p, level, policy) };
  });
}
function fisher({ base, head }) {
  return base.trials === 0 || head.trials === 0 ? null : fisherLower(base.trials, base.passes, head.trials, head.passes);
}
function judge2(data, p, level, { protectMin }) {
  const { base, head, trials } = data;
  if (trials.head.size === 0) return { verdict: "undetermined", reason: "only base has results of this case" };
  if (trials.base.size === 0) return { verdict: "undetermined", reason: "only head has results of this case" };
  if (p === null) {
    const sides = [...base.trials === 0 ? ["base"] : [], ...head.trials === 0 ? ["head"] : []].join(" and ");
    return { verdict: "undetermined", reason: `no determined trial on ${sides}` };
  }
  const tallies = `base passed ${passed(base)}, head ${passed(head)}`;
  if (base.passes < protectMin * base.trials) {
    return { verdict: "ok", reason: `${tallies}: base did not pass reliably, so nothing to protect` };
  }
  if (p <= level) return { verdict: "broken", reason: `${tallies} (p ${pValue(p)})` };
  if (head.passes === 0) {
    return { verdict: "suspect", reason: `${tallies}: too few trials to be sure (p ${pValue(p)})` };
  }
  return head.passes < protectMin * head.trials ? { verdict: "flaky", reason: `${tallies}: it does not fail repeatably` } : { verdict: "ok", reason: tallies };
}

// src/compare/external-units.ts
function unitsOf(cases) {
  const unitOf2 = new Map(cases.map(({ data, unit }) => [data.facts.id, unit]));
  return (tested) => [...Map.groupBy(tested, ({ facts }) => unitOf2.get(facts.id) ?? null)].map(([unit, members]) => ({ unit, members }));
}
function completeRuns(members, side) {
  const numbers2 = new Set(members.flatMap(({ trials }) => [...trials[side].keys()]));
  return [...numbers2].flatMap((number3) => {
    const run = members.map(({ trials }) => trials[side].get(number3));
    const complete3 = run.filter((trial2) => trial2 !== void 0 && isDetermined(trial2));
    return complete3.length === run.length ? [complete3.map((trial2) => isPass(trial2) ? 1 : 0)] : [];
  });
}
function designEffectByUnit(cases) {
  const split2 = unitsOf(cases);
  return (members) => {
    const rated = members.filter(({ effect }) => effect !== null);
    const together = split2(rated).flatMap(
      ({ unit, members: own }) => unit === null ? own.map((one) => [one]) : [own]
    );
    if (together.every((own) => own.length === 1)) return 1;
    return designEffect(
      together.map((own) => ({ members: own.length, arms: [completeRuns(own, "base"), completeRuns(own, "head")] }))
    );
  };
}

// src/compare/external-tests.ts
function testByUnit(cases) {
  const split2 = unitsOf(cases);
  return (tested) => {
    const strata = split2(tested).flatMap(
      ({ unit, members }) => unit === null ? aloneStrata(members) : unitStratum(members)
    );
    return strata.length === 0 ? null : stratExact(strata);
  };
}
function aloneStrata(cases) {
  return cases.flatMap(({ stratum }) => stratum === null ? [] : [stratum]);
}
function unitStratum(members) {
  const totals0 = completeRuns(members, "base").map(sum);
  const totals1 = completeRuns(members, "head").map(sum);
  return totals0.length === 0 || totals1.length === 0 ? [] : [{ kind: "blocks", totals0, totals1 }];
}
function testByCluster(tested) {
  const clusters = Map.groupBy(tested, ({ facts }) => JSON.stringify(facts.cluster ?? [facts.id]));
  const pairs = [...clusters.values()].map((members) => {
    const scaled = members.map(({ base, head }) => {
      const common = divisor(base.trials, head.trials);
      return { base: base.passes * head.trials / common, head: head.passes * base.trials / common };
    });
    return { base: sum(scaled.map((each) => each.base)), head: sum(scaled.map((each) => each.head)) };
  });
  const moved = pairs.filter(({ base, head }) => base !== head);
  const test = stratExact(moved.map(({ base, head }) => ({ kind: "blocks", totals0: [base], totals1: [head] })));
  return { ...test, clusters: clusters.size, informative: moved.length };
}
function divisor(a, b) {
  return b === 0 ? a : divisor(b, a % b);
}
function sum(values) {
  return values.reduce((total2, value) => total2 + value, 0);
}

// src/compare/external-trials.ts
function externalCases(base, head) {
  const baseRows = Map.groupBy(base, ({ caseId }) => caseId);
  const headRows = Map.groupBy(head, ({ caseId }) => caseId);
  const numbers2 = { base: trialNumbers(base), head: trialNumbers(head) };
  return [.../* @__PURE__ */ new Set([...baseRows.keys(), ...headRows.keys()])].map((id) => {
    const ofBase = baseRows.get(id) ?? [];
    const ofHead = headRows.get(id) ?? [];
    const defining = ofBase.length > 0 ? ofBase : ofHead;
    const trials = caseTrials(
      factsOf2(id, defining, ofBase.length > 0),
      trialsOf(ofBase, "base", numbers2.base),
      trialsOf(ofHead, "head", numbers2.head)
    );
    const data = caseDataWhole(trials);
    const unit = defining[0]?.unit ?? null;
    if (ofHead.length > 0) return { data, unit };
    const { base: tally2 } = data;
    return { data: { ...data, head: { passes: 0, trials: 0, undetermined: tally2.trials + tally2.undetermined } }, unit };
  });
}
function factsOf2(id, rows, gates) {
  const slices = [...new Set(rows.flatMap((row) => row.slices))];
  return { id, slices, cohorts: [], cluster: rows[0]?.cluster ?? null, gates, storedTrials: 0 };
}
function trialNumbers(rows) {
  const labels = Map.groupBy(rows, scopeOf);
  const numbers2 = new Map(
    [...labels].map(([scope, own]) => {
      const sorted = [...new Set(own.map(({ trial: trial2 }) => trial2))].sort(naturally);
      return [scope, new Map(sorted.map((label, index) => [label, index + 1]))];
    })
  );
  return (row) => {
    const number3 = numbers2.get(scopeOf(row))?.get(row.trial);
    if (number3 === void 0) throw new Error(`trial ${row.trial} of case ${row.caseId} has no number`);
    return number3;
  };
}
function scopeOf({ caseId, unit }) {
  return unit === null ? `case ${caseId}` : `unit ${unit}`;
}
function naturally(a, b) {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}
function trialsOf(rows, side, numberOf2) {
  const trials = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const number3 = numberOf2(row);
    if (trials.has(number3)) throw new Error(`${side} holds trial ${row.trial} of case ${row.caseId} twice`);
    trials.set(number3, {
      caseId: row.caseId,
      side,
      number: number3,
      standing: row.errored ? "errored" : "external",
      firstRequestKey: null,
      // What was asked is not known, so no two trials are known to be equal.
      fingerprint: side,
      idle: false,
      cutShort: false,
      stored: false,
      probe: false,
      took: { calls: 0, costUsd: 0 },
      outcome: row.outcome
    });
  }
  return trials;
}

// src/compare/case-history.ts
function caseHistory(data, depth) {
  if (data.affectedness !== "prefix") return openHistory(data, depth);
  return isStored(data) ? storedHistory(data, depth) : pairedHistory(data.trials, depth);
}
function firstFreshNumber({ facts }, depth) {
  const reservoir = reservoirOf(facts);
  return 1 + (reservoir === 0 ? depth : reservoir);
}
function affectedNumbers({ trials, sample, facts }) {
  const fresh = affectedPairs(trials, reservoirOf(facts) + 1).map(({ number: number3 }) => number3);
  return reservoirOf(facts) === 0 ? fresh : [...sample.affected, ...fresh];
}
function openHistory({ trials, base }, depth) {
  const head = unbroken(trials.head, (index) => openHeadNumber(trials, index));
  const first = firstFreshNumber(trials, depth);
  return {
    ...{ n0: base.trials, s0: base.passes, head, initial: Math.min(depth, head.length) },
    alone: Number.POSITIVE_INFINITY,
    fresh: unbroken(trials.base, (index) => first + index),
    ...{ seen: 0, affected: 0, nextPair: 0 }
  };
}
function storedHistory({ trials, sample, facts }, depth) {
  const reservoir = reservoirOf(facts);
  const own = new Set(sample.affected);
  const history = sample.base.filter((trial2) => own.has(trial2.number) && isDetermined(trial2));
  const heads = unbroken(trials.head, (index) => sample.affected[index] ?? null);
  const pairs = unbrokenPairs(trials, reservoir + 1);
  const later = heads.length < own.size ? [] : pairs.filter(isAffected);
  return {
    ...{ n0: history.length, s0: history.filter(isPass).length },
    ...{ head: [...heads, ...later.map(({ head }) => head)], initial: Math.min(depth, heads.length), alone: own.size },
    fresh: later.map(({ base }) => base),
    ...{ seen: reservoir + pairs.length, affected: own.size + later.length, nextPair: reservoir + pairs.length + 1 }
  };
}
function pairedHistory(trials, depth) {
  const pairs = unbrokenPairs(trials, 1);
  const affected = pairs.filter(isAffected);
  const history = affected.slice(0, depth).filter(({ base }) => isDetermined(base));
  const later = affected.slice(depth);
  return {
    ...{ n0: history.length, s0: history.filter(({ base }) => isPass(base)).length },
    ...{ head: [...history, ...later].map(({ head }) => head), initial: history.length, alone: history.length },
    fresh: later.map(({ base }) => base),
    ...{ seen: pairs.length, affected: affected.length, nextPair: pairs.length + 1 }
  };
}
function affectedPairs(trials, first) {
  return unbrokenPairs(trials, first).filter(isAffected);
}
function unbrokenPairs(trials, first) {
  const pairs = [];
  for (let pair = pairAt(trials, first); pair !== null; pair = pairAt(trials, first + pairs.length)) pairs.push(pair);
  return pairs;
}
function unbroken(side, number3) {
  const trials = [];
  for (; ; ) {
    const next = number3(trials.length);
    const trial2 = next === null ? void 0 : side.get(next);
    if (trial2 === void 0) return trials;
    trials.push(trial2);
  }
}

// src/compare/guard-sample.ts
var TRIALS_MIN = 5;
var TRIALS_FACTOR = 1.5;
var CASE_TRIALS = 5;
function guardDepth(depth) {
  return Math.max(TRIALS_MIN, Math.ceil(TRIALS_FACTOR * depth));
}
function guardSample(data, depth, policy) {
  const topped = caseData(data.trials, depth);
  return topped.affectedness === "prefix" ? prefixSample(topped, depth, policy) : openSample(data, depth, policy);
}
function openSample({ trials }, depth, policy) {
  const baseNumbers = guardNumbers(trials, depth, policy);
  const headNumbers = range(0, depth - 1).map((index) => openHeadNumber(trials, index));
  const base = tally(numbered(trials.base, baseNumbers));
  const head = tally(numbered(trials.head, headNumbers));
  const stratum = { kind: "labels", n0: base.trials, s0: base.passes, n1: head.trials, s1: head.passes };
  return {
    ...{ base, head, stratum },
    wanted: [...absent(trials, "base", baseNumbers), ...absent(trials, "head", headNumbers)]
  };
}
function prefixSample({ trials, sample }, depth, policy) {
  const numbers2 = sample.affected.slice(0, depth);
  const again2 = resampled(trials, numbers2, numbers2.length, policy);
  const pairs = again2.pairs.filter(isPairDetermined);
  return {
    base: tally(pairs.map(({ base }) => base)),
    head: tally(pairs.map(({ head }) => head)),
    stratum: swaps(pairs),
    wanted: [...sample.wanted, ...again2.wanted]
  };
}
function guardCase(data, policy) {
  const { trials } = data;
  if (data.affectedness !== "prefix") {
    const numbers2 = guardNumbers(trials, CASE_TRIALS, policy);
    return { base: tally(numbered(trials.base, numbers2)), wanted: absent(trials, "base", numbers2) };
  }
  const { pairs, wanted } = resampled(trials, affectedNumbers(data), CASE_TRIALS, policy);
  return { base: tally(pairs.map(({ base }) => base)), wanted };
}
function staleStratum(data, policy) {
  const { trials } = data;
  const reservoir = reservoirOf(trials.facts);
  const first = firstGuardNumber(trials, policy);
  if (data.affectedness === "prefix") {
    const numbers2 = data.sample.affected;
    const pairs = numbers2.flatMap((number3, index) => {
      const [stored2, fresh2] = [trials.base.get(number3), trials.base.get(first + index)];
      return stored2 === void 0 || fresh2 === void 0 ? [] : [{ number: number3, base: stored2, head: fresh2 }];
    });
    return reservoir === 0 || pairs.length === 0 ? null : swaps(pairs.filter(isPairDetermined));
  }
  const stored = tally(numbered(trials.base, range(1, reservoir)));
  const fresh = tally([...trials.base.values()].filter(({ number: number3 }) => number3 >= first));
  return stored.trials === 0 || fresh.trials === 0 ? null : { kind: "labels", n0: stored.trials, s0: stored.passes, n1: fresh.trials, s1: fresh.passes };
}
function resampled(trials, affected, count5, policy) {
  const first = firstGuardNumber(trials, policy);
  const pairs = [];
  const wanted = [];
  for (let index = 0; index < count5; index++) {
    const number3 = affected[index % affected.length];
    if (number3 === void 0) break;
    const head = trials.head.get(number3);
    const base = trials.base.get(first + index);
    if (base === void 0) {
      wanted.push({ caseId: trials.facts.id, side: "base", number: first + index, resampleOf: number3 });
    } else if (head !== void 0) pairs.push({ number: number3, base, head });
  }
  return { pairs, wanted };
}
function guardNumbers(trials, count5, policy) {
  const first = firstGuardNumber(trials, policy);
  return range(first, first + count5 - 1);
}
function firstGuardNumber({ facts }, { looks, maxConfirmTrials }) {
  const deepest = PROBES * guardDepth(looks.at(-1) ?? 1);
  return reservoirOf(facts) + Math.max(deepest, maxConfirmTrials + (looks[0] ?? 1)) + 1;
}

// src/compare/guard.ts
var UNGUARDED = { slices: /* @__PURE__ */ new Map(), cases: /* @__PURE__ */ new Map(), wanted: [], staleP: null };
var LEVEL_SHARE = 0.4;
var CASE_TRIALS2 = 5;
var CASE_PASSES = 4;
var STALE_P = 0.1;
function guard(rejected, broken, policy, budget) {
  const wanted = /* @__PURE__ */ new Map();
  const pay = (requests) => {
    const more = requests.filter((request2) => !wanted.has(keyOf3(request2)));
    if (!budget.take(more)) return false;
    for (const request2 of more) wanted.set(keyOf3(request2), request2);
    return true;
  };
  const cases = /* @__PURE__ */ new Map();
  for (const data of broken) {
    const { wanted: lacking } = guardCase(data, policy);
    const outcome = pay(lacking) ? judgeCase(data, policy) : { kind: "unpaid", runs: budget.costOf(lacking) };
    cases.set(data.facts.id, outcome);
  }
  const paid = inOrder(named2(rejected), policy, budget).filter((result) => pay(sliceRequests(result, policy)));
  const slices = new Map(rejected.map((result) => [result, { kind: "elsewhere" }]));
  for (const result of named2(rejected)) {
    slices.set(result, { kind: "unpaid", runs: budget.costOf(sliceRequests(result, policy)) });
  }
  for (const [result, outcome] of judgeSlices(paid, policy)) slices.set(result, outcome);
  const guarded = new Map(
    [...paid.flatMap(({ cases: all }) => all.filter(isTested)), ...broken].map((data) => [data.facts.id, data])
  );
  return { slices, cases, wanted: [...wanted.values()], staleP: staleness([...guarded.values()], policy) };
}
function guardReserve(rejected, policy, budget) {
  const costs = named2(rejected).map((result) => budget.costOf(sliceRequests(result, policy)));
  return costs.length === 0 ? 0 : Math.min(...costs);
}
function named2(rejected) {
  const slices = rejected.filter(({ group }) => group.kind === "slice");
  return slices.length > 0 ? slices : [...rejected];
}
function inOrder(results, policy, budget) {
  return results.map((result) => ({ result, cost: budget.costOf(sliceRequests(result, policy)) })).sort((a, b) => (a.result.adjustedP ?? 1) - (b.result.adjustedP ?? 1) || a.cost - b.cost).map(({ result }) => result);
}
function judgeSlices(results, policy) {
  const samples = results.map((result) => samplesOf(result, policy));
  if (samples.some((each) => each.some(({ wanted }) => wanted.length > 0))) {
    return results.map((result) => [result, { kind: "pending" }]);
  }
  const adjusted = discreteHolm(samples.map((each) => stratExact(each.map(({ stratum }) => stratum))));
  return results.map((result, index) => {
    const base = sumTallies(samples[index]?.map((sample) => sample.base) ?? []);
    const head = sumTallies(samples[index]?.map((sample) => sample.head) ?? []);
    if (base.trials === 0 || head.trials === 0) return [result, { kind: "unclear" }];
    const holds = (adjusted[index] ?? 1) <= LEVEL_SHARE * policy.alpha;
    return [result, { kind: holds ? "confirmed" : "refuted", base, head }];
  });
}
function judgeCase(data, policy) {
  const { base, wanted } = guardCase(data, policy);
  if (wanted.length > 0) return { kind: "pending" };
  if (base.passes >= CASE_PASSES) return { kind: "confirmed", base, head: null };
  const clear = base.trials - base.passes > CASE_TRIALS2 - CASE_PASSES;
  return clear ? { kind: "refuted", base, head: null } : { kind: "unclear" };
}
function samplesOf({ cases, look }, policy) {
  const depth = guardDepth(policy.looks[look - 1] ?? 1);
  return cases.filter(isTested).map((data) => guardSample(data, depth, policy));
}
function sliceRequests(result, policy) {
  return samplesOf(result, policy).flatMap(({ wanted }) => wanted);
}
function staleness(guarded, policy) {
  const strata = guarded.flatMap((data) => staleStratum(data, policy) ?? []);
  if (strata.length === 0) return null;
  const { p, pUpper } = stratExact(strata);
  const twoSided = Math.min(1, 2 * Math.min(p, pUpper));
  return twoSided <= STALE_P ? twoSided : null;
}
function keyOf3({ caseId, side, number: number3 }) {
  return `${side} ${number3} ${caseId}`;
}

// src/compare/family.ts
var testByCase = (tested) => stratExact(tested.flatMap(({ stratum }) => stratum === null ? [] : [stratum]));
function hypotheses(groups, casesOf3, testOf2) {
  const found = [];
  for (const group of groups) {
    const tested = casesOf3(group).filter(({ stratum }) => stratum !== null);
    if (tested.length === 0) continue;
    const known = found.find((each) => isSame(each.tested, tested));
    if (known !== void 0) known.groups.push(group);
    else {
      const test = testOf2(tested, group);
      if (test !== null) found.push({ test, groups: [group], tested });
    }
  }
  return found;
}
function isSame(a, b) {
  return a.length === b.length && a.every((data, index) => data === b[index]);
}

// src/compare/one-look.ts
function lookOnce(all, policy, testOf2) {
  const groups = groupCases(all.map(({ facts }) => facts));
  const casesOf3 = ({ members }) => members.flatMap((place) => all[place] ?? []);
  const family = hypotheses(groups, casesOf3, (tested) => testOf2(tested));
  const adjusted = discreteHolm(family.map(({ test }) => test));
  const level = policy.alpha * policy.alphaSlicesShare;
  const placeOf2 = new Map(family.flatMap((each, place) => each.groups.map((group) => [group, place])));
  return groups.map((group) => {
    const place = placeOf2.get(group);
    const adjustedP = place === void 0 ? null : adjusted[place] ?? 1;
    return {
      group,
      cases: casesOf3(group),
      look: 1,
      end: adjustedP !== null && adjustedP <= level ? "rejected" : "looks",
      test: place === void 0 ? null : family[place]?.test ?? null,
      adjustedP,
      family: family.length,
      logE: null
    };
  });
}

// src/compare/rates.ts
var TWO_SIDED_Z = normalQuantile(0.975);
var ONE_SIDED_Z = normalQuantile(0.95);
function rates(cases, design = 1) {
  const effects = cases.flatMap(({ effect }) => effect === null ? [] : [effect]);
  if (effects.length === 0) return null;
  const baseRate = mean(effects.map((effect) => effect.baseRate));
  const delta = mean(effects.map(caseDifference));
  return {
    baseRate,
    // Base's rate stands on more trials than the difference does: their sum may leave 0..1.
    headRate: Math.min(1, Math.max(0, baseRate + delta)),
    delta,
    interval: limits(effects, TWO_SIDED_Z, design),
    lowerLimit: limits(effects, ONE_SIDED_Z, design).low
  };
}
function sliceMde80(cases, level, design, depth) {
  const effects = cases.flatMap(({ effect }) => effect === null ? [] : [effect]);
  const affected = effects.filter(isAffected2);
  if (affected.length === 0) return null;
  const total2 = (count5) => affected.reduce((sum2, each) => sum2 + count5(each), 0);
  const trials0 = total2(({ n0 }) => n0);
  const inPairs = !cases.some(isStored);
  const drop2 = mde80({
    strata: affected.length,
    trials0: (inPairs && depth !== null ? depth : trials0 / affected.length) / design,
    trials1: (depth ?? total2(({ n1 }) => n1) / affected.length) / design,
    // Shrunk by one pseudo trial: a rate of exactly 1 would promise that any drop is seen.
    rate: (total2(({ s0 }) => s0) + 0.5) / (trials0 + 1),
    level
  });
  return drop2 === null ? null : drop2 * (total2(({ affectedShare }) => affectedShare) / effects.length);
}
function limits(effects, z, design) {
  const affected = effects.filter(isAffected2);
  if (affected.length === 0) return { low: 0, high: 0 };
  const shares = affected.reduce((sum2, { affectedShare }) => sum2 + affectedShare, 0);
  const strata = affected.map((effect) => ({ ...effect, weight: effect.affectedShare / shares }));
  const weighted = (rate) => strata.reduce((sum2, stratum) => sum2 + stratum.weight * rate(stratum), 0);
  const arm0 = {
    rate: weighted(({ n0, s0 }) => s0 / n0),
    trials: strata.reduce((sum2, { n0 }) => sum2 + n0, 0) / design
  };
  const arm1 = {
    rate: weighted(({ n1, s1 }) => s1 / n1),
    trials: strata.reduce((sum2, { n1 }) => sum2 + n1, 0) / design
  };
  const { low, high } = moverWilson(arm0, arm1, z, fixedStrataFactor(strata));
  const meanShare = shares / effects.length;
  const difference = arm1.rate - arm0.rate;
  const shareDeviation = z * Math.sqrt(shareVariance(affected) / effects.length ** 2);
  return {
    low: Math.max(-1, meanShare * difference - Math.hypot(meanShare * (difference - low), shareDeviation)),
    high: Math.min(1, meanShare * difference + Math.hypot(meanShare * (high - difference), shareDeviation))
  };
}
function shareVariance(affected) {
  return affected.reduce((sum2, { affectedShare, n0, s0, n1, s1, pairs }) => {
    const drop2 = s1 / n1 - s0 / n0;
    return sum2 + drop2 * drop2 * affectedShare * (1 - affectedShare) / pairs;
  }, 0);
}
function isAffected2({ affectedShare }) {
  return affectedShare > 0;
}
function caseDifference({ affectedShare, n0, s0, n1, s1 }) {
  return affectedShare === 0 ? 0 : affectedShare * (s1 / n1 - s0 / n0);
}
function mean(values) {
  return values.reduce((sum2, value) => sum2 + value, 0) / values.length;
}

// src/compare/spent.ts
var NOTHING_SPENT = { runs: 0, calls: 0, costUsd: 0 };
function spentOn({ cases }) {
  return cases.map(spentOnCase).reduce(added, NOTHING_SPENT);
}
function added(a, b) {
  const costUsd = a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd;
  return { runs: a.runs + b.runs, calls: a.calls + b.calls, costUsd };
}
function projected({ runs, calls, costUsd }, more) {
  if (runs === 0) return null;
  return {
    runs: more,
    calls: Math.ceil(calls / runs * more),
    costUsd: costUsd === null ? null : costUsd / runs * more
  };
}
function spentOnCase({ base, head, memo }) {
  if (memo.spent !== null) return memo.spent;
  let spent = NOTHING_SPENT;
  for (const trial2 of base.values()) if (!trial2.stored) spent = added(spent, { runs: 1, ...trial2.took });
  for (const trial2 of head.values()) {
    const partner = base.get(trial2.number);
    const free = partner !== void 0 && !isAffected({ number: trial2.number, base: partner, head: trial2 });
    if (!free) spent = added(spent, { runs: 1, ...trial2.took });
  }
  memo.spent = spent;
  return spent;
}

// src/compare/settling.ts
var TRIALS_MAX = 1e3;
function settling(cases, drop2, depth, level, spent) {
  const seen = (trials) => (sliceMde80(cases, level, 1, trials) ?? 1) <= drop2;
  if (!seen(TRIALS_MAX)) return null;
  let low = depth;
  let high = TRIALS_MAX;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (seen(middle)) high = middle;
    else low = middle;
  }
  const perTrial = cases.reduce((sum2, data) => sum2 + runsPerTrial(data), 0);
  const taking = projected(spent, Math.ceil((high - depth) * perTrial));
  return taking === null ? null : { ...taking, drop: drop2 };
}
function runsPerTrial(data) {
  const share3 = data.effect?.affectedShare ?? 0;
  if (share3 === 0) return 0;
  return isStored(data) ? 1 : 1 + 1 / share3;
}

// src/compare/undetermined.ts
function undeterminedReasons(base, head) {
  const baseAll = base.trials + base.undetermined;
  const headAll = head.trials + head.undetermined;
  const reasons = [];
  if (10 * (head.undetermined * baseAll - base.undetermined * headAll) >= baseAll * headAll && head.undetermined > 0) {
    reasons.push(
      `${share(head.undetermined, headAll)} of head's trials are undetermined, ${share(base.undetermined, baseAll)} of base's: 10 points or more apart`
    );
  }
  if (10 * base.trials < 7 * baseAll) {
    reasons.push(`only ${share(base.trials, baseAll)} of base's trials are determined; 70 % are needed`);
  }
  return reasons;
}
function share(part, all) {
  return all === 0 ? "0 of 0" : `${part} of ${all} (${percent(part / all)})`;
}

// src/compare/slice-verdict.ts
var IMPROVED_LEVEL = 0.05;
function sliceVerdict(figures, policy) {
  const { cases } = figures;
  if (cases.length === 0) return { verdict: "no_evidence", reasons: ["no case of this slice gates"] };
  const undetermined3 = undeterminedReasons(figures.base, figures.head);
  if (undetermined3.length > 0) return { verdict: "inconclusive", reasons: [...undetermined3, ...coverage(figures)] };
  const judged3 = worse(figures, policy) ?? notWorse(figures, policy);
  return { ...judged3, reasons: [...judged3.reasons, ...coverage(figures)] };
}
function worse(figures, policy) {
  const { end, adjustedP, estimate, base, head, guard: guard2 } = figures;
  if (end !== "rejected" || adjustedP === null || estimate === null) return null;
  if (-estimate.delta < policy.minEffect) return null;
  const level = policy.alpha * policy.alphaSlicesShare;
  const why = `head passed ${passed(head)} trials, base ${passed(base)}; adjusted p ${pValue(adjustedP)} is within ${pValue(level)}`;
  switch (guard2?.kind) {
    case void 0:
      return { verdict: "regressed", reasons: [why] };
    case "confirmed":
      return { verdict: "regressed", reasons: [why, `again on fresh trials: ${freshText(guard2)}`] };
    case "refuted":
      return null;
    case "elsewhere":
      return { verdict: "no_evidence", reasons: [`${why}; its slices are judged in its place`] };
    case "pending":
      return { verdict: "inconclusive", reasons: [`${why}; fresh trials have to confirm it`] };
    case "unpaid":
      return {
        verdict: "inconclusive",
        reasons: [`${why}; the budget does not reach to confirm it on fresh trials`],
        lacks: guard2
      };
    case "unclear":
      return {
        verdict: "inconclusive",
        reasons: [`${why}; the fresh trials that were to confirm it are undetermined`]
      };
    default:
      return guard2;
  }
}
function notWorse(figures, policy) {
  const { cases, look, end, test, estimate, mde80: mde802, base, head, adjustedPUpper, logE } = figures;
  const level = policy.alpha * policy.alphaSlicesShare;
  const relevant = points(policy.deltaRelevant);
  if (!cases.some(isTested)) return untouched(cases);
  if (test === null || estimate === null) {
    return { verdict: "no_evidence", reasons: ["no affected case has determined trials on both sides"] };
  }
  if (adjustedPUpper !== null && adjustedPUpper <= IMPROVED_LEVEL) {
    const tallies = `head passed ${passed(head)} trials, base ${passed(base)}`;
    return { verdict: "improved", reasons: [`${tallies}; adjusted p of "better" ${pValue(adjustedPUpper)}`] };
  }
  const first = takenBack(figures, policy);
  const stale = staleText(figures);
  if (stale !== null) return { verdict: "inconclusive", reasons: [[...first, stale].join("; ")] };
  if (end === "budget") {
    const next = test === null ? 1 : look + 1;
    return {
      verdict: "inconclusive",
      reasons: [`the budget does not reach look ${next} of ${policy.looks.length}`],
      lacks: "power"
    };
  }
  if (estimate.lowerLimit > -policy.deltaRelevant) {
    const limit = `one-sided 95 % lower limit of the difference is ${points(estimate.lowerLimit)}`;
    return { verdict: "not_worse", reasons: [...first, `${limit}, above -${relevant}`] };
  }
  if (mde802 === null || mde802 > policy.deltaRelevant) {
    const seen = mde802 === null ? "not even a total drop" : `only drops of ${points(mde802)} or more`;
    return { verdict: "underpowered", reasons: [...first, `would show ${seen} with 80 % power; ${relevant} matter`] };
  }
  const least = test.attainable[0] ?? 1;
  if (least > level) {
    const why = `the smallest p these outcomes allow is ${pValue(least)}, the level is ${pValue(level)}`;
    return { verdict: "underpowered", reasons: [...first, why] };
  }
  if (end === "looks" && logE !== null) {
    const why = `${count3(policy.looks.length, "look")} taken, and the evidence still points to a loss (p ${pValue(test.p)})`;
    return { verdict: "inconclusive", reasons: [why], lacks: "power" };
  }
  return {
    verdict: "no_evidence",
    reasons: first.length > 0 ? first : [`no evidence of a change (p ${pValue(test.p)})`]
  };
}
function takenBack({ end, estimate, guard: guard2 }, policy) {
  if (end !== "rejected" || estimate === null) return [];
  if (-estimate.delta < policy.minEffect) {
    return [`significant, but the drop of ${points(-estimate.delta)} is below minEffect (${points(policy.minEffect)})`];
  }
  if (guard2?.kind !== "refuted") return [];
  return [`the drop did not show again on fresh trials (${freshText(guard2)})`];
}
function staleText({ cases, guard: guard2, staleP }) {
  if (guard2?.kind !== "refuted" || staleP === null || !cases.some((data) => isTested(data) && isStored(data)))
    return null;
  return `base itself has moved since its stored trials were drawn (p ${pValue(staleP)}), so nothing is concluded from them`;
}
function freshText({ base, head }) {
  return head === null ? `base passed ${passed(base)}` : `head passed ${passed(head)}, base ${passed(base)}`;
}
function untouched(cases) {
  const unaffected = cases.filter(({ affectedness }) => affectedness === "none").length;
  if (unaffected > 0)
    return { verdict: "not_worse", reasons: [`nothing changed: ${count3(unaffected, "case")} unaffected`] };
  const unseen = cases.filter((data) => unexercised(data).kind !== "equal").length;
  const reason = unseen === 0 ? "not exercised by this change: head did as base in every trial" : `not exercised: of ${count3(unseen, "case")} too little was seen to say more`;
  return { verdict: "no_evidence", reasons: [reason] };
}
function coverage({ cases, base, head, estimate }) {
  const reasons = [];
  const affected = cases.filter(isTested);
  if (affected.length > 0 && affected.length < cases.length) {
    reasons.push(`${affected.length} of ${count3(cases.length, "case")} affected`);
  }
  const idle = cases.filter(({ affectedness }) => affectedness === "not_exercised").length;
  if (idle > 0 && idle < cases.length) reasons.push(`${count3(idle, "case")} not exercised`);
  const left = base.undetermined + head.undetermined;
  const all = left + base.trials + head.trials;
  if (left > 0) reasons.push(`${count3(left, "trial")} undetermined (${percent(left / all)})`);
  const unrated = cases.filter(({ effect }) => effect === null).length;
  if (unrated > 0 && estimate !== null) {
    reasons.push(`rates leave out ${count3(unrated, "case")} without determined trials on both sides`);
  }
  return reasons;
}

// src/compare/slices.ts
var MOVERS_MAX = 20;
function compareSlices({ results, guarded, policy, spent, designOf }) {
  const improved = improvements(results);
  const midP = rememberMidP();
  return results.map((result) => {
    const { group, cases, look, end, adjustedP, family, logE } = result;
    const test = result.test ?? untested(cases);
    const spend = policy.spend[look - 1] ?? 1;
    const base = sumTallies(cases.map((each) => each.base));
    const head = sumTallies(cases.map((each) => each.head));
    const design = designOf(cases);
    const estimate = rates(cases, design);
    const level = policy.alpha * policy.alphaSlicesShare * spend / Math.max(1, family);
    const mde802 = sliceMde80(cases, level, design, null);
    const figures = {
      ...{ cases, look, end, test, adjustedP, base, head, estimate, mde80: mde802, logE },
      adjustedPUpper: improved.get(result) ?? null,
      guard: guarded.slices.get(result) ?? null,
      staleP: guarded.staleP
    };
    const verdict = settledVerdict(sliceVerdict(figures, policy), figures, level, policy, spent);
    const affected = cases.filter(isTested);
    return {
      kind: group.kind,
      name: group.name,
      ...verdict,
      cases: cases.length,
      affectedCases: affected.length,
      affectedShare: shareOf(affected),
      base,
      head,
      baseRate: estimate?.baseRate ?? null,
      headRate: estimate?.headRate ?? null,
      delta: estimate?.delta ?? null,
      interval: estimate?.interval ?? null,
      look,
      stopped: end === "sampling" || group.kind === "cohort" ? null : end,
      eValue: logE === null ? null : Math.exp(Math.min(MAX_LOG, logE)),
      p: test?.p ?? null,
      adjustedP,
      mde80: mde802,
      worse: movers(cases, (each) => midP(each).lower),
      better: movers(cases, (each) => midP(each).upper)
    };
  });
}
function settledVerdict({ verdict, reasons, lacks }, { cases, look, test, estimate }, level, policy, spent) {
  const [why, ...rest] = reasons;
  if (why === void 0 || lacks === void 0) return { verdict, settling: null, reasons };
  const drop2 = estimate === null || estimate.delta >= 0 ? policy.deltaRelevant : -estimate.delta;
  if (lacks === "power") {
    const depth = test === null ? 0 : policy.looks[look - 1] ?? 1;
    const taking2 = settling(cases, drop2, depth, level, spent);
    return { verdict, settling: taking2, reasons: [`${why}; ${settlingText(taking2)}`, ...rest] };
  }
  const taking = projected(spent, lacks.runs);
  const confirming = taking === null ? null : { ...taking, drop: drop2 };
  return { verdict, settling: confirming, reasons: [`${why}; ${confirmingText(confirming)}`, ...rest] };
}
function shareOf(affected) {
  const effects = affected.flatMap(({ effect }) => effect ?? []);
  return effects.length === 0 ? null : effects.reduce((sum2, effect) => sum2 + effect.affectedShare, 0) / effects.length;
}
function untested(cases) {
  const tested = cases.filter(({ stratum }) => stratum !== null);
  return tested.length === 0 ? null : testByCase(tested);
}
var MAX_LOG = 700;
function improvements(results) {
  const inFamily = results.filter(({ group }) => group.kind !== "cohort");
  const family = [...new Set(inFamily.flatMap(({ test }) => test === null ? [] : [test]))];
  const adjusted = discreteHolm(family.map((test) => ({ p: test.pUpper, attainable: test.attainableUpper })));
  const byTest = new Map(family.map((test, index) => [test, adjusted[index] ?? 1]));
  return new Map(inFamily.flatMap((result) => result.test === null ? [] : [[result, byTest.get(result.test) ?? 1]]));
}
function rememberMidP() {
  const byTable = /* @__PURE__ */ new Map();
  const byCase = /* @__PURE__ */ new Map();
  const midPOf = (stratum) => {
    const table3 = stratum.kind === "labels" ? `${stratum.n0} ${stratum.s0} ${stratum.n1} ${stratum.s1}` : JSON.stringify(stratum);
    const known = byTable.get(table3);
    if (known !== void 0) return known;
    const { midP, midPUpper } = stratExact([stratum]);
    const found = { lower: midP, upper: midPUpper };
    byTable.set(table3, found);
    return found;
  };
  return (data) => {
    const known = byCase.get(data);
    if (known !== void 0) return known;
    const found = data.stratum === null ? EVEN : midPOf(data.stratum);
    byCase.set(data, found);
    return found;
  };
}
var EVEN = { lower: 0.5, upper: 0.5 };
function movers(cases, midP) {
  return cases.map((data) => ({ id: data.facts.id, midP: midP(data) })).filter((each) => each.midP < 0.5).sort((a, b) => a.midP - b.midP || (a.id < b.id ? -1 : 1)).slice(0, MOVERS_MAX).map(({ id }) => id);
}

// src/compare/external.ts
function compareResults(base, head, policy, gateOn) {
  const cases = externalCases(base, head);
  const all = cases.map(({ data }) => data);
  const gating = all.filter(({ facts }) => facts.gates);
  const level = caseLevel(gating, policy);
  const once = { ...policy, looks: [1], spend: [1] };
  const applied = gating.some((data) => canAttain(data, level)) ? once : { ...once, alphaSlicesShare: 1 };
  const design = designEffectByUnit(cases);
  const compared = (testOf2) => compareSlices({
    results: lookOnce(all, applied, testOf2),
    guarded: UNGUARDED,
    policy: applied,
    spent: NOTHING_SPENT,
    designOf: design
  });
  const byUnit = compared(testByUnit(cases));
  const clusters = clusterLines(byUnit, gating, applied);
  const comparisons = gateOn === "unit" ? byUnit : compared(testByCluster).map((one) => forNewTasks(one, clusters, applied));
  const decisions = decideExternalCases(all, applied);
  const trials = all.map((data) => data.trials);
  const missing = all.flatMap(missingTrials2);
  return {
    ...decide({
      gating,
      comparisons: withDoubts(comparisons, byUnit),
      cases: decisions,
      missing: 0,
      overBudget: null,
      recordedOnly: false
    }),
    comparisons,
    cases: decisions,
    staleReservoirP: null,
    next: [],
    base: sideCounts(trials, "base", missing),
    head: sideCounts(trials, "head", missing),
    policy: applied,
    onlyBase: all.filter((data) => data.trials.head.size === 0).map(({ facts }) => facts.id),
    onlyHead: all.filter((data) => data.trials.base.size === 0).map(({ facts }) => facts.id),
    clusters,
    casesInUnits: cases.filter(({ unit }) => unit !== null).length
  };
}
function missingTrials2({ facts, trials }) {
  if (trials.base.size > 0 && trials.head.size > 0) return [];
  const [side, there] = trials.head.size === 0 ? ["head", trials.base] : ["base", trials.head];
  return [...there.keys()].map((number3) => ({ caseId: facts.id, side, number: number3 }));
}
function clusterLines(comparisons, gating, policy) {
  if (gating.every(({ facts }) => facts.cluster === null)) return [];
  const alphaSlices = policy.alpha * policy.alphaSlicesShare;
  return comparisons.flatMap(({ kind, name }) => {
    const members = gating.filter(({ facts }) => kind === "all" || facts.slices.includes(name));
    const tested = members.filter((data) => isTested(data) && data.stratum !== null);
    if (tested.length === 0) return [];
    const { clusters, informative, p } = testByCluster(tested);
    const smallestP = 2 ** -informative;
    return [{ kind, slice: name, clusters, informative, p, smallestP, holds: p <= alphaSlices }];
  });
}
function forNewTasks(one, lines, policy) {
  const line = lines.find(({ kind, slice }) => kind === one.kind && slice === one.name);
  const open = one.verdict === "not_worse" || one.verdict === "no_evidence" || one.verdict === "underpowered";
  if (line === void 0 || !open) return one;
  const alphaSlices = policy.alpha * policy.alphaSlicesShare;
  const { informative, smallestP, clusters, p } = line;
  const rest = one.reasons.slice(1);
  if (smallestP <= alphaSlices) {
    const why2 = `no evidence for new tasks (p ${pValue(p)}, ${count3(clusters, "cluster")})`;
    return { ...one, verdict: "no_evidence", mde80: null, reasons: [why2, ...rest] };
  }
  const why = `${count3(informative, "cluster")} moved: no p below ${pValue(smallestP)} is possible, the level is ${pValue(alphaSlices)}`;
  return { ...one, verdict: "underpowered", mde80: null, reasons: [why, ...rest] };
}
function withDoubts(comparisons, byUnit) {
  const fell = new Set(
    byUnit.filter(({ verdict }) => verdict === "regressed").map(({ kind, name }) => `${kind} ${name}`)
  );
  return comparisons.map(
    (one) => one.verdict === "underpowered" && fell.has(`${one.kind} ${one.name}`) ? { ...one, verdict: "inconclusive" } : one
  );
}

// src/compare/budget.ts
var BUDGET_FLOOR = 500;
var BUDGET_PER_CASE = 4;
function defaultBudgetRuns(cases, policy) {
  return Math.max(BUDGET_FLOOR, BUDGET_PER_CASE * cases * (policy.looks[0] ?? 1));
}
var Budget = class {
  limit;
  spent;
  #evidence;
  #left;
  #refused = 0;
  constructor(evidence, policy) {
    this.limit = policy.budgetRuns ?? defaultBudgetRuns(evidence.cases.length, policy);
    this.spent = spentOn(evidence);
    this.#evidence = evidence;
    this.#left = this.limit - this.spent.runs;
  }
  /** Runs that were asked for and could not be paid. */
  get refused() {
    return this.#refused;
  }
  costOf(requests) {
    const { cases, places } = this.#evidence;
    const stored = (caseId) => cases[places.get(caseId) ?? -1]?.facts.storedTrials ?? 0;
    return requests.filter(
      ({ caseId, side, number: number3, dry }) => side === "head" ? dry !== true : number3 > stored(caseId)
    ).length;
  }
  /** true = the requests are paid; false = they cost more than is left above `reserve`, and nothing is taken. */
  take(requests, reserve = 0) {
    const cost = this.costOf(requests);
    if (cost > 0 && cost > this.#left - reserve) {
      this.#refused += cost;
      return false;
    }
    this.#left -= cost;
    return true;
  }
};

// src/compare/case-rule.ts
function applyCaseRule(history, plan) {
  const known = straysWithin(history, plan.noStray ?? { fresh: 0, test: history.initial });
  if (total(known) >= 2) return ended3(known);
  if (plan.noStray === null) return { kind: "underpowered", strays: total(known) };
  if (total(known) === 0) return isComplete(history, plan.noStray) ? { kind: "broken" } : needs(plan.noStray);
  if (plan.oneStray === null) return { kind: "underpowered", strays: 1 };
  const later = straysWithin(history, plan.oneStray);
  if (total(later) >= 2) return ended3(later);
  return isComplete(history, plan.oneStray) ? { kind: "broken" } : needs(plan.oneStray);
}
function straysWithin({ head, fresh }, draws) {
  const headWindow = head.slice(0, draws.test);
  const freshWindow = fresh.slice(0, draws.fresh);
  const determinedFresh = freshWindow.filter(isDetermined);
  return {
    headPasses: headWindow.filter(isPass).length,
    baseFails: determinedFresh.length - determinedFresh.filter(isPass).length,
    undetermined: [...headWindow, ...freshWindow].filter((trial2) => !isDetermined(trial2)).length
  };
}
function total({ headPasses, baseFails, undetermined: undetermined3 }) {
  return headPasses + baseFails + undetermined3;
}
function ended3({ headPasses, baseFails, undetermined: undetermined3 }) {
  return headPasses + baseFails >= 2 ? { kind: "flaky", headPasses, baseFails } : { kind: "undetermined", trials: undetermined3 };
}
function isComplete({ head, fresh }, draws) {
  return head.length >= draws.test && fresh.length >= draws.fresh;
}
function needs(draws) {
  return { kind: "needs", draws };
}

// src/compare/confirmation.ts
var FIRST_BATCH = 2;
var BATCH = 4;
function confirmationTrials(data, history, draws, policy) {
  if (data.affectedness === "prefix") return affectedTrials(data, history, draws, policy);
  const { trials } = data;
  const drawn = history.head.length;
  const begun = drawn >= Math.min(draws.test, history.initial + FIRST_BATCH);
  const heads = Math.min(draws.test, drawn + batch2(history));
  const headNumbers = range(drawn, heads - 1).map((index) => openHeadNumber(trials, index));
  const head = absent(trials, "head", headNumbers);
  const base = (count5) => {
    const first = firstFreshNumber(trials, policy.looks[0] ?? 1);
    return absent(trials, "base", range(first + history.fresh.length, first + count5 - 1));
  };
  const firstBase = base(Math.min(draws.fresh, FIRST_BATCH));
  if (begun && firstBase.length > 0) return firstBase;
  return head.length > 0 ? head : base(draws.fresh);
}
function affectedTrials(data, history, draws, policy) {
  const { trials, sample, facts } = data;
  const drawn = history.head.length;
  if (drawn < Math.min(draws.test, history.alone)) {
    const last2 = Math.min(draws.test, drawn + batch2(history));
    return absent(trials, "head", sample.affected.slice(drawn, last2));
  }
  const lacking = Math.max(draws.fresh, draws.test - history.alone) - history.fresh.length;
  const most = reservoirOf(facts) + policy.maxConfirmTrials;
  const perAffected = history.seen / history.affected;
  if (lacking * perAffected > most - history.nextPair + 1) return [];
  const expected = Math.ceil(Math.min(batch2(history), lacking) * perAffected);
  const last = Math.min(most, history.nextPair + expected - 1);
  return range(history.nextPair, last).flatMap((number3) => absentPair(trials, number3));
}
function batch2({ head, initial }) {
  return head.length < initial + FIRST_BATCH ? FIRST_BATCH : BATCH;
}

// src/compare/cases.ts
var PLAN_MAX = 14;
function judgeCases(all, policy, plans) {
  const affected = all.filter((data) => data.facts.gates && isTested(data)).length;
  const level = policy.alpha * (1 - policy.alphaSlicesShare) / Math.max(1, affected);
  return all.map((data) => {
    const plain = plainState(data, policy);
    if (plain !== null) return { data, state: plain, requests: [] };
    const history = caseHistory(data, policy.looks[0] ?? 1);
    const rule = applyCaseRule(history, planOf(history, level, policy, plans));
    const requests = rule.kind === "needs" ? confirmationTrials(data, history, rule.draws, policy) : [];
    return { data, state: { kind: "ruled", history, rule }, requests };
  });
}
function plainState(data, policy) {
  const { affectedness, base, head, firstHead, effect, facts } = data;
  if (affectedness === "not_exercised") return { kind: "not_exercised", seen: unexercised(data) };
  if (affectedness === "none") return { kind: base.trials === 0 ? "cut_short" : "unaffected" };
  if (base.trials === 0 || head.trials === 0) return { kind: "no_trials" };
  if (!facts.gates) return { kind: "reported" };
  const { n0, s0 } = effect ?? { n0: base.trials, s0: base.passes };
  if (s0 < Math.max(1, Math.floor(policy.protectMin * n0))) return { kind: "unprotected" };
  if (firstHead === null) return { kind: "unread" };
  return isPass(firstHead) ? { kind: "passes" } : null;
}
function planOf(history, level, policy, plans) {
  const { n0, s0, initial, alone: alone2 } = history;
  const question = {
    ...{ n0, s0, n1: initial, level },
    maxFresh: Math.min(PLAN_MAX, policy.maxConfirmTrials - (policy.looks[0] ?? 1)),
    maxTest: Math.min(Math.max(PLAN_MAX, initial), policy.maxConfirmTrials),
    alone: alone2
  };
  const key = Object.values(question).join(" ");
  const plan = plans.get(key) ?? planConfirmation(question);
  plans.set(key, plan);
  return plan;
}

// src/compare/looks.ts
function runLooks(question) {
  const { evidence, policy, budget } = question;
  const { groups } = evidence;
  const results = /* @__PURE__ */ new Map();
  for (const group of groups) {
    const cases = casesAt(question, group, 0);
    results.set(group, { group, cases, look: 1, end: "sampling", test: null, adjustedP: null, family: 1, logE: null });
  }
  const hasSlices = groups.some(({ kind }) => kind === "slice");
  let open = groups.filter(({ kind }) => kind !== "cohort");
  let closed = 0;
  for (const [index, depth] of policy.looks.entries()) {
    const sampled = index === 0 ? evidence.cases.keys() : new Set(open.flatMap(({ members }) => members));
    const wanted = wantedAt(evidence, sampled, depth);
    if (wanted.length > 0) {
      const rejected = [...results.values()].filter(({ end }) => end === "rejected");
      if (index === 0 || budget.take(wanted, question.reserve(rejected)))
        return { results: [...results.values()], wanted };
      for (const group of open) change(results, group, { end: "budget" });
      break;
    }
    const ended4 = testLook(question, index, open, closed, results);
    closed += ended4.closed;
    open = index === 0 && hasSlices ? ended4.open.filter(({ kind }) => kind !== "all") : ended4.open;
    if (open.length === 0) break;
  }
  return { results: [...results.values()], wanted: [] };
}
function testLook(question, index, open, closedBefore, results) {
  const { policy, broken } = question;
  const last = index === policy.looks.length - 1;
  const casesOf3 = new Map(open.map((group) => [group, casesAt(question, group, index)]));
  const { tests } = question.evidence.memo;
  const family = hypotheses(
    open,
    (group) => casesOf3.get(group) ?? [],
    (tested, { kind, name }) => testAgain(tests, `${index} ${kind} ${name}`, tested)
  );
  const adjusted = discreteHolm(
    family.map(({ test }) => test),
    closedBefore
  );
  const spend = policy.spend[index] ?? 0;
  const level = policy.alpha * policy.alphaSlicesShare;
  const still = [];
  let closed = 0;
  for (const group of open) {
    const cases = casesOf3.get(group) ?? [];
    change(results, group, {
      ...{ cases, look: index + 1, end: "futility", test: null, family: family.length }
    });
  }
  for (const [place, { test, groups }] of family.entries()) {
    const own = Math.min(1, (adjusted[place] ?? 1) / spend);
    const cases = groups[0] === void 0 ? [] : casesOf3.get(groups[0]) ?? [];
    const logE = allocation(cases, broken);
    const isFutile = logE < Math.log(policy.futility);
    const end = own <= level ? "rejected" : isFutile ? "futility" : last ? "looks" : "sampling";
    if (end === "futility" && groups.some(({ kind }) => kind === "slice")) closed++;
    for (const group of groups) {
      const adjustedP = Math.min(own, results.get(group)?.adjustedP ?? 1);
      change(results, group, { end, test, logE, adjustedP });
      if (end === "sampling") still.push(group);
    }
  }
  return { open: still, closed };
}
function testAgain(known, key, tested) {
  const before = known.get(key);
  if (before !== void 0 && isSame(before.tested, tested)) return before.test;
  const test = testByCase(tested);
  if (test !== null) known.set(key, { tested, test });
  return test;
}
function casesAt({ evidence, policy }, { members }, index) {
  const depth = policy.looks[index] ?? 1;
  const cases = [];
  for (const place of members) {
    const trials = evidence.cases[place];
    if (trials !== void 0) cases.push(caseData(trials, depth));
  }
  return cases;
}
function wantedAt({ cases }, places, depth) {
  const wanted = [];
  for (const place of places) {
    const trials = cases[place];
    if (trials !== void 0) wanted.push(...caseData(trials, depth).sample.wanted);
  }
  return wanted;
}
function allocation(cases, broken) {
  const pairs = [];
  const histories = [];
  for (const { facts, evidence } of cases) {
    if (evidence === null || broken.has(facts.id)) continue;
    if (evidence.kind === "pairs") pairs.push(evidence);
    else histories.push(evidence);
  }
  return (pairs.length === 0 ? 0 : pairsLogE(pairs)) + (histories.length === 0 ? 0 : historyLogE(histories));
}
function change(results, group, fields) {
  const known = results.get(group);
  if (known !== void 0) results.set(group, { ...known, ...fields });
}

// src/compare/assess.ts
function assess(evidence, policy) {
  const budget = new Budget(evidence, policy);
  const first = evidence.cases.map((trials) => caseData(trials, policy.looks[0] ?? 1));
  const gating = first.filter(({ facts }) => facts.gates);
  const judgements = judgeCases(first, policy, evidence.memo.plans);
  const broken = judgements.flatMap(
    ({ data, state }) => state.kind === "ruled" && state.rule.kind === "broken" ? [data] : []
  );
  const { results, wanted: looking } = runLooks({
    ...{ evidence, policy, budget },
    broken: new Set(broken.map(({ facts }) => facts.id)),
    reserve: (rejected2) => guardReserve(rejected2, policy, budget)
  });
  const begun = first.every(({ sample }) => sample.wanted.length === 0);
  const rejected = results.filter(({ end, cases }) => end === "rejected" && isLargeEnough(cases, policy));
  const guarded = guard(rejected, broken, policy, budget);
  const confirming = begun ? confirm(judgements, spokenFor(rejected, guarded), budget) : NOTHING_TO_CONFIRM;
  const settled = looking.length === 0 && confirming.wanted.length === 0;
  const wanted = settled ? guarded.wanted : joined(looking, confirming.wanted);
  const hopeless = begun && failures(gating).length > 0;
  return {
    ...{ gating, judgements, looks: results, guarded, budget },
    waived: confirming.waived,
    wanted: hopeless ? [] : wanted
  };
}
var NOTHING_TO_CONFIRM = { wanted: [], waived: /* @__PURE__ */ new Map() };
function confirm(judgements, spoken, budget) {
  const wanted = [];
  const waived = /* @__PURE__ */ new Map();
  for (const { data, requests } of judgements) {
    if (requests.length === 0) continue;
    const slice = spoken.get(data.facts.id);
    if (slice !== void 0) waived.set(data.facts.id, `its slice ${slice} speaks for it`);
    else if (budget.take(requests)) wanted.push(...requests);
    else waived.set(data.facts.id, "the budget does not reach");
  }
  return { wanted, waived };
}
function spokenFor(rejected, { slices }) {
  const spoken = /* @__PURE__ */ new Map();
  for (const result of rejected) {
    const outcome = slices.get(result)?.kind;
    if (result.group.kind !== "slice" || outcome !== "pending" && outcome !== "confirmed") continue;
    for (const { facts } of result.cases) spoken.set(facts.id, result.group.name);
  }
  return spoken;
}
function isLargeEnough(cases, { minEffect }) {
  const estimate = rates(cases);
  return estimate !== null && -estimate.delta >= minEffect;
}
function joined(looking, confirming) {
  if (confirming.length === 0) return looking;
  const keyOf4 = ({ caseId, side, number: number3 }) => `${side} ${number3} ${caseId}`;
  const known = new Set(looking.map(keyOf4));
  return [...looking, ...confirming.filter((request2) => !known.has(keyOf4(request2)))];
}

// src/compare/case-verdict.ts
function decideCase(judgement, guard2, waived) {
  const { data, state } = judgement;
  const { facts, affectedness, base, head } = data;
  const own = ownVerdict(judgement);
  const { verdict, reason } = own.verdict === "broken" ? guardedVerdict(own.reason, guard2) : { verdict: own.verdict, reason: waived === null ? own.reason : `${own.reason}; ${waived}` };
  const p = state.kind === "ruled" ? tableP(state.history) : null;
  return { caseId: facts.id, verdict, affectedness, base, head, p, reason };
}
function ownVerdict({ data, state }) {
  const { base, head } = data;
  const tallies = `base passed ${passed(base)}, head ${passed(head)}`;
  switch (state.kind) {
    case "not_exercised":
      return {
        verdict: state.seen.kind === "equal" ? "unaffected" : "undetermined",
        reason: unexercisedText(state.seen)
      };
    case "cut_short":
      return { verdict: "undetermined", reason: "head behaves as base up to where every trial was cut short" };
    case "unaffected":
      return { verdict: "unaffected", reason: "head behaves exactly as base in every trial" };
    case "no_trials": {
      const sides = [...base.trials === 0 ? ["base"] : [], ...head.trials === 0 ? ["head"] : []].join(" and ");
      return { verdict: "undetermined", reason: `no determined trial on ${sides}` };
    }
    case "reported":
      return { verdict: "ok", reason: `reported only: ${tallies}` };
    case "unprotected":
      return {
        verdict: "ok",
        reason: `${tallies}: base did not pass reliably where it is compared, so nothing to protect`
      };
    case "unread":
      return { verdict: "ok", reason: `${tallies}: no determined trial on an affected number` };
    case "passes":
      return { verdict: "ok", reason: tallies };
    case "ruled":
      return ruledVerdict(state.rule, state.history);
    default:
      return state;
  }
}
function ruledVerdict(rule, history) {
  const seen = describe(history);
  switch (rule.kind) {
    case "broken":
      return { verdict: "broken", reason: `${seen} (p ${pValue(tableP(history))})` };
    case "flaky":
      return { verdict: "flaky", reason: `${seen}: it does not fail repeatably` };
    case "undetermined":
      return { verdict: "undetermined", reason: `${seen}: ${count3(rule.trials, "trial")} undetermined` };
    case "underpowered":
      return {
        verdict: "suspect",
        reason: `${seen}: underpowered, no plan within ${PLAN_MAX} more trials a side can reach the case's level`
      };
    case "needs": {
      const { fresh, test } = rule.draws;
      return {
        verdict: "suspect",
        reason: `${seen}: not confirmed, that takes ${count3(test, "head trial")} and ${count3(fresh, "fresh base trial")}`
      };
    }
    default:
      return rule;
  }
}
function guardedVerdict(reason, guard2) {
  switch (guard2?.kind) {
    case "confirmed":
      return { verdict: "broken", reason: `${reason}; base still passes: ${passed(guard2.base)} fresh trials` };
    case "refuted":
      return {
        verdict: "flaky",
        reason: `${reason}; but base itself now passes only ${passed(guard2.base)} fresh trials`
      };
    case "unpaid":
      return { verdict: "suspect", reason: `${reason}; the budget does not reach to confirm it on fresh base trials` };
    case "unclear":
      return {
        verdict: "suspect",
        reason: `${reason}; too few fresh base trials are determined to confirm it`
      };
    case "pending":
    case "elsewhere":
    case void 0:
      return { verdict: "suspect", reason: `${reason}; fresh base trials have to confirm it` };
    default:
      return guard2;
  }
}
function unexercisedText(seen) {
  switch (seen.kind) {
    case "equal":
      return `not exercised by this change (0 of ${count3(seen.trials, "trial")} affected)`;
    case "idle":
      return "not exercised: no trial called the model or a tool";
    case "unseen":
      return `not exercised: head did as base as far as was seen, but only ${seen.determined} of ${count3(seen.trials, "trial")} came to a result on both sides`;
    default:
      return seen;
  }
}
function describe(history) {
  const { base, head } = table(history);
  return `head failed ${head.n - head.s} of ${count3(head.n, "trial")}, base passed ${base.s} of ${base.n}`;
}
function tableP(history) {
  const { base, head } = table(history);
  return fisherLower(base.n, base.s, head.n, head.s);
}
function table({ n0, s0, head, fresh }) {
  const determinedFresh = fresh.filter(isDetermined);
  const determinedHead = head.filter(isDetermined);
  return {
    base: { n: n0 + determinedFresh.length, s: s0 + determinedFresh.filter(isPass).length },
    head: { n: determinedHead.length, s: determinedHead.filter(isPass).length }
  };
}

// src/compare/compare.ts
function nextTrials(evidence, policy) {
  return assess(evidence, policy).wanted;
}
function compare2(evidence, policy, options = { exhausted: false }) {
  const { gating, judgements, looks, guarded, waived, budget, wanted } = assess(evidence, policy);
  const comparisons = compareSlices({ results: looks, guarded, policy, spent: budget.spent, designOf: () => 1 });
  const cases = judgements.map((each) => {
    const { id } = each.data.facts;
    return decideCase(each, guarded.cases.get(id) ?? null, waived.get(id) ?? null);
  });
  const missing = options.exhausted ? wanted.length : 0;
  return {
    ...decide({
      ...{ gating, comparisons, cases, missing, overBudget: overBudget(budget) },
      recordedOnly: options.recordedOnly ?? false
    }),
    comparisons,
    cases,
    staleReservoirP: guarded.staleP,
    next: options.exhausted ? [] : wanted,
    base: sideCounts(evidence.cases, "base", wanted),
    head: sideCounts(evidence.cases, "head", wanted)
  };
}
function overBudget({ spent, limit, refused: refused2 }) {
  return refused2 === 0 ? null : { kind: "budget_spent", runs: spent.runs, budget: limit, more: refused2 };
}

// src/compare/unchanged.ts
var MAX_ROUNDS = 100;
function decideUnchanged(cases, policy, random) {
  const drawable = cases.filter(({ passed: passed2 }) => passed2.length > 0);
  const measured = new Map(drawable.map((each) => [each.facts.id, each]));
  let evidence = evidenceOf(drawable.map(({ facts }) => facts));
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const next = nextTrials(evidence, policy);
    if (next.length === 0) return compare2(evidence, policy);
    const drawn = next.map((request2) => drawTrial(request2, measured.get(request2.caseId), random));
    evidence = withTrials(evidence, drawn);
  }
  throw new Error(`compare still asks for trials after ${MAX_ROUNDS} rounds`);
}
function drawTrial(request2, of, random) {
  const { caseId, side, number: number3, dry = false } = request2;
  if (of === void 0) throw new Error(`compare asks for a case that was not measured: ${caseId}`);
  const pass = of.passed[Math.floor(random() * of.passed.length)] ?? false;
  return {
    ...{ caseId, side, number: number3, standing: "hermetic", idle: false, cutShort: false },
    stored: side === "base" && number3 <= of.facts.storedTrials,
    probe: dry,
    took: { calls: 0, costUsd: 0 },
    firstRequestKey: side,
    fingerprint: side,
    outcome: pass ? { kind: "pass" } : { kind: "fail", reason: "drawn from measured trials" }
  };
}
function findFlakes(cases) {
  const counted = cases.map(({ facts, passed: passed2 }) => ({
    caseId: facts.id,
    passes: passed2.filter((pass) => pass).length,
    trials: passed2.length
  }));
  const measured = counted.filter(({ trials }) => trials > 0);
  const evenness = ({ passes, trials }) => Math.abs(passes / trials - 0.5);
  return {
    alwaysPass: measured.filter(({ passes, trials }) => passes === trials).length,
    alwaysFail: measured.filter(({ passes }) => passes === 0).length,
    notMeasured: counted.length - measured.length,
    flaky: measured.filter(({ passes, trials }) => passes > 0 && passes < trials).sort((a, b) => evenness(a) - evenness(b) || a.caseId.localeCompare(b.caseId)).map((each) => ({ ...each, interval: jeffreys(each.passes, each.trials, 0.95) }))
  };
}
function findPower(cases, policy) {
  const slices = /* @__PURE__ */ new Map();
  for (const each of cases) {
    if (!each.facts.gates || each.passed.length === 0) continue;
    for (const slice of each.facts.slices) slices.set(slice, [...slices.get(slice) ?? [], each]);
  }
  return [...slices].map(([slice, members]) => {
    const passes = members.reduce((sum2, { passed: passed2 }) => sum2 + passed2.filter((pass) => pass).length, 0);
    const trials = members.reduce((sum2, { passed: passed2 }) => sum2 + passed2.length, 0);
    const stored = members.reduce((sum2, { facts }) => sum2 + facts.storedTrials, 0) / members.length;
    return {
      ...{ slice, cases: members.length, rate: passes / trials },
      drops: policy.looks.map((look, index) => ({
        trials: look,
        mde80: mde80({
          strata: members.length,
          trials0: Math.max(look, stored),
          trials1: look,
          // Shrunk by one pseudo trial: a rate of exactly 1 would promise that any drop is seen.
          rate: (passes + 0.5) / (trials + 1),
          level: policy.alpha * policy.alphaSlicesShare * (policy.spend[index] ?? 0) / slices.size
        })
      }))
    };
  });
}

// src/score/results/formats.ts
var import_fastest_levenshtein3 = __toESM(require_mod(), 1);

// src/score/results/result.ts
var MAX_VALUE2 = 1e3;
function undetermined(reason) {
  return { kind: "undetermined", reason };
}
function outcomeOf(pass, failed2, neither) {
  if (pass === null) return undetermined(neither);
  return pass ? { kind: "pass" } : { kind: "fail", reason: failed2 };
}
function attribute(value) {
  if (typeof value === "string") return value === "" ? null : value.slice(0, MAX_VALUE2);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
function plainAttributes(object, prefix = "") {
  const plain = Object.entries(object).filter(([, value]) => typeof value !== "object" || value === null);
  return Object.fromEntries(plain.map(([key, value]) => [`${prefix}${key}`, attribute(value)]));
}

// src/score/results/agentdojo.ts
var agentDojo2 = {
  name: "agentdojo",
  looksLike: 'JSON Lines of {"suite_name","pipeline_name","user_task_id","injection_task_id","attack_type","utility"}',
  container: "lines",
  fits: (sample) => isJsonObject(sample) && ["suite_name", "user_task_id", "utility"].every((key) => key in sample),
  read: (value, place) => {
    const missing = ["suite_name", "user_task_id", "utility"].filter((key) => !isJsonObject(value) || !(key in value));
    if (!isJsonObject(value) || missing.length > 0) {
      return [{ kind: "problem", place, reason: `expected ${missing.join(", ")}, received none` }];
    }
    const { utility, error } = value;
    const attributes = plainAttributes(value);
    if (typeof error === "string" && error !== "") {
      const outcome2 = undetermined(`the run errored: ${cut(error, 200)}`);
      return [{ kind: "result", result: { place, attributes, outcome: outcome2, errored: true }, problem: null }];
    }
    const received2 = cut(JSON.stringify(utility) ?? "none", 60);
    const problem2 = typeof utility === "boolean" || utility === null ? null : `utility: expected true or false, received ${received2}`;
    const pass = typeof utility === "boolean" ? utility : null;
    const outcome = outcomeOf(pass, "utility is false", problem2 ?? "utility is null");
    return [{ kind: "result", result: { place, attributes, outcome, errored: false }, problem: problem2 }];
  },
  fields: {
    caseBy: ["suite_name", "user_task_id", "injection_task_id"],
    trialBy: null,
    sliceBy: ["suite_name"],
    clusterBy: ["suite_name", "user_task_id"],
    unitBy: []
  },
  settled: ["pipeline_name", "attack_type"],
  sameCase: null
};

// src/score/results/csv.ts
var NEEDED2 = ["case", "trial", "pass"];
var PASS = {
  true: true,
  pass: true,
  "1": true,
  false: false,
  fail: false,
  "0": false
};
var csvResults = {
  name: "csv",
  looksLike: "CSV whose first line names the columns case,trial,pass[,slice...][,cluster][,unit]",
  container: "table",
  fits: (sample) => Array.isArray(sample) && NEEDED2.every((name) => sample.includes(name)),
  read: (value, place) => isJsonObject(value) ? [readRow(value, place)] : [],
  fields: { caseBy: ["case"], trialBy: "trial", sliceBy: ["slices"], clusterBy: ["cluster"], unitBy: ["unit"] },
  settled: [],
  sameCase: null
};
function readRow(row, place) {
  const missing = NEEDED2.filter((name) => name !== "pass" && attribute(row[name]) === null);
  if (missing.length > 0)
    return { kind: "problem", place, reason: `expected a value for ${missing.join(" and ")}, received none` };
  const written = attribute(row.pass) ?? "";
  const pass = PASS[written.trim().toLowerCase()];
  const problem2 = pass === void 0 && written !== "" ? `pass: expected true or false, received ${JSON.stringify(cut(written, 60))}` : null;
  const columns = Object.entries(row).map(([name, cell]) => [name, attribute(cell)]);
  const slices = columns.flatMap(([name, cell]) => name.startsWith("slice") && cell !== null ? [cell] : []);
  const attributes = { cluster: null, unit: null, ...Object.fromEntries(columns), slices };
  const outcome = outcomeOf(pass ?? null, "pass is false", problem2 ?? "pass is empty");
  return { kind: "result", result: { place, attributes, outcome, errored: false }, problem: problem2 };
}

// src/score/results/inspect.ts
var inspectLog2 = {
  name: "inspect",
  looksLike: 'a JSON object with "eval": {"task","model"} and "samples": [{"id","epoch","scores"}]',
  container: "document",
  fits: (sample) => isJsonObject(sample) && isJsonObject(sample.eval) && Array.isArray(sample.samples),
  read: (value) => {
    const { eval: header, samples } = isJsonObject(value) ? value : {};
    const all = Array.isArray(samples) ? samples : [];
    const of = isJsonObject(header) ? { task: attribute(header.task), model: attribute(header.model) } : {};
    const scorers = [...new Set(all.flatMap(scorersOf))];
    return all.flatMap((sample, index) => readSample(sample, `samples[${index}]`, of, scorers));
  },
  fields: { caseBy: ["task", "id"], trialBy: "epoch", sliceBy: [], clusterBy: [], unitBy: [] },
  settled: ["scorer", "model"],
  sameCase: null
};
function scorersOf(sample) {
  return isJsonObject(sample) && isJsonObject(sample.scores) ? Object.keys(sample.scores) : [];
}
function readSample(sample, place, of, scorers) {
  if (!isJsonObject(sample) || !("id" in sample) || !("epoch" in sample)) {
    return [{ kind: "problem", place, reason: 'expected {"id","epoch","scores"}' }];
  }
  const { metadata, scores } = sample;
  const attributes = {
    ...isJsonObject(metadata) ? plainAttributes(metadata, "metadata.") : {},
    ...of,
    id: attribute(sample.id),
    epoch: attribute(sample.epoch)
  };
  const names = scorers.length === 0 ? [null] : scorers;
  return names.map((scorer2) => {
    const score = scorer2 !== null && isJsonObject(scores) ? scores[scorer2] : void 0;
    return judged({ ...attributes, scorer: scorer2 }, place, sample, score);
  });
}
function judged(attributes, place, { error }, score) {
  if (error !== null && error !== void 0) {
    const message2 = attribute(isJsonObject(error) ? error.message : error) ?? "no reason is given";
    const outcome2 = undetermined(`the sample errored: ${cut(message2, 200)}`);
    return { kind: "result", result: { place, attributes, outcome: outcome2, errored: true }, problem: null };
  }
  const value = isJsonObject(score) ? score.value : void 0;
  const pass = inspectPassed(value);
  const received2 = cut(JSON.stringify(value) ?? "none", 60);
  const problem2 = pass === null && value !== void 0 ? `score: expected C or I, 1 or 0, received ${received2}` : null;
  const outcome = outcomeOf(pass, `scored ${received2}`, problem2 ?? "the sample has no score");
  return { kind: "result", result: { place, attributes, outcome, errored: false }, problem: problem2 };
}

// src/score/results/junit-xml.ts
var import_saxes = __toESM(require_saxes(), 1);
var MAX_DEPTH3 = 100;
var MAX_TEXT = 2e3;
var MARKS = ["failure", "error", "skipped", "rerunFailure", "rerunError", "flakyFailure", "flakyError"];
var Fault = class extends Error {
};
function xmlRoot(text4) {
  const parser = new import_saxes.SaxesParser();
  let root;
  parser.on("error", (error) => {
    throw new Fault(error.message);
  });
  parser.on("opentagstart", ({ name }) => {
    root = name;
    throw new Fault("known");
  });
  runParser(parser, text4);
  return root;
}
function parseJUnit(text4) {
  const parser = new import_saxes.SaxesParser();
  const reading = new Reading();
  parser.on("error", (error) => {
    throw new Fault(error.message);
  });
  parser.on("opentag", (tag) => reading.open(tag, parser.line));
  parser.on("text", (piece) => reading.text(piece));
  parser.on("cdata", (piece) => reading.text(piece));
  parser.on("closetag", ({ name }) => reading.close(name));
  const reason = runParser(parser, text4);
  if (reason === null) return { kind: "cases", cases: reading.cases };
  return { kind: "fault", line: parser.line, column: parser.column + 1, reason: reason.replace(/^\d+:\d+: /, "") };
}
function runParser(parser, text4) {
  try {
    parser.write(text4).close();
    return null;
  } catch (error) {
    if (error instanceof Fault) return cut(error.message, 200);
    throw error;
  }
}
var Reading = class {
  cases = [];
  #suites = [];
  #depth = 0;
  #case = null;
  /** The mark whose text is being read; it has no message of its own. */
  #mark = null;
  open({ name, attributes }, line) {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH3) throw new Fault(`elements nested deeper than ${MAX_DEPTH3}`);
    const own = this.#case;
    if (name === "testsuite") this.#suites.push(attributes.name ?? "");
    else if (name === "testcase" && own === null) {
      this.#case = { line, depth: this.#depth, attributes: cutValues(attributes), properties: {}, marks: [] };
    } else if (name === "property" && own !== null && attributes.name !== void 0) {
      own.properties[`property.${attributes.name}`] = (attributes.value ?? "").slice(0, MAX_TEXT);
    } else if (own !== null && this.#depth === own.depth + 1 && MARKS.includes(name)) {
      const mark = { name, message: (attributes.message ?? "").slice(0, MAX_TEXT) };
      own.marks.push(mark);
      this.#mark = mark.message === "" ? mark : null;
    }
  }
  text(piece) {
    if (this.#mark !== null && this.#mark.message.length < MAX_TEXT) {
      this.#mark.message += piece.slice(0, MAX_TEXT - this.#mark.message.length);
    }
  }
  close(name) {
    const own = this.#case;
    if (name === "testsuite") this.#suites.pop();
    if (own !== null && this.#depth <= own.depth + 1) this.#mark = null;
    if (own !== null && this.#depth === own.depth) {
      const { line, attributes, properties, marks } = own;
      this.cases.push({ line, suites: [...this.#suites], attributes, properties, marks });
      this.#case = null;
    }
    this.#depth -= 1;
  }
};
function cutValues(attributes) {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value.slice(0, MAX_TEXT)]));
}

// src/score/results/junit.ts
var junitResults = {
  name: "junit",
  looksLike: 'XML of <testsuites> or <testsuite> with <testcase classname="..." name="...">',
  container: "xml",
  fits: (root) => root === "testsuites" || root === "testsuite",
  read: (text4) => {
    const xml = parseJUnit(text4);
    return xml.kind === "fault" ? xml : xml.cases.map(readCase2);
  },
  fields: { caseBy: ["classname", "name"], trialBy: "trial", sliceBy: ["suite"], clusterBy: [], unitBy: [] },
  settled: [],
  sameCase: ["classname", "name"]
};
function readCase2({ line, suites, attributes: written, properties, marks }) {
  const place = `line ${line}`;
  const name = written.name ?? "";
  if (name === "") return { kind: "problem", place, reason: "a testcase without a name" };
  if (marks.some((mark) => mark.name === "skipped")) return { kind: "skipped", place };
  const named3 = suites.filter((suite) => suite !== "");
  const attributes = {
    ...Object.fromEntries(Object.entries({ ...written, ...properties }).map(([key, value]) => [key, value || null])),
    classname: written.classname || null,
    suite: named3.length === 0 ? null : named3.join("/")
  };
  const failed2 = firstOf(marks, ["failure", "flakyFailure"]);
  const broke = firstOf(marks, ["error", "flakyError"]);
  if (broke !== null && failed2 === null) {
    const outcome2 = undetermined(`the test errored: ${broke}`);
    return { kind: "result", result: { place, attributes, outcome: outcome2, errored: true }, problem: null };
  }
  const outcome = outcomeOf(failed2 === null, `failed: ${failed2}`, "");
  return { kind: "result", result: { place, attributes, outcome, errored: false }, problem: null };
}
function firstOf(marks, names) {
  const found = marks.find(({ name }) => names.includes(name));
  return found === void 0 ? null : cut(found.message, 200) || "no reason is given";
}

// schema/result.v1.schema.json
var result_v1_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "result.v1.schema.json",
  title: "pawl result, version 1",
  description: "One line of a result file (.jsonl, .jsonl.gz or .jsonl.zst): how one trial of one case ended. What `pawl compare` reads. Fields with a default may be left out.",
  type: "object",
  required: ["v", "case", "trial", "pass"],
  additionalProperties: false,
  properties: {
    v: { description: "Version of the result format.", const: 1 },
    case: {
      description: "The case; the same on base and head.",
      type: "string",
      minLength: 1,
      maxLength: 1e3
    },
    trial: {
      description: "Tells the runs of one case apart; with a unit, the same value in all cases that ran together.",
      type: ["string", "integer"],
      minLength: 1,
      maxLength: 200
    },
    pass: {
      description: "null = neither passed nor failed: the trial errored or was not judged.",
      type: ["boolean", "null"]
    },
    slices: {
      description: "Slices of the case.",
      type: "array",
      items: { type: "string", minLength: 1, maxLength: 200 },
      default: []
    },
    cluster: {
      description: "What the case was sampled with (a task of which it is a variant); null = it stands alone.",
      type: ["string", "null"],
      maxLength: 1e3,
      default: null
    },
    unit: {
      description: "What the case ran together with (one replay of a conversation, one session); null = it ran alone.",
      type: ["string", "null"],
      maxLength: 1e3,
      default: null
    }
  }
};

// src/score/results/pawl.ts
var check4 = schemaCheck(result_v1_schema_default, []);
var pawlResults = {
  name: "pawl",
  looksLike: 'JSON Lines of {"v":1,"case","trial","pass","slices","cluster","unit"}',
  container: "lines",
  fits: (sample) => isJsonObject(sample) && "v" in sample && "case" in sample && "trial" in sample,
  read: (value, place) => {
    const faults = check4(value);
    if (!isJsonObject(value) || faults.some(({ path }) => path[0] !== "pass")) {
      return [{ kind: "problem", place, reason: faults.map(faultText2).join("; ") }];
    }
    const { pass, slices, cluster, unit } = value;
    const problem2 = faults.length === 0 ? null : faults.map(faultText2).join("; ");
    const outcome = outcomeOf(typeof pass === "boolean" ? pass : null, "pass is false", problem2 ?? "pass is null");
    const attributes = {
      case: attribute(value.case),
      trial: attribute(value.trial),
      slices: Array.isArray(slices) ? slices.filter((slice) => typeof slice === "string") : [],
      cluster: attribute(cluster),
      unit: attribute(unit)
    };
    return [{ kind: "result", result: { place, attributes, outcome, errored: false }, problem: problem2 }];
  },
  fields: { caseBy: ["case"], trialBy: "trial", sliceBy: ["slices"], clusterBy: ["cluster"], unitBy: ["unit"] },
  settled: [],
  sameCase: null
};
function faultText2({ path, message: message2 }) {
  return `${path.length === 0 ? "" : `${pathText(path)}: `}${message2}`;
}

// src/score/results/promptfoo.ts
var promptfoo = {
  name: "promptfoo",
  looksLike: 'a JSON object with "results": {"version":3,"results":[{"success","testIdx","vars"}]}',
  container: "document",
  fits: (sample) => resultsOf(sample) !== null,
  read: (value) => (resultsOf(value) ?? []).map((one, index) => readResult(one, `results.results[${index}]`)),
  fields: { caseBy: ["test"], trialBy: "trial", sliceBy: [], clusterBy: [], unitBy: [] },
  settled: ["provider", "prompt"],
  sameCase: ["test", "provider", "prompt"]
};
var FAILURE_ERROR = 2;
var MAX_LABEL = 80;
function resultsOf(value) {
  const { results } = isJsonObject(value) ? value : {};
  if (!isJsonObject(results) || results.version !== 3) return null;
  return Array.isArray(results.results) ? results.results : null;
}
function readResult(value, place) {
  if (!isJsonObject(value)) return { kind: "problem", place, reason: "expected a JSON object" };
  const { success, failureReason, error } = value;
  const attributes = {
    ...detailsOf(value),
    provider: providerOf(value),
    prompt: promptOf(value),
    test: testOf(value)
  };
  if (failureReason === FAILURE_ERROR) {
    const outcome2 = undetermined(`the test errored: ${cut(attribute(error) ?? "no reason is given", 200)}`);
    return { kind: "result", result: { place, attributes, outcome: outcome2, errored: true }, problem: null };
  }
  const pass = typeof success === "boolean" ? success : null;
  const received2 = success === void 0 ? "none" : cut(JSON.stringify(success), 60);
  const problem2 = pass === null ? `success: expected true or false, received ${received2}` : null;
  const outcome = outcomeOf(pass, "an assertion failed", problem2 ?? "");
  return { kind: "result", result: { place, attributes, outcome, errored: false }, problem: problem2 };
}
function testOf({ testCase, vars, description }) {
  const test = isJsonObject(testCase) ? testCase : {};
  const variables = vars ?? test.vars ?? {};
  const label = attribute(test.description) ?? attribute(description) ?? canonicalJson(variables);
  return `${cut(label, MAX_LABEL)} #${hashJson([variables, test.assert ?? null]).slice(0, 8)}`;
}
function providerOf({ provider }) {
  if (!isJsonObject(provider)) return attribute(provider);
  return attribute(provider.label) ?? attribute(provider.id);
}
function promptOf({ prompt, promptIdx }) {
  return (isJsonObject(prompt) ? attribute(prompt.label) : attribute(prompt)) ?? attribute(promptIdx);
}
function detailsOf({ testCase, vars }) {
  const test = isJsonObject(testCase) ? testCase : {};
  return {
    description: attribute(test.description),
    ...isJsonObject(vars) ? plainAttributes(vars, "vars.") : {},
    ...isJsonObject(test.metadata) ? plainAttributes(test.metadata, "metadata.") : {}
  };
}

// src/score/results/tau-bench.ts
var tauBench2 = {
  name: "tau-bench",
  looksLike: 'a JSON list of {"task_id","trial","reward","info"}',
  container: "document",
  fits: (sample) => Array.isArray(sample) && sample.length > 0 && sample.every(isTauTrial),
  read: (value) => Array.isArray(value) ? value.map((one, index) => readTrial2(one, `[${index}]`)) : [],
  fields: { caseBy: ["task_id"], trialBy: "trial", sliceBy: [], clusterBy: [], unitBy: [] },
  settled: [],
  sameCase: null
};
var tau2Bench2 = {
  name: "tau2",
  looksLike: 'a JSON object with "simulations": [{"task_id","trial","reward_info"}] and "tasks"',
  container: "document",
  fits: (sample) => isJsonObject(sample) && Array.isArray(sample.simulations) && Array.isArray(sample.tasks),
  read: (value) => {
    const { simulations, info } = isJsonObject(value) ? value : {};
    const domain = nested(info, "environment_info", "domain_name");
    return Array.isArray(simulations) ? simulations.map((one, index) => readSimulation2(one, `simulations[${index}]`, attribute(domain))) : [];
  },
  fields: { caseBy: ["domain", "task_id"], trialBy: "trial", sliceBy: [], clusterBy: [], unitBy: [] },
  settled: [],
  sameCase: null
};
function isTauTrial(value) {
  return isJsonObject(value) && "task_id" in value && "trial" in value && "reward" in value;
}
function readTrial2(value, place) {
  if (!isTauTrial(value) || !isJsonObject(value)) {
    return { kind: "problem", place, reason: 'expected {"task_id","trial","reward","info"}' };
  }
  const error = attribute(nested(value.info, "error"));
  return judged2(plainAttributes(value), place, tauBaseSuccess(value) ?? value.reward, error);
}
function readSimulation2(value, place, domain) {
  if (!isJsonObject(value) || !("task_id" in value) || !("trial" in value)) {
    return { kind: "problem", place, reason: 'expected {"task_id","trial","reward_info"}' };
  }
  const broken = value.termination_reason === "infrastructure_error" ? "infrastructure error" : null;
  return judged2({ ...plainAttributes(value), domain }, place, nested(value.reward_info, "reward"), broken);
}
function judged2(attributes, place, reward, error) {
  if (error !== null) {
    const outcome2 = undetermined(`the trial errored: ${cut(error, 200)}`);
    return { kind: "result", result: { place, attributes, outcome: outcome2, errored: true }, problem: null };
  }
  const pass = rewardPassed(reward);
  const received2 = reward === void 0 ? "none" : cut(JSON.stringify(reward), 60);
  const problem2 = pass === null && reward !== null && reward !== void 0 ? `reward: expected 1 or 0, received ${received2}` : null;
  const outcome = outcomeOf(pass, "the reward is 0", problem2 ?? "no reward was given");
  return { kind: "result", result: { place, attributes, outcome, errored: false }, problem: problem2 };
}
function nested(value, ...keys) {
  return keys.reduce((inner, key) => isJsonObject(inner) ? inner[key] : void 0, value);
}

// src/score/results/formats.ts
var RESULT_FORMATS = [
  pawlResults,
  tauBench2,
  tau2Bench2,
  agentDojo2,
  promptfoo,
  inspectLog2,
  junitResults,
  csvResults
];
function parseResults(texts2, wanted) {
  const named3 = wanted === null ? null : formatNamed(wanted);
  const formats = texts2.map(({ text: text4, file }) => named3 ?? detect(text4, file));
  const [format] = formats;
  if (format === void 0) throw new UserError({ where: null, message: "there is no file of results", hint: null });
  const other = formats.findIndex((one) => one !== format);
  if (other !== -1) {
    const message2 = `is of format ${formats[other]?.name}, ${texts2[0]?.file} of ${format.name}`;
    throw new UserError({ where: texts2[other]?.file ?? null, message: message2, hint: "compare results of one format" });
  }
  const readings = texts2.flatMap(({ text: text4, file }) => {
    const own = read2(text4, file, format);
    return texts2.length === 1 ? own : own.map((reading) => ofRun(reading, file));
  });
  return { format, readings: format.sameCase === null ? readings : numbered2(readings, format.sameCase) };
}
function ofRun(reading, file) {
  if (reading.kind !== "result") return { ...reading, place: `${file} ${reading.place}` };
  const { result } = reading;
  const place = `${file} ${result.place}`;
  return { ...reading, result: { ...result, place, attributes: { ...result.attributes, run: file } } };
}
function numbered2(readings, sameCase) {
  const seen = /* @__PURE__ */ new Map();
  return readings.map((reading) => {
    if (reading.kind !== "result") return reading;
    const { result } = reading;
    const key = JSON.stringify(sameCase.map((name) => result.attributes[name] ?? null));
    const trial2 = (seen.get(key) ?? 0) + 1;
    seen.set(key, trial2);
    const attributes = { ...result.attributes, trial: String(trial2) };
    return { ...reading, result: { ...result, attributes } };
  });
}
var FIRST_LINES = 20;
function detect(text4, file) {
  const document = parsePythonJson(text4);
  const first = text4.split("\n", FIRST_LINES).map((line) => parseJson(line)).find(isJsonObject);
  const columns = columnsOf(parseCsv(text4.slice(0, text4.indexOf("\n") + 1 || text4.length)));
  const xml = /^\s*</.test(text4) ? xmlRoot(text4) : void 0;
  const sampleOf = { document, lines: first, table: columns, xml };
  const fitting = RESULT_FORMATS.filter(({ container, fits }) => {
    const sample = sampleOf[container];
    return sample !== void 0 && fits(sample);
  });
  const [only] = fitting;
  if (only !== void 0 && fitting.length === 1) return only;
  if (fitting.length > 1) {
    const names = fitting.map(({ name }) => name).join(" and ");
    throw new UserError({ where: file, message: `could be ${names}`, hint: `say which with --format ${only?.name}` });
  }
  throw new UserError({ where: file, message: `no known kind of results, ${receivedText(text4)}`, hint: lookedFor() });
}
function formatNamed(wanted) {
  const format = RESULT_FORMATS.find(({ name }) => name === wanted);
  if (format !== void 0) return format;
  const names = RESULT_FORMATS.map(({ name }) => name);
  const message2 = `expected one of ${names.join(", ")}, received ${JSON.stringify(cut(wanted, 60))}`;
  throw new UserError({ where: "--format", message: message2, hint: `did you mean ${(0, import_fastest_levenshtein3.closest)(wanted, names)}?` });
}
function receivedText(text4) {
  if (text4.trim() === "") return "the file is empty";
  const beginning = `it begins with ${JSON.stringify(cut(text4.slice(0, 200), 60))}`;
  return /^\s*[[{]/.test(text4) && parseJson(text4) === void 0 ? `${beginning}; as JSON: ${jsonFault(text4)}` : beginning;
}
function lookedFor() {
  return `looked for:
${RESULT_FORMATS.map(({ name, looksLike }) => `    ${name}: ${looksLike}`).join("\n")}`;
}
function read2(text4, file, format) {
  switch (format.container) {
    case "document":
      return readDocument2(text4, file, format);
    case "lines":
      return text4.split("\n").flatMap((line, index) => line.trim() === "" ? [] : readLine(line, index + 1, format));
    case "table":
      return readTable2(parseCsv(text4), file, format);
    case "xml": {
      const readings = format.read(text4);
      if (!("kind" in readings)) return readings;
      const where = `${file}:${readings.line}:${readings.column}`;
      throw new UserError({ where, message: `no well-formed XML: ${readings.reason}`, hint: null });
    }
    default:
      return format;
  }
}
function readDocument2(text4, file, format) {
  const value = parsePythonJson(text4);
  if (value !== void 0 && format.fits(value) && (Array.isArray(value) || isJsonObject(value))) {
    return format.read(value, "");
  }
  const message2 = value === void 0 ? `no JSON: ${jsonFault(text4)}` : "the document has another shape";
  throw new UserError({ where: file, message: message2, hint: `${format.name} is ${format.looksLike}` });
}
function readLine(line, number3, format) {
  const place = `line ${number3}`;
  const value = parseJson(line);
  if (isJsonObject(value)) return format.read(value, place);
  const reason = value === void 0 ? jsonFault(line) : `expected a JSON object, received ${cut(line, 60)}`;
  return [{ kind: "problem", place, reason }];
}
function readTable2([header, ...lines], file, format) {
  const columns = header === void 0 ? void 0 : columnsOf([header]);
  if (columns === void 0 || !format.fits(columns)) {
    throw new UserError({ where: file, message: "the first line names other columns", hint: format.looksLike });
  }
  return lines.flatMap((line) => {
    const place = `line ${line.line}`;
    if (line.kind === "problem") return [{ kind: "problem", place, reason: line.reason }];
    if (line.cells.length !== columns.length) {
      const reason = `expected ${columns.length} cells, received ${line.cells.length}`;
      return [{ kind: "problem", place, reason }];
    }
    const row = Object.fromEntries(columns.map((name, index) => [name, line.cells[index] ?? ""]));
    return format.read(row, place);
  });
}
function columnsOf([header]) {
  if (header === void 0 || header.kind === "problem") return void 0;
  const columns = header.cells.map((name) => name.trim());
  return new Set(columns).size === columns.length ? columns : void 0;
}

// src/score/results/select.ts
var MAX_UNREADABLE_SHARE = 0.1;
function selectResults({ format, readings }, selection, file) {
  const fields = { ...format.fields, ...selection.fields };
  const read3 = readings.filter((reading) => reading.kind === "result");
  const unknown = unknownKeys(read3, selection);
  if (unknown.length > 0) throw new UserError(unknown);
  const chosen = read3.filter(({ result }) => meets(result.attributes, selection.conditions));
  const faults = [
    ...nothingLeft(read3, chosen, selection.conditions, file),
    ...unsettled(chosen, format.settled, selection, fields, file)
  ];
  if (faults.length > 0) throw new UserError(faults);
  const named3 = chosen.map((one) => ({ ...one, row: rowOf(one.result, fields) }));
  const rows = named3.flatMap(({ row }) => row === null ? [] : [row]);
  const contradictions = [...twice(rows, fields, file), ...twoGroups(rows, file)];
  if (contradictions.length > 0) throw new UserError(contradictions);
  const skipped = readings.filter((reading) => reading.kind === "skipped").length;
  const torn = readings.filter((reading) => reading.kind === "problem");
  const problems = [
    ...torn.map(({ place, reason }) => ({ place, reason, kept: false })),
    ...named3.flatMap(({ row, result: { place }, problem: problem2 }) => {
      if (row === null) return [{ place, reason: "no value tells its case or its trial", kept: false }];
      return problem2 === null ? [] : [{ place, reason: problem2, kept: true }];
    })
  ];
  const unreadable = tooManyUnreadable(problems, torn.length + chosen.length, file);
  if (unreadable !== null) throw new UserError(unreadable);
  return { rows, problems, fields, leftOut: read3.length - chosen.length, skipped };
}
function tooManyUnreadable(problems, all, file) {
  const lost = problems.filter(({ kept }) => !kept);
  const [first] = lost;
  if (first === void 0 || lost.length <= MAX_UNREADABLE_SHARE * all) return null;
  return {
    where: file,
    message: `${lost.length} of ${all} results could not be read, such as ${first.place}: ${cut(first.reason, 200)}`,
    hint: `at most ${100 * MAX_UNREADABLE_SHARE} % may be left out`
  };
}
function unknownKeys(read3, { conditions, fields }) {
  if (read3.length === 0) return [];
  const known = new Set(read3.flatMap(({ result }) => Object.keys(result.attributes)));
  const asked = [
    ...conditions.map(({ key, where }) => ({ key, where })),
    ...(fields.caseBy ?? []).map((key) => ({ key, where: "--case-by" })),
    ...fields.trialBy == null ? [] : [{ key: fields.trialBy, where: "--trial-by" }],
    ...(fields.sliceBy ?? []).map((key) => ({ key, where: "--slice-by" })),
    ...(fields.clusterBy ?? []).map((key) => ({ key, where: "--cluster" })),
    ...(fields.unitBy ?? []).map((key) => ({ key, where: "--unit" }))
  ];
  const hint = `the results have ${cut([...known].sort().join(", "), 400)}`;
  return asked.filter(({ key }) => !known.has(key)).map(({ key, where }) => ({ where, message: `no result has ${JSON.stringify(cut(key, 60))}`, hint }));
}
function meets(attributes, conditions) {
  const byKey = Map.groupBy(conditions, ({ key }) => key);
  return [...byKey].every(([key, values]) => {
    const own = valuesOf(attributes, key);
    return values.some(({ value }) => own.includes(value) || value === "null" && own.length === 0);
  });
}
function nothingLeft(read3, chosen, conditions, file) {
  if (chosen.length > 0) return [];
  if (read3.length === 0) return [{ where: file, message: "holds no result that could be read", hint: null }];
  const keys = [...new Set(conditions.map(({ key }) => key))];
  const hint = keys.map((key) => `${key} is ${distinct(read3, key)}`).join("; ");
  return [{ where: file, message: `none of ${read3.length} results meets the conditions`, hint }];
}
function unsettled(chosen, settled, { conditions }, { caseBy, trialBy }, file) {
  const said2 = /* @__PURE__ */ new Set([...conditions.map(({ key }) => key), ...caseBy, trialBy]);
  return settled.filter((key) => !said2.has(key) && new Set(chosen.map(({ result }) => result.attributes[key] ?? null)).size > 1).map((key) => ({
    where: file,
    message: `holds results of more than one ${key}: ${distinct(chosen, key)}`,
    hint: `choose with --where ${key}=..., or --base-where and --head-where`
  }));
}
function rowOf({ attributes, outcome, errored, place }, fields) {
  const caseId = joined2(attributes, fields.caseBy);
  const trial2 = fields.trialBy === null ? "1" : joined2(attributes, [fields.trialBy]);
  if (caseId === null || trial2 === null) return null;
  const slices = fields.sliceBy.flatMap(
    (key) => valuesOf(attributes, key).map((value) => fields.sliceBy.length === 1 ? value : `${key}=${value}`)
  );
  const cluster = joined2(attributes, fields.clusterBy);
  return { caseId, trial: trial2, outcome, errored, slices, cluster, unit: joined2(attributes, fields.unitBy), place };
}
function joined2(attributes, keys) {
  const values = keys.flatMap((key) => valuesOf(attributes, key));
  return values.length === 0 ? null : values.join("/");
}
function valuesOf(attributes, key) {
  const value = Object.hasOwn(attributes, key) ? attributes[key] ?? null : null;
  return value === null ? [] : typeof value === "string" ? [value] : value;
}
var MAX_SHOWN = 5;
function twice(rows, { trialBy }, file) {
  const byTrial = Map.groupBy(rows, ({ caseId, trial: trial2 }) => JSON.stringify([caseId, trial2]));
  const repeated = [...byTrial.values()].filter((same) => same.length > 1);
  if (repeated.length === 0) return [];
  const shown4 = repeated.slice(0, MAX_SHOWN).map((same) => {
    const places = cut(same.map(({ place }) => place).join(", "), 100);
    return `case ${cut(same[0]?.caseId ?? "", 100)}${trialBy === null ? "" : `, trial ${same[0]?.trial}`} (${places})`;
  });
  const more = repeated.length > MAX_SHOWN ? ` and ${repeated.length - MAX_SHOWN} more` : "";
  const hint = "a result counts once: choose with --where, or name what tells trials apart with --trial-by";
  return [{ where: file, message: `holds the same trial more than once: ${shown4.join("; ")}${more}`, hint }];
}
function twoGroups(rows, file) {
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
  return ["cluster", "unit"].flatMap((kind) => {
    const split2 = [...byCase].filter(([, own]) => new Set(own.map((row) => row[kind])).size > 1).map(([id]) => id);
    if (split2.length === 0) return [];
    const message2 = `${split2.length} cases are of more than one ${kind}, such as ${cut(split2[0] ?? "", 100)}`;
    return [{ where: file, message: message2, hint: `the ${kind} is a property of the case, the same in all of its trials` }];
  });
}
function distinct(read3, key) {
  const values = [...new Set(read3.flatMap(({ result }) => [...valuesOf(result.attributes, key), "null"].slice(0, 1)))];
  return cut(values.sort().join(", "), 200);
}

// src/score/command.ts
import { spawn as spawn2 } from "node:child_process";
import { setTimeout as delay8, setImmediate as nextTurn2 } from "node:timers/promises";

// src/score/outcome.ts
var MAX_REASON_LENGTH = 400;
var PASS2 = { kind: "pass" };
function fail2(reason) {
  return { kind: "fail", reason: cut(reason, MAX_REASON_LENGTH) };
}
function undetermined2(reason) {
  return { kind: "undetermined", reason: cut(reason, MAX_REASON_LENGTH) };
}

// src/score/command.ts
var MAX_OUTPUT_BYTES3 = 64 * 1024 * 1024;
var STDERR_TAIL_LENGTH = 500;
var DRAIN_MS2 = 150;
async function runCommandScorer(scorer2, trials, launch) {
  if (trials.length === 0) return [];
  const input = trials.map((trial2) => `${JSON.stringify(trial2)}
`).join("");
  const run = await runShell(scorer2, input, launch(scorer2.command));
  const all = (problem2) => trials.map(() => undetermined2(`command scorer "${scorer2.name}": ${problem2}`));
  if (run.kind === "failed") return all(run.problem);
  const lines = run.stdout.split("\n").filter((line) => line.trim() !== "");
  if (lines.length !== trials.length) {
    return all(`expected ${trials.length} lines, one a trial, received ${lines.length}`);
  }
  return lines.map((line, index) => readLine2(line, `command scorer "${scorer2.name}", line ${index + 1}`));
}
function readLine2(line, where) {
  const value = parseJson(line);
  if (!isJsonObject(value) || typeof value.pass !== "boolean") {
    return undetermined2(`${where}: expected {"pass": true|false, "reason"?: string}, received ${cut(line, 100)}`);
  }
  if (value.pass) return PASS2;
  return fail2(typeof value.reason === "string" ? value.reason : "the command says so and gives no reason");
}
function runShell(scorer2, input, { file, args, ...options }) {
  return new Promise((resolve) => {
    const child = spawn2(file, args, { ...options, detached: true });
    const stdout = [];
    let stdoutBytes = 0;
    let stderrTail = "";
    let problem2 = null;
    const stop = (why) => {
      problem2 ??= why;
      if (child.pid !== void 0) killGroup(child.pid);
    };
    const timer = setTimeout(() => stop(`no end within ${scorer2.timeoutMs / 1e3} s`), scorer2.timeoutMs);
    child.stdout.on("data", (chunk) => {
      stdoutBytes += chunk.length;
      if (stdoutBytes > MAX_OUTPUT_BYTES3) stop(`its output is larger than ${MAX_OUTPUT_BYTES3} bytes`);
      else stdout.push(chunk);
    });
    child.stderr.on("data", (chunk) => {
      stderrTail = `${stderrTail}${chunk.toString("utf8")}`.slice(-STDERR_TAIL_LENGTH);
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ kind: "failed", problem: `it could not be started: ${messageOf(error)}` });
    });
    child.on("exit", async (exitCode, signal) => {
      clearTimeout(timer);
      if (child.pid !== void 0) killGroup(child.pid);
      await drain(child);
      if (problem2 !== null) resolve({ kind: "failed", problem: problem2 });
      else if (exitCode !== 0) resolve({ kind: "failed", problem: exitText2(exitCode, signal, stderrTail) });
      else resolve({ kind: "done", stdout: Buffer.concat(stdout).toString("utf8") });
    });
    child.stdin.on("error", (error) => {
      stderrTail = `${stderrTail}(stdin: ${messageOf(error)})`;
    });
    child.stdin.end(input);
  });
}
async function drain(child) {
  const closed = new Promise((resolve) => child.once("close", () => resolve()));
  await Promise.race([closed, delay8(DRAIN_MS2, void 0, { ref: false }).then(() => nextTurn2())]);
  child.stdout.destroy();
  child.stderr.destroy();
}
function exitText2(exitCode, signal, stderrTail) {
  const how = exitCode === null ? `ended by ${signal}` : `exit code ${exitCode}`;
  return stderrTail.trim() === "" ? how : `${how}: ${stderrTail}`;
}
function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

// src/score/usage.ts
function modelCallsOf(trajectory) {
  return trajectory.steps.filter((step) => step.kind === "model_call");
}
function usageOf2(trajectory) {
  const answered2 = modelCallsOf(trajectory).filter((call) => call.response !== null);
  const sum2 = (of) => answered2.reduce((total2, call) => total2 + (call.usage === null ? 0 : of(call.usage)), 0);
  return {
    inputTokens: sum2((usage) => usage.inputTokens),
    outputTokens: sum2((usage) => usage.outputTokens),
    cachedInputTokens: sum2((usage) => usage.cachedInputTokens),
    complete: answered2.every((call) => call.usage !== null)
  };
}

// src/score/cost.ts
function costOf(trajectory, prices, counts = (source) => source === "provider") {
  let total2 = 0;
  for (const call of modelCallsOf(trajectory)) {
    if (!counts(call.source) || call.response === null) continue;
    const price = priceOf(call.model, prices);
    if (price === null || call.usage === null) return null;
    const { inputTokens, outputTokens, cachedInputTokens } = call.usage;
    const fresh = Math.max(0, inputTokens - cachedInputTokens);
    total2 += fresh * price.inputUsdPerMillion + cachedInputTokens * price.cachedInputUsdPerMillion + outputTokens * price.outputUsdPerMillion;
  }
  return total2 / 1e6;
}
function priceOf(model, prices) {
  if (Object.hasOwn(prices, model)) return prices[model] ?? null;
  let best = null;
  for (const [name, price] of Object.entries(prices)) {
    if (!name.endsWith("*") || !model.startsWith(name.slice(0, -1))) continue;
    if (best === null || name.length > best.length) best = { length: name.length, price };
  }
  return best?.price ?? null;
}

// src/score/subject.ts
function toolCallsOf(trial2) {
  return trial2.trajectory.steps.filter((step) => step.kind === "tool_call");
}
function asRecorded(call) {
  return call.recordedAs ?? call;
}

// src/score/measures.ts
function measure(trial2, prices) {
  const tools = toolCallsOf(trial2);
  const models = modelCallsOf(trial2.trajectory);
  const usage = usageOf2(trial2.trajectory);
  return {
    steps: trial2.trajectory.steps.length,
    modelCalls: models.length,
    toolCalls: tools.length,
    toolCallsByTool: countByName(tools.map((call) => call.name)),
    toolErrors: tools.filter((call) => call.outcome.kind === "error").length,
    inputTokens: usage.complete ? usage.inputTokens : null,
    outputTokens: usage.complete ? usage.outputTokens : null,
    latencyMs: latencyOf(trial2),
    costUsd: costOf(trial2.trajectory, prices)
  };
}
function latencyOf(trial2) {
  const models = modelCallsOf(trial2.trajectory);
  const live = models.length > 0 && models.every((call) => call.source === "provider");
  return live && trial2.end.kind === "answered" ? trial2.durationMs : null;
}
function countByName(names) {
  const counts = /* @__PURE__ */ new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => a < b ? -1 : 1));
}

// src/score/arguments-valid.ts
function judgeArgumentsValid({ trial: trial2, context: context2, prefixOnly }) {
  const outcomes = toolCallsOf(trial2).map((call) => judgeCall(call, context2));
  const failed2 = outcomes.find((outcome) => outcome.kind === "fail");
  if (failed2 !== void 0) return failed2;
  const unknown = outcomes.find((outcome) => outcome.kind === "undetermined");
  if (unknown !== void 0) return unknown;
  return prefixOnly === null ? PASS2 : undetermined2(prefixOnly);
}
function judgeCall(call, context2) {
  if (call.match === "schema_error") {
    const told = call.outcome.kind === "error" ? textOf2(call.outcome.value) : "the call was refused";
    return fail2(`${call.name}: ${told} in ${cut(canonicalJson(call.arguments), 200)}`);
  }
  const definition = context2.tools.find((tool) => tool.name === call.name);
  if (definition === void 0) return undetermined2(`no schema is known for the tool ${call.name}`);
  const schema = compileSchema(definition.parameters);
  if (schema.kind === "unusable")
    return undetermined2(`the schema of ${call.name} is no valid JSON Schema: ${schema.problem}`);
  const problems = schema.problemsOf(call.arguments);
  if (problems.length === 0) return PASS2;
  return fail2(`${call.name}: ${problems.join("; ")} in ${cut(canonicalJson(call.arguments), 200)}`);
}
function textOf2(value) {
  return typeof value === "string" ? value : canonicalJson(value);
}

// src/score/command-result.ts
function judgeCommandResult(expected, { context: context2, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const result = context2.commandResults.get(expected.name);
  return result ?? undetermined2(`the command scorer "${expected.name}" gave no result for this trial`);
}

// src/score/max-steps.ts
function judgeMaxSteps(expected, { trial: trial2, prefixOnly }) {
  const steps = trial2.trajectory.steps.length;
  if (steps > expected.limit) return fail2(`${steps} steps, at most ${expected.limit} are allowed`);
  return prefixOnly === null ? PASS2 : undetermined2(prefixOnly);
}

// src/score/max-tokens.ts
function judgeMaxTokens(expected, { trial: trial2, prefixOnly }) {
  const usage = usageOf2(trial2.trajectory);
  const tokens = usage.inputTokens + usage.outputTokens;
  if (tokens > expected.limit) return fail2(`${tokens} tokens, at most ${expected.limit} are allowed`);
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  return usage.complete ? PASS2 : undetermined2("a model answer did not say how many tokens it used");
}

// src/score/output.ts
function outputText(trajectory) {
  const { output } = trajectory;
  if (output === null) return null;
  return typeof output === "string" ? output : canonicalJson(output);
}
function outputValues(trajectory) {
  const { output } = trajectory;
  if (typeof output !== "string") return [output];
  const parsed = parseJson(output);
  return parsed === void 0 ? [output] : [output, parsed];
}

// src/score/output-contains.ts
function judgeOutputContains(expected, { trial: trial2, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const text4 = outputText(trial2.trajectory);
  if (text4 === null) return fail2(`expected an output that contains "${expected.text}", received none`);
  const found = expected.ignoreCase ? text4.toLowerCase().includes(expected.text.toLowerCase()) : text4.includes(expected.text);
  return found ? PASS2 : fail2(`the output does not contain "${expected.text}": ${text4}`);
}

// src/score/output-equals.ts
function judgeOutputEquals(expected, { trial: trial2, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const wanted = canonicalJson(expected.value);
  const equal = outputValues(trial2.trajectory).some((value) => canonicalJson(value) === wanted);
  return equal ? PASS2 : fail2(`expected the output ${wanted}, received ${canonicalJson(trial2.trajectory.output)}`);
}

// src/score/output-json-path.ts
var import_json_p32 = __toESM(require_json_p3_cjs(), 1);
function judgeOutputJsonPath(expected, { trial: trial2, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  let nodes;
  try {
    nodes = outputValues(trial2.trajectory).flatMap((value) => (0, import_json_p32.query)(expected.path, value).values());
  } catch (error) {
    return undetermined2(`the path ${cut(expected.path, 100)} is no JSONPath (RFC 9535): ${messageOf(error)}`);
  }
  if (nodes.length === 0) return fail2(`${expected.path} selects nothing in the output`);
  if (expected.equals === void 0) return PASS2;
  return equalsAny(nodes, expected.equals) ? PASS2 : fail2(
    `${expected.path} should be ${canonicalJson(expected.equals)}, received ${nodes.map(canonicalJson).join(", ")}`
  );
}
function equalsAny(nodes, wanted) {
  const text4 = canonicalJson(wanted);
  return nodes.some((node) => canonicalJson(node) === text4);
}

// src/score/output-json-schema.ts
function judgeOutputJsonSchema(expected, { trial: trial2, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const schema = compileSchema(expected.schema);
  if (schema.kind === "unusable")
    return undetermined2(`the expectation's schema is no valid JSON Schema: ${schema.problem}`);
  const readings = outputValues(trial2.trajectory).map(schema.problemsOf);
  if (readings.some((problems) => problems.length === 0)) return PASS2;
  return fail2(`the output does not satisfy its schema: ${readings.at(-1)?.join("; ")}`);
}

// src/score/output-matches.ts
var MAX_TEXT_LENGTH = 2e4;
var MAX_PATTERN_LENGTH = 1e3;
function judgeOutputMatches(expected, { trial: trial2, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const pattern = compile2(expected.pattern, expected.flags);
  if (typeof pattern === "string") return undetermined2(pattern);
  const text4 = outputText(trial2.trajectory);
  if (text4 === null) return fail2(`expected an output that matches ${pattern}, received none`);
  if (pattern.test(text4.slice(0, MAX_TEXT_LENGTH))) return PASS2;
  if (text4.length > MAX_TEXT_LENGTH) {
    return undetermined2(`no match for ${pattern} in the first ${MAX_TEXT_LENGTH} characters; the rest is not searched`);
  }
  return fail2(`the output does not match ${pattern}: ${text4}`);
}
function compile2(pattern, flags) {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    return `the pattern has ${pattern.length} characters, at most ${MAX_PATTERN_LENGTH} are accepted`;
  }
  if (!/^[iu]*$/.test(flags)) return `flags of a pattern are "i" and "u", received "${flags}"`;
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    return `the pattern ${cut(pattern, 100)} is no regular expression: ${messageOf(error)}`;
  }
}

// src/score/state-changes.ts
function judgeStateChanges(subject) {
  const { theCase, trial: trial2, context: context2, prefixOnly } = subject;
  if (theCase.recordings.length === 0) return undetermined2("the case has no recording to compare state changes with");
  const calls = toolCallsOf(trial2).filter((call) => !context2.isReadOnly(asRecorded(call).name));
  const unknowable = calls.filter((call) => trial2.standing === "not_covered" && call.outcome.kind === "missing");
  const made = countCalls(calls.filter((call) => !unknowable.includes(call) && changedState(call)).map(asRecorded));
  const recorded = theCase.recordings.map((recording) => stateChangesOf(recording, context2.isReadOnly));
  if (recorded.every((expected) => !isWithin(made, expected))) return fail2(differenceText(made, recorded));
  const [unknown] = unknowable;
  if (unknown !== void 0) return undetermined2(`what ${unknown.name} changes is not on any tape`);
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const same = recorded.some((expected) => isWithin(made, expected) && isWithin(expected, made));
  return same ? PASS2 : fail2(differenceText(made, recorded));
}
function changedState(call) {
  return call.outcome.kind !== "error";
}
function stateChangesOf(recording, isReadOnly) {
  const calls = recording.steps.filter((step) => step.kind === "tool_call");
  return countCalls(calls.filter((call) => call.outcome.kind === "result" && !isReadOnly(call.name)));
}
function countCalls(calls) {
  const counts = /* @__PURE__ */ new Map();
  for (const call of calls) counts.set(callText(call), (counts.get(callText(call)) ?? 0) + 1);
  return counts;
}
function isWithin(part, whole) {
  return [...part].every(([call, count5]) => count5 <= (whole.get(call) ?? 0));
}
function differenceText(made, recorded) {
  const differences = recorded.map((expected) => ({ extra: minus(made, expected), missing: minus(expected, made) }));
  const nearest = differences.toSorted((a, b) => size(a) - size(b))[0] ?? { extra: [], missing: [] };
  const parts = [
    ...nearest.extra.map((call) => `made ${call}`),
    ...nearest.missing.map((call) => `did not make ${call}`)
  ];
  return `state changes differ from every recording: ${parts.join("; ")}`;
}
function size(difference) {
  return difference.extra.length + difference.missing.length;
}
function minus(a, b) {
  return [...a].flatMap(([call, count5]) => {
    const surplus = count5 - (b.get(call) ?? 0);
    if (surplus <= 0) return [];
    return [surplus === 1 ? call : `${call} (${surplus} times)`];
  });
}

// src/score/tools-forbidden.ts
function judgeToolsForbidden(expected, { trial: trial2, prefixOnly }) {
  const forbidden = new Set(expected.tools);
  const call = toolCallsOf(trial2).find((made) => forbidden.has(made.name) || forbidden.has(asRecorded(made).name));
  if (call !== void 0) return fail2(`called a forbidden tool: ${callText(call)}`);
  return prefixOnly === null ? PASS2 : undetermined2(prefixOnly);
}

// src/score/tools-required.ts
function judgeToolsRequired(expected, { trial: trial2, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const accepted = toolCallsOf(trial2).filter((call) => call.match !== "schema_error");
  const called = new Set(accepted.flatMap((call) => [call.name, asRecorded(call).name]));
  const missing = expected.tools.filter((tool) => !called.has(tool));
  return missing.length === 0 ? PASS2 : fail2(`required but not called: ${missing.join(", ")}`);
}

// src/score/call-match.ts
function callMatcher(mode, overrides) {
  return (actual, expected) => {
    if (actual.name !== expected.name) return false;
    const own = Object.hasOwn(overrides, expected.name) ? overrides[expected.name] : void 0;
    return argumentsMatch(own ?? mode, withoutNulls(actual.arguments), withoutNulls(expected.arguments));
  };
}
function argumentsMatch(mode, actual, expected) {
  switch (mode) {
    case "ignore":
      return true;
    case "exact":
      return canonicalJson(actual) === canonicalJson(expected);
    case "subset":
      return bothObjects(actual, expected, (a, e) => contains(e, a));
    case "superset":
      return bothObjects(actual, expected, (a, e) => contains(a, e));
    default:
      return mode;
  }
}
function bothObjects(a, b, relate) {
  return isJsonObject(a) && isJsonObject(b) ? relate(a, b) : canonicalJson(a) === canonicalJson(b);
}
function contains(whole, part) {
  return Object.entries(part).every(
    ([name, value]) => Object.hasOwn(whole, name) && canonicalJson(whole[name]) === canonicalJson(value)
  );
}
function pairCalls(left, right, fits) {
  const leftOfRight = right.map(() => null);
  const augment = (index, visited) => {
    const call = left[index];
    if (call === void 0) return false;
    for (const [candidate, partner] of right.entries()) {
      if (visited.has(candidate) || !fits(call, partner)) continue;
      visited.add(candidate);
      const holder = leftOfRight[candidate] ?? null;
      if (holder === null || augment(holder, visited)) {
        leftOfRight[candidate] = index;
        return true;
      }
    }
    return false;
  };
  for (const index of left.keys()) augment(index, /* @__PURE__ */ new Set());
  const pairs = left.map(() => null);
  for (const [candidate, index] of leftOfRight.entries()) if (index !== null) pairs[index] = candidate;
  return pairs;
}

// src/score/trajectory-match.ts
function judgeTrajectory(expected, subject) {
  const wanted = expected.calls ?? callsOfFirstRecording(subject);
  if (wanted === null) return undetermined2("the case has no recording to take the expected calls from");
  const matches3 = callMatcher(expected.arguments, expected.argumentOverrides);
  const actual = toolCallsOf(subject.trial).map(asRecorded);
  const problem2 = expected.mode === "strict" ? strictProblem(actual, wanted, matches3, subject.prefixOnly !== null) : setProblem(expected.mode, actual, wanted, matches3, subject.prefixOnly !== null);
  if (problem2 !== null) return fail2(problem2);
  return subject.prefixOnly === null ? PASS2 : undetermined2(subject.prefixOnly);
}
function callsOfFirstRecording({ theCase }) {
  return theCase.recordings[0]?.steps.filter((step) => step.kind === "tool_call") ?? null;
}
function strictProblem(actual, wanted, matches3, prefix) {
  for (const [index, call] of actual.entries()) {
    const expected = wanted[index];
    if (expected === void 0) return `tool call ${index + 1} is one too many: ${callText(call)}`;
    if (!matches3(call, expected)) {
      return `tool call ${index + 1}: expected ${callText(expected)}, received ${callText(call)}`;
    }
  }
  const missing = wanted[actual.length];
  return missing === void 0 || prefix ? null : `tool call ${actual.length + 1} is missing: ${callText(missing)}`;
}
function setProblem(mode, actual, wanted, matches3, prefix) {
  const partners = pairCalls(actual, wanted, matches3);
  const extra = actual.find((_, index) => partners[index] === null);
  if (mode !== "superset" && extra !== void 0) return `a call that is not expected: ${callText(extra)}`;
  const missing = wanted.find((_, index) => !partners.includes(index));
  if (mode !== "subset" && missing !== void 0 && !prefix) return `an expected call is missing: ${callText(missing)}`;
  return null;
}

// src/score/scorers.ts
var SCORERS = {
  output_contains: scorer("the output contains a text"),
  output_equals: scorer("the output equals a value"),
  output_matches: scorer("the output matches a regular expression"),
  output_json_schema: scorer("the output satisfies a JSON Schema"),
  output_json_path: scorer("a JSONPath selects in the output"),
  trajectory: scorer("the tool calls match the expected ones"),
  state_changes: scorer("the state changes are those of a recording"),
  tools_required: scorer("required tools are called"),
  tools_forbidden: scorer("forbidden tools are not called"),
  arguments_valid: scorer("tool arguments satisfy the tool's schema"),
  max_steps: scorer("the steps stay within a limit"),
  max_tokens: scorer("the tokens stay within a limit"),
  command: scorer("the user's own command")
};
var MEASURES = {
  steps: { direction: "lower", unit: "steps", title: "steps" },
  modelCalls: { direction: "lower", unit: "calls", title: "model calls" },
  toolCalls: { direction: "neither", unit: "calls", title: "tool calls" },
  toolCallsByTool: { direction: "neither", unit: "calls", title: "tool calls by tool" },
  toolErrors: { direction: "lower", unit: "calls", title: "tool errors" },
  inputTokens: { direction: "lower", unit: "tokens", title: "input tokens" },
  outputTokens: { direction: "lower", unit: "tokens", title: "output tokens" },
  latencyMs: { direction: "lower", unit: "ms", title: "latency" },
  costUsd: { direction: "lower", unit: "USD", title: "cost" }
};
function scorer(title) {
  return { direction: "higher", unit: "pass rate", title };
}
function judge3(expectation, subject) {
  switch (expectation.kind) {
    case "output_contains":
      return judgeOutputContains(expectation, subject);
    case "output_equals":
      return judgeOutputEquals(expectation, subject);
    case "output_matches":
      return judgeOutputMatches(expectation, subject);
    case "output_json_schema":
      return judgeOutputJsonSchema(expectation, subject);
    case "output_json_path":
      return judgeOutputJsonPath(expectation, subject);
    case "trajectory":
      return judgeTrajectory(expectation, subject);
    case "state_changes":
      return judgeStateChanges(subject);
    case "tools_required":
      return judgeToolsRequired(expectation, subject);
    case "tools_forbidden":
      return judgeToolsForbidden(expectation, subject);
    case "arguments_valid":
      return judgeArgumentsValid(subject);
    case "max_steps":
      return judgeMaxSteps(expectation, subject);
    case "max_tokens":
      return judgeMaxTokens(expectation, subject);
    case "command":
      return judgeCommandResult(expectation, subject);
    default:
      return expectation;
  }
}

// src/score/score-trial.ts
function scoreTrial(trial2, theCase, context2) {
  const expectations = theCase.expectations ?? context2.defaultExpectations;
  const ending = readEnd(trial2.end);
  const scores = expectations.map((expectation) => {
    if (ending.kind === "failed") return { scorer: expectation.kind, outcome: fail2(ending.reason) };
    const prefixOnly = ending.kind === "cut_short" ? ending.reason : null;
    const subject = { trial: trial2, theCase, context: context2, prefixOnly };
    return { scorer: expectation.kind, outcome: judge3(expectation, subject) };
  });
  const outcome = ending.kind === "failed" ? fail2(ending.reason) : combine(scores);
  return { outcome, scores, measures: measure(trial2, context2.prices) };
}
function readEnd(end) {
  switch (end.kind) {
    case "answered":
      return { kind: "answered" };
    case "agent_error":
      return { kind: "failed", reason: `the agent reported an error: ${end.message}` };
    case "crashed":
      return { kind: "failed", reason: crashText(end) };
    case "timed_out":
      return { kind: "failed", reason: `the agent gave no answer within ${end.afterMs / 1e3} s` };
    case "garbage":
      return { kind: "failed", reason: `the agent's answer is not ${end.expected}, received: ${end.received}` };
    case "stopped":
      return { kind: "cut_short", reason: `the trial was stopped: ${end.reason}` };
    case "provider_failed":
      return { kind: "cut_short", reason: `the provider failed (${end.httpStatus ?? "no answer"}): ${end.message}` };
    case "late_request":
      return { kind: "cut_short", reason: `a request came after the answer: ${end.message}` };
    default:
      return end;
  }
}
function crashText(end) {
  const how = end.signal === null ? `exit code ${end.exitCode ?? "unknown"}` : `signal ${end.signal}`;
  const said2 = end.stderrTail.trim() === "" ? "" : `: ${cut(end.stderrTail, 300)}`;
  return `the agent crashed (${how})${said2}`;
}
function combine(scores) {
  if (scores.length === 0) return undetermined2("the case states no expectation");
  const failed2 = reasonsOf(scores, "fail");
  if (failed2.length > 0) return fail2(failed2.join("; "));
  const open = reasonsOf(scores, "undetermined");
  return open.length > 0 ? undetermined2([...new Set(open)].join("; ")) : PASS2;
}
function reasonsOf(scores, kind) {
  return scores.flatMap(({ outcome }) => outcome.kind === kind && "reason" in outcome ? [outcome.reason] : []);
}

// src/report/escape.ts
import { stripVTControlCharacters } from "node:util";
var DECEPTIVE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
var CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
var BREAKS = /\r\n?|[\u2028\u2029]/g;
var PILED_MARKS = new RegExp("(\\p{Mn}{3})\\p{Mn}+", "gu");
var ZERO_WIDTH_SPACE = "\u200B";
var MARKUP = /[&<>`*~[\]|\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
function plainText(text4, max) {
  const capped = text4.length > max ? `${text4.slice(0, max)}\u2026` : text4;
  return stripVTControlCharacters(capped.toWellFormed()).replaceAll(BREAKS, "\n").replaceAll(CONTROL, "").replaceAll(DECEPTIVE, "").replaceAll(PILED_MARKS, "$1").replaceAll(/<!--|-->/g, "");
}
function oneLine(text4, max) {
  return plainText(text4, max).replaceAll(/\s+/g, " ").trim();
}
function terminalText(text4, max) {
  return oneLine(text4, max).replaceAll("##[", "## [").replace(/^::/, ": :");
}
function markdownText(text4, max) {
  return breakReferences(oneLine(text4, max)).replaceAll(MARKUP, (character) => `&#${character.codePointAt(0)};`);
}
function breakReferences(text4) {
  return text4.replaceAll("@", `@${ZERO_WIDTH_SPACE}`).replaceAll(/#(?=\w)/g, `#${ZERO_WIDTH_SPACE}`).replaceAll(/\b(gh)-(?=\d)/gi, `$1-${ZERO_WIDTH_SPACE}`).replaceAll("://", `:${ZERO_WIDTH_SPACE}//`).replaceAll(/\b(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`).replaceAll(/\b(mailto|xmpp|javascript|data):/gi, `$1${ZERO_WIDTH_SPACE}:`).replace(/^([#=]|[+-](?=[\s-])|\d+[.)](?=\s))/, `${ZERO_WIDTH_SPACE}$1`);
}
function markdownFence(text4, language, max) {
  const body = plainText(text4, max);
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${body}
${fence}`;
}

// src/report/differences.ts
var MAX_DIFFERENCES = 5;
var MAX_VALUE_LENGTH = 120;
var TEXT_BEFORE_DIFFERENCE = 24;
function differencesOf(base, head) {
  const found = [];
  walk("", base, head, found);
  return found;
}
function textDifference(base, head) {
  let same = 0;
  while (same < base.length && same < head.length && base[same] === head[same]) same += 1;
  const start2 = Math.max(0, same - TEXT_BEFORE_DIFFERENCE);
  const from = (text4) => `${start2 > 0 ? "\u2026" : ""}${text4.slice(start2)}`;
  return { path: "", base: shown(from(base)), head: shown(from(head)) };
}
function walk(path, base, head, found) {
  if (found.length >= MAX_DIFFERENCES) return;
  if (base !== void 0 && head !== void 0 && canonicalJson(base) === canonicalJson(head)) return;
  const baseMembers = membersOf2(base);
  const headMembers = membersOf2(head);
  if (baseMembers === null || headMembers === null || Array.isArray(base) !== Array.isArray(head)) {
    found.push({ path, base: valueText(base), head: valueText(head) });
    return;
  }
  for (const key of /* @__PURE__ */ new Set([...baseMembers.keys(), ...headMembers.keys()])) {
    walk(`${path}/${pointerToken(key)}`, baseMembers.get(key), headMembers.get(key), found);
  }
}
function membersOf2(value) {
  if (Array.isArray(value)) return new Map(value.map((item, index) => [String(index), item]));
  return isJsonObject(value) ? new Map(Object.entries(value)) : null;
}
function pointerToken(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function valueText(value) {
  return value === void 0 ? null : shown(typeof value === "string" ? value : canonicalJson(value), value);
}
function shown(text4, value = text4) {
  const cut2 = text4.length > MAX_VALUE_LENGTH ? `${text4.slice(0, MAX_VALUE_LENGTH)}\u2026` : text4;
  return typeof value === "string" ? JSON.stringify(cut2) : cut2;
}

// src/report/first-divergence.ts
function firstDivergence(base, head) {
  const baseCalls = toolCalls(base);
  const headCalls = toolCalls(head);
  for (let index = 0; index < Math.max(baseCalls.length, headCalls.length); index += 1) {
    const divergence = compareCalls(index + 1, baseCalls[index], headCalls[index]);
    if (divergence !== null) return divergence;
  }
  if (base.end.kind !== head.end.kind) return { kind: "end", base: base.end.kind, head: head.end.kind };
  const differences = outputDifferences(base.trajectory.output, head.trajectory.output);
  return differences.length === 0 ? null : { kind: "output", differences };
}
function schemaErrorText(call) {
  if (call.outcome.kind === "missing") return call.outcome.reason;
  const { value } = call.outcome;
  const text4 = typeof value === "string" ? value : canonicalJson(value);
  const prefix = `invalid arguments for ${call.name}: `;
  return text4.startsWith(prefix) ? text4.slice(prefix.length) : text4;
}
function toolCalls(run) {
  return run.trajectory.steps.filter((step) => step.kind === "tool_call");
}
function compareCalls(call, base, head) {
  if (base === void 0) {
    if (head === void 0) return null;
    return refusal2(call, head, "head") ?? { kind: "only_one_side", call, tool: head.name, side: "head" };
  }
  if (head === void 0) return { kind: "only_one_side", call, tool: base.name, side: "base" };
  if (base.match !== "schema_error") {
    const refused2 = refusal2(call, head, "head");
    if (refused2 !== null) return refused2;
  } else if (head.match !== "schema_error") return refusal2(call, base, "base");
  const baseAs = base.recordedAs ?? base;
  const headAs = head.recordedAs ?? head;
  if (baseAs.name !== headAs.name) return { kind: "other_tool", call, baseTool: base.name, headTool: head.name };
  const inArguments = differencesOf(baseAs.arguments, headAs.arguments);
  if (inArguments.length > 0) return { kind: "arguments", call, tool: head.name, differences: inArguments };
  const inOutcome = differencesOf(outcomeValue(base), outcomeValue(head));
  if (base.outcome.kind === head.outcome.kind && inOutcome.length === 0) return null;
  const kinds = { base: base.outcome.kind, head: head.outcome.kind };
  return { kind: "tool_outcome", call, tool: head.name, ...kinds, differences: inOutcome };
}
function refusal2(call, made, side) {
  if (made.match !== "schema_error") return null;
  return { kind: "schema_error", call, tool: made.name, side, message: schemaErrorText(made) };
}
function outcomeValue(call) {
  return call.outcome.kind === "missing" ? call.outcome.reason : call.outcome.value;
}
function outputDifferences(base, head) {
  if (typeof base === "string" && typeof head === "string") return base === head ? [] : [textDifference(base, head)];
  return differencesOf(base, head);
}

// src/report/case-evidence.ts
var MAX_STEPS = 30;
var MAX_UNCALLED = 5;
var MAX_TEXT_LENGTH2 = { none: 0, excerpt: 300, full: 4e3 };
var HIDDEN2 = "\u2026";
function caseEvidence(trials, content) {
  const base = ranked(trials, "base", "pass");
  const head = ranked(trials, "head", "fail");
  const [firstBase] = base;
  const [firstHead] = head;
  if (firstBase === void 0 || firstHead === void 0) return null;
  const sameKind = base.filter((one) => one.score.outcome.kind === firstBase.score.outcome.kind);
  const headPick = head.find((one) => isPairable(one, firstHead, sameKind)) ?? firstHead;
  const basePick = sameKind.find((one) => one.trial.number === headPick.trial.number) ?? firstBase;
  const divergence = firstDivergence(basePick.trial, headPick.trial);
  return {
    firstDivergence: divergence === null || content !== "none" ? divergence : withoutValues(divergence),
    base: viewOf(basePick, content),
    head: viewOf(headPick, content)
  };
}
function ranked(trials, side, wanted) {
  const rank = ({ score }) => score.outcome.kind === wanted ? 0 : 1;
  return trials.filter(({ trial: trial2 }) => trial2.side === side).toSorted((a, b) => rank(a) - rank(b) || a.trial.number - b.trial.number);
}
function isPairable(head, best, base) {
  const asTelling = head.score.outcome.kind === best.score.outcome.kind;
  return asTelling && base.some((one) => one.trial.number === head.trial.number);
}
function viewOf({ trial: trial2, score, uncalled }, content) {
  const { steps, output } = trial2.trajectory;
  const views = steps.flatMap((step, index) => viewStep(step, content, subAgentOf(trial2, index)));
  const models = steps.flatMap((step) => step.kind === "model_call" ? [step.model] : []);
  return {
    number: trial2.number,
    models: [...new Set(models)],
    outcome: content === "none" && score.outcome.kind !== "pass" ? { ...score.outcome, reason: HIDDEN2 } : score.outcome,
    steps: views.slice(0, MAX_STEPS),
    moreSteps: Math.max(0, views.length - MAX_STEPS),
    uncalled: (uncalled?.calls ?? []).slice(0, MAX_UNCALLED).map(({ name, arguments: args }) => `${name} ${shown2(args, content)}`),
    output: output === null ? null : shown2(output, content)
  };
}
function viewStep(step, content, agent) {
  if (step.kind === "model_call") {
    const texts2 = (step.response?.parts ?? []).flatMap((part) => part.kind === "text" ? [part.text] : []);
    const text4 = texts2.join("\n").trim();
    return text4 === "" ? [] : [{ kind: "text", text: shown2(text4, content) }];
  }
  const { outcome } = step;
  const result = shown2(outcome.kind === "missing" ? outcome.reason : outcome.value, content);
  return [
    {
      kind: "tool",
      ...agent === null ? {} : { agent },
      tool: step.name,
      arguments: shown2(step.arguments, content),
      outcome: outcome.kind,
      result
    }
  ];
}
function subAgentOf({ telemetry }, stepIndex) {
  const [, ...below] = telemetry?.steps.find((one) => one.stepIndex === stepIndex)?.agent ?? [];
  return below.length === 0 ? null : shown2(below.join(" > "), "excerpt");
}
function shown2(value, content) {
  const text4 = typeof value === "string" ? value : canonicalJson(value);
  const max = MAX_TEXT_LENGTH2[content];
  return text4.length <= max ? text4 : `${text4.slice(0, max)}${HIDDEN2}`;
}
function withoutValues(divergence) {
  if (!("differences" in divergence)) return divergence;
  const hide = (value) => value === null ? null : HIDDEN2;
  const differences = divergence.differences.map(({ path, base, head }) => ({
    path,
    base: hide(base),
    head: hide(head)
  }));
  return { ...divergence, differences };
}

// src/report/change-summary.ts
var MAX_LINES = 40;
var MAX_LINE_LENGTH = 300;
function summarise(change2, affecting) {
  const lines = change2.kind === "prompt" ? change2.lines : [];
  return {
    kind: change2.kind,
    path: change2.path,
    summary: summaryOf(change2),
    lines: lines.slice(0, MAX_LINES).map(lineText),
    affecting
  };
}
function summaryOf(change2) {
  switch (change2.kind) {
    case "prompt": {
      const added2 = change2.lines.filter((line) => line.kind === "added").length;
      const moved = change2.oldPath === null ? "" : `, renamed from ${change2.oldPath}`;
      const status = change2.status === "added" || change2.status === "removed" ? `${change2.status}, ` : "";
      return `${status}+${added2} -${change2.lines.length - added2} lines${moved}`;
    }
    case "tool":
      return `${change2.tool}: ${change2.effects.map(effectText).join("; ")}`;
    case "model_pin":
      return `${change2.pin}: ${change2.from ?? "none"} \u2192 ${change2.to ?? "none"}`;
    case "code":
    case "dependency":
    case "corpus":
    case "config":
      return change2.oldPath === null ? change2.status : `${change2.status} from ${change2.oldPath}`;
    default:
      return change2;
  }
}
function lineText(line) {
  const text4 = line.text.length > MAX_LINE_LENGTH ? `${line.text.slice(0, MAX_LINE_LENGTH)}\u2026` : line.text;
  return `${line.kind === "added" ? "+" : "-"} ${text4}`;
}
function effectText(effect) {
  switch (effect.kind) {
    case "tool_added":
      return "tool added";
    case "tool_removed":
      return "tool removed";
    case "tool_renamed":
      return `tool renamed from ${effect.from}`;
    case "description_changed":
      return "description changed";
    case "parameter_added":
      return `${effect.required ? "required" : "optional"} parameter ${effect.parameter} added`;
    case "parameter_removed":
      return `parameter ${effect.parameter} removed`;
    case "parameter_renamed":
      return `parameter ${effect.from} renamed to ${effect.to}`;
    case "parameter_type_changed":
      return `parameter ${effect.parameter} changed from ${effect.from} to ${effect.to}`;
    case "parameter_enum_changed":
      return enumText(effect);
    case "parameter_required_changed":
      return `parameter ${effect.parameter} is now ${effect.required ? "required" : "optional"}`;
    case "parameter_description_changed":
      return `description of ${effect.parameter} changed`;
    case "schema_changed":
      return effect.parameter === null ? "schema changed" : `schema of ${effect.parameter} changed`;
    case "unreadable":
      return `cannot be read on ${effect.side}: ${effect.reason}`;
    default:
      return effect;
  }
}
function enumText(effect) {
  const values = [...effect.added.map((value) => `+${value}`), ...effect.removed.map((value) => `-${value}`)];
  return `values of ${effect.parameter}: ${values.join(" ")}`;
}

// src/report/format.ts
function percent2(rate) {
  return `${(100 * rate).toFixed(1)}%`;
}
function points2(difference) {
  return `${signed(difference)} pp`;
}
function signed(difference) {
  const text4 = (100 * difference).toFixed(1);
  return difference > 0 && text4 !== "0.0" ? `+${text4}` : text4.replace(/^-0\.0$/, "0.0");
}
function pValue2(p) {
  if (p < 1e-15) return "p<1e-15";
  return p < 1e-3 ? `p=${p.toExponential(1)}` : `p=${p.toFixed(3)}`;
}
function number(n) {
  return n.toLocaleString("en-US");
}
function count4(n, singular, plural = `${singular}s`) {
  return `${number(n)} ${n === 1 ? singular : plural}`;
}
function duration2(ms) {
  const seconds = ms / 1e3;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
function dollars(costUsd) {
  if (costUsd === null) return "cost unknown";
  if (costUsd === 0 || costUsd >= 0.01) return `$${costUsd.toFixed(2)}`;
  return costUsd < 1e-4 ? "less than $0.0001" : `$${costUsd.toFixed(4)}`;
}
function list(items2, max) {
  if (items2.length <= max) return items2.join(", ");
  return `${items2.slice(0, max).join(", ")} and ${items2.length - max} more`;
}
function shortSha(sha) {
  return /^[0-9a-f]{40}$/.test(sha) ? sha.slice(0, 8) : sha;
}

// src/report/notes.ts
var MAX_PLACES = 5;
function findNotes(decision, facts) {
  const { corpus, changes, run } = facts;
  const { base, head } = decision;
  const notes = [];
  const skipped = corpus.files.reduce((sum2, file) => sum2 + file.problems, 0);
  if (skipped > 0) {
    const places = corpus.problems.map(
      ({ file, line, reason }) => `${file}${line === null ? "" : `:${line}`}: ${reason}`
    );
    notes.push({ kind: "corpus_lines_skipped", lines: skipped, places: places.slice(0, MAX_PLACES) });
  }
  const { added: added2, removed, edited } = corpus.diff ?? { added: [], removed: [], edited: [] };
  if (added2.length + removed.length + edited.length > 0) {
    notes.push({ kind: "corpus_changed", added: added2.length, removed: removed.length, edited: edited.length });
  }
  const settings = changes.filter((change2) => change2.kind === "config").map((change2) => change2.path);
  if (settings.length > 0) notes.push({ kind: "settings_changed", paths: settings });
  if (run.mode === "recorded") notes.push({ kind: "recorded_only" });
  const ran = base.attempted + head.attempted > 0;
  if (ran && run.isolation.kind === "none") notes.push({ kind: "not_isolated", why: run.isolation.why });
  const notExercised2 = decision.cases.filter((one) => one.affectedness === "not_exercised");
  for (const seen of [true, false]) {
    const cases = notExercised2.filter(({ verdict }) => verdict === "unaffected" === seen).length;
    if (cases > 0) notes.push({ kind: "not_exercised", cases, seen });
  }
  const perSide = [
    { kind: "undetermined_trials", base: base.undetermined, head: head.undetermined },
    { kind: "errored_trials", base: base.errored, head: head.errored },
    { kind: "assisted_trials", base: base.assisted, head: head.assisted }
  ];
  notes.push(...perSide.filter((note) => note.base + note.head > 0));
  if (run.storedBaseTrials > 0) notes.push({ kind: "stored_base_trials", trials: run.storedBaseTrials });
  if (decision.staleReservoirP !== null) notes.push({ kind: "stale_reservoir", p: decision.staleReservoirP });
  notes.push(...run.warnings.map((text4) => ({ kind: "warning", text: text4 })));
  if (run.costUsd === null) notes.push({ kind: "cost_unknown" });
  return notes;
}
function noteText(note) {
  switch (note.kind) {
    case "corpus_lines_skipped":
      return `${count4(note.lines, "corpus line")} could not be read and ${note.lines === 1 ? "is" : "are"} left out: ${note.places.join("; ")}${note.lines > note.places.length ? " \u2026" : ""}`;
    case "corpus_changed":
      return `head changes the corpus: ${note.added} added, ${note.removed} removed, ${note.edited} edited. Base's definition gates; added cases are reported only`;
    case "settings_changed":
      return `head changes ${list(note.paths, 3)}: base's settings judged this run, head's take effect after the merge`;
    case "recorded_only":
      return "recorded answers only, no model was asked: what they do not cover is undetermined";
    case "not_isolated":
      return `the agent ran without isolation: ${note.why}`;
    case "not_exercised":
      return note.seen ? `${count4(note.cases, "case")} not exercised by this change: head did as base in every trial drawn. Without stored base trials these are few; pawl reservoir fill draws more` : `${count4(note.cases, "case")} not exercised: some trials came to no result, or the agent made no request. That is no pass`;
    case "undetermined_trials":
      return `undetermined trials, neither passed nor failed: base ${note.base}, head ${note.head}`;
    case "errored_trials":
      return `errored trials: base ${note.base}, head ${note.head}`;
    case "assisted_trials":
      return `assisted trials (not every answer was simply the recorded one): base ${note.base}, head ${note.head}`;
    case "stored_base_trials":
      return `${count4(note.trials, "base trial")} ${note.trials === 1 ? "was" : "were"} drawn in an earlier job on the same base`;
    case "stale_reservoir":
      return `base's stored trials are stale: trials of base drawn now differ from them (${pValue2(note.p)}). Nothing blocks on them; fill the reservoir again`;
    case "warning":
      return note.text;
    case "cost_unknown":
      return "the cost is not known: a model has no price in the settings";
    case "external_results":
      return "results compared as they are: nothing was replayed. That both sides ran under the same conditions is for their harness to say";
    case "results_unreadable":
      return `${note.path}: ${unreadableText(note)}: ${note.places.join("; ")}${note.undetermined + note.leftOut > note.places.length ? " \u2026" : ""}`;
    case "one_sided_cases":
      return `${count4(note.cases, "case")} only on ${note.side}, compared with nothing: ${list(note.names, 5)}${note.side === "base" ? ". Its trials count as undetermined on head" : ""}`;
    default:
      return note;
  }
}
function unreadableText({ undetermined: undetermined3, leftOut }) {
  const parts = [
    undetermined3 === 0 ? "" : `${count4(undetermined3, "result")} neither passed nor failed, so undetermined`,
    leftOut === 0 ? "" : `${count4(leftOut, "result")} could not be read and ${leftOut === 1 ? "is" : "are"} left out`
  ];
  return parts.filter((part) => part !== "").join(", ");
}

// src/report/title.ts
function titleOf(decision, schemaErrors) {
  switch (decision.verdict) {
    case "block":
      return `BLOCK: ${blockText(decision, schemaErrors)}`;
    case "pass":
      return `PASS: ${passText(decision)}`;
    case "not_affected":
      return `NOT AFFECTED: ${firstReason(decision)}`;
    case "inconclusive":
      return `INCONCLUSIVE, not a pass: ${firstReason(decision)}`;
    case "error":
      return `ERROR, not a pass: ${firstReason(decision)}`;
    default:
      return decision.verdict;
  }
}
function blockText(decision, schemaErrors) {
  const names = new Set(
    decision.reasons.flatMap((reason) => reason.kind === "slice_regressed" ? [reason.slice] : [])
  );
  const slices = decision.comparisons.filter((one) => one.kind !== "cohort" && names.has(one.name)).toSorted((a, b) => (a.delta ?? 0) - (b.delta ?? 0));
  const cases = decision.reasons.flatMap((reason) => reason.kind === "case_broken" ? [reason.caseId] : []);
  const parts = [];
  if (slices.length > 0) parts.push(movedText(slices, "fell"));
  if (cases.length > 0) {
    const named3 = slices.length === 0 ? ` (${list(cases, 3)})` : "";
    parts.push(
      `${count4(cases.length, "case")} that passed on base now ${cases.length === 1 ? "fails" : "fail"}${named3}`
    );
  }
  const [refused2] = schemaErrors.filter((error) => error.headCalls > error.baseCalls);
  if (refused2 !== void 0)
    parts.push(`${refused2.tool} got ${count4(refused2.headCalls, "call")} with invalid arguments`);
  return parts.length === 0 ? firstReason(decision) : parts.join("; ");
}
function passText(decision) {
  const tested = decision.cases.length;
  const improved = decision.comparisons.filter((one) => one.kind !== "cohort" && one.verdict === "improved").toSorted((a, b) => (b.delta ?? 0) - (a.delta ?? 0));
  if (improved.length > 0) return `${movedText(improved, "rose")}; no regression found`;
  return decision.reasons[0] === void 0 ? `no regression found in ${count4(tested, "case")}` : firstReason(decision);
}
function movedText(slices, verb) {
  const [most] = slices;
  if (most === void 0) return "";
  const name = most.kind === "all" ? "the pass rate over all cases" : most.name;
  const { baseRate, headRate, delta } = most;
  const rates2 = baseRate === null || headRate === null || delta === null ? "" : ` from ${percent2(baseRate)} to ${percent2(headRate)} (${points2(delta)})`;
  return slices.length === 1 ? `${name} ${verb}${rates2}` : `${slices.length} slices ${verb}, most of all ${name}${rates2}`;
}
function firstReason(decision) {
  const [reason] = decision.reasons;
  return reason === void 0 ? "no reason is given" : reasonText(reason, decision.cases.length);
}
function corpusText({ lines, files }) {
  const cut2 = files === 0 ? "" : `${count4(files, "corpus file")} could not be read to the end`;
  const skipped = lines === 0 ? "" : `${count4(lines, "corpus line")} could not be read`;
  return `${[cut2, skipped].filter((part) => part !== "").join(" and ")}: what stood there was not tested`;
}
function reasonText(reason, cases) {
  switch (reason.kind) {
    case "slice_regressed":
      return `slice ${reason.slice} regressed`;
    case "case_broken":
      return `case ${reason.caseId} passed on base and fails on head`;
    case "slice_inconclusive":
      return `slice ${reason.slice}: ${reason.why}`;
    case "case_suspect":
      return `case ${reason.caseId} is suspect: it failed on head, not often enough to be sure`;
    case "not_seen":
      return `head did as base wherever it was seen, but ${count4(reason.cases, "case")} ${reason.cases === 1 ? "was" : "were"} not seen to the end on both sides`;
    case "nothing_exercised":
      return `nothing was exercised: ${reason.why}`;
    case "too_many_errors":
      return `${reason.errored} of ${count4(reason.trials, "trial")} on ${reason.side} errored (${percent2(reason.errored / Math.max(1, reason.trials))})`;
    case "missing_trials":
      return `${count4(reason.missing, "trial")} that ${reason.missing === 1 ? "was" : "were"} asked for did not come back`;
    case "not_covered":
      return `${reason.uncovered} of ${count4(reason.trials, "trial")} are not covered by what is recorded, and nothing may be drawn`;
    case "corpus_unreadable":
      return corpusText(reason);
    case "budget_spent":
      return `the budget of ${count4(reason.budget, "run")} does not settle it: ${count4(reason.runs, "run")} taken, at least ${reason.more} more needed`;
    case "nothing_changed":
      return reason.why;
    case "all_unaffected":
      return `base and head did exactly the same in all ${count4(reason.cases, "case")}`;
    case "not_exercised":
      return `this change exercises none of the ${count4(reason.cases, "case")}: head did exactly as base in ${count4(reason.trials, "trial")}`;
    case "bootstrap":
      return `this pull request adopts pawl: ${reason.why}`;
    case "no_regression_found":
      return `no regression found in ${count4(cases, "case")}`;
    default:
      return reason;
  }
}

// src/report/tool-schema-errors.ts
var MAX_MESSAGE_LENGTH = 300;
function findToolSchemaErrors(trials) {
  const tallies = /* @__PURE__ */ new Map();
  for (const trial2 of trials) {
    for (const step of trial2.trajectory.steps) {
      if (step.kind !== "tool_call" || step.match !== "schema_error") continue;
      const message2 = schemaErrorText(step).slice(0, MAX_MESSAGE_LENGTH);
      const key = JSON.stringify([step.name, message2]);
      const tally2 = tallies.get(key) ?? newTally(step.name, message2);
      tallies.set(key, tally2);
      if (trial2.side === "base") tally2.baseCalls += 1;
      else tally2.headCalls += 1;
      tally2.cases[trial2.side].add(trial2.caseId);
    }
  }
  return [...tallies.values()].map(({ cases, ...tally2 }) => ({ ...tally2, cases: tally2.headCalls > 0 ? cases.head.size : cases.base.size })).sort((a, b) => b.headCalls - b.baseCalls - (a.headCalls - a.baseCalls) || (a.tool < b.tool ? -1 : 1));
}
function newTally(tool, message2) {
  return { tool, message: message2, baseCalls: 0, headCalls: 0, cases: { base: /* @__PURE__ */ new Set(), head: /* @__PURE__ */ new Set() } };
}

// src/report/build.ts
var MAX_EVIDENCE = 40;
var MAX_DRIVERS_PER_SLICE = 5;
var MAX_PROBLEMS = 100;
function buildReport(input) {
  const { decision, run, policy, content } = input;
  const affecting = new Set(input.changes.affecting);
  const changes = input.changes.changes.map((change2) => summarise(change2, affecting.has(change2)));
  const corpus = corpusFacts(input);
  const toolSchemaErrors = findToolSchemaErrors(input.trials.map(({ trial: trial2 }) => trial2));
  const comparisons = (kind) => decision.comparisons.filter((one) => one.kind === kind);
  return {
    version: 1,
    verdict: decision.verdict,
    exitCode: exitCodeOf(decision.verdict, input.onInconclusive),
    title: titleOf(decision, toolSchemaErrors),
    reasons: decision.reasons,
    run,
    policy,
    content,
    corpus,
    changes,
    notAffected: input.changes.notAffected,
    slices: comparisons("slice"),
    cohorts: comparisons("cohort"),
    all: decision.comparisons.find((one) => one.kind === "all") ?? null,
    caseCounts: countVerdicts(decision.cases),
    cases: reportCases(input),
    toolSchemaErrors,
    measures: input.measures,
    base: decision.base,
    head: decision.head,
    notes: findNotes(decision, { corpus, changes, run }),
    external: null
  };
}
function exitCodeOf(verdict, onInconclusive) {
  switch (verdict) {
    case "pass":
    case "not_affected":
      return 0;
    case "block":
      return 1;
    case "error":
      return 4;
    case "inconclusive":
      return onInconclusive === "block" ? 5 : 0;
    default:
      return verdict;
  }
}
function corpusFacts({ corpus, content }) {
  const problems = corpus.problems.slice(0, MAX_PROBLEMS);
  return {
    files: corpus.files,
    cases: corpus.cases.length,
    retired: corpus.retired,
    // A reason quotes what stands in the line.
    problems: content === "none" ? problems.map((problem2) => ({ ...problem2, reason: "could not be read" })) : problems,
    diff: corpus.diff
  };
}
function countVerdicts(cases) {
  const counts = { broken: 0, suspect: 0, flaky: 0, undetermined: 0, ok: 0, unaffected: 0 };
  for (const { verdict } of cases) counts[verdict] += 1;
  return counts;
}
var ORDER = [
  "broken",
  "suspect",
  "ok",
  "unaffected",
  "flaky",
  "undetermined"
];
function listedCases(decision, drivers) {
  return decision.cases.filter((one) => drivers.has(one.caseId) || one.verdict !== "ok" && one.verdict !== "unaffected").toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || (a.p ?? 1) - (b.p ?? 1));
}
function reportCases(input) {
  const drivers = driversOf(input.decision);
  const caseById = new Map(input.corpus.cases.map((one) => [one.id, one]));
  const trialsByCase = Map.groupBy(input.trials, ({ trial: trial2 }) => trial2.caseId);
  let shown4 = 0;
  return listedCases(input.decision, drivers).map((one) => {
    const telling = one.verdict === "broken" || one.verdict === "suspect" || drivers.has(one.caseId);
    const evidence = telling && shown4 < MAX_EVIDENCE ? caseEvidence(trialsByCase.get(one.caseId) ?? [], input.content) : null;
    if (evidence !== null) shown4 += 1;
    return { ...one, ...groupsOf(caseById.get(one.caseId)), evidence };
  });
}
function driversOf(decision) {
  const regressed = decision.comparisons.filter((one) => one.kind !== "cohort" && one.verdict === "regressed");
  const slices = regressed.filter((one) => one.kind === "slice");
  const moved = slices.length > 0 ? slices : regressed;
  return new Set(moved.flatMap((one) => one.worse.slice(0, MAX_DRIVERS_PER_SLICE)));
}
function groupsOf(theCase) {
  return { slices: theCase?.slices ?? [], cohorts: theCase?.cohorts ?? [] };
}

// src/report/external.ts
var NO_TOOL_CALLS = { byMatch: {}, normalisations: {}, uncalled: { calls: 0, trials: 0 } };
var MAX_PLACES2 = 5;
function buildExternalReport(input) {
  const { decision, base, head, policyFile, gateOn, unitBy, clusterBy } = input;
  const { onlyBase, onlyHead, clusters, casesInUnits } = decision;
  const external = { base, head, policyFile, gateOn, unitBy, clusterBy, casesInUnits, onlyBase, onlyHead, clusters };
  return {
    version: 1,
    verdict: decision.verdict,
    exitCode: exitCodeOf(decision.verdict, input.onInconclusive),
    title: titleOf(decision, []),
    reasons: decision.reasons,
    run: runFacts(input),
    policy: decision.policy,
    content: "none",
    corpus: { files: [], cases: decision.cases.length, retired: 0, problems: [], diff: null },
    changes: [],
    notAffected: null,
    slices: decision.comparisons.filter((one) => one.kind === "slice"),
    cohorts: [],
    all: decision.comparisons.find((one) => one.kind === "all") ?? null,
    caseCounts: countVerdicts(decision.cases),
    cases: casesOf2(input),
    toolSchemaErrors: [],
    measures: [],
    base: decision.base,
    head: decision.head,
    notes: notesOf(decision, external),
    external
  };
}
function runFacts({ base, head, durationMs }) {
  return {
    baseSha: base.path,
    headSha: head.path,
    agent: base.format === head.format ? `${base.format} results` : `${base.format} and ${head.format} results`,
    mode: "external",
    isolation: { kind: "none", why: "nothing was replayed" },
    durationMs: Math.round(durationMs),
    providerCalls: 0,
    storedAnswers: 0,
    sharedAnswers: 0,
    inputTokens: 0,
    outputTokens: 0,
    costUsd: 0,
    storedBaseTrials: 0,
    noise: null,
    tools: { base: NO_TOOL_CALLS, head: NO_TOOL_CALLS },
    redactions: [],
    warnings: []
  };
}
function casesOf2({ decision, slicesOf }) {
  return listedCases(decision, driversOf(decision)).map((one) => ({
    ...one,
    slices: slicesOf.get(one.caseId) ?? [],
    cohorts: [],
    evidence: null
  }));
}
function notesOf({ base, head }, external) {
  const oneSided = [
    { side: "base", names: external.onlyBase },
    { side: "head", names: external.onlyHead }
  ];
  const perSide = [
    { kind: "undetermined_trials", base: base.undetermined, head: head.undetermined },
    { kind: "errored_trials", base: base.errored, head: head.errored }
  ];
  return [
    { kind: "external_results" },
    ...oneSided.flatMap(
      ({ side, names }) => names.length === 0 ? [] : [{ kind: "one_sided_cases", side, cases: names.length, names: names.slice(0, MAX_PLACES2) }]
    ),
    ...[external.base, external.head].flatMap(unreadableNote),
    ...perSide.filter((note) => note.base + note.head > 0)
  ];
}
function unreadableNote({ path, problems, keptCount, problemCount }) {
  if (problemCount === 0) return [];
  const places = problems.slice(0, MAX_PLACES2).map(({ place, reason }) => `${place}: ${reason}`);
  return [{ kind: "results_unreadable", path, undetermined: keptCount, leftOut: problemCount - keptCount, places }];
}

// src/report/json.ts
var import_ajv2 = __toESM(require_ajv(), 1);

// schema/report.v1.schema.json
var report_v1_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "report.v1.schema.json",
  title: "pawl report v1",
  description: "One gate run, complete. Texts from recordings, models and pull requests stand in it unescaped: escape them before you show them.",
  type: "object",
  required: [
    "version",
    "verdict",
    "exitCode",
    "title",
    "reasons",
    "run",
    "policy",
    "content",
    "corpus",
    "changes",
    "notAffected",
    "slices",
    "cohorts",
    "all",
    "caseCounts",
    "cases",
    "toolSchemaErrors",
    "measures",
    "base",
    "head",
    "notes",
    "external"
  ],
  properties: {
    version: {
      const: 1
    },
    verdict: {
      $ref: "#/definitions/verdict"
    },
    exitCode: {
      enum: [0, 1, 4, 5]
    },
    title: {
      type: "string"
    },
    reasons: {
      type: "array",
      items: {
        $ref: "#/definitions/reason"
      }
    },
    run: {
      $ref: "#/definitions/run"
    },
    policy: {
      $ref: "#/definitions/policy"
    },
    content: {
      enum: ["none", "excerpt", "full"]
    },
    corpus: {
      $ref: "#/definitions/corpus"
    },
    changes: {
      type: "array",
      items: {
        $ref: "#/definitions/change"
      }
    },
    notAffected: {
      type: ["string", "null"]
    },
    slices: {
      type: "array",
      items: {
        $ref: "#/definitions/comparison"
      }
    },
    cohorts: {
      type: "array",
      items: {
        $ref: "#/definitions/comparison"
      }
    },
    all: {
      anyOf: [
        {
          $ref: "#/definitions/comparison"
        },
        {
          type: "null"
        }
      ]
    },
    caseCounts: {
      type: "object",
      required: ["broken", "suspect", "flaky", "unaffected", "ok", "undetermined"],
      properties: {
        broken: {
          type: "integer",
          minimum: 0
        },
        suspect: {
          type: "integer",
          minimum: 0
        },
        flaky: {
          type: "integer",
          minimum: 0
        },
        unaffected: {
          type: "integer",
          minimum: 0
        },
        ok: {
          type: "integer",
          minimum: 0
        },
        undetermined: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    cases: {
      type: "array",
      items: {
        $ref: "#/definitions/case"
      }
    },
    toolSchemaErrors: {
      type: "array",
      items: {
        $ref: "#/definitions/toolSchemaError"
      }
    },
    measures: {
      type: "array",
      description: "Numbers beside pass and fail, mean per trial: shown, never judged.",
      items: {
        type: "object",
        required: ["name", "unit", "direction", "base", "head"],
        properties: {
          name: {
            type: "string"
          },
          unit: {
            enum: ["pass rate", "steps", "calls", "tokens", "ms", "USD"]
          },
          direction: {
            enum: ["higher", "lower", "neither"]
          },
          base: {
            type: ["number", "null"]
          },
          head: {
            type: ["number", "null"]
          }
        },
        additionalProperties: false
      }
    },
    base: {
      $ref: "#/definitions/counts"
    },
    head: {
      $ref: "#/definitions/counts"
    },
    notes: {
      type: "array",
      items: {
        $ref: "#/definitions/note"
      }
    },
    external: {
      description: "Results of another harness, compared as they are; null = pawl replayed.",
      anyOf: [
        {
          $ref: "#/definitions/external"
        },
        {
          type: "null"
        }
      ]
    }
  },
  additionalProperties: false,
  definitions: {
    external: {
      type: "object",
      required: [
        "base",
        "head",
        "policyFile",
        "gateOn",
        "unitBy",
        "clusterBy",
        "casesInUnits",
        "onlyBase",
        "onlyHead",
        "clusters"
      ],
      properties: {
        base: {
          $ref: "#/definitions/source"
        },
        head: {
          $ref: "#/definitions/source"
        },
        policyFile: {
          type: ["string", "null"],
          description: "The settings whose policy was applied; null = the defaults."
        },
        gateOn: {
          enum: ["unit", "cluster"],
          description: "What trades places under the null: cases (or what ran together), or whole clusters."
        },
        unitBy: {
          type: "array",
          items: {
            type: "string"
          }
        },
        clusterBy: {
          type: "array",
          items: {
            type: "string"
          }
        },
        casesInUnits: {
          type: "integer",
          minimum: 0
        },
        onlyBase: {
          type: "array",
          items: {
            type: "string"
          }
        },
        onlyHead: {
          type: "array",
          items: {
            type: "string"
          }
        },
        clusters: {
          type: "array",
          description: "Does a slice's difference hold for new tasks? Whole clusters trade places.",
          items: {
            type: "object",
            required: ["kind", "slice", "clusters", "informative", "p", "smallestP", "holds"],
            properties: {
              kind: {
                enum: ["slice", "cohort", "all"]
              },
              slice: {
                type: "string"
              },
              clusters: {
                type: "integer",
                minimum: 0
              },
              informative: {
                type: "integer",
                minimum: 0
              },
              p: {
                type: "number",
                minimum: 0,
                maximum: 1
              },
              smallestP: {
                type: "number",
                minimum: 0,
                maximum: 1
              },
              holds: {
                type: "boolean"
              }
            },
            additionalProperties: false
          }
        }
      },
      additionalProperties: false
    },
    source: {
      type: "object",
      required: [
        "path",
        "format",
        "conditions",
        "results",
        "leftOut",
        "skipped",
        "problems",
        "problemCount",
        "keptCount"
      ],
      properties: {
        path: {
          type: "string"
        },
        format: {
          type: "string"
        },
        conditions: {
          type: "array",
          items: {
            type: "string"
          }
        },
        results: {
          type: "integer",
          minimum: 0
        },
        leftOut: {
          type: "integer",
          minimum: 0
        },
        skipped: {
          type: "integer",
          minimum: 0
        },
        problems: {
          type: "array",
          items: {
            type: "object",
            required: ["place", "reason", "kept"],
            properties: {
              place: {
                type: "string"
              },
              reason: {
                type: "string"
              },
              kept: {
                type: "boolean",
                description: "true = the result counts as undetermined; false = nothing is known of it."
              }
            },
            additionalProperties: false
          }
        },
        problemCount: {
          type: "integer",
          minimum: 0
        },
        keptCount: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    verdict: {
      enum: ["pass", "not_affected", "block", "inconclusive", "error"]
    },
    reason: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "slice"],
          properties: {
            kind: {
              const: "slice_regressed"
            },
            slice: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "caseId"],
          properties: {
            kind: {
              const: "case_broken"
            },
            caseId: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "slice", "why"],
          properties: {
            kind: {
              const: "slice_inconclusive"
            },
            slice: {
              type: "string"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "caseId"],
          properties: {
            kind: {
              const: "case_suspect"
            },
            caseId: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "nothing_exercised"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "side", "errored", "trials"],
          properties: {
            kind: {
              const: "too_many_errors"
            },
            side: {
              enum: ["base", "head"]
            },
            errored: {
              type: "integer",
              minimum: 0
            },
            trials: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "missing"],
          properties: {
            kind: {
              const: "missing_trials"
            },
            missing: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "cases"],
          properties: {
            kind: {
              const: "not_seen"
            },
            cases: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "cases", "trials"],
          properties: {
            kind: {
              const: "not_exercised"
            },
            cases: {
              type: "integer",
              minimum: 0
            },
            trials: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "nothing_changed"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "cases"],
          properties: {
            kind: {
              const: "all_unaffected"
            },
            cases: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "bootstrap"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "runs", "budget", "more"],
          properties: {
            kind: {
              const: "budget_spent"
            },
            runs: {
              type: "integer",
              minimum: 0
            },
            budget: {
              type: "integer",
              minimum: 0
            },
            more: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "no_regression_found"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "uncovered", "trials"],
          properties: {
            kind: {
              const: "not_covered"
            },
            uncovered: {
              type: "integer",
              minimum: 0
            },
            trials: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "lines", "files"],
          properties: {
            kind: {
              const: "corpus_unreadable"
            },
            lines: {
              type: "integer",
              minimum: 0
            },
            files: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        }
      ]
    },
    isolation: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "uid"],
          properties: {
            kind: {
              const: "uid"
            },
            uid: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "bubblewrap"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "none"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        }
      ]
    },
    run: {
      type: "object",
      required: [
        "baseSha",
        "headSha",
        "agent",
        "mode",
        "isolation",
        "durationMs",
        "providerCalls",
        "storedAnswers",
        "sharedAnswers",
        "inputTokens",
        "outputTokens",
        "costUsd",
        "storedBaseTrials",
        "noise",
        "tools",
        "redactions",
        "warnings"
      ],
      properties: {
        baseSha: {
          type: "string"
        },
        headSha: {
          type: "string",
          description: "WORKTREE = the uncommitted working tree."
        },
        agent: {
          type: "string"
        },
        mode: {
          enum: ["live", "recorded", "external"],
          description: "external = nothing was run: base and head are result files of another harness."
        },
        isolation: {
          $ref: "#/definitions/isolation"
        },
        durationMs: {
          type: "number",
          minimum: 0
        },
        providerCalls: {
          type: "integer",
          minimum: 0
        },
        storedAnswers: {
          type: "integer",
          minimum: 0
        },
        sharedAnswers: {
          type: "integer",
          minimum: 0
        },
        inputTokens: {
          type: "integer",
          minimum: 0
        },
        outputTokens: {
          type: "integer",
          minimum: 0
        },
        costUsd: {
          type: ["number", "null"],
          minimum: 0,
          description: "US dollars paid in this run; null = some model has no known price."
        },
        storedBaseTrials: {
          type: "integer",
          minimum: 0
        },
        noise: {
          type: ["object", "null"],
          description: "The last A/A line of the store: how often noise alone blocks on this corpus, with 95 % limits; null = none was measured.",
          additionalProperties: false,
          required: ["ref", "cases", "trials", "pullRequests", "blocks", "low", "high"],
          properties: {
            ref: { type: "string", description: "The commit that was compared with itself." },
            cases: { type: "integer", minimum: 0 },
            trials: { type: "integer", minimum: 0 },
            pullRequests: { type: "integer", minimum: 1 },
            blocks: { type: "integer", minimum: 0 },
            low: { type: "number", minimum: 0, maximum: 1 },
            high: { type: "number", minimum: 0, maximum: 1 }
          }
        },
        tools: {
          description: "How the tool calls of each side were answered.",
          type: "object",
          required: ["base", "head"],
          properties: {
            base: { $ref: "#/definitions/toolCalls" },
            head: { $ref: "#/definitions/toolCalls" }
          },
          additionalProperties: false
        },
        redactions: {
          description: "What of model requests did not count when two were compared.",
          type: "array",
          items: {
            type: "object",
            required: ["name", "pattern"],
            properties: { name: { type: "string" }, pattern: { type: "string" } },
            additionalProperties: false
          }
        },
        warnings: {
          type: "array",
          items: {
            type: "string"
          },
          description: "What could not be read on the way (a tool file, a line of the store): counted as left out, never as a pass."
        }
      },
      additionalProperties: false
    },
    policy: {
      type: "object",
      required: [
        "alpha",
        "alphaSlicesShare",
        "looks",
        "spend",
        "futility",
        "budgetRuns",
        "protectMin",
        "deltaRelevant",
        "minEffect",
        "maxConfirmTrials"
      ],
      properties: {
        alpha: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        alphaSlicesShare: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        looks: {
          type: "array",
          items: {
            type: "integer",
            minimum: 1
          }
        },
        spend: {
          type: "array",
          items: {
            type: "number"
          }
        },
        futility: {
          type: "number"
        },
        budgetRuns: {
          type: ["integer", "null"],
          minimum: 1
        },
        protectMin: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        deltaRelevant: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        minEffect: {
          type: "number",
          minimum: 0,
          maximum: 1
        },
        maxConfirmTrials: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    corpus: {
      type: "object",
      required: ["files", "cases", "retired", "problems", "diff"],
      properties: {
        files: {
          type: "array",
          items: {
            type: "object",
            required: ["path", "cases", "problems"],
            properties: {
              path: {
                type: "string"
              },
              cases: {
                type: "integer",
                minimum: 0
              },
              problems: {
                type: "integer",
                minimum: 0
              }
            },
            additionalProperties: false
          }
        },
        cases: {
          type: "integer",
          minimum: 0
        },
        retired: {
          type: "integer",
          minimum: 0
        },
        problems: {
          type: "array",
          items: {
            type: "object",
            required: ["file", "line", "reason"],
            properties: {
              file: {
                type: "string"
              },
              line: {
                type: ["integer", "null"],
                minimum: 1
              },
              reason: {
                type: "string"
              }
            },
            additionalProperties: false
          }
        },
        diff: {
          anyOf: [
            {
              type: "object",
              required: ["added", "removed", "edited"],
              properties: {
                added: {
                  type: "array",
                  items: {
                    type: "string"
                  }
                },
                removed: {
                  type: "array",
                  items: {
                    type: "string"
                  }
                },
                edited: {
                  type: "array",
                  items: {
                    type: "string"
                  }
                }
              },
              additionalProperties: false
            },
            {
              type: "null"
            }
          ]
        }
      },
      additionalProperties: false
    },
    change: {
      type: "object",
      required: ["kind", "path", "summary", "lines", "affecting"],
      properties: {
        kind: {
          enum: ["prompt", "tool", "model_pin", "code", "dependency", "corpus", "config"]
        },
        path: {
          type: "string"
        },
        summary: {
          type: "string"
        },
        lines: {
          type: "array",
          items: {
            type: "string"
          }
        },
        affecting: {
          type: "boolean"
        }
      },
      additionalProperties: false
    },
    tally: {
      type: "object",
      required: ["passes", "trials", "undetermined"],
      properties: {
        passes: {
          type: "integer",
          minimum: 0
        },
        trials: {
          type: "integer",
          minimum: 0
        },
        undetermined: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    comparison: {
      description: "Rates are 0..1.",
      type: "object",
      required: [
        "kind",
        "name",
        "verdict",
        "cases",
        "affectedCases",
        "affectedShare",
        "base",
        "head",
        "baseRate",
        "headRate",
        "delta",
        "interval",
        "look",
        "stopped",
        "eValue",
        "p",
        "adjustedP",
        "mde80",
        "settling",
        "reasons",
        "worse",
        "better"
      ],
      properties: {
        kind: {
          enum: ["slice", "cohort", "all"]
        },
        name: {
          type: "string"
        },
        verdict: {
          enum: ["regressed", "improved", "not_worse", "underpowered", "inconclusive", "no_evidence"]
        },
        cases: {
          type: "integer",
          minimum: 0
        },
        affectedCases: {
          type: "integer",
          minimum: 0
        },
        affectedShare: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1,
          description: "On what share of their trials head left base's path, over the affected cases."
        },
        base: {
          $ref: "#/definitions/tally"
        },
        head: {
          $ref: "#/definitions/tally"
        },
        baseRate: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        headRate: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        delta: {
          type: ["number", "null"],
          minimum: -1,
          maximum: 1,
          description: "head - base."
        },
        interval: {
          description: "95 %.",
          anyOf: [
            {
              type: "object",
              required: ["low", "high"],
              properties: {
                low: {
                  type: "number"
                },
                high: {
                  type: "number"
                }
              },
              additionalProperties: false
            },
            {
              type: "null"
            }
          ]
        },
        look: {
          type: "integer",
          minimum: 1,
          description: "The look that the figures stand on, counted from 1."
        },
        stopped: {
          enum: ["rejected", "futility", "looks", "budget", null],
          description: "Why sampling stopped at that look; null = it has not, or it is a cohort."
        },
        eValue: {
          type: ["number", "null"],
          minimum: 0,
          description: "How much better 'head is worse' explains the data than 'nothing changed'. It allocates trials and never blocks."
        },
        p: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1,
          description: "One-sided p of 'head is worse', before correction."
        },
        adjustedP: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        mde80: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        settling: {
          description: "What would settle an inconclusive slice: so many more runs show a drop of 'drop' with 80 % power.",
          anyOf: [
            {
              type: "object",
              required: ["runs", "calls", "costUsd", "drop"],
              properties: {
                runs: {
                  type: "integer",
                  minimum: 0
                },
                calls: {
                  type: "integer",
                  minimum: 0
                },
                costUsd: {
                  type: ["number", "null"],
                  minimum: 0
                },
                drop: {
                  type: "number",
                  minimum: 0,
                  maximum: 1
                }
              },
              additionalProperties: false
            },
            {
              type: "null"
            }
          ]
        },
        reasons: {
          type: "array",
          items: {
            type: "string"
          }
        },
        worse: {
          type: "array",
          items: {
            type: "string"
          }
        },
        better: {
          type: "array",
          items: {
            type: "string"
          }
        }
      },
      additionalProperties: false
    },
    caseVerdict: {
      enum: ["broken", "suspect", "flaky", "unaffected", "ok", "undetermined"]
    },
    outcome: {
      oneOf: [
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "pass"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "reason"],
          properties: {
            kind: {
              const: "fail"
            },
            reason: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "reason"],
          properties: {
            kind: {
              const: "undetermined"
            },
            reason: {
              type: "string"
            }
          },
          additionalProperties: false
        }
      ]
    },
    step: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "text"],
          properties: {
            kind: {
              const: "text"
            },
            text: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "tool", "arguments", "outcome", "result"],
          properties: {
            kind: {
              const: "tool"
            },
            agent: {
              type: "string"
            },
            tool: {
              type: "string"
            },
            arguments: {
              type: "string"
            },
            outcome: {
              enum: ["result", "error", "missing"]
            },
            result: {
              type: "string"
            }
          },
          additionalProperties: false
        }
      ]
    },
    toolCalls: {
      type: "object",
      required: ["byMatch", "normalisations", "uncalled"],
      properties: {
        byMatch: {
          type: "object",
          propertyNames: {
            enum: [
              "exact",
              "normalised",
              "renamed",
              "other_state",
              "nearest",
              "simulated",
              "live",
              "schema_error",
              "miss",
              "agent"
            ]
          },
          additionalProperties: { type: "integer", minimum: 1 }
        },
        normalisations: {
          description: "Calls that the tape has in another way of writing, by the normalisation.",
          type: "object",
          additionalProperties: { type: "integer", minimum: 1 }
        },
        uncalled: {
          description: "Recorded calls that trials left out though they came to their end.",
          type: "object",
          required: ["calls", "trials"],
          properties: {
            calls: { type: "integer", minimum: 0 },
            trials: { type: "integer", minimum: 0 }
          },
          additionalProperties: false
        }
      },
      additionalProperties: false
    },
    trial: {
      type: "object",
      required: ["number", "models", "outcome", "steps", "moreSteps", "uncalled", "output"],
      properties: {
        number: {
          type: "integer",
          minimum: 0
        },
        models: {
          type: "array",
          items: {
            type: "string"
          }
        },
        outcome: {
          $ref: "#/definitions/outcome"
        },
        steps: {
          type: "array",
          items: {
            $ref: "#/definitions/step"
          }
        },
        uncalled: {
          description: "Recorded calls that the trial left out; the first of them.",
          type: "array",
          items: { type: "string" }
        },
        moreSteps: {
          type: "integer",
          minimum: 0
        },
        output: {
          type: ["string", "null"]
        }
      },
      additionalProperties: false
    },
    differences: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "base", "head"],
        properties: {
          path: {
            type: "string",
            description: "JSON pointer, RFC 6901."
          },
          base: {
            type: ["string", "null"]
          },
          head: {
            type: ["string", "null"]
          }
        },
        additionalProperties: false
      },
      maxItems: 5
    },
    divergence: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "call", "tool", "side", "message"],
          properties: {
            kind: {
              const: "schema_error"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            tool: {
              type: "string"
            },
            side: {
              enum: ["base", "head"]
            },
            message: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "call", "baseTool", "headTool"],
          properties: {
            kind: {
              const: "other_tool"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            baseTool: {
              type: "string"
            },
            headTool: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "call", "tool", "side"],
          properties: {
            kind: {
              const: "only_one_side"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            tool: {
              type: "string"
            },
            side: {
              enum: ["base", "head"]
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "call", "tool", "differences"],
          properties: {
            kind: {
              const: "arguments"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            tool: {
              type: "string"
            },
            differences: {
              $ref: "#/definitions/differences"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "call", "tool", "base", "head", "differences"],
          properties: {
            kind: {
              const: "tool_outcome"
            },
            call: {
              type: "integer",
              minimum: 0
            },
            tool: {
              type: "string"
            },
            base: {
              enum: ["result", "error", "missing"]
            },
            head: {
              enum: ["result", "error", "missing"]
            },
            differences: {
              $ref: "#/definitions/differences"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "base", "head"],
          properties: {
            kind: {
              const: "end"
            },
            base: {
              enum: [
                "answered",
                "agent_error",
                "crashed",
                "timed_out",
                "garbage",
                "stopped",
                "provider_failed",
                "late_request"
              ]
            },
            head: {
              enum: [
                "answered",
                "agent_error",
                "crashed",
                "timed_out",
                "garbage",
                "stopped",
                "provider_failed",
                "late_request"
              ]
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "differences"],
          properties: {
            kind: {
              const: "output"
            },
            differences: {
              $ref: "#/definitions/differences"
            }
          },
          additionalProperties: false
        }
      ]
    },
    case: {
      type: "object",
      required: ["caseId", "verdict", "affectedness", "base", "head", "p", "reason", "slices", "cohorts", "evidence"],
      properties: {
        caseId: {
          type: "string"
        },
        verdict: {
          $ref: "#/definitions/caseVerdict"
        },
        affectedness: {
          enum: ["open", "prefix", "none", "not_exercised"]
        },
        base: {
          $ref: "#/definitions/tally"
        },
        head: {
          $ref: "#/definitions/tally"
        },
        p: {
          type: ["number", "null"],
          minimum: 0,
          maximum: 1
        },
        reason: {
          type: "string"
        },
        slices: {
          type: "array",
          items: {
            type: "string"
          }
        },
        cohorts: {
          type: "array",
          items: {
            type: "string"
          }
        },
        evidence: {
          anyOf: [
            {
              type: "object",
              required: ["firstDivergence", "base", "head"],
              properties: {
                firstDivergence: {
                  anyOf: [
                    {
                      $ref: "#/definitions/divergence"
                    },
                    {
                      type: "null"
                    }
                  ]
                },
                base: {
                  $ref: "#/definitions/trial"
                },
                head: {
                  $ref: "#/definitions/trial"
                }
              },
              additionalProperties: false
            },
            {
              type: "null"
            }
          ]
        }
      },
      additionalProperties: false
    },
    toolSchemaError: {
      type: "object",
      required: ["tool", "message", "baseCalls", "headCalls", "cases"],
      properties: {
        tool: {
          type: "string"
        },
        message: {
          type: "string"
        },
        baseCalls: {
          type: "integer",
          minimum: 0
        },
        headCalls: {
          type: "integer",
          minimum: 0
        },
        cases: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    counts: {
      description: "attempted = determined + undetermined; errored, diverged, notCovered and assisted are counted among attempted.",
      type: "object",
      required: [
        "attempted",
        "determined",
        "undetermined",
        "errored",
        "diverged",
        "notCovered",
        "assisted",
        "unaffected",
        "stored",
        "missing"
      ],
      properties: {
        attempted: {
          type: "integer",
          minimum: 0
        },
        determined: {
          type: "integer",
          minimum: 0
        },
        undetermined: {
          type: "integer",
          minimum: 0
        },
        errored: {
          type: "integer",
          minimum: 0
        },
        diverged: {
          type: "integer",
          minimum: 0
        },
        notCovered: {
          type: "integer",
          minimum: 0
        },
        assisted: {
          type: "integer",
          minimum: 0
        },
        unaffected: {
          type: "integer",
          minimum: 0
        },
        stored: {
          type: "integer",
          minimum: 0
        },
        missing: {
          type: "integer",
          minimum: 0
        }
      },
      additionalProperties: false
    },
    note: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "lines", "places"],
          properties: {
            kind: {
              const: "corpus_lines_skipped"
            },
            lines: {
              type: "integer",
              minimum: 0
            },
            places: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "added", "removed", "edited"],
          properties: {
            kind: {
              const: "corpus_changed"
            },
            added: {
              type: "integer",
              minimum: 0
            },
            removed: {
              type: "integer",
              minimum: 0
            },
            edited: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "paths"],
          properties: {
            kind: {
              const: "settings_changed"
            },
            paths: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "recorded_only"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "why"],
          properties: {
            kind: {
              const: "not_isolated"
            },
            why: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "cases", "seen"],
          properties: {
            kind: {
              const: "not_exercised"
            },
            cases: {
              type: "integer",
              minimum: 0
            },
            seen: {
              type: "boolean"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "base", "head"],
          properties: {
            kind: {
              const: "undetermined_trials"
            },
            base: {
              type: "integer",
              minimum: 0
            },
            head: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "base", "head"],
          properties: {
            kind: {
              const: "errored_trials"
            },
            base: {
              type: "integer",
              minimum: 0
            },
            head: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "base", "head"],
          properties: {
            kind: {
              const: "assisted_trials"
            },
            base: {
              type: "integer",
              minimum: 0
            },
            head: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "trials"],
          properties: {
            kind: {
              const: "stored_base_trials"
            },
            trials: {
              type: "integer",
              minimum: 0
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "p"],
          properties: {
            kind: {
              const: "stale_reservoir"
            },
            p: {
              type: "number",
              minimum: 0,
              maximum: 1
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "text"],
          properties: {
            kind: {
              const: "warning"
            },
            text: {
              type: "string"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "cost_unknown"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              const: "external_results"
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "path", "undetermined", "leftOut", "places"],
          properties: {
            kind: {
              const: "results_unreadable"
            },
            path: {
              type: "string"
            },
            undetermined: {
              type: "integer",
              minimum: 0
            },
            leftOut: {
              type: "integer",
              minimum: 0
            },
            places: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        },
        {
          type: "object",
          required: ["kind", "side", "cases", "names"],
          properties: {
            kind: {
              const: "one_sided_cases"
            },
            side: {
              enum: ["base", "head"]
            },
            cases: {
              type: "integer",
              minimum: 0
            },
            names: {
              type: "array",
              items: {
                type: "string"
              }
            }
          },
          additionalProperties: false
        }
      ]
    }
  }
};

// src/report/json.ts
function renderJson(report) {
  return `${JSON.stringify(report, null, 2)}
`;
}
function parseReport(text4) {
  const value = parseJson(text4);
  if (!isJsonObject(value)) throw notAReport("expected a JSON object", text4);
  if (value.version !== 1) throw notAReport("expected version 1", `version ${JSON.stringify(value.version)}`);
  const validate = new import_ajv2.Ajv({ allErrors: true, strict: false }).compile(report_v1_schema_default);
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  throw notAReport(`${first?.instancePath ?? ""} ${first?.message ?? "does not match the schema"}`, null);
}
function notAReport(problem2, received2) {
  const message2 = `this is no pawl report: ${problem2}${received2 === null ? "" : `, received ${cut(received2, 100)}`}`;
  return new UserError({ where: null, message: message2, hint: "write it with the same version of pawl that reads it" });
}

// src/report/noise.ts
var import_picocolors = __toESM(require_picocolors(), 1);

// src/report/slice-row.ts
var LABELS = {
  regressed: { verdict: "REGRESSED", tone: "bad" },
  inconclusive: { verdict: "INCONCLUSIVE", tone: "warn" },
  improved: { verdict: "IMPROVED", tone: "good" },
  underpowered: { verdict: "UNDERPOWERED", tone: "warn" },
  not_worse: { verdict: "not worse", tone: "plain" },
  no_evidence: { verdict: "~", tone: "plain" }
};
var ORDER2 = Object.keys(LABELS);
function groupSlices(comparisons) {
  const sorted = comparisons.toSorted(
    (a, b) => ORDER2.indexOf(a.verdict) - ORDER2.indexOf(b.verdict) || (a.delta ?? 0) - (b.delta ?? 0)
  );
  const hasMoved = (one) => ["regressed", "inconclusive", "improved"].includes(one.verdict);
  const rest = sorted.filter((one) => !hasMoved(one));
  return {
    moved: sorted.filter(hasMoved),
    unmoved: rest.filter((one) => !isUnaffected(one)),
    unaffected: rest.filter(isUnaffected)
  };
}
function isUnaffected({ affectedCases, verdict }) {
  return affectedCases === 0 && verdict === "not_worse";
}
function sliceRow(one) {
  return {
    name: one.kind === "all" ? "all cases" : one.name,
    n: sampleText(one),
    rates: `${one.baseRate === null ? "none" : percent2(one.baseRate)} \u2192 ${one.headRate === null ? "none" : percent2(one.headRate)}`,
    delta: deltaText(one),
    evidence: evidenceText(one),
    ...LABELS[one.verdict],
    affected: [affectedText(one), stoppedText(one)].filter((part) => part !== "").join(", "),
    why: one.verdict === "inconclusive" ? one.reasons[0] ?? null : null
  };
}
function affectedText({ affectedCases, affectedShare, cases }) {
  const share3 = affectedShare === null || affectedShare === 1 ? "" : ` in ${percent2(affectedShare)} of their trials`;
  if (affectedCases === 0 || affectedCases === cases && share3 === "") return "";
  return `${affectedCases} of ${cases} cases affected${share3}`;
}
function stoppedText({ stopped: stopped2, look, eValue }) {
  return stopped2 === null || eValue === null ? "" : `stopped at look ${look}`;
}
function sampleText(one) {
  const trials = one.head.trials + one.head.undetermined;
  const each = one.cases === 0 ? 0 : trials / one.cases;
  return Number.isInteger(each) && each > 0 ? `${one.cases}\xD7${each}` : `${one.cases} (${trials} trials)`;
}
function deltaText(one) {
  if (one.delta === null) return "";
  const interval = one.interval === null ? "" : ` [${signed(one.interval.low)}, ${signed(one.interval.high)}]`;
  return `${points2(one.delta)}${interval}`;
}
function evidenceText(one) {
  switch (one.verdict) {
    case "improved":
      return "";
    case "underpowered":
      return one.mde80 === null ? "no drop would be seen" : `a drop of ${(100 * one.mde80).toFixed(0)} pp would be seen`;
    case "regressed":
    case "inconclusive":
    case "not_worse":
    case "no_evidence":
      if (one.adjustedP !== null) return `${pValue2(one.adjustedP)} adj`;
      return one.p === null ? "" : pValue2(one.p);
    default:
      return one.verdict;
  }
}

// src/report/facts.ts
var MODES = {
  live: "live",
  recorded: "recorded answers only",
  external: "compared as they are"
};
function runLine(report) {
  const { run } = report;
  const tested = count4(report.corpus.cases, "case");
  const mode = MODES[run.mode];
  return [
    `${shortSha(run.baseSha)} \u2192 ${shortSha(run.headSha)}`,
    run.agent,
    mode,
    tested,
    duration2(run.durationMs)
  ].join(" \xB7 ");
}
function hermeticTrials({ external }, counts) {
  const others = counts.assisted + counts.diverged + counts.notCovered + counts.errored;
  return external === null ? counts.attempted - others : 0;
}
function reconciliationText(report, counts) {
  const among = [
    [hermeticTrials(report, counts), "hermetic"],
    [counts.errored, "errored"],
    [counts.diverged, "diverged"],
    [counts.notCovered, "not covered"],
    [counts.assisted, "assisted"],
    [counts.unaffected, "unaffected"],
    [counts.stored, "stored"]
  ];
  const shown4 = among.flatMap(([n, word]) => n === 0 ? [] : [`${number(n)} ${word}`]);
  const missing = counts.missing === 0 ? "" : `; ${number(counts.missing)} missing`;
  const sum2 = `${number(counts.attempted)} attempted = ${number(counts.determined)} determined + ${number(counts.undetermined)} undetermined`;
  return `${sum2}${shown4.length === 0 ? "" : ` (${shown4.join(", ")})`}${missing}`;
}
function costText({ run }) {
  if (run.mode === "external") return "nothing was replayed, nothing was paid";
  const answers = `${count4(run.providerCalls, "provider call")}, ${number(run.storedAnswers)} stored and ${number(run.sharedAnswers)} shared answers`;
  if (run.providerCalls === 0) return `${answers}; nothing was paid`;
  const tokens = `${number(run.inputTokens)} tokens in, ${number(run.outputTokens)} out`;
  return `${answers}; ${tokens}; ${dollars(run.costUsd)}`;
}
function sourceTexts({ external }) {
  if (external === null) return [];
  const sides = ["base", "head"].map((side) => {
    const { path, conditions, results, leftOut, skipped } = external[side];
    const chosen = conditions.length === 0 ? "" : ` where ${conditions.join(", ")}`;
    return `${side} ${path}${chosen}: ${number(results)} of ${count4(results + leftOut, "result")}${skipped === 0 ? "" : `, ${number(skipped)} skipped`}`;
  });
  return external.policyFile === null ? sides : [...sides, `policy of ${external.policyFile}`];
}
function overallText({ all, slices }) {
  if (all === null || slices.length === 0) return null;
  const row = sliceRow(all);
  return `n=${row.n}  ${row.rates}  ${row.delta}`;
}
function isolationText({ run, base, head }) {
  if (run.mode === "external" || base.attempted + head.attempted === 0) return null;
  const apart = "base and head lay at different paths, each $ROOT in the request keys";
  switch (run.isolation.kind) {
    case "uid":
      return `each side's agent ran as a user of its own (uid ${run.isolation.uid} and ${run.isolation.uid + 1}); ${apart}`;
    case "bubblewrap":
      return "the agent ran in bubblewrap, base and head at the same path";
    case "none":
      return `none; ${apart}`;
    default:
      return run.isolation;
  }
}
function policyText({ policy, external }) {
  const floor = policy.minEffect > 0 ? `; a slice blocks from a drop of ${percent2(policy.minEffect)}` : "";
  if (external === null) {
    return `at most ${percent2(policy.alpha)} of unchanged pull requests are blocked; ${looksText(policy.looks)}${floor}`;
  }
  const cases = policy.alphaSlicesShare === 1 ? "; no case has trials enough to be judged alone, so slices have all of it" : "";
  return `at most ${percent2(policy.alpha)} of unchanged results are blocked; one look at all trials${cases}${floor}`;
}
function noiseText({ run }) {
  return run.noise === null ? null : noiseLineText(run.noise);
}
function noiseLineText({ ref, pullRequests, blocks, low, high, trials, cases }) {
  const measured = `${percent2(blocks / pullRequests)}, 95% limits ${percent2(low)} to ${percent2(high)}`;
  const from = `redrawn from ${count4(trials, "trial")} of ${count4(cases, "case")} at ${shortSha(ref)}`;
  return `${number(blocks)} of ${count4(pullRequests, "unchanged pull request")} would be blocked (${measured}; ${from})`;
}
function looksText(looks) {
  const [first, ...rest] = looks;
  const last = rest.pop();
  return last === void 0 ? `${first} trials a case` : `looks at ${[first, ...rest].join(", ")} and ${last} trials a case`;
}
function newSchemaErrors(report) {
  return report.toolSchemaErrors.filter((error) => error.headCalls > error.baseCalls);
}
function schemaErrorLine(error) {
  const before = error.baseCalls === 0 ? "" : `, ${error.baseCalls} on base`;
  return `${error.tool}: ${count4(error.headCalls, "call")} with invalid arguments on head${before}, in ${count4(error.cases, "case")}: ${error.message}`;
}

// src/report/noise.ts
var MAX_FLAKY = 30;
var MAX_NAME = 60;
function renderNoise(report, { color }) {
  const colors = import_picocolors.default.createColors(color);
  const sections = [
    [colors.bold("False alarms"), ...falseAlarmLines(report)],
    [
      colors.bold(`Cases that both pass and fail (${number(report.flakes.flaky.length)})`),
      ...flakeLines(report.flakes)
    ],
    [colors.bold("Smallest fall that is found with 80% power"), ...powerLines(report.slices)]
  ];
  return `${sections.map((lines) => lines.join("\n  ")).join("\n\n")}
`;
}
function falseAlarmLines({ line, inconclusive }) {
  const open = `${number(inconclusive)} more would end inconclusive`;
  return [terminalText(noiseLineText(line), 400), open];
}
function flakeLines({ flaky, alwaysPass, alwaysFail, notMeasured }) {
  const rows = flaky.slice(0, MAX_FLAKY).map(({ caseId, passes, trials, interval }) => {
    const limits2 = `95% ${percent2(interval.low)} to ${percent2(interval.high)}`;
    return [terminalText(caseId, MAX_NAME), `${passes} of ${trials} passed`, limits2];
  });
  const rest = flaky.length - rows.length;
  const unmeasured = notMeasured === 0 ? "" : `; ${count4(notMeasured, "case")} without a determined trial`;
  return [
    ...aligned(rows),
    ...rest > 0 ? [`and ${number(rest)} more`] : [],
    `${count4(alwaysPass, "case")} always passed, ${number(alwaysFail)} always failed${unmeasured}`
  ];
}
function powerLines(slices) {
  if (slices.length === 0) return ["no gating case has a slice"];
  const rows = slices.map(({ slice, cases, rate, drops }) => [
    terminalText(slice, MAX_NAME),
    `n=${cases}`,
    percent2(rate),
    ...drops.map(({ trials, mde80: mde802 }) => {
      const fall = mde802 === null ? "none" : `-${(100 * mde802).toFixed(0)} pp`;
      return `${count4(trials, "trial")} ${fall}`;
    })
  ]);
  const blind = slices.filter(({ drops }) => drops.at(-1)?.mde80 === null).map(({ slice }) => terminalText(slice, 40));
  return [
    ...aligned(rows),
    ...blind.length === 0 ? [] : [`not even a total fall is found in ${list(blind, 6)}: too few cases`]
  ];
}
function aligned(rows) {
  const widths = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map(
    (row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ").trimEnd()
  );
}

// src/report/repro.ts
var import_picocolors2 = __toESM(require_picocolors(), 1);

// src/report/divergence-text.ts
var MAX_SHOWN2 = 2;
function divergenceText(divergence) {
  if (divergence === null) return "the two trials shown do the same";
  switch (divergence.kind) {
    case "schema_error":
      return `tool call ${divergence.call}: ${divergence.tool} refuses ${divergence.side}'s arguments: ${divergence.message}`;
    case "other_tool":
      return `tool call ${divergence.call}: base calls ${divergence.baseTool}, head calls ${divergence.headTool}`;
    case "only_one_side":
      return divergence.side === "head" ? `tool call ${divergence.call}: only head calls ${divergence.tool}` : `tool call ${divergence.call}: base calls ${divergence.tool}, head calls no more tools`;
    case "arguments":
      return `tool call ${divergence.call}: ${divergence.tool} ${differencesText(divergence.differences)}`;
    case "tool_outcome":
      return outcomeText2(divergence);
    case "end":
      return `the same tool calls, then base ${endText(divergence.base)} and head ${endText(divergence.head)}`;
    case "output":
      return `the same tool calls, another answer: ${differencesText(divergence.differences)}`;
    default:
      return divergence;
  }
}
function outcomeText2(divergence) {
  const where = `tool call ${divergence.call}: ${divergence.tool}`;
  if (divergence.base === divergence.head)
    return `${where} answers otherwise: ${differencesText(divergence.differences)}`;
  const words = { result: "gives a result", error: "gives an error", missing: "is not on the tape" };
  return `${where} ${words[divergence.base]} on base and ${words[divergence.head]} on head`;
}
function differencesText(differences) {
  const shown4 = differences.slice(0, MAX_SHOWN2).map(({ path, base, head }) => {
    const where = path === "" ? "" : `${path} `;
    return `${where}${base ?? "(absent)"} \u2192 ${head ?? "(absent)"}`;
  });
  const more = differences.length > shown4.length ? ` and ${differences.length - shown4.length} more` : "";
  return `${shown4.join(", ")}${more}`;
}
function endText(end) {
  const words = {
    answered: "answers",
    agent_error: "reports an error",
    crashed: "crashes",
    timed_out: "times out",
    garbage: "prints no valid answer",
    stopped: "is stopped",
    provider_failed: "gets no model answer",
    late_request: "sends a late request"
  };
  return words[end];
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added2, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added2 && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added: added2, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added: added2, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
  tokenize(value) {
    return value.slice();
  }
  join(value) {
    return value;
  }
  removeEmpty(value) {
    return value;
  }
};
var arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
  return arrayDiff.diff(oldArr, newArr, options);
}

// src/report/side-by-side.ts
function pairSteps(evidence) {
  const base = linesOf2(evidence.base);
  const head = linesOf2(evidence.head);
  const changes = diffArrays(
    base.map((line) => line.key),
    head.map((line) => line.key)
  );
  const pairs = [];
  let [baseIndex, headIndex] = [0, 0];
  for (const { value, added: added2, removed } of changes) {
    for (const _ of value) {
      const left = added2 ? "" : base[baseIndex++]?.text ?? "";
      const right = removed ? "" : head[headIndex++]?.text ?? "";
      pairs.push({ base: left, head: right, differs: left !== right });
    }
  }
  return pairs;
}
function trialHeading(side, view) {
  const models = view.models.length === 0 ? "" : `, ${view.models.join(", ")}`;
  return `${side} trial ${view.number}${models}: ${view.outcome.kind}`;
}
function tallyText({ base, head }) {
  const side = (tally2) => `${tally2.passes}/${tally2.trials}${tally2.undetermined === 0 ? "" : ` (${tally2.undetermined} undetermined)`}`;
  return `base ${side(base)} \u2192 head ${side(head)}`;
}
function linesOf2(view) {
  const last = view.steps.at(-1);
  const repeats = last?.kind === "text" && last.text === view.output;
  const steps = repeats ? view.steps.slice(0, -1) : view.steps;
  const lines = steps.map((step) => ({
    key: step.kind === "text" ? "text" : `tool ${step.tool}`,
    text: stepText(step)
  }));
  if (view.moreSteps > 0) lines.push({ key: "more", text: `\u2026 ${view.moreSteps} more steps` });
  lines.push(...view.uncalled.map((call) => ({ key: "not called", text: `recorded, and not called: ${call}` })));
  return [...lines, { key: "answer", text: view.output === null ? "no answer" : `answer: ${view.output}` }];
}
function stepText(step) {
  if (step.kind === "text") return `says: ${step.text}`;
  const arrow = { result: "\u2192", error: "\u2192 error:", missing: "\u2192 not on the tape:" };
  const agent = step.agent === void 0 ? "" : `${step.agent}: `;
  return `${agent}${step.tool} ${step.arguments} ${arrow[step.outcome]} ${step.result}`;
}

// src/report/wrap.ts
function wrap(text4, width, maxLines = Number.POSITIVE_INFINITY) {
  const lines = [];
  let rest = text4;
  while (rest.length > width && lines.length + 1 < maxLines) {
    const blank = rest.lastIndexOf(" ", width);
    const end = blank > width / 2 ? blank : width;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== "") lines.push(rest.length > width ? `${rest.slice(0, width - 1)}\u2026` : rest);
  return lines;
}

// src/report/terminal-cases.ts
var MAX_CASES = 10;
var MAX_CASES_WITH_STEPS = 3;
var MAX_TEXT2 = 400;
var MAX_CELL_LINES = 3;
var SECTION_INDENT = 2;
function caseLines(cases, screen) {
  const shownWays = /* @__PURE__ */ new Set();
  const lines = cases.slice(0, MAX_CASES).flatMap((one) => {
    const way = wayOf(one);
    const withSteps = !shownWays.has(way) && shownWays.size < MAX_CASES_WITH_STEPS;
    shownWays.add(way);
    return [headingLine(one, screen), ...bodyLines(one, withSteps, screen).map((line) => `  ${line}`)];
  });
  return cases.length > MAX_CASES ? [...lines, `and ${cases.length - MAX_CASES} more, all in the JSON report`] : lines;
}
function wayOf(one) {
  return one.evidence === null ? "" : divergenceText(one.evidence.firstDivergence);
}
function headingLine(one, { colors }) {
  const slices = one.slices.length === 0 ? "" : `  ${colors.dim(text2(list(one.slices, 3)))}`;
  return `${colors.bold(text2(one.caseId))}  ${tallyText(one)}${slices}`;
}
function bodyLines(one, withSteps, screen) {
  const { colors } = screen;
  const width = screen.width - 2 * SECTION_INDENT;
  if (one.evidence === null) return wrap(text2(one.reason), width);
  const divergence = wrap(text2(wayOf(one)), width).map((line) => colors.yellow(line));
  if (!withSteps) return divergence;
  const { outcome } = one.evidence.head;
  const why = outcome.kind === "pass" ? [] : wrap(text2(outcome.reason), width);
  return [...divergence, ...why, ...stepLines(one.evidence, width, colors)];
}
function stepLines(evidence, width, colors, maxCellLines = MAX_CELL_LINES) {
  const column2 = Math.floor((width - 3) / 2);
  const row = (base, head, mark) => {
    const left = wrap(text2(base), column2, maxCellLines);
    const right = wrap(text2(head), column2, maxCellLines);
    const height = Math.max(left.length, right.length, 1);
    return Array.from({ length: height }, (_, index) => {
      const sign = index === 0 ? mark : "\u2502";
      return `${(left[index] ?? "").padEnd(column2)} ${sign} ${right[index] ?? ""}`.trimEnd();
    });
  };
  const heading = row(trialHeading("base", evidence.base), trialHeading("head", evidence.head), "\u2502");
  const steps = pairSteps(evidence).flatMap(
    ({ base, head, differs }) => differs ? row(base, head, "\u2260") : row(base, head, "\u2502").map((line) => colors.dim(line))
  );
  return [...heading.map((line) => colors.bold(line)), ...steps];
}
function text2(foreign) {
  return terminalText(foreign, MAX_TEXT2);
}

// src/report/repro.ts
var MAX_TEXT3 = 400;
var MAX_CELL_LINES2 = 12;
function renderRepro(caseId, trials, options) {
  const colors = import_picocolors2.default.createColors(options.color);
  const text4 = (foreign) => wrap(terminalText(foreign, MAX_TEXT3), options.width);
  const evidence = caseEvidence(trials, "full");
  const shown4 = evidence === null ? ["a side has no trial"] : [
    ...text4(divergenceText(evidence.firstDivergence)).map((line) => colors.yellow(line)),
    ...stepLines(evidence, options.width, colors, MAX_CELL_LINES2)
  ];
  const lines = [
    colors.bold(terminalText(caseId, MAX_TEXT3)),
    ...trials.flatMap((one) => text4(judgementText(one))),
    "",
    ...shown4
  ];
  return `${lines.join("\n")}
`;
}
function judgementText({ trial: trial2, score }) {
  const { provider, store, shared } = trial2.answers;
  const why = score.outcome.kind === "pass" ? "" : `: ${score.outcome.reason}`;
  const answers = `${count4(provider, "answer")} drawn, ${store} stored, ${shared} shared`;
  return `${trial2.side} trial ${trial2.number} (${trial2.standing.replace("_", " ")}; ${answers}) ${score.outcome.kind}${why}`;
}

// src/report/clusters.ts
var MAX_LINES2 = 20;
var CLUSTERS_TITLE = "Does it hold for new tasks?";
function clusterTexts({ external, slices, all, policy }) {
  if (external === null) return [];
  const compared = slices.length > 0 ? slices : all === null ? [] : [all];
  const shown4 = compared.filter(({ verdict }) => verdict === "regressed" || external.gateOn === "cluster");
  const level = policy.alpha * policy.alphaSlicesShare;
  return shown4.slice(0, MAX_LINES2).flatMap(({ kind, name }) => {
    const line = external.clusters.find((one) => one.kind === kind && one.slice === name);
    return line === void 0 ? [] : [`${kind === "all" ? "all cases" : name}: ${answer2(line, external, level)}`];
  });
}
function answer2(line, { clusterBy, gateOn }, level) {
  const by = clusterBy.length === 0 ? "" : ` by ${clusterBy.join(", ")}`;
  const moved = `${line.informative} moved, so the smallest p possible is ${number2(line.smallestP)}`;
  const figures = `${pValue2(line.p)}, ${count4(line.clusters, "cluster")}${by}, ${moved}`;
  if (line.holds) return `yes, tasks like these got worse too (${figures})`;
  const only = gateOn === "cluster" ? "" : "; it is sure for these cases alone";
  if (line.smallestP > level) return `too few tasks moved to tell (${figures})${only}`;
  return `not shown (${figures})${only}`;
}
function number2(p) {
  return pValue2(p).replace(/^p[=<]/, "");
}

// src/report/case-groups.ts
function groupCases2(report) {
  const of = (...verdicts) => report.cases.filter((one) => verdicts.includes(one.verdict));
  const isDriver = (one) => report.external === null ? one.evidence !== null : one.verdict === "ok";
  const drivers = report.cases.filter((one) => isDriver(one) && !["broken", "suspect"].includes(one.verdict));
  return [
    { title: "Broken cases", cases: of("broken") },
    { title: "Suspect cases", cases: of("suspect") },
    { title: "Cases behind the regressed slices", cases: drivers }
  ].filter((group) => group.cases.length > 0);
}
var WORDS = [
  ["broken", "broken"],
  ["suspect", "suspect"],
  ["flaky", "flaky"],
  ["undetermined", "undetermined"],
  ["ok", "ok"],
  ["unaffected", "unaffected"]
];
function caseCountsText(report) {
  const parts = WORDS.flatMap(([verdict, word]) => {
    const n = report.caseCounts[verdict];
    return n === 0 ? [] : [`${n} ${word}`];
  });
  return parts.length === 0 ? "none" : parts.join(", ");
}

// src/report/markdown-parts.ts
var MAX_CODE = 200;
var MAX_BULLET = 400;
function code(foreign) {
  return `<code>${markdownText(foreign, MAX_CODE)}</code>`;
}
function bullet(foreign) {
  return `- ${markdownText(foreign, MAX_BULLET)}`;
}
function details(summary2, body) {
  return `<details><summary>${summary2}</summary>

${body}

</details>`;
}
function table2(head, align, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = [...align].map((side) => side === "r" ? "--:" : ":--");
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

// src/report/markdown-cases.ts
var MAX_CASES_WITH_STEPS2 = 10;
var MAX_CASES2 = 30;
var MAX_REASON = 300;
var MAX_CELL = 240;
function caseSections(report, level) {
  return groupCases2(report).flatMap(({ title, cases }) => {
    const withSteps = level === "full" ? cases.slice(0, MAX_CASES_WITH_STEPS2) : [];
    const named3 = cases.slice(withSteps.length, MAX_CASES2);
    const blocks = withSteps.map(caseBlock);
    if (named3.length > 0) blocks.push(named3.map((one) => `- ${caseLine(one)}`).join("\n"));
    const more = cases.length - withSteps.length - named3.length;
    if (more > 0) blocks.push(`and ${more} more, all in the JSON report`);
    return [`### ${title} (${cases.length})`, ...blocks];
  });
}
function caseBlock(one) {
  return one.evidence === null ? `- ${caseLine(one)}` : details(caseLine(one), evidenceBlock(one, one.evidence));
}
function caseLine(one) {
  const slices = one.slices.length === 0 ? "" : ` \xB7 ${markdownText(list(one.slices, 3), 120)}`;
  const what = one.evidence === null ? one.reason : divergenceText(one.evidence.firstDivergence);
  return `${code(one.caseId)}${slices} \xB7 ${tallyText(one)} \xB7 ${markdownText(what, MAX_REASON)}`;
}
function evidenceBlock(one, evidence) {
  const { outcome } = evidence.head;
  const why = outcome.kind === "pass" ? [] : [`**head ${outcome.kind}**: ${markdownText(outcome.reason, MAX_REASON)}`];
  const heading = [
    "",
    markdownText(trialHeading("base", evidence.base), MAX_CELL),
    markdownText(trialHeading("head", evidence.head), MAX_CELL)
  ];
  const rows = pairSteps(evidence).map(({ base, head, differs }) => [
    differs ? "\u2260" : "",
    base === "" ? "" : code(base),
    head === "" ? "" : code(head)
  ]);
  const decided = `<sub>${markdownText(one.reason, MAX_REASON)}</sub>`;
  return [...why, table2(heading, "lll", rows), decided].join("\n\n");
}

// src/report/measures.ts
var MAX_SHOWN3 = 12;
function measureTexts({ measures }) {
  const moved = measures.flatMap((row) => {
    const change2 = changeOf(row);
    return change2 === null || shown3(row.base) === shown3(row.head) ? [] : [{ row, change: change2 }];
  });
  return moved.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, MAX_SHOWN3).map(({ row, change: change2 }) => `${row.name} ${shown3(row.base)} \u2192 ${shown3(row.head)}${unitOf(row)}${share2(change2)}`);
}
function changeOf({ base, head }) {
  if (base === null || head === null || base === head) return null;
  return base === 0 ? Number.POSITIVE_INFINITY : (head - base) / Math.abs(base);
}
function share2(change2) {
  if (!Number.isFinite(change2)) return "";
  const percent3 = Math.round(100 * change2);
  return ` (${percent3 > 0 ? "+" : ""}${percent3}%)`;
}
function shown3(value) {
  if (value === null) return "-";
  if (value !== 0 && Math.abs(value) < 0.01) return value.toPrecision(2);
  return Math.abs(value) < 100 ? value.toFixed(2) : number(Math.round(value));
}
function unitOf({ unit }) {
  return unit === "ms" || unit === "USD" ? ` ${unit}` : "";
}

// src/report/tool-calls.ts
var WORDS2 = [
  ["normalised", "written in another way"],
  ["renamed", "mapped back"],
  ["other_state", "recorded after other state changes"],
  ["nearest", "answered by the nearest recorded call"],
  ["simulated", "simulated"],
  ["live", "answered by the real tool"],
  ["agent", "run by the agent's own process"],
  ["schema_error", "refused by the schema"],
  ["miss", "not on the tape"]
];
function toolCallTexts({ run: { tools } }) {
  return ["base", "head"].flatMap((side) => {
    const text4 = sideText(tools[side]);
    return text4 === null ? [] : [`${side} ${text4}`];
  });
}
function sideText({ byMatch, normalisations, uncalled }) {
  const calls = Object.values(byMatch).reduce((sum2, times) => sum2 + times, 0);
  if (calls + uncalled.calls === 0) return null;
  const special = WORDS2.flatMap(([match, words]) => {
    const times = byMatch[match] ?? 0;
    return times === 0 ? [] : [`${number(times)} ${words}${match === "normalised" ? ways(normalisations) : ""}`];
  });
  const among = special.length === 0 ? "" : `, ${special.join(", ")}`;
  const left = uncalled.calls === 0 ? "" : `; ${count4(uncalled.calls, "recorded call")} left out in ${count4(uncalled.trials, "trial")}`;
  return `${count4(calls, "tool call")}${among}${left}`;
}
function ways(normalisations) {
  const names = Object.entries(normalisations).toSorted(([, a], [, b]) => b - a);
  return ` (${names.map(([name, times]) => `${name} ${number(times)}`).join(", ")})`;
}
function redactionTexts({ run: { redactions } }) {
  if (redactions.length === 0) return [];
  const named3 = redactions.map(({ name, pattern }) => `${name} (/${pattern}/)`).join(", ");
  return [`what matches ${named3} does not count when two model requests are compared`];
}

// src/report/markdown-evidence.ts
var MAX_LINE = 400;
var COLUMNS2 = [
  ["attempted", "attempted"],
  ["determined", "determined"],
  ["undetermined", "undetermined"],
  ["errored", "errored"],
  ["diverged", "diverged"],
  ["notCovered", "not covered"],
  ["assisted", "assisted"],
  ["unaffected", "unaffected"],
  ["stored", "stored"],
  ["missing", "missing"]
];
function evidenceSection(report) {
  const { base, head } = report;
  if (base.attempted + head.attempted + base.missing + head.missing === 0) return [];
  const row = (side, counts) => [
    side,
    ...COLUMNS2.map(([key]) => number(counts[key])),
    ...report.external === null ? [number(hermeticTrials(report, counts))] : []
  ];
  const titles = ["trials", ...COLUMNS2.map(([, title]) => title), ...report.external === null ? ["hermetic"] : []];
  const trials = table2(titles, `l${"r".repeat(titles.length - 1)}`, [row("base", base), row("head", head)]);
  const overall = overallText(report);
  const isolation = isolationText(report);
  const noise = noiseText(report);
  const measures = measureTexts(report).map((line) => markdownText(line, MAX_LINE));
  const lines = [
    ...overall === null ? [] : [`- all cases: ${overall}`],
    `- cases: ${caseCountsText(report)}`,
    `- answers: ${costText(report)}`,
    `- policy: ${policyText(report)}`,
    ...noise === null ? [] : [`- noise: ${markdownText(noise, MAX_LINE)}`],
    ...toolCallTexts(report).map((line) => `- tools: ${markdownText(line, MAX_LINE)}`),
    ...redactionTexts(report).map((line) => `- ignored: ${markdownText(line, MAX_LINE)}`),
    ...sourceTexts(report).map((line) => `- read: ${markdownText(line, MAX_LINE)}`),
    ...isolation === null ? [] : [`- isolation: ${markdownText(isolation, MAX_LINE)}`],
    ...measures.length === 0 ? [] : [`- per trial, base \u2192 head (shown, not judged): ${measures.join("; ")}`]
  ];
  const trialsText = `${number(base.determined)} base and ${number(head.determined)} head trials`;
  const summary2 = `Evidence: ${trialsText} \xB7 ${count4(report.run.providerCalls, "provider call")} \xB7 ${dollars(report.run.costUsd)}`;
  return [details(summary2, `${trials}

${lines.join("\n")}`)];
}

// src/report/markdown.ts
var MAX_TITLE = 300;
var MAX_LINE2 = 400;
var MAX_BULLETS = 20;
var MAX_DIFF = 4e3;
function renderMarkdown(report, level) {
  const head = headSections(report);
  const moved = slicesSection(report, level);
  const sections = level === "minimal" ? [...head, ...moved] : [
    ...head,
    ...changesSection(report.changes, level),
    ...moved,
    ...clustersSection(report),
    ...cohortsSection(report),
    ...schemaErrorsSection(report),
    ...caseSections(report, level),
    ...evidenceSection(report),
    ...notesSection(report)
  ];
  const left = {
    full: null,
    short: "trajectories and slices that did not move",
    minimal: "all but the verdict and the slices that moved"
  };
  const leftOut = left[level] === null ? [] : [`_Shortened: this leaves out ${left[level]}. The JSON report has everything._`];
  return `${[...sections, ...leftOut].join("\n\n")}
`;
}
function headSections(report) {
  const symbol = { pass: "\u2705", not_affected: "\u2705", block: "\u274C", inconclusive: "\u26A0\uFE0F", error: "\u274C" }[report.verdict];
  const more = report.verdict === "inconclusive" || report.verdict === "error" ? report.reasons.slice(1, MAX_BULLETS).map((reason) => bullet(reasonText(reason, report.corpus.cases))) : [];
  const run = `<sub>${markdownText(runLine(report), MAX_LINE2)}</sub>`;
  return [
    `## ${symbol} ${markdownText(report.title, MAX_TITLE)}`,
    ...more.length === 0 ? [] : [more.join("\n")],
    run
  ];
}
function changesSection(changes, level) {
  if (changes.length === 0) return [];
  const lines = changes.slice(0, MAX_BULLETS).map((change2) => {
    const outside = change2.affecting ? "" : " _(does not concern the agent)_";
    return `- **${change2.kind.replace("_", " ")}** ${code(change2.path)} ${markdownText(change2.summary, MAX_LINE2)}${outside}`;
  });
  if (changes.length > MAX_BULLETS) lines.push(`- and ${changes.length - MAX_BULLETS} more`);
  const prompts = level === "full" ? changes.filter((change2) => change2.lines.length > 0) : [];
  const diffs = prompts.map(
    (change2) => details(`Changed lines of ${code(change2.path)}`, markdownFence(change2.lines.join("\n"), "diff", MAX_DIFF))
  );
  return ["### What changed", lines.join("\n"), ...diffs];
}
function slicesSection(report, level) {
  const gating = report.slices.length > 0 ? report.slices : report.all === null ? [] : [report.all];
  if (gating.length === 0) return [];
  const { moved, unmoved, unaffected } = groupSlices(gating);
  const rest = [
    unmoved.length === 0 ? "" : `${count4(unmoved.length, "slice")} without evidence of a change`,
    unaffected.length === 0 ? "" : `${count4(unaffected.length, "slice")} unaffected`
  ].filter((part) => part !== "");
  const names = unaffected.map((one) => markdownText(one.name, 60));
  const equal = `Unaffected, no request, tool call or answer differs: ${list(names, 30)}`;
  const body = [unmoved.length === 0 ? "" : sliceTable(unmoved), unaffected.length === 0 ? "" : equal];
  const summary2 = rest.join(", ");
  const quiet = rest.length === 0 ? [] : level === "full" ? [details(summary2, body.filter((part) => part !== "").join("\n\n"))] : [summary2];
  return ["### Slices", ...moved.length === 0 ? [] : [sliceTable(moved)], ...quiet];
}
function clustersSection(report) {
  const lines = clusterTexts(report);
  return lines.length === 0 ? [] : [`### ${CLUSTERS_TITLE}`, lines.map(bullet).join("\n")];
}
function cohortsSection(report) {
  const { moved } = groupSlices(report.cohorts);
  return moved.length === 0 ? [] : [details(`${count4(moved.length, "cohort")} moved (reported, never gating)`, sliceTable(moved))];
}
function sliceTable(comparisons) {
  const rows = comparisons.map(sliceRow).map((row) => [`**${markdownText(row.name, 80)}**`, row.n, row.rates, row.delta, row.evidence, verdictCell(row)]);
  return table2(["slice", "cases \xD7 trials", "base \u2192 head", "\u0394 [95 %]", "evidence", "verdict"], "lrrrrl", rows);
}
function verdictCell(row) {
  const symbol = { bad: "\u{1F534} ", good: "\u{1F7E2} ", warn: "\u{1F7E1} ", plain: "" }[row.tone];
  const word = row.verdict === "~" ? "no evidence" : row.verdict;
  const tail = [row.why === null ? "" : markdownText(row.why, MAX_LINE2), row.affected].filter((part) => part !== "");
  return `${symbol}${word}${tail.length === 0 ? "" : `<br><sub>${tail.join("; ")}</sub>`}`;
}
function schemaErrorsSection(report) {
  const errors = newSchemaErrors(report);
  if (errors.length === 0) return [];
  const lines = errors.slice(0, MAX_BULLETS).map((error) => bullet(schemaErrorLine(error)));
  if (errors.length > MAX_BULLETS) lines.push(`- and ${errors.length - MAX_BULLETS} more`);
  return ["### Calls with invalid arguments", lines.join("\n")];
}
function notesSection(report) {
  return report.notes.length === 0 ? [] : ["### Notes", report.notes.map((note) => bullet(noteText(note))).join("\n")];
}

// src/report/progress.ts
var BAR_WIDTH = 20;
function renderProgress({ phase, done, total: total2, ratePerSecond, remainingSeconds }) {
  const share3 = total2 === 0 ? 0 : Math.min(1, done / total2);
  const filled = Math.floor(share3 * BAR_WIDTH);
  const bar = `[${"#".repeat(filled)}${"-".repeat(BAR_WIDTH - filled)}]`;
  const parts = [terminalText(phase, 40), bar, `${done}/${total2} trials`, `${Math.floor(100 * share3)}%`];
  if (ratePerSecond !== null) parts.push(`${ratePerSecond.toFixed(1)}/s`);
  if (remainingSeconds !== null) parts.push(`about ${duration2(1e3 * Math.round(remainingSeconds))} left`);
  return parts.join("  ");
}

// src/report/terminal.ts
var import_picocolors3 = __toESM(require_picocolors(), 1);
var MIN_WIDTH = 60;
var MAX_WIDTH = 160;
var MAX_REASONS = 10;
var MAX_TEXT4 = 400;
var MAX_NAME2 = 40;
function renderTerminal(report, options) {
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, options.width));
  const screen = { colors: import_picocolors3.default.createColors(options.color), width };
  const sections = [
    headLines(report, screen),
    section("Changed", report.changes.map(changeLine), screen),
    section("Slices", sliceLines(report.slices, screen), screen),
    section(
      "All cases",
      report.slices.length > 0 ? [] : sliceLines(report.all === null ? [] : [report.all], screen),
      screen
    ),
    section(
      CLUSTERS_TITLE,
      clusterTexts(report).flatMap((line) => hanging("", line, screen)),
      screen
    ),
    section("Cohorts (reported, never gating)", cohortLines(report, screen), screen),
    section(
      "Calls with invalid arguments",
      newSchemaErrors(report).flatMap((error) => hanging("", schemaErrorLine(error), screen)),
      screen
    ),
    ...groupCases2(report).map(
      (group) => section(`${group.title} (${group.cases.length})`, caseLines(group.cases, screen), screen)
    ),
    section(
      "Per trial, base \u2192 head (shown, not judged)",
      measureTexts(report).flatMap((line) => hanging("", line, screen)),
      screen
    ),
    section(
      "Evidence",
      [
        ...evidenceLines(report),
        ...toolCallTexts(report).flatMap((line) => hanging("tools    ", line, screen)),
        ...redactionTexts(report).flatMap((line) => hanging("ignored  ", line, screen)),
        ...sourceTexts(report).flatMap((line) => hanging("read     ", line, screen))
      ],
      screen
    ),
    section(
      "Notes",
      report.notes.flatMap((note) => hanging("! ", noteText(note), screen)),
      screen
    )
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function section(title, lines, { colors }) {
  return lines.length === 0 ? [] : [colors.bold(title), ...lines.map((line) => `  ${line}`)];
}
function hanging(mark, foreign, { width }) {
  const lines = wrap(text3(foreign), width - 4 - mark.length);
  return lines.map((line, index) => `${index === 0 ? mark : " ".repeat(Math.max(2, mark.length))}${line}`);
}
function text3(foreign) {
  return terminalText(foreign, MAX_TEXT4);
}
function headLines(report, { colors }) {
  const paint = {
    pass: colors.green,
    not_affected: colors.green,
    block: colors.red,
    inconclusive: colors.yellow,
    error: colors.red
  };
  const why = report.verdict === "inconclusive" || report.verdict === "error" ? report.reasons.slice(1, MAX_REASONS).map((reason) => `  and ${text3(reasonText(reason, report.corpus.cases))}`) : [];
  return [colors.bold(paint[report.verdict](text3(report.title))), ...why, colors.dim(text3(runLine(report)))];
}
function changeLine(change2) {
  const outside = change2.affecting ? "" : "  (does not concern the agent)";
  return `${change2.kind.replace("_", " ").padEnd(10)}  ${text3(change2.path)}  ${text3(change2.summary)}${outside}`;
}
function sliceLines(comparisons, { colors }) {
  const { moved, unmoved, unaffected } = groupSlices(comparisons);
  const rows = [...moved, ...unmoved].map(sliceRow);
  const lines = tableLines(rows, colors);
  if (unaffected.length === 0) return lines;
  const names = unaffected.map((one) => terminalText(one.name, MAX_NAME2));
  const equal = `${count4(unaffected.length, "slice")} unaffected: no request, tool call or answer differs`;
  return [...lines, colors.dim(`${equal} (${list(names, 6)})`)];
}
function tableLines(rows, colors) {
  const cells = rows.map((row) => [terminalText(row.name, MAX_NAME2), `n=${row.n}`, row.rates, row.delta, row.evidence]);
  const widths = [0, 1, 2, 3, 4].map((column2) => Math.max(0, ...cells.map((line) => line[column2]?.length ?? 0)));
  const paint = { bad: colors.red, good: colors.green, warn: colors.yellow, plain: (word) => word };
  return rows.flatMap((row, index) => {
    const padded = (cells[index] ?? []).map((cell, column2) => {
      const width = widths[column2] ?? 0;
      return column2 === 2 || column2 === 3 ? cell.padStart(width) : cell.padEnd(width);
    });
    const verdict = colors.bold(paint[row.tone](row.verdict));
    const affected = row.affected === "" ? "" : `  ${colors.dim(row.affected)}`;
    const line = `${padded.join("  ")}  ${verdict}${affected}`;
    return row.why === null ? [line] : [line, `  ${colors.dim(text3(row.why))}`];
  });
}
function cohortLines(report, screen) {
  return sliceLines(groupSlices(report.cohorts).moved, screen);
}
function evidenceLines(report) {
  const { base, head } = report;
  if (base.attempted + head.attempted + base.missing + head.missing === 0) return [];
  const overall = overallText(report);
  const isolation = isolationText(report);
  const noise = noiseText(report);
  return [
    ...overall === null ? [] : [`overall  ${overall}`],
    `base     ${reconciliationText(report, base)}`,
    `head     ${reconciliationText(report, head)}`,
    `cases    ${caseCountsText(report)}`,
    `answers  ${costText(report)}`,
    `policy   ${policyText(report)}`,
    ...noise === null ? [] : [`noise    ${text3(noise)}`],
    ...isolation === null ? [] : [`kept in  ${isolation}`]
  ];
}

export {
  secretsIn,
  chooseIsolation,
  toolsAt,
  unmapped,
  callMapOf,
  clopperPearson,
  seededRandom,
  withinTime,
  openSession,
  openStore,
  uncalledOf,
  openUpstream,
  gateSettings,
  diffCorpus,
  parseCaseLine,
  writeCaseLine,
  readCorpus,
  writeCorpus,
  unpack,
  require_dist,
  require_picomatch2 as require_picomatch,
  defaultConfigPath,
  readSettings,
  readGateSettings,
  diffLines,
  evidenceOf,
  withTrials,
  nextTrials,
  compare2 as compare,
  compareResults,
  decideUnchanged,
  findFlakes,
  findPower,
  runCommandScorer,
  costOf,
  parseResults,
  selectResults,
  MEASURES,
  scoreTrial,
  buildReport,
  terminalText,
  buildExternalReport,
  renderJson,
  parseReport,
  renderMarkdown,
  renderNoise,
  renderProgress,
  renderRepro,
  renderTerminal
};
/*! For license information please see chunk-LQG2Q7JA.js.LEGAL.txt */
