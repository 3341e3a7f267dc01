'use client'

import { Check, Copy, Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'

import { Button } from '@/components/ui/Button'
import { cn } from '@/components/ui/classes'
import { TextLink } from '@/components/ui/TextLink'
import { shareLinks } from '@/domain/pages/shareLinks'

const never = () => () => undefined

/** How long a copied link says so. */
const SAID_MS = 2500

/** Ways to pass a page on: what the device offers, a copied link, and plain links to networks, which work without scripts. */
export const ShareLinks = ({
  short,
  title,
  url,
}: {
  /** Another address of the page, for copying. */
  short?: string
  title: string
  url: string
}) => {
  const t = useTranslations('share')
  const [isCopied, setCopied] = useState(false)
  const canShare = useSyncExternalStore(
    never,
    () => 'share' in navigator,
    () => false,
  )
  // Null until the page is alive: the button's place is kept, so that nothing moves when it comes.
  const canCopy = useSyncExternalStore<boolean | null>(
    never,
    () => 'clipboard' in navigator,
    () => null,
  )
  const copy = async () => {
    await navigator.clipboard.writeText(short ?? url)
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_MS)
  }

  return (
    <nav
      aria-label={t('title')}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden"
    >
      {canShare && (
        <Button
          className="-ms-4"
          onClick={() => void navigator.share({ title, url }).catch(() => undefined)}
          size="small"
          variant="quiet"
        >
          <Share2 aria-hidden className="size-4" strokeWidth={1.5} />
          {t('share')}
        </Button>
      )}
      {canCopy !== false && (
        <Button
          className={cn(!canShare && '-ms-4', canCopy === null && 'invisible')}
          onClick={() => void copy().catch(() => undefined)}
          size="small"
          variant="quiet"
        >
          {isCopied ? (
            <Check aria-hidden className="size-4" strokeWidth={1.5} />
          ) : (
            <Copy aria-hidden className="size-4" strokeWidth={1.5} />
          )}
          <span aria-live="polite">{t(isCopied ? 'copied' : 'copy')}</span>
        </Button>
      )}
      {shareLinks({ title, url }).map(({ name, href }) => (
        <TextLink
          className="inline-flex min-h-target items-center text-sm"
          href={href}
          key={name}
          prefetch={false}
          target="_blank"
          variant="quiet"
        >
          {name}
        </TextLink>
      ))}
    </nav>
  )
}
