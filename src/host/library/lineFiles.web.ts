// Files of lines in a browser, where there is no other file system than VS Code's.

export { wholeLineFiles as lineFiles } from './wholeLineFiles.ts';
