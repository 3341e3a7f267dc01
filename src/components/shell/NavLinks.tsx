'use client'

import { Menu as MenuIcon } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/Button'
import { Sheet } from '@/components/ui/Sheet'
import { TextLink } from '@/components/ui/TextLink'
import { plainPath } from '@/domain/tenancy/locales'

/** A place the header or the footer leads to. The label is the school's own, or a translated one. */
export type NavLink = { href: string; label: string }

/** The header's links: in a row where there is room, in a sheet on phones. The page one is on is marked. */
export const NavLinks = ({ links }: { links: readonly NavLink[] }) => {
  const t = useTranslations('shell')
  const path = plainPath(usePathname())
  const [open, setOpen] = useState(false)
  if (links.length === 0) {
    return null
  }
  const list = links.map(({ href, label }) => (
    <li key={href}>
      <TextLink
        aria-current={href === path ? 'page' : undefined}
        href={href}
        onClick={() => setOpen(false)}
        variant="nav"
      >
        {label}
      </TextLink>
    </li>
  ))

  return (
    <nav aria-label={t('mainNavigation')}>
      <ul className="hidden items-center gap-6 md:flex">{list}</ul>
      <div className="md:hidden">
        <Sheet
          onOpenChange={setOpen}
          open={open}
          side="start"
          title={t('menu')}
          trigger={
            <Button aria-label={t('openMenu')} size="icon" variant="quiet">
              <MenuIcon aria-hidden className="size-5" strokeWidth={1.5} />
            </Button>
          }
        >
          <ul className="flex flex-col gap-1">{list}</ul>
        </Sheet>
      </div>
    </nav>
  )
}
