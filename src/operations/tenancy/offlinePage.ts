import { closedPage } from '@/adapters/closed/page'
import type { Locale } from '@/domain/tenancy/locales'

import type { School } from './school'

/** The page of a school that stands in the place of others without a network, in one language. */
export const offlinePage = ({ name, brand, supportEmail }: School, asked: Locale): string =>
  closedPage({
    face: { ...brand, name, radius: String(brand.radius), supportEmail },
    locale: asked,
    reason: 'offline',
  })
