import { z } from 'zod'

import { inTransaction } from '@/database/transaction'
import { nextPath } from '@/domain/identity/nextPath'
import { beginSession, mailCookie, mailToken } from '@/operations/identity/beginSession'
import { askMailSignIn, openMailLink, takeMailCode } from '@/operations/identity/mailSignIn'

import { publicEndpoint } from '../support/endpoint'
import { floodGate } from '../support/floods'
import { signedInAnswer } from './signedInAnswer'

const asks = floodGate({ most: 10, seconds: 60 })
const tries = floodGate({ most: 30, seconds: 300 })

/**
 * POST /api/sign-in/mail `{ email, next? }`: asks for a mail with a link and a code that let in, for a quarter of an hour. 200
 * `{ email }` whether or not there is an account, with a cookie that the code needs. 422 mailSignInOff; tooManyLinks after five in an hour.
 */
export const askForMail = publicEndpoint({
  input: z.object({
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    next: z.string().max(2000).nullish(),
  }),
  path: '/sign-in/mail',
  run: async ({ input: { email, next }, req, tenant }) => {
    asks({ headers: req.headers, now: new Date(), tenant })
    const wanted = nextPath(next, '') || null
    const token = await inTransaction(req, () =>
      askMailSignIn({ email, next: wanted, req, tenant }),
    )

    return signedInAnswer({ cookies: [mailCookie(req, token)] }, { email })
  },
  transaction: false,
})

/** POST /api/sign-in/mail/open `{ token }`: what the link in that mail does, once and in any browser. 200 as signing in; 422 mailLinkOver. */
export const openMail = publicEndpoint({
  input: z.object({ token: z.string().max(200) }),
  path: '/sign-in/mail/open',
  run: async ({ input: { token }, req, tenant }) => {
    tries({ headers: req.headers, now: new Date(), tenant })
    const account = await inTransaction(req, () => openMailLink({ req, tenant, token }))

    return signedInAnswer(await beginSession({ account, req, tenant }))
  },
  transaction: false,
})

/** POST /api/sign-in/mail/code `{ code }`: the code of that mail, in the browser that asked for it. 200 as signing in; 422 wrongMailCode, after five tries in any case. */
export const takeCode = publicEndpoint({
  input: z.object({ code: z.string().max(40) }),
  path: '/sign-in/mail/code',
  run: async ({ input: { code }, req, tenant }) => {
    tries({ headers: req.headers, now: new Date(), tenant })
    const account = await takeMailCode({ browser: mailToken(req), code, req, tenant })

    return signedInAnswer(await beginSession({ account, req, tenant }))
  },
  transaction: false,
})
