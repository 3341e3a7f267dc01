import type { Face } from '@/database/hosts'

import { LOCALES } from '@/domain/tenancy/locales'

import { closedPage, type Reason } from './page'

const face: Face = {
  name: 'Aurora <b>& Sons</b>',
  accent: '#2f6f73',
  fontPair: 'modern',
  neutral: 'brand',
  radius: '10',
  supportEmail: 'hello@example.com',
}

const REASONS: Reason[] = ['away', 'maintenance', 'offline']

describe('a page that says why another is not there', () => {
  it.each(LOCALES.flatMap((locale) => REASONS.map((reason) => ({ locale, reason }))))(
    'is whole in $locale, of $reason, with and without a school',
    ({ locale, reason }) => {
      for (const whose of [face, null]) {
        const page = closedPage({ face: whose, locale, reason })
        expect(page).toContain(`<html dir="${locale === 'he' ? 'rtl' : 'ltr'}" lang="${locale}">`)
        expect(page.match(/<h1>[^<]+<\/h1>/)).toHaveLength(1)
        expect(page).not.toMatch(/\{\w+\}|undefined|<b>|lectern/i)
      }
    },
  )

  it("says the school's own words as text, in paragraphs", () => {
    const page = closedPage({
      face,
      locale: 'en',
      notice: 'We move <house>.\n\nBack at noon.',
      reason: 'maintenance',
    })
    expect(page).toContain(
      '<p dir="auto">We move &#60;house&#62;.</p><p dir="auto">Back at noon.</p>',
    )
    expect(page).toContain('/sign-in?next=%2Fadmin')
  })

  it('fetches nothing where there is no network', () => {
    expect(closedPage({ face, locale: 'ru', reason: 'offline' })).not.toMatch(/src=|mailto|https?:/)
  })
})
