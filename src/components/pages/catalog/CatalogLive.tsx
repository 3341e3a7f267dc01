'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { catalogQuery, catalogSearch } from '@/domain/catalog/catalogQuery'

/** From here on filters stand beside the courses, and each change is shown at once. */
const DESK = '(min-width: 64rem)'

/** What was changed last; the page that comes has a form of its own, in which focus goes on from there. */
let changed: null | string = null

const keyOf = ({ name, type, value }: HTMLInputElement): string =>
  ['checkbox', 'radio'].includes(type) ? `${name}=${value}` : name

const searchOf = (form: HTMLFormElement): string =>
  catalogSearch(
    catalogQuery(
      new URLSearchParams(
        [...new FormData(form)].map(([name, value]): [string, string] => [
          name,
          typeof value === 'string' ? value : '',
        ]),
      ),
    ),
  )

const focusChanged = (form: HTMLFormElement): void => {
  const control = [...form.elements].find(
    (one) => changed !== null && keyOf(one as HTMLInputElement) === changed,
  )
  changed = null
  if (control instanceof HTMLElement) {
    control.focus({ preventScroll: true })
  }
}

const note = (target: EventTarget | null): void => {
  if (target instanceof HTMLElement && 'name' in target) {
    changed = keyOf(target as HTMLInputElement)
  }
}

/** Shows nothing; makes the catalog's form ask as soon as something is chosen, and keeps the reader's place. */
export const CatalogLive = ({
  form: id,
  path,
  search,
  sheet,
}: {
  /** Id of the form. */
  form: string
  /** Path of the catalog or of the category shown. */
  path: string
  /** Parameters of what is shown. */
  search: string
  /** Id of the sheet in which filters stand on phones. */
  sheet: string
}) => {
  const router = useRouter()

  useEffect(() => {
    const form = document.getElementById(id)
    if (!(form instanceof HTMLFormElement)) {
      return
    }
    const control = new AbortController()
    const { signal } = control
    const show = () => {
      const next = searchOf(form)
      if (next !== search) {
        form.ariaBusy = 'true'
        router.push(`${path}${next}`, { scroll: false })
      }
    }
    const onChange = ({ target }: Event) => {
      const isSort = target instanceof HTMLSelectElement
      const isChoice =
        target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)
      if (isSort || (isChoice && matchMedia(DESK).matches)) {
        note(target)
        show()
      }
    }
    const onBlur = ({ target }: Event) => {
      if (
        target instanceof HTMLInputElement &&
        target.type === 'number' &&
        matchMedia(DESK).matches &&
        target.value !== target.defaultValue
      ) {
        show()
      }
    }
    const onSubmit = (event: Event) => {
      event.preventDefault()
      const panel = document.getElementById(sheet)
      if (panel?.matches(':popover-open')) {
        panel.hidePopover()
      }
      note(document.activeElement)
      show()
    }
    focusChanged(form)
    form.addEventListener('change', onChange, { signal })
    form.addEventListener('focusout', onBlur, { signal })
    form.addEventListener('submit', onSubmit, { signal })

    return () => control.abort()
  }, [id, path, router, search, sheet])

  return null
}
