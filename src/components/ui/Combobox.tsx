'use client'

import { useLocale } from 'next-intl'
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'

import { cn } from './classes'
import { controlStyle } from './controlStyle'
import { useFieldProps } from './fieldContext'

/** One of the values; what is typed is looked for in `label` and `hint`. */
export type ComboboxOption = { hint?: string; label: string; value: string }

const fold = (text: string, locale: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale)

/**
 * One of many values, found by typing (the ARIA pattern "combobox with list autocomplete"): arrows move
 * through what is left, Enter takes it, Escape goes back. `options` is asked when the list first opens.
 * What nobody chose is never kept: leaving the box brings back the last choice.
 */
export const Combobox = ({
  name,
  defaultLabel,
  defaultValue,
  emptyText,
  options,
}: {
  defaultLabel: string
  defaultValue: string
  /** Said where nothing matches. */
  emptyText: string
  name: string
  options: () => readonly ComboboxOption[]
}) => {
  const list = useId()
  const locale = useLocale()
  const field = useFieldProps({})
  const box = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState({ label: defaultLabel, value: defaultValue })
  const [typed, setTyped] = useState<null | string>(null)
  const [active, setActive] = useState(0)
  const isOpen = typed !== null
  const all = useMemo(() => (isOpen ? options() : []), [isOpen, options])
  const found = useMemo(() => {
    const words = fold(typed ?? '', locale)
      .split(/[\s/_]+/)
      .filter(Boolean)

    return all.filter(({ hint = '', label }) => {
      const text = fold(`${label} ${hint}`, locale)

      return words.every((word) => text.includes(word))
    })
  }, [all, locale, typed])

  const open = (text: string) => {
    setTyped(text)
    setActive(0)
  }
  const close = () => setTyped(null)
  const take = (option: ComboboxOption | undefined) => {
    if (option) {
      setChosen(option)
    }
    close()
  }
  const moveTo = (place: number) => {
    const next = Math.max(0, Math.min(found.length - 1, place))
    setActive(next)
    box.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => (isOpen ? moveTo(active + 1) : open('')),
      ArrowUp: () => (isOpen ? moveTo(active - 1) : open('')),
      ...(isOpen && {
        End: () => moveTo(found.length - 1),
        Enter: () => take(found[active]),
        Escape: close,
        Home: () => moveTo(0),
      }),
    }
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      event.stopPropagation()
      step()
    }
  }

  return (
    <div className="relative" ref={box}>
      <input name={name} type="hidden" value={chosen.value} />
      <input
        {...field}
        aria-activedescendant={isOpen && found[active] ? `${list}-${active}` : undefined}
        aria-autocomplete="list"
        aria-controls={list}
        aria-expanded={isOpen}
        autoComplete="off"
        className={cn(controlStyle, 'pe-10')}
        onBlur={close}
        onChange={(event) => open(event.target.value)}
        onClick={() => !isOpen && open('')}
        onKeyDown={onKeyDown}
        placeholder={chosen.label}
        role="combobox"
        spellCheck={false}
        value={typed ?? chosen.label}
      />
      <ul
        className={cn(
          'absolute inset-x-0 top-full z-50 mt-1 max-h-72 overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-float',
          !isOpen && 'hidden',
        )}
        id={list}
        role="listbox"
        // Keeps the focus in the box while the pointer is on the list.
        onMouseDown={(event) => event.preventDefault()}
      >
        {found.map((option, place) => (
          <li
            aria-selected={place === active}
            className={cn(
              'flex min-h-target cursor-default flex-col justify-center rounded-control px-3 py-1.5',
              place === active && 'bg-sunken',
              option.value === chosen.value && 'font-semibold text-accent-text',
            )}
            id={`${list}-${place}`}
            key={option.value}
            onClick={() => take(option)}
            role="option"
          >
            {option.label}
            {option.hint && <span className="text-sm font-normal text-muted">{option.hint}</span>}
          </li>
        ))}
        {isOpen && found.length === 0 && (
          <li aria-disabled aria-selected={false} className="px-3 py-3 text-muted" role="option">
            {emptyText}
          </li>
        )}
      </ul>
    </div>
  )
}
