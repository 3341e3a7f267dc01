'use client'

import { useTranslations } from 'next-intl'

import type { CredentialFault } from '@/domain/identity/credentials'

import { PASSWORD_LENGTH } from '@/domain/identity/credentials'

/** Says what is wrong with what was typed; nothing when nothing is. */
export const useCredentialText = (): ((fault: CredentialFault | null) => string | undefined) => {
  const t = useTranslations('auth')

  return (fault) => {
    switch (fault) {
      case 'passwordLong':
        return t('passwordLong', { count: PASSWORD_LENGTH.most })
      case 'passwordShort':
        return t('passwordShort', { count: PASSWORD_LENGTH.least })
      case null:
        return undefined
      default:
        return t(fault)
    }
  }
}
