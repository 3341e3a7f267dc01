import { spawnSync } from 'node:child_process'

/** @typedef {import('./session.mjs').Session['checked']} Checked */

/** Whether ffmpeg can be started here. */
export const hasFfmpeg = () => spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0

/**
 * One line for every optional part that is not set up, saying what stands in for it.
 * @param {{ checked: Pick<Checked, 'REDIS_URL' | 'S3_BUCKET' | 'SMTP_URL' | 'STRIPE_SECRET_KEY' | 'UPLOADS_DIR'>, ffmpeg: boolean }} given
 */
export const missingParts = ({ checked, ffmpeg }) =>
  [
    !checked.SMTP_URL && 'SMTP_URL is not set: mail is kept for reading on the outbox page.',
    !checked.STRIPE_SECRET_KEY &&
      'STRIPE_SECRET_KEY is not set: payments go through the built-in test gateway.',
    !checked.S3_BUCKET && `S3_BUCKET is not set: files are kept in ${checked.UPLOADS_DIR}.`,
    !checked.REDIS_URL &&
      'REDIS_URL is not set: one web process serves the platform and caches for itself.',
    !ffmpeg && 'ffmpeg is not installed: videos play as they were uploaded.',
  ].filter((line) => typeof line === 'string')
