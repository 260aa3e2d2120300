// Pages of the brief as a morning brings them.

import type { Report } from '../../src/core/brief/brief.ts';
import type { BriefHeadline, BriefPage, SourceView, StoryView } from '../../src/core/brief/briefMessages.ts';
import { timeline } from '../../src/core/brief/timeline.ts';
import { emptyBrief } from './openBrief.ts';

const NOW = new Date(2026, 10, 24, 8, 15).getTime();
const HOUR = 3_600_000;
let lastId = 0;

function headline(words: string, fields: Partial<BriefHeadline> = {}): BriefHeadline {
  lastId += 1;
  return {
    itemId: lastId,
    headline: words,
    language: 'en',
    publisher: undefined,
    age: '3h',
    read: false,
    ...fields,
  };
}

function reports(hoursAgo: readonly number[], newFrom: number): readonly Report[] {
  const names = ['The Harbour Wire', 'Port Ellery Gazette', 'The Islander', 'Morning Post', 'Daily Ledger'];
  return hoursAgo.map((hours, index) => ({
    at: NOW - hours * HOUR,
    publisher: names[index % names.length] ?? '',
    isNew: index >= newFrom,
  }));
}

/** A page with everything on it. */
export function fullBrief(fields: Partial<BriefPage> = {}): BriefPage {
  lastId = 0;
  const stories: readonly StoryView[] = [
    {
      lead: headline('Fishermen Call Off Strike After Ministry Promises to Look at Price of Diesel', {
        publisher: 'The Harbour Wire',
      }),
      summary:
        'The strike that had kept the fleet in port for nine days ended on Monday night. The crews went back on board before dawn, and the first boats left the harbour with the tide at seven in the morning.',
      others: [
        headline('Fleet leaves Port Ellery again', { publisher: 'Port Ellery Gazette', age: '2h' }),
        headline('Nine days, and then a handshake', { publisher: 'The Islander', age: '5h', read: true }),
        headline('What the end of the strike means for the price of herring', {
          publisher: 'Morning Post',
          age: '9h',
        }),
      ],
      coverage: '5 sources',
      publishers: 'The Harbour Wire, Port Ellery Gazette, The Islander and 2 others',
      timeline: timeline(reports([14.2, 13.5, 9, 5.2, 4.9, 4.2, 2], 3), NOW, 'en'),
    },
    {
      lead: headline('Council Delays Vote on Harbour Fees Until Spring', {
        publisher: 'Port Ellery Gazette',
      }),
      summary: 'The council met, heard the pilots and the ferrymen, and put off the vote once more.',
      others: [headline('No vote on fees before April', { publisher: 'The Islander', age: '6h' })],
      coverage: '3 sources',
      publishers: 'Port Ellery Gazette, The Islander and Morning Post',
      timeline: timeline(reports([7, 6, 3.4], 0), NOW, 'en'),
    },
    {
      lead: headline('انتهاء إضراب الصيادين بعد تسعة أيام في الميناء', {
        language: 'ar',
        publisher: 'صحيفة الميناء',
      }),
      summary:
        'انتهى ليلة الاثنين الإضراب الذي أبقى الأسطول في الميناء تسعة أيام، وعادت الطواقم إلى السفن قبل الفجر.',
      others: [headline('عودة القوارب إلى البحر', { language: 'ar', publisher: 'صحيفة الجزيرة', age: '4h' })],
      coverage: '2 sources',
      publishers: 'صحيفة الميناء and صحيفة الجزيرة',
      timeline: timeline(reports([5, 4.1], 0), NOW, 'en'),
    },
    {
      lead: headline('Museum Finds Lost Letters of Captain Ellery in a Wall', {
        publisher: 'The Islander',
        read: true,
      }),
      summary: '',
      others: [],
      coverage: '2 sources',
      publishers: 'The Islander and Morning Post',
      timeline: timeline(reports([2, 1.2], 0), NOW, 'en'),
    },
  ];
  const source = (title: string, left: number, ...words: readonly string[]): SourceView => ({
    sourceId: title.length,
    title,
    count: words.length + left,
    counted: `${words.length + left} new`,
    headlines: words.map((each, index) => headline(each, { age: `${index + 1}h`, read: index === 2 })),
    left,
  });
  return emptyBrief({
    counted: '41 new headlines in 6 sources',
    stories,
    searches: [
      { query: 'harbour ferries', found: 4 },
      { query: 'title:strike is:unread', found: 12 },
    ],
    sources: [
      source(
        'Daily Ledger',
        3,
        'Bakers ask for cheaper flour before the feast',
        'Why the clock on the customs house is always late',
        'Letters',
        'A short history of the breakwater, with drawings',
        'Rain until Thursday',
      ),
      source(
        'Morning Post',
        11,
        'Island school gets its second teacher',
        'The ferryman who never learned to swim',
      ),
      source(
        'Port Ellery Gazette',
        0,
        'Lighthouse keeper retires after forty years',
        'Market hall to open on Sundays',
        'Obituaries',
        'Chess club draws with the mainland',
      ),
      source('The Harbour Wire', 0, 'Dredging to begin in March'),
      { ...source('The Islander', 4), left: 0 },
      source('صحيفة الميناء', 0, 'افتتاح السوق أيام الأحد', 'المدرسة تستقبل معلمها الثاني'),
    ],
    ...fields,
  });
}
