// Where things lie in the repository.

import { dirname, join } from 'node:path';

export const repository = dirname(import.meta.dirname);

/** Downloaded hosts, their user data, everything that may be deleted at any time. */
export const cache = join(repository, '.vscode-test');

/** The second extension of `npm start`, which opens the sample edition. */
export const openSampleExtension = join(repository, 'scripts/opensample');
