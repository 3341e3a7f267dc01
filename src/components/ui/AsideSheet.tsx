'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { buttonStyle } from './buttonStyle'

/**
 * What stands beside the content on a desk, and on phones in a sheet from below that a button opens,
 * with or without scripts: the browser's own popover. `id` is unique on the page.
 */
export const AsideSheet = ({
  id,
  children,
  title,
}: {
  children: ReactNode
  id: string
  title: string
}) => {
  const t = useTranslations('ui')

  return (
    <div
      aria-label={title}
      className="max-h-[85dvh] w-full max-w-none overflow-y-auto overscroll-contain rounded-t-card border-t border-line bg-raised p-6 text-text shadow-float backdrop:bg-scrim max-lg:inset-x-0 max-lg:top-auto max-lg:bottom-0 max-lg:m-0 max-lg:pb-[max(1.5rem,env(safe-area-inset-bottom))] lg:static lg:block lg:max-h-none lg:overflow-visible lg:rounded-none lg:border-0 lg:bg-transparent lg:p-0 lg:shadow-none"
      id={id}
      popover="auto"
      role="group"
    >
      <div className="flex items-center justify-between gap-4 pb-4 lg:hidden">
        <span className="text-xl font-semibold">{title}</span>
        <button
          aria-label={t('close')}
          className={buttonStyle({ className: '-me-2', size: 'icon', variant: 'quiet' })}
          popoverTarget={id}
          popoverTargetAction="hide"
          type="button"
        >
          <X aria-hidden className="size-5" strokeWidth={1.5} />
        </button>
      </div>
      {children}
    </div>
  )
}

/** The button that opens an `AsideSheet`; on phones alone, since it is open everywhere else. */
export const AsideSheetButton = ({ children, sheet }: { children: ReactNode; sheet: string }) => (
  <button
    className={buttonStyle({ className: 'lg:hidden', variant: 'secondary' })}
    popoverTarget={sheet}
    type="button"
  >
    {children}
  </button>
)
