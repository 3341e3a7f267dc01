import { describe, expect, it } from '@jest/globals'

import { shareLinks } from './shareLinks'

describe('the links by which a page is shared', () => {
  const url = 'https://aurora.example/courses/light?a=1&b=2'
  const title = 'Light & “shade” #1'

  it('carry its address and its title whole, whatever signs are in them', () => {
    for (const { name, href } of shareLinks({ title, url })) {
      const { protocol, searchParams } = new URL(href)
      const said = [...searchParams.values()].join(' ')
      expect(protocol).toBe('https:')
      expect(said).toContain(url)
      if (!['Facebook', 'LinkedIn'].includes(name)) {
        expect(said).toContain(title)
      }
    }
  })
})
