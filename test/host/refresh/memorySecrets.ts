// A secret storage that ends with its test.

import type { SecretStore } from '../../../src/host/refresh/passwords.ts';

export interface MemorySecrets extends SecretStore {
  all(): readonly string[];
}

export function memorySecrets(): MemorySecrets {
  const kept = new Map<string, string>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    store(key, value) {
      kept.set(key, value);
      return Promise.resolve();
    },
    delete(key) {
      kept.delete(key);
      return Promise.resolve();
    },
    all: () => [...kept.values()],
  };
}
