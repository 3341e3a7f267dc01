import type { ReleaseRule } from '@/domain/catalog/release'

import type { ReleaseWords } from './words'

/** Sections and lessons that a rule may name. */
export type Named = {
  id: string
  lessons: readonly { id: string; kind: string; title: string }[]
  title: string
}

const titleOf = (sections: readonly Named[], id: string): string | undefined =>
  sections.find((one) => one.id === id)?.title ??
  sections.flatMap(({ lessons }) => lessons).find((one) => one.id === id)?.title

/** A rule in a few words, as a chip says it. */
export const tellRelease = (
  rule: ReleaseRule,
  {
    language,
    sections,
    words,
  }: { language: string; sections: readonly Named[]; words: ReleaseWords },
): string => {
  switch (rule.kind) {
    case 'after': {
      const named = rule.lesson ?? rule.section

      return named ? words.after(titleOf(sections, named) ?? words.missing) : words.afterShort
    }
    case 'date':
      return new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'UTC',
      }).format(new Date(`${rule.at}Z`))
    case 'days':
      return words.daysShort(rule.days)
    case 'grade':
      return words.grade(rule.percent, titleOf(sections, rule.lesson) ?? words.missing)
  }
}
