'use client'

import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'
import type { SharedLesson } from '@/operations/learning/lessonLearner'

/** Something of another site in a frame, which loads once the learner lets it: until then that site knows nothing of them. */
export const EmbedStage = ({ lesson: { embed, title } }: { lesson: SharedLesson['lesson'] }) => {
  const t = useTranslations('learn.embed')
  const [isOpen, setOpen] = useState(false)
  if (!embed) {
    return <Text tone="muted">{t('none')}</Text>
  }
  const { src } = embed
  // Set apart from the direction of the words around it.
  const host = `\u2066${embed.host}\u2069`

  return isOpen ? (
    <iframe
      allow="fullscreen; picture-in-picture"
      className="aspect-video min-h-96 w-full rounded-card border border-line bg-surface"
      referrerPolicy="strict-origin-when-cross-origin"
      sandbox="allow-scripts allow-same-origin allow-presentation allow-popups allow-forms"
      src={src}
      title={title}
    />
  ) : (
    <div className="flex aspect-video min-h-72 w-full flex-col items-center justify-center gap-4 rounded-card border border-line bg-sunken px-6 py-8 text-center">
      <ExternalLink aria-hidden className="size-8 text-subtle" strokeWidth={1.5} />
      <Text className="max-w-form text-pretty">{t('body', { host })}</Text>
      <Button onClick={() => setOpen(true)}>{t('show', { host })}</Button>
    </div>
  )
}
