// Why an exchange failed, as one sentence that a person can act on.

import type { FailureReason, FetchFailure } from '../../core/schedule/fetchOutcome.ts';
import { localize } from '../localize.ts';

/** Gives a failure with its sentence. */
export function fetchFailure(
  reason: FailureReason,
  host: string,
  limits: { readonly bytes: number; readonly milliseconds: number; readonly idleMilliseconds: number },
): FetchFailure {
  const sentence = SENTENCES[reason](host, {
    size: sizeText(limits.bytes),
    time: secondsText(limits.milliseconds),
    idle: secondsText(limits.idleMilliseconds),
  });
  return { kind: 'failed', reason, status: undefined, sentence };
}

/** Gives the reason in an error with which `fetch` or the reading of a body was rejected. */
export function failureReason(error: unknown): FailureReason {
  const codes = codesOf(error, 0);
  return REASONS.find(([, pattern]) => codes.some((code) => pattern.test(code)))?.[0] ?? 'interrupted';
}

interface Limits {
  readonly size: string;
  readonly time: string;
  readonly idle: string;
}

const SENTENCES: Readonly<Record<FailureReason, (host: string, limits: Limits) => string>> = {
  address: (host) => localize('“{0}” is not a web address: it must begin with https:// or http://.', host),
  offline: () => localize('This computer is not connected to the internet.'),
  'host not found': (host) =>
    localize('There is no {0} to be found: check the address and your connection.', host),
  unreachable: (host) => localize('{0} cannot be reached from this network.', host),
  refused: (host) => localize('{0} refuses connections; it may be out of service.', host),
  certificate: (host) =>
    localize('{0} could not prove that it is who it says: its certificate is not valid.', host),
  proxy: (host) => localize('The proxy of your network does not let Broadsheet through to {0}.', host),
  timeout: (host, { idle }) => localize('{0} sent nothing for {1}, so the connection was ended.', host, idle),
  'too slow': (host, { time }) =>
    localize('{0} was not done after {1}, so the connection was ended.', host, time),
  'too large': (host, { size }) => localize('{0} sent more than {1}, so reading was stopped.', host, size),
  'redirect loop': (host) => localize('{0} sends from one address to the next without an end.', host),
  'forbidden redirect': (host) =>
    localize('{0} sends to an address that is no public web page, so it was not followed.', host),
  interrupted: (host) => localize('{0} broke off the connection before its answer was complete.', host),
  unreadable: (host) =>
    localize('{0} sent an answer that cannot be read: its form or compression is broken.', host),
  blocked: (host) =>
    localize(
      '{0} does not let a browser read this from another site, or cannot be reached. VS Code on your computer can read it.',
      host,
    ),
  status: (host) => localize('{0} has nothing at this address.', host),
  aborted: () => localize('Reading was stopped.'),
};

/** The most telling first: of a host's several addresses, one may be refused and another unreachable. */
const REASONS: readonly (readonly [FailureReason, RegExp])[] = [
  ['blocked', /^BLOCKED_BY_BROWSER$/],
  ['certificate', /CERT|SIGNATURE|SELF_SIGNED|UNABLE_TO_GET_ISSUER|HOSTNAME_MISMATCH|CRL_/],
  [
    'unreadable',
    /^(?:Z_|ERR__?ZLIB|ERR_BROTLI|ERR__ERROR_FORMAT|ZSTD|HPE_|HTTPParserError$|ERR_SSL_|EPROTO|UND_ERR_HEADERS_OVERFLOW)/,
  ],
  ['refused', /^ECONNREFUSED$/],
  ['timeout', /^(?:ETIMEDOUT|UND_ERR_\w*_TIMEOUT)$/],
  ['host not found', /^(?:ENOTFOUND|EAI_|ENODATA|ENONAME)/],
  ['offline', /^(?:ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/],
  ['unreachable', /^(?:EHOSTUNREACH|EHOSTDOWN|EACCES|EPERM)$/],
];

/** An error's own code and name, and those of its causes and of the several errors in it. */
function codesOf(error: unknown, depth: number): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const own = [
    ...('code' in error && typeof error.code === 'string' ? [error.code] : []),
    ...(error instanceof Error ? [error.name] : []),
  ];
  const causes = 'cause' in error ? codesOf(error.cause, depth + 1) : [];
  const several =
    'errors' in error && Array.isArray(error.errors)
      ? error.errors.slice(0, 20).flatMap((one) => codesOf(one, depth + 1))
      : [];
  return [...own, ...causes, ...several];
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return localize('{0} bytes', bytes);
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;
}

function secondsText(milliseconds: number): string {
  return milliseconds === 1000 ? localize('a second') : localize('{0} seconds', milliseconds / 1000);
}
