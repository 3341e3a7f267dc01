export { CohortList } from './CohortList'
export { DeclineButton, Waitlist } from './Waitlist'
