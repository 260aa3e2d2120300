// Names that pages give to parts that are no article.

import type { Element } from '../markupTree.ts';

const words = (names: string): RegExp =>
  new RegExp(
    `(?<!\\b(?:has|with|without|no|not|is|show|hide|js)[_-]{0,2})(?:^|[\\s_-])(?:${names.trim().replace(/\s+/g, '|')})(?:$|[\\s_-])`,
    'iu',
  );
/** However they are written in classes and ids. */
const BESIDE = words(`
  ad ads advert adverts advertisement advertising adslot adunit sponsored sponsor dfp
  share shares sharing sharebar sharetools sharedaddy addthis addtoany socials social
  newsletter newsletters signup subscribe subscription paywall regwall
  related recommended recommendations recommendation readmore read-more see-also also-read more-on more-from
  more-stories most-read most-popular popular trending up-next
  outbrain taboola promo promos comments comment-list disqus respond
  breadcrumb breadcrumbs pagination print-button printfriendly cookie consent toolbar
  cta inread interstitial-link author-box donation-appeal donation-box donate-box
`);
/** Of elements that say that they stand aside. */
const ASIDE = words(`
  sidebar rail widget widgets author authors bio profile teaser teasers more also latest next tags topics menu nav
  banner meta appeal donate donation follow contact poll quiz toc
`);
const OTHER_ARTICLES = words(`
  related recommended recommendations recommendation more-from more-stories more-on most-read most-popular trending
  up-next read-next outbrain taboola
`);

/** Whether a class or id of an element says that it is no part of the article. */
export function isNamedBeside({ attribs }: Element, kind: 'any' | 'aside' = 'any'): boolean {
  const names = namesOf(attribs);
  return BESIDE.test(names) || (kind === 'aside' && ASIDE.test(names));
}

/** Whether a class or id of an element says that it leads to other articles. */
export function isNamedOthers({ attribs }: Element): boolean {
  return OTHER_ARTICLES.test(namesOf(attribs));
}

/** Whether an element's whole class or id says that it tells whose the article is. */
export function isNamedCopyright({ attribs }: Element): boolean {
  return /(?:^|\s)copyright(?:$|\s)/iu.test(namesOf(attribs));
}

/** "adSlot" as "ad-Slot"; where programs make the classes, people name parts for their tests. */
function namesOf(attribs: Element['attribs']): string {
  return `${attribs['class'] ?? ''} ${attribs['id'] ?? ''} ${attribs['data-testid'] ?? ''}`.replace(
    /(\p{Ll})(\p{Lu})/gu,
    '$1-$2',
  );
}
