import type { PayloadRequest } from 'payload'
import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Visibility } from '@/domain/identity/profile'
import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { portraitPath } from '@/domain/identity/portraits'
import { STAFF } from '@/domain/identity/roles'
import { announce } from '@hooks/events/announce'

/** What a person says about themselves, and who may see it. */
export type Profile = {
  bio: string
  email: string
  id: string
  /** Null where it follows the school. */
  locale: Locale | null
  name: string
  /** Path of the picture, or null. */
  picture: null | string
  showsCourses: boolean
  /** IANA name; null where it follows the school. */
  timeZone: null | string
  visibility: Visibility
}

/** What a person may change of it; what is left out stays. */
export type ProfileChange = Partial<Omit<Profile, 'email' | 'id' | 'picture'>>

type Row = Omit<Profile, 'picture'> & { image: null | string; roles: string[] }

const COLUMNS = sql`u.id, u.email, u.name, coalesce(u.bio, '') as bio, u.locale, u.time_zone as "timeZone", u.image,
  coalesce(u.visibility, 'private') as visibility, coalesce(u.shows_courses, false) as "showsCourses",
  coalesce((select array_agg(r.value::text) from users_roles r where r.parent_id = u.id), '{}') as roles`

const profileFrom = (found: Row): Profile => {
  const { id, name, bio, email, locale, showsCourses, timeZone, visibility } = found
  const picture = portraitPath({ account: id, picture: found.image })

  return { id, name, bio, email, locale, picture, showsCourses, timeZone, visibility }
}

/** The profile of an account of this school, or null. Asks nobody who may see it. */
export const readProfile = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<null | Profile> => {
  const found = await row<Row>(req, sql`select ${COLUMNS} from users u where u.id = ${account}`)

  return found ? profileFrom(found) : null
}

/** One assignment for each thing that is said, and no other: two changes at once keep both. */
const assignments = ({
  name,
  bio,
  locale,
  showsCourses,
  timeZone,
  visibility,
}: ProfileChange): SQL[] => [
  ...(name === undefined ? [] : [sql`name = ${name}`]),
  ...(bio === undefined ? [] : [sql`bio = ${bio}`]),
  ...(locale === undefined ? [] : [sql`locale = ${locale}::enum_users_locale`]),
  ...(showsCourses === undefined ? [] : [sql`shows_courses = ${showsCourses}`]),
  ...(timeZone === undefined ? [] : [sql`time_zone = ${timeZone}`]),
  ...(visibility === undefined ? [] : [sql`visibility = ${visibility}::enum_users_visibility`]),
]

const teaches = ({ roles }: Row): boolean => STAFF.some((role) => roles.includes(role))

/**
 * Changes what a person says about themselves, in the caller's transaction, and answers all of it as it
 * is then. Who teaches stands on public pages by name, so theirs are made anew.
 */
export const changeProfile = async ({
  account,
  change,
  req,
  tenant,
}: {
  account: string
  change: ProfileChange
  req: PayloadRequest
  tenant: string
}): Promise<null | Profile> => {
  const said = assignments(change)
  if (said.length === 0) {
    return readProfile({ account, req })
  }
  const found = await row<Row>(
    req,
    sql`update users u set ${sql.join(said, sql`, `)}, updated_at = now() where u.id = ${account} returning ${COLUMNS}`,
  )
  if (found && change.name !== undefined && teaches(found)) {
    await announce({
      data: { id: account, collection: 'users' },
      fact: 'content.changed',
      req,
      tenant,
    })
  }
  if (found && change.timeZone !== undefined) {
    await announce({ data: { account }, fact: 'zone.changed', req, tenant })
  }

  return found ? profileFrom(found) : null
}
