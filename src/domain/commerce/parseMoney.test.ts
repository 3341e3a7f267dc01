import { parseMoney } from './parseMoney'

describe('a price as people type it', () => {
  it.each([
    ['49', 'USD', 4900],
    ['49.5', 'USD', 4950],
    ['49,50', 'EUR', 4950],
    ['49.', 'USD', 4900],
    ['1 200,00', 'RUB', 120_000],
    ['1,200.00', 'USD', 120_000],
    ['1.200,00', 'EUR', 120_000],
    ['1,200', 'USD', 120_000],
    ['1’200', 'CHF', 120_000],
    ['1200', 'JPY', 1200],
    ['1,234', 'KWD', 1234],
    ['0', 'USD', 0],
  ])('%s %s is %s minor units', (text, currency, amount) => {
    expect(parseMoney(text, currency)).toBe(amount)
  })

  it.each(['', 'abc', '-5', '1e5', '99999999999999999', '49.5050'])('%j is refused', (text) => {
    expect(parseMoney(text, 'USD')).toBeNull()
  })
})
