import { Fragment } from 'react'

import type { Template } from '@/domain/mail/templates'
import type { DefaultWords } from './words'
import type { MailArgs, MailTemplate } from './types'

import { paragraphsOf } from '@/domain/mail/words'

import { Layout } from './Layout'
import { Paragraph } from './Paragraph'

type Props<K extends Template> = {
  args: MailArgs<K>
  /** Puts the values in place of a text's placeholders. */
  fill: (text: string) => string
  template: MailTemplate<K>
  words: Omit<DefaultWords, 'subject'>
}

/** A mail set in its words; placeholders are filled after the paragraphs are parted. */
export const Letter = <K extends Template>({ args, fill, template, words }: Props<K>) => {
  const { data, ...context } = args
  const { body, buttonLabel, heading, preview } = words

  return (
    <Layout
      {...context}
      action={{ label: fill(buttonLabel), url: data.url }}
      heading={fill(heading)}
      name={data.name}
      note={template.note?.(args)}
      preview={fill(preview)}
    >
      {paragraphsOf(body).map((lines, at) => (
        <Paragraph look={context.school} key={at}>
          {lines.map((line, n) => (
            <Fragment key={n}>
              {n > 0 && <br />}
              {fill(line)}
            </Fragment>
          ))}
        </Paragraph>
      ))}
      {template.details?.(args)}
    </Layout>
  )
}
