'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Field } from '@/components/ui/Field'
import { FileDrop } from '@/components/ui/FileDrop'
import { Text } from '@/components/ui/Text'
import { Textarea } from '@/components/ui/Textarea'
import type { Assignment } from '@/domain/catalog/lessons/assignment'
import { acceptOf } from '@/domain/learning/assignments/workFiles'

import { useWorkWords } from './useWorkWords'

/** What learners of an assignment write and add; of what is done here nothing is sent or kept. */
export const AssignmentTrial = ({ assignment }: { assignment: Assignment }) => {
  const t = useTranslations('learn.assignment')
  const { kinds, size } = useWorkWords(assignment)
  const [names, setNames] = useState<readonly string[]>([])

  return (
    <div className="flex flex-col gap-6">
      <Text tone="muted">{t('trial')}</Text>
      {assignment.takesText && (
        <Field label={t('text')}>
          <Textarea dir="auto" name="text" rows={8} />
        </Field>
      )}
      {assignment.mostFiles > 0 && (
        <FileDrop
          accept={acceptOf(assignment.fileKinds)}
          hint={t('dropHint', { kinds, size })}
          label={t('drop')}
          multiple
          onFiles={(files) =>
            setNames(files.slice(0, assignment.mostFiles).map(({ name }) => name))
          }
        />
      )}
      {names.map((name) => (
        <bdi key={name}>{name}</bdi>
      ))}
    </div>
  )
}
