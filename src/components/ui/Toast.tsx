'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Toast as Primitive } from 'radix-ui'
import { createContext, use, useCallback, useState, type ReactNode } from 'react'

import { cn } from './classes'

/** A note about something that happened out of sight; `action` is mostly an undo. */
export type ToastNote = {
  action?: { label: string; onPress: () => void }
  body?: ReactNode
  title: ReactNode
  tone?: 'danger' | 'neutral' | 'success'
}

const ToastContext = createContext<(note: ToastNote) => void>(() => undefined)

/** The function that shows a note. Does nothing outside a `ToastProvider`. */
export const useToast = () => use(ToastContext)

const TONES = { danger: 'bg-danger', neutral: 'bg-accent-line', success: 'bg-success' } as const

/** Holds the notes of the page, newest last; F8 moves the focus there. A note with an action stays twice as long. */
export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('ui')
  const [notes, setNotes] = useState<readonly (ToastNote & { id: number })[]>([])
  const show = useCallback((note: ToastNote) => {
    setNotes((held) => [...held.slice(-2), { ...note, id: (held.at(-1)?.id ?? 0) + 1 }])
  }, [])
  const drop = (id: number) => setNotes((held) => held.filter((note) => note.id !== id))

  return (
    <ToastContext value={show}>
      <Primitive.Provider label={t('notification')} swipeDirection="down">
        {children}
        {notes.map(({ id, action, body, title, tone = 'neutral' }) => (
          <Primitive.Root
            className="relative flex items-center gap-3 overflow-hidden rounded-card border border-line bg-raised py-2 ps-6 pe-2 text-text shadow-float data-[state=closed]:animate-fade-out data-[state=open]:animate-rise-in"
            duration={action ? 10_000 : 5_000}
            key={id}
            onOpenChange={(open) => !open && drop(id)}
            type={tone === 'danger' ? 'foreground' : 'background'}
          >
            <span aria-hidden className={cn('absolute inset-y-0 start-0 w-1.5', TONES[tone])} />
            <div className="min-w-0 flex-1 py-2">
              <Primitive.Title className="text-sm font-semibold">{title}</Primitive.Title>
              {body && (
                <Primitive.Description className="text-sm text-muted">{body}</Primitive.Description>
              )}
            </div>
            {action && (
              <Primitive.Action
                altText={action.label}
                className="min-h-target shrink-0 rounded-control px-3 text-sm font-semibold text-accent-text hover:bg-sunken"
                onClick={action.onPress}
              >
                {action.label}
              </Primitive.Action>
            )}
            <Primitive.Close
              aria-label={t('close')}
              className="flex size-target shrink-0 items-center justify-center rounded-control text-muted hover:bg-sunken"
            >
              <X aria-hidden className="size-4" strokeWidth={1.5} />
            </Primitive.Close>
          </Primitive.Root>
        ))}
        <Primitive.Viewport
          className="fixed inset-x-4 bottom-4 z-60 mx-auto flex max-w-form flex-col gap-2 print:hidden"
          label={t('notifications')}
        />
      </Primitive.Provider>
    </ToastContext>
  )
}
