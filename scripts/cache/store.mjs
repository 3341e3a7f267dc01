import { Redis } from 'ioredis'

/**
 * @typedef {{ at: number, bytes: Buffer, tags: string[] }} Entry `at` in ms of Redis's own clock
 * @typedef {object} Store where cache entries live; no method rejects
 * @property {() => Promise<void>} close
 * @property {(what: { since: number, tags: string[] }) => Promise<boolean>} isRevalidated true also when nobody can tell
 * @property {(place: string) => Promise<{ entry: Entry | null, now: number } | undefined>} read undefined while Redis is away
 * @property {(tags: string[]) => Promise<void>} revalidate drops whatever is older than now under these tags
 * @property {(what: { at?: number, bytes: Buffer | null, lifetime?: number, place: string, tags: string[] }) => Promise<void>} write
 */

const ENTRIES = 'lectern:cache:entry:'

/** Tags are shared by all builds: while one replaces another, a change has to reach both. */
const TAGS = 'lectern:cache:tag:'

/** Seconds that an entry lives at most; a tag's mark has to outlive every entry it speaks of. */
const ENTRY_LIFE = 30 * 24 * 3600
const MARK_LIFE = ENTRY_LIFE + 24 * 3600

/** Milliseconds to wait for one answer, and to leave a Redis alone that gave none. */
const PATIENCE = 1000
const REST = 2000

/** @type {Store} */
export const emptyStore = {
  close: async () => {},
  isRevalidated: async () => true,
  read: async () => undefined,
  revalidate: async () => {},
  write: async () => {},
}

/**
 * Redis's time in ms, with its fraction.
 * @param {unknown} answer of TIME: seconds and microseconds
 */
const timeIn = (answer) => {
  const [seconds, micros] = /** @type {[string, string]} */ (answer)

  return Number(seconds) * 1000 + Number(micros) / 1000
}

/**
 * The answers of a pipeline; throws the first error among them.
 * @param {import('ioredis').ChainableCommander} pipeline
 */
const answersOf = async (pipeline) =>
  ((await pipeline.exec()) ?? []).map(([error, answer]) => {
    if (error) {
      throw error
    }

    return answer
  })

/**
 * A store on one Redis. All moments are told by Redis's clock, so that the servers' own need not agree.
 * While it is away there is nothing to read, nothing is written, and tags to be dropped are remembered:
 * nothing is read again before they have been. `say` hears once of each absence, and of its end.
 * @param {{ say?: (line: string) => void, url: string }} options
 * @returns {Store}
 */
export const openStore = ({ say = console.warn, url }) => {
  const redis = new Redis(url, {
    autoResendUnfulfilledCommands: false,
    commandTimeout: PATIENCE,
    connectTimeout: PATIENCE,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, REST),
  })
  let isAway = false
  let restsUntil = 0
  /** @type {Set<string>} */
  const waiting = new Set()

  const lose = (/** @type {unknown} */ error) => {
    if (!isAway) {
      isAway = true
      say(`The cache in Redis does not answer, so every page is rendered anew: ${String(error)}`)
    }
  }

  /**
   * Asks Redis; undefined where it is away.
   * @template T
   * @param {() => Promise<T>} ask
   * @returns {Promise<T | undefined>}
   */
  const attempt = async (ask) => {
    if (redis.status !== 'ready' || Date.now() < restsUntil) {
      return undefined
    }
    try {
      const answer = await ask()
      if (isAway) {
        isAway = false
        say('The cache in Redis answers again.')
      }

      return answer
    } catch (error) {
      restsUntil = Date.now() + REST
      lose(error)

      return undefined
    }
  }

  /** Marks the tags that wait for it; answers whether none waits any more. */
  const mark = async () => {
    const tags = [...waiting]
    if (tags.length === 0) {
      return true
    }
    waiting.clear()
    const marked = await attempt(async () => {
      const now = timeIn(await redis.time())
      const pipeline = redis.pipeline()
      tags.forEach((tag) => pipeline.set(`${TAGS}${tag}`, now, 'EX', MARK_LIFE))
      await answersOf(pipeline)

      return true
    })
    if (!marked) {
      tags.forEach((tag) => waiting.add(tag))
    }

    return Boolean(marked)
  }

  redis.on('error', lose)
  redis.on('ready', () => void mark())

  return {
    close: async () => redis.disconnect(),
    isRevalidated: async ({ since, tags }) => {
      if (tags.length === 0) {
        return false
      }
      const marks = await attempt(() => redis.mget(tags.map((tag) => `${TAGS}${tag}`)))

      return marks?.some((at) => Number(at) >= since) ?? true
    },
    read: async (place) => {
      if (!(await mark())) {
        return undefined
      }
      const answers = await attempt(() =>
        answersOf(redis.pipeline().time().hmgetBuffer(`${ENTRIES}${place}`, 'at', 'tags', 'bytes')),
      )
      if (!answers) {
        return undefined
      }
      const [at, tags, bytes] = /** @type {(Buffer | null)[]} */ (answers[1])

      return {
        entry:
          at && tags && bytes ? { at: Number(at), bytes, tags: JSON.parse(String(tags)) } : null,
        now: timeIn(answers[0]),
      }
    },
    revalidate: async (tags) => {
      tags.forEach((tag) => waiting.add(tag))
      await mark()
    },
    write: async ({ at, bytes, lifetime = ENTRY_LIFE, place, tags }) => {
      const key = `${ENTRIES}${place}`
      await attempt(async () => {
        if (!bytes) {
          return redis.del(key)
        }
        const since = at ?? timeIn(await redis.time())

        return answersOf(
          redis
            .multi()
            .hset(key, { at: since, bytes, tags: JSON.stringify([...new Set(tags)]) })
            .expire(key, Math.max(1, Math.min(Math.ceil(lifetime), ENTRY_LIFE))),
        )
      })
    },
  }
}
