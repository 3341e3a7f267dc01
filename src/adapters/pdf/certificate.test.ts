import { describe, expect, it } from '@jest/globals'

import { FONT_PAIRS } from '@/domain/tenancy/theme/faces'
import { pdfText, squashed } from '@/test/pdfText'

import type { CertificateText } from './types'

import { renderCertificate } from './certificate'
import { directionOfText } from './direction'

const words = (text: string): string[] => text.split(/[\s:]+/).filter(Boolean)

const certificate = (given: Partial<CertificateText> = {}): CertificateText => ({
  course: 'Colour by hand',
  issuedAt: new Date('2026-05-31T22:30:00Z'),
  learner: 'Maria Lindqvist',
  locale: 'en',
  school: { name: 'Aurora', accent: '#2f6f73' },
  serial: 'k7q2m9x4w8r5t3v6b1n0c7d2fg',
  timeZone: 'Asia/Jerusalem',
  verifyUrl: 'http://aurora.localhost:3000/certificates/k7q2m9x4w8r5t3v6b1n0c7d2fg',
  ...given,
})

const cases: [string, Partial<CertificateText>, string][] = [
  ['English', {}, 'June 1, 2026'],
  [
    'Russian',
    {
      course: 'Цвет от руки: первый курс акварели',
      learner: 'Константинопольская Александра Владимировна',
      locale: 'ru',
    },
    '1 июня 2026 г.',
  ],
  [
    'Hebrew with Latin words and numbers',
    {
      course: 'צילום אור 101: עריכה עם Lightroom 2026',
      learner: 'נועה כהן',
      locale: 'he',
      school: { name: 'אופק', accent: '#f2e205' },
    },
    '1 ביוני 2026',
  ],
  [
    'English with the longest of names',
    {
      course: 'A title that explains everything '.repeat(4).trim(),
      learner: 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine Maximilian Alexander',
    },
    'June 1, 2026',
  ],
]

describe.each(cases)('a certificate in %s', (_name, given, date) => {
  it('is one page of A4 in landscape that says who completed what, and when', async () => {
    const text = certificate(given)
    const pdf = await renderCertificate(text)
    const said = await pdfText(pdf)

    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 841\.89\d* 595\.2\d*\]/)
    for (const part of [text.learner, text.course, text.school.name, text.serial, date]) {
      for (const word of words(part)) {
        expect(squashed(said)).toContain(word)
      }
    }
  })
})

describe.each(FONT_PAIRS)('a certificate in the pair %s', (fontPair) => {
  it.each(cases)('holds every letter in %s', async (_name, given) => {
    const text = certificate(given)
    const said = squashed(
      await pdfText(await renderCertificate({ ...text, school: { ...text.school, fontPair } })),
    ).normalize('NFKC')
    for (const part of [text.learner, text.course, text.school.name, text.serial]) {
      for (const word of words(part)) {
        expect(said).toContain(word)
      }
    }
  })
})

it('sets a serial number as it is, where a face would make a sign of its letters', async () => {
  const text = certificate({ serial: '7q9x4w8r5x1b' })
  const pdf = await renderCertificate({ ...text, school: { ...text.school, fontPair: 'modern' } })
  expect(squashed(await pdfText(pdf))).toContain('7q9x4w8r5x1b')
})

it('sets many scripts one after another without losing a letter', async () => {
  for (const [, given] of [...cases, ...cases].reverse()) {
    const text = certificate(given)
    const said = squashed(await pdfText(await renderCertificate(text)))

    for (const word of words(text.learner)) {
      expect(said).toContain(word)
    }
  }
})

it('reads a title by its letters, and a Hebrew one from the right even after a Latin word', () => {
  expect(directionOfText('Figma למתחילים', 'he')).toBe('rtl')
  expect(directionOfText('Maria Lindqvist', 'he')).toBe('ltr')
  expect(directionOfText('2026: צבע', 'en')).toBe('rtl')
  expect(directionOfText('Learn שלום', 'en')).toBe('ltr')
})
