import { z } from 'zod'

import type { VatCheck, VatId } from '@/domain/commerce/tax/vatIds'

/** Asks whether a VAT id is one; `requester` is the school's own, by which the answer gets a number that proves it. */
export type VatRegister = {
  check: (asked: { now: Date; requester: null | VatId; vatId: VatId }) => Promise<VatCheck>
}

/** Milliseconds the register may take while a buyer waits. */
const PATIENCE = 5000

const answered = z.object({
  requestIdentifier: z.string().nullish(),
  valid: z.boolean(),
})

const refused = z.object({ errorWrappers: z.array(z.object({ error: z.string() })).min(1) })

/** What VIES says of a number that none of its members could have given out. */
const NOT_A_NUMBER: readonly string[] = ['INVALID_INPUT', 'INVALID_INPUT_VAT']

/**
 * The VAT Information Exchange System of the European Commission, by its REST protocol: POST /check-vat-number
 * `{ countryCode, vatNumber, requesterMemberStateCode?, requesterNumber? }`. An error of a member's own register, and
 * no answer within the time, are `unavailable`: nothing is proved by them.
 */
export const vies = ({
  base,
  timeout = PATIENCE,
}: {
  base: string
  timeout?: number
}): VatRegister => ({
  check: async ({ now, requester, vatId }) => {
    const unavailable: VatCheck = { checkedAt: null, consultation: null, status: 'unavailable' }
    const body = {
      countryCode: vatId.prefix,
      vatNumber: vatId.number,
      ...(requester && {
        requesterMemberStateCode: requester.prefix,
        requesterNumber: requester.number,
      }),
    }
    const said = await fetch(`${base}/check-vat-number`, {
      body: JSON.stringify(body),
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      method: 'POST',
      signal: AbortSignal.timeout(timeout),
    })
      .then((answer) => answer.json())
      .catch(() => null)
    const checkedAt = now.toISOString()
    const refusal = refused.safeParse(said).data?.errorWrappers[0]?.error
    if (refusal) {
      return NOT_A_NUMBER.includes(refusal)
        ? { checkedAt, consultation: null, status: 'invalid' }
        : unavailable
    }
    const answer = answered.safeParse(said).data

    return answer
      ? {
          checkedAt,
          consultation: answer.requestIdentifier || null,
          status: answer.valid ? 'valid' : 'invalid',
        }
      : unavailable
  },
})
