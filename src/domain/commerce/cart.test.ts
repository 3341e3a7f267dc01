import { cartStates } from './cart'

const offer = (id: string, courses: string[], given: object = {}) => ({
  courses,
  isAlone: false,
  isOnSale: true,
  isOwned: false,
  offer: id,
  ...given,
})

const statesOf = (...offers: Parameters<typeof cartStates>[0][number][]) =>
  Object.fromEntries(cartStates(offers))

describe('the state of an offer in a cart', () => {
  it.each([
    ['what is on sale is bought', {}, 'ready'],
    ['what is not on sale is gone', { isAlone: true, isOnSale: false, isOwned: true }, 'gone'],
    ['what the buyer has is owned', { isAlone: true, isOwned: true }, 'owned'],
    ['what is paid again and again is bought alone', { isAlone: true }, 'alone'],
  ])('%s', (_, given, state) => {
    expect(statesOf(offer('a', ['x'], given))).toEqual({ a: state })
  })

  it('keeps the bundle, and not the course that is in it, whichever came first', () => {
    expect(statesOf(offer('one', ['x']), offer('bundle', ['x', 'y']))).toEqual({
      bundle: 'ready',
      one: 'within',
    })
    expect(statesOf(offer('bundle', ['x', 'y']), offer('one', ['y']))).toEqual({
      bundle: 'ready',
      one: 'within',
    })
  })

  it('keeps the first of two that open the same', () => {
    expect(statesOf(offer('first', ['x']), offer('second', ['x']))).toEqual({
      first: 'ready',
      second: 'within',
    })
  })

  it('does not hold back a course for one that is not bought with it', () => {
    expect(
      statesOf(
        offer('gone', ['x', 'y'], { isOnSale: false }),
        offer('plan', ['x', 'z'], { isAlone: true }),
        offer('one', ['x']),
      ),
    ).toEqual({ gone: 'gone', one: 'ready', plan: 'alone' })
  })
})
