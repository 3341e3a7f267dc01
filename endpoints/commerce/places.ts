import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { TaxUnavailable } from '@/adapters/tax/types'
import { DIFFERENCES } from '@/domain/tenancy/differences'
import { LOCALES } from '@/domain/tenancy/locales'
import { moveAsked, priceAsked } from '@/operations/commerce/transfers/ask'
import { placeShown } from '@/operations/commerce/transfers/overview'
import { releaseMove } from '@/operations/commerce/transfers/release'
import { isManager } from '@hooks/access'

import { endpoint, type SignedIn } from '../support/endpoint'
import { BadInput, CodedError, NotHere } from '../support/errors'
import { floodGate } from '../support/floods'
import { originHere } from '../support/origin'
import { billing } from './purchase'
import { holdTaxQuestions } from './taxGate'

/** A move may make an account and send mails. */
const moveGate = floodGate({ most: 20, seconds: 60 })

const which = z.object({ id: z.uuid() })

const moverOf = (req: SignedIn) => ({ account: String(req.user.id), isStaff: isManager(req) })

const orNotHere = <T>(found: null | T): T => {
  if (found === null) {
    throw new NotHere()
  }

  return found
}

/** What others did not answer, as it is told: paymentUnavailable and taxUnavailable. */
const orUnavailable = async <T>(req: PayloadRequest, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof PaymentUnavailable) {
      req.payload.logger.error({ err: error }, 'No page could be opened to pay for a move.')
      throw new CodedError({ code: 'paymentUnavailable', status: 502 })
    }
    if (error instanceof TaxUnavailable) {
      req.payload.logger.error({ err: error }, 'The tax of a move could not be calculated.')
      throw new CodedError({ code: 'taxUnavailable', status: 502 })
    }
    throw error
  }
}

/**
 * GET /api/places/:id, `id` being that of the order line that bought it: what can be done with a paid place now, for managers and for whose it is:
 * `{ line, title, currency, worth, ways, until, difference, open, targets: [{ offer, title, course, courseTitle, isSameCourse, price, due,
 * back, cohorts }] }`, minor units before tax is added. `ways` are of `cohort`, `course` and `person`: all for managers, for others what
 * the school lets them do until `until`. 404 for others, and for what is no place that can be moved.
 */
export const place = endpoint({
  input: which,
  method: 'get',
  path: '/places/:id',
  run: async ({ input: { id }, req, tenant }) =>
    orNotHere(await placeShown({ line: id, mover: moverOf(req), now: new Date(), req, tenant })),
})

/**
 * GET /api/places/:id/price?offer=&cohort=&difference=&country=: what moving it there costs now, `{ due, back, tax, currency }`, minor units; `due`
 * holds `tax`. `difference`, for managers, says what becomes of it: `settle`, `charge`, `giveBack`, `ignore`; the school's rule where it is left
 * out. 404; 422 notTransferable, cohortNeeded, cohortClosed, countryNeeded, regionNeeded, postalCodeNeeded; 502 taxUnavailable.
 */
export const placePrice = endpoint({
  input: which.extend({
    cohort: z.uuid().nullish(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullish(),
    difference: z.enum(DIFFERENCES).optional(),
    offer: z.uuid(),
  }),
  method: 'get',
  path: '/places/:id/price',
  run: async ({ input: { id, cohort, country, difference, offer }, req, tenant }) =>
    orNotHere(
      await orUnavailable(
        req,
        priceAsked({
          billing: country ? { country } : null,
          difference,
          line: id,
          mover: moverOf(req),
          now: new Date(),
          req,
          tenant,
          to: { cohort: cohort ?? null, offer },
        }),
      ),
    ),
})

const to = z.union([
  z.object({ cohort: z.uuid().nullable().default(null), offer: z.uuid() }),
  z.object({
    name: z.string().trim().min(1).max(120),
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  }),
])

/**
 * POST /api/places/:id/transfer `{ key, to: { offer, cohort } | { email, name }, expects: { due, back }, reason, difference?, billing?, locale? }` moves a
 * paid place and answers `{ transfer, due, back, tax, currency, url }`: where something is due, `url` is where it is paid, the seat is held meanwhile, and the
 * move is made when it is; else it is made at once, and what is `back` is refunded. One `key` (a UUID) makes one move. Managers say why, and
 * may say what becomes of the `difference`; a learner whom they move is mailed to pay. Others move what is theirs, as the school lets them. 404; 409 priceChanged,
 * cohortFull, alreadyOwned, transferUnderWay; 422 as the price, prerequisitesMissing, noProvider; 429 after twenty in a minute; 502 paymentUnavailable.
 */
export const transferPlace = endpoint({
  input: which.extend({
    billing,
    difference: z.enum(DIFFERENCES).optional(),
    expects: z.object({ back: z.int().nonnegative(), due: z.int().nonnegative() }),
    key: z.uuid(),
    locale: z.enum(LOCALES).nullish(),
    reason: z.string().trim().max(500).default(''),
    to,
  }),
  path: '/places/:id/transfer',
  run: async ({ input: { id, locale, ...asked }, req, tenant }) => {
    const now = new Date()
    const mover = moverOf(req)
    if (mover.isStaff && !asked.reason) {
      throw new BadInput({
        issues: [
          { code: 'custom', input: asked.reason, message: 'Why it is moved.', path: ['reason'] },
        ],
      })
    }
    moveGate({ headers: req.headers, now, tenant })
    holdTaxQuestions({ billing: asked.billing, req, tenant })

    return orNotHere(
      await orUnavailable(
        req,
        moveAsked({
          ...asked,
          line: id,
          locale: locale ?? null,
          mover,
          now,
          origin: await originHere(req, tenant),
          req,
          tenant,
        }),
      ),
    )
  },
  transaction: false,
})

/**
 * POST /api/places/:id/release ends a move that waits for its payment, `{ released }`: its seat is free again. Whose place it is, and
 * managers; 404, 409 transferUnderWay where it is paid.
 */
export const releasePlace = endpoint({
  input: which,
  path: '/places/:id/release',
  run: async ({ input: { id }, req }) => ({
    released: orNotHere(await releaseMove({ line: id, mover: moverOf(req), req })),
  }),
  transaction: false,
})
