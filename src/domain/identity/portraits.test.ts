import { portraitKey, portraitPath } from './portraits'

const [account, tenant] = ['a', 't']
const picture = '0197a000-0000-7000-8000-000000000001'

describe('the place of a picture', () => {
  it('lies in the folder of its school and its person', () => {
    expect(portraitKey({ account, picture, tenant })).toBe(`t/people/a/${picture}.webp`)
  })

  it.each([null, '', '../../other/media/x', `${picture}/../x`, 'https://example.com/a.png'])(
    'is nowhere for %p',
    (odd) => {
      expect(portraitKey({ account, picture: odd, tenant })).toBeNull()
      expect(portraitPath({ account, picture: odd })).toBeNull()
    },
  )

  it('has an address that changes with it', () => {
    expect(portraitPath({ account, picture })).toBe(`/api/people/a/picture?v=${picture}`)
  })
})
