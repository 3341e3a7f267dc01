import { commandOf } from './keys'

const press = (code: string, held: Partial<KeyboardEvent> = {}) => ({
  altKey: false,
  code,
  ctrlKey: false,
  metaKey: false,
  ...held,
})

describe('commandOf', () => {
  it('knows the keys of the player', () => {
    expect(commandOf(press('Space'), 'page')).toEqual({ kind: 'toggle' })
    expect(commandOf(press('KeyJ'), 'page')).toEqual({ by: -10, kind: 'seek' })
    expect(commandOf(press('ArrowRight'), 'player')).toEqual({ by: 5, kind: 'seek' })
    expect(commandOf(press('KeyQ'), 'page')).toBeNull()
  })

  it('leaves typing alone', () => {
    expect(commandOf(press('KeyJ'), 'types')).toBeNull()
  })

  it('leaves space and arrows to a focused control, and scrolling to the page', () => {
    expect(commandOf(press('Space'), 'control')).toBeNull()
    expect(commandOf(press('ArrowDown'), 'page')).toBeNull()
    expect(commandOf(press('ArrowDown'), 'player')).toEqual({ by: -0.1, kind: 'volume' })
  })

  it('leaves shortcuts of the browser alone', () => {
    expect(commandOf(press('KeyF', { ctrlKey: true }), 'page')).toBeNull()
    expect(commandOf(press('KeyL', { metaKey: true }), 'player')).toBeNull()
  })
})
