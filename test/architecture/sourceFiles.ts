// The files of src as the compiler sees them.

import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

export const repository = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** Relative to the repository, with slashes. */
  readonly path: string;
  readonly lines: number;
  /** Every module that it imports or exports from, types included. */
  readonly imports: readonly string[];
  readonly tree: ts.SourceFile;
}

/** Reads every TypeScript file under src. */
export function sourceFiles(): readonly SourceFile[] {
  return globSync('src/**/*.ts', { cwd: repository })
    .sort()
    .map((file) => sourceFile(file.split(sep).join('/'), readFileSync(join(repository, file), 'utf8')));
}

/** Reads one file's text; a test may make one up. */
export function sourceFile(path: string, text: string): SourceFile {
  return {
    path: relative('.', path),
    lines: text.trimEnd().split('\n').length,
    imports: ts.preProcessFile(text).importedFiles.map((imported) => imported.fileName),
    tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
  };
}

/** Whether any node of the file is as asked. */
export function hasNode({ tree }: SourceFile, asked: (node: ts.Node) => boolean): boolean {
  const visit = (node: ts.Node): boolean =>
    asked(node) || (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(tree);
}
