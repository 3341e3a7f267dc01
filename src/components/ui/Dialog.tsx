'use client'

import { DialogFrame, type DialogProps } from './DialogParts'

/** A question over the page. Escape, the scrim and the cross close it. */
export const Dialog = (props: DialogProps) => (
  <DialogFrame
    {...props}
    className="inset-x-4 top-1/2 mx-auto max-h-[calc(100dvh-2rem)] max-w-form -translate-y-1/2 rounded-card data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in"
  />
)
