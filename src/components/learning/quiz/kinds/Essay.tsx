'use client'

import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'
import { Textarea } from '@/components/ui/Textarea'
import { MOST_ESSAY } from '@/domain/learning/questions/typed'

import type { KindProps } from './kind'

import { Group } from './Group'

/** A text of the learner's own, with how many words it has. */
export const Essay = ({ given, onAnswer, question, ...group }: KindProps) => {
  const { id, mostWords } = question
  const t = useTranslations('learn.quiz')
  const [text = ''] = given
  const count = text.match(/\S+/gu)?.length ?? 0

  return (
    <Group id={id} {...group}>
      <Textarea
        aria-describedby={`${id}-words`}
        aria-label={t('yourAnswer')}
        dir="auto"
        maxLength={MOST_ESSAY}
        name={id}
        onChange={({ target }) => onAnswer([target.value])}
        rows={8}
        value={text}
      />
      <Text
        className="tabular-nums"
        id={`${id}-words`}
        size="small"
        tone={mostWords && count > mostWords ? 'danger' : 'muted'}
      >
        {mostWords ? t('wordsOf', { count, most: mostWords }) : t('words', { count })}
      </Text>
    </Group>
  )
}
