'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'

import type { Step } from '@/domain/catalog/publication/workflow'

import { wordsIn } from './words'
import { Panel } from './publication/Panel'
import { PUBLICATION_WORDS } from './publication/words'

/** Steps after which the form shows another course than the one that stands. */
const RELOADS: readonly Step[] = ['approve', 'archive', 'reopen']

/** At the head of a course's form: how it stands on its way to learners. */
export const CoursePublication = () => {
  const { id, isTrashed, lastUpdateTime } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, PUBLICATION_WORDS)
  if (!id || isTrashed) {
    return null
  }

  return (
    <section aria-label={words.heading} className="lectern-publication" id="publication">
      <h3>{words.heading}</h3>
      <Panel
        course={String(id)}
        onTaken={(step) => RELOADS.includes(step) && window.location.reload()}
        version={lastUpdateTime}
      />
    </section>
  )
}
