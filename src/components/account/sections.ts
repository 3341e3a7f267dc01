import type { LucideIcon } from 'lucide-react'

import {
  Award,
  Bell,
  BellRing,
  EyeOff,
  HandCoins,
  Receipt,
  RefreshCw,
  School,
  ShieldCheck,
  UserRound,
} from 'lucide-react'

/** The pages of an account, in the order of its navigation. */
export const ACCOUNT_SECTIONS = [
  { href: '/account', icon: UserRound, key: 'profile' },
  { href: '/account/security', icon: ShieldCheck, key: 'security' },
  { href: '/account/schools', icon: School, key: 'schools' },
  { href: '/account/inbox', icon: Bell, key: 'inbox' },
  { href: '/account/notifications', icon: BellRing, key: 'notifications' },
  { href: '/account/plans', icon: RefreshCw, key: 'plans' },
  { href: '/account/privacy', icon: EyeOff, key: 'privacy' },
  { href: '/account/orders', icon: Receipt, key: 'orders' },
  { href: '/account/earnings', icon: HandCoins, key: 'earnings' },
  { href: '/account/certificates', icon: Award, key: 'certificates' },
] as const satisfies { href: string; icon: LucideIcon; key: string }[]
