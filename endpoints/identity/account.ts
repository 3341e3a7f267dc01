import { z } from 'zod'

import type { Profile } from '@/operations/identity/profile'

import { isOneLine, PROFILE_LENGTH, VISIBILITIES } from '@/domain/identity/profile'
import { LOCALES } from '@/domain/tenancy/locales'
import { canonicalZone, isTimeZone } from '@/domain/tenancy/timeZones'
import { changeProfile, readProfile } from '@/operations/identity/profile'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'

const orMissing = (profile: null | Profile): Profile => {
  if (!profile) {
    throw new NotHere()
  }

  return profile
}

/**
 * GET /api/account: whoever is signed in, as they describe themselves: `{ id, name, email, bio, picture,
 * timeZone, locale, visibility, showsCourses }`. `picture` is a path or null; `timeZone` (IANA) and
 * `locale` are null where they follow the school.
 */
export const readAccount = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account',
  run: async ({ req }) => orMissing(await readProfile({ account: req.user.id, req })),
})

const change = z.object({
  name: z.string().trim().min(1).max(PROFILE_LENGTH.name).refine(isOneLine),
  bio: z.string().trim().max(PROFILE_LENGTH.bio),
  locale: z.enum(LOCALES).nullable(),
  showsCourses: z.boolean(),
  timeZone: z.string().max(64).refine(isTimeZone).transform(canonicalZone).nullable(),
  visibility: z.enum(VISIBILITIES),
})

/**
 * PATCH /api/account `{ name?, bio?, timeZone?, locale?, visibility?, showsCourses? }`: changes what is
 * named and answers all of it, as GET does. 400 `badInput` with the `fields` that are wrong.
 */
export const changeAccount = endpoint({
  input: change.partial(),
  method: 'patch',
  path: '/account',
  run: async ({ input, req, tenant }) =>
    orMissing(await changeProfile({ account: req.user.id, change: input, req, tenant })),
})
