'use client'

import { useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import { MANAGERS } from '@/domain/identity/roles'

import { AccountState } from './people/AccountState'
import { STATUS_WORDS } from './people/statusWords'
import { mayView } from './people/ViewButton'
import { wordsIn } from './words'

/** On a person's form: how the account stands, and what can be done about it. */
export const PersonDesk = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { user } = useAuth()
  const roles = (user as null | { roles?: string[] })?.roles ?? []
  const canChange = [...MANAGERS, 'superAdmin' as const].some((role) => roles.includes(role))

  return id === undefined ? null : (
    <AccountState
      canChange={canChange}
      canView={mayView(user)}
      id={String(id)}
      language={i18n.language}
      words={wordsIn(i18n.language, STATUS_WORDS)}
    />
  )
}
