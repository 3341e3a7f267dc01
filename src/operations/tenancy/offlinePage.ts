import { closedPage } from '@/adapters/closed/page'
import { isLocale } from '@/domain/tenancy/locales'

import type { School } from './school'

/** The page of a school that stands in the place of others without a network, in one language. */
export const offlinePage = ({ name, brand, locale, supportEmail }: School, asked: string): string =>
  closedPage({
    face: { ...brand, name, radius: String(brand.radius), supportEmail },
    locale: isLocale(asked) ? asked : locale,
    reason: 'offline',
  })
