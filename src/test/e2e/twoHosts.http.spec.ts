import type { Answer } from './http'
import type { Visitor } from './visitor'

import { hostOf } from './place'
import { signedIn, visitor } from './visitor'

/** Pages that two schools have under the same address: kept, shared by their readers, or rendered for one. */
const PATHS = [
  '/',
  '/courses',
  '/sign-in',
  '/about',
  '/dashboard',
  '/account',
  '/cart',
  '/robots.txt',
  '/manifest.webmanifest',
  '/sitemap.xml',
  '/api/session',
  '/api/courses?depth=0',
]

let aurora: Visitor[]
let ofek: Visitor[]

beforeAll(async () => {
  aurora = [visitor('aurora'), await signedIn({ email: 'student@aurora.test', place: 'aurora' })]
  ofek = [visitor('ofek'), await signedIn({ email: 'student@ofek.test', place: 'ofek' })]
}, 120_000)

/** What an answer says of the school that it is not of. */
const strange = ({ headers, text }: Answer, other: 'aurora' | 'ofek'): boolean =>
  `${JSON.stringify(headers)} ${text}`.includes(hostOf(other)) ||
  text.includes(`owner@${other}.test`)

it('gives at each host its own school’s pages, asked for at once and again', async () => {
  const wrong: string[] = []
  for (const path of PATHS) {
    const asked = [...aurora, ...ofek, ...aurora, ...ofek]
    const answers = await Promise.all(asked.map((one) => one.get(path)))
    const bodies = { aurora: new Set<string>(), ofek: new Set<string>() }
    answers.forEach((answer, nth) => {
      const own = aurora.includes(asked[nth] as Visitor) ? 'aurora' : 'ofek'
      bodies[own].add(answer.text)
      if (answer.status >= 500 || strange(answer, own === 'aurora' ? 'ofek' : 'aurora')) {
        wrong.push(`${path} at ${own}: ${answer.status}`)
      }
    })
    const shared = [...bodies.aurora].filter((one) => one.length > 200 && bodies.ofek.has(one))
    wrong.push(...shared.map(() => `${path}: the same page at both`))
  }

  expect(wrong).toEqual([])
}, 120_000)

it('gives no file, document or lesson of a school at the other’s host', async () => {
  const [, student] = aurora
  const [visitorThere, studentThere] = ofek
  const media = (await student?.get('/api/media?depth=0&limit=5'))?.json<{
    docs: { url: string }[]
  }>()
  const paths = [
    ...(media?.docs ?? []).map(({ url }) => url),
    '/courses/seeing-light',
    '/learn/seeing-light',
  ]
  for (const path of paths) {
    for (const one of [visitorThere, studentThere]) {
      const { status, text } = (await one?.get(path)) ?? { status: 0, text: '' }
      expect([path, [307, 308, 401, 403, 404].includes(status)]).toEqual([path, true])
      expect(text).not.toContain('Seeing Light')
    }
  }
})
