// A server for the tests of a suite, and a way to fetch from it.

import assert from 'node:assert/strict';
import type { FetchOutcome } from '../../src/core/schedule/fetchOutcome.ts';
import {
  ACCEPT_FEED,
  createFetchResource,
  type FetchPorts,
  type FetchRequest,
} from '../../src/host/fetch/fetchResource.ts';
import { resolveHost } from '../../src/host/fetch/resolveHost.node.ts';
import { startNewsServer, type NewsServer, type RecordedRequest } from '../server/newsServer.ts';

/** Small enough to be reached at once. */
export const LIMITS = { bytes: 1_000_000, milliseconds: 3000, idleMilliseconds: 2000, redirects: 5 };

export interface UsedServer {
  server(): NewsServer;
  /** Gives the one request that was made of the server. */
  onlyRequest(): RecordedRequest;
}

/** Starts a server for the suite that calls it; each test finds it new. */
export function useNewsServer(): UsedServer {
  let server: NewsServer | undefined;
  setup(async () => {
    server = await startNewsServer();
  });
  teardown(async () => {
    await server?.stop();
  });
  const running = (): NewsServer => server ?? assert.fail('There is no server between two tests.');
  return {
    server: running,
    onlyRequest() {
      const [request, ...others] = running().requests();
      assert.ok(request);
      assert.deepEqual(others, []);
      return request;
    },
  };
}

/** Fetches with small limits unless others are given. */
export function fetchFrom(
  url: string,
  request: Partial<Omit<FetchRequest, 'url'>> = {},
  ports: Partial<FetchPorts> = {},
): Promise<FetchOutcome> {
  const fetchResource = createFetchResource({ resolve: resolveHost, version: '1.2.3', ...ports });
  return fetchResource({
    url,
    validators: undefined,
    authorization: undefined,
    accept: ACCEPT_FEED,
    limits: LIMITS,
    signal: new AbortController().signal,
    ...request,
  });
}
