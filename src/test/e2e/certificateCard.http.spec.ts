import type { Finished } from './finished'

import { finishedCourse } from './finished'
import { headOf } from './head'
import { visitor, visitorAt, type Visitor } from './visitor'

/** What somebody shares who has finished a course: the page behind the certificate, and its picture. */

let here: Finished
let stranger: Visitor

beforeAll(async () => {
  here = await finishedCourse({ name: 'Ada Ünlü "Light"', title: 'Light <and> shade' })
  stranger = visitorAt(here.school.host)
}, 180_000)

const headNow = async () => {
  const { status, text } = await stranger.get(`/certificates/${here.serial}`)
  expect(status).toBe(200)

  return { head: headOf(text), text }
}

describe('a certificate that is shared', () => {
  it('tells previews who learned what, with a picture of its own, and search engines nothing', async () => {
    const { head } = await headNow()
    const image = head.meta['og:image'] ?? ''

    expect(head.meta).toMatchObject({
      'og:image:height': '630',
      'og:image:width': '1200',
      'og:title': expect.stringContaining('Ada Ünlü'),
      robots: 'noindex',
      'twitter:card': 'summary_large_image',
      'twitter:image': image,
    })
    expect(head.meta['og:description']).toContain('Light <and> shade')
    expect(head.meta['og:url']).toContain(`/certificates/${here.serial}`)
    expect(new URL(image).pathname).toBe(`/certificates/${here.serial}/card.png`)
    const { bytes, headers, status } = await stranger.get(image)
    expect([status, headers['content-type']]).toEqual([200, 'image/png'])
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  })

  it('is drawn for itself: another certificate has another picture', async () => {
    const other = await finishedCourse({ name: 'Bo Other', school: here.school, title: 'Shade' })
    const [one, two] = await Promise.all(
      [here, other].map(({ serial }) => stranger.get(`/certificates/${serial}/card.png`)),
    )

    expect(one?.bytes.equals(two?.bytes ?? Buffer.alloc(0))).toBe(false)
  })

  it('can be shared by a short link that leads to it', async () => {
    const { text } = await headNow()
    const [, code] = /\/c\/([\w-]+)/.exec(text) ?? []
    const answer = await stranger.get(`/c/${code}`)

    expect([301, 302, 307, 308]).toContain(answer.status)
    expect(new URL(answer.headers.location ?? '', 'http://x').pathname).toBe(
      `/certificates/${here.serial}`,
    )
  })

  it('names nobody under an unknown, a malformed or another school’s serial', async () => {
    const unknown = here.serial.replace(/[0-9a-f]/, (sign) => (sign === '0' ? '1' : '0'))
    for (const serial of [unknown, 'x', '..%2Fetc']) {
      const page = await stranger.get(`/certificates/${serial}`)
      expect([serial, page.status]).toEqual([serial, 404])
      expect([serial, (await stranger.get(`/certificates/${serial}/card.png`)).status]).toEqual([
        serial,
        404,
      ])
    }
    const elsewhere = visitor('ofek')
    expect((await elsewhere.get(`/certificates/${here.serial}`)).status).toBe(404)
    expect((await elsewhere.get(`/certificates/${here.serial}/card.png`)).status).toBe(404)
  })

  it('has no picture any more once it is withdrawn, and its page shows the school’s', async () => {
    const { docs } = (
      await here.owner.get(`/api/certificates?depth=0&where[serial][equals]=${here.serial}`)
    ).json<{ docs: { id: string }[] }>()
    const revoked = await here.owner.patch(`/api/certificates/${docs[0]?.id}`, {
      revokedAt: new Date().toISOString(),
    })
    expect(revoked.status).toBe(200)
    const { head } = await headNow()

    expect(new URL(head.meta['og:image'] ?? '').pathname).toBe('/card.png')
    expect((await stranger.get(`/certificates/${here.serial}/card.png`)).status).toBe(404)
  })
})
