import { cache } from 'react'

import { unstable_cache } from 'next/cache'
import { notFound, permanentRedirect } from 'next/navigation'

import type { Locale } from '@/domain/tenancy/locales'
import type { School } from '@/operations/tenancy/school'
import type { PayloadRequest } from 'payload'

import { schoolTag } from '@/adapters/cache/revalidate'
import { AGREED_BY_SIGNING_UP } from '@/domain/identity/consents'
import { SMALL_PRINT } from '@/domain/pages/smallPrint'
import { publishedPages } from '@/operations/pages/pages'
import { furtherLanguage, pathIn } from '@/domain/tenancy/locales'
import { spokenIn } from '@/domain/tenancy/spoken'
import { redirectFrom } from '@/operations/pages/redirects'
import { schoolOf } from '@/operations/tenancy/school'
import { reading } from '@/operations/translation/reading'

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

/** The same under the name and with the tagline that it has in the reader's language: for whatever shows them. */
export const schoolFor = async ({
  locale,
  tenant,
}: {
  locale: Locale
  tenant: string
}): Promise<School> => spokenIn(await currentSchool(tenant), locale)

type Read<T> = (req: PayloadRequest) => Promise<T>

/** Whose pages they are, and in which language one is read. */
type Reader = { locale: Locale; tenant: string }

/** Like `cachedForSchool`, in the reader's language where the school writes in it: kept once for each of those. */
export const cachedForReader = async <T>(
  { locale, tenant }: Reader,
  key: readonly string[],
  read: Read<T>,
  options?: { seconds?: number },
): Promise<T> => {
  const language = furtherLanguage(await currentSchool(tenant), locale)

  return cachedForSchool(
    tenant,
    language ? [...key, `in ${language}`] : key,
    (req) => read(reading(req, language)),
    options,
  )
}

/** Reads for one visitor, in their language where the school writes in it; nothing of it is kept. */
export const asReader = async <T>({ locale, tenant }: Reader, read: Read<T>): Promise<T> => {
  const language = furtherLanguage(await currentSchool(tenant), locale)

  return asVisitor(tenant, (req) => read(reading(req, language)))
}

/** Sends whoever comes to an old address on to where its document is read now (308); not found where it is none. */
export const movedOrGone = async ({ locale, tenant }: Reader, path: string): Promise<never> => {
  const to = await cachedForSchool(tenant, ['moved', path], (req) => redirectFrom({ path, req }))

  return to === null
    ? notFound()
    : permanentRedirect(pathIn(await currentSchool(tenant), locale, to))
}

/** The pages of small print that a school has published, in a set order. */
export const smallPrintOf = (reader: Reader) =>
  cachedForReader(reader, ['small print'], (req) => publishedPages({ req, slugs: SMALL_PRINT }))

/** Those that whoever makes an account agrees to. */
export const signUpTexts = async (reader: Reader) =>
  (await smallPrintOf(reader)).filter(({ slug }) =>
    AGREED_BY_SIGNING_UP.some((one) => one === slug),
  )
