import type { PayloadRequest } from 'payload'

import { sees } from '@hooks/access/team'

import { NotAllowed } from './errors'

/** Throws unless whoever asks may see who learns in a course, and how: whoever works in the school, or is in the team of the course. */
export const requireInsight = async (req: PayloadRequest, course: string): Promise<void> => {
  if (!(await sees(req, course))) {
    throw new NotAllowed()
  }
}
