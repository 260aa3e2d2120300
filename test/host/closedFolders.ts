// Folders that nobody may read: as superuser, a test could read everything on disk.

import * as vscode from 'vscode';

/**
 * Serves files under a scheme. Beside them `/top` and `/partly/b` are folders without the permission to read them.
 */
export function registerClosedFolders(
  scheme: string,
  files: Readonly<Record<string, string>>,
): vscode.Disposable {
  const paths = Object.keys(files);
  const closed = ['/top', '/partly/b'];
  const childrenOf = (folder: string): [string, vscode.FileType][] => {
    const inside = [...paths, ...closed].filter((path) => path.startsWith(`${folder}/`));
    const names = new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''));
    return [...names].map((name) => [
      name,
      paths.includes(`${folder}/${name}`) ? vscode.FileType.File : vscode.FileType.Directory,
    ]);
  };
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  return vscode.workspace.registerFileSystemProvider(scheme, {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat({ path }) {
      const text = files[path];
      const type = text === undefined ? vscode.FileType.Directory : vscode.FileType.File;
      return { type, ctime: 0, mtime: 1, size: text?.length ?? 0 };
    },
    readDirectory: (uri) => (closed.includes(uri.path) ? refuse(uri) : childrenOf(uri.path)),
    readFile: (uri) => new TextEncoder().encode(files[uri.path] ?? ''),
    writeFile: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  });
}
