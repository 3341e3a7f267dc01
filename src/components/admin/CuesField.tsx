'use client'

import { useField, useFormFields, useTranslation } from '@payloadcms/ui'

import { readCues, type Cue } from '@/domain/catalog/lessons/cues'

import { CuesTable } from './cues/CuesTable'
import { useAskable } from './cues/useAskable'
import { CUE_WORDS } from './cues/words'
import { wordsIn } from './words'

/** On the page of a lesson with a film or a recording: at which seconds which questions of its quiz are asked. */
export const CuesField = ({ path, readOnly = false }: { path: string; readOnly?: boolean }) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, CUE_WORDS)
  const { errorMessage, setValue, showError, value } = useField<Cue[] | null>({ path })
  const quiz = useFormFields(([fields]) => fields.quiz?.value)
  const film = useFormFields(
    ([fields]) => fields[fields.kind?.value === 'audio' ? 'audio' : 'video']?.value,
  )
  const askable = useAskable({
    drawn: words.drawn,
    film: typeof film === 'string' ? film : null,
    quiz: typeof quiz === 'string' ? quiz : null,
  })

  return (
    <section aria-label={words.heading} className="field-type lectern-captions lectern-cues">
      <h3>{words.heading}</h3>
      <p>{words.hint}</p>
      {typeof quiz === 'string' && quiz ? (
        <>
          <p>
            <a href={`/admin/collections/quizzes/${quiz}`}>{words.toQuiz}</a>{' '}
            <a href={`/admin/collections/quizzes/${quiz}/statistics`}>{words.toAnswers}</a>
          </p>
          <CuesTable
            askable={askable}
            cues={readCues(value) ?? []}
            isReadOnly={readOnly}
            onChange={(cues) => setValue(cues.length > 0 ? cues : null)}
            words={words}
          />
        </>
      ) : (
        <p role="status">{words.chooseQuiz}</p>
      )}
      {showError && <p role="alert">{errorMessage}</p>}
    </section>
  )
}
