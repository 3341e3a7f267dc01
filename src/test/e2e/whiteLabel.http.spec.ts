import { aurora } from '@/seed/schools/aurora'
import { ofek } from '@/seed/schools/ofek'

import type { Answer } from './http'
import type { Mail } from './outbox'
import type { Scene } from './pages'

import { crawl } from './crawl'
import { platformStaff } from './outbox'
import { prepareScene } from './pages'
import { visitor } from './visitor'

const SCHOOLS = [
  { place: 'aurora' as const, school: aurora },
  { place: 'ofek' as const, school: ofek },
]

/** The platform's own name, and that of what it is built on. */
const PLATFORM = /lectern|payload/i

/** What one would read in an answer: its headers, and its text with its comments and scripts. */
const wordsOf = ({ bytes, headers }: Answer): string =>
  `${JSON.stringify(headers)}\n${bytes.toString('latin1')}`

const traces = (answers: Iterable<[string, Answer]>): string[] =>
  [...answers].flatMap(([path, answer]) => {
    const found = new RegExp(`.{0,60}(?:${PLATFORM.source}).{0,60}`, 'i').exec(wordsOf(answer))

    return found ? [`${path}: ${found[0]}`] : []
  })

describe.each(SCHOOLS)('$place, read for a word of the platform', ({ place, school }) => {
  const reader = visitor(place)
  let scene: Scene

  beforeAll(async () => {
    scene = await prepareScene(place, school)
  }, 180_000)

  it('has none on any page that links lead to, nor in their headers', async () => {
    const { answers } = await crawl(reader, place)
    expect(answers.size).toBeGreaterThan(4)
    expect(traces(answers)).toEqual([])
  }, 180_000)

  it('has none where people sign in, buy and learn, or are refused', async () => {
    const { graduate, student } = scene.eyes
    const asked: [typeof reader, string][] = [
      ...[
        '/sign-in',
        '/sign-up',
        '/forgot',
        '/robots.txt',
        '/nothing-here',
        '/api/nothing',
        '/api/session',
      ].map((path): [typeof reader, string] => [reader, path]),
      [student, `/checkout?offer=${scene.other.offer}`],
      [student, `/pay/test/${scene.session}`],
      [student, `/orders/${scene.order}/thanks`],
      [student, '/dashboard'],
      [student, `/learn/${scene.slug}/${scene.lesson('text')}`],
      [graduate, `/certificates/${scene.serial}`],
    ]
    const answers = await Promise.all(
      asked.map(async ([one, path]): Promise<[string, Answer]> => [path, await one.get(path)]),
    )
    expect(traces(answers)).toEqual([])
  }, 180_000)

  it('has none in its manifest, its icons and its certificates', async () => {
    const manifest = await reader.get('/manifest.webmanifest')
    expect([manifest.status, manifest.headers['content-type']]).toEqual([
      200,
      'application/manifest+json',
    ])
    const { name, icons } = manifest.json<{
      icons: { sizes: string; src: string }[]
      name: string
    }>()
    expect(name).toBe(school.name)
    const answers: [string, Answer][] = [['manifest', manifest]]
    for (const { sizes, src } of [
      ...icons,
      { sizes: '180x180', src: '/icons/apple-touch-icon.png' },
    ]) {
      const icon = await reader.get(src)
      expect([icon.status, icon.headers['content-type']]).toEqual([200, 'image/png'])
      expect(`${icon.bytes.readUInt32BE(16)}x${icon.bytes.readUInt32BE(20)}`).toBe(sizes)
      answers.push([src, icon])
    }
    expect((await reader.get('/icons/constructor')).status).toBe(404)
    const favicon = await reader.get('/favicon.svg')
    answers.push(['favicon', favicon])
    const unasked = await reader.get('/favicon.ico')
    expect([unasked.status, unasked.headers['content-type'], unasked.text]).toEqual([
      200,
      'image/svg+xml',
      favicon.text,
    ])
    const pdf = await scene.eyes.graduate.get(`/certificates/${scene.serial}.pdf`)
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    answers.push(['certificate', pdf])
    expect(traces(answers)).toEqual([])
  }, 180_000)

  it('has none in the mails it sends', async () => {
    const staff = await platformStaff()
    const { mails } = (await staff.get('/api/outbox')).json<{ mails: Mail[] }>()
    const own = mails.filter((mail) => mail.school === school.name && mail.status === 'sent')
    expect(own.length).toBeGreaterThan(2)
    for (const { id } of own.slice(0, 8)) {
      const { mail } = (await staff.get(`/api/outbox/${id}`)).json<{ mail: Mail }>()
      expect(`${mail.subject} ${mail.html} ${mail.text}`).not.toMatch(PLATFORM)
    }
  }, 180_000)
})
