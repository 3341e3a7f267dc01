'use client'

import type { ReactNode } from 'react'

import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'

import { useLibraryWords } from './words'

const ICON = 18

/** Something over the library; Escape and the ground behind it close it. `side` stands at the end of the page. */
export const Modal = ({
  actions,
  children,
  kind = 'question',
  onClose,
  onSubmit,
  title,
}: {
  actions?: ReactNode
  children: ReactNode
  kind?: 'question' | 'side' | 'wide'
  onClose: () => void
  onSubmit?: () => void
  title: string
}) => {
  const { words } = useLibraryWords()
  const inside = (
    <>
      <header>
        <Dialog.Title asChild>
          <h2 dir="auto">{title}</h2>
        </Dialog.Title>
        <Dialog.Close aria-label={words.close} className="lectern-build__icon" type="button">
          <X aria-hidden size={ICON} />
        </Dialog.Close>
      </header>
      {children}
      {actions && (
        <footer>
          <Dialog.Close className="lectern-build__button" data-second type="button">
            {words.cancel}
          </Dialog.Close>
          {actions}
        </footer>
      )}
    </>
  )

  return (
    <Dialog.Root onOpenChange={(isOpen) => !isOpen && onClose()} open>
      <Dialog.Portal>
        <Dialog.Overlay className="lectern-build__ground" />
        <Dialog.Content
          aria-describedby={undefined}
          className={`lectern-build__dialog lectern-library__${kind}`}
          onDragOver={(event) => event.stopPropagation()}
          onDrop={(event) => event.stopPropagation()}
        >
          {onSubmit ? (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                event.stopPropagation()
                onSubmit()
              }}
            >
              {inside}
            </form>
          ) : (
            inside
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
