// What the tests use of node:os, node:path and node:process, for files in memory.

export const tmpdir = (): string => '/tmp';

export const join = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join('/')
    .replaceAll(/\/{2,}/g, '/');

export const dirname = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 1));

/** The superuser's number: nobody is kept from files in memory. */
export const getuid = (): number => 0;
