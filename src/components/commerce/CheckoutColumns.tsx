import type { ReactNode } from 'react'

/** Left who pays, right what is bought; on phones what is bought comes first. */
export const CheckoutColumns = ({ children, side }: { children: ReactNode; side: ReactNode }) => (
  <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-16">
    <div className="lg:sticky lg:top-8 lg:col-start-2">{side}</div>
    <div className="max-w-form lg:col-start-1 lg:row-start-1">{children}</div>
  </div>
)
