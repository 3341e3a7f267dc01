import { randomUUID } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import type { Answer } from './http'
import type { Visitor } from './visitor'

import { eventually } from './eventually'
import { ownSchool } from './ownSchool'
import { hostOf, originOf } from './place'
import { signedIn, visitor } from './visitor'
import { wordsOf } from './words'

const FRESH = 'public, max-age=0, must-revalidate'

/** What the front adds to a page it keeps. */
const isKept = ({ headers }: Answer) => String(headers.etag).startsWith('W/')

/** A page once the front keeps it. */
const kept = (one: Visitor, path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  eventually(async () => {
    const answer = await one.send({ headers, path })

    return isKept(answer) && answer
  })

describe('a public page', () => {
  it('is kept in memory as Next rendered it, with the same headers', async () => {
    const first = await visitor('aurora').get('/courses')
    const page = await kept(visitor('aurora'), '/courses')

    expect(page.status).toBe(200)
    expect(page.text).toBe(first.text)
    expect(page.headers['cache-control']).toBe(FRESH)
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(page.headers['content-length']).toBe(String(page.bytes.length))
  })

  it('comes in the encoding that is asked for', async () => {
    const page = await kept(visitor('aurora'), '/courses')
    const br = await kept(visitor('aurora'), '/courses', { 'accept-encoding': 'gzip, br' })
    const zipped = await kept(visitor('aurora'), '/courses', { 'accept-encoding': 'gzip' })

    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.bytes).toString()).toBe(page.text)
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.bytes).toString()).toBe(page.text)
    expect(br.bytes.length).toBeLessThan(page.bytes.length / 4)
  })

  it('that is not there says so in the language of its address, without any script', async () => {
    const page = await visitor('aurora').get('/he/nowhere')

    expect(page.status).toBe(404)
    expect(page.text).toContain('<html dir="rtl" lang="he"')
    expect(page.text).toContain(wordsOf('he')('pages.notFoundTitle'))
    expect(page.text).not.toContain('__next_f')
  })

  it('is not sent again to whoever has it', async () => {
    const { headers } = await kept(visitor('aurora'), '/courses')
    const again = await visitor('aurora').send({
      headers: { 'if-none-match': String(headers.etag) },
      path: '/courses',
    })

    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('is the school’s and the reader’s language’s own', async () => {
    const english = await kept(visitor('aurora'), '/')
    const russian = await kept(visitor('aurora'), '/', { cookie: 'locale=ru' })
    const other = await kept(visitor('ofek'), '/')

    expect(english.text).toContain('<html dir="ltr" lang="en"')
    expect(russian.text).toContain('<html dir="ltr" lang="ru"')
    expect(other.text).toContain('<html dir="rtl" lang="he"')
  })

  it('is new at once for everybody when the school changes it', async () => {
    const school = await ownSchool('Aurora before')
    const has = async (name: string) => {
      const answer = await school.get('/courses')

      return answer.text.includes(name) && answer
    }
    await eventually(async () => isKept(await school.get('/courses')))
    await school.change({ name: 'Aurora after' })
    const fresh = await eventually(() => has('Aurora after'))

    expect(fresh.headers['cache-control']).toBe(FRESH)
    expect(fresh.text).not.toContain('Aurora before')
    expect(await has('Aurora before')).toBe(false)
  })

  it('is never kept where it is a person’s own, a refusal, or a draft being looked at', async () => {
    const student = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
    for (const path of ['/dashboard', '/nothing-here', '/sign-in']) {
      await student.get(path)
      const again = await student.get(path)
      expect([path, isKept(again) && again.status !== 200]).toEqual([path, false])
    }
    expect(isKept(await student.get('/dashboard'))).toBe(false)
    await kept(student, '/')
    const draft = await student.send({ headers: { cookie: '__prerender_bypass=x' }, path: '/' })
    expect(isKept(draft)).toBe(false)
  })
})

describe('a report of what was watched, answered before Next', () => {
  const path = '/api/progress/watched'

  it('is refused to strangers, other origins and unknown hosts as everything else', async () => {
    const student = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
    const answers = [
      await visitor('aurora').post(path),
      await student.send({ body: {}, headers: { origin: '' }, method: 'POST', path }),
      await student.send({
        body: {},
        headers: { origin: `http://${hostOf('ofek')}` },
        method: 'POST',
        path,
      }),
      await student.send({ body: {}, headers: { host: 'nobody.test' }, method: 'POST', path }),
      await student.send({ body: 'x'.repeat(600_000), method: 'POST', path }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 404, 413])
    expect(answers[0]?.headers['x-content-type-options']).toBe('nosniff')
  })

  it('is refused once the session has ended, though its cookie is whole', async () => {
    const student = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
    const cookie = [...student.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const report = { lesson: randomUUID(), position: 1, spans: [[0, 1]] }
    const before = await student.post(path, report)
    await student.post('/api/auth/sign-out')
    const after = await student.send({
      body: report,
      headers: { cookie, origin: originOf('aurora') },
      method: 'POST',
      path,
    })

    expect([before.status, after.status]).toEqual([404, 401])
  })

  it('is answered alike with a query, by way of Next', async () => {
    const student = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
    const straight = await student.post(path, { lesson: 'x' })
    const around = await student.post(`${path}?way=round`, { lesson: 'x' })

    expect(straight.status).toBe(400)
    expect(around.json()).toEqual(straight.json())
  })
})
