import { aurora } from '@/seed/schools/aurora'
import { newId } from '@/newId'

import type { CheckedOut, Person } from './buying'
import type { Answer } from './http'
import type { Visitor } from './visitor'

import {
  buy,
  checkout,
  confirmedVisitor,
  curriculum,
  newPerson,
  offerOf,
  sessionIn,
} from './buying'
import { send } from './http'
import { hostOf, port } from './place'
import { quizOf, startAttempt } from './studying'
import { signedIn, visitor } from './visitor'

const COURSE = 'the-quiet-portrait'
const FREE = 'a-walk-with-your-phone'
const WITH_QUIZ = 'seeing-light'

const nora: Person = newPerson('Nora Ness')
let reader: Visitor
let owner: Visitor
let offer = ''

beforeAll(async () => {
  reader = await confirmedVisitor('aurora', nora)
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  offer = await offerOf(reader, COURSE)
})

/** Status and code of a refusal, wherever the answer keeps its code. */
const said = ({ status, text }: Answer): [number, string | undefined] => {
  const body = JSON.parse(text) as { code?: string; errors?: { data?: { code?: string } }[] }

  return [status, body.code ?? body.errors?.[0]?.data?.code]
}

const items = [{ offer: newId() }]

describe('a request that is not right', () => {
  it.each([
    ['/api/checkout', 'not json', [400, 'badJson']],
    ['/api/checkout', '[]', [400, 'badInput']],
    ['/api/checkout', {}, [400, 'badInput']],
    ['/api/checkout', { items: [] }, [400, 'badInput']],
    ['/api/checkout', { items: 'one' }, [400, 'badInput']],
    ['/api/checkout', { items: [{ offer: 7 }] }, [400, 'badInput']],
    ['/api/checkout', { items: [{ offer: 'seeing-light' }] }, [400, 'badInput']],
    ['/api/checkout', { items: Array.from({ length: 51 }, () => items[0]) }, [400, 'badInput']],
    ['/api/checkout', { coupon: 'x'.repeat(81), items }, [400, 'badInput']],
    ['/api/checkout', { coupon: '\u0000', items }, [400, 'badCharacter']],
    ['/api/checkout', { items, note: 'x'.repeat(300_000) }, [413, 'tooLarge']],
    ['/api/checkout', { items }, [404, 'notFound']],
    ['/api/checkout/quote', { items }, [404, 'notFound']],
    ['/api/payments/test/nothing/approve', {}, [404, 'notFound']],
    ['/api/payments/test/a%20b/decline', {}, [400, 'badInput']],
    ['/api/progress/watched', {}, [400, 'badInput']],
    ['/api/progress/watched', { lesson: newId(), position: -1, spans: [] }, [400, 'badInput']],
    ['/api/progress/watched', { lesson: newId(), position: 1, spans: [[1]] }, [400, 'badInput']],
    ['/api/progress/watched', { lesson: newId(), position: 0, spans: [] }, [404, 'notFound']],
    ['/api/progress/completed', { lesson: newId() }, [404, 'notFound']],
    ['/api/progress/completed', { lesson: ['a'] }, [400, 'badInput']],
    ['/api/attempts', { quiz: newId() }, [404, 'notFound']],
    ['/api/attempts', { quiz: null }, [400, 'badInput']],
    [`/api/attempts/${newId()}/submit`, { answers: {} }, [404, 'notFound']],
    ['/api/attempts/one/submit', { answers: {} }, [400, 'badInput']],
    [`/api/attempts/${newId()}/submit`, { answers: { a: { b: 1 } } }, [400, 'badInput']],
  ])('POST %s %j is refused', async (path, body, refusal) => {
    expect(said(await reader.post(path, body))).toEqual(refusal)
  })

  it.each([
    ['/api/learn/nothing', 404],
    ['/api/learn/media/nothing', 400],
    [`/api/learn/media/${newId()}`, 404],
    ['/api/certificates/nothing', 404],
    [`/api/certificates/${newId()}`, 404],
    ['/certificates/nothing.pdf', 404],
    ['/certificates/nothing', 404],
    [`/orders/${newId()}/thanks`, 404],
    ['/orders/nothing/thanks', 404],
    ['/pay/test/nothing', 404],
    ['/courses/nothing', 404],
    ['/learn/nothing', 404],
    [`/learn/${COURSE}/nothing`, 404],
    [`/learn/${COURSE}/${newId()}`, 404],
    ['/nothing/at/all', 404],
    ['/api/nothing', 404],
    ['/api/orders/nothing', 404],
    ['/api/checkout/quote?offer=1', 400],
  ])('GET %s is answered %i', async (path, status) => {
    expect((await reader.get(path)).status).toBe(status)
  })
})

describe('a visitor', () => {
  it.each([
    ['/api/checkout', { items }],
    ['/api/payments/test/nothing/approve', {}],
    ['/api/progress/watched', { lesson: newId(), position: 0, spans: [] }],
    ['/api/progress/completed', { lesson: newId() }],
    ['/api/attempts', { quiz: newId() }],
    ['/api/certificates/issue-missing', {}],
  ])('has to sign in for POST %s', async (path, body) => {
    expect(said(await visitor('aurora').post(path, body))).toEqual([401, 'signInRequired'])
  })

  it('is led to sign in where a page is hers alone', async () => {
    for (const path of ['/dashboard', `/orders/${newId()}/thanks`, '/admin']) {
      const { headers, status } = await visitor('aurora').get(path)
      expect([path, status]).toEqual([path, 307])
      expect(headers.location).toContain('/sign-in?next=')
    }
  })

  it('reads no list that is not public', async () => {
    for (const list of ['users', 'orders', 'enrollments', 'emails', 'coupons', 'secrets']) {
      const { status, text } = await visitor('aurora').get(`/api/${list}`)
      expect([list, [401, 403, 404].includes(status) || text.includes('"docs":[]')]).toEqual([
        list,
        true,
      ])
    }
  })

  it('finds no outbox on a school’s host, nor without being staff', async () => {
    expect((await visitor('platform').get('/api/outbox')).status).toBe(404)
    expect((await owner.get('/api/outbox')).status).toBe(404)
  })
})

describe('the wall', () => {
  it('answers an unknown host in plain words', async () => {
    for (const host of [`nowhere.localhost:${port()}`, 'example.com', `a.b.localhost:${port()}`]) {
      for (const path of ['/', '/api/session', '/admin', '/certificates/a.pdf']) {
        const { status } = await send({ host, path, port: port() })
        expect([host, path, status]).toEqual([host, path, 404])
      }
    }
  })

  it.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: '', 'sec-fetch-site': 'cross-site' }],
    [{ origin: '', 'sec-fetch-site': '' }],
  ])('refuses a change that another site sends with our cookie: %j', async (headers) => {
    for (const path of [
      '/api/checkout',
      '/api/courses',
      '/api/auth/sign-out',
      '/api/graphql',
      '/api/progress/watched',
    ]) {
      const answer = await owner.send({ body: {}, headers, method: 'POST', path })
      expect([path, ...said(answer)]).toEqual([path, 403, 'crossOrigin'])
    }
  })

  it('refuses another school’s origin as any other', async () => {
    const headers = { origin: `http://${hostOf('ofek')}` }
    const answer = await owner.send({ body: {}, headers, method: 'POST', path: '/api/checkout' })

    expect(said(answer)).toEqual([403, 'crossOrigin'])
  })

  it('knows nothing of another school’s ids', async () => {
    const theirs = await signedIn({ email: 'owner@ofek.test', place: 'ofek' })
    const foreign = await offerOf(theirs, 'yesodot-haovnayim')
    const lessons = (await curriculum(theirs, 'yesodot-haovnayim')).lessons
    const [video, text] = [lessons[0]?.id, lessons[1]?.id]
    const quiz = await quizOf(theirs, lessons.find(({ kind }) => kind === 'quiz')?.id ?? '')
    const answers = [
      await checkout(reader, foreign),
      await reader.post('/api/checkout/quote', { items: [{ offer: foreign }] }),
      await reader.post('/api/progress/watched', { lesson: video, position: 0, spans: [] }),
      await reader.post('/api/progress/completed', { lesson: text }),
      await reader.post('/api/attempts', { quiz }),
      await reader.get(`/api/learn/media/${video}`),
    ]

    expect(quiz).toBeTruthy()
    expect(answers.map(said)).toEqual(answers.map(() => [404, 'notFound']))
    expect((await owner.get(`/api/lessons/${text}`)).status).toBe(404)
    expect((await owner.patch(`/api/lessons/${text}`, { title: 'Mine' })).status).toBe(404)
  })

  it('lets no student write what is the school’s', async () => {
    const { course, lessons } = await curriculum(reader, COURSE)
    for (const [path, body] of [
      [`/api/courses/${course.id}`, { title: 'Mine' }],
      [`/api/lessons/${lessons[0]?.id}`, { title: 'Mine' }],
      [`/api/offers/${offer}`, { isActive: false }],
    ] as const) {
      expect([path, (await reader.patch(path, body)).status]).toEqual([path, 403])
    }
    for (const list of ['orders', 'enrollments', 'certificates', 'coupons', 'payments']) {
      expect([list, (await reader.post(`/api/${list}`, {})).status]).toEqual([list, 403])
    }
    const { user } = (await reader.get('/api/session')).json<{ user: { id: string } }>()
    await reader.patch(`/api/users/${user.id}`, { roles: ['owner'] })
    expect((await reader.get('/api/session')).json()).toMatchObject({ user: { staff: false } })
  })
})

describe('buying', () => {
  it('refuses coupons that do not hold', async () => {
    const past = new Date(Date.now() - 1000).toISOString()
    const future = new Date(Date.now() + 3_600_000).toISOString()
    const coupons = [
      ['couponExpired', { code: 'OVER', expiresAt: past, percentOff: 10 }],
      ['couponNotStarted', { code: 'SOON', percentOff: 10, startsAt: future }],
    ] as const
    for (const [refusal, coupon] of coupons) {
      expect((await owner.post('/api/coupons', coupon)).status).toBe(201)
      expect(said(await checkout(reader, offer, coupon.code))).toEqual([422, refusal])
    }
    expect(said(await checkout(reader, offer, 'NO SUCH'))).toEqual([422, 'couponUnknown'])
    expect(said(await checkout(reader, offer, 'SHALOM10'))).toEqual([422, 'couponUnknown'])
    expect((await reader.get('/api/orders')).json()).toMatchObject({ totalDocs: 0 })
  })

  it('lets nobody see or pay an order but its buyer', async () => {
    const placed = (await checkout(reader, offer)).json<CheckedOut>()
    const session = sessionIn(placed.url)
    const path = `/api/payments/test/${session}`
    const stranger = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
    const theirs = await signedIn({ email: 'student@ofek.test', place: 'ofek' })

    for (const one of [stranger, owner, theirs]) {
      expect(said(await one.get(path))).toEqual([404, 'notFound'])
      expect(said(await one.post(`${path}/approve`))).toEqual([404, 'notFound'])
      expect((await one.get(`/pay/test/${session}`)).status).toBe(404)
      expect((await one.get(`/orders/${placed.order}/thanks`)).status).toBe(404)
    }
    expect(said(await visitor('aurora').post(`${path}/approve`))).toEqual([401, 'signInRequired'])
    expect((await reader.get(path)).json()).toMatchObject({ status: 'open' })
  })

  it('keeps a declined payment declined', async () => {
    const placed = (await checkout(reader, offer)).json<CheckedOut>()
    const path = `/api/payments/test/${sessionIn(placed.url)}`

    expect((await reader.post(`${path}/decline`)).json()).toMatchObject({ status: 'failed' })
    expect(said(await reader.post(`${path}/approve`))).toEqual([409, 'notPayable'])
    expect((await curriculum(reader, COURSE)).enrollment).toBeNull()
  })

  it('sells nobody the same thing twice', async () => {
    await buy(reader, FREE)
    const free = await offerOf(reader, FREE)

    expect(said(await checkout(reader, free))).toEqual([409, 'alreadyOwned'])
    await buy(reader, COURSE)
    expect(said(await checkout(reader, offer))).toEqual([409, 'alreadyOwned'])
    expect(said(await checkout(reader, offer, aurora.coupon.code))).toEqual([409, 'alreadyOwned'])
  })

  it('believes no event that is not signed', async () => {
    const { user } = (await reader.get('/api/session')).json<{ user: { id: string } }>()
    const event = JSON.stringify({
      id: 'evt_1',
      type: 'checkout.session.completed',
      created: Math.floor(Date.now() / 1000),
      data: { object: { id: 'cs_1', client_reference_id: user.id, payment_status: 'paid' } },
      object: 'event',
    })
    const signature = `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`
    const forgeries: Record<string, string>[] = [
      {},
      { 'stripe-signature': signature },
      { 'lectern-signature': signature },
    ]
    for (const place of ['aurora', 'platform'] as const) {
      for (const headers of forgeries) {
        const path = '/api/payments/stripe/webhook'
        const answer = await visitor(place).send({ body: event, headers, method: 'POST', path })
        expect(said(answer)).toEqual([400, 'badSignature'])
      }
    }
    expect(said(await visitor('platform').post('/internal/revalidate', { tenant: 'a' }))).toEqual([
      403,
      'badSignature',
    ])
  })
})

describe('learning', () => {
  it('keeps locked lessons locked', async () => {
    const { lessons } = await curriculum(reader, WITH_QUIZ)
    const text = lessons.find(({ kind }) => kind === 'text')?.id
    const quiz = lessons.find(({ kind }) => kind === 'quiz')?.id ?? ''
    const secret = await quizOf(owner, quiz)

    expect(said(await reader.post('/api/progress/completed', { lesson: text }))).toEqual([
      403,
      'lessonLocked',
    ])
    expect(said(await reader.post('/api/attempts', { quiz: secret }))).toEqual([
      403,
      'lessonLocked',
    ])
    expect((await reader.get(`/api/lessons/${text}`)).status).toBe(404)
    expect((await reader.get(`/api/quizzes/${secret}`)).status).toBe(403)
    expect((await reader.get(`/learn/${WITH_QUIZ}/${text}`)).text).not.toContain('overcast sky')
  })

  it('completes no video by saying so, and grades no answer it did not offer', async () => {
    const student = await confirmedVisitor('aurora', newPerson('Olga Oak'))
    await buy(student, WITH_QUIZ)
    const { lessons } = await curriculum(student, WITH_QUIZ)
    const lesson = (kind: string) => lessons.find((one) => one.kind === kind)?.id ?? ''
    const quiz = await quizOf(student, lesson('quiz'))
    const attempt = await startAttempt(student, quiz)
    const path = `/api/attempts/${attempt.id}/submit`
    const [question] = attempt.questions
    const answers = { [question?.id ?? '']: ['nothing'] }

    for (const kind of ['video', 'quiz']) {
      const answer = await student.post('/api/progress/completed', { lesson: lesson(kind) })
      expect(said(answer)).toEqual([422, 'notCompletable'])
    }
    expect(said(await student.post(path, { answers }))).toEqual([422, 'answerUnknown'])
    expect(said(await student.post(path, { answers: { nothing: ['a'] } }))).toEqual([
      422,
      'answerUnknown',
    ])
    expect(said(await reader.post(path, { answers: {} }))).toEqual([404, 'notFound'])
    expect((await startAttempt(student, quiz)).id).toBe(attempt.id)
  })
})
