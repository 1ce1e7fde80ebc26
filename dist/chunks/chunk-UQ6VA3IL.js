import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  designEffect,
  discreteHolm,
  fisherLower,
  fixedStrataFactor,
  historyLogE,
  jeffreys,
  mde80,
  moverWilson,
  normalQuantile,
  pairsLogE,
  planConfirmation,
  stratExact
} from "./chunk-XEDW4WEJ.js";
import {
  callText,
  canonicalJson,
  compileSchema,
  hashJson,
  inspectPassed,
  isJsonObject,
  jsonFault,
  parseCsv,
  parseJson,
  parsePythonJson,
  pathText,
  require_json_p3_cjs,
  require_mod,
  rewardPassed,
  schemaCheck,
  tauBaseSuccess,
  withoutNulls
} from "./chunk-7WULDW2W.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-RUYBUABK.js";
import {
  __commonJS,
  __toESM
} from "./chunk-WD6H2GOG.js";

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
      makeError(message) {
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
        return new Error(msg + message);
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
      fail(message) {
        const err = this.makeError(message);
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
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 55296) {
          if (code >= SPACE || code === TAB) {
            return code;
          }
          switch (code) {
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
              return code;
          }
        }
        if (code > 56319) {
          if (!(code >= 57344 && code <= 65533)) {
            this.fail("disallowed character.");
          }
          return code;
        }
        const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
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
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 55296) {
          if (code > 31 && code < 127 || code > 159 && code !== LS || code === TAB) {
            return code;
          }
          switch (code) {
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
              return code;
          }
        }
        if (code > 56319) {
          if (!(code >= 57344 && code <= 65533)) {
            this.fail("disallowed character.");
          }
          return code;
        }
        const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
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
        let { i: start } = this;
        const { chunk } = this;
        while (true) {
          const c = this.getCode();
          const isNLLike = c === NL_LIKE;
          const final = isNLLike ? NL : c;
          if (final === EOC || chars.includes(final)) {
            this.text += chunk.slice(start, this.prevI);
            return final;
          }
          if (isNLLike) {
            this.text += `${chunk.slice(start, this.prevI)}
`;
            start = this.i;
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
        let { i: start } = this;
        const { chunk } = this;
        while (true) {
          let c = this.getCode();
          switch (c) {
            case NL_LIKE:
              this.text += `${chunk.slice(start, this.prevI)}
`;
              start = this.i;
              c = NL;
              break;
            case EOC:
              this.text += chunk.slice(start);
              return false;
            default:
          }
          if (c === char) {
            this.text += chunk.slice(start, this.prevI);
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
        const { chunk, i: start } = this;
        while (true) {
          const c = this.getCode();
          if (c === EOC) {
            this.name += chunk.slice(start);
            return EOC;
          }
          if (!isNameChar(c)) {
            this.name += chunk.slice(start, this.prevI);
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
        let { i: start } = this;
        const { chunk } = this;
        loop:
          while (true) {
            switch (this.getCode()) {
              case NL_LIKE:
                this.entity += `${chunk.slice(start, this.prevI)}
`;
                start = this.i;
                break;
              case SEMICOLON: {
                const { entityReturnState } = this;
                const entity = this.entity + chunk.slice(start, this.prevI);
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
                this.entity += chunk.slice(start);
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
        const { chunk, i: start } = this;
        while (true) {
          const c = this.getCodeNorm();
          if (c === EOC) {
            this.piTarget += chunk.slice(start);
            return;
          }
          if (!this.nameCheck(c)) {
            this.piTarget += chunk.slice(start, this.prevI);
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
        let { i: start } = this;
        while (true) {
          switch (this.getCode()) {
            case q:
              this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
              this.name = this.text = "";
              this.q = null;
              this.state = S_ATTRIB_VALUE_CLOSED;
              return;
            case AMP:
              this.text += chunk.slice(start, this.prevI);
              this.state = S_ENTITY;
              this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
              return;
            case NL:
            case NL_LIKE:
            case TAB:
              this.text += `${chunk.slice(start, this.prevI)} `;
              start = this.i;
              break;
            case LESS:
              this.text += chunk.slice(start, this.prevI);
              this.fail("disallowed character.");
              return;
            case EOC:
              this.text += chunk.slice(start);
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
        let { i: start, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        scanLoop:
          while (true) {
            switch (this.getCode()) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text } = this;
                  const slice = chunk.slice(start, this.prevI);
                  if (text.length !== 0) {
                    handler(text + slice);
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
                  this.text += chunk.slice(start, this.prevI);
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
                  this.text += `${chunk.slice(start, this.prevI)}
`;
                }
                start = this.i;
                forbiddenState = FORBIDDEN_START;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start);
                }
                break scanLoop;
              default:
                forbiddenState = FORBIDDEN_START;
            }
          }
        this.forbiddenState = forbiddenState;
      }
      handleTextOutsideRoot() {
        let { i: start } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        outRootLoop:
          while (true) {
            const code = this.getCode();
            switch (code) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text } = this;
                  const slice = chunk.slice(start, this.prevI);
                  if (text.length !== 0) {
                    handler(text + slice);
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
                  this.text += chunk.slice(start, this.prevI);
                }
                nonSpace = true;
                break outRootLoop;
              case NL_LIKE:
                if (handler !== void 0) {
                  this.text += `${chunk.slice(start, this.prevI)}
`;
                }
                start = this.i;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start);
                }
                break outRootLoop;
              default:
                if (!isS(code)) {
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
        const { text } = this;
        if (text.length !== 0) {
          (_a = this.textHandler) === null || _a === void 0 ? void 0 : _a.call(this, text);
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

// src/compare/classify.ts
function isAffected({ base, head }) {
  return head.probe || base.fingerprint !== head.fingerprint;
}
function differsAtFirstRequest({ base, head }) {
  const lostKey = [base, head].some((trial) => trial.standing === "errored" && trial.firstRequestKey === null);
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
  for (const [caseId, added2] of Map.groupBy(trials, (trial) => trial.caseId)) {
    const place = places.get(caseId);
    const known = place === void 0 ? void 0 : cases[place];
    if (place === void 0 || known === void 0)
      throw new Error(`evidence holds trials of ${caseId}, but not the case`);
    const of = (side, probe) => added2.filter((trial) => trial.side === side && trial.probe === probe);
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
  for (const trial of added2) {
    if (!Number.isInteger(trial.number) || trial.number < 1)
      throw new Error(`${labelOf(trial)} is no sample: numbers start at 1`);
    if (grown.has(trial.number)) throw new Error(`evidence holds ${labelOf(trial)} twice`);
    grown.set(trial.number, trial);
  }
  return grown;
}
function labelOf({ side, number, caseId }) {
  return `${side} trial ${number} of case ${caseId}`;
}
function isDetermined(trial) {
  return trial.outcome.kind !== "undetermined";
}
function isPass(trial) {
  return trial.outcome.kind === "pass";
}

// src/compare/tally.ts
function tally(trials) {
  let passes = 0;
  let undetermined3 = 0;
  for (const trial of trials) {
    if (isPass(trial)) passes++;
    else if (!isDetermined(trial)) undetermined3++;
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
var NOTHING = { effect: null, stratum: null, evidence: null, firstHead: null };
function openCase(sample, isStored2) {
  const [base, head] = [tally(sample.base), tally(sample.head)];
  const firstHead = sample.head.find(isDetermined) ?? null;
  if (base.trials === 0 || head.trials === 0) return { ...NOTHING, firstHead };
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
  const heads = head.filter(({ number }) => ofHead.has(number));
  const firstHead = heads.find(isDetermined) ?? null;
  const all = tally(base);
  const arm0 = tally(base.filter(({ number }) => ofBase.has(number)));
  const arm1 = tally(heads);
  if (arm0.trials === 0 || arm1.trials === 0) return { ...NOTHING, firstHead };
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
  if (pairs.length === 0) return { ...NOTHING, firstHead };
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
  const count2 = { both: 0, only0: 0, only1: 0, neither: 0 };
  for (const { base, head } of pairs) {
    if (isPass(base)) count2[isPass(head) ? "both" : "only0"]++;
    else count2[isPass(head) ? "only1" : "neither"]++;
  }
  return { kind: "pairs", ...count2 };
}
function unaffectedCase({ pairs }) {
  const base = tally(pairs.map((pair) => pair.base));
  if (base.trials === 0) return NOTHING;
  const baseRate = base.passes / base.trials;
  return { ...NOTHING, effect: { baseRate, affectedShare: 0, n0: 0, s0: 0, n1: 0, s1: 0, pairs: base.trials } };
}
function passesOf(pairs, side) {
  return pairs.filter((pair) => isPass(pair[side])).length;
}
function isPairDetermined({ base, head }) {
  return isDetermined(base) && isDetermined(head);
}

// src/compare/numbers.ts
function range(first, last) {
  const numbers = [];
  for (let number = first; number <= last; number++) numbers.push(number);
  return numbers;
}
function numbered(side, numbers) {
  const trials = [];
  for (const number of numbers) {
    const trial = side.get(number);
    if (trial !== void 0) trials.push(trial);
  }
  return trials;
}
function pairAt({ base, head }, number) {
  const first = base.get(number);
  const second = head.get(number);
  return first === void 0 || second === void 0 ? null : { number, base: first, head: second };
}
function absent(trials, side, numbers) {
  const requests = [];
  for (const number of numbers) if (!trials[side].has(number)) requests.push({ caseId: trials.facts.id, side, number });
  return requests;
}
function absentPair(trials, number) {
  return ["base", "head"].flatMap((side) => absent(trials, side, [number]));
}

// src/compare/sample-pairs.ts
var PROBES = 3;
function pairSample(trials, depth) {
  const walk = walkPairs(trials, depth);
  if (walk.kind === "open") return openPairs(trials, depth);
  const { pairs } = walk;
  const affected = pairs.filter(isAffected).map(({ number }) => number);
  const affectedness = affected.length > 0 ? "prefix" : "not_exercised";
  if (walk.kind === "complete") {
    const base2 = pairs.map((pair) => pair.base);
    const head = pairs.map((pair) => pair.head);
    return { affectedness, base: base2, head, pairs, affected, wanted: [] };
  }
  const seen = range(1, walk.to);
  const base = numbered(trials.base, seen);
  const wanted = range(walk.from, walk.to).flatMap((number) => absentPair(trials, number));
  return { affectedness, base, head: numbered(trials.head, seen), pairs, affected, wanted };
}
function openPairs(trials, depth) {
  const numbers = range(1, depth);
  return {
    affectedness: "open",
    base: numbered(trials.base, numbers),
    head: numbered(trials.head, numbers),
    pairs: numbers.flatMap((number) => pairAt(trials, number) ?? []),
    affected: [],
    wanted: [...absent(trials, "base", numbers), ...absent(trials, "head", numbers)]
  };
}
function walkPairs(trials, depth) {
  const last = PROBES * depth;
  const pairs = [];
  let affected = 0;
  for (let number = 1; ; number++) {
    const pair = pairAt(trials, number);
    if (pair === null) {
      const to = Math.min(last, number + batch(depth, affected, pairs.length) - 1);
      return { kind: "incomplete", pairs, from: number, to };
    }
    if (differsAtFirstRequest(pair)) return { kind: "open" };
    pairs.push(pair);
    if (isAffected(pair)) affected++;
    if (affected >= depth || affected === 0 && number >= PROBES || number >= last) return { kind: "complete", pairs };
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
      const unread = new Set(affected.slice(depth));
      const window = stored.filter((number) => !unread.has(number));
      const pairs = window.flatMap((number) => pairAt(trials, number) ?? []);
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
  for (const number of stored) {
    const base = trials.base.get(number);
    const head = trials.probes.get(number) ?? trials.head.get(number);
    if (base === void 0 || head === void 0) unseen.push(number);
    else {
      const pair = { number, base, head };
      if (differsAtFirstRequest(pair)) return { kind: "open" };
      if (isAffected(pair)) affected.push(number);
    }
  }
  if (unseen.length === 0) return { kind: "shared", affected };
  const next = unseen[0] === 1 ? [1] : unseen;
  const dry = next.map((number) => ({ caseId: trials.facts.id, side: "head", number, dry: true }));
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
function caseDataOf(trials, read2, depth) {
  const sample = withoutHidden(read2);
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
  const hide = (trial) => hidden.has(trial.number) ? { ...trial, outcome: HIDDEN } : trial;
  return {
    ...sample,
    base: sample.base.map(hide),
    head: sample.head.map(hide),
    pairs: sample.pairs.map(({ number, base, head }) => ({ number, base: hide(base), head: hide(head) }))
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
    for (const trial of each[side].values()) {
      standings[trial.standing]++;
      if (isDetermined(trial)) determined++;
      if (trial.stored) stored++;
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
    missing: wanted.filter((request) => request.side === side).length
  };
}
function unaffectedPairs({ base, head }) {
  let pairs = 0;
  for (const trial of head.values()) {
    const partner = base.get(trial.number);
    if (partner !== void 0 && !isAffected({ number: trial.number, base: partner, head: trial })) pairs++;
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
function count(n, noun) {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
function settlingText(settling2) {
  if (settling2 === null) return "no number of trials within reason would settle it";
  const more = `about ${count(settling2.runs, "more run")} (${priceText(settling2)})`;
  return `${more} would show a drop of ${points(settling2.drop)} with 80 % power`;
}
function confirmingText(settling2) {
  return settling2 === null ? "what that takes is not known" : `that takes ${count(settling2.runs, "run")} (${priceText(settling2)})`;
}
function priceText({ calls, costUsd }) {
  return `${count(calls, "model call")}${costUsd === null ? "" : `, $${costUsd.toFixed(2)}`}`;
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
    return { caseId: data.facts.id, affectedness, base, head, p, ...judge(data, p, level, policy) };
  });
}
function fisher({ base, head }) {
  return base.trials === 0 || head.trials === 0 ? null : fisherLower(base.trials, base.passes, head.trials, head.passes);
}
function judge(data, p, level, { protectMin }) {
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
  const unitOf = new Map(cases.map(({ data, unit }) => [data.facts.id, unit]));
  return (tested) => [...Map.groupBy(tested, ({ facts }) => unitOf.get(facts.id) ?? null)].map(([unit, members]) => ({ unit, members }));
}
function completeRuns(members, side) {
  const numbers = new Set(members.flatMap(({ trials }) => [...trials[side].keys()]));
  return [...numbers].flatMap((number) => {
    const run = members.map(({ trials }) => trials[side].get(number));
    const complete = run.filter((trial) => trial !== void 0 && isDetermined(trial));
    return complete.length === run.length ? [complete.map((trial) => isPass(trial) ? 1 : 0)] : [];
  });
}
function designEffectByUnit(cases) {
  const split = unitsOf(cases);
  return (members) => {
    const rated = members.filter(({ effect }) => effect !== null);
    const together = split(rated).flatMap(
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
  const split = unitsOf(cases);
  return (tested) => {
    const strata = split(tested).flatMap(
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
  const numbers = { base: trialNumbers(base), head: trialNumbers(head) };
  return [.../* @__PURE__ */ new Set([...baseRows.keys(), ...headRows.keys()])].map((id) => {
    const ofBase = baseRows.get(id) ?? [];
    const ofHead = headRows.get(id) ?? [];
    const defining = ofBase.length > 0 ? ofBase : ofHead;
    const trials = caseTrials(
      factsOf(id, defining, ofBase.length > 0),
      trialsOf(ofBase, "base", numbers.base),
      trialsOf(ofHead, "head", numbers.head)
    );
    const data = caseDataWhole(trials);
    const unit = defining[0]?.unit ?? null;
    if (ofHead.length > 0) return { data, unit };
    const { base: tally2 } = data;
    return { data: { ...data, head: { passes: 0, trials: 0, undetermined: tally2.trials + tally2.undetermined } }, unit };
  });
}
function factsOf(id, rows, gates) {
  const slices = [...new Set(rows.flatMap((row) => row.slices))];
  return { id, slices, cohorts: [], cluster: rows[0]?.cluster ?? null, gates, storedTrials: 0 };
}
function trialNumbers(rows) {
  const labels = Map.groupBy(rows, scopeOf);
  const numbers = new Map(
    [...labels].map(([scope, own]) => {
      const sorted = [...new Set(own.map(({ trial }) => trial))].sort(naturally);
      return [scope, new Map(sorted.map((label, index) => [label, index + 1]))];
    })
  );
  return (row) => {
    const number = numbers.get(scopeOf(row))?.get(row.trial);
    if (number === void 0) throw new Error(`trial ${row.trial} of case ${row.caseId} has no number`);
    return number;
  };
}
function scopeOf({ caseId, unit }) {
  return unit === null ? `case ${caseId}` : `unit ${unit}`;
}
function naturally(a, b) {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}
function trialsOf(rows, side, numberOf) {
  const trials = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const number = numberOf(row);
    if (trials.has(number)) throw new Error(`${side} holds trial ${row.trial} of case ${row.caseId} twice`);
    trials.set(number, {
      caseId: row.caseId,
      side,
      number,
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
  const fresh = affectedPairs(trials, reservoirOf(facts) + 1).map(({ number }) => number);
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
  const history = sample.base.filter((trial) => own.has(trial.number) && isDetermined(trial));
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
function unbroken(side, number) {
  const trials = [];
  for (; ; ) {
    const next = number(trials.length);
    const trial = next === null ? void 0 : side.get(next);
    if (trial === void 0) return trials;
    trials.push(trial);
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
  const numbers = sample.affected.slice(0, depth);
  const again = resampled(trials, numbers, numbers.length, policy);
  const pairs = again.pairs.filter(isPairDetermined);
  return {
    base: tally(pairs.map(({ base }) => base)),
    head: tally(pairs.map(({ head }) => head)),
    stratum: swaps(pairs),
    wanted: [...sample.wanted, ...again.wanted]
  };
}
function guardCase(data, policy) {
  const { trials } = data;
  if (data.affectedness !== "prefix") {
    const numbers = guardNumbers(trials, CASE_TRIALS, policy);
    return { base: tally(numbered(trials.base, numbers)), wanted: absent(trials, "base", numbers) };
  }
  const { pairs, wanted } = resampled(trials, affectedNumbers(data), CASE_TRIALS, policy);
  return { base: tally(pairs.map(({ base }) => base)), wanted };
}
function staleStratum(data, policy) {
  const { trials } = data;
  const reservoir = reservoirOf(trials.facts);
  const first = firstGuardNumber(trials, policy);
  if (data.affectedness === "prefix") {
    const numbers = data.sample.affected;
    const pairs = numbers.flatMap((number, index) => {
      const [stored2, fresh2] = [trials.base.get(number), trials.base.get(first + index)];
      return stored2 === void 0 || fresh2 === void 0 ? [] : [{ number, base: stored2, head: fresh2 }];
    });
    return reservoir === 0 || pairs.length === 0 ? null : swaps(pairs.filter(isPairDetermined));
  }
  const stored = tally(numbered(trials.base, range(1, reservoir)));
  const fresh = tally([...trials.base.values()].filter(({ number }) => number >= first));
  return stored.trials === 0 || fresh.trials === 0 ? null : { kind: "labels", n0: stored.trials, s0: stored.passes, n1: fresh.trials, s1: fresh.passes };
}
function resampled(trials, affected, count2, policy) {
  const first = firstGuardNumber(trials, policy);
  const pairs = [];
  const wanted = [];
  for (let index = 0; index < count2; index++) {
    const number = affected[index % affected.length];
    if (number === void 0) break;
    const head = trials.head.get(number);
    const base = trials.base.get(first + index);
    if (base === void 0) {
      wanted.push({ caseId: trials.facts.id, side: "base", number: first + index, resampleOf: number });
    } else if (head !== void 0) pairs.push({ number, base, head });
  }
  return { pairs, wanted };
}
function guardNumbers(trials, count2, policy) {
  const first = firstGuardNumber(trials, policy);
  return range(first, first + count2 - 1);
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
    const more = requests.filter((request) => !wanted.has(keyOf(request)));
    if (!budget.take(more)) return false;
    for (const request of more) wanted.set(keyOf(request), request);
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
function keyOf({ caseId, side, number }) {
  return `${side} ${number} ${caseId}`;
}

// src/compare/family.ts
var testByCase = (tested) => stratExact(tested.flatMap(({ stratum }) => stratum === null ? [] : [stratum]));
function hypotheses(groups, casesOf2, testOf2) {
  const found = [];
  for (const group of groups) {
    const tested = casesOf2(group).filter(({ stratum }) => stratum !== null);
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
  const casesOf2 = ({ members }) => members.flatMap((place) => all[place] ?? []);
  const family = hypotheses(groups, casesOf2, (tested) => testOf2(tested));
  const adjusted = discreteHolm(family.map(({ test }) => test));
  const level = policy.alpha * policy.alphaSlicesShare;
  const placeOf = new Map(family.flatMap((each, place) => each.groups.map((group) => [group, place])));
  return groups.map((group) => {
    const place = placeOf.get(group);
    const adjustedP = place === void 0 ? null : adjusted[place] ?? 1;
    return {
      group,
      cases: casesOf2(group),
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
  const total2 = (count2) => affected.reduce((sum2, each) => sum2 + count2(each), 0);
  const trials0 = total2(({ n0 }) => n0);
  const inPairs = !cases.some(isStored);
  const drop = mde80({
    strata: affected.length,
    trials0: (inPairs && depth !== null ? depth : trials0 / affected.length) / design,
    trials1: (depth ?? total2(({ n1 }) => n1) / affected.length) / design,
    // Shrunk by one pseudo trial: a rate of exactly 1 would promise that any drop is seen.
    rate: (total2(({ s0 }) => s0) + 0.5) / (trials0 + 1),
    level
  });
  return drop === null ? null : drop * (total2(({ affectedShare }) => affectedShare) / effects.length);
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
    const drop = s1 / n1 - s0 / n0;
    return sum2 + drop * drop * affectedShare * (1 - affectedShare) / pairs;
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
  for (const trial of base.values()) if (!trial.stored) spent = added(spent, { runs: 1, ...trial.took });
  for (const trial of head.values()) {
    const partner = base.get(trial.number);
    const free = partner !== void 0 && !isAffected({ number: trial.number, base: partner, head: trial });
    if (!free) spent = added(spent, { runs: 1, ...trial.took });
  }
  memo.spent = spent;
  return spent;
}

// src/compare/settling.ts
var TRIALS_MAX = 1e3;
function settling(cases, drop, depth, level, spent) {
  const seen = (trials) => (sliceMde80(cases, level, 1, trials) ?? 1) <= drop;
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
  return taking === null ? null : { ...taking, drop };
}
function runsPerTrial(data) {
  const share2 = data.effect?.affectedShare ?? 0;
  if (share2 === 0) return 0;
  return isStored(data) ? 1 : 1 + 1 / share2;
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
    const why = `${count(policy.looks.length, "look")} taken, and the evidence still points to a loss (p ${pValue(test.p)})`;
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
    return { verdict: "not_worse", reasons: [`nothing changed: ${count(unaffected, "case")} unaffected`] };
  const unseen = cases.filter((data) => unexercised(data).kind !== "equal").length;
  const reason = unseen === 0 ? "not exercised by this change: head did as base in every trial" : `not exercised: of ${count(unseen, "case")} too little was seen to say more`;
  return { verdict: "no_evidence", reasons: [reason] };
}
function coverage({ cases, base, head, estimate }) {
  const reasons = [];
  const affected = cases.filter(isTested);
  if (affected.length > 0 && affected.length < cases.length) {
    reasons.push(`${affected.length} of ${count(cases.length, "case")} affected`);
  }
  const idle = cases.filter(({ affectedness }) => affectedness === "not_exercised").length;
  if (idle > 0 && idle < cases.length) reasons.push(`${count(idle, "case")} not exercised`);
  const left = base.undetermined + head.undetermined;
  const all = left + base.trials + head.trials;
  if (left > 0) reasons.push(`${count(left, "trial")} undetermined (${percent(left / all)})`);
  const unrated = cases.filter(({ effect }) => effect === null).length;
  if (unrated > 0 && estimate !== null) {
    reasons.push(`rates leave out ${count(unrated, "case")} without determined trials on both sides`);
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
  const drop = estimate === null || estimate.delta >= 0 ? policy.deltaRelevant : -estimate.delta;
  if (lacks === "power") {
    const depth = test === null ? 0 : policy.looks[look - 1] ?? 1;
    const taking2 = settling(cases, drop, depth, level, spent);
    return { verdict, settling: taking2, reasons: [`${why}; ${settlingText(taking2)}`, ...rest] };
  }
  const taking = projected(spent, lacks.runs);
  const confirming = taking === null ? null : { ...taking, drop };
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
    const table2 = stratum.kind === "labels" ? `${stratum.n0} ${stratum.s0} ${stratum.n1} ${stratum.s1}` : JSON.stringify(stratum);
    const known = byTable.get(table2);
    if (known !== void 0) return known;
    const { midP, midPUpper } = stratExact([stratum]);
    const found = { lower: midP, upper: midPUpper };
    byTable.set(table2, found);
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
  return [...there.keys()].map((number) => ({ caseId: facts.id, side, number }));
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
    const why2 = `no evidence for new tasks (p ${pValue(p)}, ${count(clusters, "cluster")})`;
    return { ...one, verdict: "no_evidence", mde80: null, reasons: [why2, ...rest] };
  }
  const why = `${count(informative, "cluster")} moved: no p below ${pValue(smallestP)} is possible, the level is ${pValue(alphaSlices)}`;
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
      ({ caseId, side, number, dry }) => side === "head" ? dry !== true : number > stored(caseId)
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
  if (total(known) >= 2) return ended(known);
  if (plan.noStray === null) return { kind: "underpowered", strays: total(known) };
  if (total(known) === 0) return isComplete(history, plan.noStray) ? { kind: "broken" } : needs(plan.noStray);
  if (plan.oneStray === null) return { kind: "underpowered", strays: 1 };
  const later = straysWithin(history, plan.oneStray);
  if (total(later) >= 2) return ended(later);
  return isComplete(history, plan.oneStray) ? { kind: "broken" } : needs(plan.oneStray);
}
function straysWithin({ head, fresh }, draws) {
  const headWindow = head.slice(0, draws.test);
  const freshWindow = fresh.slice(0, draws.fresh);
  const determinedFresh = freshWindow.filter(isDetermined);
  return {
    headPasses: headWindow.filter(isPass).length,
    baseFails: determinedFresh.length - determinedFresh.filter(isPass).length,
    undetermined: [...headWindow, ...freshWindow].filter((trial) => !isDetermined(trial)).length
  };
}
function total({ headPasses, baseFails, undetermined: undetermined3 }) {
  return headPasses + baseFails + undetermined3;
}
function ended({ headPasses, baseFails, undetermined: undetermined3 }) {
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
  const base = (count2) => {
    const first = firstFreshNumber(trials, policy.looks[0] ?? 1);
    return absent(trials, "base", range(first + history.fresh.length, first + count2 - 1));
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
  return range(history.nextPair, last).flatMap((number) => absentPair(trials, number));
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
  const { n0, s0, initial, alone } = history;
  const question = {
    ...{ n0, s0, n1: initial, level },
    maxFresh: Math.min(PLAN_MAX, policy.maxConfirmTrials - (policy.looks[0] ?? 1)),
    maxTest: Math.min(Math.max(PLAN_MAX, initial), policy.maxConfirmTrials),
    alone
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
    const ended2 = testLook(question, index, open, closed, results);
    closed += ended2.closed;
    open = index === 0 && hasSlices ? ended2.open.filter(({ kind }) => kind !== "all") : ended2.open;
    if (open.length === 0) break;
  }
  return { results: [...results.values()], wanted: [] };
}
function testLook(question, index, open, closedBefore, results) {
  const { policy, broken } = question;
  const last = index === policy.looks.length - 1;
  const casesOf2 = new Map(open.map((group) => [group, casesAt(question, group, index)]));
  const { tests } = question.evidence.memo;
  const family = hypotheses(
    open,
    (group) => casesOf2.get(group) ?? [],
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
    const cases = casesOf2.get(group) ?? [];
    change(results, group, {
      ...{ cases, look: index + 1, end: "futility", test: null, family: family.length }
    });
  }
  for (const [place, { test, groups }] of family.entries()) {
    const own = Math.min(1, (adjusted[place] ?? 1) / spend);
    const cases = groups[0] === void 0 ? [] : casesOf2.get(groups[0]) ?? [];
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
  const keyOf2 = ({ caseId, side, number }) => `${side} ${number} ${caseId}`;
  const known = new Set(looking.map(keyOf2));
  return [...looking, ...confirming.filter((request) => !known.has(keyOf2(request)))];
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
      return { verdict: "undetermined", reason: `${seen}: ${count(rule.trials, "trial")} undetermined` };
    case "underpowered":
      return {
        verdict: "suspect",
        reason: `${seen}: underpowered, no plan within ${PLAN_MAX} more trials a side can reach the case's level`
      };
    case "needs": {
      const { fresh, test } = rule.draws;
      return {
        verdict: "suspect",
        reason: `${seen}: not confirmed, that takes ${count(test, "head trial")} and ${count(fresh, "fresh base trial")}`
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
      return `not exercised by this change (0 of ${count(seen.trials, "trial")} affected)`;
    case "idle":
      return "not exercised: no trial called the model or a tool";
    case "unseen":
      return `not exercised: head did as base as far as was seen, but only ${seen.determined} of ${count(seen.trials, "trial")} came to a result on both sides`;
    default:
      return seen;
  }
}
function describe(history) {
  const { base, head } = table(history);
  return `head failed ${head.n - head.s} of ${count(head.n, "trial")}, base passed ${base.s} of ${base.n}`;
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
function compare(evidence, policy, options = { exhausted: false }) {
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
function overBudget({ spent, limit, refused }) {
  return refused === 0 ? null : { kind: "budget_spent", runs: spent.runs, budget: limit, more: refused };
}

// src/compare/unchanged.ts
var MAX_ROUNDS = 100;
function decideUnchanged(cases, policy, random) {
  const drawable = cases.filter(({ passed: passed2 }) => passed2.length > 0);
  const measured = new Map(drawable.map((each) => [each.facts.id, each]));
  let evidence = evidenceOf(drawable.map(({ facts }) => facts));
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const next = nextTrials(evidence, policy);
    if (next.length === 0) return compare(evidence, policy);
    const drawn = next.map((request) => drawTrial(request, measured.get(request.caseId), random));
    evidence = withTrials(evidence, drawn);
  }
  throw new Error(`compare still asks for trials after ${MAX_ROUNDS} rounds`);
}
function drawTrial(request, of, random) {
  const { caseId, side, number, dry = false } = request;
  if (of === void 0) throw new Error(`compare asks for a case that was not measured: ${caseId}`);
  const pass = of.passed[Math.floor(random() * of.passed.length)] ?? false;
  return {
    ...{ caseId, side, number, standing: "hermetic", idle: false, cutShort: false },
    stored: side === "base" && number <= of.facts.storedTrials,
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
var import_fastest_levenshtein = __toESM(require_mod(), 1);

// src/score/results/result.ts
var MAX_VALUE = 1e3;
function undetermined(reason) {
  return { kind: "undetermined", reason };
}
function outcomeOf(pass, failed, neither) {
  if (pass === null) return undetermined(neither);
  return pass ? { kind: "pass" } : { kind: "fail", reason: failed };
}
function attribute(value) {
  if (typeof value === "string") return value === "" ? null : value.slice(0, MAX_VALUE);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
function plainAttributes(object, prefix = "") {
  const plain = Object.entries(object).filter(([, value]) => typeof value !== "object" || value === null);
  return Object.fromEntries(plain.map(([key, value]) => [`${prefix}${key}`, attribute(value)]));
}

// src/score/results/agentdojo.ts
var agentDojo = {
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
    const received = cut(JSON.stringify(utility) ?? "none", 60);
    const problem = typeof utility === "boolean" || utility === null ? null : `utility: expected true or false, received ${received}`;
    const pass = typeof utility === "boolean" ? utility : null;
    const outcome = outcomeOf(pass, "utility is false", problem ?? "utility is null");
    return [{ kind: "result", result: { place, attributes, outcome, errored: false }, problem }];
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
var NEEDED = ["case", "trial", "pass"];
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
  fits: (sample) => Array.isArray(sample) && NEEDED.every((name) => sample.includes(name)),
  read: (value, place) => isJsonObject(value) ? [readRow(value, place)] : [],
  fields: { caseBy: ["case"], trialBy: "trial", sliceBy: ["slices"], clusterBy: ["cluster"], unitBy: ["unit"] },
  settled: [],
  sameCase: null
};
function readRow(row, place) {
  const missing = NEEDED.filter((name) => name !== "pass" && attribute(row[name]) === null);
  if (missing.length > 0)
    return { kind: "problem", place, reason: `expected a value for ${missing.join(" and ")}, received none` };
  const written = attribute(row.pass) ?? "";
  const pass = PASS[written.trim().toLowerCase()];
  const problem = pass === void 0 && written !== "" ? `pass: expected true or false, received ${JSON.stringify(cut(written, 60))}` : null;
  const columns = Object.entries(row).map(([name, cell]) => [name, attribute(cell)]);
  const slices = columns.flatMap(([name, cell]) => name.startsWith("slice") && cell !== null ? [cell] : []);
  const attributes = { cluster: null, unit: null, ...Object.fromEntries(columns), slices };
  const outcome = outcomeOf(pass ?? null, "pass is false", problem ?? "pass is empty");
  return { kind: "result", result: { place, attributes, outcome, errored: false }, problem };
}

// src/score/results/inspect.ts
var inspectLog = {
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
    const message = attribute(isJsonObject(error) ? error.message : error) ?? "no reason is given";
    const outcome2 = undetermined(`the sample errored: ${cut(message, 200)}`);
    return { kind: "result", result: { place, attributes, outcome: outcome2, errored: true }, problem: null };
  }
  const value = isJsonObject(score) ? score.value : void 0;
  const pass = inspectPassed(value);
  const received = cut(JSON.stringify(value) ?? "none", 60);
  const problem = pass === null && value !== void 0 ? `score: expected C or I, 1 or 0, received ${received}` : null;
  const outcome = outcomeOf(pass, `scored ${received}`, problem ?? "the sample has no score");
  return { kind: "result", result: { place, attributes, outcome, errored: false }, problem };
}

// src/score/results/junit-xml.ts
var import_saxes = __toESM(require_saxes(), 1);
var MAX_DEPTH = 100;
var MAX_TEXT = 2e3;
var MARKS = ["failure", "error", "skipped", "rerunFailure", "rerunError", "flakyFailure", "flakyError"];
var Fault = class extends Error {
};
function xmlRoot(text) {
  const parser = new import_saxes.SaxesParser();
  let root;
  parser.on("error", (error) => {
    throw new Fault(error.message);
  });
  parser.on("opentagstart", ({ name }) => {
    root = name;
    throw new Fault("known");
  });
  runParser(parser, text);
  return root;
}
function parseJUnit(text) {
  const parser = new import_saxes.SaxesParser();
  const reading = new Reading();
  parser.on("error", (error) => {
    throw new Fault(error.message);
  });
  parser.on("opentag", (tag) => reading.open(tag, parser.line));
  parser.on("text", (piece) => reading.text(piece));
  parser.on("cdata", (piece) => reading.text(piece));
  parser.on("closetag", ({ name }) => reading.close(name));
  const reason = runParser(parser, text);
  if (reason === null) return { kind: "cases", cases: reading.cases };
  return { kind: "fault", line: parser.line, column: parser.column + 1, reason: reason.replace(/^\d+:\d+: /, "") };
}
function runParser(parser, text) {
  try {
    parser.write(text).close();
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
    if (this.#depth > MAX_DEPTH) throw new Fault(`elements nested deeper than ${MAX_DEPTH}`);
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
  read: (text) => {
    const xml = parseJUnit(text);
    return xml.kind === "fault" ? xml : xml.cases.map(readCase);
  },
  fields: { caseBy: ["classname", "name"], trialBy: "trial", sliceBy: ["suite"], clusterBy: [], unitBy: [] },
  settled: [],
  sameCase: ["classname", "name"]
};
function readCase({ line, suites, attributes: written, properties, marks }) {
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
  const failed = firstOf(marks, ["failure", "flakyFailure"]);
  const broke = firstOf(marks, ["error", "flakyError"]);
  if (broke !== null && failed === null) {
    const outcome2 = undetermined(`the test errored: ${broke}`);
    return { kind: "result", result: { place, attributes, outcome: outcome2, errored: true }, problem: null };
  }
  const outcome = outcomeOf(failed === null, `failed: ${failed}`, "");
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
var check = schemaCheck(result_v1_schema_default, []);
var pawlResults = {
  name: "pawl",
  looksLike: 'JSON Lines of {"v":1,"case","trial","pass","slices","cluster","unit"}',
  container: "lines",
  fits: (sample) => isJsonObject(sample) && "v" in sample && "case" in sample && "trial" in sample,
  read: (value, place) => {
    const faults = check(value);
    if (!isJsonObject(value) || faults.some(({ path }) => path[0] !== "pass")) {
      return [{ kind: "problem", place, reason: faults.map(faultText).join("; ") }];
    }
    const { pass, slices, cluster, unit } = value;
    const problem = faults.length === 0 ? null : faults.map(faultText).join("; ");
    const outcome = outcomeOf(typeof pass === "boolean" ? pass : null, "pass is false", problem ?? "pass is null");
    const attributes = {
      case: attribute(value.case),
      trial: attribute(value.trial),
      slices: Array.isArray(slices) ? slices.filter((slice) => typeof slice === "string") : [],
      cluster: attribute(cluster),
      unit: attribute(unit)
    };
    return [{ kind: "result", result: { place, attributes, outcome, errored: false }, problem }];
  },
  fields: { caseBy: ["case"], trialBy: "trial", sliceBy: ["slices"], clusterBy: ["cluster"], unitBy: ["unit"] },
  settled: [],
  sameCase: null
};
function faultText({ path, message }) {
  return `${path.length === 0 ? "" : `${pathText(path)}: `}${message}`;
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
  const received = success === void 0 ? "none" : cut(JSON.stringify(success), 60);
  const problem = pass === null ? `success: expected true or false, received ${received}` : null;
  const outcome = outcomeOf(pass, "an assertion failed", problem ?? "");
  return { kind: "result", result: { place, attributes, outcome, errored: false }, problem };
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
var tauBench = {
  name: "tau-bench",
  looksLike: 'a JSON list of {"task_id","trial","reward","info"}',
  container: "document",
  fits: (sample) => Array.isArray(sample) && sample.length > 0 && sample.every(isTauTrial),
  read: (value) => Array.isArray(value) ? value.map((one, index) => readTrial(one, `[${index}]`)) : [],
  fields: { caseBy: ["task_id"], trialBy: "trial", sliceBy: [], clusterBy: [], unitBy: [] },
  settled: [],
  sameCase: null
};
var tau2Bench = {
  name: "tau2",
  looksLike: 'a JSON object with "simulations": [{"task_id","trial","reward_info"}] and "tasks"',
  container: "document",
  fits: (sample) => isJsonObject(sample) && Array.isArray(sample.simulations) && Array.isArray(sample.tasks),
  read: (value) => {
    const { simulations, info } = isJsonObject(value) ? value : {};
    const domain = nested(info, "environment_info", "domain_name");
    return Array.isArray(simulations) ? simulations.map((one, index) => readSimulation(one, `simulations[${index}]`, attribute(domain))) : [];
  },
  fields: { caseBy: ["domain", "task_id"], trialBy: "trial", sliceBy: [], clusterBy: [], unitBy: [] },
  settled: [],
  sameCase: null
};
function isTauTrial(value) {
  return isJsonObject(value) && "task_id" in value && "trial" in value && "reward" in value;
}
function readTrial(value, place) {
  if (!isTauTrial(value) || !isJsonObject(value)) {
    return { kind: "problem", place, reason: 'expected {"task_id","trial","reward","info"}' };
  }
  const error = attribute(nested(value.info, "error"));
  return judged2(plainAttributes(value), place, tauBaseSuccess(value) ?? value.reward, error);
}
function readSimulation(value, place, domain) {
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
  const received = reward === void 0 ? "none" : cut(JSON.stringify(reward), 60);
  const problem = pass === null && reward !== null && reward !== void 0 ? `reward: expected 1 or 0, received ${received}` : null;
  const outcome = outcomeOf(pass, "the reward is 0", problem ?? "no reward was given");
  return { kind: "result", result: { place, attributes, outcome, errored: false }, problem };
}
function nested(value, ...keys) {
  return keys.reduce((inner, key) => isJsonObject(inner) ? inner[key] : void 0, value);
}

// src/score/results/formats.ts
var RESULT_FORMATS = [
  pawlResults,
  tauBench,
  tau2Bench,
  agentDojo,
  promptfoo,
  inspectLog,
  junitResults,
  csvResults
];
function parseResults(texts, wanted) {
  const named3 = wanted === null ? null : formatNamed(wanted);
  const formats = texts.map(({ text, file }) => named3 ?? detect(text, file));
  const [format] = formats;
  if (format === void 0) throw new UserError({ where: null, message: "there is no file of results", hint: null });
  const other = formats.findIndex((one) => one !== format);
  if (other !== -1) {
    const message = `is of format ${formats[other]?.name}, ${texts[0]?.file} of ${format.name}`;
    throw new UserError({ where: texts[other]?.file ?? null, message, hint: "compare results of one format" });
  }
  const readings = texts.flatMap(({ text, file }) => {
    const own = read(text, file, format);
    return texts.length === 1 ? own : own.map((reading) => ofRun(reading, file));
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
    const trial = (seen.get(key) ?? 0) + 1;
    seen.set(key, trial);
    const attributes = { ...result.attributes, trial: String(trial) };
    return { ...reading, result: { ...result, attributes } };
  });
}
var FIRST_LINES = 20;
function detect(text, file) {
  const document = parsePythonJson(text);
  const first = text.split("\n", FIRST_LINES).map((line) => parseJson(line)).find(isJsonObject);
  const columns = columnsOf(parseCsv(text.slice(0, text.indexOf("\n") + 1 || text.length)));
  const xml = /^\s*</.test(text) ? xmlRoot(text) : void 0;
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
  throw new UserError({ where: file, message: `no known kind of results, ${receivedText(text)}`, hint: lookedFor() });
}
function formatNamed(wanted) {
  const format = RESULT_FORMATS.find(({ name }) => name === wanted);
  if (format !== void 0) return format;
  const names = RESULT_FORMATS.map(({ name }) => name);
  const message = `expected one of ${names.join(", ")}, received ${JSON.stringify(cut(wanted, 60))}`;
  throw new UserError({ where: "--format", message, hint: `did you mean ${(0, import_fastest_levenshtein.closest)(wanted, names)}?` });
}
function receivedText(text) {
  if (text.trim() === "") return "the file is empty";
  const beginning = `it begins with ${JSON.stringify(cut(text.slice(0, 200), 60))}`;
  return /^\s*[[{]/.test(text) && parseJson(text) === void 0 ? `${beginning}; as JSON: ${jsonFault(text)}` : beginning;
}
function lookedFor() {
  return `looked for:
${RESULT_FORMATS.map(({ name, looksLike }) => `    ${name}: ${looksLike}`).join("\n")}`;
}
function read(text, file, format) {
  switch (format.container) {
    case "document":
      return readDocument(text, file, format);
    case "lines":
      return text.split("\n").flatMap((line, index) => line.trim() === "" ? [] : readLine(line, index + 1, format));
    case "table":
      return readTable(parseCsv(text), file, format);
    case "xml": {
      const readings = format.read(text);
      if (!("kind" in readings)) return readings;
      const where = `${file}:${readings.line}:${readings.column}`;
      throw new UserError({ where, message: `no well-formed XML: ${readings.reason}`, hint: null });
    }
    default:
      return format;
  }
}
function readDocument(text, file, format) {
  const value = parsePythonJson(text);
  if (value !== void 0 && format.fits(value) && (Array.isArray(value) || isJsonObject(value))) {
    return format.read(value, "");
  }
  const message = value === void 0 ? `no JSON: ${jsonFault(text)}` : "the document has another shape";
  throw new UserError({ where: file, message, hint: `${format.name} is ${format.looksLike}` });
}
function readLine(line, number, format) {
  const place = `line ${number}`;
  const value = parseJson(line);
  if (isJsonObject(value)) return format.read(value, place);
  const reason = value === void 0 ? jsonFault(line) : `expected a JSON object, received ${cut(line, 60)}`;
  return [{ kind: "problem", place, reason }];
}
function readTable([header, ...lines], file, format) {
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
  const read2 = readings.filter((reading) => reading.kind === "result");
  const unknown = unknownKeys(read2, selection);
  if (unknown.length > 0) throw new UserError(unknown);
  const chosen = read2.filter(({ result }) => meets(result.attributes, selection.conditions));
  const faults = [
    ...nothingLeft(read2, chosen, selection.conditions, file),
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
    ...named3.flatMap(({ row, result: { place }, problem }) => {
      if (row === null) return [{ place, reason: "no value tells its case or its trial", kept: false }];
      return problem === null ? [] : [{ place, reason: problem, kept: true }];
    })
  ];
  const unreadable = tooManyUnreadable(problems, torn.length + chosen.length, file);
  if (unreadable !== null) throw new UserError(unreadable);
  return { rows, problems, fields, leftOut: read2.length - chosen.length, skipped };
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
function unknownKeys(read2, { conditions, fields }) {
  if (read2.length === 0) return [];
  const known = new Set(read2.flatMap(({ result }) => Object.keys(result.attributes)));
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
function nothingLeft(read2, chosen, conditions, file) {
  if (chosen.length > 0) return [];
  if (read2.length === 0) return [{ where: file, message: "holds no result that could be read", hint: null }];
  const keys = [...new Set(conditions.map(({ key }) => key))];
  const hint = keys.map((key) => `${key} is ${distinct(read2, key)}`).join("; ");
  return [{ where: file, message: `none of ${read2.length} results meets the conditions`, hint }];
}
function unsettled(chosen, settled, { conditions }, { caseBy, trialBy }, file) {
  const said = /* @__PURE__ */ new Set([...conditions.map(({ key }) => key), ...caseBy, trialBy]);
  return settled.filter((key) => !said.has(key) && new Set(chosen.map(({ result }) => result.attributes[key] ?? null)).size > 1).map((key) => ({
    where: file,
    message: `holds results of more than one ${key}: ${distinct(chosen, key)}`,
    hint: `choose with --where ${key}=..., or --base-where and --head-where`
  }));
}
function rowOf({ attributes, outcome, errored, place }, fields) {
  const caseId = joined2(attributes, fields.caseBy);
  const trial = fields.trialBy === null ? "1" : joined2(attributes, [fields.trialBy]);
  if (caseId === null || trial === null) return null;
  const slices = fields.sliceBy.flatMap(
    (key) => valuesOf(attributes, key).map((value) => fields.sliceBy.length === 1 ? value : `${key}=${value}`)
  );
  const cluster = joined2(attributes, fields.clusterBy);
  return { caseId, trial, outcome, errored, slices, cluster, unit: joined2(attributes, fields.unitBy), place };
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
  const byTrial = Map.groupBy(rows, ({ caseId, trial }) => JSON.stringify([caseId, trial]));
  const repeated = [...byTrial.values()].filter((same) => same.length > 1);
  if (repeated.length === 0) return [];
  const shown = repeated.slice(0, MAX_SHOWN).map((same) => {
    const places = cut(same.map(({ place }) => place).join(", "), 100);
    return `case ${cut(same[0]?.caseId ?? "", 100)}${trialBy === null ? "" : `, trial ${same[0]?.trial}`} (${places})`;
  });
  const more = repeated.length > MAX_SHOWN ? ` and ${repeated.length - MAX_SHOWN} more` : "";
  const hint = "a result counts once: choose with --where, or name what tells trials apart with --trial-by";
  return [{ where: file, message: `holds the same trial more than once: ${shown.join("; ")}${more}`, hint }];
}
function twoGroups(rows, file) {
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
  return ["cluster", "unit"].flatMap((kind) => {
    const split = [...byCase].filter(([, own]) => new Set(own.map((row) => row[kind])).size > 1).map(([id]) => id);
    if (split.length === 0) return [];
    const message = `${split.length} cases are of more than one ${kind}, such as ${cut(split[0] ?? "", 100)}`;
    return [{ where: file, message, hint: `the ${kind} is a property of the case, the same in all of its trials` }];
  });
}
function distinct(read2, key) {
  const values = [...new Set(read2.flatMap(({ result }) => [...valuesOf(result.attributes, key), "null"].slice(0, 1)))];
  return cut(values.sort().join(", "), 200);
}

// src/score/command.ts
import { spawn } from "node:child_process";
import { setTimeout as delay, setImmediate as nextTurn } from "node:timers/promises";

// src/score/outcome.ts
var MAX_REASON_LENGTH = 400;
var PASS2 = { kind: "pass" };
function fail(reason) {
  return { kind: "fail", reason: cut(reason, MAX_REASON_LENGTH) };
}
function undetermined2(reason) {
  return { kind: "undetermined", reason: cut(reason, MAX_REASON_LENGTH) };
}

// src/score/command.ts
var MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
var STDERR_TAIL_LENGTH = 500;
var DRAIN_MS = 150;
async function runCommandScorer(scorer2, trials, launch) {
  if (trials.length === 0) return [];
  const input = trials.map((trial) => `${JSON.stringify(trial)}
`).join("");
  const run = await runShell(scorer2, input, launch(scorer2.command));
  const all = (problem) => trials.map(() => undetermined2(`command scorer "${scorer2.name}": ${problem}`));
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
  return fail(typeof value.reason === "string" ? value.reason : "the command says so and gives no reason");
}
function runShell(scorer2, input, { file, args, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, detached: true });
    const stdout = [];
    let stdoutBytes = 0;
    let stderrTail = "";
    let problem = null;
    const stop = (why) => {
      problem ??= why;
      if (child.pid !== void 0) killGroup(child.pid);
    };
    const timer = setTimeout(() => stop(`no end within ${scorer2.timeoutMs / 1e3} s`), scorer2.timeoutMs);
    child.stdout.on("data", (chunk) => {
      stdoutBytes += chunk.length;
      if (stdoutBytes > MAX_OUTPUT_BYTES) stop(`its output is larger than ${MAX_OUTPUT_BYTES} bytes`);
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
      if (problem !== null) resolve({ kind: "failed", problem });
      else if (exitCode !== 0) resolve({ kind: "failed", problem: exitText(exitCode, signal, stderrTail) });
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
  await Promise.race([closed, delay(DRAIN_MS, void 0, { ref: false }).then(() => nextTurn())]);
  child.stdout.destroy();
  child.stderr.destroy();
}
function exitText(exitCode, signal, stderrTail) {
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
function usageOf(trajectory) {
  const answered = modelCallsOf(trajectory).filter((call) => call.response !== null);
  const sum2 = (of) => answered.reduce((total2, call) => total2 + (call.usage === null ? 0 : of(call.usage)), 0);
  return {
    inputTokens: sum2((usage) => usage.inputTokens),
    outputTokens: sum2((usage) => usage.outputTokens),
    cachedInputTokens: sum2((usage) => usage.cachedInputTokens),
    complete: answered.every((call) => call.usage !== null)
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
function toolCallsOf(trial) {
  return trial.trajectory.steps.filter((step) => step.kind === "tool_call");
}
function asRecorded(call) {
  return call.recordedAs ?? call;
}

// src/score/measures.ts
function measure(trial, prices) {
  const tools = toolCallsOf(trial);
  const models = modelCallsOf(trial.trajectory);
  const usage = usageOf(trial.trajectory);
  return {
    steps: trial.trajectory.steps.length,
    modelCalls: models.length,
    toolCalls: tools.length,
    toolCallsByTool: countByName(tools.map((call) => call.name)),
    toolErrors: tools.filter((call) => call.outcome.kind === "error").length,
    inputTokens: usage.complete ? usage.inputTokens : null,
    outputTokens: usage.complete ? usage.outputTokens : null,
    latencyMs: latencyOf(trial),
    costUsd: costOf(trial.trajectory, prices)
  };
}
function latencyOf(trial) {
  const models = modelCallsOf(trial.trajectory);
  const live = models.length > 0 && models.every((call) => call.source === "provider");
  return live && trial.end.kind === "answered" ? trial.durationMs : null;
}
function countByName(names) {
  const counts = /* @__PURE__ */ new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => a < b ? -1 : 1));
}

// src/score/arguments-valid.ts
function judgeArgumentsValid({ trial, context, prefixOnly }) {
  const outcomes = toolCallsOf(trial).map((call) => judgeCall(call, context));
  const failed = outcomes.find((outcome) => outcome.kind === "fail");
  if (failed !== void 0) return failed;
  const unknown = outcomes.find((outcome) => outcome.kind === "undetermined");
  if (unknown !== void 0) return unknown;
  return prefixOnly === null ? PASS2 : undetermined2(prefixOnly);
}
function judgeCall(call, context) {
  if (call.match === "schema_error") {
    const told = call.outcome.kind === "error" ? textOf(call.outcome.value) : "the call was refused";
    return fail(`${call.name}: ${told} in ${cut(canonicalJson(call.arguments), 200)}`);
  }
  const definition = context.tools.find((tool) => tool.name === call.name);
  if (definition === void 0) return undetermined2(`no schema is known for the tool ${call.name}`);
  const schema = compileSchema(definition.parameters);
  if (schema.kind === "unusable")
    return undetermined2(`the schema of ${call.name} is no valid JSON Schema: ${schema.problem}`);
  const problems = schema.problemsOf(call.arguments);
  if (problems.length === 0) return PASS2;
  return fail(`${call.name}: ${problems.join("; ")} in ${cut(canonicalJson(call.arguments), 200)}`);
}
function textOf(value) {
  return typeof value === "string" ? value : canonicalJson(value);
}

// src/score/command-result.ts
function judgeCommandResult(expected, { context, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const result = context.commandResults.get(expected.name);
  return result ?? undetermined2(`the command scorer "${expected.name}" gave no result for this trial`);
}

// src/score/max-steps.ts
function judgeMaxSteps(expected, { trial, prefixOnly }) {
  const steps = trial.trajectory.steps.length;
  if (steps > expected.limit) return fail(`${steps} steps, at most ${expected.limit} are allowed`);
  return prefixOnly === null ? PASS2 : undetermined2(prefixOnly);
}

// src/score/max-tokens.ts
function judgeMaxTokens(expected, { trial, prefixOnly }) {
  const usage = usageOf(trial.trajectory);
  const tokens = usage.inputTokens + usage.outputTokens;
  if (tokens > expected.limit) return fail(`${tokens} tokens, at most ${expected.limit} are allowed`);
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
function judgeOutputContains(expected, { trial, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const text = outputText(trial.trajectory);
  if (text === null) return fail(`expected an output that contains "${expected.text}", received none`);
  const found = expected.ignoreCase ? text.toLowerCase().includes(expected.text.toLowerCase()) : text.includes(expected.text);
  return found ? PASS2 : fail(`the output does not contain "${expected.text}": ${text}`);
}

// src/score/output-equals.ts
function judgeOutputEquals(expected, { trial, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const wanted = canonicalJson(expected.value);
  const equal = outputValues(trial.trajectory).some((value) => canonicalJson(value) === wanted);
  return equal ? PASS2 : fail(`expected the output ${wanted}, received ${canonicalJson(trial.trajectory.output)}`);
}

// src/score/output-json-path.ts
var import_json_p3 = __toESM(require_json_p3_cjs(), 1);
function judgeOutputJsonPath(expected, { trial, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  let nodes;
  try {
    nodes = outputValues(trial.trajectory).flatMap((value) => (0, import_json_p3.query)(expected.path, value).values());
  } catch (error) {
    return undetermined2(`the path ${cut(expected.path, 100)} is no JSONPath (RFC 9535): ${messageOf(error)}`);
  }
  if (nodes.length === 0) return fail(`${expected.path} selects nothing in the output`);
  if (expected.equals === void 0) return PASS2;
  return equalsAny(nodes, expected.equals) ? PASS2 : fail(
    `${expected.path} should be ${canonicalJson(expected.equals)}, received ${nodes.map(canonicalJson).join(", ")}`
  );
}
function equalsAny(nodes, wanted) {
  const text = canonicalJson(wanted);
  return nodes.some((node) => canonicalJson(node) === text);
}

// src/score/output-json-schema.ts
function judgeOutputJsonSchema(expected, { trial, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const schema = compileSchema(expected.schema);
  if (schema.kind === "unusable")
    return undetermined2(`the expectation's schema is no valid JSON Schema: ${schema.problem}`);
  const readings = outputValues(trial.trajectory).map(schema.problemsOf);
  if (readings.some((problems) => problems.length === 0)) return PASS2;
  return fail(`the output does not satisfy its schema: ${readings.at(-1)?.join("; ")}`);
}

// src/score/output-matches.ts
var MAX_TEXT_LENGTH = 2e4;
var MAX_PATTERN_LENGTH = 1e3;
function judgeOutputMatches(expected, { trial, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const pattern = compile(expected.pattern, expected.flags);
  if (typeof pattern === "string") return undetermined2(pattern);
  const text = outputText(trial.trajectory);
  if (text === null) return fail(`expected an output that matches ${pattern}, received none`);
  if (pattern.test(text.slice(0, MAX_TEXT_LENGTH))) return PASS2;
  if (text.length > MAX_TEXT_LENGTH) {
    return undetermined2(`no match for ${pattern} in the first ${MAX_TEXT_LENGTH} characters; the rest is not searched`);
  }
  return fail(`the output does not match ${pattern}: ${text}`);
}
function compile(pattern, flags) {
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
  const { theCase, trial, context, prefixOnly } = subject;
  if (theCase.recordings.length === 0) return undetermined2("the case has no recording to compare state changes with");
  const calls = toolCallsOf(trial).filter((call) => !context.isReadOnly(asRecorded(call).name));
  const unknowable = calls.filter((call) => trial.standing === "not_covered" && call.outcome.kind === "missing");
  const made = countCalls(calls.filter((call) => !unknowable.includes(call) && changedState(call)).map(asRecorded));
  const recorded = theCase.recordings.map((recording) => stateChangesOf(recording, context.isReadOnly));
  if (recorded.every((expected) => !isWithin(made, expected))) return fail(differenceText(made, recorded));
  const [unknown] = unknowable;
  if (unknown !== void 0) return undetermined2(`what ${unknown.name} changes is not on any tape`);
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const same = recorded.some((expected) => isWithin(made, expected) && isWithin(expected, made));
  return same ? PASS2 : fail(differenceText(made, recorded));
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
  return [...part].every(([call, count2]) => count2 <= (whole.get(call) ?? 0));
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
  return [...a].flatMap(([call, count2]) => {
    const surplus = count2 - (b.get(call) ?? 0);
    if (surplus <= 0) return [];
    return [surplus === 1 ? call : `${call} (${surplus} times)`];
  });
}

// src/score/tools-forbidden.ts
function judgeToolsForbidden(expected, { trial, prefixOnly }) {
  const forbidden = new Set(expected.tools);
  const call = toolCallsOf(trial).find((made) => forbidden.has(made.name) || forbidden.has(asRecorded(made).name));
  if (call !== void 0) return fail(`called a forbidden tool: ${callText(call)}`);
  return prefixOnly === null ? PASS2 : undetermined2(prefixOnly);
}

// src/score/tools-required.ts
function judgeToolsRequired(expected, { trial, prefixOnly }) {
  if (prefixOnly !== null) return undetermined2(prefixOnly);
  const accepted = toolCallsOf(trial).filter((call) => call.match !== "schema_error");
  const called = new Set(accepted.flatMap((call) => [call.name, asRecorded(call).name]));
  const missing = expected.tools.filter((tool) => !called.has(tool));
  return missing.length === 0 ? PASS2 : fail(`required but not called: ${missing.join(", ")}`);
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
  const matches = callMatcher(expected.arguments, expected.argumentOverrides);
  const actual = toolCallsOf(subject.trial).map(asRecorded);
  const problem = expected.mode === "strict" ? strictProblem(actual, wanted, matches, subject.prefixOnly !== null) : setProblem(expected.mode, actual, wanted, matches, subject.prefixOnly !== null);
  if (problem !== null) return fail(problem);
  return subject.prefixOnly === null ? PASS2 : undetermined2(subject.prefixOnly);
}
function callsOfFirstRecording({ theCase }) {
  return theCase.recordings[0]?.steps.filter((step) => step.kind === "tool_call") ?? null;
}
function strictProblem(actual, wanted, matches, prefix) {
  for (const [index, call] of actual.entries()) {
    const expected = wanted[index];
    if (expected === void 0) return `tool call ${index + 1} is one too many: ${callText(call)}`;
    if (!matches(call, expected)) {
      return `tool call ${index + 1}: expected ${callText(expected)}, received ${callText(call)}`;
    }
  }
  const missing = wanted[actual.length];
  return missing === void 0 || prefix ? null : `tool call ${actual.length + 1} is missing: ${callText(missing)}`;
}
function setProblem(mode, actual, wanted, matches, prefix) {
  const partners = pairCalls(actual, wanted, matches);
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
function judge2(expectation, subject) {
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
function scoreTrial(trial, theCase, context) {
  const expectations = theCase.expectations ?? context.defaultExpectations;
  const ending = readEnd(trial.end);
  const scores = expectations.map((expectation) => {
    if (ending.kind === "failed") return { scorer: expectation.kind, outcome: fail(ending.reason) };
    const prefixOnly = ending.kind === "cut_short" ? ending.reason : null;
    const subject = { trial, theCase, context, prefixOnly };
    return { scorer: expectation.kind, outcome: judge2(expectation, subject) };
  });
  const outcome = ending.kind === "failed" ? fail(ending.reason) : combine(scores);
  return { outcome, scores, measures: measure(trial, context.prices) };
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
  const said = end.stderrTail.trim() === "" ? "" : `: ${cut(end.stderrTail, 300)}`;
  return `the agent crashed (${how})${said}`;
}
function combine(scores) {
  if (scores.length === 0) return undetermined2("the case states no expectation");
  const failed = reasonsOf(scores, "fail");
  if (failed.length > 0) return fail(failed.join("; "));
  const open = reasonsOf(scores, "undetermined");
  return open.length > 0 ? undetermined2([...new Set(open)].join("; ")) : PASS2;
}
function reasonsOf(scores, kind) {
  return scores.flatMap(({ outcome }) => outcome.kind === kind && "reason" in outcome ? [outcome.reason] : []);
}

export {
  evidenceOf,
  withTrials,
  nextTrials,
  compare,
  compareResults,
  decideUnchanged,
  findFlakes,
  findPower,
  runCommandScorer,
  costOf,
  parseResults,
  selectResults,
  MEASURES,
  scoreTrial
};
/*! For license information please see chunk-UQ6VA3IL.js.LEGAL.txt */
