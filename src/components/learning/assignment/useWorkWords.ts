import { useFormatter, useTranslations } from 'next-intl'

import type { Assignment } from '@/domain/catalog/lessons/assignment'

import { fileSize } from '@/domain/catalog/resources'

/** The kinds of files that an assignment takes, and how large one may be, in words. */
export const useWorkWords = ({ fileKinds, mostBytes }: Assignment) => {
  const t = useTranslations('learn.assignment.kinds')
  const format = useFormatter()
  const { unit, value } = fileSize(mostBytes)

  return {
    kinds: format.list(
      fileKinds.map((kind) => t(kind)),
      { type: 'disjunction' },
    ),
    size: format.number(value, { style: 'unit', unit, unitDisplay: 'short' }),
  }
}
