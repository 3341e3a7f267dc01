import {
  BlocksFeature,
  createServerFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  lexicalEditor,
  LinkFeature,
  RelationshipFeature,
  type LexicalEditorProps,
} from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'

import { columnsWith, inlineBlocks, richTextBlocks } from '@blocks/index'

/** What a text may lead to: what has a page of its own. */
const LEADS_TO = { enabledCollections: ['courses' as const, 'pages' as const] }

const tabLeaves = createServerFeature({
  feature: { ClientFeature: '/src/components/admin/TabLeaves#TabLeavesClient' },
  key: 'tabLeaves',
})

const REPLACED = ['heading', 'link', 'relationship']

/** The words of an empty text, which also say how to get out of it without a mouse. */
const PLACEHOLDER = {
  en: 'Write, or press / for more. Escape, then Tab, leaves the text.',
  he: 'אפשר לכתוב, או להקיש / לעוד. Escape ואחריו Tab יוצאים מהטקסט.',
  ru: 'Пишите или нажмите / — там всё остальное. Escape, затем Tab — выход из текста.',
}

/** A block whose text holds what its form shows, at once. */
const written = (block: Block): Block => ({
  ...block,
  fields: [
    ...block.fields,
    {
      name: 'written',
      type: 'ui',
      admin: { components: { Field: '/src/components/admin/WrittenBlock#WrittenBlock' } },
    },
  ],
})

const features =
  (blocks: Block[]): LexicalEditorProps['features'] =>
  ({ defaultFeatures }) => [
    ...defaultFeatures.filter(({ key }) => !REPLACED.includes(key)),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    LinkFeature(LEADS_TO),
    RelationshipFeature(LEADS_TO),
    FixedToolbarFeature(),
    EXPERIMENTAL_TableFeature(),
    BlocksFeature({ blocks: blocks.map(written), inlineBlocks }),
    tabLeaves(),
  ]

/** The editor of a text that stands in a column of another; columns have no columns. */
const columnEditor = lexicalEditor({
  admin: { placeholder: PLACEHOLDER },
  features: features(richTextBlocks),
})

/**
 * The editor of every rich text: a toolbar that stays, the slash menu, tables, and the blocks that may
 * stand inside text. It stores a tree, never HTML, so that nothing unsafe can be written.
 */
export const editor = lexicalEditor({
  admin: { placeholder: PLACEHOLDER },
  features: features([...richTextBlocks, columnsWith(columnEditor)]),
})
