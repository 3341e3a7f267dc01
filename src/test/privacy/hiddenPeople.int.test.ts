import { ENDPOINT_RULES } from '@/domain/identity/permissions/endpoints'
import { askFor } from '@/test/permissions/calling/ask'
import { ownPlace } from '@/test/permissions/calling/own'
import { placeIn, type Place } from '@/test/permissions/calling/place'
import type { Called } from '@/test/permissions/callers'
import { SLUGS } from '@/test/permissions/cells'
import { graphqlNames } from '@/test/permissions/graphqlNames'
import { apiOf, HOST, setScene } from '@/test/permissions/scene'

const scene = setScene()

/** Whoever learns beside somebody else, and whoever only looks. */
const LOOKERS = ['affiliate', 'student', 'visitor'] as const

type Looker = { place: Place; who: Called }

let lookers: Looker[]
/** What others must not be told of whoever is hidden, each by the account that it is of. */
let secrets: { account: string; text: string }[]

const callerOf = (caller: string): Called => {
  const found = scene().callers.find((one) => one.caller === caller)
  if (!found) {
    throw new Error(`There is no ${caller}.`)
  }

  return found
}

/**
 * Everybody who learns in the school, and works nowhere, hides everything, and has words in each part of a profile that stand nowhere else. Somebody
 * who learns has rows of every kind beside those who look.
 */
beforeAll(async () => {
  const { owner, payload, school } = scene()
  const place = await placeIn({ client: owner, payload, tenant: school })
  const of = { payload, place, tenant: school }
  lookers = []
  for (const caller of LOOKERS) {
    const who = callerOf(caller)
    const own = who.id ? await ownPlace({ ...of, who }) : { ...place, film: place.picture }
    lookers.push({ place: { ...own, person: place.person }, who })
  }
  const { rows } = await owner.query<{ email: string; id: string }>(
    `update users u set visibility = 'private', shows_courses = false, bio = 'bio-' || u.id, email = 'address-' || u.id || '@hidden.test'
     where u.tenant_id = $1 and u.status = 'active' and not exists (select 1 from users_roles r where r.parent_id = u.id and r.value::text not in ('student', 'affiliate'))
       and not exists (select 1 from course_team c where c.account_id = u.id) returning id, email`,
    [school],
  )
  secrets = rows.flatMap(({ id, email }) => [
    { account: id, text: `bio-${id}` },
    { account: id, text: email },
    { account: id, text: `/people/${id}/picture` },
  ])
}, 300_000)

/** What an answer tells of others that they hide. */
const told = (who: Called, text: string): string[] =>
  secrets.filter((one) => one.account !== who.id && text.includes(one.text)).map((one) => one.text)

describe('whoever hides a profile', () => {
  it('is asked about beside many others', () => {
    expect(secrets.length).toBeGreaterThan(15)
  })

  it('is absent from every answer of every call', async () => {
    const found: string[] = []
    let answered = 0
    const names = Object.keys(ENDPOINT_RULES).filter((one) => one.startsWith('GET '))
    for (const { place, who } of lookers) {
      for (const name of names) {
        const { status, text } = await askFor(who, name, place)
        answered += Number(status === 200)
        found.push(...told(who, text).map((secret) => `${name} as ${who.caller}: ${secret}`))
      }
    }
    expect(found).toEqual([])
    expect(answered).toBeGreaterThan(60)
  }, 300_000)

  it('is absent from every collection, over REST with all that its rows name, and over GraphQL', async () => {
    const found: string[] = []
    for (const { who } of lookers) {
      for (const slug of SLUGS) {
        const { text } = await apiOf(who).rest(who, { path: `${slug}?limit=200&depth=3` })
        found.push(...told(who, text).map((secret) => `${slug} as ${who.caller}: ${secret}`))
      }
      const { plural } = graphqlNames(scene().payload, 'users')
      const { text } = await apiOf(who).graphql(
        who,
        `{ list: ${plural}(limit: 500) { docs { id name email bio } } }`,
      )
      found.push(...told(who, text).map((secret) => `GraphQL as ${who.caller}: ${secret}`))
    }
    expect(found).toEqual([])
  }, 300_000)

  it('is not found by their address, nor by their picture’s, and is not said to exist', async () => {
    const ids = [...new Set(secrets.map(({ account }) => account))].slice(0, 10)
    for (const { who } of lookers) {
      const ask = async (id: string) => {
        const profile = await apiOf(who).rest(who, { path: `people/${id}` })
        const picture = await apiOf(who).rest(who, { path: `people/${id}/picture` })

        return [profile.status, profile.text, picture.status]
      }
      const nobody = await ask(crypto.randomUUID())
      expect(nobody[0]).toBe(404)
      for (const id of ids.filter((one) => one !== who.id)) {
        expect(await ask(id)).toEqual(nobody)
      }
    }
  })

  it('is open to the school’s staff, who answer for the school', async () => {
    const owner = callerOf('owner')
    expect(owner.host).toBe(HOST)
    const [secret] = secrets
    const { text } = await apiOf(owner).rest(owner, { path: `people/${secret?.account}` })
    expect(text).toContain(secret?.text)
  })
})
