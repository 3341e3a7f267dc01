'use client'

import { DialogFrame, type DialogProps } from './DialogParts'

const SIDES = {
  bottom:
    'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-card [--slide-y:100%] pb-[env(safe-area-inset-bottom)]',
  end: 'inset-y-0 end-0 w-80 max-w-[calc(100%-3rem)] [--slide-x:100%] rtl:[--slide-x:-100%]',
  start: 'inset-y-0 start-0 w-80 max-w-[calc(100%-3rem)] [--slide-x:-100%] rtl:[--slide-x:100%]',
} as const

/** A panel that comes from a side: navigation and filters on phones. */
export const Sheet = ({ side = 'end', ...rest }: DialogProps & { side?: keyof typeof SIDES }) => (
  <DialogFrame
    {...rest}
    className={`${SIDES[side]} data-[state=closed]:animate-slide-out data-[state=open]:animate-slide-in`}
  />
)
