import { useTranslations } from 'next-intl'

import { Logo } from '@/components/ui/Logo'
import { TextLink } from '@/components/ui/TextLink'

import type { SchoolMark } from './SiteHeader'

import { AccountMenu } from './AccountMenu'
import { Preferences } from './Preferences'
import type { SessionUser } from './session'

/** The slim head of the classroom: the mark, the way back to one's courses, the account. */
export const LearnHeader = ({
  school,
  user,
}: {
  school: SchoolMark
  /** As `AccountMenu` knows it. */
  user: null | SessionUser | undefined
}) => {
  const t = useTranslations('shell')

  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="flex min-h-14 items-center gap-4 px-4 md:px-5">
        <TextLink
          className="inline-flex min-h-target min-w-0 items-center"
          href="/"
          variant="plain"
        >
          <Logo logo={school.logo} logoDark={school.logoDark} name={school.name} />
        </TextLink>
        <div className="ms-auto flex items-center gap-1">
          <TextLink
            className="px-3 text-sm max-sm:hidden"
            href="/dashboard"
            prefetch={false}
            variant="nav"
          >
            {t('dashboard')}
          </TextLink>
          <Preferences className="hidden md:flex" />
          <AccountMenu known={user} />
        </div>
      </div>
    </header>
  )
}
