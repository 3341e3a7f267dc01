import type { PayloadRequest } from 'payload'

import { floodGate } from '../support/floods'

/** A person mistypes a code now and then; a program that guesses them is held back. */
const gate = floodGate({ most: 30, seconds: 60 })

/** Counts a purchase that names a coupon's code, by the caller's address; throws TooMany for a flood of them. */
export const holdGuesses = ({
  code,
  req,
  tenant,
}: {
  code?: null | string
  req: PayloadRequest
  tenant: string
}): void => {
  if (code) {
    gate({ headers: req.headers, now: new Date(), tenant })
  }
}
