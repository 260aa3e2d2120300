// What a server's last answer, behind all redirects, means.

import { cacheLifetime } from '../../core/schedule/cacheLifetime.ts';
import type { FetchOutcome, Validators } from '../../core/schedule/fetchOutcome.ts';
import { retryAfter } from '../../core/schedule/retryAfter.ts';
import { localize } from '../localize.ts';
import { fetchFailure } from './fetchFailure.ts';
import { readBody } from './readBody.ts';
import type { RunningLimits, TimeLimits } from './timeLimits.ts';

/** Where an exchange has got to. */
export interface Place {
  url: URL;
  /** Where permanent redirects alone have led. */
  movedTo: string | undefined;
}

/** Longer ones are no validators, and are not kept. */
const LONGEST_VALIDATOR = 1000;

/** Reads what is worth reading of an answer, and lets go of the rest. */
export async function answerOutcome(
  response: Response,
  request: {
    readonly validators: Validators | undefined;
    readonly limits: TimeLimits & { readonly bytes: number };
  },
  place: Place,
  limits: RunningLimits,
): Promise<FetchOutcome> {
  const { status, headers } = response;
  const host = place.url.hostname;
  const common = {
    finalUrl: place.url.href,
    movedTo: place.movedTo,
    validators: validatorsOf(headers),
    cacheFor: cacheForOf(headers),
  };
  if (response.ok) {
    const bytes = await readBody(response, request.limits.bytes, limits.alive);
    if (bytes === undefined) return fetchFailure('too large', host, request.limits);
    const contentType = headers.get('content-type') ?? undefined;
    return { kind: 'fresh', status, bytes, contentType, ...common };
  }
  await response.body?.cancel();
  if (status === 304 && request.validators !== undefined) return { kind: 'unchanged', ...common };
  return refusal(status, host, headers);
}

function refusal(status: number, host: string, headers: Headers): FetchOutcome {
  switch (status) {
    case 401:
      return {
        kind: 'unauthorized',
        status,
        sentence: localize('{0} wants to know who you are (401).', host),
      };
    case 403:
      return {
        kind: 'unauthorized',
        status,
        sentence: localize('{0} does not let Broadsheet read this (403).', host),
      };
    case 407:
      return {
        ...failed(status, localize('The proxy of your network wants to know who you are (407).')),
        reason: 'proxy',
      };
    case 410:
      return { kind: 'gone', sentence: localize('{0} says that this is gone for good (410).', host) };
    case 429:
    case 503: {
      const milliseconds = retryAfter(headers.get('retry-after') ?? undefined, Date.now());
      const sentence =
        status === 429
          ? localize('{0} asks to be read less often (429).', host)
          : localize('{0} is out of service for the moment (503).', host);
      return { kind: 'wait', status, milliseconds, sentence };
    }
    default:
      return failed(status, statusSentence(status, host));
  }
}

function failed(status: number, sentence: string) {
  return { kind: 'failed', reason: 'status', status, sentence } as const;
}

function statusSentence(status: number, host: string): string {
  if (status === 404) return localize('{0} has nothing at this address (404).', host);
  if (status >= 500) return localize('{0} has a fault of its own ({1}).', host, status);
  return localize('{0} did not give what was asked for ({1}).', host, status);
}

function validatorsOf(headers: Headers): Validators | undefined {
  const kept = (name: string): string | undefined => {
    const value = headers.get(name)?.trim() ?? '';
    return value === '' || value.length > LONGEST_VALIDATOR ? undefined : value;
  };
  const validators = { etag: kept('etag'), lastModified: kept('last-modified') };
  return validators.etag === undefined && validators.lastModified === undefined ? undefined : validators;
}

function cacheForOf(headers: Headers): number | undefined {
  const header = (name: string): string | undefined => headers.get(name) ?? undefined;
  return cacheLifetime(
    {
      cacheControl: header('cache-control'),
      expires: header('expires'),
      date: header('date'),
      age: header('age'),
    },
    Date.now(),
  );
}
