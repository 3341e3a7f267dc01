'use client'

import type { ClientField, StaticLabel } from 'payload'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'

import type { Difference } from './differences'

/** The label of a field, wherever in the form it stands. */
const labelOf = (fields: readonly ClientField[], name: string): StaticLabel | undefined => {
  for (const field of fields) {
    if ('name' in field && field.name === name) {
      return 'label' in field && field.label ? field.label : undefined
    }
    const inner = 'fields' in field && !('name' in field) ? labelOf(field.fields, name) : undefined
    if (inner) {
      return inner
    }
  }

  return undefined
}

/** Each field that differs, in the form and as it stands, side by side. */
export const Differences = ({
  collection,
  differences,
  words,
}: {
  collection: string
  differences: readonly Difference[]
  words: { mine: string; none: string; theirs: string }
}) => {
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const fields = getEntityConfig({ collectionSlug: collection })?.fields ?? []
  if (differences.length === 0) {
    return <p>{words.none}</p>
  }

  return (
    <dl>
      {differences.map(({ field, mine, theirs }) => {
        const label = labelOf(fields, field)

        return (
          <div key={field}>
            <dt>{label ? getTranslation(label, i18n) : field}</dt>
            <dd>
              <i>{words.mine}</i>
              <blockquote dir="auto">{mine}</blockquote>
            </dd>
            <dd>
              <i>{words.theirs}</i>
              <blockquote dir="auto">{theirs}</blockquote>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
