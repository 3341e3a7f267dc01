import { drawable, runsFrom, titleFit } from './cards'

describe('drawable', () => {
  it('keeps Latin, Cyrillic, Hebrew, figures and signs', () => {
    const text = 'Light 101: свет, אור — “50%” & ₪5!'
    expect(drawable(text)).toBe(text)
  })

  it('leaves out what would be drawn as an empty box', () => {
    expect(drawable('Party 🎉 time\u202e')).toBe('Party time')
    expect(drawable('漢字')).toBe('')
    expect(drawable('line\nbreak\u0000')).toBe('line break')
  })
})

describe('runsFrom', () => {
  it('is from right to left where the first letter is Hebrew', () => {
    expect(runsFrom('101 צילום Light')).toBe('rtl')
    expect(runsFrom('Light צילום')).toBe('ltr')
    expect(runsFrom('2026')).toBe('ltr')
  })
})

describe('titleFit', () => {
  it('draws a long title smaller, and no more of it than five lines hold', () => {
    expect(titleFit('Light').size).toBeGreaterThan(titleFit('x'.repeat(50)).size)
    expect(titleFit('x'.repeat(5_000))).toEqual({ most: 100, size: 48 })
  })
})
