import type { Visitor } from './visitor'

import { confirmedVisitor, newPerson } from './buying'
import { mailTo } from './outbox'
import { hostOf, originOf } from './place'
import { headOf, raw, statusOf } from './raw'
import { signedIn, visitor } from './visitor'

const EVIL = 'evil.example'

/** Addresses that one browser or another takes for a page of `evil.example`, or for a script. */
const ELSEWHERE = [
  `//${EVIL}`,
  `///${EVIL}`,
  `////${EVIL}/..`,
  `/\\${EVIL}`,
  `\\\\${EVIL}`,
  `/\\/${EVIL}`,
  `/%09/${EVIL}`,
  `/\t/${EVIL}`,
  `/%5c${EVIL}`,
  `/x/..//${EVIL}`,
  `/.//${EVIL}`,
  `https:${EVIL}`,
  `https://${EVIL}`,
  `HTTPS://${EVIL}`,
  `%68ttps://${EVIL}`,
  `javascript:alert(1)`,
  `data:text/html,<script>alert(1)</script>`,
  `/\u2028/${EVIL}`,
  `//aurora.localhost@${EVIL}/`,
  `//${EVIL}#@aurora.localhost/`,
  ` //${EVIL}`,
]

/** Whether a redirect stays at the school; no redirect does. */
const staysHome = (location: string | undefined): boolean =>
  location === undefined || new URL(location, originOf('aurora')).host === hostOf('aurora')

/** Addresses in a page that lead to the other site: of links, forms, pictures, and redirects of the document. */
const ledAway = (html: string): string[] =>
  html.match(
    new RegExp(`(?:href|action|formaction|src|content)="[^"]*(?:/|\\\\)${EVIL}[^"]*"`, 'gi'),
  ) ?? []

let student: Visitor

beforeAll(async () => {
  student = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
})

describe('an address that leads elsewhere', () => {
  /** Every page and endpoint that reads where to go next. */
  const readers = (to: string): string[] => {
    const next = encodeURIComponent(to)

    return [
      `/sign-in?next=${next}`,
      `/sign-up?next=${next}`,
      `/forgot?next=${next}`,
      `/reset?token=x&next=${next}`,
      `/confirm?done=1&next=${next}`,
      `/confirm?next=${next}`,
      `/sign-in-link?token=x&next=${next}`,
      `/admin/login?redirect=${next}`,
      `/api/auth/verify-email?token=x&callbackURL=${next}`,
      `/api/auth/reset-password/x?callbackURL=${next}`,
      `/api/auth/delete-user/callback?token=x&callbackURL=${next}`,
      `/he/sign-in?next=${next}`,
    ]
  }

  it('is followed by no redirect, and written into no link, before or after signing in', async () => {
    const wrong: string[] = []
    for (const one of [visitor('aurora'), student]) {
      for (const to of ELSEWHERE) {
        for (const path of readers(to)) {
          const { headers, status, text } = await one.get(path)
          if (status >= 500 || !staysHome(headers.location) || ledAway(text).length > 0) {
            wrong.push(`${path}: ${status} ${headers.location ?? ''} ${ledAway(text).join(' ')}`)
          }
        }
      }
    }

    expect(wrong).toEqual([])
  }, 300_000)

  it('is not where a mail’s link leads, whichever mail', async () => {
    const person = newPerson('Rhea Redirect')
    await confirmedVisitor('aurora', person)
    for (const to of [`//${EVIL}`, `/\\${EVIL}`, `https://${EVIL}`, `/x/..//${EVIL}`]) {
      const one = visitor('aurora')
      for (const [path, body] of [
        ['/api/auth/request-password-reset', { email: person.email, redirectTo: to }],
        ['/api/auth/send-verification-email', { callbackURL: to, email: person.email }],
        ['/api/auth/sign-up/email', { ...person, callbackURL: to, email: newPerson('x').email }],
      ] as const) {
        const { status } = await one.post(path, body)
        expect([path, to, status < 500]).toEqual([path, to, true])
      }
    }
    const { status } = await visitor('aurora').post('/api/sign-in/mail', {
      email: person.email,
      next: `//${EVIL}`,
    })
    expect(status).toBe(200)
    const { html, text } = await mailTo(person.email, 'signInLink')
    expect(`${html} ${text}`).not.toContain(EVIL)
  })

  it('is not what a path with two slashes is led to', async () => {
    const wrong: string[] = []
    for (const host of [hostOf('aurora'), `localhost:${hostOf('aurora').split(':')[1] ?? ''}`]) {
      for (const path of [
        `//${EVIL}/`,
        `//${EVIL}/..`,
        `//${EVIL}/%2f..`,
        `/\\${EVIL}/`,
        `//${EVIL}/%2e%2e`,
        `/he//${EVIL}/`,
        `/he/%2f${EVIL}/`,
        `//admin/`,
        `/courses//${EVIL}/`,
        `/%2f%2f${EVIL}/`,
      ]) {
        const head = headOf(await raw([`GET ${path} HTTP/1.1`, `Host: ${host}`]))
        const location = /^location: *(\S+)/im.exec(head)?.[1]
        const isHome =
          location === undefined ||
          [host, hostOf('aurora')].includes(new URL(location, `http://${host}`).host)
        if (!(statusOf(head) < 500) || !isHome) {
          wrong.push(`${host}${path}: ${statusOf(head)} ${location ?? ''}`)
        }
      }
    }

    expect(wrong).toEqual([])
  })
})
