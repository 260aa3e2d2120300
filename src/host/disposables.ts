// A bag of things that end together.

/** Anything with an end; what VS Code calls a disposable is one. */
export interface Disposable {
  dispose(): unknown;
}

export interface DisposableStore {
  /** Keeps a thing until the store is disposed, and gives it back. After that, the thing is disposed at once. */
  add<T extends Disposable>(disposable: T): T;
  dispose(): void;
}

/**
 * Makes an empty store. Disposing it disposes everything in it, the last added first, each once and whatever the
 * others do; what they threw is thrown afterwards as one `AggregateError`.
 */
export function createDisposableStore(): DisposableStore {
  const kept: Disposable[] = [];
  let disposed = false;
  return {
    add(disposable) {
      if (disposed) disposable.dispose();
      else kept.push(disposable);
      return disposable;
    },
    dispose() {
      disposed = true;
      const errors: unknown[] = [];
      for (const disposable of kept.splice(0).reverse()) {
        try {
          disposable.dispose();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, 'Some things could not be disposed.');
    },
  };
}
