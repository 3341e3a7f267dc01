'use client'

import { useTranslation } from '@payloadcms/ui'

import type { Step } from '@/domain/catalog/publication/workflow'
import type { LogLine } from '@/operations/catalog/publication'

import { wordsIn } from '../words'
import { Checklist } from './Checklist'
import { History, Reasons } from './History'
import { Links } from './Links'
import { Steps } from './Steps'
import { usePublication } from './usePublication'
import { PUBLICATION_WORDS } from './words'

/** The return of a course that nobody has submitted anew since. */
const lastReturn = (log: readonly LogLine[]): LogLine | undefined => {
  const last = log.find(({ step }) => step !== 'answer')

  return last?.step === 'reject' ? last : undefined
}

/**
 * How a course stands on its way to learners: its stage, why it was returned, what may be done, what is
 * missing, and what was done and said before. `version` changes when the course was saved.
 */
export const Panel = ({
  course,
  isListOpen = false,
  onTaken = () => undefined,
  version,
}: {
  course: string
  isListOpen?: boolean
  onTaken?: (step: Step) => void
  version?: unknown
}) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, PUBLICATION_WORDS)
  const { hasFailed, publication, step } = usePublication(course, version)
  if (!publication) {
    return <p aria-live="polite">{hasFailed ? words.failed : '…'}</p>
  }
  const { checklist, isPublished, log, stage } = publication
  const returned = lastReturn(log)

  return (
    <>
      <p>
        <b className="lectern-stage" data-stage={stage}>
          {words.stage[stage]}
        </b>{' '}
        {words.hint[stage]} {stage === 'inReview' && isPublished && words.isPublic}
      </p>
      {returned && (
        <div className="lectern-publication-return" role="note">
          <b>
            {words.returned}
            {returned.author && (
              <>
                {' · '}
                <bdi>{returned.author}</bdi>
              </>
            )}
          </b>
          <Reasons line={returned} words={words} />
        </div>
      )}
      <Steps onTaken={onTaken} publication={publication} take={step} words={words} />
      <Checklist findings={checklist} isOpen={isListOpen} words={words} />
      <Links course={course} words={words} />
      <History language={i18n.language} log={log} words={words} />
    </>
  )
}
