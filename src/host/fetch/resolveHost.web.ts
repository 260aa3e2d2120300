// A browser looks names up for itself, and keeps public sites from the person's own network (CORS and Private Network
// Access), so that nothing is known here but whether there is a network.

import type { ResolveHost } from './redirectTarget.ts';

export const resolveHost: ResolveHost = () => Promise.resolve([]);

export function isOnline(): Promise<boolean> {
  return Promise.resolve(hasNetwork());
}

export function hasNetwork(): boolean {
  return (navigator as { readonly onLine?: boolean }).onLine !== false;
}
