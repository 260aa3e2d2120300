// The host of an address, as sentences name it and limits count it.

/** Gives the host's name without port; the text itself where it is no address. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
