import { describe, expect, it } from '@jest/globals'

import type { Part } from './auditChanges'

import { changesOf, isSecretName, SECRET, withoutSecrets } from './auditChanges'

const open = (path: string, value: unknown): Part => ({ kind: 'open', path, value })
const personal = (path: string, value: unknown): Part => ({ kind: 'personal', path, value })
const secret = (path: string, value: unknown): Part => ({ kind: 'secret', path, value })

describe('what the audit log says of a change', () => {
  it('is what changed alone, what is said of a person apart', () => {
    expect(
      changesOf(
        [open('status', 'draft'), open('price', 100), personal('name', 'Noa')],
        [open('status', 'published'), open('price', 100), personal('name', 'Dan')],
      ),
    ).toEqual({
      changes: { after: { status: 'published' }, before: { status: 'draft' } },
      personal: { after: { name: 'Dan' }, before: { name: 'Noa' } },
    })
  })

  it('says of a secret that it changed, and not from what to what', () => {
    const { changes } = changesOf([secret('apiKey', 'one')], [secret('apiKey', 'two')])
    expect(changes).toEqual({ after: { apiKey: SECRET }, before: { apiKey: SECRET } })
  })

  it('tells of a secret that came or went', () => {
    expect(changesOf([secret('apiKey', null)], [secret('apiKey', 'one')]).changes).toEqual({
      after: { apiKey: SECRET },
      before: { apiKey: null },
    })
  })

  it('has one side of a row that is made or deleted', () => {
    expect(changesOf([], [open('slug', 'light')]).changes).toEqual({
      after: { slug: 'light' },
      before: {},
    })
    expect(changesOf([open('slug', 'light')], []).changes).toEqual({
      after: {},
      before: { slug: 'light' },
    })
  })

  it('tells a long value by its beginning and its length', () => {
    const { changes } = changesOf([], [open('text', 'a'.repeat(3_000))])
    expect(String(changes.after.text)).toMatch(/^"a{499}… \(3002\)$/)
  })
})

it.each([
  ['password', true],
  ['webhookSecret', true],
  ['apiKey', true],
  ['api_key', true],
  ['refreshToken', true],
  ['recoveryCodes', true],
  ['key', true],
  ['keywords', false],
  ['title', false],
  ['monkey', false],
])('takes a field called %s for a secret: %s', (name, isSecret) => {
  expect(isSecretName(name)).toBe(isSecret)
})

it('keeps a request without its secrets, at any depth, and cuts texts', () => {
  expect(
    withoutSecrets({ accounts: [{ id: 1, apiKey: 'k' }], note: 'b'.repeat(600), password: 'p' }),
  ).toEqual({
    accounts: [{ id: 1, apiKey: SECRET }],
    note: `${'b'.repeat(500)}…`,
    password: SECRET,
  })
})
