import { describe, expect, it } from '@jest/globals'

import { socialLinks } from './profile'

describe('the social links of a school', () => {
  it('are its https addresses, named as people know them', () => {
    expect(
      socialLinks(
        ' https://www.instagram.com/aurora \n\nhttps://t.me/aurora\nhttps://aurora.art/x',
      ),
    ).toEqual([
      { name: 'Instagram', href: 'https://www.instagram.com/aurora' },
      { name: 'Telegram', href: 'https://t.me/aurora' },
      { name: 'aurora.art', href: 'https://aurora.art/x' },
    ])
  })

  it.each([
    'javascript:alert(1)',
    'http://aurora.art',
    'aurora',
    'https://',
    'https://a b.art',
    null,
  ])('are none in %j', (given) => {
    expect(socialLinks(given)).toEqual([])
  })

  it('stand once each', () => {
    expect(socialLinks('https://x.com/a\nhttps://x.com/a')).toHaveLength(1)
  })
})
