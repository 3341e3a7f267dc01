'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { cn } from '@/components/ui/classes'
import { Text } from '@/components/ui/Text'
import type { Answer } from '@/domain/learning/questions/types'
import { clockOf } from '@/domain/media/chapters'
import { directionOf } from '@/domain/tenancy/locales'
import type { AnsweredCue, FilmCue, GivenAnswer } from '@/operations/learning/filmCues'

import { unanswered } from '../../quiz/answers'
import { GradedQuestion } from '../../quiz/GradedQuestion'
import { PicturesContext } from '../../quiz/pictures'
import { QuizQuestion } from '../../quiz/QuizQuestion'
import type { Cues } from './useCues'

/** A question over the film that stopped for it, or under the recording that did, and then what became of the answer. */
export const CueDialog = ({
  cues,
  isOfSound = false,
  lesson,
}: {
  cues: Cues
  isOfSound?: boolean
  lesson: string
}) => {
  const { film, shown } = cues
  const t = useTranslations('learn.cues')
  const locale = useLocale()
  const frame = useRef<HTMLElement>(null)
  const id = shown?.id
  useEffect(() => frame.current?.focus(), [id])

  return (
    shown &&
    film && (
      <section
        aria-label={t(isOfSound ? 'dialogOfSound' : 'dialog')}
        className={cn(
          // A frame of a film sets lines without any height.
          'leading-normal text-text outline-none',
          isOfSound
            ? 'mt-4 border-t border-line pt-5'
            : 'pointer-events-auto absolute inset-0 z-10 overflow-y-auto bg-canvas px-4 py-6 md:px-10',
        )}
        dir={directionOf(locale)}
        onKeyDown={(event) => {
          // Keys that answer are not for the film.
          event.stopPropagation()
          if (event.key === 'Escape' && (!shown.isBlocking || shown.answered)) {
            cues.close(null)
          }
        }}
        ref={frame}
        role="dialog"
        tabIndex={-1}
      >
        <PicturesContext value={film.pictures}>
          <div className="mx-auto flex min-h-full max-w-reading flex-col justify-center gap-5">
            <Asked
              cue={shown}
              cues={cues}
              isKept={film.isKept}
              isOfSound={isOfSound}
              key={shown.id}
              lesson={lesson}
              number={film.cues.indexOf(shown) + 1}
            />
          </div>
        </PicturesContext>
      </section>
    )
  )
}

type AskedProps = {
  cue: FilmCue
  cues: Cues
  isKept: boolean
  isOfSound: boolean
  lesson: string
  number: number
}

const Asked = ({ cue, cues, isKept, isOfSound, lesson, number }: AskedProps) => {
  const t = useTranslations('learn.cues')
  const say = useErrorText()
  const [given, setGiven] = useState<Answer>([])
  const [told, setTold] = useState<AnsweredCue | null>(cue.answered)
  const [again, setAgain] = useState(false)
  const [error, setError] = useState<null | string>(null)
  const [isBusy, setBusy] = useState(false)
  const { id, isBlocking, question } = cue
  const isWhole = unanswered([question], { [question.id]: given }).length === 0
  const answer = async () => {
    setBusy(true)
    setError(null)
    const said = await callApi<GivenAnswer>(`/api/learn/cues/${lesson}/${id}`, {
      body: { answer: given },
    })
    setBusy(false)
    if (said.ok) {
      setTold(said.data)
      cues.answered(id, said.data)
    } else {
      setError(said.code)
    }
  }
  if (told) {
    return (
      <Told
        cue={cue}
        isAgain={again}
        onAgain={() => {
          setAgain(true)
          setGiven([])
          setTold(null)
        }}
        onGoOn={() => cues.close(told.to)}
        told={told}
      />
    )
  }
  const mayPass = !isBlocking || again || cue.answered !== null

  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void answer()
      }}
    >
      <QuizQuestion
        count={cues.cues.length}
        given={given}
        number={number}
        onAnswer={setGiven}
        question={question}
      />
      {error && <Alert tone="danger">{say(error)}</Alert>}
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={!isWhole} loading={isBusy} type="submit">
          {t('answer')}
        </Button>
        {mayPass && (
          <Button onClick={() => cues.close(null)} variant="quiet">
            {again ? t('goOn') : t('later')}
          </Button>
        )}
        <Text size="small" tone="muted">
          {!isKept
            ? t('trial')
            : again
              ? t('againHint')
              : isBlocking
                ? t(isOfSound ? 'blockingOfSound' : 'blocking')
                : t('mayPass')}
        </Text>
      </div>
    </form>
  )
}

const Told = ({
  cue: { question },
  isAgain,
  onAgain,
  onGoOn,
  told: { answer, review, to },
}: {
  cue: FilmCue
  isAgain: boolean
  onAgain: () => void
  onGoOn: () => void
  told: AnsweredCue
}) => {
  const t = useTranslations('learn.cues')
  const onward = useRef<HTMLButtonElement>(null)
  useEffect(() => onward.current?.focus(), [])

  return (
    <>
      <ul aria-live="polite">
        <GradedQuestion given={answer} question={question} result={review} />
      </ul>
      {isAgain && (
        <Text size="small" tone="muted">
          {t('againHint')}
        </Text>
      )}
      <div className="flex flex-wrap gap-3">
        <Button onClick={onGoOn} ref={onward}>
          {to === null ? t('goOn') : t('goOnAt', { time: clockOf(to) })}
        </Button>
        <Button onClick={onAgain} variant="quiet">
          {t('again')}
        </Button>
      </div>
    </>
  )
}
