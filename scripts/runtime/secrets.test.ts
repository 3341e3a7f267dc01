import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { localSecrets } from './secrets.mjs'

describe('local secrets', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-secrets-'))
  const file = path.join(folder, 'secrets.json')

  afterAll(() => rmSync(folder, { recursive: true }))

  it('are made once, for the eyes of their owner', () => {
    const first = localSecrets(file)

    expect(first.LECTERN_SECRET.length).toBeGreaterThanOrEqual(32)
    expect(localSecrets(file)).toEqual(first)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each(['', '{', '{}', '{"LECTERN_SECRET":"short"}'])(
    'are never replaced when they read %j',
    (text) => {
      writeFileSync(file, text)

      expect(() => localSecrets(file)).toThrow('is damaged')
    },
  )
})
