import type { Finished } from './finished'

import { checkoutPath } from '@/domain/commerce/paths'

import { checkout } from './buying'
import { eventually } from './eventually'
import { finishedCourse } from './finished'
import { headOf } from './head'
import { visitorAt, type Visitor } from './visitor'

/*
 * A course that its school takes from its shelves: visitors find no trace of it, and those who have it
 * keep all of it.
 */

let here: Finished
let stranger: Visitor
const page = () => `/courses/${here.slug}`

beforeAll(async () => {
  here = await finishedCourse({ name: 'Ada Early', title: 'Light of yesterday' })
  stranger = visitorAt(here.school.host)
  await eventually(async () => (await stranger.get('/courses')).text.includes(here.title))
  await eventually(async () => (await stranger.get('/sitemap.xml')).text.includes(here.slug))
  expect((await stranger.get(page())).status).toBe(200)
  const { status } = await here.owner.patch(`/api/courses/${here.course}`, { _status: 'draft' })
  expect(status).toBe(200)
}, 180_000)

describe('a course taken back', () => {
  it('is found by visitors nowhere: page, card, catalog, front page, search, sitemap', async () => {
    await eventually(async () => (await stranger.get(page())).status === 404)
    for (const path of ['/', '/courses', '/about', '/sitemap.xml', '/he/courses']) {
      await eventually(async () => !(await stranger.get(path)).text.includes(here.title))
      expect([path, (await stranger.get(path)).text.includes(here.slug)]).toEqual([path, false])
    }
    expect((await stranger.get(`/courses?q=${encodeURIComponent(here.title)}`)).text).not.toContain(
      page(),
    )
    expect((await stranger.get(`${page()}/card.png`)).status).toBe(404)
    expect(
      (await stranger.get(`/api/courses?where[slug][equals]=${here.slug}`)).json(),
    ).toMatchObject({
      totalDocs: 0,
    })
  })

  it('cannot be bought, and the checkout names it no more', async () => {
    const answer = await checkout(stranger, here.offer)
    const bought = await checkout(here.reader, here.offer)
    const opened = await stranger.get(checkoutPath({ offers: [here.offer] }))

    expect([answer.status, bought.status, bought.json().code]).toEqual([401, 422, 'notForSale'])
    expect([opened.status, opened.text.includes(here.title)]).toEqual([200, false])
  })

  it('opens nothing to strangers, the free lesson neither', async () => {
    for (const path of [`/learn/${here.slug}`, `/learn/${here.slug}/${here.lesson}`]) {
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404])
    }
    expect((await stranger.get(`/api/learn/${here.slug}`)).status).toBe(404)
  })

  it('stays whole for whoever has it: dashboard, lesson, orders, certificate', async () => {
    const { reader, serial, title } = here
    const first = await reader.get(`/learn/${here.slug}`)
    const lesson = await reader.get(`/learn/${here.slug}/${here.lesson}`)
    const dashboard = await reader.get('/dashboard')
    const certificate = await stranger.get(`/certificates/${serial}`)

    expect([200, 307, 308]).toContain(first.status)
    expect([lesson.status, lesson.text.includes('The one lesson')]).toEqual([200, true])
    expect((await reader.post('/api/progress/completed', { lesson: here.lesson })).status).toBe(200)
    expect(dashboard.text).toContain(title)
    expect((await reader.get('/account/orders')).text).toContain(title)
    expect((await reader.get(`/api/orders?depth=0`)).json()).toMatchObject({ totalDocs: 1 })
    expect([certificate.status, certificate.text.includes(title)]).toEqual([200, true])
    expect((await stranger.get(`/certificates/${serial}.pdf`)).status).toBe(200)
  })

  it('leads nobody who has it to the page that is gone', async () => {
    const pages = [
      '/dashboard',
      '/account/orders',
      `/learn/${here.slug}/${here.lesson}`,
      `/certificates/${here.serial}`,
    ]
    for (const path of pages) {
      const { text } = await here.reader.get(path)
      const dead = headOf(text).links.filter(
        (href) => new URL(href, 'http://x').pathname === page(),
      )

      expect([path, dead]).toEqual([path, []])
    }
  })

  it('is back where it was once it is published again', async () => {
    await here.owner.patch(`/api/courses/${here.course}`, { _status: 'published' })
    await eventually(async () => (await stranger.get(page())).status === 200)
    await here.owner.patch(`/api/courses/${here.course}`, { _status: 'draft' })
    await eventually(async () => (await stranger.get(page())).status === 404)
  })
})
