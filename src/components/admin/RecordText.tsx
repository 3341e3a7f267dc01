'use client'

import type { JSONFieldClientComponent } from 'payload'

import { FieldLabel, useField } from '@payloadcms/ui'

/** A value that the machine wrote, as text; nothing where it wrote none. */
export const RecordText: JSONFieldClientComponent = ({ field: { label }, path }) => {
  const { value } = useField<unknown>({ path })
  if (value === null || value === undefined) {
    return null
  }

  return (
    <div className="field-type">
      <FieldLabel as="span" label={label} />
      <pre className="lectern-record" dir="ltr" tabIndex={0}>
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  )
}
