// Stands in for a package that is required but never used.

module.exports = {};
