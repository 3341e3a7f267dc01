import type { PayloadRequest } from 'payload'

import type { Billing } from '@/domain/commerce/invoices'
import type { Difference } from '@/domain/tenancy/differences'
import type { Locale } from '@/domain/tenancy/locales'

import type { Mover } from './overview'
import type { Place } from './place'
import type { MovePrice } from './price'
import type { Target } from './targets'

/** Where a place goes: to an offer and perhaps a cohort of its course, or to another person as it is. */
type MoveTo = { cohort: null | string; offer: string } | { email: string; name: string }

export type Pricing = {
  billing?: Billing | null
  /** What becomes of the difference, where staff say so; else the school's rule. */
  difference?: Difference
  line: string
  mover: Mover
  now: Date
  req: PayloadRequest
  tenant: string
  to: MoveTo
}

export type AskedMove = Pricing & {
  /** What was shown of the price; nothing is done at another one. */
  expects: { back: number; due: number }
  /** Named by whoever asks; asked twice under one key, there is one move. */
  key: string
  locale: Locale | null
  /** Origin of the school's pages. */
  origin: string
  reason: string
}

export type Planned = { place: Place; price: MovePrice; target: null | Target }
