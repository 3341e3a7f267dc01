import { LOCALES } from '@/domain/tenancy/locales'

import { startingTexts } from './startingTexts'

describe('starting texts of small print', () => {
  it.each(LOCALES)('are whole in %s, with the school in every one of them', (locale) => {
    const speaker = {
      address: 'Main St 1',
      date: '1 May',
      email: 'hi@example.com',
      school: 'Aurora {x}',
    }
    const texts = startingTexts(locale, speaker)
    expect(texts.map(({ slug }) => slug)).toEqual(['terms', 'privacy', 'refunds', 'cookies'])
    for (const { lines, note, title } of texts) {
      expect(title && note.heading && note.text).toBeTruthy()
      expect(lines[0]).toContain('Aurora {x}')
      expect(lines.join('\n')).not.toMatch(/\{(?:school|address|date|email)\}/)
      expect(lines.every((line) => line.trim() !== '')).toBe(true)
      expect(lines.filter((line) => line.startsWith('# ')).length).toBeGreaterThan(1)
    }
  })
})
