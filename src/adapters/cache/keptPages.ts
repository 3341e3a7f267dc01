/** A page as it is sent: headers once, and its body in each encoding a browser may accept. */
export type KeptPage = {
  bodies: { br: Buffer; gzip: Buffer; identity: Buffer }
  etag: string
  headers: Record<string, string>
}

/** What a page takes in memory. */
export const bytesOfPage = ({ bodies: { br, gzip, identity } }: KeptPage): number =>
  br.length + gzip.length + identity.length

type Kept<Page> = { at: number; bytes: number; page: Page; tenant: string }

/**
 * Pages kept in memory, at most `mostBytes` of them: whatever was asked for least lately goes first.
 * A page is good for `holdsMs`, should word of a change ever be missed; after that it is the last one
 * there was, until another takes its place.
 */
export class KeptPages<Page> {
  readonly #bytesOf: (page: Page) => number
  readonly #holdsMs: number
  readonly #kept = new Map<string, Kept<Page>>()
  readonly #mostBytes: number
  #bytes = 0
  #clearings = 0
  readonly #forgettings = new Map<string, number>()

  constructor({
    bytesOf,
    holdsMs,
    mostBytes,
  }: {
    bytesOf: (page: Page) => number
    holdsMs: number
    mostBytes: number
  }) {
    this.#bytesOf = bytesOf
    this.#holdsMs = holdsMs
    this.#mostBytes = mostBytes
  }

  /** The page under a key, or undefined where none is kept or it is too old. */
  get(key: string, now: number): Page | undefined {
    const kept = this.#kept.get(key)
    if (!kept) {
      return undefined
    }
    if (now - kept.at >= this.#holdsMs) {
      kept.at = -Infinity

      return undefined
    }
    this.#kept.delete(key)
    this.#kept.set(key, kept)

    return kept.page
  }

  /** The page under a key however old it is, while nothing newer can be had; undefined where none is left. */
  last(key: string): Page | undefined {
    return this.#kept.get(key)?.page
  }

  /** Trusts no page any more, and keeps each as the last there was. */
  doubt(): void {
    this.#clearings += 1
    this.#forgettings.clear()
    for (const kept of this.#kept.values()) {
      kept.at = -Infinity
    }
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
    page: Page
    state: string
    tenant: string
  }): void {
    const bytes = this.#bytesOf(page)
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
