import { newId } from '@/newId'

import type { Visitor } from './visitor'

import { checkout, confirmedVisitor, curriculum, newPerson, offerOf } from './buying'
import { send } from './http'
import { hostOf, port } from './place'
import { said } from './said'
import { quizOf } from './studying'
import { signedIn, visitor } from './visitor'

const COURSE = 'the-quiet-portrait'

let reader: Visitor
let owner: Visitor
let offer = ''

beforeAll(async () => {
  reader = await confirmedVisitor('aurora', newPerson('Nora Ness'))
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  offer = await offerOf(reader, COURSE)
})

const items = [{ offer: newId() }]

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
