'use client'

import { Direction, Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'

import { ToastProvider } from './Toast'

/** What the primitives need around the page: the reading direction, tooltips and toasts. Stands inside next-intl's provider. */
export const UiProvider = ({ children, dir }: { children: ReactNode; dir: 'ltr' | 'rtl' }) => (
  <Direction.Provider dir={dir}>
    <Tooltip.Provider delayDuration={300}>
      <ToastProvider>{children}</ToastProvider>
    </Tooltip.Provider>
  </Direction.Provider>
)
