// The place where a host without files of its own lets an extension keep bytes.

export interface StorageFolder {
  /** The names of what is kept; none where nothing ever was. */
  names(): Promise<readonly string[]>;
  /** Gives what is kept under a name, undefined where nothing is. */
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Replaces what has the other name. */
  rename(name: string, to: string): Promise<void>;
  /** Does nothing where nothing has that name. */
  remove(name: string): Promise<void>;
}
