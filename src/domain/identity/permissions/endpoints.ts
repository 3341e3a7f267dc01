import type { Rule } from './grants'

import {
  anybody,
  AUTHORS,
  authors,
  EVERYBODY,
  MANAGERS,
  managers,
  nobody,
  orOwn,
  platform,
  SIGNED_IN,
  signedIn,
  STAFF,
  staff,
  THEIR_OWN,
} from './grants'

const learner: Rule = { note: 'in courses they are enrolled in', own: SIGNED_IN }
const mailed: Rule = { allowed: EVERYBODY, note: 'with the link of a mail' }
const account: Rule = { ...signedIn, note: THEIR_OWN }
const shown: Rule = orOwn(STAFF, 'their own, and of those who show themselves to them', EVERYBODY)
const subscriber: Rule = { note: 'their own', own: SIGNED_IN }
const cardHolder: Rule = { note: 'of their own orders', own: SIGNED_IN }
const buyer: Rule = {
  note: 'of their own orders; a guest, of the order whose session it is',
  own: SIGNED_IN,
}
const translator: Rule = { ...authors, note: 'what they may change' }
const themselves: Rule = { allowed: EVERYBODY, note: 'about the caller alone' }

/** Mounted by Payload, and answered with a refusal whoever asks. */
const closed = (why: string): Rule => ({ ...nobody, note: `closed; ${why}` })
const notPayloads = closed('see /auth')

/** What each role may call beyond plain reading and writing: `METHOD path`, below `/api`. */
export const ENDPOINT_RULES: Readonly<Record<string, Rule>> = {
  'DELETE /account/erasure': account,
  'DELETE /account/picture': account,
  'DELETE /courses/:id/reviews': learner,
  'GET /account': account,
  'GET /account/data': account,
  'GET /account/erasure': account,
  'GET /account/sessions': account,
  'GET /attempts/:id': { note: THEIR_OWN, own: SIGNED_IN },
  'GET /certificates/:serial': anybody,
  'GET /certificates/:serial/pdf': anybody,
  'GET /checkout/quote': anybody,
  'GET /courses/:id/clone': authors,
  'GET /courses/:id/cohorts': anybody,
  'GET /courses/:id/curriculum': authors,
  'GET /courses/:id/entitlement': staff,
  'GET /courses/:id/reviews': anybody,
  'GET /courses/:id/reviews/mine': signedIn,
  'GET /courses/:id/updates': authors,
  'GET /domains/allowed': anybody,
  'GET /domains/overview': managers,
  'GET /email-templates/:id/preview': managers,
  'GET /grading': authors,
  'GET /grading/:id': authors,
  'GET /health': anybody,
  'GET /invoices/:id/pdf': orOwn(
    MANAGERS,
    'of their own orders; anybody, with the key of the order',
    SIGNED_IN,
  ),
  'GET /jobs': managers,
  'GET /learn/:courseSlug': anybody,
  'GET /learn/files/:token': { note: 'lent to them', own: SIGNED_IN },
  'GET /learn/live/:lesson': learner,
  'GET /learn/live/:lesson/calendar': learner,
  'GET /learn/media/:lesson': orOwn(AUTHORS, 'of courses they are enrolled in', SIGNED_IN),
  'GET /media/file/:filename': orOwn(STAFF, 'public ones', EVERYBODY),
  'GET /outbox': platform,
  'GET /outbox/:id': platform,
  'GET /payments/test/:session': buyer,
  'GET /people/:id': shown,
  'GET /people/:id/picture': shown,
  'GET /session': anybody,
  'GET /transfers': authors,
  'GET /transfers/:id': authors,
  'GET /transfers/files/:token': { ...authors, note: 'with a link that was lent' },
  'GET /translations/course/:id': authors,
  'GET /translations/of/:documents/:id': translator,
  'PATCH /account': account,
  'PATCH /attempts/:id': { note: THEIR_OWN, own: SIGNED_IN },
  'PATCH /courses/:id/curriculum': authors,
  'PATCH /translations/of/:documents/:id/:locale': translator,
  'POST /account/email': account,
  'POST /account/email/confirm': mailed,
  'POST /account/erasure': account,
  'POST /account/mails': account,
  'POST /account/picture': account,
  'POST /account/sessions/end': account,
  'POST /attempts': learner,
  'POST /attempts/:id/submit': { note: THEIR_OWN, own: SIGNED_IN },
  'POST /certificates/issue-missing': managers,
  'POST /checkout': { allowed: EVERYBODY, note: 'visitors say who buys' },
  'POST /checkout/quote': anybody,
  'POST /courses/:id/clone': authors,
  'POST /courses/:id/releases': authors,
  'POST /courses/:id/reviews': learner,
  'POST /courses/:id/updates': authors,
  'POST /dead-letters/:id/retry': managers,
  'POST /domains/:id/check': managers,
  'POST /domains/:id/primary': managers,
  'POST /email-templates/:id/test': managers,
  'POST /enrollments/changes': managers,
  'POST /grading/:id': authors,
  'POST /learn/downloads': learner,
  'POST /learn/packages/:lesson': orOwn(AUTHORS, 'in courses they are enrolled in', SIGNED_IN),
  'POST /pages/starting-texts': managers,
  'POST /payments/stripe/webhook': { allowed: EVERYBODY, note: 'signed by Stripe' },
  'POST /payments/test/:session/approve': buyer,
  'POST /payments/test/:session/card': cardHolder,
  'POST /payments/test/:session/decline': buyer,
  'POST /progress/attended': learner,
  'POST /progress/completed': learner,
  'POST /progress/package': learner,
  'POST /progress/read': learner,
  'POST /progress/watched': learner,
  'POST /subscriptions/:id/cancel': subscriber,
  'POST /subscriptions/:id/resume': subscriber,
  'POST /transfers/exports': { ...authors, note: 'courses they may change' },
  'POST /transfers/imports': authors,
  'POST /transfers/imports/:id/parts/:part': authors,
  'POST /transfers/imports/:id/start': authors,
  'POST /translations/of/:documents/:id/:locale/confirm': translator,
  'POST /unsubscribe/:token': mailed,
}

/** The same for what Payload brings along; `:collection` stands for every one of them. */
export const PAYLOAD_RULES: Readonly<Record<string, Rule>> = {
  'DELETE /payload-preferences/:key': orOwn([], THEIR_OWN, STAFF),
  'GET /access': themselves,
  'GET /og': closed('nothing is drawn for anybody'),
  'GET /payload-preferences/:key': orOwn([], THEIR_OWN, STAFF),
  'GET /tenants/populate-tenant-options': signedIn,
  'GET /users/init': anybody,
  'GET /users/me': themselves,
  'POST /:collection/access/:id?': themselves,
  'POST /payload-preferences/:key': { allowed: STAFF, note: 'writes their own' },
  'POST /reorder': { ...authors, note: 'what they may update' },
  'POST /users/first-register': notPayloads,
  'POST /users/forgot-password': notPayloads,
  'POST /users/login': notPayloads,
  'POST /users/logout': { ...signedIn, note: 'ends their own session' },
  'POST /users/refresh-token': signedIn,
  'POST /users/reset-password': notPayloads,
  'POST /users/unlock': notPayloads,
  'POST /users/verify/:id': notPayloads,
}

/** Fields of the GraphQL schema that are no collection's operation. */
export const GRAPHQL_RULES: Readonly<Record<string, Rule>> = {
  'mutation logoutUser': { ...signedIn, note: 'ends their own session' },
  'mutation refreshTokenUser': signedIn,
  'query initializedUser': anybody,
  'query meUser': themselves,
}
