// Which rows the person folded and unfolded, kept over a reload.

import type * as vscode from 'vscode';

export interface Folds {
  isOpen(row: string, byDefault: boolean): boolean;
  set(row: string, open: boolean): void;
  forget(row: string): void;
}

const MEMORY = 'sidebar.folds';

export function rememberedFolds(memory: vscode.Memento): Folds {
  const folds = new Map(Object.entries(memory.get<Readonly<Record<string, boolean>>>(MEMORY, {})));
  const keep = (): void => void memory.update(MEMORY, Object.fromEntries(folds));
  return {
    isOpen: (row, byDefault) => folds.get(row) ?? byDefault,
    set(row, open) {
      if (folds.get(row) === open) return;
      folds.set(row, open);
      keep();
    },
    forget(row) {
      if (folds.delete(row)) keep();
    },
  };
}
