import { Fragment } from 'react'

import { paragraphsOf } from '@/domain/mail/words'

import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells a learner what has changed in a course, in the words of whoever teaches it. */
export const courseUpdate: MailTemplate<'courseUpdate'> = {
  details: ({ data: { message }, school }) =>
    paragraphsOf(message).map((lines, at) => (
      <Paragraph look={school} key={at}>
        {lines.map((line, n) => (
          <Fragment key={n}>
            {n > 0 && <br />}
            {line}
          </Fragment>
        ))}
      </Paragraph>
    )),
  values: ({ data: { course } }) => ({ course }),
}
