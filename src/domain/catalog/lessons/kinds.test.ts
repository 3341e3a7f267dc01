import { describe, expect, it } from '@jest/globals'

import { fitsKind, homeOfFile, KIND_RULES, kindsWith, LESSON_KINDS, SCORM_TYPE } from './kinds'

describe('a kind of lesson', () => {
  it.each(LESSON_KINDS)('%s needs something to be about, and can be completed', (kind) => {
    const { completions, needs } = KIND_RULES[kind]
    expect(needs.length).toBeGreaterThan(0)
    expect(new Set(completions).size).toBe(completions.length)
  })

  it('that counts pages or seconds can be completed by what was seen, unless somebody is met there', () => {
    const measured = LESSON_KINDS.filter((kind) => KIND_RULES[kind].measure && kind !== 'live')
    expect(measured.every((kind) => fitsKind('seen', kind))).toBe(true)
  })

  it.each([
    ['watched', 'video', false],
    ['passed', 'quiz', true],
    ['manual', 'quiz', false],
    ['end', 'video', false],
    ['manual', 'nothing', false],
  ])('by the rule %s fits %s: %s', (rule, kind, expected) => {
    expect(fitsKind(rule, kind)).toBe(expected)
  })

  it('is known by the field that holds what it is about', () => {
    expect(kindsWith('document')).toEqual(['pdf', 'slides'])
  })
})

describe('a dropped file', () => {
  it.each([
    ['video/mp4', 'video', 'video'],
    ['audio/mpeg', 'audio', 'audio'],
    ['application/pdf', 'pdf', 'document'],
    ['image/png', 'text', 'body'],
    ['application/zip', 'download', 'resources'],
    [SCORM_TYPE, 'scorm', 'package'],
    ['', 'download', 'resources'],
  ])('of the type %s becomes a lesson of the kind %s', (type, kind, field) => {
    expect(homeOfFile(type)).toEqual({ field, kind })
  })
})
