import { newPerson } from './buying'
import { hostOf, originOf } from './place'
import { headOf, raw, statusOf } from './raw'

/** What is limited by the address that it is sent to, with what it takes. */
const LIMITED: [path: string, body: object][] = [
  ['/api/tokens', { email: 'student@aurora.test', password: 'lectern-demo' }],
  ['/api/auth/sign-in/email', { email: 'student@aurora.test', password: 'lectern-demo' }],
  ['/api/auth/sign-up/email', newPerson('Lia Limit')],
  ['/api/auth/request-password-reset', { email: 'nobody@example.com', redirectTo: '/reset' }],
  ['/api/sign-in/mail', { email: 'nobody@example.com' }],
  ['/api/sign-in/mail/code', { code: '0000 0000' }],
  ['/api/checkout', { items: [] }],
]

const encoded = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`

/** The same address in other words, as one part of a server or another reads it. */
const spelled = (path: string): string[] => {
  const last = path.at(-1) ?? ''

  return [
    `http://${hostOf('aurora')}${path}`,
    `${path.slice(0, -1)}${encoded(last)}`,
    `${path.slice(0, -1)}%${encoded(last).replace('%', '25')}`,
    path.replace('/api', '/%61pi'),
    path.replaceAll('/', '//').slice(1),
    `/${path}`,
    path.replace('/api/', '/api/./'),
    path.replace('/api/', '/api/x/../'),
    path.replace('/api/', '/api/x/%2e%2e/'),
    path.replace('/api/', '/api%2f'),
    path.replace('/api/', '/api\\'),
    path.toUpperCase(),
    `${path}/`,
    `${path}%2f`,
    `${path}%20`,
    `${path};a=b`,
    `${path}?a=b`,
    `${path}%3Fa=b`,
    `/he${path}`,
    `/en${path}`,
  ]
}

/** What is said of an address that is not served, or is served elsewhere. */
const UNSERVED = [307, 308, 400, 403, 404, 405]

describe('what is limited', () => {
  it.each(LIMITED)('is counted however its address is written: %s', async (path, body) => {
    const said: string[] = []
    let counted = 0
    const text = JSON.stringify(body)
    for (const [at, target] of [path, ...spelled(path)].entries()) {
      const head = headOf(
        await raw(
          [
            `POST ${target} HTTP/1.1`,
            `Host: ${hostOf('aurora')}`,
            `Origin: ${originOf('aurora')}`,
            `X-Forwarded-For: 198.18.77.${at}`,
            'Content-Type: application/json',
            `Content-Length: ${Buffer.byteLength(text)}`,
          ],
          text,
        ),
      )
      const isCounted = /^ratelimit-policy:/im.test(head)
      counted += isCounted ? 1 : 0
      if (!isCounted && !UNSERVED.includes(statusOf(head))) {
        said.push(`${target}: ${statusOf(head)}`)
      }
    }

    expect(said).toEqual([])
    expect(counted).toBeGreaterThan(1)
  })
})
