'use client'

import { useRouter } from 'next/navigation'
import {
  useEffect,
  useRef,
  useTransition,
  type FocusEvent,
  type FormEvent,
  type ReactNode,
} from 'react'

import { cn } from '@/components/ui/classes'
import { catalogQuery, catalogSearch } from '@/domain/catalog/catalogQuery'

/** From here on filters stand beside the courses, and each change is shown at once. */
const DESK = '(min-width: 64rem)'

/** What was changed last; the page that comes has a form of its own, in which focus goes on from there. */
let changed: null | string = null

const keyOf = ({ name, type, value }: HTMLInputElement): string =>
  ['checkbox', 'radio'].includes(type) ? `${name}=${value}` : name

/**
 * The form of a catalog: a plain one that asks for an address, which works by itself. With scripts it
 * asks as soon as something is chosen, and keeps the reader's place.
 */
export const CatalogForm = ({
  children,
  label,
  path,
  search,
  sheet,
}: {
  children: ReactNode
  label: string
  /** Path of the catalog or of the category shown. */
  path: string
  /** Parameters of what is shown. */
  search: string
  /** Id of the sheet in which filters stand on phones. */
  sheet: string
}) => {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [isWaiting, startWaiting] = useTransition()

  useEffect(() => {
    const key = changed
    changed = null
    const control = [...(form.current?.elements ?? [])].find(
      (one) => key !== null && keyOf(one as HTMLInputElement) === key,
    )
    if (control instanceof HTMLElement) {
      control.focus({ preventScroll: true })
    }
  }, [])

  const show = () => {
    if (!form.current) {
      return
    }
    const given = new URLSearchParams(
      [...new FormData(form.current)].map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : '',
      ]),
    )
    const next = catalogSearch(catalogQuery(given))
    if (next !== search) {
      startWaiting(() => router.push(`${path}${next}`, { scroll: false }))
    }
  }
  const note = (target: EventTarget) => {
    if (target instanceof HTMLElement && 'name' in target) {
      changed = keyOf(target as HTMLInputElement)
    }
  }
  const onChange = ({ target }: FormEvent<HTMLFormElement>) => {
    const isSort = target instanceof HTMLSelectElement
    const isChoice =
      target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)
    if (isSort || (isChoice && matchMedia(DESK).matches)) {
      note(target)
      show()
    }
  }
  const onBlur = ({ target }: FocusEvent<HTMLFormElement>) => {
    if (
      target instanceof HTMLInputElement &&
      target.type === 'number' &&
      matchMedia(DESK).matches &&
      target.value !== target.defaultValue
    ) {
      show()
    }
  }

  return (
    <form
      action={path}
      aria-busy={isWaiting || undefined}
      aria-label={label}
      className={cn('transition-opacity', isWaiting && 'opacity-60')}
      method="get"
      onBlur={onBlur}
      onChange={onChange}
      onSubmit={(event) => {
        event.preventDefault()
        const panel = document.getElementById(sheet)
        if (panel?.matches(':popover-open')) {
          panel.hidePopover()
        }
        if (document.activeElement) {
          note(document.activeElement)
        }
        show()
      }}
      ref={form}
      role="search"
    >
      {children}
    </form>
  )
}
