import { Fragment } from 'react'

import type { Look } from '@/domain/tenancy/theme/palette'

import { paragraphsOf } from '@/domain/mail/words'

import { Paragraph } from './Paragraph'

/** Somebody's own plain words, in their paragraphs and lines. */
export const Message = ({ look, text }: { look: Look; text: string }) =>
  paragraphsOf(text).map((lines, at) => (
    <Paragraph look={look} key={at}>
      {lines.map((line, n) => (
        <Fragment key={n}>
          {n > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </Paragraph>
  ))
