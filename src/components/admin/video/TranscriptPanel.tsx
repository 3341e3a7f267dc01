'use client'

import { Button, Link, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { COURSE_LANGUAGES, languageName } from '@/domain/catalog/languages'

import { wordsIn } from '../words'
import { TRANSCRIPT_WORDS } from './transcriptWords'
import { useTranscripts } from './useTranscripts'

/** What is said in a film, as a service writes it down: what there is of it, and the way to ask for another language. */
export const TranscriptPanel = ({ file }: { file: string }) => {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const words = wordsIn(i18n.language, TRANSCRIPT_WORDS)
  const { ask, transcripts } = useTranscripts(file)
  const [language, setLanguage] = useState('')
  const [isBusy, setBusy] = useState(false)
  const chosen = language || i18n.language
  const write = async () => {
    setBusy(true)
    const problem = await ask(chosen)
    if (problem) {
      toast.error(problem === 'noSpeechAccount' ? words.noAccount : words.failedToAsk)
    }
    setBusy(false)
  }

  return (
    <section aria-label={words.heading} className="lectern-video">
      <p>
        <b>{words.heading}</b>
      </p>
      {transcripts.map(({ captions, language: of, percent, reason, status }) => (
        <p data-status={status} key={of}>
          {languageName(of, i18n.language)} · {words.states[status]}
          {status === 'processing' && ` · ${percent} %`}
          {reason && ` · ${words.reasons[reason]}`}
          {captions && (
            <>
              {' · '}
              <Link href={`${config.routes.admin}/collections/media/${captions}`}>
                {words.edit}
              </Link>
            </>
          )}
        </p>
      ))}
      <p>
        <label>
          {words.language}{' '}
          <select onChange={({ target }) => setLanguage(target.value)} value={chosen}>
            {COURSE_LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {languageName(one, i18n.language)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void write()} size="small">
        {words.write}
      </Button>
      <p>{words.hint}</p>
    </section>
  )
}
