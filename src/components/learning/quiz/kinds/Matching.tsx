'use client'

import { useTranslations } from 'next-intl'

import { Select } from '@/components/ui/Select'

import type { KindProps } from './kind'

import { filledIn } from '../answers'
import { QuestionPicture } from '../pictures'
import { Group } from './Group'

/** What is asked, each with a list of all that may belong to it. */
export const Matching = ({ given, onAnswer, question, ...group }: KindProps) => {
  const { id, answers, sides = [] } = question
  const t = useTranslations('learn.quiz')
  const options = answers.map(({ id: value, text }) => ({ label: text, value }))

  return (
    <Group id={id} {...group}>
      <ul className="flex flex-col gap-3">
        {sides.map(({ id: side, picture, text }, at) => (
          <li
            className="grid items-center gap-x-6 gap-y-2 rounded-card border border-line bg-surface p-4 sm:grid-cols-2"
            key={side}
          >
            <span className="min-w-0 font-medium" id={`${id}-${side}`}>
              {text}
              <QuestionPicture id={picture} isSmall />
            </span>
            <Select
              aria-labelledby={`${id}-${side}`}
              name={id}
              onChange={({ target }) => onAnswer(filledIn(given, at, target.value, sides.length))}
              options={options}
              placeholder={t('chooseMatch')}
              value={given[at] ?? ''}
            />
          </li>
        ))}
      </ul>
    </Group>
  )
}
