import { Fragment } from 'react'

import { Prose } from '@/components/ui/Prose'
import { TextLink } from '@/components/ui/TextLink'
import { blocksIn, type Block, type Span } from '@/domain/community/markup'

const SpanView = ({ span }: { span: Span }) => {
  switch (span.kind) {
    case 'code':
      return <code>{span.text}</code>
    case 'emphasis':
      return <em>{span.text}</em>
    case 'link':
      return (
        <TextLink
          className="wrap-anywhere"
          href={span.href}
          prefetch={false}
          rel="noopener noreferrer nofollow ugc"
        >
          {span.text}
        </TextLink>
      )
    case 'strong':
      return <strong>{span.text}</strong>
    case 'text':
      return span.text
  }
}

const Line = ({ spans }: { spans: readonly Span[] }) =>
  spans.map((span, at) => <SpanView key={at} span={span} />)

const Lines = ({ lines }: { lines: readonly Span[][] }) =>
  lines.map((spans, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      <Line spans={spans} />
    </Fragment>
  ))

const BlockView = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'code':
      return (
        <pre className="whitespace-pre-wrap wrap-anywhere" dir="ltr">
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const items = block.items.map((spans, at) => (
        <li key={at}>
          <Line spans={spans} />
        </li>
      ))

      return block.ordered ? (
        <ol dir="auto" start={block.start}>
          {items}
        </ol>
      ) : (
        <ul dir="auto">{items}</ul>
      )
    }
    case 'paragraph':
      return (
        <p dir="auto">
          <Lines lines={block.lines} />
        </p>
      )
    case 'quote':
      return (
        <blockquote dir="auto">
          <Lines lines={block.lines} />
        </blockquote>
      )
  }
}

/** What somebody wrote, set: see `blocksIn`. */
export const TextBody = ({ text }: { text: string }) => (
  <Prose className="text-base wrap-anywhere">
    {blocksIn(text).map((block, at) => (
      <BlockView block={block} key={at} />
    ))}
  </Prose>
)
