'use client'

import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'
import type { SharedLesson } from '@/operations/learning/lessonLearner'

import { EmbedFrame } from '../../shell/EmbedFrame'
import { useEmbedWords } from '../../shell/useEmbedWords'

/** Something of another site in a frame, which loads once the learner lets it. */
export const EmbedStage = ({ lesson: { embed, title } }: { lesson: SharedLesson['lesson'] }) => {
  const t = useTranslations('learn.embed')
  const words = useEmbedWords(embed?.host ?? '')

  return embed ? (
    <EmbedFrame isPage src={embed.src} title={title} words={words} />
  ) : (
    <Text tone="muted">{t('none')}</Text>
  )
}
