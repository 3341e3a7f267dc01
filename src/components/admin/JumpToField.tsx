'use client'

import { useEffect } from 'react'

const PATIENCE = 8000
const PAUSE = 150

/** The field that an address names: itself, or what its label stands in where it has no id of its own. */
const named = (id: string): Element | null =>
  document.getElementById(id) ??
  document.querySelector(`label[for="${CSS.escape(id)}"]`)?.closest('.field-type') ??
  null

const focusable = 'input, textarea, button, [contenteditable="true"], [tabindex="0"]'

const show = (field: Element): void => {
  const at = field.matches(focusable) ? field : field.querySelector(focusable)
  field.scrollIntoView({ block: 'center' })
  if (at instanceof HTMLElement) {
    at.focus({ preventScroll: true })
  }
}

/** Goes to the field that the address of the page names, as soon as the form has it. */
export const JumpToField = () => {
  useEffect(() => {
    let timer: number | undefined
    const jump = () => {
      window.clearTimeout(timer)
      const id = decodeURIComponent(window.location.hash.slice(1))
      const until = Date.now() + PATIENCE
      const attempt = () => {
        const field = named(id)
        if (field) {
          show(field)
        } else if (Date.now() < until) {
          timer = window.setTimeout(attempt, PAUSE)
        }
      }
      if (id.startsWith('field-')) {
        attempt()
      }
    }
    jump()
    window.addEventListener('hashchange', jump)

    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('hashchange', jump)
    }
  }, [])

  return null
}
