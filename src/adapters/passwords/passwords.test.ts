import { hashPassword, verifyPassword } from '../auth/password'
import { startRange } from '@/test/passwords/server'

import { isInRange } from './range'
import { isCommon, isGuessable } from './strength'

describe('a password', () => {
  it.each(['password1', 'qwertyuiop', '12345678', 'summer2024!', 'zxcvbnm,', 'a'.repeat(100)])(
    'is guessed soon: %s',
    (password) => {
      expect(isGuessable(password, [])).toBe(true)
    },
  )

  it.each(['correct horse battery', 'a quiet password', 'lectern-demo', 'Zq7!mm02xk'])(
    'is not guessed soon: %s',
    (password) => {
      expect(isGuessable(password, [])).toBe(false)
    },
  )

  it('of one’s own name, address and school is guessed sooner', () => {
    expect(isGuessable('winterbourne1', [])).toBe(false)
    expect(isGuessable('winterbourne1', ['Winterbourne'])).toBe(true)
  })

  it('that many use is known, however it is written', () => {
    expect(isCommon('PassWord')).toBe(true)
    expect(isCommon('Zq7!mm02xk')).toBe(false)
  })
})

describe('a list of breached passwords', () => {
  it('is asked by five digits of a hash alone, and knows padding from a find', async () => {
    const server = await startRange(['known to everybody'])
    try {
      const { asked, url } = server
      expect(await isInRange({ password: 'known to everybody', url })).toBe(true)
      expect(await isInRange({ password: 'known to nobody', url })).toBe(false)
      expect(asked.every((one) => /^\/range\/[0-9A-F]{5}$/.test(one))).toBe(true)
    } finally {
      await server.close()
    }
  })

  it('that is down throws, for its caller to let pass', async () => {
    const server = await startRange([])
    server.fail()
    const { url } = server
    await expect(isInRange({ password: 'any', url })).rejects.toThrow('503')
    await server.close()
    await expect(isInRange({ password: 'any', url })).rejects.toThrow()
  })
})

describe('the hash of a password', () => {
  it('is slow, salted, and made beside the thread that answers requests', async () => {
    let turns = 0
    const counting = setInterval(() => {
      turns += 1
    }, 5)
    const begun = performance.now()
    const [one = '', other = ''] = await Promise.all(
      Array.from({ length: 16 }, () => hashPassword('the same for all')),
    )
    const took = performance.now() - begun
    clearInterval(counting)
    // The thread was free for its timers nearly all the time; held up by sixteen hashes it would have had none.
    expect(turns).toBeGreaterThan(took / 5 / 4)
    expect(one).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
    expect(one).not.toBe(other)
    expect(await verifyPassword({ hash: one, password: 'the same for all' })).toBe(true)
    expect(await verifyPassword({ hash: one, password: 'another' })).toBe(false)
  })
})
