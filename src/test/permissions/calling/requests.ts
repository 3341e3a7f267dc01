import { DEMO_PASSWORD } from '@/seed/people'
import type { Asked } from '@/test/isolation/calls'

import type { Place } from './place'

/** What is asked, without its method, which its name says. */
export type Request = (place: Place) => Asked | Promise<Asked>

const purchase = ({ offer }: Place) => ({ items: [{ offer }] })

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
  'DELETE /cohorts/:id/waitlist': ({ cohort }) => ({ path: `cohorts/${cohort}/waitlist` }),
  'DELETE /courses/:id/reviews': ({ course }) => ({ path: `courses/${course}/reviews` }),
  'GET /account': () => ({ path: 'account' }),
  'GET /account/data': () => ({ path: 'account/data' }),
  'GET /account/erasure': () => ({ path: 'account/erasure' }),
  'GET /account/sessions': () => ({ path: 'account/sessions' }),
  'GET /approvals': () => ({ path: 'approvals' }),
  'GET /assignments/:lesson': ({ assignment }) => ({ path: `assignments/${assignment}` }),
  'GET /assignments/files/:token': ({ work }) => ({ path: `assignments/files/${work.link}` }),
  'GET /attempts/:id': ({ attempt }) => ({ path: `attempts/${attempt}` }),
  'GET /bank/matching': () => ({ path: 'bank/matching?tags=easy' }),
  'GET /certificates/:serial': ({ serial }) => ({ path: `certificates/${serial}` }),
  'GET /certificates/:serial/pdf': ({ serial }) => ({ path: `certificates/${serial}/pdf` }),
  'GET /checkout/quote': ({ offer }) => ({ path: `checkout/quote?offer=${offer}` }),
  'GET /courses/:id/clone': ({ course }) => ({ path: `courses/${course}/clone?days=7` }),
  'GET /courses/:id/cohorts': ({ course }) => ({ path: `courses/${course}/cohorts` }),
  'GET /courses/:id/curriculum': ({ course }) => ({ path: `courses/${course}/curriculum` }),
  'GET /courses/:id/entitlement': ({ course, person }) => ({
    path: `courses/${course}/entitlement?learner=${person}`,
  }),
  'GET /courses/:id/publication': ({ course }) => ({ path: `courses/${course}/publication` }),
  'GET /courses/:id/reviews': ({ course }) => ({ path: `courses/${course}/reviews` }),
  'GET /courses/:id/reviews/mine': ({ course }) => ({ path: `courses/${course}/reviews/mine` }),
  'GET /courses/:id/updates': ({ course }) => ({ path: `courses/${course}/updates` }),
  'GET /domains/allowed': () => ({ path: 'domains/allowed?domain=aurora.localhost' }),
  'GET /domains/overview': () => ({ path: 'domains/overview' }),
  'GET /email-templates/:id/preview': ({ template }) => ({
    path: `email-templates/${template}/preview`,
  }),
  'GET /grading': () => ({ path: 'grading' }),
  'GET /grading/:id': ({ attempt }) => ({ path: `grading/${attempt}` }),
  'GET /health': () => ({ path: 'health' }),
  'GET /invoices/:id/pdf': ({ invoice }) => ({ path: `invoices/${invoice}/pdf` }),
  'GET /jobs': () => ({ path: 'jobs' }),
  'GET /learn/:courseSlug': ({ courseSlug }) => ({ path: `learn/${courseSlug}` }),
  'GET /learn/files/:token': ({ lent }) => ({ path: `learn/files/${lent}` }),
  'GET /learn/live/:lesson': ({ liveLesson }) => ({ path: `learn/live/${liveLesson}` }),
  'GET /learn/live/:lesson/calendar': ({ liveLesson }) => ({
    path: `learn/live/${liveLesson}/calendar`,
  }),
  'GET /learn/media/:lesson': ({ videoLesson }) => ({ path: `learn/media/${videoLesson}` }),
  'GET /media/file/:filename': ({ film }) => ({ path: `media/file/${film}` }),
  'GET /outbox': () => ({ path: 'outbox' }),
  'GET /outbox/:id': ({ mail }) => ({ path: `outbox/${mail}` }),
  'GET /paths/:id/mine': ({ way }) => ({ path: `paths/${way}/mine` }),
  'GET /payments/test/:session': ({ session }) => ({ path: `payments/test/${session}` }),
  'GET /people/:id': ({ person }) => ({ path: `people/${person}` }),
  'GET /people/:id/picture': ({ person }) => ({ path: `people/${person}/picture` }),
  'GET /quizzes/:id/statistics': ({ quiz }) => ({ path: `quizzes/${quiz}/statistics` }),
  'GET /quizzes/:id/statistics.csv': ({ quiz }) => ({ path: `quizzes/${quiz}/statistics.csv` }),
  'GET /session': () => ({ path: 'session' }),
  'GET /submission-reviews': () => ({ path: 'submission-reviews' }),
  'GET /submission-reviews/:id': ({ submission }) => ({ path: `submission-reviews/${submission}` }),
  'GET /transfers': () => ({ path: 'transfers' }),
  'GET /transfers/:id': async ({ upload }) => ({ path: `transfers/${await upload()}` }),
  'GET /transfers/files/:token': () => ({ path: 'transfers/files/a.b' }),
  'GET /translations/course/:id': ({ course }) => ({ path: `translations/course/${course}` }),
  'GET /translations/of/:documents/:id': ({ course }) => ({
    path: `translations/of/courses/${course}`,
  }),
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
  'POST /account/mails': () => ({
    body: { topic: 'courseUpdates', wants: true },
    path: 'account/mails',
  }),
  'POST /account/picture': () => ({ form: pixel, path: 'account/picture' }),
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
  'POST /certificates/issue-missing': () => ({ body: {}, path: 'certificates/issue-missing' }),
  'POST /checkout': (place) => ({
    body: { ...purchase(place), buyer: { name: 'A Guest', email: 'guest@example.com' } },
    path: 'checkout',
  }),
  'POST /checkout/quote': (place) => ({ body: purchase(place), path: 'checkout/quote' }),
  'POST /cohorts/:id/waitlist': ({ cohort }) => ({ body: {}, path: `cohorts/${cohort}/waitlist` }),
  'POST /courses/:id/clone': ({ course }) => ({
    body: { days: 7, key: crypto.randomUUID(), title: 'Once more' },
    path: `courses/${course}/clone`,
  }),
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
  'POST /courses/:id/updates': ({ course }) => ({
    body: { message: 'A new lesson' },
    path: `courses/${course}/updates`,
  }),
  'POST /dead-letters/:id/retry': async ({ letter }) => ({
    body: {},
    path: `dead-letters/${await letter()}/retry`,
  }),
  'POST /domains/:id/check': async ({ domain }) => ({
    body: {},
    path: `domains/${await domain()}/check`,
  }),
  'POST /domains/:id/primary': async ({ domain }) => ({
    body: { isPrimary: false },
    path: `domains/${await domain()}/primary`,
  }),
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
  'POST /grading/:id': ({ attempt }) => ({ body: { marks: {} }, path: `grading/${attempt}` }),
  'POST /learn/downloads': ({ sheet }) => ({ body: sheet, path: 'learn/downloads' }),
  'POST /learn/packages/:lesson': ({ packageLesson }) => ({
    body: {},
    path: `learn/packages/${packageLesson}`,
  }),
  'POST /pages/starting-texts': () => ({ body: {}, path: 'pages/starting-texts' }),
  'POST /paths/:id/join': ({ way }) => ({ body: {}, path: `paths/${way}/join` }),
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
  'POST /submission-reviews/:id': ({ submission }) => ({
    body: { action: 'grade', points: 1, version: 10_000 },
    path: `submission-reviews/${submission}`,
  }),
  'POST /submission-reviews/:id/replies': ({ submission }) => ({
    body: { text: 'Well done' },
    path: `submission-reviews/${submission}/replies`,
  }),
  'POST /subscriptions/:id/cancel': ({ subscription }) => ({
    body: {},
    path: `subscriptions/${subscription}/cancel`,
  }),
  'POST /subscriptions/:id/resume': ({ subscription }) => ({
    body: {},
    path: `subscriptions/${subscription}/resume`,
  }),
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
  'POST /waitlist-entries/changes': () => ({
    body: { action: 'front', entries: [crypto.randomUUID()], reason: 'Was first' },
    path: 'waitlist-entries/changes',
  }),
}

/** What a granted request is answered, where it is not 200. */
export const ANSWERS: Readonly<Record<string, number>> = {
  // No worker runs beside a test.
  'GET /health': 503,
  // The links are signed, and none was mailed.
  'POST /account/email': 202,
  'POST /account/email/confirm': 400,
  'POST /account/erasure': 202,
  'POST /assignments/files': 201,
  'POST /assignments/submissions/:id/replies': 201,
  'POST /attempts': 201,
  'POST /certificates/issue-missing': 201,
  'POST /checkout': 201,
  'POST /courses/:id/clone': 202,
  'POST /courses/:id/updates': 202,
  'POST /email-templates/:id/test': 202,
  // The attempt has nothing that a person must read.
  'GET /grading/:id': 409,
  'POST /grading/:id': 409,
  'POST /pages/starting-texts': 201,
  // Whoever may call still has to sign.
  'POST /payments/stripe/webhook': 400,
  // The document has no such text.
  'PATCH /translations/of/:documents/:id/:locale': 422,
  'POST /translations/of/:documents/:id/:locale/confirm': 422,
  // Every link of a file is signed.
  'GET /transfers/files/:token': 410,
  'POST /transfers/exports': 202,
  'POST /transfers/imports': 201,
  // Nothing of the file was sent.
  'POST /transfers/imports/:id/start': 409,
  // It was read as it stood before.
  'POST /submission-reviews/:id': 409,
  'POST /submission-reviews/:id/replies': 201,
  'POST /unsubscribe/:token': 400,
}
