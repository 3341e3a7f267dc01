'use client'

import { Keyboard, Maximize2, Minimize2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { Button } from '@/components/ui/Button'

import { useFocusMode } from './focusMode'
import { KeyMap } from './KeyMap'
import { lessonCommandOf } from './lessonKeys'

const TYPES =
  'input:not([type=radio], [type=checkbox], [type=button]), select, textarea, [contenteditable], [role=dialog]'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPES) !== null

/** The keys of a lesson's page, with a button for what they show: the map of them all, and the lesson alone. */
export const LessonKeys = ({
  next,
  previous,
}: {
  next: null | string
  previous: null | string
}) => {
  const t = useTranslations('learn.keys')
  const router = useRouter()
  const { isFocused, turn } = useFocusMode()
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const go = (path: null | string) => path && router.push(path)
    const commands = {
      focus: () => turn(),
      help: () => setOpen(true),
      next: () => go(next),
      previous: () => go(previous),
    }
    const pressed = (event: KeyboardEvent) => {
      const command = event.defaultPrevented ? null : lessonCommandOf(event, isTyping(event.target))
      if (command) {
        event.preventDefault()
        commands[command]()
      }
    }
    addEventListener('keydown', pressed)

    return () => removeEventListener('keydown', pressed)
  }, [next, previous, router, turn])

  const Icon = isFocused ? Minimize2 : Maximize2

  return (
    <div className="flex max-md:hidden">
      <Button
        aria-label={t('does.focus')}
        aria-pressed={isFocused}
        onClick={() => turn()}
        size="icon"
        variant="quiet"
      >
        <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      </Button>
      <Button
        aria-haspopup="dialog"
        aria-label={t('title')}
        onClick={() => setOpen(true)}
        size="icon"
        variant="quiet"
      >
        <Keyboard aria-hidden className="size-5" strokeWidth={1.5} />
      </Button>
      <KeyMap onOpenChange={setOpen} open={isOpen} />
    </div>
  )
}
