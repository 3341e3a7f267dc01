import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TeamRole } from '@/domain/catalog/team'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { seedPeople } from '@/seed/people'
import { classrooms } from '@/test/factories/learning'
import { requestOf } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'
import { openedMail } from '@/test/openedMail'

/** A visitor, who has no session. */
const NOBODY = { name: 'visitor', cookie: '' }

type Said = Record<string, unknown>

type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST'

/** A school with a course, its owner, an instructor who is in no team, and calls of its API over HTTP. */
export const teamRoom = async (payload: Payload) => {
  const make = classrooms(payload)
  const made = await make.classroom({ lessons: [{ kind: 'text', title: 'a' }] })
  const { course, tenant } = made
  const { slug } = await asTenant(tenant, () =>
    payload.findByID({ id: tenant, collection: 'tenants', overrideAccess: true }),
  )
  const host = `${slug}.localhost`
  const api = callsAt(host)
  const emailOf = (name: string) => `${name}@${slug}.test`
  const people = async (name: string, roles: string[]) =>
    asTenant(tenant, async () =>
      seedPeople({
        people: [{ name, email: emailOf(name), roles }],
        req: await requestOf(),
        tenant,
      }),
    )
  await people('olga', ['owner'])
  await people('ines', ['instructor'])
  /** Signs in, and answers calls of the API in that name. */
  const as = async (name?: string) => {
    const actor = name ? await signIn({ name, email: emailOf(name), host, payload }) : NOBODY

    return async (method: Method, path: string, body?: object) => {
      const { status, text } = await api.rest(actor, { body, method, path })

      const said = text.startsWith('{') ? (JSON.parse(text) as Said) : {}

      return { ...said, status } as Said & { status: number }
    }
  }
  const owner = await as('olga')
  const tokenFor = (email: string) =>
    asTenant(tenant, async () => {
      const found = await row<{ data: { url: string } }>(
        await requestOf(),
        sql`select data from emails where "to" = ${email} and kind = 'teamInvitation' order by created_at desc, id desc limit 1`,
      )

      const data = found && openedMail({ data: found.data, kind: 'teamInvitation', tenant })

      return new URL(data?.url ?? '').searchParams.get('token') ?? ''
    })
  const invite = async (email: string, role: TeamRole, share = 0) => {
    const said = await owner('POST', `courses/${course}/team`, { email, role, share })

    return {
      ...said,
      id: String(said.id),
      status: said.status,
      token: said.status === 201 ? await tokenFor(email) : '',
    }
  }
  /** Invites somebody who has an account, and accepts; answers calls in their name. */
  const join = async (name: string, role: TeamRole, roles: string[] = ['student']) => {
    await people(name, roles)
    const { id, token } = await invite(emailOf(name), role)
    const { status } = await (
      await as(name)
    )('POST', `team/invitations/${token}`, {
      answer: 'accepted',
    })
    if (status !== 200) {
      throw new Error(`${name} did not join: ${status}.`)
    }

    return { id: String(id), call: await as(name) }
  }
  const team = () =>
    asTenant(tenant, async () =>
      rows<{ account: null | string; email: string; id: string; share: number; state: string }>(
        await requestOf(),
        sql`select id, account_id as account, email, share::int as share, state from course_team order by created_at, id`,
      ),
    )

  return { ...made, as, emailOf, host, invite, join, make, owner, people, team, tokenFor }
}
