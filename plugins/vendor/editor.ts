import {
  BlocksFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'

import { richTextBlocks } from '@blocks/index'

/**
 * The editor of every rich text: a toolbar that stays, the slash menu, tables, and the blocks that may
 * stand inside text. It stores a tree, never HTML, so that nothing unsafe can be written.
 */
export const editor = lexicalEditor({
  features: ({ defaultFeatures }) => [
    ...defaultFeatures,
    FixedToolbarFeature(),
    EXPERIMENTAL_TableFeature(),
    BlocksFeature({ blocks: richTextBlocks }),
  ],
})
