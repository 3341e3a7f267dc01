import { z } from 'zod'

import { CHOICES } from '@/domain/identity/consents'
import { LOCALES } from '@/domain/tenancy/locales'
import { keepConsents } from '@/operations/identity/consents'

import { publicEndpoint } from '../support/endpoint'
import { floodGate } from '../support/floods'

/** Choices from one address: each writes a row. */
const gate = floodGate({ most: 60, seconds: 60 })

/**
 * POST /api/consents/choices `{ choices: { embeds }, visitor, locale? }`: writes down what somebody lets load of other sites, or takes
 * that back. `visitor` is a random UUID that the browser keeps; of whoever is signed in the account is kept in its place. 200 `{ choices }`;
 * 429 after sixty in a minute.
 */
export const chooseConsents = publicEndpoint({
  input: z.object({
    choices: z.partialRecord(z.enum(CHOICES), z.boolean()),
    locale: z.enum(LOCALES).nullish(),
    visitor: z.uuid(),
  }),
  path: '/consents/choices',
  run: async ({ input: { choices, locale = null, visitor }, req, tenant }) => {
    gate({ headers: req.headers, now: new Date(), tenant })
    await keepConsents({
      account: req.user ? String(req.user.id) : null,
      locale,
      means: 'banner',
      req,
      said: CHOICES.flatMap((purpose) => {
        const isGiven = choices[purpose]

        return isGiven === undefined ? [] : [{ isGiven, purpose }]
      }),
      tenant,
      visitor,
    })

    return { choices }
  },
})
