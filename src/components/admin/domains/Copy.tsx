'use client'

import { toast } from '@payloadcms/ui'

import { useWords } from './useWords'

/** Copies as browsers without the clipboard's interface do, which they lack on pages without TLS. */
const copyBySelection = (text: string): boolean => {
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()

  return isCopied
}

/** A text to be pasted elsewhere, and the button that copies it; `what` says which text it is. */
export const Copy = ({ text, what }: { text: string; what: string }) => {
  const { words } = useWords()
  const copy = async () => {
    const isCopied = await (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error()))
      .then(() => true)
      .catch(() => copyBySelection(text))
    if (isCopied) {
      toast.success(words.copied)
    } else {
      toast.error(words.failed)
    }
  }

  return (
    <div className="lectern-copy">
      <code dir="ltr">{text}</code>
      <button aria-label={words.copy(what)} onClick={() => void copy()} type="button">
        {words.copyShort}
      </button>
    </div>
  )
}
