const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  canonicalJson,
  dayOf,
  isJsonObject,
  parseJson,
  require_ajv
} from "./chunk-2SGQDVVG.js";
import {
  UserError,
  cut
} from "./chunk-V5MOI6JN.js";
import {
  $stripVTControlCharacters
} from "./chunk-OPI4XJCE.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-GPPT27SZ.js";

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
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
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
      let start = 0;
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
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
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
            if (code2 === CHAR_EXCLAMATION_MARK && index === start) {
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
        if (opts.nonegate !== true && code2 === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
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
      let glob = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob,
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
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
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
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
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
      let quote = 0;
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
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
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
      let quote = 0;
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
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
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
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
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
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
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
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count2 = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count2++;
        }
        if (count2 % 2 === 0) {
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
        if (tok.value || tok.output) append(tok);
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
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
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
          append({ value });
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
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
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
      } = constants.globChars(opts.windows);
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
    var constants = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
        const result = { glob, state, regex, posix, input, output, match, isMatch };
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
    picomatch.test = (input, regex, options, { glob, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
    picomatch.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch.scan = (input, options) => scan(input, options);
    picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
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
      return picomatch.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch.constants = constants;
    module.exports = picomatch;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch, pico);
    module.exports = picomatch;
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
    var isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
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
    var hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
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
    exports.isMap = isMap;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar;
    exports.isSeq = isSeq;
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
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
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
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
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
        let count2 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
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
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
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
    var Node = require_Node();
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
    var Collection = class extends Node.NodeBase {
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
    function foldFlowLines(text3, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text3;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text3.length <= endStep)
        return text3;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text3, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text3[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text3[i + 1]) {
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
            i = consumeMoreIndentedLines(text3, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text3[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text3[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text3;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
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
        return text3;
      if (onFold)
        onFold();
      let res = text3.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text3.length;
        if (fold === 0)
          res = `
${indent}${text3.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text3[fold]}\\`;
          res += `
${indent}${text3.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text3, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text3[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text3[++i];
        } else {
          do {
            ch = text3[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text3[start];
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
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
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
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
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
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
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
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
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
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
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
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
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
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
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
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
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
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
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
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
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
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
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
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
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
        const [, year, month, day3, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day3, hour || 0, minute || 0, second || 0, millisec);
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
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
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
      constructor(name, pos, code2, message) {
        super();
        this.name = name;
        this.code = code2;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLParseError", pos, code2, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLWarning", pos, code2, message);
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
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
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
      let start = null;
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
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
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
        start: start ?? end
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
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
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
        const { start, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
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
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
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
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
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
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
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
      const isMap = fc.start.source === "{";
      const fcName = isMap ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
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
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
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
          if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
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
            loop: for (const st of start) {
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
        if (!isMap && !sep && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
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
            if (!isMap && !props.found && ctx.options.strict) {
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
          if (isMap) {
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
      const expectedEnd = isMap ? "}" : "]";
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
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
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
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines3(scalar.source) : [];
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
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
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
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
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
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
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
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
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
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
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
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines3(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
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
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
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
      scalar.range = range;
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
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
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
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
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
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
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
        this.onError = (source, code2, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code2, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code2, message));
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
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
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
        const _onError = (pos, code2, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code2, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code2, message);
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
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
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
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
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
    function stringifyItem({ start, key, sep, value }) {
      let res = "";
      for (const st of start)
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
    var isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
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
    exports.isScalar = isScalar;
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
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
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
    var LineCounter = class {
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
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter;
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
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
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
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
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
          const start = getFirstKeyStartProps(prev);
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
            items: [{ start, key: scalar, sep }]
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
          let start = [];
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
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
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
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
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
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
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
                map.items.push({ start, key: fs, sep: [] });
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
                  map.items.push({ start });
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
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }]
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
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
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
    function parseDocument(source, options = {}) {
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
      const doc = parseDocument(src, options);
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
    exports.parseDocument = parseDocument;
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

// src/report/escape.ts
var DECEPTIVE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
var CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
var BREAKS = /\r\n?|[\u2028\u2029]/g;
var PILED_MARKS = new RegExp("(\\p{Mn}{3})\\p{Mn}+", "gu");
var ZERO_WIDTH_SPACE = "\u200B";
var MARKUP = /[&<>`*~[\]|\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
function plainText(text3, max) {
  const capped = text3.length > max ? `${text3.slice(0, max)}\u2026` : text3;
  return $stripVTControlCharacters(capped.toWellFormed()).replaceAll(BREAKS, "\n").replaceAll(CONTROL, "").replaceAll(DECEPTIVE, "").replaceAll(PILED_MARKS, "$1").replaceAll(/<!--|-->/g, "");
}
function oneLine(text3, max) {
  return plainText(text3, max).replaceAll(/\s+/g, " ").trim();
}
function terminalText(text3, max) {
  return oneLine(text3, max).replaceAll("##[", "## [").replace(/^::/, ": :");
}
function markdownText(text3, max) {
  return breakReferences(oneLine(text3, max)).replaceAll(MARKUP, (character) => `&#${character.codePointAt(0)};`);
}
function breakReferences(text3) {
  return text3.replaceAll("@", `@${ZERO_WIDTH_SPACE}`).replaceAll(/#(?=\w)/g, `#${ZERO_WIDTH_SPACE}`).replaceAll(/\b(gh)-(?=\d)/gi, `$1-${ZERO_WIDTH_SPACE}`).replaceAll("://", `:${ZERO_WIDTH_SPACE}//`).replaceAll(/\b(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`).replaceAll(/\b(mailto|xmpp|javascript|data):/gi, `$1${ZERO_WIDTH_SPACE}:`).replace(/^([#=]|[+-](?=[\s-])|\d+[.)](?=\s))/, `${ZERO_WIDTH_SPACE}$1`);
}
function markdownFence(text3, language, max) {
  const body = plainText(text3, max);
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${body}
${fence}`;
}

// src/report/columns.ts
function columns(rows, align) {
  return paddedCells(rows, align).map((cells) => cells.join("  ").trimEnd());
}
function paddedCells(rows, align) {
  const widths = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map(
    (row) => row.map((cell, at) => {
      const width = widths[at] ?? 0;
      return (align[at] ?? align.at(-1)) === "r" ? cell.padStart(width) : cell.padEnd(width);
    })
  );
}

// src/report/format.ts
function percent(rate) {
  return `${(100 * rate).toFixed(1)}%`;
}
function points(difference) {
  return `${signed(difference)} pp`;
}
function signed(difference) {
  const text3 = (100 * difference).toFixed(1);
  return difference > 0 && text3 !== "0.0" ? `+${text3}` : text3.replace(/^-0\.0$/, "0.0");
}
function pValue(p) {
  if (p < 1e-15) return "p<1e-15";
  return p < 1e-3 ? `p=${p.toExponential(1)}` : `p=${p.toFixed(3)}`;
}
function number(n) {
  const [whole = "", decimals = ""] = Math.abs(n).toFixed(3).split(".");
  const fraction = decimals.replace(/0+$/, "");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === "" ? "" : `.${fraction}`);
  return n < 0 ? `-${digits}` : digits;
}
function count(n, singular, plural = `${singular}s`) {
  return `${number(n)} ${n === 1 ? singular : plural}`;
}
function duration(ms) {
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
function list(items, max) {
  if (items.length <= max) return items.join(", ");
  return `${items.slice(0, max).join(", ")} and ${items.length - max} more`;
}
function shortSha(sha) {
  return /^[0-9a-f]{40}$/.test(sha) ? sha.slice(0, 8) : sha;
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
function details(summary, body) {
  return `<details><summary>${summary}</summary>

${body}

</details>`;
}
function table(head, align, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = [...align].map((side) => side === "r" ? "--:" : ":--");
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

// src/report/attribution.ts
var MAX_PATHS = 5;
var MAX_NAMED = 10;
var MAX_COMMITS = 50;
function renderAttribution(attribution) {
  return render(attribution, {
    text: (foreign) => terminalText(foreign, 120),
    title: (text3) => text3,
    item: (text3) => `  ${text3}`,
    table: (head, rows) => columns([head, ...rows], "l").map((line) => `  ${line}`).join("\n")
  });
}
function renderAttributionMarkdown(attribution) {
  return `${render(attribution, {
    text: (foreign) => markdownText(foreign, 120),
    title: (text3) => `### ${text3}`,
    item: (text3) => `- ${text3}`,
    table: (head, rows) => table(head, "l".repeat(head.length), rows)
  })}
`;
}
function render({ base, head, slices, regressed, result, verdict, warnings }, style) {
  const where = regressed.length === 0 ? "" : `, in ${list(regressed.map(style.text), MAX_PATHS)}`;
  return [
    style.title(titleOf(result, style)),
    `${shortSha(head)} against ${shortSha(base)}: ${verdict}${where}`,
    ...result.kind === "factors" ? factorParts(result, style) : bisectionParts(result, style),
    ...slices === null ? [] : [`Only the cases of ${list(slices.map(style.text), MAX_NAMED)} were replayed.`],
    ...warnings.map((warning) => `note: ${style.text(warning)}`)
  ].join("\n\n");
}
function titleOf(result, { text: text3 }) {
  const { conclusion } = result;
  switch (conclusion.kind) {
    case "no_regression":
      return "Nothing to attribute: head is not seen to be worse than base";
    case "inconclusive":
      return `Inconclusive: ${text3(conclusion.why)}`;
    case "factors":
      return factorsTitle(conclusion.factors, result);
    case "commits": {
      const named = (result.kind === "bisection" ? result.commits : []).slice(conclusion.from, conclusion.to + 1);
      const [only, ...others] = named.map(({ sha, subject }) => `${shortSha(sha)} ${text3(subject)}`);
      if (others.length === 0) return `Caused by ${only}`;
      const ids = named.map(({ sha }) => shortSha(sha));
      return `Caused by one of ${count(named.length, "commit")}: ${list(ids, MAX_NAMED)}`;
    }
    default:
      return conclusion;
  }
}
function factorsTitle(named, result) {
  const names2 = named.map((at) => namesOf([at], result));
  const factors = result.kind === "factors" ? result.factors : [];
  const areSeen = named.every((at) => (factors[at]?.effect?.high ?? 0) < 0);
  return areSeen ? `Caused by ${names2.join(" and ")}` : `Caused by ${names2.join(" or ")}, or by several of them: their effects cannot be told apart`;
}
function factorParts(result, style) {
  const { factors, cells, interactions, measured } = result;
  if (factors.length === 0) return ["No file of the agent differs."];
  const rows = factors.map(({ name, paths, effect, alone }) => [
    name,
    effect === null ? "not measured" : effectText(effect),
    alone ?? "not replayed",
    list(paths.map(style.text), MAX_PATHS)
  ]);
  const joint = cells.filter((cell) => cell.factors.length > 1);
  return [
    style.table(["change", "effect on the pass rate", "alone", "files"], rows),
    ...measured === null ? [] : [measuredText(measured)],
    ...interactions.length === 0 ? [] : [interactions.map((one) => style.item(interactionText(one, result))).join("\n")],
    ...joint.length === 0 ? [] : [joint.map((cell) => style.item(`${namesOf(cell.factors, result)} against base: ${cell.verdict}`)).join("\n")],
    ...factors.length === 1 ? ["Only one kind of change differs; --bisect looks for the commit."] : []
  ];
}
function measuredText({ total, cases, leftOut }) {
  const missing = leftOut === 0 ? "" : `; ${count(leftOut, "case")} could not be judged in every combination`;
  return `all together ${points(total)} over ${count(cases, "case")}${missing}. The intervals hold together at 95 %, for cases like these.`;
}
function interactionText({ factors, ...effect }, result) {
  const names2 = namesOf(factors, result);
  const isSeen = effect.low > 0 || effect.high < 0;
  return isSeen ? `${names2} interact: ${effectText(effect)} beyond what they do apart` : `no interaction of ${names2} is seen: ${effectText(effect)}`;
}
function effectText({ value, low, high }) {
  return `${points(value)} (${points(low)} to ${points(high)})`;
}
function namesOf(factors, result) {
  const named = result.kind === "factors" ? result.factors : [];
  return factors.map((at) => named[at]?.name ?? "").join(" + ");
}
function bisectionParts({ commits }, style) {
  const shown4 = commits.slice(-MAX_COMMITS);
  const rows = shown4.map(({ sha, subject, author, verdict }) => [
    shortSha(sha),
    verdict ?? "not needed",
    style.text(subject),
    style.text(author)
  ]);
  const rest = commits.length - shown4.length;
  return [
    style.table(["commit", "against base", "subject", "author"], rows),
    ...rest > 0 ? [`and ${rest} older, all with --json`] : []
  ];
}

// src/report/moment.ts
var US_A_DAY = 864e8;
var US_A_MINUTE = 6e7;
function momentText(us) {
  const day3 = dayOf(us);
  if (day3 === null) return "an unknown time";
  const minutes = Math.floor(us % US_A_DAY / US_A_MINUTE);
  const two = (n) => String(n).padStart(2, "0");
  return `${day3}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}Z`;
}

// src/report/ledger.ts
var MAX_SHOWN = 200;
var MAX_WHAT_CHARS = 300;
var MAX_NAME_CHARS = 60;
var COLUMNS = [
  ...[
    "at",
    "kind",
    "name",
    "from",
    "to",
    "what",
    "decides",
    "commit",
    "author",
    "pull_request",
    "subject",
    "trajectory",
    "id"
  ]
];
function renderLedger(entries) {
  const shown4 = entries.slice(-MAX_SHOWN);
  const left = entries.length - shown4.length;
  return [
    `${count(entries.length, "entry", "entries")} in the ledger`,
    ...left > 0 ? [`(${count(left, "earlier one")} not shown, all with --json or --csv)`] : [],
    ...shown4.flatMap((entry) => ["", ...entryLines(entry)])
  ].join("\n");
}
function entryTitle({ kind, what, commit }) {
  return `${commit === null ? "" : `${commitText(commit)}: `}${kind.replaceAll("_", " ")}, ${terminalText(what, MAX_WHAT_CHARS)}`;
}
function commitText({ sha, subject, author, pullRequest }) {
  const number3 = pullRequest === null ? "" : `, #${pullRequest}`;
  return `${sha.slice(0, 10)} ${terminalText(subject, MAX_NAME_CHARS)} (${terminalText(author, MAX_NAME_CHARS)}${number3})`;
}
function entryLines(entry) {
  const { atUs, kind, what, decides, commit, trajectoryId } = entry;
  const by = commit === null ? `seen in traffic, first in ${terminalText(trajectoryId ?? "an unknown run", 2 * MAX_NAME_CHARS)}` : commitText(commit);
  return [
    `${momentText(atUs)}  ${kind.replaceAll("_", " ")}`,
    `  ${terminalText(what, MAX_WHAT_CHARS)}`,
    ...decides === null ? [] : [`  decides ${terminalText(decides, MAX_WHAT_CHARS)}`],
    `  ${by}`
  ];
}
function ledgerCsv(entries) {
  const rows = entries.map(({ id, kind, atUs, name, from, to, what, decides, commit, trajectoryId }) => [
    ...[momentText(atUs), kind, name, from, to, what, decides, commit?.sha, commit?.author],
    ...[commit?.pullRequest?.toString(), commit?.subject, trajectoryId, id]
  ]);
  return [[...COLUMNS], ...rows].map((cells) => cells.map(csvCell).join(",")).join("\r\n");
}
function csvCell(value) {
  const plain = (value ?? "").replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Cf}]/gu, "");
  const text3 = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text3) ? `"${text3.replaceAll('"', '""')}"` : text3;
}

// src/report/dimension.ts
var MAX_NAME_CHARS2 = 60;
function dimensionText(dimension) {
  const tool = "tool" in dimension ? terminalText(dimension.tool, MAX_NAME_CHARS2) : "";
  switch (dimension.kind) {
    case "success":
      return "success";
    case "tool_use":
      return `use of the tool ${tool}`;
    case "tool_failure":
      return `failures of the tool ${tool}`;
    case "tool_error":
      return "trajectories with a failed tool call";
    case "model_error":
      return "trajectories with a failed model call";
    case "refusal":
      return "trajectories with a refusal";
    case "retry":
      return "trajectories that made a failed call again";
    case "steps":
      return "steps";
    case "input_tokens":
      return "tokens sent";
    case "output_tokens":
      return "tokens answered";
    case "duration":
      return "duration";
    case "cost":
      return "cost";
    case "first_tool":
      return "first tool";
    case "finish_reason":
      return "finish reason";
    case "model":
      return "model";
    case "output_shape":
      return "shape of the answer";
    case "arguments_shape":
      return `shape of the arguments of ${tool}`;
    case "result_shape":
      return `shape of the results of ${tool}`;
    default:
      return dimension;
  }
}
function dimensionAmount({ kind }, value) {
  if (kind === "duration") return duration(value);
  if (kind === "cost") return dollars(value);
  if (kind === "steps" || kind === "input_tokens" || kind === "output_tokens")
    return value < 100 ? value.toFixed(1) : number(Math.round(value));
  return percent(value);
}
function dimensionChange({ kind }, difference) {
  return isNumber(kind) ? `x${Math.exp(difference).toFixed(2)}` : points(difference);
}
function isNumber(kind) {
  return ["steps", "input_tokens", "output_tokens", "duration", "cost"].includes(kind);
}

// src/report/drift.ts
var MAX_DRIFTS = 20;
var MAX_SILENT_DAYS = 3;
var MAX_NAME_CHARS3 = 60;
var US_A_DAY2 = 864e8;
function renderDrift(report) {
  const { drifts, watched, uncompared, tooThin, undated, skewed, since, lastDay, silentDays } = report;
  const shown4 = drifts.slice(0, MAX_DRIFTS);
  const rest = drifts.length - shown4.length;
  return [
    watched === 0 ? "nothing could be watched: 0 streams watched" : `${drifts.length === 0 ? "no shift" : count(drifts.length, "shift")} from ${day(since)} to ${day(lastDay)}; ${count(watched, "stream")} watched`,
    ...watched > 0 && silentDays > MAX_SILENT_DAYS ? [`no traffic for ${count(silentDays, "day")} since then: does it still come in?`] : [],
    ...uncompared > 0 ? [
      `${count(uncompared, "stream")} had no traffic of late, or no days before it to compare with, which end 14 days back`
    ] : [],
    ...tooThin > 0 ? [`${count(tooThin, "stream")} had too little traffic to be watched`] : [],
    ...undated > 0 ? [`${count(undated, "trajectory", "trajectories")} without a time are left out`] : [],
    ...skewed > 0 ? [skewText(skewed)] : [],
    ...shown4.flatMap((drift) => ["", ...driftLines(drift, report)]),
    ...rest > 0 ? ["", `and ${number(rest)} more, all with --json`] : []
  ].join("\n");
}
function skewText(trajectories) {
  return `${count(trajectories, "trajectory", "trajectories")} of clocks that are ahead are left out`;
}
function driftLines(drift, { entries }) {
  const { from, to, before, after, alarmAt, suspects, split, layers } = drift;
  const began = from === to ? day(from) : `between ${day(from)} and ${day(to)}`;
  const named = suspects.map(({ id, probability }) => {
    const entry = entries.find((one) => one.id === id);
    const what = entry === void 0 ? "nothing that is listed" : entryTitle(entry);
    return `    ${percent(probability).padStart(6)}  ${what}`;
  });
  return [
    `${title(drift)}: ${dimensionAmount(drift.dimension, before)} -> ${dimensionAmount(drift.dimension, after)}`,
    `  began ${began}; alarm on ${day(alarmAt)}, as strong as comes by chance once in ${years(drift.evidence)}`,
    ...split === null ? [] : splitLines(split, drift.dimension),
    ...suspects.length > 1 ? ["  what changed then:", ...named] : [],
    ...layerLines(layers)
  ];
}
var MAX_SLICES = 3;
function splitLines({ kind, mix, rate, slices }, dimension) {
  const text3 = (difference) => dimensionChange(dimension, difference);
  const part = ({ value, low, high }) => `${text3(value)} (${text3(low)} to ${text3(high)})`;
  const what = isNumber(dimension.kind) ? "number" : "rate";
  const which = {
    mix: "a change of the mix",
    rate: "no change of the mix",
    both: "both",
    unclear: "too little to tell"
  };
  const moved = slices.slice(0, MAX_SLICES).map((terms) => {
    const name = terminalText(terms.slice, MAX_NAME_CHARS3);
    return `    ${name}: mix ${text3(terms.mix)}, ${what} ${text3(terms.rate)}`;
  });
  return [`  ${which[kind]}: mix of slices ${part(mix)}, ${what}s within them ${part(rate)}`, ...moved];
}
function layerLines(layers) {
  if (layers.every(({ layer }) => layer === "unknown")) return [];
  const named = layers.map(({ layer, probability }) => `${layer.replaceAll("_", " ")} ${percent(probability)}`);
  return [`  where it lies: ${named.join(", ")}`];
}
function title({ dimension, group, category }) {
  const where = group.kind === "all" ? "all traffic" : `${group.kind} ${terminalText(group.name, MAX_NAME_CHARS3)}`;
  const which = category === null ? "" : ` ${terminalText(category, MAX_NAME_CHARS3)}`;
  return `${dimensionText(dimension)}${which}, ${where}`;
}
function years(days) {
  return days > 365e6 ? "more than a million years" : count(Math.round(days / 365), "year");
}
function day(at) {
  return dayOf(at * US_A_DAY2) ?? "an unknown day";
}

// src/report/sparkline.ts
var BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
function sparkline(series) {
  const known = series.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return series.map((value) => {
    if (value === null) return " ";
    const place = high === low ? 0.5 : (value - low) / (high - low);
    return BARS[Math.min(BARS.length - 1, Math.floor(place * BARS.length))];
  }).join("");
}

// src/report/backfill.ts
var MAX_NAMES = 5;
var MAX_GROUPS = 30;
var MAX_NAME_CHARS4 = 60;
var BAR_WIDTH = 30;
var ALIGN = "lrrrrl";
function renderBackfill(report) {
  const { by, says, plan, finished, days, trajectories, rates } = report;
  const { scan, done, others, missing } = plan;
  const shares = [
    `${number(scan.length)} ${finished ? "scanned" : "to scan, ended before the last of them"}`,
    `${number(done.length)} known`,
    ...others > 0 ? [`${number(others)} left to other shards`] : []
  ];
  return [
    `${terminalText(by.name, MAX_NAME_CHARS4)} (${versions(by)}): ${count(days, "day")}, ${count(trajectories, "trajectory", "trajectories")}`,
    ...says === null ? [] : [terminalText(says, 500)],
    `  ${shares.join(", ")}`,
    ...missing.length > 0 ? [`  no traffic on ${count(missing.length, "day")} in between: ${list(missing, MAX_NAMES)}`] : [],
    ...report.skewed > 0 ? [`  ${skewText(report.skewed)}${rates === null ? " by drift and status" : ""}`] : [],
    ...report.undated ? ["  traffic without a time is in no day"] : [],
    ...report.waitingBytes > 0 ? ['  records wait outside of the tables: "pawl traffic compact" takes them in'] : [],
    ...scan.length + done.length + days === 0 ? ["there is no traffic on any day that was asked for"] : [],
    ...rates === null ? [] : historyLines(rates)
  ].join("\n");
}
function versions({ version, readers, slices }) {
  return `version ${version}, readers ${readers}, slices ${slices}`;
}
function historyLines({ unit, groups, reasons }) {
  const all = groups.find(({ group }) => group.kind === "all");
  const periods = all?.periods ?? [];
  const most = Math.max(0.01, ...periods.map(({ limits }) => limits?.high ?? 0));
  const bar = ({ trials, successes }) => trials === 0 ? "" : "#".repeat(Math.round(BAR_WIDTH * successes / trials / most));
  const head = [unit === "day" ? "day" : "week from", "of", "holds", "rate", "95 % interval"];
  const rows = periods.map((one) => [one.from, ...rateCells(one), bar(one)]);
  const shown4 = groups.slice(0, MAX_GROUPS);
  const inGroups = shown4.map((one) => [groupName(one.group), ...rateCells(one), curve(one, periods)]);
  const rest = groups.length - shown4.length;
  return [
    "",
    ...columns([head, ...rows], ALIGN),
    "",
    ...columns([["in all of the time", ...head.slice(1)], ...inGroups], ALIGN),
    ...rest > 0 ? [`and ${count(rest, "more group")}, all with --json`] : [],
    ...all === void 0 ? [] : noiseLines(all),
    ...undeterminedLines(all?.undetermined ?? 0, reasons)
  ];
}
function curve({ periods }, all) {
  const rates = new Map(periods.map(({ from, trials, successes }) => [from, trials === 0 ? null : successes / trials]));
  return sparkline(all.map(({ from }) => rates.get(from) ?? null));
}
var NOTED_OVERDISPERSION = 1.05;
function noiseLines({ overdispersion }) {
  if (overdispersion < NOTED_OVERDISPERSION) return [];
  return [`days vary ${overdispersion.toFixed(1)} times as much as by chance alone, which the intervals count with`];
}
var MAX_REASONS = 3;
var MAX_REASON_CHARS = 120;
function undeterminedLines(undetermined, reasons) {
  if (undetermined === 0) return [];
  const shown4 = reasons.slice(0, MAX_REASONS).map(({ reason, trajectories }) => {
    return `${terminalText(reason, MAX_REASON_CHARS)} (${number(trajectories)})`;
  });
  const rest = reasons.length - shown4.length;
  const why = [...shown4, ...rest > 0 ? [count(rest, "more reason")] : []].join("; ");
  return [`not determined, and in no rate: ${count(undetermined, "trajectory", "trajectories")}: ${why}`];
}
function rateCells({ trials, successes, limits }) {
  const interval = limits === null ? "-" : `${percent(limits.low)} to ${percent(limits.high)}`;
  return [number(trials), number(successes), trials === 0 ? "-" : percent(successes / trials), interval];
}
function groupName(group) {
  return group.kind === "all" ? "all traffic" : `${group.kind} ${terminalText(group.name, MAX_NAME_CHARS4)}`;
}

// src/report/corpus-build.ts
var MAX_SLICES2 = 40;
var MAX_PROBLEMS = 20;
var MAX_NAME = 60;
function renderBuild(report, words) {
  const { out, seed, traffic, drawn, merged, slicesVersion } = report;
  return [
    `${terminalText(out, 200)}: ${count(merged.cases.length, "case")} from ${count(traffic, "trajectory", "trajectories")}${period(report)}`,
    `seed ${terminalText(seed, 40)}, slices ${slicesVersion}: ${number(merged.added)} new, ${number(merged.again)} drawn again, ${number(merged.kept)} kept as they were, ${number(merged.dropped)} dropped`,
    ...drawn.nearDuplicates > 0 ? [`${count(drawn.nearDuplicates, "near-duplicate")} left out: the newest of them stands for them`] : [],
    ...sliceLines(report),
    ...clusterLines(report),
    ...noteLines(report, words)
  ].join("\n");
}
function period({ days }) {
  const dated = days.filter((day3) => day3 !== null);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === void 0 || last === void 0) return "";
  return first === last ? ` of ${first}` : `, ${first} to ${last}`;
}
function sliceLines({ drawn }) {
  const total = drawn.cases.reduce((sum, { weight }) => sum + weight, 0);
  const rows = [...drawn.slices].sort((a, b) => b.traffic - a.traffic || (a.name < b.name ? -1 : 1));
  const shown4 = rows.slice(0, MAX_SLICES2).map(({ name, traffic, eligible, cases, weight }) => [
    terminalText(name, MAX_NAME),
    ...[number(traffic), number(eligible), number(cases), total === 0 ? "-" : percent(weight / total)]
  ]);
  if (shown4.length === 0) return [];
  const table2 = columns([["slice", "traffic", "could be cases", "drawn", "share by weight"], ...shown4], "lr");
  const rest = rows.length > MAX_SLICES2 ? [`and ${count(rows.length - MAX_SLICES2, "more slice")}`] : [];
  return ["", ...table2, ...rest, ""];
}
function clusterLines({ clusters }) {
  if (clusters === null) return [];
  const { file, model, texts: texts2 } = clusters;
  const names2 = model.clusters.map(({ name }) => terminalText(name, MAX_NAME)).join("; ");
  return [
    `${terminalText(file, 200)}: ${count(model.clusters.length, "cluster")} of ${count(texts2, "text")} (${names2}): commit it`
  ];
}
function noteLines(report, words) {
  const { rejected, drawn, problems, sliceless, slow, isRead, out } = report;
  const missed = drawn.slices.filter(({ cases, wanted, eligible }) => cases < Math.min(wanted, eligible));
  const empty = drawn.slices.filter(({ cases }) => cases === 0);
  return [
    ...[...rejected].map(
      ([why, times]) => `no case: ${number(times)}: ${why === "taken" ? "a case already, or retired" : words[why]}`
    ),
    ...missed.map(
      ({ name, cases }) => `note: ${terminalText(name, MAX_NAME)} has ${count(cases, "case")}: what else was drawn for it is nearly the same`
    ),
    ...empty.map(
      ({ name }) => `note: no case stands for ${terminalText(name, MAX_NAME)}: none of its traffic can be replayed`
    ),
    ...drawn.rateError > 0.01 ? [`note: the weights are up to ${percent(drawn.rateError)} off the rates of a slice`] : [],
    ...sliceless > 0 ? [
      `note: ${count(sliceless, "trajectory", "trajectories")} in slices beyond the limit of 500: these have no cases of their own`
    ] : [],
    ...[...slow].map(
      ([rule, times]) => `note: the rule ${terminalText(rule, MAX_NAME)} took too long for ${number(times)} texts`
    ),
    ...isRead ? [] : [`note: no glob under corpus names ${terminalText(out, 200)}: the gate does not read it`],
    ...problems.slice(0, MAX_PROBLEMS).map((problem) => `not made: ${terminalText(problem, 300)}`),
    ...problems.length > MAX_PROBLEMS ? [`not made: and ${number(problems.length - MAX_PROBLEMS)} more`] : []
  ];
}

// src/report/corpus-cases.ts
function renderCases(entries) {
  const rows = entries.map(({ case: one, file, line }) => [
    terminalText(one.id, 60),
    one.status,
    String(Number(one.weight.toPrecision(4))),
    one.source.recordedAt?.slice(0, 10) ?? "-",
    one.source.drawn?.by ?? "-",
    terminalText(one.slices.join(", "), 60),
    terminalText(`${file}:${line}`, 100)
  ]);
  return [...rows.length === 0 ? [] : columns([HEAD, ...rows], "l"), sums(entries)].join("\n");
}
var HEAD = ["id", "status", "weight", "recorded", "drawn by", "slices", "place"];
function sums(entries) {
  const of = (status) => entries.filter((entry) => entry.case.status === status).length;
  return `${count(entries.length, "case")}: ${of("active")} active, ${of("quarantined")} quarantined, ${of("retired")} retired`;
}
var MAX_TEXT = 2e3;
var MAX_STEPS = 200;
function renderCase({ case: one, file, line }) {
  const { id, status, retirement, slices, cohorts, weight, cluster, input, recordings, expectations } = one;
  const why = retirement === void 0 ? "" : ` since ${retirement.at}: ${retirement.reason}`;
  const texts2 = [
    ["case", id],
    ["place", `${file}:${line}`],
    ["status", `${status}${why}`],
    ["slices", slices.map((name) => withVersion(one, name)).join(", ")],
    ...cohorts.length === 0 ? [] : [["cohorts", cohorts.join(", ")]],
    ["weight", String(weight)],
    ...cluster === null ? [] : [["cluster", cluster]],
    ...sourceTexts(one),
    ["input", JSON.stringify(input)],
    [
      "expects",
      expectations === null ? "what pawl.yml says" : expectations.map((each) => JSON.stringify(each)).join(" and ")
    ]
  ];
  return [
    ...texts2.map(([name = "", text3 = ""]) => `${name.padEnd(9)} ${terminalText(text3, MAX_TEXT)}`),
    ...recordings.flatMap(recordingLines)
  ].join("\n");
}
function withVersion({ source }, name) {
  const version = source.drawn?.sliceVersions[name];
  return version === void 0 ? name : `${name} (definition ${version})`;
}
function sourceTexts({ source, contentHash }) {
  const { traceId, recordedAt, agentVersion, model, drawn } = source;
  const known = [
    ...recordedAt === null ? [] : [`recorded ${recordedAt}`],
    ...traceId === null ? [] : [`trace ${traceId}`],
    ...agentVersion === null ? [] : [`agent ${agentVersion}`],
    ...model === null ? [] : [`model ${model}`]
  ];
  if (drawn === void 0) return known.length === 0 ? [] : [["source", known.join(", ")]];
  const { by, trajectoryId, store, at, pawl, seed } = drawn;
  const edited = drawn.contentHash === contentHash ? "" : ", edited since";
  const how = `pawl ${pawl} corpus ${by}${seed === null ? "" : ` with seed ${seed}`} at ${at}`;
  return [
    ["source", known.join(", ")],
    ["drawn", `trajectory ${trajectoryId} of ${store} by ${how}${edited}`]
  ];
}
function recordingLines({ steps, output }, index) {
  const shown4 = steps.slice(0, MAX_STEPS).map((step, at) => {
    if (step.kind === "model_call") return `${at + 1} model ${step.model}`;
    const { name, outcome } = step;
    return `${at + 1} ${name} ${JSON.stringify(step.arguments)} -> ${outcome.kind} ${JSON.stringify(outcome.value)}`;
  });
  const rest = steps.length > MAX_STEPS ? [`and ${steps.length - MAX_STEPS} more steps`] : [];
  return [
    `recording ${index + 1}`,
    ...[...shown4, ...rest, `output ${JSON.stringify(output)}`].map((text3) => `  ${terminalText(text3, MAX_TEXT)}`)
  ];
}

// src/report/corpus-check.ts
var MAX_CASES = 50;
var MAX_PROBLEMS2 = 20;
function renderCheck({ checked, retired, problems, toolProblems, knowsTools }) {
  const stale = checked.filter((one) => one.stale.length > 0);
  const redefined = checked.filter((one) => one.redefined.length > 0);
  return [
    `${count(checked.length, "case")}: ${count(checked.length - stale.length, "good one")}, ${count(stale.length, "stale one")}; ${count(retired, "retired one")}; ${count(problems.length, "unreadable line")}`,
    ...stale.slice(0, MAX_CASES).flatMap(caseLines),
    ...stale.length > MAX_CASES ? [`and ${count(stale.length - MAX_CASES, "more stale case")}`] : [],
    ...problems.slice(0, MAX_PROBLEMS2).map(
      ({ file, line, reason }) => `unreadable: ${terminalText(`${file}${line === null ? "" : `:${line}`}: ${reason}`, 400)}`
    ),
    ...redefined.length > 0 ? [redefinedLine(redefined)] : [],
    ...toolProblems.map((problem) => `note: ${terminalText(problem, 300)}`),
    ...knowsTools ? [] : ["note: no tool definition is known (tools.files), so no contract was checked"]
  ].join("\n");
}
function caseLines({ entry, stale }) {
  const { file, line } = entry;
  return [
    `${terminalText(entry.case.id, 80)} (${terminalText(file, 200)}:${line})`,
    ...stale.map((why) => `  ${terminalText(stalenessText(why), 500)}`)
  ];
}
function stalenessText(why) {
  switch (why.kind) {
    case "tool_gone":
      return `tool contract: no tool is named ${why.tool} any more`;
    case "arguments_refused":
      return `tool contract: ${why.tool} refuses the recorded arguments: ${why.problem}`;
    case "call_not_on_tape":
      return `tape: the model called ${why.tool}, and the recording lacks such a call`;
    case "nothing_recorded":
      return "tape: nothing is recorded";
    case "unreachable":
      return `expectation ${why.expectation}: ${why.reason}`;
    default:
      return why;
  }
}
function redefinedLine(redefined) {
  const names2 = [...new Set(redefined.flatMap((one) => one.redefined))].map((name) => terminalText(name, 60));
  return `note: ${count(redefined.length, "case")} in slices that are defined otherwise by now (${list(names2, 5)}): pawl corpus build puts them right`;
}

// src/report/accepted.ts
function acceptedFacts({ entries, problems }, decision, slicesOf, diff) {
  const slices = new Set(decision.reasons.flatMap((one) => one.kind === "slice_accepted" ? [one.slice] : []));
  const cases = new Set(decision.reasons.flatMap((one) => one.kind === "case_accepted" ? [one.caseId] : []));
  for (const id of cases) for (const slice of slicesOf(id)) slices.add(slice);
  const edited = /* @__PURE__ */ new Set([...diff?.removed ?? [], ...diff?.edited ?? []]);
  const effectOf = ({ kind, name, standing: standing2 }) => {
    if (standing2 !== "counts") return standing2;
    if ({ case: cases, slice: slices }[kind].has(name)) return "regression";
    return kind === "case" && edited.has(name) ? "corpus_edit" : "nothing";
  };
  return {
    entries: entries.map(({ standing: standing2, ...entry }) => ({ ...entry, effect: effectOf({ ...entry, standing: standing2 }) })),
    problems
  };
}
function shownEntries({ entries }) {
  return entries.filter(({ earlier, effect }) => !earlier || effect === "regression" || effect === "corpus_edit");
}
function acceptedText({ kind, name, reason, until, earlier, effect, suggestion }) {
  const what = `${kind} ${name}`;
  const before = earlier ? ", as the target branch says already" : "";
  const said = ` ("${reason}", until ${until})`;
  switch (effect) {
    case "regression":
      return `${what} got worse, accepted until ${until}${before}: ${reason}`;
    case "corpus_edit":
      return `${what} is removed or edited, accepted until ${until}${before}: ${reason}`;
    case "nothing":
      return `${what} accepts nothing: it did not get worse${said}`;
    case "expired":
      return `${what} accepts nothing any more: its time is over${said}`;
    case "unknown":
      return `${what} accepts nothing: base's corpus has no such ${kind}${suggestion === null ? "" : `, did you mean ${suggestion}?`}${said}`;
    case "not_gating":
      return `${what} accepts nothing: it cannot block, since it is new or quarantined${said}`;
    default:
      return effect;
  }
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
  const start = Math.max(0, same - TEXT_BEFORE_DIFFERENCE);
  const from = (text3) => `${start > 0 ? "\u2026" : ""}${text3.slice(start)}`;
  return { path: "", base: shown(from(base)), head: shown(from(head)) };
}
function walk(path, base, head, found) {
  if (found.length >= MAX_DIFFERENCES) return;
  if (base !== void 0 && head !== void 0 && canonicalJson(base) === canonicalJson(head)) return;
  const baseMembers = membersOf(base);
  const headMembers = membersOf(head);
  if (baseMembers === null || headMembers === null || Array.isArray(base) !== Array.isArray(head)) {
    found.push({ path, base: valueText(base), head: valueText(head) });
    return;
  }
  for (const key of /* @__PURE__ */ new Set([...baseMembers.keys(), ...headMembers.keys()])) {
    walk(`${path}/${pointerToken(key)}`, baseMembers.get(key), headMembers.get(key), found);
  }
}
function membersOf(value) {
  if (Array.isArray(value)) return new Map(value.map((item, index) => [String(index), item]));
  return isJsonObject(value) ? new Map(Object.entries(value)) : null;
}
function pointerToken(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function valueText(value) {
  return value === void 0 ? null : shown(typeof value === "string" ? value : canonicalJson(value), value);
}
function shown(text3, value = text3) {
  const cut2 = text3.length > MAX_VALUE_LENGTH ? `${text3.slice(0, MAX_VALUE_LENGTH)}\u2026` : text3;
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
  const text3 = typeof value === "string" ? value : canonicalJson(value);
  const prefix = `invalid arguments for ${call.name}: `;
  return text3.startsWith(prefix) ? text3.slice(prefix.length) : text3;
}
function toolCalls(run) {
  return run.trajectory.steps.filter((step) => step.kind === "tool_call");
}
function compareCalls(call, base, head) {
  if (base === void 0) {
    if (head === void 0) return null;
    return refusal(call, head, "head") ?? { kind: "only_one_side", call, tool: head.name, side: "head" };
  }
  if (head === void 0) return { kind: "only_one_side", call, tool: base.name, side: "base" };
  if (base.match !== "schema_error") {
    const refused = refusal(call, head, "head");
    if (refused !== null) return refused;
  } else if (head.match !== "schema_error") return refusal(call, base, "base");
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
function refusal(call, made, side) {
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
var MAX_STEPS2 = 30;
var MAX_UNCALLED = 5;
var MAX_TEXT_LENGTH = { none: 0, excerpt: 300, full: 4e3 };
var HIDDEN = "\u2026";
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
  return trials.filter(({ trial }) => trial.side === side).toSorted((a, b) => rank(a) - rank(b) || a.trial.number - b.trial.number);
}
function isPairable(head, best, base) {
  const asTelling = head.score.outcome.kind === best.score.outcome.kind;
  return asTelling && base.some((one) => one.trial.number === head.trial.number);
}
function viewOf({ trial, score, uncalled }, content) {
  const { steps, output } = trial.trajectory;
  const views = steps.flatMap(
    (step, index) => viewStep(step, content, content === "none" ? null : subAgentOf(trial, index))
  );
  const models = steps.flatMap((step) => step.kind === "model_call" ? [step.model] : []);
  return {
    number: trial.number,
    models: [...new Set(models)],
    outcome: content === "none" && score.outcome.kind !== "pass" ? { ...score.outcome, reason: HIDDEN } : score.outcome,
    steps: views.slice(0, MAX_STEPS2),
    moreSteps: Math.max(0, views.length - MAX_STEPS2),
    uncalled: (uncalled?.calls ?? []).slice(0, MAX_UNCALLED).map(({ name, arguments: args }) => `${name} ${shown2(args, content)}`),
    output: output === null ? null : shown2(output, content)
  };
}
function viewStep(step, content, agent) {
  if (step.kind === "model_call") {
    const texts2 = (step.response?.parts ?? []).flatMap((part) => part.kind === "text" ? [part.text] : []);
    const text3 = texts2.join("\n").trim();
    return text3 === "" ? [] : [{ kind: "text", text: shown2(text3, content) }];
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
  const text3 = typeof value === "string" ? value : canonicalJson(value);
  const max = MAX_TEXT_LENGTH[content];
  return text3.length <= max ? text3 : `${text3.slice(0, max)}${HIDDEN}`;
}
function withoutValues(divergence) {
  if (divergence.kind === "schema_error") return { ...divergence, message: HIDDEN };
  if (!("differences" in divergence)) return divergence;
  const hide = (value) => value === null ? null : HIDDEN;
  const differences = divergence.differences.map(({ base, head }) => ({
    path: "",
    base: hide(base),
    head: hide(head)
  }));
  return { ...divergence, differences };
}

// src/report/change-summary.ts
var MAX_LINES = 40;
var MAX_LINE_LENGTH = 300;
var MAX_PLACES = 100;
function summarise(change, affecting, places) {
  const read = change.kind === "prompt" || change.kind === "tool" || change.kind === "model_pin";
  const lines = change.kind === "prompt" ? change.lines : [];
  return {
    kind: change.kind,
    path: change.path,
    summary: summaryOf(change),
    lines: lines.slice(0, MAX_LINES).map(lineText),
    places: read ? places.slice(0, MAX_PLACES) : [],
    affecting
  };
}
function summaryOf(change) {
  switch (change.kind) {
    case "prompt": {
      const added = change.lines.filter((line) => line.kind === "added").length;
      const moved = change.oldPath === null ? "" : `, renamed from ${change.oldPath}`;
      const status = change.status === "added" || change.status === "removed" ? `${change.status}, ` : "";
      return `${status}+${added} -${change.lines.length - added} lines${moved}`;
    }
    case "tool":
      return `${change.tool}: ${change.effects.map(effectText2).join("; ")}`;
    case "model_pin":
      return `${change.pin}: ${change.from ?? "none"} \u2192 ${change.to ?? "none"}`;
    case "code":
    case "dependency":
    case "corpus":
    case "config":
      return change.oldPath === null ? change.status : `${change.status} from ${change.oldPath}`;
    default:
      return change;
  }
}
function lineText(line) {
  const text3 = line.text.length > MAX_LINE_LENGTH ? `${line.text.slice(0, MAX_LINE_LENGTH)}\u2026` : line.text;
  return `${line.kind === "added" ? "+" : "-"} ${text3}`;
}
function effectText2(effect) {
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

// src/report/note.ts
var MAX_PLACES2 = 5;
var ACCEPTED_FILE = ".pawl/accepted.yml";
function noteText(note) {
  switch (note.kind) {
    case "corpus_lines_skipped":
      return `${count(note.lines, "corpus line")} could not be read and ${note.lines === 1 ? "is" : "are"} left out: ${note.places.join("; ")}${note.lines > note.places.length ? " \u2026" : ""}`;
    case "corpus_changed":
      return corpusText(note);
    case "settings_changed":
      return `head changes ${list(note.paths, 3)}: base's settings judged this run, head's take effect after the merge`;
    case "accepted_before":
      return `${count(note.entries, "older entry", "older entries")} of ${ACCEPTED_FILE} accepted nothing here (${list(note.names, MAX_PLACES2)}): take out what has ended`;
    case "recorded_only":
      return "recorded answers only, no model was asked: what they do not cover is undetermined";
    case "not_isolated":
      return `the agent ran without isolation: ${note.why}`;
    case "not_exercised":
      return note.seen ? `${count(note.cases, "case")} not exercised by this change: head did as base in every trial drawn. Without stored base trials these are few; pawl reservoir fill draws more` : `${count(note.cases, "case")} not exercised: some trials came to no result, or the agent made no request. That is no pass`;
    case "undetermined_trials":
      return `undetermined trials, neither passed nor failed: base ${note.base}, head ${note.head}`;
    case "errored_trials":
      return `errored trials: base ${note.base}, head ${note.head}`;
    case "assisted_trials":
      return `assisted trials (not every answer was simply the recorded one): base ${note.base}, head ${note.head}`;
    case "stored_base_trials":
      return `${count(note.trials, "base trial")} ${note.trials === 1 ? "was" : "were"} drawn in an earlier job on the same base`;
    case "stale_reservoir":
      return `base's stored trials are stale: trials of base drawn now differ from them (${pValue(note.p)}). Nothing blocks on them; remove the store and fill it anew`;
    case "warning":
      return note.text;
    case "cost_unknown":
      return "the cost is not known: a model has no price in the settings";
    case "external_results":
      return "results compared as they are: nothing was replayed. That both sides ran under the same conditions is for their harness to say";
    case "results_unreadable":
      return `${note.path}: ${unreadableText(note)}: ${note.places.join("; ")}${note.undetermined + note.leftOut > note.places.length ? " \u2026" : ""}`;
    case "one_sided_cases":
      return `${count(note.cases, "case")} only on ${note.side}, compared with nothing: ${list(note.names, 5)}${note.side === "base" ? ". Its trials count as undetermined on head" : ""}`;
    default:
      return note;
  }
}
function corpusText({ added, removed, edited, names: names2 }) {
  const what = `head changes the corpus: ${added} added, ${removed} removed, ${edited} edited`;
  const gone = removed + edited;
  const named = gone === 0 ? "" : ` (${names2.join(", ")}${gone > names2.length ? ` and ${gone - names2.length} more` : ""})`;
  const gates = gone === 0 ? "" : `. What is removed or edited gates as base has it, unless ${ACCEPTED_FILE} names it`;
  return `${what}${named}${gates}${added === 0 ? "" : ". Added cases are reported only"}`;
}
function unreadableText({ undetermined, leftOut }) {
  const parts = [
    undetermined === 0 ? "" : `${count(undetermined, "result")} neither passed nor failed, so undetermined`,
    leftOut === 0 ? "" : `${count(leftOut, "result")} could not be read and ${leftOut === 1 ? "is" : "are"} left out`
  ];
  return parts.filter((part) => part !== "").join(", ");
}

// src/report/notes.ts
function findNotes(decision, facts) {
  const { corpus, changes, run } = facts;
  const { base, head } = decision;
  const notes = [];
  const skipped = corpus.files.reduce((sum, file) => sum + file.problems, 0);
  if (skipped > 0) {
    const places = corpus.problems.map(
      ({ file, line, reason }) => `${file}${line === null ? "" : `:${line}`}: ${reason}`
    );
    notes.push({ kind: "corpus_lines_skipped", lines: skipped, places: places.slice(0, MAX_PLACES2) });
  }
  const { added, removed, edited } = corpus.diff ?? { added: [], removed: [], edited: [] };
  if (added.length + removed.length + edited.length > 0) {
    const names2 = [...removed, ...edited].slice(0, MAX_PLACES2);
    notes.push({ kind: "corpus_changed", added: added.length, removed: removed.length, edited: edited.length, names: names2 });
  }
  const config = changes.filter((change) => change.kind === "config").map((change) => change.path);
  const settings = config.filter((path) => path !== ACCEPTED_FILE);
  if (settings.length > 0 && facts.adoption?.kind !== "first_installation")
    notes.push({ kind: "settings_changed", paths: settings });
  const shown4 = new Set(shownEntries(facts.accepted));
  const before = facts.accepted.entries.filter((entry) => !shown4.has(entry));
  if (before.length > 0) {
    const names2 = before.slice(0, MAX_PLACES2).map(({ name }) => name);
    notes.push({ kind: "accepted_before", entries: before.length, names: names2 });
  }
  if (run.mode === "recorded") notes.push({ kind: "recorded_only" });
  const ran = base.attempted + head.attempted > 0;
  if (ran && run.isolation.kind === "none") notes.push({ kind: "not_isolated", why: run.isolation.why });
  const notExercised = decision.cases.filter((one) => one.affectedness === "not_exercised");
  for (const seen of [true, false]) {
    const cases = notExercised.filter(({ verdict }) => verdict === "unaffected" === seen).length;
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
  notes.push(...run.warnings.map((text3) => ({ kind: "warning", text: text3 })));
  if (run.costUsd === null) notes.push({ kind: "cost_unknown" });
  return notes;
}

// src/report/budget.ts
function limitsText({ runs, calls, costUsd }) {
  return joined([
    count(runs, "run"),
    ...calls === null ? [] : [count(calls, "model call")],
    ...costUsd === null ? [] : [dollars(costUsd)]
  ]);
}
function spentText({ runs, calls, costUsd }) {
  return joined([
    count(runs, "run"),
    count(calls, "model call"),
    ...costUsd === null || costUsd === 0 ? [] : [dollars(costUsd)]
  ]);
}
function forecastText({ first, limits }) {
  const price = first.costUsd === null ? ", at a price that is not known" : `, ${dollars(first.costUsd)}`;
  const begin = `about ${count(first.runs, "run")} at first (${count(first.calls, "model call")}${price})`;
  return `forecast: ${begin}; fewer where head asks what base asked, more where something looks worse, at most ${limitsText(limits)}`;
}
function joined(parts) {
  const [last = "", ...before] = parts.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(", ")} and ${last}`;
}

// src/report/title.ts
function titleOf2(decision, schemaErrors) {
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
  const names2 = new Set(
    decision.reasons.flatMap((reason) => reason.kind === "slice_regressed" ? [reason.slice] : [])
  );
  const slices = decision.comparisons.filter((one) => one.kind !== "cohort" && names2.has(one.name)).toSorted((a, b) => (a.delta ?? 0) - (b.delta ?? 0));
  const cases = decision.reasons.flatMap((reason) => reason.kind === "case_broken" ? [reason.caseId] : []);
  const parts = [];
  if (slices.length > 0) parts.push(movedText(slices, "fell"));
  if (cases.length > 0) {
    const named = slices.length === 0 ? ` (${list(cases, 3)})` : "";
    parts.push(
      `${count(cases.length, "case")} that passed on base now ${cases.length === 1 ? "fails" : "fail"}${named}`
    );
  }
  const [refused] = schemaErrors.filter((error) => error.headCalls > error.baseCalls);
  if (refused !== void 0)
    parts.push(`${refused.tool} got ${count(refused.headCalls, "call")} with invalid arguments`);
  return parts.length === 0 ? firstReason(decision) : parts.join("; ");
}
function passText(decision) {
  const tested = decision.cases.length;
  const improved = decision.comparisons.filter((one) => one.kind !== "cohort" && one.verdict === "improved").toSorted((a, b) => (b.delta ?? 0) - (a.delta ?? 0));
  const accepted = acceptedMoves(decision);
  const no = accepted === null ? "no regression found" : "no other regression found";
  const after = accepted === null ? "" : `; accepted: ${accepted}`;
  if (improved.length > 0) return `${movedText(improved, "rose")}; ${no}${after}`;
  const [first] = decision.reasons;
  if (first === void 0 || first.kind === "no_regression_found") return `${no} in ${count(tested, "case")}${after}`;
  return `${firstReason(decision)}${after}`;
}
function acceptedMoves({ reasons, comparisons }) {
  const names2 = new Set(reasons.flatMap((reason) => reason.kind === "slice_accepted" ? [reason.slice] : []));
  const slices = comparisons.filter(({ kind, name }) => kind === "slice" && names2.has(name));
  const fell = slices.filter(({ verdict }) => verdict === "regressed").toSorted((a, b) => (a.delta ?? 0) - (b.delta ?? 0));
  const cases = reasons.flatMap((reason) => reason.kind === "case_accepted" ? [reason.caseId] : []);
  const open = slices.length - fell.length;
  if (fell.length > 0) return movedText(fell, "fell");
  if (cases.length > 0)
    return `${count(cases.length, "case")} ${cases.length === 1 ? "fails" : "fail"} (${list(cases, 3)})`;
  return open > 0 ? `${count(open, "undecided slice")}` : null;
}
function movedText(slices, verb) {
  const [most] = slices;
  if (most === void 0) return "";
  const name = most.kind === "all" ? "the pass rate over all cases" : most.name;
  const { baseRate, headRate, delta } = most;
  const rates = baseRate === null || headRate === null || delta === null ? "" : ` from ${percent(baseRate)} to ${percent(headRate)} (${points(delta)})`;
  return slices.length === 1 ? `${name} ${verb}${rates}` : `${slices.length} slices ${verb}, most of all ${name}${rates}`;
}
function firstReason(decision) {
  const [reason] = decision.reasons;
  return reason === void 0 ? "no reason is given" : reasonText(reason, decision.cases.length);
}
function corpusText2({ lines, files }) {
  const cut2 = files === 0 ? "" : `${count(files, "corpus file")} could not be read to the end`;
  const skipped = lines === 0 ? "" : `${count(lines, "corpus line")} could not be read`;
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
    case "slice_accepted":
      return `slice ${reason.slice} got worse, which is accepted`;
    case "case_accepted":
      return `case ${reason.caseId} fails on head, which is accepted`;
    case "not_seen":
      return `head did as base wherever it was seen, but ${count(reason.cases, "case")} ${reason.cases === 1 ? "was" : "were"} not seen to the end on both sides`;
    case "nothing_exercised":
      return `nothing was exercised: ${reason.why}`;
    case "too_many_errors":
      return `${reason.errored} of ${count(reason.trials, "trial")} on ${reason.side} errored (${percent(reason.errored / Math.max(1, reason.trials))})`;
    case "missing_trials":
      return `${count(reason.missing, "trial")} that ${reason.missing === 1 ? "was" : "were"} asked for did not come back`;
    case "not_covered":
      return `${reason.cases} of ${count(cases, "case")} ${reason.cases === 1 ? "is" : "are"} not covered by recorded answers (${reason.uncovered} of ${count(reason.trials, "trial")}), and here no model may be asked`;
    case "not_spoken":
      return `head asks for ${reason.apis.join(", ")}, which pawl does not speak, and base does not (${count(reason.trials, "trial")}): what head does with the answer was not seen`;
    case "model_not_tried":
      return `${reason.pins.map(({ pin, to }) => `model pin ${pin} now says ${to}`).join(", ")}, and head asked only ${reason.models.length === 0 ? "no model" : reason.models.join(", ")}, as base did: ${reason.pins.length === 1 ? "that model was" : "those models were"} not tried`;
    case "corpus_unreadable":
      return corpusText2(reason);
    case "budget_spent":
      return `the budget of ${limitsText(reason.budget)} does not settle it: ${spentText(reason.spent)} taken, at least ${count(reason.more, "more run")} needed`;
    case "rounds_ended":
      return `the rounds that were planned do not settle it: at least ${count(reason.more, "more run")} needed`;
    case "nothing_changed":
      return reason.why;
    case "all_unaffected":
      return `base and head did exactly the same in all ${count(reason.cases, "case")}`;
    case "not_exercised":
      return `this change exercises none of the ${count(reason.cases, "case")}: head did exactly as base in ${count(reason.trials, "trial")}`;
    case "bootstrap":
      return reason.why;
    case "no_regression_found":
      return `no regression found in ${count(cases, "case")}`;
    default:
      return reason;
  }
}

// src/report/tool-schema-errors.ts
var MAX_MESSAGE_LENGTH = 300;
function findToolSchemaErrors(trials, content) {
  const tallies = /* @__PURE__ */ new Map();
  for (const trial of trials) {
    for (const step of trial.trajectory.steps) {
      if (step.kind !== "tool_call" || step.match !== "schema_error") continue;
      const message = content === "none" ? "\u2026" : schemaErrorText(step).slice(0, MAX_MESSAGE_LENGTH);
      const key = JSON.stringify([step.name, message]);
      const tally = tallies.get(key) ?? newTally(step.name, message);
      tallies.set(key, tally);
      if (trial.side === "base") tally.baseCalls += 1;
      else tally.headCalls += 1;
      tally.cases[trial.side].add(trial.caseId);
    }
  }
  return [...tallies.values()].map(({ cases, ...tally }) => ({ ...tally, cases: tally.headCalls > 0 ? cases.head.size : cases.base.size })).sort((a, b) => b.headCalls - b.baseCalls - (a.headCalls - a.baseCalls) || (a.tool < b.tool ? -1 : 1));
}
function newTally(tool, message) {
  return { tool, message, baseCalls: 0, headCalls: 0, cases: { base: /* @__PURE__ */ new Set(), head: /* @__PURE__ */ new Set() } };
}

// src/report/build.ts
var MAX_EVIDENCE = 40;
var MAX_DRIVERS_PER_SLICE = 5;
var MAX_PROBLEMS3 = 100;
function buildReport(input) {
  const { decision, run, policy, content } = input;
  const affecting = new Set(input.changes.affecting);
  const changes = input.changes.changes.map(
    (change) => summarise(change, affecting.has(change), input.places.get(change.path) ?? [])
  );
  const corpus = corpusFacts(input);
  const slices = new Map(input.corpus.cases.map((one) => [one.id, one.slices]));
  const accepted = acceptedFacts(input.acceptance, decision, (id) => slices.get(id) ?? [], corpus.diff);
  const toolSchemaErrors = findToolSchemaErrors(
    input.trials.map(({ trial }) => trial),
    content
  );
  const comparisons = (kind) => decision.comparisons.filter((one) => one.kind === kind);
  return {
    version: 1,
    verdict: decision.verdict,
    exitCode: exitCodeOf(decision.verdict, input.onInconclusive),
    title: titleOf2(decision, toolSchemaErrors),
    reasons: decision.reasons,
    run,
    policy,
    content,
    corpus,
    changes,
    notAffected: input.changes.notAffected,
    accepted,
    adoption: input.adoption,
    slices: comparisons("slice"),
    cohorts: comparisons("cohort"),
    all: decision.comparisons.find((one) => one.kind === "all") ?? null,
    caseCounts: countVerdicts(decision.cases),
    cases: reportCases(input),
    toolSchemaErrors,
    measures: input.measures,
    base: decision.base,
    head: decision.head,
    notes: findNotes(decision, { corpus, changes, run, accepted, adoption: input.adoption }),
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
  const problems = corpus.problems.slice(0, MAX_PROBLEMS3);
  return {
    files: corpus.files,
    cases: corpus.cases.length,
    retired: corpus.retired,
    // A reason quotes what stands in the line.
    problems: content === "none" ? problems.map((problem) => ({ ...problem, reason: "could not be read" })) : problems,
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
  const trialsByCase = Map.groupBy(input.trials, ({ trial }) => trial.caseId);
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
var MAX_PLACES3 = 5;
function buildExternalReport(input) {
  const { decision, base, head, policyFile, gateOn, unitBy, clusterBy } = input;
  const { onlyBase, onlyHead, clusters, casesInUnits } = decision;
  const external = { base, head, policyFile, gateOn, unitBy, clusterBy, casesInUnits, onlyBase, onlyHead, clusters };
  return {
    version: 1,
    verdict: decision.verdict,
    exitCode: exitCodeOf(decision.verdict, input.onInconclusive),
    title: titleOf2(decision, []),
    reasons: decision.reasons,
    run: runFacts(input),
    policy: decision.policy,
    content: "none",
    corpus: { files: [], cases: decision.cases.length, retired: 0, problems: [], diff: null },
    changes: [],
    notAffected: null,
    accepted: { entries: [], problems: [] },
    adoption: null,
    slices: decision.comparisons.filter((one) => one.kind === "slice"),
    cohorts: [],
    all: decision.comparisons.find((one) => one.kind === "all") ?? null,
    caseCounts: countVerdicts(decision.cases),
    cases: casesOf(input),
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
    judges: [],
    tools: { base: NO_TOOL_CALLS, head: NO_TOOL_CALLS },
    ignoredInRequests: [],
    warnings: []
  };
}
function casesOf({ decision, slicesOf }) {
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
      ({ side, names: names2 }) => names2.length === 0 ? [] : [{ kind: "one_sided_cases", side, cases: names2.length, names: names2.slice(0, MAX_PLACES3) }]
    ),
    ...[external.base, external.head].flatMap(unreadableNote),
    ...perSide.filter((note) => note.base + note.head > 0)
  ];
}
function unreadableNote({ path, problems, keptCount, problemCount }) {
  if (problemCount === 0) return [];
  const places = problems.slice(0, MAX_PLACES3).map(({ place, reason }) => `${place}: ${reason}`);
  return [{ kind: "results_unreadable", path, undetermined: keptCount, leftOut: problemCount - keptCount, places }];
}

// src/report/json.ts
var import_ajv = __toESM(require_ajv(), 1);

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
    "accepted",
    "adoption",
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
    accepted: {
      description: "What the pull request declares as intended, and what it did in this run.",
      type: "object",
      required: ["entries", "problems"],
      properties: {
        entries: {
          type: "array",
          items: {
            type: "object",
            required: ["kind", "name", "reason", "until", "earlier", "suggestion", "effect"],
            properties: {
              kind: {
                enum: ["case", "slice"]
              },
              name: {
                type: "string"
              },
              reason: {
                type: "string"
              },
              until: {
                type: "string",
                description: "The last day, UTC."
              },
              earlier: {
                type: "boolean",
                description: "Base has the very same entry."
              },
              suggestion: {
                type: ["string", "null"]
              },
              effect: {
                enum: ["regression", "corpus_edit", "nothing", "expired", "unknown", "not_gating"]
              }
            },
            additionalProperties: false
          }
        },
        problems: {
          type: "array",
          items: {
            type: "string"
          }
        }
      },
      additionalProperties: false
    },
    adoption: {
      description: "What head did alone, where there is no base; null = base and head were compared.",
      anyOf: [
        {
          type: "object",
          required: ["kind", "trialsPerCase", "slices", "flaky", "failing"],
          properties: {
            kind: {
              enum: ["first_installation", "declared"]
            },
            trialsPerCase: {
              type: "integer",
              minimum: 1
            },
            slices: {
              type: "array",
              items: {
                type: "object",
                required: ["name", "cases", "head"],
                properties: {
                  name: {
                    type: "string"
                  },
                  cases: {
                    type: "integer",
                    minimum: 0
                  },
                  head: {
                    $ref: "#/definitions/tally"
                  }
                },
                additionalProperties: false
              }
            },
            flaky: {
              type: "array",
              items: {
                type: "string"
              }
            },
            failing: {
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
            enum: ["pass rate", "share of trials", "steps", "calls", "tokens", "ms", "USD"]
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
    limits: {
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
          required: ["kind", "slice"],
          properties: {
            kind: {
              const: "slice_accepted"
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
              const: "case_accepted"
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
          required: ["kind", "apis", "trials"],
          properties: {
            kind: {
              const: "not_spoken"
            },
            apis: {
              type: "array",
              items: {
                type: "string"
              }
            },
            trials: {
              type: "integer",
              minimum: 1
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
          required: ["kind", "spent", "budget", "more"],
          properties: {
            kind: {
              const: "budget_spent"
            },
            spent: {
              type: "object",
              required: ["runs", "calls", "costUsd"],
              additionalProperties: false,
              properties: {
                runs: { type: "integer", minimum: 0 },
                calls: { type: "integer", minimum: 0 },
                costUsd: { type: ["number", "null"], minimum: 0, description: "null = a price is not known." }
              }
            },
            budget: {
              type: "object",
              required: ["runs", "calls", "costUsd"],
              additionalProperties: false,
              properties: {
                runs: { type: "integer", minimum: 1 },
                calls: { type: ["integer", "null"], minimum: 1 },
                costUsd: { type: ["number", "null"], exclusiveMinimum: 0 }
              }
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
          required: ["kind", "more"],
          properties: {
            kind: {
              const: "rounds_ended"
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
          required: ["kind", "cases", "uncovered", "trials"],
          properties: {
            kind: {
              const: "not_covered"
            },
            cases: {
              type: "integer",
              minimum: 0
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
          required: ["kind", "pins", "models"],
          properties: {
            kind: {
              const: "model_not_tried"
            },
            pins: {
              type: "array",
              items: {
                type: "object",
                required: ["pin", "to"],
                properties: {
                  pin: {
                    type: "string"
                  },
                  to: {
                    type: "string"
                  }
                },
                additionalProperties: false
              }
            },
            models: {
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
            },
            network: {
              const: "closed"
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
            },
            network: {
              const: "closed"
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
        "judges",
        "tools",
        "ignoredInRequests",
        "warnings"
      ],
      properties: {
        targetSha: {
          type: "string",
          description: "Whose settings judged: the tip of the target branch."
        },
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
          required: ["ref", "cases", "trials", "undetermined", "pullRequests", "blocks", "undecided", "low", "high"],
          properties: {
            ref: { type: "string", description: "The commit that was compared with itself." },
            cases: { type: "integer", minimum: 0 },
            trials: { type: "integer", minimum: 0 },
            undetermined: {
              type: "integer",
              minimum: 0,
              description: "Those of the trials that came to no result: redrawn like the others, so that slices where they are many end inconclusive."
            },
            pullRequests: { type: "integer", minimum: 1 },
            blocks: { type: "integer", minimum: 0 },
            undecided: { type: "integer", minimum: 0, description: "Ended inconclusive or in error." },
            low: { type: "number", minimum: 0, maximum: 1 },
            high: { type: "number", minimum: 0, maximum: 1 }
          }
        },
        judges: {
          type: "array",
          description: "Models that judged trials by a rubric, and how far each agrees with people on labelled recordings (null = none is labelled).",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["name", "model", "votes", "calls", "costUsd", "unreadable", "agreement"],
            properties: {
              name: { type: "string" },
              model: { type: "string" },
              votes: { type: "integer", minimum: 0 },
              calls: {
                type: "integer",
                minimum: 0,
                description: "Votes asked for in this run; the others were stored."
              },
              costUsd: {
                type: ["number", "null"],
                minimum: 0,
                description: "Of these calls; null = the price of one is not known."
              },
              unreadable: { type: "integer", minimum: 0 },
              agreement: {
                type: ["object", "null"],
                additionalProperties: false,
                required: ["labelled", "agreed", "kappa"],
                properties: {
                  labelled: { type: "integer", minimum: 1 },
                  agreed: { type: "integer", minimum: 0 },
                  kappa: {
                    type: ["object", "null"],
                    description: "Cohen's kappa with 95 % limits; null = chance alone agrees as much.",
                    additionalProperties: false,
                    required: ["kappa", "low", "high"],
                    properties: {
                      kappa: { type: "number", minimum: -1, maximum: 1 },
                      low: { type: "number", minimum: -1, maximum: 1 },
                      high: { type: "number", minimum: -1, maximum: 1 }
                    }
                  }
                }
              }
            }
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
        ignoredInRequests: {
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
        "budgetCalls",
        "budgetCostUsd",
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
        budgetCalls: {
          type: ["integer", "null"],
          minimum: 1
        },
        budgetCostUsd: {
          type: ["number", "null"],
          exclusiveMinimum: 0
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
      required: ["kind", "path", "summary", "lines", "places", "affecting"],
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
        places: {
          type: "array",
          description: "Where head's file differs, in lines from 1; of prompts, tools and model pins.",
          items: {
            type: "object",
            required: ["start", "end"],
            properties: {
              start: {
                type: "integer",
                minimum: 1
              },
              end: {
                type: "integer",
                minimum: 1
              }
            },
            additionalProperties: false
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
        traffic: {
          description: "The rates of the traffic that the cases stand for, by their weights; left out = they all weigh the same. Not tested.",
          type: "object",
          required: ["baseRate", "headRate", "delta"],
          properties: {
            baseRate: {
              type: "number",
              minimum: 0,
              maximum: 1
            },
            headRate: {
              type: "number",
              minimum: 0,
              maximum: 1
            },
            delta: {
              type: "number",
              minimum: -1,
              maximum: 1
            },
            intervals: {
              description: "95 %, for other traffic of the same kind; left out = the cases are too few to tell. Not tested.",
              type: "object",
              required: ["baseRate", "headRate", "delta"],
              properties: {
                baseRate: {
                  $ref: "#/definitions/limits"
                },
                headRate: {
                  $ref: "#/definitions/limits"
                },
                delta: {
                  $ref: "#/definitions/limits"
                }
              },
              additionalProperties: false
            }
          },
          additionalProperties: false
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
        accepted: {
          const: true
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
        accepted: {
          const: true
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
          required: ["kind", "added", "removed", "edited", "names"],
          properties: {
            kind: {
              const: "corpus_changed"
            },
            names: {
              type: "array",
              items: {
                type: "string"
              }
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
          required: ["kind", "entries", "names"],
          properties: {
            kind: {
              const: "accepted_before"
            },
            entries: {
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
var OPTIONS = {
  allErrors: true,
  strict: false,
  validateSchema: false,
  meta: false,
  code: { optimize: false }
};
var validate = null;
function parseReport(text3) {
  const value = parseJson(text3);
  if (!isJsonObject(value)) throw notAReport("expected a JSON object", text3);
  if (value.version !== 1) throw notAReport("expected version 1", `version ${JSON.stringify(value.version)}`);
  validate ??= new import_ajv.Ajv(OPTIONS).compile(report_v1_schema_default);
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  throw notAReport(`${first?.instancePath ?? ""} ${first?.message ?? "does not match the schema"}`, null);
}
function notAReport(problem, received) {
  const message = `this is no pawl report: ${problem}${received === null ? "" : `, received ${cut(received, 100)}`}`;
  return new UserError({ where: null, message, hint: "write it with the same version of pawl that reads it" });
}

// src/report/incidents.ts
var US_A_DAY3 = 864e8;
var MAX_NAME_CHARS5 = 80;
var MAX_WHAT_CHARS2 = 300;
var MAX_ALARMS = 20;
var MAX_EVENTS = 30;
function renderIncidents(incidents) {
  if (incidents.length === 0) return "no incidents";
  const lines = incidents.map((one) => {
    const words = [one.id, one.status.padEnd(9), one.level.padEnd(8), one.kind.padEnd(4)];
    return `${words.join("  ")}  since ${day2(one.firstSeen)}  ${terminalText(incidentTitle(one), 2 * MAX_NAME_CHARS5)}`;
  });
  return [count(incidents.length, "incident"), ...lines].join("\n");
}
function incidentTitle({ kind, alarms }) {
  const seen = alarms.at(-1);
  if (seen === void 0) return "nothing";
  const more = alarms.length - 1;
  const what = kind === "mix" ? "the mix of tasks changed: " : "";
  const others = more > 0 ? ` and ${count(more, "other shift")}` : "";
  return `${what}${streamText(seen)} ${levelText(seen, seen.before)} -> ${levelText(seen, seen.after)}${others}`;
}
function renderIncident(incident) {
  return incidentLines(incident, (text3, max) => terminalText(text3, max)).join("\n");
}
function incidentMarkdown(incident) {
  const timeline = incident.timeline.filter(({ kind }) => kind !== "issue");
  const [head = "", ...rest] = incidentLines({ ...incident, timeline }, (text3, max) => markdownText(text3, max));
  return [head, ...rest.map((line) => line.replace(/^ {2}/, "- "))].join("\n");
}
function incidentLines(incident, safe) {
  const { id, status, level, kind, severity, firstSeen, openedAt, lastAlarmAt, alarms, suspects, layers, timeline } = incident;
  const named = suspects.map(({ what, probability }) => {
    return `  ${percent(probability)} ${what === null ? "nothing that is listed" : safe(what, MAX_WHAT_CHARS2)}`;
  });
  const found = layers.map(({ layer, probability }) => `${layer.replaceAll("_", " ")} ${percent(probability)}`);
  return [
    `Incident ${id}: ${status}, ${level}, kind ${kind}. ${safe(incidentTitle(incident), 2 * MAX_NAME_CHARS5)}`,
    "",
    `Severity ${percent(severity)} of the traffic (its share times the change). Began ${day2(firstSeen)} at the earliest, seen ${day2(openedAt)}, last alarm ${day2(lastAlarmAt)}.`,
    ...found.length > 0 ? ["", `Where it lies: ${found.join(", ")}.`] : [],
    ...kind === "mix" ? ["", mixText(id)] : ["", "What changed then:", "", ...named],
    ...["", "What shifted, from its source to what users see:", ""],
    ...alarms.slice(0, MAX_ALARMS).map((alarm) => `  ${alarmText(alarm, safe)}`),
    ...alarms.length > MAX_ALARMS ? [`  and ${count(alarms.length - MAX_ALARMS, "more")}`] : [],
    ...["", "Timeline:", ""],
    ...timeline.slice(-MAX_EVENTS).map((event) => `  ${day2(event.day)} ${eventText(event, safe)}`)
  ];
}
function mixText(id) {
  const names2 = `"pawl changes --before ${id}" lists what else changed then`;
  return `The mix of tasks changed, and no change of the agent is held to be the cause: ${names2}.`;
}
function streamText(alarm) {
  const { dimension, category } = alarm;
  return `${dimension}${category === null ? "" : ` ${category}`} of ${groupText(alarm)}`;
}
function levelText({ scale }, level) {
  return scale === "share" ? percent(level) : number(level);
}
function alarmText(alarm, safe) {
  const { before, after, from, to, weight, kind } = alarm;
  const began = from === to ? day2(from) : `${day2(from)} to ${day2(to)}`;
  const share2 = `${percent(weight)} of the traffic${kind === "mix" ? ", by the mix of tasks" : ""}`;
  const moved = `${levelText(alarm, before)} -> ${levelText(alarm, after)}`;
  return `${safe(streamText(alarm), MAX_NAME_CHARS5)}: ${moved}, ${share2}, began ${began}`;
}
function eventText(event, safe) {
  switch (event.kind) {
    case "alarm":
      return `alarm: ${safe(streamText(event.alarm), MAX_NAME_CHARS5)}`;
    case "status":
      return `${event.status}: ${safe(event.reason, MAX_WHAT_CHARS2)}`;
    case "issue":
      return `issue ${event.number} on GitHub`;
    default:
      return event;
  }
}
function groupText({ group }) {
  return group === "all" ? "all traffic" : group;
}
function day2(at) {
  return dayOf(at * US_A_DAY3) ?? "an unknown day";
}

// src/report/ingest.ts
var MAX_PROBLEMS4 = 20;
var MAX_UNKNOWN = 20;
var MAX_CHARS = 300;
var MAX_PATH_CHARS = 200;
function renderIngest(report) {
  const { inputs, spans, logs, runs, counts, droppedMetrics } = report;
  const read = [
    count(spans, "span"),
    ...logs > 0 ? [count(logs, "log record")] : [],
    ...runs > 0 ? [count(runs, "finished run")] : []
  ];
  return [
    ...inputs.length > 0 ? [`${count(inputs.length, "input")} (${formats(inputs)}): ${read.join(", ")}`] : [read.join(", ")],
    ...countLines(counts),
    ...droppedMetrics > 0 ? [`${count(droppedMetrics, "resource")} with metrics, which are not kept`] : [],
    ...unknownLines(inputs.filter(({ format }) => format === null)),
    ...problemLines(report.problems),
    ...report.notices.map((notice) => `note: ${terminalText(notice, MAX_CHARS)}`)
  ].join("\n");
}
function formats(inputs) {
  const counts = /* @__PURE__ */ new Map();
  for (const { format } of inputs) counts.set(format ?? "unknown", (counts.get(format ?? "unknown") ?? 0) + 1);
  return [...counts].map(([name, times]) => `${number(times)} ${name}`).join(", ");
}
function unknownLines(inputs) {
  const shown4 = inputs.slice(0, MAX_UNKNOWN).map(({ path }) => `no known format: ${terminalText(path, MAX_PATH_CHARS)}`);
  const more = inputs.length - MAX_UNKNOWN;
  return more > 0 ? [...shown4, `no known format: ${count(more, "more file")}`] : shown4;
}
function countLines(counts) {
  const { added, replaced, unchanged, repeated, trajectories, withoutTrajectory, unreadable, leftOut } = counts;
  return [
    `${count(added, "trace or run", "traces and runs")} added, ${number(replaced)} replaced, ${number(unchanged)} unchanged`,
    ...repeated > 0 ? [`${count(repeated, "finished run")} given again: of each the fullest is kept`] : [],
    `${count(trajectories, "trajectory", "trajectories")} written`,
    ...withoutTrajectory > 0 ? [`${count(withoutTrajectory, "trace")} without a trajectory, kept`] : [],
    ...unreadable > 0 ? [`${count(unreadable, "trace")} that the reader failed on, kept`] : [],
    ...leftOut > 0 ? [`${count(leftOut, "record")} left out of traces that are too large to be kept whole`] : []
  ];
}
function problemLines(problems) {
  if (problems.length === 0) return [];
  const sorted = problems.toSorted((a, b) => b.count - a.count);
  const shown4 = sorted.slice(0, MAX_PROBLEMS4).flatMap(({ reason, count: times, examples }) => [
    `  ${number(times)} \xD7 ${terminalText(reason, MAX_CHARS)}`,
    ...examples.slice(0, 2).map((example) => `      ${terminalText(example, MAX_CHARS)}`)
  ]);
  const more = sorted.length - MAX_PROBLEMS4;
  return ["not understood or repaired:", ...shown4, ...more > 0 ? [`  and ${number(more)} more kinds`] : []];
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
    rates: `${one.baseRate === null ? "none" : percent(one.baseRate)} \u2192 ${one.headRate === null ? "none" : percent(one.headRate)}`,
    delta: deltaText(one),
    evidence: evidenceText(one),
    ...labelOf(one),
    affected: [affectedText(one), stoppedText(one)].filter((part) => part !== "").join(", "),
    why: one.verdict === "inconclusive" ? one.reasons[0] ?? null : null
  };
}
function labelOf({ verdict, accepted }) {
  const label = LABELS[verdict];
  return accepted === true && verdict === "regressed" ? { verdict: `${label.verdict}, accepted`, tone: "warn" } : label;
}
function affectedText({ affectedCases, affectedShare, cases }) {
  const share2 = affectedShare === null || affectedShare === 1 ? "" : ` in ${percent(affectedShare)} of their trials`;
  if (affectedCases === 0 || affectedCases === cases && share2 === "") return "";
  return `${affectedCases} of ${cases} cases affected${share2}`;
}
function stoppedText({ stopped, look, eValue }) {
  return stopped === null || eValue === null ? "" : `stopped at look ${look}`;
}
function sampleText(one) {
  const trials = one.head.trials + one.head.undetermined;
  const each = one.cases === 0 ? 0 : trials / one.cases;
  return Number.isInteger(each) && each > 0 ? `${one.cases}\xD7${each}` : `${one.cases} (${trials} trials)`;
}
function deltaText(one) {
  if (one.delta === null) return "";
  const interval = one.interval === null ? "" : ` [${signed(one.interval.low)}, ${signed(one.interval.high)}]`;
  return `${points(one.delta)}${interval}`;
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
      if (one.adjustedP !== null) return `${pValue(one.adjustedP)} adj`;
      return one.p === null ? "" : pValue(one.p);
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
  const tested = count(report.corpus.cases, "case");
  const mode = MODES[run.mode];
  return [
    `${shortSha(run.baseSha)} \u2192 ${shortSha(run.headSha)}`,
    run.agent,
    mode,
    tested,
    duration(run.durationMs)
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
  const sum = `${number(counts.attempted)} attempted = ${number(counts.determined)} determined + ${number(counts.undetermined)} undetermined`;
  return `${sum}${shown4.length === 0 ? "" : ` (${shown4.join(", ")})`}${missing}`;
}
function costText({ run }) {
  if (run.mode === "external") return "nothing was replayed, nothing was paid";
  const answers = `${count(run.providerCalls, "provider call")}, ${number(run.storedAnswers)} stored and ${number(run.sharedAnswers)} shared answers`;
  if (run.providerCalls === 0) return `${answers}; nothing was paid`;
  const tokens = `${number(run.inputTokens)} tokens in, ${number(run.outputTokens)} out`;
  return `${answers}; ${tokens}; ${dollars(run.costUsd)}`;
}
function sourceTexts2({ external }) {
  if (external === null) return [];
  const sides = ["base", "head"].map((side) => {
    const { path, conditions, results, leftOut, skipped } = external[side];
    const chosen = conditions.length === 0 ? "" : ` where ${conditions.join(", ")}`;
    return `${side} ${path}${chosen}: ${number(results)} of ${count(results + leftOut, "result")}${skipped === 0 ? "" : `, ${number(skipped)} skipped`}`;
  });
  return external.policyFile === null ? sides : [...sides, `policy of ${external.policyFile}`];
}
function overallText({ all, slices }) {
  if (all === null || slices.length === 0) return null;
  const row = sliceRow(all);
  return `n=${row.n}  ${row.rates}  ${row.delta}`;
}
function trafficText({ all }) {
  const rates = all?.traffic;
  if (rates === void 0) return null;
  const { baseRate, headRate, delta, intervals } = rates;
  const range = (of, text3) => intervals === void 0 ? "" : ` [${text3(intervals[of].low)}, ${text3(intervals[of].high)}]`;
  const base = `${percent(baseRate)}${range("baseRate", percent)}`;
  const head = `${percent(headRate)}${range("headRate", percent)}`;
  return `${base} \u2192 ${head}  ${points(delta)}${range("delta", signed)}, each case by its weight (shown, not tested)`;
}
function isolationText({ run, base, head }) {
  if (run.mode === "external" || base.attempted + head.attempted === 0) return null;
  const apart = "base and head lay at different paths, each $ROOT in the request keys";
  switch (run.isolation.kind) {
    case "uid":
      return `each side's agent ran as a user of its own (uid ${run.isolation.uid} and ${run.isolation.uid + 1})${networkText(run.isolation)}; ${apart}`;
    case "bubblewrap":
      return `the agent ran in bubblewrap${networkText(run.isolation)}, base and head at the same path`;
    case "none":
      return `none; ${apart}`;
    default:
      return run.isolation;
  }
}
function networkText({ network }) {
  return network === void 0 ? " with the network open" : " and reached nobody but the gateway";
}
function policyText({ policy, external }) {
  const floor = policy.minEffect > 0 ? `; a slice blocks from a drop of ${percent(policy.minEffect)}` : "";
  if (external === null) {
    return `at most ${percent(policy.alpha)} of unchanged pull requests are blocked; ${looksText(policy.looks)}${floor}`;
  }
  const cases = policy.alphaSlicesShare === 1 ? "; no case has trials enough to be judged alone, so slices have all of it" : "";
  return `at most ${percent(policy.alpha)} of unchanged results are blocked; one look at all trials${cases}${floor}`;
}
function noiseText({ run }) {
  return run.noise === null ? null : noiseLineText(run.noise);
}
function noiseLineText(line) {
  const { ref, pullRequests, blocks, undecided, low, high, trials, undetermined, cases } = line;
  const measured = `${percent(blocks / pullRequests)}, 95% limits ${percent(low)} to ${percent(high)}`;
  const without = undetermined === 0 ? "" : `, ${number(undetermined)} of them without a result,`;
  const from = `redrawn from ${count(trials, "trial")} of ${count(cases, "case")}${without} at ${shortSha(ref)}`;
  const open = undecided === 0 ? "" : `; ${number(undecided)} would end undecided`;
  return `${number(blocks)} of ${count(pullRequests, "unchanged pull request")} would be blocked${open} (${measured}; ${from})`;
}
function judgeTexts({ run }) {
  return run.judges.map(({ name, model, votes, calls, unreadable, agreement }) => {
    const asked = `${count(votes, "vote")}, ${number(calls)} asked for now`;
    const broken = unreadable === 0 ? "" : `, ${number(unreadable)} not readable`;
    return `${name} (${model}): ${asked}${broken}; ${agreementText(agreement)}`;
  });
}
function agreementText(agreement) {
  if (agreement === null) return "no recording is labelled: how far it agrees with people is not known";
  const { labelled, agreed, kappa } = agreement;
  const agrees = `agrees with people on ${number(agreed)} of ${count(labelled, "labelled recording")} (${percent(agreed / labelled)})`;
  if (kappa === null) return `${agrees}, as chance would`;
  const limits = `95% limits ${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)}`;
  return `${agrees}, kappa ${kappa.kappa.toFixed(2)} (${limits})`;
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
  return `${error.tool}: ${count(error.headCalls, "call")} with invalid arguments on head${before}, in ${count(error.cases, "case")}: ${error.message}`;
}

// src/report/noise.ts
var MAX_FLAKY = 30;
var MAX_NAME2 = 60;
var MANY = 0.1;
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
function falseAlarmLines(report) {
  const { line, inconclusive, errors } = report;
  const open = `${number(inconclusive)} would end inconclusive, ${number(errors)} in error`;
  return [terminalText(noiseLineText(line), 400), open, ...unmeasuredLines(report)];
}
function unmeasuredLines({ line, unmeasured }) {
  if (unmeasured.trials === 0) return [];
  const share2 = unmeasured.trials / line.trials;
  const whole = unmeasured.wholeCases === 0 ? "" : `, ${number(unmeasured.wholeCases)} of which have no other`;
  const found = `${number(unmeasured.trials)} of ${count(line.trials, "trial")} came to no result (${percent(share2)}), in ${count(unmeasured.cases, "case")}${whole}`;
  const meaning = "they are redrawn as often as they came: a slice in which they are many ends inconclusive and cannot be blocked";
  const decided = line.pullRequests - line.undecided;
  if (share2 < MANY && line.undecided < MANY * line.pullRequests) return [found, meaning];
  const rate = decided === 0 ? "no pull request came to a verdict, so that the rate says nothing" : `of the ${count(decided, "pull request")} that came to a verdict ${number(line.blocks)} would be blocked (${percent(line.blocks / decided)})`;
  return [found, meaning, `that is many: ${rate}. See why trials come to no result before you trust the gate here`];
}
function flakeLines({ flaky, alwaysPass, alwaysFail, notMeasured }) {
  const rows = flaky.slice(0, MAX_FLAKY).map(({ caseId, passes, trials, interval }) => {
    const limits = `95% ${percent(interval.low)} to ${percent(interval.high)}`;
    return [terminalText(caseId, MAX_NAME2), `${passes} of ${trials} passed`, limits];
  });
  const rest = flaky.length - rows.length;
  const unmeasured = notMeasured === 0 ? "" : `; ${count(notMeasured, "case")} without a determined trial`;
  return [
    ...columns(rows, "l"),
    ...rest > 0 ? [`and ${number(rest)} more`] : [],
    `${count(alwaysPass, "case")} always passed, ${number(alwaysFail)} always failed${unmeasured}`
  ];
}
function powerLines(slices) {
  if (slices.length === 0) return ["no gating case has a slice"];
  const rows = slices.map(({ slice, cases, rate, drops }) => [
    terminalText(slice, MAX_NAME2),
    `n=${cases}`,
    percent(rate),
    ...drops.map(({ trials, mde80 }) => {
      const fall = mde80 === null ? "none" : `-${(100 * mde80).toFixed(0)} pp`;
      return `${count(trials, "trial")} ${fall}`;
    })
  ]);
  const blind = slices.filter(({ drops }) => drops.at(-1)?.mde80 === null).map(({ slice }) => terminalText(slice, 40));
  return [
    ...columns(rows, "l"),
    ...blind.length === 0 ? [] : [`not even a total fall is found in ${list(blind, 6)}: too few cases`]
  ];
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
      return outcomeText(divergence);
    case "end":
      return `the same tool calls, then base ${endText(divergence.base)} and head ${endText(divergence.head)}`;
    case "output":
      return `the same tool calls, another answer: ${differencesText(divergence.differences)}`;
    default:
      return divergence;
  }
}
function outcomeText(divergence) {
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
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
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

// node_modules/diff/libesm/patch/create.js
function needsQuoting(s) {
  for (let i = 0; i < s.length; i++) {
    if (s[i] < " " || s[i] > "~" || s[i] === '"' || s[i] === "\\") {
      return true;
    }
  }
  return false;
}
function quoteFileNameIfNeeded(s) {
  if (!needsQuoting(s)) {
    return s;
  }
  let result = '"';
  const bytes = new TextEncoder().encode(s);
  let i = 0;
  while (i < bytes.length) {
    const b = bytes[i];
    if (b === 7) {
      result += "\\a";
    } else if (b === 8) {
      result += "\\b";
    } else if (b === 9) {
      result += "\\t";
    } else if (b === 10) {
      result += "\\n";
    } else if (b === 11) {
      result += "\\v";
    } else if (b === 12) {
      result += "\\f";
    } else if (b === 13) {
      result += "\\r";
    } else if (b === 34) {
      result += '\\"';
    } else if (b === 92) {
      result += "\\\\";
    } else if (b >= 32 && b <= 126) {
      result += String.fromCharCode(b);
    } else {
      result += "\\" + b.toString(8).padStart(3, "0");
    }
    i++;
  }
  result += '"';
  return result;
}
var INCLUDE_HEADERS = {
  includeIndex: true,
  includeUnderline: true,
  includeFileHeaders: true
};
var FILE_HEADERS_ONLY = {
  includeIndex: false,
  includeUnderline: false,
  includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines2(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function formatPatch(patch, headerOptions) {
  var _a, _b, _c, _d, _e, _f;
  if (!headerOptions) {
    headerOptions = INCLUDE_HEADERS;
  }
  if (Array.isArray(patch)) {
    if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) {
      throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
    }
    return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
  }
  const ret = [];
  if (patch.isGit) {
    headerOptions = INCLUDE_HEADERS;
    if (!patch.oldFileName) {
      throw new Error("oldFileName must be specified for Git patches");
    }
    if (!patch.newFileName) {
      throw new Error("newFileName must be specified for Git patches");
    }
    let gitOldName = patch.oldFileName;
    let gitNewName = patch.newFileName;
    if (patch.isCreate && gitOldName === "/dev/null") {
      gitOldName = gitNewName.replace(/^b\//, "a/");
    } else if (patch.isDelete && gitNewName === "/dev/null") {
      gitNewName = gitOldName.replace(/^a\//, "b/");
    }
    ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
    if (patch.isDelete) {
      ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
    }
    if (patch.isCreate) {
      ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
    }
    if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
      ret.push("old mode " + patch.oldMode);
      ret.push("new mode " + patch.newMode);
    }
    if (patch.isRename) {
      ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
      ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
    }
    if (patch.isCopy) {
      ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
      ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
    }
  } else {
    if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) {
      ret.push("Index: " + patch.oldFileName);
    }
    if (headerOptions.includeUnderline) {
      ret.push("===================================================================");
    }
  }
  const hasHunks = patch.hunks.length > 0;
  if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
    ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
    ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
  }
  for (let i = 0; i < patch.hunks.length; i++) {
    const hunk = patch.hunks[i];
    const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
    const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
    ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
    for (const line of hunk.lines) {
      ret.push(line);
    }
  }
  return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  if (typeof options === "function") {
    options = { callback: options };
  }
  if (!(options === null || options === void 0 ? void 0 : options.callback)) {
    const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
    if (!patchObj) {
      return;
    }
    return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
  } else {
    const { callback } = options;
    structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: (patchObj) => {
      if (!patchObj) {
        callback(void 0);
      } else {
        callback(formatPatch(patchObj, options.headerOptions));
      }
    } }));
  }
}
function splitLines2(text3) {
  const hasTrailingNl = text3.endsWith("\n");
  const result = text3.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/report/side-by-side.ts
function pairSteps(evidence) {
  const base = linesOf(evidence.base);
  const head = linesOf(evidence.head);
  const changes = diffArrays(
    base.map((line) => line.key),
    head.map((line) => line.key)
  );
  const pairs = [];
  let [baseIndex, headIndex] = [0, 0];
  for (const { value, added, removed } of changes) {
    for (const _ of value) {
      const left = added ? "" : base[baseIndex++]?.text ?? "";
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
  const side = (tally) => `${tally.passes}/${tally.trials}${tally.undetermined === 0 ? "" : ` (${tally.undetermined} undetermined)`}`;
  return `base ${side(base)} \u2192 head ${side(head)}`;
}
function linesOf(view) {
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
function wrap(text3, width, maxLines = Number.POSITIVE_INFINITY) {
  const lines = [];
  let rest = text3;
  while (rest.length > width && lines.length + 1 < maxLines) {
    const blank = rest.lastIndexOf(" ", width);
    const end = blank > width / 2 ? blank : width;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== "") lines.push(rest.length > width ? `${rest.slice(0, width - 1)}\u2026` : rest);
  return lines.map((line) => line.replace(/^:(?=:)/, ": "));
}

// src/report/terminal-cases.ts
var MAX_CASES2 = 10;
var MAX_CASES_WITH_STEPS = 3;
var MAX_TEXT2 = 400;
var MAX_CELL_LINES = 3;
var SECTION_INDENT = 2;
function caseLines2(cases, screen) {
  const shownWays = /* @__PURE__ */ new Set();
  const lines = cases.slice(0, MAX_CASES2).flatMap((one) => {
    const way = wayOf(one);
    const withSteps = !shownWays.has(way) && shownWays.size < MAX_CASES_WITH_STEPS;
    shownWays.add(way);
    return [headingLine(one, screen), ...bodyLines(one, withSteps, screen).map((line) => `  ${line}`)];
  });
  return cases.length > MAX_CASES2 ? [...lines, `and ${cases.length - MAX_CASES2} more, all in the JSON report`] : lines;
}
function wayOf(one) {
  return one.evidence === null ? "" : divergenceText(one.evidence.firstDivergence);
}
function headingLine(one, { colors }) {
  const slices = one.slices.length === 0 ? "" : `  ${colors.dim(text(list(one.slices, 3)))}`;
  return `${colors.bold(text(one.caseId))}  ${tallyText(one)}${slices}`;
}
function bodyLines(one, withSteps, screen) {
  const { colors } = screen;
  const width = screen.width - 2 * SECTION_INDENT;
  if (one.evidence === null) return wrap(text(one.reason), width);
  const divergence = wrap(text(wayOf(one)), width).map((line) => colors.yellow(line));
  if (!withSteps) return divergence;
  const { outcome } = one.evidence.head;
  const why = outcome.kind === "pass" ? [] : wrap(text(outcome.reason), width);
  return [...divergence, ...why, ...stepLines(one.evidence, width, colors)];
}
function stepLines(evidence, width, colors, maxCellLines = MAX_CELL_LINES) {
  const column = Math.floor((width - 3) / 2);
  const row = (base, head, mark) => {
    const left = wrap(text(base), column, maxCellLines);
    const right = wrap(text(head), column, maxCellLines);
    const height = Math.max(left.length, right.length, 1);
    return Array.from({ length: height }, (_, index) => {
      const sign = index === 0 ? mark : "\u2502";
      return `${(left[index] ?? "").padEnd(column)} ${sign} ${right[index] ?? ""}`.trimEnd();
    });
  };
  const heading = row(trialHeading("base", evidence.base), trialHeading("head", evidence.head), "\u2502");
  const steps = pairSteps(evidence).flatMap(
    ({ base, head, differs }) => differs ? row(base, head, "\u2260") : row(base, head, "\u2502").map((line) => colors.dim(line))
  );
  return [...heading.map((line) => colors.bold(line)), ...steps];
}
function text(foreign) {
  return terminalText(foreign, MAX_TEXT2);
}

// src/report/repro.ts
var MAX_TEXT3 = 400;
var MAX_CELL_LINES2 = 12;
function renderRepro(caseId, trials, options) {
  const colors = import_picocolors2.default.createColors(options.color);
  const text3 = (foreign) => wrap(terminalText(foreign, MAX_TEXT3), options.width);
  const evidence = caseEvidence(trials, "full");
  const shown4 = evidence === null ? ["a side has no trial"] : [
    ...text3(divergenceText(evidence.firstDivergence)).map((line) => colors.yellow(line)),
    ...stepLines(evidence, options.width, colors, MAX_CELL_LINES2)
  ];
  const lines = [
    colors.bold(terminalText(caseId, MAX_TEXT3)),
    ...trials.flatMap((one) => text3(judgementText(one))),
    "",
    ...shown4
  ];
  return `${lines.join("\n")}
`;
}
function judgementText({ trial, score }) {
  const { provider, store, shared } = trial.answers;
  const why = score.outcome.kind === "pass" ? "" : `: ${score.outcome.reason}`;
  const answers = `${count(provider, "answer")} drawn, ${store} stored, ${shared} shared`;
  return `${trial.side} trial ${trial.number} (${trial.standing.replace("_", " ")}; ${answers}) ${score.outcome.kind}${why}`;
}

// src/report/status.ts
var MAX_TOOLS = 5;
var MAX_GROUPS2 = 20;
var MAX_SHARES = 3;
var MAX_ALARMS2 = 20;
var IN_GROUPS = ["success", "tool_error", "steps", "input_tokens", "duration", "cost"];
var SHOWN_SHARES = ["model", "first_tool", "finish_reason"];
function statusParts(report) {
  const { behaviour, alarms } = report;
  const [all, ...others] = behaviour?.groups ?? [];
  return {
    lines: headLines(report),
    tables: [
      ...all === void 0 ? [] : [measureTable(all), shareTable(all)],
      ...others.length === 0 ? [] : [groupTable(others)],
      ...alarms === null || alarms.length === 0 ? [] : [alarmTable(alarms)]
    ].filter(({ rows }) => rows.length > 0)
  };
}
function headLines({
  today,
  behaviour,
  alarms,
  backfills,
  undated,
  skewed,
  waitingBytes,
  noise,
  reservoir
}) {
  const all = behaviour?.groups[0];
  const known = backfills.map(({ name, days }) => `${name} ${count(days, "day")}`);
  return [
    behaviour === null || all === void 0 ? 'no day of the traffic is known yet: "pawl backfill" scans them' : `newest day ${behaviour.day}${behaviour.day < today ? ` (today is ${today})` : ""}: ${count(all.trajectories, "trajectory", "trajectories")}; ${count(behaviour.days, "day")} known`,
    ...alarms === null ? ["alarms: not known, nothing could be watched yet"] : [alarms.length === 0 ? "alarms: none open" : `alarms: ${number(alarms.length)} open`],
    ...known.length === 0 ? [] : [`backfill: ${list(known, MAX_GROUPS2)}`],
    ...undated > 0 ? [`${count(undated, "trajectory", "trajectories")} without a time are in no day`] : [],
    ...skewed > 0 ? [skewText(skewed)] : [],
    ...waitingBytes > 0 ? ['records wait outside of the tables: "pawl traffic compact" takes them in'] : [],
    `A/A: ${noise === null ? 'not measured yet ("pawl aa")' : noiseLineText(noise)}`,
    ...reservoir === null ? [] : [`reservoir: ${reservoirText(reservoir)}`]
  ];
}
function reservoirText(reservoir) {
  if (typeof reservoir === "string") return `not known: ${reservoir}`;
  const { trials, cases, full } = reservoir;
  return `${count(trials, "base trial")} of ${count(cases, "case")}, ${number(full)} of them with all that are wanted`;
}
function measureTable({ measures }) {
  const tools = measures.filter(({ dimension: { kind } }) => kind === "tool_use").slice(0, MAX_TOOLS);
  const shown4 = measures.filter(
    (measure) => tools.includes(measure) || !["tool_use", "tool_failure"].includes(measure.dimension.kind)
  );
  return {
    title: "All traffic",
    head: ["", "last 28 days", "newest", "95 % interval", "usual"],
    align: "llrrr",
    bars: 1,
    rows: shown4.map((measure) => {
      const amount2 = (value) => value === null ? "-" : dimensionAmount(measure.dimension, value);
      const { limits, latest, usual, series, dimension } = measure;
      const interval = limits === null ? "-" : `${amount2(limits.low)} to ${amount2(limits.high)}`;
      return [dimensionText(dimension), sparkline(series), amount2(latest), interval, amount2(usual)];
    })
  };
}
function shareTable({ shares }) {
  const shown4 = shares.filter(({ dimension: { kind } }) => SHOWN_SHARES.includes(kind));
  return {
    title: "Shares on the newest day",
    head: ["", "most frequent"],
    align: "ll",
    bars: null,
    rows: shown4.map(({ dimension, shares: of }) => [
      dimensionText(dimension),
      list(
        of.map(({ name, share: share2 }) => `${name} ${percent(share2)}`),
        MAX_SHARES
      )
    ])
  };
}
function groupTable(groups) {
  const kinds = IN_GROUPS.filter((kind) => groups.some(({ measures }) => measureOf(measures, kind) !== void 0));
  const shown4 = groups.slice(0, MAX_GROUPS2);
  const rest = groups.length - shown4.length;
  return {
    title: `Slices and cohorts on the newest day${rest > 0 ? ` (${number(rest)} more are not shown)` : ""}`,
    head: ["", "trajectories", "success, 28 days", ...kinds.map((kind) => kind.replaceAll("_", " "))],
    align: `lrl${"r".repeat(kinds.length)}`,
    bars: 2,
    rows: shown4.map(({ group, trajectories, measures }) => [
      groupText2(group),
      number(trajectories),
      sparkline(measureOf(measures, "success")?.series ?? []),
      ...kinds.map((kind) => {
        const measure = measureOf(measures, kind);
        const latest = measure?.latest ?? null;
        return measure === void 0 || latest === null ? "-" : dimensionAmount(measure.dimension, latest);
      })
    ])
  };
}
function measureOf(measures, kind) {
  return measures.find(({ dimension }) => dimension.kind === kind);
}
function alarmTable(alarms) {
  return {
    title: `Open alarms${alarms.length > MAX_ALARMS2 ? ` (the strongest ${MAX_ALARMS2})` : ""}`,
    head: ["", "where", "before", "after"],
    align: "llrr",
    bars: null,
    rows: alarms.slice(0, MAX_ALARMS2).map(({ dimension, group, category, before, after }) => [
      `${dimensionText(dimension)}${category === null ? "" : ` ${category}`}`,
      groupText2(group),
      dimensionAmount(dimension, before),
      dimensionAmount(dimension, after)
    ])
  };
}
function groupText2(group) {
  return group.kind === "all" ? "all traffic" : `${group.kind} ${group.name}`;
}

// src/report/status-text.ts
var MAX_CELL = 120;
var MAX_LINE = 500;
var MIN_NAME = 24;
function renderStatus(report, width) {
  const { lines, tables } = statusParts(report);
  return [
    ...lines.map((line) => terminalText(line, MAX_LINE)),
    ...tables.flatMap((one) => ["", one.title, ...plainTable(one, width)])
  ].join("\n");
}
function renderStatusMarkdown(report) {
  const { lines, tables } = statusParts(report);
  const parts = [
    "## pawl: how things stand",
    lines.map((line) => `- ${markdownText(line, MAX_LINE)}`).join("\n"),
    ...tables.flatMap(({ title: title2, head, align, rows }) => [
      `### ${title2}`,
      table(
        head,
        align,
        rows.map((cells) => cells.map((cell) => markdownText(cell, MAX_CELL)))
      )
    ])
  ];
  return parts.join("\n\n");
}
function plainTable({ head, align, rows, bars }, width) {
  const cells = [head, ...rows.map((row) => row.map(plainCell))];
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const excess = widths.reduce((sum, one) => sum + 2 + one, 0) - width;
  const [names2 = 0] = widths;
  if (excess <= 0 || bars === null && names2 <= MIN_NAME) return indented(cells, align);
  if (bars !== null) {
    const without = (list2) => list2.filter((_, at) => at !== bars);
    const narrow = { head: without(head), align: without([...align]).join(""), rows: rows.map(without) };
    return plainTable({ title: "", ...narrow, bars: null }, width);
  }
  const room = Math.max(MIN_NAME, names2 - excess);
  const cut2 = ([name = "", ...rest]) => [
    name.length <= room ? name : `${name.slice(0, room - 1)}\u2026`,
    ...rest
  ];
  return indented(cells.map(cut2), align);
}
function indented(cells, align) {
  return columns(cells, align).map((line) => `  ${line}`.trimEnd());
}
function plainCell(cell) {
  return /^[▁▂▃▄▅▆▇█ ]*$/.test(cell) ? cell : terminalText(cell, MAX_CELL);
}

// src/report/traffic.ts
var MAX_NAMES2 = 10;
var MAX_NAME_CHARS6 = 60;
function renderTraffic(summary, waitingBytes, maxDays) {
  const { trajectories, days, formats: formats2, models, agents, outcomes } = summary;
  const dated = days.filter(({ day: day3 }) => day3 !== null);
  const [first, last] = [dated[0]?.day, dated.at(-1)?.day];
  const range = first === last ? `${first}` : `${first} to ${last}`;
  return [
    `${count(trajectories, "trajectory", "trajectories")} on ${count(dated.length, "day")}${dated.length > 0 ? `, ${range}` : ""}`,
    ...waitingBytes > 0 ? [waiting(waitingBytes)] : [],
    ...days.length > 0 ? ["", ...dayTable(summary, maxDays)] : [],
    ...names("models", models, trajectories),
    ...names("agents", agents, trajectories),
    ...names("outcomes", outcomes, trajectories),
    ...names("formats", formats2, trajectories)
  ].join("\n");
}
function waiting(bytes) {
  const size = bytes < 1e6 ? "less than 1" : number(Math.ceil(bytes / 1e6));
  return `${size} MB of records wait: "pawl collect" is running, or an ingest was interrupted: run it again, or "pawl traffic compact"`;
}
function dayTable({ days }, maxDays) {
  const shown4 = days.slice(-maxDays);
  const rows = shown4.map((one) => [
    one.day ?? "no time",
    number(one.trajectories),
    passRate(one.passed, one.failed),
    number(one.trajectories - one.passed - one.failed),
    (one.steps / one.trajectories).toFixed(1),
    number(one.toolErrors),
    number(one.withProblems)
  ]);
  const head = ["day", "trajectories", "passed", "no outcome", "steps each", "tool errors", "with problems"];
  const [titles = "", ...lines] = columns([head, ...rows], "lr");
  const left = days.length - shown4.length;
  return [titles, ...left > 0 ? [`(${count(left, "earlier day")} not shown)`] : [], ...lines];
}
function passRate(passed, failed) {
  return passed + failed === 0 ? "-" : percent(passed / (passed + failed));
}
function names(title2, counts, total) {
  if (counts.length === 0) return [];
  const shown4 = counts.slice(0, MAX_NAMES2).map(({ name, trajectories }) => {
    return `  ${number(trajectories)} (${percent(trajectories / total)})  ${terminalText(name, MAX_NAME_CHARS6)}`;
  });
  const more = counts.length - MAX_NAMES2;
  return ["", title2, ...shown4, ...more > 0 ? [`  and ${number(more)} more`] : []];
}

// src/report/trajectory.ts
var MAX_TEXT4 = 1e3;
var MAX_STEPS3 = 400;
function renderTrajectory({ traceId, cleaned, reduction }) {
  const { kept, dropped } = cleaned;
  const steps = [...kept, ...dropped].sort((a, b) => a.index - b.index);
  const shown4 = steps.slice(0, MAX_STEPS3).flatMap((one) => "rule" in one ? [goneLine(one)] : stepLines2(one));
  return [
    ...headLines2(cleaned.trajectory, traceId),
    ...reductionLines(reduction),
    "",
    ...shown4,
    ...steps.length > MAX_STEPS3 ? [`and ${number(steps.length - MAX_STEPS3)} more steps`] : [],
    `answer: ${terminalText(shownJson(cleaned.trajectory.output), MAX_TEXT4)}`
  ].join("\n");
}
function headLines2(trajectory, traceId) {
  const { id, format, startUs, conversationId, userId, agentName, agentVersion, outcomes, problems } = trajectory;
  const texts2 = [
    ["trajectory", `${id} (${format})`],
    ["trace", traceId === id ? null : traceId],
    ["began", startUs === null ? null : momentText(startUs)],
    ["agent", agentName === null ? null : `${agentName} ${agentVersion ?? ""}`],
    ["talk", conversationId],
    ["user", userId],
    ...outcomes.map((outcome) => ["outcome", outcomeText2(outcome)]),
    ...problems.map((problem) => ["problem", problem])
  ];
  return texts2.flatMap(([name, text3]) => text3 === null ? [] : [`${name.padEnd(10)} ${terminalText(text3, MAX_TEXT4)}`]);
}
function outcomeText2({ name, value, passed, source }) {
  return `${name} ${value}${passed === null ? "" : passed ? ", passed" : ", failed"} (${source})`;
}
function reductionLines({ before, after, byRule }) {
  const saved = before.tokens === 0 ? 0 : 1 - after.tokens / before.tokens;
  const rules = Object.entries(byRule).map(([rule, { steps, parts }]) => {
    const texts2 = [...steps > 0 ? [count(steps, "step")] : [], ...parts > 0 ? [count(parts, "part")] : []];
    return `${rule} ${texts2.join(" and ")}`;
  });
  const size = `${number(after.steps)} of ${count(before.steps, "step")}, about ${number(after.tokens)} of ${count(before.tokens, "token")}`;
  if (rules.length === 0)
    return [`kept       all: ${count(before.steps, "step")}, about ${count(before.tokens, "token")}`];
  return [`kept       ${size} (${percent(saved)} fewer)`, `gone       ${rules.join(", ")}`];
}
function goneLine({ index, rule, twin }) {
  return `${index + 1}  gone: ${rule}${twin === null ? "" : `, step ${twin + 1} stands for it`}`;
}
function stepLines2({ index, step, context }) {
  const texts2 = textsOf(step);
  const [head = "", ...rest] = texts2;
  const told = context === null ? [] : [`told the first ${count(context.messages, "message")} of step ${context.of + 1} again`];
  return [
    `${index + 1}  ${terminalText(head, MAX_TEXT4)}`,
    ...[...told, ...rest].map((text3) => `     ${terminalText(text3, MAX_TEXT4)}`)
  ];
}
function textsOf(step) {
  const by = step.agent.length === 0 ? "" : ` by ${step.agent.join("/")}`;
  if (step.kind === "tool_call") {
    const { name, arguments: given, outcome } = step;
    const came = outcome.kind === "unknown" ? "nothing that was recorded" : `${outcome.kind} ${shownJson(outcome.value)}`;
    return [`${name} ${shownJson(given)} -> ${came}${by}`];
  }
  const { responseModel, requestModel, input, output, error } = step;
  return [
    `model ${responseModel ?? requestModel ?? "of unknown name"}${by}`,
    ...(input ?? []).flatMap(messageLines),
    ...output === null ? [] : messageLines(output),
    ...error === null ? [] : [`error: ${error}`]
  ];
}
function messageLines({ role, parts }) {
  return parts.map((part) => `${role}: ${partText(part)}`);
}
function partText(part) {
  switch (part.kind) {
    case "text":
      return part.text;
    case "reasoning":
      return `(reasons) ${part.text}`;
    case "tool_call":
      return `(calls) ${part.name} ${shownJson(part.arguments)}`;
    case "tool_result":
      return `(${part.isError ? "error" : "result"}) ${shownJson(part.result)}`;
    case "other":
      return `(${part.type})`;
    default:
      return part;
  }
}
function shownJson(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

// src/report/annotations.ts
var MAX_ANNOTATIONS = 200;
var MAX_TITLE = 200;
var MAX_SUMMARY = 300;
var MAX_MESSAGE = 1e3;
function lineAnnotations(report) {
  const level = levelOf(report);
  if (level === null) return { annotations: [], left: 0 };
  const byPath = Map.groupBy(
    report.changes.filter((change) => change.affecting && change.places.length > 0),
    (change) => change.path
  );
  const all = [...byPath].flatMap(([path, changes]) => annotationsOf(path, changes, report, level));
  return { annotations: all.slice(0, MAX_ANNOTATIONS), left: Math.max(0, all.length - MAX_ANNOTATIONS) };
}
function levelOf({ verdict }) {
  switch (verdict) {
    case "block":
      return "warning";
    case "inconclusive":
      return "notice";
    case "pass":
    case "not_affected":
    case "error":
      return null;
    default:
      return verdict;
  }
}
function annotationsOf(path, changes, report, level) {
  const [first] = changes;
  if (first === void 0) return [];
  const kind = first.kind.replace("_", " ");
  const what = terminalText(changes.map(({ summary }) => summary).join("; "), MAX_SUMMARY);
  const title2 = terminalText(`pawl: a ${kind} changed here`, MAX_TITLE);
  const message = terminalText(`${what}. The agent with the changes of this head: ${report.title}`, MAX_MESSAGE);
  return first.places.map(({ start, end }) => ({ path, start, end, level, title: title2, message }));
}

// src/report/junit.ts
var MAX_NAME3 = 200;
var MAX_MESSAGE2 = 1e3;
function renderJunit(report) {
  const gating = report.slices.length > 0 ? report.slices : report.all === null ? [] : [report.all];
  const suites = [
    suite("gate", [gateCase(report)]),
    suite("slices", gating.map(sliceCase)),
    suite("cases", report.cases.map(caseOf))
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pawl">
${suites.join("")}</testsuites>
`;
}
function suite(name, cases) {
  const of = (outcome) => cases.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}" skipped="${of("skipped")}"`;
  return `  <testsuite name="${name}" ${counts}>
${cases.map((one) => testCase(name, one)).join("")}  </testsuite>
`;
}
function testCase(suiteName, { name, outcome, message }) {
  const start = `    <testcase classname="pawl.${suiteName}" name="${xml(name, MAX_NAME3)}"`;
  return outcome === "passed" ? `${start}/>
` : `${start}>
      <${outcome} message="${xml(message, MAX_MESSAGE2)}"/>
    </testcase>
`;
}
function xml(foreign, max) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return terminalText(foreign, max).replaceAll(/[\uFFFE\uFFFF]/g, "").replaceAll(/[&<>"]/g, (character) => entities[character] ?? "");
}
function gateCase({ verdict, exitCode, title: title2 }) {
  const named = { name: "verdict", message: title2 };
  switch (verdict) {
    case "pass":
    case "not_affected":
      return { ...named, outcome: "passed" };
    case "block":
      return { ...named, outcome: "failure" };
    case "inconclusive":
      return { ...named, outcome: exitCode === 0 ? "skipped" : "failure" };
    case "error":
      return { ...named, outcome: "error" };
    default:
      return verdict;
  }
}
function sliceCase(one) {
  const { name, rates, delta, evidence } = sliceRow(one);
  const message = [rates, delta, evidence, ...one.reasons].filter((part) => part !== "").join(", ");
  switch (one.verdict) {
    case "regressed":
      return one.accepted === true ? { name, outcome: "skipped", message: `regressed, accepted: ${message}` } : { name, outcome: "failure", message };
    case "inconclusive":
    case "underpowered":
      return { name, outcome: "skipped", message: `${one.verdict}: ${message}` };
    case "improved":
    case "not_worse":
    case "no_evidence":
      return { name, outcome: "passed", message };
    default:
      return one.verdict;
  }
}
function caseOf({ caseId, verdict, reason, accepted }) {
  switch (verdict) {
    case "broken":
      return accepted === true ? { name: caseId, outcome: "skipped", message: `broken, accepted: ${reason}` } : { name: caseId, outcome: "failure", message: reason };
    case "suspect":
    case "flaky":
    case "undetermined":
      return { name: caseId, outcome: "skipped", message: `${verdict}: ${reason}` };
    case "ok":
    case "unaffected":
      return { name: caseId, outcome: "passed", message: reason };
    default:
      return verdict;
  }
}

// src/report/adoption.ts
var MAX_NAMED2 = 5;
var MAX_SLICES3 = 20;
function testedTexts({ adoption, head, corpus }) {
  if (adoption === null) return [];
  const { trialsPerCase, slices, flaky, failing } = adoption;
  const ended = head.attempted - head.errored;
  const trials = count(head.attempted, "trial");
  const whole = head.diverged + head.notCovered === 0 ? "no trial left its recording" : `${number(head.diverged)} of ${trials} left their recording, where the tape has no answer`;
  return [
    `the agent starts: ${number(ended)} of ${trials} came to their end (${count(corpus.cases, "case")}, ${trialsPerCase} trials each)`,
    `the corpus replays: ${whole}`,
    flaky.length === 0 ? "noise: no case both passed and failed" : `noise: ${count(flaky.length, "case")} both passed and failed (${list(flaky, MAX_NAMED2)})`,
    ...failing.length === 0 ? [] : [`${count(failing.length, "case")} failed every time and will protect nothing (${list(failing, MAX_NAMED2)})`],
    ...slices.slice(0, MAX_SLICES3).map(({ name, cases, head: tally }) => `slice ${name}: ${sliceText(cases, tally)}`),
    ...slices.length > MAX_SLICES3 ? [`and ${slices.length - MAX_SLICES3} more slices`] : []
  ];
}
function sliceText(cases, { passes, trials, undetermined }) {
  const open = undetermined === 0 ? "" : `, ${number(undetermined)} undetermined`;
  const rate = trials === 0 ? "no trial came to a result" : `${percent(passes / trials)} of ${count(trials, "trial")} passed`;
  return `${rate}${open} (${count(cases, "case")})`;
}
function untestedTexts({ adoption }) {
  if (adoption === null) return [];
  return [
    adoption.kind === "first_installation" ? "whether head is better or worse: the target branch never had these settings, so there is no base to compare with" : "whether head is better or worse: base has no settings, and gate.bootstrap on the target branch lets that pass. Take it out again",
    "how often noise alone would block: pawl aa measures it after the merge"
  ];
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
    return line === void 0 ? [] : [`${kind === "all" ? "all cases" : name}: ${answer(line, external, level)}`];
  });
}
function answer(line, { clusterBy, gateOn }, level) {
  const by = clusterBy.length === 0 ? "" : ` by ${clusterBy.join(", ")}`;
  const moved = `${line.informative} moved, so the smallest p possible is ${number2(line.smallestP)}`;
  const figures = `${pValue(line.p)}, ${count(line.clusters, "cluster")}${by}, ${moved}`;
  if (line.holds) return `yes, tasks like these got worse too (${figures})`;
  const only = gateOn === "cluster" ? "" : "; it is sure for these cases alone";
  if (line.smallestP > level) return `too few tasks moved to tell (${figures})${only}`;
  return `not shown (${figures})${only}`;
}
function number2(p) {
  return pValue(p).replace(/^p[=<]/, "");
}

// src/report/case-groups.ts
function groupCases(report) {
  const failing = report.cases.filter(({ verdict }) => verdict === "broken" || verdict === "suspect");
  const of = (verdict) => failing.filter((one) => one.verdict === verdict && one.accepted !== true);
  const isDriver = (one) => report.external === null ? one.evidence !== null : one.verdict === "ok";
  const drivers = report.cases.filter((one) => isDriver(one) && !failing.includes(one));
  return [
    { title: "Broken cases", cases: of("broken") },
    { title: "Suspect cases", cases: of("suspect") },
    { title: "Failing cases that are accepted", cases: failing.filter(({ accepted }) => accepted === true) },
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

// src/report/markdown-cases.ts
var MAX_CASES_WITH_STEPS2 = 10;
var MAX_CASES3 = 30;
var MAX_REASON = 300;
var MAX_CELL2 = 240;
function caseSections(report, level) {
  return groupCases(report).flatMap(({ title: title2, cases }) => {
    const withSteps = level === "full" ? cases.slice(0, MAX_CASES_WITH_STEPS2) : [];
    const named = cases.slice(withSteps.length, MAX_CASES3);
    const blocks = withSteps.map(caseBlock);
    if (named.length > 0) blocks.push(named.map((one) => `- ${caseLine(one)}`).join("\n"));
    const more = cases.length - withSteps.length - named.length;
    if (more > 0) blocks.push(`and ${more} more, all in the JSON report`);
    return [`### ${title2} (${cases.length})`, ...blocks];
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
    markdownText(trialHeading("base", evidence.base), MAX_CELL2),
    markdownText(trialHeading("head", evidence.head), MAX_CELL2)
  ];
  const rows = pairSteps(evidence).map(({ base, head, differs }) => [
    differs ? "\u2260" : "",
    base === "" ? "" : code(base),
    head === "" ? "" : code(head)
  ]);
  const decided = `<sub>${markdownText(one.reason, MAX_REASON)}</sub>`;
  return [...why, table(heading, "lll", rows), decided].join("\n\n");
}

// src/report/measures.ts
var MAX_SHOWN3 = 12;
function measureTexts({ measures }) {
  const moved = measures.flatMap((row) => {
    const change = changeOf(row);
    return change === null || shown3(row.base) === shown3(row.head) ? [] : [{ row, change }];
  });
  return moved.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, MAX_SHOWN3).map(({ row, change }) => `${row.name} ${shown3(row.base)} \u2192 ${shown3(row.head)}${unitOf(row)}${share(change)}`);
}
function changeOf({ base, head }) {
  if (base === null || head === null || base === head) return null;
  return base === 0 ? Number.POSITIVE_INFINITY : (head - base) / Math.abs(base);
}
function share(change) {
  if (!Number.isFinite(change)) return "";
  const percent2 = Math.round(100 * change);
  return ` (${percent2 > 0 ? "+" : ""}${percent2}%)`;
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
  ["other_case", "known from other cases"],
  ["nearest", "answered by the nearest recorded call"],
  ["simulated", "simulated"],
  ["live", "answered by the real tool"],
  ["agent", "run by the agent's own process"],
  ["schema_error", "refused by the schema"],
  ["miss", "not on the tape"]
];
function toolCallTexts({ run: { tools } }) {
  return ["base", "head"].flatMap((side) => {
    const text3 = sideText(tools[side]);
    return text3 === null ? [] : [`${side} ${text3}`];
  });
}
function sideText({ byMatch, normalisations, uncalled }) {
  const calls = Object.values(byMatch).reduce((sum, times) => sum + times, 0);
  if (calls + uncalled.calls === 0) return null;
  const special = WORDS2.flatMap(([match, words]) => {
    const times = byMatch[match] ?? 0;
    return times === 0 ? [] : [`${number(times)} ${words}${match === "normalised" ? ways(normalisations) : ""}`];
  });
  const among = special.length === 0 ? "" : `, ${special.join(", ")}`;
  const left = uncalled.calls === 0 ? "" : `; ${count(uncalled.calls, "recorded call")} left out in ${count(uncalled.trials, "trial")}`;
  return `${count(calls, "tool call")}${among}${left}`;
}
function ways(normalisations) {
  const names2 = Object.entries(normalisations).toSorted(([, a], [, b]) => b - a);
  return ` (${names2.map(([name, times]) => `${name} ${number(times)}`).join(", ")})`;
}
function ignoredTexts({ run: { ignoredInRequests: ignored } }) {
  if (ignored.length === 0) return [];
  const named = ignored.map(({ name, pattern }) => `${name} (/${pattern}/)`).join(", ");
  return [`what matches ${named} does not count when two model requests are compared`];
}

// src/report/markdown-evidence.ts
var MAX_LINE2 = 400;
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
  const titles = ["trials", ...COLUMNS2.map(([, title2]) => title2), ...report.external === null ? ["hermetic"] : []];
  const trials = table(titles, `l${"r".repeat(titles.length - 1)}`, [row("base", base), row("head", head)]);
  const overall = overallText(report);
  const traffic = trafficText(report);
  const isolation = isolationText(report);
  const noise = noiseText(report);
  const measures = measureTexts(report).map((line) => markdownText(line, MAX_LINE2));
  const lines = [
    ...overall === null ? [] : [`- all cases: ${overall}`],
    ...traffic === null ? [] : [`- in the traffic: ${traffic}`],
    `- cases: ${caseCountsText(report)}`,
    `- answers: ${costText(report)}`,
    `- policy: ${policyText(report)}`,
    ...noise === null ? [] : [`- noise: ${markdownText(noise, MAX_LINE2)}`],
    ...judgeTexts(report).map((line) => `- judge: ${markdownText(line, MAX_LINE2)}`),
    ...toolCallTexts(report).map((line) => `- tools: ${markdownText(line, MAX_LINE2)}`),
    ...ignoredTexts(report).map((line) => `- ignored: ${markdownText(line, MAX_LINE2)}`),
    ...sourceTexts2(report).map((line) => `- read: ${markdownText(line, MAX_LINE2)}`),
    ...isolation === null ? [] : [`- isolation: ${markdownText(isolation, MAX_LINE2)}`],
    ...measures.length === 0 ? [] : [`- per trial, base \u2192 head (shown, not judged): ${measures.join("; ")}`]
  ];
  const trialsText = `${number(base.determined)} base and ${number(head.determined)} head trials`;
  const summary = `Evidence: ${trialsText} \xB7 ${count(report.run.providerCalls, "provider call")} \xB7 ${dollars(report.run.costUsd)}`;
  return [details(summary, `${trials}

${lines.join("\n")}`)];
}

// src/report/settle.ts
function settlingTexts(report) {
  if (report.verdict !== "inconclusive") return [];
  const lines = new Set(report.reasons.flatMap((reason) => settledBy(reason, report) ?? []));
  return lines.size === 0 ? [] : [...lines, standing(report)];
}
function standing({ exitCode }) {
  return exitCode === 0 ? "until then the check is green, which is no pass (gate.inconclusive: warn)" : "until then the check is red: what is inconclusive blocks here";
}
function settledBy(reason, report) {
  switch (reason.kind) {
    case "slice_inconclusive":
      return sliceText2(reason.slice, report);
    case "not_covered":
      return "a run that may ask the model: the same commit on a branch of this repository";
    case "budget_spent":
      return `at least ${count(reason.more, "more run")}: raise the budget under gate in pawl.yml`;
    case "rounds_ended":
      return `at least ${count(reason.more, "more run")}: pawl gate on one machine goes on until it is settled`;
    case "not_seen":
      return `trials that come to their end on both sides, in ${count(reason.cases, "case")}`;
    case "model_not_tried":
      return `a case in which the agent asks ${reason.pins.map(({ to }) => to).join(", ")}. Where the model comes from a variable, let the agent read it from the pin's file`;
    case "corpus_unreadable":
      return "a corpus that can be read whole: mend the lines that the notes name";
    default:
      return null;
  }
}
function sliceText2(name, { slices, all }) {
  const found = slices.find((one) => one.name === name) ?? all;
  if (found === null) return null;
  if (found.settling !== null) return `slice ${name}: about ${spentText(found.settling)} more`;
  const open = found.head.undetermined;
  if (open === 0) return null;
  return `slice ${name}: results for ${count(open, "undetermined trial")} of head. Record what head now asks, or say under tools.rules how its tools answer`;
}

// src/report/markdown.ts
var MAX_TITLE2 = 300;
var MAX_LINE3 = 400;
var MAX_BULLETS = 20;
var MAX_DIFF = 4e3;
function renderMarkdown(report, level) {
  const head = headSections(report);
  const moved = slicesSection(report, level);
  const sections = level === "minimal" ? [...head, ...moved] : [
    ...head,
    // An error's cause (how the agent ended, what could not be read) stands among the notes.
    ...report.verdict === "error" ? notesSection(report) : [],
    ...adoptionSection(report),
    ...changesSection(report.changes, level),
    ...moved,
    ...clustersSection(report),
    ...cohortsSection(report),
    ...schemaErrorsSection(report),
    ...caseSections(report, level),
    ...settlingSection(report),
    ...priceLine(report),
    ...evidenceSection(report),
    ...report.verdict === "error" ? [] : notesSection(report)
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
  const accepted = shownEntries(report.accepted).map((entry) => bullet(acceptedText(entry)));
  const unread = report.accepted.problems.map((problem) => bullet(`accepts nothing: ${problem}`));
  const declared = [...accepted, ...unread].slice(0, MAX_BULLETS);
  const run = `<sub>${markdownText(runLine(report), MAX_LINE3)}</sub>`;
  return [
    `## ${symbol} ${markdownText(report.title, MAX_TITLE2)}`,
    ...more.length === 0 ? [] : [more.join("\n")],
    ...declared.length === 0 ? [] : ["### Declared as intended", declared.join("\n")],
    run
  ];
}
function settlingSection(report) {
  const lines = settlingTexts(report);
  return lines.length === 0 ? [] : ["### What would settle it", lines.map(bullet).join("\n")];
}
function priceLine(report) {
  if (report.base.attempted + report.head.attempted === 0) return [];
  const { run, policy } = report;
  const calls = `${dollars(run.costUsd)}, ${count(run.providerCalls, "provider call")}`;
  const cost = run.mode === "external" ? "" : `**Cost** ${run.providerCalls === 0 ? "nothing was paid" : calls} \xB7 `;
  const noise = run.noise === null ? "" : `; measured: ${run.noise.blocks} of ${number(run.noise.pullRequests)}`;
  return [`${cost}**False alarms** at most ${percent(policy.alpha)} of unchanged pull requests are blocked${noise}`];
}
function adoptionSection(report) {
  if (report.adoption === null) return [];
  const lines = (texts2) => texts2.map(bullet).join("\n");
  return ["### What was tested", lines(testedTexts(report)), "### What was not", lines(untestedTexts(report))];
}
function changesSection(changes, level) {
  if (changes.length === 0) return [];
  const lines = changes.slice(0, MAX_BULLETS).map((change) => {
    const outside = change.affecting ? "" : " _(does not concern the agent)_";
    return `- **${change.kind.replace("_", " ")}** ${code(change.path)} ${markdownText(change.summary, MAX_LINE3)}${outside}`;
  });
  if (changes.length > MAX_BULLETS) lines.push(`- and ${changes.length - MAX_BULLETS} more`);
  const prompts = level === "full" ? changes.filter((change) => change.lines.length > 0) : [];
  const diffs = prompts.map(
    (change) => details(`Changed lines of ${code(change.path)}`, markdownFence(change.lines.join("\n"), "diff", MAX_DIFF))
  );
  return ["### What changed", lines.join("\n"), ...diffs];
}
function slicesSection(report, level) {
  const gating = report.slices.length > 0 ? report.slices : report.all === null ? [] : [report.all];
  if (gating.length === 0) return [];
  const { moved, unmoved, unaffected } = groupSlices(gating);
  const rest = [
    unmoved.length === 0 ? "" : `${count(unmoved.length, "slice")} without evidence of a change`,
    unaffected.length === 0 ? "" : `${count(unaffected.length, "slice")} unaffected`
  ].filter((part) => part !== "");
  const names2 = unaffected.map((one) => markdownText(one.name, 60));
  const equal = `Unaffected, no request, tool call or answer differs: ${list(names2, 30)}`;
  const body = [unmoved.length === 0 ? "" : sliceTable(unmoved), unaffected.length === 0 ? "" : equal];
  const summary = rest.join(", ");
  const quiet = rest.length === 0 ? [] : level === "full" ? [details(summary, body.filter((part) => part !== "").join("\n\n"))] : [summary];
  return ["### Slices", ...moved.length === 0 ? [] : [sliceTable(moved)], ...quiet];
}
function clustersSection(report) {
  const lines = clusterTexts(report);
  return lines.length === 0 ? [] : [`### ${CLUSTERS_TITLE}`, lines.map(bullet).join("\n")];
}
function cohortsSection(report) {
  const { moved } = groupSlices(report.cohorts);
  return moved.length === 0 ? [] : [details(`${count(moved.length, "cohort")} moved (reported, never gating)`, sliceTable(moved))];
}
function sliceTable(comparisons) {
  const rows = comparisons.map(sliceRow).map((row) => [`**${markdownText(row.name, 80)}**`, row.n, row.rates, row.delta, row.evidence, verdictCell(row)]);
  return table(["slice", "cases \xD7 trials", "base \u2192 head", "\u0394 [95 %]", "evidence", "verdict"], "lrrrrl", rows);
}
function verdictCell(row) {
  const symbol = { bad: "\u{1F534} ", good: "\u{1F7E2} ", warn: "\u{1F7E1} ", plain: "" }[row.tone];
  const word = row.verdict === "~" ? "no evidence" : row.verdict;
  const tail = [row.why === null ? "" : markdownText(row.why, MAX_LINE3), row.affected].filter((part) => part !== "");
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

// src/report/files.ts
var MAX_SLUG = 60;
function reportFiles(report) {
  const broken = report.cases.filter(({ verdict, evidence }) => verdict === "broken" && evidence !== null);
  return [
    { name: "report.json", text: renderJson(report) },
    { name: "report.md", text: renderMarkdown(report, "full") },
    { name: "junit.xml", text: renderJunit(report) },
    ...broken.map((one, index) => ({
      // The number keeps names apart that the slug makes alike.
      name: `trajectories/${String(index + 1).padStart(2, "0")}-${slug(one.caseId)}.json`,
      text: `${JSON.stringify({ version: 1, ...one }, null, 2)}
`
    }))
  ];
}
function slug(foreign) {
  return foreign.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, MAX_SLUG).replaceAll(/^-+|-+$/g, "");
}

// src/report/progress.ts
var BAR_WIDTH2 = 20;
function renderProgress({ phase, unit, done, total, ratePerSecond, remainingSeconds }) {
  const parts = [terminalText(phase, 40), ...total === null ? [amount(unit, done)] : shareParts(unit, done, total)];
  if (ratePerSecond !== null)
    parts.push(unit === "bytes" ? `${megabytes(ratePerSecond)} MB/s` : `${ratePerSecond.toFixed(1)}/s`);
  if (remainingSeconds !== null) parts.push(`about ${duration(1e3 * Math.round(remainingSeconds))} left`);
  return parts.join("  ");
}
function shareParts(unit, done, total) {
  const share2 = total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.floor(share2 * BAR_WIDTH2);
  const bar = `[${"#".repeat(filled)}${"-".repeat(BAR_WIDTH2 - filled)}]`;
  const of = unit === "bytes" ? `${megabytes(done)}/${megabytes(total)} MB` : `${done}/${total} ${unit}`;
  return [bar, of, `${Math.floor(100 * share2)}%`];
}
function amount(unit, done) {
  return unit === "bytes" ? `${megabytes(done)} MB` : `${done} ${unit}`;
}
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

// src/report/shard-plan.ts
var MAX_CHANGES = 20;
function renderShardPlan({ changes, known, forecast, slices, casesByShard }) {
  if (known !== null) return `${terminalText(titleOf2(known, []), 500)}
nothing has to run`;
  const { affecting } = changes;
  const cases = casesByShard.reduce((sum, one) => sum + one, 0);
  return [
    `affected: ${count(affecting.length, "change concerns", "changes concern")} the agent, of ${number(changes.changes.length)}`,
    ...affecting.slice(0, MAX_CHANGES).map((change) => {
      const { kind, path, summary } = summarise(change, true, []);
      return `  ${kind}  ${terminalText(path, 200)}  ${terminalText(summary, 200)}`;
    }),
    ...affecting.length > MAX_CHANGES ? [`  and ${count(affecting.length - MAX_CHANGES, "more change")}`] : [],
    ...slices === null ? [] : [`only ${terminalText(slices.join(", "), 500)}, as asked; the others are not judged`],
    `round 1: ${count(cases, "case")} on ${count(casesByShard.length, "shard")} (${casesByShard.map(number).join(", ")})`,
    ...forecast === null ? [] : [forecastText(forecast)]
  ].join("\n");
}

// src/report/terminal.ts
var import_picocolors3 = __toESM(require_picocolors(), 1);
var MIN_WIDTH = 60;
var MAX_WIDTH = 160;
var MAX_REASONS2 = 10;
var MAX_TEXT5 = 400;
var MAX_NAME4 = 40;
function renderTerminal(report, options) {
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, options.width));
  const screen = { colors: import_picocolors3.default.createColors(options.color), width };
  const sections = [
    headLines3(report, screen),
    texts("Declared as intended", acceptedTexts(report), screen),
    texts("What was tested", testedTexts(report), screen),
    texts("What was not", untestedTexts(report), screen),
    section("Changed", report.changes.map(changeLine), screen),
    section("Slices", sliceLines2(report.slices, screen), screen),
    section(
      "All cases",
      report.slices.length > 0 ? [] : sliceLines2(report.all === null ? [] : [report.all], screen),
      screen
    ),
    texts(CLUSTERS_TITLE, clusterTexts(report), screen),
    section("Cohorts (reported, never gating)", cohortLines(report, screen), screen),
    texts("Calls with invalid arguments", newSchemaErrors(report).map(schemaErrorLine), screen),
    ...groupCases(report).map(
      (group) => section(`${group.title} (${group.cases.length})`, caseLines2(group.cases, screen), screen)
    ),
    texts("What would settle it", settlingTexts(report), screen),
    texts("Per trial, base \u2192 head (shown, not judged)", measureTexts(report), screen),
    section(
      "Evidence",
      [
        ...evidenceLines(report),
        ...toolCallTexts(report).flatMap((line) => hanging("tools    ", line, screen)),
        ...ignoredTexts(report).flatMap((line) => hanging("ignored  ", line, screen)),
        ...sourceTexts2(report).flatMap((line) => hanging("read     ", line, screen))
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
function section(title2, lines, { colors }) {
  return lines.length === 0 ? [] : [colors.bold(title2), ...lines.map((line) => `  ${line}`)];
}
function texts(title2, lines, screen) {
  return section(
    title2,
    lines.flatMap((line) => hanging("", line, screen)),
    screen
  );
}
function hanging(mark, foreign, { width }) {
  const lines = wrap(text2(foreign), width - 4 - mark.length);
  return lines.map((line, index) => `${index === 0 ? mark : " ".repeat(Math.max(2, mark.length))}${line}`);
}
function text2(foreign) {
  return terminalText(foreign, MAX_TEXT5);
}
function headLines3(report, { colors }) {
  const paint = {
    pass: colors.green,
    not_affected: colors.green,
    block: colors.red,
    inconclusive: colors.yellow,
    error: colors.red
  };
  const why = report.verdict === "inconclusive" || report.verdict === "error" ? report.reasons.slice(1, MAX_REASONS2).map((reason) => `  and ${text2(reasonText(reason, report.corpus.cases))}`) : [];
  return [colors.bold(paint[report.verdict](text2(report.title))), ...why, colors.dim(text2(runLine(report)))];
}
function acceptedTexts({ accepted }) {
  const unread = accepted.problems.map((problem) => `accepts nothing: ${problem}`);
  return [...shownEntries(accepted).map(acceptedText), ...unread].slice(0, MAX_REASONS2);
}
function changeLine(change) {
  const outside = change.affecting ? "" : "  (does not concern the agent)";
  return `${change.kind.replace("_", " ").padEnd(10)}  ${text2(change.path)}  ${text2(change.summary)}${outside}`;
}
function sliceLines2(comparisons, { colors }) {
  const { moved, unmoved, unaffected } = groupSlices(comparisons);
  const rows = [...moved, ...unmoved].map(sliceRow);
  const lines = tableLines(rows, colors);
  if (unaffected.length === 0) return lines;
  const names2 = unaffected.map((one) => terminalText(one.name, MAX_NAME4));
  const equal = `${count(unaffected.length, "slice")} unaffected: no request, tool call or answer differs`;
  return [...lines, colors.dim(`${equal} (${list(names2, 6)})`)];
}
function tableLines(rows, colors) {
  const cells = rows.map((row) => [terminalText(row.name, MAX_NAME4), `n=${row.n}`, row.rates, row.delta, row.evidence]);
  const padded = paddedCells(cells, "llrrl");
  const paint = { bad: colors.red, good: colors.green, warn: colors.yellow, plain: (word) => word };
  return rows.flatMap((row, index) => {
    const verdict = colors.bold(paint[row.tone](row.verdict));
    const affected = row.affected === "" ? "" : `  ${colors.dim(row.affected)}`;
    const line = `${(padded[index] ?? []).join("  ")}  ${verdict}${affected}`;
    return row.why === null ? [line] : [line, `  ${colors.dim(text2(row.why))}`];
  });
}
function cohortLines(report, screen) {
  return sliceLines2(groupSlices(report.cohorts).moved, screen);
}
function evidenceLines(report) {
  const { base, head } = report;
  if (base.attempted + head.attempted + base.missing + head.missing === 0) return [];
  const overall = overallText(report);
  const traffic = trafficText(report);
  const isolation = isolationText(report);
  const noise = noiseText(report);
  return [
    ...overall === null ? [] : [`overall  ${overall}`],
    ...traffic === null ? [] : [`traffic  ${traffic}`],
    `base     ${reconciliationText(report, base)}`,
    `head     ${reconciliationText(report, head)}`,
    `cases    ${caseCountsText(report)}`,
    `answers  ${costText(report)}`,
    `policy   ${policyText(report)}`,
    ...noise === null ? [] : [`noise    ${text2(noise)}`],
    ...judgeTexts(report).map((line) => `judge    ${text2(line)}`),
    ...isolation === null ? [] : [`kept in  ${isolation}`]
  ];
}

export {
  diffLines,
  FILE_HEADERS_ONLY,
  createTwoFilesPatch,
  require_picomatch2 as require_picomatch,
  require_dist,
  terminalText,
  markdownText,
  lineAnnotations,
  renderAttribution,
  renderAttributionMarkdown,
  renderLedger,
  ledgerCsv,
  renderDrift,
  renderBackfill,
  forecastText,
  buildReport,
  renderBuild,
  renderCases,
  renderCase,
  renderCheck,
  buildExternalReport,
  renderJson,
  parseReport,
  renderMarkdown,
  reportFiles,
  renderIncidents,
  incidentTitle,
  renderIncident,
  incidentMarkdown,
  renderIngest,
  renderNoise,
  renderProgress,
  renderRepro,
  renderShardPlan,
  renderStatus,
  renderStatusMarkdown,
  renderTerminal,
  renderTraffic,
  renderTrajectory
};
