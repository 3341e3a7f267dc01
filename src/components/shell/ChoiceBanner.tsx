'use client'

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'

import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { Text } from '@/components/ui/Text'
import { LATER } from '@/domain/pages/later'

import { choiceOf, onChoice } from '../shell/choices'
import { sayChoices } from './sayChoices'
import type { BannerWords } from './useEmbedWords'

/** Which of several on a page asks: the first one. */
let asking: null | symbol = null

/** Whether this is the one to ask, on a page that is read, which alone has the script of documents; where people work, each thing asks for itself. */
const useTurn = (): boolean => {
  const [id] = useState(() => Symbol('asks'))
  const take = useCallback(
    (changed: () => void) => {
      if (asking === null && document.querySelector(`script[${LATER}]`)) {
        asking = id
        changed()
      }

      return () => {
        asking = asking === id ? null : asking
      }
    },
    [id],
  )

  return useSyncExternalStore(
    take,
    () => asking === id,
    () => false,
  )
}

/**
 * Asks once whether what other sites keep may load, at the foot of the page and over nothing that moves: to accept, to decline and
 * to choose look alike and take one press. Gone once something was said.
 */
export const ChoiceBanner = ({ words }: { words: BannerWords }) => {
  const isMine = useTurn()
  const choice = useSyncExternalStore(
    onChoice,
    () => choiceOf('embeds'),
    () => false,
  )

  return isMine && choice === null ? createPortal(<Question words={words} />, document.body) : null
}

const Question = ({ words }: { words: BannerWords }) => {
  const panel = useRef<HTMLElement>(null)
  const [isChoosing, setChoosing] = useState(false)
  const [embeds, setEmbeds] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  // What has the focus is scrolled to above the question, not behind it.
  useEffect(() => {
    const { style } = document.documentElement
    style.scrollPaddingBottom = `${panel.current?.offsetHeight ?? 0}px`

    return () => {
      style.scrollPaddingBottom = ''
    }
  }, [isChoosing])
  const say = async (isGiven: boolean) => {
    setBusy(true)
    setFailed(!(await sayChoices({ embeds: isGiven })))
    setBusy(false)
  }

  return (
    <section
      aria-label={words.title}
      ref={panel}
      className="fixed inset-x-0 bottom-0 z-30 max-h-[60dvh] overflow-y-auto border-t border-line bg-raised px-4 py-4 shadow-float print:hidden"
    >
      <div className="mx-auto flex max-w-(--container-content) flex-col gap-3">
        <h2 className="font-semibold">{words.title}</h2>
        <Text size="small">{words.body}</Text>
        {isChoosing && (
          <div className="flex flex-col gap-2">
            <Checkbox
              checked
              disabled
              hint={words.necessaryHint}
              label={words.necessary}
              readOnly
            />
            <Checkbox
              checked={embeds}
              hint={words.embedsHint}
              label={words.embeds}
              onChange={({ currentTarget }) => setEmbeds(currentTarget.checked)}
            />
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          {isChoosing ? (
            <Button
              disabled={isBusy}
              onClick={() => void say(embeds)}
              size="small"
              variant="secondary"
            >
              {words.save}
            </Button>
          ) : (
            <>
              <Button
                disabled={isBusy}
                onClick={() => void say(true)}
                size="small"
                variant="secondary"
              >
                {words.accept}
              </Button>
              <Button
                disabled={isBusy}
                onClick={() => void say(false)}
                size="small"
                variant="secondary"
              >
                {words.decline}
              </Button>
              <Button onClick={() => setChoosing(true)} size="small" variant="secondary">
                {words.choose}
              </Button>
            </>
          )}
        </div>
        <div aria-live="polite">{failed && <Text size="small">{words.failed}</Text>}</div>
      </div>
    </section>
  )
}
