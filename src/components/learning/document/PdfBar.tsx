'use client'

import {
  ArrowDown,
  ArrowUp,
  Maximize,
  Minimize,
  Search as SearchIcon,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/Button'
import { Input } from '@/components/ui/Input'
import { Text } from '@/components/ui/Text'

import type { Search } from './useSearch'

const ICON = { 'aria-hidden': true, className: 'size-5', strokeWidth: 1.5 } as const

type BarProps = {
  isFull: boolean
  onFull: () => void
  onPage: (page: number) => void
  onPhrase: (phrase: string) => void
  onZoom: (step: -1 | 1) => void
  page: number
  pages: number
  phrase: string
  search: Search
  /** In percent of the width there is. */
  zoom: number
}

/** What can be done with a document: its pages, its size, the whole screen, and a search in it. */
export const PdfBar = (props: BarProps) => {
  const t = useTranslations('learn.document')
  const { isFull, onFull, onZoom, zoom } = props
  const [isSearching, setSearching] = useState(false)

  return (
    <div className="flex flex-col border-b border-line bg-surface">
      <div
        aria-label={t('tools')}
        className="flex flex-wrap items-center gap-x-1 px-2 py-1"
        role="toolbar"
      >
        <Pages {...props} />
        <div className="flex-1" />
        <Button aria-label={t('zoomOut')} onClick={() => onZoom(-1)} size="icon" variant="quiet">
          <ZoomOut {...ICON} />
        </Button>
        <Text as="span" className="w-12 text-center tabular-nums max-sm:hidden" size="small">
          {t('zoom', { percent: zoom })}
        </Text>
        <Button aria-label={t('zoomIn')} onClick={() => onZoom(1)} size="icon" variant="quiet">
          <ZoomIn {...ICON} />
        </Button>
        <Button
          aria-expanded={isSearching}
          aria-label={t('search')}
          onClick={() => {
            setSearching(!isSearching)
            props.onPhrase('')
          }}
          size="icon"
          variant="quiet"
        >
          <SearchIcon {...ICON} />
        </Button>
        <Button
          aria-label={isFull ? t('leaveFull') : t('full')}
          onClick={onFull}
          size="icon"
          variant="quiet"
        >
          {isFull ? <Minimize {...ICON} /> : <Maximize {...ICON} />}
        </Button>
      </div>
      {isSearching && <Find {...props} />}
    </div>
  )
}

const Pages = ({ onPage, page, pages }: BarProps) => {
  const t = useTranslations('learn.document')
  const [typed, setTyped] = useState<null | string>(null)
  const go = () => {
    const wanted = Math.round(Number(typed))
    if (wanted >= 1) {
      onPage(Math.min(wanted, pages))
    }
    setTyped(null)
  }

  return (
    <>
      <Button
        aria-label={t('previous')}
        className="max-sm:hidden"
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
        size="icon"
        variant="quiet"
      >
        <ArrowUp {...ICON} />
      </Button>
      <Button
        aria-label={t('next')}
        className="max-sm:hidden"
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
        size="icon"
        variant="quiet"
      >
        <ArrowDown {...ICON} />
      </Button>
      <div className="flex items-center gap-2 ps-1" dir="ltr">
        <Input
          aria-label={t('page')}
          className="w-14 px-1 text-center tabular-nums"
          inputMode="numeric"
          onBlur={go}
          onChange={({ target }) => setTyped(target.value)}
          onFocus={({ target }) => target.select()}
          onKeyDown={({ key }) => {
            if (key === 'Enter') {
              go()
            }
          }}
          value={typed ?? String(page)}
        />
        <Text as="span" className="tabular-nums" size="small" tone="muted">
          / {pages}
        </Text>
      </div>
    </>
  )
}

const Find = ({ onPhrase, phrase, search: { at, found, isLooking, step } }: BarProps) => {
  const t = useTranslations('learn.document')
  const said =
    phrase.trim() === ''
      ? ''
      : found.length > 0
        ? t('foundAt', { at: at + 1, count: found.length })
        : isLooking
          ? t('looking')
          : t('notFound')

  return (
    <div className="flex items-center gap-1 border-t border-line px-2 py-1">
      <Input
        aria-label={t('searchFor')}
        autoFocus
        className="min-w-0 flex-1"
        dir="auto"
        maxLength={200}
        onChange={({ target }) => onPhrase(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            step(event.shiftKey ? -1 : 1)
          }
        }}
        placeholder={t('searchFor')}
        type="search"
        value={phrase}
      />
      <Text
        aria-live="polite"
        as="span"
        className="px-1 whitespace-nowrap tabular-nums"
        role="status"
        size="small"
        tone="muted"
      >
        {said}
      </Text>
      <Button
        aria-label={t('foundPrevious')}
        disabled={found.length === 0}
        onClick={() => step(-1)}
        size="icon"
        variant="quiet"
      >
        <ArrowUp {...ICON} />
      </Button>
      <Button
        aria-label={t('foundNext')}
        disabled={found.length === 0}
        onClick={() => step(1)}
        size="icon"
        variant="quiet"
      >
        <ArrowDown {...ICON} />
      </Button>
    </div>
  )
}
