export interface StoredRecord<T> {
  readonly value: T;
  /** Milliseconds since 1970; `null` for one that never expires. */
  readonly expiresAt: number | null;
  readonly consumedAt: number | null;
}

export interface PutOptions {
  /** Milliseconds since 1970; `null` for never. */
  readonly expiresAt: number | null;
  /** What it is deleted with: `deleteGroup` takes all kinds. Random and long, like an id. */
  readonly group?: string;
  /** Other names to `find` it by, in place of those of the last put. A name leads to the record that took it last. */
  readonly names?: readonly string[];
}

export interface GetOptions {
  /** Only where its group has a living record of this kind too: a token whose login is gone is none. */
  readonly beside?: string;
}

/**
 * Values by kind and id. The database holds ids, names and groups as SHA-256 only and values sealed, so whoever copies
 * it has nothing to log in with. Ids must be random: the hash of one that can be guessed hides nothing.
 */
export interface Records {
  /**
   * Keeps a value, new or in place of the one before, with its expiry and group. One that was consumed stays so: a code
   * that was used once cannot come back by being written again. Behind an expired one everything starts anew.
   */
  put(kind: string, id: string, value: unknown, options: PutOptions): Promise<void>;
  /** Never an expired one. */
  get<T>(kind: string, id: string, options?: GetOptions): Promise<StoredRecord<T> | undefined>;
  find<T>(kind: string, name: string): Promise<StoredRecord<T> | undefined>;
  /** Reads and deletes in one statement: of two at once, one gets it. */
  take<T>(kind: string, id: string): Promise<T | undefined>;
  /** Marks it as used in one statement: of two at once, one gets `true`. */
  consume(kind: string, id: string): Promise<boolean>;
  delete(kind: string, id: string): Promise<void>;
  deleteGroup(group: string): Promise<void>;
  /**
   * Removes expired ones. Runs by itself at the start and then at most hourly, beside other work.
   *
   * @returns how many
   */
  purge(): Promise<number>;
}
