import { formatMoney } from './formatMoney'

const plain = (text: string) => text.replace(/[\u00a0\u202f\u200e\u200f]/g, ' ').trim()

describe('formatMoney', () => {
  it('shows minor units with the decimals of the currency', () => {
    expect(formatMoney({ amount: 4900, currency: 'USD', locale: 'en' })).toBe('$49.00')
    expect(formatMoney({ amount: 4900, currency: 'JPY', locale: 'en' })).toBe('¥4,900')
    expect(plain(formatMoney({ amount: 4900, currency: 'KWD', locale: 'en' }))).toBe('KWD 4.900')
  })

  it('leaves out zero decimals when asked, and no others', () => {
    expect(formatMoney({ amount: 4900, currency: 'USD', locale: 'en', whole: true })).toBe('$49')
    expect(formatMoney({ amount: 4990, currency: 'USD', locale: 'en', whole: true })).toBe('$49.90')
  })

  it('writes as the reader does', () => {
    expect(plain(formatMoney({ amount: 123450, currency: 'RUB', locale: 'ru' }))).toBe('1 234,50 ₽')
    expect(formatMoney({ amount: 19900, currency: 'ILS', locale: 'he' })).toContain('₪')
  })
})
