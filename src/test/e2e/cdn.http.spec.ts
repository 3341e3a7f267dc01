import { readFileSync } from 'node:fs'

import { cachingProxy, type CachingProxy } from './cachingProxy'
import { eventually } from './eventually'
import { send, type Answer } from './http'
import { install, memberAt, type Installation } from './installation'
import { freePort } from './platform'

const IMMUTABLE = 'public, max-age=31536000, immutable'
const COURSE = '/courses/seeing-light'

let cdn: CachingProxy
let cdnPort: number
let installation: Installation
let port: number

beforeAll(async () => {
  port = await freePort()
  cdnPort = await freePort()
  cdn = await cachingProxy({ origin: port, port: cdnPort, token: 'secret' })
  installation = await install({
    name: 'cdn',
    ports: [port],
    settings: {
      CDN_API_BASE: `http://127.0.0.1:${cdnPort}`,
      CDN_PROVIDER: 'fastly',
      CDN_TOKEN: 'secret',
      CDN_URL: `http://127.0.0.1:${cdnPort}`,
      CDN_ZONE: 'service-1',
    },
  })
}, 300_000)

afterAll(async () => {
  await installation?.end()
  await cdn?.end()
}, 180_000)

const page = (path = COURSE): Promise<Answer> =>
  send({ host: `aurora.localhost:${port}`, path, port })

/** An address of the CDN, asked there. */
const through = (address: string): Promise<Answer> => {
  const { host, pathname, search } = new URL(address)
  expect(host).toBe(`127.0.0.1:${cdnPort}`)

  return send({ host, path: `${pathname}${search}`, port: cdnPort })
}

/** The addresses of the CDN in a page that contain a text. */
const addressesIn = ({ text }: Answer, part: string): string[] => [
  ...new Set(
    [...text.matchAll(/http:\/\/127\.0\.0\.1:\d+[^\s"'\\,)]+/g)]
      .map(([address]) => address.replaceAll('&amp;', '&'))
      .filter((address) => address.includes(part)),
  ),
]

it('brings scripts, styles, fonts and covers through the CDN, which may keep them for good', async () => {
  const answer = await page()
  const media = addressesIn(answer, '/api/media/file/')
  const statics = addressesIn(answer, '/_next/static/')
  expect(media.length).toBeGreaterThan(0)
  expect(statics.some((address) => address.endsWith('.js'))).toBe(true)
  expect(statics.some((address) => address.endsWith('.css'))).toBe(true)

  for (const address of [...media.slice(0, 3), ...statics.slice(0, 5)]) {
    const first = await through(address)
    const again = await through(address)
    expect([address, first.status, again.headers['x-cache']]).toEqual([address, 200, 'HIT'])
    expect(first.headers['cache-control']).toBe(IMMUTABLE)
    expect(again.bytes.equals(first.bytes)).toBe(true)
  }
}, 180_000)

it('lets pages of every school use the fonts', async () => {
  const [style = ''] = addressesIn(await page(), '.css')
  expect((await through(style)).headers['access-control-allow-origin']).toBe('*')
})

it('gives a changed file another address, and has the CDN drop what it kept', async () => {
  const owner = await memberAt({ email: 'owner@aurora.test', port, school: 'aurora' })
  const [before = ''] = addressesIn(await page(), 'cover-waves')
  await through(before)
  const name = decodeURIComponent(new URL(before).pathname.split('/').at(-1) ?? '')
  const { docs } = (
    await owner('GET', '/api/media?depth=0&where[filename][contains]=cover-waves')
  ).json<{ docs: { id: string }[] }>()
  expect(name).toContain('cover-waves')

  await owner('PATCH', `/api/media/${docs[0]?.id}`, { alt: 'Waves, drawn by hand' })
  await eventually(() =>
    Promise.resolve([...cdn.kept.keys()].every((path) => !path.includes(name))),
  )
  const after = await eventually(async () => {
    const [address = ''] = addressesIn(await page(), 'cover-waves')

    return address !== before && address
  })
  expect((await through(after)).headers['cache-control']).toBe(IMMUTABLE)

  await owner('PATCH', `/api/media/${docs[0]?.id}`, { isPublic: false })
  await eventually(async () => (await through(after)).status === 404)
}, 180_000)

it('gives nobody a file that is not everybody’s, and keeps none', async () => {
  const owner = await memberAt({ email: 'owner@aurora.test', port, school: 'aurora' })
  const { docs } = (
    await owner('GET', '/api/media?depth=0&where[mimeType][equals]=video/mp4')
  ).json<{
    docs: { filename: string; tenant: string; updatedAt: string; url: string }[]
  }>()
  const [film] = docs
  const path = `/api/media/file/${film?.filename}?prefix=${film?.tenant}&v=${Date.parse(film?.updatedAt ?? '')}`

  expect(film?.url).not.toContain('127.0.0.1')
  const answer = await through(`http://127.0.0.1:${cdnPort}${path}`)
  expect([answer.status, answer.headers['x-cache']]).toEqual([404, 'MISS'])
  expect(cdn.kept.has(path)).toBe(false)
  const own = await owner('GET', path)
  expect([own.status, own.headers['cache-control']]).toEqual([200, 'private, no-cache'])
  expect(own.bytes.length).toBe(readFileSync('media/seed/lesson-1.mp4').length)
})

it('serves a school’s files by its id on the platform’s host alone', async () => {
  const [cover = ''] = addressesIn(await page('/courses'), '/api/media/file/')
  const { pathname, search } = new URL(cover)
  const elsewhere = await send({
    host: `ofek.localhost:${port}`,
    path: `${pathname}${search}`,
    port,
  })
  expect(elsewhere.status).toBe(404)
})
