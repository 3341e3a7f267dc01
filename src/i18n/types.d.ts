import type { Locale as InterfaceLocale } from '@/domain/tenancy/locales'

import type { Messages as InterfaceMessages } from './messages'

declare module 'next-intl' {
  /** Makes a missing key and an unknown locale errors of the type checker. */
  interface AppConfig {
    Locale: InterfaceLocale
    Messages: InterfaceMessages
  }
}
