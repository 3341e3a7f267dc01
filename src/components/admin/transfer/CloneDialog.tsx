'use client'

import { Button, Modal, TextInput, toast, useModal, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'

import { LONGEST_TITLE } from '@/domain/catalog/curriculum/changes'
import { MOST_DAYS } from '@/domain/catalog/transfer/shift'

import { wordsIn } from '../words'
import { cloneCourse } from './cloneApi'
import { CloneDates } from './CloneDates'
import { CLONE_WORDS } from './cloneWords'

/** Asks what a clone of a course is called and by how many days its dates are shifted, makes it, and goes to it. */
export const CloneDialog = ({
  course,
  modal,
  title: given,
}: {
  course: string
  modal: string
  title: string
}) => {
  const { closeModal } = useModal()
  const { i18n } = useTranslation()
  const router = useRouter()
  const field = useId()
  const words = wordsIn(i18n.language, CLONE_WORDS)
  const [title, setTitle] = useState(given)
  const [days, setDays] = useState('0')
  const [isBusy, setBusy] = useState(false)
  // One key for one dialog: however often it is sent, there is one clone.
  const key = useRef<null | string>(null)
  const by = Number(days)
  const isWhole = Number.isInteger(by) && Math.abs(by) <= MOST_DAYS
  const make = async () => {
    setBusy(true)
    key.current ??= crypto.randomUUID()
    const said = await cloneCourse(course, { days: by, key: key.current, title: title.trim() })
    setBusy(false)
    if ('made' in said) {
      toast.success(words.done)
      closeModal(modal)
      router.push(`/admin/collections/courses/${said.made}`)
    } else {
      // Where nothing was heard, the clone may be there: asking again under the same key finds it.
      key.current = said.code ? null : key.current
      toast.error(said.code === 'limitReached' ? words.limit : words.failed)
    }
  }

  return (
    <Modal className="confirmation-modal" slug={modal}>
      <div className="confirmation-modal__wrapper lectern-clone">
        <div className="confirmation-modal__content">
          <h1>{words.heading}</h1>
          <p>{words.hint}</p>
          <TextInput
            label={words.title}
            onChange={({ target }: { target: { value: string } }) => setTitle(target.value)}
            path={`clone-title-${course}`}
            required
            value={title}
          />
          <div className="field-type">
            <label className="field-label" htmlFor={field}>
              {words.days}
            </label>
            <input
              className="lectern-clone__days"
              aria-describedby={`${field}-hint`}
              id={field}
              max={MOST_DAYS}
              min={-MOST_DAYS}
              onChange={({ target }) => setDays(target.value)}
              step={1}
              type="number"
              value={days}
            />
            <p id={`${field}-hint`}>{words.daysHint}</p>
          </div>
          {isWhole && (
            <CloneDates course={course} days={by} language={i18n.language} words={words} />
          )}
        </div>
        <div className="confirmation-modal__controls">
          <Button buttonStyle="secondary" onClick={() => closeModal(modal)} size="large">
            {words.cancel}
          </Button>
          <Button
            disabled={isBusy || !isWhole || !title.trim() || title.trim().length > LONGEST_TITLE}
            id="action-clone-course"
            onClick={() => void make()}
            size="large"
          >
            {isBusy ? words.working : words.clone}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
