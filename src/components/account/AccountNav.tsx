'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'
import { Menu, MenuLink } from '@/components/ui/Menu'
import { TextLink } from '@/components/ui/TextLink'

import { ACCOUNT_SECTIONS } from './sections'

/** Whether a page is the section's own, or lies below it. */
const isIn = (path: string, href: string): boolean =>
  path === href || (href !== '/account' && path.startsWith(`${href}/`))

/** The pages of the account, that of earnings for who `earns`: beside the page where there is room, in a menu above it on phones. */
export const AccountNav = ({ earns }: { earns: boolean }) => {
  const t = useTranslations('account')
  const path = usePathname()
  const sections = ACCOUNT_SECTIONS.filter(
    ({ href, key }) => earns || key !== 'earnings' || isIn(path, href),
  )
  const current = ACCOUNT_SECTIONS.find(({ href }) => isIn(path, href)) ?? ACCOUNT_SECTIONS[0]
  const Icon = current.icon

  return (
    <nav aria-label={t('navigation')}>
      <ul className="hidden flex-col gap-1 md:flex">
        {sections.map(({ href, icon: Mark, key }) => (
          <li key={key}>
            <TextLink
              aria-current={key === current.key ? 'page' : undefined}
              className="flex gap-3 rounded-control px-3 hover:bg-sunken aria-[current=page]:bg-accent-soft"
              href={href}
              prefetch={false}
              variant="nav"
            >
              <Mark aria-hidden className="size-5 shrink-0" strokeWidth={1.5} />
              {t(`${key}.title`)}
            </TextLink>
          </li>
        ))}
      </ul>
      <div className="md:hidden">
        <Menu
          align="start"
          label={t('navigation')}
          trigger={
            <Button className="w-full justify-between px-4" variant="secondary">
              <span className="inline-flex items-center gap-3">
                <Icon aria-hidden className="size-5 text-muted" strokeWidth={1.5} />
                {t(`${current.key}.title`)}
              </span>
              <ChevronsUpDown aria-hidden className="size-5 text-muted" strokeWidth={1.5} />
            </Button>
          }
        >
          {sections.map(({ href, icon: Mark, key }) => (
            <MenuLink
              aria-current={key === current.key ? 'page' : undefined}
              href={href}
              key={key}
              prefetch={false}
            >
              <Mark aria-hidden strokeWidth={1.5} />
              {t(`${key}.title`)}
              {key === current.key && <Check aria-hidden className="ms-auto" strokeWidth={1.5} />}
            </MenuLink>
          ))}
        </Menu>
      </div>
    </nav>
  )
}
