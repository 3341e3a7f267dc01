import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'

import { isStaffSession } from './staffSession'

const payload = testPayload()

/** A school, and whether the session of somebody with these roles there is its staff's. */
const door = async () => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  const host = `${slug}.localhost`
  const session = async (roles: string[]) => {
    const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
    const id = await asTenant(tenant, async () =>
      seedPeople({ people: [{ name: 'Mia', email, roles }], req: await requestOf(), tenant }),
    )
    const { cookie } = await signIn({ name: 'Mia', email, host, payload: payload() })
    const asks = (at = tenant) =>
      isStaffSession({
        headers: new Headers({ cookie }),
        origin: `http://${host}:3000`,
        tenant: at,
      })

    return { id, asks }
  }

  return { session }
}

describe('at the door of a closed site', () => {
  it.each([
    [['owner'], true],
    [['admin'], true],
    [['instructor'], true],
    [['student'], false],
    [['affiliate'], false],
  ])('%j: %s', async (roles, isLetIn) => {
    const { asks } = await (await door()).session(roles)
    expect(await asks()).toBe(isLetIn)
  })

  it('nobody is let in without a session, with one of another school, or when suspended', async () => {
    const { id, asks } = await (await door()).session(['owner'])
    const { id: other } = await factories(payload()).tenant()
    expect(await asks(other)).toBe(false)
    const none = { headers: new Headers(), origin: 'http://x.localhost:3000', tenant: other }
    expect(await isStaffSession(none)).toBe(false)
    await systemPool().query(`update users set status = 'suspended' where id = $1`, [id])
    expect(await asks()).toBe(false)
  })
})
