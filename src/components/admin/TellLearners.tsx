'use client'

import {
  Button,
  Modal,
  TextareaInput,
  toast,
  useDocumentInfo,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { useState } from 'react'

import { LONGEST_UPDATE } from '@/domain/marketing/courseUpdates'

import { UPDATE_WORDS } from './updateWords'

type Answer = { most?: number; recipients: number; seconds?: number }

/** The button on a course's page that mails its learners what is new, and the dialog where it is written. */
export const TellLearners = () => {
  const { id, isTrashed } = useDocumentInfo()
  const { closeModal, openModal } = useModal()
  const { i18n } = useTranslation()
  const [message, setMessage] = useState('')
  const [recipients, setRecipients] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const words =
    UPDATE_WORDS[i18n.language === 'he' || i18n.language === 'ru' ? i18n.language : 'en']
  if (!id || isTrashed) {
    return null
  }
  const modal = `tell-learners-${id}`
  const ask = async (options: RequestInit): Promise<Answer | null> => {
    setBusy(true)
    try {
      const answer = await fetch(`/api/courses/${id}/updates`, options)
      const said = (await answer.json()) as Answer
      if (answer.ok) {
        return said
      }
      toast.error(
        said.seconds
          ? words.wait(Math.ceil(said.seconds / 60))
          : said.most === undefined
            ? words.failed
            : words.limit(said.most),
      )
    } catch {
      toast.error(words.failed)
    } finally {
      setBusy(false)
    }

    return null
  }
  const open = async () => {
    const answer = await ask({})
    if (answer) {
      setRecipients(answer.recipients)
      openModal(modal)
    }
  }
  const send = async () => {
    const answer = await ask({
      body: JSON.stringify({ message }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    if (answer) {
      toast.success(words.sent(answer.recipients))
      setMessage('')
      closeModal(modal)
    }
  }
  const isSendable = recipients > 0 && message.trim() !== '' && message.length <= LONGEST_UPDATE

  return (
    <>
      <Button
        buttonStyle="secondary"
        disabled={isBusy}
        id="action-tell-learners"
        margin={false}
        onClick={() => void open()}
        size="medium"
      >
        {words.open}
      </Button>
      <Modal className="confirmation-modal" slug={modal}>
        <div className="confirmation-modal__wrapper">
          <div className="confirmation-modal__content">
            <h1>{words.heading}</h1>
            <p>{recipients > 0 ? words.recipients(recipients) : words.none}</p>
            <TextareaInput
              description={words.hint}
              label={`${words.message} ${message.length} / ${LONGEST_UPDATE}`}
              onChange={({ target }) => setMessage(target.value)}
              path={`message-${id}`}
              required
              rows={8}
              value={message}
            />
          </div>
          <div className="confirmation-modal__controls">
            <Button buttonStyle="secondary" onClick={() => closeModal(modal)} size="large">
              {words.cancel}
            </Button>
            <Button
              disabled={isBusy || !isSendable}
              id="action-send-update"
              onClick={() => void send()}
              size="large"
            >
              {words.send}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
