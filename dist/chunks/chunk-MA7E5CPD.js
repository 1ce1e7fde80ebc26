const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  __export
} from "./chunk-GPPT27SZ.js";

// builtin:node:http
var node_http_exports = {};
__export(node_http_exports, {
  Agent: () => $Agent,
  ClientRequest: () => $ClientRequest,
  IncomingMessage: () => $IncomingMessage,
  METHODS: () => $METHODS,
  OutgoingMessage: () => $OutgoingMessage,
  STATUS_CODES: () => $STATUS_CODES,
  Server: () => $Server,
  ServerResponse: () => $ServerResponse,
  _connectionListener: () => $_connectionListener,
  createServer: () => $createServer,
  default: () => node_http_default,
  get: () => $get,
  globalAgent: () => $globalAgent,
  maxHeaderSize: () => $maxHeaderSize,
  request: () => $request,
  setGlobalProxyFromEnv: () => $setGlobalProxyFromEnv,
  setMaxIdleHTTPParsers: () => $setMaxIdleHTTPParsers,
  validateHeaderName: () => $validateHeaderName,
  validateHeaderValue: () => $validateHeaderValue
});
var all = /* @__PURE__ */ process.getBuiltinModule("node:http");
var exported = (key) => all[key];
var node_http_default = all;
var $_connectionListener = /* @__PURE__ */ exported("_connectionListener");
var $METHODS = /* @__PURE__ */ exported("METHODS");
var $STATUS_CODES = /* @__PURE__ */ exported("STATUS_CODES");
var $Agent = /* @__PURE__ */ exported("Agent");
var $ClientRequest = /* @__PURE__ */ exported("ClientRequest");
var $IncomingMessage = /* @__PURE__ */ exported("IncomingMessage");
var $OutgoingMessage = /* @__PURE__ */ exported("OutgoingMessage");
var $Server = /* @__PURE__ */ exported("Server");
var $ServerResponse = /* @__PURE__ */ exported("ServerResponse");
var $createServer = /* @__PURE__ */ exported("createServer");
var $validateHeaderName = /* @__PURE__ */ exported("validateHeaderName");
var $validateHeaderValue = /* @__PURE__ */ exported("validateHeaderValue");
var $get = /* @__PURE__ */ exported("get");
var $request = /* @__PURE__ */ exported("request");
var $setMaxIdleHTTPParsers = /* @__PURE__ */ exported("setMaxIdleHTTPParsers");
var $setGlobalProxyFromEnv = /* @__PURE__ */ exported("setGlobalProxyFromEnv");
var $maxHeaderSize = /* @__PURE__ */ exported("maxHeaderSize");
var $globalAgent = /* @__PURE__ */ exported("globalAgent");

// builtin:node:zlib
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:zlib");
var exported2 = (key) => all2[key];
var node_zlib_default = all2;
var $crc32 = /* @__PURE__ */ exported2("crc32");
var $gzipSync = /* @__PURE__ */ exported2("gzipSync");
var $gunzip = /* @__PURE__ */ exported2("gunzip");
var $gunzipSync = /* @__PURE__ */ exported2("gunzipSync");
var $inflateRawSync = /* @__PURE__ */ exported2("inflateRawSync");
var $zstdCompressSync = /* @__PURE__ */ exported2("zstdCompressSync");
var $zstdDecompress = /* @__PURE__ */ exported2("zstdDecompress");
var $zstdDecompressSync = /* @__PURE__ */ exported2("zstdDecompressSync");
var $createGzip = /* @__PURE__ */ exported2("createGzip");
var $createGunzip = /* @__PURE__ */ exported2("createGunzip");
var $createZstdCompress = /* @__PURE__ */ exported2("createZstdCompress");
var $createZstdDecompress = /* @__PURE__ */ exported2("createZstdDecompress");
var $constants = /* @__PURE__ */ exported2("constants");

// builtin:node:https
var node_https_exports = {};
__export(node_https_exports, {
  Agent: () => $Agent2,
  Server: () => $Server2,
  createServer: () => $createServer2,
  default: () => node_https_default,
  get: () => $get2,
  globalAgent: () => $globalAgent2,
  request: () => $request2
});
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:https");
var exported3 = (key) => all3[key];
var node_https_default = all3;
var $Agent2 = /* @__PURE__ */ exported3("Agent");
var $globalAgent2 = /* @__PURE__ */ exported3("globalAgent");
var $Server2 = /* @__PURE__ */ exported3("Server");
var $createServer2 = /* @__PURE__ */ exported3("createServer");
var $get2 = /* @__PURE__ */ exported3("get");
var $request2 = /* @__PURE__ */ exported3("request");

// builtin:node:net
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:net");
var exported4 = (key) => all4[key];
var $connect = /* @__PURE__ */ exported4("connect");
var $createServer3 = /* @__PURE__ */ exported4("createServer");
var $isIP = /* @__PURE__ */ exported4("isIP");
var $isIPv6 = /* @__PURE__ */ exported4("isIPv6");
var $Server3 = /* @__PURE__ */ exported4("Server");
var $Socket = /* @__PURE__ */ exported4("Socket");

// builtin:node:tls
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:tls");
var exported5 = (key) => all5[key];
var $connect2 = /* @__PURE__ */ exported5("connect");

// builtin:node:url
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:url");
var exported6 = (key) => all6[key];
var $URL = /* @__PURE__ */ exported6("URL");
var $urlToHttpOptions = /* @__PURE__ */ exported6("urlToHttpOptions");

export {
  node_http_default,
  $STATUS_CODES,
  $Agent,
  $createServer,
  $validateHeaderValue,
  $request,
  $globalAgent,
  node_http_exports,
  node_https_default,
  $Agent2,
  $request2,
  node_https_exports,
  node_zlib_default,
  $crc32,
  $gzipSync,
  $gunzip,
  $gunzipSync,
  $inflateRawSync,
  $zstdCompressSync,
  $zstdDecompress,
  $zstdDecompressSync,
  $createGzip,
  $createGunzip,
  $createZstdCompress,
  $createZstdDecompress,
  $constants,
  $connect,
  $createServer3 as $createServer2,
  $isIP,
  $isIPv6,
  $Server3 as $Server,
  $Socket,
  $connect2,
  $URL,
  $urlToHttpOptions
};
