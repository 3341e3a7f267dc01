import { randomUUID } from 'node:crypto'

import { DEMO_PASSWORD } from '@/seed/people'
import type { Asked } from '@/test/isolation/calls'

import type { Place } from './place'

/** What is asked, without its method, which its name says. */
export type Request = (place: Place) => Asked | Promise<Asked>

const purchase = ({ offer }: Place) => ({ items: [{ offer }] })

/** An id that names nothing. */
const NOWHERE = '019a2b3c-4d5e-7f60-8123-456789abcdef'

/** A picture of one pixel, as PNG. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A good request to every endpoint of ours, about something that is not the caller's own. */
export const OUR_REQUESTS: Record<string, Request> = {
  'DELETE /account/erasure': () => ({ path: 'account/erasure' }),
  'DELETE /account/picture': () => ({ path: 'account/picture' }),
  'DELETE /assignments/:lesson/:number/files/:file': ({ assignment, work }) => ({
    path: `assignments/${assignment}/1/files/${work.spare}`,
  }),
  'DELETE /cart/items/:offer': ({ offer }) => ({ path: `cart/items/${offer}` }),
  'DELETE /cohorts/:id/edition': ({ cohort }) => ({ path: `cohorts/${cohort}/edition` }),
  'DELETE /cohorts/:id/waitlist': ({ cohort }) => ({ path: `cohorts/${cohort}/waitlist` }),
  'DELETE /courses/:id/reviews': ({ course }) => ({ path: `courses/${course}/reviews` }),
  'DELETE /discussion/comments/:id': ({ talk }) => ({
    path: `discussion/comments/${talk.comment}`,
  }),
  'DELETE /discussion/posts/:id': ({ talk }) => ({ path: `discussion/posts/${talk.post}` }),
  'DELETE /notes/:id': async ({ note }) => ({ path: `notes/${await note()}` }),
  'DELETE /offers/:id/place-request': ({ offer }) => ({ path: `offers/${offer}/place-request` }),
  'DELETE /scim/v2/Groups/:id': () => ({ path: `scim/v2/Groups/${NOWHERE}` }),
  'DELETE /scim/v2/Users/:id': () => ({ path: `scim/v2/Users/${NOWHERE}` }),
  'DELETE /uploads/:id': async ({ arriving }) => ({ path: `uploads/${await arriving()}` }),
  'GET /account': () => ({ path: 'account' }),
  'GET /account/erasure': () => ({ path: 'account/erasure' }),
  'GET /account/exports': () => ({ path: 'account/exports' }),
  'GET /account/exports/:id/file': async ({ exported }) => ({
    path: `account/exports/${(await exported()).id}/file`,
  }),
  'GET /account/notifications': () => ({ path: 'account/notifications' }),
  'GET /account/passkeys': () => ({ path: 'account/passkeys' }),
  'GET /account/proof': () => ({ path: 'account/proof' }),
  'GET /account/providers': () => ({ path: 'account/providers' }),
  'GET /account/push': () => ({ path: 'account/push' }),
  'GET /account/schools': () => ({ path: 'account/schools' }),
  'GET /account/second-factor': () => ({ path: 'account/second-factor' }),
  'GET /account/sessions': () => ({ path: 'account/sessions' }),
  'GET /approvals': () => ({ path: 'approvals' }),
  'GET /assignments/:lesson': ({ assignment }) => ({ path: `assignments/${assignment}` }),
  'GET /assignments/files/:token': ({ work }) => ({ path: `assignments/files/${work.link}` }),
  'GET /attempts/:id': ({ attempt }) => ({ path: `attempts/${attempt}` }),
  'GET /audit': () => ({ path: 'audit' }),
  'GET /audit.csv': () => ({ path: 'audit.csv' }),
  'GET /bank/matching': () => ({ path: 'bank/matching?tags=easy' }),
  'GET /cart': () => ({ path: 'cart' }),
  'GET /cart/count': () => ({ path: 'cart/count' }),
  'GET /certificates/:serial': ({ serial }) => ({ path: `certificates/${serial}` }),
  'GET /certificates/:serial/pdf': ({ serial }) => ({ path: `certificates/${serial}/pdf` }),
  'GET /checkout/quote': ({ offer }) => ({ path: `checkout/quote?offer=${offer}` }),
  'GET /codes/:code': ({ code }) => ({ path: `codes/${code}` }),
  'GET /cohorts/:id/discussion': ({ talk }) => ({ path: `cohorts/${talk.cohort}/discussion` }),
  'GET /cohorts/:id/edition': ({ cohort }) => ({ path: `cohorts/${cohort}/edition` }),
  'GET /courses/:id/clone': ({ course }) => ({ path: `courses/${course}/clone?days=7` }),
  'GET /courses/:id/cohorts': ({ course }) => ({ path: `courses/${course}/cohorts` }),
  'GET /courses/:id/curriculum': ({ course }) => ({ path: `courses/${course}/curriculum` }),
  'GET /courses/:id/discussions': ({ course }) => ({ path: `courses/${course}/discussions` }),
  'GET /courses/:id/entitlement': ({ course, person }) => ({
    path: `courses/${course}/entitlement?learner=${person}`,
  }),
  'GET /courses/:id/publication': ({ course }) => ({ path: `courses/${course}/publication` }),
  'GET /courses/:id/reviews': ({ course }) => ({ path: `courses/${course}/reviews` }),
  'GET /courses/:id/reviews/mine': ({ course }) => ({ path: `courses/${course}/reviews/mine` }),
  'GET /courses/:id/roster': ({ course }) => ({ path: `courses/${course}/roster` }),
  'GET /courses/:id/roster.csv': ({ course }) => ({ path: `courses/${course}/roster.csv` }),
  'GET /courses/:id/team': ({ course }) => ({ path: `courses/${course}/team` }),
  'GET /courses/:id/updates': ({ course }) => ({ path: `courses/${course}/updates` }),
  'GET /credit-notes/:id/pdf': ({ refunded }) => ({
    path: `credit-notes/${refunded.creditNote}/pdf`,
  }),
  'GET /discussion/posts/:id': ({ talk }) => ({ path: `discussion/posts/${talk.post}` }),
  'GET /domains/allowed': () => ({ path: 'domains/allowed?domain=aurora.localhost' }),
  'GET /domains/overview': () => ({ path: 'domains/overview' }),
  'GET /earnings': () => ({ path: 'earnings' }),
  'GET /earnings/balances': () => ({ path: 'earnings/balances' }),
  'GET /email-templates/:id/preview': ({ template }) => ({
    path: `email-templates/${template}/preview`,
  }),
  'GET /files': () => ({ path: 'files' }),
  'GET /files/:id': ({ file }) => ({ path: `files/${file}` }),
  'GET /files/:id/poster': ({ file }) => ({ path: `files/${file}/poster` }),
  'GET /files/:id/waveform': ({ file }) => ({ path: `files/${file}/waveform` }),
  'GET /film-captions/:token': () => ({ path: 'film-captions/a.b' }),
  'GET /film-protection': () => ({ path: 'film-protection' }),
  'GET /finance/payments/:id/state': ({ payment }) => ({
    path: `finance/payments/${payment}/state`,
  }),
  'GET /finance/transactions': () => ({ path: 'finance/transactions' }),
  'GET /gift-links/:key': async ({ gift }) => ({ path: `gift-links/${(await gift()).key}` }),
  'GET /grading': () => ({ path: 'grading' }),
  'GET /grading/:id': ({ attempt }) => ({ path: `grading/${attempt}` }),
  'GET /grading/:id/marks': ({ attempt }) => ({ path: `grading/${attempt}/marks` }),
  'GET /health': () => ({ path: 'health' }),
  'GET /invoices/:id/pdf': ({ invoice }) => ({ path: `invoices/${invoice}/pdf` }),
  'GET /jobs': () => ({ path: 'jobs' }),
  'GET /keys': () => ({ path: 'keys' }),
  'GET /learn/:courseSlug': ({ courseSlug }) => ({ path: `learn/${courseSlug}` }),
  'GET /learn/cues/:lesson': ({ asking }) => ({ path: `learn/cues/${asking.lesson}` }),
  'GET /learn/files/:token': ({ lent }) => ({ path: `learn/files/${lent}` }),
  'GET /learn/live/:lesson': ({ liveLesson }) => ({ path: `learn/live/${liveLesson}` }),
  'GET /learn/live/:lesson/calendar': ({ liveLesson }) => ({
    path: `learn/live/${liveLesson}/calendar`,
  }),
  'GET /learn/media/:lesson': ({ videoLesson }) => ({ path: `learn/media/${videoLesson}` }),
  'GET /ledger/balances': () => ({ path: 'ledger/balances' }),
  'GET /media/file/:filename': ({ film }) => ({ path: `media/file/${film}` }),
  'GET /notes': () => ({ path: 'notes' }),
  'GET /notes/file': () => ({ path: 'notes/file' }),
  'GET /notifications': () => ({ path: 'notifications' }),
  'GET /notifications/unread': () => ({ path: 'notifications/unread' }),
  'GET /offers/:id/place-request': ({ offer }) => ({ path: `offers/${offer}/place-request` }),
  'GET /orders/:id/refunds': ({ refunded }) => ({ path: `orders/${refunded.order}/refunds` }),
  'GET /outbox': () => ({ path: 'outbox' }),
  'GET /outbox/:id': ({ mail }) => ({ path: `outbox/${mail}` }),
  'GET /paid-orders/:id/proposal': ({ proposed }) => ({
    path: `paid-orders/${proposed}/proposal`,
  }),
  'GET /paths/:id/mine': ({ way }) => ({ path: `paths/${way}/mine` }),
  'GET /payments/merchant/:order/invoice': ({ refunded }) => ({
    path: `payments/merchant/${refunded.order}/invoice`,
  }),
  'GET /payments/test/:session': ({ session }) => ({ path: `payments/test/${session}` }),
  'GET /people': () => ({ path: 'people' }),
  'GET /people-jobs/:id/report': async ({ crowdWork }) => ({
    path: `people-jobs/${await crowdWork()}/report`,
  }),
  'GET /people-jobs/:id/result.csv': async ({ crowdWork }) => ({
    path: `people-jobs/${await crowdWork()}/result.csv`,
  }),
  'GET /people.csv': () => ({ path: 'people.csv' }),
  'GET /people/:id': ({ person }) => ({ path: `people/${person}` }),
  'GET /people/:id/exports': ({ person }) => ({ path: `people/${person}/exports` }),
  'GET /people/:id/exports/:export/file': async ({ exported }) => {
    const { id, account } = await exported()

    return { path: `people/${account}/exports/${id}/file` }
  },
  'GET /people/:id/picture': ({ person }) => ({ path: `people/${person}/picture` }),
  'GET /people/count': () => ({ path: 'people/count' }),
  'GET /places/:id': ({ movable }) => ({ path: `places/${movable}` }),
  'GET /places/:id/price': ({ movable }) => ({
    path: `places/${movable}/price?offer=${crypto.randomUUID()}`,
  }),
  'GET /plan': () => ({ path: 'plan' }),
  'GET /platform/balances': () => ({ path: 'platform/balances' }),
  'GET /quizzes/:id/statistics': ({ quiz }) => ({ path: `quizzes/${quiz}/statistics` }),
  'GET /quizzes/:id/statistics.csv': ({ quiz }) => ({ path: `quizzes/${quiz}/statistics.csv` }),
  'GET /recovered-checkouts': () => ({ path: 'recovered-checkouts' }),
  'GET /recovered-revenue': () => ({ path: 'recovered-revenue' }),
  'GET /restores': () => ({ path: 'restores' }),
  'GET /scim/v2/Groups': () => ({ path: 'scim/v2/Groups' }),
  'GET /scim/v2/Groups/:id': () => ({ path: `scim/v2/Groups/${NOWHERE}` }),
  'GET /scim/v2/ResourceTypes': () => ({ path: 'scim/v2/ResourceTypes' }),
  'GET /scim/v2/Schemas': () => ({ path: 'scim/v2/Schemas' }),
  'GET /scim/v2/ServiceProviderConfig': () => ({ path: 'scim/v2/ServiceProviderConfig' }),
  'GET /scim/v2/Users': () => ({ path: 'scim/v2/Users' }),
  'GET /scim/v2/Users/:id': () => ({ path: `scim/v2/Users/${NOWHERE}` }),
  'GET /session': () => ({ path: 'session' }),
  'GET /sign-in-providers/:id/organisation': async ({ signInProvider }) => ({
    path: `sign-in-providers/${await signInProvider()}/organisation`,
  }),
  'GET /sign-in/provider/:id/callback': () => ({
    path: `sign-in/provider/${NOWHERE}/callback`,
  }),
  'GET /sign-in/provider/:id/metadata': async ({ samlProvider }) => ({
    path: `sign-in/provider/${await samlProvider()}/metadata`,
  }),
  'GET /submission-reviews': () => ({ path: 'submission-reviews' }),
  'GET /submission-reviews/:id': ({ submission }) => ({ path: `submission-reviews/${submission}` }),
  'GET /subscriptions/:id/changes': ({ subscription }) => ({
    path: `subscriptions/${subscription}/changes`,
  }),
  'GET /surveys/:lesson/results': ({ survey }) => ({ path: `surveys/${survey}/results` }),
  'GET /surveys/:lesson/results.csv': ({ survey }) => ({ path: `surveys/${survey}/results.csv` }),
  'GET /tax/report': () => ({ path: 'tax/report?period=2026-Q4' }),
  'GET /tax/report.csv': () => ({ path: 'tax/report.csv?period=2026-Q4' }),
  'GET /team/invitations/:token': async ({ invited }) => ({
    path: `team/invitations/${(await invited()).token}`,
  }),
  'GET /transfers': () => ({ path: 'transfers' }),
  'GET /transfers/:id': async ({ upload }) => ({ path: `transfers/${await upload()}` }),
  'GET /transfers/files/:token': () => ({ path: 'transfers/files/a.b' }),
  'GET /translations/course/:id': ({ course }) => ({ path: `translations/course/${course}` }),
  'GET /translations/of/:documents/:id': ({ course }) => ({
    path: `translations/of/courses/${course}`,
  }),
  'GET /uploads': () => ({ path: 'uploads' }),
  'GET /uploads/:id': async ({ arriving }) => ({ path: `uploads/${await arriving()}` }),
  'PATCH /account': () => ({ body: { bio: 'A few words' }, path: 'account' }),
  'PATCH /assignments/:lesson': ({ assignment }) => ({
    body: { number: 1, text: 'A draft' },
    path: `assignments/${assignment}`,
  }),
  'PATCH /attempts/:id': ({ attempt }) => ({ body: { answers: {} }, path: `attempts/${attempt}` }),
  'PATCH /courses/:id/curriculum': ({ course }) => ({
    body: { change: { do: 'add', parts: [{ title: 'A section' }] } },
    path: `courses/${course}/curriculum`,
  }),
  'PATCH /discussion/comments/:id': ({ talk }) => ({
    body: { body: 'Put better' },
    path: `discussion/comments/${talk.comment}`,
  }),
  'PATCH /discussion/posts/:id': ({ talk }) => ({
    body: { body: 'Put better' },
    path: `discussion/posts/${talk.post}`,
  }),
  'PATCH /notes/:id': async ({ note }) => ({
    body: { text: 'Anew' },
    path: `notes/${await note()}`,
  }),
  'PATCH /scim/v2/Groups/:id': () => ({ body: {}, path: `scim/v2/Groups/${NOWHERE}` }),
  'PATCH /scim/v2/Users/:id': () => ({ body: {}, path: `scim/v2/Users/${NOWHERE}` }),
  'PATCH /team/:id': async ({ invited }) => ({
    body: { role: 'editor', share: 0 },
    path: `team/${(await invited()).id}`,
  }),
  'PATCH /translations/of/:documents/:id/:locale': ({ course }) => ({
    body: { texts: [{ from: 'A course', key: 'nothing', text: 'Курс' }] },
    path: `translations/of/courses/${course}/ru`,
  }),
  'POST /account/email': () => ({
    body: { email: 'another@example.com', password: DEMO_PASSWORD },
    path: 'account/email',
  }),
  'POST /account/email/confirm': () => ({ body: { token: 'a.b' }, path: 'account/email/confirm' }),
  'POST /account/erasure': () => ({
    body: { password: DEMO_PASSWORD },
    path: 'account/erasure',
  }),
  'POST /account/exports': () => ({ body: {}, path: 'account/exports' }),
  'POST /account/notifications': () => ({
    body: { channel: 'inApp', event: 'courseUpdates', isOn: true },
    path: 'account/notifications',
  }),
  'POST /account/passkeys': () => ({
    body: { name: 'A', response: { id: 'a', response: {} } },
    path: 'account/passkeys',
  }),
  'POST /account/passkeys/:id/remove': () => ({
    body: { password: DEMO_PASSWORD },
    path: `account/passkeys/${NOWHERE}/remove`,
  }),
  'POST /account/passkeys/begin': () => ({
    body: { password: DEMO_PASSWORD },
    path: 'account/passkeys/begin',
  }),
  'POST /account/picture': () => ({ form: pixel, path: 'account/picture' }),
  'POST /account/proof': () => ({ body: { password: DEMO_PASSWORD }, path: 'account/proof' }),
  'POST /account/providers/:id/connect': () => ({
    body: { password: DEMO_PASSWORD },
    path: `account/providers/${NOWHERE}/connect`,
  }),
  'POST /account/providers/:id/remove': () => ({
    body: { password: DEMO_PASSWORD },
    path: `account/providers/${NOWHERE}/remove`,
  }),
  'POST /account/push': () => ({
    body: {
      endpoint: `https://fcm.googleapis.com/fcm/send/${randomUUID()}`,
      keys: {
        auth: Buffer.alloc(16).toString('base64url'),
        p256dh: Buffer.alloc(65).toString('base64url'),
      },
    },
    path: 'account/push',
  }),
  'POST /account/push/key': () => ({ body: {}, path: 'account/push/key' }),
  'POST /account/push/remove': () => ({
    body: { id: '0198c7a0-0000-7000-8000-000000000001' },
    path: 'account/push/remove',
  }),
  'POST /account/schools': () => ({
    body: { address: 'nowhere.localhost' },
    path: 'account/schools',
  }),
  'POST /account/schools/:id/remove': () => ({ path: `account/schools/${NOWHERE}/remove` }),
  'POST /account/schools/:id/switch': () => ({ path: `account/schools/${NOWHERE}/switch` }),
  'POST /account/schools/browser': () => ({ path: 'account/schools/browser' }),
  'POST /account/schools/confirm': () => ({
    body: { token: 'a' },
    path: 'account/schools/confirm',
  }),
  'POST /account/second-factor/begin': () => ({
    body: { password: DEMO_PASSWORD },
    path: 'account/second-factor/begin',
  }),
  'POST /account/second-factor/codes': () => ({
    body: { code: '000000' },
    path: 'account/second-factor/codes',
  }),
  'POST /account/second-factor/confirm': () => ({
    body: { code: '0' },
    path: 'account/second-factor/confirm',
  }),
  'POST /account/second-factor/off': () => ({
    body: { code: '000000' },
    path: 'account/second-factor/off',
  }),
  'POST /account/sessions/end': () => ({
    body: { id: crypto.randomUUID() },
    path: 'account/sessions/end',
  }),
  'POST /assignments/:lesson/submit': ({ handIn }) => ({
    body: { number: 1, text: 'Done' },
    path: `assignments/${handIn}/submit`,
  }),
  'POST /assignments/files': ({ assignment }) => ({
    form: Buffer.from('%PDF-1.7 a page'),
    headers: { 'content-length': '15' },
    path: `assignments/files?lesson=${assignment}&number=1&name=page.pdf`,
  }),
  'POST /assignments/submissions/:id/replies': ({ submission }) => ({
    body: { text: 'Thanks' },
    path: `assignments/submissions/${submission}/replies`,
  }),
  'POST /attempts': ({ quiz, quizLesson }) => ({
    body: { lesson: quizLesson, quiz },
    path: 'attempts',
  }),
  'POST /attempts/:id/submit': ({ attempt }) => ({ body: {}, path: `attempts/${attempt}/submit` }),
  'POST /audit/verify': () => ({ body: {}, path: 'audit/verify' }),
  'POST /cart/items': (place) => ({ body: { items: purchase(place).items }, path: 'cart/items' }),
  'POST /cart/look': (place) => ({ body: { items: purchase(place).items }, path: 'cart/look' }),
  'POST /certificates/issue-missing': () => ({ body: {}, path: 'certificates/issue-missing' }),
  'POST /checkout': (place) => ({
    body: { ...purchase(place), buyer: { name: 'A Guest', email: 'guest@example.com' } },
    path: 'checkout',
  }),
  'POST /checkout/quote': (place) => ({ body: purchase(place), path: 'checkout/quote' }),
  'POST /cohorts/:id/discussion': ({ talk }) => ({
    body: { body: 'Hello', key: crypto.randomUUID() },
    path: `cohorts/${talk.cohort}/discussion`,
  }),
  'POST /cohorts/:id/discussion/read': ({ talk }) => ({
    body: { until: new Date().toISOString() },
    path: `cohorts/${talk.cohort}/discussion/read`,
  }),
  'POST /cohorts/:id/edition': ({ cohort }) => ({ body: {}, path: `cohorts/${cohort}/edition` }),
  'POST /cohorts/:id/waitlist': ({ cohort }) => ({ body: {}, path: `cohorts/${cohort}/waitlist` }),
  'POST /connect/stripe/webhook': () => ({ body: {}, path: 'connect/stripe/webhook' }),
  'POST /consents/choices': () => ({
    body: { choices: { embeds: true }, visitor: '0198c7a0-0000-7000-8000-000000000001' },
    path: 'consents/choices',
  }),
  'POST /courses/:id/clone': ({ course }) => ({
    body: { days: 7, key: crypto.randomUUID(), title: 'Once more' },
    path: `courses/${course}/clone`,
  }),
  'POST /courses/:id/links': ({ course }) => ({ body: {}, path: `courses/${course}/links` }),
  'POST /courses/:id/publication': ({ course }) => ({
    body: { note: 'A word', step: 'answer' },
    path: `courses/${course}/publication`,
  }),
  'POST /courses/:id/releases': ({ course, person }) => ({
    body: { learners: [person], reason: 'Was ill' },
    path: `courses/${course}/releases`,
  }),
  'POST /courses/:id/reviews': ({ course }) => ({
    body: { stars: 5, text: 'Calm.' },
    path: `courses/${course}/reviews`,
  }),
  'POST /courses/:id/team': ({ course }) => ({
    body: { email: `${crypto.randomUUID()}@example.com`, role: 'viewer', share: 0 },
    path: `courses/${course}/team`,
  }),
  'POST /courses/:id/updates': ({ course }) => ({
    body: { message: 'A new lesson' },
    path: `courses/${course}/updates`,
  }),
  'POST /dead-letters/:id/retry': async ({ letter }) => ({
    body: {},
    path: `dead-letters/${await letter()}/retry`,
  }),
  'POST /discussion/comments/:id/moderation': ({ talk }) => ({
    body: { action: 'restore' },
    path: `discussion/comments/${talk.comment}/moderation`,
  }),
  'POST /discussion/posts/:id/comments': ({ talk }) => ({
    body: { body: 'Indeed', key: crypto.randomUUID() },
    path: `discussion/posts/${talk.post}/comments`,
  }),
  'POST /discussion/posts/:id/follow': ({ talk }) => ({
    body: { isFollowing: false },
    path: `discussion/posts/${talk.post}/follow`,
  }),
  'POST /discussion/posts/:id/moderation': ({ talk }) => ({
    body: { action: 'pin' },
    path: `discussion/posts/${talk.post}/moderation`,
  }),
  'POST /domains/:id/check': async ({ domain }) => ({
    body: {},
    path: `domains/${await domain()}/check`,
  }),
  'POST /domains/:id/primary': async ({ domain }) => ({
    body: { isPrimary: false },
    path: `domains/${await domain()}/primary`,
  }),
  'POST /earnings/account': () => ({ body: {}, path: 'earnings/account' }),
  'POST /earnings/payouts': () => ({ body: {}, path: 'earnings/payouts' }),
  'POST /email-templates/:id/test': ({ template }) => ({
    body: {},
    path: `email-templates/${template}/test`,
  }),
  'POST /enrollments/allowances': () => ({
    body: { enrollments: [crypto.randomUUID()], factor: 1.5, reason: 'A broken hand' },
    path: 'enrollments/allowances',
  }),
  'POST /enrollments/changes': () => ({
    body: { action: 'pause', enrollments: [crypto.randomUUID()], reason: 'A trip' },
    path: 'enrollments/changes',
  }),
  'POST /files/:id/watch': ({ file }) => ({ path: `files/${file}/watch` }),
  'POST /files/delete': async ({ spareFile }) => ({
    body: { files: [await spareFile()] },
    path: 'files/delete',
  }),
  'POST /files/move': ({ file }) => ({ body: { files: [file], folder: null }, path: 'files/move' }),
  'POST /film-protection/check': () => ({ body: {}, path: 'film-protection/check' }),
  'POST /film-protection/films': () => ({ body: {}, path: 'film-protection/films' }),
  'POST /film-reports/bunny': () => ({ body: {}, path: 'film-reports/bunny' }),
  'POST /film-reports/mux': () => ({ body: {}, path: 'film-reports/mux' }),
  'POST /gift-links/:key/redeem': async ({ gift }) => ({
    path: `gift-links/${(await gift()).key}/redeem`,
  }),
  'POST /given-gifts/:id/mail': async ({ gift }) => ({
    path: `given-gifts/${(await gift()).id}/mail`,
  }),
  'POST /given-gifts/:id/recipient': async ({ gift }) => ({
    body: { name: 'Noa', email: 'noa@example.com' },
    path: `given-gifts/${(await gift()).id}/recipient`,
  }),
  'POST /grading/:id': ({ attempt }) => ({ body: { marks: {} }, path: `grading/${attempt}` }),
  'POST /grading/:id/marks': ({ attempt }) => ({
    body: { marks: {}, reason: 'Looked again', version: 'none' },
    path: `grading/${attempt}/marks`,
  }),
  'POST /keys': () => ({
    body: { name: 'Books', days: 30, scopes: ['learners.read'] },
    path: 'keys',
  }),
  'POST /keys/:id/revoke': async ({ apiKey }) => ({ path: `keys/${await apiKey()}/revoke` }),
  'POST /learn/cues/:lesson/:cue': ({ asking }) => ({
    body: { answer: 'true' },
    path: `learn/cues/${asking.lesson}/${asking.cue}`,
  }),
  'POST /learn/downloads': ({ sheet }) => ({ body: sheet, path: 'learn/downloads' }),
  'POST /learn/packages/:lesson': ({ packageLesson }) => ({
    body: {},
    path: `learn/packages/${packageLesson}`,
  }),
  'POST /learn/videos/:lesson/open': ({ videoLesson }) => ({
    body: {},
    path: `learn/videos/${videoLesson}/open`,
  }),
  'POST /notes': ({ watchedLesson }) => ({
    body: {
      key: crypto.randomUUID(),
      kind: 'note',
      lesson: watchedLesson,
      second: 1,
      text: 'Mine',
    },
    path: 'notes',
  }),
  'POST /notifications/read': () => ({
    body: { upTo: '0198c7a0-0000-7000-8000-000000000001' },
    path: 'notifications/read',
  }),
  'POST /offers/:id/place-request': ({ offer }) => ({
    body: {},
    path: `offers/${offer}/place-request`,
  }),
  'POST /orders/:id/refunds': ({ refunded }) => ({
    body: { endsAccess: false, key: crypto.randomUUID(), reason: 'A reason', wish: { amount: 1 } },
    path: `orders/${refunded.order}/refunds`,
  }),
  'POST /orders/:id/test-dispute': ({ refunded }) => ({
    body: { act: 'open' },
    path: `orders/${refunded.order}/test-dispute`,
  }),
  'POST /pages/starting-texts': () => ({ body: {}, path: 'pages/starting-texts' }),
  'POST /paid-orders/:id/proposal/accept': ({ proposed }) => ({
    body: { step: 'upsell', total: 4900 },
    path: `paid-orders/${proposed}/proposal/accept`,
  }),
  'POST /paid-orders/:id/proposal/decline': ({ proposed }) => ({
    body: { step: 'upsell' },
    path: `paid-orders/${proposed}/proposal/decline`,
  }),
  'POST /paths/:id/join': ({ way }) => ({ body: {}, path: `paths/${way}/join` }),
  'POST /payments/paddle/webhook': () => ({ body: {}, path: 'payments/paddle/webhook' }),
  'POST /payments/paypal/webhook': () => ({ body: {}, path: 'payments/paypal/webhook' }),
  'POST /payments/razorpay/webhook': () => ({ body: {}, path: 'payments/razorpay/webhook' }),
  'POST /payments/stripe/webhook': () => ({ body: {}, path: 'payments/stripe/webhook' }),
  'POST /payments/test/:session/approve': ({ session }) => ({
    body: {},
    path: `payments/test/${session}/approve`,
  }),
  'POST /payments/test/:session/card': ({ session }) => ({
    body: { works: true },
    path: `payments/test/${session}/card`,
  }),
  'POST /payments/test/:session/decline': ({ session }) => ({
    body: {},
    path: `payments/test/${session}/decline`,
  }),
  'POST /people-imports/:key': () => ({
    form: Buffer.from('email,name\nzoe@example.com,Zoe'),
    path: `people-imports/${crypto.randomUUID()}`,
  }),
  'POST /people-jobs/:id/start': async ({ crowdWork }) => ({
    body: { isDry: true, mapping: ['email'] },
    path: `people-jobs/${await crowdWork()}/start`,
  }),
  'POST /people-jobs/begin': ({ person }) => ({
    body: { key: crypto.randomUUID(), whom: { ids: [person] }, work: { do: 'confirm' } },
    path: 'people-jobs/begin',
  }),
  'POST /people/:id/exports': ({ person }) => ({ body: {}, path: `people/${person}/exports` }),
  'POST /people/:id/status': ({ person }) => ({
    body: { action: 'restore', reason: 'Was open all the time' },
    path: `people/${person}/status`,
  }),
  'POST /people/:id/view': ({ person }) => ({ body: {}, path: `people/${person}/view` }),
  'POST /place-requests/decisions': () => ({
    body: { action: 'approve', requests: [crypto.randomUUID()] },
    path: 'place-requests/decisions',
  }),
  'POST /places/:id/release': ({ movable }) => ({ body: {}, path: `places/${movable}/release` }),
  'POST /places/:id/transfer': ({ movable }) => ({
    body: {
      expects: { back: 0, due: 0 },
      key: crypto.randomUUID(),
      reason: 'A reason',
      to: { offer: crypto.randomUUID() },
    },
    path: `places/${movable}/transfer`,
  }),
  'POST /plan/cancel': () => ({ body: {}, path: 'plan/cancel' }),
  'POST /plan/portal': () => ({ body: {}, path: 'plan/portal' }),
  'POST /plan/resume': () => ({ body: {}, path: 'plan/resume' }),
  'POST /plan/subscribe': () => ({ body: { plan: NOWHERE }, path: 'plan/subscribe' }),
  'POST /plan/test/:session/:act': ({ planPage }) => ({
    body: {},
    path: `plan/test/${planPage}/approve`,
  }),
  'POST /platform/payment-events/replay': ({ school }) => ({
    body: { school },
    path: 'platform/payment-events/replay',
  }),
  'POST /progress/attended': ({ liveLesson }) => ({
    body: { lesson: liveLesson },
    path: 'progress/attended',
  }),
  'POST /progress/completed': ({ textLesson }) => ({
    body: { lesson: textLesson },
    path: 'progress/completed',
  }),
  'POST /progress/package': ({ opens, packageLesson }) => ({
    body: { cmi: {}, lesson: packageLesson, token: opens },
    path: 'progress/package',
  }),
  'POST /progress/read': ({ readLesson }) => ({
    body: { isAtEnd: true, lesson: readLesson },
    path: 'progress/read',
  }),
  'POST /progress/watched': ({ watchedLesson }) => ({
    body: { lesson: watchedLesson, position: 1, spans: [[0, 1]] },
    path: 'progress/watched',
  }),
  'POST /restores/:id/replace': () => ({
    body: { name: 'Nobody’s' },
    path: `restores/${NOWHERE}/replace`,
  }),
  'POST /restores/preview': () => ({
    body: { backup: '20260101T000000-000Z', school: NOWHERE },
    path: 'restores/preview',
  }),
  'POST /scim-tokens/:id/revoke': async ({ scimToken }) => ({
    body: {},
    path: `scim-tokens/${await scimToken()}/revoke`,
  }),
  'POST /scim/v2/Groups': () => ({ body: {}, path: 'scim/v2/Groups' }),
  'POST /scim/v2/Users': () => ({ body: {}, path: 'scim/v2/Users' }),
  'POST /security/reports': () => ({
    body: { 'csp-report': { 'blocked-uri': 'inline', 'effective-directive': 'script-src-elem' } },
    path: 'security/reports',
  }),
  'POST /sign-in-providers/:id/check': async ({ signInProvider }) => ({
    body: {},
    path: `sign-in-providers/${await signInProvider()}/check`,
  }),
  'POST /sign-in-providers/:id/domains/check': async ({ signInProvider }) => ({
    body: {},
    path: `sign-in-providers/${await signInProvider()}/domains/check`,
  }),
  'POST /sign-in-providers/:id/scim-tokens': async ({ signInProvider }) => ({
    body: { name: 'Directory' },
    path: `sign-in-providers/${await signInProvider()}/scim-tokens`,
  }),
  'POST /sign-in-providers/metadata': () => ({
    body: { source: '<EntityDescriptor/>' },
    path: 'sign-in-providers/metadata',
  }),
  'POST /sign-in/mail': () => ({
    body: { email: `${crypto.randomUUID()}@example.com` },
    path: 'sign-in/mail',
  }),
  'POST /sign-in/mail/code': () => ({ body: { code: '12345678' }, path: 'sign-in/mail/code' }),
  'POST /sign-in/mail/open': () => ({ body: { token: 'a' }, path: 'sign-in/mail/open' }),
  'POST /sign-in/passkey': () => ({
    body: { response: { id: 'a', response: {} } },
    path: 'sign-in/passkey',
  }),
  'POST /sign-in/passkey/begin': () => ({ body: {}, path: 'sign-in/passkey/begin' }),
  'POST /sign-in/provider/:id': () => ({ body: {}, path: `sign-in/provider/${NOWHERE}` }),
  'POST /sign-in/provider/:id/acs': () => ({
    body: {},
    path: `sign-in/provider/${NOWHERE}/acs`,
  }),
  'POST /sign-in/step': () => ({ body: { code: '000000' }, path: 'sign-in/step' }),
  'POST /sign-in/step/secret': () => ({ body: {}, path: 'sign-in/step/secret' }),
  'POST /submission-reviews/:id': ({ submission }) => ({
    body: { action: 'grade', points: 1, version: 10_000 },
    path: `submission-reviews/${submission}`,
  }),
  'POST /submission-reviews/:id/replies': ({ submission }) => ({
    body: { text: 'Well done' },
    path: `submission-reviews/${submission}/replies`,
  }),
  'POST /submission-reviews/recordings': ({ submission }) => ({
    form: Buffer.from('ID3\x03a word'),
    headers: { 'content-length': '10' },
    path: `submission-reviews/recordings?submission=${submission}&name=word.mp3`,
  }),
  'POST /subscriptions/:id/cancel': ({ subscription }) => ({
    body: {},
    path: `subscriptions/${subscription}/cancel`,
  }),
  'POST /subscriptions/:id/card': ({ subscription }) => ({
    body: {},
    path: `subscriptions/${subscription}/card`,
  }),
  'POST /subscriptions/:id/card/forget': ({ subscription }) => ({
    body: {},
    path: `subscriptions/${subscription}/card/forget`,
  }),
  'POST /subscriptions/:id/change': ({ subscription }) => ({
    body: { expects: 0, offer: NOWHERE },
    path: `subscriptions/${subscription}/change`,
  }),
  'POST /subscriptions/:id/pause': ({ subscription }) => ({
    body: { months: 1 },
    path: `subscriptions/${subscription}/pause`,
  }),
  'POST /subscriptions/:id/resume': ({ subscription }) => ({
    body: {},
    path: `subscriptions/${subscription}/resume`,
  }),
  'POST /subscriptions/:id/retry': ({ subscription }) => ({
    body: {},
    path: `subscriptions/${subscription}/retry`,
  }),
  'POST /subscriptions/:id/stay': ({ subscription }) => ({
    body: {},
    path: `subscriptions/${subscription}/stay`,
  }),
  'POST /subscriptions/:id/unpause': ({ subscription }) => ({
    body: {},
    path: `subscriptions/${subscription}/unpause`,
  }),
  'POST /surveys/:lesson': ({ survey }) => ({
    body: { answers: {}, isAnonymous: true },
    path: `surveys/${survey}`,
  }),
  'POST /switch': () => ({ body: { code: 'a' }, path: 'switch' }),
  'POST /team/:id/remove': async ({ invited }) => ({
    body: { reason: 'It has ended' },
    path: `team/${(await invited()).id}/remove`,
  }),
  'POST /team/:id/resend': async ({ invited }) => ({
    body: {},
    path: `team/${(await invited()).id}/resend`,
  }),
  'POST /team/invitations/:token': async ({ invited }) => ({
    body: { answer: 'declined' },
    path: `team/invitations/${(await invited()).token}`,
  }),
  'POST /tokens': () => ({ body: { email: 'a@b.test', password: '' }, path: 'tokens' }),
  'POST /tokens/end': () => ({ body: { refreshToken: 'none' }, path: 'tokens/end' }),
  'POST /tokens/refresh': () => ({ body: { refreshToken: 'none' }, path: 'tokens/refresh' }),
  'POST /transfers/exports': ({ course }) => ({
    body: { courses: [course], key: crypto.randomUUID() },
    path: 'transfers/exports',
  }),
  'POST /transfers/imports': () => ({
    body: { name: 'courses.zip', key: crypto.randomUUID(), size: 1 },
    path: 'transfers/imports',
  }),
  'POST /transfers/imports/:id/parts/:part': async ({ upload }) => ({
    form: Buffer.from('P'),
    path: `transfers/imports/${await upload()}/parts/0`,
  }),
  'POST /transfers/imports/:id/start': async ({ upload }) => ({
    body: {},
    path: `transfers/imports/${await upload()}/start`,
  }),
  'POST /translations/of/:documents/:id/:locale/confirm': ({ course }) => ({
    body: { texts: [{ from: 'A course', key: 'nothing' }] },
    path: `translations/of/courses/${course}/ru/confirm`,
  }),
  'POST /unsubscribe/:token': () => ({ body: {}, path: 'unsubscribe/a.b' }),
  'POST /uploads': () => ({ body: { name: 'a.pdf', size: 8 }, path: 'uploads' }),
  'POST /uploads/:id/finish': async ({ arriving }) => ({
    body: {},
    path: `uploads/${await arriving()}/finish`,
  }),
  'POST /uploads/:id/parts': async ({ arriving }) => ({
    body: { numbers: [1] },
    path: `uploads/${await arriving()}/parts`,
  }),
  'POST /users/:id/second-factor/reset': ({ person }) => ({
    body: { reason: 'A lost phone' },
    path: `users/${person}/second-factor/reset`,
  }),
  'POST /video-accounts/:id/check': async ({ videoAccount }) => ({
    body: {},
    path: `video-accounts/${await videoAccount()}/check`,
  }),
  'POST /videos/:id/retry': async ({ video }) => ({
    body: {},
    path: `videos/${await video()}/retry`,
  }),
  'POST /videos/:id/transcript': async ({ spokenFilm }) => ({
    body: { language: 'en' },
    path: `videos/${await spokenFilm()}/transcript`,
  }),
  'POST /view/end': () => ({ body: {}, path: 'view/end' }),
  'POST /waitlist-entries/changes': () => ({
    body: { action: 'front', entries: [crypto.randomUUID()], reason: 'Was first' },
    path: 'waitlist-entries/changes',
  }),
  'PUT /scim/v2/Groups/:id': () => ({ body: {}, path: `scim/v2/Groups/${NOWHERE}` }),
  'PUT /scim/v2/Users/:id': () => ({ body: {}, path: `scim/v2/Users/${NOWHERE}` }),
}

/** What a granted request is answered, where it is not 200. */
export const ANSWERS: Readonly<Record<string, number>> = {
  // No worker runs beside a test.
  'GET /health': 503,
  // Nobody was sent away.
  'GET /sign-in/provider/:id/callback': 303,
  // The links are signed, and none was mailed.
  'POST /account/email': 202,
  'POST /account/email/confirm': 400,
  'POST /account/erasure': 202,
  'POST /account/exports': 202,
  // No app is set up, and so no code is right.
  // No browser made or used a passkey.
  'POST /account/passkeys': 422,
  // The school has no provider.
  'POST /account/providers/:id/connect': 422,
  'POST /account/schools': 422,
  'POST /account/schools/:id/remove': 422,
  'POST /account/schools/:id/switch': 422,
  'POST /account/schools/confirm': 422,
  'POST /account/second-factor/codes': 422,
  'POST /account/second-factor/confirm': 422,
  'POST /account/second-factor/off': 422,
  'POST /assignments/files': 201,
  'POST /assignments/submissions/:id/replies': 201,
  'POST /attempts': 201,
  'POST /certificates/issue-missing': 201,
  'POST /checkout': 201,
  'POST /cohorts/:id/discussion': 201,
  'POST /courses/:id/clone': 202,
  'POST /courses/:id/team': 201,
  'POST /courses/:id/updates': 202,
  'POST /discussion/posts/:id/comments': 201,
  'POST /email-templates/:id/test': 202,
  'POST /keys': 201,
  'POST /notes': 201,
  // The attempt has nothing that a person must read.
  'GET /grading/:id': 409,
  'POST /connect/stripe/webhook': 400,
  // Nobody there shares in what is sold.
  'POST /earnings/account': 422,
  'POST /earnings/payouts': 201,
  'POST /grading/:id': 409,
  'POST /orders/:id/refunds': 201,
  'POST /orders/:id/test-dispute': 202,
  'POST /paid-orders/:id/proposal/accept': 201,
  // It was looked at as it stood before.
  'POST /grading/:id/marks': 409,
  'POST /pages/starting-texts': 201,
  // There is no such offer to move to.
  'GET /places/:id/price': 422,
  'POST /places/:id/transfer': 422,
  // An owner of a school that pays nothing, in a test that offers no plan.
  'POST /plan/cancel': 409,
  'POST /plan/portal': 409,
  'POST /plan/resume': 409,
  'POST /plan/subscribe': 422,
  // There is no such school, and no look at what its restore would do.
  'POST /platform/payment-events/replay': 202,
  'POST /restores/:id/replace': 422,
  'POST /restores/preview': 422,
  // The offer is bought, not asked for.
  'POST /offers/:id/place-request': 422,
  'POST /people-imports/:key': 201,
  'POST /people-jobs/:id/start': 202,
  'POST /people-jobs/begin': 202,
  'POST /people/:id/exports': 202,
  // The school sold it itself.
  'GET /payments/merchant/:order/invoice': 422,
  // Whoever may call still has to sign.
  'POST /film-reports/bunny': 400,
  'POST /film-reports/mux': 400,
  'POST /payments/paddle/webhook': 400,
  'POST /payments/paypal/webhook': 400,
  'POST /payments/razorpay/webhook': 400,
  'POST /payments/stripe/webhook': 400,
  // The document has no such text.
  'PATCH /translations/of/:documents/:id/:locale': 422,
  'POST /security/reports': 204,
  'POST /translations/of/:documents/:id/:locale/confirm': 422,
  // Every link of a file is signed.
  'GET /film-captions/:token': 410,
  'GET /transfers/files/:token': 410,
  // Nobody signs in with no password, nor goes on with no token.
  'POST /switch': 422,
  'POST /tokens': 400,
  'POST /tokens/refresh': 400,
  'POST /transfers/exports': 202,
  'POST /transfers/imports': 201,
  // Nothing of the file was sent.
  'POST /transfers/imports/:id/start': 409,
  // It was read as it stood before.
  // The scene’s subscription has no other plan, pause or counter-offer.
  // Nobody is between two steps.
  // Nobody answers at its address.
  'POST /sign-in-providers/:id/check': 422,
  'POST /sign-in-providers/:id/scim-tokens': 201,
  'POST /sign-in/mail/code': 422,
  'POST /sign-in/mail/open': 422,
  'POST /sign-in/passkey': 422,
  // It names nobody.
  'POST /sign-in-providers/metadata': 422,
  'POST /sign-in/provider/:id': 422,
  'POST /sign-in/provider/:id/acs': 303,
  'POST /sign-in/step': 422,
  'POST /sign-in/step/secret': 422,
  'POST /submission-reviews/:id': 409,
  'POST /submission-reviews/:id/replies': 201,
  'POST /submission-reviews/recordings': 201,
  'POST /subscriptions/:id/change': 422,
  'POST /subscriptions/:id/pause': 422,
  // It is not past due.
  'POST /subscriptions/:id/retry': 422,
  'POST /subscriptions/:id/stay': 422,
  'POST /unsubscribe/:token': 400,
  'POST /uploads': 201,
  // Nothing of it has come.
  'POST /uploads/:id/finish': 422,
  // It goes to this machine, not to a bucket.
  'POST /uploads/:id/parts': 422,
  // No provider answers in this test.
  'POST /video-accounts/:id/check': 422,
}
