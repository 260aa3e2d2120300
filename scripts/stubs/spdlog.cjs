// Stands in for the native module `@vscode/spdlog` in the server host: the same
// log files, written plainly, with no compiler needed.

const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

class Logger {
  constructor(type, name, path) {
    this.path = path;
    mkdirSync(dirname(path), { recursive: true });
  }
  write(level, message) {
    appendFileSync(this.path, `${new Date().toISOString()} [${level}] ${message}\n`);
  }
  trace(message) {
    this.write('trace', message);
  }
  debug(message) {
    this.write('debug', message);
  }
  info(message) {
    this.write('info', message);
  }
  warn(message) {
    this.write('warning', message);
  }
  error(message) {
    this.write('error', message);
  }
  critical(message) {
    this.write('critical', message);
  }
  setLevel() {}
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}

const createLogger = (name, path) => Promise.resolve(new Logger('rotating', name, path));

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
