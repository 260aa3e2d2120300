// The news of a town that does not exist, for the feeds and pages of the test server.

export interface Story {
  readonly slug: string;
  readonly title: string;
  readonly author: string;
  readonly section: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  readonly updated: number;
  readonly summary: string;
  readonly paragraphs: readonly string[];
}

const FIRST = Date.UTC(2026, 2, 2, 6, 30);
const HOUR = 3_600_000;

const NEWS: readonly (readonly [title: string, author: string, section: string, summary: string])[] = [
  [
    'Ferry to Lintel Island runs again',
    'Mara Oake',
    'Transport',
    'After nine days in the dock the ferry is back.',
  ],
  ['Library lends out telescopes', 'Jon Hask', 'Culture', 'Twelve telescopes wait beside the atlases.'],
  ['Baker wins the bridge race', 'Mara Oake', 'Sport', 'She ran in the shoes in which she bakes.'],
  [
    'Old mill becomes a school of music',
    'Ines Vale',
    'Culture',
    'Where flour was ground, forty pupils play.',
  ],
  ['Council counts its trees', 'Jon Hask', 'Politics', 'There are 4,118, and one was counted twice.'],
  [
    'Fog closes the harbour for a morning',
    'Ines Vale',
    'Transport',
    'Eleven boats waited outside until noon.',
  ],
];

/**
 * Gives the stories, the newest first.
 *
 * @param added How many have come since the server began.
 * @param edits How often the oldest of them has been edited.
 */
export function stories(added: number, edits: number): readonly Story[] {
  const old = NEWS.map(([title, author, section, summary], index) =>
    story(title, author, section, summary, index, index === 0 ? edits : 0),
  );
  const fresh = Array.from({ length: added }, (_, index) => {
    const title = `Late edition number ${index + 1} appears`;
    return story(title, 'Ines Vale', 'Press', 'It came later than the others.', NEWS.length + index, 0);
  });
  return [...old, ...fresh].reverse();
}

function story(
  title: string,
  author: string,
  section: string,
  summary: string,
  index: number,
  edits: number,
): Story {
  const published = FIRST + index * 7 * HOUR;
  const correction = edits === 0 ? [] : [`Correction ${edits}: the ferry left at seven, not at six.`];
  return {
    slug: title.toLowerCase().replace(/\W+/g, '-'),
    title: edits === 0 ? title : `${title}, an hour later`,
    author,
    section,
    published,
    updated: published + edits * HOUR,
    summary,
    paragraphs: [
      summary,
      ...correction,
      `People in Sillbury speak of little else. “Nobody had thought that we would see it this year,” says a neighbour who has lived by the quay for half of her life, and who watched it all from her window.`,
      `${author} was there in the morning and again at dusk. The mayor’s office gives no date for what comes next, but the notice on its door asks for patience, and for umbrellas.`,
      `Those who want to know more may come to the town hall on Thursday, when the plans are on the long table and somebody will be there to explain them from nine until four.`,
    ],
  };
}
