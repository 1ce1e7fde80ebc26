const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// builtin:node:crypto
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var exported = (key) => all[key];
var $createHash = /* @__PURE__ */ exported("createHash");
var $createHmac = /* @__PURE__ */ exported("createHmac");
var $randomBytes = /* @__PURE__ */ exported("randomBytes");
var $randomInt = /* @__PURE__ */ exported("randomInt");
var $randomUUID = /* @__PURE__ */ exported("randomUUID");
var $hash = /* @__PURE__ */ exported("hash");

// builtin:node:buffer
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:buffer");
var exported2 = (key) => all2[key];
var node_buffer_default = all2;
var $Buffer = /* @__PURE__ */ exported2("Buffer");
var $isUtf8 = /* @__PURE__ */ exported2("isUtf8");

export {
  $createHash,
  $createHmac,
  $randomBytes,
  $randomInt,
  $randomUUID,
  $hash,
  node_buffer_default,
  $Buffer,
  $isUtf8
};
