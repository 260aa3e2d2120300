// The README as it is packed: galleries and VS Code show it alone, without the files beside it.

/**
 * Gives a README without its pictures, and with the words of links to files in place of the links: neither leads
 * anywhere from a gallery that does not know where the repository is.
 *
 * @example packageReadme("Read [this](DOCS.md).\n\n![A picture](a.png)\n\nEnd.\n") gives "Read this.\n\nEnd.\n".
 */
export function packageReadme(readme: string): string {
  return readme
    .replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n+/gmu, '')
    .replaceAll(/(?<!!)\[([^\]]+)\]\((?!https?:|#)[^)]*\)/gu, '$1');
}
