import type { ReactNode } from 'react'

/** A control of the desk under its label. */
export const Field = ({ children, label }: { children: ReactNode; label: string }) => (
  <label>
    <span>{label}</span>
    {children}
  </label>
)
