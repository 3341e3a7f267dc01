import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LineResult, Mapping, PersonField } from '@/domain/identity/people/job'
import type { Role } from '@/domain/identity/roles'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { emailFault } from '@/domain/identity/credentials'
import { listIn } from '@/domain/identity/people/job'
import { isOneLine, PROFILE_LENGTH } from '@/domain/identity/profile'
import { ROLES } from '@/domain/identity/roles'
import { reaches } from '@/domain/identity/standing'
import { isLocale } from '@/domain/tenancy/locales'
import { canonicalZone, isTimeZone } from '@/domain/tenancy/timeZones'
import { newId } from '@/newId'
import { askOf, takeRoom } from '@/operations/tenancy/limits'
import { announce } from '@hooks/events/announce'

import type { Actor } from './changeStatus'

import { accountLimit } from '../accountLimit'
import { changeRoles } from './changeRoles'
import { changeTags } from './changeTags'
import { LineRefused } from './lineRefused'

type Work = {
  actor: Actor
  cells: readonly string[]
  mapping: Mapping
  req: PayloadRequest
  tenant: string
}

type Given = Partial<Record<PersonField, string>> & { email: string }

const givenBy = ({ cells, mapping }: Work): Given => {
  const said = Object.fromEntries(
    mapping.flatMap((field, at) => {
      const cell = (cells[at] ?? '').trim()

      return field && cell ? [[field, cell]] : []
    }),
  ) as Partial<Record<PersonField, string>>
  const email = (said.email ?? '').toLowerCase()
  if (!email || emailFault(email)) {
    throw new LineRefused('emailInvalid')
  }
  if (said.name && (said.name.length > PROFILE_LENGTH.name || !isOneLine(said.name))) {
    throw new LineRefused('nameInvalid')
  }
  if (said.locale && !isLocale(said.locale)) {
    throw new LineRefused('languageUnknown')
  }
  if (said.timeZone && !isTimeZone(said.timeZone)) {
    throw new LineRefused('zoneUnknown')
  }

  return { ...said, email }
}

const rolesIn = ({ roles = '' }: Given): Role[] =>
  listIn(roles).map((name) => {
    const role = ROLES.find((one) => one.toLowerCase() === name.toLowerCase())
    if (!role) {
      throw new LineRefused('roleUnknown')
    }

    return role
  })

/** The ids of the courses that a line names by their slugs, of those that the account is not in yet. */
const coursesToGive = async (
  { req, tenant }: Work,
  { account, courses = '' }: Given & { account: string },
): Promise<string[]> => {
  const slugs = [...new Set(listIn(courses))]
  if (slugs.length === 0) {
    return []
  }
  const found = await rows<{ id: string; isIn: boolean }>(
    req,
    sql`select c.id, exists (select 1 from enrollments e where e.course_id = c.id and e.learner_id = ${account}) as "isIn"
        from courses c where c.tenant_id = ${tenant} and c.deleted_at is null
          and c.slug in (select jsonb_array_elements_text(${JSON.stringify(slugs)}::jsonb))`,
  )
  if (found.length < slugs.length) {
    throw new LineRefused('courseUnknown')
  }

  return found.filter(({ isIn }) => !isIn).map(({ id }) => id)
}

/**
 * Makes the account that a line of a file speaks of, or gives the one that has its address what the line says: empty cells
 * change nothing, roles, tags and courses are added to. In the caller's transaction; said twice, the second changes nothing.
 */
export const importPerson = async (
  work: Work,
): Promise<{ account: string; email: string; result: LineResult }> => {
  const { actor, req, tenant } = work
  const given = givenBy(work)
  const roles = rolesIn(given)
  const known = await row<{ id: string; roles: string[]; status: string }>(
    req,
    sql`select u.id, u.status::text as status, coalesce((select array_agg(r.value::text) from users_roles r where r.parent_id = u.id), '{}') as roles
        from users u where u.tenant_id = ${tenant} and u.email_key = ${given.email} for no key update of u`,
  )
  if (known && !reaches(actor.roles ?? [], known.roles)) {
    throw new RuleError('aboveYou')
  }
  const account = known?.id ?? (await makeAccount(work, given))
  const told = known ? await describe(req, account, given) : true
  const tags = await changeTags({ account, add: listIn(given.tags ?? ''), remove: [], req })
  const held = await changeRoles({
    account,
    actor,
    add: known ? roles : ['student', ...roles],
    remove: [],
    req,
    tenant,
  })
  const courses = await coursesToGive(work, { ...given, account })
  if (courses.length > 0) {
    await announce({ data: { account, courses }, fact: 'account.coursesGiven', req, tenant })
  }
  const isChanged = told || tags?.changed || held?.changed || courses.length > 0

  return {
    account,
    email: given.email,
    result: known ? (isChanged ? 'changed' : 'unchanged') : 'added',
  }
}

const makeAccount = async ({ req, tenant }: Work, given: Given): Promise<string> => {
  const { name, bio, email, locale, timeZone } = given
  if (!name) {
    throw new LineRefused('nameInvalid')
  }
  await takeRoom({ ask: askOf(req), limit: accountLimit, more: 1, tenant })
  const id = newId()
  await rows(
    req,
    sql`insert into users (id, tenant_id, name, email, status, email_verified, locale, time_zone, bio, visibility, shows_courses)
        values (${id}, ${tenant}, ${name}, ${email}, 'pending', false, ${locale ?? null}::enum_users_locale,
          ${timeZone ? canonicalZone(timeZone) : null}, ${bio?.slice(0, PROFILE_LENGTH.bio) ?? null}, 'private', false)`,
  )

  return id
}

const describe = async (req: PayloadRequest, account: string, given: Given): Promise<boolean> => {
  const { name = null, bio = null, locale = null, timeZone = null } = given
  const zone = timeZone && canonicalZone(timeZone)
  const changed = await row(
    req,
    sql`update users set name = coalesce(${name}, name), bio = coalesce(${bio?.slice(0, PROFILE_LENGTH.bio) ?? null}, bio),
          locale = coalesce(${locale}::enum_users_locale, locale), time_zone = coalesce(${zone}, time_zone), updated_at = now()
        where id = ${account} and (name, coalesce(bio, ''), coalesce(locale::text, ''), coalesce(time_zone, '')) is distinct from
          (coalesce(${name}, name), coalesce(${bio?.slice(0, PROFILE_LENGTH.bio) ?? null}, bio, ''), coalesce(${locale}, locale::text, ''), coalesce(${zone}, time_zone, ''))
        returning 1`,
  )

  return Boolean(changed)
}
