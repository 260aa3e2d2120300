// `npm run bench:quotations [-- --show]`: how often the verdicts on quotations with known edits are right, and how long
// checking takes. Writes bench/QUOTATIONS.md; `--show` prints what was judged wrongly.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from '../report/machine.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { EDITS } from './edits.ts';
import { INVENTED } from './inventedArticles.ts';
import { realArticles } from './realArticles.ts';
import { measureKeystrokes } from './keystrokes.ts';
import { judge, scoresOf, type Judged } from './score.ts';
import { generateCases } from './suite.ts';
import { measureTimes } from './times.ts';

const OF_EACH = 110;
const LEAST = 0.99;

const real = realArticles();
const articles = real.length === 0 ? INVENTED : [...real, ...INVENTED];
const judged = judge(generateCases(articles, OF_EACH, 1));
const scores = scoresOf(judged);
const scoreTable = markdownTable(
  ['verdict', 'least', 'quotations', 'precision', 'recall'],
  scores.map(({ kind, expected, precision, recall }) => [
    kind,
    kind === 'exact' ? '1' : `${LEAST}`,
    `${expected}`,
    precision.toFixed(4),
    recall.toFixed(4),
  ]),
);
const editTable = markdownTable(
  ['edit', 'verdict', 'quotations', 'right'],
  Object.keys(EDITS).map((edit) => {
    const own = judged.filter((one) => one.case.edit === edit);
    return [edit, own[0]?.case.kind ?? '', `${own.length}`, `${own.filter(({ isRight }) => isRight).length}`];
  }),
);
const times = measureTimes(articles);
const timeTable = markdownTable(
  ['work', '', 'ms'],
  [
    ['read and tokenise 1,000 notes', '', times.reading.toFixed(0)],
    ['prepare the articles', '', times.preparing.toFixed(0)],
    ['check 10,000 quotations, all exact', '', times.checkingExact.toFixed(0)],
    ['check 10,000 quotations, a third altered', '', times.checkingMixed.toFixed(0)],
    ['one of 100,000 characters that is not there, in 1,000,000', '', times.hostile.toFixed(0)],
  ],
);
const ratio = (times.preparing + times.checkingMixed) / times.reading;
const keystrokes = await measureKeystrokes(articles);
const page = `# Quotations

Quotations with known edits, made from ${real.length === 0 ? `${INVENTED.length} invented articles` : `${real.length} real articles and ${INVENTED.length} invented ones`}: ${judged.length} in all. The edits know nothing of the code that judges them; a change that must be an error (a number, a negation, a name, words out of order) and is a warning counts as wrong. Written by \`npm run bench:quotations\`.

## Verdicts

${scoreTable}

## Edits

${editTable}

## Time

${timeTable}

Preparing and checking take ${ratio.toFixed(1)} × the time of reading and tokenising; at most 5 × is wanted.

A keystroke in a note of 5,000 lines with ${keystrokes.quotations} quotations, from the changed text to all verdicts, the library in the same thread, processor time: ${keystrokes.median.toFixed(1)} ms in the middle, ${keystrokes.p95.toFixed(1)} ms at p95, ${keystrokes.longest.toFixed(1)} ms at most of ${keystrokes.keys}; at most 10 ms is wanted.

Measured on ${describeMachine()}.
`;
writeFileSync(join(import.meta.dirname, '../QUOTATIONS.md'), page);
console.log(page);
if (process.argv.includes('--show')) for (const one of judged) if (!one.isRight) show(one);
if (
  scores.some(({ kind, precision, recall }) => Math.min(precision, recall) < (kind === 'exact' ? 1 : LEAST))
) {
  process.exitCode = 1;
}

function show({ case: one, verdict }: Judged): void {
  console.log(`${one.edit}: ${verdict.kind}, ${one.kind} expected`);
  console.log(`  ${JSON.stringify(one.words)}`);
  if (verdict.kind === 'altered') {
    const pieces = verdict.pieces.map(
      ({ kind, quotedText, sourceText }) => `${kind}(${quotedText}|${sourceText})`,
    );
    console.log(`  ${verdict.severity} ${verdict.concerns.join(', ')}: ${pieces.join(' ')}`);
  } else if ('range' in verdict) console.log(`  ${one.article.text.slice(...verdict.range)}`);
}
