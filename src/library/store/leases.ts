// What one window does for all of them.

import type { Database } from './database.ts';

/** Reserves a work for some milliseconds, or longer for the one that has it; false while another has it. */
export function claim(
  database: Database,
  work: 'refresh',
  holder: string,
  milliseconds: number,
  now: number,
): boolean {
  const { changes } = database
    .prepare(
      `INSERT INTO lease (work, holder, until) VALUES (?, ?, ?) ON CONFLICT (work) DO UPDATE
       SET holder = excluded.holder, until = excluded.until WHERE lease.until <= ? OR lease.holder = excluded.holder`,
    )
    .run(work, holder, now + milliseconds, now);
  return changes > 0;
}
