// Articles for the reader's page: one with everything that an article may have, and one from right to left.

import type { ReaderPage, RelatedStory } from '../../src/core/model/readerMessages.ts';
import { cleanHtml } from '../../src/core/parse/sanitize.ts';
import { readerPage } from './openReader.ts';

/** 480 by 300 pixels in the colours of a harbour at dusk. */
export const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="300"><rect width="480" height="180" fill="#d9a066"/><rect y="180" width="480" height="120" fill="#306082"/><circle cx="340" cy="150" r="46" fill="#f6e2b3"/></svg>',
)}`;

const EVERYTHING = `
<p>The ferry to Lintel Island runs again after nine days in the dock. Some four hundred people had waited for it, among them the island’s only baker, who said <q>there is no bread without the boat</q>.</p>
<h2>Nine days in the dock</h2>
<p>A cracked <b>propeller shaft</b> had kept the <i>Margarethe</i> from sailing. The <a href="https://example.org/yard">yard</a> replaced it with one from a sister ship; the old one is kept for the inquiry.</p>
<figure><img src="https://example.org/quay.png" alt="Passengers on the quay in the rain, with umbrellas" width="480" height="300"><figcaption>The quay on Tuesday morning, an hour before the first departure. Photograph: Ada Byron</figcaption></figure>
<blockquote><p>Nobody on the island was surprised. We have asked for a second boat for twenty years, and for twenty years we have been told to wait.</p></blockquote>
<h3>What it cost</h3>
<p>The council publishes what the repair and the replacement service came to:</p>
<table><caption>Costs in crowns</caption><thead><tr><th>Item</th><th>Planned</th><th>Spent</th><th>Difference</th><th>Paid by</th><th>Remark</th></tr></thead><tbody><tr><td>Propeller shaft</td><td>120,000</td><td>181,500</td><td>61,500</td><td>The county</td><td>From a sister ship, fitted in two nights</td></tr><tr><td>Replacement service</td><td>40,000</td><td>66,300</td><td>26,300</td><td>The council</td><td>A fishing boat, twice a day</td></tr></tbody></table>
<h2>The timetable</h2>
<ul><li>Weekdays at 6:10, 9:40 and 17:15</li><li>Weekends at 10:00, and at 16:00 as long as there is light</li></ul>
<p>Machines read it as <code>ferry.lintel</code>:</p>
<pre><code>{ "route": "Lintel", "departures": ["06:10", "09:40", "17:15"], "operator": "Lintel Island Ferry Company Limited", "since": "2026-03-02" }</code></pre>
<h2>What happens now</h2>
<p>${'The inquiry begins in April. Until then the boat sails with a second engineer on board, and with a tug in the harbour. '.repeat(3)}</p>
`;

const ARABIC = `
<p>BBC: أعلن مجلس المدينة أن العبّارة إلى الجزيرة ستعود إلى العمل بعد تسعة أيام من التوقف. وكان نحو أربعمئة شخص في انتظارها على الرصيف منذ الصباح، من بينهم خبّاز الجزيرة الوحيد.</p>
<h2>تسعة أيام في الحوض</h2>
<p>وقال رئيس البلدية إن السفينة <b>مارغريته</b> تعطّلت بسبب كسر في عمود المروحة، وإن الحوض استبدله بآخر من سفينة شقيقة خلال ليلتين. وتبلغ كلفة الإصلاح 181,500 كرونة.</p>
<blockquote><p>لم يُفاجأ أحد في الجزيرة. نطلب سفينة ثانية منذ عشرين عامًا، ويقال لنا منذ عشرين عامًا أن ننتظر.</p></blockquote>
<h2>الجدول الزمني</h2>
<ul><li>أيام الأسبوع عند 6:10 و9:40 و17:15</li><li>عطلة نهاية الأسبوع عند 10:00</li></ul>
<h2>ماذا بعد</h2>
<p>يبدأ التحقيق في أبريل، وتبحر السفينة حتى ذلك الحين وعلى متنها مهندس ثانٍ.</p>
`;

/** Gives the page of the article that has everything. */
export function fullPage(fields: Partial<ReaderPage> = {}): ReaderPage {
  return pageOf(EVERYTHING, {
    headline: 'Ferry to Lintel Island runs again after nine days in the dock',
    source: 'The Ellery Gazette',
    byline: 'Ada Byron and Li Wei',
    date: { text: '2 March 2026 at 08:00', iso: '2026-03-02T08:00:00+01:00' },
    updated: { text: '2 March 2026 at 09:00', iso: '2026-03-02T09:00:00+01:00' },
    versions: 2,
    readingTime: '2 min read',
    url: 'https://example.org/ferry',
    files: [{ url: 'https://example.org/ferry.mp3', text: 'Recording · 34 min · 12 MB' }],
    language: 'en',
    ...fields,
  });
}

/** Gives the page of an Arabic article that begins with a Latin name. */
export function arabicPage(): ReaderPage {
  return pageOf(ARABIC, {
    headline: 'عودة العبّارة إلى جزيرة لينتل بعد تسعة أيام',
    source: 'صحيفة إليري',
    byline: 'آدا بايرون',
    date: { text: '2 March 2026', iso: '2026-03-02' },
    readingTime: '1 min read',
    url: 'https://example.org/ar/ferry',
    language: 'ar',
  });
}

export function pageOf(html: string, fields: Partial<ReaderPage>): ReaderPage {
  const clean = cleanHtml(html);
  return readerPage({ html: clean.html, text: clean.text, ...fields });
}

export const RELATED: readonly RelatedStory[] = [
  {
    itemId: 41,
    headline: 'Island ferry back in service',
    facts: ['Harbour Post', '2 March 2026'],
    language: 'en',
  },
  {
    itemId: 42,
    headline: 'عودة العبّارة إلى الجزيرة',
    facts: ['صحيفة إليري', '2 March 2026'],
    language: 'ar',
  },
];
