// Stands in for the native module `@vscode/native-watchdog` in the server host:
// the scripts end the host's processes themselves.

exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
