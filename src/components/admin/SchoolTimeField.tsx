'use client'

import type { DateFieldClientComponent } from 'payload'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { clockIn, momentAt } from '@/domain/zoned'

import { useSchoolZone } from './useSchoolZone'

/** A moment as the school's clock shows it, whose zone stands beside it, wherever the form is filled in. */
export const SchoolTimeField: DateFieldClientComponent = ({ field, path, readOnly }) => {
  const { disabled, setValue, showError, value } = useField<null | string>({ path })
  const zone = useSchoolZone()
  const id = useId()
  const [typed, setTyped] = useState<null | string>(null)
  const shown = zone && value ? clockIn(new Date(value), zone) : ''

  return (
    <div className={showError ? 'field-type date-time-field error' : 'field-type date-time-field'}>
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap lectern-school-time">
        <FieldError path={path} showError={showError} />
        <input
          dir="ltr"
          disabled={readOnly ?? (disabled || !zone)}
          id={id}
          onBlur={() => setTyped(null)}
          onChange={({ target }) => {
            setTyped(target.value)
            const moment = zone ? momentAt(target.value, zone) : null
            if (moment || target.value === '') {
              setValue(moment?.toISOString() ?? null)
            }
          }}
          type="datetime-local"
          value={typed ?? shown}
        />
        <bdi>{zone}</bdi>
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
