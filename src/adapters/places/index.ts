import type { CityResponse, Reader } from 'maxmind'

import { open } from 'maxmind'

import type { Locale } from '@/domain/tenancy/locales'

import { env } from '@/env'

type Names = NonNullable<CityResponse['country']>['names']

/** MaxMind keeps no Hebrew names; English stands in for what a language lacks. */
const named = (names: Names | undefined, locale: Locale): string | undefined =>
  (locale === 'ru' ? names?.ru : undefined) ?? names?.en

const opened = new Map<string, Promise<Reader<CityResponse>>>()

/** The file stays open and is read anew when the operator replaces it. */
const reader = (path: string): Promise<Reader<CityResponse>> => {
  const known = opened.get(path) ?? open<CityResponse>(path, { watchForUpdates: true })
  opened.set(path, known)

  return known
}

/**
 * The place that an address is in, as `City, Country`, from the operator's file in MaxMind's format; null without a
 * file, for an address it does not know, and where the file cannot be read, which is logged once.
 */
export const placeOf = async ({
  address,
  locale,
  log,
}: {
  address: null | string
  locale: Locale
  log: (error: unknown) => void
}): Promise<null | string> => {
  const path = env().PLACES_FILE
  if (!path || !address) {
    return null
  }
  try {
    const found = (await reader(path)).get(address)
    const parts = [named(found?.city?.names, locale), named(found?.country?.names, locale)]

    return parts.filter(Boolean).join(', ') || null
  } catch (error) {
    if (!failed.has(path)) {
      failed.add(path)
      log(error)
    }

    return null
  }
}

const failed = new Set<string>()
