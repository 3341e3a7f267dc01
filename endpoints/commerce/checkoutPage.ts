import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { pagePath } from '@/adapters/cache/pageRequest'
import { readerParts } from '@/adapters/cache/readerParts'
import { tenantOfHost } from '@/database/hosts'
import { localeAsked } from '@/domain/tenancy/locales'
import { checkoutStart } from '@/operations/commerce/checkoutStart'
import { sessionUser } from '@/operations/identity/session'

import { headersOf } from '../support/incoming'
import { answerReader, openReaderPages } from '../support/readerPages'
import { byLink } from './purchase'

const PATH = '/checkout'

/**
 * Answers `GET /checkout?offer=<id>,<id>&cohort=<id>&coupon=` with the quote in the page. What cannot be read from the address is
 * left to the page itself, which asks in the browser.
 */
export const openCheckouts = (payload: Payload): void => {
  openReaderPages({
    name: 'checkout',
    answer: (asked) => answer({ ...asked, payload }),
    asks: (request) => pagePath(request) === PATH && askedBy(request) !== null,
    payload,
  })
}

/** The purchase that the page's address states; null where it states none. */
const askedBy = ({ url = '' }: IncomingMessage) => {
  const query = new URLSearchParams(url.slice(PATH.length))
  const asked = byLink.safeParse({
    amount: query.getAll('amount').join(),
    cohort: query.getAll('cohort').join(),
    coupon: query.get('coupon'),
    currency: query.get('currency'),
    offer: query.getAll('offer').join(),
    tip: query.get('tip'),
  })

  return asked.success ? asked.data : null
}

const answer = async ({
  payload,
  request,
  response,
}: {
  payload: Payload
  request: IncomingMessage
  response: ServerResponse
}): Promise<boolean> => {
  const { cookie, host = '' } = request.headers
  const [asked, render, tenant] = [askedBy(request), readerParts(), await tenantOfHost(host)]
  if (!asked || !render || !tenant || tenant.isClosed) {
    return false
  }
  const headers = headersOf(request)
  const user = await sessionUser({ headers, payload })
  const start = await checkoutStart({
    cohorts: asked.cohort,
    coupon: asked.coupon ?? null,
    offers: asked.offer.map(({ offer }) => offer),
    req: await createLocalReq({ req: { headers }, user: (user as never) ?? undefined }, payload),
    tenant: tenant.id,
    user,
    wishes: { amounts: asked.amount, currency: asked.currency, tip: asked.tip },
  })
  const locale = localeAsked(cookie, tenant.locale)

  return answerReader({
    name: ['checkout', tenant.id, locale, host].join(' '),
    html: (shared) => render({ name: 'Checkout', given: { ...shared, start }, locale }),
    path: PATH,
    request,
    response,
    tenant: tenant.id,
  })
}
