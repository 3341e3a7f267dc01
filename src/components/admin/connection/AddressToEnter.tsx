'use client'

import { useSyncExternalStore } from 'react'

import { Copy } from '../domains/Copy'

const never = () => () => undefined

/** An address of the school, on the host that is open now, to be entered at a provider; `path` begins with a slash. */
export const AddressToEnter = ({ label, path }: { label: string; path: string }) => {
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => '',
  )

  return (
    <div className="lectern-connection__address">
      <p className="field-label">{label}</p>
      <Copy text={`${origin}${path}`} what={label} />
    </div>
  )
}
