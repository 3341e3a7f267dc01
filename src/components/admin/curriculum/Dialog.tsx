'use client'

import type { ReactNode } from 'react'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'

import { useBuilder } from './context'

/** A question over the builder; Escape and the ground behind it close it. */
export const Dialog = ({
  actions,
  children,
  onClose,
  onSubmit,
  title,
}: {
  actions: ReactNode
  children: ReactNode
  onClose: () => void
  onSubmit: () => void
  title: string
}) => {
  const { words } = useBuilder()

  return (
    <Primitive.Root onOpenChange={(isOpen) => !isOpen && onClose()} open>
      <Primitive.Portal>
        <Primitive.Overlay className="lectern-build__ground" />
        <Primitive.Content aria-describedby={undefined} className="lectern-build__dialog">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              event.stopPropagation()
              onSubmit()
            }}
          >
            <header>
              <Primitive.Title asChild>
                <h2>{title}</h2>
              </Primitive.Title>
              <Primitive.Close aria-label={words.close} className="lectern-build__icon">
                <X aria-hidden size={18} />
              </Primitive.Close>
            </header>
            {children}
            <footer>
              <Primitive.Close className="lectern-build__button" data-second type="button">
                {words.cancel}
              </Primitive.Close>
              {actions}
            </footer>
          </form>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
