import type {
  CalloutBlock,
  CodeSampleBlock,
  ColumnsBlock,
  EmbedBlock,
  FormulaBlock,
  InlineFormulaBlock,
} from '@payload-types'
import type {
  DefaultNodeTypes,
  SerializedBlockNode,
  SerializedInlineBlockNode,
} from '@payloadcms/richtext-lexical'
import type { CSSProperties } from 'react'

import { RichText, type JSXConvertersFunction } from '@payloadcms/richtext-lexical/react'

import { CodeSample } from '../pages/CodeSample'
import { Formula } from '../pages/Formula'
import { Callout, Embed } from '../pages/TextBlocks'
import { TextCell, TextTable } from '@/components/ui/TextTable'
import { LinkedTitle, TextAnchor } from './TextAnchor'
import { TextFile } from './TextFile'
import { CheckItem } from './CheckItem'

type Nodes =
  | DefaultNodeTypes
  | SerializedBlockNode<CalloutBlock | CodeSampleBlock | ColumnsBlock | EmbedBlock | FormulaBlock>
  | SerializedInlineBlockNode<InlineFormulaBlock>

const SIDES = ['center', 'end', 'justify', 'left', 'right', 'start'] as const

/** Where a paragraph stands, as its author chose; start and end are those of its own direction. */
const aligned = ({ format }: { format?: unknown }): CSSProperties | undefined => {
  const textAlign = SIDES.find((side) => side === format)

  return textAlign && { textAlign }
}

/** The page has its own first heading, and three levels beneath it are as many as are set apart. */
const LEVELS = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' } as const

/** Texts beside one another where there is room; each column is set as a text of its own. */
const TextColumns = ({ first, second, third }: ColumnsBlock) => {
  const columns = [first, second, third].filter((text) => text && text.root.children.length > 0)

  return (
    <div className={columns.length > 2 ? 'grid gap-6 md:grid-cols-3' : 'grid gap-6 md:grid-cols-2'}>
      {columns.map((data, at) => (
        <div className="prose min-w-0" key={at}>
          {data && (
            <RichText converters={textConverters} data={data} disableContainer disableTextAlign />
          )}
        </div>
      ))}
    </div>
  )
}

/**
 * What each node of a text becomes. Nothing a text holds is passed on as markup, and no address as it
 * is: what stands here is all there can be.
 */
export const textConverters: JSXConvertersFunction<Nodes> = ({ defaultConverters }) => ({
  ...defaultConverters,
  autolink: ({ node, nodesToJSX }) => (
    <TextAnchor fields={node.fields}>{nodesToJSX({ nodes: node.children })}</TextAnchor>
  ),
  blocks: {
    callout: ({ node }: { node: SerializedBlockNode<CalloutBlock> }) => (
      <Callout {...node.fields} />
    ),
    codeSample: ({ node }: { node: SerializedBlockNode<CodeSampleBlock> }) => (
      <CodeSample {...node.fields} />
    ),
    columns: ({ node }: { node: SerializedBlockNode<ColumnsBlock> }) => (
      <TextColumns {...node.fields} />
    ),
    embed: ({ node }: { node: SerializedBlockNode<EmbedBlock> }) => <Embed {...node.fields} />,
    equation: ({ node }: { node: SerializedBlockNode<FormulaBlock> }) => (
      <Formula latex={node.fields.latex} />
    ),
  },
  heading: ({ node, nodesToJSX }) => {
    const Tag = LEVELS[node.tag] ?? 'h4'

    return <Tag style={aligned(node)}>{nodesToJSX({ nodes: node.children })}</Tag>
  },
  inlineBlocks: {
    inlineEquation: ({ node }: { node: SerializedInlineBlockNode<InlineFormulaBlock> }) => (
      <Formula isInline latex={node.fields.latex} />
    ),
  },
  link: ({ node, nodesToJSX }) => (
    <TextAnchor fields={node.fields}>{nodesToJSX({ nodes: node.children })}</TextAnchor>
  ),
  listitem: ({ node, nodesToJSX, parent }) => {
    const children = nodesToJSX({ nodes: node.children })
    const isNest = node.children.some(({ type }) => type === 'list')
    if (!isNest && 'listType' in parent && parent.listType === 'check') {
      return <CheckItem isDone={node.checked === true}>{children}</CheckItem>
    }

    return (
      <li style={isNest ? { listStyle: 'none' } : undefined} value={node.value}>
        {children}
      </li>
    )
  },
  paragraph: ({ node, nodesToJSX }) =>
    // An empty line is how one gets out of a block while writing; what spaces a text is its style.
    node.children.length > 0 && <p style={aligned(node)}>{nodesToJSX({ nodes: node.children })}</p>,
  quote: ({ node, nodesToJSX }) => (
    <blockquote style={aligned(node)}>{nodesToJSX({ nodes: node.children })}</blockquote>
  ),
  relationship: ({ node }) => <LinkedTitle relationTo={node.relationTo} value={node.value} />,
  table: ({ node, nodesToJSX }) => <TextTable>{nodesToJSX({ nodes: node.children })}</TextTable>,
  tablecell: ({ node, nodesToJSX }) => (
    <TextCell {...node}>{nodesToJSX({ nodes: node.children })}</TextCell>
  ),
  unknown: () => null,
  upload: ({ node }) => <TextFile file={node.value} />,
})
