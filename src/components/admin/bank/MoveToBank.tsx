'use client'

import { Button, toast, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useState } from 'react'

import { useBankWords } from './useBankWords'

/** Puts the question around this field into the bank, and in its place an item that asks it from there. */
export const MoveToBank = ({ path, readOnly }: { path: string; readOnly?: boolean }) => {
  const words = useBankWords()
  const { collectionSlug } = useDocumentInfo()
  const { addFieldRow, getDataByPath, removeFieldRow } = useForm()
  const [isBusy, setBusy] = useState(false)
  if (collectionSlug !== 'quizzes' || readOnly) {
    return null
  }
  const [field = 'questions', at = '0'] = path.split('.')
  const rowIndex = Number(at)
  const move = async () => {
    setBusy(true)
    try {
      const answer = await fetch('/api/bank-questions?depth=0', {
        body: JSON.stringify({ question: [getDataByPath(`${field}.${at}`)] }),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })
      if (!answer.ok) {
        toast.error(answer.status === 400 ? words.unsaved : words.failed)

        return
      }
      const { doc } = (await answer.json()) as { doc: { id: string } }
      addFieldRow({
        blockType: 'bankQuestion',
        path: field,
        rowIndex: rowIndex + 1,
        schemaPath: `quizzes.${field}`,
        subFieldState: { question: { initialValue: doc.id, valid: true, value: doc.id } },
      })
      removeFieldRow({ path: field, rowIndex })
      toast.success(words.moved)
    } catch {
      toast.error(words.failed)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="field-type lectern-bank">
      <Button
        buttonStyle="secondary"
        disabled={isBusy}
        margin={false}
        onClick={() => void move()}
        size="medium"
      >
        {words.move}
      </Button>
      <p>{words.moveHint}</p>
    </div>
  )
}
