'use client'

import { PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/Button'

import { NewText } from './NewText'

/** A button that opens the box for a new post. */
export const NewPost = ({ path }: { path: string }) => {
  const t = useTranslations('discussion')
  const [isOpen, setOpen] = useState(false)

  return isOpen ? (
    <NewText
      hasTitle
      label={t('yourPost')}
      onCancel={() => setOpen(false)}
      onSent={() => setOpen(false)}
      path={path}
      submit={t('publish')}
    />
  ) : (
    <Button className="self-start" onClick={() => setOpen(true)}>
      <PenLine aria-hidden className="size-5 shrink-0" strokeWidth={1.5} />
      {t('write')}
    </Button>
  )
}
