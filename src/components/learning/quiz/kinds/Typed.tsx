'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'

import { Input } from '@/components/ui/Input'
import { Text } from '@/components/ui/Text'
import { plainNumber, withoutUnit } from '@/domain/learning/questions/numbers'
import { MOST_TYPED } from '@/domain/learning/questions/words'

import type { KindProps } from './kind'

import { filledIn } from '../answers'
import { decimalSignIn } from './decimalSign'
import { Group } from './Group'

/** A few words of the learner's own. */
export const ShortText = ({ given, onAnswer, question: { id }, ...group }: KindProps) => {
  const t = useTranslations('learn.quiz')

  return (
    <Group id={id} {...group}>
      <Input
        aria-label={t('yourAnswer')}
        autoComplete="off"
        className="max-w-lg"
        dir="auto"
        maxLength={MOST_TYPED}
        name={id}
        onChange={({ target }) => onAnswer([target.value])}
        spellCheck={false}
        value={given[0] ?? ''}
      />
    </Group>
  )
}

/** A number, typed with the reader's own signs; kept with a point, however it is written. */
export const NumberAnswer = ({ given, onAnswer, question, ...group }: KindProps) => {
  const { id, unit } = question
  const t = useTranslations('learn.quiz')
  const sign = decimalSignIn(useLocale())
  const [typed, setTyped] = useState(() => (given[0] ?? '').replace('.', sign))
  const plainOf = (text: string) => plainNumber(withoutUnit(text, unit), sign)
  const isOdd = typed.trim() !== '' && plainOf(typed) === null

  return (
    <Group id={id} {...group}>
      <div className="flex items-center gap-3">
        <Input
          aria-describedby={isOdd ? `${id}-odd` : undefined}
          aria-label={unit ? t('answerIn', { unit }) : t('yourAnswer')}
          autoComplete="off"
          className="max-w-48 rtl:text-end"
          dir="ltr"
          inputMode="decimal"
          maxLength={60}
          name={id}
          onChange={({ target }) => {
            setTyped(target.value)
            onAnswer([plainOf(target.value) ?? target.value])
          }}
          value={typed}
        />
        {unit && (
          <Text aria-hidden as="span" tone="muted">
            {unit}
          </Text>
        )}
      </div>
      {isOdd && (
        <Text id={`${id}-odd`} size="small" tone="muted">
          {t('notNumber', { example: `1${sign}5` })}
        </Text>
      )}
    </Group>
  )
}

const GAP = /\[(\d+)\]/

/** A text with a box in the place of each gap. */
export const Cloze = ({ given, onAnswer, question, ...group }: KindProps) => {
  const { id, gaps = 0, text = '' } = question
  const t = useTranslations('learn.quiz')
  const parts = text.split(GAP)

  return (
    <Group id={id} {...group}>
      <div className="leading-[3.25rem] whitespace-pre-line" dir="auto">
        {parts.map((part, at) => {
          const gap = Number(part) - 1
          if (at % 2 === 0) {
            return part
          }

          return gap >= 0 && gap < gaps ? (
            <Input
              aria-label={t('gap', { count: gaps, number: gap + 1 })}
              autoComplete="off"
              className="mx-1 inline-block w-40 max-w-full align-middle leading-normal"
              dir="auto"
              key={part}
              maxLength={MOST_TYPED}
              name={id}
              onChange={({ target }) => onAnswer(filledIn(given, gap, target.value, gaps))}
              spellCheck={false}
              value={given[gap] ?? ''}
            />
          ) : (
            `[${part}]`
          )
        })}
      </div>
    </Group>
  )
}
