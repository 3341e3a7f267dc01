import { StatementNames } from './prepared'

describe('StatementNames', () => {
  it('names a statement from its second time on, always alike', () => {
    const names = new StatementNames()
    expect(names.nameOf('select 1')).toBeUndefined()
    const name = names.nameOf('select 1')
    expect(name).toMatch(/^s_[0-9a-f]{32}$/)
    expect(names.nameOf('select 1')).toBe(name)
  })

  it('gives different statements different names, the same in every process', () => {
    const named = (text: string) => {
      const names = new StatementNames()
      names.nameOf(text)

      return names.nameOf(text)
    }
    expect(named('select 1')).toBe(named('select 1'))
    expect(named('select 1')).not.toBe(named('select 2'))
  })

  it('prepares no more than a connection should hold', () => {
    const names = new StatementNames()
    const texts = Array.from({ length: 1_000 }, (_, n) => `select ${n}`)
    texts.forEach((text) => names.nameOf(text))
    expect(texts.filter((text) => names.nameOf(text)).length).toBe(400)
    expect(names.nameOf('select 0')).toBeDefined()
    expect(names.nameOf('select 999')).toBeUndefined()
  })
})
