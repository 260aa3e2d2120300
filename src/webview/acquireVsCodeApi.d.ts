// What VS Code gives to the scripts of a webview.

interface VsCodeApi<State> {
  postMessage(message: unknown): void;
  getState(): State | undefined;
  setState(state: State): State;
}

/** May be called once in the life of a page. */
declare function acquireVsCodeApi<State>(): VsCodeApi<State>;
