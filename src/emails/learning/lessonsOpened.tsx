import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Most titles that stand in one mail; of more, the course tells. */
const MOST = 12

/** Says which lessons have opened, in the order of their course. */
export const lessonsOpened: MailTemplate<'lessonsOpened'> = {
  details: ({ data: { lessons }, school }) =>
    lessons.slice(0, MOST).map((title, at) => (
      <Paragraph key={at} look={school}>
        {title}
      </Paragraph>
    )),
  values: ({ data: { course } }) => ({ course }),
}
