'use client'

import { Dialog as Primitive } from 'radix-ui'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'

import { cn } from './classes'

/** Something to do or a place to go to; `keywords` are other words by which it is found. */
export type Command = { id: string; keywords?: string; label: string; onSelect: () => void }

/** Everything that can be done, found by typing. Opens with ⌘K or Ctrl+K; arrows choose, Enter does, Escape leaves. */
export const CommandPalette = ({
  commands,
  onOpenChange,
  open,
  words,
}: {
  commands: readonly Command[]
  onOpenChange: (open: boolean) => void
  open: boolean
  words: { hint: string; none: string; title: string }
}) => {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault()
        onOpenChange(!open)
      }
    }
    addEventListener('keydown', press)

    return () => removeEventListener('keydown', press)
  }, [onOpenChange, open])

  return (
    <Primitive.Root onOpenChange={onOpenChange} open={open}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Primitive.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto flex max-h-[70vh] max-w-form flex-col overflow-hidden rounded-card border border-line bg-raised text-text shadow-float"
        >
          <Primitive.Title className="sr-only">{words.title}</Primitive.Title>
          <Finder commands={commands} onDone={() => onOpenChange(false)} words={words} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

const Finder = ({
  commands,
  onDone,
  words,
}: {
  commands: readonly Command[]
  onDone: () => void
  words: { hint: string; none: string; title: string }
}) => {
  const id = useId()
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  const wanted = asked.trim().toLowerCase()
  const found = commands.filter(({ keywords = '', label }) =>
    `${label} ${keywords}`.toLowerCase().includes(wanted),
  )
  const choose = (command: Command | undefined) => {
    if (command) {
      onDone()
      command.onSelect()
    }
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((found.length + at + step) % Math.max(1, found.length))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(found[at])
    }
  }

  return (
    <>
      <input
        aria-activedescendant={found[at] && `${id}-${found[at].id}`}
        aria-controls={`${id}-list`}
        aria-expanded
        aria-label={words.title}
        className="min-h-14 border-b border-line bg-raised px-4 text-base -outline-offset-2"
        onChange={({ target }) => {
          setAsked(target.value)
          setAt(0)
        }}
        onKeyDown={press}
        placeholder={words.hint}
        role="combobox"
        value={asked}
      />
      <div
        aria-label={words.title}
        className="overflow-y-auto p-2"
        id={`${id}-list`}
        role="listbox"
      >
        {found.map((command, place) => (
          <div
            aria-selected={place === at}
            className={cn(
              'flex min-h-target items-center rounded-control px-3',
              place === at && 'bg-accent-soft',
            )}
            id={`${id}-${command.id}`}
            key={command.id}
            onClick={() => choose(command)}
            onPointerMove={() => setAt(place)}
            role="option"
          >
            {command.label}
          </div>
        ))}
      </div>
      <p aria-live="polite" className={cn('px-5 pb-4 text-muted', found.length > 0 && 'sr-only')}>
        {found.length === 0 ? words.none : ''}
      </p>
    </>
  )
}
