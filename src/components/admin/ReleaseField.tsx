'use client'

import { useDocumentInfo, useField, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { ReleaseRule } from '@/domain/catalog/release'

import { readRelease } from '@/domain/catalog/release'

import type { Named } from './release/tell'

import { readCurriculum } from './curriculum/api'
import { ReleaseEditor } from './release/ReleaseEditor'

const useSections = (course: unknown): Named[] => {
  const [read, setRead] = useState<{ course: string; sections: Named[] } | null>(null)
  useEffect(() => {
    let isCurrent = true
    if (typeof course === 'string' && course) {
      void readCurriculum(course)
        .then(({ sections }) => isCurrent && setRead({ course, sections }))
        .catch(() => undefined)
    }

    return () => {
      isCurrent = false
    }
  }, [course])

  return read && read.course === course ? read.sections : []
}

/** When the section or lesson of this form opens to a learner. */
export const ReleaseField = ({ path, readOnly }: { path: string; readOnly?: boolean }) => {
  const { id } = useDocumentInfo()
  const { errorMessage, setValue, showError, value } = useField<null | ReleaseRule>({ path })
  const sections = useSections(useFormFields(([fields]) => fields.course?.value))

  return (
    <div className="field-type">
      <ReleaseEditor
        isReadOnly={readOnly}
        itself={id === undefined ? undefined : String(id)}
        onChange={(rule) => setValue(rule)}
        sections={sections}
        value={readRelease(value)}
      />
      {showError && <p role="alert">{errorMessage}</p>}
    </div>
  )
}
