'use client'

import type { TextFieldClientComponent } from 'payload'

import { SelectInput, useField, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { wordsIn } from './words'

const NONE = { en: 'No plan', he: 'ללא מסלול', ru: 'Без тарифа' }

type Option = { label: string; value: string }

/** Chooses the plan of a school among those of the platform, by name. */
export const PlanField: TextFieldClientComponent = ({
  field: { name, admin, label },
  path,
  readOnly,
}) => {
  const { i18n } = useTranslation()
  const { setValue, value } = useField<null | string>({ path })
  const [plans, setPlans] = useState<Option[]>([])
  useEffect(() => {
    let isCurrent = true
    void fetch('/api/plans?depth=0&limit=500&sort=price')
      .then((answer) => answer.json() as Promise<{ docs?: { id: string; name: string }[] }>)
      .then(
        ({ docs = [] }) =>
          isCurrent && setPlans(docs.map((plan) => ({ label: plan.name, value: plan.id }))),
      )
      .catch(() => undefined)

    return () => {
      isCurrent = false
    }
  }, [])

  return (
    <SelectInput
      description={admin?.description}
      isClearable
      label={label}
      name={name}
      onChange={(chosen) => setValue(chosen && !Array.isArray(chosen) ? chosen.value : null)}
      options={plans}
      path={path}
      placeholder={wordsIn(i18n.language, NONE)}
      readOnly={readOnly}
      value={value ?? ''}
    />
  )
}
