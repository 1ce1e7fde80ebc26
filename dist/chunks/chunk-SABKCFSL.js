const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:url
var all = /* @__PURE__ */ process.getBuiltinModule("node:url");
var exported = (key) => all[key];
var $URL = /* @__PURE__ */ exported("URL");
var $fileURLToPath = /* @__PURE__ */ exported("fileURLToPath");
var $urlToHttpOptions = /* @__PURE__ */ exported("urlToHttpOptions");

export {
  $URL,
  $fileURLToPath,
  $urlToHttpOptions
};
