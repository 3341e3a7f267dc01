'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { FileDrop } from '@/components/ui/FileDrop'
import { Text } from '@/components/ui/Text'
import { Textarea } from '@/components/ui/Textarea'
import { MOST_WORK_TEXT } from '@/domain/learning/assignments/submissions'
import { acceptOf } from '@/domain/learning/assignments/workFiles'
import type { Work } from '@/domain/learning/assignments/work'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

import type { Saving } from '../useKeeping'

import { UploadLines } from './UploadLines'
import { useUploads } from './useUploads'
import { useWorkWords } from './useWorkWords'
import { WorkFiles } from './WorkFiles'

type FormProps = {
  isHandingIn: boolean
  lesson: string
  onArrived: (file: WorkFile) => void
  onHandIn: () => void
  onRemove: (file: string) => void
  onType: (text: string) => void
  saving: Saving
  text: string
  work: { draft: NonNullable<Work['draft']> } & Work
}

/** What a learner writes and adds, kept as they go, and handed in with one button. */
export const WorkForm = ({
  isHandingIn,
  lesson,
  onArrived,
  onHandIn,
  onRemove,
  onType,
  saving,
  text,
  work: { assignment, draft, due, next, now, submissions },
}: FormProps) => {
  const t = useTranslations('learn.assignment')
  const { kinds, size } = useWorkWords(assignment)
  const [notice, setNotice] = useState<null | string>(null)
  const uploads = useUploads({ lesson, mostBytes: assignment.mostBytes, number: next, onArrived })
  const room = assignment.mostFiles - draft.files.length - uploads.list.length
  const isEmpty = text.trim() === '' && draft.files.length === 0
  const isLate = due !== null && new Date(due).getTime() < now
  const states = { failed: t('saveFailed'), no: null, saved: t('saved'), yes: t('saving') }

  const choose = (files: readonly File[]) => {
    setNotice(files.length > room ? t('tooMany', { count: Math.max(room, 0) }) : null)
    uploads.begin(files.slice(0, Math.max(room, 0)))
  }

  return (
    <form
      className="flex flex-col gap-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isEmpty || uploads.isSending) {
          setNotice(uploads.isSending ? t('waitFiles') : t('empty'))
        } else {
          setNotice(null)
          onHandIn()
        }
      }}
    >
      {isLate && (
        <Alert isQuiet tone="warning">
          {assignment.late === 'deducted'
            ? t('lateCosts', { percent: assignment.lateDeduction })
            : t('lateNow')}
        </Alert>
      )}
      {assignment.takesText && (
        <Field hint={t('textHint')} label={t('text')}>
          <Textarea
            dir="auto"
            maxLength={MOST_WORK_TEXT}
            name="text"
            onChange={({ target }) => onType(target.value)}
            rows={8}
            value={text}
          />
        </Field>
      )}
      {assignment.mostFiles > 0 && (
        <div aria-label={t('files')} className="flex flex-col gap-3" role="group">
          <Text as="span" size="small" strong>
            {t('files')}
          </Text>
          {draft.files.length > 0 && (
            <WorkFiles
              action={({ id, filename }) => (
                <Button
                  aria-label={t('remove', { name: filename })}
                  onClick={() => onRemove(id)}
                  size="icon"
                  variant="quiet"
                >
                  <X aria-hidden className="size-5" strokeWidth={1.5} />
                </Button>
              )}
              files={draft.files}
            />
          )}
          <UploadLines list={uploads.list} onRetry={uploads.retry} onStop={uploads.stop} />
          {room > 0 && (
            <FileDrop
              accept={acceptOf(assignment.fileKinds)}
              hint={t('dropHint', { kinds, size })}
              label={t('drop')}
              multiple
              onFiles={choose}
            />
          )}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button loading={isHandingIn} size="large" type="submit">
          {submissions.length > 0 ? t('handInAgain') : t('handIn')}
        </Button>
        <Text
          aria-live="polite"
          as="div"
          size="small"
          tone={notice || saving === 'failed' ? 'danger' : 'muted'}
        >
          {notice ?? states[saving]}
        </Text>
      </div>
    </form>
  )
}
