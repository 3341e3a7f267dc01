'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

import { cn } from './classes'

/** What a dialog and a sheet are told alike. */
export type DialogProps = {
  children?: ReactNode
  description?: ReactNode
  footer?: ReactNode
  onOpenChange?: (open: boolean) => void
  open?: boolean
  title: ReactNode
  /** The button that opens it; left out when `open` is controlled. */
  trigger?: ReactNode
}

/** The frame both share: trigger, scrim, panel, title, close button. Focus stays inside and returns to the trigger. */
export const DialogFrame = ({
  children,
  className,
  description,
  footer,
  onOpenChange,
  open,
  title,
  trigger,
}: DialogProps & { className: string }) => {
  const t = useTranslations('ui')

  return (
    <Primitive.Root onOpenChange={onOpenChange} open={open}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed z-50 flex flex-col overflow-y-auto border border-line bg-raised text-text shadow-float',
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4 p-6 pb-0">
            <div className="min-w-0">
              <Primitive.Title className="text-xl font-semibold">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="mt-1 text-muted">
                  {description}
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close
              aria-label={t('close')}
              className="-me-2 -mt-2 flex size-target shrink-0 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-text"
            >
              <X aria-hidden className="size-5" strokeWidth={1.5} />
            </Primitive.Close>
          </div>
          <div className="p-6">{children}</div>
          {footer && (
            <div className="mt-auto flex flex-wrap justify-end gap-3 border-t border-line p-6 py-4">
              {footer}
            </div>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
