import type { Browser, Page } from 'playwright-core'

import pg from 'pg'

import { aurora } from '@/seed/schools/aurora'

import type { Eyes, Scene } from './pages'
import type { Visitor } from './visitor'

import { launch, opened } from './browser'
import { install, type Installation } from './installation'
import { prepareScene, SIGHTS } from './pages'
import { freePort } from './platform'
import { signedIn, visitor } from './visitor'

/*
 * Every text that the database holds and that a program does not read is made hostile, past every check of what people
 * send: no page, feed or desk makes anything of it but text (OWASP ASVS 4.0.3, 5.3.3).
 */

/** Ends what it may stand in, and runs wherever it is taken for markup. */
const MARKUP = `"'></title></script><img src=x onerror=hostile()><svg onload=hostile()><script>hostile()</script>`

/** What a link would run. */
const LINK = 'javascript:hostile()//'

/** Ends of names of columns that programs read: what they hold is of a kind, a name or a number of ours. */
const MACHINE =
  /(?:^|_)(?:account|accent|address|agent|after|announced|assertion|before|category|channel|checksum|class|code|collection|country|currency|customer|day|device|digest|document|domains|email|event|external_id|fact|failure|file_key|filename|fingerprint|hash|holder|host|id|image|invoice|issuer|job|key|kind|language|locale|made|merchant|model|multipart|needs|number|occasion|operation|order|origin|outcome|page|path|payment|phone|place|plan|playback|prefix|previous|provider|proved|range|rate|region|result|role|roles|run|runner|salt|sealed|secret|section|serial|session|slug|socials|source|standing|state|status|subscription|template|time_zone|to|token|transaction|type|u_r_l|url|use|value|version|video|viewer|visitor|wanted|zone)$/

let browser: Browser
let database: pg.Client
let installation: Installation
let owner: Visitor
let scene: Scene

/** Columns of the database of a kind, those of the platform's own tables left out. */
const columns = async (kinds: string[]): Promise<{ column: string; table: string }[]> => {
  const { rows } = await database.query<{ column: string; table: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and data_type = any($1) and table_name !~ '^(auth_|lectern_|payload_|audit_)'`,
    [kinds],
  )

  return rows
}

/** The same with what people wrote in it made hostile: every text of several words, or under a name for texts, and every link. */
const hostileIn = (value: unknown, name = ''): unknown => {
  if (Array.isArray(value)) {
    return value.map((one) => hostileIn(one, name))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hostileIn(one, key)]))
  }
  if (typeof value !== 'string') {
    return value
  }
  if (/^(?:href|link|url)$/i.test(name)) {
    return `${LINK}${value}`
  }

  return /\s/.test(value) || /^(?:caption|heading|label|lead|name|text|title)$/.test(name)
    ? `${value}${MARKUP}`
    : value
}

/** Changes what the database lets be changed, and tells where it did. */
const plant = async (): Promise<string[]> => {
  const planted: string[] = []
  const change = async (name: string, text: string, values: unknown[]) => {
    const { rowCount } = await database.query(text, values).catch(() => ({ rowCount: 0 }))
    planted.push(...(rowCount ? [name] : []))
  }
  for (const { column, table } of await columns(['character varying', 'text'])) {
    if (!MACHINE.test(column)) {
      await change(
        `${table}.${column}`,
        `update "${table}" set "${column}" = "${column}" || $1 where "${column}" is not null`,
        [MARKUP],
      )
    }
  }
  for (const { column, table } of await columns(['jsonb'])) {
    const { rows } = await database.query<{ at: string; value: unknown }>(
      `select ctid::text as at, "${column}" as value from "${table}" where "${column}" is not null`,
    )
    for (const { at, value } of rows) {
      await change(
        `${table}.${column}`,
        `update "${table}" set "${column}" = $1::jsonb where ctid = $2::tid and "${column}" <> $1::jsonb`,
        [JSON.stringify(hostileIn(value)), at],
      )
    }
  }

  return [...new Set(planted)]
}

beforeAll(async () => {
  const port = await freePort()
  installation = await install({ name: 'hostile-texts', ports: [port] })
  process.env.E2E_PORT = String(port)
  database = new pg.Client({ connectionString: installation.env.DATABASE_URL })
  await database.connect()
  browser = await launch()
  scene = await prepareScene('aurora', aurora)
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const planted = await plant()
  expect(planted).toEqual(
    expect.arrayContaining(['courses.title', 'users.name', 'lessons.body', 'pages.layout']),
  )
}, 420_000)

afterAll(async () => {
  await browser?.close()
  await database?.end()
  await installation?.end()
}, 60_000)

/** What is live of a page: what ran, what a policy kept from running, and elements that would run. */
const watching = async (page: Page): Promise<string[]> => {
  const live: string[] = []
  await page.exposeFunction('hostile', () => live.push(`${page.url()}: ran`))
  await page.exposeFunction('tellRefused', (said: string) => live.push(`${page.url()}: ${said}`))
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) => {
    if (event.sample.includes('hostile') || event.blockedURI === 'inline') tellRefused(event.effectiveDirective + ' ' + event.sample)
  })`)

  return live
}

/** Elements that hold what runs; texts of scripts are judged by what ran, and what React puts in place of such a link runs nothing. */
const LIVE = `[...document.querySelectorAll('*')].flatMap((one) => [...one.attributes]
  .filter(({ name, value }) => (name.startsWith('on') && value.includes('hostile')) || (/^(href|src|action|formaction|data)$/.test(name) && /^\\s*javascript:(?!throw new Error\\('React has blocked)/i.test(value)))
  .map(({ name, value }) => one.outerHTML.slice(0, 200) + ' [' + name + ']'))`

const liveIn = async (page: Page): Promise<string[]> =>
  (await page.evaluate<string[]>(LIVE)).map((one) => `${page.url()}: ${one}`)

const EYES: Eyes[] = ['visitor', 'newcomer', 'student', 'graduate']

it.each(EYES)(
  'are text and nothing else in every page, with the eyes of a %s',
  async (eyes) => {
    const member = eyes === 'visitor' ? visitor('aurora') : scene.eyes[eyes]
    const page = await opened(browser, { member, place: 'aurora' })
    const live = await watching(page)
    const failed: string[] = []
    let shown = 0
    for (const sight of SIGHTS.filter(
      ({ eyes: whose = 'visitor', platform, then }) => !platform && !then && whose === eyes,
    )) {
      const answer = await page.goto(sight.path(scene), { waitUntil: 'networkidle' })
      live.push(...(await liveIn(page)))
      shown += (await page.content()).includes('hostile()') ? 1 : 0
      failed.push(...((answer?.status() ?? 500) >= 500 ? [sight.name] : []))
    }
    await page.context().close()

    expect(live).toEqual([])
    expect(failed).toEqual([])
    expect(shown).toBeGreaterThan(2)
  },
  300_000,
)

/** Desks, lists and editors in which staff read what others wrote. */
const ADMIN = [
  '/admin',
  ...[
    'assignments',
    'bank-questions',
    'certificates',
    'comments',
    'courses',
    'instructors',
    'lessons',
    'media',
    'orders',
    'pages',
    'posts',
    'reviews',
    'users',
  ].map((slug) => `/admin/collections/${slug}`),
]

it('are text and nothing else in lists and editors of the admin', async () => {
  const page = await opened(browser, { member: owner, place: 'aurora' })
  const live = await watching(page)
  let shown = 0
  for (const path of ADMIN) {
    await page.goto(path, { waitUntil: 'networkidle' })
    live.push(...(await liveIn(page)))
    shown += (await page.content()).includes('hostile()') ? 1 : 0
    const [first] = await page
      .locator(`a[href^="${path}/"]`)
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => /[0-9a-f-]{36}$/.test(href)),
      )
    if (first) {
      await page.goto(first, { waitUntil: 'networkidle' })
      live.push(...(await liveIn(page)))
    }
  }
  await page.context().close()

  expect(live).toEqual([])
  expect(shown).toBeGreaterThan(5)
}, 420_000)

it('are text and nothing else in what programs read of a school', async () => {
  const found: string[] = []
  for (const path of ['/addresses.xml', '/robots.txt', '/app.webmanifest', '/favicon.svg']) {
    const { headers, status, text } = await visitor('aurora').get(path)
    const isMarkup = /xml|html/.test(headers['content-type'] ?? '') && /<[^>]*hostile/.test(text)
    found.push(...(status !== 200 || isMarkup ? [`${path} ${status}`] : []))
  }

  expect(found).toEqual([])
})
