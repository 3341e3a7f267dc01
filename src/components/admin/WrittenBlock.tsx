'use client'

import { useAllFormFields, useFormModified } from '@payloadcms/ui'
import { $isBlockNode, type BlockNode } from '@payloadcms/richtext-lexical/client'
import { $getRoot, SKIP_DOM_SELECTION_TAG } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { $dfs } from '@payloadcms/richtext-lexical/lexical/utils'
import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useRef } from 'react'

/** The block of the text whose form holds an id. */
const $blockOf = (id: unknown): BlockNode | undefined =>
  $dfs($getRoot())
    .map(({ node }) => node)
    .filter($isBlockNode)
    .find((node) => node.getFields().id === id)

/** The values of a block's form; the row count of a list is no value of its own. */
const valuesOf = (fields: FormState): Record<string, unknown> =>
  reduceFieldsToValues(
    Object.fromEntries(Object.entries(fields).filter(([, { rows }]) => !Array.isArray(rows))),
    true,
  )

/**
 * Stands in the form of a block within a text and keeps the text's own copy of the block equal to what the form shows.
 * Payload hands that over in the server's answer to a change, and never hands over what was typed just before an earlier
 * answer came: it was seen in the editor, and saved nowhere.
 */
export const WrittenBlock = () => {
  const [editor] = useLexicalComposerContext()
  const [fields] = useAllFormFields()
  const isModified = useFormModified()
  const buster = useRef<number>(undefined)
  useEffect(() => {
    if (!isModified) {
      return undefined
    }
    const values = valuesOf(fields)
    let seen: unknown
    const $write = (): void => {
      const block = $blockOf(values.id)
      buster.current ??= block?.getCacheBuster()
      // Whoever replaced the block from outside replaces this form with it.
      if (!block || block.getFields() === seen || block.getCacheBuster() !== buster.current) {
        return
      }
      const held = block.getFields()
      const written = { ...held, ...values }
      seen = held
      if (JSON.stringify(held) !== JSON.stringify(written)) {
        block.setFields(written, true)
        seen = block.getFields()
      }
    }
    // The selection stays where it is: in the field that is written in.
    const write = () => {
      editor.update($write, { tag: SKIP_DOM_SELECTION_TAG })
    }
    write()

    return editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
        write()
      }
    })
  }, [editor, fields, isModified])

  return null
}
