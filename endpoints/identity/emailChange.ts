import { z } from 'zod'

import { askEmailChange, confirmEmailChange } from '@/operations/identity/emailChange'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { CodedError } from '../support/errors'
import { requireFresh } from '../support/fresh'

/**
 * POST /api/account/email `{ email, password? }`: asks for another address; without the password 401
 * `reauthenticationNeeded` unless the caller has shown who they are lately. 202 `{ email }` whether or not
 * somebody has it: a link goes there, and word of it to the address before. 422 `wrongPassword`, and
 * `tooManyLinks` after five in an hour.
 */
export const changeEmail = endpoint({
  input: z.object({
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    password: z.string().min(1).max(128).optional(),
  }),
  path: '/account/email',
  run: async ({ input, req, tenant }) => {
    if (input.password === undefined) {
      await requireFresh(req, tenant)
    }
    await askEmailChange({ ...input, account: req.user.id, now: new Date(), req, tenant })

    return { email: input.email }
  },
  status: 202,
})

/**
 * POST /api/account/email/confirm `{ token }`: what the link in that mail does, once and within an hour;
 * no session is needed. 200 `{ email }`; 400 `badLink`.
 */
export const confirmEmail = publicEndpoint({
  input: z.object({ token: z.string().max(2000) }),
  path: '/account/email/confirm',
  run: async ({ input: { token }, req, tenant }) => {
    const email = await confirmEmailChange({ now: new Date(), req, tenant, token })
    if (email === null) {
      throw new CodedError({ code: 'badLink', status: 400 })
    }

    return { email }
  },
})
