import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'

/**
 * @typedef {import('./store.mjs').Store} Store
 * @typedef {import('next/dist/server/lib/incremental-cache').CacheHandler} CacheHandler
 * @typedef {import('next/dist/server/lib/incremental-cache').CacheHandlerValue} CacheHandlerValue
 */

/** Header under which Next keeps the tags of a page or of a route's answer, separated by commas. */
const TAGS_HEADER = 'x-next-cache-tags'

/** @type {Map<string, string>} */
const builds = new Map()

/**
 * The build a server runs: what another one rendered names files that this one does not have.
 * @param {string} folder
 */
const buildIn = (folder) => {
  const known = builds.get(folder)
  if (known) {
    return known
  }
  try {
    const id = readFileSync(path.join(folder, '..', 'BUILD_ID'), 'utf8').trim()
    builds.set(folder, id)

    return id
  } catch {
    return 'development'
  }
}

/**
 * The tags of what is kept: Next states those of a cached read with it, and those of a page or of a
 * route's answer in a header.
 * @param {{ data: any, tags?: string[] }} given
 * @returns {string[]}
 */
const tagsOf = ({ data, tags = [] }) => {
  const stated = data.headers?.[TAGS_HEADER]

  return [...tags, ...(data.tags ?? []), ...(typeof stated === 'string' ? stated.split(',') : [])]
}

/**
 * @param {Buffer} bytes
 * @returns {Pick<CacheHandlerValue, 'cacheControl' | 'value'> | null} null for what cannot be read
 */
const read = (bytes) => {
  try {
    return deserialize(bytes)
  } catch {
    return null
  }
}

/**
 * A class of cache handlers, of which Next makes one per request, on a store that all share. What a tag
 * was revalidated for is gone for every server at once, also where Next would allow a stale answer: a
 * visitor sees something newer than promised, never older. Nothing here throws: a store that does not
 * answer holds nothing.
 * @param {Store} store
 */
export const cacheHandlerOn = (store) =>
  class RedisCacheHandler {
    /**
     * When this request found nothing under a key, by the store's clock: whatever it renders is of that
     * moment, so that a change which came while it rendered still drops it.
     * @type {Map<string, number>}
     */
    #missed = new Map()

    /** @type {string} */
    #build

    /** @param {{ serverDistDir?: string }} context */
    constructor({ serverDistDir = '' }) {
      this.#build = buildIn(serverDistDir)
    }

    /**
     * @param {string} key
     * @param {{ softTags?: string[], tags?: string[] }} [context]
     * @returns {Promise<CacheHandlerValue | null>}
     */
    async get(key, { softTags = [], tags = [] } = {}) {
      const found = await store.read(this.#placeOf(key))
      if (!found) {
        return null
      }
      const { entry, now } = found
      const kept = entry && read(entry.bytes)
      const isGood =
        entry &&
        kept &&
        !(await store.isRevalidated({
          since: entry.at,
          tags: [...entry.tags, ...tags, ...softTags],
        }))
      if (!isGood) {
        this.#missed.set(key, now)

        return null
      }

      return { ...kept, lastModified: Math.floor(entry.at) }
    }

    resetRequestCache() {}

    /** @param {string | string[]} tags */
    async revalidateTag(tags) {
      await store.revalidate([tags].flat())
    }

    /**
     * @param {string} key
     * @param {CacheHandlerValue['value']} data null forgets what was kept
     * @param {{ cacheControl?: CacheHandlerValue['cacheControl'], tags?: string[] }} [context]
     */
    async set(key, data, { cacheControl, tags } = {}) {
      const at = this.#missed.get(key)
      this.#missed.delete(key)
      await store.write({
        at,
        bytes: data && serialize({ cacheControl, value: data }),
        lifetime: cacheControl?.expire,
        place: this.#placeOf(key),
        tags: data ? tagsOf({ data, tags }) : [],
      })
    }

    /** @param {string} key */
    #placeOf(key) {
      return `${this.#build}:${key}`
    }
  }
