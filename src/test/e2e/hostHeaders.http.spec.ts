import { confirmedVisitor, newPerson } from './buying'
import { linkIn, mailTo } from './outbox'
import { hostOf, originOf } from './place'
import { headOf, raw, statusOf } from './raw'
import { visitor } from './visitor'

const EVIL = 'evil.example'

const aurora = () => `Host: ${hostOf('aurora')}`

/** Whether an answer is one of the school's: it names the school. */
const isAurora = (answer: string): boolean => answer.includes('Aurora')

describe('a host that is not the school’s', () => {
  it.each([
    ['another one', EVIL],
    ['one behind a user’s name', `aurora.localhost@${EVIL}`],
    ['a school’s name before it', `aurora.localhost.${EVIL}`],
    ['nothing', ''],
    ['more than a name', `aurora.localhost/../${EVIL}`],
    ['two names', `aurora.localhost, ${EVIL}`],
    ['a line with a space', `aurora.localhost ${EVIL}`],
  ])('is answered with no school where Host is %s', async (_, host) => {
    const answer = await raw(['GET / HTTP/1.1', `Host: ${host}`])

    expect([400, 404]).toContain(statusOf(answer))
    expect(isAurora(answer)).toBe(false)
    expect(answer.toLowerCase()).not.toContain(EVIL)
  })

  it('is found in no page where the address in the first line says it, whose host is not asked', async () => {
    for (const path of ['/', '/courses', '/sign-in', '/admin', '/api/session']) {
      const answer = await raw([`GET http://${EVIL}${path} HTTP/1.1`, aurora()])

      expect([path, statusOf(answer) < 500]).toEqual([path, true])
      expect(answer.toLowerCase()).not.toContain(EVIL)
    }
    const other = await raw([`GET http://${hostOf('ofek')}/ HTTP/1.1`, aurora()])
    expect(other).not.toContain('Ofek')
  })

  it.each([
    [['Host: evil.example'], 'another behind it'],
    [['host: evil.example'], 'another in small letters'],
    [[`Host: ofek.localhost`], 'another school’s'],
    [[aurora()], 'the same once more'],
  ])('%j is refused: %s', async (second) => {
    for (const lines of [
      [aurora(), ...second],
      [...second, aurora()],
    ]) {
      const answer = await raw(['GET /sign-in HTTP/1.1', ...lines])

      expect(statusOf(answer)).toBe(400)
      expect(answer.toLowerCase()).not.toContain(EVIL)
      expect(isAurora(answer)).toBe(false)
    }
  })

  it.each([
    'Forwarded',
    'X-Forwarded-Host',
    'X-Forwarded-Server',
    'X-Host',
    'X-HTTP-Host-Override',
    'X-Original-Host',
    'X-Original-URL',
    'X-Rewrite-URL',
    'X-Middleware-Rewrite',
    'X-Matched-Path',
    'X-Invoke-Path',
    'X-Now-Route-Matches',
  ])('is found in no page where %s says it', async (name) => {
    const value =
      name === 'Forwarded' ? `host=${EVIL}` : /URL|Path|Rewrite/.test(name) ? `//${EVIL}/` : EVIL
    const mine = visitor('aurora')
    for (const path of ['/', '/courses', '/sign-in', '/sitemap.xml', '/robots.txt', '/admin']) {
      const { headers, status, text } = await mine.send({ headers: { [name]: value }, path })

      expect([path, status < 500]).toEqual([path, true])
      expect(`${path} ${JSON.stringify(headers)} ${text}`).not.toContain(EVIL)
      expect((await mine.get(path)).text).not.toContain(EVIL)
    }
  })

  it('leads by no header of Next’s own past the edge, into another school or a page inside', async () => {
    const inside = ['/platform/en', '/platform/en/outbox', '/s/x/en']
    for (const name of [
      'x-middleware-subrequest',
      'x-middleware-rewrite',
      'x-matched-path',
      'x-invoke-path',
    ]) {
      for (const path of inside) {
        const answer = await visitor('aurora').send({
          headers: {
            [name]: name.endsWith('subrequest')
              ? Array.from({ length: 5 }, () => 'src/proxy').join(':')
              : path,
          },
          path,
        })
        expect([name, path, [404, 307, 308].includes(answer.status)]).toEqual([name, path, true])
      }
    }
    const admin = await visitor('aurora').send({
      headers: {
        'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy',
      },
      path: '/admin',
    })
    expect(admin.status).toBe(307)
  })

  it('is in no mail, whatever the request that had it sent says of hosts', async () => {
    const person = newPerson('Hedda Host')
    await confirmedVisitor('aurora', person)
    const one = visitor('aurora')
    const headers = {
      Forwarded: `host=${EVIL};proto=https`,
      'X-Forwarded-Host': EVIL,
      'X-Forwarded-Port': '8443',
      'X-Forwarded-Proto': 'https',
    }
    const elsewhere = await one.send({
      body: { email: person.email, redirectTo: `https://${EVIL}/` },
      headers,
      method: 'POST',
      path: '/api/auth/request-password-reset',
    })
    expect(elsewhere.status).toBe(403)
    const asked = await one.send({
      body: { email: person.email, redirectTo: '/reset' },
      headers,
      method: 'POST',
      path: '/api/auth/request-password-reset',
    })
    expect(asked.status).toBe(200)
    const reset = await mailTo(person.email, 'reset')

    expect(linkIn(reset, 'reset').startsWith(originOf('aurora'))).toBe(true)
    expect(`${reset.html} ${reset.text}`).not.toContain(EVIL)

    const byMail = await one.send({
      body: { email: person.email, next: `https://${EVIL}/` },
      headers,
      method: 'POST',
      path: '/api/sign-in/mail',
    })
    expect(byMail.status).toBe(200)
    const link = await mailTo(person.email, 'signInLink')
    expect(linkIn(link, 'sign-in-link').startsWith(originOf('aurora'))).toBe(true)
    expect(`${link.html} ${link.text}`).not.toContain(EVIL)
  })
})

describe('a line end in an address', () => {
  it.each([
    '/sign-in?next=%0d%0aSet-Cookie:%20stolen=1',
    '/%0d%0aSet-Cookie:%20stolen=1',
    '/admin/%0d%0aSet-Cookie:%20stolen=1',
    '/courses?q=%0d%0aSet-Cookie:%20stolen=1',
    '/api/auth/verify-email?token=x&callbackURL=/%0d%0aSet-Cookie:%20stolen=1',
    '/api/learn/files/%0d%0aSet-Cookie:%20stolen=1',
    '/he/%E5%98%8D%E5%98%8ASet-Cookie:%20stolen=1',
    '/certificates/a%0d%0aSet-Cookie:%20stolen=1.pdf',
  ])('begins no header: %s', async (path) => {
    const head = headOf(await raw([`GET ${path} HTTP/1.1`, aurora()]))

    expect(statusOf(head)).toBeLessThan(500)
    expect(head).not.toMatch(/^set-cookie:.*stolen/im)
  })

  it('nor in a header: such a request is refused', async () => {
    const head = headOf(
      await raw(['GET / HTTP/1.1', aurora(), 'Cookie: a=1\nX-Forwarded-For: 127.0.0.1\r\u0001']),
    )

    expect(statusOf(head)).toBe(400)
  })
})

describe('a request within a request', () => {
  const inner = () =>
    `GET /robots.txt HTTP/1.1\r\n${aurora()}\r\n\r\nGET /robots.txt HTTP/1.1\r\n${aurora()}\r\n\r\n`

  it.each([
    ['two lengths that differ', ['Content-Length: 5', 'Content-Length: 90']],
    ['a length and pieces', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
    ['pieces of another sort', ['Transfer-Encoding: xchunked']],
    ['pieces, said twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']],
    ['a length that is no number', ['Content-Length: +5']],
    ['a space before the colon', ['Content-Length : 5']],
  ])('is refused whole: %s', async (_, lines) => {
    const answer = await raw(
      ['POST /api/session HTTP/1.1', aurora(), `Origin: ${originOf('aurora')}`, ...lines],
      inner(),
    )

    expect(statusOf(answer)).toBe(400)
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toHaveLength(1)
  })
})

describe('a way up', () => {
  const UP = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..%5c', '..%252f', '....//', '..;/']

  it.each([
    '/',
    '/api/media/file/',
    '/api/files/',
    '/api/learn/files/',
    '/api/assignments/files/',
    '/api/film-captions/',
    '/api/transfers/files/',
    '/certificates/',
    '/invoices/',
    '/media/',
    '/streams/',
    '/_next/static/',
    '/_next/image?url=/',
  ])('below %s leads to no file of the machine', async (start) => {
    for (const up of UP) {
      for (const file of ['etc/passwd', 'package.json', '.env']) {
        const answer = await raw([`GET ${start}${up.repeat(8)}${file} HTTP/1.1`, aurora()])

        expect(statusOf(answer)).toBeLessThan(500)
        expect(answer).not.toMatch(/root:x:0|"dependencies"|LECTERN_SECRET/)
      }
    }
  })
})
