// Every measure by the name that its process is told.

import { buildFile } from './buildFile.ts';
import { measureEventLoop } from './eventLoop.ts';
import { measureFirstPage } from './firstPage.ts';
import { measureMemory } from './memory.ts';
import { measureReopen } from './reopen.ts';
import { measureTyping } from './typing.ts';

export const MEASURES = {
  build: buildFile,
  eventLoop: measureEventLoop,
  firstPage: measureFirstPage,
  memory: measureMemory,
  reopen: measureReopen,
  typing: measureTyping,
} as const;

export type MeasureName = keyof typeof MEASURES;
export type MeasureRequest<Name extends MeasureName> = Parameters<(typeof MEASURES)[Name]>[0];
export type MeasureResult<Name extends MeasureName> = Awaited<ReturnType<(typeof MEASURES)[Name]>>;
