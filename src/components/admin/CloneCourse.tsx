'use client'

import {
  PopupList,
  useDocumentInfo,
  useDocumentTitle,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { useState } from 'react'

import { CloneDialog } from './transfer/CloneDialog'
import { CLONE_WORDS } from './transfer/cloneWords'
import { wordsIn } from './words'

/** The entry of a course's menu that clones it with all its lessons, in place of Payload's, which copies its page alone. */
export const CloneCourse = () => {
  const { id, hasSavePermission, isTrashed } = useDocumentInfo()
  const { title } = useDocumentTitle()
  const { openModal } = useModal()
  const { i18n } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  if (!id || !hasSavePermission || isTrashed) {
    return null
  }
  const modal = `clone-${id}`

  return (
    <>
      <PopupList.Button
        className="clone-course"
        id="action-clone"
        onClick={() => {
          setOpen(true)
          openModal(modal)
        }}
      >
        {wordsIn(i18n.language, CLONE_WORDS).clone}
      </PopupList.Button>
      {isOpen && <CloneDialog course={String(id)} modal={modal} title={title} />}
    </>
  )
}
