import { cache } from 'react'

import { unstable_cache } from 'next/cache'
import { notFound, permanentRedirect } from 'next/navigation'

import type { School } from '@/operations/tenancy/school'
import type { PayloadRequest } from 'payload'

import { schoolTag } from '@/adapters/cache/revalidate'
import { SMALL_PRINT } from '@/domain/pages/smallPrint'
import { publishedPages } from '@/operations/pages/pages'
import { redirectFrom } from '@/operations/pages/redirects'
import { schoolOf } from '@/operations/tenancy/school'

import { asVisitor } from './request'

/**
 * Reads something for a public page and keeps it until the school's content changes. `key` names what
 * is read; the school is always part of it, since a cached render knows no host. `seconds`: it is read
 * anew after so many, for what changes without a word.
 */
export const cachedForSchool = <T>(
  tenant: string,
  key: readonly string[],
  read: (req: PayloadRequest) => Promise<T>,
  { seconds }: { seconds?: number } = {},
): Promise<T> =>
  unstable_cache(() => asVisitor(tenant, read), ['school', tenant, ...key], {
    revalidate: seconds,
    tags: [schoolTag(tenant)],
  })()

/** The school of a page's `[tenant]` parameter; the page is not found where there is none. */
export const currentSchool = cache(async (tenant: string): Promise<School> => {
  const school = await cachedForSchool(tenant, ['settings'], (req) => schoolOf({ req, tenant }))

  return school ?? notFound()
})

/** Sends whoever comes to an old address on to where its document is read now (308); not found where it is none. */
export const movedOrGone = async (tenant: string, path: string): Promise<never> => {
  const to = await cachedForSchool(tenant, ['moved', path], (req) => redirectFrom({ path, req }))

  return to === null ? notFound() : permanentRedirect(to)
}

/** The pages of small print that a school has published, in a set order. */
export const smallPrintOf = (tenant: string) =>
  cachedForSchool(tenant, ['small print'], (req) => publishedPages({ req, slugs: SMALL_PRINT }))
