import type { Browser, Page } from 'playwright-core'

import type { Running } from './processes'

import { edgeServer } from '../edge/server'
import { make } from './admin'
import { launch, openedAt } from './browser'
import { eventually } from './eventually'
import { uploadedFilm } from './films'
import { untilHealthy } from './health'
import { preparedFilm } from './ladder'
import { environment, freePort, startWeb } from './platform'
import { play, plays } from './playing'
import { runSchool } from './runSchool'
import { wordsOf } from './words'

/** Length of the film, in seconds. */
const LENGTH = 96
const KEY = 'the key of the tokens'
const SECRET = 'what the network says to us'

const t = wordsOf('en')

let browser: Browser
let edge: Awaited<ReturnType<typeof edgeServer>>
let page: Page
let web: Running

/** Addresses that the page asks for, from its beginning. */
const asked: URL[] = []

/** One more server of the platform under test, whose films' segments come from a network. */
const serveWithEdge = async (port: number): Promise<void> => {
  edge = await edgeServer({ key: KEY, origin: port, provider: 'fastly', secret: SECRET })
  const env = {
    ...environment({ dns: await freePort(), port, url: process.env.E2E_DATABASE ?? '' }),
    STREAM_CDN_KEY: KEY,
    STREAM_CDN_PROVIDER: 'fastly',
    STREAM_CDN_SECRET: SECRET,
    STREAM_CDN_URL: edge.url,
    UPLOADS_DIR: process.env.E2E_UPLOADS,
  }
  web = startWeb({ env, port, title: 'edge-web' })
  await untilHealthy({ patience: 150_000, port })
}

beforeAll(async () => {
  browser = await launch()
  const { host, owner } = await runSchool('Edge School')
  const slug = `edge-${crypto.randomUUID().slice(0, 8)}`
  const media = await uploadedFilm(owner)
  const course = await make(owner, 'courses', { slug, _status: 'published', title: 'Far films' })
  const section = await make(owner, 'sections', { course, title: 'One' })
  const lesson = await make(owner, 'lessons', {
    _status: 'published',
    course,
    duration: LENGTH,
    kind: 'video',
    section,
    title: 'A long take',
    video: media,
  })
  await preparedFilm(media, LENGTH)
  const port = await freePort()
  await serveWithEdge(port)
  page = await openedAt(browser, {
    host: `${host.split(':')[0]}:${port}`,
    locale: 'en',
    member: owner,
    width: 1440,
  })
  page.on('request', (request) => asked.push(new URL(request.url())))
  await page.goto(`/learn/${slug}/${lesson}`)
}, 300_000)
afterAll(async () => {
  await browser.close()
  await web?.end()
  await edge?.close()
}, 60_000)

const segments = () => asked.filter(({ pathname }) => pathname.endsWith('.ts'))

it('plays a film whose segments come from the edge, its lists and keys from the school', async () => {
  await page.locator('video').waitFor()
  await play(page)
  await plays(page)

  expect(new Set(segments().map(({ origin }) => origin))).toEqual(new Set([edge.url]))
  const others = asked.filter(({ pathname }) => /\.m3u8$|\/key\/\d+$/.test(pathname))
  expect(others.length).toBeGreaterThan(2)
  expect(new Set(others.map(({ origin }) => origin))).toEqual(new Set([new URL(page.url()).origin]))
  expect(edge.state.asked.length).toBeGreaterThan(0)
}, 120_000)

it('goes on from the school where the edge fails', async () => {
  edge.state.isBroken = true
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 60
  })
  await plays(page, 60.5)

  await eventually(() =>
    Promise.resolve(
      segments().some(({ pathname }) => pathname.startsWith('/api/stream/')) || undefined,
    ),
  )
  expect(await page.getByText(t('learn.player.failed')).count()).toBe(0)
}, 120_000)
