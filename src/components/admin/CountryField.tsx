'use client'

import type { TextFieldClientComponent } from 'payload'

import { SelectInput, useField, useTranslation } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import { useMemo } from 'react'

import { countryOptions } from '@/domain/commerce/tax/countries'

/** Chooses a country by its name in the language of the admin. */
export const CountryField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { name, admin, label, required } = field
  const { i18n } = useTranslation()
  const { setValue, showError, value } = useField<null | string>({ path })
  const options = useMemo(() => countryOptions(i18n.language), [i18n.language])

  return (
    <SelectInput
      description={admin?.description}
      isClearable={!required}
      label={label}
      name={name}
      onChange={(chosen) => setValue(chosen && !Array.isArray(chosen) ? chosen.value : null)}
      options={options}
      path={path}
      readOnly={readOnly}
      required={required}
      showError={showError}
      style={mergeFieldStyles(field)}
      value={value ?? ''}
    />
  )
}
