'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { $findMatchingParent } from '@payloadcms/richtext-lexical/lexical/utils'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'

/** Whether the cursor stands where Tab has work of its own: in a list, whose items it nests, or in a table. */
const $hasUseForTab = (): boolean => {
  const selection = $getSelection()

  return (
    $isRangeSelection(selection) &&
    $findMatchingParent(selection.anchor.getNode(), (node) =>
      ['listitem', 'tablecell'].includes(node.getType()),
    ) !== null
  )
}

/** Lets Tab leave the editor, so that nobody who works by keyboard is caught in it; after Escape from lists and tables too. */
const TabLeaves = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    let isEscaped = false
    const offDown = editor.registerCommand(
      KEY_DOWN_COMMAND,
      ({ key }) => {
        isEscaped = key === 'Escape' || (isEscaped && (key === 'Tab' || key === 'Shift'))

        return false
      },
      COMMAND_PRIORITY_LOW,
    )
    const offTab = editor.registerCommand(
      KEY_TAB_COMMAND,
      () => isEscaped || !$hasUseForTab(),
      COMMAND_PRIORITY_LOW,
    )

    return () => {
      offDown()
      offTab()
    }
  }, [editor])

  return null
}

/** The editor's part of `tabLeaves`. */
export const TabLeavesClient = createClientFeature({
  plugins: [{ Component: TabLeaves, position: 'normal' }],
})
