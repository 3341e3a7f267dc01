import type { PayloadRequest } from 'payload'

import type { BookingSide } from '@/domain/learning/bookings'
import type { PlaceRequestStatus } from '@/domain/learning/placeRequests'

import { settleBooking } from '@/operations/learning/bookings/settle'
import { announce } from '@hooks/events/announce'

type Changed = {
  /** The courses whose bookings may stand elsewhere by it. */
  courses: readonly string[]
  learner: string
  req: PayloadRequest
  request: string
  side: BookingSide
  status: PlaceRequestStatus
  tenant: string
}

/** Writes down what a change of a request means for the bookings, as whose doing it was, and announces it. */
export const tellOfRequest = async ({
  courses,
  learner,
  req,
  request,
  side,
  status,
  tenant,
}: Changed): Promise<void> => {
  for (const course of courses.toSorted()) {
    await settleBooking({ course, learner, req, side, tenant })
  }
  await announce({ data: { request, status }, fact: 'placeRequest.changed', req, tenant })
}
