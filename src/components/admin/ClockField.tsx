'use client'

import type { TextFieldClientComponent } from 'payload'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { useId } from 'react'

/** A day and a time by the school's clock, wherever its author is. */
export const ClockField: TextFieldClientComponent = ({ field: { label }, path, readOnly }) => {
  const id = useId()
  const { setValue, showError, value } = useField<null | string>({ path })

  return (
    <div className="field-type text">
      <FieldLabel htmlFor={id} label={label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          disabled={readOnly}
          id={id}
          onChange={({ target }) => setValue(target.value || null)}
          type="datetime-local"
          value={value ?? ''}
        />
      </div>
    </div>
  )
}
