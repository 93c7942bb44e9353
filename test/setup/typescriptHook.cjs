// Lets a Node process started by a test run the TypeScript sources as they stand: node --require this file.ts
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    // Dynamic imports stay: they load packages that exist as ES modules only.
    module: { type: 'commonjs', ignoreDynamic: true },
    sourceMaps: 'inline',
  });
  module._compile(code, filename);
};

// The generated client names its files with .js, as they are called once compiled.
const Module = require('node:module');
const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveSource(request, parent, ...rest) {
  const isSource =
    request.startsWith('.') && request.endsWith('.js') && parent?.filename?.endsWith('.ts') === true;
  return resolve.call(this, isSource ? request.slice(0, -3) : request, parent, ...rest);
};
