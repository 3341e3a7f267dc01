import { cacheHandlerOn } from './handler.mjs'
import { emptyStore, openStore } from './store.mjs'

const { NEXT_PHASE, REDIS_URL } = process.env

/**
 * Next's `cacheHandler` (next.config.mjs names it when REDIS_URL is set): rendered pages, route answers
 * and cached reads of every web server in one Redis. A build neither reads nor fills it.
 */
export default cacheHandlerOn(
  REDIS_URL && NEXT_PHASE !== 'phase-production-build' ? openStore({ url: REDIS_URL }) : emptyStore,
)
