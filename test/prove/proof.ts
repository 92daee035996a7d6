/** What a long check has in common with the others: too slow for every test run, quoted in full when it matters. */

export interface ProofOptions {
  /** Number of cases; a proof's own default where undefined. */
  readonly cases?: number | undefined;
  /** The same seed gives the same cases. */
  readonly seed: string;
  /** Tell how far it has come. */
  readonly progress: (line: string) => void;
}

/** Everything here is printed as JSON; the proof holds when `failures` is empty and there were cases. */
export interface ProofResult {
  readonly cases: number;
  readonly failures: readonly unknown[];
  /** Further figures by name. */
  readonly figures?: Readonly<Record<string, unknown>> | undefined;
}

/** A module of this folder. */
export interface Proof {
  prove(options: ProofOptions): Promise<ProofResult>;
}
