import type { LucideIcon } from 'lucide-react'

import { EyeOff, Receipt, UserRound } from 'lucide-react'

/** The pages of an account, in the order of its navigation. */
export const ACCOUNT_SECTIONS = [
  { href: '/account', icon: UserRound, key: 'profile' },
  { href: '/account/privacy', icon: EyeOff, key: 'privacy' },
  { href: '/account/orders', icon: Receipt, key: 'orders' },
] as const satisfies { href: string; icon: LucideIcon; key: string }[]
