'use client'

import {
  ConfirmationModal,
  PopupList,
  toast,
  useDocumentDrawerContext,
  useDocumentInfo,
  useDocumentTitle,
  useForm,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { TRASH_WORDS } from './trashWords'

/** Active enrollments of a course; throws when the school does not answer. */
const countLearners = async (course: string): Promise<number> => {
  const asked = `where[course][equals]=${course}&where[status][equals]=active`
  const answer = await fetch(`/api/enrollments/count?${asked}`)
  if (!answer.ok) {
    throw new Error(`The enrollments of ${course} could not be counted: ${answer.status}.`)
  }

  return ((await answer.json()) as { totalDocs: number }).totalDocs
}

type Refused = { errors?: { message: string }[] }

/**
 * The way into the trash on a course's own page, in place of Payload's, which knows nothing of
 * learners: it says how many there are, and confirms that number. The class hides Payload's own.
 */
export const TrashCourse = () => {
  const { id, hasTrashPermission } = useDocumentInfo()
  const { title } = useDocumentTitle()
  const { onDelete } = useDocumentDrawerContext()
  const { setModified } = useForm()
  const { closeModal, openModal } = useModal()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [learners, setLearners] = useState(0)
  const words = TRASH_WORDS[i18n.language === 'he' || i18n.language === 'ru' ? i18n.language : 'en']
  if (!id || !hasTrashPermission) {
    return null
  }
  const course = String(id)
  const modal = `trash-${course}`
  const ask = async () => {
    try {
      setLearners(await countLearners(course))
      openModal(modal)
    } catch {
      toast.error(words.failed)
    }
  }
  const move = async () => {
    const answer = await fetch(`/api/courses/${course}?confirm=${learners}`, {
      headers: { 'Accept-Language': i18n.language },
      method: 'DELETE',
    })
    if (!answer.ok) {
      const { errors } = (await answer.json()) as Refused
      toast.error(errors?.[0]?.message ?? words.failed)

      return
    }
    setModified(false)
    toast.success(words.done)
    closeModal(modal)
    if (onDelete) {
      await onDelete({ id: course })
    } else {
      router.push('/admin/collections/courses')
    }
  }

  return (
    <>
      <PopupList.Button className="trash-course" id="action-trash" onClick={() => void ask()}>
        {words.confirm}
      </PopupList.Button>
      <ConfirmationModal
        body={
          <>
            {learners > 0 && (
              <p>
                <strong>{words.learners(learners)}</strong> {words.held}
              </p>
            )}
            <p>{learners > 0 ? words.unseen(title) : words.undo(title)}</p>
          </>
        }
        confirmLabel={words.confirm}
        heading={words.heading}
        modalSlug={modal}
        onConfirm={() => move().catch(() => void toast.error(words.failed))}
      />
    </>
  )
}
