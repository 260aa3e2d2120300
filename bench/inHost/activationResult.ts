// What the extension host says about one activation; times in milliseconds.

export interface ActivationResult {
  /** Reading and running the bundle. */
  readonly load: number;
  /** What the extension does when it is activated. */
  readonly call: number;
  /** From the request to the host's answer, with the host's own messages. */
  readonly whole: number;
  /** Whether the library's file was made or opened, which nothing needed yet. */
  readonly openedFile: boolean;
}
