// Folders that have no notes of a person's.

/** Folders of what programs make or fetch, which repositories leave out. */
export const GENERATED_FOLDERS: readonly string[] = [
  'node_modules',
  'bower_components',
  '.git',
  '.hg',
  '.svn',
  '.quarto',
  '.venv',
  'venv',
  '_site',
  '_book',
  '_freeze',
  'target',
  'dist',
  'build',
  'out',
];
