// The plans as a page of the documentation.

export interface Planned {
  /** In one line. */
  readonly sql: string;
  /** The calls of the library that run it. */
  readonly calls: readonly string[];
  readonly plan: readonly string[];
}

/** Gives the page: each statement once, under the first call that runs it. */
export function plansPage(
  planned: readonly Planned[],
  allowed: readonly (readonly [beginning: string, reason: string])[],
): string {
  const calls = [...new Set(planned.map(firstCall))];
  const sections = calls.map((call) => {
    const statements = planned.filter((statement) => firstCall(statement) === call);
    return `## ${call}\n\n${statements.map(statementText).join('\n\n')}`;
  });
  return [
    '# Query plans',
    'How SQLite runs every statement of every call of the library, written by `WRITE_PLANS=1` and held by `test/library/plans.test.ts`, which fails where one reads a whole table that grows with the library. SEARCH finds rows by an index; SCAN of `source`, of `json_each` or of a part of the statement reads few rows; SCAN of `search` with an `M` is a look into the full-text index.',
    ...(allowed.length === 0 ? [] : [allowedText(allowed)]),
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}

function firstCall({ calls }: Planned): string {
  return calls[0] ?? '';
}

function allowedText(allowed: readonly (readonly [beginning: string, reason: string])[]): string {
  const lines = allowed.map(([beginning, reason]) => `- \`${beginning}\` … ${reason}`);
  return `These may read more:\n\n${lines.join('\n')}`;
}

function statementText({ sql, calls, plan }: Planned): string {
  const others = calls.slice(1);
  const also = others.length === 0 ? '' : `\n\nAlso in ${others.join(', ')}.`;
  return `\`\`\`text\n${sql}\n\n${plan.join('\n')}\n\`\`\`${also}`;
}
