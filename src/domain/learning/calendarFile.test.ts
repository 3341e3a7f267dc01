import { describe, expect, it } from '@jest/globals'

import { calendarFile } from './calendarFile'

const file = (title: string) =>
  calendarFile({
    id: 'one@school.example',
    closes: Date.UTC(2026, 2, 29, 2),
    stamp: Date.UTC(2026, 0, 1),
    starts: Date.UTC(2026, 2, 29, 1),
    title,
    url: 'https://school.example/learn/light/one',
  })

describe('a calendar file', () => {
  it('says in UTC when the session is', () => {
    expect(file('Light')).toContain(
      '\r\nDTSTART:20260329T010000Z\r\nDTEND:20260329T020000Z\r\nSUMMARY:Light\r\n',
    )
  })

  it('lets no title end a line or begin another property', () => {
    const text = file('Light; shade, \\ and\nURL:https://evil.example')
    expect(text).toContain('SUMMARY:Light\\; shade\\, \\\\ and\\nURL:https://evil.example\r\n')
  })

  it('folds long lines between letters of any script, each within 75 octets', () => {
    const title = 'שיעור '.repeat(40)
    const text = file(title)
    const lines = text.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
  })
})
