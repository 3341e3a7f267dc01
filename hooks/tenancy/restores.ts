import { runRestore } from '@/operations/tenancy/schoolRestores'
import { reaction } from '@hooks/events/reaction'

/** Restores a school, or says what that would do. */
export const restoreOnSchoolRestoreAsked = reaction({
  name: 'restoreOnSchoolRestoreAsked',
  on: 'school.restoreAsked',
  run: ({ data, req: { payload } }) => runRestore({ id: data.restore, payload }),
  transaction: false,
})
