// Authors, as feeds name them.

import type { FeedPerson } from '../../model/feed.ts';
import { httpAddress } from '../facts.ts';
import { plainName } from './plainText.ts';

const ADDRESS_AND_NAME = /^(?:mailto:)?(?<email>[^\s@()<>]+@[^\s@()<>]+)\s*\((?<name>[^()]+)\)$/iu;
const NAME_AND_ADDRESS =
  /^"?(?<name>[^<>@"]+?)"?\s*[<([](?:mailto:)?(?<email>[^\s@()<>]+@[^\s@()<>\]]+)[>)\]]$/iu;
const ADDRESS = /^(?:mailto:)?(?<email>[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+)$/iu;

/**
 * Gives the person that one text names, in a list that is empty for none.
 *
 * @example "ada@example.org (Ada Byron)" and "Ada Byron <ada@example.org>" give the same person.
 */
export function personOf(written: string): readonly FeedPerson[] {
  const text = written.trim();
  if (text.length > 1000) return [];
  const parts = (ADDRESS_AND_NAME.exec(text) ?? NAME_AND_ADDRESS.exec(text) ?? ADDRESS.exec(text))?.groups;
  if (parts === undefined) return namedPerson(text);
  return [{ name: plainName(parts['name']), email: parts['email'], url: undefined }];
}

/** Gives the person of this name, in a list that is empty for none. */
export function namedPerson(written: string | undefined): readonly FeedPerson[] {
  const name = plainName(written);
  return name === undefined ? [] : [{ name, email: undefined, url: undefined }];
}

/** Gives people of whom anything is known, their addresses made absolute. */
export function people(
  found: readonly { [Key in keyof FeedPerson]?: string | undefined }[] | undefined,
  baseUrl: string | undefined,
  nameOf: (written: string | undefined) => string | undefined = plainName,
): readonly FeedPerson[] {
  return (found ?? [])
    .map(({ name, email, url }) => ({
      name: nameOf(withoutQuotes(name)),
      email,
      url: httpAddress(url, baseUrl),
    }))
    .filter(({ name, email, url }) => name !== undefined || email !== undefined || url !== undefined);
}

/** RFC 5322 § 3.4: a name with signs in it stands in quotation marks before an address. */
function withoutQuotes(name: string | undefined): string | undefined {
  return name?.replace(/^\s*"([^"]+)"\s*$/u, '$1');
}

/** Gives people each once. */
export function eachOnce(found: readonly FeedPerson[]): readonly FeedPerson[] {
  const byKey = new Map(
    found.map((person) => [`${person.name ?? ''} ${person.email ?? ''} ${person.url ?? ''}`, person]),
  );
  return [...byKey.values()];
}
