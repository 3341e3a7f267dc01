import { runPeopleJob } from '@/operations/identity/people/runJob'
import { reaction } from '@hooks/events/reaction'

/** Goes on with work on many people. */
export const workOnPeopleJobBegun = reaction({
  name: 'workOnPeopleJobBegun',
  on: 'peopleJob.begun',
  run: ({ data: { job, turn }, req: { payload }, tenant }) =>
    runPeopleJob({ id: job, payload, tenant, turn }),
  transaction: false,
})
