// Links in the places of players, which an article cannot have.

import { isHidden } from './allowedMarkup.ts';
import { httpAddress, oneLine } from './facts.ts';
import { elementsNamed, elementsWhere, markupTree, replaceNodes } from './markupTree.ts';
import type { Element, MarkupTree, Node } from './markupTree.ts';
import { escapeText } from './escapeText.ts';

/** Players that sites embed, and the page where a person would watch. */
const PLAYERS: readonly (readonly [player: RegExp, page: string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:[^#]*&)?list=([\w-]+)/u,
    'https://www.youtube.com/playlist?list=$1',
  ],
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{5,20})(?=[/?#]|$)/u,
    'https://www.youtube.com/watch?v=$1',
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)(?=[/?#]|$)/u, 'https://vimeo.com/$1'],
  [
    /^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)(?=[/?#]|$)/u,
    'https://www.dailymotion.com/video/$1',
  ],
];
const SOURCES = ['src', 'data-src', 'data-lazy-src'];
const LONGEST = 200;

/**
 * Changes the tree in place: frames of known players become links to the page where a person would watch, and
 * recordings links to their files. Those that are hidden, or whose address is not known, stay as they are.
 *
 * @param baseUrl Resolves relative addresses.
 */
export function linkPlayers(tree: MarkupTree, baseUrl: string | undefined): void {
  const replacements = new Map<Node, readonly Node[]>();
  for (const player of elementsWhere(({ name }) => /^(?:iframe|video|audio)$/.test(name), tree.children)) {
    const address = player.name === 'iframe' ? pageOf(player, baseUrl) : fileOf(player, baseUrl);
    if (address !== undefined && !isHidden(player.attribs)) replacements.set(player, linkTo(address, player));
  }
  replaceNodes(tree, replacements);
}

function pageOf(frame: Element, baseUrl: string | undefined): string | undefined {
  const address = addressOf(frame, baseUrl) ?? '';
  const [page] = PLAYERS.flatMap(([player, watched]) => {
    const id = player.exec(address)?.[1];
    return id === undefined ? [] : [watched.replace('$1', id)];
  });
  return page;
}

function fileOf(recording: Element, baseUrl: string | undefined): string | undefined {
  return [recording, ...elementsNamed('source', recording.children)]
    .map((element) => addressOf(element, baseUrl))
    .find((address) => address !== undefined);
}

function addressOf({ attribs }: Element, baseUrl: string | undefined): string | undefined {
  return SOURCES.map((name) => httpAddress(attribs[name], baseUrl)).find((address) => address !== undefined);
}

function linkTo(address: string, { attribs }: Element): readonly Node[] {
  const host = new URL(address).hostname.replace(/^www\./, '');
  const words = oneLine(attribs['title'] ?? attribs['aria-label'] ?? '')?.slice(0, LONGEST) ?? host;
  const href = escapeText(address).replaceAll('"', '&quot;');
  return markupTree(`<p><a href="${href}">${escapeText(words)}</a></p>`).children;
}
