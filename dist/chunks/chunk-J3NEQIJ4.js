const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  cut,
  messageOf
} from "./chunk-ZM4RGJPV.js";
import {
  $createHmac,
  $hash,
  $isUtf8
} from "./chunk-K6CKMPLV.js";
import {
  __commonJS,
  __toESM
} from "./chunk-GPPT27SZ.js";

// node_modules/ajv/dist/compile/codegen/code.js
var require_code = __commonJS({
  "node_modules/ajv/dist/compile/codegen/code.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.regexpCode = exports.getEsmExportName = exports.getProperty = exports.safeStringify = exports.stringify = exports.strConcat = exports.addCodeArg = exports.str = exports._ = exports.nil = exports._Code = exports.Name = exports.IDENTIFIER = exports._CodeOrName = void 0;
    var _CodeOrName = class {
    };
    exports._CodeOrName = _CodeOrName;
    exports.IDENTIFIER = /^[a-z$_][a-z$_0-9]*$/i;
    var Name = class extends _CodeOrName {
      constructor(s) {
        super();
        if (!exports.IDENTIFIER.test(s))
          throw new Error("CodeGen: name must be a valid identifier");
        this.str = s;
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        return false;
      }
      get names() {
        return { [this.str]: 1 };
      }
    };
    exports.Name = Name;
    var _Code = class extends _CodeOrName {
      constructor(code) {
        super();
        this._items = typeof code === "string" ? [code] : code;
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        if (this._items.length > 1)
          return false;
        const item = this._items[0];
        return item === "" || item === '""';
      }
      get str() {
        var _a;
        return (_a = this._str) !== null && _a !== void 0 ? _a : this._str = this._items.reduce((s, c) => `${s}${c}`, "");
      }
      get names() {
        var _a;
        return (_a = this._names) !== null && _a !== void 0 ? _a : this._names = this._items.reduce((names, c) => {
          if (c instanceof Name)
            names[c.str] = (names[c.str] || 0) + 1;
          return names;
        }, {});
      }
    };
    exports._Code = _Code;
    exports.nil = new _Code("");
    function _(strs, ...args) {
      const code = [strs[0]];
      let i = 0;
      while (i < args.length) {
        addCodeArg(code, args[i]);
        code.push(strs[++i]);
      }
      return new _Code(code);
    }
    exports._ = _;
    var plus = new _Code("+");
    function str(strs, ...args) {
      const expr = [safeStringify(strs[0])];
      let i = 0;
      while (i < args.length) {
        expr.push(plus);
        addCodeArg(expr, args[i]);
        expr.push(plus, safeStringify(strs[++i]));
      }
      optimize(expr);
      return new _Code(expr);
    }
    exports.str = str;
    function addCodeArg(code, arg) {
      if (arg instanceof _Code)
        code.push(...arg._items);
      else if (arg instanceof Name)
        code.push(arg);
      else
        code.push(interpolate(arg));
    }
    exports.addCodeArg = addCodeArg;
    function optimize(expr) {
      let i = 1;
      while (i < expr.length - 1) {
        if (expr[i] === plus) {
          const res = mergeExprItems(expr[i - 1], expr[i + 1]);
          if (res !== void 0) {
            expr.splice(i - 1, 3, res);
            continue;
          }
          expr[i++] = "+";
        }
        i++;
      }
    }
    function mergeExprItems(a, b) {
      if (b === '""')
        return a;
      if (a === '""')
        return b;
      if (typeof a == "string") {
        if (b instanceof Name || a[a.length - 1] !== '"')
          return;
        if (typeof b != "string")
          return `${a.slice(0, -1)}${b}"`;
        if (b[0] === '"')
          return a.slice(0, -1) + b.slice(1);
        return;
      }
      if (typeof b == "string" && b[0] === '"' && !(a instanceof Name))
        return `"${a}${b.slice(1)}`;
      return;
    }
    function strConcat(c1, c2) {
      return c2.emptyStr() ? c1 : c1.emptyStr() ? c2 : str`${c1}${c2}`;
    }
    exports.strConcat = strConcat;
    function interpolate(x) {
      return typeof x == "number" || typeof x == "boolean" || x === null ? x : safeStringify(Array.isArray(x) ? x.join(",") : x);
    }
    function stringify(x) {
      return new _Code(safeStringify(x));
    }
    exports.stringify = stringify;
    function safeStringify(x) {
      return JSON.stringify(x).replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
    }
    exports.safeStringify = safeStringify;
    function getProperty(key) {
      return typeof key == "string" && exports.IDENTIFIER.test(key) ? new _Code(`.${key}`) : _`[${key}]`;
    }
    exports.getProperty = getProperty;
    function getEsmExportName(key) {
      if (typeof key == "string" && exports.IDENTIFIER.test(key)) {
        return new _Code(`${key}`);
      }
      throw new Error(`CodeGen: invalid export name: ${key}, use explicit $id name mapping`);
    }
    exports.getEsmExportName = getEsmExportName;
    function regexpCode(rx) {
      return new _Code(rx.toString());
    }
    exports.regexpCode = regexpCode;
  }
});

// node_modules/ajv/dist/compile/codegen/scope.js
var require_scope = __commonJS({
  "node_modules/ajv/dist/compile/codegen/scope.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ValueScope = exports.ValueScopeName = exports.Scope = exports.varKinds = exports.UsedValueState = void 0;
    var code_1 = require_code();
    var ValueError = class extends Error {
      constructor(name) {
        super(`CodeGen: "code" for ${name} not defined`);
        this.value = name.value;
      }
    };
    var UsedValueState;
    (function(UsedValueState2) {
      UsedValueState2[UsedValueState2["Started"] = 0] = "Started";
      UsedValueState2[UsedValueState2["Completed"] = 1] = "Completed";
    })(UsedValueState || (exports.UsedValueState = UsedValueState = {}));
    exports.varKinds = {
      const: new code_1.Name("const"),
      let: new code_1.Name("let"),
      var: new code_1.Name("var")
    };
    var Scope = class {
      constructor({ prefixes, parent } = {}) {
        this._names = {};
        this._prefixes = prefixes;
        this._parent = parent;
      }
      toName(nameOrPrefix) {
        return nameOrPrefix instanceof code_1.Name ? nameOrPrefix : this.name(nameOrPrefix);
      }
      name(prefix) {
        return new code_1.Name(this._newName(prefix));
      }
      _newName(prefix) {
        const ng = this._names[prefix] || this._nameGroup(prefix);
        return `${prefix}${ng.index++}`;
      }
      _nameGroup(prefix) {
        var _a, _b;
        if (((_b = (_a = this._parent) === null || _a === void 0 ? void 0 : _a._prefixes) === null || _b === void 0 ? void 0 : _b.has(prefix)) || this._prefixes && !this._prefixes.has(prefix)) {
          throw new Error(`CodeGen: prefix "${prefix}" is not allowed in this scope`);
        }
        return this._names[prefix] = { prefix, index: 0 };
      }
    };
    exports.Scope = Scope;
    var ValueScopeName = class extends code_1.Name {
      constructor(prefix, nameStr) {
        super(nameStr);
        this.prefix = prefix;
      }
      setValue(value, { property, itemIndex }) {
        this.value = value;
        this.scopePath = (0, code_1._)`.${new code_1.Name(property)}[${itemIndex}]`;
      }
    };
    exports.ValueScopeName = ValueScopeName;
    var line = (0, code_1._)`\n`;
    var ValueScope = class extends Scope {
      constructor(opts) {
        super(opts);
        this._values = {};
        this._scope = opts.scope;
        this.opts = { ...opts, _n: opts.lines ? line : code_1.nil };
      }
      get() {
        return this._scope;
      }
      name(prefix) {
        return new ValueScopeName(prefix, this._newName(prefix));
      }
      value(nameOrPrefix, value) {
        var _a;
        if (value.ref === void 0)
          throw new Error("CodeGen: ref must be passed in value");
        const name = this.toName(nameOrPrefix);
        const { prefix } = name;
        const valueKey = (_a = value.key) !== null && _a !== void 0 ? _a : value.ref;
        let vs = this._values[prefix];
        if (vs) {
          const _name = vs.get(valueKey);
          if (_name)
            return _name;
        } else {
          vs = this._values[prefix] = /* @__PURE__ */ new Map();
        }
        vs.set(valueKey, name);
        const s = this._scope[prefix] || (this._scope[prefix] = []);
        const itemIndex = s.length;
        s[itemIndex] = value.ref;
        name.setValue(value, { property: prefix, itemIndex });
        return name;
      }
      getValue(prefix, keyOrRef) {
        const vs = this._values[prefix];
        if (!vs)
          return;
        return vs.get(keyOrRef);
      }
      scopeRefs(scopeName, values = this._values) {
        return this._reduceValues(values, (name) => {
          if (name.scopePath === void 0)
            throw new Error(`CodeGen: name "${name}" has no value`);
          return (0, code_1._)`${scopeName}${name.scopePath}`;
        });
      }
      scopeCode(values = this._values, usedValues, getCode) {
        return this._reduceValues(values, (name) => {
          if (name.value === void 0)
            throw new Error(`CodeGen: name "${name}" has no value`);
          return name.value.code;
        }, usedValues, getCode);
      }
      _reduceValues(values, valueCode, usedValues = {}, getCode) {
        let code = code_1.nil;
        for (const prefix in values) {
          const vs = values[prefix];
          if (!vs)
            continue;
          const nameSet = usedValues[prefix] = usedValues[prefix] || /* @__PURE__ */ new Map();
          vs.forEach((name) => {
            if (nameSet.has(name))
              return;
            nameSet.set(name, UsedValueState.Started);
            let c = valueCode(name);
            if (c) {
              const def = this.opts.es5 ? exports.varKinds.var : exports.varKinds.const;
              code = (0, code_1._)`${code}${def} ${name} = ${c};${this.opts._n}`;
            } else if (c = getCode === null || getCode === void 0 ? void 0 : getCode(name)) {
              code = (0, code_1._)`${code}${c}${this.opts._n}`;
            } else {
              throw new ValueError(name);
            }
            nameSet.set(name, UsedValueState.Completed);
          });
        }
        return code;
      }
    };
    exports.ValueScope = ValueScope;
  }
});

// node_modules/ajv/dist/compile/codegen/index.js
var require_codegen = __commonJS({
  "node_modules/ajv/dist/compile/codegen/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.or = exports.and = exports.not = exports.CodeGen = exports.operators = exports.varKinds = exports.ValueScopeName = exports.ValueScope = exports.Scope = exports.Name = exports.regexpCode = exports.stringify = exports.getProperty = exports.nil = exports.strConcat = exports.str = exports._ = void 0;
    var code_1 = require_code();
    var scope_1 = require_scope();
    var code_2 = require_code();
    Object.defineProperty(exports, "_", { enumerable: true, get: function() {
      return code_2._;
    } });
    Object.defineProperty(exports, "str", { enumerable: true, get: function() {
      return code_2.str;
    } });
    Object.defineProperty(exports, "strConcat", { enumerable: true, get: function() {
      return code_2.strConcat;
    } });
    Object.defineProperty(exports, "nil", { enumerable: true, get: function() {
      return code_2.nil;
    } });
    Object.defineProperty(exports, "getProperty", { enumerable: true, get: function() {
      return code_2.getProperty;
    } });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: function() {
      return code_2.stringify;
    } });
    Object.defineProperty(exports, "regexpCode", { enumerable: true, get: function() {
      return code_2.regexpCode;
    } });
    Object.defineProperty(exports, "Name", { enumerable: true, get: function() {
      return code_2.Name;
    } });
    var scope_2 = require_scope();
    Object.defineProperty(exports, "Scope", { enumerable: true, get: function() {
      return scope_2.Scope;
    } });
    Object.defineProperty(exports, "ValueScope", { enumerable: true, get: function() {
      return scope_2.ValueScope;
    } });
    Object.defineProperty(exports, "ValueScopeName", { enumerable: true, get: function() {
      return scope_2.ValueScopeName;
    } });
    Object.defineProperty(exports, "varKinds", { enumerable: true, get: function() {
      return scope_2.varKinds;
    } });
    exports.operators = {
      GT: new code_1._Code(">"),
      GTE: new code_1._Code(">="),
      LT: new code_1._Code("<"),
      LTE: new code_1._Code("<="),
      EQ: new code_1._Code("==="),
      NEQ: new code_1._Code("!=="),
      NOT: new code_1._Code("!"),
      OR: new code_1._Code("||"),
      AND: new code_1._Code("&&"),
      ADD: new code_1._Code("+")
    };
    var Node = class {
      optimizeNodes() {
        return this;
      }
      optimizeNames(_names, _constants) {
        return this;
      }
    };
    var Def = class extends Node {
      constructor(varKind, name, rhs) {
        super();
        this.varKind = varKind;
        this.name = name;
        this.rhs = rhs;
      }
      render({ es5, _n }) {
        const varKind = es5 ? scope_1.varKinds.var : this.varKind;
        const rhs = this.rhs === void 0 ? "" : ` = ${this.rhs}`;
        return `${varKind} ${this.name}${rhs};` + _n;
      }
      optimizeNames(names, constants) {
        if (!names[this.name.str])
          return;
        if (this.rhs)
          this.rhs = optimizeExpr(this.rhs, names, constants);
        return this;
      }
      get names() {
        return this.rhs instanceof code_1._CodeOrName ? this.rhs.names : {};
      }
    };
    var Assign = class extends Node {
      constructor(lhs, rhs, sideEffects) {
        super();
        this.lhs = lhs;
        this.rhs = rhs;
        this.sideEffects = sideEffects;
      }
      render({ _n }) {
        return `${this.lhs} = ${this.rhs};` + _n;
      }
      optimizeNames(names, constants) {
        if (this.lhs instanceof code_1.Name && !names[this.lhs.str] && !this.sideEffects)
          return;
        this.rhs = optimizeExpr(this.rhs, names, constants);
        return this;
      }
      get names() {
        const names = this.lhs instanceof code_1.Name ? {} : { ...this.lhs.names };
        return addExprNames(names, this.rhs);
      }
    };
    var AssignOp = class extends Assign {
      constructor(lhs, op, rhs, sideEffects) {
        super(lhs, rhs, sideEffects);
        this.op = op;
      }
      render({ _n }) {
        return `${this.lhs} ${this.op}= ${this.rhs};` + _n;
      }
    };
    var Label = class extends Node {
      constructor(label) {
        super();
        this.label = label;
        this.names = {};
      }
      render({ _n }) {
        return `${this.label}:` + _n;
      }
    };
    var Break = class extends Node {
      constructor(label) {
        super();
        this.label = label;
        this.names = {};
      }
      render({ _n }) {
        const label = this.label ? ` ${this.label}` : "";
        return `break${label};` + _n;
      }
    };
    var Throw = class extends Node {
      constructor(error) {
        super();
        this.error = error;
      }
      render({ _n }) {
        return `throw ${this.error};` + _n;
      }
      get names() {
        return this.error.names;
      }
    };
    var AnyCode = class extends Node {
      constructor(code) {
        super();
        this.code = code;
      }
      render({ _n }) {
        return `${this.code};` + _n;
      }
      optimizeNodes() {
        return `${this.code}` ? this : void 0;
      }
      optimizeNames(names, constants) {
        this.code = optimizeExpr(this.code, names, constants);
        return this;
      }
      get names() {
        return this.code instanceof code_1._CodeOrName ? this.code.names : {};
      }
    };
    var ParentNode = class extends Node {
      constructor(nodes = []) {
        super();
        this.nodes = nodes;
      }
      render(opts) {
        return this.nodes.reduce((code, n) => code + n.render(opts), "");
      }
      optimizeNodes() {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
          const n = nodes[i].optimizeNodes();
          if (Array.isArray(n))
            nodes.splice(i, 1, ...n);
          else if (n)
            nodes[i] = n;
          else
            nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : void 0;
      }
      optimizeNames(names, constants) {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
          const n = nodes[i];
          if (n.optimizeNames(names, constants))
            continue;
          subtractNames(names, n.names);
          nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : void 0;
      }
      get names() {
        return this.nodes.reduce((names, n) => addNames(names, n.names), {});
      }
    };
    var BlockNode = class extends ParentNode {
      render(opts) {
        return "{" + opts._n + super.render(opts) + "}" + opts._n;
      }
    };
    var Root = class extends ParentNode {
    };
    var Else = class extends BlockNode {
    };
    Else.kind = "else";
    var If = class _If extends BlockNode {
      constructor(condition, nodes) {
        super(nodes);
        this.condition = condition;
      }
      render(opts) {
        let code = `if(${this.condition})` + super.render(opts);
        if (this.else)
          code += "else " + this.else.render(opts);
        return code;
      }
      optimizeNodes() {
        super.optimizeNodes();
        const cond = this.condition;
        if (cond === true)
          return this.nodes;
        let e = this.else;
        if (e) {
          const ns = e.optimizeNodes();
          e = this.else = Array.isArray(ns) ? new Else(ns) : ns;
        }
        if (e) {
          if (cond === false)
            return e instanceof _If ? e : e.nodes;
          if (this.nodes.length)
            return this;
          return new _If(not(cond), e instanceof _If ? [e] : e.nodes);
        }
        if (cond === false || !this.nodes.length)
          return void 0;
        return this;
      }
      optimizeNames(names, constants) {
        var _a;
        this.else = (_a = this.else) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants);
        if (!(super.optimizeNames(names, constants) || this.else))
          return;
        this.condition = optimizeExpr(this.condition, names, constants);
        return this;
      }
      get names() {
        const names = super.names;
        addExprNames(names, this.condition);
        if (this.else)
          addNames(names, this.else.names);
        return names;
      }
    };
    If.kind = "if";
    var For = class extends BlockNode {
    };
    For.kind = "for";
    var ForLoop = class extends For {
      constructor(iteration) {
        super();
        this.iteration = iteration;
      }
      render(opts) {
        return `for(${this.iteration})` + super.render(opts);
      }
      optimizeNames(names, constants) {
        if (!super.optimizeNames(names, constants))
          return;
        this.iteration = optimizeExpr(this.iteration, names, constants);
        return this;
      }
      get names() {
        return addNames(super.names, this.iteration.names);
      }
    };
    var ForRange = class extends For {
      constructor(varKind, name, from, to) {
        super();
        this.varKind = varKind;
        this.name = name;
        this.from = from;
        this.to = to;
      }
      render(opts) {
        const varKind = opts.es5 ? scope_1.varKinds.var : this.varKind;
        const { name, from, to } = this;
        return `for(${varKind} ${name}=${from}; ${name}<${to}; ${name}++)` + super.render(opts);
      }
      get names() {
        const names = addExprNames(super.names, this.from);
        return addExprNames(names, this.to);
      }
    };
    var ForIter = class extends For {
      constructor(loop, varKind, name, iterable) {
        super();
        this.loop = loop;
        this.varKind = varKind;
        this.name = name;
        this.iterable = iterable;
      }
      render(opts) {
        return `for(${this.varKind} ${this.name} ${this.loop} ${this.iterable})` + super.render(opts);
      }
      optimizeNames(names, constants) {
        if (!super.optimizeNames(names, constants))
          return;
        this.iterable = optimizeExpr(this.iterable, names, constants);
        return this;
      }
      get names() {
        return addNames(super.names, this.iterable.names);
      }
    };
    var Func = class extends BlockNode {
      constructor(name, args, async) {
        super();
        this.name = name;
        this.args = args;
        this.async = async;
      }
      render(opts) {
        const _async = this.async ? "async " : "";
        return `${_async}function ${this.name}(${this.args})` + super.render(opts);
      }
    };
    Func.kind = "func";
    var Return = class extends ParentNode {
      render(opts) {
        return "return " + super.render(opts);
      }
    };
    Return.kind = "return";
    var Try = class extends BlockNode {
      render(opts) {
        let code = "try" + super.render(opts);
        if (this.catch)
          code += this.catch.render(opts);
        if (this.finally)
          code += this.finally.render(opts);
        return code;
      }
      optimizeNodes() {
        var _a, _b;
        super.optimizeNodes();
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNodes();
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNodes();
        return this;
      }
      optimizeNames(names, constants) {
        var _a, _b;
        super.optimizeNames(names, constants);
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants);
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNames(names, constants);
        return this;
      }
      get names() {
        const names = super.names;
        if (this.catch)
          addNames(names, this.catch.names);
        if (this.finally)
          addNames(names, this.finally.names);
        return names;
      }
    };
    var Catch = class extends BlockNode {
      constructor(error) {
        super();
        this.error = error;
      }
      render(opts) {
        return `catch(${this.error})` + super.render(opts);
      }
    };
    Catch.kind = "catch";
    var Finally = class extends BlockNode {
      render(opts) {
        return "finally" + super.render(opts);
      }
    };
    Finally.kind = "finally";
    var CodeGen = class {
      constructor(extScope, opts = {}) {
        this._values = {};
        this._blockStarts = [];
        this._constants = {};
        this.opts = { ...opts, _n: opts.lines ? "\n" : "" };
        this._extScope = extScope;
        this._scope = new scope_1.Scope({ parent: extScope });
        this._nodes = [new Root()];
      }
      toString() {
        return this._root.render(this.opts);
      }
      // returns unique name in the internal scope
      name(prefix) {
        return this._scope.name(prefix);
      }
      // reserves unique name in the external scope
      scopeName(prefix) {
        return this._extScope.name(prefix);
      }
      // reserves unique name in the external scope and assigns value to it
      scopeValue(prefixOrName, value) {
        const name = this._extScope.value(prefixOrName, value);
        const vs = this._values[name.prefix] || (this._values[name.prefix] = /* @__PURE__ */ new Set());
        vs.add(name);
        return name;
      }
      getScopeValue(prefix, keyOrRef) {
        return this._extScope.getValue(prefix, keyOrRef);
      }
      // return code that assigns values in the external scope to the names that are used internally
      // (same names that were returned by gen.scopeName or gen.scopeValue)
      scopeRefs(scopeName) {
        return this._extScope.scopeRefs(scopeName, this._values);
      }
      scopeCode() {
        return this._extScope.scopeCode(this._values);
      }
      _def(varKind, nameOrPrefix, rhs, constant) {
        const name = this._scope.toName(nameOrPrefix);
        if (rhs !== void 0 && constant)
          this._constants[name.str] = rhs;
        this._leafNode(new Def(varKind, name, rhs));
        return name;
      }
      // `const` declaration (`var` in es5 mode)
      const(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.const, nameOrPrefix, rhs, _constant);
      }
      // `let` declaration with optional assignment (`var` in es5 mode)
      let(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.let, nameOrPrefix, rhs, _constant);
      }
      // `var` declaration with optional assignment
      var(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.var, nameOrPrefix, rhs, _constant);
      }
      // assignment code
      assign(lhs, rhs, sideEffects) {
        return this._leafNode(new Assign(lhs, rhs, sideEffects));
      }
      // `+=` code
      add(lhs, rhs) {
        return this._leafNode(new AssignOp(lhs, exports.operators.ADD, rhs));
      }
      // appends passed SafeExpr to code or executes Block
      code(c) {
        if (typeof c == "function")
          c();
        else if (c !== code_1.nil)
          this._leafNode(new AnyCode(c));
        return this;
      }
      // returns code for object literal for the passed argument list of key-value pairs
      object(...keyValues) {
        const code = ["{"];
        for (const [key, value] of keyValues) {
          if (code.length > 1)
            code.push(",");
          code.push(key);
          if (key !== value || this.opts.es5) {
            code.push(":");
            (0, code_1.addCodeArg)(code, value);
          }
        }
        code.push("}");
        return new code_1._Code(code);
      }
      // `if` clause (or statement if `thenBody` and, optionally, `elseBody` are passed)
      if(condition, thenBody, elseBody) {
        this._blockNode(new If(condition));
        if (thenBody && elseBody) {
          this.code(thenBody).else().code(elseBody).endIf();
        } else if (thenBody) {
          this.code(thenBody).endIf();
        } else if (elseBody) {
          throw new Error('CodeGen: "else" body without "then" body');
        }
        return this;
      }
      // `else if` clause - invalid without `if` or after `else` clauses
      elseIf(condition) {
        return this._elseNode(new If(condition));
      }
      // `else` clause - only valid after `if` or `else if` clauses
      else() {
        return this._elseNode(new Else());
      }
      // end `if` statement (needed if gen.if was used only with condition)
      endIf() {
        return this._endBlockNode(If, Else);
      }
      _for(node, forBody) {
        this._blockNode(node);
        if (forBody)
          this.code(forBody).endFor();
        return this;
      }
      // a generic `for` clause (or statement if `forBody` is passed)
      for(iteration, forBody) {
        return this._for(new ForLoop(iteration), forBody);
      }
      // `for` statement for a range of values
      forRange(nameOrPrefix, from, to, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.let) {
        const name = this._scope.toName(nameOrPrefix);
        return this._for(new ForRange(varKind, name, from, to), () => forBody(name));
      }
      // `for-of` statement (in es5 mode replace with a normal for loop)
      forOf(nameOrPrefix, iterable, forBody, varKind = scope_1.varKinds.const) {
        const name = this._scope.toName(nameOrPrefix);
        if (this.opts.es5) {
          const arr = iterable instanceof code_1.Name ? iterable : this.var("_arr", iterable);
          return this.forRange("_i", 0, (0, code_1._)`${arr}.length`, (i) => {
            this.var(name, (0, code_1._)`${arr}[${i}]`);
            forBody(name);
          });
        }
        return this._for(new ForIter("of", varKind, name, iterable), () => forBody(name));
      }
      // `for-in` statement.
      // With option `ownProperties` replaced with a `for-of` loop for object keys
      forIn(nameOrPrefix, obj, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.const) {
        if (this.opts.ownProperties) {
          return this.forOf(nameOrPrefix, (0, code_1._)`Object.keys(${obj})`, forBody);
        }
        const name = this._scope.toName(nameOrPrefix);
        return this._for(new ForIter("in", varKind, name, obj), () => forBody(name));
      }
      // end `for` loop
      endFor() {
        return this._endBlockNode(For);
      }
      // `label` statement
      label(label) {
        return this._leafNode(new Label(label));
      }
      // `break` statement
      break(label) {
        return this._leafNode(new Break(label));
      }
      // `return` statement
      return(value) {
        const node = new Return();
        this._blockNode(node);
        this.code(value);
        if (node.nodes.length !== 1)
          throw new Error('CodeGen: "return" should have one node');
        return this._endBlockNode(Return);
      }
      // `try` statement
      try(tryBody, catchCode, finallyCode) {
        if (!catchCode && !finallyCode)
          throw new Error('CodeGen: "try" without "catch" and "finally"');
        const node = new Try();
        this._blockNode(node);
        this.code(tryBody);
        if (catchCode) {
          const error = this.name("e");
          this._currNode = node.catch = new Catch(error);
          catchCode(error);
        }
        if (finallyCode) {
          this._currNode = node.finally = new Finally();
          this.code(finallyCode);
        }
        return this._endBlockNode(Catch, Finally);
      }
      // `throw` statement
      throw(error) {
        return this._leafNode(new Throw(error));
      }
      // start self-balancing block
      block(body, nodeCount) {
        this._blockStarts.push(this._nodes.length);
        if (body)
          this.code(body).endBlock(nodeCount);
        return this;
      }
      // end the current self-balancing block
      endBlock(nodeCount) {
        const len = this._blockStarts.pop();
        if (len === void 0)
          throw new Error("CodeGen: not in self-balancing block");
        const toClose = this._nodes.length - len;
        if (toClose < 0 || nodeCount !== void 0 && toClose !== nodeCount) {
          throw new Error(`CodeGen: wrong number of nodes: ${toClose} vs ${nodeCount} expected`);
        }
        this._nodes.length = len;
        return this;
      }
      // `function` heading (or definition if funcBody is passed)
      func(name, args = code_1.nil, async, funcBody) {
        this._blockNode(new Func(name, args, async));
        if (funcBody)
          this.code(funcBody).endFunc();
        return this;
      }
      // end function definition
      endFunc() {
        return this._endBlockNode(Func);
      }
      optimize(n = 1) {
        while (n-- > 0) {
          this._root.optimizeNodes();
          this._root.optimizeNames(this._root.names, this._constants);
        }
      }
      _leafNode(node) {
        this._currNode.nodes.push(node);
        return this;
      }
      _blockNode(node) {
        this._currNode.nodes.push(node);
        this._nodes.push(node);
      }
      _endBlockNode(N1, N2) {
        const n = this._currNode;
        if (n instanceof N1 || N2 && n instanceof N2) {
          this._nodes.pop();
          return this;
        }
        throw new Error(`CodeGen: not in block "${N2 ? `${N1.kind}/${N2.kind}` : N1.kind}"`);
      }
      _elseNode(node) {
        const n = this._currNode;
        if (!(n instanceof If)) {
          throw new Error('CodeGen: "else" without "if"');
        }
        this._currNode = n.else = node;
        return this;
      }
      get _root() {
        return this._nodes[0];
      }
      get _currNode() {
        const ns = this._nodes;
        return ns[ns.length - 1];
      }
      set _currNode(node) {
        const ns = this._nodes;
        ns[ns.length - 1] = node;
      }
    };
    exports.CodeGen = CodeGen;
    function addNames(names, from) {
      for (const n in from)
        names[n] = (names[n] || 0) + (from[n] || 0);
      return names;
    }
    function addExprNames(names, from) {
      return from instanceof code_1._CodeOrName ? addNames(names, from.names) : names;
    }
    function optimizeExpr(expr, names, constants) {
      if (expr instanceof code_1.Name)
        return replaceName(expr);
      if (!canOptimize(expr))
        return expr;
      return new code_1._Code(expr._items.reduce((items, c) => {
        if (c instanceof code_1.Name)
          c = replaceName(c);
        if (c instanceof code_1._Code)
          items.push(...c._items);
        else
          items.push(c);
        return items;
      }, []));
      function replaceName(n) {
        const c = constants[n.str];
        if (c === void 0 || names[n.str] !== 1)
          return n;
        delete names[n.str];
        return c;
      }
      function canOptimize(e) {
        return e instanceof code_1._Code && e._items.some((c) => c instanceof code_1.Name && names[c.str] === 1 && constants[c.str] !== void 0);
      }
    }
    function subtractNames(names, from) {
      for (const n in from)
        names[n] = (names[n] || 0) - (from[n] || 0);
    }
    function not(x) {
      return typeof x == "boolean" || typeof x == "number" || x === null ? !x : (0, code_1._)`!${par(x)}`;
    }
    exports.not = not;
    var andCode = mappend(exports.operators.AND);
    function and(...args) {
      return args.reduce(andCode);
    }
    exports.and = and;
    var orCode = mappend(exports.operators.OR);
    function or(...args) {
      return args.reduce(orCode);
    }
    exports.or = or;
    function mappend(op) {
      return (x, y) => x === code_1.nil ? y : y === code_1.nil ? x : (0, code_1._)`${par(x)} ${op} ${par(y)}`;
    }
    function par(x) {
      return x instanceof code_1.Name ? x : (0, code_1._)`(${x})`;
    }
  }
});

// node_modules/ajv/dist/compile/util.js
var require_util = __commonJS({
  "node_modules/ajv/dist/compile/util.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.checkStrictMode = exports.getErrorPath = exports.Type = exports.useFunc = exports.setEvaluated = exports.evaluatedPropsToName = exports.mergeEvaluated = exports.eachItem = exports.unescapeJsonPointer = exports.escapeJsonPointer = exports.escapeFragment = exports.unescapeFragment = exports.schemaRefOrVal = exports.schemaHasRulesButRef = exports.schemaHasRules = exports.checkUnknownRules = exports.alwaysValidSchema = exports.toHash = void 0;
    var codegen_1 = require_codegen();
    var code_1 = require_code();
    function toHash(arr) {
      const hash = {};
      for (const item of arr)
        hash[item] = true;
      return hash;
    }
    exports.toHash = toHash;
    function alwaysValidSchema(it, schema) {
      if (typeof schema == "boolean")
        return schema;
      if (Object.keys(schema).length === 0)
        return true;
      checkUnknownRules(it, schema);
      return !schemaHasRules(schema, it.self.RULES.all);
    }
    exports.alwaysValidSchema = alwaysValidSchema;
    function checkUnknownRules(it, schema = it.schema) {
      const { opts, self } = it;
      if (!opts.strictSchema)
        return;
      if (typeof schema === "boolean")
        return;
      const rules = self.RULES.keywords;
      for (const key in schema) {
        if (!rules[key])
          checkStrictMode(it, `unknown keyword: "${key}"`);
      }
    }
    exports.checkUnknownRules = checkUnknownRules;
    function schemaHasRules(schema, rules) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (rules[key])
          return true;
      return false;
    }
    exports.schemaHasRules = schemaHasRules;
    function schemaHasRulesButRef(schema, RULES) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (key !== "$ref" && RULES.all[key])
          return true;
      return false;
    }
    exports.schemaHasRulesButRef = schemaHasRulesButRef;
    function schemaRefOrVal({ topSchemaRef, schemaPath }, schema, keyword, $data) {
      if (!$data) {
        if (typeof schema == "number" || typeof schema == "boolean")
          return schema;
        if (typeof schema == "string")
          return (0, codegen_1._)`${schema}`;
      }
      return (0, codegen_1._)`${topSchemaRef}${schemaPath}${(0, codegen_1.getProperty)(keyword)}`;
    }
    exports.schemaRefOrVal = schemaRefOrVal;
    function unescapeFragment(str) {
      return unescapeJsonPointer(decodeURIComponent(str));
    }
    exports.unescapeFragment = unescapeFragment;
    function escapeFragment(str) {
      return encodeURIComponent(escapeJsonPointer(str));
    }
    exports.escapeFragment = escapeFragment;
    function escapeJsonPointer(str) {
      if (typeof str == "number")
        return `${str}`;
      return str.replace(/~/g, "~0").replace(/\//g, "~1");
    }
    exports.escapeJsonPointer = escapeJsonPointer;
    function unescapeJsonPointer(str) {
      return str.replace(/~1/g, "/").replace(/~0/g, "~");
    }
    exports.unescapeJsonPointer = unescapeJsonPointer;
    function eachItem(xs, f) {
      if (Array.isArray(xs)) {
        for (const x of xs)
          f(x);
      } else {
        f(xs);
      }
    }
    exports.eachItem = eachItem;
    function makeMergeEvaluated({ mergeNames, mergeToName, mergeValues, resultToName }) {
      return (gen, from, to, toName) => {
        const res = to === void 0 ? from : to instanceof codegen_1.Name ? (from instanceof codegen_1.Name ? mergeNames(gen, from, to) : mergeToName(gen, from, to), to) : from instanceof codegen_1.Name ? (mergeToName(gen, to, from), from) : mergeValues(from, to);
        return toName === codegen_1.Name && !(res instanceof codegen_1.Name) ? resultToName(gen, res) : res;
      };
    }
    exports.mergeEvaluated = {
      props: makeMergeEvaluated({
        mergeNames: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => {
          gen.if((0, codegen_1._)`${from} === true`, () => gen.assign(to, true), () => gen.assign(to, (0, codegen_1._)`${to} || {}`).code((0, codegen_1._)`Object.assign(${to}, ${from})`));
        }),
        mergeToName: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => {
          if (from === true) {
            gen.assign(to, true);
          } else {
            gen.assign(to, (0, codegen_1._)`${to} || {}`);
            setEvaluated(gen, to, from);
          }
        }),
        mergeValues: (from, to) => from === true ? true : { ...from, ...to },
        resultToName: evaluatedPropsToName
      }),
      items: makeMergeEvaluated({
        mergeNames: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => gen.assign(to, (0, codegen_1._)`${from} === true ? true : ${to} > ${from} ? ${to} : ${from}`)),
        mergeToName: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => gen.assign(to, from === true ? true : (0, codegen_1._)`${to} > ${from} ? ${to} : ${from}`)),
        mergeValues: (from, to) => from === true ? true : Math.max(from, to),
        resultToName: (gen, items) => gen.var("items", items)
      })
    };
    function evaluatedPropsToName(gen, ps) {
      if (ps === true)
        return gen.var("props", true);
      const props = gen.var("props", (0, codegen_1._)`{}`);
      if (ps !== void 0)
        setEvaluated(gen, props, ps);
      return props;
    }
    exports.evaluatedPropsToName = evaluatedPropsToName;
    function setEvaluated(gen, props, ps) {
      Object.keys(ps).forEach((p) => gen.assign((0, codegen_1._)`${props}${(0, codegen_1.getProperty)(p)}`, true));
    }
    exports.setEvaluated = setEvaluated;
    var snippets = {};
    function useFunc(gen, f) {
      return gen.scopeValue("func", {
        ref: f,
        code: snippets[f.code] || (snippets[f.code] = new code_1._Code(f.code))
      });
    }
    exports.useFunc = useFunc;
    var Type;
    (function(Type2) {
      Type2[Type2["Num"] = 0] = "Num";
      Type2[Type2["Str"] = 1] = "Str";
    })(Type || (exports.Type = Type = {}));
    function getErrorPath(dataProp, dataPropType, jsPropertySyntax) {
      if (dataProp instanceof codegen_1.Name) {
        const isNumber = dataPropType === Type.Num;
        return jsPropertySyntax ? isNumber ? (0, codegen_1._)`"[" + ${dataProp} + "]"` : (0, codegen_1._)`"['" + ${dataProp} + "']"` : isNumber ? (0, codegen_1._)`"/" + ${dataProp}` : (0, codegen_1._)`"/" + ${dataProp}.replace(/~/g, "~0").replace(/\\//g, "~1")`;
      }
      return jsPropertySyntax ? (0, codegen_1.getProperty)(dataProp).toString() : "/" + escapeJsonPointer(dataProp);
    }
    exports.getErrorPath = getErrorPath;
    function checkStrictMode(it, msg, mode = it.opts.strictSchema) {
      if (!mode)
        return;
      msg = `strict mode: ${msg}`;
      if (mode === true)
        throw new Error(msg);
      it.self.logger.warn(msg);
    }
    exports.checkStrictMode = checkStrictMode;
  }
});

// node_modules/ajv/dist/compile/names.js
var require_names = __commonJS({
  "node_modules/ajv/dist/compile/names.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var names = {
      // validation function arguments
      data: new codegen_1.Name("data"),
      // data passed to validation function
      // args passed from referencing schema
      valCxt: new codegen_1.Name("valCxt"),
      // validation/data context - should not be used directly, it is destructured to the names below
      instancePath: new codegen_1.Name("instancePath"),
      parentData: new codegen_1.Name("parentData"),
      parentDataProperty: new codegen_1.Name("parentDataProperty"),
      rootData: new codegen_1.Name("rootData"),
      // root data - same as the data passed to the first/top validation function
      dynamicAnchors: new codegen_1.Name("dynamicAnchors"),
      // used to support recursiveRef and dynamicRef
      // function scoped variables
      vErrors: new codegen_1.Name("vErrors"),
      // null or array of validation errors
      errors: new codegen_1.Name("errors"),
      // counter of validation errors
      this: new codegen_1.Name("this"),
      // "globals"
      self: new codegen_1.Name("self"),
      scope: new codegen_1.Name("scope"),
      // JTD serialize/parse name for JSON string and position
      json: new codegen_1.Name("json"),
      jsonPos: new codegen_1.Name("jsonPos"),
      jsonLen: new codegen_1.Name("jsonLen"),
      jsonPart: new codegen_1.Name("jsonPart")
    };
    exports.default = names;
  }
});

// node_modules/ajv/dist/compile/errors.js
var require_errors = __commonJS({
  "node_modules/ajv/dist/compile/errors.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.extendErrors = exports.resetErrorsCount = exports.reportExtraError = exports.reportError = exports.keyword$DataError = exports.keywordError = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    exports.keywordError = {
      message: ({ keyword }) => (0, codegen_1.str)`must pass "${keyword}" keyword validation`
    };
    exports.keyword$DataError = {
      message: ({ keyword, schemaType }) => schemaType ? (0, codegen_1.str)`"${keyword}" keyword must be ${schemaType} ($data)` : (0, codegen_1.str)`"${keyword}" keyword is invalid ($data)`
    };
    function reportError(cxt, error = exports.keywordError, errorPaths, overrideAllErrors) {
      const { it } = cxt;
      const { gen, compositeRule, allErrors } = it;
      const errObj = errorObjectCode(cxt, error, errorPaths);
      if (overrideAllErrors !== null && overrideAllErrors !== void 0 ? overrideAllErrors : compositeRule || allErrors) {
        addError(gen, errObj);
      } else {
        returnErrors(it, (0, codegen_1._)`[${errObj}]`);
      }
    }
    exports.reportError = reportError;
    function reportExtraError(cxt, error = exports.keywordError, errorPaths) {
      const { it } = cxt;
      const { gen, compositeRule, allErrors } = it;
      const errObj = errorObjectCode(cxt, error, errorPaths);
      addError(gen, errObj);
      if (!(compositeRule || allErrors)) {
        returnErrors(it, names_1.default.vErrors);
      }
    }
    exports.reportExtraError = reportExtraError;
    function resetErrorsCount(gen, errsCount) {
      gen.assign(names_1.default.errors, errsCount);
      gen.if((0, codegen_1._)`${names_1.default.vErrors} !== null`, () => gen.if(errsCount, () => gen.assign((0, codegen_1._)`${names_1.default.vErrors}.length`, errsCount), () => gen.assign(names_1.default.vErrors, null)));
    }
    exports.resetErrorsCount = resetErrorsCount;
    function extendErrors({ gen, keyword, schemaValue, data, errsCount, it }) {
      if (errsCount === void 0)
        throw new Error("ajv implementation error");
      const err = gen.name("err");
      gen.forRange("i", errsCount, names_1.default.errors, (i) => {
        gen.const(err, (0, codegen_1._)`${names_1.default.vErrors}[${i}]`);
        gen.if((0, codegen_1._)`${err}.instancePath === undefined`, () => gen.assign((0, codegen_1._)`${err}.instancePath`, (0, codegen_1.strConcat)(names_1.default.instancePath, it.errorPath)));
        gen.assign((0, codegen_1._)`${err}.schemaPath`, (0, codegen_1.str)`${it.errSchemaPath}/${keyword}`);
        if (it.opts.verbose) {
          gen.assign((0, codegen_1._)`${err}.schema`, schemaValue);
          gen.assign((0, codegen_1._)`${err}.data`, data);
        }
      });
    }
    exports.extendErrors = extendErrors;
    function addError(gen, errObj) {
      const err = gen.const("err", errObj);
      gen.if((0, codegen_1._)`${names_1.default.vErrors} === null`, () => gen.assign(names_1.default.vErrors, (0, codegen_1._)`[${err}]`), (0, codegen_1._)`${names_1.default.vErrors}.push(${err})`);
      gen.code((0, codegen_1._)`${names_1.default.errors}++`);
    }
    function returnErrors(it, errs) {
      const { gen, validateName, schemaEnv } = it;
      if (schemaEnv.$async) {
        gen.throw((0, codegen_1._)`new ${it.ValidationError}(${errs})`);
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, errs);
        gen.return(false);
      }
    }
    var E = {
      keyword: new codegen_1.Name("keyword"),
      schemaPath: new codegen_1.Name("schemaPath"),
      // also used in JTD errors
      params: new codegen_1.Name("params"),
      propertyName: new codegen_1.Name("propertyName"),
      message: new codegen_1.Name("message"),
      schema: new codegen_1.Name("schema"),
      parentSchema: new codegen_1.Name("parentSchema")
    };
    function errorObjectCode(cxt, error, errorPaths) {
      const { createErrors } = cxt.it;
      if (createErrors === false)
        return (0, codegen_1._)`{}`;
      return errorObject(cxt, error, errorPaths);
    }
    function errorObject(cxt, error, errorPaths = {}) {
      const { gen, it } = cxt;
      const keyValues = [
        errorInstancePath(it, errorPaths),
        errorSchemaPath(cxt, errorPaths)
      ];
      extraErrorProps(cxt, error, keyValues);
      return gen.object(...keyValues);
    }
    function errorInstancePath({ errorPath }, { instancePath }) {
      const instPath = instancePath ? (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(instancePath, util_1.Type.Str)}` : errorPath;
      return [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, instPath)];
    }
    function errorSchemaPath({ keyword, it: { errSchemaPath } }, { schemaPath, parentSchema }) {
      let schPath = parentSchema ? errSchemaPath : (0, codegen_1.str)`${errSchemaPath}/${keyword}`;
      if (schemaPath) {
        schPath = (0, codegen_1.str)`${schPath}${(0, util_1.getErrorPath)(schemaPath, util_1.Type.Str)}`;
      }
      return [E.schemaPath, schPath];
    }
    function extraErrorProps(cxt, { params, message }, keyValues) {
      const { keyword, data, schemaValue, it } = cxt;
      const { opts, propertyName, topSchemaRef, schemaPath } = it;
      keyValues.push([E.keyword, keyword], [E.params, typeof params == "function" ? params(cxt) : params || (0, codegen_1._)`{}`]);
      if (opts.messages) {
        keyValues.push([E.message, typeof message == "function" ? message(cxt) : message]);
      }
      if (opts.verbose) {
        keyValues.push([E.schema, schemaValue], [E.parentSchema, (0, codegen_1._)`${topSchemaRef}${schemaPath}`], [names_1.default.data, data]);
      }
      if (propertyName)
        keyValues.push([E.propertyName, propertyName]);
    }
  }
});

// node_modules/ajv/dist/compile/validate/boolSchema.js
var require_boolSchema = __commonJS({
  "node_modules/ajv/dist/compile/validate/boolSchema.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.boolOrEmptySchema = exports.topBoolOrEmptySchema = void 0;
    var errors_1 = require_errors();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var boolError = {
      message: "boolean schema is false"
    };
    function topBoolOrEmptySchema(it) {
      const { gen, schema, validateName } = it;
      if (schema === false) {
        falseSchemaError(it, false);
      } else if (typeof schema == "object" && schema.$async === true) {
        gen.return(names_1.default.data);
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, null);
        gen.return(true);
      }
    }
    exports.topBoolOrEmptySchema = topBoolOrEmptySchema;
    function boolOrEmptySchema(it, valid) {
      const { gen, schema } = it;
      if (schema === false) {
        gen.var(valid, false);
        falseSchemaError(it);
      } else {
        gen.var(valid, true);
      }
    }
    exports.boolOrEmptySchema = boolOrEmptySchema;
    function falseSchemaError(it, overrideAllErrors) {
      const { gen, data } = it;
      const cxt = {
        gen,
        keyword: "false schema",
        data,
        schema: false,
        schemaCode: false,
        schemaValue: false,
        params: {},
        it
      };
      (0, errors_1.reportError)(cxt, boolError, void 0, overrideAllErrors);
    }
  }
});

// node_modules/ajv/dist/compile/rules.js
var require_rules = __commonJS({
  "node_modules/ajv/dist/compile/rules.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getRules = exports.isJSONType = void 0;
    var _jsonTypes = ["string", "number", "integer", "boolean", "null", "object", "array"];
    var jsonTypes = new Set(_jsonTypes);
    function isJSONType(x) {
      return typeof x == "string" && jsonTypes.has(x);
    }
    exports.isJSONType = isJSONType;
    function getRules() {
      const groups = {
        number: { type: "number", rules: [] },
        string: { type: "string", rules: [] },
        array: { type: "array", rules: [] },
        object: { type: "object", rules: [] }
      };
      return {
        types: { ...groups, integer: true, boolean: true, null: true },
        rules: [{ rules: [] }, groups.number, groups.string, groups.array, groups.object],
        post: { rules: [] },
        all: {},
        keywords: {}
      };
    }
    exports.getRules = getRules;
  }
});

// node_modules/ajv/dist/compile/validate/applicability.js
var require_applicability = __commonJS({
  "node_modules/ajv/dist/compile/validate/applicability.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.shouldUseRule = exports.shouldUseGroup = exports.schemaHasRulesForType = void 0;
    function schemaHasRulesForType({ schema, self }, type) {
      const group = self.RULES.types[type];
      return group && group !== true && shouldUseGroup(schema, group);
    }
    exports.schemaHasRulesForType = schemaHasRulesForType;
    function shouldUseGroup(schema, group) {
      return group.rules.some((rule) => shouldUseRule(schema, rule));
    }
    exports.shouldUseGroup = shouldUseGroup;
    function shouldUseRule(schema, rule) {
      var _a;
      return schema[rule.keyword] !== void 0 || ((_a = rule.definition.implements) === null || _a === void 0 ? void 0 : _a.some((kwd) => schema[kwd] !== void 0));
    }
    exports.shouldUseRule = shouldUseRule;
  }
});

// node_modules/ajv/dist/compile/validate/dataType.js
var require_dataType = __commonJS({
  "node_modules/ajv/dist/compile/validate/dataType.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.reportTypeError = exports.checkDataTypes = exports.checkDataType = exports.coerceAndCheckDataType = exports.getJSONTypes = exports.getSchemaTypes = exports.DataType = void 0;
    var rules_1 = require_rules();
    var applicability_1 = require_applicability();
    var errors_1 = require_errors();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var DataType;
    (function(DataType2) {
      DataType2[DataType2["Correct"] = 0] = "Correct";
      DataType2[DataType2["Wrong"] = 1] = "Wrong";
    })(DataType || (exports.DataType = DataType = {}));
    function getSchemaTypes(schema) {
      const types = getJSONTypes(schema.type);
      const hasNull = types.includes("null");
      if (hasNull) {
        if (schema.nullable === false)
          throw new Error("type: null contradicts nullable: false");
      } else {
        if (!types.length && schema.nullable !== void 0) {
          throw new Error('"nullable" cannot be used without "type"');
        }
        if (schema.nullable === true)
          types.push("null");
      }
      return types;
    }
    exports.getSchemaTypes = getSchemaTypes;
    function getJSONTypes(ts) {
      const types = Array.isArray(ts) ? ts : ts ? [ts] : [];
      if (types.every(rules_1.isJSONType))
        return types;
      throw new Error("type must be JSONType or JSONType[]: " + types.join(","));
    }
    exports.getJSONTypes = getJSONTypes;
    function coerceAndCheckDataType(it, types) {
      const { gen, data, opts } = it;
      const coerceTo = coerceToTypes(types, opts.coerceTypes);
      const checkTypes = types.length > 0 && !(coerceTo.length === 0 && types.length === 1 && (0, applicability_1.schemaHasRulesForType)(it, types[0]));
      if (checkTypes) {
        const wrongType = checkDataTypes(types, data, opts.strictNumbers, DataType.Wrong);
        gen.if(wrongType, () => {
          if (coerceTo.length)
            coerceData(it, types, coerceTo);
          else
            reportTypeError(it);
        });
      }
      return checkTypes;
    }
    exports.coerceAndCheckDataType = coerceAndCheckDataType;
    var COERCIBLE = /* @__PURE__ */ new Set(["string", "number", "integer", "boolean", "null"]);
    function coerceToTypes(types, coerceTypes) {
      return coerceTypes ? types.filter((t) => COERCIBLE.has(t) || coerceTypes === "array" && t === "array") : [];
    }
    function coerceData(it, types, coerceTo) {
      const { gen, data, opts } = it;
      const dataType = gen.let("dataType", (0, codegen_1._)`typeof ${data}`);
      const coerced = gen.let("coerced", (0, codegen_1._)`undefined`);
      if (opts.coerceTypes === "array") {
        gen.if((0, codegen_1._)`${dataType} == 'object' && Array.isArray(${data}) && ${data}.length == 1`, () => gen.assign(data, (0, codegen_1._)`${data}[0]`).assign(dataType, (0, codegen_1._)`typeof ${data}`).if(checkDataTypes(types, data, opts.strictNumbers), () => gen.assign(coerced, data)));
      }
      gen.if((0, codegen_1._)`${coerced} !== undefined`);
      for (const t of coerceTo) {
        if (COERCIBLE.has(t) || t === "array" && opts.coerceTypes === "array") {
          coerceSpecificType(t);
        }
      }
      gen.else();
      reportTypeError(it);
      gen.endIf();
      gen.if((0, codegen_1._)`${coerced} !== undefined`, () => {
        gen.assign(data, coerced);
        assignParentData(it, coerced);
      });
      function coerceSpecificType(t) {
        switch (t) {
          case "string":
            gen.elseIf((0, codegen_1._)`${dataType} == "number" || ${dataType} == "boolean"`).assign(coerced, (0, codegen_1._)`"" + ${data}`).elseIf((0, codegen_1._)`${data} === null`).assign(coerced, (0, codegen_1._)`""`);
            return;
          case "number":
            gen.elseIf((0, codegen_1._)`${dataType} == "boolean" || ${data} === null
              || (${dataType} == "string" && ${data} && ${data} == +${data})`).assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case "integer":
            gen.elseIf((0, codegen_1._)`${dataType} === "boolean" || ${data} === null
              || (${dataType} === "string" && ${data} && ${data} == +${data} && !(${data} % 1))`).assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case "boolean":
            gen.elseIf((0, codegen_1._)`${data} === "false" || ${data} === 0 || ${data} === null`).assign(coerced, false).elseIf((0, codegen_1._)`${data} === "true" || ${data} === 1`).assign(coerced, true);
            return;
          case "null":
            gen.elseIf((0, codegen_1._)`${data} === "" || ${data} === 0 || ${data} === false`);
            gen.assign(coerced, null);
            return;
          case "array":
            gen.elseIf((0, codegen_1._)`${dataType} === "string" || ${dataType} === "number"
              || ${dataType} === "boolean" || ${data} === null`).assign(coerced, (0, codegen_1._)`[${data}]`);
        }
      }
    }
    function assignParentData({ gen, parentData, parentDataProperty }, expr) {
      gen.if((0, codegen_1._)`${parentData} !== undefined`, () => gen.assign((0, codegen_1._)`${parentData}[${parentDataProperty}]`, expr));
    }
    function checkDataType(dataType, data, strictNums, correct = DataType.Correct) {
      const EQ = correct === DataType.Correct ? codegen_1.operators.EQ : codegen_1.operators.NEQ;
      let cond;
      switch (dataType) {
        case "null":
          return (0, codegen_1._)`${data} ${EQ} null`;
        case "array":
          cond = (0, codegen_1._)`Array.isArray(${data})`;
          break;
        case "object":
          cond = (0, codegen_1._)`${data} && typeof ${data} == "object" && !Array.isArray(${data})`;
          break;
        case "integer":
          cond = numCond((0, codegen_1._)`!(${data} % 1) && !isNaN(${data})`);
          break;
        case "number":
          cond = numCond();
          break;
        default:
          return (0, codegen_1._)`typeof ${data} ${EQ} ${dataType}`;
      }
      return correct === DataType.Correct ? cond : (0, codegen_1.not)(cond);
      function numCond(_cond = codegen_1.nil) {
        return (0, codegen_1.and)((0, codegen_1._)`typeof ${data} == "number"`, _cond, strictNums ? (0, codegen_1._)`isFinite(${data})` : codegen_1.nil);
      }
    }
    exports.checkDataType = checkDataType;
    function checkDataTypes(dataTypes, data, strictNums, correct) {
      if (dataTypes.length === 1) {
        return checkDataType(dataTypes[0], data, strictNums, correct);
      }
      let cond;
      const types = (0, util_1.toHash)(dataTypes);
      if (types.array && types.object) {
        const notObj = (0, codegen_1._)`typeof ${data} != "object"`;
        cond = types.null ? notObj : (0, codegen_1._)`!${data} || ${notObj}`;
        delete types.null;
        delete types.array;
        delete types.object;
      } else {
        cond = codegen_1.nil;
      }
      if (types.number)
        delete types.integer;
      for (const t in types)
        cond = (0, codegen_1.and)(cond, checkDataType(t, data, strictNums, correct));
      return cond;
    }
    exports.checkDataTypes = checkDataTypes;
    var typeError = {
      message: ({ schema }) => `must be ${schema}`,
      params: ({ schema, schemaValue }) => typeof schema == "string" ? (0, codegen_1._)`{type: ${schema}}` : (0, codegen_1._)`{type: ${schemaValue}}`
    };
    function reportTypeError(it) {
      const cxt = getTypeErrorContext(it);
      (0, errors_1.reportError)(cxt, typeError);
    }
    exports.reportTypeError = reportTypeError;
    function getTypeErrorContext(it) {
      const { gen, data, schema } = it;
      const schemaCode = (0, util_1.schemaRefOrVal)(it, schema, "type");
      return {
        gen,
        keyword: "type",
        data,
        schema: schema.type,
        schemaCode,
        schemaValue: schemaCode,
        parentSchema: schema,
        params: {},
        it
      };
    }
  }
});

// node_modules/ajv/dist/compile/validate/defaults.js
var require_defaults = __commonJS({
  "node_modules/ajv/dist/compile/validate/defaults.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.assignDefaults = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    function assignDefaults(it, ty) {
      const { properties, items } = it.schema;
      if (ty === "object" && properties) {
        for (const key in properties) {
          assignDefault(it, key, properties[key].default);
        }
      } else if (ty === "array" && Array.isArray(items)) {
        items.forEach((sch, i) => assignDefault(it, i, sch.default));
      }
    }
    exports.assignDefaults = assignDefaults;
    function assignDefault(it, prop, defaultValue) {
      const { gen, compositeRule, data, opts } = it;
      if (defaultValue === void 0)
        return;
      const childData = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(prop)}`;
      if (compositeRule) {
        (0, util_1.checkStrictMode)(it, `default is ignored for: ${childData}`);
        return;
      }
      let condition = (0, codegen_1._)`${childData} === undefined`;
      if (opts.useDefaults === "empty") {
        condition = (0, codegen_1._)`${condition} || ${childData} === null || ${childData} === ""`;
      }
      gen.if(condition, (0, codegen_1._)`${childData} = ${(0, codegen_1.stringify)(defaultValue)}`);
    }
  }
});

// node_modules/ajv/dist/vocabularies/code.js
var require_code2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/code.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateUnion = exports.validateArray = exports.usePattern = exports.callValidateCode = exports.schemaProperties = exports.allSchemaProperties = exports.noPropertyInData = exports.propertyInData = exports.isOwnProperty = exports.hasPropFunc = exports.reportMissingProp = exports.checkMissingProp = exports.checkReportMissingProp = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    var util_2 = require_util();
    function checkReportMissingProp(cxt, prop) {
      const { gen, data, it } = cxt;
      gen.if(noPropertyInData(gen, data, prop, it.opts.ownProperties), () => {
        cxt.setParams({ missingProperty: (0, codegen_1._)`${prop}` }, true);
        cxt.error();
      });
    }
    exports.checkReportMissingProp = checkReportMissingProp;
    function checkMissingProp({ gen, data, it: { opts } }, properties, missing) {
      return (0, codegen_1.or)(...properties.map((prop) => (0, codegen_1.and)(noPropertyInData(gen, data, prop, opts.ownProperties), (0, codegen_1._)`${missing} = ${prop}`)));
    }
    exports.checkMissingProp = checkMissingProp;
    function reportMissingProp(cxt, missing) {
      cxt.setParams({ missingProperty: missing }, true);
      cxt.error();
    }
    exports.reportMissingProp = reportMissingProp;
    function hasPropFunc(gen) {
      return gen.scopeValue("func", {
        // eslint-disable-next-line @typescript-eslint/unbound-method
        ref: Object.prototype.hasOwnProperty,
        code: (0, codegen_1._)`Object.prototype.hasOwnProperty`
      });
    }
    exports.hasPropFunc = hasPropFunc;
    function isOwnProperty(gen, data, property) {
      return (0, codegen_1._)`${hasPropFunc(gen)}.call(${data}, ${property})`;
    }
    exports.isOwnProperty = isOwnProperty;
    function propertyInData(gen, data, property, ownProperties) {
      const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} !== undefined`;
      return ownProperties ? (0, codegen_1._)`${cond} && ${isOwnProperty(gen, data, property)}` : cond;
    }
    exports.propertyInData = propertyInData;
    function noPropertyInData(gen, data, property, ownProperties) {
      const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} === undefined`;
      return ownProperties ? (0, codegen_1.or)(cond, (0, codegen_1.not)(isOwnProperty(gen, data, property))) : cond;
    }
    exports.noPropertyInData = noPropertyInData;
    function allSchemaProperties(schemaMap) {
      return schemaMap ? Object.keys(schemaMap).filter((p) => p !== "__proto__") : [];
    }
    exports.allSchemaProperties = allSchemaProperties;
    function schemaProperties(it, schemaMap) {
      return allSchemaProperties(schemaMap).filter((p) => !(0, util_1.alwaysValidSchema)(it, schemaMap[p]));
    }
    exports.schemaProperties = schemaProperties;
    function callValidateCode({ schemaCode, data, it: { gen, topSchemaRef, schemaPath, errorPath }, it }, func, context, passSchema) {
      const dataAndSchema = passSchema ? (0, codegen_1._)`${schemaCode}, ${data}, ${topSchemaRef}${schemaPath}` : data;
      const valCxt = [
        [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, errorPath)],
        [names_1.default.parentData, it.parentData],
        [names_1.default.parentDataProperty, it.parentDataProperty],
        [names_1.default.rootData, names_1.default.rootData]
      ];
      if (it.opts.dynamicRef)
        valCxt.push([names_1.default.dynamicAnchors, names_1.default.dynamicAnchors]);
      const args = (0, codegen_1._)`${dataAndSchema}, ${gen.object(...valCxt)}`;
      return context !== codegen_1.nil ? (0, codegen_1._)`${func}.call(${context}, ${args})` : (0, codegen_1._)`${func}(${args})`;
    }
    exports.callValidateCode = callValidateCode;
    var newRegExp = (0, codegen_1._)`new RegExp`;
    function usePattern({ gen, it: { opts } }, pattern) {
      const u = opts.unicodeRegExp ? "u" : "";
      const { regExp } = opts.code;
      const rx = regExp(pattern, u);
      return gen.scopeValue("pattern", {
        key: rx.toString(),
        ref: rx,
        code: (0, codegen_1._)`${regExp.code === "new RegExp" ? newRegExp : (0, util_2.useFunc)(gen, regExp)}(${pattern}, ${u})`
      });
    }
    exports.usePattern = usePattern;
    function validateArray(cxt) {
      const { gen, data, keyword, it } = cxt;
      const valid = gen.name("valid");
      if (it.allErrors) {
        const validArr = gen.let("valid", true);
        validateItems(() => gen.assign(validArr, false));
        return validArr;
      }
      gen.var(valid, true);
      validateItems(() => gen.break());
      return valid;
      function validateItems(notValid) {
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        gen.forRange("i", 0, len, (i) => {
          cxt.subschema({
            keyword,
            dataProp: i,
            dataPropType: util_1.Type.Num
          }, valid);
          gen.if((0, codegen_1.not)(valid), notValid);
        });
      }
    }
    exports.validateArray = validateArray;
    function validateUnion(cxt) {
      const { gen, schema, keyword, it } = cxt;
      if (!Array.isArray(schema))
        throw new Error("ajv implementation error");
      const alwaysValid = schema.some((sch) => (0, util_1.alwaysValidSchema)(it, sch));
      if (alwaysValid && !it.opts.unevaluated)
        return;
      const valid = gen.let("valid", false);
      const schValid = gen.name("_valid");
      gen.block(() => schema.forEach((_sch, i) => {
        const schCxt = cxt.subschema({
          keyword,
          schemaProp: i,
          compositeRule: true
        }, schValid);
        gen.assign(valid, (0, codegen_1._)`${valid} || ${schValid}`);
        const merged3 = cxt.mergeValidEvaluated(schCxt, schValid);
        if (!merged3)
          gen.if((0, codegen_1.not)(valid));
      }));
      cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
    }
    exports.validateUnion = validateUnion;
  }
});

// node_modules/ajv/dist/compile/validate/keyword.js
var require_keyword = __commonJS({
  "node_modules/ajv/dist/compile/validate/keyword.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateKeywordUsage = exports.validSchemaType = exports.funcKeywordCode = exports.macroKeywordCode = void 0;
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var code_1 = require_code2();
    var errors_1 = require_errors();
    function macroKeywordCode(cxt, def) {
      const { gen, keyword, schema, parentSchema, it } = cxt;
      const macroSchema = def.macro.call(it.self, schema, parentSchema, it);
      const schemaRef = useKeyword(gen, keyword, macroSchema);
      if (it.opts.validateSchema !== false)
        it.self.validateSchema(macroSchema, true);
      const valid = gen.name("valid");
      cxt.subschema({
        schema: macroSchema,
        schemaPath: codegen_1.nil,
        errSchemaPath: `${it.errSchemaPath}/${keyword}`,
        topSchemaRef: schemaRef,
        compositeRule: true
      }, valid);
      cxt.pass(valid, () => cxt.error(true));
    }
    exports.macroKeywordCode = macroKeywordCode;
    function funcKeywordCode(cxt, def) {
      var _a;
      const { gen, keyword, schema, parentSchema, $data, it } = cxt;
      checkAsyncKeyword(it, def);
      const validate = !$data && def.compile ? def.compile.call(it.self, schema, parentSchema, it) : def.validate;
      const validateRef = useKeyword(gen, keyword, validate);
      const valid = gen.let("valid");
      cxt.block$data(valid, validateKeyword);
      cxt.ok((_a = def.valid) !== null && _a !== void 0 ? _a : valid);
      function validateKeyword() {
        if (def.errors === false) {
          assignValid();
          if (def.modifying)
            modifyData(cxt);
          reportErrs(() => cxt.error());
        } else {
          const ruleErrs = def.async ? validateAsync() : validateSync();
          if (def.modifying)
            modifyData(cxt);
          reportErrs(() => addErrs(cxt, ruleErrs));
        }
      }
      function validateAsync() {
        const ruleErrs = gen.let("ruleErrs", null);
        gen.try(() => assignValid((0, codegen_1._)`await `), (e) => gen.assign(valid, false).if((0, codegen_1._)`${e} instanceof ${it.ValidationError}`, () => gen.assign(ruleErrs, (0, codegen_1._)`${e}.errors`), () => gen.throw(e)));
        return ruleErrs;
      }
      function validateSync() {
        const validateErrs = (0, codegen_1._)`${validateRef}.errors`;
        gen.assign(validateErrs, null);
        assignValid(codegen_1.nil);
        return validateErrs;
      }
      function assignValid(_await = def.async ? (0, codegen_1._)`await ` : codegen_1.nil) {
        const passCxt = it.opts.passContext ? names_1.default.this : names_1.default.self;
        const passSchema = !("compile" in def && !$data || def.schema === false);
        gen.assign(valid, (0, codegen_1._)`${_await}${(0, code_1.callValidateCode)(cxt, validateRef, passCxt, passSchema)}`, def.modifying);
      }
      function reportErrs(errors) {
        var _a2;
        gen.if((0, codegen_1.not)((_a2 = def.valid) !== null && _a2 !== void 0 ? _a2 : valid), errors);
      }
    }
    exports.funcKeywordCode = funcKeywordCode;
    function modifyData(cxt) {
      const { gen, data, it } = cxt;
      gen.if(it.parentData, () => gen.assign(data, (0, codegen_1._)`${it.parentData}[${it.parentDataProperty}]`));
    }
    function addErrs(cxt, errs) {
      const { gen } = cxt;
      gen.if((0, codegen_1._)`Array.isArray(${errs})`, () => {
        gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`).assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
        (0, errors_1.extendErrors)(cxt);
      }, () => cxt.error());
    }
    function checkAsyncKeyword({ schemaEnv }, def) {
      if (def.async && !schemaEnv.$async)
        throw new Error("async keyword in sync schema");
    }
    function useKeyword(gen, keyword, result) {
      if (result === void 0)
        throw new Error(`keyword "${keyword}" failed to compile`);
      return gen.scopeValue("keyword", typeof result == "function" ? { ref: result } : { ref: result, code: (0, codegen_1.stringify)(result) });
    }
    function validSchemaType(schema, schemaType, allowUndefined = false) {
      return !schemaType.length || schemaType.some((st) => st === "array" ? Array.isArray(schema) : st === "object" ? schema && typeof schema == "object" && !Array.isArray(schema) : typeof schema == st || allowUndefined && typeof schema == "undefined");
    }
    exports.validSchemaType = validSchemaType;
    function validateKeywordUsage({ schema, opts, self, errSchemaPath }, def, keyword) {
      if (Array.isArray(def.keyword) ? !def.keyword.includes(keyword) : def.keyword !== keyword) {
        throw new Error("ajv implementation error");
      }
      const deps = def.dependencies;
      if (deps === null || deps === void 0 ? void 0 : deps.some((kwd) => !Object.prototype.hasOwnProperty.call(schema, kwd))) {
        throw new Error(`parent schema must have dependencies of ${keyword}: ${deps.join(",")}`);
      }
      if (def.validateSchema) {
        const valid = def.validateSchema(schema[keyword]);
        if (!valid) {
          const msg = `keyword "${keyword}" value is invalid at path "${errSchemaPath}": ` + self.errorsText(def.validateSchema.errors);
          if (opts.validateSchema === "log")
            self.logger.error(msg);
          else
            throw new Error(msg);
        }
      }
    }
    exports.validateKeywordUsage = validateKeywordUsage;
  }
});

// node_modules/ajv/dist/compile/validate/subschema.js
var require_subschema = __commonJS({
  "node_modules/ajv/dist/compile/validate/subschema.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.extendSubschemaMode = exports.extendSubschemaData = exports.getSubschema = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    function getSubschema(it, { keyword, schemaProp, schema, schemaPath, errSchemaPath, topSchemaRef }) {
      if (keyword !== void 0 && schema !== void 0) {
        throw new Error('both "keyword" and "schema" passed, only one allowed');
      }
      if (keyword !== void 0) {
        const sch = it.schema[keyword];
        return schemaProp === void 0 ? {
          schema: sch,
          schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}`,
          errSchemaPath: `${it.errSchemaPath}/${keyword}`
        } : {
          schema: sch[schemaProp],
          schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}${(0, codegen_1.getProperty)(schemaProp)}`,
          errSchemaPath: `${it.errSchemaPath}/${keyword}/${(0, util_1.escapeFragment)(schemaProp)}`
        };
      }
      if (schema !== void 0) {
        if (schemaPath === void 0 || errSchemaPath === void 0 || topSchemaRef === void 0) {
          throw new Error('"schemaPath", "errSchemaPath" and "topSchemaRef" are required with "schema"');
        }
        return {
          schema,
          schemaPath,
          topSchemaRef,
          errSchemaPath
        };
      }
      throw new Error('either "keyword" or "schema" must be passed');
    }
    exports.getSubschema = getSubschema;
    function extendSubschemaData(subschema, it, { dataProp, dataPropType: dpType, data, dataTypes, propertyName }) {
      if (data !== void 0 && dataProp !== void 0) {
        throw new Error('both "data" and "dataProp" passed, only one allowed');
      }
      const { gen } = it;
      if (dataProp !== void 0) {
        const { errorPath, dataPathArr, opts } = it;
        const nextData = gen.let("data", (0, codegen_1._)`${it.data}${(0, codegen_1.getProperty)(dataProp)}`, true);
        dataContextProps(nextData);
        subschema.errorPath = (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(dataProp, dpType, opts.jsPropertySyntax)}`;
        subschema.parentDataProperty = (0, codegen_1._)`${dataProp}`;
        subschema.dataPathArr = [...dataPathArr, subschema.parentDataProperty];
      }
      if (data !== void 0) {
        const nextData = data instanceof codegen_1.Name ? data : gen.let("data", data, true);
        dataContextProps(nextData);
        if (propertyName !== void 0)
          subschema.propertyName = propertyName;
      }
      if (dataTypes)
        subschema.dataTypes = dataTypes;
      function dataContextProps(_nextData) {
        subschema.data = _nextData;
        subschema.dataLevel = it.dataLevel + 1;
        subschema.dataTypes = [];
        it.definedProperties = /* @__PURE__ */ new Set();
        subschema.parentData = it.data;
        subschema.dataNames = [...it.dataNames, _nextData];
      }
    }
    exports.extendSubschemaData = extendSubschemaData;
    function extendSubschemaMode(subschema, { jtdDiscriminator, jtdMetadata, compositeRule, createErrors, allErrors }) {
      if (compositeRule !== void 0)
        subschema.compositeRule = compositeRule;
      if (createErrors !== void 0)
        subschema.createErrors = createErrors;
      if (allErrors !== void 0)
        subschema.allErrors = allErrors;
      subschema.jtdDiscriminator = jtdDiscriminator;
      subschema.jtdMetadata = jtdMetadata;
    }
    exports.extendSubschemaMode = extendSubschemaMode;
  }
});

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/json-schema-traverse/index.js
var require_json_schema_traverse = __commonJS({
  "node_modules/json-schema-traverse/index.js"(exports, module) {
    "use strict";
    var traverse = module.exports = function(schema, opts, cb) {
      if (typeof opts == "function") {
        cb = opts;
        opts = {};
      }
      cb = opts.cb || cb;
      var pre = typeof cb == "function" ? cb : cb.pre || function() {
      };
      var post = cb.post || function() {
      };
      _traverse(opts, pre, post, schema, "", schema);
    };
    traverse.keywords = {
      additionalItems: true,
      items: true,
      contains: true,
      additionalProperties: true,
      propertyNames: true,
      not: true,
      if: true,
      then: true,
      else: true
    };
    traverse.arrayKeywords = {
      items: true,
      allOf: true,
      anyOf: true,
      oneOf: true
    };
    traverse.propsKeywords = {
      $defs: true,
      definitions: true,
      properties: true,
      patternProperties: true,
      dependencies: true
    };
    traverse.skipKeywords = {
      default: true,
      enum: true,
      const: true,
      required: true,
      maximum: true,
      minimum: true,
      exclusiveMaximum: true,
      exclusiveMinimum: true,
      multipleOf: true,
      maxLength: true,
      minLength: true,
      pattern: true,
      format: true,
      maxItems: true,
      minItems: true,
      uniqueItems: true,
      maxProperties: true,
      minProperties: true
    };
    function _traverse(opts, pre, post, schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex) {
      if (schema && typeof schema == "object" && !Array.isArray(schema)) {
        pre(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
        for (var key in schema) {
          var sch = schema[key];
          if (Array.isArray(sch)) {
            if (key in traverse.arrayKeywords) {
              for (var i = 0; i < sch.length; i++)
                _traverse(opts, pre, post, sch[i], jsonPtr + "/" + key + "/" + i, rootSchema, jsonPtr, key, schema, i);
            }
          } else if (key in traverse.propsKeywords) {
            if (sch && typeof sch == "object") {
              for (var prop in sch)
                _traverse(opts, pre, post, sch[prop], jsonPtr + "/" + key + "/" + escapeJsonPtr(prop), rootSchema, jsonPtr, key, schema, prop);
            }
          } else if (key in traverse.keywords || opts.allKeys && !(key in traverse.skipKeywords)) {
            _traverse(opts, pre, post, sch, jsonPtr + "/" + key, rootSchema, jsonPtr, key, schema);
          }
        }
        post(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
      }
    }
    function escapeJsonPtr(str) {
      return str.replace(/~/g, "~0").replace(/\//g, "~1");
    }
  }
});

// node_modules/ajv/dist/compile/resolve.js
var require_resolve = __commonJS({
  "node_modules/ajv/dist/compile/resolve.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getSchemaRefs = exports.resolveUrl = exports.normalizeId = exports._getFullPath = exports.getFullPath = exports.inlineRef = void 0;
    var util_1 = require_util();
    var equal = require_fast_deep_equal();
    var traverse = require_json_schema_traverse();
    var SIMPLE_INLINED = /* @__PURE__ */ new Set([
      "type",
      "format",
      "pattern",
      "maxLength",
      "minLength",
      "maxProperties",
      "minProperties",
      "maxItems",
      "minItems",
      "maximum",
      "minimum",
      "uniqueItems",
      "multipleOf",
      "required",
      "enum",
      "const"
    ]);
    function inlineRef(schema, limit = true) {
      if (typeof schema == "boolean")
        return true;
      if (limit === true)
        return !hasRef(schema);
      if (!limit)
        return false;
      return countKeys(schema) <= limit;
    }
    exports.inlineRef = inlineRef;
    var REF_KEYWORDS = /* @__PURE__ */ new Set([
      "$ref",
      "$recursiveRef",
      "$recursiveAnchor",
      "$dynamicRef",
      "$dynamicAnchor"
    ]);
    function hasRef(schema) {
      for (const key in schema) {
        if (REF_KEYWORDS.has(key))
          return true;
        const sch = schema[key];
        if (Array.isArray(sch) && sch.some(hasRef))
          return true;
        if (typeof sch == "object" && hasRef(sch))
          return true;
      }
      return false;
    }
    function countKeys(schema) {
      let count = 0;
      for (const key in schema) {
        if (key === "$ref")
          return Infinity;
        count++;
        if (SIMPLE_INLINED.has(key))
          continue;
        if (typeof schema[key] == "object") {
          (0, util_1.eachItem)(schema[key], (sch) => count += countKeys(sch));
        }
        if (count === Infinity)
          return Infinity;
      }
      return count;
    }
    function getFullPath(resolver, id = "", normalize) {
      if (normalize !== false)
        id = normalizeId(id);
      const p = resolver.parse(id);
      return _getFullPath(resolver, p);
    }
    exports.getFullPath = getFullPath;
    function _getFullPath(resolver, p) {
      const serialized = resolver.serialize(p);
      return serialized.split("#")[0] + "#";
    }
    exports._getFullPath = _getFullPath;
    var TRAILING_SLASH_HASH = /#\/?$/;
    function normalizeId(id) {
      return id ? id.replace(TRAILING_SLASH_HASH, "") : "";
    }
    exports.normalizeId = normalizeId;
    function resolveUrl(resolver, baseId, id) {
      id = normalizeId(id);
      return resolver.resolve(baseId, id);
    }
    exports.resolveUrl = resolveUrl;
    var ANCHOR = /^[a-z_][-a-z0-9._]*$/i;
    function getSchemaRefs(schema, baseId) {
      if (typeof schema == "boolean")
        return {};
      const { schemaId, uriResolver } = this.opts;
      const schId = normalizeId(schema[schemaId] || baseId);
      const baseIds = { "": schId };
      const pathPrefix = getFullPath(uriResolver, schId, false);
      const localRefs = {};
      const schemaRefs = /* @__PURE__ */ new Set();
      traverse(schema, { allKeys: true }, (sch, jsonPtr, _, parentJsonPtr) => {
        if (parentJsonPtr === void 0)
          return;
        const fullPath = pathPrefix + jsonPtr;
        let innerBaseId = baseIds[parentJsonPtr];
        if (typeof sch[schemaId] == "string")
          innerBaseId = addRef.call(this, sch[schemaId]);
        addAnchor.call(this, sch.$anchor);
        addAnchor.call(this, sch.$dynamicAnchor);
        baseIds[jsonPtr] = innerBaseId;
        function addRef(ref) {
          const _resolve = this.opts.uriResolver.resolve;
          ref = normalizeId(innerBaseId ? _resolve(innerBaseId, ref) : ref);
          if (schemaRefs.has(ref))
            throw ambiguos(ref);
          schemaRefs.add(ref);
          let schOrRef = this.refs[ref];
          if (typeof schOrRef == "string")
            schOrRef = this.refs[schOrRef];
          if (typeof schOrRef == "object") {
            checkAmbiguosRef(sch, schOrRef.schema, ref);
          } else if (ref !== normalizeId(fullPath)) {
            if (ref[0] === "#") {
              checkAmbiguosRef(sch, localRefs[ref], ref);
              localRefs[ref] = sch;
            } else {
              this.refs[ref] = fullPath;
            }
          }
          return ref;
        }
        function addAnchor(anchor) {
          if (typeof anchor == "string") {
            if (!ANCHOR.test(anchor))
              throw new Error(`invalid anchor "${anchor}"`);
            addRef.call(this, `#${anchor}`);
          }
        }
      });
      return localRefs;
      function checkAmbiguosRef(sch1, sch2, ref) {
        if (sch2 !== void 0 && !equal(sch1, sch2))
          throw ambiguos(ref);
      }
      function ambiguos(ref) {
        return new Error(`reference "${ref}" resolves to more than one schema`);
      }
    }
    exports.getSchemaRefs = getSchemaRefs;
  }
});

// node_modules/ajv/dist/compile/validate/index.js
var require_validate = __commonJS({
  "node_modules/ajv/dist/compile/validate/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getData = exports.KeywordCxt = exports.validateFunctionCode = void 0;
    var boolSchema_1 = require_boolSchema();
    var dataType_1 = require_dataType();
    var applicability_1 = require_applicability();
    var dataType_2 = require_dataType();
    var defaults_1 = require_defaults();
    var keyword_1 = require_keyword();
    var subschema_1 = require_subschema();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var resolve_1 = require_resolve();
    var util_1 = require_util();
    var errors_1 = require_errors();
    function validateFunctionCode(it) {
      if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
          topSchemaObjCode(it);
          return;
        }
      }
      validateFunction(it, () => (0, boolSchema_1.topBoolOrEmptySchema)(it));
    }
    exports.validateFunctionCode = validateFunctionCode;
    function validateFunction({ gen, validateName, schema, schemaEnv, opts }, body) {
      if (opts.code.es5) {
        gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${names_1.default.valCxt}`, schemaEnv.$async, () => {
          gen.code((0, codegen_1._)`"use strict"; ${funcSourceUrl(schema, opts)}`);
          destructureValCxtES5(gen, opts);
          gen.code(body);
        });
      } else {
        gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${destructureValCxt(opts)}`, schemaEnv.$async, () => gen.code(funcSourceUrl(schema, opts)).code(body));
      }
    }
    function destructureValCxt(opts) {
      return (0, codegen_1._)`{${names_1.default.instancePath}="", ${names_1.default.parentData}, ${names_1.default.parentDataProperty}, ${names_1.default.rootData}=${names_1.default.data}${opts.dynamicRef ? (0, codegen_1._)`, ${names_1.default.dynamicAnchors}={}` : codegen_1.nil}}={}`;
    }
    function destructureValCxtES5(gen, opts) {
      gen.if(names_1.default.valCxt, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.instancePath}`);
        gen.var(names_1.default.parentData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentData}`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentDataProperty}`);
        gen.var(names_1.default.rootData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.rootData}`);
        if (opts.dynamicRef)
          gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.dynamicAnchors}`);
      }, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._)`""`);
        gen.var(names_1.default.parentData, (0, codegen_1._)`undefined`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`undefined`);
        gen.var(names_1.default.rootData, names_1.default.data);
        if (opts.dynamicRef)
          gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`{}`);
      });
    }
    function topSchemaObjCode(it) {
      const { schema, opts, gen } = it;
      validateFunction(it, () => {
        if (opts.$comment && schema.$comment)
          commentKeyword(it);
        checkNoDefault(it);
        gen.let(names_1.default.vErrors, null);
        gen.let(names_1.default.errors, 0);
        if (opts.unevaluated)
          resetEvaluated(it);
        typeAndKeywords(it);
        returnResults(it);
      });
      return;
    }
    function resetEvaluated(it) {
      const { gen, validateName } = it;
      it.evaluated = gen.const("evaluated", (0, codegen_1._)`${validateName}.evaluated`);
      gen.if((0, codegen_1._)`${it.evaluated}.dynamicProps`, () => gen.assign((0, codegen_1._)`${it.evaluated}.props`, (0, codegen_1._)`undefined`));
      gen.if((0, codegen_1._)`${it.evaluated}.dynamicItems`, () => gen.assign((0, codegen_1._)`${it.evaluated}.items`, (0, codegen_1._)`undefined`));
    }
    function funcSourceUrl(schema, opts) {
      const schId = typeof schema == "object" && schema[opts.schemaId];
      return schId && (opts.code.source || opts.code.process) ? (0, codegen_1._)`/*# sourceURL=${schId} */` : codegen_1.nil;
    }
    function subschemaCode(it, valid) {
      if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
          subSchemaObjCode(it, valid);
          return;
        }
      }
      (0, boolSchema_1.boolOrEmptySchema)(it, valid);
    }
    function schemaCxtHasRules({ schema, self }) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (self.RULES.all[key])
          return true;
      return false;
    }
    function isSchemaObj(it) {
      return typeof it.schema != "boolean";
    }
    function subSchemaObjCode(it, valid) {
      const { schema, gen, opts } = it;
      if (opts.$comment && schema.$comment)
        commentKeyword(it);
      updateContext(it);
      checkAsyncSchema(it);
      const errsCount = gen.const("_errs", names_1.default.errors);
      typeAndKeywords(it, errsCount);
      gen.var(valid, (0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
    }
    function checkKeywords(it) {
      (0, util_1.checkUnknownRules)(it);
      checkRefsAndKeywords(it);
    }
    function typeAndKeywords(it, errsCount) {
      if (it.opts.jtd)
        return schemaKeywords(it, [], false, errsCount);
      const types = (0, dataType_1.getSchemaTypes)(it.schema);
      const checkedTypes = (0, dataType_1.coerceAndCheckDataType)(it, types);
      schemaKeywords(it, types, !checkedTypes, errsCount);
    }
    function checkRefsAndKeywords(it) {
      const { schema, errSchemaPath, opts, self } = it;
      if (schema.$ref && opts.ignoreKeywordsWithRef && (0, util_1.schemaHasRulesButRef)(schema, self.RULES)) {
        self.logger.warn(`$ref: keywords ignored in schema at path "${errSchemaPath}"`);
      }
    }
    function checkNoDefault(it) {
      const { schema, opts } = it;
      if (schema.default !== void 0 && opts.useDefaults && opts.strictSchema) {
        (0, util_1.checkStrictMode)(it, "default is ignored in the schema root");
      }
    }
    function updateContext(it) {
      const schId = it.schema[it.opts.schemaId];
      if (schId)
        it.baseId = (0, resolve_1.resolveUrl)(it.opts.uriResolver, it.baseId, schId);
    }
    function checkAsyncSchema(it) {
      if (it.schema.$async && !it.schemaEnv.$async)
        throw new Error("async schema in sync schema");
    }
    function commentKeyword({ gen, schemaEnv, schema, errSchemaPath, opts }) {
      const msg = schema.$comment;
      if (opts.$comment === true) {
        gen.code((0, codegen_1._)`${names_1.default.self}.logger.log(${msg})`);
      } else if (typeof opts.$comment == "function") {
        const schemaPath = (0, codegen_1.str)`${errSchemaPath}/$comment`;
        const rootName = gen.scopeValue("root", { ref: schemaEnv.root });
        gen.code((0, codegen_1._)`${names_1.default.self}.opts.$comment(${msg}, ${schemaPath}, ${rootName}.schema)`);
      }
    }
    function returnResults(it) {
      const { gen, schemaEnv, validateName, ValidationError, opts } = it;
      if (schemaEnv.$async) {
        gen.if((0, codegen_1._)`${names_1.default.errors} === 0`, () => gen.return(names_1.default.data), () => gen.throw((0, codegen_1._)`new ${ValidationError}(${names_1.default.vErrors})`));
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, names_1.default.vErrors);
        if (opts.unevaluated)
          assignEvaluated(it);
        gen.return((0, codegen_1._)`${names_1.default.errors} === 0`);
      }
    }
    function assignEvaluated({ gen, evaluated, props, items }) {
      if (props instanceof codegen_1.Name)
        gen.assign((0, codegen_1._)`${evaluated}.props`, props);
      if (items instanceof codegen_1.Name)
        gen.assign((0, codegen_1._)`${evaluated}.items`, items);
    }
    function schemaKeywords(it, types, typeErrors, errsCount) {
      const { gen, schema, data, allErrors, opts, self } = it;
      const { RULES } = self;
      if (schema.$ref && (opts.ignoreKeywordsWithRef || !(0, util_1.schemaHasRulesButRef)(schema, RULES))) {
        gen.block(() => keywordCode(it, "$ref", RULES.all.$ref.definition));
        return;
      }
      if (!opts.jtd)
        checkStrictTypes(it, types);
      gen.block(() => {
        for (const group of RULES.rules)
          groupKeywords(group);
        groupKeywords(RULES.post);
      });
      function groupKeywords(group) {
        if (!(0, applicability_1.shouldUseGroup)(schema, group))
          return;
        if (group.type) {
          gen.if((0, dataType_2.checkDataType)(group.type, data, opts.strictNumbers));
          iterateKeywords(it, group);
          if (types.length === 1 && types[0] === group.type && typeErrors) {
            gen.else();
            (0, dataType_2.reportTypeError)(it);
          }
          gen.endIf();
        } else {
          iterateKeywords(it, group);
        }
        if (!allErrors)
          gen.if((0, codegen_1._)`${names_1.default.errors} === ${errsCount || 0}`);
      }
    }
    function iterateKeywords(it, group) {
      const { gen, schema, opts: { useDefaults } } = it;
      if (useDefaults)
        (0, defaults_1.assignDefaults)(it, group.type);
      gen.block(() => {
        for (const rule of group.rules) {
          if ((0, applicability_1.shouldUseRule)(schema, rule)) {
            keywordCode(it, rule.keyword, rule.definition, group.type);
          }
        }
      });
    }
    function checkStrictTypes(it, types) {
      if (it.schemaEnv.meta || !it.opts.strictTypes)
        return;
      checkContextTypes(it, types);
      if (!it.opts.allowUnionTypes)
        checkMultipleTypes(it, types);
      checkKeywordTypes(it, it.dataTypes);
    }
    function checkContextTypes(it, types) {
      if (!types.length)
        return;
      if (!it.dataTypes.length) {
        it.dataTypes = types;
        return;
      }
      types.forEach((t) => {
        if (!includesType(it.dataTypes, t)) {
          strictTypesError(it, `type "${t}" not allowed by context "${it.dataTypes.join(",")}"`);
        }
      });
      narrowSchemaTypes(it, types);
    }
    function checkMultipleTypes(it, ts) {
      if (ts.length > 1 && !(ts.length === 2 && ts.includes("null"))) {
        strictTypesError(it, "use allowUnionTypes to allow union type keyword");
      }
    }
    function checkKeywordTypes(it, ts) {
      const rules = it.self.RULES.all;
      for (const keyword in rules) {
        const rule = rules[keyword];
        if (typeof rule == "object" && (0, applicability_1.shouldUseRule)(it.schema, rule)) {
          const { type } = rule.definition;
          if (type.length && !type.some((t) => hasApplicableType(ts, t))) {
            strictTypesError(it, `missing type "${type.join(",")}" for keyword "${keyword}"`);
          }
        }
      }
    }
    function hasApplicableType(schTs, kwdT) {
      return schTs.includes(kwdT) || kwdT === "number" && schTs.includes("integer");
    }
    function includesType(ts, t) {
      return ts.includes(t) || t === "integer" && ts.includes("number");
    }
    function narrowSchemaTypes(it, withTypes) {
      const ts = [];
      for (const t of it.dataTypes) {
        if (includesType(withTypes, t))
          ts.push(t);
        else if (withTypes.includes("integer") && t === "number")
          ts.push("integer");
      }
      it.dataTypes = ts;
    }
    function strictTypesError(it, msg) {
      const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
      msg += ` at "${schemaPath}" (strictTypes)`;
      (0, util_1.checkStrictMode)(it, msg, it.opts.strictTypes);
    }
    var KeywordCxt = class {
      constructor(it, def, keyword) {
        (0, keyword_1.validateKeywordUsage)(it, def, keyword);
        this.gen = it.gen;
        this.allErrors = it.allErrors;
        this.keyword = keyword;
        this.data = it.data;
        this.schema = it.schema[keyword];
        this.$data = def.$data && it.opts.$data && this.schema && this.schema.$data;
        this.schemaValue = (0, util_1.schemaRefOrVal)(it, this.schema, keyword, this.$data);
        this.schemaType = def.schemaType;
        this.parentSchema = it.schema;
        this.params = {};
        this.it = it;
        this.def = def;
        if (this.$data) {
          this.schemaCode = it.gen.const("vSchema", getData(this.$data, it));
        } else {
          this.schemaCode = this.schemaValue;
          if (!(0, keyword_1.validSchemaType)(this.schema, def.schemaType, def.allowUndefined)) {
            throw new Error(`${keyword} value must be ${JSON.stringify(def.schemaType)}`);
          }
        }
        if ("code" in def ? def.trackErrors : def.errors !== false) {
          this.errsCount = it.gen.const("_errs", names_1.default.errors);
        }
      }
      result(condition, successAction, failAction) {
        this.failResult((0, codegen_1.not)(condition), successAction, failAction);
      }
      failResult(condition, successAction, failAction) {
        this.gen.if(condition);
        if (failAction)
          failAction();
        else
          this.error();
        if (successAction) {
          this.gen.else();
          successAction();
          if (this.allErrors)
            this.gen.endIf();
        } else {
          if (this.allErrors)
            this.gen.endIf();
          else
            this.gen.else();
        }
      }
      pass(condition, failAction) {
        this.failResult((0, codegen_1.not)(condition), void 0, failAction);
      }
      fail(condition) {
        if (condition === void 0) {
          this.error();
          if (!this.allErrors)
            this.gen.if(false);
          return;
        }
        this.gen.if(condition);
        this.error();
        if (this.allErrors)
          this.gen.endIf();
        else
          this.gen.else();
      }
      fail$data(condition) {
        if (!this.$data)
          return this.fail(condition);
        const { schemaCode } = this;
        this.fail((0, codegen_1._)`${schemaCode} !== undefined && (${(0, codegen_1.or)(this.invalid$data(), condition)})`);
      }
      error(append2, errorParams, errorPaths) {
        if (errorParams) {
          this.setParams(errorParams);
          this._error(append2, errorPaths);
          this.setParams({});
          return;
        }
        this._error(append2, errorPaths);
      }
      _error(append2, errorPaths) {
        ;
        (append2 ? errors_1.reportExtraError : errors_1.reportError)(this, this.def.error, errorPaths);
      }
      $dataError() {
        (0, errors_1.reportError)(this, this.def.$dataError || errors_1.keyword$DataError);
      }
      reset() {
        if (this.errsCount === void 0)
          throw new Error('add "trackErrors" to keyword definition');
        (0, errors_1.resetErrorsCount)(this.gen, this.errsCount);
      }
      ok(cond) {
        if (!this.allErrors)
          this.gen.if(cond);
      }
      setParams(obj, assign) {
        if (assign)
          Object.assign(this.params, obj);
        else
          this.params = obj;
      }
      block$data(valid, codeBlock, $dataValid = codegen_1.nil) {
        this.gen.block(() => {
          this.check$data(valid, $dataValid);
          codeBlock();
        });
      }
      check$data(valid = codegen_1.nil, $dataValid = codegen_1.nil) {
        if (!this.$data)
          return;
        const { gen, schemaCode, schemaType, def } = this;
        gen.if((0, codegen_1.or)((0, codegen_1._)`${schemaCode} === undefined`, $dataValid));
        if (valid !== codegen_1.nil)
          gen.assign(valid, true);
        if (schemaType.length || def.validateSchema) {
          gen.elseIf(this.invalid$data());
          this.$dataError();
          if (valid !== codegen_1.nil)
            gen.assign(valid, false);
        }
        gen.else();
      }
      invalid$data() {
        const { gen, schemaCode, schemaType, def, it } = this;
        return (0, codegen_1.or)(wrong$DataType(), invalid$DataSchema());
        function wrong$DataType() {
          if (schemaType.length) {
            if (!(schemaCode instanceof codegen_1.Name))
              throw new Error("ajv implementation error");
            const st = Array.isArray(schemaType) ? schemaType : [schemaType];
            return (0, codegen_1._)`${(0, dataType_2.checkDataTypes)(st, schemaCode, it.opts.strictNumbers, dataType_2.DataType.Wrong)}`;
          }
          return codegen_1.nil;
        }
        function invalid$DataSchema() {
          if (def.validateSchema) {
            const validateSchemaRef = gen.scopeValue("validate$data", { ref: def.validateSchema });
            return (0, codegen_1._)`!${validateSchemaRef}(${schemaCode})`;
          }
          return codegen_1.nil;
        }
      }
      subschema(appl, valid) {
        const subschema = (0, subschema_1.getSubschema)(this.it, appl);
        (0, subschema_1.extendSubschemaData)(subschema, this.it, appl);
        (0, subschema_1.extendSubschemaMode)(subschema, appl);
        const nextContext = { ...this.it, ...subschema, items: void 0, props: void 0 };
        subschemaCode(nextContext, valid);
        return nextContext;
      }
      mergeEvaluated(schemaCxt, toName) {
        const { it, gen } = this;
        if (!it.opts.unevaluated)
          return;
        if (it.props !== true && schemaCxt.props !== void 0) {
          it.props = util_1.mergeEvaluated.props(gen, schemaCxt.props, it.props, toName);
        }
        if (it.items !== true && schemaCxt.items !== void 0) {
          it.items = util_1.mergeEvaluated.items(gen, schemaCxt.items, it.items, toName);
        }
      }
      mergeValidEvaluated(schemaCxt, valid) {
        const { it, gen } = this;
        if (it.opts.unevaluated && (it.props !== true || it.items !== true)) {
          gen.if(valid, () => this.mergeEvaluated(schemaCxt, codegen_1.Name));
          return true;
        }
      }
    };
    exports.KeywordCxt = KeywordCxt;
    function keywordCode(it, keyword, def, ruleType) {
      const cxt = new KeywordCxt(it, def, keyword);
      if ("code" in def) {
        def.code(cxt, ruleType);
      } else if (cxt.$data && def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
      } else if ("macro" in def) {
        (0, keyword_1.macroKeywordCode)(cxt, def);
      } else if (def.compile || def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
      }
    }
    var JSON_POINTER = /^\/(?:[^~]|~0|~1)*$/;
    var RELATIVE_JSON_POINTER = /^([0-9]+)(#|\/(?:[^~]|~0|~1)*)?$/;
    function getData($data, { dataLevel, dataNames, dataPathArr }) {
      let jsonPointer;
      let data;
      if ($data === "")
        return names_1.default.rootData;
      if ($data[0] === "/") {
        if (!JSON_POINTER.test($data))
          throw new Error(`Invalid JSON-pointer: ${$data}`);
        jsonPointer = $data;
        data = names_1.default.rootData;
      } else {
        const matches = RELATIVE_JSON_POINTER.exec($data);
        if (!matches)
          throw new Error(`Invalid JSON-pointer: ${$data}`);
        const up = +matches[1];
        jsonPointer = matches[2];
        if (jsonPointer === "#") {
          if (up >= dataLevel)
            throw new Error(errorMsg("property/index", up));
          return dataPathArr[dataLevel - up];
        }
        if (up > dataLevel)
          throw new Error(errorMsg("data", up));
        data = dataNames[dataLevel - up];
        if (!jsonPointer)
          return data;
      }
      let expr = data;
      const segments = jsonPointer.split("/");
      for (const segment of segments) {
        if (segment) {
          data = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)((0, util_1.unescapeJsonPointer)(segment))}`;
          expr = (0, codegen_1._)`${expr} && ${data}`;
        }
      }
      return expr;
      function errorMsg(pointerType, up) {
        return `Cannot access ${pointerType} ${up} levels up, current level is ${dataLevel}`;
      }
    }
    exports.getData = getData;
  }
});

// node_modules/ajv/dist/runtime/validation_error.js
var require_validation_error = __commonJS({
  "node_modules/ajv/dist/runtime/validation_error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var ValidationError = class extends Error {
      constructor(errors) {
        super("validation failed");
        this.errors = errors;
        this.ajv = this.validation = true;
      }
    };
    exports.default = ValidationError;
  }
});

// node_modules/ajv/dist/compile/ref_error.js
var require_ref_error = __commonJS({
  "node_modules/ajv/dist/compile/ref_error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var resolve_1 = require_resolve();
    var MissingRefError = class extends Error {
      constructor(resolver, baseId, ref, msg) {
        super(msg || `can't resolve reference ${ref} from id ${baseId}`);
        this.missingRef = (0, resolve_1.resolveUrl)(resolver, baseId, ref);
        this.missingSchema = (0, resolve_1.normalizeId)((0, resolve_1.getFullPath)(resolver, this.missingRef));
      }
    };
    exports.default = MissingRefError;
  }
});

// node_modules/ajv/dist/compile/index.js
var require_compile = __commonJS({
  "node_modules/ajv/dist/compile/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.resolveSchema = exports.getCompilingSchema = exports.resolveRef = exports.compileSchema = exports.SchemaEnv = void 0;
    var codegen_1 = require_codegen();
    var validation_error_1 = require_validation_error();
    var names_1 = require_names();
    var resolve_1 = require_resolve();
    var util_1 = require_util();
    var validate_1 = require_validate();
    var SchemaEnv = class {
      constructor(env) {
        var _a;
        this.refs = {};
        this.dynamicAnchors = {};
        let schema;
        if (typeof env.schema == "object")
          schema = env.schema;
        this.schema = env.schema;
        this.schemaId = env.schemaId;
        this.root = env.root || this;
        this.baseId = (_a = env.baseId) !== null && _a !== void 0 ? _a : (0, resolve_1.normalizeId)(schema === null || schema === void 0 ? void 0 : schema[env.schemaId || "$id"]);
        this.schemaPath = env.schemaPath;
        this.localRefs = env.localRefs;
        this.meta = env.meta;
        this.$async = schema === null || schema === void 0 ? void 0 : schema.$async;
        this.refs = {};
      }
    };
    exports.SchemaEnv = SchemaEnv;
    function compileSchema2(sch) {
      const _sch = getCompilingSchema.call(this, sch);
      if (_sch)
        return _sch;
      const rootId = (0, resolve_1.getFullPath)(this.opts.uriResolver, sch.root.baseId);
      const { es5, lines } = this.opts.code;
      const { ownProperties } = this.opts;
      const gen = new codegen_1.CodeGen(this.scope, { es5, lines, ownProperties });
      let _ValidationError;
      if (sch.$async) {
        _ValidationError = gen.scopeValue("Error", {
          ref: validation_error_1.default,
          code: (0, codegen_1._)`require("ajv/dist/runtime/validation_error").default`
        });
      }
      const validateName = gen.scopeName("validate");
      sch.validateName = validateName;
      const schemaCxt = {
        gen,
        allErrors: this.opts.allErrors,
        data: names_1.default.data,
        parentData: names_1.default.parentData,
        parentDataProperty: names_1.default.parentDataProperty,
        dataNames: [names_1.default.data],
        dataPathArr: [codegen_1.nil],
        // TODO can its length be used as dataLevel if nil is removed?
        dataLevel: 0,
        dataTypes: [],
        definedProperties: /* @__PURE__ */ new Set(),
        topSchemaRef: gen.scopeValue("schema", this.opts.code.source === true ? { ref: sch.schema, code: (0, codegen_1.stringify)(sch.schema) } : { ref: sch.schema }),
        validateName,
        ValidationError: _ValidationError,
        schema: sch.schema,
        schemaEnv: sch,
        rootId,
        baseId: sch.baseId || rootId,
        schemaPath: codegen_1.nil,
        errSchemaPath: sch.schemaPath || (this.opts.jtd ? "" : "#"),
        errorPath: (0, codegen_1._)`""`,
        opts: this.opts,
        self: this
      };
      let sourceCode;
      try {
        this._compilations.add(sch);
        (0, validate_1.validateFunctionCode)(schemaCxt);
        gen.optimize(this.opts.code.optimize);
        const validateCode = gen.toString();
        sourceCode = `${gen.scopeRefs(names_1.default.scope)}return ${validateCode}`;
        if (this.opts.code.process)
          sourceCode = this.opts.code.process(sourceCode, sch);
        const makeValidate = new Function(`${names_1.default.self}`, `${names_1.default.scope}`, sourceCode);
        const validate = makeValidate(this, this.scope.get());
        this.scope.value(validateName, { ref: validate });
        validate.errors = null;
        validate.schema = sch.schema;
        validate.schemaEnv = sch;
        if (sch.$async)
          validate.$async = true;
        if (this.opts.code.source === true) {
          validate.source = { validateName, validateCode, scopeValues: gen._values };
        }
        if (this.opts.unevaluated) {
          const { props, items } = schemaCxt;
          validate.evaluated = {
            props: props instanceof codegen_1.Name ? void 0 : props,
            items: items instanceof codegen_1.Name ? void 0 : items,
            dynamicProps: props instanceof codegen_1.Name,
            dynamicItems: items instanceof codegen_1.Name
          };
          if (validate.source)
            validate.source.evaluated = (0, codegen_1.stringify)(validate.evaluated);
        }
        sch.validate = validate;
        return sch;
      } catch (e) {
        delete sch.validate;
        delete sch.validateName;
        if (sourceCode)
          this.logger.error("Error compiling schema, function code:", sourceCode);
        throw e;
      } finally {
        this._compilations.delete(sch);
      }
    }
    exports.compileSchema = compileSchema2;
    function resolveRef(root, baseId, ref) {
      var _a;
      ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, ref);
      const schOrFunc = root.refs[ref];
      if (schOrFunc)
        return schOrFunc;
      let _sch = resolve.call(this, root, ref);
      if (_sch === void 0) {
        const schema = (_a = root.localRefs) === null || _a === void 0 ? void 0 : _a[ref];
        const { schemaId } = this.opts;
        if (schema)
          _sch = new SchemaEnv({ schema, schemaId, root, baseId });
      }
      if (_sch === void 0)
        return;
      return root.refs[ref] = inlineOrCompile.call(this, _sch);
    }
    exports.resolveRef = resolveRef;
    function inlineOrCompile(sch) {
      if ((0, resolve_1.inlineRef)(sch.schema, this.opts.inlineRefs))
        return sch.schema;
      return sch.validate ? sch : compileSchema2.call(this, sch);
    }
    function getCompilingSchema(schEnv) {
      for (const sch of this._compilations) {
        if (sameSchemaEnv(sch, schEnv))
          return sch;
      }
    }
    exports.getCompilingSchema = getCompilingSchema;
    function sameSchemaEnv(s1, s2) {
      return s1.schema === s2.schema && s1.root === s2.root && s1.baseId === s2.baseId;
    }
    function resolve(root, ref) {
      let sch;
      while (typeof (sch = this.refs[ref]) == "string")
        ref = sch;
      return sch || this.schemas[ref] || resolveSchema.call(this, root, ref);
    }
    function resolveSchema(root, ref) {
      const p = this.opts.uriResolver.parse(ref);
      const refPath = (0, resolve_1._getFullPath)(this.opts.uriResolver, p);
      let baseId = (0, resolve_1.getFullPath)(this.opts.uriResolver, root.baseId, void 0);
      if (Object.keys(root.schema).length > 0 && refPath === baseId) {
        return getJsonPointer.call(this, p, root);
      }
      const id = (0, resolve_1.normalizeId)(refPath);
      const schOrRef = this.refs[id] || this.schemas[id];
      if (typeof schOrRef == "string") {
        const sch = resolveSchema.call(this, root, schOrRef);
        if (typeof (sch === null || sch === void 0 ? void 0 : sch.schema) !== "object")
          return;
        return getJsonPointer.call(this, p, sch);
      }
      if (typeof (schOrRef === null || schOrRef === void 0 ? void 0 : schOrRef.schema) !== "object")
        return;
      if (!schOrRef.validate)
        compileSchema2.call(this, schOrRef);
      if (id === (0, resolve_1.normalizeId)(ref)) {
        const { schema } = schOrRef;
        const { schemaId } = this.opts;
        const schId = schema[schemaId];
        if (schId)
          baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        return new SchemaEnv({ schema, schemaId, root, baseId });
      }
      return getJsonPointer.call(this, p, schOrRef);
    }
    exports.resolveSchema = resolveSchema;
    var PREVENT_SCOPE_CHANGE = /* @__PURE__ */ new Set([
      "properties",
      "patternProperties",
      "enum",
      "dependencies",
      "definitions"
    ]);
    function getJsonPointer(parsedRef, { baseId, schema, root }) {
      var _a;
      if (((_a = parsedRef.fragment) === null || _a === void 0 ? void 0 : _a[0]) !== "/")
        return;
      for (const part of parsedRef.fragment.slice(1).split("/")) {
        if (typeof schema === "boolean")
          return;
        const partSchema = schema[(0, util_1.unescapeFragment)(part)];
        if (partSchema === void 0)
          return;
        schema = partSchema;
        const schId = typeof schema === "object" && schema[this.opts.schemaId];
        if (!PREVENT_SCOPE_CHANGE.has(part) && schId) {
          baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        }
      }
      let env;
      if (typeof schema != "boolean" && schema.$ref && !(0, util_1.schemaHasRulesButRef)(schema, this.RULES)) {
        const $ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schema.$ref);
        env = resolveSchema.call(this, root, $ref);
      }
      const { schemaId } = this.opts;
      env = env || new SchemaEnv({ schema, schemaId, root, baseId });
      if (env.schema !== env.root.schema)
        return env;
      return void 0;
    }
  }
});

// node_modules/ajv/dist/refs/data.json
var require_data = __commonJS({
  "node_modules/ajv/dist/refs/data.json"(exports, module) {
    module.exports = {
      $id: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#",
      description: "Meta-schema for $data reference (JSON AnySchema extension proposal)",
      type: "object",
      required: ["$data"],
      properties: {
        $data: {
          type: "string",
          anyOf: [{ format: "relative-json-pointer" }, { format: "json-pointer" }]
        }
      },
      additionalProperties: false
    };
  }
});

// node_modules/fast-uri/lib/utils.js
var require_utils = __commonJS({
  "node_modules/fast-uri/lib/utils.js"(exports, module) {
    "use strict";
    var isUUID = RegExp.prototype.test.bind(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu);
    var isIPv4 = RegExp.prototype.test.bind(/^(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)$/u);
    var isPort = RegExp.prototype.test.bind(/^\d*$/u);
    var isHexPair = RegExp.prototype.test.bind(/^[\da-f]{2}$/iu);
    var isUnreserved = RegExp.prototype.test.bind(/^[\da-z\-._~]$/iu);
    var isPathCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/]$/u);
    var isQueryFragmentCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/u);
    var isUserinfoCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:]$/u);
    var BYTE_HEX = new Array(256);
    {
      const HEX_DIGITS = "0123456789ABCDEF";
      for (let i = 0; i < 256; i++) {
        BYTE_HEX[i] = "%" + HEX_DIGITS[i >> 4] + HEX_DIGITS[i & 15];
      }
    }
    function percentEncodeNonAscii(cp) {
      if (cp < 2048) {
        return BYTE_HEX[192 | cp >> 6] + BYTE_HEX[128 | cp & 63];
      }
      if (cp < 65536) {
        return BYTE_HEX[224 | cp >> 12] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
      }
      return BYTE_HEX[240 | cp >> 18] + BYTE_HEX[128 | cp >> 12 & 63] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
    }
    function stringArrayToHexStripped(input) {
      let acc = "";
      let code = 0;
      let i = 0;
      for (i = 0; i < input.length; i++) {
        code = input[i].charCodeAt(0);
        if (code === 48) {
          continue;
        }
        if (!(code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102)) {
          return "";
        }
        acc += input[i];
        break;
      }
      for (i += 1; i < input.length; i++) {
        code = input[i].charCodeAt(0);
        if (!(code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102)) {
          return "";
        }
        acc += input[i];
      }
      return acc;
    }
    var isHextet = RegExp.prototype.test.bind(/^[\dA-Fa-f]{1,4}$/);
    var isIPvFuture = RegExp.prototype.test.bind(/^[vV][\dA-Fa-f]+\.[A-Za-z\d\-._~!$&'()*+,;=:]+$/);
    var isZoneCharacter = RegExp.prototype.test.bind(/^[A-Za-z\d\-._~]$/);
    var nonSimpleDomain = RegExp.prototype.test.bind(/[^!"$&'()*+,\-.;=_`a-z{}~]/u);
    function isZoneIdentifier(zone) {
      if (zone.length === 0) return false;
      for (let i = 0; i < zone.length; i++) {
        if (isZoneCharacter(zone[i])) continue;
        if (zone[i] === "%" && i + 2 < zone.length && isHexPair(zone.slice(i + 1, i + 3))) {
          i += 2;
          continue;
        }
        return false;
      }
      return true;
    }
    function compressIPv6ZeroRun(hextets) {
      let bestStart = -1;
      let bestLength = 0;
      let runStart = -1;
      let runLength = 0;
      for (let i = 0; i < hextets.length; i++) {
        if (hextets[i] === "0") {
          if (runStart === -1) runStart = i;
          runLength++;
          if (runLength > bestLength) {
            bestLength = runLength;
            bestStart = runStart;
          }
        } else {
          runStart = -1;
          runLength = 0;
        }
      }
      if (bestLength < 2) return hextets.join(":");
      const head = hextets.slice(0, bestStart).join(":");
      const tail = hextets.slice(bestStart + bestLength).join(":");
      return head + "::" + tail;
    }
    function normalizeIPv6Address(input) {
      const compression = input.indexOf("::");
      if (compression !== -1 && input.indexOf("::", compression + 1) !== -1) return void 0;
      const left = compression === -1 ? input.split(":") : input.slice(0, compression).split(":");
      const right = compression === -1 ? [] : input.slice(compression + 2).split(":");
      if (compression !== -1) {
        if (left.length === 1 && left[0] === "") left.length = 0;
        if (right.length === 1 && right[0] === "") right.length = 0;
      }
      const parts = left.concat(right);
      let hextetCount = 0;
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i];
        if (part === "") return void 0;
        if (part.indexOf(".") !== -1) {
          if (i !== parts.length - 1 || compression !== -1 && right.length === 0 || !isIPv4(part)) return void 0;
          hextetCount += 2;
          continue;
        }
        if (!isHextet(part)) return void 0;
        parts[i] = parseInt(part, 16).toString(16);
        hextetCount++;
      }
      if (compression === -1) {
        if (hextetCount !== 8) return void 0;
        return compressIPv6ZeroRun(parts);
      }
      if (hextetCount >= 8) return void 0;
      const expanded = parts.slice(0, left.length);
      for (let i = hextetCount; i < 8; i++) expanded.push("0");
      for (let i = left.length; i < parts.length; i++) expanded.push(parts[i]);
      return compressIPv6ZeroRun(expanded);
    }
    function normalizeIPv6(host) {
      const bracketed = host[0] === "[" && host[host.length - 1] === "]";
      const hasBracket = host[0] === "[" || host[host.length - 1] === "]";
      if (hasBracket && !bracketed) return { host, isIPV6: false, error: true };
      let input = bracketed ? host.slice(1, -1) : host;
      if (bracketed && isIPvFuture(input)) {
        input = input.toLowerCase();
        return { host: `[${input}]`, escapedHost: input, isIPV6: false, isIPVFuture: true };
      }
      if (findToken(input, ":") < 2) {
        return { host, isIPV6: false, error: bracketed };
      }
      let zoneIdentifier = "";
      const zoneSeparator = input.indexOf("%");
      if (zoneSeparator !== -1) {
        const separatorLength = input.slice(zoneSeparator, zoneSeparator + 3).toLowerCase() === "%25" ? 3 : 1;
        zoneIdentifier = input.slice(zoneSeparator + separatorLength);
        if (!isZoneIdentifier(zoneIdentifier)) return { host, isIPV6: false, error: true };
        input = input.slice(0, zoneSeparator);
      }
      const address = normalizeIPv6Address(input);
      if (address === void 0) return { host, isIPV6: false, error: true };
      return {
        host: address + (zoneIdentifier ? "%" + zoneIdentifier : ""),
        escapedHost: address + (zoneIdentifier ? "%25" + zoneIdentifier : ""),
        isIPV6: true
      };
    }
    function findToken(str, token) {
      let ind = 0;
      for (let i = 0; i < str.length; i++) {
        if (str[i] === token) ind++;
      }
      return ind;
    }
    function removeDotSegments(path) {
      let input = path;
      const output = [];
      let nextSlash = -1;
      let len = 0;
      while (len = input.length) {
        if (len === 1) {
          if (input === ".") {
            break;
          } else if (input === "/") {
            output.push("/");
            break;
          } else {
            output.push(input);
            break;
          }
        } else if (len === 2) {
          if (input[0] === ".") {
            if (input[1] === ".") {
              break;
            } else if (input[1] === "/") {
              input = input.slice(2);
              continue;
            }
          } else if (input[0] === "/") {
            if (input[1] === "." || input[1] === "/") {
              output.push("/");
              break;
            }
          }
        } else if (len === 3) {
          if (input === "/..") {
            if (output.length !== 0) {
              output.pop();
            }
            output.push("/");
            break;
          }
        }
        if (input[0] === ".") {
          if (input[1] === ".") {
            if (input[2] === "/") {
              input = input.slice(3);
              continue;
            }
          } else if (input[1] === "/") {
            input = input.slice(2);
            continue;
          }
        } else if (input[0] === "/") {
          if (input[1] === ".") {
            if (input[2] === "/") {
              input = input.slice(2);
              continue;
            } else if (input[2] === ".") {
              if (input[3] === "/") {
                input = input.slice(3);
                if (output.length !== 0) {
                  output.pop();
                }
                continue;
              }
            }
          }
        }
        if ((nextSlash = input.indexOf("/", 1)) === -1) {
          output.push(input);
          break;
        } else {
          output.push(input.slice(0, nextSlash));
          input = input.slice(nextSlash);
        }
      }
      return output.join("");
    }
    function removeDotSegmentsRelative(path) {
      if (path === "" || path[0] === "/") {
        return removeDotSegments(path);
      }
      const segments = path.split("/");
      const last = segments.length - 1;
      const output = [];
      let trailingDirectory = false;
      for (let i = 0; i <= last; i++) {
        const segment = segments[i];
        if (segment === "." || segment === "..") {
          if (segment === "..") {
            if (output.length !== 0 && output[output.length - 1] !== "..") {
              output.pop();
            } else {
              output.push("..");
            }
          }
          trailingDirectory = i === last;
        } else {
          output.push(segment);
        }
      }
      if (trailingDirectory && output[output.length - 1] !== "..") {
        output.push("");
      }
      if (output.length === 0 || output[0] === "" || output[0].includes(":")) {
        output.unshift(".");
      }
      return output.join("/");
    }
    var HOST_DELIMS = { "@": "%40", "/": "%2F", "?": "%3F", "#": "%23", ":": "%3A" };
    var HOST_DELIM_RE = /[@/?#:]/g;
    var HOST_DELIM_NO_COLON_RE = /[@/?#]/g;
    function reescapeHostDelimiters(host, isIP) {
      const re = isIP ? HOST_DELIM_NO_COLON_RE : HOST_DELIM_RE;
      re.lastIndex = 0;
      return host.replace(re, (ch) => HOST_DELIMS[ch]);
    }
    function normalizePercentEncoding(input, decodeUnreserved = false) {
      if (input.indexOf("%") === -1) {
        return input;
      }
      let output = "";
      for (let i = 0; i < input.length; i++) {
        if (input[i] === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            const normalizedHex = hex.toUpperCase();
            const decoded3 = String.fromCharCode(parseInt(normalizedHex, 16));
            if (decodeUnreserved && isUnreserved(decoded3)) {
              output += decoded3;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        output += input[i];
      }
      return output;
    }
    function normalizePathEncoding(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            const normalizedHex = hex.toUpperCase();
            const decoded3 = String.fromCharCode(parseInt(normalizedHex, 16));
            if (decoded3 !== "." && isUnreserved(decoded3)) {
              output += decoded3;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        if (isPathCharacter(ch)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += isEscapeSafe(code) ? ch : BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    function serializePathEncoding(input, pathNoScheme = false) {
      let output = "";
      let firstSegment = pathNoScheme && input[0] !== "/";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            output += "%" + hex.toUpperCase();
            i += 2;
            continue;
          }
        }
        if (ch === "/") {
          firstSegment = false;
        }
        if (isPathCharacter(ch) && (ch !== ":" || !firstSegment)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    function encodeComponent(input, isAllowed) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            output += "%" + hex.toUpperCase();
            i += 2;
            continue;
          }
        }
        if (isAllowed(ch)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    function encodeUserinfo(input) {
      return encodeComponent(input, isUserinfoCharacter);
    }
    function encodeQuery(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    function encodeFragment(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    function isEscapeSafe(cp) {
      return cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122 || cp === 42 || cp === 43 || cp === 45 || cp === 46 || cp === 47 || cp === 64 || cp === 95;
    }
    function normalizeQueryFragmentEncoding(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            const normalizedHex = hex.toUpperCase();
            const decoded3 = String.fromCharCode(parseInt(normalizedHex, 16));
            if (isUnreserved(decoded3)) {
              output += decoded3;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        if (isQueryFragmentCharacter(ch)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += isEscapeSafe(code) ? ch : BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    function escapePreservingEscapes(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        if (input[i] === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            output += "%" + hex.toUpperCase();
            i += 2;
            continue;
          }
        }
        output += escape(input[i]);
      }
      return output;
    }
    function recomposeAuthority(component) {
      const uriTokens = [];
      if (component.userinfo !== void 0) {
        uriTokens.push(encodeUserinfo(component.userinfo));
        uriTokens.push("@");
      }
      if (component.host !== void 0) {
        let host = component.host;
        if (!isIPv4(host)) {
          let ipV6res = normalizeIPv6(host);
          if (ipV6res.isIPV6 !== true && ipV6res.isIPVFuture !== true) {
            host = normalizePercentEncoding(host, true);
            ipV6res = normalizeIPv6(host);
          }
          if (ipV6res.isIPV6 === true || ipV6res.isIPVFuture === true) {
            host = `[${ipV6res.escapedHost}]`;
          } else {
            host = reescapeHostDelimiters(host, false);
          }
        }
        uriTokens.push(host);
      }
      if (typeof component.port === "number" || typeof component.port === "string") {
        const port = String(component.port);
        if (!isPort(port)) {
          throw new TypeError("URI port is malformed.");
        }
        uriTokens.push(":");
        uriTokens.push(port);
      }
      return uriTokens.length ? uriTokens.join("") : void 0;
    }
    module.exports = {
      nonSimpleDomain,
      recomposeAuthority,
      reescapeHostDelimiters,
      normalizePercentEncoding,
      normalizePathEncoding,
      serializePathEncoding,
      normalizeQueryFragmentEncoding,
      encodeUserinfo,
      encodeQuery,
      encodeFragment,
      escapePreservingEscapes,
      removeDotSegments,
      removeDotSegmentsRelative,
      isIPv4,
      isUUID,
      normalizeIPv6,
      stringArrayToHexStripped
    };
  }
});

// node_modules/fast-uri/lib/schemes.js
var require_schemes = __commonJS({
  "node_modules/fast-uri/lib/schemes.js"(exports, module) {
    "use strict";
    var { isUUID } = require_utils();
    var URN_REG = /^([\da-z][\d\-a-z]{0,31}):((?:[\w!$'()*+,\-./:;=@]|%[\da-f]{2})+)$/iu;
    var supportedSchemeNames = (
      /** @type {const} */
      [
        "http",
        "https",
        "ws",
        "wss",
        "urn",
        "urn:uuid"
      ]
    );
    function isValidSchemeName(name) {
      return supportedSchemeNames.indexOf(
        /** @type {*} */
        name
      ) !== -1;
    }
    function wsIsSecure(wsComponent) {
      if (wsComponent.secure === true) {
        return true;
      } else if (wsComponent.secure === false) {
        return false;
      } else if (wsComponent.scheme) {
        return wsComponent.scheme.length === 3 && (wsComponent.scheme[0] === "w" || wsComponent.scheme[0] === "W") && (wsComponent.scheme[1] === "s" || wsComponent.scheme[1] === "S") && (wsComponent.scheme[2] === "s" || wsComponent.scheme[2] === "S");
      } else {
        return false;
      }
    }
    function httpParse(component) {
      if (!component.host) {
        component.error = component.error || "HTTP URIs must have a host.";
      }
      return component;
    }
    function httpSerialize(component) {
      const secure = String(component.scheme).toLowerCase() === "https";
      if (component.port === (secure ? 443 : 80) || component.port === "") {
        component.port = void 0;
      }
      if (!component.path) {
        component.path = "/";
      }
      return component;
    }
    function wsParse(wsComponent) {
      wsComponent.secure = wsIsSecure(wsComponent);
      wsComponent.resourceName = (wsComponent.path || "/") + (wsComponent.query ? "?" + wsComponent.query : "");
      wsComponent.path = void 0;
      wsComponent.query = void 0;
      return wsComponent;
    }
    function wsSerialize(wsComponent) {
      if (wsComponent.port === (wsIsSecure(wsComponent) ? 443 : 80) || wsComponent.port === "") {
        wsComponent.port = void 0;
      }
      if (typeof wsComponent.secure === "boolean") {
        wsComponent.scheme = wsComponent.secure ? "wss" : "ws";
        wsComponent.secure = void 0;
      }
      if (wsComponent.resourceName) {
        const queryIndex = wsComponent.resourceName.indexOf("?");
        const path = queryIndex === -1 ? wsComponent.resourceName : wsComponent.resourceName.slice(0, queryIndex);
        wsComponent.path = path && path !== "/" ? path : void 0;
        wsComponent.query = queryIndex === -1 ? void 0 : wsComponent.resourceName.slice(queryIndex + 1);
        wsComponent.resourceName = void 0;
      }
      wsComponent.fragment = void 0;
      return wsComponent;
    }
    function urnParse(urnComponent, options) {
      if (!urnComponent.path) {
        urnComponent.error = "URN can not be parsed";
        return urnComponent;
      }
      const matches = urnComponent.path.match(URN_REG);
      if (matches && matches[0] === urnComponent.path) {
        const scheme = options.scheme || urnComponent.scheme || "urn";
        urnComponent.nid = matches[1].toLowerCase();
        urnComponent.nss = matches[2];
        const urnScheme = `${scheme}:${options.nid || urnComponent.nid}`;
        const schemeHandler = getSchemeHandler(urnScheme);
        urnComponent.path = void 0;
        if (schemeHandler) {
          urnComponent = schemeHandler.parse(urnComponent, options);
        }
      } else {
        urnComponent.error = urnComponent.error || "URN can not be parsed.";
      }
      return urnComponent;
    }
    function urnSerialize(urnComponent, options) {
      if (urnComponent.nid === void 0) {
        throw new Error("URN without nid cannot be serialized");
      }
      const scheme = options.scheme || urnComponent.scheme || "urn";
      const nid = urnComponent.nid.toLowerCase();
      const urnScheme = `${scheme}:${options.nid || nid}`;
      const schemeHandler = getSchemeHandler(urnScheme);
      if (schemeHandler) {
        urnComponent = schemeHandler.serialize(urnComponent, options);
      }
      const uriComponent = urnComponent;
      const nss = urnComponent.nss;
      uriComponent.path = `${nid || options.nid}:${nss}`;
      options.skipEscape = true;
      return uriComponent;
    }
    function urnuuidParse(urnComponent, options) {
      const uuidComponent = urnComponent;
      uuidComponent.uuid = uuidComponent.nss;
      uuidComponent.nss = void 0;
      if (!options.tolerant && (!uuidComponent.uuid || !isUUID(uuidComponent.uuid))) {
        uuidComponent.error = uuidComponent.error || "UUID is not valid.";
      }
      return uuidComponent;
    }
    function urnuuidSerialize(uuidComponent) {
      const urnComponent = uuidComponent;
      urnComponent.nss = (uuidComponent.uuid || "").toLowerCase();
      return urnComponent;
    }
    var http = (
      /** @type {SchemeHandler} */
      {
        scheme: "http",
        domainHost: true,
        parse: httpParse,
        serialize: httpSerialize
      }
    );
    var https = (
      /** @type {SchemeHandler} */
      {
        scheme: "https",
        domainHost: http.domainHost,
        parse: httpParse,
        serialize: httpSerialize
      }
    );
    var ws = (
      /** @type {SchemeHandler} */
      {
        scheme: "ws",
        domainHost: true,
        parse: wsParse,
        serialize: wsSerialize
      }
    );
    var wss = (
      /** @type {SchemeHandler} */
      {
        scheme: "wss",
        domainHost: ws.domainHost,
        parse: ws.parse,
        serialize: ws.serialize
      }
    );
    var urn = (
      /** @type {SchemeHandler} */
      {
        scheme: "urn",
        parse: urnParse,
        serialize: urnSerialize,
        skipNormalize: true
      }
    );
    var urnuuid = (
      /** @type {SchemeHandler} */
      {
        scheme: "urn:uuid",
        parse: urnuuidParse,
        serialize: urnuuidSerialize,
        skipNormalize: true
      }
    );
    var SCHEMES = (
      /** @type {Record<SchemeName, SchemeHandler>} */
      {
        http,
        https,
        ws,
        wss,
        urn,
        "urn:uuid": urnuuid
      }
    );
    Object.setPrototypeOf(SCHEMES, null);
    function getSchemeHandler(scheme) {
      return scheme && (SCHEMES[
        /** @type {SchemeName} */
        scheme
      ] || SCHEMES[
        /** @type {SchemeName} */
        scheme.toLowerCase()
      ]) || void 0;
    }
    module.exports = {
      wsIsSecure,
      SCHEMES,
      isValidSchemeName,
      getSchemeHandler
    };
  }
});

// node_modules/fast-uri/index.js
var require_fast_uri = __commonJS({
  "node_modules/fast-uri/index.js"(exports, module) {
    "use strict";
    var { normalizeIPv6, removeDotSegments, removeDotSegmentsRelative, recomposeAuthority, normalizePercentEncoding, normalizePathEncoding, serializePathEncoding, normalizeQueryFragmentEncoding, encodeQuery, encodeFragment, reescapeHostDelimiters, isIPv4, nonSimpleDomain } = require_utils();
    var { SCHEMES, getSchemeHandler } = require_schemes();
    var VALID_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/u;
    var MALFORMED_SCHEME_ERROR = "URI scheme is malformed.";
    var MALFORMED_HOST_ERROR = "URI host is malformed.";
    var FORBIDDEN_DOMAIN_HOST_CHARACTER = /[\0-\x20"#/:<>?@[\\\]^`{|}\x7F]/u;
    function validateScheme(scheme) {
      const stringScheme = String(scheme);
      if (!VALID_SCHEME.test(stringScheme)) {
        throw new TypeError(MALFORMED_SCHEME_ERROR);
      }
      return stringScheme;
    }
    function normalize(uri, options) {
      if (typeof uri === "string") {
        uri = /** @type {T} */
        normalizeString(uri, options);
      } else if (typeof uri === "object") {
        uri = /** @type {T} */
        parse(serialize(uri, options), options);
      }
      return uri;
    }
    function resolve(baseURI, relativeURI, options) {
      const schemelessOptions = options ? Object.assign({ scheme: "null" }, options) : { scheme: "null" };
      const {
        parsed: baseParsed,
        malformedAuthorityOrPort: baseMalformed,
        malformedPercentEncoding: baseMalformedPercentEncoding,
        malformedSchemeSpecific: baseMalformedSchemeSpecific,
        malformedHost: baseMalformedHost,
        malformedScheme: baseMalformedScheme
      } = parseWithStatus(baseURI, schemelessOptions);
      const {
        parsed: relativeParsed,
        malformedAuthorityOrPort: relativeMalformed,
        malformedPercentEncoding: relativeMalformedPercentEncoding,
        malformedSchemeSpecific: relativeMalformedSchemeSpecific,
        malformedHost: relativeMalformedHost,
        malformedScheme: relativeMalformedScheme
      } = parseWithStatus(relativeURI, schemelessOptions);
      if (baseMalformed || relativeMalformed || baseMalformedPercentEncoding || relativeMalformedPercentEncoding || baseMalformedSchemeSpecific || relativeMalformedSchemeSpecific || baseMalformedHost || relativeMalformedHost || baseMalformedScheme || relativeMalformedScheme) {
        throw new Error(baseParsed.error || relativeParsed.error || "URI is malformed.");
      }
      const resolved = resolveComponent(baseParsed, relativeParsed, schemelessOptions, true);
      const resolvedSchemeHandler = getSchemeHandler(options && options.scheme || resolved.scheme);
      const resolvedHost = resolved.host;
      const resolvedHostIsIP = resolvedHost !== void 0 && resolvedHost !== "" && (isIPv4(resolvedHost) || normalizeIPv6(resolvedHost).isIPV6);
      if (hasForbiddenDomainHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP)) {
        throw new Error(MALFORMED_HOST_ERROR);
      }
      canonicalizeHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP);
      const encodedASCIIHost = resolvedHost && resolvedHost.indexOf("%") !== -1 && !new RegExp("\\P{ASCII}", "u").test(resolvedHost);
      if (resolved.error && !encodedASCIIHost) {
        throw new Error(resolved.error);
      }
      schemelessOptions.skipEscape = true;
      return serialize(resolved, schemelessOptions);
    }
    function resolveComponent(base, relative, options, skipNormalization) {
      const target2 = {};
      if (!skipNormalization) {
        base = parse(serialize(base, options), options);
        relative = parse(serialize(relative, options), options);
      }
      options = options || {};
      if (!options.tolerant && relative.scheme) {
        target2.scheme = relative.scheme;
        target2.userinfo = relative.userinfo;
        target2.host = relative.host;
        target2.port = relative.port;
        target2.path = removeDotSegments(relative.path || "");
        target2.query = relative.query;
      } else {
        if (relative.userinfo !== void 0 || relative.host !== void 0 || relative.port !== void 0) {
          target2.userinfo = relative.userinfo;
          target2.host = relative.host;
          target2.port = relative.port;
          target2.path = removeDotSegments(relative.path || "");
          target2.query = relative.query;
        } else {
          if (!relative.path) {
            target2.path = base.path;
            if (relative.query !== void 0) {
              target2.query = relative.query;
            } else {
              target2.query = base.query;
            }
          } else {
            if (relative.path[0] === "/") {
              target2.path = removeDotSegments(relative.path);
            } else {
              const baseHasAuthority = base.userinfo !== void 0 || base.host !== void 0 || base.port !== void 0;
              if (baseHasAuthority && !base.path) {
                target2.path = "/" + relative.path;
              } else if (!base.path) {
                target2.path = relative.path;
              } else {
                target2.path = base.path.slice(0, base.path.lastIndexOf("/") + 1) + relative.path;
              }
              target2.path = base.scheme === void 0 && !baseHasAuthority && target2.path[0] !== "/" ? removeDotSegmentsRelative(target2.path) : removeDotSegments(target2.path);
            }
            target2.query = relative.query;
          }
          target2.userinfo = base.userinfo;
          target2.host = base.host;
          target2.port = base.port;
        }
        target2.scheme = base.scheme;
      }
      target2.fragment = relative.fragment;
      return target2;
    }
    function equal(uriA, uriB, options) {
      const normalizedA = normalizeComparableURI(uriA, options);
      const normalizedB = normalizeComparableURI(uriB, options);
      return normalizedA !== void 0 && normalizedB !== void 0 && normalizedA === normalizedB;
    }
    function serialize(cmpts, opts) {
      const component = {
        host: cmpts.host,
        scheme: cmpts.scheme,
        userinfo: cmpts.userinfo,
        port: cmpts.port,
        path: cmpts.path,
        query: cmpts.query,
        nid: cmpts.nid,
        nss: cmpts.nss,
        uuid: cmpts.uuid,
        fragment: cmpts.fragment,
        reference: cmpts.reference,
        resourceName: cmpts.resourceName,
        secure: cmpts.secure,
        error: ""
      };
      const options = Object.assign({}, opts);
      const uriTokens = [];
      if (component.scheme) {
        component.scheme = validateScheme(component.scheme);
      }
      const schemeHandler = getSchemeHandler(options.scheme || component.scheme);
      if (schemeHandler && schemeHandler.serialize) schemeHandler.serialize(component, options);
      const hasAuthority = component.userinfo !== void 0 || component.host !== void 0 || component.port !== void 0;
      const schemelessReference = (component.scheme === void 0 || options.reference === "suffix") && !hasAuthority;
      const pathNoScheme = !options.skipEscape && schemelessReference;
      if (component.path !== void 0) {
        if (!options.skipEscape) {
          component.path = serializePathEncoding(component.path, pathNoScheme);
        } else {
          component.path = normalizePercentEncoding(component.path);
        }
      }
      if (options.reference !== "suffix" && component.scheme) {
        component.scheme = validateScheme(component.scheme);
        uriTokens.push(component.scheme, ":");
      }
      const authority = recomposeAuthority(component);
      if (authority !== void 0) {
        if (options.reference !== "suffix") {
          uriTokens.push("//");
        }
        uriTokens.push(authority);
        if (component.path && component.path[0] !== "/") {
          uriTokens.push("/");
        }
      }
      if (component.path !== void 0) {
        let s = component.path;
        if (!options.absolutePath && (!schemeHandler || !schemeHandler.absolutePath)) {
          s = schemelessReference && s[0] !== "/" ? removeDotSegmentsRelative(s) : removeDotSegments(s);
        }
        if (schemelessReference) {
          s = serializePathEncoding(s, true);
        }
        if (authority === void 0 && s[0] === "/" && s[1] === "/") {
          s = "/%2F" + s.slice(2);
        }
        uriTokens.push(s);
      }
      if (component.query !== void 0) {
        uriTokens.push("?", encodeQuery(component.query));
      }
      if (component.fragment !== void 0) {
        uriTokens.push("#", encodeFragment(component.fragment));
      }
      return uriTokens.join("");
    }
    var URI_PARSE = /^(?:([^#/:?]+):)?(?:\/\/((?:([^#/?@]*)@)?(\[[^#/?\]]+\]|[^#/:?]*)(?::(\d*))?))?([^#?]*)(?:\?([^#]*))?(?:#((?:.|[\n\r])*))?/u;
    var AUTHORITY_PREFIX = /^(?:[^#/:?]+:)?\/\/([^/?#]*)/;
    var AUTHORITY_INTRODUCER_REGION = /^(?:[^#/:?]+:)?([/\\\t\n\r]*)/;
    function getParseError(parsed3, matches) {
      if (matches[2] !== void 0 && parsed3.path && parsed3.path[0] !== "/") {
        return 'URI path must start with "/" when authority is present.';
      }
      if (typeof parsed3.port === "number" && (parsed3.port < 0 || parsed3.port > 65535)) {
        return "URI port is malformed.";
      }
      return void 0;
    }
    function hasMalformedPercentEncoding(component) {
      if (component === void 0) return false;
      let percent = component.indexOf("%");
      while (percent !== -1) {
        if (percent + 2 >= component.length || !/^[\da-f]{2}$/iu.test(component.slice(percent + 1, percent + 3))) {
          return true;
        }
        percent = component.indexOf("%", percent + 3);
      }
      return false;
    }
    function isIPLiteral(host) {
      return host[0] === "[" && host[host.length - 1] === "]";
    }
    function hasMalformedComponentPercentEncoding(matches) {
      const host = matches[4];
      return hasMalformedPercentEncoding(matches[3]) || host !== void 0 && !isIPLiteral(host) && hasMalformedPercentEncoding(host) || hasMalformedPercentEncoding(matches[6]) || hasMalformedPercentEncoding(matches[7]) || hasMalformedPercentEncoding(matches[8]);
    }
    function canonicalizeHost(parsed3, options, schemeHandler, isIP) {
      if (hasForbiddenDomainHost(parsed3, options, schemeHandler, isIP)) {
        parsed3.error = parsed3.error || MALFORMED_HOST_ERROR;
        return true;
      }
      if (!options.unicodeSupport && (!schemeHandler || !schemeHandler.unicodeSupport) && parsed3.host && !isIPLiteral(parsed3.host) && (options.domainHost || schemeHandler && schemeHandler.domainHost) && isIP === false && nonSimpleDomain(parsed3.host)) {
        let url;
        try {
          url = new URL("http://" + parsed3.host);
        } catch (e) {
          parsed3.error = parsed3.error || "Host's domain name can not be converted to ASCII: " + e;
          return true;
        }
        if (!isHostOnlyURL(url)) {
          parsed3.error = parsed3.error || MALFORMED_HOST_ERROR;
          return true;
        }
        parsed3.host = url.hostname;
      }
      return false;
    }
    function hasForbiddenDomainHost(parsed3, options, schemeHandler, isIP) {
      return Boolean(
        parsed3.host && isIP === false && !isIPLiteral(parsed3.host) && (options.domainHost || schemeHandler && schemeHandler.domainHost) && FORBIDDEN_DOMAIN_HOST_CHARACTER.test(parsed3.host)
      );
    }
    function isHostOnlyURL(url) {
      return url.username === "" && url.password === "" && url.port === "" && url.pathname === "/" && url.search === "" && url.hash === "" && url.hostname !== "";
    }
    function parseWithStatus(uri, opts) {
      const options = Object.assign({}, opts);
      const parsed3 = {
        scheme: void 0,
        userinfo: void 0,
        host: "",
        port: void 0,
        path: "",
        query: void 0,
        fragment: void 0
      };
      let malformedAuthorityOrPort = false;
      let malformedPercentEncoding = false;
      let malformedSchemeSpecific = false;
      let malformedHost = false;
      let malformedIPLiteral = false;
      let malformedScheme = false;
      let isIP = false;
      if (options.reference === "suffix") {
        if (options.scheme) {
          uri = options.scheme + ":" + uri;
        } else {
          uri = "//" + uri;
        }
      }
      const authorityMatch = uri.match(AUTHORITY_PREFIX);
      if (authorityMatch !== null && authorityMatch[1].indexOf("\\") !== -1) {
        parsed3.error = "URI authority must not contain a literal backslash.";
        malformedAuthorityOrPort = true;
      }
      const introducerMatch = uri.match(AUTHORITY_INTRODUCER_REGION);
      if (introducerMatch !== null) {
        const region = introducerMatch[1];
        const normalizedRegion = region.replace(/[\t\n\r]/g, "");
        if (normalizedRegion.length >= 2) {
          if (normalizedRegion.slice(0, 2) !== "//") {
            parsed3.error = parsed3.error || "URI authority must not contain a literal backslash.";
            malformedAuthorityOrPort = true;
          } else if (region.length !== normalizedRegion.length) {
            parsed3.error = parsed3.error || "URI authority introducer must not contain whitespace.";
            malformedAuthorityOrPort = true;
          }
        }
      }
      const matches = uri.match(URI_PARSE);
      if (matches) {
        parsed3.scheme = matches[1];
        parsed3.userinfo = matches[3];
        parsed3.host = matches[4];
        parsed3.port = parseInt(matches[5], 10);
        parsed3.path = matches[6] || "";
        parsed3.query = matches[7];
        parsed3.fragment = matches[8];
        if (parsed3.scheme !== void 0) {
          if (VALID_SCHEME.test(parsed3.scheme)) {
            parsed3.scheme = parsed3.scheme.toLowerCase();
          } else {
            parsed3.error = parsed3.error || MALFORMED_SCHEME_ERROR;
            malformedScheme = true;
          }
        }
        malformedPercentEncoding = hasMalformedComponentPercentEncoding(matches);
        if (malformedPercentEncoding) {
          parsed3.error = parsed3.error || "URI contains malformed percent-encoding.";
        }
        if (isNaN(parsed3.port)) {
          parsed3.port = matches[5];
        }
        const parseError = getParseError(parsed3, matches);
        if (parseError !== void 0) {
          parsed3.error = parsed3.error || parseError;
          malformedAuthorityOrPort = true;
        }
        if (parsed3.host) {
          const ipv4result = isIPv4(parsed3.host);
          if (ipv4result === false) {
            const bracketedIPLiteral = isIPLiteral(parsed3.host);
            const hasIPLiteralBracket = parsed3.host.indexOf("[") !== -1 || parsed3.host.indexOf("]") !== -1;
            const ipv6result = normalizeIPv6(parsed3.host);
            isIP = ipv6result.isIPV6 || ipv6result.isIPVFuture === true;
            malformedIPLiteral = hasIPLiteralBracket && (!bracketedIPLiteral || ipv6result.error === true);
            parsed3.host = isIP ? ipv6result.host : ipv6result.host.toLowerCase();
            if (malformedIPLiteral) {
              parsed3.error = parsed3.error || MALFORMED_HOST_ERROR;
              malformedAuthorityOrPort = true;
            }
          } else {
            isIP = true;
          }
        }
        if (parsed3.scheme === void 0 && parsed3.userinfo === void 0 && parsed3.host === void 0 && parsed3.port === void 0 && parsed3.query === void 0 && !parsed3.path) {
          parsed3.reference = "same-document";
        } else if (parsed3.scheme === void 0) {
          parsed3.reference = "relative";
        } else if (parsed3.fragment === void 0) {
          parsed3.reference = "absolute";
        } else {
          parsed3.reference = "uri";
        }
        if (options.reference && options.reference !== "suffix" && options.reference !== parsed3.reference) {
          parsed3.error = parsed3.error || "URI is not a " + options.reference + " reference.";
        }
        const schemeHandler = getSchemeHandler(options.scheme || parsed3.scheme);
        if (!malformedIPLiteral) {
          malformedHost = canonicalizeHost(parsed3, options, schemeHandler, isIP);
        }
        if (uri.indexOf("%") !== -1 && parsed3.host !== void 0 && !malformedIPLiteral) {
          let host = isIP ? parsed3.host : normalizePercentEncoding(parsed3.host, true);
          if (!isIP) {
            host = normalizePercentEncoding(host.toLowerCase());
          }
          parsed3.host = isIP || options.scheme !== "null" ? reescapeHostDelimiters(host, isIP) : host;
        }
        if (!schemeHandler || schemeHandler && !schemeHandler.skipNormalize) {
          if (parsed3.path) {
            parsed3.path = normalizePathEncoding(parsed3.path);
          }
          if (parsed3.query) {
            parsed3.query = normalizeQueryFragmentEncoding(parsed3.query);
          }
          if (parsed3.fragment) {
            parsed3.fragment = normalizeQueryFragmentEncoding(parsed3.fragment);
          }
        }
        if (schemeHandler && schemeHandler.parse) {
          schemeHandler.parse(parsed3, options);
          if (schemeHandler === SCHEMES.urn && parsed3.nid === void 0) {
            malformedSchemeSpecific = true;
          }
        }
      } else {
        parsed3.error = parsed3.error || "URI can not be parsed.";
      }
      return { parsed: parsed3, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme };
    }
    function parse(uri, opts) {
      return parseWithStatus(uri, opts).parsed;
    }
    function normalizeString(uri, opts) {
      return normalizeStringWithStatus(uri, opts).normalized;
    }
    function normalizeStringWithStatus(uri, opts) {
      const { parsed: parsed3, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = parseWithStatus(uri, opts);
      return {
        normalized: malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? uri : serialize(parsed3, opts),
        malformedAuthorityOrPort,
        malformedPercentEncoding,
        malformedSchemeSpecific,
        malformedHost,
        malformedScheme
      };
    }
    function normalizeComparableURI(uri, opts) {
      if (typeof uri !== "string" && typeof uri !== "object") {
        return void 0;
      }
      let value;
      try {
        value = typeof uri === "string" ? uri : serialize(uri, opts);
      } catch {
        return void 0;
      }
      const { normalized, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = normalizeStringWithStatus(value, opts);
      return malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? void 0 : normalized;
    }
    var fastUri = {
      SCHEMES,
      normalize,
      resolve,
      resolveComponent,
      equal,
      serialize,
      parse
    };
    module.exports = fastUri;
    module.exports.default = fastUri;
    module.exports.fastUri = fastUri;
  }
});

// node_modules/ajv/dist/runtime/uri.js
var require_uri = __commonJS({
  "node_modules/ajv/dist/runtime/uri.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var uri = require_fast_uri();
    uri.code = 'require("ajv/dist/runtime/uri").default';
    exports.default = uri;
  }
});

// node_modules/ajv/dist/core.js
var require_core = __commonJS({
  "node_modules/ajv/dist/core.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = void 0;
    var validate_1 = require_validate();
    Object.defineProperty(exports, "KeywordCxt", { enumerable: true, get: function() {
      return validate_1.KeywordCxt;
    } });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports, "_", { enumerable: true, get: function() {
      return codegen_1._;
    } });
    Object.defineProperty(exports, "str", { enumerable: true, get: function() {
      return codegen_1.str;
    } });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: function() {
      return codegen_1.stringify;
    } });
    Object.defineProperty(exports, "nil", { enumerable: true, get: function() {
      return codegen_1.nil;
    } });
    Object.defineProperty(exports, "Name", { enumerable: true, get: function() {
      return codegen_1.Name;
    } });
    Object.defineProperty(exports, "CodeGen", { enumerable: true, get: function() {
      return codegen_1.CodeGen;
    } });
    var validation_error_1 = require_validation_error();
    var ref_error_1 = require_ref_error();
    var rules_1 = require_rules();
    var compile_1 = require_compile();
    var codegen_2 = require_codegen();
    var resolve_1 = require_resolve();
    var dataType_1 = require_dataType();
    var util_1 = require_util();
    var $dataRefSchema = require_data();
    var uri_1 = require_uri();
    var defaultRegExp = (str, flags) => new RegExp(str, flags);
    defaultRegExp.code = "new RegExp";
    var META_IGNORE_OPTIONS = ["removeAdditional", "useDefaults", "coerceTypes"];
    var EXT_SCOPE_NAMES = /* @__PURE__ */ new Set([
      "validate",
      "serialize",
      "parse",
      "wrapper",
      "root",
      "schema",
      "keyword",
      "pattern",
      "formats",
      "validate$data",
      "func",
      "obj",
      "Error"
    ]);
    var removedOptions = {
      errorDataPath: "",
      format: "`validateFormats: false` can be used instead.",
      nullable: '"nullable" keyword is supported by default.',
      jsonPointers: "Deprecated jsPropertySyntax can be used instead.",
      extendRefs: "Deprecated ignoreKeywordsWithRef can be used instead.",
      missingRefs: "Pass empty schema with $id that should be ignored to ajv.addSchema.",
      processCode: "Use option `code: {process: (code, schemaEnv: object) => string}`",
      sourceCode: "Use option `code: {source: true}`",
      strictDefaults: "It is default now, see option `strict`.",
      strictKeywords: "It is default now, see option `strict`.",
      uniqueItems: '"uniqueItems" keyword is always validated.',
      unknownFormats: "Disable strict mode or pass `true` to `ajv.addFormat` (or `formats` option).",
      cache: "Map is used as cache, schema object as key.",
      serialize: "Map is used as cache, schema object as key.",
      ajvErrors: "It is default now."
    };
    var deprecatedOptions = {
      ignoreKeywordsWithRef: "",
      jsPropertySyntax: "",
      unicode: '"minLength"/"maxLength" account for unicode characters by default.'
    };
    var MAX_EXPRESSION = 200;
    function requiredOptions(o) {
      var _a, _b, _c, _d, _e, _f, _g, _h, _j, _k, _l, _m, _o, _p, _q, _r, _s, _t, _u, _v, _w, _x, _y, _z, _0;
      const s = o.strict;
      const _optz = (_a = o.code) === null || _a === void 0 ? void 0 : _a.optimize;
      const optimize = _optz === true || _optz === void 0 ? 1 : _optz || 0;
      const regExp = (_c = (_b = o.code) === null || _b === void 0 ? void 0 : _b.regExp) !== null && _c !== void 0 ? _c : defaultRegExp;
      const uriResolver = (_d = o.uriResolver) !== null && _d !== void 0 ? _d : uri_1.default;
      return {
        strictSchema: (_f = (_e = o.strictSchema) !== null && _e !== void 0 ? _e : s) !== null && _f !== void 0 ? _f : true,
        strictNumbers: (_h = (_g = o.strictNumbers) !== null && _g !== void 0 ? _g : s) !== null && _h !== void 0 ? _h : true,
        strictTypes: (_k = (_j = o.strictTypes) !== null && _j !== void 0 ? _j : s) !== null && _k !== void 0 ? _k : "log",
        strictTuples: (_m = (_l = o.strictTuples) !== null && _l !== void 0 ? _l : s) !== null && _m !== void 0 ? _m : "log",
        strictRequired: (_p = (_o = o.strictRequired) !== null && _o !== void 0 ? _o : s) !== null && _p !== void 0 ? _p : false,
        code: o.code ? { ...o.code, optimize, regExp } : { optimize, regExp },
        loopRequired: (_q = o.loopRequired) !== null && _q !== void 0 ? _q : MAX_EXPRESSION,
        loopEnum: (_r = o.loopEnum) !== null && _r !== void 0 ? _r : MAX_EXPRESSION,
        meta: (_s = o.meta) !== null && _s !== void 0 ? _s : true,
        messages: (_t = o.messages) !== null && _t !== void 0 ? _t : true,
        inlineRefs: (_u = o.inlineRefs) !== null && _u !== void 0 ? _u : true,
        schemaId: (_v = o.schemaId) !== null && _v !== void 0 ? _v : "$id",
        addUsedSchema: (_w = o.addUsedSchema) !== null && _w !== void 0 ? _w : true,
        validateSchema: (_x = o.validateSchema) !== null && _x !== void 0 ? _x : true,
        validateFormats: (_y = o.validateFormats) !== null && _y !== void 0 ? _y : true,
        unicodeRegExp: (_z = o.unicodeRegExp) !== null && _z !== void 0 ? _z : true,
        int32range: (_0 = o.int32range) !== null && _0 !== void 0 ? _0 : true,
        uriResolver
      };
    }
    var Ajv3 = class {
      constructor(opts = {}) {
        this.schemas = {};
        this.refs = {};
        this.formats = /* @__PURE__ */ Object.create(null);
        this._compilations = /* @__PURE__ */ new Set();
        this._loading = {};
        this._cache = /* @__PURE__ */ new Map();
        opts = this.opts = { ...opts, ...requiredOptions(opts) };
        const { es5, lines } = this.opts.code;
        this.scope = new codegen_2.ValueScope({ scope: {}, prefixes: EXT_SCOPE_NAMES, es5, lines });
        this.logger = getLogger(opts.logger);
        const formatOpt = opts.validateFormats;
        opts.validateFormats = false;
        this.RULES = (0, rules_1.getRules)();
        checkOptions.call(this, removedOptions, opts, "NOT SUPPORTED");
        checkOptions.call(this, deprecatedOptions, opts, "DEPRECATED", "warn");
        this._metaOpts = getMetaSchemaOptions.call(this);
        if (opts.formats)
          addInitialFormats.call(this);
        this._addVocabularies();
        this._addDefaultMetaSchema();
        if (opts.keywords)
          addInitialKeywords.call(this, opts.keywords);
        if (typeof opts.meta == "object")
          this.addMetaSchema(opts.meta);
        addInitialSchemas.call(this);
        opts.validateFormats = formatOpt;
      }
      _addVocabularies() {
        this.addKeyword("$async");
      }
      _addDefaultMetaSchema() {
        const { $data, meta, schemaId } = this.opts;
        let _dataRefSchema = $dataRefSchema;
        if (schemaId === "id") {
          _dataRefSchema = { ...$dataRefSchema };
          _dataRefSchema.id = _dataRefSchema.$id;
          delete _dataRefSchema.$id;
        }
        if (meta && $data)
          this.addMetaSchema(_dataRefSchema, _dataRefSchema[schemaId], false);
      }
      defaultMeta() {
        const { meta, schemaId } = this.opts;
        return this.opts.defaultMeta = typeof meta == "object" ? meta[schemaId] || meta : void 0;
      }
      validate(schemaKeyRef, data) {
        let v;
        if (typeof schemaKeyRef == "string") {
          v = this.getSchema(schemaKeyRef);
          if (!v)
            throw new Error(`no schema with key or ref "${schemaKeyRef}"`);
        } else {
          v = this.compile(schemaKeyRef);
        }
        const valid = v(data);
        if (!("$async" in v))
          this.errors = v.errors;
        return valid;
      }
      compile(schema, _meta) {
        const sch = this._addSchema(schema, _meta);
        return sch.validate || this._compileSchemaEnv(sch);
      }
      compileAsync(schema, meta) {
        if (typeof this.opts.loadSchema != "function") {
          throw new Error("options.loadSchema should be a function");
        }
        const { loadSchema } = this.opts;
        return runCompileAsync.call(this, schema, meta);
        async function runCompileAsync(_schema, _meta) {
          await loadMetaSchema.call(this, _schema.$schema);
          const sch = this._addSchema(_schema, _meta);
          return sch.validate || _compileAsync.call(this, sch);
        }
        async function loadMetaSchema($ref) {
          if ($ref && !this.getSchema($ref)) {
            await runCompileAsync.call(this, { $ref }, true);
          }
        }
        async function _compileAsync(sch) {
          try {
            return this._compileSchemaEnv(sch);
          } catch (e) {
            if (!(e instanceof ref_error_1.default))
              throw e;
            checkLoaded.call(this, e);
            await loadMissingSchema.call(this, e.missingSchema);
            return _compileAsync.call(this, sch);
          }
        }
        function checkLoaded({ missingSchema: ref, missingRef }) {
          if (this.refs[ref]) {
            throw new Error(`AnySchema ${ref} is loaded but ${missingRef} cannot be resolved`);
          }
        }
        async function loadMissingSchema(ref) {
          const _schema = await _loadSchema.call(this, ref);
          if (!this.refs[ref])
            await loadMetaSchema.call(this, _schema.$schema);
          if (!this.refs[ref])
            this.addSchema(_schema, ref, meta);
        }
        async function _loadSchema(ref) {
          const p = this._loading[ref];
          if (p)
            return p;
          try {
            return await (this._loading[ref] = loadSchema(ref));
          } finally {
            delete this._loading[ref];
          }
        }
      }
      // Adds schema to the instance
      addSchema(schema, key, _meta, _validateSchema = this.opts.validateSchema) {
        if (Array.isArray(schema)) {
          for (const sch of schema)
            this.addSchema(sch, void 0, _meta, _validateSchema);
          return this;
        }
        let id;
        if (typeof schema === "object") {
          const { schemaId } = this.opts;
          id = schema[schemaId];
          if (id !== void 0 && typeof id != "string") {
            throw new Error(`schema ${schemaId} must be string`);
          }
        }
        key = (0, resolve_1.normalizeId)(key || id);
        this._checkUnique(key);
        this.schemas[key] = this._addSchema(schema, _meta, key, _validateSchema, true);
        return this;
      }
      // Add schema that will be used to validate other schemas
      // options in META_IGNORE_OPTIONS are alway set to false
      addMetaSchema(schema, key, _validateSchema = this.opts.validateSchema) {
        this.addSchema(schema, key, true, _validateSchema);
        return this;
      }
      //  Validate schema against its meta-schema
      validateSchema(schema, throwOrLogError) {
        if (typeof schema == "boolean")
          return true;
        let $schema;
        $schema = schema.$schema;
        if ($schema !== void 0 && typeof $schema != "string") {
          throw new Error("$schema must be a string");
        }
        $schema = $schema || this.opts.defaultMeta || this.defaultMeta();
        if (!$schema) {
          this.logger.warn("meta-schema not available");
          this.errors = null;
          return true;
        }
        const valid = this.validate($schema, schema);
        if (!valid && throwOrLogError) {
          const message = "schema is invalid: " + this.errorsText();
          if (this.opts.validateSchema === "log")
            this.logger.error(message);
          else
            throw new Error(message);
        }
        return valid;
      }
      // Get compiled schema by `key` or `ref`.
      // (`key` that was passed to `addSchema` or full schema reference - `schema.$id` or resolved id)
      getSchema(keyRef) {
        let sch;
        while (typeof (sch = getSchEnv.call(this, keyRef)) == "string")
          keyRef = sch;
        if (sch === void 0) {
          const { schemaId } = this.opts;
          const root = new compile_1.SchemaEnv({ schema: {}, schemaId });
          sch = compile_1.resolveSchema.call(this, root, keyRef);
          if (!sch)
            return;
          this.refs[keyRef] = sch;
        }
        return sch.validate || this._compileSchemaEnv(sch);
      }
      // Remove cached schema(s).
      // If no parameter is passed all schemas but meta-schemas are removed.
      // If RegExp is passed all schemas with key/id matching pattern but meta-schemas are removed.
      // Even if schema is referenced by other schemas it still can be removed as other schemas have local references.
      removeSchema(schemaKeyRef) {
        if (schemaKeyRef instanceof RegExp) {
          this._removeAllSchemas(this.schemas, schemaKeyRef);
          this._removeAllSchemas(this.refs, schemaKeyRef);
          return this;
        }
        switch (typeof schemaKeyRef) {
          case "undefined":
            this._removeAllSchemas(this.schemas);
            this._removeAllSchemas(this.refs);
            this._cache.clear();
            return this;
          case "string": {
            const sch = getSchEnv.call(this, schemaKeyRef);
            if (typeof sch == "object")
              this._cache.delete(sch.schema);
            delete this.schemas[schemaKeyRef];
            delete this.refs[schemaKeyRef];
            return this;
          }
          case "object": {
            const cacheKey = schemaKeyRef;
            this._cache.delete(cacheKey);
            let id = schemaKeyRef[this.opts.schemaId];
            if (id) {
              id = (0, resolve_1.normalizeId)(id);
              delete this.schemas[id];
              delete this.refs[id];
            }
            return this;
          }
          default:
            throw new Error("ajv.removeSchema: invalid parameter");
        }
      }
      // add "vocabulary" - a collection of keywords
      addVocabulary(definitions) {
        for (const def of definitions)
          this.addKeyword(def);
        return this;
      }
      addKeyword(kwdOrDef, def) {
        let keyword;
        if (typeof kwdOrDef == "string") {
          keyword = kwdOrDef;
          if (typeof def == "object") {
            this.logger.warn("these parameters are deprecated, see docs for addKeyword");
            def.keyword = keyword;
          }
        } else if (typeof kwdOrDef == "object" && def === void 0) {
          def = kwdOrDef;
          keyword = def.keyword;
          if (Array.isArray(keyword) && !keyword.length) {
            throw new Error("addKeywords: keyword must be string or non-empty array");
          }
        } else {
          throw new Error("invalid addKeywords parameters");
        }
        checkKeyword.call(this, keyword, def);
        if (!def) {
          (0, util_1.eachItem)(keyword, (kwd) => addRule.call(this, kwd));
          return this;
        }
        keywordMetaschema.call(this, def);
        const definition = {
          ...def,
          type: (0, dataType_1.getJSONTypes)(def.type),
          schemaType: (0, dataType_1.getJSONTypes)(def.schemaType)
        };
        (0, util_1.eachItem)(keyword, definition.type.length === 0 ? (k) => addRule.call(this, k, definition) : (k) => definition.type.forEach((t) => addRule.call(this, k, definition, t)));
        return this;
      }
      getKeyword(keyword) {
        const rule = this.RULES.all[keyword];
        return typeof rule == "object" ? rule.definition : !!rule;
      }
      // Remove keyword
      removeKeyword(keyword) {
        const { RULES } = this;
        delete RULES.keywords[keyword];
        delete RULES.all[keyword];
        for (const group of RULES.rules) {
          const i = group.rules.findIndex((rule) => rule.keyword === keyword);
          if (i >= 0)
            group.rules.splice(i, 1);
        }
        return this;
      }
      // Add format
      addFormat(name, format) {
        if (typeof format == "string")
          format = new RegExp(format);
        this.formats[name] = format;
        return this;
      }
      errorsText(errors = this.errors, { separator = ", ", dataVar = "data" } = {}) {
        if (!errors || errors.length === 0)
          return "No errors";
        return errors.map((e) => `${dataVar}${e.instancePath} ${e.message}`).reduce((text, msg) => text + separator + msg);
      }
      $dataMetaSchema(metaSchema, keywordsJsonPointers) {
        const rules = this.RULES.all;
        metaSchema = JSON.parse(JSON.stringify(metaSchema));
        for (const jsonPointer of keywordsJsonPointers) {
          const segments = jsonPointer.split("/").slice(1);
          let keywords = metaSchema;
          for (const seg of segments)
            keywords = keywords[seg];
          for (const key in rules) {
            const rule = rules[key];
            if (typeof rule != "object")
              continue;
            const { $data } = rule.definition;
            const schema = keywords[key];
            if ($data && schema)
              keywords[key] = schemaOrData(schema);
          }
        }
        return metaSchema;
      }
      _removeAllSchemas(schemas, regex) {
        for (const keyRef in schemas) {
          const sch = schemas[keyRef];
          if (!regex || regex.test(keyRef)) {
            if (typeof sch == "string") {
              delete schemas[keyRef];
            } else if (sch && !sch.meta) {
              this._cache.delete(sch.schema);
              delete schemas[keyRef];
            }
          }
        }
      }
      _addSchema(schema, meta, baseId, validateSchema = this.opts.validateSchema, addSchema = this.opts.addUsedSchema) {
        let id;
        const { schemaId } = this.opts;
        if (typeof schema == "object") {
          id = schema[schemaId];
        } else {
          if (this.opts.jtd)
            throw new Error("schema must be object");
          else if (typeof schema != "boolean")
            throw new Error("schema must be object or boolean");
        }
        let sch = this._cache.get(schema);
        if (sch !== void 0)
          return sch;
        baseId = (0, resolve_1.normalizeId)(id || baseId);
        const localRefs = resolve_1.getSchemaRefs.call(this, schema, baseId);
        sch = new compile_1.SchemaEnv({ schema, schemaId, meta, baseId, localRefs });
        this._cache.set(sch.schema, sch);
        if (addSchema && !baseId.startsWith("#")) {
          if (baseId)
            this._checkUnique(baseId);
          this.refs[baseId] = sch;
        }
        if (validateSchema)
          this.validateSchema(schema, true);
        return sch;
      }
      _checkUnique(id) {
        if (this.schemas[id] || this.refs[id]) {
          throw new Error(`schema with key or id "${id}" already exists`);
        }
      }
      _compileSchemaEnv(sch) {
        if (sch.meta)
          this._compileMetaSchema(sch);
        else
          compile_1.compileSchema.call(this, sch);
        if (!sch.validate)
          throw new Error("ajv implementation error");
        return sch.validate;
      }
      _compileMetaSchema(sch) {
        const currentOpts = this.opts;
        this.opts = this._metaOpts;
        try {
          compile_1.compileSchema.call(this, sch);
        } finally {
          this.opts = currentOpts;
        }
      }
    };
    Ajv3.ValidationError = validation_error_1.default;
    Ajv3.MissingRefError = ref_error_1.default;
    exports.default = Ajv3;
    function checkOptions(checkOpts, options, msg, log = "error") {
      for (const key in checkOpts) {
        const opt = key;
        if (opt in options)
          this.logger[log](`${msg}: option ${key}. ${checkOpts[opt]}`);
      }
    }
    function getSchEnv(keyRef) {
      keyRef = (0, resolve_1.normalizeId)(keyRef);
      return this.schemas[keyRef] || this.refs[keyRef];
    }
    function addInitialSchemas() {
      const optsSchemas = this.opts.schemas;
      if (!optsSchemas)
        return;
      if (Array.isArray(optsSchemas))
        this.addSchema(optsSchemas);
      else
        for (const key in optsSchemas)
          this.addSchema(optsSchemas[key], key);
    }
    function addInitialFormats() {
      for (const name in this.opts.formats) {
        const format = this.opts.formats[name];
        if (format)
          this.addFormat(name, format);
      }
    }
    function addInitialKeywords(defs) {
      if (Array.isArray(defs)) {
        this.addVocabulary(defs);
        return;
      }
      this.logger.warn("keywords option as map is deprecated, pass array");
      for (const keyword in defs) {
        const def = defs[keyword];
        if (!def.keyword)
          def.keyword = keyword;
        this.addKeyword(def);
      }
    }
    function getMetaSchemaOptions() {
      const metaOpts = { ...this.opts };
      for (const opt of META_IGNORE_OPTIONS)
        delete metaOpts[opt];
      return metaOpts;
    }
    var noLogs = { log() {
    }, warn() {
    }, error() {
    } };
    function getLogger(logger) {
      if (logger === false)
        return noLogs;
      if (logger === void 0)
        return console;
      if (logger.log && logger.warn && logger.error)
        return logger;
      throw new Error("logger must implement log, warn and error methods");
    }
    var KEYWORD_NAME = /^[a-z_$][a-z0-9_$:-]*$/i;
    function checkKeyword(keyword, def) {
      const { RULES } = this;
      (0, util_1.eachItem)(keyword, (kwd) => {
        if (RULES.keywords[kwd])
          throw new Error(`Keyword ${kwd} is already defined`);
        if (!KEYWORD_NAME.test(kwd))
          throw new Error(`Keyword ${kwd} has invalid name`);
      });
      if (!def)
        return;
      if (def.$data && !("code" in def || "validate" in def)) {
        throw new Error('$data keyword must have "code" or "validate" function');
      }
    }
    function addRule(keyword, definition, dataType) {
      var _a;
      const post = definition === null || definition === void 0 ? void 0 : definition.post;
      if (dataType && post)
        throw new Error('keyword with "post" flag cannot have "type"');
      const { RULES } = this;
      let ruleGroup = post ? RULES.post : RULES.rules.find(({ type: t }) => t === dataType);
      if (!ruleGroup) {
        ruleGroup = { type: dataType, rules: [] };
        RULES.rules.push(ruleGroup);
      }
      RULES.keywords[keyword] = true;
      if (!definition)
        return;
      const rule = {
        keyword,
        definition: {
          ...definition,
          type: (0, dataType_1.getJSONTypes)(definition.type),
          schemaType: (0, dataType_1.getJSONTypes)(definition.schemaType)
        }
      };
      if (definition.before)
        addBeforeRule.call(this, ruleGroup, rule, definition.before);
      else
        ruleGroup.rules.push(rule);
      RULES.all[keyword] = rule;
      (_a = definition.implements) === null || _a === void 0 ? void 0 : _a.forEach((kwd) => this.addKeyword(kwd));
    }
    function addBeforeRule(ruleGroup, rule, before) {
      const i = ruleGroup.rules.findIndex((_rule) => _rule.keyword === before);
      if (i >= 0) {
        ruleGroup.rules.splice(i, 0, rule);
      } else {
        ruleGroup.rules.push(rule);
        this.logger.warn(`rule ${before} is not defined`);
      }
    }
    function keywordMetaschema(def) {
      let { metaSchema } = def;
      if (metaSchema === void 0)
        return;
      if (def.$data && this.opts.$data)
        metaSchema = schemaOrData(metaSchema);
      def.validateSchema = this.compile(metaSchema, true);
    }
    var $dataRef = {
      $ref: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#"
    };
    function schemaOrData(schema) {
      return { anyOf: [schema, $dataRef] };
    }
  }
});

// node_modules/ajv/dist/vocabularies/core/id.js
var require_id = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/id.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var def = {
      keyword: "id",
      code() {
        throw new Error('NOT SUPPORTED: keyword "id", use "$id" for schema ID');
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/core/ref.js
var require_ref = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/ref.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.callRef = exports.getValidate = void 0;
    var ref_error_1 = require_ref_error();
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var compile_1 = require_compile();
    var util_1 = require_util();
    var def = {
      keyword: "$ref",
      schemaType: "string",
      code(cxt) {
        const { gen, schema: $ref, it } = cxt;
        const { baseId, schemaEnv: env, validateName, opts, self } = it;
        const { root } = env;
        if (($ref === "#" || $ref === "#/") && baseId === root.baseId)
          return callRootRef();
        const schOrEnv = compile_1.resolveRef.call(self, root, baseId, $ref);
        if (schOrEnv === void 0)
          throw new ref_error_1.default(it.opts.uriResolver, baseId, $ref);
        if (schOrEnv instanceof compile_1.SchemaEnv)
          return callValidate(schOrEnv);
        return inlineRefSchema(schOrEnv);
        function callRootRef() {
          if (env === root)
            return callRef(cxt, validateName, env, env.$async);
          const rootName = gen.scopeValue("root", { ref: root });
          return callRef(cxt, (0, codegen_1._)`${rootName}.validate`, root, root.$async);
        }
        function callValidate(sch) {
          const v = getValidate(cxt, sch);
          callRef(cxt, v, sch, sch.$async);
        }
        function inlineRefSchema(sch) {
          const schName = gen.scopeValue("schema", opts.code.source === true ? { ref: sch, code: (0, codegen_1.stringify)(sch) } : { ref: sch });
          const valid = gen.name("valid");
          const schCxt = cxt.subschema({
            schema: sch,
            dataTypes: [],
            schemaPath: codegen_1.nil,
            topSchemaRef: schName,
            errSchemaPath: $ref
          }, valid);
          cxt.mergeEvaluated(schCxt);
          cxt.ok(valid);
        }
      }
    };
    function getValidate(cxt, sch) {
      const { gen } = cxt;
      return sch.validate ? gen.scopeValue("validate", { ref: sch.validate }) : (0, codegen_1._)`${gen.scopeValue("wrapper", { ref: sch })}.validate`;
    }
    exports.getValidate = getValidate;
    function callRef(cxt, v, sch, $async) {
      const { gen, it } = cxt;
      const { allErrors, schemaEnv: env, opts } = it;
      const passCxt = opts.passContext ? names_1.default.this : codegen_1.nil;
      if ($async)
        callAsyncRef();
      else
        callSyncRef();
      function callAsyncRef() {
        if (!env.$async)
          throw new Error("async schema referenced by sync schema");
        const valid = gen.let("valid");
        gen.try(() => {
          gen.code((0, codegen_1._)`await ${(0, code_1.callValidateCode)(cxt, v, passCxt)}`);
          addEvaluatedFrom(v);
          if (!allErrors)
            gen.assign(valid, true);
        }, (e) => {
          gen.if((0, codegen_1._)`!(${e} instanceof ${it.ValidationError})`, () => gen.throw(e));
          addErrorsFrom(e);
          if (!allErrors)
            gen.assign(valid, false);
        });
        cxt.ok(valid);
      }
      function callSyncRef() {
        cxt.result((0, code_1.callValidateCode)(cxt, v, passCxt), () => addEvaluatedFrom(v), () => addErrorsFrom(v));
      }
      function addErrorsFrom(source) {
        const errs = (0, codegen_1._)`${source}.errors`;
        gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`);
        gen.assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
      }
      function addEvaluatedFrom(source) {
        var _a;
        if (!it.opts.unevaluated)
          return;
        const schEvaluated = (_a = sch === null || sch === void 0 ? void 0 : sch.validate) === null || _a === void 0 ? void 0 : _a.evaluated;
        if (it.props !== true) {
          if (schEvaluated && !schEvaluated.dynamicProps) {
            if (schEvaluated.props !== void 0) {
              it.props = util_1.mergeEvaluated.props(gen, schEvaluated.props, it.props);
            }
          } else {
            const props = gen.var("props", (0, codegen_1._)`${source}.evaluated.props`);
            it.props = util_1.mergeEvaluated.props(gen, props, it.props, codegen_1.Name);
          }
        }
        if (it.items !== true) {
          if (schEvaluated && !schEvaluated.dynamicItems) {
            if (schEvaluated.items !== void 0) {
              it.items = util_1.mergeEvaluated.items(gen, schEvaluated.items, it.items);
            }
          } else {
            const items = gen.var("items", (0, codegen_1._)`${source}.evaluated.items`);
            it.items = util_1.mergeEvaluated.items(gen, items, it.items, codegen_1.Name);
          }
        }
      }
    }
    exports.callRef = callRef;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/core/index.js
var require_core2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var id_1 = require_id();
    var ref_1 = require_ref();
    var core = [
      "$schema",
      "$id",
      "$defs",
      "$vocabulary",
      { keyword: "$comment" },
      "definitions",
      id_1.default,
      ref_1.default
    ];
    exports.default = core;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitNumber.js
var require_limitNumber = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitNumber.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var ops = codegen_1.operators;
    var KWDs = {
      maximum: { okStr: "<=", ok: ops.LTE, fail: ops.GT },
      minimum: { okStr: ">=", ok: ops.GTE, fail: ops.LT },
      exclusiveMaximum: { okStr: "<", ok: ops.LT, fail: ops.GTE },
      exclusiveMinimum: { okStr: ">", ok: ops.GT, fail: ops.LTE }
    };
    var error = {
      message: ({ keyword, schemaCode }) => (0, codegen_1.str)`must be ${KWDs[keyword].okStr} ${schemaCode}`,
      params: ({ keyword, schemaCode }) => (0, codegen_1._)`{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`
    };
    var def = {
      keyword: Object.keys(KWDs),
      type: "number",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        cxt.fail$data((0, codegen_1._)`${data} ${KWDs[keyword].fail} ${schemaCode} || isNaN(${data})`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/multipleOf.js
var require_multipleOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/multipleOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message: ({ schemaCode }) => (0, codegen_1.str)`must be multiple of ${schemaCode}`,
      params: ({ schemaCode }) => (0, codegen_1._)`{multipleOf: ${schemaCode}}`
    };
    var def = {
      keyword: "multipleOf",
      type: "number",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, schemaCode, it } = cxt;
        const prec = it.opts.multipleOfPrecision;
        const res = gen.let("res");
        const invalid = prec ? (0, codegen_1._)`Math.abs(Math.round(${res}) - ${res}) > 1e-${prec}` : (0, codegen_1._)`${res} !== parseInt(${res})`;
        cxt.fail$data((0, codegen_1._)`(${schemaCode} === 0 || (${res} = ${data}/${schemaCode}, ${invalid}))`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitLength.js
var require_limitLength = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitLength.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var ucs2length_1 = require_ucs2length();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxLength" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} characters`;
      },
      params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`
    };
    var def = {
      keyword: ["maxLength", "minLength"],
      type: "string",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode, it } = cxt;
        const op = keyword === "maxLength" ? codegen_1.operators.GT : codegen_1.operators.LT;
        const len = it.opts.unicode === false ? (0, codegen_1._)`${data}.length` : (0, codegen_1._)`${(0, util_1.useFunc)(cxt.gen, ucs2length_1.default)}(${data})`;
        cxt.fail$data((0, codegen_1._)`${len} ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/pattern.js
var require_pattern = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/pattern.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var util_1 = require_util();
    var codegen_1 = require_codegen();
    var error = {
      message: ({ schemaCode }) => (0, codegen_1.str)`must match pattern "${schemaCode}"`,
      params: ({ schemaCode }) => (0, codegen_1._)`{pattern: ${schemaCode}}`
    };
    var def = {
      keyword: "pattern",
      type: "string",
      schemaType: "string",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const u = it.opts.unicodeRegExp ? "u" : "";
        if ($data) {
          const { regExp } = it.opts.code;
          const regExpCode = regExp.code === "new RegExp" ? (0, codegen_1._)`new RegExp` : (0, util_1.useFunc)(gen, regExp);
          const valid = gen.let("valid");
          gen.try(() => gen.assign(valid, (0, codegen_1._)`${regExpCode}(${schemaCode}, ${u}).test(${data})`), () => gen.assign(valid, false));
          cxt.fail$data((0, codegen_1._)`!${valid}`);
        } else {
          const regExp = (0, code_1.usePattern)(cxt, schema);
          cxt.fail$data((0, codegen_1._)`!${regExp}.test(${data})`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitProperties.js
var require_limitProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxProperties" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} properties`;
      },
      params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`
    };
    var def = {
      keyword: ["maxProperties", "minProperties"],
      type: "object",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxProperties" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._)`Object.keys(${data}).length ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/required.js
var require_required = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/required.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: ({ params: { missingProperty } }) => (0, codegen_1.str)`must have required property '${missingProperty}'`,
      params: ({ params: { missingProperty } }) => (0, codegen_1._)`{missingProperty: ${missingProperty}}`
    };
    var def = {
      keyword: "required",
      type: "object",
      schemaType: "array",
      $data: true,
      error,
      code(cxt) {
        const { gen, schema, schemaCode, data, $data, it } = cxt;
        const { opts } = it;
        if (!$data && schema.length === 0)
          return;
        const useLoop = schema.length >= opts.loopRequired;
        if (it.allErrors)
          allErrorsMode();
        else
          exitOnErrorMode();
        if (opts.strictRequired) {
          const props = cxt.parentSchema.properties;
          const { definedProperties } = cxt.it;
          for (const requiredKey of schema) {
            if ((props === null || props === void 0 ? void 0 : props[requiredKey]) === void 0 && !definedProperties.has(requiredKey)) {
              const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
              const msg = `required property "${requiredKey}" is not defined at "${schemaPath}" (strictRequired)`;
              (0, util_1.checkStrictMode)(it, msg, it.opts.strictRequired);
            }
          }
        }
        function allErrorsMode() {
          if (useLoop || $data) {
            cxt.block$data(codegen_1.nil, loopAllRequired);
          } else {
            for (const prop of schema) {
              (0, code_1.checkReportMissingProp)(cxt, prop);
            }
          }
        }
        function exitOnErrorMode() {
          const missing = gen.let("missing");
          if (useLoop || $data) {
            const valid = gen.let("valid", true);
            cxt.block$data(valid, () => loopUntilMissing(missing, valid));
            cxt.ok(valid);
          } else {
            gen.if((0, code_1.checkMissingProp)(cxt, schema, missing));
            (0, code_1.reportMissingProp)(cxt, missing);
            gen.else();
          }
        }
        function loopAllRequired() {
          gen.forOf("prop", schemaCode, (prop) => {
            cxt.setParams({ missingProperty: prop });
            gen.if((0, code_1.noPropertyInData)(gen, data, prop, opts.ownProperties), () => cxt.error());
          });
        }
        function loopUntilMissing(missing, valid) {
          cxt.setParams({ missingProperty: missing });
          gen.forOf(missing, schemaCode, () => {
            gen.assign(valid, (0, code_1.propertyInData)(gen, data, missing, opts.ownProperties));
            gen.if((0, codegen_1.not)(valid), () => {
              cxt.error();
              gen.break();
            });
          }, codegen_1.nil);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitItems.js
var require_limitItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxItems" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} items`;
      },
      params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`
    };
    var def = {
      keyword: ["maxItems", "minItems"],
      type: "array",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxItems" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._)`${data}.length ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// node_modules/ajv/dist/vocabularies/validation/uniqueItems.js
var require_uniqueItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/uniqueItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dataType_1 = require_dataType();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: ({ params: { i, j } }) => (0, codegen_1.str)`must NOT have duplicate items (items ## ${j} and ${i} are identical)`,
      params: ({ params: { i, j } }) => (0, codegen_1._)`{i: ${i}, j: ${j}}`
    };
    var def = {
      keyword: "uniqueItems",
      type: "array",
      schemaType: "boolean",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, parentSchema, schemaCode, it } = cxt;
        if (!$data && !schema)
          return;
        const valid = gen.let("valid");
        const itemTypes = parentSchema.items ? (0, dataType_1.getSchemaTypes)(parentSchema.items) : [];
        cxt.block$data(valid, validateUniqueItems, (0, codegen_1._)`${schemaCode} === false`);
        cxt.ok(valid);
        function validateUniqueItems() {
          const i = gen.let("i", (0, codegen_1._)`${data}.length`);
          const j = gen.let("j");
          cxt.setParams({ i, j });
          gen.assign(valid, true);
          gen.if((0, codegen_1._)`${i} > 1`, () => (canOptimize() ? loopN : loopN2)(i, j));
        }
        function canOptimize() {
          return itemTypes.length > 0 && !itemTypes.some((t) => t === "object" || t === "array");
        }
        function loopN(i, j) {
          const item = gen.name("item");
          const wrongType = (0, dataType_1.checkDataTypes)(itemTypes, item, it.opts.strictNumbers, dataType_1.DataType.Wrong);
          const indices = gen.const("indices", (0, codegen_1._)`{}`);
          gen.for((0, codegen_1._)`;${i}--;`, () => {
            gen.let(item, (0, codegen_1._)`${data}[${i}]`);
            gen.if(wrongType, (0, codegen_1._)`continue`);
            if (itemTypes.length > 1)
              gen.if((0, codegen_1._)`typeof ${item} == "string"`, (0, codegen_1._)`${item} += "_"`);
            gen.if((0, codegen_1._)`typeof ${indices}[${item}] == "number"`, () => {
              gen.assign(j, (0, codegen_1._)`${indices}[${item}]`);
              cxt.error();
              gen.assign(valid, false).break();
            }).code((0, codegen_1._)`${indices}[${item}] = ${i}`);
          });
        }
        function loopN2(i, j) {
          const eql = (0, util_1.useFunc)(gen, equal_1.default);
          const outer = gen.name("outer");
          gen.label(outer).for((0, codegen_1._)`;${i}--;`, () => gen.for((0, codegen_1._)`${j} = ${i}; ${j}--;`, () => gen.if((0, codegen_1._)`${eql}(${data}[${i}], ${data}[${j}])`, () => {
            cxt.error();
            gen.assign(valid, false).break(outer);
          })));
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/const.js
var require_const = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/const.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: "must be equal to constant",
      params: ({ schemaCode }) => (0, codegen_1._)`{allowedValue: ${schemaCode}}`
    };
    var def = {
      keyword: "const",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schemaCode, schema } = cxt;
        if ($data || schema && typeof schema == "object") {
          cxt.fail$data((0, codegen_1._)`!${(0, util_1.useFunc)(gen, equal_1.default)}(${data}, ${schemaCode})`);
        } else {
          cxt.fail((0, codegen_1._)`${schema} !== ${data}`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/enum.js
var require_enum = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/enum.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: "must be equal to one of the allowed values",
      params: ({ schemaCode }) => (0, codegen_1._)`{allowedValues: ${schemaCode}}`
    };
    var def = {
      keyword: "enum",
      schemaType: "array",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        if (!$data && schema.length === 0)
          throw new Error("enum must have non-empty array");
        const useLoop = schema.length >= it.opts.loopEnum;
        let eql;
        const getEql = () => eql !== null && eql !== void 0 ? eql : eql = (0, util_1.useFunc)(gen, equal_1.default);
        let valid;
        if (useLoop || $data) {
          valid = gen.let("valid");
          cxt.block$data(valid, loopEnum);
        } else {
          if (!Array.isArray(schema))
            throw new Error("ajv implementation error");
          const vSchema = gen.const("vSchema", schemaCode);
          valid = (0, codegen_1.or)(...schema.map((_x, i) => equalCode(vSchema, i)));
        }
        cxt.pass(valid);
        function loopEnum() {
          gen.assign(valid, false);
          gen.forOf("v", schemaCode, (v) => gen.if((0, codegen_1._)`${getEql()}(${data}, ${v})`, () => gen.assign(valid, true).break()));
        }
        function equalCode(vSchema, i) {
          const sch = schema[i];
          return typeof sch === "object" && sch !== null ? (0, codegen_1._)`${getEql()}(${data}, ${vSchema}[${i}])` : (0, codegen_1._)`${data} === ${sch}`;
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/index.js
var require_validation = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var limitNumber_1 = require_limitNumber();
    var multipleOf_1 = require_multipleOf();
    var limitLength_1 = require_limitLength();
    var pattern_1 = require_pattern();
    var limitProperties_1 = require_limitProperties();
    var required_1 = require_required();
    var limitItems_1 = require_limitItems();
    var uniqueItems_1 = require_uniqueItems();
    var const_1 = require_const();
    var enum_1 = require_enum();
    var validation = [
      // number
      limitNumber_1.default,
      multipleOf_1.default,
      // string
      limitLength_1.default,
      pattern_1.default,
      // object
      limitProperties_1.default,
      required_1.default,
      // array
      limitItems_1.default,
      uniqueItems_1.default,
      // any
      { keyword: "type", schemaType: ["string", "array"] },
      { keyword: "nullable", schemaType: "boolean" },
      const_1.default,
      enum_1.default
    ];
    exports.default = validation;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/additionalItems.js
var require_additionalItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/additionalItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateAdditionalItems = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
      params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`
    };
    var def = {
      keyword: "additionalItems",
      type: "array",
      schemaType: ["boolean", "object"],
      before: "uniqueItems",
      error,
      code(cxt) {
        const { parentSchema, it } = cxt;
        const { items } = parentSchema;
        if (!Array.isArray(items)) {
          (0, util_1.checkStrictMode)(it, '"additionalItems" is ignored when "items" is not an array of schemas');
          return;
        }
        validateAdditionalItems(cxt, items);
      }
    };
    function validateAdditionalItems(cxt, items) {
      const { gen, schema, data, keyword, it } = cxt;
      it.items = true;
      const len = gen.const("len", (0, codegen_1._)`${data}.length`);
      if (schema === false) {
        cxt.setParams({ len: items.length });
        cxt.pass((0, codegen_1._)`${len} <= ${items.length}`);
      } else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
        const valid = gen.var("valid", (0, codegen_1._)`${len} <= ${items.length}`);
        gen.if((0, codegen_1.not)(valid), () => validateItems(valid));
        cxt.ok(valid);
      }
      function validateItems(valid) {
        gen.forRange("i", items.length, len, (i) => {
          cxt.subschema({ keyword, dataProp: i, dataPropType: util_1.Type.Num }, valid);
          if (!it.allErrors)
            gen.if((0, codegen_1.not)(valid), () => gen.break());
        });
      }
    }
    exports.validateAdditionalItems = validateAdditionalItems;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/items.js
var require_items = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/items.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateTuple = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    var def = {
      keyword: "items",
      type: "array",
      schemaType: ["object", "array", "boolean"],
      before: "uniqueItems",
      code(cxt) {
        const { schema, it } = cxt;
        if (Array.isArray(schema))
          return validateTuple(cxt, "additionalItems", schema);
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        cxt.ok((0, code_1.validateArray)(cxt));
      }
    };
    function validateTuple(cxt, extraItems, schArr = cxt.schema) {
      const { gen, parentSchema, data, keyword, it } = cxt;
      checkStrictTuple(parentSchema);
      if (it.opts.unevaluated && schArr.length && it.items !== true) {
        it.items = util_1.mergeEvaluated.items(gen, schArr.length, it.items);
      }
      const valid = gen.name("valid");
      const len = gen.const("len", (0, codegen_1._)`${data}.length`);
      schArr.forEach((sch, i) => {
        if ((0, util_1.alwaysValidSchema)(it, sch))
          return;
        gen.if((0, codegen_1._)`${len} > ${i}`, () => cxt.subschema({
          keyword,
          schemaProp: i,
          dataProp: i
        }, valid));
        cxt.ok(valid);
      });
      function checkStrictTuple(sch) {
        const { opts, errSchemaPath } = it;
        const l = schArr.length;
        const fullTuple = l === sch.minItems && (l === sch.maxItems || sch[extraItems] === false);
        if (opts.strictTuples && !fullTuple) {
          const msg = `"${keyword}" is ${l}-tuple, but minItems or maxItems/${extraItems} are not specified or different at path "${errSchemaPath}"`;
          (0, util_1.checkStrictMode)(it, msg, opts.strictTuples);
        }
      }
    }
    exports.validateTuple = validateTuple;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/prefixItems.js
var require_prefixItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/prefixItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var items_1 = require_items();
    var def = {
      keyword: "prefixItems",
      type: "array",
      schemaType: ["array"],
      before: "uniqueItems",
      code: (cxt) => (0, items_1.validateTuple)(cxt, "items")
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/items2020.js
var require_items2020 = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/items2020.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    var additionalItems_1 = require_additionalItems();
    var error = {
      message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
      params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`
    };
    var def = {
      keyword: "items",
      type: "array",
      schemaType: ["object", "boolean"],
      before: "uniqueItems",
      error,
      code(cxt) {
        const { schema, parentSchema, it } = cxt;
        const { prefixItems } = parentSchema;
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        if (prefixItems)
          (0, additionalItems_1.validateAdditionalItems)(cxt, prefixItems);
        else
          cxt.ok((0, code_1.validateArray)(cxt));
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/contains.js
var require_contains = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/contains.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: ({ params: { min, max } }) => max === void 0 ? (0, codegen_1.str)`must contain at least ${min} valid item(s)` : (0, codegen_1.str)`must contain at least ${min} and no more than ${max} valid item(s)`,
      params: ({ params: { min, max } }) => max === void 0 ? (0, codegen_1._)`{minContains: ${min}}` : (0, codegen_1._)`{minContains: ${min}, maxContains: ${max}}`
    };
    var def = {
      keyword: "contains",
      type: "array",
      schemaType: ["object", "boolean"],
      before: "uniqueItems",
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        let min;
        let max;
        const { minContains, maxContains } = parentSchema;
        if (it.opts.next) {
          min = minContains === void 0 ? 1 : minContains;
          max = maxContains;
        } else {
          min = 1;
        }
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        cxt.setParams({ min, max });
        if (max === void 0 && min === 0) {
          (0, util_1.checkStrictMode)(it, `"minContains" == 0 without "maxContains": "contains" keyword ignored`);
          return;
        }
        if (max !== void 0 && min > max) {
          (0, util_1.checkStrictMode)(it, `"minContains" > "maxContains" is always invalid`);
          cxt.fail();
          return;
        }
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
          let cond = (0, codegen_1._)`${len} >= ${min}`;
          if (max !== void 0)
            cond = (0, codegen_1._)`${cond} && ${len} <= ${max}`;
          cxt.pass(cond);
          return;
        }
        it.items = true;
        const valid = gen.name("valid");
        if (max === void 0 && min === 1) {
          validateItems(valid, () => gen.if(valid, () => gen.break()));
        } else if (min === 0) {
          gen.let(valid, true);
          if (max !== void 0)
            gen.if((0, codegen_1._)`${data}.length > 0`, validateItemsWithCount);
        } else {
          gen.let(valid, false);
          validateItemsWithCount();
        }
        cxt.result(valid, () => cxt.reset());
        function validateItemsWithCount() {
          const schValid = gen.name("_valid");
          const count = gen.let("count", 0);
          validateItems(schValid, () => gen.if(schValid, () => checkLimits(count)));
        }
        function validateItems(_valid, block) {
          gen.forRange("i", 0, len, (i) => {
            cxt.subschema({
              keyword: "contains",
              dataProp: i,
              dataPropType: util_1.Type.Num,
              compositeRule: true
            }, _valid);
            block();
          });
        }
        function checkLimits(count) {
          gen.code((0, codegen_1._)`${count}++`);
          if (max === void 0) {
            gen.if((0, codegen_1._)`${count} >= ${min}`, () => gen.assign(valid, true).break());
          } else {
            gen.if((0, codegen_1._)`${count} > ${max}`, () => gen.assign(valid, false).break());
            if (min === 1)
              gen.assign(valid, true);
            else
              gen.if((0, codegen_1._)`${count} >= ${min}`, () => gen.assign(valid, true));
          }
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/dependencies.js
var require_dependencies = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/dependencies.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateSchemaDeps = exports.validatePropertyDeps = exports.error = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    exports.error = {
      message: ({ params: { property, depsCount, deps } }) => {
        const property_ies = depsCount === 1 ? "property" : "properties";
        return (0, codegen_1.str)`must have ${property_ies} ${deps} when property ${property} is present`;
      },
      params: ({ params: { property, depsCount, deps, missingProperty } }) => (0, codegen_1._)`{property: ${property},
    missingProperty: ${missingProperty},
    depsCount: ${depsCount},
    deps: ${deps}}`
      // TODO change to reference
    };
    var def = {
      keyword: "dependencies",
      type: "object",
      schemaType: "object",
      error: exports.error,
      code(cxt) {
        const [propDeps, schDeps] = splitDependencies(cxt);
        validatePropertyDeps(cxt, propDeps);
        validateSchemaDeps(cxt, schDeps);
      }
    };
    function splitDependencies({ schema }) {
      const propertyDeps = {};
      const schemaDeps = {};
      for (const key in schema) {
        if (key === "__proto__")
          continue;
        const deps = Array.isArray(schema[key]) ? propertyDeps : schemaDeps;
        deps[key] = schema[key];
      }
      return [propertyDeps, schemaDeps];
    }
    function validatePropertyDeps(cxt, propertyDeps = cxt.schema) {
      const { gen, data, it } = cxt;
      if (Object.keys(propertyDeps).length === 0)
        return;
      const missing = gen.let("missing");
      for (const prop in propertyDeps) {
        const deps = propertyDeps[prop];
        if (deps.length === 0)
          continue;
        const hasProperty = (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties);
        cxt.setParams({
          property: prop,
          depsCount: deps.length,
          deps: deps.join(", ")
        });
        if (it.allErrors) {
          gen.if(hasProperty, () => {
            for (const depProp of deps) {
              (0, code_1.checkReportMissingProp)(cxt, depProp);
            }
          });
        } else {
          gen.if((0, codegen_1._)`${hasProperty} && (${(0, code_1.checkMissingProp)(cxt, deps, missing)})`);
          (0, code_1.reportMissingProp)(cxt, missing);
          gen.else();
        }
      }
    }
    exports.validatePropertyDeps = validatePropertyDeps;
    function validateSchemaDeps(cxt, schemaDeps = cxt.schema) {
      const { gen, data, keyword, it } = cxt;
      const valid = gen.name("valid");
      for (const prop in schemaDeps) {
        if ((0, util_1.alwaysValidSchema)(it, schemaDeps[prop]))
          continue;
        gen.if(
          (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties),
          () => {
            const schCxt = cxt.subschema({ keyword, schemaProp: prop }, valid);
            cxt.mergeValidEvaluated(schCxt, valid);
          },
          () => gen.var(valid, true)
          // TODO var
        );
        cxt.ok(valid);
      }
    }
    exports.validateSchemaDeps = validateSchemaDeps;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/propertyNames.js
var require_propertyNames = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/propertyNames.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: "property name must be valid",
      params: ({ params }) => (0, codegen_1._)`{propertyName: ${params.propertyName}}`
    };
    var def = {
      keyword: "propertyNames",
      type: "object",
      schemaType: ["object", "boolean"],
      error,
      code(cxt) {
        const { gen, schema, data, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        const valid = gen.name("valid");
        gen.forIn("key", data, (key) => {
          cxt.setParams({ propertyName: key });
          cxt.subschema({
            keyword: "propertyNames",
            data: key,
            dataTypes: ["string"],
            propertyName: key,
            compositeRule: true
          }, valid);
          gen.if((0, codegen_1.not)(valid), () => {
            cxt.error(true);
            if (!it.allErrors)
              gen.break();
          });
        });
        cxt.ok(valid);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js
var require_additionalProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var util_1 = require_util();
    var error = {
      message: "must NOT have additional properties",
      params: ({ params }) => (0, codegen_1._)`{additionalProperty: ${params.additionalProperty}}`
    };
    var def = {
      keyword: "additionalProperties",
      type: ["object"],
      schemaType: ["boolean", "object"],
      allowUndefined: true,
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, data, errsCount, it } = cxt;
        if (!errsCount)
          throw new Error("ajv implementation error");
        const { allErrors, opts } = it;
        it.props = true;
        if (opts.removeAdditional !== "all" && (0, util_1.alwaysValidSchema)(it, schema))
          return;
        const props = (0, code_1.allSchemaProperties)(parentSchema.properties);
        const patProps = (0, code_1.allSchemaProperties)(parentSchema.patternProperties);
        checkAdditionalProperties();
        cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
        function checkAdditionalProperties() {
          gen.forIn("key", data, (key) => {
            if (!props.length && !patProps.length)
              additionalPropertyCode(key);
            else
              gen.if(isAdditional(key), () => additionalPropertyCode(key));
          });
        }
        function isAdditional(key) {
          let definedProp;
          if (props.length > 8) {
            const propsSchema = (0, util_1.schemaRefOrVal)(it, parentSchema.properties, "properties");
            definedProp = (0, code_1.isOwnProperty)(gen, propsSchema, key);
          } else if (props.length) {
            definedProp = (0, codegen_1.or)(...props.map((p) => (0, codegen_1._)`${key} === ${p}`));
          } else {
            definedProp = codegen_1.nil;
          }
          if (patProps.length) {
            definedProp = (0, codegen_1.or)(definedProp, ...patProps.map((p) => (0, codegen_1._)`${(0, code_1.usePattern)(cxt, p)}.test(${key})`));
          }
          return (0, codegen_1.not)(definedProp);
        }
        function deleteAdditional(key) {
          gen.code((0, codegen_1._)`delete ${data}[${key}]`);
        }
        function additionalPropertyCode(key) {
          if (opts.removeAdditional === "all" || opts.removeAdditional && schema === false) {
            deleteAdditional(key);
            return;
          }
          if (schema === false) {
            cxt.setParams({ additionalProperty: key });
            cxt.error();
            if (!allErrors)
              gen.break();
            return;
          }
          if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
            const valid = gen.name("valid");
            if (opts.removeAdditional === "failing") {
              applyAdditionalSchema(key, valid, false);
              gen.if((0, codegen_1.not)(valid), () => {
                cxt.reset();
                deleteAdditional(key);
              });
            } else {
              applyAdditionalSchema(key, valid);
              if (!allErrors)
                gen.if((0, codegen_1.not)(valid), () => gen.break());
            }
          }
        }
        function applyAdditionalSchema(key, valid, errors) {
          const subschema = {
            keyword: "additionalProperties",
            dataProp: key,
            dataPropType: util_1.Type.Str
          };
          if (errors === false) {
            Object.assign(subschema, {
              compositeRule: true,
              createErrors: false,
              allErrors: false
            });
          }
          cxt.subschema(subschema, valid);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/properties.js
var require_properties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/properties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var validate_1 = require_validate();
    var code_1 = require_code2();
    var util_1 = require_util();
    var additionalProperties_1 = require_additionalProperties();
    var def = {
      keyword: "properties",
      type: "object",
      schemaType: "object",
      code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        if (it.opts.removeAdditional === "all" && parentSchema.additionalProperties === void 0) {
          additionalProperties_1.default.code(new validate_1.KeywordCxt(it, additionalProperties_1.default, "additionalProperties"));
        }
        const allProps = (0, code_1.allSchemaProperties)(schema);
        for (const prop of allProps) {
          it.definedProperties.add(prop);
        }
        if (it.opts.unevaluated && allProps.length && it.props !== true) {
          it.props = util_1.mergeEvaluated.props(gen, (0, util_1.toHash)(allProps), it.props);
        }
        const properties = allProps.filter((p) => !(0, util_1.alwaysValidSchema)(it, schema[p]));
        if (properties.length === 0)
          return;
        const valid = gen.name("valid");
        for (const prop of properties) {
          if (hasDefault(prop)) {
            applyPropertySchema(prop);
          } else {
            gen.if((0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties));
            applyPropertySchema(prop);
            if (!it.allErrors)
              gen.else().var(valid, true);
            gen.endIf();
          }
          cxt.it.definedProperties.add(prop);
          cxt.ok(valid);
        }
        function hasDefault(prop) {
          return it.opts.useDefaults && !it.compositeRule && schema[prop].default !== void 0;
        }
        function applyPropertySchema(prop) {
          cxt.subschema({
            keyword: "properties",
            schemaProp: prop,
            dataProp: prop
          }, valid);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/patternProperties.js
var require_patternProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/patternProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var util_2 = require_util();
    var def = {
      keyword: "patternProperties",
      type: "object",
      schemaType: "object",
      code(cxt) {
        const { gen, schema, data, parentSchema, it } = cxt;
        const { opts } = it;
        const patterns = (0, code_1.allSchemaProperties)(schema);
        const alwaysValidPatterns = patterns.filter((p) => (0, util_1.alwaysValidSchema)(it, schema[p]));
        if (patterns.length === 0 || alwaysValidPatterns.length === patterns.length && (!it.opts.unevaluated || it.props === true)) {
          return;
        }
        const checkProperties = opts.strictSchema && !opts.allowMatchingProperties && parentSchema.properties;
        const valid = gen.name("valid");
        if (it.props !== true && !(it.props instanceof codegen_1.Name)) {
          it.props = (0, util_2.evaluatedPropsToName)(gen, it.props);
        }
        const { props } = it;
        validatePatternProperties();
        function validatePatternProperties() {
          for (const pat of patterns) {
            if (checkProperties)
              checkMatchingProperties(pat);
            if (it.allErrors) {
              validateProperties(pat);
            } else {
              gen.var(valid, true);
              validateProperties(pat);
              gen.if(valid);
            }
          }
        }
        function checkMatchingProperties(pat) {
          for (const prop in checkProperties) {
            if (new RegExp(pat).test(prop)) {
              (0, util_1.checkStrictMode)(it, `property ${prop} matches pattern ${pat} (use allowMatchingProperties)`);
            }
          }
        }
        function validateProperties(pat) {
          gen.forIn("key", data, (key) => {
            gen.if((0, codegen_1._)`${(0, code_1.usePattern)(cxt, pat)}.test(${key})`, () => {
              const alwaysValid = alwaysValidPatterns.includes(pat);
              if (!alwaysValid) {
                cxt.subschema({
                  keyword: "patternProperties",
                  schemaProp: pat,
                  dataProp: key,
                  dataPropType: util_2.Type.Str
                }, valid);
              }
              if (it.opts.unevaluated && props !== true) {
                gen.assign((0, codegen_1._)`${props}[${key}]`, true);
              } else if (!alwaysValid && !it.allErrors) {
                gen.if((0, codegen_1.not)(valid), () => gen.break());
              }
            });
          });
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/not.js
var require_not = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/not.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: "not",
      schemaType: ["object", "boolean"],
      trackErrors: true,
      code(cxt) {
        const { gen, schema, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
          cxt.fail();
          return;
        }
        const valid = gen.name("valid");
        cxt.subschema({
          keyword: "not",
          compositeRule: true,
          createErrors: false,
          allErrors: false
        }, valid);
        cxt.failResult(valid, () => cxt.reset(), () => cxt.error());
      },
      error: { message: "must NOT be valid" }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/anyOf.js
var require_anyOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/anyOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var def = {
      keyword: "anyOf",
      schemaType: "array",
      trackErrors: true,
      code: code_1.validateUnion,
      error: { message: "must match a schema in anyOf" }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/oneOf.js
var require_oneOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/oneOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: "must match exactly one schema in oneOf",
      params: ({ params }) => (0, codegen_1._)`{passingSchemas: ${params.passing}}`
    };
    var def = {
      keyword: "oneOf",
      schemaType: "array",
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, it } = cxt;
        if (!Array.isArray(schema))
          throw new Error("ajv implementation error");
        if (it.opts.discriminator && parentSchema.discriminator)
          return;
        const schArr = schema;
        const valid = gen.let("valid", false);
        const passing = gen.let("passing", null);
        const schValid = gen.name("_valid");
        cxt.setParams({ passing });
        gen.block(validateOneOf);
        cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
        function validateOneOf() {
          schArr.forEach((sch, i) => {
            let schCxt;
            if ((0, util_1.alwaysValidSchema)(it, sch)) {
              gen.var(schValid, true);
            } else {
              schCxt = cxt.subschema({
                keyword: "oneOf",
                schemaProp: i,
                compositeRule: true
              }, schValid);
            }
            if (i > 0) {
              gen.if((0, codegen_1._)`${schValid} && ${valid}`).assign(valid, false).assign(passing, (0, codegen_1._)`[${passing}, ${i}]`).else();
            }
            gen.if(schValid, () => {
              gen.assign(valid, true);
              gen.assign(passing, i);
              if (schCxt)
                cxt.mergeEvaluated(schCxt, codegen_1.Name);
            });
          });
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/allOf.js
var require_allOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/allOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: "allOf",
      schemaType: "array",
      code(cxt) {
        const { gen, schema, it } = cxt;
        if (!Array.isArray(schema))
          throw new Error("ajv implementation error");
        const valid = gen.name("valid");
        schema.forEach((sch, i) => {
          if ((0, util_1.alwaysValidSchema)(it, sch))
            return;
          const schCxt = cxt.subschema({ keyword: "allOf", schemaProp: i }, valid);
          cxt.ok(valid);
          cxt.mergeEvaluated(schCxt);
        });
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/if.js
var require_if = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/if.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: ({ params }) => (0, codegen_1.str)`must match "${params.ifClause}" schema`,
      params: ({ params }) => (0, codegen_1._)`{failingKeyword: ${params.ifClause}}`
    };
    var def = {
      keyword: "if",
      schemaType: ["object", "boolean"],
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, parentSchema, it } = cxt;
        if (parentSchema.then === void 0 && parentSchema.else === void 0) {
          (0, util_1.checkStrictMode)(it, '"if" without "then" and "else" is ignored');
        }
        const hasThen = hasSchema(it, "then");
        const hasElse = hasSchema(it, "else");
        if (!hasThen && !hasElse)
          return;
        const valid = gen.let("valid", true);
        const schValid = gen.name("_valid");
        validateIf();
        cxt.reset();
        if (hasThen && hasElse) {
          const ifClause = gen.let("ifClause");
          cxt.setParams({ ifClause });
          gen.if(schValid, validateClause("then", ifClause), validateClause("else", ifClause));
        } else if (hasThen) {
          gen.if(schValid, validateClause("then"));
        } else {
          gen.if((0, codegen_1.not)(schValid), validateClause("else"));
        }
        cxt.pass(valid, () => cxt.error(true));
        function validateIf() {
          const schCxt = cxt.subschema({
            keyword: "if",
            compositeRule: true,
            createErrors: false,
            allErrors: false
          }, schValid);
          cxt.mergeEvaluated(schCxt);
        }
        function validateClause(keyword, ifClause) {
          return () => {
            const schCxt = cxt.subschema({ keyword }, schValid);
            gen.assign(valid, schValid);
            cxt.mergeValidEvaluated(schCxt, valid);
            if (ifClause)
              gen.assign(ifClause, (0, codegen_1._)`${keyword}`);
            else
              cxt.setParams({ ifClause: keyword });
          };
        }
      }
    };
    function hasSchema(it, keyword) {
      const schema = it.schema[keyword];
      return schema !== void 0 && !(0, util_1.alwaysValidSchema)(it, schema);
    }
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/thenElse.js
var require_thenElse = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/thenElse.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: ["then", "else"],
      schemaType: ["object", "boolean"],
      code({ keyword, parentSchema, it }) {
        if (parentSchema.if === void 0)
          (0, util_1.checkStrictMode)(it, `"${keyword}" without "if" is ignored`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/index.js
var require_applicator = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var additionalItems_1 = require_additionalItems();
    var prefixItems_1 = require_prefixItems();
    var items_1 = require_items();
    var items2020_1 = require_items2020();
    var contains_1 = require_contains();
    var dependencies_1 = require_dependencies();
    var propertyNames_1 = require_propertyNames();
    var additionalProperties_1 = require_additionalProperties();
    var properties_1 = require_properties();
    var patternProperties_1 = require_patternProperties();
    var not_1 = require_not();
    var anyOf_1 = require_anyOf();
    var oneOf_1 = require_oneOf();
    var allOf_1 = require_allOf();
    var if_1 = require_if();
    var thenElse_1 = require_thenElse();
    function getApplicator(draft2020 = false) {
      const applicator = [
        // any
        not_1.default,
        anyOf_1.default,
        oneOf_1.default,
        allOf_1.default,
        if_1.default,
        thenElse_1.default,
        // object
        propertyNames_1.default,
        additionalProperties_1.default,
        dependencies_1.default,
        properties_1.default,
        patternProperties_1.default
      ];
      if (draft2020)
        applicator.push(prefixItems_1.default, items2020_1.default);
      else
        applicator.push(additionalItems_1.default, items_1.default);
      applicator.push(contains_1.default);
      return applicator;
    }
    exports.default = getApplicator;
  }
});

// node_modules/ajv/dist/vocabularies/format/format.js
var require_format = __commonJS({
  "node_modules/ajv/dist/vocabularies/format/format.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message: ({ schemaCode }) => (0, codegen_1.str)`must match format "${schemaCode}"`,
      params: ({ schemaCode }) => (0, codegen_1._)`{format: ${schemaCode}}`
    };
    var def = {
      keyword: "format",
      type: ["number", "string"],
      schemaType: "string",
      $data: true,
      error,
      code(cxt, ruleType) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const { opts, errSchemaPath, schemaEnv, self } = it;
        if (!opts.validateFormats)
          return;
        if ($data)
          validate$DataFormat();
        else
          validateFormat();
        function validate$DataFormat() {
          const fmts = gen.scopeValue("formats", {
            ref: self.formats,
            code: opts.code.formats
          });
          const fDef = gen.const("fDef", (0, codegen_1._)`${fmts}[${schemaCode}]`);
          const fType = gen.let("fType");
          const format = gen.let("format");
          gen.if((0, codegen_1._)`typeof ${fDef} == "object" && !(${fDef} instanceof RegExp)`, () => gen.assign(fType, (0, codegen_1._)`${fDef}.type || "string"`).assign(format, (0, codegen_1._)`${fDef}.validate`), () => gen.assign(fType, (0, codegen_1._)`"string"`).assign(format, fDef));
          cxt.fail$data((0, codegen_1.or)(unknownFmt(), invalidFmt()));
          function unknownFmt() {
            if (opts.strictSchema === false)
              return codegen_1.nil;
            return (0, codegen_1._)`${schemaCode} && !${format}`;
          }
          function invalidFmt() {
            const callFormat = schemaEnv.$async ? (0, codegen_1._)`(${fDef}.async ? await ${format}(${data}) : ${format}(${data}))` : (0, codegen_1._)`${format}(${data})`;
            const validData = (0, codegen_1._)`(typeof ${format} == "function" ? ${callFormat} : ${format}.test(${data}))`;
            return (0, codegen_1._)`${format} && ${format} !== true && ${fType} === ${ruleType} && !${validData}`;
          }
        }
        function validateFormat() {
          const formatDef = self.formats[schema];
          if (!formatDef) {
            unknownFormat();
            return;
          }
          if (formatDef === true)
            return;
          const [fmtType, format, fmtRef] = getFormat(formatDef);
          if (fmtType === ruleType)
            cxt.pass(validCondition());
          function unknownFormat() {
            if (opts.strictSchema === false) {
              self.logger.warn(unknownMsg());
              return;
            }
            throw new Error(unknownMsg());
            function unknownMsg() {
              return `unknown format "${schema}" ignored in schema at path "${errSchemaPath}"`;
            }
          }
          function getFormat(fmtDef) {
            const code = fmtDef instanceof RegExp ? (0, codegen_1.regexpCode)(fmtDef) : opts.code.formats ? (0, codegen_1._)`${opts.code.formats}${(0, codegen_1.getProperty)(schema)}` : void 0;
            const fmt = gen.scopeValue("formats", { key: schema, ref: fmtDef, code });
            if (typeof fmtDef == "object" && !(fmtDef instanceof RegExp)) {
              return [fmtDef.type || "string", fmtDef.validate, (0, codegen_1._)`${fmt}.validate`];
            }
            return ["string", fmtDef, fmt];
          }
          function validCondition() {
            if (typeof formatDef == "object" && !(formatDef instanceof RegExp) && formatDef.async) {
              if (!schemaEnv.$async)
                throw new Error("async format in sync schema");
              return (0, codegen_1._)`await ${fmtRef}(${data})`;
            }
            return typeof format == "function" ? (0, codegen_1._)`${fmtRef}(${data})` : (0, codegen_1._)`${fmtRef}.test(${data})`;
          }
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/format/index.js
var require_format2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/format/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var format_1 = require_format();
    var format = [format_1.default];
    exports.default = format;
  }
});

// node_modules/ajv/dist/vocabularies/metadata.js
var require_metadata = __commonJS({
  "node_modules/ajv/dist/vocabularies/metadata.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.contentVocabulary = exports.metadataVocabulary = void 0;
    exports.metadataVocabulary = [
      "title",
      "description",
      "default",
      "deprecated",
      "readOnly",
      "writeOnly",
      "examples"
    ];
    exports.contentVocabulary = [
      "contentMediaType",
      "contentEncoding",
      "contentSchema"
    ];
  }
});

// node_modules/ajv/dist/vocabularies/draft7.js
var require_draft7 = __commonJS({
  "node_modules/ajv/dist/vocabularies/draft7.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var core_1 = require_core2();
    var validation_1 = require_validation();
    var applicator_1 = require_applicator();
    var format_1 = require_format2();
    var metadata_1 = require_metadata();
    var draft7Vocabularies = [
      core_1.default,
      validation_1.default,
      (0, applicator_1.default)(),
      format_1.default,
      metadata_1.metadataVocabulary,
      metadata_1.contentVocabulary
    ];
    exports.default = draft7Vocabularies;
  }
});

// node_modules/ajv/dist/vocabularies/discriminator/types.js
var require_types = __commonJS({
  "node_modules/ajv/dist/vocabularies/discriminator/types.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DiscrError = void 0;
    var DiscrError;
    (function(DiscrError2) {
      DiscrError2["Tag"] = "tag";
      DiscrError2["Mapping"] = "mapping";
    })(DiscrError || (exports.DiscrError = DiscrError = {}));
  }
});

// node_modules/ajv/dist/vocabularies/discriminator/index.js
var require_discriminator = __commonJS({
  "node_modules/ajv/dist/vocabularies/discriminator/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var types_1 = require_types();
    var compile_1 = require_compile();
    var ref_error_1 = require_ref_error();
    var util_1 = require_util();
    var error = {
      message: ({ params: { discrError, tagName } }) => discrError === types_1.DiscrError.Tag ? `tag "${tagName}" must be string` : `value of tag "${tagName}" must be in oneOf`,
      params: ({ params: { discrError, tag, tagName } }) => (0, codegen_1._)`{error: ${discrError}, tag: ${tagName}, tagValue: ${tag}}`
    };
    var def = {
      keyword: "discriminator",
      type: "object",
      schemaType: "object",
      error,
      code(cxt) {
        const { gen, data, schema, parentSchema, it } = cxt;
        const { oneOf } = parentSchema;
        if (!it.opts.discriminator) {
          throw new Error("discriminator: requires discriminator option");
        }
        const tagName = schema.propertyName;
        if (typeof tagName != "string")
          throw new Error("discriminator: requires propertyName");
        if (schema.mapping)
          throw new Error("discriminator: mapping is not supported");
        if (!oneOf)
          throw new Error("discriminator: requires oneOf keyword");
        const valid = gen.let("valid", false);
        const tag = gen.const("tag", (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(tagName)}`);
        gen.if((0, codegen_1._)`typeof ${tag} == "string"`, () => validateMapping(), () => cxt.error(false, { discrError: types_1.DiscrError.Tag, tag, tagName }));
        cxt.ok(valid);
        function validateMapping() {
          const mapping = getMapping();
          gen.if(false);
          for (const tagValue in mapping) {
            gen.elseIf((0, codegen_1._)`${tag} === ${tagValue}`);
            gen.assign(valid, applyTagSchema(mapping[tagValue]));
          }
          gen.else();
          cxt.error(false, { discrError: types_1.DiscrError.Mapping, tag, tagName });
          gen.endIf();
        }
        function applyTagSchema(schemaProp) {
          const _valid = gen.name("valid");
          const schCxt = cxt.subschema({ keyword: "oneOf", schemaProp }, _valid);
          cxt.mergeEvaluated(schCxt, codegen_1.Name);
          return _valid;
        }
        function getMapping() {
          var _a;
          const oneOfMapping = {};
          const topRequired = hasRequired(parentSchema);
          let tagRequired = true;
          for (let i = 0; i < oneOf.length; i++) {
            let sch = oneOf[i];
            if ((sch === null || sch === void 0 ? void 0 : sch.$ref) && !(0, util_1.schemaHasRulesButRef)(sch, it.self.RULES)) {
              const ref = sch.$ref;
              sch = compile_1.resolveRef.call(it.self, it.schemaEnv.root, it.baseId, ref);
              if (sch instanceof compile_1.SchemaEnv)
                sch = sch.schema;
              if (sch === void 0)
                throw new ref_error_1.default(it.opts.uriResolver, it.baseId, ref);
            }
            const propSch = (_a = sch === null || sch === void 0 ? void 0 : sch.properties) === null || _a === void 0 ? void 0 : _a[tagName];
            if (typeof propSch != "object") {
              throw new Error(`discriminator: oneOf subschemas (or referenced schemas) must have "properties/${tagName}"`);
            }
            tagRequired = tagRequired && (topRequired || hasRequired(sch));
            addMappings(propSch, i);
          }
          if (!tagRequired)
            throw new Error(`discriminator: "${tagName}" must be required`);
          return oneOfMapping;
          function hasRequired({ required }) {
            return Array.isArray(required) && required.includes(tagName);
          }
          function addMappings(sch, i) {
            if (sch.const) {
              addMapping(sch.const, i);
            } else if (sch.enum) {
              for (const tagValue of sch.enum) {
                addMapping(tagValue, i);
              }
            } else {
              throw new Error(`discriminator: "properties/${tagName}" must have "const" or "enum"`);
            }
          }
          function addMapping(tagValue, i) {
            if (typeof tagValue != "string" || tagValue in oneOfMapping) {
              throw new Error(`discriminator: "${tagName}" values must be unique strings`);
            }
            oneOfMapping[tagValue] = i;
          }
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/refs/json-schema-draft-07.json
var require_json_schema_draft_07 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-draft-07.json"(exports, module) {
    module.exports = {
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: "http://json-schema.org/draft-07/schema#",
      title: "Core schema meta-schema",
      definitions: {
        schemaArray: {
          type: "array",
          minItems: 1,
          items: { $ref: "#" }
        },
        nonNegativeInteger: {
          type: "integer",
          minimum: 0
        },
        nonNegativeIntegerDefault0: {
          allOf: [{ $ref: "#/definitions/nonNegativeInteger" }, { default: 0 }]
        },
        simpleTypes: {
          enum: ["array", "boolean", "integer", "null", "number", "object", "string"]
        },
        stringArray: {
          type: "array",
          items: { type: "string" },
          uniqueItems: true,
          default: []
        }
      },
      type: ["object", "boolean"],
      properties: {
        $id: {
          type: "string",
          format: "uri-reference"
        },
        $schema: {
          type: "string",
          format: "uri"
        },
        $ref: {
          type: "string",
          format: "uri-reference"
        },
        $comment: {
          type: "string"
        },
        title: {
          type: "string"
        },
        description: {
          type: "string"
        },
        default: true,
        readOnly: {
          type: "boolean",
          default: false
        },
        examples: {
          type: "array",
          items: true
        },
        multipleOf: {
          type: "number",
          exclusiveMinimum: 0
        },
        maximum: {
          type: "number"
        },
        exclusiveMaximum: {
          type: "number"
        },
        minimum: {
          type: "number"
        },
        exclusiveMinimum: {
          type: "number"
        },
        maxLength: { $ref: "#/definitions/nonNegativeInteger" },
        minLength: { $ref: "#/definitions/nonNegativeIntegerDefault0" },
        pattern: {
          type: "string",
          format: "regex"
        },
        additionalItems: { $ref: "#" },
        items: {
          anyOf: [{ $ref: "#" }, { $ref: "#/definitions/schemaArray" }],
          default: true
        },
        maxItems: { $ref: "#/definitions/nonNegativeInteger" },
        minItems: { $ref: "#/definitions/nonNegativeIntegerDefault0" },
        uniqueItems: {
          type: "boolean",
          default: false
        },
        contains: { $ref: "#" },
        maxProperties: { $ref: "#/definitions/nonNegativeInteger" },
        minProperties: { $ref: "#/definitions/nonNegativeIntegerDefault0" },
        required: { $ref: "#/definitions/stringArray" },
        additionalProperties: { $ref: "#" },
        definitions: {
          type: "object",
          additionalProperties: { $ref: "#" },
          default: {}
        },
        properties: {
          type: "object",
          additionalProperties: { $ref: "#" },
          default: {}
        },
        patternProperties: {
          type: "object",
          additionalProperties: { $ref: "#" },
          propertyNames: { format: "regex" },
          default: {}
        },
        dependencies: {
          type: "object",
          additionalProperties: {
            anyOf: [{ $ref: "#" }, { $ref: "#/definitions/stringArray" }]
          }
        },
        propertyNames: { $ref: "#" },
        const: true,
        enum: {
          type: "array",
          items: true,
          minItems: 1,
          uniqueItems: true
        },
        type: {
          anyOf: [
            { $ref: "#/definitions/simpleTypes" },
            {
              type: "array",
              items: { $ref: "#/definitions/simpleTypes" },
              minItems: 1,
              uniqueItems: true
            }
          ]
        },
        format: { type: "string" },
        contentMediaType: { type: "string" },
        contentEncoding: { type: "string" },
        if: { $ref: "#" },
        then: { $ref: "#" },
        else: { $ref: "#" },
        allOf: { $ref: "#/definitions/schemaArray" },
        anyOf: { $ref: "#/definitions/schemaArray" },
        oneOf: { $ref: "#/definitions/schemaArray" },
        not: { $ref: "#" }
      },
      default: true
    };
  }
});

// node_modules/ajv/dist/ajv.js
var require_ajv = __commonJS({
  "node_modules/ajv/dist/ajv.js"(exports, module) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.MissingRefError = exports.ValidationError = exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = exports.Ajv = void 0;
    var core_1 = require_core();
    var draft7_1 = require_draft7();
    var discriminator_1 = require_discriminator();
    var draft7MetaSchema = require_json_schema_draft_07();
    var META_SUPPORT_DATA = ["/properties"];
    var META_SCHEMA_ID = "http://json-schema.org/draft-07/schema";
    var Ajv3 = class extends core_1.default {
      _addVocabularies() {
        super._addVocabularies();
        draft7_1.default.forEach((v) => this.addVocabulary(v));
        if (this.opts.discriminator)
          this.addKeyword(discriminator_1.default);
      }
      _addDefaultMetaSchema() {
        super._addDefaultMetaSchema();
        if (!this.opts.meta)
          return;
        const metaSchema = this.opts.$data ? this.$dataMetaSchema(draft7MetaSchema, META_SUPPORT_DATA) : draft7MetaSchema;
        this.addMetaSchema(metaSchema, META_SCHEMA_ID, false);
        this.refs["http://json-schema.org/schema"] = META_SCHEMA_ID;
      }
      defaultMeta() {
        return this.opts.defaultMeta = super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : void 0);
      }
    };
    exports.Ajv = Ajv3;
    module.exports = exports = Ajv3;
    module.exports.Ajv = Ajv3;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = Ajv3;
    var validate_1 = require_validate();
    Object.defineProperty(exports, "KeywordCxt", { enumerable: true, get: function() {
      return validate_1.KeywordCxt;
    } });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports, "_", { enumerable: true, get: function() {
      return codegen_1._;
    } });
    Object.defineProperty(exports, "str", { enumerable: true, get: function() {
      return codegen_1.str;
    } });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: function() {
      return codegen_1.stringify;
    } });
    Object.defineProperty(exports, "nil", { enumerable: true, get: function() {
      return codegen_1.nil;
    } });
    Object.defineProperty(exports, "Name", { enumerable: true, get: function() {
      return codegen_1.Name;
    } });
    Object.defineProperty(exports, "CodeGen", { enumerable: true, get: function() {
      return codegen_1.CodeGen;
    } });
    var validation_error_1 = require_validation_error();
    Object.defineProperty(exports, "ValidationError", { enumerable: true, get: function() {
      return validation_error_1.default;
    } });
    var ref_error_1 = require_ref_error();
    Object.defineProperty(exports, "MissingRefError", { enumerable: true, get: function() {
      return ref_error_1.default;
    } });
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/dynamicAnchor.js
var require_dynamicAnchor = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/dynamicAnchor.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.dynamicAnchor = void 0;
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var compile_1 = require_compile();
    var ref_1 = require_ref();
    var def = {
      keyword: "$dynamicAnchor",
      schemaType: "string",
      code: (cxt) => dynamicAnchor(cxt, cxt.schema)
    };
    function dynamicAnchor(cxt, anchor) {
      const { gen, it } = cxt;
      it.schemaEnv.root.dynamicAnchors[anchor] = true;
      const v = (0, codegen_1._)`${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`;
      const validate = it.errSchemaPath === "#" ? it.validateName : _getValidate(cxt);
      gen.if((0, codegen_1._)`!${v}`, () => gen.assign(v, validate));
    }
    exports.dynamicAnchor = dynamicAnchor;
    function _getValidate(cxt) {
      const { schemaEnv, schema, self } = cxt.it;
      const { root, baseId, localRefs, meta } = schemaEnv.root;
      const { schemaId } = self.opts;
      const sch = new compile_1.SchemaEnv({ schema, schemaId, root, baseId, localRefs, meta });
      compile_1.compileSchema.call(self, sch);
      return (0, ref_1.getValidate)(cxt, sch);
    }
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/dynamicRef.js
var require_dynamicRef = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/dynamicRef.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.dynamicRef = void 0;
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var ref_1 = require_ref();
    var def = {
      keyword: "$dynamicRef",
      schemaType: "string",
      code: (cxt) => dynamicRef(cxt, cxt.schema)
    };
    function dynamicRef(cxt, ref) {
      const { gen, keyword, it } = cxt;
      if (ref[0] !== "#")
        throw new Error(`"${keyword}" only supports hash fragment reference`);
      const anchor = ref.slice(1);
      if (it.allErrors) {
        _dynamicRef();
      } else {
        const valid = gen.let("valid", false);
        _dynamicRef(valid);
        cxt.ok(valid);
      }
      function _dynamicRef(valid) {
        if (it.schemaEnv.root.dynamicAnchors[anchor]) {
          const v = gen.let("_v", (0, codegen_1._)`${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`);
          gen.if(v, _callRef(v, valid), _callRef(it.validateName, valid));
        } else {
          _callRef(it.validateName, valid)();
        }
      }
      function _callRef(validate, valid) {
        return valid ? () => gen.block(() => {
          (0, ref_1.callRef)(cxt, validate);
          gen.let(valid, true);
        }) : () => (0, ref_1.callRef)(cxt, validate);
      }
    }
    exports.dynamicRef = dynamicRef;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/recursiveAnchor.js
var require_recursiveAnchor = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/recursiveAnchor.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dynamicAnchor_1 = require_dynamicAnchor();
    var util_1 = require_util();
    var def = {
      keyword: "$recursiveAnchor",
      schemaType: "boolean",
      code(cxt) {
        if (cxt.schema)
          (0, dynamicAnchor_1.dynamicAnchor)(cxt, "");
        else
          (0, util_1.checkStrictMode)(cxt.it, "$recursiveAnchor: false is ignored");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/recursiveRef.js
var require_recursiveRef = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/recursiveRef.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dynamicRef_1 = require_dynamicRef();
    var def = {
      keyword: "$recursiveRef",
      schemaType: "string",
      code: (cxt) => (0, dynamicRef_1.dynamicRef)(cxt, cxt.schema)
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/index.js
var require_dynamic = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dynamicAnchor_1 = require_dynamicAnchor();
    var dynamicRef_1 = require_dynamicRef();
    var recursiveAnchor_1 = require_recursiveAnchor();
    var recursiveRef_1 = require_recursiveRef();
    var dynamic = [dynamicAnchor_1.default, dynamicRef_1.default, recursiveAnchor_1.default, recursiveRef_1.default];
    exports.default = dynamic;
  }
});

// node_modules/ajv/dist/vocabularies/validation/dependentRequired.js
var require_dependentRequired = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/dependentRequired.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dependencies_1 = require_dependencies();
    var def = {
      keyword: "dependentRequired",
      type: "object",
      schemaType: "object",
      error: dependencies_1.error,
      code: (cxt) => (0, dependencies_1.validatePropertyDeps)(cxt)
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/dependentSchemas.js
var require_dependentSchemas = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/dependentSchemas.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dependencies_1 = require_dependencies();
    var def = {
      keyword: "dependentSchemas",
      type: "object",
      schemaType: "object",
      code: (cxt) => (0, dependencies_1.validateSchemaDeps)(cxt)
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitContains.js
var require_limitContains = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitContains.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: ["maxContains", "minContains"],
      type: "array",
      schemaType: "number",
      code({ keyword, parentSchema, it }) {
        if (parentSchema.contains === void 0) {
          (0, util_1.checkStrictMode)(it, `"${keyword}" without "contains" is ignored`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/next.js
var require_next = __commonJS({
  "node_modules/ajv/dist/vocabularies/next.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dependentRequired_1 = require_dependentRequired();
    var dependentSchemas_1 = require_dependentSchemas();
    var limitContains_1 = require_limitContains();
    var next = [dependentRequired_1.default, dependentSchemas_1.default, limitContains_1.default];
    exports.default = next;
  }
});

// node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedProperties.js
var require_unevaluatedProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    var error = {
      message: "must NOT have unevaluated properties",
      params: ({ params }) => (0, codegen_1._)`{unevaluatedProperty: ${params.unevaluatedProperty}}`
    };
    var def = {
      keyword: "unevaluatedProperties",
      type: "object",
      schemaType: ["boolean", "object"],
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, data, errsCount, it } = cxt;
        if (!errsCount)
          throw new Error("ajv implementation error");
        const { allErrors, props } = it;
        if (props instanceof codegen_1.Name) {
          gen.if((0, codegen_1._)`${props} !== true`, () => gen.forIn("key", data, (key) => gen.if(unevaluatedDynamic(props, key), () => unevaluatedPropCode(key))));
        } else if (props !== true) {
          gen.forIn("key", data, (key) => props === void 0 ? unevaluatedPropCode(key) : gen.if(unevaluatedStatic(props, key), () => unevaluatedPropCode(key)));
        }
        it.props = true;
        cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
        function unevaluatedPropCode(key) {
          if (schema === false) {
            cxt.setParams({ unevaluatedProperty: key });
            cxt.error();
            if (!allErrors)
              gen.break();
            return;
          }
          if (!(0, util_1.alwaysValidSchema)(it, schema)) {
            const valid = gen.name("valid");
            cxt.subschema({
              keyword: "unevaluatedProperties",
              dataProp: key,
              dataPropType: util_1.Type.Str
            }, valid);
            if (!allErrors)
              gen.if((0, codegen_1.not)(valid), () => gen.break());
          }
        }
        function unevaluatedDynamic(evaluatedProps, key) {
          return (0, codegen_1._)`!${evaluatedProps} || !${evaluatedProps}[${key}]`;
        }
        function unevaluatedStatic(evaluatedProps, key) {
          const ps = [];
          for (const p in evaluatedProps) {
            if (evaluatedProps[p] === true)
              ps.push((0, codegen_1._)`${key} !== ${p}`);
          }
          return (0, codegen_1.and)(...ps);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedItems.js
var require_unevaluatedItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
      params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`
    };
    var def = {
      keyword: "unevaluatedItems",
      type: "array",
      schemaType: ["boolean", "object"],
      error,
      code(cxt) {
        const { gen, schema, data, it } = cxt;
        const items = it.items || 0;
        if (items === true)
          return;
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        if (schema === false) {
          cxt.setParams({ len: items });
          cxt.fail((0, codegen_1._)`${len} > ${items}`);
        } else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
          const valid = gen.var("valid", (0, codegen_1._)`${len} <= ${items}`);
          gen.if((0, codegen_1.not)(valid), () => validateItems(valid, items));
          cxt.ok(valid);
        }
        it.items = true;
        function validateItems(valid, from) {
          gen.forRange("i", from, len, (i) => {
            cxt.subschema({ keyword: "unevaluatedItems", dataProp: i, dataPropType: util_1.Type.Num }, valid);
            if (!it.allErrors)
              gen.if((0, codegen_1.not)(valid), () => gen.break());
          });
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/unevaluated/index.js
var require_unevaluated = __commonJS({
  "node_modules/ajv/dist/vocabularies/unevaluated/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var unevaluatedProperties_1 = require_unevaluatedProperties();
    var unevaluatedItems_1 = require_unevaluatedItems();
    var unevaluated = [unevaluatedProperties_1.default, unevaluatedItems_1.default];
    exports.default = unevaluated;
  }
});

// node_modules/ajv/dist/vocabularies/draft2020.js
var require_draft2020 = __commonJS({
  "node_modules/ajv/dist/vocabularies/draft2020.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var core_1 = require_core2();
    var validation_1 = require_validation();
    var applicator_1 = require_applicator();
    var dynamic_1 = require_dynamic();
    var next_1 = require_next();
    var unevaluated_1 = require_unevaluated();
    var format_1 = require_format2();
    var metadata_1 = require_metadata();
    var draft2020Vocabularies = [
      dynamic_1.default,
      core_1.default,
      validation_1.default,
      (0, applicator_1.default)(true),
      format_1.default,
      metadata_1.metadataVocabulary,
      metadata_1.contentVocabulary,
      next_1.default,
      unevaluated_1.default
    ];
    exports.default = draft2020Vocabularies;
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/schema.json
var require_schema = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/schema.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/schema",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/core": true,
        "https://json-schema.org/draft/2020-12/vocab/applicator": true,
        "https://json-schema.org/draft/2020-12/vocab/unevaluated": true,
        "https://json-schema.org/draft/2020-12/vocab/validation": true,
        "https://json-schema.org/draft/2020-12/vocab/meta-data": true,
        "https://json-schema.org/draft/2020-12/vocab/format-annotation": true,
        "https://json-schema.org/draft/2020-12/vocab/content": true
      },
      $dynamicAnchor: "meta",
      title: "Core and Validation specifications meta-schema",
      allOf: [
        { $ref: "meta/core" },
        { $ref: "meta/applicator" },
        { $ref: "meta/unevaluated" },
        { $ref: "meta/validation" },
        { $ref: "meta/meta-data" },
        { $ref: "meta/format-annotation" },
        { $ref: "meta/content" }
      ],
      type: ["object", "boolean"],
      $comment: "This meta-schema also defines keywords that have appeared in previous drafts in order to prevent incompatible extensions as they remain in common use.",
      properties: {
        definitions: {
          $comment: '"definitions" has been replaced by "$defs".',
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" },
          deprecated: true,
          default: {}
        },
        dependencies: {
          $comment: '"dependencies" has been split and replaced by "dependentSchemas" and "dependentRequired" in order to serve their differing semantics.',
          type: "object",
          additionalProperties: {
            anyOf: [{ $dynamicRef: "#meta" }, { $ref: "meta/validation#/$defs/stringArray" }]
          },
          deprecated: true,
          default: {}
        },
        $recursiveAnchor: {
          $comment: '"$recursiveAnchor" has been replaced by "$dynamicAnchor".',
          $ref: "meta/core#/$defs/anchorString",
          deprecated: true
        },
        $recursiveRef: {
          $comment: '"$recursiveRef" has been replaced by "$dynamicRef".',
          $ref: "meta/core#/$defs/uriReferenceString",
          deprecated: true
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/applicator.json
var require_applicator2 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/applicator.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/applicator",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/applicator": true
      },
      $dynamicAnchor: "meta",
      title: "Applicator vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        prefixItems: { $ref: "#/$defs/schemaArray" },
        items: { $dynamicRef: "#meta" },
        contains: { $dynamicRef: "#meta" },
        additionalProperties: { $dynamicRef: "#meta" },
        properties: {
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" },
          default: {}
        },
        patternProperties: {
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" },
          propertyNames: { format: "regex" },
          default: {}
        },
        dependentSchemas: {
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" },
          default: {}
        },
        propertyNames: { $dynamicRef: "#meta" },
        if: { $dynamicRef: "#meta" },
        then: { $dynamicRef: "#meta" },
        else: { $dynamicRef: "#meta" },
        allOf: { $ref: "#/$defs/schemaArray" },
        anyOf: { $ref: "#/$defs/schemaArray" },
        oneOf: { $ref: "#/$defs/schemaArray" },
        not: { $dynamicRef: "#meta" }
      },
      $defs: {
        schemaArray: {
          type: "array",
          minItems: 1,
          items: { $dynamicRef: "#meta" }
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json
var require_unevaluated2 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/unevaluated",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/unevaluated": true
      },
      $dynamicAnchor: "meta",
      title: "Unevaluated applicator vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        unevaluatedItems: { $dynamicRef: "#meta" },
        unevaluatedProperties: { $dynamicRef: "#meta" }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/content.json
var require_content = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/content.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/content",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/content": true
      },
      $dynamicAnchor: "meta",
      title: "Content vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        contentEncoding: { type: "string" },
        contentMediaType: { type: "string" },
        contentSchema: { $dynamicRef: "#meta" }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/core.json
var require_core3 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/core.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/core",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/core": true
      },
      $dynamicAnchor: "meta",
      title: "Core vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        $id: {
          $ref: "#/$defs/uriReferenceString",
          $comment: "Non-empty fragments not allowed.",
          pattern: "^[^#]*#?$"
        },
        $schema: { $ref: "#/$defs/uriString" },
        $ref: { $ref: "#/$defs/uriReferenceString" },
        $anchor: { $ref: "#/$defs/anchorString" },
        $dynamicRef: { $ref: "#/$defs/uriReferenceString" },
        $dynamicAnchor: { $ref: "#/$defs/anchorString" },
        $vocabulary: {
          type: "object",
          propertyNames: { $ref: "#/$defs/uriString" },
          additionalProperties: {
            type: "boolean"
          }
        },
        $comment: {
          type: "string"
        },
        $defs: {
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" }
        }
      },
      $defs: {
        anchorString: {
          type: "string",
          pattern: "^[A-Za-z_][-A-Za-z0-9._]*$"
        },
        uriString: {
          type: "string",
          format: "uri"
        },
        uriReferenceString: {
          type: "string",
          format: "uri-reference"
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json
var require_format_annotation = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/format-annotation",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/format-annotation": true
      },
      $dynamicAnchor: "meta",
      title: "Format vocabulary meta-schema for annotation results",
      type: ["object", "boolean"],
      properties: {
        format: { type: "string" }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/meta-data.json
var require_meta_data = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/meta-data.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/meta-data",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/meta-data": true
      },
      $dynamicAnchor: "meta",
      title: "Meta-data vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        title: {
          type: "string"
        },
        description: {
          type: "string"
        },
        default: true,
        deprecated: {
          type: "boolean",
          default: false
        },
        readOnly: {
          type: "boolean",
          default: false
        },
        writeOnly: {
          type: "boolean",
          default: false
        },
        examples: {
          type: "array",
          items: true
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/validation.json
var require_validation2 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/validation.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/validation",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/validation": true
      },
      $dynamicAnchor: "meta",
      title: "Validation vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        type: {
          anyOf: [
            { $ref: "#/$defs/simpleTypes" },
            {
              type: "array",
              items: { $ref: "#/$defs/simpleTypes" },
              minItems: 1,
              uniqueItems: true
            }
          ]
        },
        const: true,
        enum: {
          type: "array",
          items: true
        },
        multipleOf: {
          type: "number",
          exclusiveMinimum: 0
        },
        maximum: {
          type: "number"
        },
        exclusiveMaximum: {
          type: "number"
        },
        minimum: {
          type: "number"
        },
        exclusiveMinimum: {
          type: "number"
        },
        maxLength: { $ref: "#/$defs/nonNegativeInteger" },
        minLength: { $ref: "#/$defs/nonNegativeIntegerDefault0" },
        pattern: {
          type: "string",
          format: "regex"
        },
        maxItems: { $ref: "#/$defs/nonNegativeInteger" },
        minItems: { $ref: "#/$defs/nonNegativeIntegerDefault0" },
        uniqueItems: {
          type: "boolean",
          default: false
        },
        maxContains: { $ref: "#/$defs/nonNegativeInteger" },
        minContains: {
          $ref: "#/$defs/nonNegativeInteger",
          default: 1
        },
        maxProperties: { $ref: "#/$defs/nonNegativeInteger" },
        minProperties: { $ref: "#/$defs/nonNegativeIntegerDefault0" },
        required: { $ref: "#/$defs/stringArray" },
        dependentRequired: {
          type: "object",
          additionalProperties: {
            $ref: "#/$defs/stringArray"
          }
        }
      },
      $defs: {
        nonNegativeInteger: {
          type: "integer",
          minimum: 0
        },
        nonNegativeIntegerDefault0: {
          $ref: "#/$defs/nonNegativeInteger",
          default: 0
        },
        simpleTypes: {
          enum: ["array", "boolean", "integer", "null", "number", "object", "string"]
        },
        stringArray: {
          type: "array",
          items: { type: "string" },
          uniqueItems: true,
          default: []
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/index.js
var require_json_schema_2020_12 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var metaSchema = require_schema();
    var applicator = require_applicator2();
    var unevaluated = require_unevaluated2();
    var content2 = require_content();
    var core = require_core3();
    var format = require_format_annotation();
    var metadata = require_meta_data();
    var validation = require_validation2();
    var META_SUPPORT_DATA = ["/properties"];
    function addMetaSchema2020($data) {
      ;
      [
        metaSchema,
        applicator,
        unevaluated,
        content2,
        core,
        with$data(this, format),
        metadata,
        with$data(this, validation)
      ].forEach((sch) => this.addMetaSchema(sch, void 0, false));
      return this;
      function with$data(ajv, sch) {
        return $data ? ajv.$dataMetaSchema(sch, META_SUPPORT_DATA) : sch;
      }
    }
    exports.default = addMetaSchema2020;
  }
});

// node_modules/ajv/dist/2020.js
var require__ = __commonJS({
  "node_modules/ajv/dist/2020.js"(exports, module) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.MissingRefError = exports.ValidationError = exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = exports.Ajv2020 = void 0;
    var core_1 = require_core();
    var draft2020_1 = require_draft2020();
    var discriminator_1 = require_discriminator();
    var json_schema_2020_12_1 = require_json_schema_2020_12();
    var META_SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema";
    var Ajv20202 = class extends core_1.default {
      constructor(opts = {}) {
        super({
          ...opts,
          dynamicRef: true,
          next: true,
          unevaluated: true
        });
      }
      _addVocabularies() {
        super._addVocabularies();
        draft2020_1.default.forEach((v) => this.addVocabulary(v));
        if (this.opts.discriminator)
          this.addKeyword(discriminator_1.default);
      }
      _addDefaultMetaSchema() {
        super._addDefaultMetaSchema();
        const { $data, meta } = this.opts;
        if (!meta)
          return;
        json_schema_2020_12_1.default.call(this, $data);
        this.refs["http://json-schema.org/schema"] = META_SCHEMA_ID;
      }
      defaultMeta() {
        return this.opts.defaultMeta = super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : void 0);
      }
    };
    exports.Ajv2020 = Ajv20202;
    module.exports = exports = Ajv20202;
    module.exports.Ajv2020 = Ajv20202;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = Ajv20202;
    var validate_1 = require_validate();
    Object.defineProperty(exports, "KeywordCxt", { enumerable: true, get: function() {
      return validate_1.KeywordCxt;
    } });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports, "_", { enumerable: true, get: function() {
      return codegen_1._;
    } });
    Object.defineProperty(exports, "str", { enumerable: true, get: function() {
      return codegen_1.str;
    } });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: function() {
      return codegen_1.stringify;
    } });
    Object.defineProperty(exports, "nil", { enumerable: true, get: function() {
      return codegen_1.nil;
    } });
    Object.defineProperty(exports, "Name", { enumerable: true, get: function() {
      return codegen_1.Name;
    } });
    Object.defineProperty(exports, "CodeGen", { enumerable: true, get: function() {
      return codegen_1.CodeGen;
    } });
    var validation_error_1 = require_validation_error();
    Object.defineProperty(exports, "ValidationError", { enumerable: true, get: function() {
      return validation_error_1.default;
    } });
    var ref_error_1 = require_ref_error();
    Object.defineProperty(exports, "MissingRefError", { enumerable: true, get: function() {
      return ref_error_1.default;
    } });
  }
});

// node_modules/ajv-formats/dist/formats.js
var require_formats = __commonJS({
  "node_modules/ajv-formats/dist/formats.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
    function fmtDef(validate, compare) {
      return { validate, compare };
    }
    exports.fullFormats = {
      // date: http://tools.ietf.org/html/rfc3339#section-5.6
      date: fmtDef(date, compareDate),
      // date-time: http://tools.ietf.org/html/rfc3339#section-5.6
      time: fmtDef(getTime(true), compareTime),
      "date-time": fmtDef(getDateTime(true), compareDateTime),
      "iso-time": fmtDef(getTime(), compareIsoTime),
      "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
      // duration: https://tools.ietf.org/html/rfc3339#appendix-A
      duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
      uri,
      "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
      // uri-template: https://tools.ietf.org/html/rfc6570
      "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
      // For the source: https://gist.github.com/dperini/729294
      // For test cases: https://mathiasbynens.be/demo/url-regex
      url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
      email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
      // optimized https://www.safaribooksonline.com/library/view/regular-expressions-cookbook/9780596802837/ch07s16.html
      ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
      ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
      regex,
      // uuid: http://tools.ietf.org/html/rfc4122
      uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      // JSON-pointer: https://tools.ietf.org/html/rfc6901
      // uri fragment: https://tools.ietf.org/html/rfc3986#appendix-A
      "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
      "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
      // relative JSON-pointer: http://tools.ietf.org/html/draft-luff-relative-json-pointer-00
      "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
      // the following formats are used by the openapi specification: https://spec.openapis.org/oas/v3.0.0#data-types
      // byte: https://github.com/miguelmota/is-base64
      byte,
      // signed 32 bit integer
      int32: { type: "number", validate: validateInt32 },
      // signed 64 bit integer
      int64: { type: "number", validate: validateInt64 },
      // C-type float
      float: { type: "number", validate: validateNumber },
      // C-type double
      double: { type: "number", validate: validateNumber },
      // hint to the UI to hide input strings
      password: true,
      // unchecked string payload
      binary: true
    };
    exports.fastFormats = {
      ...exports.fullFormats,
      date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
      time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
      "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
      "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
      "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
      // uri: https://github.com/mafintosh/is-my-json-valid/blob/master/formats.js
      uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
      "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
      // email (sources from jsen validator):
      // http://stackoverflow.com/questions/201323/using-a-regular-expression-to-validate-an-email-address#answer-8829363
      // http://www.w3.org/TR/html5/forms.html#valid-e-mail-address (search for 'wilful violation')
      email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
    };
    exports.formatNames = Object.keys(exports.fullFormats);
    function isLeapYear(year) {
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    }
    var DATE2 = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
    var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    function date(str) {
      const matches = DATE2.exec(str);
      if (!matches)
        return false;
      const year = +matches[1];
      const month = +matches[2];
      const day = +matches[3];
      return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
    }
    function compareDate(d1, d2) {
      if (!(d1 && d2))
        return void 0;
      if (d1 > d2)
        return 1;
      if (d1 < d2)
        return -1;
      return 0;
    }
    var TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
    function getTime(strictTimeZone) {
      return function time(str) {
        const matches = TIME.exec(str);
        if (!matches)
          return false;
        const hr = +matches[1];
        const min = +matches[2];
        const sec = +matches[3];
        const tz = matches[4];
        const tzSign = matches[5] === "-" ? -1 : 1;
        const tzH = +(matches[6] || 0);
        const tzM = +(matches[7] || 0);
        if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
          return false;
        if (hr <= 23 && min <= 59 && sec < 60)
          return true;
        const utcMin = min - tzM * tzSign;
        const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
        return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
      };
    }
    function compareTime(s1, s2) {
      if (!(s1 && s2))
        return void 0;
      const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
      const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
      if (!(t1 && t2))
        return void 0;
      return t1 - t2;
    }
    function compareIsoTime(t1, t2) {
      if (!(t1 && t2))
        return void 0;
      const a1 = TIME.exec(t1);
      const a2 = TIME.exec(t2);
      if (!(a1 && a2))
        return void 0;
      t1 = a1[1] + a1[2] + a1[3];
      t2 = a2[1] + a2[2] + a2[3];
      if (t1 > t2)
        return 1;
      if (t1 < t2)
        return -1;
      return 0;
    }
    var DATE_TIME_SEPARATOR = /t|\s/i;
    function getDateTime(strictTimeZone) {
      const time = getTime(strictTimeZone);
      return function date_time(str) {
        const dateTime = str.split(DATE_TIME_SEPARATOR);
        return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
      };
    }
    function compareDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const d1 = new Date(dt1).valueOf();
      const d2 = new Date(dt2).valueOf();
      if (!(d1 && d2))
        return void 0;
      return d1 - d2;
    }
    function compareIsoDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
      const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
      const res = compareDate(d1, d2);
      if (res === void 0)
        return void 0;
      return res || compareTime(t1, t2);
    }
    var NOT_URI_FRAGMENT = /\/|:/;
    var URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    function uri(str) {
      return NOT_URI_FRAGMENT.test(str) && URI.test(str);
    }
    var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
    function byte(str) {
      BYTE.lastIndex = 0;
      return BYTE.test(str);
    }
    var MIN_INT32 = -(2 ** 31);
    var MAX_INT32 = 2 ** 31 - 1;
    function validateInt32(value) {
      return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
    }
    function validateInt64(value) {
      return Number.isInteger(value);
    }
    function validateNumber() {
      return true;
    }
    var Z_ANCHOR = /[^\\]\\Z/;
    function regex(str) {
      if (Z_ANCHOR.test(str))
        return false;
      try {
        new RegExp(str);
        return true;
      } catch (e) {
        return false;
      }
    }
  }
});

// node_modules/ajv-formats/dist/limit.js
var require_limit = __commonJS({
  "node_modules/ajv-formats/dist/limit.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatLimitDefinition = void 0;
    var ajv_1 = require_ajv();
    var codegen_1 = require_codegen();
    var ops = codegen_1.operators;
    var KWDs = {
      formatMaximum: { okStr: "<=", ok: ops.LTE, fail: ops.GT },
      formatMinimum: { okStr: ">=", ok: ops.GTE, fail: ops.LT },
      formatExclusiveMaximum: { okStr: "<", ok: ops.LT, fail: ops.GTE },
      formatExclusiveMinimum: { okStr: ">", ok: ops.GT, fail: ops.LTE }
    };
    var error = {
      message: ({ keyword, schemaCode }) => (0, codegen_1.str)`should be ${KWDs[keyword].okStr} ${schemaCode}`,
      params: ({ keyword, schemaCode }) => (0, codegen_1._)`{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`
    };
    exports.formatLimitDefinition = {
      keyword: Object.keys(KWDs),
      type: "string",
      schemaType: "string",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, schemaCode, keyword, it } = cxt;
        const { opts, self } = it;
        if (!opts.validateFormats)
          return;
        const fCxt = new ajv_1.KeywordCxt(it, self.RULES.all.format.definition, "format");
        if (fCxt.$data)
          validate$DataFormat();
        else
          validateFormat();
        function validate$DataFormat() {
          const fmts = gen.scopeValue("formats", {
            ref: self.formats,
            code: opts.code.formats
          });
          const fmt = gen.const("fmt", (0, codegen_1._)`${fmts}[${fCxt.schemaCode}]`);
          cxt.fail$data((0, codegen_1.or)((0, codegen_1._)`typeof ${fmt} != "object"`, (0, codegen_1._)`${fmt} instanceof RegExp`, (0, codegen_1._)`typeof ${fmt}.compare != "function"`, compareCode(fmt)));
        }
        function validateFormat() {
          const format = fCxt.schema;
          const fmtDef = self.formats[format];
          if (!fmtDef || fmtDef === true)
            return;
          if (typeof fmtDef != "object" || fmtDef instanceof RegExp || typeof fmtDef.compare != "function") {
            throw new Error(`"${keyword}": format "${format}" does not define "compare" function`);
          }
          const fmt = gen.scopeValue("formats", {
            key: format,
            ref: fmtDef,
            code: opts.code.formats ? (0, codegen_1._)`${opts.code.formats}${(0, codegen_1.getProperty)(format)}` : void 0
          });
          cxt.fail$data(compareCode(fmt));
        }
        function compareCode(fmt) {
          return (0, codegen_1._)`${fmt}.compare(${data}, ${schemaCode}) ${KWDs[keyword].fail} 0`;
        }
      },
      dependencies: ["format"]
    };
    var formatLimitPlugin = (ajv) => {
      ajv.addKeyword(exports.formatLimitDefinition);
      return ajv;
    };
    exports.default = formatLimitPlugin;
  }
});

// node_modules/ajv-formats/dist/index.js
var require_dist = __commonJS({
  "node_modules/ajv-formats/dist/index.js"(exports, module) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var formats_1 = require_formats();
    var limit_1 = require_limit();
    var codegen_1 = require_codegen();
    var fullName = new codegen_1.Name("fullFormats");
    var fastName = new codegen_1.Name("fastFormats");
    var formatsPlugin = (ajv, opts = { keywords: true }) => {
      if (Array.isArray(opts)) {
        addFormats(ajv, opts, formats_1.fullFormats, fullName);
        return ajv;
      }
      const [formats2, exportName] = opts.mode === "fast" ? [formats_1.fastFormats, fastName] : [formats_1.fullFormats, fullName];
      const list = opts.formats || formats_1.formatNames;
      addFormats(ajv, list, formats2, exportName);
      if (opts.keywords)
        (0, limit_1.default)(ajv);
      return ajv;
    };
    formatsPlugin.get = (name, mode = "full") => {
      const formats2 = mode === "fast" ? formats_1.fastFormats : formats_1.fullFormats;
      const f = formats2[name];
      if (!f)
        throw new Error(`Unknown format "${name}"`);
      return f;
    };
    function addFormats(ajv, list, fs, exportName) {
      var _a;
      var _b;
      (_a = (_b = ajv.opts.code).formats) !== null && _a !== void 0 ? _a : _b.formats = (0, codegen_1._)`require("ajv-formats/dist/formats").${exportName}`;
      for (const f of list)
        ajv.addFormat(f, fs[f]);
    }
    module.exports = exports = formatsPlugin;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = formatsPlugin;
  }
});

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest2 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest2;
  }
});

// node_modules/json-p3/dist/json-p3.cjs.js
var require_json_p3_cjs = __commonJS({
  "node_modules/json-p3/dist/json-p3.cjs.js"(exports) {
    "use strict";
    var JSONPathError = class extends Error {
      constructor(message, token) {
        super(message);
        this.message = message;
        this.token = token;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPathError";
        this.message = withErrorContext(message, token);
      }
    };
    function withErrorContext(message, token) {
      if (token.input.length <= 9) {
        return `${message} ('${token.input}':${token.index})`;
      }
      if (token.index > token.input.length - 5) {
        return `${message} ('${token.input.slice(token.input.length - 9)}':${token.index})`;
      }
      if (token.index - 4 < 0) {
        return `${message} ('${token.input.slice(0, 9)}':${token.index})`;
      }
      return `${message} ('${token.input.slice(token.index - 4, token.index + 5)}':${token.index})`;
    }
    var JSONPathLexerError = class extends JSONPathError {
      constructor(message, token) {
        super(message, token);
        this.message = message;
        this.token = token;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPathLexerError";
        this.message = withErrorContext(message, token);
      }
    };
    var JSONPathTypeError = class extends JSONPathError {
      constructor(message, token) {
        super(message, token);
        this.message = message;
        this.token = token;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPathTypeError";
        this.message = withErrorContext(message, token);
      }
    };
    var JSONPathIndexError = class extends JSONPathError {
      constructor(message, token) {
        super(message, token);
        this.message = message;
        this.token = token;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPathIndexError";
        this.message = withErrorContext(message, token);
      }
    };
    var UndefinedFilterFunctionError = class extends JSONPathError {
      constructor(message, token) {
        super(message, token);
        this.message = message;
        this.token = token;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "UndefinedFilterFunctionError";
        this.message = withErrorContext(message, token);
      }
    };
    var JSONPathSyntaxError = class extends JSONPathError {
      constructor(message, token) {
        super(message, token);
        this.message = message;
        this.token = token;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPathSyntaxError";
        this.message = withErrorContext(message, token);
      }
    };
    var JSONPathRecursionLimitError = class extends JSONPathError {
      constructor(message, token) {
        super(message, token);
        this.message = message;
        this.token = token;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPathRecursionLimitError";
        this.message = withErrorContext(message, token);
      }
    };
    var IRegexpError = class extends Error {
      constructor(message) {
        super(message);
        this.message = message;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "IRegexpError";
      }
    };
    function isArray(value) {
      return Array.isArray(value);
    }
    function isObject(value) {
      const _type = typeof value;
      return value !== null && _type === "object" || _type === "function" ? true : false;
    }
    function isString(value) {
      return typeof value === "string";
    }
    function isNumber(value) {
      return typeof value === "number";
    }
    function deepEquals(a, b) {
      if (a === b) {
        return true;
      }
      if (Array.isArray(a)) {
        if (Array.isArray(b)) {
          if (a.length !== b.length) {
            return false;
          }
          for (let i = 0; i < a.length; i++) {
            if (!deepEquals(a[i], b[i])) {
              return false;
            }
          }
          return true;
        }
        return false;
      } else if (isObject(a) && isObject(b)) {
        const keysA = Object.keys(a);
        const keysB = Object.keys(b);
        if (keysA.length !== keysB.length) {
          return false;
        }
        for (const key of keysA) {
          if (!deepEquals(a[key], b[key])) {
            return false;
          }
        }
        return true;
      }
      return false;
    }
    var FunctionExpressionType = /* @__PURE__ */ (function(FunctionExpressionType2) {
      FunctionExpressionType2["ValueType"] = "ValueType";
      FunctionExpressionType2["LogicalType"] = "LogicalType";
      FunctionExpressionType2["NodesType"] = "NodesType";
      return FunctionExpressionType2;
    })({});
    var JSONPointerError = class extends Error {
      constructor(message) {
        super(message);
        this.message = message;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPointerError";
      }
    };
    var JSONPointerResolutionError = class extends JSONPointerError {
      constructor(message) {
        super(message);
        this.message = message;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPointerResolutionError";
      }
    };
    var JSONPointerIndexError = class extends JSONPointerResolutionError {
      constructor(message) {
        super(message);
        this.message = message;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPointerIndexError";
      }
    };
    var JSONPointerKeyError = class extends JSONPointerResolutionError {
      constructor(message) {
        super(message);
        this.message = message;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPointerKeyError";
      }
    };
    var JSONPointerSyntaxError = class extends JSONPointerError {
      constructor(message) {
        super(message);
        this.message = message;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPointerSyntaxError";
      }
    };
    var JSONPointerTypeError = class extends JSONPointerResolutionError {
      constructor(message) {
        super(message);
        this.message = message;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPointerTypeError";
      }
    };
    var UNDEFINED = /* @__PURE__ */ Symbol.for("jsonpointer.undefined");
    var JSONPointer = class _JSONPointer {
      #pointer;
      /**
       * @param pointer - A string representation of a JSON Pointer.
       */
      constructor(pointer) {
        this.tokens = this.parse(pointer);
        this.#pointer = _JSONPointer.encode(this.tokens);
      }
      static encode(tokens) {
        if (!tokens.length) return "";
        return "/" + tokens.map((token) => token.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
      }
      /**
       * Resolve this pointer against JSON-like data _value_.
       *
       * @param value - The target JSON-like value, possibly loaded using
       *  `JSON.parse()`.
       * @param fallback - A default value to return if _value_ has no
       *   path matching `pointer`.
       * @returns The value identified by _pointer_ or, if given, the fallback
       *   value in the even of a `JSONPointerResolutionError`.
       *
       * @throws {@link JSONPointerResolutionError}
       * If the value pointed to by _pointer_ does not exist in _value_, and
       * no fallback value is given.
       */
      resolve(value, fallback = UNDEFINED) {
        try {
          return this.tokens.reduce(this.getItem.bind(this), value);
        } catch (error) {
          if (error instanceof JSONPointerResolutionError && fallback !== UNDEFINED) {
            return fallback;
          }
          throw error;
        }
      }
      /**
       *
       * @param value -
       * @returns
       */
      resolveWithParent(value) {
        if (!this.tokens.length) return [UNDEFINED, this.resolve(value)];
        const parent = this.tokens.slice(0, this.tokens.length - 1).reduce(this.getItem.bind(this), value);
        try {
          return [parent, this.getItem(parent, this.tokens[this.tokens.length - 1], this.tokens.length - 1)];
        } catch (error) {
          if (error instanceof JSONPointerIndexError || error instanceof JSONPointerKeyError) {
            return [parent, UNDEFINED];
          }
          throw error;
        }
      }
      /**
       *
       * @returns
       */
      toString() {
        return this.#pointer;
      }
      /**
       * Return _true_ if this pointer points to a child of _pointer_.
       */
      isRelativeTo(pointer) {
        return pointer.tokens.length < this.tokens.length && this.tokens.slice(0, pointer.tokens.length).every((t, i) => t === pointer.tokens[i]);
      }
      parse(pointer) {
        if (pointer.length && !pointer.startsWith("/")) {
          throw new JSONPointerSyntaxError(`"${pointer}" pointers must start with a slash or be the empty string`);
        }
        return pointer.split("/").map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")).slice(1);
      }
      // eslint-disable-next-line sonarjs/cognitive-complexity
      getItem(val, token, idx) {
        if (isArray(val)) {
          if (token !== "length" && Object.hasOwn(val, token)) {
            return val[Number(token)];
          } else if (token.startsWith("#")) {
            const maybeIndex = token.slice(1);
            if (RE_INT.test(maybeIndex) && Object.hasOwn(val, maybeIndex)) {
              return Number(maybeIndex);
            } else {
              throw new JSONPointerIndexError(`index out of range '${_JSONPointer.encode(this.tokens.slice(0, idx + 1))}'`);
            }
          } else {
            throw new JSONPointerIndexError(`index out of range '${_JSONPointer.encode(this.tokens.slice(0, idx + 1))}'`);
          }
        } else if (isObject(val)) {
          if (Object.hasOwn(val, token)) {
            return val[token];
          } else if (token.startsWith("#") && Object.hasOwn(val, token.slice(1))) {
            return token.slice(1);
          } else {
            throw new JSONPointerKeyError(`no such property '${_JSONPointer.encode(this.tokens.slice(0, idx + 1))}'`);
          }
        }
        throw new JSONPointerTypeError(`found primitive value, expected an object '${_JSONPointer.encode(this.tokens.slice(0, idx + 1))}'`);
      }
      _join(pointer) {
        if (!isString(pointer)) {
          throw new JSONPointerTypeError(`join() requires string arguments, found ${typeof pointer}`);
        }
        if (pointer.startsWith("/")) {
          return new _JSONPointer(pointer);
        }
        const tokens = this.tokens.concat(pointer.split("/").map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")));
        return new _JSONPointer(_JSONPointer.encode(tokens));
      }
      /**
       * Join this pointer with _tokens_.
       *
       * @param tokens - JSON Pointer strings, possibly without leading slashes.
       * If a token or "part" does have a leading slash, the previous pointer is
       * ignored and a new `JSONPointer` is created, then processing of the
       * remaining tokens continues.
       *
       * @returns A new JSON Pointer that is the concatenation of all tokens or
       * "parts".
       */
      join(...tokens) {
        if (!tokens.length) {
          return this;
        }
        let pointer = this;
        for (const tok of tokens) {
          pointer = pointer._join(tok);
        }
        return pointer;
      }
      /**
       * Return _true_ if this pointer can be resolved against _value_.
       *
       * Note that `JSONPointer.resolve()` can return legitimate falsy values
       * that form part of the target JSON document. This method will return
       * `true` if a falsy value is found.
       */
      exists(value) {
        try {
          this.resolve(value);
        } catch (error) {
          if (error instanceof JSONPointerResolutionError) {
            return false;
          }
          throw error;
        }
        return true;
      }
      /**
       * Return this pointer's parent as a new `JSONPointer`.
       *
       * If this pointer points to the document root, _this_ is returned.
       */
      parent() {
        if (!this.tokens.length) {
          return this;
        }
        return new _JSONPointer(_JSONPointer.encode(this.tokens.slice(0, this.tokens.length - 1)));
      }
      to(rel) {
        const relativePointer = isString(rel) ? new RelativeJSONPointer(rel) : rel;
        return relativePointer.to(this);
      }
    };
    var RE_RELATIVE_POINTER = /(?<ORIGIN>\d+)(?<INDEX_G>(?<SIGN>[+-])(?<INDEX>\d))?(?<POINTER>.*)/s;
    var RE_INT = /(0|[1-9]\d*)/;
    var RelativeJSONPointer = class {
      /**
       *
       * @param rel -
       */
      constructor(rel) {
        [this.origin, this.index, this.pointer] = this.parse(rel);
      }
      /**
       *
       * @returns
       */
      toString() {
        const sign = this.index > 0 ? "+" : "";
        const index2 = this.index === 0 ? "" : `${sign}${this.index}`;
        return `${this.origin}${index2}${this.pointer}`;
      }
      /**
       *
       * @param pointer -
       */
      to(pointer) {
        const p = isString(pointer) ? new JSONPointer(pointer) : pointer;
        if (this.origin > p.tokens.length) {
          throw new JSONPointerIndexError(`origin (${this.origin}) exceeds root (${p.tokens.length})`);
        }
        const tokens = this.origin < 1 ? p.tokens.slice() : p.tokens.slice(0, -this.origin);
        if (this.index && tokens.length && this.isIntLike(tokens.at(-1))) {
          const newIndex = Number(tokens.at(-1)) + this.index;
          if (newIndex < 0) {
            throw new JSONPointerIndexError(`index offset out of range (${newIndex})`);
          }
          tokens[tokens.length - 1] = String(newIndex);
        }
        if (this.pointer instanceof JSONPointer) {
          tokens.push(...this.pointer.tokens);
        } else {
          tokens[tokens.length - 1] = `#${tokens[tokens.length - 1]}`;
        }
        return new JSONPointer(JSONPointer.encode(tokens));
      }
      parse(rel) {
        const match2 = RE_RELATIVE_POINTER.exec(rel);
        if (!match2 || !match2.groups) {
          throw new JSONPointerSyntaxError("failed to parse relative pointer");
        }
        const origin = this.parseInt(match2.groups.ORIGIN);
        let index2 = 0;
        if (match2.groups["INDEX_G"]) {
          index2 = this.parseInt(match2.groups.INDEX);
          if (index2 === 0) {
            throw new JSONPointerSyntaxError("index offset can't be zero");
          }
          if (match2.groups.SIGN === "-") {
            index2 = -index2;
          }
        }
        if (match2.groups.POINTER === "#") {
          return [origin, index2, "#"];
        }
        return [origin, index2, new JSONPointer(match2.groups.POINTER)];
      }
      parseInt(s) {
        if (s.startsWith("0") && s.length > 1) {
          throw new JSONPointerSyntaxError("unexpected leading zero");
        }
        if (RE_INT.test(s)) {
          return Number(s);
        }
        throw new JSONPointerSyntaxError(`expected an integer, found '${s}'`);
      }
      isIntLike(value) {
        if (value === void 0 || isNumber(value)) {
          return true;
        } else {
          return RE_INT.test(value);
        }
      }
    };
    function resolve(pointer, value, fallback = UNDEFINED) {
      return new JSONPointer(pointer).resolve(value, fallback);
    }
    var index$3 = /* @__PURE__ */ Object.freeze({
      __proto__: null,
      JSONPointer,
      JSONPointerError,
      JSONPointerIndexError,
      JSONPointerKeyError,
      JSONPointerResolutionError,
      JSONPointerSyntaxError,
      JSONPointerTypeError,
      RelativeJSONPointer,
      UNDEFINED,
      resolve
    });
    var SHORTHAND_COMPATIBLE_IDENTIFIER = new RegExp("^[\\p{ID_Start}_]\\p{ID_Continue}*$", "u");
    function toQuoted(name) {
      return name.includes("'") && !name.includes('"') ? JSON.stringify(name) : toCanonical(name);
    }
    function toCanonical(name) {
      return `'${JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
    }
    function toShorthand(name) {
      return SHORTHAND_COMPATIBLE_IDENTIFIER.test(name) ? name : null;
    }
    var Nothing = /* @__PURE__ */ Symbol.for("jsonpath.nothing");
    function hasStringKey(value, key) {
      return isObject(value) && Object.hasOwn(value, key);
    }
    var KEY_MARK = "";
    var defaultSerializationOptions = {
      form: "pretty"
    };
    var JSONPathNode = class {
      /**
       * @param value - The JSON value found at _location_.
       * @param location - The parts of a normalized path to _value_.
       * @param root - The target value at the top of the JSON node tree.
       */
      constructor(value, location, root) {
        this.value = value;
        this.location = location;
        this.root = root;
      }
      /**
       * @deprecated Use {@link getPath} with `options.form` set to `canonical` instead.
       */
      get path() {
        return this.getPath({
          form: "canonical"
        });
      }
      /**
       * Get the path to this node in the target JSON value.
       *
       * Given that the path refers to the singular current node, the returned path
       * will always be a normalized path if `options.form` is set to `canonical`,
       * following section 2.7 of RFC 9535.
       */
      getPath(options) {
        const opts = {
          ...defaultSerializationOptions,
          ...options
        };
        return "$" + this.location.map((s) => isString(s) ? this.decodeNameLocation(s, opts) : `[${s}]`).join("");
      }
      /**
       * Return this node's location as a {@link JSONPointer}.
       */
      toPointer() {
        if (!this.location.length) {
          return new JSONPointer("");
        }
        return new JSONPointer(JSONPointer.encode(this.location.map(String)));
      }
      decodeNameLocation(name, options) {
        const normalized = options.form === "canonical";
        const serialize = normalized ? toCanonical : toQuoted;
        const hasKeyMark = name.startsWith(KEY_MARK);
        if (hasKeyMark) name = name.slice(1);
        const shorthand = toShorthand(name);
        if (hasKeyMark) {
          return normalized || shorthand == null ? `[~${serialize(name)}]` : `.~${shorthand}`;
        }
        return normalized || shorthand == null ? `[${serialize(name)}]` : `.${shorthand}`;
      }
    };
    var JSONPathNodeList = class {
      constructor(nodes) {
        this.nodes = nodes;
      }
      /**
       * @returns an iterator over nodes in the list.
       */
      [Symbol.iterator]() {
        return this.nodes[Symbol.iterator]();
      }
      /**
       * @returns `true` if the node list is empty.
       */
      empty() {
        return this.nodes.length === 0;
      }
      /**
       * @returns An array containing the values at each node in the list.
       *
       * @see {@link valuesOrSingular} to unpack the array if there is only
       * one node in the list.
       */
      values() {
        return this.nodes.map((node) => node.value);
      }
      /**
       * Like {@link values}, but returns the node's value is there is only one
       * node in the list.
       */
      valuesOrSingular() {
        if (this.nodes.length === 1) return this.nodes[0].value;
        return this.nodes.map((node) => node.value);
      }
      /**
       * @returns An array of locations for each node in the node list.
       *
       * A location is an array of property names and array indices that were
       * required to reach the node's value in the target JSON value.
       */
      locations() {
        return this.nodes.map((node) => node.location);
      }
      /**
       * @returns An array of normalized path strings for each node in the list.
       *
       * A normalized path contains only property name and index selectors, and
       * always uses bracketed segments, never shorthand selectors.
       */
      paths(options) {
        return this.nodes.map((node) => node.getPath(options));
      }
      /**
       * @returns An array of {@link JSONPointer} instances, one for each node
       * in the list.
       */
      pointers() {
        return this.nodes.map((node) => node.toPointer());
      }
      /**
       * @returns The number of nodes in the node list.
       */
      get length() {
        return this.nodes.length;
      }
    };
    var FilterExpression = class {
      constructor(token) {
        this.token = token;
      }
      /**
       * Evaluate the filter expression in the given context.
       * @param context - Evaluation context.
       */
      /**
       * Return a string representation of the expression.
       */
    };
    var FilterExpressionLiteral = class extends FilterExpression {
    };
    var NullLiteral = class extends FilterExpressionLiteral {
      evaluate() {
        return null;
      }
      toString() {
        return "null";
      }
    };
    var BooleanLiteral = class extends FilterExpressionLiteral {
      constructor(token, value) {
        super(token);
        this.token = token;
        this.value = value;
      }
      evaluate() {
        return this.value;
      }
      toString() {
        return String(this.value);
      }
    };
    var StringLiteral = class extends FilterExpressionLiteral {
      constructor(token, value) {
        super(token);
        this.token = token;
        this.value = value;
      }
      evaluate() {
        return this.value;
      }
      toString() {
        return toCanonical(this.value);
      }
    };
    var NumberLiteral = class extends FilterExpressionLiteral {
      constructor(token, value) {
        super(token);
        this.token = token;
        this.value = value;
      }
      evaluate() {
        return this.value;
      }
      toString() {
        return String(this.value);
      }
    };
    var PrefixExpression = class extends FilterExpression {
      constructor(token, operator, right) {
        super(token);
        this.token = token;
        this.operator = operator;
        this.right = right;
      }
      evaluate(context) {
        if (this.operator === "!") {
          const value = this.right.evaluate(context);
          if (value instanceof JSONPathNodeList) return value.nodes.length === 0;
          return !isTruthy(value);
        }
        throw new JSONPathTypeError(`unknown operator '${this.operator}'`, this.token);
      }
      toString(options) {
        return `${this.operator}${this.right.toString(options)}`;
      }
    };
    var PRECEDENCE_LOGICAL_OR$1 = 4;
    var PRECEDENCE_LOGICAL_AND$1 = 5;
    var PRECEDENCE_PREFIX$1 = 7;
    var InfixExpression = class extends FilterExpression {
      constructor(token, left, operator, right) {
        super(token);
        this.token = token;
        this.left = left;
        this.operator = operator;
        this.right = right;
        this.logical = operator === "&&" || operator === "||";
      }
      evaluate(context) {
        let left = this.left.evaluate(context);
        if (!this.logical && left instanceof JSONPathNodeList && left.nodes.length === 1) left = left.nodes[0].value;
        let right = this.right.evaluate(context);
        if (!this.logical && right instanceof JSONPathNodeList && right.nodes.length === 1) right = right.nodes[0].value;
        if (this.operator === "&&") {
          return isTruthy(left) && isTruthy(right);
        }
        if (this.operator === "||") {
          return isTruthy(left) || isTruthy(right);
        }
        return compare(left, this.operator, right);
      }
      toString(options) {
        if (this.logical) {
          return `(${this.left.toString(options)} ${this.operator} ${this.right.toString(options)})`;
        }
        return `${this.left.toString(options)} ${this.operator} ${this.right.toString(options)}`;
      }
    };
    var LogicalExpression = class extends FilterExpression {
      constructor(token, expression2) {
        super(token);
        this.token = token;
        this.expression = expression2;
      }
      evaluate(context) {
        const value = this.expression.evaluate(context);
        if (value instanceof JSONPathNodeList) return value.nodes.length > 0;
        return isTruthy(value);
      }
      toString(options) {
        function _toString(expression2, parentPrecedence) {
          if (expression2 instanceof InfixExpression) {
            let precedence;
            let op;
            let left;
            let right;
            if (expression2.operator === "&&") {
              precedence = PRECEDENCE_LOGICAL_AND$1;
              op = "&&";
              left = _toString(expression2.left, precedence);
              right = _toString(expression2.right, precedence);
            } else if (expression2.operator === "||") {
              precedence = PRECEDENCE_LOGICAL_OR$1;
              op = "||";
              left = _toString(expression2.left, precedence);
              right = _toString(expression2.right, precedence);
            } else {
              return expression2.toString(options);
            }
            const expr = `${left} ${op} ${right}`;
            return precedence < parentPrecedence ? `(${expr})` : expr;
          }
          if (expression2 instanceof PrefixExpression) {
            const operand = _toString(expression2.right, PRECEDENCE_PREFIX$1);
            const expr = `!${operand}`;
            return parentPrecedence > PRECEDENCE_PREFIX$1 ? `(${expr})` : expr;
          }
          return expression2.toString(options);
        }
        return _toString(this.expression, 0);
      }
    };
    var FilterQuery = class extends FilterExpression {
      constructor(token, path) {
        super(token);
        this.token = token;
        this.path = path;
      }
    };
    var RelativeQuery = class extends FilterQuery {
      evaluate(context) {
        return context.lazy ? new JSONPathNodeList(Array.from(this.path.lazyQuery(context.currentValue))) : this.path.query(context.currentValue);
      }
      toString(options) {
        return `@${this.path.toString(options).slice(1)}`;
      }
    };
    var RootQuery = class extends FilterQuery {
      evaluate(context) {
        return context.lazy ? new JSONPathNodeList(Array.from(this.path.lazyQuery(context.rootValue))) : this.path.query(context.rootValue);
      }
      toString(options) {
        return this.path.toString(options);
      }
    };
    var FunctionExtension = class extends FilterExpression {
      constructor(token, name, args) {
        super(token);
        this.token = token;
        this.name = name;
        this.args = args;
      }
      evaluate(context) {
        const func = context.environment.functionRegister.get(this.name);
        if (!func) {
          throw new UndefinedFilterFunctionError(`filter function '${this.name}' is undefined`, this.token);
        }
        const args = this.args.map((arg) => arg.evaluate(context)).map((arg, idx) => func.argTypes[idx] !== FunctionExpressionType.NodesType && arg instanceof JSONPathNodeList ? this.unpack_node_list(arg) : arg);
        return func.call(...args);
      }
      toString(options) {
        return `${this.name}(${this.args.map((e) => e.toString(options)).join(", ")})`;
      }
      unpack_node_list(arg) {
        switch (arg.length) {
          case 0:
            return Nothing;
          case 1:
            return arg.nodes[0].value;
          default:
            return arg;
        }
      }
    };
    function isTruthy(value) {
      if (value instanceof JSONPathNodeList && value.empty()) return false;
      return !(typeof value === "boolean" && value === false);
    }
    function compare(left, operator, right) {
      switch (operator) {
        case "==":
          return eq(left, right);
        case "!=":
          return !eq(left, right);
        case "<":
          return lt(left, right);
        case ">":
          return lt(right, left);
        case ">=":
          return lt(right, left) || eq(left, right);
        case "<=":
          return lt(left, right) || eq(left, right);
        default:
          return false;
      }
    }
    function eq(left, right) {
      if (right instanceof JSONPathNodeList) [left, right] = [right, left];
      if (left instanceof JSONPathNodeList) {
        if (right instanceof JSONPathNodeList) {
          if (left.empty() && right.empty()) return true;
          if (left.nodes.length === 1 && right.nodes.length === 1) return deepEquals(left.nodes[0].value, right.nodes[0].value);
        }
        if (left.empty()) return right === Nothing;
        if (left.nodes.length === 1) return deepEquals(left.nodes[0].value, right);
        return false;
      }
      if (left === Nothing && right === Nothing) return true;
      return deepEquals(left, right);
    }
    function lt(left, right) {
      if (isString(left) && isString(right) || isNumber(left) && isNumber(right)) return left < right;
      return false;
    }
    var expression = /* @__PURE__ */ Object.freeze({
      __proto__: null,
      BooleanLiteral,
      FilterExpression,
      FilterExpressionLiteral,
      FilterQuery,
      FunctionExtension,
      InfixExpression,
      LogicalExpression,
      NullLiteral,
      NumberLiteral,
      PrefixExpression,
      RelativeQuery,
      RootQuery,
      StringLiteral,
      compare
    });
    var Count = class {
      argTypes = [FunctionExpressionType.NodesType];
      returnType = FunctionExpressionType.ValueType;
      call(nodes) {
        return nodes.length;
      }
    };
    var Length = class {
      argTypes = [FunctionExpressionType.ValueType];
      returnType = FunctionExpressionType.ValueType;
      call(value) {
        if (isArray(value) || isString(value)) return value.length;
        if (isObject(value)) return Object.keys(value).length;
        return Nothing;
      }
    };
    var LRUCache = class extends Map {
      constructor(maxSize = 128, entries) {
        if (entries !== void 0) {
          super(entries);
        } else {
          super();
        }
        this.maxSize = maxSize;
      }
      get(key) {
        const val = super.get(key);
        if (this.has(key)) {
          this.delete(key);
          this.set(key, val);
        }
        return val;
      }
      set(key, value) {
        if (this.has(key)) {
          this.delete(key);
        } else if (this.size >= this.maxSize) {
          const first2 = this.first();
          if (first2 !== void 0) {
            this.delete(first2);
          }
        }
        return super.set(key, value);
      }
      first() {
        return this.keys().next().value;
      }
    };
    function mapRegexp(pattern) {
      let escaped = false;
      let charClass = false;
      const parts = [];
      for (const ch of pattern) {
        if (escaped) {
          parts.push(ch);
          escaped = false;
          continue;
        }
        switch (ch) {
          case ".":
            if (!charClass) {
              parts.push("(?:(?![\r\n])\\P{Cs}|\\p{Cs}\\p{Cs})");
            } else {
              parts.push(ch);
            }
            break;
          case "\\":
            escaped = true;
            parts.push(ch);
            break;
          case "[":
            charClass = true;
            parts.push(ch);
            break;
          case "]":
            charClass = false;
            parts.push(ch);
            break;
          default:
            parts.push(ch);
            break;
        }
      }
      return parts.join("");
    }
    function fullMatch(pattern) {
      const parts = [];
      const explicitCaret = pattern.startsWith("^");
      const explicitDollar = pattern.endsWith("$");
      if (!explicitCaret && !explicitDollar) parts.push("^(?:");
      parts.push(mapRegexp(pattern));
      if (!explicitCaret && !explicitDollar) parts.push(")$");
      return parts.join("");
    }
    function isNormalChar(c) {
      return c < "'" || c === "," || c === "-" || c >= "/" && c <= ">" || // / .. >
      c >= "@" && c <= "Z" || // @ .. Z
      c >= "^" && c <= "z" || // ^ .. z
      c >= "~" && c <= "\uD7FF" || // skip surrogate code points
      c >= "\uE000";
    }
    function isCCChar(c) {
      return c < "," || c >= "." && c <= "Z" || // '.' .. Z
      c >= "^" && c <= "\uD7FF" || // skip surrogate code points
      c >= "\uE000";
    }
    function peg$subclass(child, parent) {
      function C() {
        this.constructor = child;
      }
      C.prototype = parent.prototype;
      child.prototype = new C();
    }
    function peg$SyntaxError(message, expected, found, location) {
      var self = Error.call(this, message);
      if (Object.setPrototypeOf) {
        Object.setPrototypeOf(self, peg$SyntaxError.prototype);
      }
      self.expected = expected;
      self.found = found;
      self.location = location;
      self.name = "SyntaxError";
      return self;
    }
    peg$subclass(peg$SyntaxError, Error);
    function peg$padEnd(str, targetLength, padString) {
      padString = padString || " ";
      if (str.length > targetLength) {
        return str;
      }
      targetLength -= str.length;
      padString += padString.repeat(targetLength);
      return str + padString.slice(0, targetLength);
    }
    peg$SyntaxError.prototype.format = function(sources) {
      var str = "Error: " + this.message;
      if (this.location) {
        var src = null;
        var k;
        for (k = 0; k < sources.length; k++) {
          if (sources[k].source === this.location.source) {
            src = sources[k].text.split(/\r\n|\n|\r/g);
            break;
          }
        }
        var s = this.location.start;
        var offset_s = this.location.source && typeof this.location.source.offset === "function" ? this.location.source.offset(s) : s;
        var loc = this.location.source + ":" + offset_s.line + ":" + offset_s.column;
        if (src) {
          var e = this.location.end;
          var filler = peg$padEnd("", offset_s.line.toString().length, " ");
          var line = src[s.line - 1];
          var last = s.line === e.line ? e.column : line.length + 1;
          var hatLen = last - s.column || 1;
          str += "\n --> " + loc + "\n" + filler + " |\n" + offset_s.line + " | " + line + "\n" + filler + " | " + peg$padEnd("", s.column - 1, " ") + peg$padEnd("", hatLen, "^");
        } else {
          str += "\n at " + loc;
        }
      }
      return str;
    };
    peg$SyntaxError.buildMessage = function(expected, found) {
      var DESCRIBE_EXPECTATION_FNS = {
        literal: function(expectation2) {
          return '"' + literalEscape(expectation2.text) + '"';
        },
        class: function(expectation2) {
          var escapedParts = expectation2.parts.map(function(part) {
            return Array.isArray(part) ? classEscape(part[0]) + "-" + classEscape(part[1]) : classEscape(part);
          });
          return "[" + (expectation2.inverted ? "^" : "") + escapedParts.join("") + "]";
        },
        any: function() {
          return "any character";
        },
        end: function() {
          return "end of input";
        },
        other: function(expectation2) {
          return expectation2.description;
        }
      };
      function hex(ch) {
        return ch.charCodeAt(0).toString(16).toUpperCase();
      }
      function literalEscape(s) {
        return s.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, function(ch) {
          return "\\x0" + hex(ch);
        }).replace(/[\x10-\x1F\x7F-\x9F]/g, function(ch) {
          return "\\x" + hex(ch);
        });
      }
      function classEscape(s) {
        return s.replace(/\\/g, "\\\\").replace(/\]/g, "\\]").replace(/\^/g, "\\^").replace(/-/g, "\\-").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, function(ch) {
          return "\\x0" + hex(ch);
        }).replace(/[\x10-\x1F\x7F-\x9F]/g, function(ch) {
          return "\\x" + hex(ch);
        });
      }
      function describeExpectation(expectation2) {
        return DESCRIBE_EXPECTATION_FNS[expectation2.type](expectation2);
      }
      function describeExpected(expected2) {
        var descriptions = expected2.map(describeExpectation);
        var i, j;
        descriptions.sort();
        if (descriptions.length > 0) {
          for (i = 1, j = 1; i < descriptions.length; i++) {
            if (descriptions[i - 1] !== descriptions[i]) {
              descriptions[j] = descriptions[i];
              j++;
            }
          }
          descriptions.length = j;
        }
        switch (descriptions.length) {
          case 1:
            return descriptions[0];
          case 2:
            return descriptions[0] + " or " + descriptions[1];
          default:
            return descriptions.slice(0, -1).join(", ") + ", or " + descriptions[descriptions.length - 1];
        }
      }
      function describeFound(found2) {
        return found2 ? '"' + literalEscape(found2) + '"' : "end of input";
      }
      return "Expected " + describeExpected(expected) + " but " + describeFound(found) + " found.";
    };
    function peg$parse(input, options) {
      options = options !== void 0 ? options : {};
      var peg$FAILED = {};
      var peg$source = options.grammarSource;
      var peg$startRuleFunctions = {
        start: peg$parsestart
      };
      var peg$startRuleFunction = peg$parsestart;
      var peg$c0 = "|";
      var peg$c1 = "{";
      var peg$c2 = ",";
      var peg$c3 = "}";
      var peg$c4 = "(";
      var peg$c5 = ")";
      var peg$c6 = ".";
      var peg$c7 = "\\";
      var peg$c8 = "[";
      var peg$c9 = "^";
      var peg$c10 = "-";
      var peg$c11 = "]";
      var peg$c12 = "\\p{";
      var peg$c13 = "\\P{";
      var peg$c14 = "L";
      var peg$c15 = "M";
      var peg$c16 = "N";
      var peg$c17 = "P";
      var peg$c18 = "Z";
      var peg$c19 = "S";
      var peg$c20 = "C";
      var peg$r0 = /^[*-+?]/;
      var peg$r1 = /^[0-9]/;
      var peg$r2 = /^[(-+\--.?[-\^nrt{-}]/;
      var peg$r3 = /^[l-mot-u]/;
      var peg$r4 = /^[cen]/;
      var peg$r5 = /^[dlo]/;
      var peg$r6 = /^[c-fios]/;
      var peg$r7 = /^[lps]/;
      var peg$r8 = /^[ckmo]/;
      var peg$r9 = /^[cfn-o]/;
      var peg$e0 = peg$literalExpectation("|", false);
      var peg$e1 = peg$classExpectation([["*", "+"], "?"], false, false);
      var peg$e2 = peg$literalExpectation("{", false);
      var peg$e3 = peg$classExpectation([["0", "9"]], false, false);
      var peg$e4 = peg$literalExpectation(",", false);
      var peg$e5 = peg$literalExpectation("}", false);
      var peg$e6 = peg$literalExpectation("(", false);
      var peg$e7 = peg$literalExpectation(")", false);
      var peg$e8 = peg$anyExpectation();
      var peg$e9 = peg$literalExpectation(".", false);
      var peg$e10 = peg$literalExpectation("\\", false);
      var peg$e11 = peg$classExpectation([["(", "+"], ["-", "."], "?", ["[", "^"], "n", "r", "t", ["{", "}"]], false, false);
      var peg$e12 = peg$literalExpectation("[", false);
      var peg$e13 = peg$literalExpectation("^", false);
      var peg$e14 = peg$literalExpectation("-", false);
      var peg$e15 = peg$literalExpectation("]", false);
      var peg$e16 = peg$literalExpectation("\\p{", false);
      var peg$e17 = peg$literalExpectation("\\P{", false);
      var peg$e18 = peg$literalExpectation("L", false);
      var peg$e19 = peg$classExpectation([["l", "m"], "o", ["t", "u"]], false, false);
      var peg$e20 = peg$literalExpectation("M", false);
      var peg$e21 = peg$classExpectation(["c", "e", "n"], false, false);
      var peg$e22 = peg$literalExpectation("N", false);
      var peg$e23 = peg$classExpectation(["d", "l", "o"], false, false);
      var peg$e24 = peg$literalExpectation("P", false);
      var peg$e25 = peg$classExpectation([["c", "f"], "i", "o", "s"], false, false);
      var peg$e26 = peg$literalExpectation("Z", false);
      var peg$e27 = peg$classExpectation(["l", "p", "s"], false, false);
      var peg$e28 = peg$literalExpectation("S", false);
      var peg$e29 = peg$classExpectation(["c", "k", "m", "o"], false, false);
      var peg$e30 = peg$literalExpectation("C", false);
      var peg$e31 = peg$classExpectation(["c", "f", ["n", "o"]], false, false);
      var peg$f0 = function(c) {
        return isNormalChar(c);
      };
      var peg$f1 = function(c) {
        return isCCChar(c);
      };
      var peg$currPos = options.peg$currPos | 0;
      var peg$posDetailsCache = [{
        line: 1,
        column: 1
      }];
      var peg$maxFailPos = peg$currPos;
      var peg$maxFailExpected = options.peg$maxFailExpected || [];
      var peg$silentFails = options.peg$silentFails | 0;
      var peg$result;
      if (options.startRule) {
        if (!(options.startRule in peg$startRuleFunctions)) {
          throw new Error(`Can't start parsing from rule "` + options.startRule + '".');
        }
        peg$startRuleFunction = peg$startRuleFunctions[options.startRule];
      }
      function peg$literalExpectation(text, ignoreCase) {
        return {
          type: "literal",
          text,
          ignoreCase
        };
      }
      function peg$classExpectation(parts, inverted, ignoreCase) {
        return {
          type: "class",
          parts,
          inverted,
          ignoreCase
        };
      }
      function peg$anyExpectation() {
        return {
          type: "any"
        };
      }
      function peg$endExpectation() {
        return {
          type: "end"
        };
      }
      function peg$computePosDetails(pos) {
        var details = peg$posDetailsCache[pos];
        var p;
        if (details) {
          return details;
        } else {
          if (pos >= peg$posDetailsCache.length) {
            p = peg$posDetailsCache.length - 1;
          } else {
            p = pos;
            while (!peg$posDetailsCache[--p]) {
            }
          }
          details = peg$posDetailsCache[p];
          details = {
            line: details.line,
            column: details.column
          };
          while (p < pos) {
            if (input.charCodeAt(p) === 10) {
              details.line++;
              details.column = 1;
            } else {
              details.column++;
            }
            p++;
          }
          peg$posDetailsCache[pos] = details;
          return details;
        }
      }
      function peg$computeLocation(startPos, endPos, offset) {
        var startPosDetails = peg$computePosDetails(startPos);
        var endPosDetails = peg$computePosDetails(endPos);
        var res = {
          source: peg$source,
          start: {
            offset: startPos,
            line: startPosDetails.line,
            column: startPosDetails.column
          },
          end: {
            offset: endPos,
            line: endPosDetails.line,
            column: endPosDetails.column
          }
        };
        return res;
      }
      function peg$fail(expected) {
        if (peg$currPos < peg$maxFailPos) {
          return;
        }
        if (peg$currPos > peg$maxFailPos) {
          peg$maxFailPos = peg$currPos;
          peg$maxFailExpected = [];
        }
        peg$maxFailExpected.push(expected);
      }
      function peg$buildStructuredError(expected, found, location) {
        return new peg$SyntaxError(peg$SyntaxError.buildMessage(expected, found), expected, found, location);
      }
      function peg$parsestart() {
        var s0;
        s0 = peg$parseiregexp();
        return s0;
      }
      function peg$parseiregexp() {
        var s0, s1, s2, s3, s4, s5;
        s0 = peg$currPos;
        s1 = peg$parsebranch();
        s2 = [];
        s3 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 124) {
          s4 = peg$c0;
          peg$currPos++;
        } else {
          s4 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e0);
          }
        }
        if (s4 !== peg$FAILED) {
          s5 = peg$parsebranch();
          s4 = [s4, s5];
          s3 = s4;
        } else {
          peg$currPos = s3;
          s3 = peg$FAILED;
        }
        while (s3 !== peg$FAILED) {
          s2.push(s3);
          s3 = peg$currPos;
          if (input.charCodeAt(peg$currPos) === 124) {
            s4 = peg$c0;
            peg$currPos++;
          } else {
            s4 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e0);
            }
          }
          if (s4 !== peg$FAILED) {
            s5 = peg$parsebranch();
            s4 = [s4, s5];
            s3 = s4;
          } else {
            peg$currPos = s3;
            s3 = peg$FAILED;
          }
        }
        s1 = [s1, s2];
        s0 = s1;
        return s0;
      }
      function peg$parsebranch() {
        var s0, s1;
        s0 = [];
        s1 = peg$parsepiece();
        while (s1 !== peg$FAILED) {
          s0.push(s1);
          s1 = peg$parsepiece();
        }
        return s0;
      }
      function peg$parsepiece() {
        var s0, s1, s2;
        s0 = peg$currPos;
        s1 = peg$parseatom();
        if (s1 !== peg$FAILED) {
          s2 = peg$parsequantifier();
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parsequantifier() {
        var s0;
        s0 = input.charAt(peg$currPos);
        if (peg$r0.test(s0)) {
          peg$currPos++;
        } else {
          s0 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e1);
          }
        }
        if (s0 === peg$FAILED) {
          s0 = peg$parserange_quantifier();
        }
        return s0;
      }
      function peg$parserange_quantifier() {
        var s0, s1, s2, s3, s4, s5, s6;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 123) {
          s1 = peg$c1;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e2);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = [];
          s3 = input.charAt(peg$currPos);
          if (peg$r1.test(s3)) {
            peg$currPos++;
          } else {
            s3 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e3);
            }
          }
          if (s3 !== peg$FAILED) {
            while (s3 !== peg$FAILED) {
              s2.push(s3);
              s3 = input.charAt(peg$currPos);
              if (peg$r1.test(s3)) {
                peg$currPos++;
              } else {
                s3 = peg$FAILED;
                if (peg$silentFails === 0) {
                  peg$fail(peg$e3);
                }
              }
            }
          } else {
            s2 = peg$FAILED;
          }
          if (s2 !== peg$FAILED) {
            s3 = peg$currPos;
            if (input.charCodeAt(peg$currPos) === 44) {
              s4 = peg$c2;
              peg$currPos++;
            } else {
              s4 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e4);
              }
            }
            if (s4 !== peg$FAILED) {
              s5 = [];
              s6 = input.charAt(peg$currPos);
              if (peg$r1.test(s6)) {
                peg$currPos++;
              } else {
                s6 = peg$FAILED;
                if (peg$silentFails === 0) {
                  peg$fail(peg$e3);
                }
              }
              while (s6 !== peg$FAILED) {
                s5.push(s6);
                s6 = input.charAt(peg$currPos);
                if (peg$r1.test(s6)) {
                  peg$currPos++;
                } else {
                  s6 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$e3);
                  }
                }
              }
              s4 = [s4, s5];
              s3 = s4;
            } else {
              peg$currPos = s3;
              s3 = peg$FAILED;
            }
            if (s3 === peg$FAILED) {
              s3 = null;
            }
            if (input.charCodeAt(peg$currPos) === 125) {
              s4 = peg$c3;
              peg$currPos++;
            } else {
              s4 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e5);
              }
            }
            if (s4 !== peg$FAILED) {
              s1 = [s1, s2, s3, s4];
              s0 = s1;
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parseatom() {
        var s0, s1, s2, s3;
        s0 = peg$parsenormal_char();
        if (s0 === peg$FAILED) {
          s0 = peg$parsechar_class();
          if (s0 === peg$FAILED) {
            s0 = peg$currPos;
            if (input.charCodeAt(peg$currPos) === 40) {
              s1 = peg$c4;
              peg$currPos++;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e6);
              }
            }
            if (s1 !== peg$FAILED) {
              s2 = peg$parseiregexp();
              if (s2 !== peg$FAILED) {
                if (input.charCodeAt(peg$currPos) === 41) {
                  s3 = peg$c5;
                  peg$currPos++;
                } else {
                  s3 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$e7);
                  }
                }
                if (s3 !== peg$FAILED) {
                  s1 = [s1, s2, s3];
                  s0 = s1;
                } else {
                  peg$currPos = s0;
                  s0 = peg$FAILED;
                }
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
          }
        }
        return s0;
      }
      function peg$parsenormal_char() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.length > peg$currPos) {
          s1 = input.charAt(peg$currPos);
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e8);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = peg$f0(s1);
          if (s2) {
            s2 = void 0;
          } else {
            s2 = peg$FAILED;
          }
          if (s2 !== peg$FAILED) {
            s0 = s1;
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parsechar_class() {
        var s0;
        if (input.charCodeAt(peg$currPos) === 46) {
          s0 = peg$c6;
          peg$currPos++;
        } else {
          s0 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e9);
          }
        }
        if (s0 === peg$FAILED) {
          s0 = peg$parsesingle_char_esc();
          if (s0 === peg$FAILED) {
            s0 = peg$parsechar_class_esc();
            if (s0 === peg$FAILED) {
              s0 = peg$parsechar_class_expr();
            }
          }
        }
        return s0;
      }
      function peg$parsesingle_char_esc() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 92) {
          s1 = peg$c7;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e10);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = input.charAt(peg$currPos);
          if (peg$r2.test(s2)) {
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e11);
            }
          }
          if (s2 !== peg$FAILED) {
            s1 = [s1, s2];
            s0 = s1;
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parsechar_class_esc() {
        var s0;
        s0 = peg$parsecat_esc();
        if (s0 === peg$FAILED) {
          s0 = peg$parsecompl_esc();
        }
        return s0;
      }
      function peg$parsechar_class_expr() {
        var s0, s1, s2, s3, s4, s5, s6;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 91) {
          s1 = peg$c8;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e12);
          }
        }
        if (s1 !== peg$FAILED) {
          if (input.charCodeAt(peg$currPos) === 94) {
            s2 = peg$c9;
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e13);
            }
          }
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          if (input.charCodeAt(peg$currPos) === 45) {
            s3 = peg$c10;
            peg$currPos++;
          } else {
            s3 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e14);
            }
          }
          if (s3 === peg$FAILED) {
            s3 = peg$parsecce1();
          }
          if (s3 !== peg$FAILED) {
            s4 = [];
            s5 = peg$parsecce1();
            while (s5 !== peg$FAILED) {
              s4.push(s5);
              s5 = peg$parsecce1();
            }
            if (input.charCodeAt(peg$currPos) === 45) {
              s5 = peg$c10;
              peg$currPos++;
            } else {
              s5 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e14);
              }
            }
            if (s5 === peg$FAILED) {
              s5 = null;
            }
            if (input.charCodeAt(peg$currPos) === 93) {
              s6 = peg$c11;
              peg$currPos++;
            } else {
              s6 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e15);
              }
            }
            if (s6 !== peg$FAILED) {
              s1 = [s1, s2, s3, s4, s5, s6];
              s0 = s1;
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parsecce1() {
        var s0, s1, s2, s3, s4;
        s0 = peg$currPos;
        s1 = peg$parsecc_char();
        if (s1 !== peg$FAILED) {
          s2 = peg$currPos;
          if (input.charCodeAt(peg$currPos) === 45) {
            s3 = peg$c10;
            peg$currPos++;
          } else {
            s3 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e14);
            }
          }
          if (s3 !== peg$FAILED) {
            s4 = peg$parsecc_char();
            if (s4 !== peg$FAILED) {
              s3 = [s3, s4];
              s2 = s3;
            } else {
              peg$currPos = s2;
              s2 = peg$FAILED;
            }
          } else {
            peg$currPos = s2;
            s2 = peg$FAILED;
          }
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        if (s0 === peg$FAILED) {
          s0 = peg$parsechar_class_esc();
        }
        return s0;
      }
      function peg$parsecc_char() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.length > peg$currPos) {
          s1 = input.charAt(peg$currPos);
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e8);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = peg$f1(s1);
          if (s2) {
            s2 = void 0;
          } else {
            s2 = peg$FAILED;
          }
          if (s2 !== peg$FAILED) {
            s0 = s1;
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        if (s0 === peg$FAILED) {
          s0 = peg$parsesingle_char_esc();
        }
        return s0;
      }
      function peg$parsecat_esc() {
        var s0, s1, s2, s3;
        s0 = peg$currPos;
        if (input.substr(peg$currPos, 3) === peg$c12) {
          s1 = peg$c12;
          peg$currPos += 3;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e16);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = peg$parseis_category();
          if (s2 !== peg$FAILED) {
            if (input.charCodeAt(peg$currPos) === 125) {
              s3 = peg$c3;
              peg$currPos++;
            } else {
              s3 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e5);
              }
            }
            if (s3 !== peg$FAILED) {
              s1 = [s1, s2, s3];
              s0 = s1;
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parsecompl_esc() {
        var s0, s1, s2, s3;
        s0 = peg$currPos;
        if (input.substr(peg$currPos, 3) === peg$c13) {
          s1 = peg$c13;
          peg$currPos += 3;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e17);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = peg$parseis_category();
          if (s2 !== peg$FAILED) {
            if (input.charCodeAt(peg$currPos) === 125) {
              s3 = peg$c3;
              peg$currPos++;
            } else {
              s3 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e5);
              }
            }
            if (s3 !== peg$FAILED) {
              s1 = [s1, s2, s3];
              s0 = s1;
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parseis_category() {
        var s0;
        s0 = peg$parseletters();
        if (s0 === peg$FAILED) {
          s0 = peg$parsemarks();
          if (s0 === peg$FAILED) {
            s0 = peg$parsenumbers();
            if (s0 === peg$FAILED) {
              s0 = peg$parsepunctuation();
              if (s0 === peg$FAILED) {
                s0 = peg$parseseparators();
                if (s0 === peg$FAILED) {
                  s0 = peg$parsesymbols();
                  if (s0 === peg$FAILED) {
                    s0 = peg$parseothers();
                  }
                }
              }
            }
          }
        }
        return s0;
      }
      function peg$parseletters() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 76) {
          s1 = peg$c14;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e18);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = input.charAt(peg$currPos);
          if (peg$r3.test(s2)) {
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e19);
            }
          }
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parsemarks() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 77) {
          s1 = peg$c15;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e20);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = input.charAt(peg$currPos);
          if (peg$r4.test(s2)) {
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e21);
            }
          }
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parsenumbers() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 78) {
          s1 = peg$c16;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e22);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = input.charAt(peg$currPos);
          if (peg$r5.test(s2)) {
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e23);
            }
          }
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parsepunctuation() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 80) {
          s1 = peg$c17;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e24);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = input.charAt(peg$currPos);
          if (peg$r6.test(s2)) {
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e25);
            }
          }
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parseseparators() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 90) {
          s1 = peg$c18;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e26);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = input.charAt(peg$currPos);
          if (peg$r7.test(s2)) {
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e27);
            }
          }
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parsesymbols() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 83) {
          s1 = peg$c19;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e28);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = input.charAt(peg$currPos);
          if (peg$r8.test(s2)) {
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e29);
            }
          }
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      function peg$parseothers() {
        var s0, s1, s2;
        s0 = peg$currPos;
        if (input.charCodeAt(peg$currPos) === 67) {
          s1 = peg$c20;
          peg$currPos++;
        } else {
          s1 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e30);
          }
        }
        if (s1 !== peg$FAILED) {
          s2 = input.charAt(peg$currPos);
          if (peg$r9.test(s2)) {
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e31);
            }
          }
          if (s2 === peg$FAILED) {
            s2 = null;
          }
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        return s0;
      }
      peg$result = peg$startRuleFunction();
      if (options.peg$library) {
        return (
          /** @type {any} */
          {
            peg$result,
            peg$currPos,
            peg$FAILED,
            peg$maxFailExpected,
            peg$maxFailPos
          }
        );
      }
      if (peg$result !== peg$FAILED && peg$currPos === input.length) {
        return peg$result;
      } else {
        if (peg$result !== peg$FAILED && peg$currPos < input.length) {
          peg$fail(peg$endExpectation());
        }
        throw peg$buildStructuredError(peg$maxFailExpected, peg$maxFailPos < input.length ? input.charAt(peg$maxFailPos) : null, peg$maxFailPos < input.length ? peg$computeLocation(peg$maxFailPos, peg$maxFailPos + 1) : peg$computeLocation(peg$maxFailPos, peg$maxFailPos));
      }
    }
    var iregexp$1 = {
      StartRules: ["start"],
      SyntaxError: peg$SyntaxError,
      parse: peg$parse
    };
    var iregexp = iregexp$1;
    function check(pattern) {
      try {
        iregexp.parse(pattern, {});
      } catch (error) {
        if (error instanceof iregexp.SyntaxError) {
          return false;
        }
        throw error;
      }
      return true;
    }
    var check_1 = {
      check
    };
    var check$1 = check_1.check;
    var Match = class {
      argTypes = [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType];
      returnType = FunctionExpressionType.LogicalType;
      #cache;
      constructor(options = {}) {
        this.options = options;
        this.cacheSize = options.cacheSize ?? 10;
        this.throwErrors = options.throwErrors ?? false;
        this.iRegexpCheck = options.iRegexpCheck ?? true;
        this.#cache = new LRUCache(this.cacheSize);
      }
      // eslint-disable-next-line sonarjs/cognitive-complexity
      call(s, pattern) {
        if (this.cacheSize > 0) {
          const re = this.#cache.get(pattern);
          if (re) {
            try {
              return re.test(s);
            } catch (error) {
              if (this.throwErrors) throw error;
              return false;
            }
          }
        }
        if (!isString(pattern)) {
          if (this.throwErrors) {
            throw new IRegexpError(`match() expected a string pattern, found ${pattern}`);
          }
          return false;
        }
        if (this.iRegexpCheck && !check$1(pattern)) {
          if (this.throwErrors) {
            throw new IRegexpError(`pattern ${pattern} is not a valid I-Regexp pattern`);
          }
          return false;
        }
        try {
          const re = new RegExp(fullMatch(pattern), "u");
          if (this.cacheSize > 0) this.#cache.set(pattern, re);
          return re.test(s);
        } catch (error) {
          if (this.throwErrors) throw error;
          return false;
        }
      }
    };
    var Search = class {
      argTypes = [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType];
      returnType = FunctionExpressionType.LogicalType;
      #cache;
      constructor(options = {}) {
        this.options = options;
        this.cacheSize = options.cacheSize ?? 10;
        this.throwErrors = options.throwErrors ?? false;
        this.iRegexpCheck = options.iRegexpCheck ?? true;
        this.#cache = new LRUCache(this.cacheSize);
      }
      // eslint-disable-next-line sonarjs/cognitive-complexity
      call(s, pattern) {
        if (this.cacheSize > 0) {
          const re = this.#cache.get(pattern);
          if (re) {
            try {
              return !!s.match(re);
            } catch (error) {
              if (this.throwErrors) throw error;
              return false;
            }
          }
        }
        if (!isString(pattern)) {
          if (this.throwErrors) {
            throw new IRegexpError(`match() expected a string pattern, found ${pattern}`);
          }
          return false;
        }
        if (this.iRegexpCheck && !check$1(pattern)) {
          if (this.throwErrors) {
            throw new IRegexpError(`pattern ${pattern} is not a valid I-Regexp pattern`);
          }
          return false;
        }
        try {
          const re = new RegExp(mapRegexp(pattern), "u");
          if (this.cacheSize > 0) this.#cache.set(pattern, re);
          return !!s.match(re);
        } catch (error) {
          if (this.throwErrors) throw error;
          return false;
        }
      }
    };
    var Value = class {
      argTypes = [FunctionExpressionType.NodesType];
      returnType = FunctionExpressionType.ValueType;
      call(nodes) {
        if (nodes.length === 1) return nodes.nodes[0].value;
        return Nothing;
      }
    };
    var TokenKind = /* @__PURE__ */ (function(TokenKind2) {
      TokenKind2["AND"] = "TOKEN_AND";
      TokenKind2["COLON"] = "TOKEN_COLON";
      TokenKind2["COMMA"] = "TOKEN_COMMA";
      TokenKind2["CURRENT"] = "TOKEN_CURRENT_VALUE";
      TokenKind2["CURRENT_KEY"] = "TOKEN_CURRENT_KEY";
      TokenKind2["DDOT"] = "TOKEN_DDOT";
      TokenKind2["DOT"] = "TOKEN_DOT";
      TokenKind2["DOUBLE_QUOTE_STRING"] = "TOKEN_DOUBLE_QUOTE_STRING";
      TokenKind2["EOF"] = "TOKEN_EOF";
      TokenKind2["EQ"] = "TOKEN_EQ";
      TokenKind2["ERROR"] = "TOKEN_ERROR";
      TokenKind2["FALSE"] = "TOKEN_FALSE";
      TokenKind2["FILTER"] = "TOKEN_FILTER_START";
      TokenKind2["FUNCTION"] = "TOKEN_FUNCTION";
      TokenKind2["GE"] = "TOKEN_GE";
      TokenKind2["GT"] = "TOKEN_GT";
      TokenKind2["INDEX"] = "TOKEN_INDEX";
      TokenKind2["KEY"] = "TOKEN_KEY";
      TokenKind2["KEY_DOUBLE_QUOTE_STRING"] = "TOKEN_KEY_DOUBLE_QUOTE_STRING";
      TokenKind2["KEY_SINGLE_QUOTE_STRING"] = "TOKEN_KEY_SINGLE_QUOTE_STRING";
      TokenKind2["KEYS"] = "TOKEN_KEYS";
      TokenKind2["KEYS_FILTER"] = "TOKEN_KEYS_FILTER";
      TokenKind2["LBRACKET"] = "TOKEN_LBRACKET";
      TokenKind2["LE"] = "TOKEN_LE";
      TokenKind2["LG"] = "TOKEN_LG";
      TokenKind2["LPAREN"] = "TOKEN_LPAREN";
      TokenKind2["LT"] = "TOKEN_LT";
      TokenKind2["NAME"] = "TOKEN_NAME";
      TokenKind2["NE"] = "TOKEN_NE";
      TokenKind2["NOT"] = "TOKEN_NOT";
      TokenKind2["NULL"] = "TOKEN_NULL";
      TokenKind2["NUMBER"] = "NUMBER";
      TokenKind2["OR"] = "TOKEN_OR";
      TokenKind2["RBRACKET"] = "TOKEN_RBRACKET";
      TokenKind2["ROOT"] = "TOKEN_ROOT";
      TokenKind2["RPAREN"] = "TOKEN_RPAREN";
      TokenKind2["SINGLE_QUOTE_STRING"] = "TOKEN_SINGLE_QUOTE_STRING";
      TokenKind2["TRUE"] = "TOKEN_TRUE";
      TokenKind2["WILD"] = "TOKEN_WILD";
      return TokenKind2;
    })({});
    var Token = class {
      constructor(kind, value, index2, input) {
        this.kind = kind;
        this.value = value;
        this.index = index2;
        this.input = input;
      }
    };
    new Token(TokenKind.EOF, "", -1, "");
    var TokenStream = class {
      #pos = 0;
      constructor(tokens) {
        this.tokens = tokens;
      }
      get current() {
        return this.tokens[this.#pos];
      }
      get peek() {
        if (this.#pos >= this.tokens.length - 1) return this.tokens[this.tokens.length - 1];
        return this.tokens[this.#pos + 1];
      }
      next() {
        const current = this.current;
        this.#pos += 1;
        return current;
      }
      backup() {
        if (this.#pos > 0) this.#pos -= 1;
      }
      expect(kind) {
        if (this.current.kind !== kind) {
          throw new JSONPathSyntaxError(`expected token '${kind}', found '${this.current.kind}'`, this.current);
        }
      }
      expectPeek(kind) {
        const peeked = this.peek;
        if (peeked.kind !== kind) {
          throw new JSONPathSyntaxError(`expected token '${kind}', found '${peeked.kind}'`, peeked);
        }
      }
      expectPeekNot(kind, message) {
        const peeked = this.peek;
        if (peeked.kind === kind) {
          throw new JSONPathSyntaxError(message, peeked);
        }
      }
    };
    var exponentPattern = /[eE][+-]?\d+/y;
    var functionNamePattern = /[a-z][a-z_0-9]*/y;
    var indexPattern = /-?\d+/y;
    var intPattern = /-?\d+/y;
    var namePattern = /[\u0080-\uFFFFa-zA-Z_][\u0080-\uFFFFa-zA-Z0-9_-]*/y;
    var whitespace = /* @__PURE__ */ new Set([" ", "\n", "	", "\r"]);
    var nameFirstPattern = /[\u0080-\uFFFFa-zA-Z_]/;
    var Lexer = class {
      /**
       * Filter nesting level.
       */
      filterLevel = 0;
      /**
       * A running count of parentheses for each, possibly nested, function call.
       *
       * If the stack is empty, we are not in a function call. Remember that
       * function arguments can use arbitrarily nested in parentheses.
       */
      funcCallStack = [];
      /**
       * A stack of parentheses and square brackets used to check for balanced
       * brackets.
       */
      bracketStack = [];
      /** Tokens resulting from tokenizing a JSONPath query. */
      tokens = [];
      #start = 0;
      #pos = 0;
      /**
       * @param path - A JSONPath query.
       */
      constructor(environment2, path) {
        this.environment = environment2;
        this.path = path;
      }
      get pos() {
        return this.#pos;
      }
      get start() {
        return this.#start;
      }
      run() {
        let state = lexRoot;
        while (state) {
          state = state(this);
        }
      }
      emit(t) {
        this.tokens.push(new Token(t, this.path.slice(this.#start, this.#pos), this.#start, this.path));
        this.#start = this.#pos;
      }
      next() {
        if (this.#pos >= this.path.length) return "";
        const s = this.path[this.#pos];
        this.#pos += 1;
        return s;
      }
      ignore() {
        this.#start = this.#pos;
      }
      backup() {
        if (this.#pos <= this.#start) {
          const msg = "can't backup beyond start";
          throw new JSONPathLexerError(msg, new Token(TokenKind.ERROR, msg, this.#pos, this.path));
        }
        this.#pos -= 1;
      }
      peek() {
        const ch = this.next();
        if (ch) this.backup();
        return ch;
      }
      peekMatch(pattern) {
        const ch = this.next();
        if (ch) this.backup();
        return pattern.test(ch);
      }
      accept(valid) {
        const ch = this.next();
        if (valid.has(ch)) return true;
        if (ch) this.backup();
        return false;
      }
      acceptMatch(pattern) {
        const ch = this.next();
        if (pattern.test(ch)) return true;
        if (ch) this.backup();
        return false;
      }
      acceptRun(valid) {
        let found = false;
        let ch = this.next();
        while (valid.has(ch)) {
          ch = this.next();
          found = true;
        }
        if (ch) this.backup();
        return found;
      }
      acceptMatchRun(pattern) {
        pattern.lastIndex = this.#pos;
        const match2 = pattern.exec(this.path);
        pattern.lastIndex = 0;
        if (match2) {
          this.#pos += match2[0].length;
          return true;
        }
        return false;
      }
      ignoreWhitespace() {
        if (this.#pos !== this.#start) {
          const msg = `must emit or ignore before consuming whitespace ('${this.path.slice(this.#start, this.#pos)}':${this.pos})`;
          throw new JSONPathLexerError(msg, new Token(TokenKind.ERROR, msg, this.pos, this.path));
        }
        if (this.acceptRun(whitespace)) {
          this.ignore();
          return true;
        }
        return false;
      }
      error(msg) {
        this.tokens.push(new Token(TokenKind.ERROR, msg, this.#pos, this.path));
      }
    };
    function lex(environment2, path) {
      const lexer = new Lexer(environment2, path);
      return [lexer, lexer.tokens];
    }
    function tokenize(environment2, path) {
      const [lexer, tokens] = lex(environment2, path);
      lexer.run();
      if (tokens.length && tokens[tokens.length - 1].kind === TokenKind.ERROR) {
        throw new JSONPathSyntaxError(tokens[tokens.length - 1].value, tokens[tokens.length - 1]);
      }
      if (lexer.bracketStack.length !== 0) {
        const [ch, index2] = lexer.bracketStack[lexer.bracketStack.length - 1];
        const msg = "unbalanced brackets";
        throw new JSONPathSyntaxError(msg, new Token(TokenKind.ERROR, ch, index2, path));
      }
      return tokens;
    }
    function lexRoot(l) {
      const ch = l.next();
      if (ch !== "$") {
        l.backup();
        l.error(`expected '$', found '${ch}'`);
        return null;
      }
      l.emit(TokenKind.ROOT);
      return lexSegment;
    }
    function lexSegment(l) {
      if (l.ignoreWhitespace() && !l.peek()) {
        l.error("trailing whitespace");
      }
      const ch = l.next();
      switch (ch) {
        case "":
          l.emit(TokenKind.EOF);
          return null;
        case ".":
          if (l.peek() === ".") {
            l.next();
            l.emit(TokenKind.DDOT);
            return lexDescendantSelection;
          }
          return lexDotSelector;
        case "[":
          l.bracketStack.push(["[", l.start]);
          l.emit(TokenKind.LBRACKET);
          return lexInsideBracketedSelection;
        default:
          l.backup();
          if (l.filterLevel) return lexInsideFilter;
          l.error(`expected '.', '..' or a bracketed selection, found '${ch}'`);
          return null;
      }
    }
    function lexDescendantSelection(l) {
      if (l.acceptMatchRun(namePattern)) {
        l.emit(TokenKind.NAME);
        return lexSegment;
      }
      if (!l.environment.strict) {
        if (l.environment.keysPattern.source === "~" && l.peek() === "~") {
          l.next();
          if (l.peekMatch(nameFirstPattern)) {
            l.ignore();
            l.acceptMatchRun(namePattern);
            l.emit(TokenKind.KEY);
            return lexSegment;
          } else {
            l.emit(TokenKind.KEYS);
            return lexSegment;
          }
        } else if (l.acceptMatchRun(l.environment.keysPattern)) {
          l.emit(TokenKind.KEYS);
          return lexSegment;
        }
      }
      const ch = l.next();
      switch (ch) {
        case "":
          l.error("bald descendant segment");
          return null;
        case "*":
          l.emit(TokenKind.WILD);
          return lexSegment;
        case "[":
          l.bracketStack.push(["[", l.start]);
          l.emit(TokenKind.LBRACKET);
          return lexInsideBracketedSelection;
        default:
          l.backup();
          l.error(`unexpected descendent selection token '${ch}'`);
          return null;
      }
    }
    function lexDotSelector(l) {
      l.ignore();
      if (l.ignoreWhitespace()) {
        l.error("unexpected whitespace after dot");
        return null;
      }
      if (!l.environment.strict) {
        if (l.environment.keysPattern.source === "~" && l.peek() === "~") {
          l.next();
          if (l.peekMatch(nameFirstPattern)) {
            l.ignore();
            l.acceptMatchRun(namePattern);
            l.emit(TokenKind.KEY);
            return lexSegment;
          } else {
            l.emit(TokenKind.KEYS);
            return lexSegment;
          }
        } else if (l.acceptMatchRun(l.environment.keysPattern)) {
          l.emit(TokenKind.KEYS);
          return lexSegment;
        }
      }
      if (l.acceptMatchRun(namePattern)) {
        l.emit(TokenKind.NAME);
        return lexSegment;
      }
      const ch = l.next();
      if (ch === "*") {
        l.emit(TokenKind.WILD);
        return lexSegment;
      }
      l.backup();
      l.error(`unexpected shorthand selector '${ch}'`);
      return null;
    }
    function lexInsideBracketedSelection(l) {
      for (; ; ) {
        l.ignoreWhitespace();
        if (l.acceptMatchRun(indexPattern)) {
          l.emit(TokenKind.INDEX);
          continue;
        }
        if (!l.environment.strict && l.acceptMatchRun(l.environment.keysPattern)) {
          switch (l.peek()) {
            case "'":
              l.ignore();
              l.next();
              return lexSingleQuoteKeyString(l);
            case '"':
              l.ignore();
              l.next();
              return lexDoubleQuoteKeyString(l);
            case "?":
              l.next();
              l.emit(TokenKind.KEYS_FILTER);
              l.filterLevel += 1;
              return lexInsideFilter;
            default:
              l.emit(TokenKind.KEYS);
              continue;
          }
        }
        const ch = l.next();
        switch (ch) {
          case "]":
            if (l.bracketStack.length === 0 || l.bracketStack[l.bracketStack.length - 1][0] !== "[") {
              l.backup();
              l.error("unbalanced brackets");
              return null;
            }
            l.bracketStack.pop();
            l.emit(TokenKind.RBRACKET);
            return lexSegment;
          case "":
            l.error("unclosed bracketed selection");
            return null;
          case "*":
            l.emit(TokenKind.WILD);
            continue;
          case "?":
            l.emit(TokenKind.FILTER);
            l.filterLevel += 1;
            return lexInsideFilter;
          case ",":
            l.emit(TokenKind.COMMA);
            continue;
          case ":":
            l.emit(TokenKind.COLON);
            continue;
          case "'":
            return lexSingleQuoteStringInsideBracketSelection;
          case '"':
            return lexDoubleQuoteStringInsideBracketSelection;
          default:
            l.backup();
            l.error(`unexpected token '${ch}' in bracketed selection`);
            return null;
        }
      }
    }
    function lexInsideFilter(l) {
      for (; ; ) {
        l.ignoreWhitespace();
        const ch = l.next();
        switch (ch) {
          case "":
            l.error("unclosed bracketed selection");
            return null;
          case "]":
            l.filterLevel -= 1;
            l.backup();
            return lexInsideBracketedSelection;
          case ",":
            l.emit(TokenKind.COMMA);
            if (l.funcCallStack.length) continue;
            l.filterLevel -= 1;
            return lexInsideBracketedSelection;
          case "'":
            return lexSingleQuoteStringInsideFilterExpression;
          case '"':
            return lexDoubleQuoteStringInsideFilterExpression;
          case "(":
            l.bracketStack.push(["(", l.start]);
            l.emit(TokenKind.LPAREN);
            if (l.funcCallStack.length) l.funcCallStack[l.funcCallStack.length - 1] += 1;
            continue;
          case ")":
            if (l.bracketStack.length === 0 || l.bracketStack[l.bracketStack.length - 1][0] !== "(") {
              l.backup();
              l.error("unbalanced brackets");
              return null;
            }
            l.bracketStack.pop();
            l.emit(TokenKind.RPAREN);
            if (l.funcCallStack.length) {
              if (l.funcCallStack[l.funcCallStack.length - 1] === 1) {
                l.funcCallStack.pop();
              } else {
                l.funcCallStack[l.funcCallStack.length - 1] -= 1;
              }
            }
            continue;
          case "$":
            l.emit(TokenKind.ROOT);
            return lexSegment;
          case "@":
            l.emit(TokenKind.CURRENT);
            return lexSegment;
          case "#":
            if (l.environment.strict) {
              l.backup();
              l.error(`unexpected filter selector token '${ch}'`);
              return null;
            }
            l.emit(TokenKind.CURRENT_KEY);
            return lexSegment;
          case ".":
            l.backup();
            return lexSegment;
          case "!":
            if (l.peek() === "=") {
              l.next();
              l.emit(TokenKind.NE);
            } else {
              l.emit(TokenKind.NOT);
            }
            continue;
          case "=":
            if (l.peek() === "=") {
              l.next();
              l.emit(TokenKind.EQ);
              continue;
            } else {
              l.backup();
              l.error(`unexpected filter selector token '${ch}'`);
              return null;
            }
          case "<":
            if (l.peek() === "=") {
              l.next();
              l.emit(TokenKind.LE);
            } else {
              l.emit(TokenKind.LT);
            }
            continue;
          case ">":
            if (l.peek() === "=") {
              l.next();
              l.emit(TokenKind.GE);
            } else {
              l.emit(TokenKind.GT);
            }
            continue;
          default:
            l.backup();
            if (l.acceptMatchRun(intPattern)) {
              if (l.peek() === ".") {
                l.next();
                if (!l.acceptMatchRun(intPattern)) {
                  l.error("a fractional digit is required after a decimal point");
                  return null;
                }
              }
              l.acceptMatchRun(exponentPattern);
              l.emit(TokenKind.NUMBER);
              continue;
            }
            if (l.acceptMatchRun(/&&/y)) {
              l.emit(TokenKind.AND);
              continue;
            }
            if (l.acceptMatchRun(/\|\|/y)) {
              l.emit(TokenKind.OR);
              continue;
            }
            if (l.acceptMatchRun(/true/y)) {
              l.emit(TokenKind.TRUE);
              continue;
            }
            if (l.acceptMatchRun(/false/y)) {
              l.emit(TokenKind.FALSE);
              continue;
            }
            if (l.acceptMatchRun(/null/y)) {
              l.emit(TokenKind.NULL);
              continue;
            }
            if (l.acceptMatchRun(functionNamePattern) && l.peek() === "(") {
              l.funcCallStack.push(1);
              l.emit(TokenKind.FUNCTION);
              l.bracketStack.push(["(", l.start]);
              l.next();
              l.ignore();
              continue;
            }
        }
        l.error(`unexpected filter selector token '${ch}'`);
        return null;
      }
    }
    function makeLexString(quote, state, token_kind) {
      function _lexString(l) {
        l.ignore();
        if (l.peek() === quote) {
          l.emit(quote === "'" ? TokenKind.SINGLE_QUOTE_STRING : TokenKind.DOUBLE_QUOTE_STRING);
          l.next();
          l.ignore();
          return state;
        }
        for (; ; ) {
          const la = l.path.slice(l.pos, l.pos + 2);
          const ch = l.next();
          if (la === "\\\\" || la === `\\${quote}`) {
            l.next();
            continue;
          } else if (ch === "\\" && !la.match(/\\[bfnrtu/]/)) {
            l.error(`invalid escape`);
            return null;
          }
          if (!ch) {
            l.error(`unclosed string starting at index ${l.start}`);
            return null;
          }
          if (ch === quote) {
            l.backup();
            l.emit(token_kind);
            l.next();
            l.ignore();
            return state;
          }
        }
      }
      return _lexString;
    }
    var lexSingleQuoteStringInsideBracketSelection = makeLexString("'", lexInsideBracketedSelection, TokenKind.SINGLE_QUOTE_STRING);
    var lexDoubleQuoteStringInsideBracketSelection = makeLexString('"', lexInsideBracketedSelection, TokenKind.DOUBLE_QUOTE_STRING);
    var lexSingleQuoteStringInsideFilterExpression = makeLexString("'", lexInsideFilter, TokenKind.SINGLE_QUOTE_STRING);
    var lexDoubleQuoteStringInsideFilterExpression = makeLexString('"', lexInsideFilter, TokenKind.DOUBLE_QUOTE_STRING);
    var lexSingleQuoteKeyString = makeLexString("'", lexInsideBracketedSelection, TokenKind.KEY_SINGLE_QUOTE_STRING);
    var lexDoubleQuoteKeyString = makeLexString('"', lexInsideBracketedSelection, TokenKind.KEY_DOUBLE_QUOTE_STRING);
    var JSONPathSelector = class {
      /**
       * @param token - The token at the start of this selector.
       */
      constructor(environment2, token) {
        this.environment = environment2;
        this.token = token;
      }
      /**
       * @param node - Nodes matched by preceding selectors.
       */
      /**
       * @param node - Nodes matched by preceding selectors.
       */
      /**
       * Return a canonical string representation of this selector.
       */
    };
    var NameSelector = class extends JSONPathSelector {
      constructor(environment2, token, name) {
        super(environment2, token);
        this.environment = environment2;
        this.token = token;
        this.name = name;
      }
      resolve(node) {
        const rv = [];
        if (!isArray(node.value) && hasStringKey(node.value, this.name)) {
          rv.push(new JSONPathNode(node.value[this.name], node.location.concat(this.name), node.root));
        }
        return rv;
      }
      *lazyResolve(node) {
        if (!isArray(node.value) && hasStringKey(node.value, this.name)) {
          yield new JSONPathNode(node.value[this.name], node.location.concat(this.name), node.root);
        }
      }
      toString(options) {
        const {
          form
        } = {
          ...defaultSerializationOptions,
          ...options
        };
        return form === "canonical" ? toCanonical(this.name) : toQuoted(this.name);
      }
      shorthand() {
        return toShorthand(this.name);
      }
    };
    var IndexSelector = class extends JSONPathSelector {
      constructor(environment2, token, index2) {
        super(environment2, token);
        this.environment = environment2;
        this.token = token;
        this.index = index2;
        if (index2 < this.environment.minIntIndex || index2 > this.environment.maxIntIndex) {
          throw new JSONPathIndexError("index out of range", this.token);
        }
      }
      resolve(node) {
        const rv = [];
        if (isArray(node.value)) {
          const normIndex = this.normalizedIndex(node.value.length);
          if (normIndex in node.value) {
            rv.push(new JSONPathNode(node.value[normIndex], node.location.concat(normIndex), node.root));
          }
        }
        return rv;
      }
      *lazyResolve(node) {
        if (isArray(node.value)) {
          const normIndex = this.normalizedIndex(node.value.length);
          if (normIndex in node.value) {
            yield new JSONPathNode(node.value[normIndex], node.location.concat(normIndex), node.root);
          }
        }
      }
      toString() {
        return String(this.index);
      }
      normalizedIndex(length) {
        if (this.index < 0 && length >= Math.abs(this.index)) return length + this.index;
        return this.index;
      }
    };
    var SliceSelector = class extends JSONPathSelector {
      constructor(environment2, token, start, stop, step2) {
        super(environment2, token);
        this.environment = environment2;
        this.token = token;
        this.start = start;
        this.stop = stop;
        this.step = step2;
        this.checkRange(start, stop, step2);
      }
      resolve(node) {
        const rv = [];
        if (!isArray(node.value)) return rv;
        for (const [i, value] of this.slice(node.value, this.start, this.stop, this.step)) {
          rv.push(new JSONPathNode(value, node.location.concat(i), node.root));
        }
        return rv;
      }
      *lazyResolve(node) {
        if (isArray(node.value)) {
          for (const [i, value] of this.lazySlice(node.value, this.start, this.stop, this.step)) {
            yield new JSONPathNode(value, node.location.concat(i), node.root);
          }
        }
      }
      toString() {
        const start = this.start ? this.start : "";
        const stop = this.stop ? this.stop : "";
        const step2 = this.step ? this.step : "1";
        return `${start}:${stop}:${step2}`;
      }
      checkRange(...indices) {
        for (const index2 of indices) {
          if (index2 !== void 0 && (index2 < this.environment.minIntIndex || index2 > this.environment.maxIntIndex)) {
            throw new JSONPathIndexError("index out of range", this.token);
          }
        }
      }
      slice(arr, start, stop, step2) {
        const len = arr.length;
        step2 = step2 ?? 1;
        if (step2 === 0 || !len) return [];
        const result = [];
        let i;
        if (step2 > 0) {
          i = this.normalizeIndex(start, 0, len, step2);
          const stop_ = this.normalizeIndex(stop, len, len, step2);
          for (; i < stop_; i += step2) {
            result.push([i, arr[i]]);
          }
        } else {
          i = this.normalizeIndex(start, len - 1, len, step2);
          const stop_ = this.normalizeIndex(stop, -1, len, step2);
          for (; i > stop_; i += step2) {
            result.push([i, arr[i]]);
          }
        }
        return result;
      }
      *lazySlice(arr, start, stop, step2) {
        const len = arr.length;
        step2 = step2 ?? 1;
        if (step2 === 0 || !len) return [];
        let i;
        if (step2 > 0) {
          i = this.normalizeIndex(start, 0, len, step2);
          const stop_ = this.normalizeIndex(stop, len, len, step2);
          for (; i < stop_; i += step2) {
            yield [i, arr[i]];
          }
        } else {
          i = this.normalizeIndex(start, len - 1, len, step2);
          const stop_ = this.normalizeIndex(stop, -1, len, step2);
          for (; i > stop_; i += step2) {
            yield [i, arr[i]];
          }
        }
      }
      normalizeIndex(n, defaultValue, len, step2) {
        if (n === void 0) return defaultValue;
        if (n < 0) return step2 < 0 ? Math.max(n + len, -1) : Math.max(n + len, 0);
        return step2 < 0 ? Math.min(n, len - 1) : Math.min(n, len);
      }
    };
    var WildcardSelector = class extends JSONPathSelector {
      constructor(environment2, token) {
        super(environment2, token);
        this.environment = environment2;
        this.token = token;
      }
      resolve(node) {
        const rv = [];
        if (node.value instanceof String) return rv;
        if (isArray(node.value)) {
          for (let i = 0; i < node.value.length; i++) {
            rv.push(new JSONPathNode(node.value[i], node.location.concat(i), node.root));
          }
        } else if (isObject(node.value)) {
          for (const [key, value] of this.environment.entries(node.value)) {
            rv.push(new JSONPathNode(value, node.location.concat(key), node.root));
          }
        }
        return rv;
      }
      *lazyResolve(node) {
        if (isArray(node.value)) {
          for (let i = 0; i < node.value.length; i++) {
            yield new JSONPathNode(node.value[i], node.location.concat(i), node.root);
          }
        } else if (isObject(node.value) && !isString(node.value)) {
          for (const [key, value] of this.environment.entries(node.value)) {
            yield new JSONPathNode(value, node.location.concat(key), node.root);
          }
        }
      }
      toString() {
        return "*";
      }
    };
    var FilterSelector = class extends JSONPathSelector {
      constructor(environment2, token, expression2) {
        super(environment2, token);
        this.environment = environment2;
        this.token = token;
        this.expression = expression2;
      }
      resolve(node) {
        const rv = [];
        if (node.value instanceof String) return rv;
        if (isArray(node.value)) {
          for (let i = 0; i < node.value.length; i++) {
            const value = node.value[i];
            const filterContext = {
              environment: this.environment,
              currentValue: value,
              rootValue: node.root,
              currentKey: i
            };
            if (this.expression.evaluate(filterContext)) {
              rv.push(new JSONPathNode(value, node.location.concat(i), node.root));
            }
          }
        } else if (isObject(node.value)) {
          for (const [key, value] of this.environment.entries(node.value)) {
            const filterContext = {
              environment: this.environment,
              currentValue: value,
              rootValue: node.root,
              currentKey: key
            };
            if (this.expression.evaluate(filterContext)) {
              rv.push(new JSONPathNode(value, node.location.concat(key), node.root));
            }
          }
        }
        return rv;
      }
      *lazyResolve(node) {
        if (isArray(node.value)) {
          for (let i = 0; i < node.value.length; i++) {
            const value = node.value[i];
            const filterContext = {
              environment: this.environment,
              currentValue: value,
              rootValue: node.root,
              lazy: true,
              currentKey: i
            };
            if (this.expression.evaluate(filterContext)) {
              yield new JSONPathNode(value, node.location.concat(i), node.root);
            }
          }
        } else if (isObject(node.value) && !isString(node.value)) {
          for (const [key, value] of this.environment.entries(node.value)) {
            const filterContext = {
              environment: this.environment,
              currentValue: value,
              rootValue: node.root,
              lazy: true,
              currentKey: key
            };
            if (this.expression.evaluate(filterContext)) {
              yield new JSONPathNode(value, node.location.concat(key), node.root);
            }
          }
        }
      }
      toString(options) {
        return `?${this.expression.toString(options)}`;
      }
    };
    var selectors = /* @__PURE__ */ Object.freeze({
      __proto__: null,
      FilterSelector,
      IndexSelector,
      JSONPathSelector,
      NameSelector,
      SliceSelector,
      WildcardSelector
    });
    var JSONPathSegment = class {
      constructor(environment2, token, selectors2) {
        this.environment = environment2;
        this.token = token;
        this.selectors = selectors2;
      }
      /**
       * @param nodes - Nodes matched by preceding segments.
       */
      /**
       * @param nodes - Nodes matched by preceding segments.
       */
      /**
       * Return a string representation of this segment.
       */
    };
    var ChildSegment = class extends JSONPathSegment {
      resolve(nodes) {
        const rv = [];
        for (const node of nodes) {
          for (const selector of this.selectors) {
            rv.push(...selector.resolve(node));
          }
        }
        return rv;
      }
      *lazyResolve(nodes) {
        for (const node of nodes) {
          for (const selector of this.selectors) {
            yield* selector.resolve(node);
          }
        }
      }
      toString(options) {
        const {
          form
        } = {
          ...defaultSerializationOptions,
          ...options
        };
        if (form === "pretty" && this.selectors.length === 1 && this.selectors[0] instanceof NameSelector) {
          const shorthand = this.selectors[0].shorthand();
          if (shorthand != null) return `.${shorthand}`;
        }
        return `[${this.selectors.map((s) => s.toString(options)).join(", ")}]`;
      }
    };
    var DescendantSegment = class extends JSONPathSegment {
      resolve(nodes) {
        const rv = [];
        const visitor = (this.environment.nondeterministic ? this.nondeterministicVisit : this.visit).bind(this);
        for (const node of nodes) {
          for (const _node of visitor(node)) {
            for (const selector of this.selectors) {
              rv.push(...selector.resolve(_node));
            }
          }
        }
        return rv;
      }
      *lazyResolve(nodes) {
        for (const node of nodes) {
          for (const _node of this.visit(node)) {
            for (const selector of this.selectors) {
              yield* selector.resolve(_node);
            }
          }
        }
      }
      toString(options) {
        return `..[${this.selectors.map((s) => s.toString(options)).join(", ")}]`;
      }
      *visit(node, depth = 1) {
        if (depth >= this.environment.maxRecursionDepth) {
          throw new JSONPathRecursionLimitError("recursion limit reached", this.token);
        }
        yield node;
        if (isArray(node.value)) {
          for (let i = 0; i < node.value.length; i++) {
            const _node = new JSONPathNode(node.value[i], node.location.concat(i), node.root);
            yield* this.visit(_node, depth + 1);
          }
        } else if (isObject(node.value)) {
          for (const [key, value] of this.environment.entries(node.value)) {
            const _node = new JSONPathNode(value, node.location.concat(key), node.root);
            yield* this.visit(_node, depth + 1);
          }
        }
      }
      *nondeterministicVisit(root, depth = 1) {
        let queue = Array.from(this.nondeterministicChildren(root)).map((node) => [node, depth]);
        yield root;
        while (queue.length) {
          const [node, _depth] = queue.shift();
          yield node;
          if (_depth >= this.environment.maxRecursionDepth) {
            throw new JSONPathRecursionLimitError("recursion limit reached", this.token);
          }
          const visitChildren = Math.random() < 0.5;
          for (const child of this.nondeterministicChildren(node)) {
            if (visitChildren) {
              yield child;
              const grandchildren = Array.from(this.nondeterministicChildren(child)).map((n) => [n, _depth + 2]);
              queue = interleave(queue, grandchildren);
            } else {
              queue.push([child, _depth + 1]);
            }
          }
        }
      }
      *nondeterministicChildren(node) {
        if (isString(node.value)) return;
        if (isArray(node.value)) {
          for (let i = 0; i < node.value.length; i++) {
            yield new JSONPathNode(node.value[i], node.location.concat(i), node.root);
          }
        } else if (isObject(node.value)) {
          for (const [key, value] of this.environment.entries(node.value)) {
            yield new JSONPathNode(value, node.location.concat(key), node.root);
          }
        }
      }
    };
    function interleave(arrayA, arrayB) {
      if (arrayA.length === 0) {
        return arrayB;
      }
      if (arrayB.length === 0) {
        return arrayA;
      }
      const iterators = [];
      const itA = arrayA[Symbol.iterator]();
      const itB = arrayB[Symbol.iterator]();
      for (let i = 0; i < arrayA.length; i++) {
        iterators.push(itA);
      }
      for (let i = 0; i < arrayB.length; i++) {
        iterators.push(itB);
      }
      shuffle(iterators);
      return iterators.map((it) => it.next().value);
    }
    function shuffle(entries) {
      for (let i = entries.length - 1; i > 0; i--) {
        const j = Math.floor(Math.random() * (i + 1));
        [entries[i], entries[j]] = [entries[j], entries[i]];
      }
      return entries;
    }
    var JSONPathQuery = class {
      constructor(environment2, segments) {
        this.environment = environment2;
        this.segments = segments;
      }
      /**
       * Apply this JSONPath query to _value_.
       * @param value - A JSON-like object to apply this query to.
       * @returns Nodes matched by applying this query to _value_.
       */
      query(value) {
        let nodes = [new JSONPathNode(value, [], value)];
        for (const segment of this.segments) {
          nodes = segment.resolve(nodes);
        }
        return new JSONPathNodeList(nodes);
      }
      /**
       * Apply this JSONPath query to _value_.
       * @param value - A JSON-like object to apply this query to.
       * @returns An iterator over nodes matched by applying this query to _value_.
       */
      lazyQuery(value) {
        let nodes = [new JSONPathNode(value, [], value)][Symbol.iterator]();
        for (const segment of this.segments) {
          nodes = segment.lazyResolve(nodes);
        }
        return nodes;
      }
      /**
       * Return a {@link JSONPathNode} instance for the first object found in
       * _value_ matching this query.
       *
       * @param value - JSON-like data to which this query will be applied.
       * @returns The first node in _value_ matching this query, or `undefined` if
       * there are no matches.
       */
      match(value) {
        const it = this.lazyQuery(value);
        const rv = it.next();
        if (rv.done) return void 0;
        return rv.value;
      }
      /**
       * Return a string representation of this query.
       */
      toString(options) {
        return `$${this.segments.map((s) => s.toString(options)).join("")}`;
      }
      /**
       * Return `true` if this query is a _singular query_, or `false` otherwise.
       */
      singularQuery() {
        for (const segment of this.segments) {
          if (segment instanceof DescendantSegment) return false;
          if (segment.selectors.length === 1 && (segment.selectors[0] instanceof NameSelector || segment.selectors[0] instanceof IndexSelector)) {
            continue;
          }
          return false;
        }
        return true;
      }
    };
    var CurrentKey = class extends FilterExpression {
      evaluate(context) {
        return context.currentKey ?? Nothing;
      }
      toString() {
        return "#";
      }
    };
    var KeySelector = class extends JSONPathSelector {
      constructor(environment2, token, key) {
        super(environment2, token);
        this.environment = environment2;
        this.token = token;
        this.key = key;
      }
      resolve(node) {
        const rv = [];
        if (node.value instanceof String || isArray(node.value)) return rv;
        if (isObject(node.value) && hasStringKey(node.value, this.key)) {
          rv.push(new JSONPathNode(this.key, node.location.concat(`${KEY_MARK}${this.key}`), node.root));
        }
        return rv;
      }
      *lazyResolve(node) {
        if (!isString(node.value) && isObject(node.value) && hasStringKey(node.value, this.key)) {
          yield new JSONPathNode(this.key, node.location.concat(`${KEY_MARK}${this.key}`), node.root);
        }
      }
      toString(options) {
        const {
          form
        } = {
          ...defaultSerializationOptions,
          ...options
        };
        const serialize = form === "canonical" ? toCanonical : toQuoted;
        return `~${serialize(this.key)}`;
      }
    };
    var KeysSelector = class extends JSONPathSelector {
      constructor(environment2, token) {
        super(environment2, token);
        this.environment = environment2;
        this.token = token;
      }
      resolve(node) {
        const rv = [];
        if (node.value instanceof String || isArray(node.value)) return rv;
        if (isObject(node.value)) {
          for (const [key, _] of this.environment.entries(node.value)) {
            rv.push(new JSONPathNode(key, node.location.concat(`${KEY_MARK}${key}`), node.root));
          }
        }
        return rv;
      }
      *lazyResolve(node) {
        if (isObject(node.value) && !isString(node.value) && !isArray(node.value)) {
          for (const [key, _] of this.environment.entries(node.value)) {
            yield new JSONPathNode(key, node.location.concat(`${KEY_MARK}${key}`), node.root);
          }
        }
      }
      toString() {
        return "~";
      }
    };
    var KeysFilterSelector = class extends JSONPathSelector {
      constructor(environment2, token, expression2) {
        super(environment2, token);
        this.environment = environment2;
        this.token = token;
        this.expression = expression2;
      }
      resolve(node) {
        const rv = [];
        if (node.value instanceof String || isArray(node.value)) return rv;
        if (isObject(node.value)) {
          for (const [key, value] of this.environment.entries(node.value)) {
            const filterContext = {
              environment: this.environment,
              currentValue: value,
              rootValue: node.root,
              currentKey: key
            };
            if (this.expression.evaluate(filterContext)) {
              rv.push(new JSONPathNode(key, node.location.concat(`${KEY_MARK}${key}`), node.root));
            }
          }
        }
        return rv;
      }
      *lazyResolve(node) {
        if (node.value instanceof String || isArray(node.value)) return;
        if (isObject(node.value)) {
          for (const [key, value] of this.environment.entries(node.value)) {
            const filterContext = {
              environment: this.environment,
              currentValue: value,
              rootValue: node.root,
              lazy: true,
              currentKey: key
            };
            if (this.expression.evaluate(filterContext)) {
              yield new JSONPathNode(key, node.location.concat(`${KEY_MARK}${key}`), node.root);
            }
          }
        }
      }
      toString(options) {
        return `~?${this.expression.toString(options)}`;
      }
    };
    var PRECEDENCE_LOWEST = 1;
    var PRECEDENCE_LOGICAL_OR = 4;
    var PRECEDENCE_LOGICAL_AND = 5;
    var PRECEDENCE_COMPARISON = 6;
    var PRECEDENCE_PREFIX = 7;
    var PRECEDENCES = /* @__PURE__ */ new Map([[TokenKind.AND, PRECEDENCE_LOGICAL_AND], [TokenKind.EQ, PRECEDENCE_COMPARISON], [TokenKind.GE, PRECEDENCE_COMPARISON], [TokenKind.GT, PRECEDENCE_COMPARISON], [TokenKind.LE, PRECEDENCE_COMPARISON], [TokenKind.LT, PRECEDENCE_COMPARISON], [TokenKind.NE, PRECEDENCE_COMPARISON], [TokenKind.NOT, PRECEDENCE_PREFIX], [TokenKind.OR, PRECEDENCE_LOGICAL_OR], [TokenKind.RPAREN, PRECEDENCE_LOWEST]]);
    var BINARY_OPERATORS = /* @__PURE__ */ new Map([[TokenKind.AND, "&&"], [TokenKind.EQ, "=="], [TokenKind.GE, ">="], [TokenKind.GT, ">"], [TokenKind.LE, "<="], [TokenKind.LT, "<"], [TokenKind.NE, "!="], [TokenKind.OR, "||"]]);
    var COMPARISON_OPERATORS = /* @__PURE__ */ new Set(["==", ">=", ">", "<=", "<", "!="]);
    var Parser = class {
      constructor(environment2) {
        this.environment = environment2;
        this.tokenMap = /* @__PURE__ */ new Map([[TokenKind.FALSE, this.parseBoolean], [TokenKind.NUMBER, this.parseNumber], [TokenKind.LPAREN, this.parseGroupedExpression], [TokenKind.NOT, this.parsePrefixExpression], [TokenKind.NULL, this.parseNull], [TokenKind.ROOT, this.parseRootQuery], [TokenKind.CURRENT, this.parseRelativeQuery], [TokenKind.SINGLE_QUOTE_STRING, this.parseString], [TokenKind.DOUBLE_QUOTE_STRING, this.parseString], [TokenKind.TRUE, this.parseBoolean], [TokenKind.FUNCTION, this.parseFunction], [TokenKind.CURRENT_KEY, this.parseCurrentKey]]);
      }
      parse(stream) {
        if (stream.current.kind === TokenKind.ROOT) stream.next();
        const segments = this.parseQuery(stream);
        if (stream.current.kind !== TokenKind.EOF) {
          throw new JSONPathSyntaxError(`unexpected token '${stream.current.kind}'`, stream.current);
        }
        return segments;
      }
      parseQuery(stream, inFilter = false) {
        const segments = [];
        loop: for (; ; ) {
          switch (stream.current.kind) {
            case TokenKind.DDOT: {
              const token = stream.next();
              const selectors2 = this.parseSelectors(stream);
              segments.push(new DescendantSegment(this.environment, token, selectors2));
              break;
            }
            case TokenKind.LBRACKET:
            case TokenKind.KEY:
            case TokenKind.KEYS:
            case TokenKind.NAME:
            case TokenKind.WILD: {
              const token = stream.current;
              const selectors2 = this.parseSelectors(stream);
              segments.push(new ChildSegment(this.environment, token, selectors2));
              break;
            }
            default: {
              if (inFilter) stream.backup();
              break loop;
            }
          }
          stream.next();
        }
        return segments;
      }
      parseSelectors(stream) {
        switch (stream.current.kind) {
          case TokenKind.NAME:
            return [new NameSelector(this.environment, stream.current, stream.current.value)];
          case TokenKind.WILD:
            return [new WildcardSelector(this.environment, stream.current)];
          case TokenKind.KEY:
            return [new KeySelector(this.environment, stream.current, stream.current.value)];
          case TokenKind.KEYS:
            return [new KeysSelector(this.environment, stream.current)];
          case TokenKind.LBRACKET:
            return this.parseBracketedSelection(stream);
          default:
            return [];
        }
      }
      parseIndex(stream) {
        if (stream.current.value.length > 1 && stream.current.value.startsWith("0") || stream.current.value.startsWith("-0")) {
          throw new JSONPathSyntaxError("leading zero in index selector", stream.current);
        }
        return new IndexSelector(this.environment, stream.current, Number(stream.current.value));
      }
      parseSlice(stream) {
        const tok = stream.current;
        const indices = [];
        function maybeIndex(token) {
          if (token.kind === TokenKind.INDEX) {
            if (token.value.length > 1 && token.value.startsWith("0") || token.value.startsWith("-0")) {
              throw new JSONPathSyntaxError("leading zero in index selector", token);
            }
            return true;
          }
          return false;
        }
        if (maybeIndex(stream.current)) {
          indices.push(Number(stream.current.value));
          stream.next();
          stream.expect(TokenKind.COLON);
          stream.next();
        } else {
          indices.push(void 0);
          stream.expect(TokenKind.COLON);
          stream.next();
        }
        if (maybeIndex(stream.current)) {
          indices.push(Number(stream.current.value));
          stream.next();
          if (stream.current.kind === TokenKind.COLON) {
            stream.next();
          }
        } else if (stream.current.kind === TokenKind.COLON) {
          indices.push(void 0);
          stream.expect(TokenKind.COLON);
          stream.next();
        }
        if (maybeIndex(stream.current)) {
          indices.push(Number(stream.current.value));
          stream.next();
        }
        stream.backup();
        return new SliceSelector(this.environment, tok, ...indices);
      }
      parseBracketedSelection(stream) {
        const token = stream.next();
        const selectors2 = [];
        while (stream.current.kind !== TokenKind.RBRACKET) {
          switch (stream.current.kind) {
            case TokenKind.SINGLE_QUOTE_STRING:
            case TokenKind.DOUBLE_QUOTE_STRING:
              selectors2.push(new NameSelector(this.environment, stream.current, this.decodeString(stream.current)));
              break;
            case TokenKind.FILTER:
              selectors2.push(this.parseFilter(stream));
              break;
            case TokenKind.INDEX:
              if (stream.peek.kind === TokenKind.COLON) {
                selectors2.push(this.parseSlice(stream));
              } else {
                selectors2.push(this.parseIndex(stream));
              }
              break;
            case TokenKind.COLON:
              selectors2.push(this.parseSlice(stream));
              break;
            case TokenKind.WILD:
              selectors2.push(new WildcardSelector(this.environment, stream.current));
              break;
            case TokenKind.KEY_SINGLE_QUOTE_STRING:
            case TokenKind.KEY_DOUBLE_QUOTE_STRING:
              selectors2.push(new KeySelector(this.environment, stream.current, this.decodeString(stream.current)));
              break;
            case TokenKind.KEYS_FILTER:
              selectors2.push(this.parseFilter(stream, true));
              break;
            case TokenKind.KEYS:
              selectors2.push(new KeysSelector(this.environment, stream.current));
              break;
            case TokenKind.EOF:
              throw new JSONPathSyntaxError("unexpected end of query", stream.current);
            default:
              throw new JSONPathSyntaxError(`unexpected token in bracketed selection '${stream.current.kind}'`, stream.current);
          }
          if (stream.peek.kind !== TokenKind.RBRACKET) {
            stream.expectPeek(TokenKind.COMMA);
            stream.next();
            stream.expectPeekNot(TokenKind.RBRACKET, "unexpected trailing comma");
          }
          stream.next();
        }
        if (!selectors2.length) {
          throw new JSONPathSyntaxError("empty bracketed segment", token);
        }
        return selectors2;
      }
      parseFilter(stream, keys = false) {
        const tok = stream.next();
        const expr = this.parseFilterExpression(stream);
        if (expr instanceof FunctionExtension) {
          const func = this.environment.functionRegister.get(expr.name);
          if (func && func.returnType === FunctionExpressionType.ValueType) {
            throw new JSONPathTypeError(`result of ${expr.name}()  must be compared`, expr.token);
          }
        }
        this.throwForLiteral(expr);
        return keys ? new KeysFilterSelector(this.environment, tok, new LogicalExpression(tok, expr)) : new FilterSelector(this.environment, tok, new LogicalExpression(tok, expr));
      }
      parseBoolean(stream) {
        if (stream.current.kind === TokenKind.FALSE) return new BooleanLiteral(stream.current, false);
        return new BooleanLiteral(stream.current, true);
      }
      parseNull(stream) {
        return new NullLiteral(stream.current);
      }
      parseString(stream) {
        return new StringLiteral(stream.current, this.decodeString(stream.current));
      }
      parseNumber(stream) {
        const value = stream.current.value;
        if (value.startsWith("0") && value.length > 1) {
          throw new JSONPathSyntaxError(`invalid number literal '${value}'`, stream.current);
        }
        const num = Number(stream.current.value);
        if (isNaN(num)) {
          throw new JSONPathSyntaxError(`invalid number literal '${value}'`, stream.current);
        }
        return new NumberLiteral(stream.current, num);
      }
      parsePrefixExpression(stream) {
        stream.expect(TokenKind.NOT);
        stream.next();
        return new PrefixExpression(stream.current, "!", this.parseFilterExpression(stream, PRECEDENCE_PREFIX));
      }
      parseInfixExpression(stream, left) {
        const tok = stream.next();
        const precedence = PRECEDENCES.get(tok.kind) || PRECEDENCE_LOWEST;
        const right = this.parseFilterExpression(stream, precedence);
        const operator = BINARY_OPERATORS.get(tok.kind);
        if (!operator) {
          throw new JSONPathSyntaxError(`unknown operator '${tok.kind}'`, tok);
        }
        if (COMPARISON_OPERATORS.has(operator)) {
          this.throwForNonComparable(left);
          this.throwForNonComparable(right);
        } else {
          this.throwForLiteral(left);
          this.throwForLiteral(right);
        }
        return new InfixExpression(tok, left, operator, right);
      }
      parseGroupedExpression(stream) {
        if (stream.peek.kind === TokenKind.RPAREN) {
          throw new JSONPathSyntaxError(`empty paren expression`, stream.current);
        }
        stream.next();
        let expr = this.parseFilterExpression(stream);
        stream.next();
        while (stream.current.kind !== TokenKind.RPAREN) {
          if (stream.current.kind === TokenKind.EOF) {
            throw new JSONPathSyntaxError("unbalanced parentheses", stream.current);
          }
          if (!BINARY_OPERATORS.has(stream.current.kind)) {
            throw new JSONPathSyntaxError(`expected an expression, found '${stream.current.value}'`, stream.current);
          }
          expr = this.parseInfixExpression(stream, expr);
        }
        stream.expect(TokenKind.RPAREN);
        return expr;
      }
      parseRootQuery(stream) {
        const tok = stream.next();
        return new RootQuery(tok, new JSONPathQuery(this.environment, this.parseQuery(stream, true)));
      }
      parseRelativeQuery(stream) {
        const tok = stream.next();
        return new RelativeQuery(tok, new JSONPathQuery(this.environment, this.parseQuery(stream, true)));
      }
      parseCurrentKey(stream) {
        return new CurrentKey(stream.current);
      }
      parseFunction(stream) {
        const args = [];
        const tok = stream.next();
        while (stream.current.kind !== TokenKind.RPAREN) {
          const func = this.tokenMap.get(stream.current.kind);
          if (!func) {
            throw new JSONPathSyntaxError(`unexpected '${stream.current.value}'`, stream.current);
          }
          let expr = func.bind(this)(stream);
          let peekKind = stream.peek.kind;
          while (BINARY_OPERATORS.has(peekKind)) {
            stream.next();
            expr = this.parseInfixExpression(stream, expr);
            peekKind = stream.peek.kind;
          }
          args.push(expr);
          if (stream.peek.kind !== TokenKind.RPAREN) {
            if (stream.peek.kind === TokenKind.RBRACKET) break;
            stream.expectPeek(TokenKind.COMMA);
            stream.next();
          }
          stream.next();
        }
        stream.expect(TokenKind.RPAREN);
        return new FunctionExtension(tok, tok.value, this.environment.checkWellTypedness(tok, args));
      }
      parseFilterExpression(stream, precedence = PRECEDENCE_LOWEST) {
        const func = this.tokenMap.get(stream.current.kind);
        if (!func) {
          let msg;
          switch (stream.current.kind) {
            case TokenKind.EOF:
            case TokenKind.RBRACKET:
              msg = "end of expression";
              break;
            default:
              msg = `'${stream.current.value}'`;
          }
          throw new JSONPathSyntaxError(`unexpected ${msg}`, stream.current);
        }
        let left = func.bind(this)(stream);
        for (; ; ) {
          const peekKind = stream.peek.kind;
          if (peekKind === TokenKind.EOF || peekKind === TokenKind.RBRACKET || (PRECEDENCES.get(peekKind) || PRECEDENCE_LOWEST) < precedence) {
            break;
          }
          if (!BINARY_OPERATORS.has(peekKind)) return left;
          stream.next();
          left = this.parseInfixExpression(stream, left);
        }
        return left;
      }
      decodeString(token) {
        return this.unescapeString(token.kind === TokenKind.SINGLE_QUOTE_STRING ? token.value.replaceAll('"', '\\"').replaceAll("\\'", "'") : token.value, token);
      }
      unescapeString(value, token) {
        const rv = [];
        const length = value.length;
        let index2 = 0;
        let codepoint;
        while (index2 < length) {
          const ch = value[index2];
          if (ch === "\\") {
            index2 += 1;
            switch (value[index2]) {
              case '"':
                rv.push('"');
                break;
              case "\\":
                rv.push("\\");
                break;
              case "/":
                rv.push("/");
                break;
              case "b":
                rv.push("\b");
                break;
              case "f":
                rv.push("\f");
                break;
              case "n":
                rv.push("\n");
                break;
              case "r":
                rv.push("\r");
                break;
              case "t":
                rv.push("	");
                break;
              case "u":
                [codepoint, index2] = this.decodeHexChar(value, index2, token);
                rv.push(this.stringFromCodePoint(codepoint, token));
                break;
              default:
                throw new JSONPathSyntaxError(`unknown escape sequence at index ${token.index + index2 - 1}`, token);
            }
          } else {
            this.stringFromCodePoint(ch.codePointAt(0), token);
            rv.push(ch);
          }
          index2 += 1;
        }
        return rv.join("");
      }
      /**
       * Decode a `\uXXXX` or `\uXXXX\uXXXX` escape sequence from _value_ at _index_.
       *
       * @param value - A string value containing the sequence to decode.
       * @param index - The start index of an escape sequence in _value_.
       * @param token - The token for the string value.
       * @returns - A codepoint, new index tuple.
       */
      decodeHexChar(value, index2, token) {
        const length = value.length;
        if (index2 + 4 >= length) {
          throw new JSONPathSyntaxError(`incomplete escape sequence at index ${token.index + index2 - 1}`, token);
        }
        index2 += 1;
        let codepoint = this.parseHexDigits(value.slice(index2, index2 + 4), token);
        if (isLowSurrogate(codepoint)) {
          throw new JSONPathSyntaxError(`unexpected low surrogate codepoint at index ${token.index + index2 - 2}`, token);
        }
        if (isHighSurrogate(codepoint)) {
          if (!(index2 + 9 < length && value[index2 + 4] === "\\" && value[index2 + 5] === "u")) {
            throw new JSONPathSyntaxError(`incomplete escape sequence at index ${token.index + index2 - 2}`, token);
          }
          const lowSurrogate = this.parseHexDigits(value.slice(index2 + 6, index2 + 10), token);
          if (!isLowSurrogate(lowSurrogate)) {
            throw new JSONPathSyntaxError(`unexpected codepoint at index ${token.index + index2 + 4}`, token);
          }
          codepoint = 65536 + ((codepoint & 1023) << 10 | lowSurrogate & 1023);
          return [codepoint, index2 + 9];
        }
        return [codepoint, index2 + 3];
      }
      /**
       * Parse a hexadecimal string as an integer.
       *
       * @param digits - Hexadecimal digit string.
       * @param token - The token for the string value.
       * @returns - The number representation of _digits_.
       *
       * Note that we're not using `parseInt(digits, 16)` because it accepts `+`
       * and `-` and things we don't allow.
       */
      parseHexDigits(digits, token) {
        const encoder = new TextEncoder();
        let codepoint = 0;
        for (const digit of encoder.encode(digits)) {
          codepoint <<= 4;
          switch (digit) {
            case 48:
            case 49:
            case 50:
            case 51:
            case 52:
            case 53:
            case 54:
            case 55:
            case 56:
            case 57:
              codepoint |= digit - 48;
              break;
            case 97:
            case 98:
            case 99:
            case 100:
            case 101:
            case 102:
              codepoint |= digit - 97 + 10;
              break;
            case 65:
            case 66:
            case 67:
            case 68:
            case 69:
            case 70:
              codepoint |= digit - 65 + 10;
              break;
            default:
              throw new JSONPathSyntaxError("invalid \\uXXXX escape sequence", token);
          }
        }
        return codepoint;
      }
      /** Check the codepoint is valid and return its string representation. */
      stringFromCodePoint(codepoint, token) {
        if (codepoint === void 0 || codepoint <= 31) {
          throw new JSONPathSyntaxError(`invalid character`, token);
        }
        try {
          return String.fromCodePoint(codepoint);
        } catch {
          throw new JSONPathSyntaxError("invalid escape sequence", token);
        }
      }
      throwForNonComparable(expr) {
        if ((expr instanceof RootQuery || expr instanceof RelativeQuery) && !expr.path.singularQuery()) {
          throw new JSONPathTypeError("non-singular query is not comparable", expr.token);
        }
        if (expr instanceof FunctionExtension) {
          const func = this.environment.functionRegister.get(expr.name);
          if (func && func.returnType !== FunctionExpressionType.ValueType) {
            throw new JSONPathTypeError(`result of ${expr.name}() is not comparable`, expr.token);
          }
        }
      }
      throwForLiteral(expr) {
        if (expr instanceof FilterExpressionLiteral) {
          throw new JSONPathSyntaxError(`filter expression literals (${expr.toString()}) must be compared`, expr.token);
        }
      }
    };
    function isHighSurrogate(codepoint) {
      return codepoint >= 55296 && codepoint <= 56319;
    }
    function isLowSurrogate(codepoint) {
      return codepoint >= 56320 && codepoint <= 57343;
    }
    var JSONPathEnvironment2 = class {
      /**
       * Indicates if the environment should to be strict about its compliance with
       * JSONPath standards.
       *
       * Defaults to `true`. Setting `strict` to `false` currently has no effect.
       * If/when we add non-standard features, the environment's strictness will
       * control their availability.
       */
      /**
       * The maximum number allowed when indexing or slicing an array. Defaults to
       * 2**53 -1.
       */
      /**
       * The minimum number allowed when indexing or slicing an array. Defaults to
       * -(2**53) -1.
       */
      /**
       * The maximum number of objects and/or arrays the recursive descent selector
       * can visit before a `JSONPathRecursionLimitError` is thrown.
       */
      /**
       * If `true`, enable nondeterministic ordering when iterating JSON object data.
       */
      /**
       * The pattern to use for the non-standard _keys selector_.
       */
      /**
       * A map of function names to objects implementing the {@link FilterFunction}
       * interface. You are free to set or delete custom filter functions directly.
       */
      functionRegister = /* @__PURE__ */ new Map();
      /**
       * @param options - Environment configuration options.
       */
      constructor(options = {}) {
        this.strict = options.strict ?? true;
        this.maxIntIndex = options.maxIntIndex ?? Math.pow(2, 53) - 1;
        this.minIntIndex = options.maxIntIndex ?? -Math.pow(2, 53) + 1;
        this.maxRecursionDepth = options.maxRecursionDepth ?? 50;
        this.nondeterministic = options.nondeterministic ?? false;
        this.keysPattern = options.keysPattern ?? /~/y;
        this.parser = new Parser(this);
        this.setupFilterFunctions();
      }
      /**
       * @param path - A JSONPath query to parse.
       * @returns A new {@link JSONPathQuery} object, bound to this environment.
       */
      compile(path) {
        return new JSONPathQuery(this, this.parser.parse(new TokenStream(tokenize(this, path))));
      }
      /**
       *
       * @param path - A JSONPath query to parse and evaluate against _value_.
       * @param value - Data to which _path_ will be applied.
       * @returns The {@link JSONPathNodeList} resulting from applying _path_
       * to _value_.
       */
      query(path, value) {
        return this.compile(path).query(value);
      }
      /**
       * A lazy version of {@link query} which is faster and more memory
       * efficient when querying some large datasets.
       *
       * @param path - A JSONPath query to parse and evaluate against _value_.
       * @param value - Data to which _path_ will be applied.
       * @returns A sequence of {@link JSONPathNode} objects resulting from
       * applying _path_ to _value_.
       */
      lazyQuery(path, value) {
        return this.compile(path).lazyQuery(value);
      }
      /**
       * Return a {@link JSONPathNode} instance for the first object found in
       * _value_ matching _path_.
       *
       * @param path - A JSONPath query.
       * @param value - JSON-like data to which the query _path_ will be applied.
       * @returns The first node in _value_ matching  _path_, or `undefined` if
       * there are no matches.
       */
      match(path, value) {
        return this.compile(path).match(value);
      }
      /**
       * A hook for setting up the function register. You are encouraged to
       * override this method in classes extending `JSONPathEnvironment`.
       */
      setupFilterFunctions() {
        this.functionRegister.set("count", new Count());
        this.functionRegister.set("length", new Length());
        this.functionRegister.set("search", new Search());
        this.functionRegister.set("match", new Match());
        this.functionRegister.set("value", new Value());
      }
      /**
       * Check the well-typedness of a function's arguments at compile-time.
       *
       * This method is called by the parser when parsing function calls.
       * It is expected to throw a {@link JSONPathTypeError} if the function's
       * parameters are not well-typed.
       *
       * Override this if you want to deviate from the JSONPath Spec's function
       * extension type system.
       *
       * @param token - The {@link Token} starting the function call. `Token.value`
       * will contain the name of the function.
       * @param args - One {@link FilterExpression} for each argument.
       */
      // eslint-disable-next-line sonarjs/cognitive-complexity
      checkWellTypedness(token, args) {
        const func = this.functionRegister.get(token.value);
        if (!func) {
          throw new UndefinedFilterFunctionError(`no such function '${token.value}'`, token);
        }
        if (args.length !== func.argTypes.length) {
          throw new JSONPathTypeError(`${token.value}() takes ${func.argTypes.length} argument${func.argTypes.length === 1 ? "" : "s"}, ${args.length} given`, token);
        }
        for (const [typ, arg, idx] of func.argTypes.map((t, i) => [t, args[i], i])) {
          switch (typ) {
            case FunctionExpressionType.ValueType:
              if (!(arg instanceof FilterExpressionLiteral || arg instanceof CurrentKey || arg instanceof FilterQuery && arg.path.singularQuery() || arg instanceof FunctionExtension && this.functionRegister.get(arg.name)?.returnType === FunctionExpressionType.ValueType)) {
                throw new JSONPathTypeError(`${token.value}() argument ${idx} must be of ValueType`, arg.token);
              }
              break;
            case FunctionExpressionType.LogicalType:
              if (!(arg instanceof FilterQuery || arg instanceof InfixExpression)) {
                throw new JSONPathTypeError(`${token.value}() argument ${idx} must be of LogicalType`, arg.token);
              }
              break;
            case FunctionExpressionType.NodesType:
              if (!(arg instanceof FilterQuery || arg instanceof FunctionExtension && this.functionRegister.get(arg.name)?.returnType === FunctionExpressionType.NodesType)) {
                throw new JSONPathTypeError(`${token.value}() argument ${idx} must be of NodesType`, arg.token);
              }
          }
        }
        return args;
      }
      /**
       * Return an array of key/values of the enumerable properties in _obj_.
       *
       * If you want to introduce some nondeterminism to iterating JSON-like
       * objects, do it here. The wildcard selector, descendent segment and
       * filter selector all use `this.environment.entries`.
       *
       * @param obj - A JSON-like object.
       */
      entries(obj) {
        function shuffle2(entries) {
          for (let i = entries.length - 1; i > 0; i--) {
            const j = Math.floor(Math.random() * (i + 1));
            [entries[i], entries[j]] = [entries[j], entries[i]];
          }
          return entries;
        }
        if (this.nondeterministic) {
          return shuffle2(Object.entries(obj));
        }
        return Object.entries(obj);
      }
    };
    var Has = class {
      argTypes = [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType];
      returnType = FunctionExpressionType.LogicalType;
      #cache;
      constructor(options = {}) {
        this.options = options;
        this.cacheSize = options.cacheSize ?? 10;
        this.throwErrors = options.throwErrors ?? false;
        this.iRegexpCheck = options.iRegexpCheck ?? true;
        this.search = options.search ?? true;
        this.#cache = new LRUCache(this.cacheSize);
      }
      // eslint-disable-next-line sonarjs/cognitive-complexity
      call(value, pattern) {
        if (this.cacheSize > 0) {
          const re = this.#cache.get(pattern);
          if (re) {
            try {
              if (isObject(value)) {
                return Object.keys(value).some((k) => !!k.match(re));
              }
              return false;
            } catch (error) {
              if (this.throwErrors) throw error;
              return false;
            }
          }
        }
        if (!isString(pattern)) {
          if (this.throwErrors) {
            throw new IRegexpError(`match() expected a string pattern, found ${pattern}`);
          }
          return false;
        }
        if (this.iRegexpCheck && !check$1(pattern)) {
          if (this.throwErrors) {
            throw new IRegexpError(`pattern ${pattern} is not a valid I-Regexp pattern`);
          }
          return false;
        }
        try {
          const re = this.search ? new RegExp(mapRegexp(pattern), "u") : new RegExp(mapRegexp(fullMatch(pattern)), "u");
          if (this.cacheSize > 0) this.#cache.set(pattern, re);
          if (isObject(value)) {
            return Object.keys(value).some((k) => !!k.match(re));
          }
          return false;
        } catch (error) {
          if (this.throwErrors) throw error;
          return false;
        }
      }
    };
    var index$2 = /* @__PURE__ */ Object.freeze({
      __proto__: null,
      Count,
      FunctionExpressionType,
      Has,
      Length,
      Match,
      Search,
      Value
    });
    var DEFAULT_ENVIRONMENT = new JSONPathEnvironment2();
    function query(path, value) {
      return DEFAULT_ENVIRONMENT.query(path, value);
    }
    function lazyQuery(path, value) {
      return DEFAULT_ENVIRONMENT.lazyQuery(path, value);
    }
    function compile3(path) {
      return DEFAULT_ENVIRONMENT.compile(path);
    }
    function match(path, value) {
      return DEFAULT_ENVIRONMENT.match(path, value);
    }
    var index$1 = /* @__PURE__ */ Object.freeze({
      __proto__: null,
      DEFAULT_ENVIRONMENT,
      FunctionExpressionType,
      JSONPathEnvironment: JSONPathEnvironment2,
      JSONPathError,
      JSONPathIndexError,
      JSONPathLexerError,
      JSONPathNode,
      JSONPathNodeList,
      JSONPathQuery,
      JSONPathRecursionLimitError,
      JSONPathSegment,
      JSONPathSelector,
      JSONPathSyntaxError,
      JSONPathTypeError,
      KEY_MARK,
      Nothing,
      Token,
      TokenKind,
      compile: compile3,
      expressions: expression,
      functions: index$2,
      lazyQuery,
      match,
      query,
      selectors
    });
    var JSONPatchError = class extends Error {
      constructor(message) {
        super(message);
        this.message = message;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPatchError";
      }
    };
    var JSONPatchTestFailure = class extends JSONPatchError {
      constructor(message) {
        super(message);
        this.message = message;
        Object.setPrototypeOf(this, new.target.prototype);
        this.name = "JSONPatchTestFailure";
      }
    };
    var OpAdd = class {
      name = "add";
      constructor(path, value) {
        this.path = path;
        this.value = value;
      }
      apply(value, index2) {
        return add(value, this.path, this.value, this.name, index2);
      }
      toObject() {
        return {
          op: this.name,
          path: this.path.toString(),
          value: this.value
        };
      }
    };
    var OpRemove = class {
      name = "remove";
      constructor(path) {
        this.path = path;
      }
      apply(value, index2) {
        remove(value, this.path, this.name, index2);
        return value;
      }
      toObject() {
        return {
          op: this.name,
          path: this.path.toString()
        };
      }
    };
    var OpReplace = class {
      name = "replace";
      constructor(path, value) {
        this.path = path;
        this.value = value;
      }
      apply(value, index2) {
        const [parent, obj] = this.path.resolveWithParent(value);
        if (parent === UNDEFINED) {
          return this.value;
        }
        const target2 = this.path.tokens.at(-1);
        if (target2 === void 0) {
          throw new JSONPatchError(`unexpected operation on 'undefined' (${this.name}:${index2})`);
        }
        if (isArray(parent)) {
          if (obj === UNDEFINED) {
            throw new JSONPatchError(`can't replace nonexistent item (${this.name}:${index2})`);
          }
          parent.splice(Number(target2), 1, this.value);
          return value;
        }
        if (isObject(parent)) {
          if (obj === UNDEFINED) {
            throw new JSONPatchError(`can't replace nonexistent property (${this.name}:${index2})`);
          }
          parent[target2] = this.value;
          return value;
        }
        throw new JSONPatchError(`unexpected operation on '${typeof parent}' (${this.name}:${index2})`);
      }
      toObject() {
        return {
          op: this.name,
          path: this.path.toString(),
          value: this.value
        };
      }
    };
    var OpMove = class {
      name = "move";
      constructor(from, path) {
        this.from = from;
        this.path = path;
      }
      apply(value, index2) {
        if (this.path.isRelativeTo(this.from)) {
          throw new JSONPatchError(`can't move object to one of its own children (${this.name}:${index2})`);
        }
        const obj = remove(value, this.from, this.name, index2);
        return add(value, this.path, obj, this.name, index2);
      }
      toObject() {
        return {
          op: this.name,
          from: this.from.toString(),
          path: this.path.toString()
        };
      }
    };
    var OpCopy = class {
      name = "copy";
      constructor(from, path) {
        this.from = from;
        this.path = path;
      }
      apply(value, index2) {
        const [_, sourceObj] = this.from.resolveWithParent(value);
        if (sourceObj === UNDEFINED) {
          throw new JSONPatchError(`source object does not exist (${this.name}:${index2})`);
        }
        return add(value, this.path, sourceObj, this.name, index2);
      }
      // eslint-disable-next-line sonarjs/no-identical-functions
      toObject() {
        return {
          op: this.name,
          from: this.from.toString(),
          path: this.path.toString()
        };
      }
      deepCopy(value) {
        return JSON.parse(JSON.stringify(value));
      }
    };
    var OpTest = class {
      name = "test";
      constructor(path, value) {
        this.path = path;
        this.value = value;
      }
      apply(value, index2) {
        const [_, obj] = this.path.resolveWithParent(value);
        if (!deepEquals(obj, this.value)) {
          throw new JSONPatchTestFailure(`test failed (${this.name}:${index2})`);
        }
        return value;
      }
      toObject() {
        return {
          op: this.name,
          path: this.path.toString(),
          value: this.value
        };
      }
    };
    function add(data, path, value, opLabel, opIndex) {
      const [parent, obj] = path.resolveWithParent(data);
      if (parent === UNDEFINED) {
        return value;
      }
      const target2 = path.tokens.at(-1);
      if (target2 === void 0) {
        throw new JSONPatchError(`unexpected operation on 'undefined' (${opLabel}:${opIndex})`);
      }
      if (isArray(parent)) {
        if (obj === UNDEFINED) {
          if (!(target2 === "-" || Number(target2) === parent.length)) {
            throw new JSONPatchError(`index out of range (${opLabel}:${opIndex})`);
          }
          parent.push(value);
          return data;
        }
        parent.splice(Number(target2), 0, value);
        return data;
      }
      if (isObject(parent)) {
        parent[target2] = value;
        return data;
      }
      throw new JSONPatchError(`unexpected operation on '${typeof parent}' (${opLabel}:${opIndex})`);
    }
    function remove(data, path, opLabel, opIndex) {
      const [parent, obj] = path.resolveWithParent(data);
      if (parent === UNDEFINED) {
        throw new JSONPatchError(`can't remove root (${opLabel}:${opIndex})`);
      }
      const target2 = path.tokens.at(-1);
      if (target2 === void 0) {
        throw new JSONPatchError(`unexpected operation on 'undefined' (${opLabel}:${opIndex})`);
      }
      if (isArray(parent)) {
        if (obj === UNDEFINED) {
          throw new JSONPatchError(`can't ${opLabel} nonexistent item (${opLabel}:${opIndex})`);
        }
        parent.splice(Number(target2), 1);
        return obj;
      }
      if (isObject(parent)) {
        if (obj === UNDEFINED) {
          throw new JSONPatchError(`can't ${opLabel} nonexistent property (${opLabel}:${opIndex})`);
        }
        delete parent[target2];
        return obj;
      }
      throw new JSONPatchError(`unexpected operation on '${typeof parent}' (${opLabel}:${opIndex})`);
    }
    var JSONPatch = class {
      ops = [];
      /**
       *
       * @param ops -
       */
      constructor(ops) {
        if (ops) {
          this.build(ops);
        }
      }
      /**
       * @returns an iterator over ops in this patch.
       */
      *[Symbol.iterator]() {
        for (const op of this.ops) {
          yield op.toObject();
        }
      }
      /**
       *
       * @param path -
       * @param value -
       * @returns
       */
      add(path, value) {
        this.ops.push(new OpAdd(this.ensurePointer(path, "add", this.ops.length), value));
        return this;
      }
      /**
       *
       * @param path -
       */
      remove(path) {
        this.ops.push(new OpRemove(this.ensurePointer(path, "remove", this.ops.length)));
        return this;
      }
      /**
       *
       * @param path -
       * @param value -
       * @returns
       */
      replace(path, value) {
        this.ops.push(new OpReplace(this.ensurePointer(path, "replace", this.ops.length), value));
        return this;
      }
      /**
       *
       * @param from -
       * @param path -
       * @returns
       */
      move(from, path) {
        this.ops.push(new OpMove(this.ensurePointer(from, "move", this.ops.length), this.ensurePointer(path, "move", this.ops.length)));
        return this;
      }
      /**
       *
       * @param from -
       * @param path -
       * @returns
       */
      copy(from, path) {
        this.ops.push(new OpCopy(this.ensurePointer(from, "copy", this.ops.length), this.ensurePointer(path, "copy", this.ops.length)));
        return this;
      }
      /**
       *
       * @param path -
       * @param value -
       * @returns
       */
      test(path, value) {
        this.ops.push(new OpTest(this.ensurePointer(path, "test", this.ops.length), value));
        return this;
      }
      /**
       *
       * @param value -
       */
      apply(value) {
        let _value = value;
        for (let i = 0; i < this.ops.length; i++) {
          const op = this.ops[i];
          try {
            _value = op.apply(_value, i);
          } catch (error) {
            if (error instanceof JSONPointerResolutionError) {
              throw new JSONPatchError(`${error.message} (${op.name}:${i})`);
            }
            throw error;
          }
        }
        return _value;
      }
      /**
       *
       * @returns
       */
      toArray() {
        return this.ops.map((op) => op.toObject());
      }
      build(ops) {
        for (let i = 0; i < ops.length; i++) {
          const operation = ops[i];
          switch (operation.op) {
            case "add":
              this.add(this.opPointer(operation, "path", "add", i), this.opValue(operation, "value", "add", i));
              break;
            case "remove":
              this.remove(this.opPointer(operation, "path", "remove", i));
              break;
            case "replace":
              this.replace(this.opPointer(operation, "path", "replace", i), this.opValue(operation, "value", "replace", i));
              break;
            case "move":
              this.move(this.opPointer(operation, "from", "move", i), this.opPointer(operation, "path", "move", i));
              break;
            case "copy":
              this.copy(this.opPointer(operation, "from", "copy", i), this.opPointer(operation, "path", "copy", i));
              break;
            case "test":
              this.test(this.opPointer(operation, "path", "test", i), this.opValue(operation, "value", "test", i));
              break;
            default:
              throw new JSONPatchError(`expected 'op' to be one of 'add', 'remove', 'replace', 'move', 'copy' or 'test' (${operation.op}:${i})`);
          }
        }
      }
      opPointer(opObj, key, op, index2) {
        if (!Object.hasOwn(opObj, key)) {
          throw new JSONPatchError(`missing property '${key}' (${op}:${index2})`);
        }
        const p = opObj[key];
        if (!isString(p)) {
          throw new JSONPatchError(`expected a JSON Pointer string for '${key}', found ${typeof p} (${op}:${index2})`);
        }
        try {
          return new JSONPointer(p);
        } catch (error) {
          if (error instanceof JSONPointerError) {
            throw new JSONPatchError(`${error.message} (${op}:${index2})`);
          }
          throw error;
        }
      }
      opValue(opObj, key, op, index2) {
        if (!Object.hasOwn(opObj, key)) {
          throw new JSONPatchError(`missing property '${key}' (${op}:${index2})`);
        }
        return opObj[key];
      }
      ensurePointer(p, op, index2) {
        if (p instanceof JSONPointer) {
          return p;
        }
        if (!isString(p)) {
          throw new JSONPatchError(`expected a JSON Pointer string, found ${typeof p} (${op}:${index2})`);
        }
        try {
          return new JSONPointer(p);
        } catch (error) {
          if (error instanceof JSONPointerError) {
            throw new JSONPatchError(`${error.message} (${op}:${index2})`);
          }
          throw error;
        }
      }
    };
    function apply(ops, value) {
      return new JSONPatch(ops).apply(value);
    }
    var index = /* @__PURE__ */ Object.freeze({
      __proto__: null,
      JSONPatch,
      JSONPatchError,
      JSONPatchTestFailure,
      apply
    });
    var version = "2.3.1";
    exports.DEFAULT_ENVIRONMENT = DEFAULT_ENVIRONMENT;
    exports.FunctionExpressionType = FunctionExpressionType;
    exports.JSONPatch = JSONPatch;
    exports.JSONPatchError = JSONPatchError;
    exports.JSONPatchTestFailure = JSONPatchTestFailure;
    exports.JSONPathEnvironment = JSONPathEnvironment2;
    exports.JSONPathError = JSONPathError;
    exports.JSONPathIndexError = JSONPathIndexError;
    exports.JSONPathLexerError = JSONPathLexerError;
    exports.JSONPathNode = JSONPathNode;
    exports.JSONPathNodeList = JSONPathNodeList;
    exports.JSONPathQuery = JSONPathQuery;
    exports.JSONPathRecursionLimitError = JSONPathRecursionLimitError;
    exports.JSONPathSyntaxError = JSONPathSyntaxError;
    exports.JSONPathTypeError = JSONPathTypeError;
    exports.JSONPointer = JSONPointer;
    exports.Nothing = Nothing;
    exports.RelativeJSONPointer = RelativeJSONPointer;
    exports.Token = Token;
    exports.TokenKind = TokenKind;
    exports.UNDEFINED = UNDEFINED;
    exports.apply = apply;
    exports.compile = compile3;
    exports.jsonpatch = index;
    exports.jsonpath = index$1;
    exports.jsonpointer = index$3;
    exports.lazyQuery = lazyQuery;
    exports.query = query;
    exports.resolve = resolve;
    exports.version = version;
  }
});

// src/trace/json.ts
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function canonicalJson(value) {
  if (Array.isArray(value)) return arrayText(value, canonicalJson);
  if (!isJsonObject(value)) return JSON.stringify(value) ?? "null";
  return objectText(value, (_, member2) => canonicalJson(member2));
}
function arrayText(items, write) {
  let text = "[";
  for (const item of items) text += text === "[" ? write(item) : `,${write(item)}`;
  return `${text}]`;
}
function objectText(object, write) {
  let text = "{";
  for (const key of Object.keys(object).sort()) {
    const member2 = object[key];
    const written = member2 === void 0 ? null : write(key, member2);
    if (written !== null) text += `${text === "{" ? "" : ","}${JSON.stringify(key)}:${written}`;
  }
  return `${text}}`;
}
function sha256(text) {
  return $hash("sha256", text, "hex");
}
function hashJson(value) {
  return sha256(canonicalJson(value));
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function parsePythonJson(text) {
  const value = parseJson(text);
  if (value !== void 0 || !/NaN|Infinity/.test(text)) return value;
  let strict = "";
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote === -1 ? text.length : quote;
    const after = quote === -1 ? text.length : stringEnd(text, quote);
    strict += text.slice(at, end).replaceAll(/-?\bInfinity\b|\bNaN\b/g, "null") + text.slice(end, after);
    at = after;
  }
  return parseJson(strict);
}
function stringEnd(text, quote) {
  for (let end = text.indexOf('"', quote + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === "\\") escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
  return text.length;
}
function jsonFault(text) {
  try {
    JSON.parse(text);
    return "it is JSON";
  } catch (error) {
    return cut(messageOf(error), 200);
  }
}
function nestedDeeperThan(value, levels) {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  const isDeeper = (member2) => typeof member2 === "object" && member2 !== null && nestedDeeperThan(member2, levels - 1);
  if (Array.isArray(value)) return value.some(isDeeper);
  for (const key in value) if (isDeeper(value[key])) return true;
  return false;
}

// src/trace/wires/parts.ts
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function objectsOf(value) {
  return listOf(value).filter(isJsonObject);
}
function textOf(value) {
  return typeof value === "string" ? value : null;
}
function textParts(value) {
  return typeof value === "string" && value !== "" ? [{ kind: "text", text: value }] : [];
}
function reasoningParts(value) {
  return typeof value === "string" && value !== "" ? [{ kind: "reasoning", text: value }] : [];
}
function otherPart(value) {
  return { kind: "other", type: typeOf(value) };
}
function typeOf(value) {
  return (isJsonObject(value) ? textOf(value.type) : null) ?? "unknown";
}
function messageOf2(role, parts) {
  return parts.length === 0 ? [] : [{ role, parts }];
}
var MAX_LEVELS = 200;
function parsed(text) {
  const value = parseJson(text);
  return value === void 0 || nestedDeeperThan(value, MAX_LEVELS) ? void 0 : value;
}
function argumentsOf(value) {
  if (typeof value !== "string") return value ?? {};
  return value === "" ? {} : parsed(value) ?? value;
}
function resultOf(text) {
  const value = parsed(text);
  return typeof value === "object" && value !== null ? value : text;
}
function resultOfBlocks(content2) {
  if (typeof content2 === "string") return resultOf(content2);
  if (!Array.isArray(content2)) return content2 ?? "";
  const texts = [];
  const blocks = content2.map((block) => {
    const text = isJsonObject(block) ? textOf(block.text) : null;
    if (text !== null) texts.push(text);
    return text ?? { type: typeOf(block) };
  });
  return texts.length === blocks.length ? resultOf(texts.join("")) : blocks;
}
function toolDefinition(tool, parameters) {
  return {
    name: textOf(tool.name) ?? textOf(tool.type) ?? "unknown",
    description: textOf(tool.description),
    parameters: isJsonObject(parameters) ? parameters : {}
  };
}
function usageOf(counts) {
  if (typeof counts.input !== "number" && typeof counts.output !== "number") return null;
  return {
    inputTokens: countOf(counts.input),
    outputTokens: countOf(counts.output),
    cachedInputTokens: countOf(counts.cached)
  };
}
function countOf(value) {
  return typeof value === "number" && value > 0 ? value : 0;
}
function objectAt(object, key) {
  const value = object?.[key];
  return isJsonObject(value) ? value : void 0;
}

// src/trace/wires/anthropic-messages.ts
var anthropicMessages = {
  request(body) {
    const messages = listOf(body.messages).flatMap(messagesOf);
    return {
      instructions: [
        ...messageOf2("system", contentParts(body.system)),
        ...messages.filter((message) => message.role === "system")
      ],
      messages: messages.filter((message) => message.role !== "system"),
      tools: objectsOf(body.tools).map((tool) => toolDefinition(tool, tool.input_schema))
    };
  },
  response(body) {
    const usage = objectAt(body, "usage");
    const cached = countOf(usage?.cache_read_input_tokens);
    const input = usage?.input_tokens;
    return {
      id: textOf(body.id),
      model: textOf(body.model),
      message: Array.isArray(body.content) ? { role: "assistant", parts: contentParts(body.content) } : null,
      finishReason: textOf(body.stop_reason),
      usage: usageOf({
        // This wire counts cached input apart from input_tokens.
        input: typeof input === "number" ? input + cached + countOf(usage?.cache_creation_input_tokens) : input,
        output: usage?.output_tokens,
        cached
      })
    };
  }
};
function messagesOf(value) {
  if (!isJsonObject(value)) return [{ role: "user", parts: [otherPart(value)] }];
  const role = value.role;
  const parts = contentParts(value.content);
  if (role === "assistant" || role === "system") return messageOf2(role, parts);
  if (role !== "user") return [{ role: "user", parts: [{ kind: "other", type: `role ${textOf(role) ?? "missing"}` }] }];
  const messages = [];
  let run = [];
  for (const part of parts) {
    if (part.kind !== "tool_result") {
      run.push(part);
      continue;
    }
    messages.push(...messageOf2("user", run), { role: "tool", parts: [part] });
    run = [];
  }
  return [...messages, ...messageOf2("user", run)];
}
function contentParts(content2) {
  return Array.isArray(content2) ? content2.flatMap(partsOf) : textParts(content2);
}
function partsOf(block) {
  if (!isJsonObject(block)) return [otherPart(block)];
  switch (block.type) {
    case "text":
      return textParts(block.text);
    case "thinking":
      return reasoningParts(block.thinking);
    case "tool_use":
      return [
        {
          kind: "tool_call",
          id: textOf(block.id) ?? "",
          name: textOf(block.name) ?? "",
          arguments: argumentsOf(block.input)
        }
      ];
    case "tool_result":
      return [
        {
          kind: "tool_result",
          id: textOf(block.tool_use_id) ?? "",
          result: resultOfBlocks(block.content),
          isError: block.is_error === true
        }
      ];
    default:
      return [otherPart(block)];
  }
}

// src/trace/dialects/attributes.ts
var MAX_ERROR_CHARS = 2e3;
function textAt(attributes, ...names) {
  for (const name of names) {
    const value = attributes[name];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}
function numberAt(attributes, ...names) {
  for (const name of names) {
    const number = numberOf(attributes[name]);
    if (number !== null) return number;
  }
  return null;
}
function numberOf(value) {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && /^-?\d{1,20}(\.\d{1,20})?$/.test(value) ? Number(value) : null;
}
function textsAt(attributes, name) {
  const value = attributes[name];
  const list = typeof value === "string" && value.startsWith("[") ? parseJson(value) ?? value : value;
  if (typeof list === "string") return [list];
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}
function errorOf(span) {
  const type = textAt(span.attributes, "error.type");
  if (span.status.code !== "error" && type === null) return null;
  const exception = span.events.find(({ name }) => name === "exception")?.attributes ?? {};
  const text = textAt(exception, "exception.message") ?? type ?? textAt(exception, "exception.type") ?? "error";
  return (span.status.message || text).slice(0, MAX_ERROR_CHARS);
}
var NO_RUN = { conversationId: null, userId: null, attributes: {}, outcomes: [] };
function runOf(attributes) {
  const conversationId2 = textAt(attributes, "gen_ai.conversation.id", "session.id");
  const userId = textAt(attributes, "user.id", "enduser.id");
  return conversationId2 === null && userId === null ? NO_RUN : { ...NO_RUN, conversationId: conversationId2, userId };
}
function shown(value) {
  return cut(typeof value === "string" ? value.slice(0, 200) : (JSON.stringify(value) ?? "nothing").slice(0, 200), 60);
}

// src/trace/dialects/claude-code-logs.ts
var REQUEST_BODY = "api.request_body";
var RESPONSE_BODY = "api.response_body";
function spansOfClaudeLogs(logs, known) {
  const own2 = logs.filter(({ scope }) => scope.name.startsWith("com.anthropic.claude_code"));
  return [...Map.groupBy(own2, traceIdOf)].flatMap(([traceId, records]) => {
    const told = [...toldBy(records.sort(inSequence))];
    const interaction = told.find(([, { kind }]) => kind === "interaction");
    const isTraced = records.some(({ spanId: spanId2 }) => spanId2 !== null && known.has(spanId2));
    return told.map(([id, each]) => {
      const parent = isTraced ? activeSpan(each, known) : id === interaction?.[0] ? null : interaction?.[0] ?? null;
      return spanOf({ traceId, id, parent }, each, each === interaction?.[1] ? records : each.records);
    });
  });
}
function traceIdOf({ traceId, attributes }) {
  const [session, prompt] = [textAt(attributes, "session.id"), textAt(attributes, "prompt.id")];
  return traceId ?? `claude-code/${session ?? "no session"}/${prompt ?? "no prompt"}`;
}
function inSequence(a, b) {
  const place2 = ({ attributes }) => numberAt(attributes, "event.sequence") ?? 0;
  return place2(a) - place2(b) || a.timeUs - b.timeUs;
}
var KINDS = {
  user_prompt: "interaction",
  api_request: "llm_request",
  api_error: "llm_request",
  api_response_body: "llm_request",
  assistant_response: "llm_request",
  tool_decision: "tool",
  tool_result: "tool"
};
function toldBy(records) {
  const told = /* @__PURE__ */ new Map();
  const requests = /* @__PURE__ */ new Map();
  for (const record of records) {
    const { attributes } = record;
    const name = (record.eventName ?? "").replace(/^claude_code\./, "");
    const source = attributes.query_source ?? null;
    if (name === "api_request_body") requests.set(source, attributes.body ?? null);
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : void 0;
    if (kind === void 0) continue;
    const id = spanId(kind, record);
    const each = told.get(id) ?? { kind, records: [], attributes: {} };
    told.set(id, each);
    each.records.push(record);
    each.attributes = { ...each.attributes, ...attributes, ...content(name, attributes) };
    if (kind !== "llm_request" || !requests.has(source)) continue;
    each.attributes[REQUEST_BODY] ??= requests.get(source) ?? null;
    requests.delete(source);
  }
  return told;
}
function spanId(kind, { attributes, timeUs }) {
  const prompt = textAt(attributes, "prompt.id") ?? textAt(attributes, "session.id") ?? "";
  if (kind === "interaction") return `log:${prompt}`;
  return `log:${textAt(attributes, kind === "tool" ? "tool_use_id" : "request_id") ?? `${prompt}:${kind}:${timeUs}`}`;
}
function content(name, attributes) {
  if (name === "user_prompt") return { user_prompt: attributes.prompt ?? null };
  return name === "api_response_body" ? { [RESPONSE_BODY]: attributes.body ?? null } : {};
}
function activeSpan({ records }, known) {
  return records.find(({ spanId: active }) => active !== null && known.has(active))?.spanId ?? null;
}
function spanOf(place2, { kind, attributes, records }, during) {
  const [first2] = records;
  const name = `claude_code.${kind}`;
  const times = during.map(({ timeUs, attributes: own2 }) => timeUs - (numberAt(own2, "duration_ms") ?? 0) * 1e3);
  return {
    traceId: place2.traceId,
    spanId: place2.id,
    parentSpanId: place2.parent,
    name,
    scope: first2?.scope ?? { name, version: null },
    resource: first2?.resource ?? {},
    attributes: { ...attributes, "span.type": kind },
    events: [],
    // Events are logged at the end of what they tell.
    startUs: times.reduce((a, b) => Math.min(a, b)),
    endUs: during.reduce((end, { timeUs }) => Math.max(end, timeUs), 0),
    status: { code: "unset", message: null }
  };
}

// src/trace/dialects/decode.ts
var MAX_LEVELS2 = 64;
function decoded(text) {
  const once2 = parsed2(text);
  return typeof once2 === "string" ? parsed2(once2) ?? once2 : once2;
}
function argumentsFrom(value) {
  if (typeof value !== "string") return value ?? null;
  return value.trim() === "" ? {} : decoded(value) ?? value;
}
function resultFrom(value) {
  if (typeof value === "string") {
    const inner = value.startsWith('"') ? parsed2(value) : void 0;
    return blocksOf(shallow(typeof inner === "string" ? inner : value));
  }
  return blocksOf(value ?? null);
}
function shallow(text) {
  if (!/^\s*[[{]/.test(text)) return text;
  const result = resultOf(text);
  return isTooDeep(text, result) ? text : result;
}
function blocksOf(value) {
  if (!Array.isArray(value) || value.length === 0) return value;
  const [first2] = value;
  if (value.length === 1 && isJsonObject(first2) && isOnly(first2, "json")) return first2.json ?? null;
  return value.every(isTextBlock) ? resultOfBlocks(value) : value;
}
function isTextBlock(block) {
  return isJsonObject(block) && textOf(block.text) !== null && (block.type === "text" || isOnly(block, "text"));
}
function isOnly(block, name) {
  return block[name] !== void 0 && Object.keys(block).length === 1;
}
function parsed2(text) {
  if (!/^\s*(?:[[{"\-\d]|true\s*$|false\s*$|null\s*$)/.test(text)) return void 0;
  const value = parseJson(text);
  return value !== void 0 && isTooDeep(text, value) ? void 0 : value;
}
function isTooDeep(text, value) {
  return text.length > 2 * MAX_LEVELS2 && nestedDeeperThan(value, MAX_LEVELS2);
}

// src/trace/messages/calls.ts
var CALL_TYPE = /^(?:tool[-_](?:use|call)|(?:function|custom_tool)_call)$/;
var RESULT_TYPE = /^(?:tool[-_]result|tool_call_response|(?:function|custom_tool)_call_output|function_response)$/;
var CALL_MEMBERS = ["tool_call", "function_call", "functionCall", "toolUse"];
var RESULT_MEMBERS = ["function_response", "functionResponse", "toolResult"];
function isCall(value) {
  if (CALL_TYPE.test(textOf(value.type) ?? "") || memberOf(value, CALL_MEMBERS) !== void 0) return true;
  const called = objectAt(value, "function");
  if (called !== void 0) return "id" in value || "arguments" in called;
  return textOf(value.toolName) !== null && ("input" in value || "args" in value) && !isResult(value);
}
function isResult(value) {
  if (RESULT_TYPE.test(textOf(value.type) ?? "") || memberOf(value, RESULT_MEMBERS) !== void 0) return true;
  return textOf(value.toolName) !== null && ("output" in value || "result" in value);
}
function callPart(value) {
  const call = memberOf(value, CALL_MEMBERS) ?? value;
  const called = objectAt(call, "function") ?? objectAt(call, "custom") ?? call;
  return {
    kind: "tool_call",
    // In OpenAI's responses `id` names the item and `call_id` the call.
    id: firstText(call.call_id, call.toolCallId, call.tool_call_id, call.toolUseId, call.id),
    name: firstText(called.name, called.toolName, called.tool_name),
    arguments: argumentsOf2(called.arguments ?? called.args ?? called.input)
  };
}
function argumentsOf2(value) {
  return argumentsFrom(value) ?? {};
}
function resultPart(value) {
  const answer = memberOf(value, RESULT_MEMBERS) ?? value;
  const given = answer.response ?? answer.result ?? answer.output ?? answer.content;
  const typed = isJsonObject(given) && typeof given.type === "string" && "value" in given ? given : null;
  const failed = typed !== null && /^error/.test(textOf(typed.type) ?? "");
  return {
    kind: "tool_result",
    id: firstText(
      answer.tool_use_id,
      answer.tool_call_id,
      answer.toolCallId,
      answer.toolUseId,
      answer.call_id,
      answer.id
    ),
    result: resultFrom(typed?.value ?? given ?? ""),
    isError: failed || saysError(answer)
  };
}
function saysError(answer) {
  return answer.is_error === true || answer.isError === true || answer.status === "error";
}
function firstText(...values) {
  return values.map((value) => textOf(value)).find((text) => text !== null && text !== "") ?? "";
}
function memberOf(value, names) {
  for (const name of names) {
    const member2 = objectAt(value, name);
    if (member2 !== void 0) return member2;
  }
  return void 0;
}
function toolMessageIn(value) {
  if (!isJsonObject(value)) return null;
  const output = objectAt(value, "output") ?? value;
  const message = objectAt(output, "kwargs") ?? output;
  return typeof message.tool_call_id === "string" && "content" in message ? message : null;
}
function toolAnswerOf(value) {
  const message = toolMessageIn(value);
  if (message !== null) return resultPart(message);
  const isResponse = isJsonObject(value) && typeof value.name === "string" && "response" in value && "id" in value;
  return isResponse ? resultPart(value) : null;
}

// src/trace/messages/decode.ts
function decoded2(value) {
  if (typeof value !== "string") return value ?? null;
  return /^\s*[[{"]/.test(value) ? decoded(value) ?? value : value;
}

// src/trace/messages/parts.ts
var TEXT_TYPES = /* @__PURE__ */ new Set(["text", "input_text", "output_text", "refusal"]);
var REASONING_TYPES = /* @__PURE__ */ new Set(["thinking", "reasoning", "thought", "reasoning_text", "summary_text"]);
function contentParts2(content2) {
  if (Array.isArray(content2)) return partsOfAll(content2);
  if (!isJsonObject(content2)) return textParts(content2);
  if (Array.isArray(content2.parts)) return partsOfAll(content2.parts);
  return isBlock(content2) ? blockParts(content2) : textParts(JSON.stringify(content2));
}
function partsOfAll(blocks) {
  const parts = [];
  for (const block of blocks) for (const part of blockParts(block)) parts.push(part);
  return parts;
}
function isBlock(value) {
  if (!isJsonObject(value)) return false;
  const type = typeOf2(value);
  const known = type !== null && (TEXT_TYPES.has(type) || REASONING_TYPES.has(type));
  return known || isCall(value) || isResult(value);
}
function blockParts(block) {
  if (!isJsonObject(block)) return typeof block === "string" ? textParts(block) : [otherPart(block)];
  if (isResult(block)) return [resultPart(block)];
  if (isCall(block)) return [callPart(block)];
  const type = typeOf2(block);
  if (block.thought === true || type !== null && REASONING_TYPES.has(type)) return reasoningOf(block);
  if (type === null || TEXT_TYPES.has(type)) {
    const text = textOf(block.text) ?? textOf(block.content) ?? textOf(block.refusal);
    return text === null ? [otherPart(block)] : textParts(text);
  }
  return [otherPart(block)];
}
function reasoningOf(block) {
  const { thinking, reasoning, text, content: content2, summary } = block;
  for (const value of [thinking, reasoning, text, content2]) {
    if (typeof value === "string") return reasoningParts(value);
  }
  return [...objectsOf(summary), ...objectsOf(content2)].flatMap((item) => reasoningParts(item.text));
}
function typeOf2(block) {
  return textOf(block.type)?.replaceAll("-", "_") ?? null;
}

// src/trace/messages/message.ts
var ROLES = /* @__PURE__ */ new Map([
  ["system", "system"],
  ["developer", "system"],
  ["user", "user"],
  ["human", "user"],
  ["assistant", "assistant"],
  ["ai", "assistant"],
  ["model", "assistant"],
  ["tool", "tool"],
  ["function", "tool"]
]);
var LANGCHAIN_TYPE = /^(human|ai|system|tool|function|chat)(?:message)?(?:chunk)?$/i;
function hasKnownRole({ role }) {
  return typeof role === "string" && ROLES.has(role.toLowerCase());
}
function isMessage(value) {
  if (!isJsonObject(value)) return false;
  const message = unwrapped(value);
  const { role, type } = message;
  const named = typeof role === "string" || typeof type === "string" && LANGCHAIN_TYPE.test(type);
  return named && ["content", "parts", "contents", "tool_calls", "function_call"].some((key) => key in message);
}
function entryMessages(entry, role, calls) {
  if (typeof entry === "string") return messageOf2(role, textParts(entry));
  if (!isJsonObject(entry)) return [{ role, parts: [otherPart(entry)] }];
  if (isMessage(entry)) return readMessage(unwrapped(entry), calls);
  if (isResult(entry)) return [{ role: "tool", parts: [resultPart(entry)] }];
  if (isCall(entry)) return [{ role: "assistant", parts: [callPart(entry)] }];
  if (entry.type === "reasoning") return messageOf2("assistant", contentParts2(entry));
  return messageOf2(role, isBlock(entry) ? contentParts2(entry) : [otherPart(entry)]);
}
function readMessage(message, asked) {
  const named = textOf(message.role) ?? LANGCHAIN_TYPE.exec(textOf(message.type) ?? "")?.[1] ?? "";
  const role = ROLES.get(named.toLowerCase());
  if (role === "tool") return toolMessages(message, void 0);
  const called = role === void 0 ? asked.get(named) : void 0;
  if (called !== void 0) return toolMessages(message, called);
  const parts = [...reasoningParts(message.reasoning_content ?? message.reasoning), ...contentParts2(bodyOf(message))];
  const calls = callsOf(message).filter((call) => !parts.some((part) => sameCall(part, call)));
  const all = [...parts, ...textParts(message.refusal), ...calls];
  if (role === void 0) return [{ role: "user", parts: [{ kind: "other", type: `role ${named}` }, ...all] }];
  return apart(role, all);
}
function bodyOf(message) {
  const body = message.contents ?? message.content ?? message.parts ?? "";
  if (!Array.isArray(body)) return body;
  return body.map((block) => isJsonObject(block) ? objectAt(block, "message_content") ?? block : block);
}
function apart(role, parts) {
  if (role === "assistant") return messageOf2(role, parts);
  const messages = [];
  let rest = [];
  for (const part of parts) {
    if (part.kind !== "tool_result") rest.push(part);
    else {
      messages.push(...messageOf2(role, rest), { role: "tool", parts: [part] });
      rest = [];
    }
  }
  return [...messages, ...messageOf2(role, rest)];
}
function toolMessages(message, called) {
  const body = bodyOf(message);
  const holdsResults = Array.isArray(body) && body.some((block) => isJsonObject(block) && isResult(block));
  if (holdsResults) return apart("tool", contentParts2(body));
  const legacy = message.role === "function" ? message.name : void 0;
  const id = firstText(message.tool_call_id, message.toolCallId, called, legacy);
  return [
    { role: "tool", parts: [{ kind: "tool_result", id, result: resultFrom(body), isError: saysError(message) }] }
  ];
}
function callsOf(message) {
  const parsed3 = callList(message.tool_calls);
  if (parsed3.length > 0) return parsed3;
  const raw = callList(objectAt(message, "additional_kwargs")?.tool_calls);
  if (raw.length > 0) return raw;
  const legacy = objectAt(message, "function_call");
  if (legacy === void 0) return [];
  const name = textOf(legacy.name) ?? "";
  return [{ kind: "tool_call", id: name, name, arguments: argumentsOf2(legacy.arguments) }];
}
function callList(value) {
  const list = decoded2(value);
  if (!Array.isArray(list)) return [];
  return list.map((item) => {
    const call = decoded2(item);
    return isJsonObject(call) ? callPart(call) : otherPart(call);
  });
}
function sameCall(part, call) {
  return part.kind === "tool_call" && call.kind === "tool_call" && part.id !== "" && part.id === call.id;
}
function unwrapped(value) {
  const inner = objectAt(value, "message");
  if (inner !== void 0 && value.role === void 0 && value.content === void 0) return unwrapped(inner);
  const kwargs = objectAt(value, "kwargs");
  if (value.lc !== void 0 && kwargs !== void 0) {
    const name = Array.isArray(value.id) ? textOf(value.id.at(-1)) : null;
    return { type: name ?? "", ...kwargs };
  }
  const data = objectAt(value, "data");
  return data === void 0 ? value : { ...data, ...value };
}

// src/trace/messages/tools.ts
var SCHEMAS = [
  "parameters",
  "input_schema",
  "inputSchema",
  "parametersJsonSchema",
  "parameters_json_schema"
];
function readTools(value) {
  const list = typeof value === "string" ? decoded2(value) : value;
  if (!Array.isArray(list)) return null;
  return list.flatMap((item) => definitionsOf(decoded2(item)));
}
function toolOfMessage(message) {
  const content2 = isJsonObject(message) && message.role === "tool" ? message.content : void 0;
  return isJsonObject(content2) && content2.type === "function" && isJsonObject(content2.function) ? content2 : null;
}
function definitionsOf(item) {
  if (!isJsonObject(item)) return [];
  const declared = item.function_declarations ?? item.functionDeclarations;
  if (Array.isArray(declared)) return declared.flatMap(definitionsOf);
  const written = objectAt(item, "tool") ?? item;
  const schema = decoded2(written.json_schema);
  return [definitionOf(isJsonObject(schema) ? { ...written, ...schema } : written)];
}
function definitionOf(tool) {
  const described = objectAt(tool, "function") ?? objectAt(tool, "custom") ?? tool;
  const parameters = SCHEMAS.map((name) => decoded2(described[name])).find(isJsonObject);
  return {
    name: firstText(described.name, tool.name, described.type) || "unknown",
    description: textOf(described.description) ?? textOf(tool.description),
    parameters: parameters ?? {}
  };
}

// src/trace/dialects/messages.ts
function messagesFrom(value, where, problems, texts) {
  const entries = itemsFrom(value, texts.messages, messageEntry);
  if (entries === void 0) problems.push(noList(where, value));
  if (entries === void 0 || entries === null) return null;
  const messages = [];
  for (const entry of entries) {
    for (const message of entry.messages) messages.push(message);
    if (entry.fault !== null) problems.push(`${where}: ${entry.fault}`);
  }
  return messages;
}
function answerFrom(value, where, problems, texts) {
  const choices = itemsFrom(value, texts.messages, messageEntry);
  if (choices === void 0) problems.push(noList(where, value));
  const first2 = choices?.[0];
  if (first2 === void 0) return { message: null, finishReason: null };
  if ((choices?.length ?? 0) > 1) problems.push(`${where}: of several choices the first is read`);
  if (first2.fault !== null) problems.push(`${where}: ${first2.fault}`);
  return { message: first2.messages[0] ?? null, finishReason: first2.finishReason };
}
function instructionsFrom(value, texts) {
  const parts = typeof value === "string" ? texts.instructions.read(value, partsIn) : null;
  return messageOf2("system", parts ?? contentParts2(value));
}
function partsIn(text) {
  const read2 = decoded(text);
  return typeof read2 === "object" ? contentParts2(read2) : null;
}
function toolsFrom(value, where, problems, texts) {
  const entries = itemsFrom(value, texts.tools, toolEntry);
  if (entries === void 0) problems.push(noList(where, value));
  for (const { fault } of entries ?? []) if (fault !== null) problems.push(`${where}: ${fault}`);
  return entries?.flatMap(({ tools }) => tools) ?? null;
}
function toolEntry(item) {
  const tools = readTools([item]) ?? [];
  return { tools, fault: tools.length === 0 ? `no tool definition: ${shown(item)}` : null };
}
function itemsFrom(value, known, read2) {
  if (value === void 0 || value === null || value === "") return null;
  if (typeof value !== "string") return listOf2(value)?.map(read2);
  return known.read(value, (text) => listOf2(decoded(text))?.map(read2) ?? null) ?? void 0;
}
function listOf2(value) {
  if (Array.isArray(value)) return value;
  return isJsonObject(value) ? [value] : void 0;
}
function noList(where, value) {
  return `${where}: expected a list, received ${shown(value)}`;
}
function messageEntry(item) {
  if (!isJsonObject(item)) return { messages: [], finishReason: null, fault: `no message: ${shown(item)}` };
  const finishReason = textOf(item.finish_reason);
  if (hasKnownRole(item)) return { messages: messagesOf2(item, "user"), finishReason, fault: null };
  const fault = `unknown role ${shown(item.role)}, read as user`;
  return { messages: messagesOf2({ ...item, role: "user" }, "user"), finishReason, fault };
}
function messagesOf2(message, role) {
  return entryMessages({ role, content: null, ...message }, role, NO_CALLS);
}
var NO_CALLS = /* @__PURE__ */ new Map();

// src/trace/dialects/genai.ts
var genai = {
  name: "genai",
  reads: ({ attributes }) => MARKS.some((name) => attributes[name] !== void 0),
  read: (span, _, texts) => readGenAi(span, span.attributes, texts)
};
var MARKS = [
  "gen_ai.operation.name",
  "gen_ai.provider.name",
  "gen_ai.system",
  "gen_ai.request.model",
  "gen_ai.tool.name",
  "gen_ai.agent.name"
];
var FINGERPRINTS = [
  "openai.response.system_fingerprint",
  "gen_ai.openai.response.system_fingerprint",
  "gen_ai.response.system_fingerprint"
];
var OPERATIONS = {
  chat: "model_call",
  generate_content: "model_call",
  text_completion: "model_call",
  execute_tool: "tool_call",
  invoke_agent: "agent",
  create_agent: "framework",
  invoke_workflow: "framework",
  // The AI SDK's own word, and that of OpenLLMetry for LangChain.
  agent_step: "framework",
  workflow: "framework",
  plan: "framework",
  embeddings: "framework",
  retrieval: "framework",
  create_memory_store: "framework",
  search_memory: "framework",
  create_memory: "framework",
  update_memory: "framework",
  upsert_memory: "framework",
  delete_memory: "framework",
  delete_memory_store: "framework"
};
function readGenAi(span, attributes, texts) {
  const problems = [];
  const kind = kindOf(attributes, problems);
  const agent = kind === "agent" ? null : textAt(attributes, "gen_ai.agent.name");
  const said = { attributes, problems, texts };
  return { span: readingOf(kind, span, said), run: runOf(attributes), problems, agent };
}
function kindOf(attributes, problems) {
  const operation = textAt(attributes, "gen_ai.operation.name");
  const known = operation !== null && Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : void 0;
  if (known !== void 0) return known;
  const kind = kindByContent(attributes);
  if (operation !== null) problems.push(`unknown operation ${shown(operation)}, read as ${kind.replace("_", " ")}`);
  return kind;
}
function kindByContent(attributes) {
  if (textAt(attributes, "gen_ai.tool.name") !== null) return "tool_call";
  const model = textAt(attributes, "gen_ai.request.model", "gen_ai.response.model");
  const isCall2 = model !== null && (usageOf2(attributes) !== null || attributes["gen_ai.output.messages"] !== void 0);
  if (isCall2) return "model_call";
  return textAt(attributes, "gen_ai.agent.name") !== null && model === null ? "agent" : "framework";
}
function readingOf(kind, span, said) {
  switch (kind) {
    case "model_call":
      return modelCallOf(span, said);
    case "tool_call":
      return toolCallOf(span, said.attributes);
    case "agent":
      return agentOf(said);
    case "framework":
      return { kind };
    default:
      return kind;
  }
}
function modelCallOf(span, said) {
  const { attributes, problems, texts } = said;
  const input = inputOf(said);
  const answer = answerFrom(outputAt(attributes), "gen_ai.output.messages", problems, texts);
  const finish = textsAt(attributes, "gen_ai.response.finish_reasons")[0] || answer.finishReason;
  const fingerprint = textAt(attributes, ...FINGERPRINTS);
  return {
    kind: "model_call",
    provider: textAt(attributes, "gen_ai.provider.name", "gen_ai.system"),
    requestModel: textAt(attributes, "gen_ai.request.model"),
    responseModel: textAt(attributes, "gen_ai.response.model"),
    responseId: textAt(attributes, "gen_ai.response.id"),
    ...fingerprint === null ? {} : { systemFingerprint: fingerprint },
    input,
    output: answer.message,
    tools: toolsFrom(attributes["gen_ai.tool.definitions"], "gen_ai.tool.definitions", problems, texts),
    parameters: parametersOf(attributes),
    finishReason: finish ? finishReasonOf(finish) : null,
    usage: usageOf2(attributes),
    costUsd: numberAt(attributes, "gen_ai.usage.cost", "operation.cost"),
    error: errorOf(span)
  };
}
function inputOf({ attributes, problems, texts }) {
  const value = attributes["gen_ai.input.messages"] ?? plainAs("user", attributes["gen_ai.prompt"]);
  const messages = messagesFrom(value, "gen_ai.input.messages", problems, texts);
  const instructions = instructionsFrom(attributes["gen_ai.system_instructions"], texts);
  return messages === null && instructions.length === 0 ? null : [...instructions, ...messages ?? []];
}
function outputAt(attributes) {
  return attributes["gen_ai.output.messages"] ?? plainAs("assistant", attributes["gen_ai.completion"]);
}
function plainAs(role, value) {
  if (typeof value !== "string" || /^\s*\[/.test(value)) return value;
  return [{ role, content: value }];
}
function toolCallOf(span, attributes) {
  return {
    kind: "tool_call",
    id: textAt(attributes, "gen_ai.tool.call.id"),
    name: textAt(attributes, "gen_ai.tool.name") ?? (span.name.replace(/^execute_tool\s+/, "") || "unknown"),
    arguments: argumentsFrom(attributes["gen_ai.tool.call.arguments"]),
    outcome: toolOutcome(attributes["gen_ai.tool.call.result"], errorOf(span))
  };
}
function toolOutcome(result, error) {
  const kept = result !== void 0 && result !== null;
  if (error !== null) return { kind: "error", value: kept ? resultFrom(result) : error };
  return kept ? { kind: "result", value: resultFrom(result) } : { kind: "unknown" };
}
function agentOf(said) {
  const { attributes, problems, texts } = said;
  const messages = messagesFrom(attributes["gen_ai.output.messages"], "gen_ai.output.messages", problems, texts);
  const answers = (messages ?? []).filter(({ role }) => role === "assistant");
  return {
    kind: "agent",
    name: textAt(attributes, "gen_ai.agent.name"),
    version: textAt(attributes, "gen_ai.agent.version"),
    input: inputOf(said),
    output: answers.reduceRight(
      (answer, message) => answer ?? answerOf(message, textAt(attributes, "gen_ai.output.type")),
      null
    )
  };
}
function answerOf(message, outputType) {
  const text = (message?.parts ?? []).map((part) => part.kind === "text" ? part.text : "").join("");
  if (text === "") return null;
  return outputType === "json" ? parseJson(text) ?? text : text;
}
var PARAMETER = /^(?:gen_ai\.(?:openai\.)?|openai\.)request\./;
function parametersOf(attributes) {
  const parameters = [];
  const format = textAt(attributes, "gen_ai.openai.request.response_format");
  const outputType = textAt(attributes, "gen_ai.output.type") ?? (format?.startsWith("json") === true ? "json" : null);
  if (outputType !== null) parameters.push(["output_type", outputType]);
  for (const name of Object.keys(attributes)) {
    if (!PARAMETER.test(name) || name === "gen_ai.request.model") continue;
    const value = attributes[name];
    if (value !== void 0) parameters.push([name.replace(PARAMETER, ""), value]);
  }
  return Object.fromEntries(parameters);
}
function usageOf2(attributes) {
  const input = numberAt(attributes, "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens");
  const output = numberAt(attributes, "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens");
  if (input === null && output === null) return null;
  const cached = numberAt(attributes, "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens");
  const written = numberAt(
    attributes,
    "gen_ai.usage.cache_write.input_tokens",
    "gen_ai.usage.cache_creation.input_tokens",
    "gen_ai.usage.cache_creation_input_tokens"
  );
  return usageFrom({ input: input ?? 0, output: output ?? 0, cached: cached ?? 0, written: written ?? 0 });
}
function usageFrom(tokens) {
  const { input, output, cached, written } = tokens;
  const apart2 = cached + written > input ? cached + written : 0;
  return { inputTokens: input + apart2, outputTokens: output, cachedInputTokens: cached };
}
var FINISH_REASONS = {
  stop: "stop",
  end_turn: "stop",
  stop_sequence: "stop",
  complete: "stop",
  completed: "stop",
  length: "length",
  max_tokens: "length",
  max_output_tokens: "length",
  tool_call: "tool_call",
  tool_calls: "tool_call",
  tool_use: "tool_call",
  function_call: "tool_call",
  content_filter: "content_filter",
  safety: "content_filter",
  refusal: "content_filter"
};
function finishReasonOf(reason) {
  const word = reason.toLowerCase().replaceAll("-", "_");
  return Object.hasOwn(FINISH_REASONS, word) ? FINISH_REASONS[word] ?? reason : reason;
}

// src/trace/dialects/claude-code.ts
var claudeCode = {
  name: "claude-code",
  reads: ({ scope, name }) => name.startsWith("claude_code.") || scope.name.startsWith("com.anthropic.claude_code"),
  read(span) {
    const problems = [];
    return {
      span: readingOf2(span, problems),
      run: runWith(span.attributes),
      problems,
      agent: agentOf2(span.attributes)
    };
  },
  spansOf: spansOfClaudeLogs
};
function readingOf2(span, problems) {
  const { attributes } = span;
  switch (textAt(attributes, "span.type") ?? span.name.replace(/^claude_code\./, "")) {
    case "interaction": {
      const input = messageOf2("user", textParts(shownText(attributes, "user_prompt") ?? ""));
      return { kind: "agent", name: "claude-code", version: textAt(attributes, "app.version"), input };
    }
    case "llm_request":
      return modelCallOf2(span, problems);
    case "tool":
      return toolOf(span, argumentsOf3(span, problems));
    case "tool.execution":
      return toolOf(span, null);
    case "tool.blocked_on_user":
      return attributes.decision === "reject" ? toolOf(span, null) : { kind: "framework" };
    default:
      return { kind: "framework" };
  }
}
function shownText(attributes, ...names) {
  const text = textAt(attributes, ...names);
  return text === "<REDACTED>" ? null : text;
}
function modelCallOf2(span, problems) {
  const { attributes } = span;
  const request = bodyAt(attributes, REQUEST_BODY, problems);
  const asked = request === null ? null : anthropicMessages.request(request);
  const body = bodyAt(attributes, RESPONSE_BODY, problems);
  const response = body === null ? null : anthropicMessages.response(body);
  const text = messageOf2("assistant", textParts(shownText(attributes, "response.model_output", "response") ?? ""))[0];
  const finish = textAt(attributes, "stop_reason") ?? response?.finishReason ?? null;
  return {
    kind: "model_call",
    provider: textAt(attributes, "gen_ai.system") ?? "anthropic",
    requestModel: textAt(attributes, "gen_ai.request.model", "model"),
    responseModel: response?.model ?? null,
    responseId: textAt(attributes, "gen_ai.response.id", "request_id"),
    input: asked === null ? null : [...asked.instructions, ...asked.messages],
    output: response?.message ?? text ?? null,
    tools: asked?.tools ?? null,
    parameters: Object.fromEntries(PARAMETERS.flatMap((name) => member(name, attributes[name] ?? request?.[name]))),
    finishReason: finish === null ? null : finishReasonOf(finish),
    usage: tokensOf(attributes),
    costUsd: numberAt(attributes, "cost_usd"),
    error: failureOf(span)
  };
}
var PARAMETERS = ["speed", "effort", "temperature", "max_tokens"];
function member(name, value) {
  return value === void 0 || value === null ? [] : [[name, value]];
}
function bodyAt(attributes, name, problems) {
  const text = attributes[name];
  const body = typeof text === "string" ? parseJson(text) : void 0;
  if (typeof text === "string" && !isJsonObject(body))
    problems.push("a body of the Messages API that was cut, left out");
  return isJsonObject(body) ? body : null;
}
function tokensOf(attributes) {
  const input = numberAt(attributes, "input_tokens");
  const output = numberAt(attributes, "output_tokens");
  if (input === null && output === null) return null;
  const cached = numberAt(attributes, "cache_read_tokens") ?? 0;
  const written = numberAt(attributes, "cache_creation_tokens") ?? 0;
  return usageFrom({ input: (input ?? 0) + cached + written, output: output ?? 0, cached, written });
}
function toolOf(span, args) {
  const { attributes } = span;
  return {
    kind: "tool_call",
    id: textAt(attributes, "tool_use_id", "gen_ai.tool.call.id"),
    name: textAt(attributes, "tool_name", "gen_ai.tool.name") ?? "",
    arguments: args,
    outcome: outcomeOf(span)
  };
}
var OUTPUT_EVENT = "tool.output";
function outputEvent({ events }) {
  return events.find(({ name }) => name === OUTPUT_EVENT)?.attributes ?? {};
}
function outcomeOf(span) {
  const output = shownText({ ...span.attributes, ...outputEvent(span) }, "output", "tool_output", "content");
  const failure = span.attributes.decision === "reject" ? "rejected by the user" : failureOf(span);
  if (failure !== null) return { kind: "error", value: output === null ? failure : resultFrom(output) };
  return output === null ? { kind: "unknown" } : { kind: "result", value: resultFrom(output) };
}
function failureOf(span) {
  const { attributes } = span;
  const failed = attributes.success === false || attributes.success === "false";
  return textAt(attributes, "error", "error_type") ?? errorOf(span) ?? (failed ? "failed" : null);
}
function argumentsOf3(span, problems) {
  const attributes = { ...span.attributes, ...outputEvent(span) };
  const whole2 = shownText(attributes, "tool_input", "input");
  if (whole2 !== null) return argumentsFrom(whole2);
  const parameters = shownText(attributes, "tool_parameters");
  const shown3 = SHOWN.flatMap(([from, to]) => member(to, shownText(attributes, from)));
  if (parameters === null && shown3.length === 0) return null;
  problems.push("only some of a tool\u2019s arguments were logged");
  return parameters === null ? Object.fromEntries(shown3) : argumentsFrom(parameters);
}
var SHOWN = [
  ["full_command", "command"],
  ["file_path", "file_path"],
  ["skill_name", "skill"],
  ["subagent_type", "subagent_type"]
];
function agentOf2(attributes) {
  const id = textAt(attributes, "agent_id");
  return textAt(attributes, "agent.name") ?? (id === null ? null : textAt(attributes, "query_source", "agent_id"));
}
var COHORT = ["organization.id", "app.version", "terminal.type"];
function runWith(attributes) {
  const said = COHORT.flatMap((name) => {
    const value = textAt(attributes, name);
    return value === null ? [] : [[name, value]];
  });
  const run = runOf(attributes);
  return said.length === 0 && run === NO_RUN ? run : { ...run, attributes: Object.fromEntries(said) };
}

// src/trace/messages/facts.ts
var MEMBERS = [
  "choices",
  "candidates",
  "generations",
  "output",
  "outputs",
  "message",
  "kwargs",
  "response_metadata",
  "llm_output",
  "generation_info"
];
var MAX_DEPTH = 8;
var MODELS = ["model", "model_name", "model_version", "modelVersion"];
var REASONS = ["finish_reason", "finishReason", "stop_reason", "stopReason"];
var USAGES = ["usage", "usage_metadata", "usageMetadata", "token_usage", "tokenUsage"];
var INPUTS = [
  "prompt_tokens",
  "input_tokens",
  "promptTokens",
  "inputTokens",
  "prompt_token_count",
  "promptTokenCount"
];
var OUTPUTS = [
  "completion_tokens",
  "output_tokens",
  "completionTokens",
  "outputTokens",
  "candidates_token_count",
  "candidatesTokenCount"
];
var DETAILS = ["prompt_tokens_details", "input_tokens_details", "input_token_details"];
var CACHED = ["cached_tokens", "cache_read", "cached_content_token_count", "cachedContentTokenCount"];
function readAnswerFacts(value) {
  const root = decoded2(value);
  const places = placesOf(root, 0);
  const model = firstOf(places, MODELS);
  const id = isJsonObject(root) && (model !== null || Array.isArray(root.choices)) ? textOf(root.id) : null;
  const incomplete2 = isJsonObject(root) ? objectAt(root, "incomplete_details")?.reason : void 0;
  const reason = textOf(incomplete2) ?? firstOf(places, REASONS);
  const usages = places.flatMap((place2) => USAGES.flatMap((name) => usageIn(objectAt(place2, name)) ?? []));
  return {
    responseId: id,
    responseModel: model,
    finishReason: reason === null ? null : finishReasonOf(reason),
    usage: usages[0] ?? null
  };
}
function placesOf(value, depth) {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return placesOf(value[0], depth + 1);
  if (!isJsonObject(value)) return [];
  return [value, ...MEMBERS.flatMap((name) => placesOf(value[name], depth + 1))];
}
function firstOf(places, names) {
  for (const place2 of places) {
    for (const name of names) {
      const text = textOf(place2[name]);
      if (text !== null && text !== "") return text;
    }
  }
  return null;
}
function usageIn(usage) {
  if (usage === void 0) return null;
  const pick = (from, names) => names.map((name) => from?.[name]).find((count) => typeof count === "number");
  const input = pick(usage, INPUTS);
  const details = DETAILS.map((name) => objectAt(usage, name)).find((found) => found !== void 0);
  const read2 = countOf(usage.cache_read_input_tokens);
  const apart2 = read2 + countOf(usage.cache_creation_input_tokens);
  return usageOf({
    input: typeof input === "number" ? input + apart2 : input,
    output: pick(usage, OUTPUTS),
    cached: read2 > 0 ? read2 : pick(details, CACHED) ?? pick(usage, CACHED)
  });
}

// src/trace/messages/read.ts
var MEMBERS2 = {
  input: ["messages", "input", "contents", "new_message", "prompts", "prompt", "inputs", "message"],
  output: ["choices", "candidates", "generations", "output", "messages", "message", "content", "outputs", "text"]
};
var INSTRUCTIONS = ["system", "instructions", "system_instruction", "systemInstruction"];
var MAX_ENVELOPES = 6;
function readMessages(value, side) {
  return readValue(decoded2(value), side, 0);
}
function readPrompt(value) {
  return readMessages(value, "input") ?? (typeof value === "string" ? textMessage(value, "input") : null);
}
function readAnswer(value) {
  const written = typeof value === "string" ? value : JSON.stringify(value ?? "");
  return assistantMessage(readMessages(value, "output") ?? (isEmpty(value) ? null : textMessage(written, "output")));
}
function assistantMessage(read2) {
  const said = read2?.messages.filter((message) => message.role === "assistant") ?? [];
  return said.length === 0 ? null : { role: "assistant", parts: said.flatMap((message) => message.parts) };
}
function isEmpty(value) {
  return value === void 0 || value === null || typeof value === "object" && Object.keys(value).length === 0;
}
function textMessage(text, side) {
  return text === "" ? null : { messages: messageOf2(roleOf(side), textParts(text)), tools: null };
}
function roleOf(side) {
  return side === "input" ? "user" : "assistant";
}
function readValue(value, side, envelopes) {
  if (typeof value === "string") return textMessage(value, side);
  if (envelopes > MAX_ENVELOPES) return null;
  if (Array.isArray(value)) return readList(value, side, envelopes);
  if (!isJsonObject(value)) return null;
  if (isMessage(value) || isResult(value) || isCall(value)) {
    return { messages: entryMessages(value, roleOf(side), NO_CALLS2), tools: null };
  }
  return readEnvelope(value, side, envelopes);
}
function readList(list, side, envelopes) {
  const first2 = list[0];
  if (first2 === void 0) return { messages: [], tools: null };
  if (Array.isArray(first2)) return readValue(first2, side, envelopes + 1);
  if (!list.some((item) => isMessage(item) || isItem(item))) return null;
  const conversation = new Conversation();
  for (const item of list) {
    if (toolOfMessage(item) === null) conversation.add(item, roleOf(side));
  }
  const tools = list.map(toolOfMessage).filter((tool) => tool !== null);
  return { messages: conversation.messages, tools: tools.length === 0 ? null : readTools(tools) };
}
function isItem(item) {
  return isJsonObject(item) && !isMessage(item) && (isBlock(item) || item.type === "message");
}
var NO_CALLS2 = /* @__PURE__ */ new Map();
var Conversation = class {
  messages = [];
  /** The last call of each tool. */
  #calls = /* @__PURE__ */ new Map();
  add(item, role) {
    for (const message of entryMessages(item, role, this.#calls)) {
      const last = this.messages.at(-1);
      const goesOn2 = isItem(item) && last?.role === "assistant" && message.role === "assistant";
      if (goesOn2) last.parts.push(...message.parts);
      else this.messages.push({ role: message.role, parts: [...message.parts] });
      for (const part of message.parts) if (part.kind === "tool_call") this.#calls.set(part.name, part.id);
    }
  }
};
function readEnvelope(value, side, envelopes) {
  const config = objectAt(value, "config");
  const tools = readTools(value.tools ?? value.functions ?? config?.tools);
  for (const name of MEMBERS2[side]) {
    const read2 = memberOf2(value, name, side, envelopes);
    if (read2 !== null) {
      const messages = side === "input" ? [...instructionsOf(value, config), ...read2.messages] : read2.messages;
      return { messages, tools: tools ?? read2.tools };
    }
  }
  return null;
}
var CHOICES = /* @__PURE__ */ new Set(["choices", "candidates", "generations"]);
function firstOf2(value) {
  let item = value;
  for (let depth = 0; Array.isArray(item) && depth < MAX_ENVELOPES; depth += 1) item = item[0] ?? null;
  return item;
}
function memberOf2(value, name, side, envelopes) {
  const written = value[name] ?? null;
  const member2 = decoded2(written);
  if (CHOICES.has(name)) return readValue(firstOf2(member2), side, envelopes + 1);
  if (Array.isArray(member2)) {
    const isTexts = member2.length > 0 && member2.every((item) => typeof item === "string");
    if (isTexts) return { messages: messageOf2(roleOf(side), contentParts2(member2)), tools: null };
    return readList(member2, side, envelopes + 1);
  }
  return readValue(member2, side, envelopes + 1) ?? (typeof written === "string" ? textMessage(written, side) : null);
}
function instructionsOf(value, config) {
  return INSTRUCTIONS.flatMap((name) => messageOf2("system", contentParts2(value[name] ?? config?.[name])));
}

// src/trace/dialects/facts.ts
var NOTHING_KNOWN = {
  kind: "model_call",
  provider: null,
  requestModel: null,
  responseModel: null,
  responseId: null,
  input: null,
  output: null,
  tools: null,
  parameters: {},
  finishReason: null,
  usage: null,
  costUsd: null,
  error: null
};
function modelCall(facts) {
  return { ...NOTHING_KNOWN, ...facts };
}
function agentAnswer(output) {
  const said = readMessages(output, "output")?.messages.findLast(({ role }) => role === "assistant");
  return answerOf(said ?? null, null);
}
function objectAtKey(attributes, key) {
  const value = decoded2(attributes[key]);
  return isJsonObject(value) ? value : {};
}
function attributesUnder(attributes, prefix) {
  const under = [];
  for (const key of Object.keys(attributes)) {
    if (key.startsWith(prefix)) under.push([key.slice(prefix.length), attributes[key] ?? null]);
  }
  return Object.fromEntries(under);
}
var BOOKKEEPING = /^(?:ls_|langgraph_|checkpoint_|__pregel|lc_|revision_id$|LANGSMITH_)/;
var MAX_TEXT_CHARS = 200;
function flatAttributes(metadata) {
  const flat2 = [];
  for (const [key, value] of Object.entries(metadata)) {
    if (BOOKKEEPING.test(key) || value === null || value === "") continue;
    if (typeof value === "string") flat2.push([key, cut(value, MAX_TEXT_CHARS)]);
    else if (typeof value !== "object") flat2.push([key, value]);
  }
  return Object.fromEntries(flat2);
}
function tagsAttribute(tags) {
  const list = decoded2(tags);
  const texts = Array.isArray(list) ? list.filter((tag) => typeof tag === "string" && tag !== "") : [];
  return texts.length === 0 ? {} : { tags: texts.join(", ") };
}
var NO_PARAMETER = /* @__PURE__ */ new Set([
  ...["model", "model_name", "messages", "input", "contents", "prompt", "instructions", "system", "system_instruction"],
  ...["tools", "functions", "http_options", "metadata", "id", "object", "created_at", "status", "output", "usage"],
  ...["error", "incomplete_details", "_type", "stream", "stream_options"]
]);
function requestParameters(parameters) {
  const named = Object.entries(parameters).filter(
    ([key, value]) => value !== null && value !== "" && !NO_PARAMETER.has(key)
  );
  return Object.fromEntries(named);
}

// src/trace/dialects/merge.ts
function layered(layer, others, { wins, alone }) {
  return {
    name: layer.name,
    reads: (span, logs) => layer.reads(span, logs),
    read(span, logs, texts) {
      const own2 = layer.read(span, logs, texts);
      if (alone?.(span) === true) return own2;
      const other = others.find((dialect) => dialect.reads(span, logs))?.read(span, logs, texts);
      if (other === void 0) return own2;
      return wins === "layer" ? merged(own2, other) : merged(other, own2);
    }
  };
}
function merged(first2, second) {
  return {
    span: mergedSpan(first2.span, second.span),
    run: {
      conversationId: first2.run.conversationId ?? second.run.conversationId,
      userId: first2.run.userId ?? second.run.userId,
      attributes: { ...second.run.attributes, ...first2.run.attributes },
      outcomes: [...first2.run.outcomes, ...second.run.outcomes]
    },
    problems: [...first2.problems, ...second.problems],
    agent: first2.agent ?? second.agent ?? null
  };
}
function mergedSpan(first2, second) {
  if (first2.kind === "framework") return second;
  if (first2.kind === "model_call" && second.kind === "model_call") {
    const parameters = { ...second.parameters, ...first2.parameters };
    return { ...second, ...withoutNulls(first2), parameters };
  }
  if (first2.kind === "tool_call" && second.kind === "tool_call") {
    const outcome = first2.outcome.kind === "unknown" ? second.outcome : first2.outcome;
    return { ...second, ...withoutNulls(first2), outcome };
  }
  return first2.kind === "agent" && second.kind === "agent" ? { ...second, ...withoutNulls(first2), name: first2.name } : first2;
}
function withoutNulls(reading) {
  const known = Object.entries(reading).filter(([, value]) => value !== null && value !== void 0);
  return Object.fromEntries(known);
}

// src/trace/dialects/google-adk.ts
var REQUEST = "gcp.vertex.agent.llm_request";
var RESPONSE = "gcp.vertex.agent.llm_response";
var ARGUMENTS = "gcp.vertex.agent.tool_call_args";
var RESULT = "gcp.vertex.agent.tool_response";
var MARKS2 = [REQUEST, RESPONSE, ARGUMENTS, RESULT, "gcp.vertex.agent.session_id"];
function googleAdk(others) {
  return layered(GOOGLE_ADK, others, { wins: "layer", alone: isMerged });
}
var GOOGLE_ADK = {
  name: "google-adk",
  reads: ({ attributes }) => MARKS2.some((name) => attributes[name] !== void 0),
  read: (span) => ({ span: readingOf3(span), run: runReadingOf(span), problems: [] })
};
function readingOf3(span) {
  const { attributes } = span;
  if (Object.keys(objectAtKey(attributes, REQUEST)).length > 0) return modelReading(span);
  if (attributes[ARGUMENTS] === void 0 || isMerged(span)) return { kind: "framework" };
  return {
    kind: "tool_call",
    id: textAt(attributes, "gen_ai.tool.call.id"),
    name: textAt(attributes, "gen_ai.tool.name") ?? span.name.replace(/^execute_tool\s+/, ""),
    arguments: argumentsFrom(attributes[ARGUMENTS]),
    outcome: toolOutcome(attributes[RESULT], errorOf(span))
  };
}
function isMerged({ attributes }) {
  return attributes[ARGUMENTS] !== void 0 && !isJsonObject(decoded2(attributes[ARGUMENTS]));
}
function modelReading(span) {
  const { attributes } = span;
  const request = objectAtKey(attributes, REQUEST);
  const read2 = readMessages(request, "input");
  return modelCall({
    ...readAnswerFacts(attributes[RESPONSE]),
    provider: textAt(attributes, "gen_ai.provider.name", "gen_ai.system"),
    requestModel: textAt(request, "model"),
    input: read2?.messages ?? null,
    output: readAnswer(attributes[RESPONSE]),
    tools: read2?.tools ?? null,
    parameters: requestParameters(objectAtKey(request, "config")),
    error: errorOf(span)
  });
}
function runReadingOf({ attributes }) {
  const run = runOf(attributes);
  return { ...run, conversationId: run.conversationId ?? textAt(attributes, "gcp.vertex.agent.session_id") };
}

// src/trace/dialects/langfuse.ts
function langfuse(others) {
  return layered(LANGFUSE, others, { wins: "other" });
}
var LANGFUSE = {
  name: "langfuse",
  reads: ({ attributes }) => MARKS3.some((name) => attributes[name] !== void 0),
  read: (span) => ({ span: readingOf4(span), run: runReadingOf2(span.attributes), problems: [] })
};
var MARKS3 = [
  "langfuse.observation.type",
  "langfuse.observation.input",
  "langfuse.observation.output",
  "langfuse.trace.name",
  "langfuse.trace.tags",
  "langfuse.environment",
  "langfuse.release",
  "langfuse.user.id",
  "langfuse.session.id"
];
function readingOf4(span) {
  const { attributes } = span;
  const output = attributes["langfuse.observation.output"];
  const isTool2 = toolMessageIn(decoded2(output)) !== null;
  const hasModel = textAt(attributes, "langfuse.observation.model.name") !== null;
  switch (textAt(attributes, "langfuse.observation.type")?.toLowerCase()) {
    case "generation":
      return modelReading2(span);
    case "tool":
      return toolReading(span);
    case "agent":
      return agentReading(span);
    case "span":
      if (isTool2) return toolReading(span);
      return hasModel ? modelReading2(span) : { kind: "framework" };
    default:
      return { kind: "framework" };
  }
}
function modelReading2(span) {
  const { attributes } = span;
  const output = attributes["langfuse.observation.output"];
  const request = readPrompt(attributes["langfuse.observation.input"]);
  const facts = readAnswerFacts(output);
  const defined = readTools(attributes["gen_ai.tool.definitions"]);
  return modelCall({
    provider: textAt(attributes, "langfuse.observation.metadata.ls_provider"),
    requestModel: textAt(attributes, "langfuse.observation.model.name"),
    responseModel: facts.responseModel,
    responseId: facts.responseId,
    input: request?.messages ?? null,
    output: readAnswer(output),
    tools: request?.tools ?? defined,
    parameters: requestParameters(objectAtKey(attributes, "langfuse.observation.model.parameters")),
    finishReason: facts.finishReason,
    usage: usageOf3(objectAtKey(attributes, "langfuse.observation.usage_details")) ?? facts.usage,
    costUsd: costOf(objectAtKey(attributes, "langfuse.observation.cost_details")),
    error: failureOf2(span)
  });
}
function usageOf3(details) {
  const sum = (pattern) => sumOf(details, pattern);
  const [input, output] = [sum(/input|prompt/), sum(/output|completion/)];
  if (input === null && output === null) return null;
  return { inputTokens: input ?? 0, outputTokens: output ?? 0, cachedInputTokens: sum(/cached|cache_read/) ?? 0 };
}
function costOf(details) {
  return numberAt(details, "total") ?? sumOf(details, /./);
}
function sumOf(details, pattern) {
  const counts = Object.keys(details).flatMap((key) => pattern.test(key) ? numberAt(details, key) ?? [] : []);
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}
function toolReading(span) {
  const { attributes } = span;
  const output = attributes["langfuse.observation.output"];
  const answer = toolAnswerOf(decoded2(output));
  const error = failureOf2(span) ?? (answer?.isError === true ? "error" : null);
  return {
    kind: "tool_call",
    id: answer?.id || null,
    name: span.name,
    arguments: argumentsFrom(attributes["langfuse.observation.input"]),
    // Exports write an empty text for what is not set.
    outcome: toolOutcome(answer?.result ?? (output === "" ? void 0 : output), error)
  };
}
function failureOf2(span) {
  const level = textAt(span.attributes, "langfuse.observation.level");
  const message = textAt(span.attributes, "langfuse.observation.status_message");
  return errorOf(span) ?? (level === "ERROR" ? message ?? "error" : null);
}
function agentReading(span) {
  const { attributes } = span;
  return {
    kind: "agent",
    name: span.name,
    version: textAt(attributes, "langfuse.version"),
    output: agentAnswer(attributes["langfuse.observation.output"])
  };
}
function runReadingOf2(attributes) {
  const run = runOf(attributes);
  const named = {
    trace_name: attributes["langfuse.trace.name"],
    environment: attributes["langfuse.environment"],
    release: attributes["langfuse.release"]
  };
  const known = Object.entries(named).flatMap(([key, value]) => value === void 0 ? [] : [[key, value]]);
  return {
    conversationId: run.conversationId ?? textAt(attributes, "langfuse.session.id"),
    userId: run.userId ?? textAt(attributes, "langfuse.user.id"),
    attributes: {
      ...flatAttributes(objectAtKey(attributes, "langfuse.trace.metadata")),
      ...flatAttributes(attributesUnder(attributes, "langfuse.trace.metadata.")),
      ...flatAttributes(Object.fromEntries(known)),
      ...tagsAttribute(attributes["langfuse.trace.tags"])
    },
    outcomes: []
  };
}

// src/trace/dialects/flattened.ts
var INDEX = /^\d{1,6}$/;
function flattenedLists(attributes, names) {
  const trees = /* @__PURE__ */ new Map();
  for (const key of Object.keys(attributes)) {
    const index = key.search(/\.\d/);
    const name = index === -1 ? "" : key.slice(0, index);
    if (!names.has(name)) continue;
    const tree = trees.get(name) ?? /* @__PURE__ */ new Map();
    trees.set(name, tree);
    plant(tree, key.slice(index + 1).split("."), attributes[key] ?? null);
  }
  return new Map([...trees].map(([name, tree]) => [name, listOf3(tree)]));
}
function listOf3(tree) {
  const indexes = ordered([...tree.keys()].filter((key) => INDEX.test(key)));
  const last = Number(indexes.at(-1) ?? -1);
  return { items: indexes.map((index) => grown(tree.get(index))), missing: last + 1 - indexes.length };
}
function plant(tree, path, value) {
  const last = path.length - 1;
  let at = tree;
  path.forEach((name, index) => {
    if (index === last) {
      if (!at.has(name)) at.set(name, { value });
      return;
    }
    const found = at.get(name);
    const below = found !== void 0 && "below" in found ? found.below : /* @__PURE__ */ new Map();
    if (found === void 0 || "value" in found) at.set(name, { below });
    at = below;
  });
}
function grown(tree) {
  if (tree === void 0) return null;
  if ("value" in tree) return tree.value;
  const keys = [...tree.below.keys()];
  const isList = keys.every((key) => INDEX.test(key));
  if (isList) return ordered(keys).map((key) => grown(tree.below.get(key)));
  return Object.fromEntries(keys.map((key) => [key, grown(tree.below.get(key))]));
}
function ordered(indexes) {
  return indexes.length < 2 ? indexes : [...indexes].sort((a, b) => Number(a) - Number(b));
}

// src/trace/dialects/langsmith.ts
function langsmith(others) {
  return layered(LANGSMITH, others, { wins: "layer", alone: ({ scope }) => scope.name === "langsmith" });
}
var LANGSMITH = {
  name: "langsmith",
  reads: ({ attributes }) => textAt(attributes, "langsmith.span.kind") !== null,
  read: (span) => ({ span: readingOf5(span), run: runReadingOf3(span.attributes), problems: [] })
};
function readingOf5(span) {
  switch (textAt(span.attributes, "langsmith.span.kind")?.toLowerCase()) {
    case "llm":
      return modelReading3(span);
    case "tool":
      return toolReading2(span);
    default:
      return { kind: "framework" };
  }
}
var LISTS = /* @__PURE__ */ new Set(["gen_ai.prompt", "gen_ai.completion"]);
function recorded(attributes) {
  const lists = flattenedLists(attributes, LISTS);
  return {
    input: lists.get("gen_ai.prompt")?.items ?? attributes["gen_ai.prompt"],
    output: lists.get("gen_ai.completion")?.items ?? attributes["gen_ai.completion"]
  };
}
function modelReading3(span) {
  const { attributes } = span;
  const { input, output } = recorded(attributes);
  const request = readPrompt(input);
  const facts = readAnswerFacts(output);
  return modelCall({
    provider: textAt(attributes, "langsmith.metadata.ls_provider", "gen_ai.provider.name", "gen_ai.system"),
    requestModel: textAt(attributes, "gen_ai.request.model", "langsmith.metadata.ls_model_name"),
    responseModel: textAt(attributes, "gen_ai.response.model") ?? facts.responseModel,
    responseId: textAt(attributes, "gen_ai.response.id") ?? facts.responseId,
    input: request?.messages ?? null,
    output: readAnswer(output),
    tools: request?.tools ?? readTools(attributes["gen_ai.tool.definitions"]),
    parameters: parametersOf(attributes),
    finishReason: facts.finishReason,
    usage: usageOf2(attributes) ?? facts.usage,
    costUsd: numberAt(attributes, "gen_ai.usage.cost"),
    error: errorOf(span)
  });
}
function toolReading2(span) {
  const { attributes } = span;
  const { input, output } = recorded(attributes);
  const answer = toolAnswerOf(decoded2(output));
  const error = errorOf(span) ?? (answer?.isError === true ? "error" : null);
  return {
    kind: "tool_call",
    id: textAt(attributes, "gen_ai.tool.call.id") ?? (answer?.id || null),
    name: textAt(attributes, "gen_ai.tool.name", "langsmith.trace.name") ?? span.name,
    arguments: argumentsFrom(onlyMember(input, "input")),
    outcome: toolOutcome(answer?.result ?? onlyMember(output, "output"), error)
  };
}
function onlyMember(value, name) {
  const object = decoded2(value);
  const isWrapper = isJsonObject(object) && Object.keys(object).length === 1 && object[name] !== void 0;
  return isWrapper ? object[name] : value;
}
function runReadingOf3(attributes) {
  const metadata = attributesUnder(attributes, "langsmith.metadata.");
  const {
    session_id: _session,
    thread_id: _thread,
    conversation_id: _conversation,
    user_id: _user,
    ...rest
  } = metadata;
  const run = runOf(attributes);
  const tags = textAt(attributes, "langsmith.span.tags");
  return {
    conversationId: textAt(metadata, "thread_id", "session_id", "conversation_id") ?? run.conversationId,
    userId: textAt(metadata, "user_id") ?? run.userId,
    attributes: { ...flatAttributes(rest), ...tags === null ? {} : { tags } },
    outcomes: []
  };
}

// src/trace/dialects/mcp.ts
var mcp = {
  name: "mcp",
  reads: ({ attributes }) => attributes["mcp.method.name"] !== void 0,
  read(span) {
    const { attributes } = span;
    const run = runOf(attributes);
    if (attributes["mcp.method.name"] !== "tools/call") return { span: { kind: "framework" }, run, problems: [] };
    const outcome = mcpOutcome(attributes["gen_ai.tool.call.result"], errorOf(span));
    const name = textAt(attributes, "gen_ai.tool.name") ?? span.name.replace(/^tools\/call\s*/, "");
    return { span: { ...toolCallOf(span, attributes), name, outcome }, run, problems: [] };
  }
};
function mcpOutcome(value, error) {
  const result = resultFrom(value);
  if (!isJsonObject(result) || !Array.isArray(result.content)) return toolOutcome(value, error);
  const failed = error !== null || result.isError === true;
  return { kind: failed ? "error" : "result", value: resultOfBlocks(result.content) };
}

// src/trace/dialects/mlflow.ts
var mlflow = {
  name: "mlflow",
  reads: (span) => textAt(span.attributes, "mlflow.spanType") !== null,
  read: (span) => ({ span: readingOf6(span), run: runOf(span.attributes), problems: [] })
};
function readingOf6(span) {
  const { attributes } = span;
  switch (decoded2(attributes["mlflow.spanType"])) {
    case "CHAT_MODEL":
    case "LLM":
      return modelReading4(span);
    case "TOOL":
      return {
        kind: "tool_call",
        id: null,
        name: span.name,
        arguments: argumentsFrom(attributes["mlflow.spanInputs"]),
        outcome: toolOutcome(attributes["mlflow.spanOutputs"], errorOf(span))
      };
    case "AGENT": {
      return { kind: "agent", name: span.name, version: null, output: agentAnswer(attributes["mlflow.spanOutputs"]) };
    }
    default:
      return { kind: "framework" };
  }
}
function modelReading4(span) {
  const { attributes } = span;
  const request = readPrompt(attributes["mlflow.spanInputs"]);
  const inputs = objectAtKey(attributes, "mlflow.spanInputs");
  const facts = readAnswerFacts(attributes["mlflow.spanOutputs"]);
  const counted = objectAtKey(attributes, "mlflow.chat.tokenUsage");
  const input = numberAt(counted, "input_tokens");
  const output = numberAt(counted, "output_tokens");
  const isCounted = input !== null || output !== null;
  return modelCall({
    ...facts,
    requestModel: textAt(inputs, "model"),
    input: request?.messages ?? null,
    output: readAnswer(attributes["mlflow.spanOutputs"]),
    tools: readTools(attributes["mlflow.chat.tools"]) ?? request?.tools ?? null,
    parameters: requestParameters(inputs),
    usage: isCounted ? usageFrom({ input: input ?? 0, output: output ?? 0, cached: 0, written: 0 }) : facts.usage,
    error: errorOf(span)
  });
}

// src/trace/dialects/evaluation.ts
var PASSED = {
  pass: true,
  passed: true,
  success: true,
  correct: true,
  fail: false,
  failed: false,
  failure: false,
  incorrect: false
};
function evaluationOutcome({ name, score, label, explanation, source }) {
  const value = score ?? label;
  if (name === null || value === null) return null;
  const word = label?.toLowerCase() ?? "";
  const passed = Object.hasOwn(PASSED, word) ? PASSED[word] ?? null : null;
  const isSaid = score === null || label === null;
  return { name, value, passed, source, explanation: isSaid ? explanation : labelled(label, explanation) };
}
function labelled(label, explanation) {
  return explanation === null ? label : `${label}: ${explanation}`;
}

// src/trace/dialects/openinference.ts
function openInference(others) {
  return layered(OPENINFERENCE, others, { wins: "layer" });
}
var OPENINFERENCE = {
  name: "openinference",
  reads: (span) => textAt(span.attributes, "openinference.span.kind") !== null,
  read(span) {
    const lists = flattenedLists(span.attributes, LISTS2);
    return {
      span: readingOf7(span, lists),
      run: runReadingOf4(span.attributes, lists),
      problems: MESSAGE_LISTS.flatMap((name) => (lists.get(name)?.missing ?? 0) > 0 ? [`${name}: ${LOST}`] : [])
    };
  }
};
var MESSAGE_LISTS = ["llm.input_messages", "llm.output_messages"];
var EVALUATION_LISTS = ["", "trace.", "session."].flatMap((scope) => [`${scope}evaluations`, `${scope}annotations`]);
var LISTS2 = /* @__PURE__ */ new Set([...MESSAGE_LISTS, "llm.tools", "llm.prompts", ...EVALUATION_LISTS]);
var LOST = "messages are missing between others";
function readingOf7(span, lists) {
  switch (textAt(span.attributes, "openinference.span.kind")?.toUpperCase()) {
    case "LLM":
      return modelReading5(span, lists);
    case "TOOL":
      return toolReading3(span);
    case "AGENT":
      return agentReading2(span);
    default:
      return { kind: "framework" };
  }
}
function modelReading5(span, lists) {
  const { attributes } = span;
  const input = lists.get("llm.input_messages")?.items ?? promptsOf(attributes, lists);
  const output = lists.get("llm.output_messages")?.items;
  const request = readPrompt(input ?? attributes["input.value"]);
  const facts = readAnswerFacts(attributes["output.value"]);
  const finish = textAt(attributes, "llm.finish_reason");
  return modelCall({
    provider: textAt(attributes, "llm.provider", "llm.system"),
    requestModel: textAt(attributes, "llm.request.model_name", "llm.model_name"),
    responseModel: textAt(attributes, "llm.response.model_name") ?? facts.responseModel,
    responseId: facts.responseId,
    input: request?.messages ?? null,
    output: readAnswer(output ?? attributes["output.value"]),
    tools: readTools(lists.get("llm.tools")?.items) ?? readTools(objectAtKey(attributes, "input.value").tools),
    parameters: requestParameters(objectAtKey(attributes, "llm.invocation_parameters")),
    finishReason: finish === null ? facts.finishReason : finishReasonOf(finish),
    usage: usageOf4(attributes) ?? facts.usage,
    costUsd: numberAt(attributes, "llm.cost.total"),
    error: errorOf(span)
  });
}
function promptsOf(attributes, lists) {
  const flattened = lists.get("llm.prompts")?.items ?? [];
  const texts = flattened.map((item) => textOf(isJsonObject(item) ? objectAt(item, "prompt")?.text : item) ?? "");
  const prompts = texts.length > 0 ? texts : attributes["llm.prompts"];
  return prompts === void 0 ? void 0 : { prompts };
}
function usageOf4(attributes) {
  const input = numberAt(attributes, "llm.token_count.prompt");
  const output = numberAt(attributes, "llm.token_count.completion");
  if (input === null && output === null) return null;
  const cached = numberAt(attributes, "llm.token_count.prompt_details.cache_read") ?? 0;
  const written = numberAt(attributes, "llm.token_count.prompt_details.cache_write") ?? 0;
  return usageFrom({ input: input ?? 0, output: output ?? 0, cached, written });
}
function toolReading3(span) {
  const { attributes } = span;
  const output = attributes["output.value"];
  const answer = toolAnswerOf(decoded2(output));
  const error = errorOf(span) ?? (answer?.isError === true ? "error" : null);
  return {
    kind: "tool_call",
    id: textAt(attributes, "tool.id", "tool_call.id") ?? (answer?.id || null),
    name: textAt(attributes, "tool.name") ?? span.name,
    arguments: argumentsFrom(attributes["input.value"]),
    outcome: toolOutcome(answer?.result ?? output, error)
  };
}
function agentReading2({ attributes, name }) {
  const named = textAt(attributes, "agent.name", "graph.node.name", "graph.node.id") ?? /^agent_run \[(.+)\]$/.exec(name)?.[1];
  return { kind: "agent", name: named ?? null, version: null, output: agentAnswer(attributes["output.value"]) };
}
function runReadingOf4(attributes, lists) {
  const metadata = attributes.metadata === void 0 ? {} : flatAttributes(objectAtKey(attributes, "metadata"));
  const tags = tagsAttribute(attributes["tag.tags"]);
  const said = [attributes, ...EVALUATION_LISTS.flatMap((name) => objectsOf(lists.get(name)?.items))];
  return { ...runOf(attributes), attributes: { ...metadata, ...tags }, outcomes: said.flatMap(outcomesOf) };
}
function outcomesOf(said) {
  return ["evaluation", "annotation"].flatMap((word) => {
    const element = said[word];
    const fields = isJsonObject(element) ? element : said;
    const prefix = isJsonObject(element) ? "" : `${word}.`;
    const outcome = evaluationOutcome({
      name: textAt(fields, `${prefix}name`),
      score: numberAt(fields, `${prefix}score`),
      label: textAt(fields, `${prefix}label`),
      explanation: textAt(fields, `${prefix}explanation`),
      source: fields[`${prefix}annotator_kind`] === "HUMAN" ? "feedback" : "evaluation"
    });
    return outcome ?? [];
  });
}

// src/trace/wires/openai-responses.ts
var openaiResponses = {
  request(body) {
    const items = typeof body.input === "string" ? messageOf2("user", textParts(body.input)) : messagesOf3(listOf(body.input));
    const written = typeof body.instructions === "string" ? messageOf2("system", textParts(body.instructions)) : [];
    return {
      instructions: [...written, ...items.filter((message) => message.role === "system")],
      messages: items.filter((message) => message.role !== "system"),
      tools: objectsOf(body.tools).map((tool) => toolDefinition(tool, tool.parameters))
    };
  },
  response(body) {
    const usage = objectAt(body, "usage");
    return {
      id: textOf(body.id),
      model: textOf(body.model),
      message: Array.isArray(body.output) ? { role: "assistant", parts: body.output.flatMap(assistantParts) } : null,
      finishReason: textOf(objectAt(body, "incomplete_details")?.reason) ?? textOf(body.status),
      usage: usageOf({
        input: usage?.input_tokens,
        output: usage?.output_tokens,
        cached: objectAt(usage, "input_tokens_details")?.cached_tokens
      })
    };
  }
};
function messagesOf3(items) {
  const messages = [];
  for (const message of items.flatMap(itemMessages)) {
    const last = messages.at(-1);
    if (last?.role === "assistant" && message.role === "assistant") {
      messages[messages.length - 1] = { role: "assistant", parts: [...last.parts, ...message.parts] };
    } else messages.push(message);
  }
  return messages;
}
function itemMessages(item) {
  if (!isJsonObject(item)) return [{ role: "user", parts: [otherPart(item)] }];
  switch (item.type ?? "message") {
    case "message":
      return messageOf2(roleOf2(item.role), contentParts3(item.content));
    case "function_call_output":
    case "custom_tool_call_output":
      return [
        {
          role: "tool",
          parts: [
            {
              kind: "tool_result",
              id: textOf(item.call_id) ?? "",
              result: resultOfBlocks(item.output),
              isError: false
            }
          ]
        }
      ];
    default:
      return messageOf2("assistant", assistantParts(item));
  }
}
function roleOf2(role) {
  if (role === "system" || role === "developer") return "system";
  return role === "assistant" ? "assistant" : "user";
}
function assistantParts(item) {
  if (!isJsonObject(item)) return [otherPart(item)];
  const id = textOf(item.call_id) ?? "";
  const name = textOf(item.name) ?? "";
  switch (item.type) {
    case "message":
      return contentParts3(item.content);
    case "reasoning":
      return reasoningOf2(item);
    case "function_call":
      return [{ kind: "tool_call", id, name, arguments: argumentsOf(item.arguments) }];
    case "custom_tool_call":
      return [{ kind: "tool_call", id, name, arguments: item.input ?? "" }];
    default:
      return [otherPart(item)];
  }
}
function reasoningOf2(item) {
  return [...objectsOf(item.summary), ...objectsOf(item.content)].flatMap((part) => reasoningParts(part.text));
}
function contentParts3(content2) {
  if (!Array.isArray(content2)) return textParts(content2);
  return content2.flatMap((part) => {
    if (!isJsonObject(part)) return [otherPart(part)];
    switch (part.type) {
      case "input_text":
      case "output_text":
      case "text":
        return textParts(part.text);
      case "refusal":
        return textParts(part.refusal);
      default:
        return [otherPart(part)];
    }
  });
}

// src/trace/dialects/openllmetry.ts
var openllmetry = {
  name: "openllmetry",
  reads: ({ scope, attributes }) => scope.name.startsWith("@traceloop/") || MARKS4.some((name) => attributes[name] !== void 0),
  read(span, _, texts) {
    const run = runWith2(span.attributes);
    return { ...readingOf8(span, texts), run };
  }
};
var MARKS4 = [
  "traceloop.span.kind",
  "traceloop.workflow.name",
  "traceloop.entity.name",
  "llm.request.type",
  "gen_ai.prompt.0.role",
  "gen_ai.prompt.0.content",
  "gen_ai.completion.0.role",
  "gen_ai.completion.0.content"
];
function readingOf8(span, texts) {
  const { attributes } = span;
  const kind = textAt(attributes, "traceloop.span.kind");
  const operation = textAt(attributes, "gen_ai.operation.name");
  if (operation === "execute_tool" || kind === "tool") return { span: toolOf2(span), problems: [] };
  if (kind === "agent" || operation === "invoke_agent") {
    const name = textAt(attributes, "gen_ai.agent.name", "traceloop.entity.name", "traceloop.workflow.name");
    return { span: { kind: "agent", name, version: null }, problems: [] };
  }
  const type = textAt(attributes, "llm.request.type");
  if (operation === null && (type === null || type === "embedding" || type === "rerank"))
    return { span: { kind: "framework" }, problems: [] };
  return modelCallOf3(span, operation ?? "chat", texts);
}
function modelCallOf3(span, operation, texts) {
  const reading = readGenAi(span, { ...span.attributes, "gen_ai.operation.name": operation }, texts);
  if (reading.span.kind !== "model_call") return reading;
  const { attributes } = span;
  const problems = [...reading.problems];
  const lists = flattenedLists(attributes, LISTS3);
  const input = flatMessages(lists.get("gen_ai.prompt"), "user", { problems, texts });
  const output = flatMessages(lists.get("gen_ai.completion"), "assistant", { problems, texts });
  const call = reading.span;
  const finish = textAt(attributes, "gen_ai.completion.0.finish_reason", "llm.response.finish_reason");
  const repaired = repairedInput(call.input);
  return {
    ...reading,
    span: {
      ...call,
      provider: call.provider?.toLowerCase() ?? null,
      input: repaired ?? call.input ?? input,
      output: call.output ?? output?.[0] ?? null,
      tools: call.tools ?? readTools(lists.get("llm.request.functions")?.items),
      finishReason: call.finishReason ?? (finish === null ? null : finishReasonOf(finish))
    },
    problems: repaired === null ? problems : [...problems, RESPONSES]
  };
}
var LISTS3 = /* @__PURE__ */ new Set(["gen_ai.prompt", "gen_ai.completion", "llm.request.functions"]);
function flatMessages(list, role, { problems, texts }) {
  const rows = list?.items.filter(isJsonObject) ?? [];
  const messages = rows.map((row) => ({ role, ...row, content: blocksOf2(row.content) }));
  return rows.length === 0 ? null : messagesFrom(messages, "flattened messages", problems, texts);
}
function blocksOf2(content2) {
  const blocks = typeof content2 === "string" && content2.startsWith("[{") ? decoded(content2) : content2;
  return (Array.isArray(blocks) ? blocks : content2) ?? null;
}
var RESPONSES = "a Responses input that stood as JSON in one user message, read as messages";
function repairedInput(input) {
  const [only] = input ?? [];
  const [part] = only?.parts ?? [];
  if (input?.length !== 1 || only?.role !== "user" || part?.kind !== "text" || !part.text.startsWith("[{")) return null;
  const items = decoded(part.text);
  if (!Array.isArray(items) || !items.some((item) => isJsonObject(item) && isResponsesItem(item))) return null;
  const { instructions, messages } = openaiResponses.request({ input: items });
  return [...instructions, ...messages];
}
function isResponsesItem({ type }) {
  return type === "function_call" || type === "function_call_output" || type === "message" || type === "reasoning";
}
function toolOf2(span) {
  const { attributes } = span;
  const given = entity(attributes, "input");
  const gave = entity(attributes, "output");
  const message = gave === void 0 ? null : toolMessageIn(gave);
  const failed = isJsonObject(gave) && gave.is_error === true ? "error" : null;
  const call = {
    kind: "tool_call",
    id: textAt(attributes, "gen_ai.tool.call.id") ?? textOf(message?.tool_call_id),
    name: textOf(message?.name) ?? textAt(attributes, "gen_ai.tool.name", "traceloop.entity.name") ?? span.name.replace(/^execute_tool\s+|\.tool$/g, ""),
    arguments: argumentsFrom(attributes["gen_ai.tool.call.arguments"] ?? givenArguments(given)),
    outcome: toolOutcome(
      attributes["gen_ai.tool.call.result"] ?? (message === null ? givenResult(gave) : message.content),
      errorOf(span) ?? failed
    )
  };
  return call;
}
function entity(attributes, side) {
  const value = attributes[`traceloop.entity.${side}`];
  return typeof value === "string" ? decoded(value) ?? value : value;
}
function givenArguments(given) {
  if (!isJsonObject(given)) return given;
  const { args, kwargs, inputs, input_str: text, arguments: named } = given;
  if (named !== void 0) return named;
  if (isJsonObject(inputs)) return inputs;
  if (text !== void 0) return text;
  if (isJsonObject(kwargs) && Object.keys(kwargs).length > 0 && isEmpty2(args)) return kwargs;
  if (Array.isArray(args) && args.length === 1 && (kwargs === void 0 || isEmpty2(kwargs))) return args[0];
  return given;
}
function isEmpty2(value) {
  return value === void 0 || value === null || Object.keys(value).length === 0;
}
function givenResult(gave) {
  if (!isJsonObject(gave)) return gave;
  return gave.result ?? gave.output ?? gave.outputs ?? gave;
}
var ASSOCIATION = "traceloop.association.properties.";
var CONVERSATIONS = ["session_id", "thread_id", "conversation_id"];
var USERS = ["user_id"];
function runWith2(attributes) {
  const run = runOf(attributes);
  const said = [];
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (!name.startsWith(ASSOCIATION)) continue;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      said.push([name.slice(ASSOCIATION.length), value]);
  }
  if (said.length === 0) return run;
  const own2 = Object.fromEntries(said);
  return {
    ...run,
    attributes: Object.fromEntries(said.filter(([name]) => ![...CONVERSATIONS, ...USERS].includes(name))),
    conversationId: run.conversationId ?? textAt(own2, ...CONVERSATIONS),
    userId: run.userId ?? textAt(own2, ...USERS)
  };
}

// src/trace/dialects/event-messages.ts
var ROLES2 = {
  "gen_ai.system.message": "system",
  "gen_ai.user.message": "user",
  "gen_ai.assistant.message": "assistant",
  "gen_ai.tool.message": "tool"
};
var CHOICE = "gen_ai.choice";
function isMessageEvent(name) {
  return name === CHOICE || Object.hasOwn(ROLES2, name);
}
function messagesOfEvents(events) {
  const messages = events.flatMap(({ name, body }) => {
    const role = Object.hasOwn(ROLES2, name) ? ROLES2[name] : void 0;
    return role === void 0 ? [] : messagesOf2({ ...unpacked(body), role }, role);
  });
  return messages.length === 0 ? null : messages;
}
function answerOfEvents(events) {
  const body = events.find((event) => event.name === CHOICE && (event.body.index ?? 0) === 0)?.body;
  if (body === void 0) return { message: null, finishReason: null };
  const told = typeof body.message === "string" ? decoded(body.message) ?? body.message : body.message;
  const message = isJsonObject(told) ? told : { content: told ?? null };
  const whole2 = unpacked({ tool_calls: body.tool_calls ?? null, ...message });
  const [answer] = messagesOf2({ ...whole2, role: "assistant" }, "assistant");
  return { message: answer ?? null, finishReason: textOf(body.finish_reason) };
}
function toolOfEvents(events) {
  const given = events.find(({ name }) => name === "gen_ai.tool.message")?.body.content;
  const gave = events.find(({ name }) => name === CHOICE)?.body.message;
  return {
    arguments: argumentsFrom(given),
    outcome: gave === void 0 ? { kind: "unknown" } : { kind: "result", value: resultFrom(gave) }
  };
}
function unpacked(body) {
  const { content: content2, tool_calls: calls, id, tool_call_id: callId } = body;
  return {
    ...body,
    tool_call_id: callId ?? id ?? null,
    content: isJsonObject(content2) ? content2.content ?? content2 : listIn(content2),
    tool_calls: listIn(calls)
  };
}
function listIn(value) {
  if (typeof value !== "string" || !value.startsWith("[")) return value ?? null;
  const list = decoded(value);
  return Array.isArray(list) && list.every(isJsonObject) ? list : value;
}

// src/trace/dialects/otel-log-events.ts
var otelLogEvents = {
  name: "otel-log-events",
  reads: (span, logs) => span.events.some(({ name }) => isContent(name)) || logs.some(({ eventName }) => isContent(eventName)),
  read(span, logs, texts) {
    const events = eventsOf(span, logs);
    const whole2 = events.filter(({ name }) => isWhole(name)).map(({ attributes }) => attributes);
    const reading = readGenAi(span, whole2.length === 0 ? span.attributes : merged2([span.attributes, ...whole2]), texts);
    const problems = span.name === LOST_SPAN ? ["a model call of which only log records tell"] : [];
    return withMessages({ ...reading, problems: [...reading.problems, ...problems] }, events);
  },
  spansOf: lostSpans
};
var LOST_SPAN = "log records of a lost span";
function isWhole(name) {
  return name === "gen_ai.client.inference.operation.details" || name?.startsWith("gen_ai.content.") === true;
}
function isContent(name) {
  return name !== null && (isMessageEvent(name) || isWhole(name));
}
function eventsOf(span, logs) {
  const events = [
    ...span.events.map(({ name, timeUs, attributes }) => ({
      name,
      timeUs,
      attributes,
      body: bodyOf2(attributes, null)
    })),
    ...logs.map(({ eventName, timeUs, attributes, body }) => {
      return { name: eventName ?? "", timeUs, attributes, body: bodyOf2(attributes, body) };
    })
  ];
  return once(events.filter(({ name }) => isContent(name)).sort((a, b) => a.timeUs - b.timeUs));
}
function bodyOf2(attributes, body) {
  const inAttribute = attributes["gen_ai.event.content"];
  const own2 = typeof body === "string" ? decoded(body) ?? { content: body } : body;
  const content2 = typeof inAttribute === "string" ? decoded(inAttribute) : inAttribute;
  return merged2([attributes, ...[content2, own2].filter((value) => value !== void 0).filter(isJsonObject)]);
}
function merged2(objects2) {
  return Object.fromEntries(objects2.flatMap((object) => Object.entries(object)));
}
function once(events) {
  const texts = events.map(({ name, timeUs, body }) => JSON.stringify([name, timeUs, body]));
  const counts = /* @__PURE__ */ new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const choice = texts.find((_, index) => events[index]?.name === "gen_ai.choice");
  const deliveries = choice === void 0 ? 1 : counts.get(choice) ?? 1;
  if (deliveries === 1) return events;
  const seen = /* @__PURE__ */ new Map();
  return events.filter((_, index) => {
    const text = texts[index] ?? "";
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return before < (counts.get(text) ?? 0) / deliveries;
  });
}
function withMessages(reading, events) {
  const { span } = reading;
  return { ...reading, span: spanWithMessages(span, events) };
}
function spanWithMessages(span, events) {
  const answer = answerOfEvents(events);
  switch (span.kind) {
    case "model_call": {
      const input = span.input ?? messagesOfEvents(events);
      const finish = answer.finishReason === null ? null : finishReasonOf(answer.finishReason);
      return { ...span, input, output: span.output ?? answer.message, finishReason: span.finishReason ?? finish };
    }
    case "tool_call": {
      const told = toolOfEvents(events);
      const outcome = span.outcome.kind === "unknown" ? told.outcome : span.outcome;
      return { ...span, arguments: span.arguments ?? told.arguments, outcome };
    }
    case "agent":
      return { ...span, output: span.output ?? answerOf(answer.message, null) };
    case "framework":
      return span;
    default:
      return span;
  }
}
function lostSpans(logs, known) {
  const lost = logs.filter(
    ({ traceId, spanId: spanId2, eventName }) => traceId !== null && spanId2 !== null && isContent(eventName) && !known.has(spanId2)
  );
  return [...Map.groupBy(lost, ({ traceId, spanId: spanId2 }) => `${traceId} ${spanId2}`).values()].flatMap((records) => {
    const [first2] = records;
    if (first2 === void 0 || first2.traceId === null || first2.spanId === null) return [];
    const times = records.map(({ timeUs }) => timeUs);
    const attributes = merged2([{ "gen_ai.operation.name": "chat" }, ...records.map((record) => record.attributes)]);
    return [
      {
        traceId: first2.traceId,
        spanId: first2.spanId,
        parentSpanId: null,
        name: LOST_SPAN,
        scope: first2.scope,
        resource: first2.resource,
        attributes,
        events: [],
        startUs: times.reduce((a, b) => Math.min(a, b)),
        endUs: times.reduce((a, b) => Math.max(a, b)),
        status: { code: "unset", message: null }
      }
    ];
  });
}

// src/trace/dialects/pydantic-ai.ts
var MARKS5 = ["model_request_parameters", "all_messages_events", "pydantic_ai.all_messages", "tool_arguments"];
function pydanticAi(others) {
  return layered(PYDANTIC_AI, others, { wins: "layer" });
}
var PYDANTIC_AI = {
  name: "pydantic-ai",
  reads: ({ attributes }) => MARKS5.some((name) => attributes[name] !== void 0),
  read: (span) => ({ span: readingOf9(span), run: runOf(span.attributes), problems: [] })
};
function readingOf9(span) {
  const { attributes } = span;
  if (attributes.model_request_parameters !== void 0) return modelReading6(span);
  if (attributes.tool_arguments !== void 0) {
    return {
      kind: "tool_call",
      id: textAt(attributes, "gen_ai.tool.call.id"),
      name: textAt(attributes, "gen_ai.tool.name") ?? span.name,
      arguments: argumentsFrom(attributes.tool_arguments),
      outcome: toolOutcome(attributes.tool_response, errorOf(span))
    };
  }
  const name = textAt(attributes, "agent_name", "gen_ai.agent.name");
  return { kind: "agent", name, version: null, output: attributes.final_result ?? null };
}
function modelReading6(span) {
  const { attributes } = span;
  const events = eventsOf2(attributes);
  const isChoice = (event) => isJsonObject(event) && event["event.name"] === "gen_ai.choice";
  const offered = objectAtKey(attributes, "model_request_parameters");
  const tools = [readTools(offered.function_tools), readTools(offered.output_tools)].flatMap((list) => list ?? []);
  return modelCall({
    input: readMessages(
      events?.filter((event) => !isChoice(event)),
      "input"
    )?.messages ?? null,
    output: assistantMessage(readMessages(events?.filter(isChoice), "output")),
    tools,
    error: errorOf(span)
  });
}
function eventsOf2(attributes) {
  const events = decoded2(attributes.events);
  return Array.isArray(events) ? events : void 0;
}

// src/trace/dialects/vercel-ai.ts
var vercelAi = {
  name: "vercel-ai",
  reads: (span) => operationOf(span) !== null,
  read(span) {
    return { span: readingOf10(span), run: runReadingOf5(span.attributes), problems: [] };
  }
};
function operationOf({ attributes }) {
  const name = textAt(attributes, "ai.operationId") ?? textAt(attributes, "operation.name")?.split(" ")[0] ?? "";
  return name.startsWith("ai.") ? name : null;
}
function readingOf10(span) {
  const operation = operationOf(span) ?? "";
  if (/\.do(?:Generate|Stream)$/.test(operation)) return modelReading7(span);
  if (operation === "ai.toolCall") return toolReading4(span);
  if (!/^ai\.(?:generate|stream)(?:Text|Object)$/.test(operation)) return { kind: "framework" };
  const name = textAt(span.attributes, "ai.telemetry.functionId");
  return { kind: "agent", name, version: null, output: answerOf(outputOf(span.attributes), null) };
}
function modelReading7(span) {
  const { attributes } = span;
  const finish = textAt(attributes, "ai.response.finishReason", "ai.finishReason");
  const input = readMessages(attributes["ai.prompt.messages"] ?? attributes["ai.prompt"], "input");
  return modelCall({
    // Such as `openai.chat`: the provider and which of its APIs.
    provider: textAt(attributes, "ai.model.provider", "gen_ai.system")?.split(".")[0] ?? null,
    requestModel: textAt(attributes, "ai.model.id", "gen_ai.request.model"),
    responseModel: textAt(attributes, "ai.response.model", "gen_ai.response.model"),
    responseId: textAt(attributes, "ai.response.id", "gen_ai.response.id"),
    input: input?.messages ?? null,
    output: outputOf(attributes),
    tools: readTools(attributes["ai.prompt.tools"]),
    parameters: parametersOf2(attributes),
    finishReason: finish === null ? null : finishReasonOf(finish),
    usage: usageOf5(attributes),
    error: errorOf(span)
  });
}
function usageOf5(attributes) {
  const input = numberAt(attributes, "ai.usage.inputTokens", "ai.usage.promptTokens", "gen_ai.usage.input_tokens");
  const output = numberAt(
    attributes,
    "ai.usage.outputTokens",
    "ai.usage.completionTokens",
    "gen_ai.usage.output_tokens"
  );
  if (input === null && output === null) return null;
  const cached = numberAt(attributes, "ai.usage.cachedInputTokens", "ai.usage.inputTokenDetails.cacheReadTokens") ?? 0;
  const written = numberAt(attributes, "ai.usage.inputTokenDetails.cacheWriteTokens") ?? 0;
  return usageFrom({ input: input ?? 0, output: output ?? 0, cached, written });
}
function outputOf(attributes) {
  const at = (name) => attributes[`ai.response.${name}`] ?? attributes[`ai.result.${name}`];
  const written = [at("reasoning"), at("text"), at("object"), at("toolCalls")];
  if (written.every((value) => value === void 0)) return null;
  const [reasoning, text, object, calls] = written;
  const content2 = [
    ...typeof reasoning === "string" ? [{ type: "reasoning", text: reasoning }] : [],
    ...typeof text === "string" ? [text] : [],
    ...object === void 0 ? [] : [typeof object === "string" ? object : JSON.stringify(object)]
  ];
  const read2 = readMessages({ role: "assistant", content: content2, tool_calls: calls ?? [] }, "output");
  return assistantMessage(read2) ?? { role: "assistant", parts: [] };
}
function parametersOf2(attributes) {
  const { model: _model, ...named } = attributesUnder(attributes, "gen_ai.request.");
  const { maxRetries: _maxRetries, ...settings } = attributesUnder(attributes, "ai.settings.");
  const choice = decoded2(attributes["ai.prompt.toolChoice"]);
  return { ...Object.keys(named).length > 0 ? named : settings, ...choice === null ? {} : { tool_choice: choice } };
}
function toolReading4(span) {
  const { attributes } = span;
  return {
    kind: "tool_call",
    id: textAt(attributes, "ai.toolCall.id"),
    name: textAt(attributes, "ai.toolCall.name") ?? span.name,
    arguments: argumentsFrom(attributes["ai.toolCall.args"]),
    outcome: toolOutcome(attributes["ai.toolCall.result"], errorOf(span))
  };
}
function runReadingOf5(attributes) {
  const metadata = attributesUnder(attributes, "ai.telemetry.metadata.");
  const { userId: _userId, sessionId: _sessionId, ...rest } = metadata;
  const named = runOf(attributes);
  return {
    ...named,
    conversationId: textAt(metadata, "sessionId") ?? named.conversationId,
    userId: textAt(metadata, "userId") ?? named.userId,
    attributes: flatAttributes(rest)
  };
}

// src/trace/dialects/index.ts
var CONVENTIONS = [otelLogEvents, genai];
var WITH_GENAI = [googleAdk(CONVENTIONS), pydanticAi(CONVENTIONS)];
var INSTRUMENTATIONS = [
  claudeCode,
  vercelAi,
  openInference(WITH_GENAI),
  ...WITH_GENAI,
  mlflow,
  mcp,
  otelLogEvents,
  openllmetry,
  genai
];
var ON_ALL = [langsmith(INSTRUMENTATIONS), ...INSTRUMENTATIONS];
var DIALECTS = [langfuse(ON_ALL), ...ON_ALL];

// src/trace/json-lists.ts
function isListText(text) {
  return text.endsWith("]") && /^\[\s*[^\s\]]/.test(text);
}
function goesOn(text, list) {
  const end = list.length - 1;
  if (text.length <= list.length) return text === list;
  return text.charCodeAt(end) === COMMA && text.slice(0, end) === list.slice(0, end);
}
function listBeyond(text, list) {
  const rest = `[${text.slice(list.length)}`;
  return isListText(rest) ? rest : null;
}
var COMMA = 44;

// src/trace/dialects/trace-texts.ts
var TraceTexts = class {
  messages = new Lists();
  tools = new Lists();
  instructions = new Lists();
};
var MAX_LISTS = 16;
var Lists = class {
  /** The last one first. */
  #known = [];
  /**
   * The items of a list. `read` reads each one by itself, whatever stands around it; null = the text is no such list. Of a
   * list that begins with all the items of a known one, such as a conversation that went on, only the rest is read, and of
   * this again what follows a known list, such as the answer that was given.
   */
  read(text, read2) {
    const known = this.#begun(text);
    if (known?.text === text) return known.items;
    const items = this.#longer(known, text, (rest) => this.#longer(this.#begun(rest), rest, read2)) ?? read2(text);
    if (items !== null && isListText(text)) this.#remember({ text, items });
    return items;
  }
  #begun(text) {
    return this.#known.find((list) => goesOn(text, list.text));
  }
  #longer(known, text, read2) {
    if (known === void 0) return read2(text);
    if (known.text === text) return known.items;
    const rest = listBeyond(text, known.text);
    const items = rest === null ? null : read2(rest);
    return items === null ? null : [...known.items, ...items];
  }
  #remember(list) {
    this.#known.unshift(list);
    if (this.#known.length > MAX_LISTS) this.#known.pop();
  }
};

// src/trace/assemble/nodes.ts
var NO_LOGS = [];
var NO_AGENTS = [];
function readNodes(spans, logs) {
  const logsBySpan = Map.groupBy(logs, ({ spanId: spanId2 }) => spanId2);
  const nodes = /* @__PURE__ */ new Map();
  for (const span of spans) {
    const known = nodes.get(span.spanId);
    if (known === void 0) nodes.set(span.spanId, nodeOf(span, logsBySpan.get(span.spanId) ?? NO_LOGS));
    else takeFuller(known, span);
  }
  const texts = new TraceTexts();
  for (const node of nodes.values()) read(node, texts);
  return nodes;
}
function nodeOf(span, logs) {
  return {
    span,
    logs,
    dialect: null,
    reading: null,
    parent: null,
    root: span.spanId,
    depth: 0,
    orderUs: span.startUs,
    walk: 0,
    isPlaced: false,
    agents: NO_AGENTS,
    scope: "",
    topAgent: null,
    insideTool: false,
    step: null,
    problem: null
  };
}
function read(node, texts) {
  for (const dialect of DIALECTS) {
    if (!dialect.reads(node.span, node.logs)) continue;
    node.dialect = dialect.name;
    node.reading = dialect.read(node.span, node.logs, texts);
    return;
  }
}
function takeFuller(node, span) {
  if (node.span === span) return;
  const order2 = compareFullness(node.span, span);
  if (order2 !== 0) node.problem = "a span came in several versions, the fullest is read";
  if (order2 >= 0) return;
  node.span = span;
  node.orderUs = span.startUs;
}
function compareFullness(a, b) {
  const size = a.endUs - b.endUs || sizeOf(a) - sizeOf(b);
  if (size !== 0) return size;
  const [left, right] = [canonicalJson(a), canonicalJson(b)];
  return left === right ? 0 : left > right ? 1 : -1;
}
function sizeOf(span) {
  return Object.keys(span.attributes).length + span.events.length;
}

// src/trace/assemble/outcomes.ts
var EVALUATION = "gen_ai.evaluation.result";
function evaluationsOf(events, logs) {
  const attributes = [
    ...events.filter(({ name }) => name === EVALUATION),
    ...logs.filter(({ eventName }) => eventName === EVALUATION)
  ].map((event) => event.attributes);
  const outcomes = /* @__PURE__ */ new Map();
  const problems = [];
  for (const each of attributes) {
    const outcome = outcomeOf2(each);
    if (typeof outcome === "string") problems.push(outcome);
    else outcomes.set(JSON.stringify(outcome), outcome);
  }
  return { outcomes: [...outcomes.values()], problems };
}
function isEvaluation(log) {
  return log.eventName === EVALUATION;
}
function outcomeOf2(attributes) {
  const name = textAt(attributes, "gen_ai.evaluation.name");
  const outcome = evaluationOutcome({
    name,
    score: numberAt(attributes, "gen_ai.evaluation.score.value"),
    label: textAt(attributes, "gen_ai.evaluation.score.label"),
    explanation: textAt(attributes, "gen_ai.evaluation.explanation"),
    source: "evaluation"
  });
  const missing = name === null ? "a name" : "a score";
  return outcome ?? `an evaluation without ${missing}: ${textAt(attributes, "error.type") ?? "no error"}`;
}

// src/trace/assemble/runs.ts
function runsOf(traceId, nodes) {
  const keyOf2 = keysOf(nodes.filter((node) => node.topAgent === node));
  const groups = /* @__PURE__ */ new Map();
  for (const node of nodes) if (node.topAgent === node) groupAt(groups, keyOf2(node)).topAgents.push(node);
  const rest = { nodes: [], topAgents: [] };
  const strayGroup = strayGroups([...groups.values()], rest);
  for (const node of nodes) (groups.get(keyOf2(node)) ?? strayGroup(node)).nodes.push(node);
  const [first2] = groups.values();
  if (first2 !== void 0 && !rest.nodes.some(isStep)) first2.nodes.push(...rest.nodes.splice(0));
  const runs = [...groups.values(), rest].filter((group) => group.nodes.length > 0);
  return runs.map((group) => ({ ...group, id: runs.length === 1 ? traceId : `${traceId}/${firstId(group)}` }));
}
function isStep({ reading }) {
  return reading?.span.kind === "model_call" || reading?.span.kind === "tool_call";
}
function firstId({ nodes }) {
  return nodes[0]?.span.spanId ?? "";
}
function groupAt(groups, key) {
  const group = groups.get(key) ?? { nodes: [], topAgents: [] };
  groups.set(key, group);
  return group;
}
function keysOf(topAgents) {
  const conversations = /* @__PURE__ */ new Map();
  for (const agent of topAgents) {
    const named = conversations.get(agent.root) ?? /* @__PURE__ */ new Set();
    const id = conversationOf(agent);
    conversations.set(agent.root, id === null ? named : named.add(id));
  }
  return (node) => {
    const isSplit = (conversations.get(node.root)?.size ?? 0) > 1;
    if (!isSplit) return node.root;
    return node.topAgent === null ? `${node.root} outside` : `${node.root} in ${conversationOf(node.topAgent) ?? ""}`;
  };
}
function conversationOf(agent) {
  return agent.reading?.run.conversationId ?? null;
}
function strayGroups(groups, rest) {
  const [only] = groups;
  if (only === void 0 || groups.length === 1) return () => only ?? rest;
  const around = windowsOf(groups);
  const joined2 = /* @__PURE__ */ new Map();
  return (node) => {
    const group = (node.parent === null ? void 0 : joined2.get(node.parent)) ?? around(node);
    if (group !== null) joined2.set(node, group);
    return group ?? rest;
  };
}
function windowsOf(groups) {
  const windows = groups.map((group) => ({
    group,
    startUs: group.topAgents.reduce((start, { span }) => Math.min(start, span.startUs), Number.POSITIVE_INFINITY),
    endUs: group.topAgents.reduce((end, { span }) => Math.max(end, span.endUs), 0)
  })).sort((a, b) => a.startUs - b.startUs);
  let latest = 0;
  const endsBefore = windows.map(({ endUs }) => {
    const before = latest;
    latest = Math.max(latest, endUs);
    return before;
  });
  return ({ span }) => {
    const index = lastAtOrBefore(windows, span.startUs);
    const window = windows[index];
    const isAlone = (endsBefore[index] ?? 0) < span.startUs && (windows[index + 1]?.startUs ?? span.endUs) >= span.endUs;
    return window !== void 0 && window.endUs >= span.endUs && isAlone ? window.group : null;
  };
}
function lastAtOrBefore(windows, timeUs) {
  let [low, high] = [0, windows.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((windows[middle]?.startUs ?? 0) <= timeUs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// src/trace/assemble/agent-input.ts
function withAgentInput(timed, nodes) {
  const asked = /* @__PURE__ */ new Map();
  for (const { reading, scope } of nodes) {
    const input = reading?.span.kind === "agent" ? reading.span.input ?? [] : [];
    if (input.length > 0) asked.set(scope, input);
  }
  if (asked.size === 0) return timed;
  return timed.map((each) => {
    const { step: step2, node } = each;
    const input = step2.kind === "model_call" ? asked.get(node.scope) : void 0;
    if (step2.kind !== "model_call" || input === void 0) return each;
    asked.delete(node.scope);
    if (step2.input !== null) return each;
    node.problem ??= "of a request only what its agent was asked is recorded";
    return { node, step: { ...step2, input } };
  });
}

// src/trace/assemble/answer.ts
function answerOfRun(run, timed) {
  let last = null;
  for (const { reading, span } of run.topAgents) {
    const answer = reading?.span.kind === "agent" ? reading.span.output ?? null : null;
    if (answer !== null && (last === null || span.endUs >= last.endUs)) last = { answer, endUs: span.endUs };
  }
  if (last !== null) return last.answer;
  for (const { step: step2, node } of timed.toReversed()) {
    if (step2.kind !== "model_call" || node.insideTool) continue;
    const answer = answerOf(step2.output, step2.parameters.output_type);
    if (answer !== null) return answer;
  }
  return null;
}

// src/trace/assemble/cohort.ts
var MAX_ATTRIBUTES = 64;
var MAX_TEXT_CHARS2 = 256;
var RESOURCE_NOISE = /^service\.instance\.id$|^(telemetry|process|host|os|container|k8s|cloud|faas|aws|gcp|azure|webengine|device|browser)\./;
var SPAN_NOISE = new RegExp(
  [
    "^(gen_ai|llm|openai|mcp|jsonrpc|rpc|server|client|http|url|net|network|user_agent|db|messaging|error|exception|code",
    "|thread|otel|telemetry|event|session|input|output|openinference|traceloop|ai|langfuse|langsmith|logfire|operation",
    "|resource|span|az|azure|aws|gcp|agent|graph|tool|tag|metadata|annotations?|evaluations?|embedding|retrieval|reranker",
    "|document|mlflow|pydantic_ai|crew|genkit|lk|interaction|prompt|command|user_prompt)[._]",
    "|^(user|enduser)\\.id$|^trace\\.(annotations|evaluations)\\.",
    "|^(metadata|agent_name|model_name|final_result|events|all_messages_events|(user_)?prompt|input|output)$"
  ].join("")
);
function cohortOf(run) {
  const found = /* @__PURE__ */ new Map();
  const take = (attributes, noise) => {
    for (const name of Object.keys(attributes)) {
      const value = attributes[name];
      if (found.size >= MAX_ATTRIBUTES) return;
      if (isFlat(value) && !found.has(name) && noise?.test(name) !== true) found.set(name, value);
    }
  };
  const outermost = run.nodes.filter(isOutermost);
  for (const { reading } of run.nodes)
    if (reading !== null && reading.run !== NO_RUN) take(reading.run.attributes, null);
  for (const { span } of outermost) take(span.resource, RESOURCE_NOISE);
  for (const { span } of outermost) take(span.attributes, SPAN_NOISE);
  return Object.fromEntries(found);
}
function isOutermost(node) {
  return node.parent === null || node.topAgent === node;
}
function isFlat(value) {
  if (typeof value === "string") return value !== "" && value.length <= MAX_TEXT_CHARS2;
  return typeof value === "boolean" || typeof value === "number" && Number.isFinite(value);
}

// src/trace/assemble/problem-lines.ts
var MAX_LINES = 50;
var MAX_LINE_CHARS = 300;
var ProblemLines = class {
  #counts = /* @__PURE__ */ new Map();
  add(text, count = 1) {
    this.#counts.set(text, (this.#counts.get(text) ?? 0) + count);
  }
  /** The most frequent first, equal ones by their text: the order in which spans came does not show. */
  lines() {
    const sorted = [...this.#counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const lines = sorted.slice(0, MAX_LINES).map(([text, count]) => {
      const line = cut(text, MAX_LINE_CHARS);
      return count === 1 ? line : `${line} (${count} times)`;
    });
    return sorted.length > MAX_LINES ? [...lines, `and ${sorted.length - MAX_LINES} more kinds of problem`] : lines;
  }
};

// src/trace/assemble/drafts.ts
function draftsOf(nodes) {
  const drafts = [];
  for (const node of nodes) {
    const above = node.parent?.step ?? null;
    const draft = draftOf(node, above);
    node.step = draft ?? above;
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}
function draftOf(node, above) {
  const { span, reading, agents } = node;
  if (reading === null || reading.span.kind === "agent" || reading.span.kind === "framework") return null;
  const durationMs = span.endUs < span.startUs ? null : (span.endUs - span.startUs) / 1e3;
  const sources = [span.spanId];
  const step2 = { ...reading.span, agent: agents, startUs: span.startUs, durationMs, sources };
  return { step: step2, node, above, sources, mergedInto: null, isFrame: false };
}
function isTool(draft) {
  return draft.step.kind === "tool_call";
}
function runTogether({ node: { span: a } }, { node: { span: b } }) {
  return a.startUs <= b.endUs && b.startUs <= a.endUs;
}
function target(draft) {
  let last = draft;
  while (last.mergedInto !== null) last = last.mergedInto;
  return last;
}
function merge(outer, inner) {
  inner.mergedInto = outer;
  for (const source of inner.sources) outer.sources.push(source);
  if (outer.step.kind === "model_call" && inner.step.kind === "model_call") {
    outer.step = mergedModelCall(outer.step, inner.step);
  } else if (outer.step.kind === "tool_call" && inner.step.kind === "tool_call") {
    outer.step = mergedToolCall(outer.step, inner.step);
  }
}
function mergedModelCall(outer, inner) {
  const isOneText = inner.input?.length === 1 && (outer.input?.length ?? 0) > 1;
  const losesCalls = callsIn(inner) < callsIn(outer);
  return {
    ...outer,
    provider: inner.provider ?? outer.provider,
    requestModel: inner.requestModel ?? outer.requestModel,
    responseModel: inner.responseModel ?? outer.responseModel,
    responseId: inner.responseId ?? outer.responseId,
    ...inner.systemFingerprint === void 0 ? {} : { systemFingerprint: inner.systemFingerprint },
    input: isOneText ? outer.input : inner.input ?? outer.input,
    output: losesCalls ? outer.output : inner.output ?? outer.output,
    tools: inner.tools ?? outer.tools,
    parameters: { ...outer.parameters, ...inner.parameters },
    finishReason: inner.finishReason ?? outer.finishReason,
    usage: inner.usage ?? outer.usage,
    costUsd: inner.costUsd ?? outer.costUsd,
    error: outer.error ?? inner.error
  };
}
function callsIn({ output }) {
  return output?.parts.filter(({ kind }) => kind === "tool_call").length ?? 0;
}
function mergedToolCall(outer, inner) {
  const failed = outer.id !== null && outer.id === inner.id && inner.outcome.kind === "error";
  const { outcome } = outer;
  return {
    ...outer,
    id: outer.id ?? inner.id,
    name: outer.name === "" ? inner.name : outer.name,
    arguments: outer.arguments ?? inner.arguments,
    outcome: outcome.kind === "unknown" ? inner.outcome : failed ? { kind: "error", value: outcome.value } : outcome
  };
}

// src/trace/assemble/same-tool.ts
function mayBeSame(a, b) {
  if (a.name !== "" && b.name !== "" && bareName(a.name) !== bareName(b.name)) return false;
  if (a.id !== null && b.id !== null && a.id !== b.id) return false;
  return a.arguments === null || b.arguments === null || jsonText(a.arguments) === jsonText(b.arguments);
}
function bareName(name) {
  return name.replace(/^.*(?:__|[./:])(?=.)/s, "");
}
function jsonText(value) {
  return nestedDeeperThan(value, 100) ? "deep" : canonicalJson(value);
}
function callText(scope, call) {
  return `${scope} ${bareName(call.name)} ${jsonText(call.arguments)}`;
}

// src/trace/assemble/mcp-siblings.ts
function mergeMcpSiblings(drafts) {
  const tools = drafts.filter(isTool).filter(({ mergedInto }) => mergedInto === null);
  const mcp2 = tools.filter(({ node }) => node.dialect === "mcp");
  if (mcp2.length === 0) return;
  const others = tools.filter(({ node }) => node.dialect !== "mcp");
  const taken = /* @__PURE__ */ new Set();
  const byArguments = new Queues(others, taken, (draft) => siblingKey(draft, draft.step.arguments));
  const byName = new Queues(others, taken, (draft) => siblingKey(draft, null));
  for (const draft of mcp2) {
    const { arguments: args } = draft.step;
    const other = args === null ? byName.take(siblingKey(draft, null), draft) : byArguments.take(siblingKey(draft, args), draft) ?? byArguments.take(siblingKey(draft, null), draft);
    if (other !== null) merge(other, draft);
  }
}
function siblingKey({ node, step: step2 }, args) {
  return JSON.stringify([node.span.parentSpanId, bareName(step2.name), args === null ? null : jsonText(args)]);
}
var Queues = class {
  #lists;
  #taken;
  #passed = /* @__PURE__ */ new Map();
  constructor(drafts, taken, keyOf2) {
    this.#lists = Map.groupBy(drafts, keyOf2);
    this.#taken = taken;
  }
  /** The first under a key that ran at the time of the given one and has no partner yet. */
  take(key, draft) {
    const list = this.#lists.get(key) ?? [];
    let index = this.#passed.get(key) ?? 0;
    for (let other2 = list[index]; other2 !== void 0 && this.#isPast(other2, draft); other2 = list[index]) index += 1;
    this.#passed.set(key, index);
    const other = list[index];
    if (other === void 0 || !runTogether(other, draft) || !mayBeSame(other.step, draft.step)) return null;
    this.#taken.add(other);
    return other;
  }
  #isPast(other, draft) {
    return this.#taken.has(other) || other.node.span.endUs < draft.node.span.startUs;
  }
};

// src/trace/assemble/same-call.ts
var FRAME = "a model call with several model calls below it is read as their frame";
function stepsOf(nodes) {
  const drafts = draftsOf(nodes);
  mergeNestedModelCalls(drafts);
  mergeByKey(drafts, ({ step: step2 }) => step2.kind === "model_call" ? step2.responseId : null, runTogether);
  mergeNestedTools(drafts);
  mergeByKey(drafts, ({ step: step2 }) => step2.kind === "tool_call" ? step2.id : null, isSameToolCall);
  mergeMcpSiblings(drafts);
  return drafts.filter(({ mergedInto, isFrame }) => mergedInto === null && !isFrame);
}
function mergeNestedModelCalls(drafts) {
  const inner = drafts.flatMap((draft) => {
    const { step: step2, above } = draft;
    if (step2.kind !== "model_call" || above?.step.kind !== "model_call") return [];
    const [inner2, outer] = [step2.responseId, above.step.responseId];
    return inner2 !== null && outer !== null && inner2 !== outer ? [] : [{ draft, above }];
  });
  const seen = /* @__PURE__ */ new Set();
  for (const { above } of inner) {
    if (seen.has(above)) above.isFrame = true;
    seen.add(above);
  }
  for (const { draft, above } of inner.toReversed()) above.isFrame ||= draft.isFrame;
  for (const { draft, above } of inner) {
    if (above.isFrame) above.node.problem ??= FRAME;
    else merge(target(above), draft);
  }
}
function mergeNestedTools(drafts) {
  for (const draft of drafts) {
    const above = draft.above === null ? null : target(draft.above);
    if (above !== null && isTool(above) && isTool(draft) && mayBeSame(above.step, draft.step)) merge(above, draft);
  }
}
function mergeByKey(drafts, keyOf2, isSame) {
  const byKey = /* @__PURE__ */ new Map();
  for (const draft of drafts) {
    const key = draft.mergedInto === null ? keyOf2(draft) : null;
    if (key === null) continue;
    const known = byKey.get(key);
    if (known !== void 0 && isSame(known, draft)) merge(known, draft);
    else byKey.set(key, draft);
  }
}
function isSameToolCall(known, draft) {
  if (!isTool(known) || !isTool(draft) || !mayBeSame(known.step, draft.step)) return false;
  return known.node.dialect !== draft.node.dialect || runTogether(known, draft);
}

// src/trace/assemble/asked-tools.ts
var AskedTools = class {
  all = [];
  #byKey = /* @__PURE__ */ new Map();
  #byCall = /* @__PURE__ */ new Map();
  #indexed = 0;
  #told = /* @__PURE__ */ new Set();
  #orphans = /* @__PURE__ */ new Set();
  /** The last one of each scope. */
  #conversations = /* @__PURE__ */ new Map();
  /** Results of calls that are recorded nowhere. */
  get orphanResults() {
    return this.#orphans.size;
  }
  /** Model calls must come in order. */
  add(model, scope) {
    if (model.input === null && model.output === null) return;
    const input = model.input ?? [];
    const conversation = this.#conversation(scope, input);
    const turn = input.findLastIndex(({ role }) => role === "user");
    for (const { key, part } of conversation.early) this.#answer(model, part, key);
    for (let index = conversation.length; index < input.length; index += 1) {
      for (const part of input[index]?.parts ?? []) {
        if (part.kind === "tool_call") this.#tell(model, part, conversation, index > turn);
        if (part.kind === "tool_result") this.#take(model, part, conversation);
      }
    }
    conversation.messages = input;
    for (const { key, part } of conversation.next(model.output?.parts ?? []))
      this.#ask(model, part, scope, { key, told: false });
  }
  /** The scope's conversation, where a request goes on with it, or a new one. */
  #conversation(scope, input) {
    const last = this.#conversations.get(scope);
    if (last?.isBeginningOf(input) === true) return last;
    const fresh = new Conversation2(scope);
    this.#conversations.set(scope, fresh);
    return fresh;
  }
  /** A call as a request tells it: asked for before, under this id or another, or not known until now. */
  #tell(model, part, conversation, isOfTurn) {
    const key = conversation.call(part);
    const known = this.#byKey.get(key) ?? (isOfTurn ? this.#renamed(callText(conversation.scope, part)) : void 0);
    if (known === void 0) {
      if (isOfTurn) this.#ask(model, part, conversation.scope, { key, told: true });
      return;
    }
    this.#told.add(known);
    this.#byKey.set(key, known);
  }
  /** The same call under the id that a framework gave it in place of the provider's. Rare, so indexed when needed. */
  #renamed(text) {
    for (; this.#indexed < this.all.length; this.#indexed += 1) {
      const asked = this.all[this.#indexed];
      if (asked !== void 0) pushTo(this.#byCall, callText(asked.scope, asked), asked);
    }
    const same = this.#byCall.get(text) ?? [];
    let first2 = same[0];
    for (; first2 !== void 0 && this.#told.has(first2); first2 = same[0]) same.shift();
    return first2;
  }
  #ask(model, part, scope, how) {
    const asked = {
      id: part.id === "" ? null : part.id,
      name: part.name,
      arguments: part.arguments,
      scope,
      model,
      wasTold: how.told,
      outcome: { kind: "unknown" },
      answeredTo: null,
      isClaimed: false
    };
    this.all.push(asked);
    this.#byKey.set(how.key, asked);
    if (how.told) this.#told.add(asked);
  }
  #take(model, part, conversation) {
    const key = conversation.result(part);
    const isAnswered = this.#answer(model, part, key);
    const isTold = conversation.tells(key);
    if (!isAnswered && !isTold) this.#orphans.add(key);
    if (!isAnswered || !isTold) conversation.early.push({ key, part });
  }
  /** Whether the call of a result is known. */
  #answer(model, part, key) {
    const asked = this.#byKey.get(key);
    if (asked?.answeredTo === null) {
      asked.outcome = { kind: part.isError ? "error" : "result", value: part.result };
      asked.answeredTo = model;
    }
    return asked !== void 0;
  }
};
function pushTo(lists, key, item) {
  const list = lists.get(key);
  if (list === void 0) lists.set(key, [item]);
  else list.push(item);
}
var Conversation2 = class {
  scope;
  /** Those that were walked. */
  messages = [];
  /** Results before whose place no call that is known is told, in order. */
  early = [];
  #calls = /* @__PURE__ */ new Map();
  #results = /* @__PURE__ */ new Map();
  #keys = /* @__PURE__ */ new Set();
  constructor(scope) {
    this.scope = scope;
  }
  get length() {
    return this.messages.length;
  }
  /** Messages that were read once have their parts in common. */
  isBeginningOf(input) {
    return this.messages.every(({ parts }, index) => parts === input[index]?.parts);
  }
  call({ id }) {
    const key = this.#take(this.#calls, id);
    this.#keys.add(key);
    return key;
  }
  result({ id }) {
    return this.#take(this.#results, id);
  }
  tells(key) {
    return this.#keys.has(key);
  }
  /** The calls that an answer asks for, as the next request will tell them. */
  next(parts) {
    const counts = /* @__PURE__ */ new Map();
    return parts.flatMap((part) => {
      if (part.kind !== "tool_call") return [];
      const { id } = part;
      const before = counts.get(id) ?? this.#calls.get(id) ?? 0;
      counts.set(id, before + 1);
      return [{ key: this.#key(id, before), part }];
    });
  }
  #take(counts, id) {
    const before = counts.get(id) ?? 0;
    counts.set(id, before + 1);
    return this.#key(id, before);
  }
  #key(id, before) {
    return `${this.scope} ${id}#${before}`;
  }
};

// src/trace/assemble/tool-calls.ts
function withAskedTools(timed) {
  const asked = new AskedTools();
  for (const { step: step2, node } of timed) if (step2.kind === "model_call") asked.add(step2, node.scope);
  const claims = claimsOf(timed, asked.all);
  const unclaimed = /* @__PURE__ */ new Map();
  for (const call of asked.all) {
    if (call.isClaimed) continue;
    const beside = unclaimed.get(call.model);
    if (beside === void 0) unclaimed.set(call.model, [call]);
    else beside.push(call);
  }
  const steps = [];
  for (const [index, { step: step2 }] of timed.entries()) {
    const beside = step2.kind === "model_call" ? unclaimed.get(step2) ?? [] : [];
    for (const call of beside) if (call.wasTold) steps.push(toolCallOf2(call));
    steps.push(step2.kind === "tool_call" ? filledUp(step2, claims[index] ?? null) : step2);
    for (const call of beside) if (!call.wasTold) steps.push(toolCallOf2(call));
  }
  return { steps, orphanResults: asked.orphanResults };
}
function claimsOf(timed, asked) {
  const claims = new Array(timed.length).fill(null);
  if (asked.length === 0) return claims;
  const claimBy = (queues, keyOf2) => {
    for (const [index, { step: step2, node }] of timed.entries()) {
      const key = step2.kind === "tool_call" && claims[index] === null ? keyOf2(step2, node.scope) : null;
      if (key !== null) claims[index] = queues.take(key);
    }
  };
  const isDone = () => timed.every(({ step: step2 }, index) => step2.kind !== "tool_call" || claims[index] !== null);
  claimBy(
    queuesOf(asked, ({ id, scope }) => idKey(scope, id)),
    ({ id }, scope) => idKey(scope, id)
  );
  if (isDone()) return claims;
  claimBy(
    queuesOf(asked, ({ id }) => id),
    ({ id }) => id
  );
  claimBy(
    queuesOf(asked, (call) => callText(call.scope, call)),
    (step2, scope) => step2.arguments === null ? null : callText(scope, step2)
  );
  claimBy(queuesOf(asked, nameKey), (step2, scope) => isInOwnWords(step2) ? nameKey({ ...step2, scope }) : null);
  return claims;
}
function isInOwnWords(step2) {
  return step2.arguments === null || typeof step2.arguments === "string";
}
function idKey(scope, id) {
  return id === null ? null : `${scope} ${id}`;
}
function nameKey({ scope, name }) {
  return `${scope} ${bareName(name)}`;
}
function queuesOf(asked, keyOf2) {
  const queues = new Queues2();
  for (const call of asked) {
    const key = call.isClaimed ? null : keyOf2(call);
    if (key !== null) queues.add(key, call);
  }
  return queues;
}
var Queues2 = class {
  #queues = /* @__PURE__ */ new Map();
  add(key, call) {
    const queue = this.#queues.get(key);
    if (queue === void 0) this.#queues.set(key, { calls: [call], next: 0 });
    else queue.calls.push(call);
  }
  take(key) {
    const queue = this.#queues.get(key);
    const call = queue?.calls[queue.next];
    if (queue === void 0 || call === void 0) return null;
    queue.next += 1;
    call.isClaimed = true;
    return call;
  }
};
function filledUp(step2, asked) {
  if (asked === null) return step2.name === "" ? { ...step2, name: "unknown" } : step2;
  return {
    ...step2,
    id: step2.id ?? asked.id,
    name: asked.name || step2.name || "unknown",
    arguments: isInOwnWords(step2) ? asked.arguments ?? step2.arguments : step2.arguments,
    outcome: step2.outcome.kind === "unknown" ? asked.outcome : step2.outcome
  };
}
function toolCallOf2(asked) {
  const { model, answeredTo } = asked;
  return {
    kind: "tool_call",
    id: asked.id,
    name: asked.name,
    arguments: asked.arguments,
    outcome: asked.outcome,
    agent: model.agent,
    startUs: null,
    durationMs: null,
    sources: sourcesOf(model, answeredTo)
  };
}
function sourcesOf(model, answeredTo) {
  return answeredTo === null || answeredTo === model ? model.sources : [...model.sources, ...answeredTo.sources];
}

// src/trace/assemble/trajectory-of.ts
function trajectoryOf(run, evaluations) {
  const { nodes } = run;
  const timed = withAgentInput(stepsOf(nodes), nodes);
  const { steps, orphanResults } = withAskedTools(timed);
  const problems = new ProblemLines();
  const outcomes = outcomesOf2(run, evaluations, problems);
  for (const node of nodes) addProblems(node, problems);
  if (orphanResults > 0) problems.add("a tool result whose call is not recorded", orphanResults);
  const agents = run.topAgents.map(({ reading }) => reading?.span).filter((span) => span?.kind === "agent");
  const understood = nodes.filter(({ reading }) => reading !== null);
  const spans = (understood.length === 0 ? nodes : understood).map(({ span }) => span);
  return {
    id: run.id,
    format: formatOf(nodes),
    conversationId: conversationOf2(nodes),
    agentName: first(agents, ({ name }) => name) ?? first(nodes, (node) => node.agents[0] ?? null),
    agentVersion: first(agents, ({ version }) => version) ?? first(nodes, serviceVersion),
    userId: first(nodes, ({ reading }) => reading?.run.userId ?? null),
    attributes: cohortOf(run),
    startUs: spans.reduce((start, { startUs }) => Math.min(start, startUs), Number.POSITIVE_INFINITY),
    endUs: spans.reduce((end, { endUs }) => Math.max(end, endUs), Number.NEGATIVE_INFINITY),
    steps,
    output: answerOfRun(run, timed),
    outcomes,
    problems: problems.lines()
  };
}
function first(items, read2) {
  for (const item of items) {
    const value = read2(item);
    if (value !== null) return value;
  }
  return null;
}
function serviceVersion({ span }) {
  const version = span.resource["service.version"];
  return typeof version === "string" && version !== "" ? version : null;
}
function formatOf(nodes) {
  const ofKinds = (...kinds) => first(nodes, ({ reading, dialect }) => reading !== null && kinds.includes(reading.span.kind) ? dialect : null);
  return ofKinds("model_call") ?? ofKinds("tool_call") ?? ofKinds("agent", "framework") ?? "unknown";
}
function conversationOf2(nodes) {
  const responses = new Set(
    nodes.map(({ reading }) => reading?.span.kind === "model_call" ? reading.span.responseId : null)
  );
  return first(nodes, ({ reading }) => {
    const id = reading?.run.conversationId ?? null;
    return responses.has(id) ? null : id;
  });
}
function outcomesOf2(run, evaluations, problems) {
  const outcomes = [];
  const take = (found) => {
    outcomes.push(...found.outcomes);
    for (const problem of found.problems) problems.add(problem);
  };
  for (const { span, logs, reading } of run.nodes) {
    if (reading !== null) outcomes.push(...reading.run.outcomes);
    if (span.events.length > 0 || logs.length > 0) take(evaluationsOf(span.events, logs));
  }
  take(evaluationsOf([], evaluations));
  for (const { span } of run.topAgents) {
    const error = span.status.code === "error" ? errorOf(span) : null;
    if (error === null) continue;
    outcomes.push({ name: "status", value: "error", passed: false, source: "status", explanation: error });
  }
  return outcomes;
}
function addProblems({ span, reading, problem }, problems) {
  if (problem !== null) problems.add(problem);
  if (span.endUs < span.startUs) problems.add("a span that ends before it starts, its duration left out");
  if (reading === null) problems.add(`not understood: a span of ${span.scope.name || "no scope"} named ${span.name}`);
  else for (const line of reading.problems) problems.add(line);
}

// src/trace/assemble/tree.ts
var MAX_AGENTS = 32;
function linkNodes(byId) {
  const nodes = [...byId.values()];
  for (const node of nodes) {
    const { parentSpanId } = node.span;
    if (parentSpanId === null) continue;
    node.parent = byId.get(parentSpanId) ?? null;
    if (node.parent !== null) continue;
    node.root = parentSpanId;
    node.problem ??= "the parent of a span is not in the recording";
  }
  openCircles(nodes);
  placeAll(nodes);
  return nodes.sort(compareNodes);
}
function compareNodes(a, b) {
  if (a.orderUs !== b.orderUs) return a.orderUs - b.orderUs;
  if (a.depth !== b.depth) return a.depth - b.depth;
  return compareSpans(a, b);
}
function compareSpans({ span: a }, { span: b }) {
  return a.startUs - b.startUs || a.endUs - b.endUs || (a.spanId < b.spanId ? -1 : 1);
}
function openCircles(nodes) {
  let walk = 0;
  for (const start of nodes) {
    walk += 1;
    let node = start;
    for (; node !== null && node.walk === 0; node = node.parent) node.walk = walk;
    if (node?.walk === walk) openCircle(node);
  }
}
function openCircle(start) {
  let earliest = start;
  for (let node = start.parent; node !== null && node !== start; node = node.parent) {
    if (compareSpans(node, earliest) < 0) earliest = node;
  }
  earliest.parent = null;
  earliest.problem = "spans are each other\u2019s parents, opened at the earliest";
}
function placeAll(nodes) {
  const chain = [];
  for (const start of nodes) {
    for (let node = start; node !== null && !node.isPlaced; node = node.parent) chain.push(node);
    for (let node = chain.pop(); node !== void 0; node = chain.pop()) {
      place(node);
      node.isPlaced = true;
    }
  }
}
function place(node) {
  const { parent, reading, span } = node;
  if (parent !== null) {
    node.root = parent.root;
    node.depth = parent.depth + 1;
    node.orderUs = Math.max(node.orderUs, parent.orderUs);
    node.agents = parent.agents;
    node.scope = parent.scope;
    node.topAgent = parent.topAgent;
    node.insideTool = parent.insideTool || parent.reading?.span.kind === "tool_call";
  }
  const isAgent = reading?.span.kind === "agent";
  const inherited = node.agents;
  node.agents = withAgent(inherited, reading?.span.kind === "agent" ? reading.span.name : reading?.agent ?? null);
  if (isAgent) {
    node.topAgent ??= node;
    node.scope = span.spanId;
  } else if (node.agents !== inherited) node.scope = `${node.scope}/${node.agents.at(-1)}`;
}
function withAgent(agents, name) {
  if (name === null || agents.at(-1) === name || agents.length >= MAX_AGENTS) return agents;
  return [...agents, name];
}

// src/trace/assemble/read-trace.ts
function readTrace(spans, logs) {
  const all = logs.length === 0 ? spans : [...spans, ...spansOfLogs(spans, logs)];
  const logsByTrace = Map.groupBy(logs, ({ traceId }) => traceId);
  return [...Map.groupBy(all, ({ traceId }) => traceId)].flatMap(([traceId, own2]) => readOne(traceId, own2, logsByTrace.get(traceId) ?? [])).sort((a, b) => (a.startUs ?? 0) - (b.startUs ?? 0) || (a.id < b.id ? -1 : 1));
}
function spansOfLogs(spans, logs) {
  const known = new Set(spans.map(({ spanId: spanId2 }) => spanId2));
  return DIALECTS.flatMap((dialect) => dialect.spansOf?.(logs, known) ?? []);
}
function readOne(traceId, spans, logs) {
  const runs = runsOf(traceId, linkNodes(readNodes(spans, logs)));
  const strays = strayEvaluations(runs, logs);
  return runs.map((run) => trajectoryOf(run, strays.get(run) ?? []));
}
function strayEvaluations(runs, logs) {
  const evaluations = logs.filter(isEvaluation);
  const [first2] = runs;
  if (evaluations.length === 0 || first2 === void 0) return /* @__PURE__ */ new Map();
  const spanIds = /* @__PURE__ */ new Set();
  const byResponse = /* @__PURE__ */ new Map();
  for (const run of runs) {
    for (const { span, reading } of run.nodes) {
      spanIds.add(span.spanId);
      const id = reading?.span.kind === "model_call" ? reading.span.responseId : null;
      if (id !== null) byResponse.set(id, run);
    }
  }
  const strays = evaluations.filter(({ spanId: spanId2 }) => spanId2 === null || !spanIds.has(spanId2));
  return Map.groupBy(strays, ({ attributes }) => byResponse.get(String(attributes["gen_ai.response.id"])) ?? first2);
}

// src/trace/json-rpc.ts
var MAX_LEVELS3 = 200;
function readRpc(value) {
  if (!isJsonObject(value) || value.jsonrpc !== "2.0" || nestedDeeperThan(value, MAX_LEVELS3)) return null;
  const { id, method, params, result, error } = value;
  const known = typeof id === "string" || typeof id === "number" ? id : null;
  if (typeof method === "string") {
    const given = isJsonObject(params) ? params : {};
    return known === null ? { kind: "notification", method, params: given } : { kind: "request", id: known, method, params: given };
  }
  if (known === null) return null;
  if (isJsonObject(result)) return { kind: "response", id: known, outcome: { kind: "result", value: result } };
  return isJsonObject(error) ? { kind: "response", id: known, outcome: { kind: "error", value: error } } : null;
}
function rpcRequest(id, method, params) {
  return { jsonrpc: "2.0", id, method, params };
}
function rpcResponse(id, outcome) {
  return { jsonrpc: "2.0", id, [outcome.kind]: outcome.value };
}
function rpcError(code, message) {
  return { kind: "error", value: { code, message: `pawl: ${message}` } };
}
function readRpcBody(body) {
  const messages = (Array.isArray(body) ? body : [body]).map(readRpc);
  return messages.every((message) => message !== null) && messages.length > 0 ? messages : null;
}

// src/trace/json-schema.ts
var import_ajv = __toESM(require_ajv(), 1);
var import__ = __toESM(require__(), 1);
var import_ajv_formats = __toESM(require_dist(), 1);
var OPTIONS = { strict: false, allErrors: true, logger: false, addUsedSchema: false };
var dialects = null;
var compiled = /* @__PURE__ */ new WeakMap();
function compileSchema(schema) {
  const known = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, known);
  return known;
}
function compile(schema) {
  dialects ??= newDialects();
  const { $schema: draft, $async: _, ...body } = schema;
  const modern = typeof draft === "string" && draft.includes("2020-12");
  try {
    const validate = (modern ? dialects.draft2020 : dialects.draft07).compile(body);
    return {
      kind: "usable",
      problemsOf: (value) => validate(value) ? [] : (validate.errors ?? []).map(problemText)
    };
  } catch (error) {
    return { kind: "unusable", problem: cut(messageOf(error), 200) };
  }
}
function newDialects() {
  const draft07 = new import_ajv.Ajv(OPTIONS);
  const draft2020 = new import__.Ajv2020(OPTIONS);
  import_ajv_formats.default.default(draft07);
  import_ajv_formats.default.default(draft2020);
  return { draft07, draft2020 };
}
function problemText({ keyword, instancePath, message, params }) {
  const where = instancePath === "" ? "" : `${instancePath} `;
  return `${where}${message ?? keyword}${detailOf(keyword, params)}`;
}
function detailOf(keyword, params) {
  if (keyword === "additionalProperties") return `: '${cut(String(params.additionalProperty), 60)}'`;
  return keyword === "enum" ? `: ${cut(JSON.stringify(params.allowedValues), 120)}` : "";
}

// src/trace/schema-problems.ts
var import_ajv2 = __toESM(require_ajv(), 1);
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var MAX_RECEIVED = 60;
var OPTIONS2 = { validateSchema: false, meta: false, code: { optimize: false } };
function schemaCheck(schema, referenced) {
  let validate = null;
  return (value) => {
    if (validate === null) {
      const ajv = new import_ajv2.Ajv({ ...OPTIONS2, allErrors: true, discriminator: true, strictTypes: false, verbose: true });
      for (const other of referenced) ajv.addSchema(other);
      validate = ajv.compile(schema);
    }
    return validate(value) ? [] : plain(validate.errors ?? []).map(problemOf);
  };
}
function plain(errors) {
  const alternatives = errors.filter((error) => error.keyword === "oneOf");
  const isBranch = (error) => alternatives.some(
    (one) => one.instancePath === error.instancePath && error.schemaPath.startsWith(`${one.schemaPath}/`)
  );
  const isEcho = (error) => error.keyword === "discriminator" && error.params.tagValue === void 0;
  return errors.filter((error) => !isBranch(error) && !isEcho(error));
}
function problemOf(error) {
  const path = pathOf(error.instancePath);
  const at = { path, key: null, hint: null };
  const { data, params } = error;
  switch (error.keyword) {
    case "required": {
      const name = String(params.missingProperty);
      const hint = descriptionOf(error.parentSchema, name);
      return { ...at, message: `expected key "${name}", received none`, hint };
    }
    case "additionalProperties": {
      const key = String(params.additionalProperty);
      const known = Object.keys(error.parentSchema?.properties ?? {});
      return { path, key, message: `unknown key "${cut(key, MAX_RECEIVED)}"`, hint: suggestion(key, known) };
    }
    case "discriminator": {
      const known = kindsOf(error.parentSchema, String(params.tag));
      const hint = suggestion(String(params.tagValue), known);
      const message = `unknown ${params.tag} ${received(params.tagValue)}`;
      return { ...at, path: [...path, String(params.tag)], message, hint };
    }
    case "enum":
    case "const": {
      const allowed = [params.allowedValues ?? params.allowedValue].flat();
      const hint = typeof data === "string" ? nearest(data, allowed.map(String)) : null;
      return { ...at, message: `expected ${listed(allowed)}, received ${received(data)}`, hint };
    }
    default:
      return { ...at, message: `expected ${expectation(error)}, received ${received(data)}` };
  }
}
function expectation({ keyword, params, parentSchema, message }) {
  switch (keyword) {
    case "type":
      return [params.type].flat().map(typeName).join(" or ");
    case "minLength":
      return params.limit === 1 ? "text that is not empty" : `at least ${params.limit} characters`;
    case "maxLength":
      return `at most ${params.limit} characters`;
    case "minItems":
      return params.limit === 1 ? "at least one item" : `at least ${params.limit} items`;
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return `a number ${params.comparison} ${params.limit}`;
    case "uniqueItems":
      return `different items (${params.j} and ${params.i} are the same)`;
    case "oneOf":
      return `exactly one of the keys ${alternativesOf(parentSchema).join(", ")}`;
    default:
      return message ?? keyword;
  }
}
function typeName(type) {
  const names = {
    object: "a map",
    array: "a list",
    string: "text",
    number: "a number",
    integer: "a whole number",
    boolean: "true or false",
    null: "null"
  };
  return names[type] ?? type;
}
function received(value) {
  if (Array.isArray(value) && value.length === 0) return "an empty list";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isJsonObject(value)) return `a map with ${Object.keys(value).length} keys`;
  return cut(JSON.stringify(value) ?? "nothing", MAX_RECEIVED);
}
function listed(values) {
  const texts = values.map((value) => JSON.stringify(value));
  return texts.length === 1 ? `${texts[0]}` : `one of ${texts.join(", ")}`;
}
function suggestion(name, known) {
  if (known.length === 0) return null;
  return nearest(name, known) ?? `known: ${known.join(", ")}`;
}
function nearest(name, known) {
  const best = nearestName(name, known);
  return best === null ? null : `did you mean ${best}?`;
}
function nearestName(name, known) {
  if (known.length === 0) return null;
  const best = (0, import_fastest_levenshtein.closest)(name, known);
  return (0, import_fastest_levenshtein.distance)(name, best) <= Math.max(2, Math.ceil(name.length / 3)) ? best : null;
}
function descriptionOf(schema, name) {
  const property = schema?.properties?.[name];
  return isJsonObject(property) && typeof property.description === "string" ? property.description : null;
}
function kindsOf(schema, tag) {
  const branches = schema?.oneOf ?? [];
  return branches.map((branch) => String(branch.properties?.[tag]?.const));
}
function alternativesOf(schema) {
  const branches = schema?.oneOf ?? [];
  return branches.flatMap((branch) => branch.required ?? []);
}
function pathOf(pointer) {
  const segments = pointer.split("/").slice(1);
  return segments.map((segment) => {
    const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    return /^(0|[1-9]\d*)$/.test(name) ? Number(name) : name;
  });
}
function pathText(path) {
  return path.map((part, i) => typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`).join("");
}

// src/trace/time.ts
var MOMENT = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?(?:\s?([Zz])|\s?([+-])(\d{2}):?(\d{2}))?$/;
var DAYS_BEFORE_EPOCH = 719468;
function momentOf(text) {
  const match = MOMENT.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((n) => Number(n ?? 0));
  const [, , , , , , , fraction = "", zulu, sign, offsetHours, offsetMinutes] = match;
  const inRange = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!inRange || hour > 23 || minute > 59 || second > 60) return null;
  const offset = sign === void 0 ? 0 : Number(offsetHours) * 60 + Number(offsetMinutes);
  const minutes = (daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute + (sign === "-" ? offset : -offset);
  const micros = Number(fraction.slice(0, 6).padEnd(6, "0"));
  return { us: (minutes * 60 + second) * 1e6 + micros, hasOffset: zulu !== void 0 || sign !== void 0 };
}
function daysIn(year, month) {
  if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
function daysSinceEpoch(year, month, day) {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - DAYS_BEFORE_EPOCH;
}

// node_modules/eventsource-parser/dist/errors.js
var ParseError = class extends Error {
  constructor(message, options) {
    super(message);
    this.name = "ParseError";
    this.type = options.type;
    this.field = options.field;
    this.value = options.value;
    this.line = options.line;
  }
};

// node_modules/eventsource-parser/dist/parse.js
var LF = 10;
var CR = 13;
var SPACE = 32;
var MAX_FIELD_PREFIX_LENGTH = 6;
function createParser(config) {
  if (typeof config === "function") {
    throw new TypeError("`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?");
  }
  const { maxBufferSize, onComment, onError, onEvent, onId, onRetry } = config;
  const pendingFragments = [];
  let pendingFragmentsLength = 0;
  let bomPrefix = "";
  let id;
  let data = "";
  let dataLines = 0;
  let eventType;
  let terminated = false;
  let skippingLine = false;
  let skipNextLineFeed = false;
  function feed(chunk) {
    if (terminated) {
      throw new Error("Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing.");
    }
    if (bomPrefix !== void 0) {
      chunk = bomPrefix + chunk;
      if (chunk === "" || chunk === "\xEF" || chunk === "\xEF\xBB") {
        bomPrefix = chunk;
        return;
      }
      bomPrefix = void 0;
      chunk = chunk.replace(/^(?:\uFEFF|\xEF\xBB\xBF)/, "");
    }
    if (skippingLine || skipNextLineFeed) {
      chunk = resumeAfterSkip(chunk);
      if (!chunk) {
        return;
      }
    }
    if (!pendingFragments.length) {
      const trailing = processLines(chunk);
      if (trailing !== "") {
        storeTrailing(trailing);
      }
      checkForBufferOverflow();
      return;
    }
    if (chunk.indexOf("\n") === -1 && chunk.indexOf("\r") === -1) {
      if (pendingFragmentsLength < MAX_FIELD_PREFIX_LENGTH) {
        const head = pendingFragments.join("") + chunk.slice(0, MAX_FIELD_PREFIX_LENGTH - pendingFragmentsLength);
        if (!shouldBufferTrailing(head)) {
          pendingFragments.length = 0;
          pendingFragmentsLength = 0;
          skippingLine = true;
          return;
        }
      }
      pendingFragments.push(chunk);
      pendingFragmentsLength += chunk.length;
      checkForBufferOverflow();
      return;
    }
    pendingFragments.push(chunk);
    const input = pendingFragments.join("");
    pendingFragments.length = 0;
    pendingFragmentsLength = 0;
    storeTrailing(processLines(input));
    checkForBufferOverflow();
  }
  function resumeAfterSkip(chunk) {
    if (chunk.length === 0) {
      return chunk;
    }
    if (skipNextLineFeed) {
      skipNextLineFeed = false;
      return chunk.charCodeAt(0) === LF ? chunk.slice(1) : chunk;
    }
    const crIndex = chunk.indexOf("\r");
    const lfIndex = chunk.indexOf("\n");
    const lineEnd = crIndex === -1 ? lfIndex : lfIndex === -1 ? crIndex : crIndex < lfIndex ? crIndex : lfIndex;
    if (lineEnd === -1) {
      return "";
    }
    if (lineEnd === chunk.length - 1 && chunk.charCodeAt(lineEnd) === CR) {
      skippingLine = false;
      skipNextLineFeed = true;
      return "";
    }
    skippingLine = false;
    return chunk.slice(lineEnd + (chunk.charCodeAt(lineEnd) === CR && chunk.charCodeAt(lineEnd + 1) === LF ? 2 : 1));
  }
  function storeTrailing(trailing) {
    if (!trailing)
      return;
    if (trailing.charCodeAt(trailing.length - 1) === CR) {
      parseLine(trailing, 0, trailing.length - 1);
      if (checkForBufferOverflow())
        return;
      skipNextLineFeed = true;
      return;
    }
    if (shouldBufferTrailing(trailing)) {
      pendingFragments.push(trailing);
      pendingFragmentsLength = trailing.length;
      return;
    }
    skippingLine = true;
  }
  function shouldBufferTrailing(trailing) {
    const firstCharCode = trailing.charCodeAt(0);
    return firstCharCode === 58 && !!onComment || firstCharCode === 100 && isPotentialField(trailing, "data") || firstCharCode === 101 && isPotentialField(trailing, "event") || firstCharCode === 105 && isPotentialField(trailing, "id") || firstCharCode === 114 && isPotentialField(trailing, "retry");
  }
  function checkForBufferOverflow() {
    if (terminated)
      return true;
    if (maxBufferSize === void 0)
      return false;
    if (pendingFragmentsLength + data.length <= maxBufferSize)
      return false;
    terminated = true;
    pendingFragments.length = 0;
    pendingFragmentsLength = 0;
    id = void 0;
    data = "";
    dataLines = 0;
    eventType = void 0;
    skippingLine = false;
    skipNextLineFeed = false;
    onError === null || onError === void 0 ? void 0 : onError(new ParseError(`Buffered data exceeded max buffer size of ${maxBufferSize} characters`, {
      type: "max-buffer-size-exceeded"
    }));
    return true;
  }
  function processLines(chunk) {
    let searchIndex = 0;
    if (chunk.indexOf("\r") === -1) {
      let lfIndex2 = chunk.indexOf("\n", searchIndex);
      while (lfIndex2 !== -1) {
        if (searchIndex === lfIndex2) {
          if (id !== void 0) {
            onId === null || onId === void 0 ? void 0 : onId(id);
          }
          if (dataLines > 0) {
            onEvent === null || onEvent === void 0 ? void 0 : onEvent({ id, event: eventType, data });
          }
          id = void 0;
          data = "";
          dataLines = 0;
          eventType = void 0;
          searchIndex = lfIndex2 + 1;
          lfIndex2 = chunk.indexOf("\n", searchIndex);
          continue;
        }
        const firstCharCode = chunk.charCodeAt(searchIndex);
        if (isDataPrefix(chunk, searchIndex, firstCharCode)) {
          const valueStart = chunk.charCodeAt(searchIndex + 5) === SPACE ? searchIndex + 6 : searchIndex + 5;
          const value = chunk.slice(valueStart, lfIndex2);
          if (dataLines === 0 && chunk.charCodeAt(lfIndex2 + 1) === LF) {
            if (id !== void 0) {
              onId === null || onId === void 0 ? void 0 : onId(id);
            }
            onEvent === null || onEvent === void 0 ? void 0 : onEvent({ id, event: eventType, data: value });
            id = void 0;
            data = "";
            eventType = void 0;
            searchIndex = lfIndex2 + 2;
            lfIndex2 = chunk.indexOf("\n", searchIndex);
            continue;
          }
          data = dataLines === 0 ? value : `${data}
${value}`;
          dataLines++;
        } else if (isEventPrefix(chunk, searchIndex, firstCharCode)) {
          eventType = chunk.slice(chunk.charCodeAt(searchIndex + 6) === SPACE ? searchIndex + 7 : searchIndex + 6, lfIndex2) || void 0;
        } else {
          parseLine(chunk, searchIndex, lfIndex2);
        }
        if (checkForBufferOverflow())
          return "";
        searchIndex = lfIndex2 + 1;
        lfIndex2 = chunk.indexOf("\n", searchIndex);
      }
      return chunk.slice(searchIndex);
    }
    let crIndex = chunk.indexOf("\r", searchIndex);
    let lfIndex = chunk.indexOf("\n", searchIndex);
    while (searchIndex < chunk.length) {
      let lineEnd = -1;
      if (crIndex !== -1 && lfIndex !== -1) {
        lineEnd = crIndex < lfIndex ? crIndex : lfIndex;
      } else if (crIndex !== -1) {
        if (crIndex === chunk.length - 1) {
          lineEnd = -1;
        } else {
          lineEnd = crIndex;
        }
      } else if (lfIndex !== -1) {
        lineEnd = lfIndex;
      }
      if (lineEnd === -1) {
        break;
      }
      parseLine(chunk, searchIndex, lineEnd);
      if (checkForBufferOverflow())
        return "";
      searchIndex = lineEnd + 1;
      if (chunk.charCodeAt(searchIndex - 1) === CR && chunk.charCodeAt(searchIndex) === LF) {
        searchIndex++;
      }
      if (crIndex !== -1 && crIndex < searchIndex) {
        crIndex = chunk.indexOf("\r", searchIndex);
      }
      if (lfIndex !== -1 && lfIndex < searchIndex) {
        lfIndex = chunk.indexOf("\n", searchIndex);
      }
    }
    return chunk.slice(searchIndex);
  }
  function parseLine(chunk, start, end) {
    if (start === end) {
      dispatchEvent();
      return;
    }
    const firstCharCode = chunk.charCodeAt(start);
    if (isDataPrefix(chunk, start, firstCharCode)) {
      const valueStart = chunk.charCodeAt(start + 5) === SPACE ? start + 6 : start + 5;
      const value2 = chunk.slice(valueStart, end);
      data = dataLines === 0 ? value2 : `${data}
${value2}`;
      dataLines++;
      return;
    }
    if (isEventPrefix(chunk, start, firstCharCode)) {
      eventType = chunk.slice(chunk.charCodeAt(start + 6) === SPACE ? start + 7 : start + 6, end) || void 0;
      return;
    }
    if (firstCharCode === 105 && chunk.charCodeAt(start + 1) === 100 && chunk.charCodeAt(start + 2) === 58) {
      const value2 = chunk.slice(chunk.charCodeAt(start + 3) === SPACE ? start + 4 : start + 3, end);
      if (!value2.includes("\0"))
        id = value2;
      return;
    }
    if (firstCharCode === 58) {
      if (onComment) {
        const line2 = chunk.slice(start, end);
        onComment(line2.slice(chunk.charCodeAt(start + 1) === SPACE ? 2 : 1));
      }
      return;
    }
    const line = chunk.slice(start, end);
    const fieldSeparatorIndex = line.indexOf(":");
    if (fieldSeparatorIndex === -1) {
      processField(line, "", line);
      return;
    }
    const field = line.slice(0, fieldSeparatorIndex);
    const offset = line.charCodeAt(fieldSeparatorIndex + 1) === SPACE ? 2 : 1;
    const value = line.slice(fieldSeparatorIndex + offset);
    processField(field, value, line);
  }
  function processField(field, value, line) {
    switch (field) {
      case "event":
        eventType = value || void 0;
        break;
      case "data":
        data = dataLines === 0 ? value : `${data}
${value}`;
        dataLines++;
        break;
      case "id":
        if (!value.includes("\0"))
          id = value;
        break;
      case "retry":
        if (/^\d+$/.test(value)) {
          onRetry === null || onRetry === void 0 ? void 0 : onRetry(parseInt(value, 10));
        } else {
          onError === null || onError === void 0 ? void 0 : onError(new ParseError(`Invalid \`retry\` value: "${value}"`, {
            type: "invalid-retry",
            value,
            line
          }));
        }
        break;
      default:
        onError === null || onError === void 0 ? void 0 : onError(new ParseError(`Unknown field "${field.length > 20 ? `${field.slice(0, 20)}\u2026` : field}"`, { type: "unknown-field", field, value, line }));
        break;
    }
  }
  function dispatchEvent() {
    if (id !== void 0) {
      onId === null || onId === void 0 ? void 0 : onId(id);
    }
    if (dataLines > 0) {
      onEvent === null || onEvent === void 0 ? void 0 : onEvent({
        id,
        event: eventType,
        data
      });
    }
    id = void 0;
    data = "";
    dataLines = 0;
    eventType = void 0;
  }
  function reset(options = {}) {
    if (options.consume && pendingFragments.length > 0) {
      const incompleteLine = pendingFragments.join("");
      parseLine(incompleteLine, 0, incompleteLine.length);
    }
    bomPrefix = "";
    id = void 0;
    data = "";
    dataLines = 0;
    eventType = void 0;
    pendingFragments.length = 0;
    pendingFragmentsLength = 0;
    terminated = false;
    skippingLine = false;
    skipNextLineFeed = false;
  }
  return { feed, reset };
}
function isDataPrefix(chunk, i, firstCharCode) {
  return firstCharCode === 100 && chunk.charCodeAt(i + 1) === 97 && chunk.charCodeAt(i + 2) === 116 && chunk.charCodeAt(i + 3) === 97 && chunk.charCodeAt(i + 4) === 58;
}
function isEventPrefix(chunk, i, firstCharCode) {
  return firstCharCode === 101 && chunk.charCodeAt(i + 1) === 118 && chunk.charCodeAt(i + 2) === 101 && chunk.charCodeAt(i + 3) === 110 && chunk.charCodeAt(i + 4) === 116 && chunk.charCodeAt(i + 5) === 58;
}
function isPotentialField(line, field) {
  let i = 1;
  while (i < line.length && i < field.length) {
    if (line.charCodeAt(i) !== field.charCodeAt(i)) {
      return false;
    }
    i++;
  }
  return line.length <= field.length || line.charCodeAt(field.length) === 58;
}

// src/trace/call.ts
function callText2(call) {
  return `${call.name} ${canonicalJson(withoutNulls2(call.arguments))}`;
}
function withoutNulls2(value) {
  if (Array.isArray(value)) return value.map(withoutNulls2);
  if (!isJsonObject(value)) return value;
  const present2 = Object.entries(value).filter(([, member2]) => member2 !== null);
  return Object.fromEntries(present2.map(([name, member2]) => [name, withoutNulls2(member2)]));
}

// src/trace/kept-state.ts
function keptIds(wire, body) {
  if (wire !== "openai-responses") return [];
  const { previous_response_id: previous, input } = body;
  const conversation = conversationId(body);
  return [
    ...typeof previous === "string" ? [previous] : [],
    ...conversation === null ? [] : [conversation],
    ...Array.isArray(input) ? input.filter(isReference).flatMap(({ id }) => typeof id === "string" ? [id] : []) : []
  ];
}
function conversationId(body) {
  const { conversation } = body;
  const id = isJsonObject(conversation) ? conversation.id : conversation;
  return typeof id === "string" ? id : null;
}
function isReference(value) {
  if (!isJsonObject(value)) return false;
  return value.type === "item_reference" || typeof value.id === "string" && Object.keys(value).length === 1;
}
function idsOfAnswer(wire, body) {
  if (wire !== "openai-responses") return [];
  const items = Array.isArray(body.output) ? body.output.filter(isJsonObject) : [];
  return [body, ...items].flatMap(({ id }) => typeof id === "string" ? [id] : []);
}

// src/trace/canonical.ts
var BOOKKEEPING2 = /* @__PURE__ */ new Set([
  "stream",
  "stream_options",
  "user",
  "metadata",
  "store",
  "safety_identifier",
  "prompt_cache_key",
  "prompt_cache_retention",
  "service_tier"
]);
var BOOKKEEPING_WITHIN = /* @__PURE__ */ new Set(["cache_control", "eager_input_streaming"]);
var BOOKKEEPING_OF = { "openai-embeddings": "encoding_format" };
var HISTORY = /* @__PURE__ */ new Set(["messages", "input"]);
var IDS = /* @__PURE__ */ new Set([
  "id",
  "call_id",
  "tool_call_id",
  "tool_use_id",
  "tool_id",
  "caller_id",
  "approval_request_id"
]);
var SCHEMAS2 = /* @__PURE__ */ new Set(["parameters", "input_schema", "output_schema", "schema"]);
var USER_DATA = /* @__PURE__ */ new Set([
  "input",
  "input_examples",
  "variables",
  "headers",
  "attributes",
  "filters",
  "metadata",
  "action"
]);
function requestKey(wire, body, options) {
  return sha256(canonicalRequest(wire, body, options).text);
}
function canonicalRequest(wire, body, options) {
  const { anthropicVersion, anthropicBeta } = options.headers;
  const betas = (anthropicBeta ?? "").split(",").map((beta) => beta.trim());
  const head = canonicalJson({ anthropicBeta: [...new Set(betas)].sort().join(","), anthropicVersion, wire });
  const writer = new Writer(options);
  return { text: `{"body":${bodyText(wire, body, writer)},${head.slice(1)}`, isPlain: writer.isPlain };
}
function bodyText(wire, body, writer) {
  return objectText(body, (key, member2) => {
    if (BOOKKEEPING2.has(key) || key === BOOKKEEPING_OF[wire]) return null;
    if (key === "previous_response_id" && typeof member2 === "string") return writer.reference(member2);
    if (key === "conversation") {
      const id = conversationId(body);
      if (id !== null) return writer.reference(id);
    }
    if (key === "tool_choice" && isDefaultChoice(member2) && writer.leavesOut()) return null;
    if (HISTORY.has(key)) return writer.protocol(member2, true);
    return writer.member(key, member2, null);
  });
}
function isDefaultChoice(choice) {
  return choice === "auto" || isJsonObject(choice) && choice.type === "auto" && Object.keys(choice).length === 1;
}
function saysNothing(key, member2) {
  return key === "strict" || key === "content" && member2 === "" || Array.isArray(member2) && member2.length === 0;
}
var Writer = class {
  /** So far nothing came that level 1 would leave out. */
  isPlain = true;
  #options;
  #ignored;
  /** No text is rewritten, so that user data can be written as it is. */
  #verbatim;
  #numbers = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
    this.#ignored = options.ignored.map(
      (pattern) => pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)
    );
    this.#verbatim = options.replacements.length === 0 && options.ignored.length === 0;
  }
  /** For what counts at level 0 alone. */
  leavesOut() {
    this.isPlain = false;
    return this.#options.level === 1;
  }
  /** A value of the protocol itself. `inHistory`: ids in it are the provider's. */
  protocol(value, inHistory) {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return arrayText(value, (item) => this.protocol(item, inHistory));
    if (!isJsonObject(value)) return JSON.stringify(value);
    const ids = !inHistory ? null : isReference(value) ? "kept" : "made";
    return objectText(value, (key, member2) => this.member(key, member2, ids));
  }
  /** A member of the protocol. `ids`: made by the provider, or naming what the provider keeps; null = outside history. */
  member(key, member2, ids) {
    if (member2 === null || BOOKKEEPING_WITHIN.has(key)) return null;
    if (saysNothing(key, member2) && this.leavesOut()) return null;
    if (ids !== null && typeof member2 === "string" && IDS.has(key)) {
      return ids === "made" ? this.#number(member2) : this.reference(member2);
    }
    if (key === "arguments") return this.data(typeof member2 === "string" ? parseExactly(member2) : member2);
    if (SCHEMAS2.has(key)) return this.#schema(member2);
    if (USER_DATA.has(key)) return this.data(member2);
    return this.protocol(member2, ids !== null);
  }
  /** The user's own data: everything counts. */
  data(value) {
    if (this.#verbatim) return canonicalJson(value);
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return arrayText(value, (item) => this.data(item));
    if (!isJsonObject(value)) return JSON.stringify(value);
    const renamed = Object.entries(value).map(([key, member2]) => [this.#replaced(key), member2]);
    return objectText(Object.fromEntries(renamed), (_, member2) => this.data(member2));
  }
  text(text) {
    let rewritten = this.#replaced(text);
    for (const pattern of this.#ignored) rewritten = rewritten.replaceAll(pattern, "[ignored]");
    return JSON.stringify(rewritten);
  }
  reference(id) {
    const marker = this.#options.previous(id);
    return JSON.stringify(marker === null ? id : `previous:${marker}`);
  }
  #schema(schema) {
    if (!isJsonObject(schema) || !Object.hasOwn(schema, "$schema") || !this.leavesOut()) return this.data(schema);
    const { $schema: _, ...rest } = schema;
    return this.data(rest);
  }
  #number(id) {
    const known = this.#numbers.get(id);
    if (known !== void 0) return known;
    const number = `"#${this.#numbers.size}"`;
    this.#numbers.set(id, number);
    return number;
  }
  #replaced(text) {
    let replaced = text;
    for (const { text: from, by } of this.#options.replacements) {
      if (from !== "") replaced = replaced.replaceAll(from, () => by);
    }
    return replaced;
  }
};
function parseExactly(text) {
  const value = /\d{16}/.test(text) ? parseKeepingDigits(text) : parseJson(text);
  return typeof value === "object" && value !== null ? value : text;
}
function parseKeepingDigits(text) {
  if (parseJson(text) === void 0) return void 0;
  const value = JSON.parse(text, keepDigits);
  return value;
}
function keepDigits(_key, member2, context) {
  if (context === void 0 || !Number.isInteger(member2) || Number.isSafeInteger(member2)) return member2;
  const lost = /^-?\d+$/.test(context.source) && String(member2) !== context.source;
  return lost ? `number ${context.source}` : member2;
}

// src/trace/csv.ts
function parseCsv(text) {
  const lines = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { cells, end, fault } = readRow(text, at);
    if (fault !== null) lines.push({ kind: "problem", line, reason: fault });
    else if (cells.length > 1 || cells[0] !== "") lines.push({ kind: "cells", line, cells });
    line += breaksIn(text, at, end);
    at = end;
  }
  return lines;
}
function endsInsideCell(text) {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}
var PLAIN = /[^,\r\n"]*/y;
var SEPARATOR = /,|\r?\n|$/y;
function readRow(text, from) {
  const cells = [];
  let at = from;
  while (true) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    const separator = cell === null ? null : matchAt(SEPARATOR, text, cell.end);
    if (cell === null || separator === null) {
      const next = text.indexOf("\n", at);
      const fault = `cell ${cells.length + 1}: a quote stands where none may stand, or is not closed`;
      return { cells, end: next === -1 ? text.length : next + 1, fault };
    }
    cells.push(cell.value);
    at = cell.end + separator.length;
    if (separator !== ",") return { cells, end: at, fault: null };
  }
}
function quotedCell(text, start) {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close === -1 ? null : { value: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
}
function plainCell(text, start) {
  const value = matchAt(PLAIN, text, start) ?? "";
  return { value: value.trim(), end: start + value.length };
}
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
function breaksIn(text, from, to) {
  let breaks = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) breaks += 1;
  return Math.max(breaks, 1);
}

// src/trace/day.ts
var US_PER_DAY = 864e8;
var FIRST_DAY = 10957;
var END_DAY = 47482;
function dayOf(timeUs) {
  if (timeUs === null) return null;
  const days = Math.floor(timeUs / US_PER_DAY);
  if (!(days >= FIRST_DAY && days < END_DAY)) return null;
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

// src/trace/difference.ts
var SHOWN_BEFORE = 30;
var SHOWN_AFTER = 90;
function firstDifference(a, b) {
  return differenceAt("", a, b);
}
function differenceAt(path, a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    const places = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => index);
    return firstOf3(places, (index) => differenceAt(`${path}/${index}`, a[index], b[index]));
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return firstOf3(keys, (key) => differenceAt(`${path}/${pointerToken(key)}`, own(a, key), own(b, key)));
  }
  const [left, right] = [shown2(a), shown2(b)];
  return left === right ? null : { path, ...cutBoth(left, right) };
}
function firstOf3(items, find) {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
function own(object, key) {
  return Object.hasOwn(object, key) ? object[key] : void 0;
}
function pointerToken(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function shown2(value) {
  return value === void 0 ? "(absent)" : JSON.stringify(value);
}
function cutBoth(a, b) {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const from = Math.max(0, same - SHOWN_BEFORE);
  const cutOne = (text) => {
    const end = same + SHOWN_AFTER;
    return `${from === 0 ? "" : "\u2026"}${text.slice(from, end)}${text.length > end ? "\u2026" : ""}`;
  };
  return { a: cutOne(a), b: cutOne(b) };
}

// src/trace/harness.ts
function rewardPassed(reward) {
  return reward === 1 ? true : reward === 0 ? false : null;
}
function tauBaseSuccess({ info }) {
  const { reward_info } = isJsonObject(info) ? info : {};
  const { components } = isJsonObject(reward_info) ? reward_info : {};
  return isJsonObject(components) ? components.base_success : void 0;
}
var INSPECT_VALUES = /* @__PURE__ */ new Map([
  ["C", true],
  ["I", false],
  ["N", false],
  [1, true],
  [0, false],
  [true, true],
  [false, false]
]);
function inspectPassed(value) {
  return INSPECT_VALUES.get(value) ?? null;
}

// src/trace/json-shape.ts
var MAX_SHAPE_LEVELS = 8;
function jsonShape(value) {
  return shapeOf(typeof value === "string" ? parsedObject(value) ?? value : value, 0);
}
function parsedObject(text) {
  const first2 = text.trimStart()[0];
  return first2 === "{" || first2 === "[" ? parseJson(text) : void 0;
}
function shapeOf(value, level) {
  if (Array.isArray(value)) {
    if (level >= MAX_SHAPE_LEVELS) return '"array"';
    return `[${[...new Set(value.map((item) => shapeOf(item, level + 1)))].sort().join(",")}]`;
  }
  if (isJsonObject(value)) {
    if (level >= MAX_SHAPE_LEVELS) return '"object"';
    const members2 = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${shapeOf(item, level + 1)}`);
    return `{${members2.sort().join(",")}}`;
  }
  return value === null ? '"null"' : `"${typeof value}"`;
}

// src/trace/mcp.ts
var emptyContract = { exchanges: [] };
var FORMAT = "pawl mcp v1";
var MAX_LEVELS4 = 100;
function isContractMethod(method) {
  return method === "initialize" || method.endsWith("/list");
}
function mcpKey({ server, method, params }) {
  return `${server} ${method} ${canonicalJson(withoutMeta(params))}`;
}
function withoutMeta(params) {
  const { _meta: _, ...rest } = params;
  return rest;
}
function mcpTools(contract) {
  const nameOf = mcpToolNames(contract);
  return listedTools(contract).map(({ server, tool }) => ({
    name: nameOf(server, textOf2(tool.name)),
    description: typeof tool.description === "string" ? tool.description : null,
    parameters: isJsonObject(tool.inputSchema) ? tool.inputSchema : {}
  }));
}
function mcpToolNames(contract) {
  const servers = serversByTool(contract);
  return (server, tool) => {
    const isShared = (servers.get(tool)?.size ?? 0) > 1;
    return isShared && contract.keepers?.[tool] !== server ? `${server}.${tool}` : tool;
  };
}
function keepToolNames(before, now) {
  const earlier = serversByTool(before);
  const keepers = [...serversByTool(now)].flatMap(([tool, servers]) => {
    const [first2, ...others] = earlier.get(tool) ?? [];
    const keeper = others.length === 0 ? first2 : before.keepers?.[tool];
    return servers.size > 1 && keeper !== void 0 && servers.has(keeper) ? [[tool, keeper]] : [];
  });
  return { exchanges: now.exchanges, ...keepers.length === 0 ? {} : { keepers: Object.fromEntries(keepers) } };
}
function serversByTool(contract) {
  const servers = /* @__PURE__ */ new Map();
  for (const { server, tool } of listedTools(contract)) {
    const name = textOf2(tool.name);
    servers.set(name, (servers.get(name) ?? /* @__PURE__ */ new Set()).add(server));
  }
  return servers;
}
function listedTools({ exchanges }) {
  return exchanges.flatMap(({ server, method, outcome }) => {
    if (method !== "tools/list" || outcome.kind !== "result" || !Array.isArray(outcome.value.tools)) return [];
    const tools = outcome.value.tools.filter(isJsonObject).filter(({ name }) => typeof name === "string");
    return tools.map((tool) => ({ server, tool }));
  });
}
function textOf2(value) {
  return typeof value === "string" ? value : "";
}
function mergeContracts(older, newer) {
  const servers = new Set(newer.exchanges.map(({ server }) => server));
  const exchanges = [...older.exchanges.filter(({ server }) => !servers.has(server)), ...newer.exchanges];
  return keepToolNames(older, { exchanges });
}
function writeContract({ exchanges, keepers }) {
  const sorted = exchanges.toSorted((a, b) => mcpKey(a) < mcpKey(b) ? -1 : 1);
  return `${JSON.stringify({ format: FORMAT, exchanges: sorted, ...keepers === void 0 ? {} : { keepers } }, null, 2)}
`;
}
function isContractText(value) {
  return isJsonObject(value) && typeof value.format === "string" && value.format.startsWith("pawl mcp ");
}
function readContract(text) {
  const value = parseJson(text);
  if (!isContractText(value) || value.format !== FORMAT) {
    const format = isJsonObject(value) ? value.format : void 0;
    return {
      problem: `expected JSON with the format "${FORMAT}", received ${JSON.stringify(format ?? null).slice(0, 60)}`
    };
  }
  if (nestedDeeperThan(value, MAX_LEVELS4)) return { problem: `expected at most ${MAX_LEVELS4} levels of nesting` };
  const exchanges = Array.isArray(value.exchanges) ? value.exchanges.map(readExchange) : [null];
  const read2 = exchanges.filter((exchange) => exchange !== null);
  if (read2.length < exchanges.length) return { problem: 'expected "exchanges" as pawl record writes them' };
  if (value.keepers === void 0) return { contract: { exchanges: read2 } };
  const keepers = isJsonObject(value.keepers) ? Object.entries(value.keepers) : [[null, null]];
  const names = keepers.flatMap(([tool, server]) => typeof server === "string" ? [[tool, server]] : []);
  if (names.length < keepers.length) return { problem: 'expected "keepers" as pawl record writes them' };
  return { contract: { exchanges: read2, keepers: Object.fromEntries(names) } };
}
function readExchange(value) {
  if (!isJsonObject(value) || !isJsonObject(value.outcome)) return null;
  const { server, method, params, outcome } = value;
  const { kind, value: said } = outcome;
  const isWhole2 = typeof server === "string" && typeof method === "string" && isJsonObject(params) && isJsonObject(said);
  if (!isWhole2 || kind !== "result" && kind !== "error") return null;
  return { server, method, params, outcome: { kind, value: said } };
}

// src/trace/otlp/problems.ts
var MAX_EXAMPLES = 5;
var MAX_REASONS = 100;
var MAX_EXAMPLE_CHARS = 300;
var OTHERS = "other problems";
var ProblemCounter = class {
  #byReason = /* @__PURE__ */ new Map();
  /** `reason` is text of our own, the same for all of its kind; `example` is asked only where it will be kept. */
  add(reason, example) {
    const entry = this.#entry(reason);
    entry.count += 1;
    if (entry.examples.length < MAX_EXAMPLES) entry.examples.push(cut(example(), MAX_EXAMPLE_CHARS));
  }
  addAll(problems) {
    for (const { reason, count, examples } of problems) {
      const entry = this.#entry(reason);
      entry.count += count;
      entry.examples.push(...examples.slice(0, MAX_EXAMPLES - entry.examples.length));
    }
  }
  list() {
    return [...this.#byReason].map(([reason, { count, examples }]) => ({ reason, count, examples: [...examples] }));
  }
  #entry(reason) {
    const name = this.#byReason.size < MAX_REASONS || this.#byReason.has(reason) ? reason : OTHERS;
    const known = this.#byReason.get(name);
    if (known !== void 0) return known;
    const fresh = { count: 0, examples: [] };
    this.#byReason.set(name, fresh);
    return fresh;
  }
};

// src/trace/otlp/intake.ts
var MAX_TEXT_CHARS3 = 8 * 1024 * 1024;
var MAX_VALUE_LEVELS = 32;
var Intake = class {
  spans = [];
  logs = [];
  droppedMetrics = 0;
  resource = {};
  scope = { name: "", version: null };
  list = "resourceSpans";
  resourceIndex = -1;
  scopeIndex = -1;
  itemIndex = -1;
  #where;
  #problems = new ProblemCounter();
  constructor(where) {
    this.#where = where;
  }
  content() {
    const { spans, logs, droppedMetrics } = this;
    return { spans, logs, droppedMetrics, problems: this.#problems.list() };
  }
  problem(reason, received3) {
    this.#problems.add(reason, () => `${this.#place()}: ${received3}`);
  }
  startResource(list, index) {
    this.list = list;
    this.resourceIndex = index;
    this.scopeIndex = -1;
    this.itemIndex = -1;
    this.resource = {};
  }
  startScope(index) {
    this.scopeIndex = index;
    this.itemIndex = -1;
    this.scope = { name: "", version: null };
  }
  /** Made once: texts are many. */
  textFault = (what, bytes) => {
    if (what === "cut") this.problem(`value cut to ${MAX_TEXT_CHARS3} characters`, `${bytes} bytes`);
    else this.problem("text that is not UTF-8, its faulty bytes replaced", `${bytes} bytes`);
  };
  event(name, timeUs, attributes) {
    if (timeUs === null) this.problem("event without a time, taken as 0", name);
    return { name, timeUs: timeUs ?? 0, attributes };
  }
  /** Without its ids a span belongs to nothing and is left out. A span never ends before it starts. */
  addSpan(raw) {
    const { traceId, spanId: spanId2, name, attributes, events } = raw;
    if (traceId === null || spanId2 === null) {
      this.problem("span without readable ids, left out", name);
      return;
    }
    this.spans.push({
      traceId,
      spanId: spanId2,
      parentSpanId: raw.parentSpanId === spanId2 ? this.#ownParent(spanId2) : raw.parentSpanId,
      name,
      scope: this.scope,
      resource: this.resource,
      attributes,
      events,
      startUs: this.#start(raw),
      endUs: this.#end(raw),
      status: { code: CODES[raw.statusCode] ?? "unset", message: raw.statusMessage === "" ? null : raw.statusMessage }
    });
  }
  addLog(raw) {
    const timeUs = raw.timeUs ?? raw.observedUs;
    if (timeUs === null) this.problem("log record without a time, taken as 0", raw.eventName);
    const named = raw.attributes["event.name"];
    this.logs.push({
      traceId: raw.traceId,
      spanId: raw.spanId,
      eventName: raw.eventName !== "" ? raw.eventName : typeof named === "string" ? named : null,
      scope: this.scope,
      resource: this.resource,
      attributes: raw.attributes,
      body: raw.body,
      timeUs: timeUs ?? 0
    });
  }
  #start({ startUs, endUs, name }) {
    if (startUs === null) this.problem("span without a start time, taken as its end", name);
    return startUs ?? endUs ?? 0;
  }
  #end({ startUs, endUs, name }) {
    if (endUs === null) {
      this.problem("span without an end time, taken as its start", name);
      return startUs ?? 0;
    }
    if (startUs === null || endUs >= startUs) return endUs;
    this.problem("span that ends before it starts, duration taken as 0", `${name}: ${endUs - startUs} us`);
    return startUs;
  }
  #ownParent(spanId2) {
    this.problem("span that is its own parent, taken as a root", spanId2);
    return null;
  }
  #place() {
    const steps = [
      [this.list, this.resourceIndex],
      [this.list === "resourceSpans" ? "scopeSpans" : "scopeLogs", this.scopeIndex],
      [this.list === "resourceSpans" ? "spans" : "logRecords", this.itemIndex]
    ];
    const path = steps.filter(([, index]) => index >= 0).map(([name, index]) => `${name}[${index}]`);
    return [this.#where, path.join(".")].filter((part) => part !== "").join(" ") || "request";
  }
};
var CODES = ["unset", "ok", "error"];
function setMember(object, key, value) {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
}
function cutText(text) {
  const last = text.charCodeAt(MAX_TEXT_CHARS3 - 1);
  const isHalf = last >= 55296 && last <= 56319;
  return Buffer.from(text.slice(0, MAX_TEXT_CHARS3 - (isHalf ? 1 : 0)), "utf8").toString("utf8");
}

// src/trace/otlp/json.ts
function takeJsonRequest(root, intake) {
  const { resourceSpans, resourceLogs, resourceMetrics } = isJsonObject(root) ? root : { resourceSpans: null };
  if ((resourceSpans ?? resourceLogs ?? resourceMetrics ?? null) === null) reportOther(root, intake);
  objects(intake, resourceSpans, (resource, index) => {
    intake.startResource("resourceSpans", index);
    takeResource(intake, resource, resource.scopeSpans, "spans", takeSpan);
  });
  objects(intake, resourceLogs, (resource, index) => {
    intake.startResource("resourceLogs", index);
    takeResource(intake, resource, resource.scopeLogs, "logRecords", takeLog);
  });
  intake.droppedMetrics += Array.isArray(resourceMetrics) ? resourceMetrics.length : 0;
}
var LISTS4 = ["resourceSpans", "resourceLogs", "resourceMetrics"];
function reportOther(root, intake) {
  const members2 = isJsonObject(root) ? Object.keys(root) : null;
  if (members2?.every((name) => LISTS4.includes(name))) return;
  const received3 = members2 === null ? typeName2(root) : `an object with ${members2.slice(0, 10).join(", ")}`;
  intake.problem("no OTLP request", `expected one of ${LISTS4.join(", ")}, received ${received3}`);
}
function takeResource(intake, block, scopes, items, take) {
  const { resource } = block;
  if (isJsonObject(resource)) intake.resource = attributesOf(intake, resource.attributes);
  objects(intake, scopes, (scope, index) => {
    intake.startScope(index);
    intake.scope = scopeOf(scope.scope);
    objects(intake, scope[items], (item, itemIndex) => {
      intake.itemIndex = itemIndex;
      take(intake, item);
    });
  });
}
function scopeOf(scope) {
  if (!isJsonObject(scope)) return { name: "", version: null };
  return { name: textOf3(scope.name), version: textOf3(scope.version) || null };
}
function takeSpan(intake, span) {
  const { status, parentSpanId } = span;
  const events = [];
  objects(intake, span.events, (event) => {
    const timeUs = timeOf(intake, event.timeUnixNano);
    events.push(intake.event(textOf3(event.name), timeUs, attributesOf(intake, event.attributes)));
  });
  intake.addSpan({
    traceId: idOf(span.traceId, 16),
    spanId: idOf(span.spanId, 8),
    parentSpanId: optionalId(intake, parentSpanId, 8, "unreadable parent id, span taken as a root"),
    name: textOf3(span.name),
    attributes: attributesOf(intake, span.attributes),
    events,
    startUs: timeOf(intake, span.startTimeUnixNano),
    endUs: timeOf(intake, span.endTimeUnixNano),
    statusCode: isJsonObject(status) ? statusCode(status.code) : 0,
    statusMessage: isJsonObject(status) ? textOf3(status.message) : ""
  });
}
function takeLog(intake, log) {
  intake.addLog({
    traceId: optionalId(intake, log.traceId, 16, "unreadable trace id of a log record"),
    spanId: optionalId(intake, log.spanId, 8, "unreadable span id of a log record"),
    eventName: textOf3(log.eventName),
    attributes: attributesOf(intake, log.attributes),
    body: anyValue(intake, log.body, MAX_VALUE_LEVELS),
    timeUs: timeOf(intake, log.timeUnixNano),
    observedUs: timeOf(intake, log.observedTimeUnixNano)
  });
}
function objects(intake, list, take) {
  if (!Array.isArray(list)) {
    if (list !== void 0 && list !== null) intake.problem("no list where one belongs", typeName2(list));
    return;
  }
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (isJsonObject(item)) take(item, index);
    else intake.problem("no object where one belongs", typeName2(item ?? null));
  }
}
function attributesOf(intake, list) {
  return membersOf(intake, list, MAX_VALUE_LEVELS);
}
function membersOf(intake, list, levels) {
  const members2 = {};
  objects(intake, list, ({ key, value }) => {
    if (typeof key === "string") setMember(members2, key, anyValue(intake, value, levels));
    else intake.problem("attribute without a key", typeName2(value ?? null));
  });
  return members2;
}
function anyValue(intake, value, levels) {
  if (!isJsonObject(value)) {
    if (value !== void 0 && value !== null) intake.problem("attribute value in no known form", typeName2(value));
    return null;
  }
  if (typeof value.stringValue === "string") return whole(intake, value.stringValue);
  if (value.intValue !== void 0) return integerOf(intake, value.intValue);
  if (typeof value.boolValue === "boolean") return value.boolValue;
  if (value.doubleValue !== void 0) return doubleOf(value.doubleValue);
  if (typeof value.bytesValue === "string") return whole(intake, value.bytesValue);
  return nestedOf(intake, value, levels);
}
function nestedOf(intake, { arrayValue, kvlistValue, ...rest }, levels) {
  if (arrayValue === void 0 && kvlistValue === void 0) {
    const [name] = Object.keys(rest);
    if (name !== void 0) intake.problem("attribute value in no known form", name);
    return null;
  }
  if (levels <= 1) {
    intake.problem(`value nested deeper than ${MAX_VALUE_LEVELS} levels, left out`, `${MAX_VALUE_LEVELS} levels`);
    return null;
  }
  if (isJsonObject(kvlistValue)) return membersOf(intake, kvlistValue.values, levels - 1);
  const values = isJsonObject(arrayValue) ? arrayValue.values ?? [] : [];
  return Array.isArray(values) ? values.map((item) => anyValue(intake, item, levels - 1)) : [];
}
function whole(intake, text) {
  if (text.length <= MAX_TEXT_CHARS3) return text;
  intake.problem(`value cut to ${MAX_TEXT_CHARS3} characters`, `${text.length} characters`);
  return cutText(text);
}
var INTEGER = /^-?\d{1,20}$/;
function integerOf(intake, value) {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  if (typeof value === "string" && INTEGER.test(value)) {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (typeof value !== "number") {
    intake.problem("integer that is none", received2(value));
    return null;
  }
  intake.problem("integer beyond 2^53 written as a JSON number, its last digits are lost", String(value));
  return String(value);
}
function doubleOf(value) {
  if (typeof value !== "string") return typeof value === "number" ? value : null;
  const number = Number(value);
  return Number.isFinite(number) && value.trim() !== "" ? number : value;
}
var NANOS = /^\d{1,20}$/;
function timeOf(intake, value) {
  if (value === void 0 || value === null || value === "" || value === "0" || value === 0) return null;
  if (typeof value === "string" && NANOS.test(value)) return Number(value.slice(0, -3));
  if (typeof value === "number" && value > 0 && value < 2 ** 64) return Math.floor(value / 1e3);
  intake.problem("time that is no count of nanoseconds", received2(value));
  return null;
}
function optionalId(intake, value, bytes, fault) {
  if (value === void 0 || value === null || value === "") return null;
  const id = idOf(value, bytes);
  if (id === null && !isZero(value)) intake.problem(fault, received2(value));
  return id;
}
var LOWER_HEX = /^[0-9a-f]+$/;
var ANY_HEX = /^[0-9a-fA-F]+$/;
var BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
var ZERO = /^0+$/;
function idOf(value, bytes) {
  if (typeof value !== "string") return null;
  if (value.length === bytes * 2) {
    if (LOWER_HEX.test(value)) return ZERO.test(value) ? null : value;
    return ANY_HEX.test(value) ? value.toLowerCase() : null;
  }
  if (!BASE64.test(value) || value.length > bytes * 2) return null;
  const decoded3 = Buffer.from(value, "base64");
  const id = decoded3.toString("hex");
  return decoded3.length === bytes && !ZERO.test(id) ? id : null;
}
function isZero(value) {
  return typeof value === "string" && (ZERO.test(value) || /^A+=*$/.test(value));
}
function statusCode(code) {
  if (typeof code === "number") return code;
  return code === "STATUS_CODE_ERROR" ? 2 : code === "STATUS_CODE_OK" ? 1 : 0;
}
function textOf3(value) {
  return typeof value === "string" ? value : "";
}
function received2(value) {
  return typeof value === "object" ? typeName2(value) : String(value);
}
function typeName2(value) {
  return value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

// src/trace/otlp/protobuf-values.ts
function takeMember(reader, intake, members2, levels) {
  let key = "";
  let value = null;
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === 10) key = textOf4(reader, intake);
    else if (tag === 18) {
      const outer = reader.enter();
      value = anyValue2(reader, intake, levels);
      reader.leave(outer);
    } else reader.skip(tag);
  }
  setMember(members2, key, value);
}
function anyValue2(reader, intake, levels) {
  let value = null;
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    switch (tag) {
      case 10:
        value = textOf4(reader, intake);
        break;
      case 16:
        value = reader.uint() !== 0;
        break;
      case 24:
        value = reader.int64();
        break;
      case 33:
        value = doubleOf2(reader.double());
        break;
      case 42:
      // array_value
      case 50:
        value = nestedOf2(reader, intake, tag, levels);
        break;
      case 58:
        value = reader.base64(MAX_TEXT_CHARS3, intake.textFault);
        break;
      default:
        reader.skip(tag);
    }
  }
  return value;
}
function nestedOf2(reader, intake, tag, levels) {
  if (levels <= 1) {
    intake.problem(`value nested deeper than ${MAX_VALUE_LEVELS} levels, left out`, `${MAX_VALUE_LEVELS} levels`);
    reader.skip(tag);
    return null;
  }
  const list = [];
  const members2 = {};
  reader.within(
    () => reader.each(10, () => {
      if (tag === 42) list.push(anyValue2(reader, intake, levels - 1));
      else takeMember(reader, intake, members2, levels - 1);
    })
  );
  return tag === 42 ? list : members2;
}
function doubleOf2(value) {
  return Number.isFinite(value) ? value + 0 : String(value);
}
var ZERO2 = /^0+$/;
function idOf2(reader, intake, bytes) {
  const id = reader.hex();
  if (id === "" || ZERO2.test(id)) return null;
  if (id.length === bytes * 2) return id;
  intake.problem(`id of another length than ${bytes} bytes`, id);
  return null;
}
function textOf4(reader, intake) {
  return reader.text(MAX_TEXT_CHARS3, intake.textFault);
}

// src/trace/otlp/wire-format.ts
var VARINT = 0;
var FIXED64 = 1;
var LENGTH = 2;
var FIXED32 = 5;
var ProtobufReader = class {
  #bytes;
  #view;
  #position = 0;
  #end;
  fault = null;
  #isClipped;
  /** `clipped`: the bytes may end in the middle of a message, whose length is then not held against it. */
  constructor(bytes, extent = "whole") {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = bytes.byteLength;
    this.#isClipped = extent === "clipped";
  }
  /** The next field's tag (number * 8 + wire type), 0 at the end of the message. */
  tag() {
    if (this.fault !== null || this.#position >= this.#end) return 0;
    const tag = this.#varint();
    if (tag >= 8 && tag < 2 ** 32) return tag;
    this.#fail(`${tag} is no tag`);
    return 0;
  }
  /** Enters the message of the field whose tag was read; gives where the outer one ends, for `leave`. */
  enter() {
    const outer = this.#end;
    const length = this.#length();
    this.#end = this.#position + length;
    return outer;
  }
  /** Goes on behind the message that was entered. */
  leave(outer) {
    this.#position = this.#end;
    this.#end = outer;
  }
  /** Reads the message of the field whose tag was read. */
  within(take) {
    const outer = this.enter();
    take();
    this.leave(outer);
  }
  /** Enters each field of this tag and skips the others. */
  each(wanted, take) {
    for (let tag = this.tag(); tag !== 0; tag = this.tag()) {
      if (tag === wanted) this.within(take);
      else this.skip(tag);
    }
  }
  /** Reads the entered message two times. What is wrong with it is met in both, and kept from the second. */
  twice(first2, second) {
    if (this.fault !== null) return;
    const start = this.#position;
    first2();
    this.fault = null;
    this.#position = start;
    second();
  }
  skip(tag) {
    switch (tag & 7) {
      case VARINT:
        this.#varint();
        return;
      case FIXED64:
        this.#take(8);
        return;
      case LENGTH:
        this.#take(this.#length());
        return;
      case FIXED32:
        this.#take(4);
        return;
      default:
        this.#fail(`wire type ${tag & 7}`);
    }
  }
  /** A varint up to 2^32, as enums, lengths and flags are. */
  uint() {
    return this.#varint();
  }
  /** A signed 64-bit integer; a decimal string where a number cannot hold it. */
  int64() {
    const start = this.#position;
    const value = this.#varint();
    if (value <= Number.MAX_SAFE_INTEGER || this.fault !== null) return value;
    let exact = 0n;
    for (let at = this.#position - 1; at >= start; at -= 1)
      exact = exact << 7n | BigInt((this.#bytes[at] ?? 0) & 127);
    const signed = BigInt.asIntN(64, exact);
    const number = Number(signed);
    return Number.isSafeInteger(number) ? number : String(signed);
  }
  double() {
    const at = this.#take(8);
    return at === null ? 0 : this.#view.getFloat64(at, true);
  }
  /** Nanoseconds as a fixed 64-bit number -> whole microseconds, exact where a double holds them; null = 0, not set. */
  microseconds() {
    const at = this.#take(8);
    if (at === null) return null;
    const low = this.#view.getUint32(at, true);
    const high = this.#view.getUint32(at + 4, true);
    if (low === 0 && high === 0) return null;
    return Math.floor(high / 1e3) * 2 ** 32 + Math.floor((high % 1e3 * 2 ** 32 + low) / 1e3);
  }
  hex() {
    const length = this.#length();
    const at = this.#take(length);
    return at === null ? "" : this.#bytes.toString("hex", at, at + length);
  }
  /** Text of at most `maxBytes` bytes; `onFault` hears of text that was cut, or is not UTF-8. */
  text(maxBytes, onFault) {
    const length = this.#length();
    const at = this.#take(length);
    if (at === null) return "";
    if (length > maxBytes) onFault("cut", length);
    const end = length > maxBytes ? this.#characterStart(at + maxBytes) : at + length;
    const text = this.#bytes.toString("utf8", at, end);
    if (text.includes("\uFFFD") && !$isUtf8(this.#bytes.subarray(at, end))) onFault("not_utf8", length);
    return text;
  }
  /** At most `maxBytes` bytes, in base64. */
  base64(maxBytes, onFault) {
    const length = this.#length();
    const at = this.#take(length);
    if (at === null) return "";
    if (length > maxBytes) onFault("cut", length);
    return this.#bytes.toString("base64", at, at + Math.min(length, maxBytes));
  }
  /** The position itself, or where the character in whose middle it stands begins. */
  #characterStart(position) {
    let start = position;
    while (((this.#bytes[start] ?? 0) & 192) === 128) start -= 1;
    return start;
  }
  #length() {
    const length = this.#varint();
    if (this.#position + length <= this.#end) return length;
    if (this.#isClipped && this.fault === null) return this.#end - this.#position;
    this.#fail(`${length} bytes announced, ${this.#end - this.#position} left`);
    return 0;
  }
  #take(length) {
    const at = this.#position;
    if (this.fault !== null) return null;
    if (at + length > this.#end) {
      this.#fail(`${length} bytes expected, ${this.#end - at} left`);
      return null;
    }
    this.#position = at + length;
    return at;
  }
  /** Exact up to 2^53. */
  #varint() {
    let value = 0;
    let factor = 1;
    for (let count = 0; count < 10 && this.#position < this.#end; count += 1) {
      const byte = this.#bytes[this.#position] ?? 0;
      this.#position += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
    this.#fail("a number without an end");
    return 0;
  }
  /** Nothing behind a fault can be told apart, until the end of the innermost message. */
  #fail(what) {
    this.fault ??= `${what}, at byte ${this.#position}`;
    this.#position = this.#end;
  }
};

// src/trace/otlp/protobuf.ts
function takeTraces(bytes, intake) {
  takeResources(new ProtobufReader(bytes), intake, "resourceSpans", takeSpan2);
}
function takeLogs(bytes, intake) {
  takeResources(new ProtobufReader(bytes), intake, "resourceLogs", takeLog2);
}
function dropMetrics(bytes, intake) {
  const reader = new ProtobufReader(bytes);
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    reader.skip(tag);
    if (tag === 10) intake.droppedMetrics += 1;
  }
}
function takeResources(reader, intake, list, take) {
  let index = 0;
  reader.each(10, () => {
    intake.startResource(list, index);
    index += 1;
    reader.twice(
      () => reader.each(10, () => takeResource2(reader, intake)),
      () => takeScopes(reader, intake, take)
    );
    settle(reader, intake, "malformed protobuf, the rest of a resource left out");
  });
  intake.startResource(list, -1);
  settle(reader, intake, "malformed protobuf, the rest of the request left out");
}
function takeScopes(reader, intake, take) {
  let scopeIndex = 0;
  reader.each(18, () => {
    intake.startScope(scopeIndex);
    scopeIndex += 1;
    reader.twice(
      () => reader.each(10, () => takeScope(reader, intake)),
      () => takeItems(reader, intake, take)
    );
    settle(reader, intake, "malformed protobuf, the rest of a scope left out");
  });
}
function takeItems(reader, intake, take) {
  let index = 0;
  reader.each(18, () => {
    intake.itemIndex = index;
    index += 1;
    take(reader, intake);
  });
}
function settle(reader, intake, reason) {
  if (reader.fault === null) return true;
  intake.problem(reason, reader.fault);
  reader.fault = null;
  return false;
}
function takeResource2(reader, intake) {
  const attributes = {};
  reader.each(10, () => takeMember(reader, intake, attributes, MAX_VALUE_LEVELS));
  if (settle(reader, intake, "malformed protobuf, a resource left out")) intake.resource = attributes;
}
function takeScope(reader, intake) {
  let name = "";
  let version = "";
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === 10) name = textOf4(reader, intake);
    else if (tag === 18) version = textOf4(reader, intake);
    else reader.skip(tag);
  }
  const isSound = settle(reader, intake, "malformed protobuf, a scope left out");
  if (isSound) intake.scope = { name, version: version === "" ? null : version };
}
function takeSpan2(reader, intake) {
  const attributes = {};
  const events = [];
  const span = {
    traceId: null,
    spanId: null,
    parentSpanId: null,
    name: "",
    attributes,
    events,
    startUs: null,
    endUs: null,
    statusCode: 0,
    statusMessage: ""
  };
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    switch (tag) {
      case 10:
        span.traceId = idOf2(reader, intake, 16);
        break;
      case 18:
        span.spanId = idOf2(reader, intake, 8);
        break;
      case 34:
        span.parentSpanId = idOf2(reader, intake, 8);
        break;
      case 42:
        span.name = textOf4(reader, intake);
        break;
      case 57:
        span.startUs = reader.microseconds();
        break;
      case 65:
        span.endUs = reader.microseconds();
        break;
      case 74:
        reader.within(() => takeMember(reader, intake, attributes, MAX_VALUE_LEVELS));
        break;
      case 90:
        reader.within(() => takeEvent(reader, intake, events));
        break;
      case 122:
        reader.within(() => takeStatus(reader, intake, span));
        break;
      default:
        reader.skip(tag);
    }
  }
  if (settle(reader, intake, "malformed protobuf, a span left out")) intake.addSpan(span);
}
function takeEvent(reader, intake, events) {
  const attributes = {};
  let name = "";
  let timeUs = null;
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === 9) timeUs = reader.microseconds();
    else if (tag === 18) name = textOf4(reader, intake);
    else if (tag === 26) reader.within(() => takeMember(reader, intake, attributes, MAX_VALUE_LEVELS));
    else reader.skip(tag);
  }
  if (reader.fault === null) events.push(intake.event(name, timeUs, attributes));
}
function takeStatus(reader, intake, span) {
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === 18) span.statusMessage = textOf4(reader, intake);
    else if (tag === 24) span.statusCode = reader.uint();
    else reader.skip(tag);
  }
}
function takeLog2(reader, intake) {
  const attributes = {};
  const log = {
    traceId: null,
    spanId: null,
    eventName: "",
    attributes,
    body: null,
    timeUs: null,
    observedUs: null
  };
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    switch (tag) {
      case 9:
        log.timeUs = reader.microseconds();
        break;
      case 42:
        reader.within(() => {
          log.body = anyValue2(reader, intake, MAX_VALUE_LEVELS);
        });
        break;
      case 50:
        reader.within(() => takeMember(reader, intake, attributes, MAX_VALUE_LEVELS));
        break;
      case 74:
        log.traceId = idOf2(reader, intake, 16);
        break;
      case 82:
        log.spanId = idOf2(reader, intake, 8);
        break;
      case 89:
        log.observedUs = reader.microseconds();
        break;
      case 98:
        log.eventName = textOf4(reader, intake);
        break;
      default:
        reader.skip(tag);
    }
  }
  if (settle(reader, intake, "malformed protobuf, a log record left out")) intake.addLog(log);
}

// src/trace/otlp/decode.ts
var MAX_OTLP_BYTES = 128 * 1024 * 1024;
function decodeOtlp(bytes, form, where = "") {
  const intake = new Intake(where);
  if (bytes.length > MAX_OTLP_BYTES)
    intake.problem("request too large, left out", `${bytes.length} bytes, at most ${MAX_OTLP_BYTES}`);
  else if (form.encoding === "json") takeBytes(bytes, intake);
  else TAKES[form.signal](bytes, intake);
  return intake.content();
}
function decodeOtlpText(text, where = "") {
  const intake = new Intake(where);
  takeText(text, intake);
  return intake.content();
}
var TAKES = { traces: takeTraces, logs: takeLogs, metrics: dropMetrics };
function takeBytes(bytes, intake) {
  const text = utf8(bytes);
  if (text === null) intake.problem("no UTF-8, request left out", `${bytes.length} bytes`);
  else takeText(text, intake);
}
function takeText(text, intake) {
  const root = parseJson(text);
  if (root === void 0) intake.problem("no JSON, request left out", text.slice(0, 80));
  else takeJsonRequest(root, intake);
}
function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// src/trace/otlp/signal.ts
function signalOf(bytes) {
  const reader = new ProtobufReader(bytes, "clipped");
  let signal = null;
  reader.each(
    MESSAGE_1,
    () => reader.each(
      MESSAGE_2,
      () => reader.each(MESSAGE_2, () => {
        signal ??= signalOfItem(reader);
      })
    )
  );
  return signal;
}
var MESSAGE_1 = 10;
var MESSAGE_2 = 18;
var SPAN_TIMES = [57, 65];
var LOG_TIMES = [9, 89];
var METRIC_DATA = [42, 58, 74, 82, 90];
var METRIC_NAME = /^[\x20-\x7e]+$/;
function signalOfItem(reader) {
  let isNamed = false;
  let hasData = false;
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (SPAN_TIMES.includes(tag)) return "traces";
    if (LOG_TIMES.includes(tag)) return "logs";
    hasData ||= METRIC_DATA.includes(tag);
    if (tag === MESSAGE_1) isNamed = METRIC_NAME.test(reader.text(1e3, () => void 0));
    else reader.skip(tag);
  }
  return isNamed && hasData ? "metrics" : null;
}

// src/trace/redact.ts
var TOKEN = "[A-Za-z0-9._~+/=:-]";
var NOT_INSIDE_WORD = "(?:(?<![A-Za-z0-9_-])|(?<=\\\\[bfnrt]))";
var SHAPES = [
  {
    name: "private-key",
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]{0,10000}?-----END [A-Z ]*PRIVATE KEY-----|(?:[A-Za-z0-9+/=\s]|\\[nr])*)/g
  },
  { name: "anthropic-key", pattern: shape("sk-ant-[A-Za-z0-9_-]{10,}") },
  // A digit is asked for because "sk-" also begins ordinary hyphenated names.
  { name: "openai-key", pattern: shape("sk-(?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{20,}") },
  { name: "github-token", pattern: shape("(?:gh[opusr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})") },
  { name: "gitlab-token", pattern: shape("glpat-[A-Za-z0-9_-]{20,}") },
  { name: "aws-key", pattern: shape("(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])") },
  { name: "google-key", pattern: shape("AIza[A-Za-z0-9_-]{30,}") },
  { name: "slack-token", pattern: shape("xox[abeoprs]-[A-Za-z0-9-]{10,}") },
  { name: "stripe-key", pattern: shape("[rs]k_(?:live|test)_[A-Za-z0-9]{16,}") },
  { name: "jwt", pattern: shape("eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*") },
  {
    name: "authorization",
    pattern: header("(?:proxy-)?authorization", `(?:(?:Bearer|Basic|Token|Digest) +${TOKEN}{6,}|${TOKEN}{16,})`)
  },
  { name: "api-key", pattern: header("(?:x-|x-goog-)?api-key", `${TOKEN}{8,}`) },
  { name: "cookie", pattern: header("(?:set-)?cookie", `[^\\s"'\\\\=;:,]+=[^\\r\\n"'\\\\]+`) },
  { name: "bearer-token", pattern: new RegExp(`(\\bBearer +)(?=${TOKEN}*\\d)${TOKEN}{16,}`, "gi") }
];
var HINTS = [
  new RegExp(
    "sk-[\\w-]{14}|gh[opusr]_\\w{20}|github_pat_\\w{20}|glpat-[\\w-]{20}|A(?:KIA|SIA)[A-Z0-9]{16}|AIza[\\w-]{30}|xox[abeoprs]-[\\w-]{10}|[rs]k_(?:live|test)_|eyJ[\\w-]{8}|PRIVATE KEY-----"
  ),
  new RegExp(`(?:authorization|api-key|cookie)\\\\?["']?\\s*[:=]|bearer +${TOKEN}{16}`, "i")
];
function mayHoldSecret(text) {
  return HINTS.some((hint) => hint.test(text));
}
function isSecretName(name) {
  return /(^|[_-])(API)?(KEY|TOKEN|SECRET|PASSWORD|CREDENTIALS?|PAT)$/i.test(name);
}
var SECRET_MEMBER = /^(?:(?:proxy-)?authorization|(?:set-)?cookie|(?:x-|x-goog-)?api[-_]?key)$/i;
var MARKER = /^\[redacted:[a-z-]+\]$/;
function redactText(text, extra = []) {
  let found = 0;
  const count = () => {
    found += 1;
  };
  return { text: replaceSecrets(text, count, extra), found };
}
function replaceSecrets(text, onFound, extra = []) {
  let redacted = text;
  for (const { name, pattern } of [...SHAPES, ...extra.map(customShape)]) {
    redacted = redacted.replace(pattern, (...match) => {
      onFound(name);
      const kept = name === "custom" ? "" : match[1];
      return `${typeof kept === "string" ? kept : ""}[redacted:${name}]`;
    });
  }
  return redacted;
}
function secretMember(name) {
  return SECRET_MEMBER.test(name) ? `[redacted:${name.toLowerCase().replaceAll("_", "-")}]` : null;
}
function redactJson(value, extra = []) {
  let found = 0;
  const textOf5 = (text) => {
    const redacted = redactText(text, extra);
    found += redacted.found;
    return redacted.text;
  };
  const walk = (item) => {
    if (typeof item === "string") return textOf5(item);
    if (Array.isArray(item)) return item.map(walk);
    if (!isJsonObject(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([key, member2]) => [textOf5(key), memberOf3(key, member2)]));
  };
  const memberOf3 = (key, member2) => {
    const marker = secretMember(key);
    if (typeof member2 !== "string" || marker === null || member2 === "" || MARKER.test(member2)) return walk(member2);
    found += 1;
    return marker;
  };
  return { value: walk(value), found };
}
function shape(source) {
  return new RegExp(`${NOT_INSIDE_WORD}${source}`, "g");
}
function header(name, value) {
  return new RegExp(`(${NOT_INSIDE_WORD}${name}\\\\?["']?\\s*[:=]\\s*\\\\?["']?)${value}`, "gi");
}
function customShape(pattern) {
  return { name: "custom", pattern: pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`) };
}

// src/trace/redaction/json-paths.ts
var import_json_p3 = __toESM(require_json_p3_cjs(), 1);
function jsonPathFault(path) {
  try {
    (0, import_json_p3.compile)(path);
    return null;
  } catch (error) {
    return `expected a JSONPath (RFC 9535): ${messageOf(error)}`;
  }
}
var MAX_DEPTH2 = 500;
var environment = new import_json_p3.JSONPathEnvironment({ maxRecursionDepth: MAX_DEPTH2 + 10 });
var PathSelector = class {
  #queries;
  constructor(paths) {
    this.#queries = paths.map((path) => {
      const compiled2 = environment.compile(path);
      return { query: (value) => compiled2.query(value) };
    });
  }
  get none() {
    return this.#queries.length === 0;
  }
  /** The selected places of a document, as `placeKey` writes them. */
  select(value) {
    const keys = /* @__PURE__ */ new Set();
    for (const { query } of this.#queries) for (const { location } of query(value)) keys.add(placeKey(location));
    return keys;
  }
};
function placeKey(place2) {
  return JSON.stringify(place2);
}

// src/trace/redaction/patterns.ts
var MAX_PATTERN = 500;
function patternFault(source) {
  if (source.length > MAX_PATTERN) return `expected at most ${MAX_PATTERN} characters`;
  try {
    if (new RegExp(source, "u").test("")) return "expected a regular expression that does not match the empty text";
  } catch (error) {
    return `expected a regular expression: ${messageOf(error)}`;
  }
  if (/\\[1-9k]/.test(source.replaceAll("\\\\", ""))) return "expected a regular expression without back references";
  return repeatsRepetition(source) ? "expected a regular expression that repeats no group which itself repeats something or offers a choice" : null;
}
function compilePattern(source) {
  return new RegExp(source, "gu");
}
function matchesOf(pattern, text) {
  const found = [];
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (match !== "") found.push({ start: index, end: index + match.length, normal: match });
  }
  return found;
}
var TOKEN2 = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!:]|\(\?<\w+>|[()|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;
var FEW = 10;
var PLAIN2 = { varies: false, endless: false };
function repeatsRepetition(source) {
  const open = [PLAIN2];
  let last = PLAIN2;
  const note = (more) => {
    const { varies, endless } = open.pop() ?? PLAIN2;
    open.push({ varies: varies || more.varies, endless: endless || more.endless });
  };
  for (const [token] of source.matchAll(TOKEN2)) {
    const repeated = repetition(token);
    if (repeated !== null) {
      if (repeated.most > 1 && (last.endless || last.varies && repeated.most > FEW)) return true;
      note({ varies: repeated.least !== repeated.most, endless: repeated.most === Number.POSITIVE_INFINITY });
    }
    last = PLAIN2;
    if (token.startsWith("(")) open.push(PLAIN2);
    if (token === "|") note({ varies: true, endless: false });
    if (token === ")") {
      last = open.pop() ?? PLAIN2;
      note(last);
    }
  }
  return false;
}
function repetition(token) {
  if (/^[*+]/.test(token)) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (token.startsWith("?")) return { least: 0, most: 1 };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(token) ?? [];
  if (least === void 0) return null;
  if (comma === "") return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most === "" || most === void 0 ? Number.POSITIVE_INFINITY : Number(most) };
}

// src/trace/redaction/pseudonym.ts
var DIGITS = 12;
function pseudonym(key, kind, value) {
  const digits = $createHmac("sha256", key).update(`${kind}\0${value}`).digest("hex").slice(0, DIGITS);
  return `<${kind}:${digits}>`;
}
function markersOf(kinds) {
  return new RegExp(`<(?:${kinds.join("|")}):[0-9a-f]{${DIGITS}}>|\\[redacted:[a-z-]+\\]`, "g");
}
function rangesOf(pattern, text) {
  if (!text.includes("<") && !text.includes("[redacted:")) return [];
  return [...text.matchAll(pattern)].map(({ 0: marker, index }) => ({ start: index, end: index + marker.length }));
}

// src/trace/redaction/digits.ts
var RUN = /(?<![\d])(?:\+ ?)?\(?\d[\d \t\u00a0\u2007\u2009\u202f()./\u2010-\u2013-]*/g;
var GROUP = /\d+/g;
var MIN_DIGITS = 8;
function digitRuns(text) {
  const runs = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (run.length < MIN_DIGITS) continue;
    const groups = [];
    let done = 0;
    let total = 0;
    for (const { 0: digits, index: at } of run.matchAll(GROUP)) {
      const start = index + at;
      groups.push({ digits, start, end: start + digits.length, before: run.slice(done, at) });
      done = at + digits.length;
      total += digits.length;
    }
    if (total >= MIN_DIGITS) runs.push({ groups });
  }
  return runs;
}
var WORD = /[A-Za-z0-9]/;
var MAX_WORD = 64;
function insideHex(text, start, end) {
  let from = start;
  while (from > 0 && start - from < MAX_WORD && (WORD.test(text[from - 1] ?? "") || isJoint(text, from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < MAX_WORD && (WORD.test(text[to] ?? "") || isJoint(text, to))) to += 1;
  const word = text.slice(from, to);
  return /^[0-9a-f-]+$/i.test(word) && /[a-f]/i.test(word);
}
function isJoint(text, at) {
  return text[at] === "-" && WORD.test(text[at - 1] ?? "") && WORD.test(text[at + 1] ?? "");
}

// src/trace/redaction/cards.ts
var NETWORKS = [
  [/^4/, [13, 16, 19]],
  // Visa
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  // Mastercard
  [/^3[47]/, [15]],
  // American Express
  [/^3(?:0[0-5]|[689])/, [14, 16]],
  // Diners Club
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  // JCB
  [/^6(?:011|4[4-9]|5|2)/, [16, 17, 18, 19]],
  // Discover, UnionPay
  [/^(?:50|5[6-8]|6)/, [16, 19]]
  // Maestro
];
var MIN_LENGTH = 13;
var SMALLEST = 10 ** (MIN_LENGTH - 1);
var MAX_LENGTH = 19;
var GROUPINGS = /^(?:4,4,4,4(?:,[1-3])?|4,4,4,[1-3]|4,6,[45]|4,5,6|6,13|8,8)$/;
var SEPARATOR2 = /^(?:[ \t\u00a0\u2007\u2009\u202f]{1,3}|[ \t]?[-.\u2010-\u2013][ \t]?)$/;
function findCards(text) {
  const found = [];
  for (const { groups } of digitRuns(text)) {
    for (let first2 = 0; first2 < groups.length; first2 += 1) {
      const card = cardFrom(groups, first2);
      const [from, to] = [groups[first2], groups[first2 + (card?.size ?? 0) - 1]];
      if (card === null || from === void 0 || to === void 0) continue;
      if (insideHex(text, from.start, to.end) || card.size === 1 && isFraction(text, from.start)) continue;
      found.push({ start: from.start, end: to.end, normal: card.digits });
      first2 += card.size - 1;
    }
  }
  return found;
}
function cardOfNumber(value) {
  if (!Number.isSafeInteger(value) || value < SMALLEST) return null;
  const digits = String(value);
  return isCard(digits) ? digits : null;
}
function isFraction(text, start) {
  return /\d\.$/.test(text.slice(Math.max(0, start - 2), start));
}
function cardFrom(groups, first2) {
  let digits = "";
  let grouping = "";
  let card = null;
  for (let size = 1; first2 + size <= groups.length; size += 1) {
    const group = groups[first2 + size - 1];
    if (group === void 0 || size > 1 && !SEPARATOR2.test(group.before)) break;
    digits += group.digits;
    grouping += `${size === 1 ? "" : ","}${group.digits.length}`;
    if (digits.length > MAX_LENGTH) break;
    if ((size === 1 || GROUPINGS.test(grouping)) && isCard(digits)) card = { digits, size };
  }
  return card;
}
function isCard(digits) {
  if (digits.length < MIN_LENGTH || digits.length > MAX_LENGTH) return false;
  return NETWORKS.some(([start, lengths]) => lengths.includes(digits.length) && start.test(digits)) && passesLuhn(digits);
}
function passesLuhn(digits) {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

// src/trace/redaction/clean-texts.ts
var MAX_TEXTS = 5e3;
var MAX_CHARS = 4 * 1024 * 1024;
var MAX_TEXT_CHARS4 = 64 * 1024;
var MAX_LISTS2 = 16;
var MAX_LIST_CHARS = 1024 * 1024;
var CleanTexts = class {
  #recent = /* @__PURE__ */ new Set();
  #before = /* @__PURE__ */ new Set();
  #chars = 0;
  #lists = [];
  has(text) {
    return this.#recent.has(text) || this.#before.has(text);
  }
  add(text) {
    if (text.length <= MAX_LIST_CHARS && isListText(text)) {
      this.#lists.unshift(text);
      if (this.#lists.length > MAX_LISTS2) this.#lists.pop();
    }
    if (text.length > MAX_TEXT_CHARS4) return;
    if (this.#recent.size >= MAX_TEXTS || this.#chars > MAX_CHARS) {
      this.#before = this.#recent;
      this.#recent = /* @__PURE__ */ new Set();
      this.#chars = 0;
    }
    this.#recent.add(text);
    this.#chars += text.length;
  }
  /** A list in JSON text that a text goes on after. */
  listBefore(text) {
    return this.#lists.find((list) => list.length < text.length && goesOn(text, list)) ?? null;
  }
};

// src/trace/redaction/depth.ts
function cutBelow(value, levels, instead) {
  if (typeof value !== "object" || value === null) return value;
  if (levels === 0) return instead();
  if (Array.isArray(value)) return value.map((item) => cutBelow(item, levels - 1, instead));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member2]) => [key, cutBelow(member2, levels - 1, instead)]));
}

// src/trace/redaction/member-names.ts
var PHONE_MEMBER = /^(?:(?:tele|cell|mobile)?[-_ ]?phone|mobile|tel|fax)(?:[-_ ]?(?:number|no|nr))?$/i;
var SPAN_ID = /^(?:trace|span|parentSpan|parent_span)_?id$/i;
var MAX_NAMES = 1e4;
var MAX_NAME_CHARS = 200;
var MemberNames = class {
  #known = /* @__PURE__ */ new Map();
  #isClean;
  constructor(isClean) {
    this.#isClean = isClean;
  }
  of(name) {
    const known = this.#known.get(name);
    if (known !== void 0) return known;
    const last = name.slice(name.lastIndexOf(".") + 1);
    const read2 = {
      isClean: this.#isClean(name),
      secret: secretMember(last),
      isSpanId: SPAN_ID.test(last),
      isPhone: PHONE_MEMBER.test(last),
      isPhoneNumber: PHONE_MEMBER.test(name)
    };
    if (this.#known.size < MAX_NAMES && name.length <= MAX_NAME_CHARS) this.#known.set(name, read2);
    return read2;
  }
};

// src/trace/redaction/phones.ts
var MAX_DIGITS = 15;
var MIN_INTERNATIONAL = 8;
var MIN_NATIONAL = 9;
var SEPARATOR3 = /^(?:[ \t\u00a0\u202f./\u2010-\u2013-]|[ \t]?\(|\)[ \t-]?|[ \t]?\(0\)[ \t]?)$/;
var DATE = /^(?:19|20)\d\d[-./]\d\d/;
var NORTH_AMERICAN = [
  [4, "1,3,3,4"],
  [3, "3,3,4"]
];
function findPhones(text) {
  const found = [];
  for (const { groups } of digitRuns(text)) {
    for (let first2 = 0; first2 < groups.length; first2 += 1) {
      const phone = phoneFrom(text, groups, first2);
      const last = groups[first2 + (phone?.size ?? 0) - 1];
      if (phone === null || last === void 0 || insideHex(text, phone.start, last.end)) continue;
      found.push({ start: phone.start, end: last.end, normal: phone.normal });
      first2 += phone.size - 1;
    }
  }
  return found;
}
function phoneOf(text) {
  if (!/^[+\d ()./\u2010-\u2013-]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, "");
  return digits.length >= 7 && digits.length <= MAX_DIGITS ? normalOf(digits, text.startsWith("+")) : null;
}
function phoneFrom(text, groups, first2) {
  const group = groups[first2];
  if (group === void 0) return null;
  const { before, digits, start } = group;
  const open = text[start - 1] === "(" && text[group.end] === ")" ? 1 : 0;
  if (/\+ ?\(?$/.test(before) && digits[0] !== "0") return international(text, groups, first2);
  if (digits.startsWith("00") && digits[2] !== "0") return exitCode(text, groups, first2);
  const size = nationalSize(text, groups, first2);
  if (size === 0) return null;
  const all = joined(groups, first2, size);
  return { start: start - open, size, normal: normalOf(all, false) };
}
function international(text, groups, first2) {
  const group = groups[first2];
  if (group === void 0) return null;
  const size = sizeUpTo(text, groups, first2);
  const all = joined(groups, first2, size);
  if (all.length < MIN_INTERNATIONAL || all.length > MAX_DIGITS) return null;
  const plus = text.lastIndexOf("+", group.start);
  return /\d[eE]?$/.test(text.slice(Math.max(0, plus - 2), plus)) ? null : { start: plus, size, normal: normalOf(all, true) };
}
function exitCode(text, groups, first2) {
  const size = sizeUpTo(text, groups, first2);
  const all = joined(groups, first2, size).slice(2);
  const start = groups[first2]?.start ?? 0;
  if (size < 2 || /\w/.test(text[start - 1] ?? "")) return null;
  if (all.length < MIN_INTERNATIONAL || all.length > MAX_DIGITS) return null;
  return { start, size, normal: normalOf(all, true) };
}
function nationalSize(text, groups, first2) {
  const start = groups[first2]?.start ?? 0;
  const front = text[start - 1] === "(" ? text[start - 2] ?? "" : text[start - 1] ?? "";
  if (/[\w#./-]/.test(front) && !/\\[nrt]$/.test(text.slice(start - 2, start))) return 0;
  const lengths = (size) => {
    const some = groups.slice(first2, first2 + size);
    if (some.length < size || !some.slice(1).every(({ before }) => SEPARATOR3.test(before))) return "";
    return endsHere(text, some) ? some.map(({ digits: digits2 }) => digits2.length).join(",") : "";
  };
  for (const [size, form] of NORTH_AMERICAN) {
    if (lengths(size) !== form || !isNorthAmerican(joined(groups, first2, size))) continue;
    if (/[^\s]/.test(
      groups.slice(first2 + 1, first2 + size).map(({ before }) => before).join("")
    ))
      return size;
  }
  const digits = groups[first2]?.digits ?? "";
  if (!/^0[1-9]/.test(digits)) return 0;
  if (lengths(5) === "2,2,2,2,2") return 5;
  if (digits.length < (text[groups[first2]?.end ?? 0] === ")" ? 2 : 3) || digits.length > 6) return 0;
  for (let size = Math.min(4, groups.length - first2); size >= 2; size -= 1) {
    const total = joined(groups, first2, size).length;
    if (lengths(size) !== "" && total >= MIN_NATIONAL && total <= 12) return size;
  }
  return 0;
}
function endsHere(text, groups) {
  return !/[\w:]/.test(text[groups.at(-1)?.end ?? 0] ?? "");
}
function isNorthAmerican(digits) {
  return /^1?[2-9]\d\d[2-9]\d{6}$/.test(digits);
}
function sizeUpTo(text, groups, first2) {
  let total = groups[first2]?.digits.length ?? 0;
  let size = 1;
  for (const group of groups.slice(first2 + 1, first2 + MAX_DIGITS)) {
    const { before, digits, start, end } = group;
    total += digits.length;
    if (total > MAX_DIGITS || !SEPARATOR3.test(before)) break;
    if (text[end] === ":" || DATE.test(text.slice(start, start + 7))) break;
    size += 1;
  }
  return size;
}
function joined(groups, first2, size) {
  return groups.slice(first2, first2 + size).map(({ digits }) => digits).join("");
}
function normalOf(digits, withCountry) {
  return !withCountry && digits.length === 10 && isNorthAmerican(digits) ? `1${digits}` : digits;
}

// src/trace/redaction/place-name.ts
var ROOT = "$";
var ITEMS = "[*]";
var JSON_TEXT = ":json";
var KEY = "~";
var MAX_LENGTH2 = 200;
function placeText(names) {
  let text = ROOT;
  for (const name of names) {
    const longer = text + step(name);
    if (longer.length <= MAX_LENGTH2) text = longer;
  }
  return text;
}
function step(name) {
  if (name === ITEMS || name === JSON_TEXT || name === KEY) return name;
  return /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

// src/trace/redaction/report.ts
var MAX_PLACES = 2e3;
var ELSEWHERE = "(elsewhere)";
var RedactionReport = class {
  #counts = /* @__PURE__ */ new Map();
  add(kind, place2, count) {
    const at = this.#counts.size < MAX_PLACES || this.#counts.has(keyOf(kind, place2)) ? place2 : ELSEWHERE;
    const known = this.#counts.get(keyOf(kind, at));
    if (known === void 0) this.#counts.set(keyOf(kind, at), { kind, place: at, count });
    else known.count += count;
  }
  /** The most frequent first. */
  counts() {
    return [...this.#counts.values()].map((count) => ({ ...count })).sort((a, b) => b.count - a.count || order(keyOf(a.kind, a.place), keyOf(b.kind, b.place)));
  }
};
function keyOf(kind, place2) {
  return `${kind} ${place2}`;
}
function order(a, b) {
  return a < b ? -1 : Number(a > b);
}

// src/trace/redaction/emails.ts
var SIGN = /@|%40/g;
var LOCAL = /[\p{L}\p{N}._+~-]/u;
var DOMAIN = /[\p{L}\p{N}.-]/u;
var MAX_DOMAIN = 255;
var LABELS = new RegExp("^(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,10}(?:xn--[a-z0-9-]{1,59}|\\p{L}{2,63})", "iu");
function findEmails(text) {
  const found = [];
  let done = 0;
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    if (index < done) continue;
    const start = localStart(text, index, done);
    const domain = domainAt(text, index + sign.length);
    done = index + sign.length;
    if (start === index || domain === "") continue;
    done += domain.length;
    found.push({ start, end: done, normal: `${text.slice(start, index)}@${domain}`.toLowerCase() });
  }
  return found;
}
function localStart(text, sign, done) {
  let start = sign;
  while (start > done && LOCAL.test(text[start - 1] ?? "")) start -= 1;
  if (start < sign && text[start - 1] === "\\" && /[nrt]/.test(text[start] ?? "")) start += 1;
  if (/^%[0-9a-f]{2}/i.test(text.slice(start - 1, start + 2))) start += 2;
  while (start < sign && /[.+~-]/.test(text[start] ?? "")) start += 1;
  return Math.min(start, sign);
}
function domainAt(text, start) {
  let end = start;
  while (end < text.length && end - start < MAX_DOMAIN && DOMAIN.test(text[end] ?? "")) end += 1;
  return LABELS.exec(text.slice(start, end))?.[0] ?? "";
}

// src/trace/redaction/found.ts
function replaceFound(text, found, markers, instead) {
  if (found.length === 0) return { text, count: 0 };
  const ranges = rangesOf(markers, text);
  let replaced = "";
  let count = 0;
  let done = 0;
  let next = 0;
  for (const one of found) {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= Math.max(one.start, done)) next += 1;
    const first2 = ranges[next];
    if (one.start < done || first2 !== void 0 && first2.start <= one.start && one.end <= first2.end) continue;
    let { start, end } = one;
    for (let at = next; at < ranges.length; at += 1) {
      const range = ranges[at];
      if (range === void 0 || range.start >= end) break;
      start = Math.min(start, range.start);
      end = Math.max(end, range.end);
    }
    replaced += text.slice(done, start) + instead(one.normal);
    count += 1;
    done = end;
  }
  return { text: replaced + text.slice(done), count };
}

// src/trace/redaction/ibans.ts
var LENGTHS = new Map(
  "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30".split(" ").map((entry) => [entry.slice(0, 2), Number(entry.slice(2))])
);
var START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}/g;
var ESCAPED_START = /(?<=\\[nrt])[A-Za-z]{2}\d{2}/g;
var SEPARATOR4 = /[ \t\u00a0\u202f-]/;
function findIbans(text) {
  const starts = [...text.matchAll(START), ...text.includes("\\") ? text.matchAll(ESCAPED_START) : []];
  const found = [];
  let done = 0;
  for (const { index } of starts.sort((a, b) => a.index - b.index)) {
    if (index < done) continue;
    const one = ibanAt(text, index);
    if (one === null) continue;
    found.push(one);
    done = one.end;
  }
  return found;
}
function ibanAt(text, start) {
  const length = LENGTHS.get(text.slice(start, start + 2).toUpperCase());
  if (length === void 0) return null;
  let normal = "";
  let end = start;
  for (let at = start; at < text.length && normal.length < length; at += 1) {
    const character = text[at] ?? "";
    if (/[A-Za-z0-9]/.test(character)) {
      normal += character.toUpperCase();
      end = at + 1;
    } else if (!SEPARATOR4.test(character) || end !== at) return null;
  }
  if (normal.length !== length || /[A-Za-z0-9]/.test(text[end] ?? "") || !passesMod97(normal)) return null;
  return { start, end, normal };
}
function passesMod97(iban) {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

// src/trace/redaction/text-redactor.ts
var REDACTION_KINDS = ["email", "iban", "card", "phone"];
var PATH_KIND = "path";
var TWO_DIGITS = /\d\d/;
var LONG_NUMBER = /\d(?:[ \t\u00a0\u2007\u2009\u202f()./\u2010-\u2013-]*\d){7}/;
var IBAN = /[A-Za-z]{2}\d\d(?<=(?:^|[^A-Za-z0-9]|\\[nrt])[A-Za-z]{2}\d\d)(?:[ \t\u00a0\u202f-]?[A-Za-z0-9]){11}/;
var FINDERS = {
  email: { find: findEmails, hints: [/@|%40/] },
  iban: { find: findIbans, hints: [IBAN] },
  card: { find: findCards, hints: [TWO_DIGITS, LONG_NUMBER] },
  phone: { find: findPhones, hints: [TWO_DIGITS, LONG_NUMBER] }
};
var MAX_UNGUARDED = 100;
var MAX_ROUNDS = 4;
var SHORTEST = 6;
var MAX_REMEMBERED = 1e4;
var TextRedactor = class {
  #options;
  #kinds;
  markers;
  #onlyMarker;
  #pseudonyms = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
    this.#kinds = REDACTION_KINDS.filter((kind) => options.kinds.includes(kind));
    this.markers = markersOf([...REDACTION_KINDS, PATH_KIND, ...options.patterns.map(({ name }) => name)]);
    this.#onlyMarker = new RegExp(`^(?:${this.markers.source})$`);
  }
  /** The whole text stands for something that was redacted. */
  isMarker(text) {
    return this.#onlyMarker.test(text);
  }
  /** The same things come again and again. */
  pseudonym(kind, value) {
    const known = this.#pseudonyms.get(`${kind} ${value}`);
    if (known !== void 0) return known;
    const made = pseudonym(this.#options.key, kind, value);
    if (this.#pseudonyms.size < MAX_REMEMBERED) this.#pseudonyms.set(`${kind} ${value}`, made);
    return made;
  }
  redact(text, onFound) {
    if (this.#options.patterns.length === 0 && text.length < SHORTEST) return text;
    let redacted = text;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const before = redacted;
      if (mayHoldSecret(redacted)) redacted = replaceSecrets(redacted, (name) => onFound(name, 1));
      for (const pattern of this.#options.patterns) redacted = this.#custom(redacted, pattern, onFound);
      for (const kind of this.#kinds) {
        const { find, hints } = FINDERS[kind];
        const text2 = redacted;
        if (hints.every((hint) => hint.test(text2))) redacted = this.#replace(redacted, kind, find, onFound);
      }
      if (redacted === before) break;
    }
    return redacted;
  }
  #replace(text, kind, find, onFound) {
    const replaced = replaceFound(text, find(text), this.markers, (normal) => this.pseudonym(kind, normal));
    if (replaced.count > 0) onFound(kind, replaced.count);
    return replaced.text;
  }
  /** A text for which a pattern takes too long is withheld: nobody knows what is in it. */
  #custom(text, { name, pattern }, onFound) {
    if (this.isMarker(text)) return text;
    const find = () => matchesOf(pattern, text);
    const found = text.length <= MAX_UNGUARDED ? find() : this.#options.withinTime(find);
    if (found !== null) return this.#replace(text, name, () => found, onFound);
    onFound("too-slow", 1);
    return "[redacted:too-slow]";
  }
};

// src/trace/redaction/redactor.ts
function redactor(redaction) {
  const report = new RedactionReport();
  const texts = new TextRedactor(redaction);
  const paths = new PathSelector(redaction.paths);
  const walk = new DocumentRedactor(redaction, texts, paths, report);
  return {
    json: (value) => walk.begin().document(value),
    text: (text) => walk.begin().text(text),
    report: () => report.counts()
  };
}
var DocumentRedactor = class {
  #redaction;
  #texts;
  #paths;
  #report;
  #clean = new CleanTexts();
  #names;
  /** Where the walk is, from the root. */
  #place = [];
  constructor(redaction, texts, paths, report) {
    this.#redaction = redaction;
    this.#texts = texts;
    this.#paths = paths;
    this.#report = report;
    this.#names = new MemberNames((name) => texts.redact(name, () => void 0) === name);
  }
  /** Back to the root, also where the last walk was broken off. */
  begin() {
    this.#place.length = 0;
    return this;
  }
  document(value) {
    if (this.#paths.none) return this.#value(value, "", 0, null);
    const whole2 = nestedDeeperThan(value, MAX_DEPTH2) ? cutBelow(value, MAX_DEPTH2, () => this.#tooDeep()) : value;
    return this.#value(whole2, "", 0, { at: [], selected: this.#paths.select(whole2) });
  }
  text(text) {
    if (this.#clean.has(text)) return text;
    const redacted = this.#fresh(text);
    if (redacted === text) this.#clean.add(text);
    return redacted;
  }
  /** JSON in a text: an object, a list, or a text in quotes, be it encoded twice. */
  #fresh(text) {
    if (!/^\s*[[{"]/.test(text)) return this.#texts.redact(text, this.#foundHere);
    const longer = this.#longerList(text);
    if (longer !== null) return longer;
    const value = parseJson(text);
    if (value === void 0) return this.#texts.redact(text, this.#foundHere);
    const redacted = this.#inText(value);
    return redacted === value ? text : JSON.stringify(redacted);
  }
  /** Of a list that goes on after a clean one only what is new is looked at. JSON paths may depend on the whole. */
  #longerList(text) {
    const list = this.#paths.none ? this.#clean.listBefore(text) : null;
    const beyond = list === null ? null : listBeyond(text, list);
    if (list === null || beyond === null) return null;
    const value = parseJson(beyond);
    if (!Array.isArray(value)) return null;
    const redacted = this.#inText(value);
    if (redacted === value) return text;
    return `${JSON.stringify(parseJson(list)).slice(0, -1)},${JSON.stringify(redacted).slice(1)}`;
  }
  #inText(value) {
    const isInside = this.#place.length > 0;
    if (isInside) this.#place.push(JSON_TEXT);
    const redacted = this.document(value);
    if (isInside) this.#place.pop();
    return redacted;
  }
  #foundHere = (kind, count) => {
    this.#report.add(kind, placeText(this.#place), count);
  };
  #tooDeep() {
    this.#report.add("too-deep", this.#place.at(-1) ?? ROOT, 1);
    return "[redacted:too-deep]";
  }
  /** The same value where nothing is found in it. `name` is that of the member it is the value of. */
  #value(value, name, depth, selection) {
    if (selection?.selected.has(placeKey(selection.at)) === true) return this.#selected(value);
    if (typeof value === "string") return this.#string(value, name);
    if (typeof value === "number") return this.#number(value, name);
    if (typeof value !== "object" || value === null) return value;
    if (depth === MAX_DEPTH2) return this.#tooDeep();
    return Array.isArray(value) ? this.#list(value, name, depth, selection) : this.#object(value, depth, selection);
  }
  #list(list, name, depth, selection) {
    let changed = null;
    this.#place.push(ITEMS);
    for (const [index, item] of list.entries()) {
      selection?.at.push(index);
      const redacted = this.#value(item, name, depth + 1, selection);
      selection?.at.pop();
      if (redacted !== item) changed ??= list.slice(0, index);
      changed?.push(redacted);
    }
    this.#place.pop();
    return changed ?? list;
  }
  #object(object, depth, selection) {
    const named = nameBeside(object);
    let changed = null;
    let renamed = false;
    for (const key of Object.keys(object)) {
      const member2 = object[key] ?? null;
      const name = this.#key(key);
      this.#place.push(name);
      selection?.at.push(key);
      const value = this.#value(member2, key === "value" ? named ?? key : key, depth + 1, selection);
      selection?.at.pop();
      this.#place.pop();
      if (name !== key || value !== member2) changed ??= entriesBefore(object, key);
      if (name !== key) renamed = true;
      changed?.push([name, value]);
    }
    if (changed === null) return object;
    return Object.fromEntries(renamed ? withoutCollisions(changed) : changed);
  }
  #key(key) {
    if (this.#names.of(key).isClean) return key;
    this.#place.push(KEY);
    const redacted = this.#texts.redact(key, this.#foundHere);
    this.#place.pop();
    return redacted;
  }
  #string(text, name) {
    const { secret, isSpanId, isPhone } = this.#names.of(name);
    if (secret !== null && text !== "") {
      if (this.#texts.isMarker(text)) return text;
      this.#foundHere(secret.slice("[redacted:".length, -1), 1);
      return secret;
    }
    if (isSpanId && SPAN_ID_FORM.test(text)) return text;
    return (isPhone ? this.#phone(text) : null) ?? this.text(text);
  }
  #number(value, name) {
    const card = this.#redaction.kinds.includes("card") ? cardOfNumber(value) : null;
    if (card !== null) return this.#put("card", card);
    return (this.#names.of(name).isPhoneNumber ? this.#phone(String(value)) : null) ?? value;
  }
  #phone(text) {
    const phone = this.#redaction.kinds.includes("phone") ? phoneOf(text) : null;
    return phone === null ? null : this.#put("phone", phone);
  }
  /** What is one thing of a kind keeps its kind, so that it is the same as elsewhere. */
  #selected(value) {
    if (value === null) return null;
    if (typeof value === "string") {
      if (this.#texts.isMarker(value)) return value;
      const redacted = this.#texts.redact(value, () => void 0);
      if (this.#texts.isMarker(redacted)) {
        this.#foundHere(PATH_KIND, 1);
        return redacted;
      }
    }
    return this.#put(PATH_KIND, typeof value === "string" ? value : JSON.stringify(value));
  }
  #put(kind, normal) {
    this.#foundHere(kind, 1);
    return this.#texts.pseudonym(kind, normal);
  }
};
var SPAN_ID_FORM = /^(?:[0-9a-f]{16}|[0-9a-f]{32})$/i;
function entriesBefore(object, key) {
  const entries = Object.entries(object);
  return entries.slice(
    0,
    entries.findIndex(([name]) => name === key)
  );
}
function nameBeside({ name, key }) {
  if (typeof name === "string") return name;
  return typeof key === "string" ? key : null;
}
function withoutCollisions(entries) {
  const used = /* @__PURE__ */ new Set();
  return entries.map(([name, value]) => {
    let free = name;
    for (let number = 2; used.has(free); number += 1) free = `${name} (${number})`;
    used.add(free);
    return [free, value];
  });
}

// src/trace/redaction/trajectory.ts
function redactTrajectory(redact, trajectory) {
  const walk = { ...redact, clean: /* @__PURE__ */ new Set() };
  const text = (value) => value === null ? null : redact.text(value);
  return {
    ...trajectory,
    id: redact.text(trajectory.id),
    conversationId: text(trajectory.conversationId),
    agentName: text(trajectory.agentName),
    agentVersion: text(trajectory.agentVersion),
    userId: text(trajectory.userId),
    attributes: flat(redact, trajectory.attributes),
    steps: trajectory.steps.map((step2) => stepOf(walk, step2)),
    output: redact.json(trajectory.output),
    outcomes: trajectory.outcomes.map((outcome) => outcomeOf3(redact, outcome)),
    problems: trajectory.problems.map(redact.text)
  };
}
function stepOf(redact, step2) {
  const agent = step2.agent.map(redact.text);
  if (step2.kind === "tool_call") {
    return { ...step2, agent, arguments: redact.json(step2.arguments), outcome: toolOutcomeOf(redact, step2.outcome) };
  }
  return {
    ...step2,
    agent,
    input: step2.input?.map((message) => messageOf3(redact, message)) ?? null,
    output: step2.output === null ? null : messageOf3(redact, step2.output),
    tools: step2.tools?.map((tool) => toolOf3(redact, tool)) ?? null,
    parameters: members(redact, step2.parameters),
    error: step2.error === null ? null : redact.text(step2.error)
  };
}
function toolOutcomeOf(redact, outcome) {
  return outcome.kind === "unknown" ? outcome : { ...outcome, value: redact.json(outcome.value) };
}
function messageOf3(redact, message) {
  if (redact.clean.has(message)) return message;
  const parts = message.parts.map((part) => partOf(redact, part));
  if (parts.some((part, index) => part !== message.parts[index])) return { ...message, parts };
  redact.clean.add(message);
  return message;
}
function partOf(redact, part) {
  switch (part.kind) {
    case "text":
    case "reasoning": {
      const text = redact.text(part.text);
      return text === part.text ? part : { ...part, text };
    }
    case "tool_call": {
      const given = redact.json(part.arguments);
      return given === part.arguments ? part : { ...part, arguments: given };
    }
    case "tool_result": {
      const result = redact.json(part.result);
      return result === part.result ? part : { ...part, result };
    }
    case "other":
      return part;
    default:
      return part;
  }
}
function toolOf3(redact, tool) {
  const description = tool.description === null ? null : redact.text(tool.description);
  return { ...tool, description, parameters: members(redact, tool.parameters) };
}
function outcomeOf3(redact, outcome) {
  const { value, explanation } = outcome;
  return {
    ...outcome,
    value: typeof value === "string" ? redact.text(value) : value,
    explanation: explanation === null ? null : redact.text(explanation)
  };
}
function members(redact, object) {
  const redacted = redact.json(object);
  return typeof redacted === "object" && redacted !== null && !Array.isArray(redacted) ? redacted : {};
}
function flat(redact, attributes) {
  const entries = Object.entries(members(redact, { ...attributes }));
  return Object.fromEntries(
    entries.flatMap(([name, value]) => typeof value === "object" ? [] : [[name, value]])
  );
}

// src/trace/route.ts
var ROUTES = [
  [/\/threads\/[^/]+\/messages$/, { kind: "unsupported", provider: "OpenAI Assistants" }],
  [/\/chat\/completions$/, { kind: "model", wire: "openai-chat" }],
  [/\/responses$/, { kind: "model", wire: "openai-responses" }],
  [/\/messages$/, { kind: "model", wire: "anthropic-messages" }],
  [/\/messages\/count_tokens$/, { kind: "unsupported", provider: "Anthropic\u2019s token counting" }],
  [/\/embeddings$/, { kind: "model", wire: "openai-embeddings" }],
  [/:(?:streamGenerateContent|generateContent)$/, { kind: "unsupported", provider: "Google Gemini" }],
  [
    /\/model\/[^/]+\/(?:invoke(?:-with-response-stream)?|converse(?:-stream)?)$/,
    { kind: "unsupported", provider: "Amazon Bedrock" }
  ]
];
function routeOf(pathname) {
  const path = pathname.replace(/\/+$/, "");
  return ROUTES.find(([pattern]) => pattern.test(path))?.[1] ?? { kind: "unknown" };
}

// src/trace/wires/sse.ts
function readEvents(sse) {
  const events = [];
  let done = false;
  let broken = null;
  const parser = createParser({
    onEvent({ data }) {
      if (data === "[DONE]") done = true;
      if (done || broken !== null) return;
      const value = parseJson(data);
      if (isJsonObject(value)) events.push(value);
      else broken = data;
    }
  });
  parser.feed(`${sse}

`);
  return { events, done, broken };
}
function frame(name, data) {
  return `${name === null ? "" : `event: ${name}
`}data: ${JSON.stringify(data)}

`;
}
function present(object) {
  const kept = [];
  for (const [key, value] of Object.entries(object)) if (value !== void 0 && value !== null) kept.push([key, value]);
  return Object.fromEntries(kept);
}
function incomplete(reason) {
  return { kind: "incomplete", reason: cut(reason, 300) };
}

// src/trace/wires/anthropic-messages-stream.ts
function assembleAnthropicMessages(sse) {
  const { events, broken } = readEvents(sse);
  let draft = null;
  for (const event of events) {
    if (event.type === "error") return incomplete(`error event: ${JSON.stringify(event.error ?? null)}`);
    if (event.type === "message_start") {
      const started = startOf(event, draft);
      if (started === null) return incomplete("a second message began inside the first one");
      draft = started;
    } else if (event.type === "message_stop") {
      return draft === null ? incomplete("message_stop before message_start") : finished(draft);
    } else if (draft !== null) addEvent(draft, event);
  }
  if (broken !== null) return incomplete(`an event is no JSON object: ${broken}`);
  return incomplete("message_stop is missing");
}
function startOf(event, draft) {
  if (draft !== null && draft.blocks.size > 0) return null;
  const message = objectAt(event, "message") ?? {};
  return { message, blocks: new Map(objectsOf(message.content).entries()), inputs: /* @__PURE__ */ new Map() };
}
function addEvent(draft, event) {
  const index = typeof event.index === "number" ? event.index : 0;
  switch (event.type) {
    case "content_block_start":
      draft.blocks.set(index, objectAt(event, "content_block") ?? {});
      break;
    case "content_block_delta":
      addDelta(draft, index, objectAt(event, "delta") ?? {});
      break;
    case "message_delta": {
      const { type: _, delta, usage, ...rest } = event;
      draft.message = { ...draft.message, ...rest, ...isJsonObject(delta) ? delta : {} };
      if (isJsonObject(usage)) draft.message.usage = { ...objectAt(draft.message, "usage"), ...present(usage) };
      break;
    }
  }
}
function addDelta(draft, index, { type, ...delta }) {
  const block = { ...draft.blocks.get(index) };
  if (type === "input_json_delta") {
    draft.inputs.set(index, (draft.inputs.get(index) ?? "") + (textOf(delta.partial_json) ?? ""));
  } else if (type === "citations_delta" && delta.citation !== void 0) {
    block.citations = [...listOf(block.citations), delta.citation];
  } else {
    for (const [key, value] of Object.entries(delta)) {
      const known = block[key];
      if (value !== null) block[key] = typeof value === "string" && typeof known === "string" ? known + value : value;
    }
  }
  draft.blocks.set(index, block);
}
function finished(draft) {
  if (typeof draft.message.stop_reason !== "string") return incomplete("the message has no stop_reason");
  const content2 = [...draft.blocks].sort(([a], [b]) => a - b).map(([index, block]) => {
    const input = draft.inputs.get(index) ?? "";
    return input === "" ? block : { ...block, input: parseJson(input) ?? input };
  });
  return { kind: "complete", body: { ...draft.message, content: content2 } };
}
function streamAnthropicMessages(body) {
  const { content: _, stop_reason, stop_sequence, usage, ...rest } = body;
  const counts = present({ usage });
  const start = { ...present(rest), content: [], stop_reason: null, stop_sequence: null, ...counts };
  const events = [
    { type: "message_start", message: start },
    ...objectsOf(body.content).flatMap(blockEvents),
    {
      type: "message_delta",
      delta: { stop_reason: stop_reason ?? null, stop_sequence: stop_sequence ?? null },
      ...counts
    },
    { type: "message_stop" }
  ];
  return events.map((event) => frame(textOf(event.type), event)).join("");
}
function blockEvents(block, index) {
  const { begun, deltas } = blockParts2(block);
  return [
    { type: "content_block_start", index, content_block: begun },
    ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
    { type: "content_block_stop", index }
  ];
}
function blockParts2(block) {
  switch (block.type) {
    case "text": {
      const { citations, ...begun } = present(block);
      const cited = listOf(citations).map((citation) => ({ type: "citations_delta", citation }));
      return { begun: { ...begun, text: "" }, deltas: [{ type: "text_delta", text: block.text ?? "" }, ...cited] };
    }
    case "thinking": {
      const { signature, ...begun } = present(block);
      const signed = signature === void 0 ? [] : [{ type: "signature_delta", signature }];
      return {
        begun: { ...begun, thinking: "", signature: "" },
        deltas: [{ type: "thinking_delta", thinking: block.thinking ?? "" }, ...signed]
      };
    }
    case "tool_use":
    case "server_tool_use": {
      const input = block.input ?? {};
      const partial_json = typeof input === "string" ? input : JSON.stringify(input);
      return { begun: { ...present(block), input: {} }, deltas: [{ type: "input_json_delta", partial_json }] };
    }
    default:
      return { begun: block, deltas: [] };
  }
}

// src/trace/wires/openai-chat.ts
var openaiChat = {
  request(body) {
    const messages = listOf(body.messages).flatMap(readChatMessage);
    return {
      instructions: messages.filter((message) => message.role === "system"),
      messages: messages.filter((message) => message.role !== "system"),
      tools: [...objectsOf(body.tools).map(toolOf4), ...objectsOf(body.functions).map(functionOf)]
    };
  },
  response(body) {
    const choice = objectsOf(body.choices)[0];
    const message = objectAt(choice, "message");
    const usage = objectAt(body, "usage");
    return {
      id: textOf(body.id),
      model: textOf(body.model),
      message: message === void 0 ? null : { role: "assistant", parts: assistantParts2(message) },
      finishReason: textOf(choice?.finish_reason),
      usage: usageOf({
        input: usage?.prompt_tokens,
        output: usage?.completion_tokens,
        cached: objectAt(usage, "prompt_tokens_details")?.cached_tokens
      })
    };
  }
};
function readChatMessage(value) {
  if (!isJsonObject(value)) return [{ role: "user", parts: [otherPart(value)] }];
  switch (value.role) {
    case "system":
    case "developer":
      return messageOf2("system", contentParts4(value.content));
    case "user":
      return messageOf2("user", contentParts4(value.content));
    case "assistant":
      return messageOf2("assistant", assistantParts2(value));
    case "tool":
      return [toolMessage(textOf(value.tool_call_id), value.content)];
    // The old function calls have no id; the name is what links call and result.
    case "function":
      return [toolMessage(textOf(value.name), value.content)];
    default:
      return [{ role: "user", parts: [{ kind: "other", type: `role ${textOf(value.role) ?? "missing"}` }] }];
  }
}
function toolMessage(id, content2) {
  return {
    role: "tool",
    parts: [{ kind: "tool_result", id: id ?? "", result: resultOfBlocks(content2), isError: false }]
  };
}
function assistantParts2(message) {
  const legacy = objectAt(message, "function_call");
  return [
    ...reasoningParts(message.reasoning_content ?? message.reasoning),
    ...contentParts4(message.content),
    ...textParts(message.refusal),
    ...listOf(message.tool_calls).map(callOf),
    ...legacy === void 0 ? [] : [functionCall(textOf(legacy.name) ?? "", legacy)],
    ...objectAt(message, "audio") === void 0 ? [] : [{ kind: "other", type: "audio" }]
  ];
}
function contentParts4(content2) {
  if (!Array.isArray(content2)) return textParts(content2);
  return content2.flatMap((part) => {
    if (isJsonObject(part) && part.type === "text") return textParts(part.text);
    if (isJsonObject(part) && part.type === "refusal") return textParts(part.refusal);
    return [otherPart(part)];
  });
}
function callOf(call) {
  if (!isJsonObject(call)) return otherPart(call);
  const id = textOf(call.id) ?? "";
  const called = objectAt(call, "function");
  if (called !== void 0) return functionCall(id, called);
  const custom = objectAt(call, "custom");
  if (custom === void 0) return otherPart(call);
  return { kind: "tool_call", id, name: textOf(custom.name) ?? "", arguments: custom.input ?? "" };
}
function functionCall(id, called) {
  return { kind: "tool_call", id, name: textOf(called.name) ?? "", arguments: argumentsOf(called.arguments) };
}
function toolOf4(tool) {
  const described = objectAt(tool, "function") ?? objectAt(tool, "custom") ?? tool;
  return functionOf(described);
}
function functionOf(described) {
  return toolDefinition(described, described.parameters);
}

// src/trace/wires/openai-chat-stream.ts
function assembleOpenaiChat(sse) {
  const { events, done, broken } = readEvents(sse);
  const head = /* @__PURE__ */ new Map();
  const choices = /* @__PURE__ */ new Map();
  for (const chunk of events) {
    if (chunk.error !== void 0 && chunk.error !== null)
      return incomplete(`error event: ${JSON.stringify(chunk.error)}`);
    for (const [key, value] of Object.entries(chunk)) {
      if (key !== "choices" && key !== "obfuscation" && value !== null && value !== "") head.set(key, value);
    }
    for (const choice of objectsOf(chunk.choices)) addChoice(choices, choice);
  }
  if (broken !== null) return incomplete(`an event is no JSON object: ${broken}`);
  if (choices.size === 0) return incomplete("no choice came");
  const open = [...choices].find(([, choice]) => choice.finishReason === null);
  if (open !== void 0) return incomplete(`choice ${open[0]} has no finish_reason`);
  if (!done) return incomplete("the [DONE] marker is missing");
  const body = { ...Object.fromEntries(head), object: "chat.completion", choices: [...choices].map(choiceBody) };
  return { kind: "complete", body };
}
function addChoice(choices, chunk) {
  const index = typeof chunk.index === "number" ? chunk.index : 0;
  const choice = choices.get(index) ?? {
    message: /* @__PURE__ */ new Map(),
    calls: /* @__PURE__ */ new Map(),
    logprobs: /* @__PURE__ */ new Map(),
    finishReason: null
  };
  choices.set(index, choice);
  choice.finishReason = textOf(chunk.finish_reason) ?? choice.finishReason;
  for (const [key, value] of Object.entries(objectAt(chunk, "logprobs") ?? {})) append(choice.logprobs, key, value);
  for (const [key, value] of Object.entries(objectAt(chunk, "delta") ?? {})) {
    if (key === "tool_calls") for (const call of objectsOf(value)) addCall(choice.calls, call);
    else if (key === "function_call" && isJsonObject(value))
      choice.message.set(key, mergedCall(choice.message.get(key), value));
    else if (key === "role") choice.message.set(key, value);
    else append(choice.message, key, value);
  }
}
function append(target2, key, value) {
  const known = target2.get(key);
  if (value === null) return;
  if (typeof known === "string" && typeof value === "string") target2.set(key, known + value);
  else if (Array.isArray(known) || typeof known === "string" && Array.isArray(value)) {
    target2.set(key, [...partsOf2(known), ...partsOf2(value)]);
  } else target2.set(key, value);
}
function partsOf2(value) {
  if (typeof value !== "string") return Array.isArray(value) ? value : [value];
  return value === "" ? [] : [{ type: "text", text: value }];
}
function addCall(calls, { index, ...call }) {
  const place2 = typeof index === "number" ? index : calls.size;
  const known = calls.get(place2) ?? {};
  const merged3 = { ...known, ...withoutEmpty(call) };
  for (const key of ["function", "custom"]) {
    const part = objectAt(call, key);
    if (part !== void 0) merged3[key] = mergedCall(known[key], part);
  }
  calls.set(place2, merged3);
}
function mergedCall(known, part) {
  const merged3 = { ...isJsonObject(known) ? known : {}, ...withoutEmpty(part) };
  for (const key of ["arguments", "input"]) {
    const before = isJsonObject(known) ? textOf(known[key]) : null;
    const text = textOf(part[key]);
    if (before !== null || text !== null) merged3[key] = (before ?? "") + (text ?? "");
  }
  return merged3;
}
function withoutEmpty(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== ""));
}
function choiceBody([index, choice]) {
  const calls = [...choice.calls].sort(([a], [b]) => a - b).map(([, call]) => call);
  const message = { role: "assistant", content: null, ...Object.fromEntries(choice.message) };
  if (calls.length > 0) {
    if (message.content === "") message.content = null;
    message.tool_calls = calls;
  }
  const logprobs = choice.logprobs.size === 0 ? {} : { logprobs: Object.fromEntries(choice.logprobs) };
  return { index, message, ...logprobs, finish_reason: choice.finishReason };
}
function streamOpenaiChat(body) {
  const { choices: _, object: __, usage, ...rest } = body;
  const head = { ...present(rest), object: "chat.completion.chunk" };
  const choices = objectsOf(body.choices);
  const deltas = choices.map((choice, place2) => ({
    ...placeOf(choice, place2),
    delta: deltaOf(objectAt(choice, "message") ?? {}),
    ...present({ logprobs: choice.logprobs }),
    finish_reason: null
  }));
  const ends = choices.map((choice, place2) => ({
    ...placeOf(choice, place2),
    delta: {},
    finish_reason: choice.finish_reason ?? null
  }));
  return [
    frame(null, { ...head, choices: deltas }),
    frame(null, { ...head, choices: ends, ...present({ usage }) }),
    "data: [DONE]\n\n"
  ].join("");
}
function placeOf(choice, place2) {
  return { index: choice.index ?? place2 };
}
function deltaOf(message) {
  const calls = listOf(message.tool_calls).map((call, index) => isJsonObject(call) ? { index, ...call } : call);
  return { ...present(message), ...calls.length === 0 ? {} : { tool_calls: calls } };
}

// src/trace/wires/openai-embeddings.ts
var openaiEmbeddings = {
  request: () => ({ instructions: [], messages: [], tools: [] }),
  response: (body) => ({
    id: null,
    model: textOf(body.model),
    message: null,
    finishReason: null,
    usage: usageOf({ input: objectAt(body, "usage")?.prompt_tokens, output: void 0, cached: void 0 })
  })
};
function embeddingEncoding(request) {
  return request.encoding_format === "base64" ? "base64" : "float";
}
function embeddingsAs(encoding, body) {
  let changed = false;
  const data = listOf(body.data).map((item) => {
    const embedding = isJsonObject(item) ? encoded(encoding, item.embedding) : null;
    if (!isJsonObject(item) || embedding === null) return item;
    changed = true;
    return { ...item, embedding };
  });
  return changed ? { ...body, data } : body;
}
function encoded(encoding, embedding) {
  if (encoding === "float") return typeof embedding === "string" ? floatsOf(embedding) : null;
  if (!Array.isArray(embedding) || !embedding.every((one) => typeof one === "number")) return null;
  const bytes = Buffer.alloc(embedding.length * 4);
  for (const [index, one] of embedding.entries()) bytes.writeFloatLE(one, index * 4);
  return bytes.toString("base64");
}
function floatsOf(text) {
  const bytes = Buffer.from(text, "base64");
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => shortest(bytes.readFloatLE(index * 4)));
}
function shortest(float) {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(float.toPrecision(digits));
    if (Math.fround(short) === float) return short;
  }
  return Number(float.toPrecision(9));
}

// src/trace/wires/openai-responses-stream.ts
function assembleOpenaiResponses(sse) {
  const { events, broken } = readEvents(sse);
  const items = /* @__PURE__ */ new Map();
  for (const event of events) {
    const response = objectAt(event, "response");
    switch (event.type) {
      case "response.output_item.done": {
        const item = objectAt(event, "item");
        if (item !== void 0 && typeof event.output_index === "number") items.set(event.output_index, item);
        break;
      }
      case "response.completed":
      case "response.incomplete":
        if (response === void 0) return incomplete(`${event.type} has no response`);
        return { kind: "complete", body: { ...response, output: outputOf2(response, items) } };
      case "response.failed":
      case "response.cancelled":
        return incomplete(`${event.type}: ${JSON.stringify(response?.error ?? null)}`);
      case "error":
        return incomplete(`error event: ${JSON.stringify(event.error ?? event.message ?? null)}`);
    }
  }
  if (broken !== null) return incomplete(`an event is no JSON object: ${broken}`);
  return incomplete("response.completed is missing");
}
function outputOf2(response, items) {
  if (Array.isArray(response.output) && response.output.length > 0) return response.output;
  return [...items].sort(([a], [b]) => a - b).map(([, item]) => item);
}
function streamOpenaiResponses(body) {
  const { usage: _, completed_at: __, incomplete_details: ___, ...started } = body;
  const begun = { ...started, status: "in_progress", output: [] };
  const closing = closingEvent(body.status);
  const events = [
    { type: "response.created", response: begun },
    { type: "response.in_progress", response: begun },
    ...objectsOf(body.output).flatMap(itemEvents),
    { type: closing, response: body }
  ];
  return events.map((event, place2) => frame(textOf(event.type), { ...event, sequence_number: place2 })).join("");
}
function closingEvent(status) {
  return status === "incomplete" || status === "failed" ? `response.${status}` : "response.completed";
}
function itemEvents(item, output_index) {
  return [
    { type: "response.output_item.added", output_index, item: emptyItem(item) },
    ...typeof item.id === "string" ? contentEvents(item, { item_id: item.id, output_index }) : [],
    { type: "response.output_item.done", output_index, item }
  ];
}
function emptyItem(item) {
  const begun = present({ ...item, status: item.status === void 0 ? void 0 : "in_progress" });
  if (typeof item.id !== "string") return item;
  switch (item.type) {
    case "message":
      return { ...begun, content: [] };
    case "reasoning":
      return { ...begun, summary: [] };
    case "function_call":
      return { ...begun, arguments: "" };
    case "custom_tool_call":
      return { ...begun, input: "" };
    default:
      return item;
  }
}
function contentEvents(item, place2) {
  switch (item.type) {
    case "message":
      return objectsOf(item.content).flatMap(
        (part, index) => messagePartEvents(part, { ...place2, content_index: index })
      );
    case "reasoning":
      return objectsOf(item.summary).flatMap((part, index) => summaryEvents(part, { ...place2, summary_index: index }));
    case "function_call":
      return [
        { type: "response.function_call_arguments.delta", ...place2, delta: item.arguments ?? "" },
        {
          type: "response.function_call_arguments.done",
          ...place2,
          arguments: item.arguments ?? "",
          ...present({ name: item.name })
        }
      ];
    case "custom_tool_call":
      return [
        { type: "response.custom_tool_call_input.delta", ...place2, delta: item.input ?? "" },
        { type: "response.custom_tool_call_input.done", ...place2, input: item.input ?? "" }
      ];
    default:
      return [];
  }
}
function messagePartEvents(part, place2) {
  const refusal = part.type === "refusal";
  const key = refusal ? "refusal" : "text";
  const text = part[key] ?? "";
  const logprobs = refusal ? {} : { logprobs: part.logprobs ?? [] };
  const name = refusal ? "response.refusal" : "response.output_text";
  const begun = refusal ? { ...part, refusal: "" } : { ...part, text: "", annotations: [] };
  return [
    { type: "response.content_part.added", ...place2, part: begun },
    { type: `${name}.delta`, ...place2, delta: text, ...logprobs },
    { type: `${name}.done`, ...place2, [key]: text, ...logprobs },
    { type: "response.content_part.done", ...place2, part }
  ];
}
function summaryEvents(part, place2) {
  const text = part.text ?? "";
  return [
    { type: "response.reasoning_summary_part.added", ...place2, part: { ...part, text: "" } },
    { type: "response.reasoning_summary_text.delta", ...place2, delta: text },
    { type: "response.reasoning_summary_text.done", ...place2, text },
    { type: "response.reasoning_summary_part.done", ...place2, part }
  ];
}

// src/trace/wires/tool-results.ts
function changeToolResults(wire, body, change) {
  if (wire === "openai-embeddings") return body;
  let index = 0;
  const next = () => change(index++);
  const { field, rewrite } = PLACES[wire];
  return { ...body, [field]: listOf(body[field]).map((item) => rewrite(item, next)) };
}
var PLACES = {
  "openai-chat": { field: "messages", rewrite: chatMessage },
  "openai-responses": { field: "input", rewrite: responsesItem },
  "anthropic-messages": { field: "messages", rewrite: anthropicMessage }
};
function chatMessage(message, next) {
  if (!isJsonObject(message) || message.role !== "tool" && message.role !== "function") return message;
  const outcome = next();
  return outcome === null ? message : { ...message, content: contentLike(message.content, outcome.value, "text") };
}
function responsesItem(item, next) {
  if (!isJsonObject(item) || item.type !== "function_call_output" && item.type !== "custom_tool_call_output")
    return item;
  const outcome = next();
  return outcome === null ? item : { ...item, output: contentLike(item.output, outcome.value, "input_text") };
}
function anthropicMessage(message, next) {
  if (!isJsonObject(message) || !Array.isArray(message.content)) return message;
  if (message.role !== "user" && message.role !== "assistant") return message;
  return { ...message, content: message.content.map((block) => anthropicBlock(block, next)) };
}
function anthropicBlock(block, next) {
  if (!isJsonObject(block) || block.type !== "tool_result") return block;
  const outcome = next();
  if (outcome === null) return block;
  const { is_error: _, ...rest } = block;
  const content2 = contentLike(block.content, outcome.value, "text");
  return { ...rest, content: content2, ...outcome.kind === "error" ? { is_error: true } : {} };
}
function contentLike(before, value, type) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return Array.isArray(before) ? [{ type, text }] : text;
}

// src/trace/wire.ts
var READERS = {
  "openai-chat": openaiChat,
  "openai-responses": openaiResponses,
  "anthropic-messages": anthropicMessages,
  "openai-embeddings": openaiEmbeddings
};
var ASSEMBLERS = {
  "openai-chat": assembleOpenaiChat,
  "openai-responses": assembleOpenaiResponses,
  "anthropic-messages": assembleAnthropicMessages
};
var STREAMERS = {
  "openai-chat": streamOpenaiChat,
  "openai-responses": streamOpenaiResponses,
  "anthropic-messages": streamAnthropicMessages
};
function readRequest(wire, body) {
  if (!isJsonObject(body)) return { problem: `expected a JSON object, received ${describe(body)}` };
  if (typeof body.model !== "string") {
    return { problem: `expected "model" to be a string, received ${describe(body.model)}` };
  }
  return {
    wire,
    model: body.model,
    stream: wire !== "openai-embeddings" && body.stream === true,
    ...READERS[wire].request(body)
  };
}
function withToolResults(request, body, change) {
  const changed = changeToolResults(request.wire, body, change);
  return { request: { ...request, ...READERS[request.wire].request(changed) }, body: changed };
}
function readResponse(wire, body) {
  return READERS[wire].response(body);
}
function assembleStream(wire, sse) {
  return ASSEMBLERS[wire](sse);
}
function streamOf(wire, body) {
  return STREAMERS[wire](body);
}
function hashInstructions(request) {
  return hashJson(request.instructions);
}
function hashTools(request) {
  return hashJson(request.tools);
}
function describe(value) {
  if (value === void 0) return "nothing";
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : typeof value;
}

export {
  isJsonObject,
  canonicalJson,
  sha256,
  hashJson,
  parseJson,
  parsePythonJson,
  jsonFault,
  nestedDeeperThan,
  argumentsOf,
  resultOf,
  usageOf,
  textAt,
  numberAt,
  decoded2 as decoded,
  evaluationOutcome,
  readTrace,
  callText2 as callText,
  withoutNulls2 as withoutNulls,
  keptIds,
  conversationId,
  idsOfAnswer,
  requestKey,
  canonicalRequest,
  parseCsv,
  endsInsideCell,
  dayOf,
  firstDifference,
  rewardPassed,
  tauBaseSuccess,
  inspectPassed,
  readRpc,
  rpcRequest,
  rpcResponse,
  rpcError,
  readRpcBody,
  require_ajv,
  compileSchema,
  jsonShape,
  emptyContract,
  isContractMethod,
  mcpKey,
  withoutMeta,
  mcpTools,
  mcpToolNames,
  keepToolNames,
  mergeContracts,
  writeContract,
  isContractText,
  readContract,
  ProblemCounter,
  MAX_OTLP_BYTES,
  decodeOtlp,
  decodeOtlpText,
  signalOf,
  isSecretName,
  redactText,
  redactJson,
  require_json_p3_cjs,
  jsonPathFault,
  patternFault,
  compilePattern,
  pseudonym,
  REDACTION_KINDS,
  redactor,
  redactTrajectory,
  routeOf,
  require_mod,
  schemaCheck,
  received,
  nearestName,
  pathText,
  momentOf,
  createParser,
  readChatMessage,
  embeddingEncoding,
  embeddingsAs,
  readRequest,
  withToolResults,
  readResponse,
  assembleStream,
  streamOf,
  hashInstructions,
  hashTools
};
