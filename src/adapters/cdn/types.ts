/**
 * The network that keeps copies of public files near their readers. What it keeps carries tags in `Cache-Tag`,
 * `Surrogate-Key` and `CDN-Tag`, one of which each provider reads.
 */
export type Cdn = {
  /** Drops whatever carries one of the tags. Rejects when the provider refuses, so that the job is tried again. */
  purge: (tags: readonly string[]) => Promise<void>
}

/** What a provider is reached by: its token, the zone, service or pull zone, and its address. */
export type CdnAccount = { base?: string; token: string; zone: string }
