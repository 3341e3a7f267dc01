import { RuleError } from '../errors'
import { ALL_FEATURES, checkFeature, FEATURES } from './features'

describe('a feature', () => {
  it('is there unless its school has switched it off', () => {
    for (const feature of FEATURES) {
      expect(() => checkFeature(ALL_FEATURES, feature)).not.toThrow()
      expect(() => checkFeature({ ...ALL_FEATURES, [feature]: false }, feature)).toThrow(
        new RuleError(`${feature}Off`),
      )
    }
  })

  it('stands by itself', () => {
    const features = { ...ALL_FEATURES, coupons: false }
    expect(() => checkFeature(features, 'registration')).not.toThrow()
  })
})
