import { describe, expect, it } from '@jest/globals'

import type { MailData, Template } from '@/domain/mail/templates'

import { LOCALES } from '@/domain/tenancy/locales'

import type { MailSchool } from './types'

import { renderEmail } from './render'

const school: MailSchool = {
  name: 'Aurora & Sons <School>',
  accent: '#2f6f73',
  timeZone: 'Asia/Jerusalem',
  url: 'http://aurora.localhost:3000',
}
const course = 'Colour <b>by</b> "hand" & eye'
const at = (path: string) => `http://aurora.localhost:3000${path}?a=1&b=2`
const data: MailData = {
  alreadyRegistered: { name: 'Noa', url: at('/sign-in') },
  certificate: { name: 'Noa', course, url: at('/c/1.pdf'), verifyUrl: at('/c/1') },
  confirm: { name: 'Noa', url: at('/confirm') },
  enrolled: { name: 'Noa', course, url: at('/learn') },
  receipt: {
    name: 'Noa',
    coupon: 'SPRING<i>',
    currency: 'USD',
    discount: 1000,
    lines: [
      { amount: 4900, title: course },
      { amount: 1250, title: course },
    ],
    number: 'A-1042',
    paidAt: '2026-05-31T22:30:00Z',
    tax: 0,
    total: 5150,
    url: at('/my'),
  },
  reset: { name: 'Noa', url: at('/reset') },
}
const templates = Object.keys(data) as Template[]
const cases = templates.flatMap((template) => LOCALES.map((locale) => [template, locale] as const))
const show = <K extends Template>(template: K, locale: (typeof LOCALES)[number], given = data) =>
  renderEmail({ data: given[template], locale, school, template })

describe.each(cases)('the mail %s in %s', (template, locale) => {
  it('has a subject, the direction of its language, and its link in both bodies', async () => {
    const { html, subject, text } = await show(template, locale)

    expect(subject).not.toMatch(/^mail\.|\{|\}/)
    expect(subject.length).toBeGreaterThan(5)
    expect(html).toContain(`dir="${locale === 'he' ? 'rtl' : 'ltr'}"`)
    expect(html).toContain(`lang="${locale}"`)
    expect(html).toContain(`href="${data[template].url.replaceAll('&', '&amp;')}"`)
    expect(text).toContain(data[template].url)
    expect(`${html}${text}`).not.toMatch(/mail\.\w+|\{\w+\}|undefined/)
  })

  it('shows names as text and never as markup', async () => {
    const { html, text } = await show(template, locale)

    expect(html).not.toMatch(/<School>|<b>by|<i>/)
    expect(html).toContain('Aurora &amp; Sons')
    expect(text).toContain('Aurora & Sons <School>')
    expect(text).not.toContain('&amp;')
  })
})

describe('a receipt', () => {
  it('adds up before the reader’s eyes, dated in the school’s zone', async () => {
    const { text } = await show('receipt', 'en')

    for (const part of ['$49.00', '$12.50', '-$10.00', '$51.50', 'SPRING<i>', 'June 1, 2026']) {
      expect(text).toContain(part)
    }
  })

  it('writes a currency without minor digits as one', async () => {
    const receipt = { ...data.receipt, currency: 'JPY' }
    const { text } = await show('receipt', 'en', { ...data, receipt })

    expect(text).toContain('¥5,150')
  })
})

describe('a stranger’s words', () => {
  it.each(['Buy now at http://evil.test', 'evil.test', 'a@b', 'x'.repeat(61), '  '])(
    'are no salutation when the name is %j',
    async (name) => {
      const { text } = await show('confirm', 'en', { ...data, confirm: { ...data.confirm, name } })

      expect(text).toContain('Hello,')
    },
  )

  it('never break a subject into two lines', async () => {
    const enrolled = { ...data.enrolled, course: 'One\r\nBcc: two' }

    expect((await show('enrolled', 'en', { ...data, enrolled })).subject).not.toMatch(/[\r\n]/)
  })
})
