'use client'

import { Bookmark, Highlighter, NotebookPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'

import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'
import { Textarea } from '@/components/ui/Textarea'
import type { Note } from '@/domain/learning/notes'
import { LONGEST_NOTE } from '@/domain/learning/notes'

const ICONS = { bookmark: Bookmark, highlight: Highlighter, note: NotebookPen }

/** One note: where it is, what it says, and what can be done with it. */
export const NoteLine = ({
  note: { anchor, kind, text },
  onChange,
  onDrop,
  where,
}: {
  note: Note
  onChange: (text: string) => Promise<boolean>
  onDrop: () => Promise<boolean>
  /** Leads to its place. */
  where: ReactNode
}) => {
  const t = useTranslations('learn.notes')
  const [draft, setDraft] = useState<null | string>(null)
  const [isBusy, setBusy] = useState(false)
  const Icon = ICONS[kind]
  const busy = async (work: () => Promise<boolean>) => {
    setBusy(true)
    const isDone = await work()
    setBusy(false)

    return isDone
  }
  const keep = async () => {
    if (draft !== null && (await busy(() => onChange(draft.trim())))) {
      setDraft(null)
    }
  }

  return (
    <li className="flex gap-3 py-4">
      <Icon aria-hidden className="mt-1 size-4 shrink-0 text-subtle" strokeWidth={1.5} />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        {where}
        {anchor && (
          <Text
            as="div"
            className="border-s-2 border-accent-line ps-3 wrap-anywhere whitespace-pre-line"
            dir="auto"
            tone="muted"
          >
            {anchor.quote}
          </Text>
        )}
        {draft === null ? (
          <>
            {text && (
              <Text className="wrap-anywhere whitespace-pre-line" dir="auto">
                {text}
              </Text>
            )}
            <div className="-ms-3 flex flex-wrap gap-1">
              <Button onClick={() => setDraft(text)} size="small" variant="quiet">
                {text ? t('edit') : t('addWords')}
              </Button>
              <Button
                loading={isBusy}
                onClick={() => void busy(onDrop)}
                size="small"
                variant="quiet"
              >
                {t('drop')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <Textarea
              aria-label={t('text')}
              autoFocus
              dir="auto"
              maxLength={LONGEST_NOTE}
              onChange={({ target }) => setDraft(target.value)}
              value={draft}
            />
            <div className="flex flex-wrap gap-1">
              <Button
                disabled={kind === 'note' && !draft.trim()}
                loading={isBusy}
                onClick={() => void keep()}
                size="small"
              >
                {t('keep')}
              </Button>
              <Button onClick={() => setDraft(null)} size="small" variant="quiet">
                {t('cancel')}
              </Button>
            </div>
          </>
        )}
      </div>
    </li>
  )
}
