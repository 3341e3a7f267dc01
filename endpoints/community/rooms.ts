import type { Kept } from '@/operations/community/write'
import type { Room, RoomKey } from '@/operations/community/room'

import { RuleError } from '@/domain/errors'
import { roomOf } from '@/operations/community/room'

import type { SignedIn } from '../support/endpoint'

import { NotAllowed, NotHere, TooMany } from '../support/errors'

/** The discussion that is asked for; 404 where there is none for whoever asks. */
export const requireRoom = async (req: SignedIn, key: RoomKey): Promise<Room> => {
  const room = await roomOf({ key, req })
  if (!room) {
    throw new NotHere()
  }

  return room
}

/** The same to write in: 409 discussionClosed while nobody may, 403 for who reads along. */
export const requireWriting = async (req: SignedIn, key: RoomKey): Promise<Room> => {
  const room = await requireRoom(req, key)
  if (room.closed) {
    throw new RuleError('discussionClosed')
  }
  if (!room.mayWrite) {
    throw new NotAllowed()
  }

  return room
}

/** The same to keep order in: 403 for whoever only takes part. */
export const requireModerating = async (req: SignedIn, key: RoomKey): Promise<Room> => {
  const room = await requireRoom(req, key)
  if (!room.mayModerate) {
    throw new NotAllowed()
  }

  return room
}

/** The id of what was sent; 429 where somebody sends too much. */
export const keptOr429 = (kept: Kept): { id: string } => {
  if ('wait' in kept) {
    throw new TooMany({ seconds: kept.wait })
  }

  return kept
}

/** What was found for the person it belongs to; 403 for everybody else. */
export const ownOr403 = <Found extends object>(found: Found | null): Found => {
  if (!found) {
    throw new NotAllowed()
  }

  return found
}
