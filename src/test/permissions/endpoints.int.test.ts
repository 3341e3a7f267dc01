import type { Rule } from '@/domain/identity/permissions/grants'

import { ENDPOINT_RULES, PAYLOAD_RULES } from '@/domain/identity/permissions/endpoints'
import { grantOf } from '@/domain/identity/permissions/grants'
import { factories } from '@/test/factories'

import type { Called } from './callers'
import type { Place } from './calling/place'

import { askFor, cellOf, REQUESTS } from './calling/ask'
import { openSession, ownPlace } from './calling/own'
import { placeIn } from './calling/place'
import { apiOf, everybody, HOST, named, setScene } from './scene'

const scene = setScene()

const RULES: Readonly<Record<string, Rule>> = { ...ENDPOINT_RULES, ...PAYLOAD_RULES }

let place: Place
/** The same on the platform's own host, where what lies in the school's storage is the school's. */
let platformPlace: Place

const placeOf = ({ host }: Called): Place => (host === HOST ? place : platformPlace)

beforeAll(async () => {
  const { owner: client, payload, platform, school } = scene()
  await factories(payload).course({ _status: 'draft', tenant: school })
  place = await placeIn({ client, payload, tenant: school })
  platformPlace = {
    ...(await placeIn({ client, payload, tenant: platform })),
    film: place.film,
    mail: place.mail,
    videoLesson: place.videoLesson,
  }
}, 300_000)

describe('calling, by the published matrix,', () => {
  it('has a request for every row of it', () => {
    expect(Object.keys(REQUESTS).sort()).toEqual(Object.keys(RULES).sort())
  })

  it('gives every role exactly what its cells say, and theirs of another school what a visitor gets', async () => {
    const wrong: string[] = []
    for (const [name, rule] of Object.entries(RULES)) {
      for (const { as, who } of everybody(scene())) {
        const expected = grantOf(rule, as) === 'allowed' ? 'allowed' : 'denied'
        const found = cellOf(name, await askFor(who, name, placeOf(who)))
        if (found !== expected) {
          wrong.push(`${name} as ${named(as, who)}: ${expected} expected, ${found} found`)
        }
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('gives everybody what is their own, where the cells say so', async () => {
    const { payload, platform, school } = scene()
    const names = Object.keys(RULES).sort(byTurn)
    const wrong: string[] = []
    let asked = 0
    for (const who of scene().callers) {
      const tenant = who.host === HOST ? school : platform
      const here = placeOf(who)
      const own = who.id
        ? await ownPlace({ payload, place: here, tenant, who })
        : { ...here, film: here.picture, person: here.publicPerson }
      for (const name of names.filter((one) => grantOf(RULES[one] ?? {}, who.caller) === 'own')) {
        const session = name.endsWith('/approve')
          ? await openSession(who, here.paidOffers.approved)
          : own.session
        const found = cellOf(name, await askFor(who, name, { ...own, session }))
        asked += 1
        if (found !== 'allowed') {
          wrong.push(`${name} of their own, as ${who.caller}: ${found}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(80)
  }, 300_000)

  it('tells nobody by its answers about access which rows there are', async () => {
    const { other, owner, school } = scene()
    const { rows } = await owner.query<{ id: string }>(
      `select id::text from courses where (tenant_id = $1 and _status = 'draft') or tenant_id = $2`,
      [school, other],
    )
    expect(rows.length).toBeGreaterThan(1)
    const ids = [...rows.map(({ id }) => id), crypto.randomUUID()]
    for (const who of scene().callers.filter(({ caller }) => caller === 'visitor')) {
      const ask = (id: string) =>
        apiOf(who).rest(who, { body: {}, method: 'POST', path: `courses/access/${id}` })
      const said = (await Promise.all(ids.map(ask))).map(({ status, text }) => `${status} ${text}`)
      expect([...new Set(said)]).toEqual([expect.stringMatching(/^404 /)])
    }
  })

  it('refuses staff of the platform a purchase for a school that is not theirs', async () => {
    for (const who of scene().callers.filter(({ caller }) => caller === 'superAdmin')) {
      const { status } = await apiOf(who).rest(who, {
        body: { items: [{ offer: place.offer }] },
        method: 'POST',
        path: 'checkout',
      })
      expect(status).toBe(404)
    }
  })
})

/** An attempt is kept before it is handed in, and a note is read before it is forgotten. */
const TURNS = ['GET', 'PATCH', 'POST', 'DELETE']

const turnOf = (name: string): number => TURNS.findIndex((turn) => name.startsWith(turn))

const byTurn = (a: string, b: string): number => turnOf(a) - turnOf(b)
