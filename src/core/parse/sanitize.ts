// Makes HTML from anywhere safe, and gives it together with its plain text.

import {
  html as standard,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes as Tree,
  defaultTreeAdapter,
} from 'parse5';
import sanitizeHtml from 'sanitize-html';
import { createTextFlow, type TextFlowBuilder } from '../text/textFlow.ts';
import { allowedMarkup } from './allowedMarkup.ts';
import { boundMarkup } from './boundMarkup.ts';
import { LARGEST_DOCUMENT } from './documentKinds.ts';
import { markupTree, treeMarkup } from './markupTree.ts';
import { plainParagraphs } from './plainParagraphs.ts';
import { linkPlayers } from './linkPlayers.ts';
import { settleImages } from './settleImages.ts';
import { tidyTree } from './tidyTree.ts';

export interface CleanHtml {
  /** Parsing it as the content of a `div` gives exactly the tree that `text` was made from. */
  readonly html: string;
  readonly text: string;
}

const DEEPEST = 100;
/** What the largest document may become when it is escaped. */
const LONGEST = 6 * LARGEST_DOCUMENT;
const MOST_ROUNDS = 5;

/**
 * Gives safe HTML and its plain text. Only elements and attributes of an article stay, without styles, classes
 * and ids; links are http, https or mailto, images http, https or small raster data; what the page hides is
 * dropped, and links stand for what plays recordings. The HTML is written as a browser would write it, and cleaning it again changes nothing.
 *
 * @param baseUrl Resolves relative addresses; they are dropped where it is not known.
 * @example `<p onclick="x()">Rain<script>y()</script></p>` gives the HTML "<p>Rain</p>" and the text "Rain".
 */
export function cleanHtml(dirty: string, baseUrl?: string): CleanHtml {
  let html = cleanOnce(settled(boundMarkup(dirty, DEEPEST, LONGEST), baseUrl), baseUrl);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const again = cleanOnce(html, undefined);
    if (again === html) {
      const tree = parse(html);
      if (serialize(tree) === html) return { html, text: textOf(tree) };
    }
    html = again;
  }
  // Markup that never comes to rest; its text is all that can be trusted.
  return plainParagraphs(textOf(parse(html)));
}

/** Only a tree tells which images stand for each other, and what plays what. */
function settled(markup: string, baseUrl: string | undefined): string {
  if (!/<(?:amp-|noscript|picture|iframe|video|audio)/i.test(markup)) return markup;
  const tree = markupTree(markup);
  settleImages(tree, baseUrl);
  linkPlayers(tree, baseUrl);
  return treeMarkup(tree.children);
}

/** Markup means what the HTML standard makes of it, so a second parser reads what the first let through. */
function cleanOnce(markup: string, baseUrl: string | undefined): string {
  const tree = parse(sanitizeHtml(markup, allowedMarkup(baseUrl)));
  tidyTree(tree);
  return serialize(tree);
}

function parse(markup: string): Tree.DocumentFragment {
  return parseFragment(defaultTreeAdapter.createElement('div', standard.NS.HTML, []), markup, {});
}

function textOf(tree: Tree.DocumentFragment): string {
  const flow = createTextFlow();
  addText(tree, flow);
  return flow.finish().text;
}

function addText(parent: Tree.ParentNode, flow: TextFlowBuilder): void {
  for (const node of parent.childNodes) {
    if (defaultTreeAdapter.isTextNode(node)) flow.text(node.value);
    else if (defaultTreeAdapter.isElementNode(node)) {
      flow.open(node.tagName);
      addText(node, flow);
      flow.close(node.tagName);
    }
  }
}
