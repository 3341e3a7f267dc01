import { useTranslations } from 'next-intl'

import { Container } from '@/components/ui/Container'
import { Island } from '@/components/ui/Island'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

import type { NavLink } from './NavLinks'
import { Preferences } from './Preferences'
import type { SchoolMark } from './SiteHeader'

/** The foot of every page of a school: its name and where its small print is. */
export const SiteFooter = ({
  links = [],
  school,
}: {
  links?: readonly NavLink[]
  school: SchoolMark
}) => {
  const t = useTranslations('shell')

  return (
    <footer className="mt-auto border-t border-line print:hidden">
      <Container className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-8">
        <Text size="small" tone="muted">
          {t('copyright', { school: school.name })}
        </Text>
        {links.length > 0 && (
          <nav aria-label={t('footerNavigation')}>
            <ul className="flex flex-wrap gap-x-6">
              {links.map(({ href, label }) => (
                <li key={href}>
                  <TextLink
                    className="inline-flex min-h-target items-center text-sm"
                    href={href}
                    variant="quiet"
                  >
                    {label}
                  </TextLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <Island name="Preferences" given={{ className: 'flex md:hidden' }} of={Preferences} />
      </Container>
    </footer>
  )
}
