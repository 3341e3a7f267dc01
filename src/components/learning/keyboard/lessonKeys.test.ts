import { KEY_MAP, lessonCommandOf } from './lessonKeys'

const press = (given: object) => ({
  altKey: false,
  code: '',
  ctrlKey: false,
  key: '',
  metaKey: false,
  repeat: false,
  shiftKey: false,
  ...given,
})

describe('a key on the lesson’s page', () => {
  it.each([
    [{ code: 'Slash', key: '?', shiftKey: true }, 'help'],
    [{ code: 'Minus', key: '?', shiftKey: true }, 'help'],
    [{ code: 'KeyN', key: 'N', shiftKey: true }, 'next'],
    [{ code: 'KeyN', key: 'Т', shiftKey: true }, 'next'],
    [{ code: 'KeyP', key: 'P', shiftKey: true }, 'previous'],
    [{ code: 'KeyZ', key: 'z' }, 'focus'],
    [{ code: 'KeyZ', key: 'ז' }, 'focus'],
    [{ code: 'KeyN', key: 'n' }, null],
    [{ code: 'KeyZ', key: 'Z', shiftKey: true }, null],
    [{ code: 'KeyK', key: 'k' }, null],
  ])('%j asks for %p', (given, command) => {
    expect(lessonCommandOf(press(given), false)).toBe(command)
  })

  it('asks for nothing while one types, holds it down, or means the browser', () => {
    const z = { code: 'KeyZ', key: 'z' }
    expect(lessonCommandOf(press(z), true)).toBeNull()
    for (const held of ['altKey', 'ctrlKey', 'metaKey', 'repeat']) {
      expect(lessonCommandOf(press({ ...z, [held]: true }), false)).toBeNull()
    }
  })

  it('is no other’s in the map', () => {
    const all = Object.values(KEY_MAP).flatMap((group) => group.map(({ keys }) => keys.join('+')))
    expect(new Set(all).size).toBe(all.length)
  })
})
