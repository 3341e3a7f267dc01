'use client'

import { Button, useForm, useListDrawer } from '@payloadcms/ui'

import { useBankWords } from './useBankWords'

const COLLECTIONS = ['bank-questions' as const]

/** Above the questions of a quiz: opens the bank, to be searched, and adds what is chosen at the end. */
export const InsertFromBank = ({ readOnly }: { readOnly?: boolean }) => {
  const words = useBankWords()
  const { addFieldRow, getDataByPath } = useForm()
  const [Drawer, , { closeDrawer, openDrawer }] = useListDrawer({ collectionSlugs: COLLECTIONS })
  const add = (ids: readonly string[]) => {
    const rows = getDataByPath<unknown>('questions')
    const first = Array.isArray(rows) ? rows.length : 0
    ids.forEach((id, at) => {
      addFieldRow({
        blockType: 'bankQuestion',
        path: 'questions',
        rowIndex: first + at,
        schemaPath: 'quizzes.questions',
        subFieldState: { question: { initialValue: id, valid: true, value: id } },
      })
    })
    closeDrawer()
  }
  if (readOnly) {
    return null
  }

  return (
    <div className="field-type lectern-bank">
      <Button buttonStyle="secondary" margin={false} onClick={openDrawer} size="medium">
        {words.insert}
      </Button>
      <p>{words.insertHint}</p>
      <Drawer
        allowCreate={false}
        enableRowSelections
        onBulkSelect={(chosen) =>
          add([...chosen].flatMap(([id, isChosen]) => (isChosen ? [String(id)] : [])))
        }
        onSelect={({ docID }) => add([String(docID)])}
      />
    </div>
  )
}
