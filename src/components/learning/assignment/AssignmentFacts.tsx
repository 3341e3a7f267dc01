import { useFormatter, useTranslations } from 'next-intl'

import type { Assignment } from '@/domain/catalog/lessons/assignment'

import { Rubric } from './Rubric'
import { useWorkWords } from './useWorkWords'

/** What an assignment is worth, what it takes, and what happens late; the same for all of its learners. */
export const AssignmentFacts = ({ assignment }: { assignment: Assignment }) => {
  const t = useTranslations('learn.assignment')
  const list = useFormatter().list
  const { kinds, size } = useWorkWords(assignment)
  const { dueKind, late, lateDeduction, mostFiles, passMark, points, resubmission, resubmissions } =
    assignment
  const takes = [
    ...(assignment.takesText ? [t('takesText')] : []),
    ...(mostFiles > 0 ? [t('takesFiles', { count: mostFiles, kinds, size })] : []),
  ]
  const facts = [
    [t('takesLabel'), list(takes, { type: 'conjunction' })],
    [t('worthLabel'), t('worth', { percent: passMark, points })],
    ...(dueKind === 'none'
      ? []
      : [[t('lateLabel'), t(`late.${late}`, { percent: lateDeduction })] as const]),
    [t('againLabel'), t(`again.${resubmission}`, { count: resubmissions })],
  ] as const

  return (
    <>
      <dl className="grid gap-x-6 gap-y-2 border-y border-line py-4 text-sm md:grid-cols-[auto_1fr]">
        {facts.map(([label, fact]) => (
          <div className="contents max-md:flex max-md:flex-col" key={label}>
            <dt className="font-semibold">{label}</dt>
            <dd className="text-muted">{fact}</dd>
          </div>
        ))}
      </dl>
      {assignment.rubric.length > 0 && <Rubric rubric={assignment.rubric} />}
    </>
  )
}
