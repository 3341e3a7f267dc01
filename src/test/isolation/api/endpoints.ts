import type { Endpoint } from 'payload'

import type { Walls } from '../walls'

import { ACTORS, api, leaked } from '../walls'

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST'] as const
type Method = (typeof METHODS)[number]

const methodOf = ({ method }: Endpoint): Method | undefined =>
  METHODS.find((one) => one === method.toUpperCase())

/** A body of which each endpoint takes what it knows, and everything in it is the victim. */
const about = (victim: string) => ({
  id: victim,
  answers: {},
  items: [{ offer: victim }],
  lesson: victim,
  offer: victim,
  position: 1,
  quiz: victim,
  spans: [[0, 1]],
})

/** Endpoints that are asked at once: their calls wait for the database and for hashes in each other's time. */
const AT_ONCE = 6

/** Endpoints beyond plain reading and writing: none reaches a row of another school. */
export const itHoldsForEndpoints = (walls: () => Walls): void => {
  it.each(ACTORS)(
    'lets no custom endpoint reach a row of another school for %s',
    async (name) => {
      const found: string[] = []
      const { actors, payload, victims } = walls()
      const ours = payload.config.collections.flatMap(({ slug, endpoints }) =>
        (endpoints || [])
          .filter(({ custom }) => custom)
          .map((endpoint) => ({ ...endpoint, path: `/${slug}${endpoint.path}` })),
      )
      const reachable = [
        ...payload.config.endpoints.filter(
          ({ path }) => !path.startsWith('/access') && path !== '/graphql',
        ),
        ...ours,
      ]
      expect(ours.length).toBeGreaterThan(3)
      const actor = actors.find((one) => one.name === name)
      if (!actor) {
        throw new Error(`Nobody is ${name}.`)
      }
      const askOf = async (endpoint: Endpoint) => {
        const { path } = endpoint
        const method = methodOf(endpoint)
        if (!method) {
          return
        }
        for (const victim of new Set(victims.values())) {
          const filled = path.slice(1).replace(/:\w+/g, victim)
          const { status, text } = await api.rest(actor, {
            body: method === 'GET' ? undefined : about(victim),
            method,
            path:
              method === 'GET' ? `${filled}?id=${victim}&lesson=${victim}&offer=${victim}` : filled,
          })
          const ids = leaked(walls(), text, [victim])
          if (ids.length > 0 || (status >= 500 && path !== '/health')) {
            found.push(
              `${name}: ${method} ${path} with ${victim} → ${status} ${text.slice(0, 160)}`,
            )
          }
          if (!path.includes(':') && method === 'GET') {
            break
          }
        }
      }
      const turns = reachable.values()
      const askOn = async () => {
        for (const endpoint of turns) {
          await askOf(endpoint)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, askOn))
      expect(found).toEqual([])
    },
    480_000,
  )
}
