import { newId } from '@/newId'

import { idEndOf, shortCode, shortPath } from './shortCodes'

describe('the code of a short link', () => {
  it('leads back to the end of its id, whatever the id', () => {
    for (let round = 0; round < 500; round += 1) {
      const id = newId()
      expect(shortCode(id)).toMatch(/^[a-z\d]{1,12}$/)
      expect(id.replaceAll('-', '').endsWith(idEndOf(shortCode(id)) ?? 'none')).toBe(true)
    }
  })

  it('keeps the zeros at the beginning', () => {
    const id = '019aa000-0000-7000-8000-000000000001'
    expect(shortPath(shortCode(id))).toBe('/c/1')
    expect(idEndOf('1')).toBe('000000000000001')
  })

  it.each(['', 'A', '01', 'a-b', '../x', 'zzzzzzzzzzzz', '1234567890123'])('is not %j', (code) =>
    expect(idEndOf(code)).toBeNull(),
  )
})
