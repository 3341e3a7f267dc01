'use client'

import { useAuth, useTranslation } from '@payloadcms/ui'
import Link from 'next/link'

import { idOf } from '@/domain/ids'

import { wordsIn } from './words'

const WORDS = {
  en: {
    link: 'Google, GitHub, your organisation and others',
    settings:
      'Password, mail, passkeys and the second step are chosen in the settings of the school.',
  },
  he: {
    link: 'Google, GitHub, הארגון שלכם ואחרים',
    settings: 'סיסמה, דוא״ל, מפתחות גישה והשלב השני נבחרים בהגדרות בית הספר.',
  },
  ru: {
    link: 'Google, GitHub, ваша организация и другие',
    settings: 'Пароль, письмо, ключи доступа и второй шаг выбираются в настройках школы.',
  },
}

/** Over the list of providers: where the other ways of signing in are chosen. */
export const WaysToSignIn = () => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const { user } = useAuth()
  const tenant = (user as null | { tenant?: string | { id: string } })?.tenant

  return (
    <p>
      {tenant ? (
        <a href={`/admin/collections/tenants/${idOf(tenant)}`}>{words.settings}</a>
      ) : (
        words.settings
      )}
    </p>
  )
}

/** Among the ways of signing in that a school chooses: where those of others are. */
export const ProvidersLink = () => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)

  return (
    <p className="field-type">
      <Link href="/admin/collections/sign-in-providers" prefetch={false}>
        {words.link}
      </Link>
    </p>
  )
}
