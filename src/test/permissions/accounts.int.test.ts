import { AUTH_RULES } from '@/domain/identity/permissions/auth'
import { GRAPHQL_RULES } from '@/domain/identity/permissions/endpoints'
import { grantOf } from '@/domain/identity/permissions/grants'

import type { Called } from './callers'

import { overGraphql, told } from './answers'
import { askAuth, AUTH_REQUESTS, authCellOf, ENDING } from './calling/authRequests'
import { apiOf, everybody, named, setScene } from './scene'

const scene = setScene()

/** Names in an order in which no session ends before it is needed. */
const inTurn = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => Number(ENDING.includes(a)) - Number(ENDING.includes(b)))

const LOGOUT = 'mutation logoutUser'

/** A question to every field of the schema that is no collection's operation. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'mutation logoutUser': 'mutation { logoutUser }',
  'mutation refreshTokenUser': 'mutation { refreshTokenUser { exp } }',
  'query initializedUser': '{ initializedUser }',
  'query meUser': '{ meUser { user { id } } }',
}

/** Who the API takes somebody for, wherever it says so. */
const takenFor = async (who: Called): Promise<(null | string)[]> => {
  const { graphql, rest } = apiOf(who)
  type Me = { user: null | { id: string } }
  const over = async (path: string): Promise<Me> =>
    JSON.parse((await rest(who, { path })).text) as Me
  const meUser = overGraphql<Me>(await graphql(who, QUESTIONS['query meUser'] ?? ''), 'meUser')
  const session = JSON.parse((await askAuth(who, 'GET /auth/get-session')).text) as Me | null

  return [
    (await over('users/me')).user?.id ?? null,
    (await over('session')).user?.id ?? null,
    typeof meUser === 'object' && 'gave' in meUser ? (meUser.gave.user?.id ?? null) : 'refused',
    session?.user?.id ?? null,
  ]
}

describe('accounts, by the published matrix,', () => {
  it('are taken for nobody but themselves, and in another school for nobody', async () => {
    for (const { as, who } of everybody(scene())) {
      const id = as === 'visitor' ? null : who.id
      expect([named(as, who), await takenFor(who)]).toEqual([named(as, who), [id, id, id, id]])
    }
  })

  it('get exactly what its cells say of better-auth, and theirs of another school what a visitor gets', async () => {
    expect(Object.keys(AUTH_REQUESTS).sort()).toEqual(Object.keys(AUTH_RULES).sort())
    const wrong: string[] = []
    for (const name of inTurn(Object.keys(AUTH_RULES))) {
      for (const { as, who } of everybody(scene())) {
        const expected = grantOf(AUTH_RULES[name] ?? {}, as)
        const found = authCellOf(name, await askAuth(who, name, as !== who.caller))
        if (found !== expected) {
          wrong.push(`${name} as ${named(as, who)}: ${expected} expected, ${found} found`)
        }
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)
})

describe('fields of the GraphQL schema that are no collection’s', () => {
  it('give exactly what the cells say', async () => {
    expect(Object.keys(QUESTIONS).sort()).toEqual(Object.keys(GRAPHQL_RULES).sort())
    const wrong: string[] = []
    const names = [...Object.keys(QUESTIONS).filter((name) => name !== LOGOUT), LOGOUT]
    for (const { as, who } of everybody(scene())) {
      const actor = as === 'visitor' ? who : await who.again()
      for (const name of names) {
        const expected = grantOf(GRAPHQL_RULES[name] ?? {}, as)
        const answer = await apiOf(who).graphql(actor, QUESTIONS[name] ?? '')
        const [, field = ''] = name.split(' ')
        const found = told(overGraphql(answer, field), () => 'allowed')
        const isNobodys = name === LOGOUT && found === '400 No User'
        if ((isNobodys ? 'denied' : found) !== expected) {
          wrong.push(`${name} as ${named(as, who)}: ${expected} expected, ${found} found`)
        }
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)
})
