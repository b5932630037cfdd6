/** What write-child.ts is to do. */
export interface WriteJob {
  readonly url: string;
  readonly domainName: string;
  /** Stands in each of its URLs. */
  readonly name: string;
  /** Nodes at a time; 1 is createNode. */
  readonly batch: number;
  /** How many times; without it until it is killed. */
  readonly times?: number;
}
