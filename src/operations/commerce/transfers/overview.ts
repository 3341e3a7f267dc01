import type { PayloadRequest } from 'payload'

import type {
  ShownPlace,
  ShownTarget,
  TransferRules,
  TransferWay,
} from '@/domain/commerce/transfers'

import { differenceOf, movableUntil, waysOf, worthOf } from '@/domain/commerce/transfers'

import type { Place } from './place'
import type { Target } from './targets'

import { openMove } from './open'
import { placeOf } from './place'
import { transferRules } from './rules'
import { targetsOf } from './targets'

/** Who asks: staff may do everything with everybody's place, learners what the school lets them with their own. */
export type Mover = { account: string; isStaff: boolean }

const EVERY_WAY: readonly TransferWay[] = ['cohort', 'course', 'person']

const clock = ({ paidAt, startsAt }: Place) => ({
  paidAt: new Date(paidAt),
  startsAt: startsAt === null ? null : new Date(startsAt),
})

/** What somebody may do with a place now. */
export const waysFor = (
  place: Place,
  { mover, now, rules }: { mover: Mover; now: Date; rules: TransferRules },
): readonly TransferWay[] => (mover.isStaff ? EVERY_WAY : waysOf(clock(place), rules, now))

/** Whether somebody is shown a place: staff, and whose it is. */
export const isShownTo = (place: null | Place, { account, isStaff }: Mover): place is Place =>
  place !== null && (isStaff || place.holder === account)

/** What can be done with the place that an order line opened; null where whoever asks has no such place. */
export const placeShown = async ({
  line,
  mover,
  now,
  req,
  tenant,
}: {
  line: string
  mover: Mover
  now: Date
  req: PayloadRequest
  tenant: string
}): Promise<null | ShownPlace> => {
  const place = await placeOf({ line, req })
  if (!isShownTo(place, mover)) {
    return null
  }
  const rules = await transferRules({ req, tenant })
  const ways = waysFor(place, { mover, now, rules })
  const open = await openMove({ line, req })
  const targets = await targetsOf({ isStaff: mover.isStaff, place, req, ways })

  return {
    currency: place.currency,
    difference: rules.difference,
    line,
    open: open
      ? { id: open.id, due: open.due, expiresAt: open.expiresAt, payAt: open.payAt, to: open.to }
      : null,
    targets: targets.map((target) => shownTarget(target, place, rules)),
    title: place.title,
    until: mover.isStaff ? null : movableUntil(clock(place), rules).toISOString(),
    ways: [...ways],
    worth: worthOf(place.parts),
  }
}

const shownTarget = (
  { cohorts, offer, price }: Target,
  place: Place,
  rules: TransferRules,
): ShownTarget => {
  const [course] = offer.courses

  return {
    ...differenceOf(place, { offer: offer.offer, price }, rules.difference),
    cohorts: cohorts?.map(({ id, name, left, startsAt }) => ({ id, name, left, startsAt })) ?? null,
    course: course?.id ?? '',
    courseTitle: course?.title ?? '',
    isSameCourse: course?.id === place.course,
    offer: offer.offer,
    price,
    title: offer.title,
  }
}
