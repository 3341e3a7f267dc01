import { itHoldsForEndpoints } from './api/endpoints'
import { itHoldsOverGraphql } from './api/graphql'
import { itHoldsOverRest } from './api/rest'
import { setWalls } from './walls'

const walls = setWalls()

describe('two schools over the API', () => {
  itHoldsOverRest(walls)
  itHoldsOverGraphql(walls)
  itHoldsForEndpoints(walls)

  it('declares every access of every collection, Payload’s own included', () => {
    const { collections } = walls().payload.config
    const needed = ['create', 'read', 'update', 'delete']
    const open = collections.flatMap(({ slug, access }) =>
      needed
        .filter((name) => typeof (access as Record<string, unknown>)[name] !== 'function')
        .map((name) => `${slug}.${name}`),
    )
    expect(open).toEqual([])
    const defaulted = collections
      .filter(
        ({ slug, access }) =>
          !slug.startsWith('payload-') && /Boolean\(user\)/.test(access.read?.toString() ?? ''),
      )
      .map(({ slug }) => slug)
    expect(defaulted).toEqual([])
  })
})
