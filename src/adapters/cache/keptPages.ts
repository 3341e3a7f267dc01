/** A page as it is sent: headers once, and its body in each encoding a browser may accept. */
export type KeptPage = {
  bodies: { br: Buffer; gzip: Buffer; identity: Buffer }
  etag: string
  headers: Record<string, string>
}

type Kept = { at: number; bytes: number; page: KeptPage; tenant: string }

/**
 * Pages kept in memory, at most `mostBytes` of them: whatever was asked for least lately goes first.
 * A page is good for `holdsMs`, should word of a change ever be missed.
 */
export class KeptPages {
  readonly #holdsMs: number
  readonly #kept = new Map<string, Kept>()
  readonly #mostBytes: number
  #bytes = 0
  #clearings = 0
  readonly #forgettings = new Map<string, number>()

  constructor({ holdsMs, mostBytes }: { holdsMs: number; mostBytes: number }) {
    this.#holdsMs = holdsMs
    this.#mostBytes = mostBytes
  }

  /** The page under a key, or undefined where none is kept or it is too old. */
  get(key: string, now: number): KeptPage | undefined {
    const kept = this.#kept.get(key)
    if (!kept) {
      return undefined
    }
    this.#kept.delete(key)
    if (now - kept.at >= this.#holdsMs) {
      this.#bytes -= kept.bytes

      return undefined
    }
    this.#kept.set(key, kept)

    return kept.page
  }

  /** What a school's pages are at; taken before a page is fetched, and compared when it is kept. */
  stateOf(tenant: string): string {
    return `${this.#clearings}.${this.#forgettings.get(tenant) ?? 0}`
  }

  /** Keeps a page fetched at `state`; not where the school's pages were forgotten since. */
  put({
    key,
    now,
    page,
    state,
    tenant,
  }: {
    key: string
    now: number
    page: KeptPage
    state: string
    tenant: string
  }): void {
    const { br, gzip, identity } = page.bodies
    const bytes = br.length + gzip.length + identity.length
    if (state !== this.stateOf(tenant) || bytes > this.#mostBytes) {
      return
    }
    this.#drop(key)
    this.#kept.set(key, { at: now, bytes, page, tenant })
    this.#bytes += bytes
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#mostBytes) {
        break
      }
      this.#drop(oldest)
    }
  }

  /** Forgets a school's pages, and those that are being fetched now. */
  forget(tenant: string): void {
    this.#forgettings.set(tenant, (this.#forgettings.get(tenant) ?? 0) + 1)
    for (const [key, kept] of this.#kept) {
      if (kept.tenant === tenant) {
        this.#drop(key)
      }
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.#clearings += 1
    this.#forgettings.clear()
    this.#kept.clear()
    this.#bytes = 0
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0
    this.#kept.delete(key)
  }
}
