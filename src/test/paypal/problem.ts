import type { Answered } from '../providers/httpServer'

import { newId } from './store'

/** An error as PayPal words it. */
export const problem = (status: number, name: string, issue?: string): Answered => ({
  body: {
    name,
    debug_id: newId(),
    details: issue ? [{ description: issue, issue }] : [],
    links: [],
    message: name,
  },
  status,
})
