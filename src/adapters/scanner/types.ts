/** What a scanner for viruses says of a file: nothing found, or by what name it knows what it found. */
export type Verdict = { signature: string } | 'clean'

/** Looks for viruses. */
export type Scanner = {
  /** Reads a file as it comes; throws ScannerAway where it cannot be asked, or does not answer. */
  scan: (body: AsyncIterable<Uint8Array>) => Promise<Verdict>
}

/** The scanner gave no verdict: what it was asked about is neither clean nor not. */
export class ScannerAway extends Error {}
