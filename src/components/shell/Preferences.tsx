'use client'

import { cn } from '@/components/ui/classes'
import { LocaleSwitch } from '@/components/ui/LocaleSwitch'
import { ThemeToggle } from '@/components/ui/ThemeToggle'
import type { Locale } from '@/domain/tenancy/locales'

import { callApi } from './api'
import { fetchSession } from './session'

/** Keeps a language for the account, where somebody is signed in, since it goes before what the browser remembers. */
const keepForAccount = async (locale: Locale): Promise<void> => {
  if (await fetchSession()) {
    await callApi('/api/account', { body: { locale }, method: 'PATCH' })
  }
}

/** Language and theme: in the header where there is room, in the footer on phones. */
export const Preferences = ({ className }: { className?: string }) => (
  <div className={cn('items-center gap-1', className)}>
    <LocaleSwitch onChoose={keepForAccount} />
    <ThemeToggle />
  </div>
)
