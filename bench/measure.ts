// One measure in a process of its own: `node measure.ts NAME` takes its request from the standard input and prints
// its result as the last line.

import { readFileSync } from 'node:fs';
import { MEASURES, type MeasureName } from './measures/measures.ts';

const name = process.argv[2] ?? '';
const measure = MEASURES[name as MeasureName] as (request: unknown) => Promise<unknown>;
console.log(`\nRESULT ${JSON.stringify(await measure(JSON.parse(readFileSync(0, 'utf8'))))}`);
