// In place of a module that is loaded for what it does, and must not do it here.
module.exports = {};
