import type { Answered, Asked } from '@/test/isolation/calls'

import type { Called } from '../callers'
import type { Place } from './place'
import type { Request } from './requests'

import { apiOf } from '../scene'
import { PAYLOAD_REQUESTS } from './payloadRequests'
import { ANSWERS, OUR_REQUESTS } from './requests'

/** A good request to everything of the matrix that is not a collection's operation, by its name there. */
export const REQUESTS: Readonly<Record<string, Request>> = { ...OUR_REQUESTS, ...PAYLOAD_REQUESTS }

/** What ends the session it comes with. */
const ENDING = 'POST /users/logout'

/** Sends a request of that name about `place`, as `who`. */
export const askFor = async (who: Called, name: string, place: Place): Promise<Answered> => {
  const request = REQUESTS[name]
  if (!request) {
    throw new Error(`There is no request for ${name}.`)
  }
  const method = name.split(' ')[0] as Asked['method']
  const actor = name === ENDING ? await who.again() : who

  return apiOf(who).rest(actor, { ...(await request(place)), method })
}

/** What Payload says of a note that is not there. */
const isNoNote = (text: string): boolean => {
  const said: unknown = text.startsWith('{') ? JSON.parse(text) : {}

  return typeof said === 'object' && said !== null && 'value' in said && said.value === null
}

/** What is said to whoever may, and has not shown lately who they are: neither granted nor denied. */
const NEEDS_PROOF = 'reauthenticationNeeded'

/**
 * The cell that an answer comes to: `allowed` for the one status of a granted request, `denied` for a
 * refusal, and all else as it is. Whoever has no session cannot end it, and Payload calls that 400.
 */
export const cellOf = (name: string, { status, text }: Answered): string => {
  if (status === 401 && text.includes(NEEDS_PROOF)) {
    return 'needs proof'
  }
  if ([401, 403, 404].includes(status) || (name === ENDING && status === 400)) {
    return 'denied'
  }
  if (name === 'GET /payload-preferences/:key' && isNoNote(text)) {
    return 'denied'
  }

  return status === (ANSWERS[name] ?? 200) ? 'allowed' : `${status} ${text.slice(0, 160)}`
}
