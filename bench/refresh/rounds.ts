// What is measured, and how often.

export interface Rounds {
  readonly name: string;
  readonly times: number;
  /** Before each time every so-manieth feed gets an entry; none where 0. */
  readonly changed: number;
}

export const ROUNDS: readonly Rounds[] = [
  { name: 'the first time', times: 1, changed: 0 },
  { name: 'unchanged (304)', times: 3, changed: 0 },
  { name: 'one in ten changed', times: 3, changed: 10 },
];
