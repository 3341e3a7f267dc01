import { isSameOrigin } from './origin'

const ORIGIN = 'https://aurora.example'

const isOurs = (headers: Record<string, string>, method?: string): boolean =>
  isSameOrigin({ headers: new Headers(headers), method, origin: ORIGIN })

const fetched = (site: string, mode: string, dest: string) => ({
  'sec-fetch-dest': dest,
  'sec-fetch-mode': mode,
  'sec-fetch-site': site,
})

describe('where a request comes from', () => {
  it('lets a link from elsewhere open a page, by the browser or its service worker', () => {
    expect(isOurs(fetched('cross-site', 'navigate', 'document'), 'GET')).toBe(true)
    expect(isOurs(fetched('cross-site', 'navigate', 'empty'), 'GET')).toBe(true)
  })

  it('lets nobody else’s script, frame or form act with our cookie', () => {
    expect(isOurs(fetched('cross-site', 'cors', 'empty'), 'GET')).toBe(false)
    expect(isOurs(fetched('cross-site', 'no-cors', 'image'), 'GET')).toBe(false)
    expect(isOurs(fetched('cross-site', 'navigate', 'iframe'), 'GET')).toBe(false)
    expect(isOurs(fetched('cross-site', 'navigate', 'document'), 'POST')).toBe(false)
    expect(
      isOurs({ ...fetched('same-origin', 'cors', 'empty'), origin: 'https://evil.example' }),
    ).toBe(false)
  })

  it('takes what our own page sends, and asks a change to say where it comes from', () => {
    expect(isOurs({ origin: ORIGIN }, 'POST')).toBe(true)
    expect(isOurs(fetched('same-origin', 'cors', 'empty'), 'POST')).toBe(true)
    expect(isOurs({}, 'GET')).toBe(true)
    expect(isOurs({}, 'POST')).toBe(false)
  })
})
