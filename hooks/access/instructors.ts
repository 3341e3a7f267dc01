import type { Access } from 'payload'

import { AUTHORS } from '@/domain/identity/roles'

import { holds } from './index'

/** Profiles that are on the website. */
export const shownProfiles: Access = () => ({ isPublished: { equals: true } })

/** The profile of whoever asks, as long as they teach. */
export const ownProfile: Access = ({ req }) =>
  req.user && holds(req, AUTHORS) ? { user: { equals: req.user.id } } : false
