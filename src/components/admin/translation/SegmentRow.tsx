'use client'

import { Button, Pill } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import type { Locale } from '@/domain/tenancy/locales'
import type { SideBySide } from '@/operations/translation/read'

import { directionOf } from '@/domain/tenancy/locales'

import type { Said } from './api'
import type { TranslationWords } from './words'

/** Milliseconds of rest after which a text is kept. */
const REST = 1200

type Written = Promise<Said<unknown>> | null

type Props = {
  confirm: (segment: SideBySide) => Written
  locale: Locale
  own: Locale
  save: (segment: SideBySide, text: string) => Written
  segment: SideBySide
  words: TranslationWords
}

const PILLS = { current: 'success', missing: 'light-gray', stale: 'warning' } as const

/** A text of the original, its marks apart from its words. */
const Source = ({ locale, text }: { locale: Locale; text: string }) => (
  <p dir={directionOf(locale)} lang={locale}>
    {text.split(/(<\/?\d+\/?>)/).map((piece, at) =>
      at % 2 === 1 ? (
        <code dir="ltr" key={at}>
          {piece}
        </code>
      ) : (
        piece
      ),
    )}
  </p>
)

/** One text beside its translation. It is kept after a rest, and when it is left. */
export const SegmentRow = ({ confirm, locale, own, save, segment, words }: Props) => {
  const { from, isLine, longest, node, source, state, text, trail } = segment
  const id = useId()
  const [written, setWritten] = useState(text ?? '')
  const [note, setNote] = useState<{ isBad?: boolean; text: string }>()
  const asked = useRef(text ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const tell = async (answer: Written) => {
    setNote({ text: words.saving })
    const said = await answer
    setNote(
      !said || said.ok
        ? { text: words.saved }
        : { isBad: true, text: (said.code && words.refusals[said.code]) || words.failed },
    )
    if (said && !said.ok) {
      asked.current = text ?? ''
    }
  }
  const keep = (now: string) => {
    clearTimeout(timer.current)
    if (now !== asked.current) {
      asked.current = now
      void tell(save(segment, now))
    }
  }
  const write = (now: string) => {
    setWritten(now)
    setNote(undefined)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => keep(now), REST)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const kind = node && words.nodes[node]

  return (
    <li className="lectern-segment" data-state={state}>
      <header>
        <label htmlFor={id}>{[...trail, ...(kind ? [kind] : [])].join(' · ')}</label>
        <Pill pillStyle={PILLS[state]} size="small">
          {words.states[state]}
        </Pill>
      </header>
      <div className="lectern-segment__sides">
        <div>
          <Source locale={own} text={source} />
          {state === 'stale' && from && from !== source && (
            <details>
              <summary>{words.was}</summary>
              <Source locale={own} text={from} />
            </details>
          )}
        </div>
        <div>
          <textarea
            aria-describedby={`${id}-note`}
            aria-invalid={note?.isBad ?? false}
            dir={directionOf(locale)}
            id={id}
            lang={locale}
            maxLength={longest}
            onBlur={() => keep(written)}
            onChange={({ target }) =>
              write(isLine ? target.value.replace(/\n+/g, ' ') : target.value)
            }
            rows={isLine ? 1 : Math.min(8, Math.ceil(source.length / 60) + 1)}
            value={written}
          />
          <div className="lectern-segment__foot">
            <span
              aria-live="polite"
              className={note?.isBad ? 'lectern-error' : 'field-description'}
              id={`${id}-note`}
            >
              {note?.text}
            </span>
            {state === 'stale' && (
              <Button
                buttonStyle="secondary"
                margin={false}
                onClick={() => void tell(confirm(segment))}
                size="small"
              >
                {words.confirm}
              </Button>
            )}
            {!written && (
              <Button
                aria-label={`${words.copy}: ${trail.join(' · ')}`}
                buttonStyle="subtle"
                margin={false}
                onClick={() => {
                  write(source)
                  document.getElementById(id)?.focus()
                }}
                size="small"
              >
                {words.copy}
              </Button>
            )}
          </div>
        </div>
      </div>
    </li>
  )
}
